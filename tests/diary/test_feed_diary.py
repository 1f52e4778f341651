"""Diaries published as calendar feeds: what is taken is seen, and no feed can hang the bot or fool it into silence."""

import datetime as dt
import itertools
import logging
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from dateutil.rrule import rrulestr
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bot.errors import PlainError
from bot.model import Part, Slot
from bot.ports import BusyPeriod, Diary, DiaryChange, DiaryEntry, DiaryError
from handlers.diary.feed import FeedDiary
from handlers.diary.feed_entries import NoCalendarError, read_feed
from handlers.diary.feed_source import LARGEST, feed_text
from handlers.diary.feed_times import busy_periods, comes_again
from handlers.diary.own import OwnDiary
from handlers.http_line import Answer, HttpLine
from tests.fakes.feed_server import FeedServer
from tests.no_hang import no_hang

NAIR = "priya.nair@council.example"
LONDON = ZoneInfo("Europe/London")
SPRING = dt.date(2027, 1, 1), dt.date(2027, 7, 22)
WINDOW = BusyPeriod(dt.datetime(2027, 1, 1, tzinfo=dt.UTC), dt.datetime(2027, 7, 22, 23, tzinfo=dt.UTC))


def at(day: int, hour: int, minute: int = 0, month: int = 1) -> dt.datetime:
    """A moment of 2027 in London, as UTC."""
    return dt.datetime(2027, month, day, hour, minute, tzinfo=LONDON).astimezone(dt.UTC)


def calendar(*events: str, more: str = "") -> str:
    made = "".join(f"BEGIN:VEVENT\r\nUID:{n}@x\r\n{event.strip()}\r\nEND:VEVENT\r\n" for n, event in enumerate(events))
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{more}{made}END:VCALENDAR\r\n".replace("\r\n", "\n")


def busy(*events: str, more: str = "") -> list[BusyPeriod]:
    return list(busy_periods(read_feed(calendar(*events, more=more)), WINDOW))


def days(found: Sequence[BusyPeriod]) -> list[str]:
    return [f"{period.start.astimezone(LONDON):%d %b %H:%M}" for period in found]


NINE = "DTSTART;TZID=Europe/London:20270111T090000\nDTEND;TZID=Europe/London:20270111T100000\n"


@dataclass
class StoppedClock:
    moment: dt.datetime = dt.datetime(2027, 1, 4, 9, tzinfo=dt.UTC)

    def now(self) -> dt.datetime:
        return self.moment


def file_diary(folder: Path, text: str) -> FeedDiary:
    (folder / "nair.ics").write_text(text)
    return FeedDiary({NAIR: str(folder / "nair.ics")}, OwnDiary(), StoppedClock())


def test_it_is_a_diary_as_the_mind_knows_it(tmp_path: Path) -> None:
    port: Diary = file_diary(tmp_path, calendar(NINE))
    assert port.busy(NAIR, *SPRING) == (BusyPeriod(at(11, 9), at(11, 10)),)


def test_an_adviser_without_a_feed_is_free_as_far_as_is_known(tmp_path: Path) -> None:
    assert file_diary(tmp_path, calendar(NINE)).busy("sam.okoro@council.example", *SPRING) == ()


def test_an_advisers_address_in_other_letters_is_the_same_adviser(tmp_path: Path) -> None:
    assert len(file_diary(tmp_path, calendar(NINE)).busy(NAIR.upper(), *SPRING)) == 1


# What counts.


@pytest.mark.parametrize(
    ("lines", "counts"),
    [
        ("", True),
        ("STATUS:CONFIRMED", True),
        ("STATUS:TENTATIVE", True),
        ("STATUS:CANCELLED", False),
        ("TRANSP:OPAQUE", True),
        ("TRANSP:TRANSPARENT", False),
        ("transp:transparent", False),
        ("X-MICROSOFT-CDO-BUSYSTATUS:OOF\nTRANSP:TRANSPARENT", True),
        ("X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE", True),
        ("X-MICROSOFT-CDO-BUSYSTATUS:FREE\nTRANSP:OPAQUE", False),
        ("X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE", False),
    ],
)
def test_what_takes_an_advisers_time_counts_and_what_leaves_them_free_does_not(lines: str, *, counts: bool) -> None:
    assert bool(busy(NINE + lines)) is counts


