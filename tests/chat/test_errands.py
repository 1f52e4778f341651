"""An errand survives the button that carries it, and whatever else a button carries is refused in words."""

import datetime as dt
import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.asking.order import Deed
from bot.errors import PlainError, WrongUseError
from bot.model import Attendee, Governor, Part, Role, Slot
from handlers.chat.slack.asking import asked_and_page
from handlers.chat.slack.card_refs import CardRef
from handlers.errands import LONGEST_NOTE, Errand, UnreadableErrandError, read_errand, written
from handlers.people_said import MOST, as_lines, people_from

DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2030, 12, 31))
NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)
PEOPLE = st.builds(Attendee, name=NAMES, role=st.one_of(st.none(), st.sampled_from(Role)))
ERRANDS = st.builds(
    Errand,
    deed=st.sampled_from(Deed),
    subject=st.sampled_from(["VS-0001", "VS-123456", "100001"]),
    version=st.integers(0, 10_000),
    slot=st.one_of(st.none(), st.builds(Slot, DAYS, st.sampled_from(Part))),
    from_=st.one_of(st.none(), DAYS),
    to=st.one_of(st.none(), DAYS),
    people=st.lists(PEOPLE, max_size=6).map(tuple),
    governor=st.sampled_from(Governor),
    note=st.text(max_size=LONGEST_NOTE),
)
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=10)),
    lambda inner: st.one_of(st.lists(inner, max_size=9), st.dictionaries(st.text(max_size=3), inner, max_size=3)),
    max_leaves=12,
)


def refusal(read: Callable[[str], object], text: str, otherwise: str) -> str:
    """The sentence with which a text is refused, else what is given for a text that is taken."""
    try:
        read(text)
    except PlainError as error:
        return str(error)
    return otherwise


@given(ERRANDS)
def test_an_errand_comes_back_as_it_was_written(errand: Errand) -> None:
    assert read_errand(written(errand)) == errand


@given(st.one_of(st.text(), JSON.map(json.dumps)))
def test_anything_else_is_refused_in_words(value: str) -> None:
    for read in (read_errand, asked_and_page, CardRef.read):
        assert "another version" in refusal(read, value, "another version")


def test_an_errand_with_a_piece_missing_is_not_guessed_at() -> None:
    kept = json.loads(written(Errand(Deed.BOOK, "VS-0001", 3, Slot(dt.date(2027, 1, 26), Part.AM))))
    for place in range(len(kept)):
        with pytest.raises(UnreadableErrandError):
            read_errand(json.dumps(kept[:place] + kept[place + 1 :]))


def test_people_are_read_as_one_types_them_and_written_so_again() -> None:
    people = people_from("Tom Askew, chair of governors\n\nSENCO\nIvy Wood")
    assert people == (Attendee("Tom Askew", Role.GOVERNOR), Attendee(None, Role.SENCO), Attendee("Ivy Wood", None))
    assert people_from(as_lines(people)) == people


@pytest.mark.parametrize(
    "line", ["Tom Askew, king", "tom@school.example", ", governor", "x" * 81, "\n".join(["Tom"] * (MOST + 1))]
)
def test_what_is_no_person_is_said_so(line: str) -> None:
    with pytest.raises(WrongUseError):
        people_from(line)


@given(st.text(max_size=200))
def test_people_of_any_words_are_people_or_refused_in_words(text: str) -> None:
    told = refusal(people_from, text, "")
    assert "\n" not in told
    if not told:
        assert all(person.name or person.role for person in people_from(text))
