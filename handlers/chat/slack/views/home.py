"""App Home: somebody's visits week by week, what waits for them, how far the year is; for managers also the team."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.digest_values import Coverage
from bot.wording.dates import half_day, long_date, span_text
from handlers.chat.slack.views.cards import REASON, buttons_at_home, handled_by, why
from handlers.chat.slack.views.coverage import coverage_text
from handlers.chat.slack.views.escaping import bold, escaped
from handlers.chat.slack.views.limits import LIMITS, clip
from handlers.chat.slack.views.pieces import Json, actions, as_json, context, divider, header, section
from handlers.chat.slack.views.rows import and_more, row
from handlers.chat.slack.views.team import Colleague
from handlers.chat.slack.views.visit_message import NAME
from handlers.chat.slack.views_of_records import HomeShown
from handlers.listing import ListedVisit

if TYPE_CHECKING:
    from slack_sdk.models import blocks as kit

WEEK = dt.timedelta(7)
MOST_CARDS = 8
"""Cards with their buttons."""
MOST_OF_A_WEEK = 10
"""A week has ten half days."""
MOST_LATER = 15
MOST_OF_THE_TEAM = 8
MOST_COLLEAGUES = 40
COLLEAGUES_A_BLOCK = 8


def home(shown: HomeShown) -> Json:
    """The whole view."""
    made = [
        header(f"Visits of {clip(shown.name, NAME // 2)}"),
        *context(escaped(f"As it stood on {long_date(shown.today)}. Ask with /visits, or write to me.")),
        *_waiting(shown),
        *_weeks(shown),
        *_coverage(shown.coverage),
        *_team(shown),
    ]
    return {"type": "home", "blocks": as_json(made[: LIMITS["home.blocks"]])}


def _waiting(shown: HomeShown) -> list[kit.Block]:
    made: list[kit.Block] = [divider(), section(f"*Waiting for you* ({len(shown.waiting):,})")]
    if not shown.waiting:
        return [*made, *context("Nothing waits for you.")]
    cards = shown.cards[:MOST_CARDS]
    for card in cards:
        about = f"🟠 {bold(card.school.name, NAME)}  ·  {escaped(card.visit.reference)}"
        lines = [about, escaped(why(card), REASON), handled_by(card)]
        made += [section("\n".join(line for line in lines if line)), *actions(buttons_at_home(card))]
    return [*made, *context(and_more(len(cards), len(shown.waiting), "/visits my visits waiting"))]


def _weeks(shown: HomeShown) -> list[kit.Block]:
    monday = shown.today - dt.timedelta(shown.today.weekday())
    dated = sorted(
        ((item.visit.agreed, item) for item in shown.mine if item.visit.agreed and item.visit.agreed.date >= monday),
        key=lambda pair: (pair[0], pair[1].visit.reference),
    )
    this = [item for slot, item in dated if slot.date < monday + WEEK]
    next_ = [item for slot, item in dated if monday + WEEK <= slot.date < monday + 2 * WEEK]
    later = [item for slot, item in dated if slot.date >= monday + 2 * WEEK]
    return [
        *_week("This week", monday, this, "/visits my visits this week"),
        *_week("Next week", monday + WEEK, next_, "/visits my visits next week"),
        *_later(later),
    ]


def _week(name: str, monday: dt.date, items: Sequence[ListedVisit], how: str) -> list[kit.Block]:
    days = span_text(monday, monday + dt.timedelta(4))
    made: list[kit.Block] = [divider(), section(f"*{name}* ({days})")]
    if not items:
        return [*made, *context("No visit is agreed.")]
    rows = [section(row(item, with_adviser=False)) for item in items[:MOST_OF_A_WEEK]]
    return [*made, *rows, *context(and_more(MOST_OF_A_WEEK, len(items), how))]


def _later(items: Sequence[ListedVisit]) -> list[kit.Block]:
    if not items:
        return []
    by_week: dict[dt.date, list[str]] = {}
    for item in items[:MOST_LATER]:
        if (slot := item.visit.agreed) is not None:
            line = f"🔵 {escaped(half_day(slot))}: {bold(item.school_name, NAME)}"
            week = slot.date - dt.timedelta(slot.date.weekday())
            by_week.setdefault(week, []).append(f"{line}  ·  {escaped(item.visit.reference)}")
    made: list[kit.Block] = [divider(), section(f"*Later* ({len(items):,})")]
    made += [section("\n".join(lines)) for lines in by_week.values()]
    return [*made, *context(and_more(MOST_LATER, len(items), "/visits my visits this year"))]


def _coverage(coverage: Coverage) -> list[kit.Block]:
    return [divider(), section(f"*Coverage of the year*\n{coverage_text(coverage)}")]


def _team(shown: HomeShown) -> list[kit.Block]:
    if not shown.is_manager:
        return []
    team = shown.team[:MOST_COLLEAGUES]
    groups = [team[first : first + COLLEAGUES_A_BLOCK] for first in range(0, len(team), COLLEAGUES_A_BLOCK)]
    made: list[kit.Block] = [divider(), section(f"*The team* ({len(shown.team):,})")]
    made += [section("\n".join(map(_colleague, group))) for group in groups]
    made += context(and_more(len(team), len(shown.team), "/visits coverage"))
    made += _of_the_team("The team in the next seven days", shown.team_week, "/visits everybody next two weeks")
    return made + _of_the_team("Waiting in the team", shown.team_waiting, "/visits waiting")


def _of_the_team(name: str, items: Sequence[ListedVisit], how: str) -> list[kit.Block]:
    if not items:
        return []
    made: list[kit.Block] = [divider(), section(f"*{name}* ({len(items):,})")]
    made += [section(row(item)) for item in items[:MOST_OF_THE_TEAM]]
    return [*made, *context(and_more(MOST_OF_THE_TEAM, len(items), how))]


def _colleague(item: Colleague) -> str:
    waiting = f", *{item.waiting:,} waiting*" if item.waiting else ""
    figures = f"{item.visited:,} visited, {item.agreed:,} agreed, {item.left:,} without a date"
    return f"{bold(item.name, NAME)}: {figures}{waiting}"