def test_two_appointments_at_one_time_are_two() -> None:
    assert len(busy(NINE, NINE)) == 2


def test_an_all_day_entry_takes_the_whole_day_in_london_also_in_summer() -> None:
    assert busy("DTSTART;VALUE=DATE:20270608") == [BusyPeriod(at(8, 0, month=6), at(9, 0, month=6))]
    assert busy("DTSTART;VALUE=DATE:20270608\nDTEND;VALUE=DATE:20270611") == [
        BusyPeriod(at(8, 0, month=6), at(11, 0, month=6))
    ]


@pytest.mark.parametrize(
    ("start", "hour"),
    [
        ("DTSTART:20270608T090000", 9),
        ("DTSTART:20270608T090000Z", 10),
        ("DTSTART;TZID=Europe/London:20270608T090000", 9),
        ("DTSTART;TZID=GMT Standard Time:20270608T090000", 9),
        ('DTSTART;TZID="GMT Standard Time":20270608T090000', 9),
        ("DTSTART;TZID=W. Europe Standard Time:20270608T090000", 8),
        ("DTSTART;TZID=/mozilla.org/20050126_1/Europe/London:20270608T090000", 9),
        ("DTSTART;TZID=Nobody Knows:20270608T090000", 9),
        ('DTSTART;X-ODD="a;b:c";TZID=Europe/Paris:20270608T090000', 8),
        ("DTSTART;VALUE=DATE-TIME;TZID=UTC:20270608T090060", 10),
    ],
)
def test_times_are_understood_whatever_the_zone_is_called(start: str, hour: int) -> None:
    (found,) = busy(start + "\nDURATION:PT1H")
    assert (found.start - at(8, hour, month=6)) < dt.timedelta(minutes=1)
    assert found.end - found.start == dt.timedelta(hours=1)


@pytest.mark.parametrize(
    ("zone", "hour"),
    [
        ("TZOFFSETTO:+0000\nTZOFFSETTO:+0100", 9),
        ("TZOFFSETTO:+0100\nTZOFFSETTO:+0200", 8),
        ("TZOFFSETTO:-0500\nTZOFFSETTO:-0400", 14),
        ("TZOFFSETTO:+0530", 4),
        ("X-LIC-LOCATION:Europe/Paris", 8),
    ],
)
def test_a_zone_of_a_programs_own_making_goes_by_its_offsets(zone: str, hour: int) -> None:
    more = f"BEGIN:VTIMEZONE\nTZID:Customized Time Zone\n{zone}\nEND:VTIMEZONE\n"
    (found,) = busy("DTSTART;TZID=Customized Time Zone:20270608T090000\nDURATION:PT1H", more=more)
    assert found.start.astimezone(LONDON).hour == hour


def test_times_without_a_zone_are_in_the_feeds_own() -> None:
    (found,) = busy("DTSTART:20270608T090000\nDURATION:PT1H", more="X-WR-TIMEZONE:Europe/Paris\n")
    assert found.start == at(8, 8, month=6)


def test_a_moment_without_length_takes_no_time_and_swapped_ends_still_count() -> None:
    assert busy("DTSTART:20270111T090000Z") == []
    swapped = "DTSTART;TZID=Europe/London:20270111T100000\nDTEND;TZID=Europe/London:20270111T090000"
    assert days(busy(swapped)) == ["11 Jan 09:00"]


def test_an_entry_that_reaches_into_the_time_asked_about_counts() -> None:
    assert len(busy("DTSTART;VALUE=DATE:20251201\nDTEND;VALUE=DATE:20270105")) == 1
    assert busy("DTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20270101") == []


def test_folded_lines_lower_case_and_alarms_do_not_confuse() -> None:
    event = (
        "dtstart;tzid=Europe/London:202701\n 11T090000\nBEGIN:VALARM\nTRIGGER:-PT15M\nDURATION:PT5H\n"
        "DTSTART:20270301T090000Z\nEND:VALARM\nDTEND;TZID=Europe/\n\tLondon:20270111T100000"
    )
    assert busy(event) == [BusyPeriod(at(11, 9), at(11, 10))]


