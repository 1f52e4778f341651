"""What a school, a mail or an import writes is shown in Slack, and does nothing there."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.chat.slack.views.escaping import bold, escaped, plain, plain_lines
from tests.chat.view_samples import HOSTILE


@pytest.mark.parametrize(
    "said", ["<!channel>", "<!here|here>", "<@U0SAM01>", "<#C0TEAM>", "<https://evil.example|the form>", "a & b < c"]
)
def test_no_name_calls_the_channel_a_colleague_or_a_link(said: str) -> None:
    shown = escaped(said)
    assert "<" not in shown
    assert ">" not in shown
    assert shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == said


@pytest.mark.parametrize(
    "said", ["*loud*", "_sly_", "~gone~", "`code`", "```code```", "*_~all~_*", ":skull:", "> quoted"]
)
def test_no_name_is_formatted(said: str) -> None:
    assert not set("*_~`") & set(escaped(said))
    assert not re.search(r":\w+:", escaped(said))
    assert not escaped(said).startswith("&gt;")


@pytest.mark.parametrize("said", ["o_brien", "2*3", "Year 5/6: 9:15am", "St Mary's & St John's", "Llanfair-y-Cwmwd"])
def test_an_ordinary_name_stays_as_it_is(said: str) -> None:
    assert escaped(said).replace("&amp;", "&") == said


def test_a_name_stays_on_its_line_and_reads_from_left_to_right() -> None:
    assert escaped("Oak\nVS-0421: agreed\u202e drawkcab\u2069\x00") == "Oak VS-0421: agreed drawkcab"
    assert plain("Oak\r\n\tPrimary") == "Oak Primary"


def test_the_lines_of_a_mail_stay_and_hidden_characters_go() -> None:
    assert plain_lines("Yes,\r\n\ttuesday\u202e\x07 <!here>") == "Yes,\n tuesday <!here>"


def test_nothing_in_bold_is_nothing_and_not_two_stars() -> None:
    assert bold(" \u200b ") == ""
    assert bold("Oak *") == "*Oak \u2217*"


@given(HOSTILE, st.integers(20, 300))
def test_whatever_is_written_nothing_of_it_can_be_parsed(said: str, most: int) -> None:
    shown = escaped(said, most)
    assert len(shown) <= most
    assert not set("<>`\n\r") & set(shown)
    assert "&" not in re.sub(r"&(?:amp|lt|gt);", "", shown)
    for found in re.finditer(r"[*_~]", shown):
        around = shown[max(found.start() - 1, 0) : found.end() + 1]
        assert len(around) == 3
        assert all(sign.isalnum() for sign in around.replace(found[0], "x"))


@given(HOSTILE)
def test_what_is_escaped_has_the_same_letters(said: str) -> None:
    letters = [sign for sign in plain(said)[:200] if sign.isalnum()]
    shown = escaped(plain(said)[:200], 3000)
    unescaped = shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert [sign for sign in unescaped if sign.isalnum() and sign not in "\u02cd\u02cb\ua789"] == [
        sign for sign in letters if sign not in "\u02cd\u02cb\ua789"
    ]
