"""The Exchange mailbox against our own stand-in: nothing lost, nothing twice, and nothing that hangs."""

import contextlib
import itertools
import time
import tracemalloc
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.message_ids import message_id_in
from bot.ports import FetchedMail, Mailbox, MailError, MailPostponedError, MailRefusedError
from handlers.exchange.server import TRIES
from handlers.mail.exchange import ExchangeMailbox
from tests.fakes.exchange_stage import ADDRESS, ExchangeStage
from tests.fakes.garbling import garbler

TO = ("dt@oakfield.example",)
LOST = ("dropped_after_accept", "hang", "error_after_accept")
UNSENT = ("dropped_before_accept", "busy")


def mail(number: int, body: bytes = b"Text") -> bytes:
    head = f"From: {ADDRESS}\r\nTo: {TO[0]}\r\nSubject: Offer {number}\r\nMessage-ID: {name(number)}\r\n"
    threading = "In-Reply-To: <their@oakfield.example>\r\nReferences: <a@b.example> <their@oakfield.example>\r\n"
    return (head + threading).encode() + b"Auto-Submitted: auto-generated\r\nX-Visit-Mail: offer\r\n\r\n" + body


def name(number: int) -> str:
    return f"<{number}@council.example>"


@pytest.fixture
def stage() -> Iterator[ExchangeStage]:
    with ExchangeStage() as running:
        yield running


def ids(mails: Iterator[FetchedMail]) -> list[str]:
    return [message_id_in(one.raw) for one in mails]


def take_in(mailbox: Mailbox, cursor: str | None) -> tuple[list[str], str | None]:
    """Store and settle all, as the bot does; which came, and the cursor to keep."""
    came = []
    for one in mailbox.fetch(cursor):
        came.append(message_id_in(one.raw))
        cursor = one.cursor or cursor
        mailbox.settle(one.source_id)
    return came, cursor


# --- what arrives ----------------------------------------------------------------------------------------------------


def test_letters_come_oldest_first_with_every_byte(stage: ExchangeStage) -> None:
    raws = [mail(number, bytes(range(256)) + b"\r\n.\r\nFrom here\n") for number in range(3)]
    for raw in raws:
        stage.deliver(raw)
    assert [one.raw for one in stage.open().fetch(None)] == raws


def test_what_is_settled_is_kept_in_its_folder_and_does_not_come_again(stage: ExchangeStage) -> None:
    stage.deliver(mail(1))
    mailbox = stage.open()
    came, cursor = take_in(mailbox, None)
    assert (came, stage.inbox_left()) == ([name(1)], 0)
    assert ids(mailbox.fetch(cursor)) == []
    store = stage.server.store.mailboxes[ADDRESS]
    (folder,) = [folder for folder in store.folders.values() if folder.name == "Visit Bot handled"]
    assert [item.mime for item in store.in_folder(folder)] == [mail(1)]


def test_the_cursor_goes_out_with_the_last_letter_only_so_that_a_crash_loses_none(stage: ExchangeStage) -> None:
    for number in range(30):
        stage.deliver(mail(number))
    fetched = list(stage.open().fetch(None))
    assert [one.cursor is not None for one in fetched] == [False] * 29 + [True]


def test_a_crash_after_storing_and_before_settling_is_healed_by_the_next_process(stage: ExchangeStage) -> None:
    for number in range(3):
        stage.deliver(mail(number))
    cursor = [one.cursor for one in stage.open().fetch(None)][-1]
    assert cursor is not None
    came, _ = take_in(stage.open(), cursor)
    assert (came, stage.inbox_left()) == ([name(0), name(1), name(2)], 0)


def test_a_letter_that_could_not_be_settled_comes_again_though_the_cursor_has_passed_it(stage: ExchangeStage) -> None:
    stage.deliver(mail(1))
    mailbox = stage.open()
    (one,) = mailbox.fetch(None)
    stage.server.trouble("busy", TRIES, "MoveItem")
    with pytest.raises(MailError, match="Exchange is busy"):
        mailbox.settle(one.source_id)
    assert ids(mailbox.fetch(one.cursor)) == [name(1)]


def test_only_what_is_new_is_asked_for_after_the_first_look(stage: ExchangeStage) -> None:
    stage.deliver(mail(1))
    mailbox = stage.open()
    _, cursor = take_in(mailbox, None)
    stage.deliver(mail(2))
    came, _ = take_in(mailbox, cursor)
    assert came == [name(2)]
    assert (
        f"<m:SyncState>{cursor}</m:SyncState>".encode()
        in [seen.raw for seen in stage.server.seen if seen.operation == "SyncFolderItems"][-1]
    )


