"""How long somebody in Slack waits: for the acknowledgement, and for the answer, with every school of England known.

    python -m tests.benchmarks.benchmark_chat [--schools N] [--visits N] [--times N]

Socket Mode against our stand-in for Slack on this machine, so what Slack itself takes is not in it. The slowest of the
repetitions counts. The exit status is 1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bot.model import Adviser, Contact, Role, School
from handlers.inviting import invite
from handlers.logs import configure_logs
from handlers.parts import Parts
from tests.chat.slack_council import MAY_ID, SAM_ID
from tests.chat.slack_room import Room, slack_room
from tests.fakes import slack_payloads as says
from tests.fakes.slack_server import buttons
from tests.journeys.world import INVITED, at

ACK, ANSWER = 0.2, 1.0
"""Seconds."""
BEGIN = ("Ash", "Bram", "Cal", "Dun", "East", "Fern", "Gor", "Hol", "Ing", "Kel", "Lang", "Mor", "Nor", "Oak", "Pen")
MIDDLE = ("ber", "den", "field", "ing", "ker", "low", "man", "ner", "pole", "ring", "stow", "thor", "wald", "wick")
END = (
    "bourne",
    "bury",
    "by",
    "combe",
    "dale",
    "ford",
    "ham",
    "hurst",
    "ley",
    "mere",
    "stead",
    "thwaite",
    "ton",
    "worth",
)
SAINTS = ("St Mary's", "St John's", "Holy Trinity", "Park", "Community", "Church", "Village", "Hill")


@dataclass(slots=True)
class Waited:
    """How long people waited for one kind of request."""

    acks: list[float] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--schools", type=int, default=24_000)
    parser.add_argument("--visits", type=int, default=420)
    parser.add_argument("--times", type=int, default=5)
    arguments = parser.parse_args()
    configure_logs("error", "console")
    with tempfile.TemporaryDirectory() as folder, slack_room(Path(folder) / "bench") as room:
        room.unclear()
        _fill(room.council.world.parts, arguments.schools, arguments.visits)
        print(f"{arguments.schools:,} schools, {arguments.visits} visits, the slowest of {arguments.times}")
        print(f"{'':34}{'ack':>10}{'answer':>12}")
        measured = {name: _measure(room, ask, arguments.times) for name, ask in _requests(room).items()}
    kept = [_told(name, waited) for name, waited in measured.items()]
    return int(not all(kept))


def _fill(parts: Parts, schools: int, visits: int) -> None:
    made = [School(str(200000 + n), _name(n), phase="Primary", district=f"District {n % 320}") for n in range(schools)]
    contacts = [
        (school.urn, Contact(f"Pat Teacher{n}", Role.DESIGNATED_TEACHER, f"dt@school{n}.example"))
        for n, school in enumerate(made)
    ]
    with parts.store.write() as records:
        records.add_schools(made)
        records.add_imported_contacts(contacts)
        for n in range(20):
            records.save_adviser(Adviser(f"Adviser {n}", f"adviser{n}@council.example"))
    for school in made[:visits]:
        invite(parts, INVITED, urn=school.urn)


def _name(number: int) -> str:
    """As school names are: a place that is said once or a few times, and words that thousands share."""
    places = len(BEGIN) * len(MIDDLE) * len(END)
    place = number * 37 % places
    begin, middle, end = place % len(BEGIN), place // len(BEGIN) % len(MIDDLE), place // (len(BEGIN) * len(MIDDLE))
    return f"{BEGIN[begin]}{MIDDLE[middle]}{END[end]} {SAINTS[number // places % len(SAINTS)]} Primary School"


def _requests(room: Room) -> dict[str, Callable[[], tuple[str, dict[str, object], Callable[[], object]]]]:
    """Each kind of request: what to send, and how to see that it was answered."""
    slack, cards = room.slack, room.card()

    def response() -> Callable[[], object]:
        before = len(slack.responses)
        return lambda: len(slack.responses) > before

    def command(words: str, user: str = SAM_ID) -> Callable[[], tuple[str, dict[str, object], Callable[[], object]]]:
        return lambda: (
            "slash_commands",
            says.command(user, words, response_url=slack.response_url),
            response(),
        )

    def event(payload: Callable[[], dict[str, object]], seen: Callable[[], int]) -> Callable[[], object]:
        def ask() -> tuple[str, dict[str, object], Callable[[], object]]:
            before = seen()
            return "events_api", payload(), lambda: seen() > before

        return ask

    def click(button: dict[str, object], seen: Callable[[], Callable[[], object]]) -> Callable[[], object]:
        return lambda: ("interactive", says.click(SAM_ID, button, response_url=slack.response_url), seen())

    def view() -> Callable[[], object]:
        before = len(slack.views)
        return lambda: len(slack.views) > before

    show = buttons(room.command(SAM_ID, "hethersett")["blocks"])["Show in channel"]
    return {
        "/visits": command(""),
        "/visits hethersett": command("hethersett"),
        "/visits hethersset (misspelt)": command("hethersset oak primary"),
        "/visits week": command("week"),
        "/visits waiting": command("waiting"),
        "/visits coverage": command("coverage", MAY_ID),
        "/visits … agreed … (an order)": command(f"{_name(3)} agreed 26 Jan am by phone, with Tom Askew"),
        "/visits cancel primary (too many)": command("cancel the church primary school in Ashberbourne"),
        "a mention": event(lambda: says.mention(SAM_ID, "who's visiting on the 9th?"), lambda: len(slack.ephemeral)),
        "a direct message": event(
            lambda: says.direct_message(SAM_ID, "what have I got after half-term?"),
            lambda: len(slack.made("chat.postMessage")),
        ),
        "App Home of a manager": event(lambda: says.home_opened(MAY_ID), lambda: len(slack.made("views.publish"))),
        "card: Show the mail": click(cards["Show the mail"], view),
        "card: I will handle it": click(cards["I will handle it"], response),
        "answer: Show in channel": click(show, response),
    }


def _measure(room: Room, ask: Callable[[], tuple[str, dict[str, object], Callable[[], object]]], times: int) -> Waited:
    """The first, which loads libraries and fills caches, is left out."""
    waited = Waited()
    room.council.clock.moment = at(12, 1, 10, 5)
    for number in range(times + 1):
        kind, payload, is_answered = ask()
        begun = time.monotonic()
        envelope = room.socket.send(kind, payload)
        room.slack.wait_for(is_answered, 30)
        if number:
            waited.acks.append(envelope.delay or 0.0)
            waited.answers.append(time.monotonic() - begun)
    return waited


def _told(name: str, waited: Waited) -> bool:
    ack, answer = max(waited.acks), max(waited.answers)
    well = ack < ACK and answer < ANSWER
    print(f"{name:34}{ack * 1000:7.0f} ms{answer * 1000:9.0f} ms{'' if well else '   bar missed'}")
    return well


if __name__ == "__main__":
    sys.exit(main())
