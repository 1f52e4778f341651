"""What every mailbox keeps, whatever carries the mail: nothing lost, nothing twice, no byte changed."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import os
import tracemalloc
from collections.abc import Callable, Iterator
from email import message_from_bytes

import pytest

from bot.message_ids import message_id_in
from bot.ports import FetchedMail, Mailbox, MailError, MailRefusedError
from handlers.carrying_out import Tally
from handlers.effects import carry_out_due, settle_unknown
from handlers.inviting import invite
from handlers.kinds import kinds
from handlers.parts import Parts
from handlers.run import run_once
from handlers.settings import Settings
from handlers.taking_in import take_in
from storage.stored import EffectState
from tests.fakes.stage import ALL_FAULTS, Stage
from tests.journeys.world import INVITED, OAK
from tests.mail.contract.conftest import STAGES

MANY = 10_000
LARGE = 25_000_000
MOST_MEMORY = 16_000_000
TO = ("dt@oakfield.example",)
Restart = Callable[[], Parts]

HOSTILE = {
    "no header at all": b"only words\r\n",
    "a header that never ends": b"Subject: " + b"x" * 200_000 + b"\r\n\r\nwords\r\n",
    "no end of the headers": b"Message-ID: <no.end@oakfield.example>\r\nSubject: cut",
    "octets that are no text": b"Message-ID: <octets@oakfield.example>\r\nSubject: \xff\xfe\r\n\r\n\xc3\x28\xa0\r\n",
    "IMAP in the body": b"Message-ID: <imap@oakfield.example>\r\n\r\n)\r\n* 1 FETCH (UID 99 BODY[] {3}\r\nabc)\r\n",
    "a dot alone": b"Message-ID: <dot@oakfield.example>\r\n\r\nbefore\r\n.\r\n..\r\n.QUIT\r\nafter\r\n",
    "a boundary that is never closed": (
        b'Message-ID: <open@oakfield.example>\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\n\r\nwords'
    ),
    "two Message-IDs": b"Message-ID: <one@oakfield.example>\r\nMessage-ID: <two@oakfield.example>\r\n\r\nwords\r\n",
    "XML in the subject": b"Message-ID: <xml@oakfield.example>\r\nSubject: ]]></m:Items>&lt;\x0b\r\n\r\n]]>&amp;\r\n",
}
ATTACHMENT = (
    b"--b\r\nContent-Type: text/plain\r\n\r\nwords\r\n--b\r\nContent-Type: application/octet-stream\r\n"
    b'Content-Disposition: attachment; filename="proforma.docx"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    b"UEsDBAoAAAAAAIdO\r\n--b--\r\n"
)
BODIES = {
    "plain": (b"Dear Priya Nair\r\n\r\nThree half days:\r\n", b""),
    "8-bit": ("Dear Zoë Müller – 9:15am …\r\n".encode(), b"Content-Transfer-Encoding: 8bit\r\n"),
    "long lines": (b"x" * 990 + b"\r\n" + b"y" * 998 + b"\r\n", b""),
    "dots": (b".\r\n..\r\n.hidden\r\n\r\n.\r\n", b""),
    "From": (b"From here on\r\n>From there on\r\n \r\n\t\r\n", b""),
    "attachment": (ATTACHMENT, b'Content-Type: multipart/mixed; boundary="b"\r\n'),
}


def letter(number: int, body: bytes = b"Option 1 please.\r\n") -> bytes:
    head = f"From: dt@oakfield.example\r\nTo: visits@council.example\r\nMessage-ID: <letter.{number}@oakfield.example>"
    return head.encode() + b"\r\nSubject: RE: [VS-0001] Visit\r\n\r\n" + body


def our_mail(number: int = 1, body: bytes = b"Dear Priya Nair\r\n", more: bytes = b"") -> tuple[str, bytes]:
    message_id = f"<visit.{number:032x}@council.example>"
    head = (
        "From: Virtual School Visits <visits@council.example>\r\n"
        "To: Priya Nair <dt@oakfield.example>\r\n"
        "Subject: [VS-0001] A visit\r\n"
        f"Message-ID: {message_id}\r\n"
        "In-Reply-To: <letter.7@oakfield.example>\r\n"
        "References: <letter.1@oakfield.example>\r\n <letter.7@oakfield.example>\r\n"
        "Date: Mon, 11 Jan 2027 09:00:00 +0000\r\n"
        "Auto-Submitted: auto-generated\r\n"
        "X-Visit-Reference: VS-0001\r\n"
        "MIME-Version: 1.0\r\n"
    )
    return message_id, head.encode() + (more or b"Content-Type: text/plain; charset=utf-8\r\n") + b"\r\n" + body


def lines(raw: bytes) -> bytes:
    """With line ends as on the wire: what keeps mail in files may keep them as the machine does."""
    return raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def taken(mailbox: Mailbox, cursor: str | None = None) -> list[FetchedMail]:
    return list(mailbox.fetch(cursor))


def ids(mails: list[FetchedMail]) -> list[str]:
    return [message_id_in(mail.raw) for mail in mails]


def states(parts: Parts) -> dict[EffectState, int]:
    with parts.store.read() as records:
        found = {state: len(records.effects_in_state(state)) for state in EffectState}
    return {state: count for state, count in found.items() if count}


# what is sent


def test_what_is_sent_can_be_found_by_its_message_id_and_nothing_else_can(stage: Stage) -> None:
    message_id, raw = our_mail()
    mailbox = stage.open()
    assert not mailbox.find_sent(message_id)
    mailbox.send(message_id, TO, raw)
    assert mailbox.find_sent(message_id)
    assert stage.open().find_sent(message_id), "also after a restart"
    assert not mailbox.find_sent("<visit.0@council.example>")
    assert not mailbox.find_sent(message_id.replace("<visit.", "<it."))


@pytest.mark.parametrize(("body", "more"), BODIES.values(), ids=BODIES)
def test_a_mail_leaves_with_the_bytes_that_were_given(stage: Stage, body: bytes, more: bytes) -> None:
    message_id, raw = our_mail(body=body, more=more)
    stage.open().send(message_id, TO, raw)
    (left,) = stage.sent()
    assert lines(left) == raw


def test_a_reply_stands_in_its_thread_and_says_that_a_machine_wrote_it(stage: Stage) -> None:
    message_id, raw = our_mail()
    stage.open().send(message_id, TO, raw)
    left, given = (message_from_bytes(mail) for mail in (stage.sent()[0], raw))
    for header in ("From", "To", "Message-ID", "In-Reply-To", "References", "Auto-Submitted", "X-Visit-Reference"):
        assert left[header], header
        assert left[header].split() == given[header].split(), header


def test_a_mail_to_nobody_is_refused_for_good(stage: Stage) -> None:
    message_id, raw = our_mail()
    with pytest.raises(MailRefusedError):
        stage.open().send(message_id, (), raw)
    assert stage.sent() == []


# what arrives


def test_what_arrives_is_fetched_whole_and_in_the_order_in_which_it_came(stage: Stage) -> None:
    letters = [letter(number, b"words %d\r\n" % number) for number in range(1, 8)]
    for raw in letters:
        stage.deliver(raw)
    assert [lines(mail.raw) for mail in taken(stage.open())] == letters


def test_a_settled_letter_never_comes_again_and_is_not_deleted(stage: Stage) -> None:
    for number in (1, 2):
        stage.deliver(letter(number))
    mailbox = stage.open()
    first, second = taken(mailbox)
    mailbox.settle(first.source_id)
    assert ids(taken(stage.open())) == [message_id_in(second.raw)]
    assert stage.inbox_left() == 1
    mailbox.settle(first.source_id)
    mailbox.settle(second.source_id)
    mailbox.settle(second.source_id)
    assert taken(mailbox) == []
    assert stage.inbox_left() == 0


def test_what_is_not_settled_comes_again_after_a_crash(stage: Stage) -> None:
    for number in (1, 2, 3):
        stage.deliver(letter(number))
    half = stage.open().fetch(None)
    next(half)
    assert ids(taken(stage.open())) == [f"<letter.{number}@oakfield.example>" for number in (1, 2, 3)]


def test_a_cursor_survives_a_restart(stage: Stage) -> None:
    for number in (1, 2):
        stage.deliver(letter(number))
    mailbox = stage.open()
    before = taken(mailbox)
    for mail in before:
        mailbox.settle(mail.source_id)
    stage.deliver(letter(3))
    (after,) = taken(stage.open(), before[-1].cursor)
    assert message_id_in(after.raw) == "<letter.3@oakfield.example>"


def test_a_cursor_that_means_nothing_loses_no_letter(stage: Stage) -> None:
    stage.deliver(letter(1))
    assert ids(taken(stage.open(), "nonsense")) == ["<letter.1@oakfield.example>"]


def test_a_letter_that_comes_while_others_are_fetched_comes_in_the_next_round_at_the_latest(
    stage: Stage, restart: Restart
) -> None:
    parts = restart()
    for number in (1, 2):
        stage.deliver(letter(number))
    mailbox = parts.mailbox
    begun = mailbox.fetch(None)
    first = next(begun)
    stage.deliver(letter(3))
    rest = [first, *begun]
    for mail in rest:
        mailbox.settle(mail.source_id)
    later = taken(stage.open(), rest[-1].cursor)
    assert sorted({*ids(rest), *ids(later)}) == [f"<letter.{number}@oakfield.example>" for number in (1, 2, 3)]


class DiesBeforeSettling:
    """The mailbox of a bot that dies when it has stored a letter, and before it can say so."""

    def __init__(self, mailbox: Mailbox) -> None:
        self._mailbox = mailbox

    def fetch(self, cursor: str | None) -> Iterator[FetchedMail]:
        return self._mailbox.fetch(cursor)

    def settle(self, source_id: str) -> None:
        raise MailError(f"died before {source_id} was settled")

    def send(self, message_id: str, recipients: tuple[str, ...], mime: bytes) -> None:
        raise AssertionError(message_id, recipients, mime)

    def find_sent(self, message_id: str) -> bool:
        raise AssertionError(message_id)


def test_a_letter_is_stored_once_whenever_the_bot_dies(stage: Stage, restart: Restart) -> None:
    for number in (1, 2, 3):
        stage.deliver(letter(number))
    dying = restart()
    with pytest.raises(MailError, match="died"):
        take_in(dataclasses.replace(dying, mailbox=DiesBeforeSettling(dying.mailbox)), INVITED)
    parts = restart()
    take_in(parts, INVITED)
    take_in(restart(), INVITED)
    with parts.store.read() as records:
        stored = [one.message_id for one in records.letters()]
    assert sorted(stored) == [f"<letter.{number}@oakfield.example>" for number in (1, 2, 3)]


def test_hostile_bytes_come_in_and_stop_nothing(stage: Stage) -> None:
    for raw in HOSTILE.values():
        stage.deliver(raw)
    stage.deliver(letter(1))
    mailbox = stage.open()
    found = taken(mailbox)
    assert len({mail.source_id for mail in found}) == len(HOSTILE) + 1
    named = {message_id_in(raw) for raw in HOSTILE.values() if b"Message-ID" in raw} | {"<letter.1@oakfield.example>"}
    assert named <= set(ids(found))
    for mail in found:
        mailbox.settle(mail.source_id)
    assert taken(mailbox) == []


@pytest.mark.parametrize("source_id", ["", "1:1", "nonsense", "9" * 40, "0:0", "1:99999999999", "é\r\nA1 DELETE INBOX"])
def test_settling_what_is_not_there_harms_nothing(stage: Stage, source_id: str) -> None:
    stage.deliver(letter(1))
    mailbox = stage.open()
    with contextlib.suppress(MailError):
        mailbox.settle(source_id)
    assert ids(taken(stage.open())) == ["<letter.1@oakfield.example>"]


# much, and large


def test_ten_thousand_letters_are_taken_in_with_little_memory(stage: Stage, restart: Restart) -> None:
    many = int(os.environ.get("VISITBOT_TEST_MANY") or getattr(stage, "many", MANY))
    body = b"x" * 70 + b"\r\n"
    body *= 20_000_000 // many // len(body)
    for number in range(many):
        stage.deliver(letter(number, body))
    mailbox = restart().mailbox
    tracemalloc.start()
    try:
        count = sum(1 for _ in _settled_as_they_come(mailbox))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == many
    assert stage.inbox_left() == 0
    assert peak < MOST_MEMORY, f"{peak:,} bytes; the letters together have 20,000,000"


def _settled_as_they_come(mailbox: Mailbox) -> Iterator[FetchedMail]:
    for mail in mailbox.fetch(None):
        mailbox.settle(mail.source_id)
        yield mail


def test_a_letter_of_25_megabytes_comes_whole(stage: Stage) -> None:
    line = b"QUJDRA" * 12 + b"\r\n"
    large = letter(1, line * (LARGE // len(line)))
    stage.deliver(large)
    stage.deliver(letter(2))
    first, second = taken(stage.open())
    assert lines(first.raw) == large
    assert message_id_in(second.raw) == "<letter.2@oakfield.example>"


def test_a_mail_of_25_megabytes_leaves_whole(stage: Stage) -> None:
    line = b"QUJDRA" * 12 + b"\r\n"
    message_id, raw = our_mail(body=line * (getattr(stage, "largest_sent", LARGE) // len(line)))
    mailbox = stage.open()
    mailbox.send(message_id, TO, raw)
    assert [lines(left) for left in stage.sent()] == [raw]
    assert mailbox.find_sent(message_id)


# faults


def test_a_fault_is_played_only_where_it_can_be(stage: Stage) -> None:
    for name in (*ALL_FAULTS - stage.faults, "no such fault"):
        with pytest.raises(KeyError):
            stage.fault(name)


def offers(stage: Stage) -> list[bytes]:
    """The offers that really went out; an adviser may have been told of a doubtful one besides."""
    return [mail for mail in stage.sent() if b"X-Visit-Mail: offer" in mail]


def test_a_fault_while_a_mail_is_sent_gives_one_delivery_or_one_to_be_settled(
    stage: Stage, fault: str, restart: Restart
) -> None:
    stage.fault(fault)
    parts = restart()
    invite(parts, INVITED, urn=OAK)
    run_once(parts, INVITED)
    assert len(offers(stage)) <= 1
    assert set(states(parts)) <= {EffectState.DONE, EffectState.QUEUED, EffectState.SENDING}, "nothing is given up"
    _rounds(restart, 1, 4)
    _settled_by_a_person(stage)
    _rounds(restart, 4, 6)
    assert len(offers(stage)) == 1
    assert set(states(parts)) == {EffectState.DONE}


def test_a_fault_that_lasts_loses_nothing_and_sends_nothing_twice(stage: Stage, fault: str, restart: Restart) -> None:
    stage.fault(fault, times=2)
    parts = restart()
    invite(parts, INVITED, urn=OAK)
    for hours in (0, 2, 4):
        _rounds(restart, hours, hours + 2)
        _settled_by_a_person(stage)
    _rounds(restart, 6, 8)
    assert len(offers(stage)) == 1
    assert set(states(parts)) == {EffectState.DONE}


def test_a_bot_that_dies_in_the_middle_of_a_send_settles_the_mail_when_it_is_back(
    stage: Stage, restart: Restart
) -> None:
    """It dies after the service took the mail, and before the record of that was committed."""
    parts = restart()
    invite(parts, INVITED, urn=OAK)
    with pytest.raises(Died):
        carry_out_due(dataclasses.replace(parts, mailbox=DiesAfterSending(parts.mailbox)), INVITED, Tally())
    assert len(offers(stage)) == 1
    assert EffectState.SENDING in states(parts)
    tally = Tally()
    for hours in range(1, 4):
        settle_unknown(restart(), INVITED + dt.timedelta(hours=hours), tally)
    assert tally.problems == []
    assert EffectState.SENDING not in states(parts)
    assert len(offers(stage)) == 1


def _settled_by_a_person(stage: Stage) -> None:
    """Only SMTP cannot be asked afterwards whether it took a mail."""
    look = getattr(stage, "somebody_looks", None)
    if look is not None:
        look()


class Died(BaseException):
    """As by kill -9: no handler sees it."""


class DiesAfterSending:
    """The mailbox of a bot that dies when a mail has gone."""

    def __init__(self, mailbox: Mailbox) -> None:
        self._mailbox = mailbox

    def fetch(self, cursor: str | None) -> Iterator[FetchedMail]:
        return self._mailbox.fetch(cursor)

    def settle(self, source_id: str) -> None:
        self._mailbox.settle(source_id)

    def send(self, message_id: str, recipients: tuple[str, ...], mime: bytes) -> None:
        self._mailbox.send(message_id, recipients, mime)
        raise Died

    def find_sent(self, message_id: str) -> bool:
        return self._mailbox.find_sent(message_id)


def _rounds(restart: Restart, first: int, end: int) -> None:
    """A bot that is started anew each hour: whatever it knows, it has written down."""
    for hours in range(first, end):
        run_once(restart(), INVITED + dt.timedelta(hours=hours))


def test_no_mailbox_is_left_out_of_the_contract() -> None:
    transports = set(kinds(Settings.model_fields["mail"].annotation))
    assert {name.partition("-")[0] for name in STAGES} == transports
