"""A council whose schools answer clearly, and a year of it: the world that the year's test and benchmark share."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bot.local_time import LONDON
from bot.model import Adviser, Contact, Part, Role, School, Slot
from bot.school_days import usual_school_year
from bot.wording.dates import MONTH_NAMES
from handlers.chat.none import NoChannel
from handlers.clock import FixedClock
from handlers.inviting import invite
from handlers.parts import Parts
from handlers.run import run_once
from handlers.settings import load_settings
from handlers.wiring import build, open_store

FIRST, LAST = dt.date(2027, 1, 5), dt.date(2027, 7, 22)
OPTION = re.compile(r"^([1-5])\. \w+ (\d{1,2}) (\w+) (\d{4}), (morning|afternoon) \(", re.MULTILINE)
MONTHS = list(MONTH_NAMES)
YES = (
    "Option {option} please. Tom Askew (governor) will join us.",
    "Hello,\r\n\r\nWe would like {day} please.\r\n\r\nKind regards",
    "{option} works for us, thank you.",
    "Yes to {day}, {half}. Our chair of governors will be there.",
    "Hi\r\n{day} is fine for us. See you then.",
    "Please book us in for {day} in the {half}.",
)
NO = "Sorry, none of these dates work for us. Could you offer some others?"
MOVE = "I am afraid we can no longer do {day}, we have an inspection. Could you offer another date please?"
PEOPLE = "Just to let you know that Jane Poole (SENCO) will join us as well."


@dataclass(frozen=True, slots=True)
class Habit:
    """How a school answers: which mails of a conversation with what, after how many school days."""

    name: str
    share: int
    answers: tuple[tuple[str, str], ...]
    delay: int = 1


HABITS = (
    Habit("answers at once", 60, (("offer", "yes"),)),
    Habit("answers after some days", 12, (("offer", "yes"),), delay=3),
    Habit("wants others first", 10, (("offer", "no"), ("reoffer", "yes"))),
    Habit("answers the first reminder", 6, (("chase", "yes"),)),
    Habit("answers the second reminder", 3, (("chase", ""), ("chase", "yes"))),
    Habit("moves the date later", 4, (("offer", "yes"), ("confirmation", "move"), ("reoffer", "yes")), delay=2),
    Habit("names people later", 3, (("offer", "yes"), ("confirmation", "people"))),
    Habit("never answers", 2, ()),
)
"""Shares add up to 100: schools are dealt out by them, the same every time."""


def habit_of(number: int) -> Habit:
    """The habit of the school of that number."""
    at = number * 37 % 100
    for habit in HABITS:
        if at < habit.share:
            return habit
        at -= habit.share
    raise ValueError("the shares do not add up to 100")


@dataclass(slots=True)
class SimulatedSchool:
    """One school: what it was sent, what it said yes to, and what it will send and when."""

    number: int
    urn: str
    email: str
    habit: Habit
    waits_for: list[tuple[str, str]] = field(default_factory=list)
    said_yes_to: list[Slot] = field(default_factory=list)
    gave_up: list[Slot] = field(default_factory=list)
    outbox: list[tuple[dt.date, bytes]] = field(default_factory=list)


@dataclass(slots=True)
class Year:
    """A whole year: run it with `play`, then look at what the database and the mail folders hold."""

    folder: Path
    parts: Parts
    schools: dict[str, SimulatedSchool]
    letters: int = 0
    seconds_of_days: list[float] = field(default_factory=list)
    letters_of_days: list[int] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def play(self, timed: Callable[[Callable[[], None]], float]) -> None:
        """Invite everybody on the first day, then one round each school day; `timed` runs a thing and says how long."""
        days = [day for day in usual_school_year(2027).days if FIRST <= day <= LAST]
        invite(self.parts, _at(FIRST, 8))
        for day in days:
            self._deliver(day)
            self.seconds_of_days.append(timed(lambda day=day: self._round(day)))
            self._read(day)

    def _round(self, day: dt.date) -> None:
        result = run_once(self.parts, _at(day, 9))
        assert not result.problems, result.problems
        self.letters += result.handled
        self.letters_of_days.append(result.handled)

    def _deliver(self, day: dt.date) -> None:
        inbox = self.folder / "mail" / "inbox" / "new"
        for school in self.schools.values():
            for due, raw in [item for item in school.outbox if item[0] <= day]:
                school.outbox.remove((due, raw))
                (inbox / f"{day}-{school.number:04}-{len(school.outbox)}").write_bytes(raw)

    def _read(self, day: dt.date) -> None:
        sent = self.folder / "mail" / "sent" / "new"
        for path in sorted(sent.iterdir()):
            if path.name in self.seen:
                continue
            self.seen.add(path.name)
            mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            school = self.schools.get(mail["To"].addresses[0].addr_spec)
            if school is not None:
                _answer(school, mail, day)


def council(folder: Path, schools: int, advisers: int) -> Year:
    """A council in a new folder, ready to play."""
    (folder / "visitbot.toml").write_text('[mail]\naddress = "visits@council.example"\n[chat]\nkind = "none"\n')
    settings = load_settings(folder / "visitbot.toml", {})
    store = open_store(settings, create=True)
    simulated = [SimulatedSchool(n, str(100000 + n), f"dt@school{n}.example", habit_of(n)) for n in range(schools)]
    usual = usual_school_year(2027)
    with store.write() as records:
        records.save_terms([term for term in usual.terms if not term.name.startswith("Autumn")], usual.closures)
        for school in simulated:
            phase = "Secondary" if school.number % 7 == 0 else "Primary"
            records.save_school(School(school.urn, f"Example School {school.number}", phase=phase))
            contact = Contact(f"Pat Teacher{school.number}", Role.DESIGNATED_TEACHER, school.email)
            records.save_contact(school.urn, contact)
            school.waits_for = list(school.habit.answers)
        for n in range(advisers):
            records.save_adviser(Adviser(f"Adviser {n}", f"adviser{n}@council.example"))
    parts = build(settings, FixedClock(_at(FIRST, 8)), channel=NoChannel())
    (folder / "mail" / "inbox" / "new").mkdir(parents=True, exist_ok=True)
    (folder / "mail" / "sent" / "new").mkdir(parents=True, exist_ok=True)
    return Year(folder, parts, {school.email: school for school in simulated})


def faults(year: Year) -> Iterator[str]:
    """What went wrong in a year that was played; nothing, if all is well."""
    calendar = usual_school_year(2027)
    with year.parts.store.read() as records:
        visits = records.visits()
    taken: dict[tuple[str, Slot], list[str]] = defaultdict(list)
    by_urn = {school.urn: school for school in year.schools.values()}
    for visit in visits:
        school = by_urn[visit.urn]
        kept = [slot for slot in school.said_yes_to if slot not in school.gave_up]
        if kept and visit.agreed != kept[-1]:
            yield f"{visit.reference} ({school.habit.name}): said yes to {kept[-1]}, agreed {visit.agreed}"
        if not school.said_yes_to and visit.agreed:
            yield f"{visit.reference}: agreed {visit.agreed} without a yes"
        if visit.agreed:
            taken[visit.adviser, visit.agreed].append(visit.reference)
            if not calendar.is_school_day(visit.agreed.date):
                yield f"{visit.reference}: {visit.agreed.date} is no school day"
    yield from (f"{adviser} is in two places on {slot}" for (adviser, slot), who in taken.items() if len(who) > 1)
    ids = Counter(_message_id(path) for path in (year.folder / "mail" / "sent" / "new").iterdir())
    yield from (f"the mail {message_id} went out {count} times" for message_id, count in ids.items() if count > 1)


def _message_id(path: Path) -> str:
    return str(email.message_from_bytes(path.read_bytes(), policy=email.policy.default)["Message-ID"])


def _answer(school: SimulatedSchool, mail: email.message.EmailMessage, day: dt.date) -> None:
    kind = str(mail["X-Visit-Mail"])
    if not school.waits_for or school.waits_for[0][0] != kind:
        return
    _, what = school.waits_for.pop(0)
    text = mail.get_body(("plain",)).get_content()
    options = [_slot(match) for match in OPTION.finditer(text)]
    if what:
        words = _words(school, what, options)
        due = day + dt.timedelta(days=school.habit.delay)
        school.outbox.append((due, _reply(school, mail, text, words, due, what)))


def _words(school: SimulatedSchool, what: str, options: list[tuple[int, Slot]]) -> str:
    if what == "yes":
        option, slot = options[school.number % len(options)]
        school.said_yes_to.append(slot)
        half = "morning" if slot.part is Part.AM else "afternoon"
        return YES[school.number % len(YES)].format(option=option, day=_day(slot), half=half)
    if what == "move":
        given_up = school.said_yes_to[-1]
        school.gave_up.append(given_up)
        return MOVE.format(day=_day(given_up))
    return NO if what == "no" else PEOPLE


def _slot(match: re.Match[str]) -> tuple[int, Slot]:
    date = dt.date(int(match[4]), MONTHS.index(match[3]) + 1, int(match[2]))
    return int(match[1]), Slot(date, Part.AM if match[5] == "morning" else Part.PM)


def _day(slot: Slot) -> str:
    return f"{slot.date:%A} {slot.date.day} {MONTHS[slot.date.month - 1]}"


def _reply(
    school: SimulatedSchool, mail: email.message.EmailMessage, text: str, words: str, day: dt.date, what: str
) -> bytes:
    quoted = "\r\n".join(f"> {line}" for line in text.splitlines())
    subject = str(mail["Subject"]).removeprefix("Re: ")
    return (
        f"From: Pat Teacher{school.number} <{school.email}>\r\n"
        f"To: Virtual School Visits <visits@council.example>\r\n"
        f"Subject: Re: {subject}\r\n"
        f"Date: {_at(day, 8):%a, %d %b %Y %H:%M:%S} +0000\r\n"
        f"Message-ID: <{what}.{day}.{school.number}@school{school.number}.example>\r\n"
        f"In-Reply-To: {mail['Message-ID']}\r\n"
        f"References: {mail['Message-ID']}\r\n"
        "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        f"{words}\r\n\r\nPat Teacher{school.number}\r\nDesignated teacher\r\nTel: 01603 555{school.number:03}\r\n\r\n"
        f"On {day:%a, %d %b %Y} at 09:00, Virtual School Visits <visits@council.example> wrote:\r\n\r\n{quoted}\r\n"
    ).encode()


def _at(day: dt.date, hour: int) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour), LONDON).astimezone(dt.UTC)
