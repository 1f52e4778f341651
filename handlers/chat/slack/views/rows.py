"""One visit as a row of a list: in answers, in App Home, for one person's eyes or for the channel's (law 3)."""

from __future__ import annotations

from bot.wording.dates import count_text
from handlers.chat.slack.views.escaping import bold, escaped
from handlers.chat.slack.views.visit_message import NAME, adviser_of, sign, state_text, waits_text
from handlers.listing import ListedVisit


def row(item: ListedVisit, *, with_adviser: bool = True) -> str:
    """A visit in two or three lines of mrkdwn: school; state, half day, adviser and reference; why it waits."""
    adviser = adviser_of(item)
    facts = [state_text(item.visit), *([adviser] if with_adviser else []), item.visit.reference]
    waits = waits_text(item.visit, adviser)
    lines = [f"{sign(item.visit)} {bold(item.school_name, NAME)}", "  ·  ".join(escaped(fact, NAME) for fact in facts)]
    return "\n".join([*lines, *([escaped(waits, NAME)] if waits else [])])


def and_more(shown: int, whole: int, how: str) -> str:
    """What is not shown, and how to see it: "and 12 more: /visits waiting"; "" where all is shown."""
    return f"and {count_text(whole - shown, 'more', 'more')}: {how}" if whole > shown else ""
