"""A reply for a person to look at: its words with what they led to, the conclusions, and the rules that decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from bot.errors import WrongUseError
from bot.model import Letter, Understanding, Visit
from bot.reading.letter import read_letter
from bot.reading.visible import visible
from bot.school_days import academic_year, usual_school_year
from bot.understanding.reply import understand
from handlers.demo.marks import Zone, cut
from handlers.explaining.replies import conversation_of, letter_of, record
from handlers.looking_up import conversation_about
from storage.records import Records


def shown_case(case: Mapping[str, object]) -> Iterator[str]:
    """A case of the reply corpus, understood; raises WrongUseError where it is none."""
    try:
        now = dt.datetime.fromisoformat(str(case["now"]))
        letter, conversation = letter_of(record(case["message"])), conversation_of(record(case["visit"]))
    except (KeyError, TypeError, ValueError) as error:
        raise WrongUseError(f"This is no case: {error}. A case has id, now, visit and message.") from None
    calendar = usual_school_year(academic_year(now.date()))
    yield from _shown(letter, understand(letter, conversation, calendar, now))


def shown_letter(records: Records, visit: Visit, raw: bytes, now: dt.datetime) -> Iterator[str]:
    """A mail as bytes, understood as an answer to the visit's last offer."""
    letter = read_letter(raw)
    school = records.school(visit.urn)
    last = visit.offers[-1] if visit.offers else None
    if school is None:
        return
    said = understand(letter, conversation_about(records, visit, school, last), records.calendar(school), now)
    yield from _shown(letter, said)


def _shown(letter: Letter, said: Understanding) -> Iterator[str]:
    yield f"From: {letter.sender.name} <{letter.sender.email}>"
    yield f"Subject: {letter.subject}"
    yield ""
    for stretch in cut(letter.text, visible(letter.text), said):
        if stretch.zone is not Zone.WRITTEN:
            yield f"({stretch.zone}, {stretch.lines} lines, not read as an answer)"
            continue
        yield "".join(
            f"[{piece.text}]" + "".join(f"{{{label}}}" for label in piece.labels) if piece.is_marked else piece.text
            for piece in stretch.pieces
        )
    yield ""
    yield f"Kind: {said.kind}"
    yield f"Action: {said.action}, by the rule “{said.rule}”" + (f" ({said.reason})" if said.reason else "")
    for name, value in _conclusions(said):
        yield f"{name}: {value}"


def _conclusions(said: Understanding) -> Iterator[tuple[str, str]]:
    yield from (("Accepted", f"{slot.date} {slot.part}") for slot in said.accepted)
    yield from (("Ruled out", f"{slot.date} {slot.part}") for slot in said.ruled_out)
    yield from (("Proposed", f"{slot.date} {slot.part or 'either half'}") for slot in said.proposed)
    for window in said.windows:
        days = ", ".join(window.weekdays) or "any day"
        yield "Window", f"{window.start} to {window.end}, {days}, {window.part or 'either half'}"
    for person in said.attendees:
        yield "Takes part", f"{person.name or 'not named'} ({person.role or 'no role said'})"
    yield "Governor", said.governor.value.replace("_", " ")
    if said.returns_on:
        yield "Back on", said.returns_on.isoformat()
    if said.stand_in:
        yield "Write to", f"{said.stand_in.name} {said.stand_in.email}".strip()
    if said.sensitive:
        yield "Sensitive", "yes: its words stay out of the channel"
