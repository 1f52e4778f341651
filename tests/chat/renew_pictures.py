"""Writes the snapshots of the main views anew, and their pictures where Chromium is installed:

python -m tests.chat.renew_pictures
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from handlers.chat.slack import faces
from handlers.chat.slack.views_of_records import Outcome
from handlers.on_question import Reply
from tests.chat import view_samples as samples
from tests.chat.block_pictures import draw, message_page, view_page

FOLDER = Path(__file__).parent / "pictures"
SHOWN = ("card", "home", "answer", "channel", "mail")
"""What there are pictures of."""

Json = Mapping[str, Any]


def _messages(*made: faces.Content) -> list[Json]:
    return [{"text": content.text, "blocks": list(content.blocks)} for content in made]


def _answer() -> list[Json]:
    days = range(4, 16)
    visits = [samples.agreed_visit(440 + day, samples.school_day(day)) for day in days]
    named = [samples.listed(visit, samples.SCHOOLS[number % 12]) for number, visit in enumerate(visits)]
    reply = Reply("12 visits from Wednesday 13 January 2027 to Tuesday 26 January 2027", tuple(named))
    return _messages(faces.answer(reply, "my visits in the next two weeks", 0))


def _channel() -> list[Json]:
    agreed = samples.agreed_visit(418, samples.TUESDAY)
    return _messages(
        faces.visit_message(samples.listed(agreed, samples.SCHOOLS[2])),
        faces.visit_message(samples.listed(samples.visit(450), samples.SCHOOLS[9], samples.DANA)),
        faces.visit_message(samples.listed(samples.waiting_visit())),
    )


def _done() -> list[Json]:
    outcome = Outcome("Agreed Tuesday 26 January 2027, morning", "Sam Okafor", samples.RECEIVED)
    return _messages(
        faces.closed_card("VS-0421", samples.OAK.name, outcome, newer=False),
        faces.closed_card("VS-0421", samples.OAK.name, outcome, newer=True),
    )


def _confirmation() -> list[Json]:
    sentence = (
        "Agree Tuesday 26 January 2027, morning with Hethersett Oak Primary School (VS-0421)."
        " Taking part: Tom Askew (governor). The school gets a confirmation."
    )
    schools = [("Hethersett Oak Primary School", "a"), ("Hethersett Ash Academy", "b")]
    return _messages(faces.confirmation(sentence, "{}"), faces.choice("Which school?", schools, "deed_choose"))


def _manager() -> list[Json]:
    waiting = tuple(samples.listed(samples.waiting_visit(450 + place), samples.SCHOOLS[place]) for place in range(2))
    return [faces.home(samples.home_shown(is_manager=True, team=samples.TEAM, team_waiting=waiting))]


def _coverage() -> list[Json]:
    reply = Reply("120 of 400 schools visited, 96 agreed, 184 without a date.", coverage=samples.COVERAGE)
    return _messages(faces.answer(reply, "coverage", 0), faces.for_all(reply))


_SENSITIVE = samples.ReasonCode.SENSITIVE
_TOLD = ("VS-0421 Hethersett Oak Primary School: offered 3 half days", "VS-0450 Bowthorpe Green: cancelled")

SNAPSHOTS: Mapping[str, Callable[[], list[Json]]] = {
    "card": lambda: _messages(faces.card(samples.open_card())),
    "card_sensitive": lambda: _messages(faces.card(samples.open_card(code=_SENSITIVE))),
    "card_stranger": lambda: _messages(faces.card(samples.open_card(code=samples.ReasonCode.UNKNOWN_SENDER))),
    "card_taken": lambda: _messages(faces.card(samples.open_card(taken_by="Dana Whitlock"))),
    "card_done": _done,
    "channel": _channel,
    "answer": _answer,
    "coverage": _coverage,
    "confirmation": _confirmation,
    "home": lambda: [faces.home(samples.home_shown())],
    "home_manager": _manager,
    "mail": lambda: [faces.mail_modal("VS-0421:77", samples.mail_shown())],
    "contact": lambda: [faces.contact_modal("VS-0421:77", "Priya Nair", "p.nair@oak.example")],
    "correct": lambda: [faces.correct_modal("VS-0421:77", samples.TUESDAY, "Tom Askew, governor")],
    "digest": lambda: _messages(faces.digest_message(samples.digest())),
    "summary": lambda: _messages(faces.summary(samples.TODAY, _TOLD)),
}
"""By name: messages (text and blocks) or one view each."""


def written(made: list[Json]) -> str:
    """A snapshot as it stands in its file."""
    return json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def page_of(made: list[Json]) -> str:
    """A snapshot as a page."""
    if "type" in made[0]:
        return view_page(made[0])
    return message_page(*((f"9:{42 + place}am", item["blocks"]) for place, item in enumerate(made)))


def renew() -> None:
    """Write all of them."""
    FOLDER.mkdir(exist_ok=True)
    for name, make in SNAPSHOTS.items():
        (FOLDER / f"{name}.json").write_text(written(make()), encoding="utf-8")
    chromium = shutil.which("chromium")
    for name in SHOWN if chromium else ():
        draw(page_of(SNAPSHOTS[name]()), FOLDER / f"{name}.png", str(chromium))


if __name__ == "__main__":
    renew()
