"""Message-IDs: by them a send of unknown outcome is looked up instead of sent again, and a letter is stored once."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.message_ids import message_id_for, message_id_in

keys = st.text(min_size=1, max_size=40)
MADE = re.compile(r"<[0-9a-f]{64}@no-message-id>")


@given(keys, keys)
def test_each_key_has_one_message_id_for_ever(key: str, other: str) -> None:
    ours = message_id_for(key, "secret", "council.example")
    assert ours == message_id_for(key, "secret", "council.example")
    assert re.fullmatch(r"<visit\.[0-9a-f]{32}@council\.example>", ours)
    assert (ours == message_id_for(other, "secret", "council.example")) == (key == other)


@given(keys)
def test_two_databases_on_one_mailbox_never_make_the_same_message_id(key: str) -> None:
    assert message_id_for(key, "one", "council.example") != message_id_for(key, "two", "council.example")


@given(st.binary(max_size=400))
def test_any_bytes_at_all_have_a_message_id_that_is_always_the_same(raw: bytes) -> None:
    found = message_id_in(raw)
    assert found.startswith("<")
    assert found.endswith(">")
    assert "\n" not in found
    assert found == message_id_in(raw)


def test_the_message_id_of_the_headers_is_found_however_it_is_written() -> None:
    for head in (
        b"From: a@b.example\r\nMessage-ID: <one@b.example>\r\n\r\nbody",
        b"MESSAGE-id:<one@b.example>\nFrom: a@b.example\n\nbody",
        b"From: a@b.example\r\nMessage-Id:\r\n <one@b.example>\r\n\r\nbody",
        b"Message-ID: <one@b.example>",
    ):
        assert message_id_in(head) == "<one@b.example>"


def test_a_message_id_in_the_body_or_in_another_header_is_not_the_mails_own() -> None:
    assert MADE.fullmatch(message_id_in(b"From: a@b.example\r\n\r\nMessage-ID: <quoted@b.example>\r\n"))
    assert MADE.fullmatch(message_id_in(b"X-Original-Message-ID: <quoted@b.example>\r\n\r\n"))
    assert MADE.fullmatch(message_id_in(b"Subject: hello\r\n Message-ID: <folded@b.example>\r\n\r\n"))


def test_two_different_mails_without_a_message_id_are_told_apart() -> None:
    assert message_id_in(b"Subject: one\n\n1") != message_id_in(b"Subject: one\n\n2")
