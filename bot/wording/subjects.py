"""Subject lines: the visit's reference stands at the end of each, so that a reply finds its way without headers."""

from __future__ import annotations

import re

from bot.effects import MailKind
from bot.wording.plain import one_line

_LENGTH = 180
_NEW: dict[MailKind, str] = {
    MailKind.OFFER: "Virtual School visit to {school}",
    MailKind.CHASE: "Virtual School visit to {school}",
    MailKind.REOFFER: "Virtual School visit to {school}",
    MailKind.CONFIRMATION: "Virtual School visit to {school}: agreed",
    MailKind.CHANGE: "Virtual School visit to {school}: new date",
    MailKind.CANCELLATION: "Virtual School visit to {school}: cancelled",
    MailKind.REMINDER: "Reminder: Virtual School visit to {school}",
    MailKind.QUESTION: "Virtual School visit to {school}: a question",
    MailKind.REPORT: "Virtual School visit to {school}: report",
    MailKind.CARD: "For you to decide: {school}",
    MailKind.DIGEST: "{team}: digest of {day}",
}
_REPLY_PREFIXES = re.compile(r"^(?:\s*(?:re|fw|fwd|aw|sv)\s*(?:\[\d+\])?\s*:)+", re.IGNORECASE)


def subject_line(kind: MailKind, *, school: str, team: str, day: str, reference: str, thread: str) -> str:
    """The subject of a mail: "Re: " and the thread's own where there is one, else a new one by kind.

    `day` is the day in words. `reference` is "" where the mail concerns no visit; else the subject ends with it, as
    "[VS-0421]".
    """
    mark = f"[{reference}]" if reference else ""
    known = one_line(thread)
    if known:
        core = f"Re: {title_of(known, reference)}"
    else:
        core = _NEW[kind].format(school=one_line(school) or "your school", team=one_line(team), day=day)
    return f"{_cut(core)} {mark}".strip()


def title_of(subject: str, reference: str) -> str:
    """A subject as the heading of its mail's page: without "Re:" and without the reference."""
    mark = f"[{reference}]" if reference else ""
    return one_line(_REPLY_PREFIXES.sub("", subject.replace(mark, "") if mark else subject, count=1))


def _cut(text: str) -> str:
    return text if len(text) <= _LENGTH else f"{text[: _LENGTH - 3].rstrip()}..."
