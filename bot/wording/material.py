"""All that a mail is made of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from bot.digest_values import Digest
from bot.effects import MailEffect
from bot.model import Address, Adviser, Contact, Hours, School, Team, Visit


@dataclass(frozen=True, slots=True)
class MailMaterial:
    """One mail to be written: what is to be done, and the facts that its words need.

    `reply_to` is where answers shall go, "" for the team's own address.

    `message_id`, `in_reply_to` and `references` carry their angle brackets; `in_reply_to` is "" for a new thread.
    `date` is aware. `thread_subject` is the subject of the thread's first mail of ours, "" for a new thread.
    `contacts` are the school's people whom an invitation lists as well as those the mail goes to. `letter_sender` is
    who wrote the letter that a card is about; `digest` is what a digest shows.
    """

    effect: MailEffect
    message_id: str
    date: dt.datetime
    team: Team
    hours: Hours
    to: tuple[Address, ...]
    cc: tuple[Address, ...] = ()
    adviser: Adviser | None = None
    school: School | None = None
    contacts: tuple[Contact, ...] = ()
    visit: Visit | None = None
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    thread_subject: str = ""
    reply_to: str = ""
    letter_sender: Address | None = None
    digest: Digest | None = None
