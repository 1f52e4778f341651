"""The week for the managers' channel: how far the year is, what is at risk, what waits, what comes (law 3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.digest_values import AtRisk, DatedVisit, Digest, SilentVisit, WaitingVisit, Week
from bot.wording.dates import half_day, long_date, short_date
from bot.wording.digest_pages import headline
from bot.wording.reasons import reason_words
from handlers.chat.slack.messages import Content
from handlers.chat.slack.views.coverage import coverage_text
from handlers.chat.slack.views.escaping import bold, escaped, notice
from handlers.chat.slack.views.limits import clip
from handlers.chat.slack.views.pieces import as_json, context, divider, header, section
from handlers.chat.slack.views.rows import and_more

if TYPE_CHECKING:
    from slack_sdk.models import blocks as kit

MOST = 6
"""Lines of one list; the whole digest goes to the managers by email."""
LINE = 300
BARS = "▁▂▃▄▅▆▇█"


def digest_message(digest: Digest) -> Content:
    """The digest as one message."""
    told = [sentence for sentence in headline(digest) if sentence]
    made: list[kit.Block] = [
        header(f"{digest.team}: {long_date(digest.today)}"),
        section(coverage_text(digest.coverage)),
        section("\n".join(escaped(sentence, LINE) for sentence in told[:MOST])),
        *context(_weeks(digest.coverage.weeks)),
        *_list("At risk of being missed", [_at_risk(item) for item in digest.at_risk]),
        *_list("Waiting for an adviser", [_waiting(item) for item in digest.waiting]),
        *_list("Silent after reminders", [_silent(item) for item in digest.silent]),
        *_list("The coming two weeks", [_dated(item) for item in digest.coming]),
        *_list("Agreed lately", [_dated(item) for item in digest.agreed_lately]),
        *context("The whole digest is in the managers’ email."),
    ]
    text = f"{digest.team}, {long_date(digest.today)}: {told[0] if told else ''}"
    return Content(notice(text), as_json(made))


def _weeks(weeks: Sequence[Week]) -> str:
    """Visits by week as a row of bars, the lowest for none, from the first week with one to the last."""
    numbers = [week.visited + week.agreed for week in weeks]
    busy = [place for place, number in enumerate(numbers) if number]
    if not busy:
        return ""
    first, last, most = busy[0], busy[-1], max(numbers)
    bars = "".join(BARS[-(-(len(BARS) - 1) * number // most)] for number in numbers[first : last + 1])
    span = f"week of {short_date(weeks[first].starts)} to week of {short_date(weeks[last].starts)}"
    return f"Visits by week: {bars} {span}"


def _list(heading: str, lines: Sequence[str]) -> list[kit.Block]:
    if not lines:
        return []
    shown = "\n".join(f"•  {line}" for line in lines[:MOST])
    made: list[kit.Block] = [divider(), section(f"*{heading}* ({len(lines):,})\n{shown}")]
    return [*made, *context(and_more(MOST, len(lines), "in the managers’ email"))]


def _line(school: str, reference: str, *told: str) -> str:
    """A school in bold, then facts; short enough for MOST of them in a block."""
    facts = "  ·  ".join(escaped(text.rstrip("."), LINE // 3) for text in (*told, reference) if text)
    return clip(f"{bold(school, LINE // 3)}: {facts}", LINE)


def _at_risk(item: AtRisk) -> str:
    return _line(item.school, item.reference, item.why, item.adviser)


def _waiting(item: WaitingVisit) -> str:
    since = f"since {short_date(item.since)}" if item.since else ""
    return _line(item.school, item.reference, reason_words(item.reason) if item.reason else "", since, item.adviser)


def _silent(item: SilentVisit) -> str:
    sent = f"offer sent {short_date(item.sent)}" if item.sent else ""
    return _line(item.school, item.reference, sent, item.adviser)


def _dated(item: DatedVisit) -> str:
    return _line(item.school, item.reference, half_day(item.slot), item.adviser)
