"""The team's channel on the terminal."""

import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ports import Channel, Post
from handlers.chat.console import ConsoleChannel
from handlers.chat.none import NoChannel
from handlers.clock import FixedClock

CLOCK = FixedClock(dt.datetime(2027, 6, 15, 8, 15, tzinfo=dt.UTC))


def shown(thread: str, text: str) -> str:
    out = io.StringIO()
    channel: Channel = ConsoleChannel(CLOCK, out)
    channel.post(Post("key", thread, text))
    return out.getvalue()


def test_a_post_is_one_line_with_london_time_and_names_its_visit_once() -> None:
    assert shown("VS-0421", "VS-0421 Oakfield: agreed") == "15 Jun 09:15  VS-0421 Oakfield: agreed\n"


def test_a_long_line_is_not_broken_when_piped() -> None:
    assert shown("VS-0421", "word " * 60).count("\n") == 1


def test_brackets_in_a_name_are_shown_and_not_taken_for_colours() -> None:
    assert "St Mary's [red] (C of E) :tada:" in shown("VS-1", "St Mary's [red] (C of E) :tada:")


def test_a_name_cannot_move_the_cursor_or_make_a_second_line() -> None:
    assert shown("VS-1", "a\x1b[2Jb\nc\rd\u202ee") == "15 Jun 09:15  a [2Jb c d e\n"


@given(st.text(max_size=60), st.text(max_size=60))
def test_every_post_is_exactly_one_printable_line(thread: str, text: str) -> None:
    line = shown(thread, text)
    assert line.endswith("\n")
    assert line[:-1].isprintable()


def test_a_team_without_chat_is_a_channel_too_and_shows_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    channel: Channel = NoChannel()
    channel.post(Post("key", "VS-0421", "nobody sees this"))
    assert capfd.readouterr() == ("", "")
