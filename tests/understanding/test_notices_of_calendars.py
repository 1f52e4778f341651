"""What calendar programs write, in their many words, leads to what the person pressed."""

from __future__ import annotations

import pytest

from tests.understanding.replying import read

INVITATION = "Virtual School visit"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            f"Declined: {INVITATION}",
            (
                "Ann Lee declined and suggested another time.\n\nWas: Tuesday 26 January 2027 09:15 - 12:15\n"
                "Suggested: Wednesday 27 January 2027 13:15 - 15:30"
            ),
        ),
        (
            f"New Time Proposed: {INVITATION}",
            (
                "Ann Lee has proposed a new time for this meeting.\nCurrent: Tue 26/01/2027 09:15-12:15\n"
                "Proposed: Wed 27/01/2027 13:15-15:30"
            ),
        ),
        (
            f"Proposed new time: {INVITATION}",
            (
                "Ann Lee proposed a different time\n\nOriginal time: Tue 26 January 2027 09:15 to 12:15\n"
                "New time: Wed 27 January 2027 13:15 to 15:30"
            ),
        ),
        (
            f"Declined: {INVITATION}",
            (
                "Invitation declined with a suggestion\n\nWhen: Tue 26 January 2027 09:15-12:15\n"
                "Suggested time: Wed 27 January 2027 13:15-15:30"
            ),
        ),
    ],
)
def test_a_new_time_that_is_put_forward_goes_to_the_adviser(subject: str, text: str) -> None:
    seen = read(text, "agreed", subject)
    assert (seen.kind.value, seen.action.value) == ("calendar", "consider")
    assert [f"{slot.date} {slot.part}" for slot in seen.proposed] == ["2027-01-27 pm"]


def test_a_time_zone_is_no_new_time() -> None:
    text = "Ann Lee has accepted this invitation.\nWhen: Tuesday 26 January 2027 09:15 - 12:15\nTime zone: London"
    assert read(text, "agreed", f"Accepted: {INVITATION}").action.value == "ignore"


@pytest.mark.parametrize("state", ["offered", "agreed"])
def test_a_perhaps_pressed_in_a_calendar_goes_to_a_person(state: str) -> None:
    text = "Ann Lee has tentatively accepted this invitation.\nWhen: Tuesday 26 January 2027 09:15 - 12:15"
    assert read(text, state, f"Tentative: {INVITATION}").action.value == "hand_over"
