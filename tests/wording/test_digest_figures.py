import datetime as dt
from dataclasses import replace

import pytest

from bot.digest import make_coverage, make_digest
from bot.digest_outlook import campaign_days, outlook_sentence
from bot.digest_values import Digest, Week
from bot.model import (
    Adviser,
    Attendee,
    Governor,
    Offer,
    OfferedSlot,
    Part,
    Policy,
    ReasonCode,
    Role,
    School,
    Slot,
    Team,
    Visit,
    VisitState,
    WaitingFor,
    Weekday,
)
from bot.school_days import Closure, SchoolCalendar, Term

TEAM = Team("visits@council.example", "Virtual School Visits")
ALEX = Adviser("Alex Marsh", "alex@council.example")
SAM = Adviser("Sam Whitlock", "sam@council.example", working_days=frozenset({Weekday.TUE}))
# Three school days are left from Monday 19 July 2027 on: the 19th, 20th and 21st.
CALENDAR = SchoolCalendar(
    (
        Term("Autumn 2026", dt.date(2026, 9, 7), dt.date(2026, 9, 11)),
        Term("Spring 2027", dt.date(2027, 3, 22), dt.date(2027, 3, 25)),
        Term("Summer 2027", dt.date(2027, 7, 12), dt.date(2027, 7, 22)),
    ),
    (Closure("INSET", dt.date(2027, 7, 22), dt.date(2027, 7, 22)),),
)
NOW = dt.datetime(2027, 7, 19, 7, 0, tzinfo=dt.UTC)
MARCH, TODAY_PM, TUESDAY_AM = (
    Slot(dt.date(2027, 3, 23), Part.AM),
    Slot(dt.date(2027, 7, 19), Part.PM),
    Slot(dt.date(2027, 7, 20), Part.AM),
)


def school_named(urn: str) -> School:
    return School(urn, f"School {urn}")


def visit(number: int, **changes: object) -> Visit:
    made = Visit(f"VS-{number:04}", str(number), 2027, ALEX.email)
    return replace(made, **changes)  # type: ignore[arg-type]


def digest(*visits: Visit, schools: int = 0, advisers: tuple[Adviser, ...] = (ALEX, SAM), **changes: object) -> Digest:
    urns = {visit.urn for visit in visits} | {str(number) for number in range(1, schools + 1)}
    return make_digest(
        TEAM,
        visits,
        {urn: school_named(urn) for urn in urns},
        advisers,
        CALENDAR,
        NOW,
        **changes,  # type: ignore[arg-type]
    )


def offered(chases: int) -> dict[str, object]:
    offer = Offer(1, (OfferedSlot(1, TUESDAY_AM),), chases=chases, sent_at=NOW - dt.timedelta(20))
    return {"state": VisitState.OFFERED, "waiting_for": WaitingFor.SCHOOL, "offers": (offer,)}


def test_every_school_counts_once_in_the_coverage() -> None:
    made = digest(
        visit(1, state=VisitState.VISITED, agreed=MARCH),
        visit(2, state=VisitState.SIGNED_OFF, agreed=MARCH),
        visit(3, state=VisitState.AGREED, agreed=TUESDAY_AM),
        visit(4, **offered(0)),
        visit(5),
        visit(6, state=VisitState.CANCELLED),
        schools=8,
    ).coverage
    assert (made.schools, made.not_invited, made.visited, made.agreed, made.left) == (8, 2, 2, 1, 4)
    assert made.schools == made.visited + made.agreed + made.left + made.in_state(VisitState.CANCELLED)
    assert made.weeks == (
        Week(dt.date(2027, 3, 22), visited=2, agreed=0),
        Week(dt.date(2027, 7, 12), visited=0, agreed=0),
        Week(dt.date(2027, 7, 19), visited=0, agreed=1),
    )


def test_last_year_s_visits_are_not_this_year_s_success() -> None:
    old = visit(1, academic_year=2026, state=VisitState.VISITED, agreed=MARCH, agreed_at=NOW - dt.timedelta(1))
    made = digest(old)
    assert (made.coverage.visited, made.coverage.not_invited, made.agreed_lately) == (0, 1, ())


def test_a_closed_school_is_not_missing() -> None:
    made = make_digest(TEAM, (), {"1": replace(school_named("1"), is_open=False)}, (ALEX,), CALENDAR, NOW)
    assert (made.coverage.schools, made.coverage.left) == (0, 0)


def test_half_days_left_are_working_half_days_less_what_is_agreed_or_busy() -> None:
    busy = {SAM.email: frozenset({Slot(dt.date(2027, 7, 20), Part.PM)})}
    made = digest(visit(1, state=VisitState.AGREED, agreed=TODAY_PM), visit(2), visit(3, adviser=SAM.email), busy=busy)
    assert {outlook.name: (outlook.schools_left, outlook.half_days_left) for outlook in made.outlooks} == {
        "Alex Marsh": (1, 5),  # three days, two halves each, less the one agreed
        "Sam Whitlock": (1, 1),  # one Tuesday, of which the diary takes the afternoon
    }
    assert made.half_days_left == 6


def test_only_the_terms_of_the_campaign_count() -> None:
    assert campaign_days(CALENDAR, ("spring",)) == tuple(dt.date(2027, 3, day) for day in (22, 23, 24, 25))
    assert digest(visit(1), policy=Policy(terms=("spring",))).half_days_left == 0


