"""`visitbot try`: whoever plays the school must see what was understood, and can always leave."""

from __future__ import annotations

import io
from collections.abc import Callable

from rich.console import Console

from handlers.demo.try_it import read_until_dot, try_it


def play(*replies: str) -> str:
    """What is shown when the school answers with these replies, and then with none."""
    output = io.StringIO()
    left = [*replies, ""]
    read: Callable[[], str] = lambda: left.pop(0)  # noqa: E731
    assert try_it(Console(file=output, width=100), read) == 0
    return output.getvalue()


def test_a_clear_yes_is_agreed_and_ends_the_game() -> None:
    shown = play("Option 2 please. Joan Petrie will come as our governor.")
    assert "yes to" in shown
    assert "an offered slot is accepted" in shown
    assert "Agreed: " in shown
    assert "That is settled" in shown


def test_none_of_them_brings_other_half_days() -> None:
    shown = play("None of those work for us, sorry. Any Tuesday in March would be fine.", "The first one please")
    assert shown.count("1. ") >= 2
    assert "That is settled" in shown


def test_an_unclear_reply_is_not_booked() -> None:
    shown = play("Yes that's fine with us")
    assert "Agreed: " not in shown
    assert "the adviser, would look at it" in shown


def test_an_empty_reply_ends_the_game() -> None:
    shown = play()
    assert "Dear Kit Larwood" in shown
    assert "Agreed: " not in shown


def test_a_reply_ends_with_a_dot_or_with_the_input() -> None:
    stream = io.StringIO("Option 2 please\n\nPhilippa\n.\nand then\n")
    assert read_until_dot(stream) == "Option 2 please\n\nPhilippa"
    assert read_until_dot(stream) == "and then"
    assert read_until_dot(stream) == ""
