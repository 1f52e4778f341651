"""What the views show, gathered from the records."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from bot.digest_values import Coverage
from bot.effects import MailEffect
from bot.model import Adviser, HistoryLine, OfferedSlot, School, Slot, Visit
from bot.reading.letter import read_letter
from bot.reading.visible import visible
from handlers.chat.slack.views.team import Colleague
from handlers.demo.marks import Stretch, cut
from handlers.listing import ListedVisit
from handlers.surroundings import cast_of
from storage.records import Records
from storage.stored import StoredLetter

TAKEN_ON = "an adviser takes it on"
"""The rule under which the story says that somebody handles what waits."""


@dataclass(frozen=True, slots=True)
class OpenCard:
    """What an adviser's card is made of: the visit as it waits, and the effect that told why.

    `slots` are those that could be booked as they stand; `letter` is without its bytes; `taken_by` is the name of who
    handles it, "" for nobody yet.
    """

    visit: Visit
    school: School
    adviser: Adviser
    effect_id: int
    slots: tuple[OfferedSlot, ...]
    letter: StoredLetter | None
    taken_by: str

    @property
    def key(self) -> str:
        """The card's key in the chat."""
        return card_key(self.visit.reference, self.effect_id)

    def slot(self, option: int) -> Slot | None:
        """The half day under that number."""
        return next((item.slot for item in self.slots if item.option == option), None)


@dataclass(frozen=True, slots=True)
class HomeShown:
    """What the App Home of one person shows: their agreed visits from today on, and what waits for them.

    `cards` are those of the first that wait. `team_waiting` and `team_week` are the whole team's, what waits and what
    is agreed in the next seven days, and `team` its advisers in figures: for managers, else empty. Everything is in
    the order in which it is to be shown.
    """

    name: str
    today: dt.date
    mine: tuple[ListedVisit, ...]
    waiting: tuple[ListedVisit, ...]
    coverage: Coverage
    is_manager: bool
    cards: tuple[OpenCard, ...] = ()
    team: tuple[Colleague, ...] = ()
    team_waiting: tuple[ListedVisit, ...] = ()
    team_week: tuple[ListedVisit, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of something that waited: in words, who did it (a name), and when."""

    told: str
    by: str
    at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class MailShown:
    """A letter as its modal shows it: its text cut where what was understood says something about it."""

    letter_id: int
    writer: str
    subject: str
    received: dt.datetime
    stretches: tuple[Stretch, ...]


def mail_shown(records: Records, letter_id: int) -> MailShown | None:
    """A letter, read anew from its bytes; None where there is none."""
    stored = records.letter(letter_id)
    if stored is None:
        return None
    letter = read_letter(stored.raw)
    writer = f"{letter.sender.name} <{letter.sender.email}>".strip()
    stretches = cut(letter.text, visible(letter.text), stored.understanding)
    return MailShown(letter_id, writer, letter.subject, stored.received, stretches)


def card_key(reference: str, effect_id: int) -> str:
    """The key of a card in the chat."""
    return f"{reference}/chat-card/{effect_id}"


def listed(records: Records, reference: str) -> ListedVisit | None:
    """One visit with its names."""
    visit = records.visit(reference)
    return None if visit is None else ListedVisit(visit, records.school(visit.urn), records.adviser(visit.adviser))


def open_card(records: Records, reference: str) -> OpenCard | None:
    """The card of a visit that waits for its adviser, None where it does not."""
    visit = records.visit(reference)
    wanted = next(iter(records.cards_wanted(reference)), None)
    stored = records.effect(wanted.effect_id) if wanted else None
    if visit is None or stored is None or not isinstance(stored.effect, MailEffect):
        return None
    cast, mail = cast_of(records, visit), stored.effect
    letter = records.letter(mail.letter_id, whole=False) if mail.letter_id is not None else None
    since = stored.recorded_at
    taken = [line for line in records.history(reference) if line.rule == TAKEN_ON and since and line.at >= since]
    return OpenCard(
        visit=visit,
        school=cast.school,
        adviser=cast.adviser,
        effect_id=stored.id,
        slots=mail.slots,
        letter=letter,
        taken_by=who(records, taken[-1].by) if taken else "",
    )


def outcome_since(records: Records, reference: str, since: dt.datetime) -> Outcome:
    """The last thing that happened to a visit since that moment."""
    lines = [line for line in records.history(reference) if line.at >= since and line.rule != TAKEN_ON]
    if not lines:
        return Outcome("Settled", "")
    last = [line for line in lines if (line.at, line.by) == (lines[-1].at, lines[-1].by)]
    return Outcome("; ".join(_told(line) for line in last), who(records, last[-1].by), last[-1].at)


def _told(line: HistoryLine) -> str:
    return "A note was added" if line.what.startswith("Note: ") else line.what


def who(records: Records, by: str) -> str:
    """The person or thing behind a line of the story, as a name."""
    adviser = records.adviser(by)
    if adviser is not None:
        return adviser.name
    return "a letter of the school" if by.startswith("letter ") else by
