"""A council in a folder: real database, real Maildirs, four schools that write back. The language of the journeys."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import format_datetime, getaddresses, parseaddr, parsedate_to_datetime
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.model import LetterState
from bot.ports import Post
from handlers.clock import FixedClock
from handlers.inviting import InviteResult, invite
from handlers.listing import listed_visits, visit_data
from handlers.parts import Parts
from handlers.resolving import Resolver, Wish, resolve
from handlers.run import RunResult, run_once
from handlers.settings import load_settings
from handlers.wiring import build, open_store
from storage.imports.advisers import import_advisers
from storage.imports.contacts import import_contacts
from storage.imports.schools import import_schools
from storage.imports.terms import import_terms
from storage.stored import EffectState, StoredLetter

LONDON = ZoneInfo("Europe/London")
US = "visits@council.example"

SCHOOLS = """\
URN,EstablishmentName,EstablishmentStatus (name),TypeOfEstablishment (name),PhaseOfEducation (name),LA (code),\
DistrictAdministrative (name),Street,Town,Postcode,Easting,Northing
100001,Hethersett Oak Primary School,Open,Community school,Primary,926,Norwich,Mill Road,Norwich,NR1 1AA,623000,308000
100002,Elm Park Academy,Open,Academy converter,Secondary,926,Norwich,Park Lane,Norwich,NR2 2BB,624000,309000
100003,Larch Lane Primary School,Open,Academy converter,Primary,926,Broadland,Larch Lane,Aylsham,NR11 3CC,619000,326000
100004,St Ninian's Catholic School,Open,Voluntary aided school,Secondary,926,Broadland,Abbey Street,Wroxham,NR12 4DD,\
630000,317000
"""
CONTACTS = """\
urn,name,role,email
100001,Priya Nair,Designated Teacher,p.nair@hethersettoak.example
100001,Joan Birch,Headteacher,head@hethersettoak.example
100002,Owen Pryce,Designated Teacher,o.pryce@brightertrust.example
100002,Ada Moss,Headteacher,a.moss@brightertrust.example
100003,Lena Frost,Designated Teacher,l.frost@brightertrust.example
100004,Mark Dale,Designated Teacher,mark.dale@stninians.example
"""
ADVISERS = """\
name,email,slack_id,area,working_days
Sam Reed,sam.reed@council.example,,Norwich,Mon Tue Wed Thu Fri
Dana Cole,dana.cole@council.example,,Broadland,Mon Tue Wed Thu
"""
TERMS = """\
[[terms]]
name = "Spring 2027"
start = 2027-01-05
end = 2027-03-25
[[terms]]
name = "Summer 2027"
start = 2027-04-12
end = 2027-07-22
[[closed]]
name = "February half-term"
start = 2027-02-15
end = 2027-02-19
[[closed]]
name = "May half-term"
start = 2027-05-31
end = 2027-06-04
"""
CONFIG = """\
[mail]
path = "mail"
address = "visits@council.example"
name = "Virtual School Visits"
trusted_authserv = "mx.council.example"
[digest]
to = ["manager@council.example"]
[log]
level = "error"
"""
OAK, ELM, LARCH, NINIAN = "100001", "100002", "100003", "100004"
NAIR, BIRCH = "Priya Nair <p.nair@hethersettoak.example>", "Joan Birch <head@hethersettoak.example>"
SAM = "sam.reed@council.example"

_SLOT = r"\w+ (?P<day>\d{1,2} \w+ \d{4}), (?P<part>morning|afternoon) \([^)]+\)"
_OPTION = re.compile(rf"^(?P<option>\d)\. {_SLOT}$", re.MULTILINE)
_AGREED = re.compile(rf"^Agreed: {_SLOT}$", re.MULTILINE)
_PARTS = {"morning": "am", "afternoon": "pm"}


def at(day: int, month: int, hour: int = 9, minute: int = 0, *, year: int = 2027) -> dt.datetime:
    """A moment by the clock in London."""
    return dt.datetime(year, month, day, hour, minute, tzinfo=LONDON)


INVITED = at(11, 1)
"""Monday 11 January 2027, 9:00: when the journeys begin."""


@dataclass(frozen=True)
class Mail:
    """A mail that we sent, as the school sees it."""

    message: EmailMessage
    raw: bytes

    def __getattr__(self, name: str) -> str:
        """Headers by name: `mail.in_reply_to`."""
        return str(self.message.get(name.replace("_", "-"), ""))

    @property
    def kind(self) -> str:
        """What it is for."""
        return str(self.message["X-Visit-Mail"])

    @property
    def reference(self) -> str:
        """Its visit."""
        return str(self.message.get("X-Visit-Reference", ""))

    @property
    def id(self) -> str:
        """Its Message-ID."""
        return str(self.message["Message-ID"])

    @property
    def to(self) -> list[str]:
        """The addresses of To."""
        return [address for _, address in getaddresses([str(self.message["To"])])]

    @property
    def cc(self) -> list[str]:
        """The addresses of Cc."""
        return [address for _, address in getaddresses([str(self.message.get("Cc", ""))]) if address]

    @property
    def sent(self) -> dt.datetime:
        """Its date."""
        return parsedate_to_datetime(str(self.message["Date"]))

    @property
    def text(self) -> str:
        """Its plain text."""
        body = self.message.get_body(("plain",))
        assert body is not None
        return str(body.get_content()).replace("\r\n", "\n")

    @property
    def options(self) -> dict[int, tuple[str, str]]:
        """The numbered half days: option → (ISO date, part)."""
        return {int(found["option"]): _slot(found) for found in _OPTION.finditer(self.text)}

    @property
    def agreed(self) -> tuple[str, str] | None:
        """The half day of the line "Agreed: …"."""
        found = _AGREED.search(self.text)
        return _slot(found) if found else None

    @property
    def calendar(self) -> dict[str, str]:
        """METHOD, UID, SEQUENCE and DTSTART of its calendar part; {} where it has none."""
        part = next((part for part in self.message.walk() if part.get_content_type() == "text/calendar"), None)
        if part is None:
            return {}
        lines = str(part.get_content()).replace("\r\n ", "").splitlines()
        event = lines.index("BEGIN:VEVENT")
        pairs = (line.partition(":")[::2] for line in (*lines[: lines.index("BEGIN:VTIMEZONE")], *lines[event:]))
        return {name.partition(";")[0]: value for name, value in pairs}


def _slot(found: re.Match[str]) -> tuple[str, str]:
    day = dt.datetime.strptime(found["day"], "%d %B %Y").replace(tzinfo=LONDON).date()
    return day.isoformat(), _PARTS[found["part"]]


@dataclass
class Listening:
    """The team's channel, with its lines kept."""

    posts: list[Post] = field(default_factory=list)

    def post(self, post: Post) -> None:
        """Keep a line."""
        self.posts.append(post)

    def find_posted(self, key: str) -> bool:
        """Whether that line was kept."""
        return any(post.key == key for post in self.posts)

    @property
    def text(self) -> str:
        """All lines."""
        return "\n".join(f"{post.thread} {post.text}" for post in self.posts)