def test_a_free_busy_list_counts_but_for_what_it_names_free() -> None:
    more = (
        "BEGIN:VFREEBUSY\nFREEBUSY:20270111T090000Z/PT1H,20270112T090000Z/20270112T110000Z\n"
        "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20270113T090000Z/PT30M\nFREEBUSY;FBTYPE=FREE:20270114T090000Z/PT1H\n"
        "END:VFREEBUSY\n"
    )
    assert days(busy(more=more)) == ["11 Jan 09:00", "12 Jan 09:00", "13 Jan 09:00"]


# Series.


def test_a_series_counts_on_each_of_its_dates_but_those_taken_out() -> None:
    rule = "RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE;TZID=Europe/London:20270118T090000"
    assert days(busy(NINE + rule)) == ["11 Jan 09:00", "25 Jan 09:00", "01 Feb 09:00"]


def test_a_series_keeps_its_local_time_when_the_clocks_change() -> None:
    found = busy("DTSTART;TZID=GMT Standard Time:20270322T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2")
    assert [period.start.hour for period in found] == [9, 8]


def test_a_series_that_began_years_ago_still_counts_and_one_that_has_ended_does_not() -> None:
    old = "DTSTART;TZID=Europe/London:20150105T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY"
    assert len(busy(old)) == 29
    assert busy(old + ";UNTIL=20261231T235959Z") == []


@pytest.mark.parametrize("until", ["20270125", "20270125T090000Z", "20270125T090000"])
def test_the_last_day_of_a_series_belongs_to_it(until: str) -> None:
    assert days(busy(f"{NINE}RRULE:FREQ=WEEKLY;UNTIL={until}"))[-1] == "25 Jan 09:00"


def test_one_date_of_a_series_that_was_moved_or_cancelled_is_seen() -> None:
    head = f"BEGIN:VEVENT\nUID:s\n{NINE}RRULE:FREQ=WEEKLY;COUNT=3\nEND:VEVENT\n"
    moved = (
        "BEGIN:VEVENT\nUID:s\nRECURRENCE-ID;TZID=Europe/London:20270118T090000\n"
        "DTSTART;TZID=Europe/London:20270120T140000\nDURATION:PT2H\nEND:VEVENT\n"
    )
    gone = (
        "BEGIN:VEVENT\nUID:s\nRECURRENCE-ID:20270125T090000Z\nSTATUS:CANCELLED\n"
        "DTSTART:20270125T090000Z\nDURATION:PT1H\nEND:VEVENT\n"
    )
    assert days(busy(more=head + moved + gone)) == ["11 Jan 09:00", "20 Jan 14:00"]


def test_a_newer_version_of_an_entry_takes_the_place_of_the_older() -> None:
    old = f"BEGIN:VEVENT\nUID:s\n{NINE}SEQUENCE:1\nEND:VEVENT\n"
    assert busy(more=f"{old}BEGIN:VEVENT\nUID:s\n{NINE}SEQUENCE:2\nSTATUS:CANCELLED\nEND:VEVENT\n") == []


def test_a_rule_that_makes_no_sense_leaves_the_entry_at_its_own_time() -> None:
    for rule in ("FREQ=SOMETIMES", "FREQ=DAILY;INTERVAL=0", "FREQ=WEEKLY;BYDAY=XX", "FREQ=DAILY;BYHOUR=99", "nonsense"):
        with no_hang(10):
            assert days(busy(f"{NINE}RRULE:{rule}")) == ["11 Jan 09:00"]


FILES = resources.files(recurring_ical_events) / "test" / "calendars"
KINDER = {"bad_rrule_missing_until_event.ics", "issue_75_range_parameter.ics"}
"""Where a damaged UNTIL makes the library leave out dates that we count."""


@pytest.mark.skipif(not FILES.is_dir(), reason="recurring-ical-events was installed without its example calendars")
def test_example_calendars_of_many_programs_are_read_as_the_library_alone_reads_them() -> None:
    compared = 0
    for file in sorted(FILES.iterdir(), key=lambda one: one.name):
        raw = file.read_bytes()
        years = sorted({int(year) for year in re.findall(rb"DTSTART[^:\r\n]*:(20[012]\d)", raw)})[:2]
        for year in years:
            window = BusyPeriod(dt.datetime(year, 1, 1, tzinfo=dt.UTC), dt.datetime(year + 1, 1, 1, tzinfo=dt.UTC))
            ours = {(one.start, one.end) for one in busy_periods(read_feed(raw.decode("utf-8", "replace")), window)}
            theirs = _by_the_library_alone(raw, window)
            assert theirs <= ours, (file.name, year)
            assert ours == theirs or file.name in KINDER, (file.name, year)
            compared += len(theirs)
    assert compared > 500


