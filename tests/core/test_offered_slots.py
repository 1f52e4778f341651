"""Which slots are offered: each one must be a day that both can keep, or the school agrees to something impossible."""

import datetime as dt
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import WEEKDAYS, Part, Policy, Slot, Weekday, Window
from bot.offering import Ground, campaign_terms, choose_slots, earliest_day, fits, free_slots, weekday_of
from bot.school_days import Term
from tests.core.builders import CALENDAR, SPRING, SUMMER, TERMS, am, ground, pm

all_slots = [Slot(day, part) for day in CALENDAR.days for part in Part]
slot_sets = st.frozensets(st.sampled_from(all_slots), max_size=60)
working_weeks = st.frozensets(st.sampled_from(WEEKDAYS), min_size=1)
dates = st.dates(dt.date(2026, 12, 20), dt.date(2027, 8, 5))
windows = st.builds(
    lambda start, length, weekdays, part: Window(start, start + dt.timedelta(length), tuple(weekdays), part),
    dates,
    st.integers(0, 60),
    st.lists(st.sampled_from(WEEKDAYS), max_size=2, unique=True),
    st.sampled_from([None, *Part]),
)
grounds = st.builds(
    Ground,
    calendar=st.just(CALENDAR),
    terms=st.sampled_from([TERMS, (SPRING,), (SUMMER,)]),
    working_days=working_weeks,
    earliest=st.one_of(st.none(), dates),
    taken=slot_sets,
    avoid=slot_sets,
)
window_lists = st.lists(windows, max_size=2).map(tuple)
counts = st.integers(2, 5)


@given(grounds, counts, window_lists)
def test_every_offered_slot_can_be_kept_by_school_and_adviser(
    ground: Ground, count: int, windows: tuple[Window, ...]
) -> None:
    for item in choose_slots(ground, count, windows):
        slot = item.slot
        assert CALENDAR.is_school_day(slot.date)
        assert any(term.start <= slot.date <= term.end for term in ground.terms)
        assert ground.earliest is not None
        assert slot.date >= ground.earliest
        assert weekday_of(slot.date) in ground.working_days
        assert slot not in ground.taken | ground.avoid
        assert not windows or fits(slot, windows)


@given(grounds, counts, window_lists)
def test_options_are_numbered_from_one_in_order_of_time_and_none_is_twice(
    ground: Ground, count: int, windows: tuple[Window, ...]
) -> None:
    chosen = choose_slots(ground, count, windows)
    slots = [item.slot for item in chosen]
    assert [item.option for item in chosen] == list(range(1, len(chosen) + 1))
    assert slots == sorted(set(slots))
    assert len(slots) <= count


@given(grounds, counts, window_lists)
def test_a_school_gets_fewer_slots_only_where_no_more_are_free(
    ground: Ground, count: int, windows: tuple[Window, ...]
) -> None:
    there = [slot for slot in free_slots(ground) if not windows or fits(slot, windows)]
    assert len(choose_slots(ground, count, windows)) == min(count, len(there))


@given(grounds, counts)
def test_slots_lie_on_different_days_weeks_weekdays_and_halves_where_the_ground_allows(
    ground: Ground, count: int
) -> None:
    there = list(free_slots(ground))
    chosen = [item.slot for item in choose_slots(ground, count)]
    assert len({slot.date for slot in chosen}) == min(len(chosen), len({slot.date for slot in there}))
    weeks = {slot.date.isocalendar()[:2] for slot in there}
    assert len({slot.date.isocalendar()[:2] for slot in chosen}) == min(len(chosen), len(weeks))


def test_an_empty_diary_gives_three_weeks_three_weekdays_and_both_halves() -> None:
    chosen = [item.slot for item in choose_slots(ground(), 3)]
    assert chosen[0] == am(1, 27)
    assert len({slot.date.isocalendar()[1] for slot in chosen}) == 3
    assert len({slot.date.weekday() for slot in chosen}) == 3
    assert {slot.part for slot in chosen} == set(Part)


@given(
    schools=st.integers(1, 40),
    options=counts,
    working=working_weeks,
    today=st.dates(dt.date(2026, 11, 1), dt.date(2027, 3, 1)),
)
@settings(max_examples=15)
def test_a_whole_council_never_holds_a_half_day_twice_and_always_gives_notice(
    schools: int, options: int, working: frozenset[Weekday], today: dt.date
) -> None:
    policy = Policy(options=options)
    taken: set[Slot] = set()
    earliest = earliest_day(CALENDAR, policy, today)
    for _ in range(schools):
        chosen = choose_slots(ground(working_days=working, earliest=earliest, taken=frozenset(taken)), policy.options)
        slots = {item.slot for item in chosen}
        assert not slots & taken
        taken |= slots
    for slot in taken:
        notice = [day for day in CALENDAR.days if today < day <= slot.date]
        assert len(notice) >= policy.notice_school_days


def test_a_council_without_a_free_half_day_offers_none() -> None:
    assert choose_slots(ground(taken=frozenset(all_slots)), 3) == ()


def test_too_late_in_the_year_for_any_notice_offers_none() -> None:
    late = earliest_day(CALENDAR, Policy(), dt.date(2027, 7, 20))
    assert late is None
    assert choose_slots(ground(earliest=late), 3) == ()


def test_a_window_for_tuesday_afternoons_in_march_is_kept() -> None:
    window = Window(dt.date(2027, 3, 1), dt.date(2027, 3, 31), (Weekday.TUE,), Part.PM)
    chosen = [item.slot for item in choose_slots(ground(), 3, (window,))]
    assert chosen == [pm(3, 2), pm(3, 9), pm(3, 16)]


def test_two_windows_are_two_chances() -> None:
    march = Window(dt.date(2027, 3, 1), dt.date(2027, 3, 5))
    june = Window(dt.date(2027, 6, 7), dt.date(2027, 6, 11))
    months = {item.slot.date.month for item in choose_slots(ground(), 3, (march, june))}
    assert months == {3, 6}


def test_weekends_have_no_weekday() -> None:
    assert [weekday_of(dt.date(2027, 1, 8) + dt.timedelta(n)) for n in range(3)] == [Weekday.FRI, None, None]


AUTUMN = Term("Autumn 2026", dt.date(2026, 9, 2), dt.date(2026, 12, 18))


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        (("Autumn 2026", "Spring 2027", "Summer 2027"), ("Spring 2027", "Summer 2027")),
        (("AUTUMN", "spring", "SUMMER"), ("spring", "SUMMER")),
        (("Autumn 2026", "Term 3", "Term 5"), ("Term 3", "Term 5")),
        (("Autumn 2026",), ()),
    ],
)
def test_visits_are_made_in_spring_and_summer_however_the_terms_are_written(
    names: tuple[str, ...], wanted: tuple[str, ...]
) -> None:
    spans = itertools.cycle([AUTUMN, SPRING, SUMMER])
    terms = tuple(Term(name, span.start, span.end) for name, span in zip(names, spans, strict=False))
    assert tuple(term.name for term in campaign_terms(terms, Policy())) == wanted


def test_a_council_that_visits_in_autumn_says_so() -> None:
    assert campaign_terms((AUTUMN, SPRING), Policy(terms=("autumn",))) == (AUTUMN,)
