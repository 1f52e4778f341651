import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import Part, ReasonCode, Slot
from bot.wording import lines

SLOT = Slot(dt.date(2027, 1, 26), Part.AM)
REFERENCE, SCHOOL, ADVISER = "VS-0421", "Hethersett Oak Primary", "Alex Marsh"

LINES: dict[str, Callable[[str, str], str]] = {
    "VS-0421 Hethersett Oak Primary: offered 3 half days": lambda s, _: lines.offered(REFERENCE, s, 3, 1),
    "VS-0421 Hethersett Oak Primary: offered 2 half days (offer 2)": lambda s, _: lines.offered(REFERENCE, s, 2, 2),
    "VS-0421 Hethersett Oak Primary: no answer yet, reminder 1 sent": lambda s, _: lines.chased(REFERENCE, s, 1),
    "VS-0421 Hethersett Oak Primary: agreed Tuesday 26 January 2027, morning, with Alex Marsh": (
        lambda s, a: lines.agreed(REFERENCE, s, SLOT, a)
    ),
    "VS-0421 Hethersett Oak Primary: moved to Tuesday 26 January 2027, morning, with Alex Marsh": (
        lambda s, a: lines.changed(REFERENCE, s, SLOT, a)
    ),
    "VS-0421 Hethersett Oak Primary: cancelled": lambda s, _: lines.cancelled(REFERENCE, s),
    "VS-0421 Hethersett Oak Primary: postponed, was Tuesday 26 January 2027, morning": (
        lambda s, _: lines.postponed(REFERENCE, s, SLOT)
    ),
    "VS-0421 Hethersett Oak Primary: needs Alex Marsh: reply not firm": (
        lambda s, a: lines.needs_adviser(REFERENCE, s, a, ReasonCode.TENTATIVE)
    ),
    "VS-0421 Hethersett Oak Primary: email not delivered, trying the next contact": (
        lambda s, _: lines.bounced(REFERENCE, s)
    ),
    "VS-0421 Hethersett Oak Primary: visited, with Alex Marsh": lambda s, a: lines.visited(REFERENCE, s, a),
}


@pytest.mark.parametrize(("line", "make"), LINES.items())
def test_the_channel_reads_one_plain_line(line: str, make: Callable[[str, str], str]) -> None:
    assert make(SCHOOL, ADVISER) == line


def test_a_letter_of_no_visit_is_named_by_its_number_alone() -> None:
    line = lines.letter_waiting(17, ReasonCode.UNKNOWN_VISIT)
    assert line == "Letter 17 needs a person: letter matches no visit. To open it: visitbot letters show 17"


@given(st.text(max_size=40), st.text(max_size=40), st.sampled_from(list(LINES.values())))
def test_no_name_makes_a_second_line(school: str, adviser: str, make: Callable[[str, str], str]) -> None:
    assert len(make(school, adviser).splitlines()) == 1