def _by_the_library_alone(raw: bytes, window: BusyPeriod) -> set[tuple[dt.datetime, dt.datetime]]:
    found = set()
    margin = dt.timedelta(days=1)
    for one in icalendar.Calendar.from_ical(raw, multiple=True):
        query = recurring_ical_events.of(one, skip_bad_series=True)
        for event in query.between(window.start - margin, window.end + margin):
            start, end = (_as_moment(event[name].dt) for name in ("DTSTART", "DTEND"))
            counts = event.get("STATUS") != "CANCELLED" and event.get("TRANSP") != "TRANSPARENT"
            if counts and start < end and start < window.end and window.start < end:
                found.add((start, end))
    return found


def _as_moment(value: dt.date) -> dt.datetime:
    moment = value if isinstance(value, dt.datetime) else dt.datetime.combine(value, dt.time())
    return (moment if moment.tzinfo else moment.replace(tzinfo=LONDON)).astimezone(dt.UTC)


# Feeds that are damaged, or mean harm.


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;INTERVAL=2",
        "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12;BYMINUTE=0,1,2,3,4,5,6,7,8,9,10;BYSECOND=0,1,2,3,4,5,6,7,8,9",
    ],
)
def test_an_entry_at_every_second_counts_as_busy_throughout_and_hangs_nothing(rule: str) -> None:
    with no_hang(10):
        assert busy(f"DTSTART:20200111T090000Z\nDURATION:PT1S\nRRULE:{rule}") == [
            BusyPeriod(dt.datetime(2020, 1, 11, 9, tzinfo=dt.UTC), WINDOW.end)
        ]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
        "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29",
    ],
)
def test_a_rule_that_fits_no_day_ends_at_once(rule: str) -> None:
    with no_hang(10):
        assert days(busy(f"{NINE}RRULE:{rule}")) == ["11 Jan 09:00"]


def test_too_many_entries_are_refused_before_they_take_long() -> None:
    with no_hang(60), pytest.raises(NoCalendarError, match="more than 50,000 entries"):
        read_feed(calendar(more="BEGIN:VEVENT\nDTSTART:20270111T090000Z\nEND:VEVENT\n" * 60_000))
    with no_hang(60), pytest.raises(NoCalendarError, match="more repeated entries than can be worked out"):
        busy(*[f"{NINE}RRULE:FREQ=DAILY"] * 400)
    exceptions = "EXDATE:" + ",".join(["20270111T090000Z"] * 100)
    with no_hang(60), pytest.raises(NoCalendarError, match="more than"):
        busy(NINE + f"{exceptions}\n" * 2000)


def test_a_zone_that_changes_its_clocks_every_second_hangs_nothing() -> None:
    more = (
        "BEGIN:VTIMEZONE\nTZID:Evil\nBEGIN:STANDARD\nDTSTART:16010101T000000\nRRULE:FREQ=SECONDLY\n"
        "TZOFFSETFROM:+0100\nTZOFFSETTO:+0000\nEND:STANDARD\nEND:VTIMEZONE\n"
    )
    with no_hang(10):
        assert len(busy("DTSTART;TZID=Evil:20270111T090000\nDURATION:PT1H", more=more)) == 1


def test_a_large_feed_of_a_busy_person_is_read_in_good_time() -> None:
    single = "DTSTART:2027{:02}{:02}T090000Z\nDURATION:PT1H\nSUMMARY:Something\nDESCRIPTION:" + "words " * 30
    events = [single.format(month, day) for month in range(1, 7) for day in range(1, 29)] * 20
    with no_hang():
        assert len(busy(*events, *[f"{NINE}RRULE:FREQ=WEEKLY;BYDAY=MO"] * 100)) == len(events) + 2800


