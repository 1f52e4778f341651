"""Whatever stands in the records fits into Slack, and is cut where a reader expects it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.chat.slack.messages import Content
from handlers.chat.slack.views.limits import LIMITS, clip, size
from handlers.chat.slack.views.pieces import actions, as_json, button, context, fields, header, section
from tests.chat.view_faults import faults, message_faults, view_faults
from tests.chat.view_samples import HOSTILE


def test_a_long_text_is_cut_between_words_with_an_ellipsis() -> None:
    assert clip("The reply can be read in more than one way.", 24) == "The reply can be read…"
    assert clip("Short", 24) == "Short"


def test_one_long_word_is_cut_within() -> None:
    assert clip("a" * 40, 10) == "a" * 9 + "…"


def test_an_escaped_character_is_never_cut_in_two() -> None:
    assert [clip("Fish &amp; Chips, &lt;all&gt; of it", most) for most in (8, 9, 10)] == ["Fish…", "Fish…", "Fish…"]
    assert clip("Fish &amp; Chips", 11) == "Fish &amp;…"


def test_an_emoji_is_never_cut_in_two_and_counts_twice() -> None:
    assert size("🟩🟩") == 4
    assert clip("🟩🟩🟩🟩", 5) == "🟩🟩…"


@given(HOSTILE, st.integers(2, 400))
def test_what_is_cut_fits_and_begins_as_before(said: str, most: int) -> None:
    shown = clip(said, most)
    assert size(shown) <= most
    assert shown == said or said.startswith(shown.removesuffix("…"))


def test_pieces_stay_within_their_limits_whatever_they_are_given() -> None:
    long = "word " * 2000
    made = [
        header(long),
        section(long),
        *fields([("Name", long)] * 12),
        *context(*[long] * 12),
        *actions([button(long, f"a_{number}", "v") for number in range(30)]),
    ]
    assert [fault for fault in faults(as_json(made), "modal") if fault] == []


SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "a"}}


@pytest.mark.parametrize(
    ("blocks", "fault"),
    [
        ([SECTION] * 51, "message.blocks: 51"),
        ([{"type": "section", "text": {"type": "mrkdwn", "text": "<!channel>"}}], "'<' in '<!channel>'"),
        ([{"type": "section", "text": {"type": "mrkdwn", "text": "a\u202eb"}}], "hidden [\"'\\\\u202e'\"]"),
        ([{"type": "actions", "elements": [{"type": "button", "text": {"type": "plain_text", "text": "a"},
           "action_id": "x"}] * 2}], "action_id twice"),
        ([{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 2900}}] * 5, "message.characters"),
    ],
)  # fmt: skip
def test_the_checker_finds_what_slack_would_refuse_or_misread(blocks: list[dict[str, object]], fault: str) -> None:
    assert fault in faults(blocks, "message")


def test_the_checker_finds_a_message_without_words_and_a_long_title() -> None:
    assert "message.text is empty" in message_faults(Content("", [SECTION]))
    title = {"type": "plain_text", "text": "t" * 24}
    view = {"type": "modal", "title": title, "blocks": [SECTION], "private_metadata": "x" * 2999}
    assert view_faults(view) == []
    with pytest.raises(Exception, match="title"):
        view_faults({**view, "title": {"type": "plain_text", "text": "t" * 25}})


def test_the_limits_are_those_of_slacks_own_models() -> None:
    from slack_sdk.models import blocks as kit

    assert LIMITS["section.text"] == kit.SectionBlock.text_max_length
    assert LIMITS["section.fields"] == kit.SectionBlock.fields_max_length
    assert LIMITS["header.text"] == kit.HeaderBlock.text_max_length
    assert LIMITS["context.elements"] == kit.ContextBlock.elements_max_length
    assert LIMITS["actions.elements"] == kit.ActionsBlock.elements_max_length
    assert LIMITS["input.label"] == kit.InputBlock.label_max_length
    assert LIMITS["block.block_id"] == kit.SectionBlock.block_id_max_length
    assert LIMITS["button.text"] == kit.ButtonElement.text_max_length
    assert LIMITS["button.value"] == kit.ButtonElement.value_max_length
    assert LIMITS["element.action_id"] == kit.ButtonElement.action_id_max_length
    assert LIMITS["static_select.options"] == kit.StaticSelectElement.options_max_length
    assert LIMITS["option.text"] == kit.Option.label_max_length
    assert LIMITS["option.value"] == kit.Option.value_max_length
    assert LIMITS["confirm.text"] == kit.ConfirmObject.text_max_length
    assert LIMITS["confirm.confirm"] == kit.ConfirmObject.confirm_max_length
