"""The answer to a question: for the one who asked, page by page, and in a form that the channel may see (law 3)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.model import School
from bot.wording.plain import one_line
from handlers.chat.slack.messages import Content
from handlers.chat.slack.views.coverage import coverage_text
from handlers.chat.slack.views.escaping import bold, escaped, notice
from handlers.chat.slack.views.limits import LIMITS, clip, size
from handlers.chat.slack.views.pieces import actions, as_json, button, context, plain_section, section
from handlers.chat.slack.views.rows import and_more, row
from handlers.chat.slack.views.visit_message import NAME
from handlers.on_question import Reply

if TYPE_CHECKING:
    from slack_sdk.models import blocks as kit

PAGE = 10
"""Visits on one page."""
MOST_CHOICES = 20
ROOM = 7_000
"""Characters of names and values in a message that offers a choice."""
ASKED = 300
"""Characters of a question that a button carries."""
HEADING = 900
NARROW = "Is it none of these? Write more of its name."
TOO_MUCH = "That is too much to be confirmed at once; please say it in fewer words."


def answer(reply: Reply, asked: str, page: int) -> Content:
    """One page of an answer, with ways to other pages and to show it to all.

    `page` counts from 0; one that does not exist any more becomes the last.
    """
    if reply.choice:
        return choice(reply.heading, [(_named(school), school.urn) for school in reply.choice], "answer_school")
    pages = max(-(-len(reply.visits) // PAGE), 1)
    here = min(max(page, 0), pages - 1)
    first = here * PAGE
    shown = reply.visits[first : first + PAGE]
    made: list[kit.Block] = [_heading(reply)]
    made += [section(row(item)) for item in shown]
    if pages > 1:
        made += context(f"Visits {first + 1} to {first + len(shown)} of {len(reply.visits):,}")
    made += actions(_buttons(reply, asked, here, pages))
    return Content(notice(reply.heading), as_json(made))


def for_all(reply: Reply) -> Content:
    """An answer as the channel sees it: its first page, with nothing to press."""
    shown = reply.visits[:PAGE]
    made: list[kit.Block] = [_heading(reply), *(section(row(item)) for item in shown)]
    made += context(escaped(and_more(len(shown), len(reply.visits), "ask with /visits")))
    return Content(notice(reply.heading), as_json(made))


def _heading(reply: Reply) -> kit.Block:
    if reply.coverage is not None:
        return section(f"*Coverage*\n{coverage_text(reply.coverage)}")
    if reply.visits:
        return section(bold(reply.heading, HEADING) or "*Visits*")
    return plain_section(reply.heading)


def _buttons(reply: Reply, asked: str, here: int, pages: int) -> list[kit.InteractiveElement]:
    turns = [("Previous", here - 1), ("Next", here + 1)]
    made: list[kit.InteractiveElement] = [
        button(text, f"answer_page_{number}", _asked_value(asked, page))
        for number, (text, page) in enumerate(turns, start=1)
        if 0 <= page < pages
    ]
    if reply.visits or reply.coverage is not None:
        made.append(button("Show in channel", "answer_show", _asked_value(asked, here)))
    return made


def _asked_value(asked: str, page: int) -> str:
    """The question and a page, as asking.asked_and_page reads them."""
    return json.dumps([one_line(asked)[:ASKED], page], ensure_ascii=False)


def _named(school: School) -> str:
    """A school with what tells it from another of the same name."""
    return ", ".join(part for part in (school.name, school.town or school.district, school.phase.lower()) if part)


def choice(heading: str, items: Sequence[tuple[str, str]], action: str) -> Content:
    """Things to choose from, each with its own button: a name, and the value that its button carries."""
    shown = _fitting(items)
    made: list[kit.Block] = [plain_section(heading)]
    made += [
        plain_section(clip(name, NAME), button("Choose", f"{action}_{number}", value))
        for number, (name, value) in enumerate(shown, start=1)
    ]
    made += context(escaped(NARROW))
    return Content(notice(heading), as_json(made))


def _fitting(items: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The first of them, as many as one message takes."""
    fitting: list[tuple[str, str]] = []
    room = ROOM
    for name, value in items[:MOST_CHOICES]:
        room -= size(value) + NAME
        if size(value) <= LIMITS["button.value"] and room >= 0:
            fitting.append((name, value))
    return fitting


def confirmation(sentence: str, value: str) -> Content:
    """What would be done, with a button that does it, and one that leaves it."""
    if size(value) > LIMITS["button.value"]:
        return Content(TOO_MUCH, as_json([plain_section(TOO_MUCH)]))
    buttons = [
        button("Confirm", "deed_confirm", value, style="primary"),
        button("Leave it", "deed_leave", "leave"),
    ]
    made = [section(f"*Is this right?*\n{escaped(sentence, HEADING)}"), *actions(buttons)]
    return Content(notice(sentence), as_json(made))
