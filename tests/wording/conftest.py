"""One school, one adviser and one visit, of which the tests of our mails change what they need."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from bot.effects import MailEffect, MailKind
from bot.model import (
    Address,
    Adviser,
    Attendee,
    Contact,
    Governor,
    Hours,
    Offer,
    OfferedSlot,
    Part,
    Role,
    School,
    Slot,
    Team,
    Visit,
    VisitState,
)
from bot.wording.mails import compose
from bot.wording.material import MailMaterial

TUESDAY = Slot(dt.date(2027, 1, 26), Part.AM)
THURSDAY = Slot(dt.date(2027, 1, 28), Part.PM)
FEBRUARY = Slot(dt.date(2027, 2, 2), Part.AM)
SLOTS = (OfferedSlot(1, TUESDAY), OfferedSlot(2, THURSDAY), OfferedSlot(3, FEBRUARY))
NOW = dt.datetime(2027, 1, 11, 9, 0, tzinfo=dt.UTC)
THREAD = "Virtual School visit to Hethersett Oak Primary School"

SCHOOL = School(
    "121001", "Hethersett Oak Primary School", street="Oak Lane", town="Hethersett", postcode="NR9 3XX", phase="Primary"
)
ADVISER = Adviser("Alex Marsh", "alex.marsh@council.example")
TEACHER = Contact("Priya Nair", Role.DESIGNATED_TEACHER, "p.nair@hethersettoak.example")
HEAD = Contact("Jo O'Brien", Role.HEADTEACHER, "head@hethersettoak.example")
VISIT = Visit(
    "VS-0421",
    "121001",
    2027,
    ADVISER.email,
    state=VisitState.OFFERED,
    contact=TEACHER.email,
    offers=(Offer(1, SLOTS, sent_at=NOW),),
    attendees=(Attendee("Tom Askew", Role.GOVERNOR), Attendee("Priya Nair", Role.DESIGNATED_TEACHER)),
    governor=Governor.NAMED,
)
USUAL: dict[MailKind, dict[str, object]] = {
    MailKind.OFFER: {"offer": 1, "slots": SLOTS},
    MailKind.CHASE: {"offer": 1, "slots": SLOTS[1:]},
    MailKind.REOFFER: {"offer": 2, "slots": SLOTS},
    MailKind.CONFIRMATION: {"agreed": TUESDAY, "sequence": 0},
    MailKind.CHANGE: {"agreed": THURSDAY, "previous": TUESDAY, "sequence": 1},
    MailKind.CANCELLATION: {"agreed": TUESDAY, "sequence": 2},
    MailKind.REMINDER: {"agreed": TUESDAY},
    MailKind.QUESTION: {"note": "Do you mean the morning or the afternoon?"},
    MailKind.REPORT: {"agreed": TUESDAY},
    MailKind.CARD: {"letter_id": 17},
}
"""What an effect of each kind about a visit usually holds."""


@pytest.fixture
def material() -> Callable[..., MailMaterial]:
    """A mail's material by kind; keywords change the effect, and `of={...}` changes the rest of the material."""

    def make(kind: MailKind, of: dict[str, object] | None = None, **changes: object) -> MailMaterial:
        effect = MailEffect(key="k", kind=kind, to=(TEACHER.email,), reference="VS-0421")
        effect = replace(effect, **(USUAL[kind] | changes))  # type: ignore[arg-type]
        made = MailMaterial(
            effect=effect,
            message_id="<visit.1@council.example>",
            date=NOW,
            team=Team("visits@council.example", "Virtual School Visits"),
            hours=Hours(),
            to=(Address(TEACHER.name, TEACHER.email),),
            adviser=ADVISER,
            school=SCHOOL,
            contacts=(TEACHER, HEAD),
            visit=VISIT,
        )
        return replace(made, **(of or {}))  # type: ignore[arg-type]

    return make


@pytest.fixture
def sent(material: Callable[..., MailMaterial]) -> Callable[..., EmailMessage]:
    """The same mail, composed and read again as any mail program would."""

    def make(kind: MailKind, of: dict[str, object] | None = None, **changes: object) -> EmailMessage:
        parsed = message_from_bytes(compose(material(kind, of, **changes)), policy=policy.default)
        assert isinstance(parsed, EmailMessage)
        return parsed

    return make


@pytest.fixture
def text(sent: Callable[..., EmailMessage]) -> Callable[..., str]:
    """The plain text of the same mail."""

    def make(kind: MailKind, of: dict[str, object] | None = None, **changes: object) -> str:
        return shown(sent(kind, of, **changes), "plain")

    return make


def shown(mail: EmailMessage, face: str) -> str:
    """One face of a mail, its line ends as Python has them."""
    body = mail.get_body((face,))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


@pytest.fixture
def html(sent: Callable[..., EmailMessage]) -> Callable[..., str]:
    """The HTML of the same mail."""

    def make(kind: MailKind, of: dict[str, object] | None = None, **changes: object) -> str:
        return shown(sent(kind, of, **changes), "html")

    return make