def test_the_schools_that_will_be_missed_are_counted_and_named() -> None:
    mine = [visit(number, adviser=SAM.email) for number in (1, 2, 3)]
    mine.append(visit(4, adviser=SAM.email, **offered(2)))
    made = digest(*mine)
    (sam, alex) = made.outlooks
    assert (sam.name, sam.missed, alex.missed) == ("Sam Whitlock", 2, 0)
    assert outlook_sentence(sam) == "Sam Whitlock has 4 schools left and 2 half days, so 2 schools will be missed."
    assert outlook_sentence(alex) == "Alex Marsh has 0 schools left and 6 half days."
    assert [(risk.reference, risk.school, risk.adviser) for risk in made.at_risk] == [
        ("VS-0001", "School 1", "Sam Whitlock"),
        ("VS-0002", "School 2", "Sam Whitlock"),
    ]
    assert made.at_risk[0].why == outlook_sentence(sam)


def test_a_school_that_is_stuck_is_at_risk_however_many_days_are_left() -> None:
    stuck = visit(1, waiting_for=WaitingFor.ADVISER, reason_code=ReasonCode.NO_CONTACT)
    (risk,) = digest(stuck, visit(2)).at_risk
    assert (risk.reference, risk.why) == ("VS-0001", "No contact with an email address is known for the school.")


def test_the_schools_of_an_adviser_who_left_have_no_half_day() -> None:
    gone = replace(SAM, active=False)
    made = digest(visit(1, adviser=SAM.email), visit(2, adviser="unknown@council.example"), advisers=(ALEX, gone))
    assert {outlook.name: outlook.missed for outlook in made.outlooks} == {
        "Alex Marsh": 0,
        "Sam Whitlock": 1,
        "unknown@council.example": 1,
    }


def test_what_was_agreed_lately_is_the_week_before_unless_said() -> None:
    def agreed_days_ago(number: int, days: float) -> Visit:
        moment = NOW - dt.timedelta(days)
        return visit(number, state=VisitState.AGREED, agreed=TUESDAY_AM, agreed_at=moment)

    visits = (agreed_days_ago(1, 0.1), agreed_days_ago(2, 6.9), agreed_days_ago(3, 7.1))
    assert [made.reference for made in digest(*visits).agreed_lately] == ["VS-0001", "VS-0002"]
    longer = (NOW - dt.timedelta(30), NOW)
    assert len(digest(*visits, agreed_between=longer).agreed_lately) == 3


def test_the_coming_two_weeks_show_roles_and_the_governor_but_no_name() -> None:
    people = (
        Attendee("Tom Askew", Role.GOVERNOR),
        Attendee("Priya Nair", Role.DESIGNATED_TEACHER),
        Attendee("X", None),
    )
    (coming,) = digest(
        visit(1, state=VisitState.AGREED, agreed=TODAY_PM, attendees=people, governor=Governor.NAMED),
        visit(2, state=VisitState.AGREED, agreed=Slot(dt.date(2027, 8, 2), Part.AM)),
        visit(3, state=VisitState.VISITED, agreed=MARCH),
    ).coming
    assert (coming.reference, coming.school, coming.adviser, coming.slot) == (
        "VS-0001",
        "School 1",
        "Alex Marsh",
        TODAY_PM,
    )
    assert coming.roles == ("governor", "designated teacher", "role not given")


def test_what_waits_says_why_and_since_when() -> None:
    moment = dt.datetime(2027, 7, 14, 23, 30, tzinfo=dt.UTC)
    asked = visit(1, waiting_for=WaitingFor.ADVISER, reason_code=ReasonCode.TENTATIVE, updated=moment, reason="private")
    (waiting,) = digest(asked, visit(2)).waiting
    assert (waiting.reason, waiting.since) == (ReasonCode.TENTATIVE, dt.date(2027, 7, 15))


@pytest.mark.parametrize(
    ("changes", "silent"),
    [
        (offered(0), False),
        (offered(1), True),
        (offered(1) | {"state": VisitState.AGREED}, False),
        (offered(2) | {"waiting_for": WaitingFor.ADVISER, "reason_code": ReasonCode.SILENT}, True),
        (offered(2) | {"waiting_for": WaitingFor.ADVISER, "reason_code": ReasonCode.TENTATIVE}, False),
    ],
)
def test_a_school_is_silent_once_a_reminder_went_unanswered(changes: dict[str, object], silent: bool) -> None:
    found = digest(visit(1, **changes)).silent
    assert bool(found) is silent
    if silent:
        assert found[0].sent == dt.date(2027, 6, 29)


def test_an_empty_house_has_an_empty_digest() -> None:
    made = make_digest(TEAM, (), {}, (), SchoolCalendar(()), NOW)
    assert (made.coverage.schools, made.coverage.weeks, made.outlooks, made.at_risk) == (0, (), (), ())


def test_the_coverage_alone_is_the_same_as_in_the_digest() -> None:
    visits = [
        visit(1, state=VisitState.AGREED, agreed=TUESDAY_AM),
        visit(2, state=VisitState.VISITED, agreed=MARCH),
        visit(3, academic_year=2026),
    ]
    opened = {"1", "2", "3", "4"}
    whole = digest(*visits, schools=4).coverage
    assert make_coverage(visits, opened, CALENDAR, NOW) == whole
    assert whole.not_invited == 2