def make_template(folder: Path) -> None:
    """A folder with everything imported, to be copied for each world."""
    (folder / "visitbot.toml").write_text(CONFIG)
    for name, content in (("schools", SCHOOLS), ("contacts", CONTACTS), ("advisers", ADVISERS)):
        (folder / f"{name}.csv").write_text(content)
    (folder / "terms.toml").write_text(TERMS)
    store = open_store(load_settings(folder / "visitbot.toml", {}), create=True)
    for run, name in (
        (import_schools, "schools.csv"),
        (import_contacts, "contacts.csv"),
        (import_advisers, "advisers.csv"),
        (import_terms, "terms.toml"),
    ):
        result = run(store, folder / name)
        assert not result.problems, result.problems
    store.engine.dispose()


class World:
    """One council. Every moment is said; nothing here looks at a clock."""

    def __init__(self, folder: Path, template: Path, more_config: str = "") -> None:
        shutil.copytree(template, folder, dirs_exist_ok=True)
        self.folder = folder
        self.config = folder / "visitbot.toml"
        self.config.write_text(CONFIG + more_config)
        self.channel = Listening()
        self.parts: Parts = build(load_settings(self.config, {}), FixedClock(INVITED), channel=self.channel)
        self._numbers = count(1)
        self._seen: set[str] = set()

    def close(self) -> None:
        """Let the database go."""
        self.parts.store.engine.dispose()

    # what we do

    def invite(self, urn: str | None = OAK, now: dt.datetime = INVITED, **options: object) -> InviteResult:
        """Invite one school, or all (None)."""
        return invite(self.parts, now, urn=urn, **options)  # type: ignore[arg-type]

    def run(self, now: dt.datetime, *, problems: bool = False) -> list[Mail]:
        """One round of work; the mails that it sent, in the order in which they were recorded."""
        result = self.round(now)
        assert bool(result.problems) == problems, result.problems
        return self.new_mails()

    def round(self, now: dt.datetime) -> RunResult:
        """One round of work."""
        return run_once(self.parts, now)

    def resolve(self, resolver: Resolver, now: dt.datetime, *, reference: str = "VS-0001", note: str = "") -> None:
        """An adviser decides."""
        resolve(self.parts, reference, resolver, Wish(SAM, note), now)

    def offered(self, urn: str = OAK, now: dt.datetime = INVITED) -> Mail:
        """Invite a school and send its offer."""
        self.invite(urn, now)
        (mail,) = self.run(now)
        return mail

    def agreed(self, words: str = "Option 1 please.", now: dt.datetime = INVITED) -> Mail:
        """Everything up to the confirmation of the first option; the confirmation."""
        self.reply(self.offered(now=now), words, now=now + dt.timedelta(hours=1))
        (mail,) = self.run(now + dt.timedelta(hours=2))
        assert mail.kind == "confirmation", mail.text
        return mail

    # what schools do

    def reply(
        self,
        mail: Mail,
        words: str,
        *,
        now: dt.datetime,
        sender: str = NAIR,
        headers: Mapping[str, str | None] | None = None,
        quote: bool = True,
    ) -> str:
        """A person answers a mail of ours, with our words quoted below; the letter's Message-ID."""
        message = EmailMessage(policy=email.policy.SMTP)
        message["From"] = sender
        message["To"] = f"Virtual School Visits <{US}>"
        message["Subject"] = f"RE: {mail.message['Subject']}"
        message["Date"] = format_datetime(now)
        number = next(self._numbers)
        message["Message-ID"] = f"<letter.{number}@{parseaddr(sender)[1].rpartition('@')[2]}>"
        message["In-Reply-To"] = mail.id
        message["References"] = mail.id
        for name, value in (headers or {}).items():
            del message[name]
            if value is not None:
                message[name] = value
        below = f"\n\nFrom: Virtual School Visits <{US}>\nSent: {mail.sent:%d %B %Y %H:%M}\nTo: {sender}\n"
        below += f"Subject: {mail.message['Subject']}\n\n{mail.text}"
        name = parseaddr(sender)[0]
        message.set_content(f"{words}\n\nKind regards\n{name}{below if quote else ''}\n", cte="quoted-printable")
        self.drop(message.as_bytes())
        return str(message["Message-ID"])

    def write(self, words: str, *, now: dt.datetime, sender: str = NAIR, subject: str = "Visit", **headers: str) -> str:
        """A person writes anew, without answering any mail; the letter's Message-ID."""
        message = EmailMessage(policy=email.policy.SMTP)
        message["From"] = sender
        message["To"] = US
        message["Subject"] = subject
        message["Date"] = format_datetime(now)
        message["Message-ID"] = f"<letter.{next(self._numbers)}@{parseaddr(sender)[1].rpartition('@')[2]}>"
        for name, value in headers.items():
            message[name.replace("_", "-")] = value
        message.set_content(words + "\n")
        self.drop(message.as_bytes())
        return str(message["Message-ID"])

    def out_of_office(self, mail: Mail, words: str, *, now: dt.datetime, sender: str = NAIR) -> str:
        """Somebody's program answers that they are away."""
        headers = {"Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All"}
        headers["Subject"] = f"Automatic reply: {mail.message['Subject']}"
        return self.reply(mail, words, now=now, sender=sender, headers=headers, quote=False)

    def bounce(
        self, mail: Mail, *, now: dt.datetime, status: str = "5.1.1", action: str = "failed", recipient: str = ""
    ) -> None:
        """A mail server reports on our mail (RFC 3464)."""
        recipient = recipient or mail.to[0]
        number = next(self._numbers)
        raw = f"""\
From: MAILER-DAEMON@mx.council.example
To: {US}
Subject: Delivery Status Notification
Date: {format_datetime(now)}
Message-ID: <dsn.{number}@mx.council.example>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b{number}"

--b{number}
Content-Type: text/plain

Your message to {recipient}: {action}.

--b{number}
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.council.example

Final-Recipient: rfc822; {recipient}
Action: {action}
Status: {status}

--b{number}
Content-Type: message/rfc822

From: {US}
To: {recipient}
Subject: {mail.message["Subject"]}
Message-ID: {mail.id}

Dear Priya Nair
--b{number}--
"""
        self.drop(raw.replace("\n", "\r\n").encode())

    def calendar_says(self, mail: Mail, partstat: str, *, now: dt.datetime, sender: str) -> None:
        """Somebody's calendar program answers our invitation (RFC 5546, 3.2.3)."""
        address, number, event = parseaddr(sender)[1], next(self._numbers), mail.calendar
        message = EmailMessage(policy=email.policy.SMTP)
        message["From"], message["To"] = sender, US
        message["Subject"] = f"{partstat.title()}: {mail.message['Subject']}"
        message["Date"], message["Message-ID"] = (
            format_datetime(now),
            f"<calendar.{number}@{address.partition('@')[2]}>",
        )
        message["In-Reply-To"] = mail.id
        message.set_content("\n")
        text = f"""\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Calendar//EN
METHOD:REPLY
BEGIN:VEVENT
UID:{event["UID"]}
SEQUENCE:{event["SEQUENCE"]}
DTSTAMP:20270113T100000Z
DTSTART;TZID=Europe/London:{event["DTSTART"]}
ORGANIZER:mailto:{US}
ATTENDEE;PARTSTAT={partstat}:mailto:{address}
END:VEVENT
END:VCALENDAR
"""
        message.add_alternative(text.replace("\n", "\r\n"), subtype="calendar", params={"method": "REPLY"})
        self.drop(message.as_bytes())

    def drop(self, raw: bytes) -> Path:
        """Lay a letter into the inbox."""
        new = self.folder / "mail" / "inbox" / "new"
        new.mkdir(parents=True, exist_ok=True)
        path = new / f"{next(self._numbers):06}.letter"
        path.write_bytes(raw)
        return path

    # what can be seen

    def visit(self, urn: str = OAK) -> dict[str, object]:
        """The visit of a school, as `visits --format json` has it."""
        return next(item for item in self.visits() if item["urn"] == urn)

    def visits(self) -> list[dict[str, object]]:
        """All visits, as `visits --format json` has them."""
        with self.parts.store.read() as records:
            return [visit_data(item) for item in listed_visits(records)]

    def mails(self) -> list[Mail]:
        """Everything we ever sent, in the order in which it was recorded."""
        found = [_read(path) for path in (self.folder / "mail" / "sent" / "new").iterdir()]
        with self.parts.store.read() as records:
            order = {stored.message_id: stored.id for stored in self._effects(records)}
        return sorted(found, key=lambda mail: order.get(mail.id, 0))

    def new_mails(self) -> list[Mail]:
        """What we sent since this was last asked."""
        new = [mail for mail in self.mails() if mail.id not in self._seen]
        self._seen.update(mail.id for mail in new)
        return new

    def letters(self, state: LetterState | None = None) -> list[StoredLetter]:
        """Every letter that came."""
        with self.parts.store.read() as records:
            return records.letters(state)

    def letter(self, message_id: str) -> StoredLetter:
        """The letter of that Message-ID."""
        return next(letter for letter in self.letters() if letter.message_id == message_id)

    @staticmethod
    def _effects(records: object) -> Iterator[object]:
        for state in EffectState:
            yield from records.effects_in_state(state)  # type: ignore[attr-defined]


def _read(path: Path) -> Mail:
    raw = path.read_bytes()
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return Mail(message, raw)


def kinds(mails: list[Mail]) -> list[str]:
    """What the mails are for."""
    return [mail.kind for mail in mails]


def to_school(mails: list[Mail]) -> list[Mail]:
    """The mails that are not only for our own people."""
    return [mail for mail in mails if any(not address.endswith("@council.example") for address in mail.to)]