def test_a_sync_state_that_the_server_no_longer_knows_starts_anew_and_loses_nothing(stage: ExchangeStage) -> None:
    stage.deliver(mail(1))
    mailbox = stage.open()
    take_in(mailbox, None)
    stage.deliver(mail(2))
    came, cursor = take_in(mailbox, "no state of this server")
    assert came == [name(2)]
    assert cursor != "no state of this server"


def test_a_state_over_which_the_server_stumbles_starts_anew_too(stage: ExchangeStage) -> None:
    stage.deliver(mail(1))
    stage.server.trouble("fault", 1, "SyncFolderItems")
    assert ids(stage.open(handled="mark").fetch("the state of another server")) == [name(1)]


@settings(max_examples=25, deadline=None)
@given(cursor=st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_no_cursor_whatever_it_holds_stops_the_letters(cursor: str) -> None:
    with ExchangeStage(handled="mark") as running:
        running.deliver(mail(1))
        assert ids(running.open().fetch(cursor)) == [name(1)]


def test_a_letter_delivered_twice_is_handed_over_twice_for_the_records_to_know(stage: ExchangeStage) -> None:
    stage.deliver(mail(1))
    stage.deliver(mail(1))
    came, _ = take_in(stage.open(), None)
    assert (came, stage.inbox_left()) == ([name(1), name(1)], 0)


def test_a_letter_that_somebody_moves_away_meanwhile_stops_nobody(stage: ExchangeStage) -> None:
    for number in range(3):
        stage.deliver(mail(number))
    store = stage.server.store.mailboxes[ADDRESS]
    mailbox = stage.open()
    moved = iter(store.in_folder(store.distinguished("inbox")))
    stage.server.operations.before = {"GetItem": lambda: store.move(next(moved), store.distinguished("deleteditems"))}
    assert ids(mailbox.fetch(None)) == [name(1), name(2)]


def test_settling_a_letter_that_has_gone_is_no_error(stage: ExchangeStage) -> None:
    stage.deliver(mail(1))
    mailbox = stage.open()
    (one,) = mailbox.fetch(None)
    store = stage.server.store.mailboxes[ADDRESS]
    store.move(store.item(one.source_id), store.distinguished("deleteditems"))
    mailbox.settle(one.source_id)
    mailbox.settle(one.source_id)


def test_a_folder_for_handled_mail_that_somebody_removes_is_made_again(stage: ExchangeStage) -> None:
    mailbox = stage.open()
    stage.deliver(mail(1))
    take_in(mailbox, None)
    store = stage.server.store.mailboxes[ADDRESS]
    (gone,) = [folder.id for folder in store.folders.values() if folder.name == "Visit Bot handled"]
    del store.folders[gone]
    stage.deliver(mail(2))
    came, _ = take_in(mailbox, None)
    assert (came, stage.inbox_left()) == ([name(2)], 0)


def test_mail_can_stay_where_it_is_and_bear_a_mark_beside_other_categories(stage: ExchangeStage) -> None:
    stage.deliver(mail(1))
    store = stage.server.store.mailboxes[ADDRESS]
    (item,) = store.in_folder(store.distinguished("inbox"))
    store.change(item, categories=("Ours",))
    mailbox = stage.open(handled="mark")
    take_in(mailbox, None)
    assert store.item(item.id).categories == ("Ours", "Visit Bot handled")
    assert ids(mailbox.fetch(None)) == []
    assert ids(stage.open(handled="mark").fetch(None)) == []


def test_where_no_folder_may_be_made_a_letter_is_marked_instead(stage: ExchangeStage) -> None:
    stage.deliver(mail(1))
    stage.server.manners.unknown.add("CreateFolder")
    mailbox = stage.open()
    came, cursor = take_in(mailbox, None)
    assert (came, stage.inbox_left()) == ([name(1)], 0)
    assert ids(mailbox.fetch(cursor)) == []
    assert ids(stage.open().fetch(None)) == []


def test_one_letter_that_the_server_cannot_give_is_named_after_the_others_and_stays(stage: ExchangeStage) -> None:
    for number in range(3):
        stage.deliver(mail(number))
    store = stage.server.store.mailboxes[ADDRESS]
    stage.server.manners.unreadable.add(store.in_folder(store.distinguished("inbox"))[1].id)
    mailbox = stage.open()
    for _ in range(2):
        came: list[FetchedMail] = []
        with pytest.raises(
            MailError,
            match=r"1 mail in inbox of .* cannot be read, the first came on \d.*: Content conversion.*; move it",
        ):
            came.extend(mailbox.fetch(None))
        letters = mailbox.fetch(None)
        assert ids(itertools.islice(letters, 2)) == [name(0), name(2)]


def test_one_letter_over_which_the_server_falls_does_not_keep_the_others_from_us(stage: ExchangeStage) -> None:
    for number in range(30):
        stage.deliver(mail(number))
    store = stage.server.store.mailboxes[ADDRESS]
    stage.server.manners.stumbles_over.add(store.in_folder(store.distinguished("inbox"))[7].id)
    came: list[FetchedMail] = []
    with pytest.raises(
        MailError, match=r"1 mail in inbox of .* cannot be read, the first came on .*: Exchange is busy"
    ):
        came.extend(stage.open().fetch(None))
    letters = stage.open().fetch(None)
    assert ids(itertools.islice(letters, 29)) == [name(number) for number in range(30) if number != 7]


def test_a_server_that_falls_over_every_letter_is_not_asked_for_each_of_them(stage: ExchangeStage) -> None:
    for number in range(30):
        stage.deliver(mail(number))
    stage.server.trouble("500", 1000, "GetItem")
    with pytest.raises(MailError, match="cannot be understood"):
        list(stage.open().fetch(None))
    assert stage.server.count("GetItem") < 12


def test_an_invitation_or_a_kind_of_item_nobody_has_heard_of_is_a_letter_too(stage: ExchangeStage) -> None:
    store = stage.server.store.mailboxes[ADDRESS]
    for number, kind in enumerate(("MeetingResponse", "SharingMessage", "Item", "PostItem")):
        store.add(store.distinguished("inbox"), kind, mime=mail(number))
    came, _ = take_in(stage.open(), None)
    assert (sorted(came), stage.inbox_left()) == ([name(0), name(1), name(2), name(3)], 0)


def test_mail_is_read_from_the_folder_that_a_rule_puts_it_in(stage: ExchangeStage) -> None:
    store = stage.server.store.mailboxes[ADDRESS]
    visits = store.create_folder(store.distinguished("inbox"), "Visits", "IPF.Note")
    store.add(visits, "Message", mime=mail(1))
    stage.deliver(mail(2))
    assert ids(stage.open(folder="Inbox/visits").fetch(None)) == [name(1)]


def test_a_folder_that_is_not_there_is_said(stage: ExchangeStage) -> None:
    with pytest.raises(MailError, match="correct the folder names"):
        list(stage.open(folder="Inbox/Vists").fetch(None))


@pytest.mark.parametrize("kind", ["busy", "503", "429", "dropped_before_accept", "hang_before_accept"])
@pytest.mark.parametrize("operation", ["SyncFolderItems", "GetItem", "MoveItem"])
def test_one_bad_moment_of_the_server_does_not_end_a_round_of_reading(
    stage: ExchangeStage, kind: str, operation: str
) -> None:
    stage.deliver(mail(1))
    stage.server.trouble(kind, 1, operation, seconds=1)
    came, _ = take_in(stage.open(), None)
    assert (came, stage.inbox_left()) == ([name(1)], 0)


def test_a_server_that_stays_away_is_one_sentence(stage: ExchangeStage) -> None:
    stage.server.stop_listening()
    with pytest.raises(MailError, match=r"Exchange at 127\.0\.0\.1:\d+ cannot be reached; check endpoint"):
        list(stage.open().fetch(None))


def test_a_long_wait_that_the_server_asks_for_is_handed_on_and_it_is_left_in_peace(stage: ExchangeStage) -> None:
    mailbox = stage.open()
    stage.server.trouble("429", 1, seconds=300)
    with pytest.raises(MailPostponedError, match="asks us to wait") as caught:
        list(mailbox.fetch(None))
    assert 290 < caught.value.seconds <= 300
    asked = len(stage.server.seen)
    with pytest.raises(MailPostponedError, match="asks us to wait"):
        mailbox.send(name(1), TO, mail(1))
    assert len(stage.server.seen) == asked


def test_no_wait_however_long_the_server_asks_lasts_more_than_a_quarter_of_an_hour(stage: ExchangeStage) -> None:
    mailbox = stage.open()
    stage.server.trouble("busy", 1, seconds=10**6)
    with pytest.raises(MailPostponedError) as caught:
        list(mailbox.fetch(None))
    assert caught.value.seconds <= 900


def test_ten_thousand_letters_in_the_folder_need_little_memory(stage: ExchangeStage) -> None:
    for number in range(10_000):
        stage.deliver(mail(number))
    letters = stage.open(timeout_seconds=60).fetch(None)
    tracemalloc.start()
    try:
        came = [message_id_in(one.raw) for one in itertools.islice(letters, 200)]
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert came == [name(number) for number in range(200)]
    assert peak < 40_000_000  # the stand-in's own pages of 512 letters are among it


def test_a_letter_of_25_megabytes_comes_whole_and_soon(stage: ExchangeStage) -> None:
    raw = mail(1, (b"x" * 76 + b"\r\n") * 330_000)
    stage.deliver(raw)
    begun = time.monotonic()
    (one,) = stage.open(timeout_seconds=60).fetch(None)
    assert one.raw == raw
    assert time.monotonic() - begun < 30  # byte by byte, as the library would take it, it is far beyond


# --- what leaves -----------------------------------------------------------------------------------------------------


def test_the_same_bytes_leave_and_are_found_by_their_message_id(stage: ExchangeStage) -> None:
    mailbox = stage.open()
    assert not mailbox.find_sent(name(1))
    mailbox.send(name(1), TO, mail(1))
    assert stage.sent() == [mail(1)]
    assert mailbox.find_sent(name(1))
    assert not mailbox.find_sent(name(2))


@pytest.mark.parametrize("fault", LOST)
def test_a_send_that_was_taken_and_not_answered_is_unknown_and_found_in_sent(stage: ExchangeStage, fault: str) -> None:
    mailbox = stage.open()
    stage.fault(fault)
    with pytest.raises(MailError) as caught:
        mailbox.send(name(1), TO, mail(1))
    assert type(caught.value) is MailError
    assert mailbox.find_sent(name(1))
    assert len(stage.sent()) == 1


@pytest.mark.parametrize("fault", UNSENT)
def test_a_send_that_was_not_taken_is_unknown_and_not_found_so_that_it_goes_again(
    stage: ExchangeStage, fault: str
) -> None:
    mailbox = stage.open()
    stage.fault(fault)
    with pytest.raises(MailError) as caught:
        mailbox.send(name(1), TO, mail(1))
    assert type(caught.value) is MailError
    assert not mailbox.find_sent(name(1))
    mailbox.send(name(1), TO, mail(1))
    assert len(stage.sent()) == 1


@pytest.mark.parametrize(
    "status", ["500", "503", "504", "429", "after_500", "after_503", "after_504", "not_xml", "fault"]
)
def test_no_answer_that_a_send_gets_lets_it_leave_twice(stage: ExchangeStage, status: str) -> None:
    mailbox = stage.open()
    stage.server.trouble(status, 1, "CreateItem")
    with pytest.raises(MailError) as caught:
        mailbox.send(name(1), TO, mail(1))
    assert type(caught.value) is MailError
    assert stage.server.count("CreateItem") == 1
    assert len(stage.sent()) == int(mailbox.find_sent(name(1)))


def test_a_closed_port_is_certain_and_the_mail_may_go_later(stage: ExchangeStage) -> None:
    mailbox = stage.open()
    mailbox.send(name(1), TO, mail(1))
    stage.fault("refused")
    with pytest.raises(MailPostponedError, match="cannot be reached"):
        mailbox.send(name(2), TO, mail(2))
    mailbox.send(name(2), TO, mail(2))
    assert stage.sent() == [mail(1), mail(2)]


def test_an_earlier_closed_port_does_not_make_a_later_unknown_outcome_certain(stage: ExchangeStage) -> None:
    mailbox = stage.open()
    stage.fault("refused")
    try:
        mailbox.send(name(1), TO, mail(1))
    except MailPostponedError:
        stage.fault("dropped_after_accept")
        with pytest.raises(MailError) as caught:
            mailbox.send(name(1), TO, mail(1))
    assert type(caught.value) is MailError
    assert mailbox.find_sent(name(1))


def test_a_name_that_leads_nowhere_is_certain(stage: ExchangeStage) -> None:
    mailbox = stage.open(endpoint="https://nowhere.invalid/EWS/Exchange.asmx")
    with pytest.raises(MailPostponedError, match=r"Exchange at nowhere\.invalid cannot be reached"):
        mailbox.send(name(1), TO, mail(1))


def test_a_wrong_password_is_certain_and_tried_once_lest_the_account_be_locked(stage: ExchangeStage) -> None:
    mailbox = stage.open(password="wrong")
    with pytest.raises(MailPostponedError, match="refused our sign-in"):
        mailbox.send(name(1), TO, mail(1))
    assert stage.server.unauthorised == 1


def test_a_mail_whose_recipients_the_server_does_not_take_is_refused_for_good(stage: ExchangeStage) -> None:
    raw = mail(1).replace(TO[0].encode(), b"dt@oakfield")
    with pytest.raises(MailRefusedError, match="because of its recipients"):
        stage.open().send(name(1), ("dt@oakfield",), raw)
    assert stage.sent() == []


def test_a_mail_to_nobody_is_refused_without_asking(stage: ExchangeStage) -> None:
    with pytest.raises(MailRefusedError, match="has no recipient"):
        stage.open().send(name(1), (), mail(1))
    assert not stage.server.seen


def test_sent_items_that_lag_are_looked_at_again_within_bounds(stage: ExchangeStage) -> None:
    naps: list[float] = []
    stage.server.manners.sent_items_lag = 3600
    mailbox = ExchangeMailbox(stage.settings(sent_patience_seconds=10), sleep=naps.append)
    mailbox.send(name(1), TO, mail(1))
    assert not mailbox.find_sent(name(1))
    assert naps == [1, 2, 4, 3]


def test_a_mail_that_shows_up_late_in_sent_items_is_found(stage: ExchangeStage) -> None:
    stage.server.manners.sent_items_lag = 0.3
    mailbox = ExchangeMailbox(stage.settings(sent_patience_seconds=10), sleep=lambda _: time.sleep(0.2))
    mailbox.send(name(1), TO, mail(1))
    assert mailbox.find_sent(name(1))


def test_a_server_that_drops_headers_still_finds_what_was_sent(stage: ExchangeStage) -> None:
    stage.server.manners.drops_headers = True
    mailbox = stage.open()
    mailbox.send(name(1), TO, mail(1))
    assert b"Auto-Submitted" not in stage.sent()[0]
    assert b"References: <a@b.example>" in stage.sent()[0]
    assert mailbox.find_sent(name(1))


def test_a_server_that_cannot_search_is_compared_page_by_page(stage: ExchangeStage) -> None:
    mailbox = stage.open()
    store = stage.server.store.mailboxes[ADDRESS]
    for number in range(250):
        store.add(store.distinguished("sentitems"), "Message", values={"message:InternetMessageId": name(number)})
    stage.server.manners.ignores_restrictions = True
    assert mailbox.find_sent(name(249))
    assert not mailbox.find_sent(name(250))


def test_a_server_of_an_older_version_is_met_in_its_own_words_and_sends_once(stage: ExchangeStage) -> None:
    stage.server.manners.versions = {"Exchange2010_SP2"}
    mailbox = stage.open()
    mailbox.send(name(1), TO, mail(1))
    assert stage.sent() == [mail(1)]


def test_an_answer_that_drips_byte_by_byte_is_ended_by_the_watchdog(stage: ExchangeStage) -> None:
    mailbox = stage.open(timeout_seconds=1)
    stage.server.trouble("dribble", 1, "CreateItem")
    begun = time.monotonic()
    with pytest.raises(MailError, match="did not answer"):
        mailbox.send(name(1), TO, mail(1))
    assert time.monotonic() - begun < 15
    assert mailbox.find_sent(name(1))


def test_a_session_that_is_never_given_back_does_not_stop_the_next_call_for_ever(stage: ExchangeStage) -> None:
    mailbox = stage.open(timeout_seconds=1)
    assert isinstance(mailbox, ExchangeMailbox)
    wire = mailbox.server.account(ADDRESS).protocol
    wire.get_session()
    with pytest.raises(MailError, match="did not answer"):
        mailbox.find_sent(name(1))


# --- fuzz ------------------------------------------------------------------------------------------------------------


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_whatever_a_server_answers_is_an_error_of_the_port_or_the_truth(seed: int) -> None:
    with ExchangeStage() as running:
        running.deliver(mail(1))
        running.server.garbler = garbler(seed)
        mailbox = running.open()
        with contextlib.suppress(MailError):
            list(mailbox.fetch(None))
        with contextlib.suppress(MailError):
            mailbox.send(name(2), TO, mail(2))
        with contextlib.suppress(MailError):
            mailbox.find_sent(name(2))
        running.server.garbler = None
        assert mailbox.find_sent(name(2)) == bool(running.sent())
        assert name(1) in ids(running.open().fetch(None))
