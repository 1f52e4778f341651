"""[chat] for Slack: what is wrong is one sentence, and no secret is ever shown."""

import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.errors import PlainError
from handlers.sections_slack import QUIET, SlackChatSettings
from handlers.settings import Settings, SettingsError, load_settings

TOKEN, APP, SECRET = "xoxb-1-very-secret", "xapp-1-very-secret", "signing-very-secret"
SLACK = f"""\
[mail]
address = "visits@council.example"
[chat]
kind = "slack"
bot_token = "{TOKEN}"
channel = "C0123456789"
"""
SOCKET = SLACK + f'app_token = "{APP}"\n'
Load = Callable[..., SlackChatSettings]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def from_text(text: str = SOCKET, **environ: str) -> SlackChatSettings:
        file = tmp_path / "visitbot.toml"
        file.write_text(text, encoding="utf-8")
        settings: Settings = load_settings(file, environ)
        assert isinstance(settings.chat, SlackChatSettings)
        return settings.chat

    return from_text


def test_a_token_a_token_and_a_channel_are_enough(load: Load) -> None:
    chat = load()
    assert (chat.mode, chat.posts, chat.events) == ("socket", "each", QUIET)
    assert (chat.secret("bot_token"), chat.secret("app_token")) == (TOKEN, APP)
    assert (chat.managers, chat.managers_channel) == ((), "")


def test_managers_and_events_are_lists_in_the_file_and_words_with_commas_in_the_environment(load: Load) -> None:
    chat = load(
        SOCKET + 'events = ["agreed", "visited"]\n',
        VISITBOT_CHAT__MANAGERS="U0123456789, May.Hill@council.example",
        VISITBOT_CHAT__MANAGERS_CHANNEL="G0123456789",
    )
    assert chat.events == ("agreed", "visited")
    assert chat.managers == ("U0123456789", "may.hill@council.example")
    assert chat.managers_channel == "G0123456789"


def test_a_secret_may_stand_alone_in_a_file_beside_the_configuration(load: Load, tmp_path: Path) -> None:
    (tmp_path / "bot").write_text(f"{TOKEN}\n")
    chat = load(SOCKET.replace(f'bot_token = "{TOKEN}"', 'bot_token_file = "bot"'))
    assert chat.secret("bot_token") == TOKEN
    (tmp_path / "bot").unlink()
    with pytest.raises(PlainError, match=r"cannot be read .*; correct chat\.bot_token_file"):
        chat.secret("bot_token")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (SOCKET.replace('channel = "C0123456789"\n', ""), "channel is missing"),
        (SOCKET.replace("C0123456789", "#visits"), "the id of the team's channel"),
        (SOCKET + 'managers = ["somebody"]\n', "Slack ids and email addresses"),
        (SOCKET + 'events = ["everything"]\n', '"needs_adviser"'),
        (SOCKET + 'mode = "carrier pigeon"\n', '"socket" or "http"'),
        (SOCKET + "http_port = 70000\n", "a port"),
        (SOCKET + 'chanel = "x"\n', 'did you mean "channel"'),
        (SOCKET + 'base_url = "slack"\n', "Web API"),
    ],
)
def test_what_is_wrong_is_one_sentence_without_a_secret(load: Load, text: str, told: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load(text)
    sentence = str(caught.value)
    assert told in sentence
    assert "\n" not in sentence
    assert not any(secret in sentence for secret in (TOKEN, APP, SECRET))


def test_no_secret_is_shown_where_the_configuration_is_printed_or_logged(
    load: Load, caplog: pytest.LogCaptureFixture
) -> None:
    chat = load(SOCKET + f'signing_secret = "{SECRET}"\n')
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("handlers").warning("configuration %r %s", chat, chat)
    shown = f"{chat!r} {chat} {chat.model_dump()} {chat.model_dump_json()} {caplog.text}"
    assert not any(secret in shown for secret in (TOKEN, APP, SECRET))


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (SLACK, "app_token"),
        (SLACK + 'app_token = ""\n', "app_token"),
        (SLACK + 'mode = "http"\n', "signing_secret"),
        (SOCKET.replace(f'bot_token = "{TOKEN}"\n', ""), "bot_token"),
    ],
)
def test_a_secret_that_is_missing_is_named_before_anything_begins(load: Load, text: str, missing: str) -> None:
    with pytest.raises(PlainError, match=rf"^chat\.{missing} is missing; set it, or chat\.{missing}_file") as caught:
        load(text).check_secrets()
    assert TOKEN not in str(caught.value)


def test_with_what_its_mode_needs_nothing_is_missing(load: Load) -> None:
    load().check_secrets()
    load(SLACK + f'mode = "http"\nsigning_secret = "{SECRET}"\n').check_secrets()
