"""The one seam between what happens in Slack and how it looks."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Sequence

from bot.digest_values import Digest
from bot.model import Part, Role, Slot
from bot.wording.dates import long_date
from bot.wording.lines import digest_ready
from handlers.chat.slack.api import Json
from handlers.chat.slack.messages import Content
from handlers.chat.slack.views.cards import card, closed_card
from handlers.chat.slack.views.escaping import escaped
from handlers.chat.slack.views.limits import clip_to
from handlers.chat.slack.views.pieces import as_json, section
from handlers.chat.slack.views.visit_message import visit_message
from handlers.chat.slack.views_of_records import HomeShown, MailShown
from handlers.on_question import Reply, visit_line

__all__ = ["card", "closed_card", "visit_message"]


def notice(text: str) -> str:
    """A line of ours for the `text` of a message, which notifications show and Slack parses."""
    return escaped(clip_to("message.text", text))


def line(text: str) -> list[Json]:
    """One line as a block; the text is escaped here."""
    return as_json([section(escaped(text) or "–")])


def told(text: str) -> Content:
    """One line as a message."""
    return Content(notice(text), line(text))


def action_pattern(name: str) -> re.Pattern[str]:
    """The ids of all buttons of that name: several in one message are told apart by a number."""
    return re.compile(rf"{name}(_\d+)?")


def _button(text: str, action: str, value: str) -> Json:
    return {"type": "button", "text": {"type": "plain_text", "text": text}, "action_id": action, "value": value}


PAGE = 15
"""Lines of an answer on one page."""


def answer(reply: Reply, asked: str, page: int) -> Content:
    """A page of an answer, with ways to see more, to choose a school, and to show it to all.

    The buttons: `answer_page` and `answer_show` with `[asked, page]` as JSON, `answer_school_N` with a URN.
    """
    if reply.choice:
        return choice(reply.heading, [(school.name, school.urn) for school in reply.choice], "answer_school")
    told = [visit_line(item) for item in reply.visits]
    shown = [reply.heading, *told[page * PAGE : (page + 1) * PAGE]]
    buttons = [_button("Show in channel", "answer_show", json.dumps([asked, page]))]
    if len(told) > (page + 1) * PAGE:
        buttons.append(_button("More", "answer_page", json.dumps([asked, page + 1])))
    blocks = [block for text in shown for block in line(text)]
    return Content(notice(reply.heading), [*blocks, {"type": "actions", "elements": buttons}])


def for_all(reply: Reply) -> Content:
    """An answer as the channel sees it: without buttons."""
    shown = [reply.heading, *(visit_line(item) for item in reply.visits[:PAGE])]
    return Content(notice(reply.heading), [block for text in shown for block in line(text)])


def choice(sentence: str, choices: Sequence[tuple[str, str]], action: str) -> Content:
    """Several to choose from, each with its button's value; the action's ids are numbered from 1."""
    buttons = [_button(name[:75], f"{action}_{n}", value) for n, (name, value) in enumerate(choices[:25], start=1)]
    return Content(sentence, [*line(sentence), {"type": "actions", "elements": buttons}])


def confirmation(sentence: str, value: str) -> Content:
    """What would be done, with a button that does it."""
    buttons = [_button("Confirm", "deed_confirm", value), _button("Leave it", "deed_leave", "leave")]
    return Content(sentence, [*line(sentence), {"type": "actions", "elements": buttons}])


def summary(day: dt.date, told: Sequence[str]) -> Content:
    """A day's lines in one message."""
    return Content(f"{long_date(day)}: {len(told)} changes", line("\n".join(told)))


def home(shown: HomeShown) -> Json:
    """The App Home of one person."""
    told = [visit_line(item) for item in (*shown.waiting, *shown.mine)]
    return {"type": "home", "blocks": line("\n".join(told) or "No visits yet.")}


def _modal(title: str, callback: str, about: str, blocks: Sequence[Json], submit: str) -> Json:
    view: dict[str, object] = {
        "type": "modal",
        "title": {"type": "plain_text", "text": title},
        "close": {"type": "plain_text", "text": "Close"},
        "callback_id": callback,
        "private_metadata": about,
        "blocks": list(blocks),
    }
    return view | ({"submit": {"type": "plain_text", "text": submit}} if submit else {})


def _input(block: str, label: str, element: Json, *, optional: bool = False) -> Json:
    return {
        "type": "input",
        "block_id": block,
        "optional": optional,
        "label": {"type": "plain_text", "text": label},
        "element": {"action_id": block, **element},
    }


def _options(values: Sequence[str]) -> list[Json]:
    return [{"text": {"type": "plain_text", "text": value.replace("_", " ")}, "value": value} for value in values]


def mail_modal(about: str, mail: MailShown) -> Json:
    """A letter, with the words that led to the reading marked."""
    blocks = [*line(f"{mail.writer}: {mail.subject}")]
    blocks += [
        block for start in range(0, min(len(mail.text), 60_000), 2500) for block in line(mail.text[start:][:2500])
    ]
    return _modal("The mail", "modal_mail", about, blocks, "")


def contact_modal(about: str, name: str, email: str) -> Json:
    """A person to add, whose letter is then accepted."""
    roles = _options([role.value for role in Role])
    blocks = [
        _input("name", "Name", {"type": "plain_text_input", **({"initial_value": name} if name else {})}),
        _input("role", "Role", {"type": "static_select", "options": roles}),
        _input("email", "Address", {"type": "plain_text_input", **({"initial_value": email} if email else {})}),
    ]
    return _modal("Add a contact", "modal_contact", about, blocks, "Add and accept")


def correct_modal(about: str, slot: Slot | None, people: str) -> Json:
    """The date, the half of the day and the people, to be put right."""
    parts = _options([part.value for part in Part])
    date: Json = {"type": "datepicker", **({"initial_date": slot.date.isoformat()} if slot else {})}
    chosen = [option for option in parts if slot and option["value"] == slot.part.value]
    part: Json = {"type": "static_select", "options": parts, **({"initial_option": chosen[0]} if chosen else {})}
    text: Json = {"type": "plain_text_input", "multiline": True, **({"initial_value": people} if people else {})}
    blocks = [
        _input("date", "Date", date),
        _input("part", "Half of the day", part),
        _input("people", "Who takes part, one a line: name, role", text, optional=True),
    ]
    return _modal("Agree a date", "modal_correct", about, blocks, "Agree")


def digest_message(digest: Digest) -> Content:
    """The week for the managers."""
    return told(digest_ready(digest))