LINES = (
    "BEGIN:VEVENT|END:VEVENT|BEGIN:VCALENDAR|END:VCALENDAR|BEGIN:VALARM|END:VALARM|BEGIN:VTIMEZONE|END:VTIMEZONE|TZID:X|"
    "UID:1|UID:2|SEQUENCE:3|STATUS:CANCELLED|TRANSP:TRANSPARENT|BEGIN:VFREEBUSY|END:VFREEBUSY|TZOFFSETTO:+9999|"
    "DTSTART:20270111T090000Z|DTSTART;VALUE=DATE:20270112|DTSTART;TZID=X:20270113T090000|DTSTART:99999999T999999Z|"
    "DTEND:20270111T100000Z|DTEND;VALUE=DATE:20270114|DURATION:PT1H|DURATION:P99999D|DURATION:-PT1H|"
    "RRULE:FREQ=DAILY;COUNT=3|RRULE:FREQ=WEEKLY;BYDAY=MO,-5TU|RRULE:FREQ=YEARLY;BYWEEKNO=53;BYSETPOS=-1|"
    "RRULE:FREQ=MONTHLY;UNTIL=20270301|RRULE:FREQ=HOURLY;BYHOUR=3;COUNT=9|RRULE:FREQ=DAILY;UNTIL=19000101T000000Z|"
    "EXDATE:20270112T090000Z,20270113|EXDATE;VALUE=DATE:20270112|RDATE:20270201T090000Z/PT2H,20270202|"
    "RECURRENCE-ID:20270112T090000Z|RECURRENCE-ID;RANGE=THISANDFUTURE:20270112T090000Z|RECURRENCE-ID;VALUE=DATE:20270112|"
    "FREEBUSY:20270111T090000Z/PT1H,x/y|X-WR-TIMEZONE:Nowhere/At All"
)
MEANT = st.sampled_from(LINES.split("|"))


EVENTS = st.lists(MEANT | st.text(max_size=9), max_size=9).map(
    lambda lines: "\n".join(
        ["BEGIN:VEVENT", "UID:1", *lines, "DTSTART:20270111T090000Z", "DURATION:PT1H", "END:VEVENT"]
    )
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(EVENTS | MEANT | st.text(max_size=30), max_size=8))
def test_whatever_stands_in_a_feed_it_is_read_or_refused_in_time(lines: list[str]) -> None:
    inner = "\n".join(lines)
    for text in (inner, f"BEGIN:VCALENDAR\n{inner}\nEND:VCALENDAR\n"):
        with no_hang(20):
            try:
                found = busy_periods(read_feed(text), WINDOW)
            except NoCalendarError:
                continue
        for period in found:
            assert period.start < period.end
            assert period.start < WINDOW.end
            assert period.end > WINDOW.start


RULES = st.fixed_dictionaries(
    {"FREQ": st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])},
    optional={
        "INTERVAL": st.integers(1, 30).map(str),
        "COUNT": st.integers(1, 40).map(str),
        "UNTIL": st.dates(dt.date(2024, 1, 1), dt.date(2028, 1, 1)).map(lambda day: f"{day:%Y%m%d}T235959Z"),
        "BYDAY": st.lists(st.sampled_from(["MO", "TU", "WE", "SU"]), min_size=1, max_size=3, unique=True).map(",".join),
        "BYMONTHDAY": st.integers(-31, 31).filter(bool).map(str),
        "BYMONTH": st.integers(1, 12).map(str),
        "BYSETPOS": st.sampled_from(["1", "-1"]),
        "BYHOUR": st.sampled_from(["9", "9,14"]),
        "WKST": st.sampled_from(["MO", "SU"]),
    },
)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(RULES, st.dates(dt.date(2024, 1, 1), dt.date(2027, 6, 30)))
def test_a_series_falls_on_the_days_that_its_rule_names(rule: dict[str, str], day: dt.date) -> None:
    assume(not {"COUNT", "UNTIL"} <= rule.keys())
    text = ";".join(f"{name}={value}" for name, value in rule.items())
    start = dt.datetime.combine(day, dt.time(9), LONDON)
    assume(comes_again(text, start.replace(tzinfo=None)))
    with no_hang(30):
        ours = busy(f"DTSTART;TZID=Europe/London:{start:%Y%m%dT%H%M%S}\nDURATION:PT30M\nRRULE:{text}")
    dates = itertools.takewhile(lambda date: date < WINDOW.end, rrulestr(text, dtstart=start))
    expected = {start, *dates} - {start} if rule.get("UNTIL", "9")[:8] < f"{day:%Y%m%d}" else {start, *dates}
    seen = {
        date.astimezone(dt.UTC)
        for date in expected
        if WINDOW.start < date + dt.timedelta(minutes=30) and date < WINDOW.end
    }
    assert {period.start for period in ours} - {start.astimezone(dt.UTC)} == seen - {start.astimezone(dt.UTC)}


