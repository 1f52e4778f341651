import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.model import (
    Action,
    Attendee,
    Contact,
    Evidence,
    Governor,
    Kind,
    LetterState,
    Part,
    ProposedSlot,
    ReasonCode,
    Role,
    Slot,
    Understanding,
    Weekday,
    Window,
)
from storage.database import Store
from storage.records.letters import hash_of_content

RAW = b"From: a@school.example\r\nMessage-ID: <1@school.example>\r\nSubject: Visit\r\n\r\nYes, 2 please.\r\n"
DAY = dt.date(2027, 1, 26)


def add(store: Store, message_id: str, raw: bytes, now: dt.datetime) -> int | None:
    with store.write() as records:
        return records.add_letter(message_id, raw, now, "inbox/1")


def test_a_letter_is_stored_once_however_often_it_is_fetched(any_store: Store, now: dt.datetime) -> None:
    assert add(any_store, "<1@school.example>", RAW, now) is not None
    assert add(any_store, "<1@school.example>", RAW, now) is None
    with any_store.read() as records:
        assert [letter.message_id for letter in records.letters()] == ["<1@school.example>"]


def test_the_same_mail_delivered_by_another_way_is_the_same_letter(any_store: Store, now: dt.datetime) -> None:
    add(any_store, "<1@school.example>", RAW, now)
    again = b"Return-Path: <a@school.example>\nReceived: from mx2\n\tby mx.council.example; now\n" + RAW.replace(
        b"\r", b""
    )
    assert add(any_store, "<1@school.example>", again, now) is None


def test_a_different_mail_with_a_message_id_used_before_is_not_lost(any_store: Store, now: dt.datetime) -> None:
    first = add(any_store, "<1@school.example>", RAW, now)
    other = RAW.replace(b"Yes, 2", b"No, not 2")
    second = add(any_store, "<1@school.example>", other, now)
    assert second not in (None, first)
    assert add(any_store, "<1@school.example>", other, now) is None
    with any_store.read() as records:
        assert records.letter(first).raw == RAW
        assert records.letter(second).raw == other
        assert records.letter(second).message_id != "<1@school.example>"


def test_a_failed_authentication_makes_it_another_mail(any_store: Store, now: dt.datetime) -> None:
    forged = b"Authentication-Results: mx.council.example; dmarc=fail\r\n" + RAW
    assert add(any_store, "<1@school.example>", forged, now) is not None
    assert add(any_store, "<1@school.example>", RAW, now) is not None


def test_mails_without_any_message_id_are_all_kept(any_store: Store, now: dt.datetime) -> None:
    ids = {add(any_store, "", b"Subject: %d\n\nhello" % n, now) for n in range(3)}
    assert len(ids) == 3
    assert None not in ids
    assert add(any_store, "", b"Subject: 1\n\nhello", now) is None


def test_what_was_made_of_a_letter_comes_back_with_every_word_of_evidence(any_store: Store, now: dt.datetime) -> None:
    letter_id = add(any_store, "<1@school.example>", RAW, now)
    understanding = Understanding(
        kind=Kind.REPLY,
        action=Action.HAND_OVER,
        accepted=(Slot(DAY, Part.AM),),
        ruled_out=(Slot(DAY, Part.PM),),
        proposed=(ProposedSlot(DAY), ProposedSlot(DAY, Part.PM)),
        windows=(Window(DAY, DAY + dt.timedelta(4), (Weekday.MON, Weekday.FRI), Part.AM), Window(DAY, DAY)),
        attendees=(Attendee("Tom Askew", Role.GOVERNOR), Attendee(None, None)),
        absent=(Attendee("Jo", None, "jo@school.example"),),
        governor=Governor.UNAVAILABLE,
        sensitive=True,
        reason=ReasonCode.TENTATIVE,
        rule="hedged",
        returns_on=DAY,
        stand_in=Contact("Sam", Role.SENCO, "sam@school.example"),
        has_question=True,
        evidence=(Evidence("accepted", "2027-01-26 am", "Yes, 2 \udce9\x00", 0, 6, "number"),),
    )
    with any_store.write() as records:
        letter = replace(
            records.letter(letter_id),
            state=LetterState.HELD,
            sender="a@school.example",
            subject="Visit",
            reference="VS-0001",
            offer=2,
            kind=Kind.REPLY,
            action=Action.HAND_OVER,
            reason_code=ReasonCode.TENTATIVE,
            reason="perhaps",
            rule="hedged",
            understanding=understanding,
            error="none",
        )
        records.save_letter(letter)
    with any_store.read() as records:
        assert records.letter(letter_id) == letter
        assert records.letters(LetterState.HELD) == [replace(letter, raw=b"")]
        assert records.letters(reference="VS-0001") == [replace(letter, raw=b"")]
        assert records.letters(LetterState.NEW) == records.letters(reference="VS-0002") == []
        assert records.letter_counts() == {LetterState.HELD: 1}


def test_what_came_is_never_changed_by_what_was_made_of_it(any_store: Store, now: dt.datetime) -> None:
    letter_id = add(any_store, "<1@school.example>", RAW, now)
    with any_store.write() as records:
        before = records.letter(letter_id)
        records.save_letter(replace(before, raw=b"", message_id="<x>", received=now + dt.timedelta(1), source_id="y"))
    with any_store.read() as records:
        assert records.letter(letter_id) == before


def test_letters_wait_in_the_order_in_which_they_came(any_store: Store, now: dt.datetime) -> None:
    ids = [add(any_store, f"<{n}@school.example>", b"%d" % n, now) for n in (3, 1, 2)]
    with any_store.write() as records:
        assert records.letter_ids(LetterState.NEW) == ids
        records.save_letter(replace(records.letter(ids[1]), state=LetterState.IGNORED))
        assert records.letter_ids(LetterState.NEW) == [ids[0], ids[2]]
        assert records.letter(99) is None


def test_broken_headers_do_not_stop_a_letter_from_being_noted(any_store: Store, now: dt.datetime) -> None:
    letter_id = add(any_store, "<\udce9\x00@school.example>", RAW, now)
    with any_store.write() as records:
        records.save_letter(replace(records.letter(letter_id), subject="caf\udce9\x00", error="\ud800"))
    with any_store.read() as records:
        assert records.letter(letter_id).subject == "caf\ufffd\ufffd"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.binary(max_size=300), message_id=st.text(max_size=20))
def test_any_bytes_under_any_id_are_kept_whole_and_once(
    store: Store, now: dt.datetime, raw: bytes, message_id: str
) -> None:
    letter_id = add(store, message_id, raw, now)
    assert add(store, message_id, raw, now) is None
    if letter_id is not None:
        with store.read() as records:
            assert records.letter(letter_id).raw == raw


@pytest.mark.parametrize("changed", [b"Yes, 1 please.", b"Yes, 2 please. Subject: Visit"])
def test_other_words_are_another_content(changed: bytes) -> None:
    assert hash_of_content(RAW) != hash_of_content(RAW.replace(b"Yes, 2 please.", changed))
