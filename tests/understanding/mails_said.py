"""Banks of short mails, each to its own offer, with what is expected of it: the files `ways/mails-*.txt`.

`@X now | state | slots` names an offer, the agreed slot with a star. `X | meaning | mail` is a mail to it; the meaning
is the action, `+` and the options said yes to, `-` and the options refused, and the days asked for, month-day and part.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from bot.model import Action, Conversation, ConversationState, OfferedSlot, Part, Slot, Understanding
from bot.understanding.reply import understand
from tests.understanding.replying import CALENDAR, CONTACT, LONDON, letter
from tests.understanding.ways_said import lines


@dataclass(frozen=True)
class Offer:
    """What is on offer when a mail comes, and what is agreed."""

    now: dt.datetime
    state: str
    slots: tuple[OfferedSlot, ...]
    agreed: Slot | None


@dataclass(frozen=True)
class Mail:
    """A mail, its offer and the meaning that is expected."""

    offer: Offer
    meaning: tuple[str, ...]
    text: str


def mails(bank: str) -> Iterator[Mail]:
    """The mails of a bank."""
    offers: dict[str, Offer] = {}
    for line in lines(bank):
        first, second, rest = (part.strip() for part in line.split("|", 2))
        if first.startswith("@"):
            offers[first[1]] = offer(first[3:], second, rest)
        else:
            meaning = tuple(part.strip() for part in second.split(";"))
            yield Mail(offers[first], meaning, rest.replace("\\n", "\n"))


def offer(day: str, state: str, slots: str) -> Offer:
    """An offer as the head of a bank writes it."""
    now = dt.datetime.combine(dt.date.fromisoformat(day), dt.time(10, 30), LONDON)
    days = [slot.strip() for slot in slots.split(",")]
    taken = [slot(day) for day in days]
    agreed = [slot(day) for day in days if day.startswith("*")]
    return Offer(now, state, tuple(OfferedSlot(at, it) for at, it in enumerate(taken, 1)), (*agreed, None)[0])


def slot(words: str) -> Slot:
    """ "*2027-03-24 pm"."""
    day, part = words.lstrip("*").split()
    return Slot(dt.date.fromisoformat(day), Part(part))


def seen_in(mail: Mail) -> Understanding:
    """What is understood of the mail."""
    its = mail.offer
    state = ConversationState(its.state)
    talk = Conversation("VS-0421", state, "Oak School", its.slots, its.agreed, (CONTACT,))
    return understand(letter(mail.text), talk, CALENDAR, its.now)


def meaning_of(mail: Mail, seen: Understanding) -> tuple[str, ...]:
    """What was understood, as the banks write it."""
    numbers = {item.slot: str(item.option) for item in mail.offer.slots}
    accepted = "".join(sorted(numbers[each] for each in seen.accepted)) if seen.action is Action.CONFIRM else ""
    refused = "".join(sorted(numbers[each] for each in seen.ruled_out))
    days = " ".join(
        f"{each.date:%m-%d}{each.part or ''}" for each in sorted(seen.proposed, key=lambda it: (it.date, it.part or ""))
    )
    parts = [seen.action.value, accepted and f"+{accepted}", refused and f"-{refused}"]
    if seen.action is Action.CONSIDER:
        parts.append(days)
    return tuple(part for part in parts if part) if seen.action is not Action.HAND_OVER else (seen.action.value,)


def decided(meaning: tuple[str, ...]) -> tuple[str, ...]:
    """The part of a meaning that is acted on: the action, and the slots said yes to."""
    return tuple(part for part in meaning if not part.startswith("-") and not part[0].isdigit())