# Where it comes from.


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with FeedServer() as running:
        yield running


def web_diary(address: str, *, whole: float = 3, clock: StoppedClock | None = None) -> FeedDiary:
    line = HttpLine("", step=1, whole=whole)
    return FeedDiary({NAIR: address}, OwnDiary(), clock or StoppedClock(), line=line)


@pytest.mark.parametrize("packed", [False, True])
def test_a_feed_on_the_web_is_read(server: FeedServer, *, packed: bool) -> None:
    address = server.publish("/nair.ics?key=s3cret", calendar(NINE), packed=packed)
    assert len(web_diary(address).busy(NAIR, *SPRING)) == 1


def test_a_feed_is_fetched_again_after_a_minute_and_not_before(server: FeedServer) -> None:
    clock = StoppedClock()
    diary = web_diary(server.publish("/nair.ics", calendar(NINE)), clock=clock)
    for _ in range(3):
        diary.busy(NAIR, *SPRING)
    assert len(server.asked) == 1
    server.publish("/nair.ics", calendar(NINE, NINE))
    clock.moment += dt.timedelta(seconds=61)
    assert len(diary.busy(NAIR, *SPRING)) == 2


def test_a_clock_that_is_set_back_does_not_keep_an_old_feed(server: FeedServer) -> None:
    clock = StoppedClock()
    diary = web_diary(server.publish("/nair.ics", calendar(NINE)), clock=clock)
    diary.busy(NAIR, *SPRING)
    clock.moment -= dt.timedelta(days=1)
    diary.busy(NAIR, *SPRING)
    assert len(server.asked) == 2


def test_redirections_are_followed_but_not_for_ever(server: FeedServer) -> None:
    server.publish("/3", calendar(NINE))
    for here, there in (("/1", "/2"), ("/2", server.url("/3")), ("/round", "/round")):
        server.pages[here] = (302, {"Location": there}, b"")
    assert len(web_diary(server.url("/1")).busy(NAIR, *SPRING)) == 1
    with pytest.raises(DiaryError, match="leads on and on"):
        web_diary(server.url("/round")).busy(NAIR, *SPRING)


@dataclass
class Scripted(HttpLine):
    """A line that answers what it is told, and notes what is asked."""

    answers: Mapping[str, Answer]
    asked: list[str] = field(default_factory=list)

    def ask(self, method: str, url: str, **_: object) -> Answer:  # type: ignore[override]
        self.asked.append(f"{method} {url}")
        return self.answers[url]


@pytest.mark.parametrize("there", ["http://cal.example/nair.ics", "file:///etc/passwd", "ftp://cal.example/"])
def test_what_is_asked_for_in_confidence_is_not_then_asked_for_in_the_open(there: str) -> None:
    line = Scripted({"https://cal.example/": Answer(302, {"location": there})})
    with pytest.raises(NoCalendarError, match="not safe"):
        feed_text("https://cal.example/", line)
    assert line.asked == ["GET https://cal.example/"]


def test_a_webcal_address_is_fetched_over_https() -> None:
    line = Scripted({"https://cal.example/nair.ics": Answer(200, {}, calendar(NINE).encode())})
    assert feed_text("webcal://cal.example/nair.ics", line).startswith("BEGIN:VCALENDAR")


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [
        (404, b"", "is not to be had any more (404); let its owner publish it anew, and set the new address"),
        (403, b"", "is not to be had any more (403)"),
        (503, b"", "is out of order at the moment (503); it is tried again"),
        (200, b"<html>Sign in</html>", "is no calendar, perhaps a page that asks to sign in"),
        (200, b"", "is no calendar"),
        (200, b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "is cut off; it is tried again"),
        (200, b"x" * (LARGEST + 1), "has more than 10 MB"),
    ],
)
def test_a_feed_that_cannot_be_used_is_a_sentence_and_never_an_empty_diary(
    server: FeedServer, status: int, body: bytes, words: str
) -> None:
    server.pages["/secret-path"] = (status, {}, body)
    with pytest.raises(DiaryError) as caught:
        web_diary(server.url("/secret-path")).busy(NAIR, *SPRING)
    assert str(caught.value).startswith(f"The calendar feed of {NAIR} (127.0.0.1) ")
    assert words in str(caught.value)
    assert "secret-path" not in str(caught.value)
    assert str(caught.value).endswith(".")


