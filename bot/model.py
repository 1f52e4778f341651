"""The nouns of a visit, as frozen values.

Dates are dates; instants are aware datetimes in UTC (Europe/London at the edge); `now` and `today` are arguments.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum


class Part(StrEnum):
    """The half of a school day."""

    AM = "am"
    PM = "pm"


class Weekday(StrEnum):
    """A school weekday, as the reply corpus writes it."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"


WEEKDAYS: tuple[Weekday, ...] = tuple(Weekday)


class VisitState(StrEnum):
    """Where a visit stands in its life."""

    TO_ARRANGE = "to_arrange"
    OFFERED = "offered"
    AGREED = "agreed"
    VISITED = "visited"
    REPORTED = "reported"
    SIGNED_OFF = "signed_off"
    CANCELLED = "cancelled"


DATED_STATES = frozenset({VisitState.AGREED, VisitState.VISITED, VisitState.REPORTED, VisitState.SIGNED_OFF})
"""The states in which, and only in which, a visit has an agreed slot."""


class WaitingFor(StrEnum):
    """Whose turn it is."""

    SCHOOL = "school"
    ADVISER = "adviser"
    NOBODY = "nobody"


class ReasonCode(StrEnum):
    """Why a visit waits for an adviser, or why a letter was held: a closed list."""

    UNCLEAR = "unclear"
    TENTATIVE = "tentative"
    CONDITIONAL = "conditional"
    QUESTION = "question"
    PROPOSED_DATE = "proposed_date"
    SLOT_TAKEN = "slot_taken"
    CLASHING_DATE = "clashing_date"
    SILENT = "silent"
    BOUNCED = "bounced"
    UNKNOWN_SENDER = "unknown_sender"
    UNKNOWN_VISIT = "unknown_visit"
    FAILED_AUTHENTICATION = "failed_authentication"
    SENSITIVE = "sensitive"
    WRONG_PERSON = "wrong_person"
    COMPLAINT = "complaint"
    ROUNDS_USED = "rounds_used"
    NO_SLOTS = "no_slots"
    NO_CONTACT = "no_contact"
    DISPUTE = "dispute"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    BROKEN_LETTER = "broken_letter"
    LOOP = "loop"
    DIARY_CHANGED = "diary_changed"
    SENDING_UNCLEAR = "sending_unclear"


class Role(StrEnum):
    """The part a person plays at a school, as the reply corpus names it."""

    GOVERNOR = "governor"
    DESIGNATED_TEACHER = "designated_teacher"
    HEADTEACHER = "headteacher"
    DEPUTY_HEAD = "deputy_head"
    SENCO = "senco"
    SAFEGUARDING_LEAD = "safeguarding_lead"
    PASTORAL = "pastoral"
    PUPIL_PREMIUM_LEAD = "pupil_premium_lead"
    ATTENDANCE = "attendance"
    BUSINESS_MANAGER = "business_manager"
    CLASS_TEACHER = "class_teacher"
    TEACHING_ASSISTANT = "teaching_assistant"
    PUPIL = "pupil"
    OTHER = "other"


class Governor(StrEnum):
    """What has been said about a governor taking part."""

    NAMED = "named"
    UNNAMED = "unnamed"
    UNAVAILABLE = "unavailable"
    NOT_MENTIONED = "not_mentioned"


class Kind(StrEnum):
    """Who is talking in a letter: a person, or which sort of machine."""

    REPLY = "reply"
    AUTO_REPLY = "auto_reply"
    BOUNCE = "bounce"
    CALENDAR = "calendar"


class Action(StrEnum):
    """The one thing a letter asks for next (the labels of the reply corpus)."""

    CONFIRM = "confirm"
    CONSIDER = "consider"
    REOFFER = "reoffer"
    UPDATE_ATTENDEES = "update_attendees"
    CANCEL = "cancel"
    SIGN_OFF = "sign_off"
    DISPUTE = "dispute"
    HAND_OVER = "hand_over"
    WAIT = "wait"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """One half day: a date and its part."""

    date: dt.date
    part: Part


@dataclass(frozen=True, slots=True)
class OfferedSlot:
    """A slot under the number that it has in its offer (1 to 5)."""

    option: int
    slot: Slot


