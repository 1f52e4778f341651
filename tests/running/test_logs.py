"""Logs hold no address and no secret, whoever writes them."""

import io
import json
import logging
from collections.abc import Callable, Iterator

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from handlers.logs import black_out, configure_logs

Write = Callable[[str, str], io.StringIO]


@pytest.fixture
def logs() -> Iterator[Write]:
    def start(level: str, style: str) -> io.StringIO:
        out = io.StringIO()
        configure_logs(level, style, out)
        return out

    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield start
    root.handlers, root.level = handlers, level
    logging.getLogger("dbos").handlers.clear()
    structlog.reset_defaults()


def test_addresses_and_secrets_are_blacked_out_wherever_they_stand(logs: Write) -> None:
    out = logs("info", "json")
    structlog.get_logger("handlers.effects").info(
        "sent to dt@oakfield.example",
        to=["head@oakfield.example"],
        message_id="<a.b@council.example>",
        slack_token="abc123",
        nested={"password": "p", "url": "postgresql://bot:hunter2@db/visits", "auth": "Bearer abc.def"},
        slack="xoxb-12-34",
        jwt="eyJhbGciOi.eyJzdWIi.c2ln",
        count=3,
        visit="VS-0421",
    )
    text = out.getvalue()
    for hidden in ("@oakfield", "a.b@", "abc123", "hunter2", "abc.def", "xoxb", "eyJ", '"p"'):
        assert hidden not in text
    line = json.loads(text)
    assert (line["event"], line["count"], line["visit"]) == ("sent to [address]", 3, "VS-0421")
    assert line["timestamp"].endswith("Z")


@pytest.mark.parametrize("style", ["json", "console"])
def test_an_address_in_an_error_is_blacked_out_too(logs: Write, style: str) -> None:
    out = logs("info", style)
    try:
        int("dt@oakfield.example")
    except ValueError:
        structlog.get_logger("handlers").exception("failed")
    assert "invalid literal for int() with base 10: [address]" in out.getvalue()
    assert "oakfield" not in out.getvalue()


def test_what_libraries_write_takes_the_same_way(logs: Write) -> None:
    out = logs("info", "json")
    logging.getLogger("dbos").warning("to %s", "dt@oakfield.example")
    logging.getLogger("sqlalchemy.engine").info("chatter")
    assert [json.loads(line)["event"] for line in out.getvalue().splitlines()] == ["to [address]"]


def test_the_level_keeps_the_rest_away(logs: Write) -> None:
    out = logs("warning", "console")
    structlog.get_logger("handlers").info("quiet")
    structlog.get_logger("storage").warning("loud")
    assert "quiet" not in out.getvalue()
    assert "loud" in out.getvalue()


def test_debug_lets_libraries_speak(logs: Write) -> None:
    out = logs("debug", "json")
    logging.getLogger("some.library").debug("SELECT 1")
    assert "SELECT 1" in out.getvalue()


def test_setting_up_twice_writes_every_line_once(logs: Write) -> None:
    first, second = logs("info", "json"), logs("info", "json")
    structlog.get_logger("handlers").info("once")
    logging.getLogger("dbos").warning("once")
    assert first.getvalue() == ""
    assert second.getvalue().count("once") == 2


@given(st.emails(), st.text(max_size=20))
def test_no_address_survives(address: str, around: str) -> None:
    local, _, domain = address.partition("@")
    assert f"{local}@{domain}" not in black_out(f"{around} {address} {around}")