def test_a_feed_that_comes_drop_by_drop_or_not_at_all_is_given_up_on(server: FeedServer) -> None:
    address = server.publish("/nair.ics", calendar(NINE))
    server.pause = 0.05
    with no_hang(20), pytest.raises(DiaryError, match="it took too long"):
        web_diary(address, whole=0.3).busy(NAIR, *SPRING)
    with pytest.raises(DiaryError, match="it refuses connections"):
        web_diary("http://127.0.0.1:1/nair.ics").busy(NAIR, *SPRING)


@pytest.mark.parametrize(
    "address", ["gopher://x/", "http://", "http://[", "", "\0", "/no/such/file.ics", "/", "/dev/zero"]
)
def test_an_address_that_leads_nowhere_is_a_sentence(address: str) -> None:
    with no_hang(20), pytest.raises(DiaryError, match=r"^The calendar feed of priya\.nair@council\.example \("):
        web_diary(address).busy(NAIR, *SPRING)


def test_the_address_of_a_feed_is_in_no_log(server: FeedServer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    web_diary(server.publish("/very-secret", calendar(NINE))).busy(NAIR, *SPRING)
    assert "very-secret" not in caplog.text


def test_a_file_address_and_old_windows_letters_are_read(tmp_path: Path) -> None:
    file = tmp_path / "priya nair.ics"
    file.write_bytes(calendar(NINE + "SUMMARY:caf\xe9").encode("cp1252"))
    diary = FeedDiary({NAIR: file.as_uri()}, OwnDiary(), StoppedClock())
    assert len(diary.busy(NAIR, *SPRING)) == 1


def test_without_the_packages_the_sentence_says_how_to_get_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(PlainError, match=r"run `make full` or install visitbot\[feed\]\."):
        FeedDiary({NAIR: "https://cal.example/"}, OwnDiary(), StoppedClock()).busy(NAIR, *SPRING)


def test_without_the_package_for_series_the_sentence_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "recurring_ical_events", None)
    with pytest.raises(PlainError, match="run `make full`"):
        file_diary(tmp_path, calendar(NINE + "RRULE:FREQ=DAILY;COUNT=2")).busy(NAIR, *SPRING)


# Entries go to the bot's own diary.


@dataclass
class NotedDiary:
    """A diary that notes what it is asked to do."""

    written: list[DiaryChange] = field(default_factory=list)

    def busy(self, adviser: str, first: dt.date, last: dt.date) -> tuple[BusyPeriod, ...]:
        del adviser, first, last
        return (BusyPeriod(at(26, 9), at(26, 12)),)

    def write(self, changes: Sequence[DiaryChange]) -> None:
        self.written += changes

    def standing(self, adviser: str, keys: Sequence[str]) -> Mapping[str, BusyPeriod | None]:
        return {key: None for key in keys if adviser}


def test_what_is_arranged_goes_to_the_diary_behind_the_feed(tmp_path: Path) -> None:
    own = NotedDiary()
    (tmp_path / "nair.ics").write_text(calendar(NINE))
    diary = FeedDiary({NAIR: str(tmp_path / "nair.ics")}, own, StoppedClock())
    entry = DiaryEntry("k", NAIR, Slot(dt.date(2027, 1, 26), Part.AM), at(26, 9), at(26, 12), "Visit", "School")
    diary.write([entry])
    assert own.written == [entry]
    assert diary.standing(NAIR, ["k"]) == {"k": None}
    assert diary.busy(NAIR, *SPRING) == (BusyPeriod(at(26, 9), at(26, 12)), BusyPeriod(at(11, 9), at(11, 10)))