@dataclass(frozen=True, slots=True, order=True)
class ProposedSlot:
    """A date that the school puts forward; `part` is None where the half of the day was not said."""

    date: dt.date
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """A span of days, inclusive, in which the school can be offered slots.

    `weekdays` empty means any; `part` None means either half of the day.
    """

    start: dt.date
    end: dt.date
    weekdays: tuple[Weekday, ...] = ()
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class School:
    """A school as the national register (GIAS) names it; `urn` is the key."""

    urn: str
    name: str
    type: str = ""
    phase: str = ""
    local_authority: str = ""
    district: str = ""
    street: str = ""
    town: str = ""
    postcode: str = ""
    easting: int | None = None
    northing: int | None = None
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class Contact:
    """A person at a school. `email` is lower case; URN and email are the key."""

    name: str
    role: Role | None
    email: str
    active: bool = True
    bounced: bool = False


@dataclass(frozen=True, slots=True)
class Adviser:
    """A member of the team who visits; `email` (lower case) is the key."""

    name: str
    email: str
    slack_id: str = ""
    districts: tuple[str, ...] = ()
    working_days: frozenset[Weekday] = frozenset(WEEKDAYS)
    active: bool = True


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person who will take part in a visit, as the school named them; never both None."""

    name: str | None
    role: Role | None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that led to one conclusion.

    `about` names the conclusion ("accepted", "ruled_out", "proposed", "window", "attendee", "governor",
    "sensitive", "action", "kind"); `value` is it in plain form ("2027-01-26 am", "Tom Askew (governor)"); `start`
    and `end` are character offsets, half open, into the letter's text as received; `rule` names what decided.
    """

    about: str
    value: str
    words: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Understanding:
    """What the writer of one letter said, and the words that show it.

    `reason` is set where a person must look (`Action.HAND_OVER`); `rule` names the rule that chose the action;
    `returns_on` is the first day an absent person is back; `stand_in` is who deals with the visit instead.
    """

    kind: Kind
    action: Action
    accepted: tuple[Slot, ...] = ()
    ruled_out: tuple[Slot, ...] = ()
    proposed: tuple[ProposedSlot, ...] = ()
    windows: tuple[Window, ...] = ()
    attendees: tuple[Attendee, ...] = ()
    absent: tuple[Attendee, ...] = ()
    governor: Governor = Governor.NOT_MENTIONED
    sensitive: bool = False
    reason: ReasonCode | None = None
    rule: str = ""
    returns_on: dt.date | None = None
    stand_in: Contact | None = None
    has_question: bool = False
    evidence: tuple[Evidence, ...] = ()


class OfferState(StrEnum):
    """Whether an offer's slots are still held."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Offer:
    """The numbered slots sent in one email.

    `number` counts a visit's offers from 1. While `state` is open the slots are held: no other open offer of the same
    adviser may have them. `chase_on` is the first day a chase may go.
    """

    number: int
    slots: tuple[OfferedSlot, ...]
    state: OfferState = OfferState.OPEN
    recorded_at: dt.datetime | None = None
    sent_at: dt.datetime | None = None
    chases: int = 0
    chase_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """One school in one academic year (`academic_year` 2027 is September 2026 to August 2027).

    `sequence` is that of the last invitation sent (RFC 5545, 3.8.7.4), -1 before the first. `revision` counts how often
    the visit was stored, so that nobody overwrites what another has changed since.
    """

    reference: str
    urn: str
    academic_year: int
    adviser: str
    state: VisitState = VisitState.TO_ARRANGE
    waiting_for: WaitingFor = WaitingFor.NOBODY
    reason_code: ReasonCode | None = None
    reason: str = ""
    agreed: Slot | None = None
    attendees: tuple[Attendee, ...] = ()
    governor: Governor = Governor.NOT_MENTIONED
    offers: tuple[Offer, ...] = ()
    contact: str = ""
    rounds: int = 0
    sequence: int = -1
    reminded_for: dt.date | None = None
    first_sent_at: dt.datetime | None = None
    agreed_at: dt.datetime | None = None
    updated: dt.datetime | None = None
    refused: tuple[Slot, ...] = ()
    revision: int = field(default=0, compare=False)

    @property
    def open_offer(self) -> Offer | None:
        """The offer that the school is being asked about now, if any."""
        last = self.offers[-1] if self.offers else None
        return last if last is not None and last.state is OfferState.OPEN else None

    def offer(self, number: int) -> Offer | None:
        """The offer of that number, open or not."""
        return next((offer for offer in self.offers if offer.number == number), None)


class ConversationState(StrEnum):
    """What the reader must know of a visit's state to understand a reply."""

    OFFERED = "offered"
    AGREED = "agreed"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Conversation:
    """What the reader may know of a visit: the offer that is replied to, what is agreed, and who is there.

    `sequence` is that of the last invitation sent, -1 before the first: a calendar's answer to an older one is stale.
    """

    reference: str
    state: ConversationState
    school: str
    offered: tuple[OfferedSlot, ...]
    agreed: Slot | None = None
    contacts: tuple[Contact, ...] = ()
    sequence: int = -1


@dataclass(frozen=True, slots=True)
class Address:
    """A mail address with its display name; `email` is lower case, "" where none could be read."""

    name: str
    email: str

    @property
    def domain(self) -> str:
        """The part after the @, or "" where there is none."""
        return self.email.rpartition("@")[2] if "@" in self.email else ""


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """What a bounce says (RFC 3464): whose mail failed, how (`5.1.1`), and which of our mails it was."""

    recipient: str
    status: str
    permanent: bool
    original_message_id: str = ""


@dataclass(frozen=True, slots=True)
class CalendarAnswer:
    """What a calendar program says (RFC 5546). `start` is None where the part has no DTSTART."""

    method: str
    partstat: str
    start: dt.datetime | dt.date | None
    uid: str = ""
    sequence: int | None = None
    attendee: str = ""
    comment: str = ""


class LetterState(StrEnum):
    """What became of a stored letter: not yet read, acted on, with a person, unreadable, or nothing to do."""

    NEW = "new"
    HANDLED = "handled"
    HELD = "held"
    SET_ASIDE = "set_aside"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A part of a letter that is listed and never opened; `size` in bytes, `sha256` in hex."""

    filename: str
    content_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Letter:
    """One email as received (RFC 5322), read but not yet understood.

    `headers` keeps every header in order, names in lower case, values unfolded and decoded; `text` is the whole plain
    text (from the HTML part where there is no other); Message-IDs carry their angle brackets.
    """

    message_id: str
    sender: Address
    subject: str
    text: str
    headers: tuple[tuple[str, str], ...] = ()
    to: tuple[Address, ...] = ()
    reply_to: tuple[Address, ...] = ()
    date: dt.datetime | None = None
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    delivery_report: DeliveryReport | None = None
    calendar: CalendarAnswer | None = None
    attachments: tuple[Attachment, ...] = ()
    defects: tuple[str, ...] = ()

    def header(self, name: str) -> str:
        """The first value of a header, or "" where it is absent; `name` in lower case."""
        for key, value in self.headers:  # a loop, as this is asked some twenty times a letter
            if key == name:
                return value
        return ""

    def all_headers(self, name: str) -> tuple[str, ...]:
        """Every value of a header, topmost first; `name` in lower case."""
        return tuple(value for key, value in self.headers if key == name)


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text that stands in the letter's text word for word, at offset `start`.

    `answers` holds the quoted lines directly above, where the writer answered in between; else None.
    """

    text: str
    start: int
    answers: str | None = None


@dataclass(frozen=True, slots=True)
class Visible:
    """What this person newly wrote, apart from signature, quote and disclaimer; each passage word for word."""

    passages: tuple[Passage, ...]
    signature: tuple[Passage, ...] = ()
    quoted: tuple[Passage, ...] = ()
    forwarded: bool = False

    @property
    def text(self) -> str:
        """The newly written passages, one blank line between them."""
        return "\n\n".join(passage.text for passage in self.passages)


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line of a visit's append-only story: what changed, when, and who or which letter caused it."""

    at: dt.datetime
    what: str
    by: str
    letter_id: int | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Policy:
    """What a council may set about how visits are arranged; defaults as in the example configuration."""

    options: int = 3
    notice_school_days: int = 10
    chase_after_school_days: int = 5
    chases: int = 2
    offer_rounds: int = 3
    book_proposed: bool = False
    remind_school_days: int = 5
    send_from: dt.time = dt.time(7)
    send_until: dt.time = dt.time(19)
    mails_a_day: int = 3
    terms: tuple[str, ...] = ("spring", "summer")


@dataclass(frozen=True, slots=True)
class Hours:
    """When the two halves of a school's day begin and end, local time."""

    am_start: dt.time = dt.time(9, 15)
    am_end: dt.time = dt.time(12, 15)
    pm_start: dt.time = dt.time(13, 0)
    pm_end: dt.time = dt.time(15, 30)

    def of(self, part: Part) -> tuple[dt.time, dt.time]:
        """Begin and end of that half of the day."""
        return (self.am_start, self.am_end) if part is Part.AM else (self.pm_start, self.pm_end)


@dataclass(frozen=True, slots=True)
class Team:
    """Who we are, in every mail: the mailbox's address and name."""

    address: str
    name: str
    hours: Hours = field(default_factory=Hours)

    @property
    def domain(self) -> str:
        """The mail domain, as used in Message-IDs and in invitations' UIDs."""
        return self.address.rpartition("@")[2]
