"""The mailbox in Microsoft 365: nothing lost, nothing sent twice, whatever Graph and the network do."""

import json
import logging
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import PlainError
from bot.ports import FetchedMail, Mailbox, MailError, MailPostponedError, MailRefusedError
from handlers.http_line import HttpLine
from handlers.mail import graph
from handlers.mail.graph import GraphMailbox, Places
from handlers.microsoft_graph import GraphClient, path, quoted
from handlers.microsoft_sign_in import MISSING
from tests.fakes.graph_server import MAILBOX, SECRET, GraphServer, to_any, to_read, to_send, to_sign_in
from tests.fakes.graph_stage import access_to, client_of
from tests.fakes.graph_wire import Reply, Request, tls_files

TO = ("dt@oakfield.example",)
ID = "<visit.1@council.example>"


def mime(message_id: str = ID, text: bytes = b"Hello") -> bytes:
    return (
        b"From: Virtual School Visits <visits@council.example>\r\nTo: dt@oakfield.example\r\n"
        b"Message-ID: " + message_id.encode() + b"\r\nIn-Reply-To: <asked@oakfield.example>\r\n"
        b"References: <first@council.example> <asked@oakfield.example>\r\nSubject: A visit [VS-0421]\r\n"
        b"Auto-Submitted: auto-generated\r\nX-Visit-Mail: offer\r\n\r\n" + text + b"\r\n"
    )


def letter(name: str, text: bytes = b"Yes, the first.") -> bytes:
    return (
        f"From: dt@oakfield.example\r\nTo: {MAILBOX}\r\nMessage-ID: <{name}@oakfield.example>\r\n\r\n".encode() + text
    )


@pytest.fixture
def server() -> Iterator[GraphServer]:
    with GraphServer() as running:
        yield running


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def client(server: GraphServer, waits: list[float]) -> Iterator[GraphClient]:
    made = client_of(server, step=1, whole=3, waits=waits)
    yield made
    made.close()


@pytest.fixture
def mailbox(client: GraphClient) -> GraphMailbox:
    return GraphMailbox(client, Places(MAILBOX), patience=0)


def ids_in(mails: list[FetchedMail]) -> list[bytes]:
    return [mail.raw.partition(b"Message-ID: <")[2].partition(b"@")[0] for mail in mails]


def test_it_is_a_mailbox_as_the_mind_knows_it(mailbox: GraphMailbox) -> None:
    port: Mailbox = mailbox
    assert list(port.fetch(None)) == []


# What comes.


def test_letters_come_oldest_first_though_graph_promises_no_order(server: GraphServer, mailbox: GraphMailbox) -> None:
    for day, name in ((9, "late"), (2, "early"), (5, "middle")):
        server.mail.deliver(letter(name), when=datetime(2027, 1, day, tzinfo=UTC))
    assert ids_in(list(mailbox.fetch(None))) == [b"early", b"middle", b"late"]


def test_a_letter_keeps_every_byte(server: GraphServer, mailbox: GraphMailbox) -> None:
    raw = letter("one", bytes(range(256)) + b"\r\n.\r\nFrom here\n")
    server.mail.deliver(raw)
    assert next(mailbox.fetch(None)).raw == raw


def test_a_letter_of_25_megabytes_arrives_whole(server: GraphServer, mailbox: GraphMailbox) -> None:
    raw = letter("large", b"proforma\r\n" * 2_500_000)
    server.mail.deliver(raw)
    assert [mail.raw == raw for mail in mailbox.fetch(None)] == [True]


def test_many_letters_come_each_once_over_many_pages(server: GraphServer, mailbox: GraphMailbox) -> None:
    for number in range(1000):
        server.mail.deliver(letter(f"n{number}"))
    names = ids_in(list(mailbox.fetch(None)))
    assert names == [f"n{number}".encode() for number in range(1000)]
    assert server.count("GET", "/messages/delta") == 10


def test_only_the_last_letter_of_a_round_carries_the_cursor_so_that_a_crash_before_it_loses_none(
    server: GraphServer, mailbox: GraphMailbox
) -> None:
    for name in ("one", "two", "three"):
        server.mail.deliver(letter(name))
    mails = list(mailbox.fetch(None))
    assert [mail.cursor is not None for mail in mails] == [False, False, True]


def test_a_restart_goes_on_where_the_cursor_says(server: GraphServer, client: GraphClient) -> None:
    server.mail.deliver(letter("one"))
    (first,) = GraphMailbox(client, Places(MAILBOX)).fetch(None)
    server.mail.deliver(letter("two"))
    assert ids_in(list(GraphMailbox(client, Places(MAILBOX)).fetch(first.cursor))) == [b"two"]


def test_a_round_that_was_broken_off_is_seen_again_whole(server: GraphServer, mailbox: GraphMailbox) -> None:
    for name in ("one", "two", "three"):
        server.mail.deliver(letter(name))
    mails = mailbox.fetch(None)
    next(mails)
    del mails
    assert ids_in(list(mailbox.fetch(None))) == [b"one", b"two", b"three"]


def test_a_settled_letter_is_moved_kept_and_does_not_come_again(server: GraphServer, mailbox: GraphMailbox) -> None:
    server.mail.deliver(letter("one"))
    (mail,) = mailbox.fetch(None)
    mailbox.settle(mail.source_id)
    assert [message.raw for message in server.mail.in_folder("Visit Bot handled")] == [letter("one")]
    assert list(mailbox.fetch(None)) == []
    assert list(mailbox.fetch(mail.cursor)) == []


def test_the_folder_for_handled_mail_is_made_once_and_found_after_a_restart(
    server: GraphServer, client: GraphClient
) -> None:
    for name in ("one", "two"):
        server.mail.deliver(letter(name))
        mailbox = GraphMailbox(client, Places(MAILBOX, handled_name="Inbox/Done"))
        for mail in mailbox.fetch(None):
            mailbox.settle(mail.source_id)
    done = [folder for folder in server.mail.folders if folder.name == "Done"]
    assert [folder.parent.name for folder in done if folder.parent] == ["Inbox"]
    assert len(server.mail.in_folder("Done")) == 2


def test_settling_twice_after_a_crash_is_harmless(server: GraphServer, mailbox: GraphMailbox) -> None:
    server.mail.deliver(letter("one"))
    (mail,) = mailbox.fetch(None)
    mailbox.settle(mail.source_id)
    mailbox.settle(mail.source_id)
    assert len(server.mail.in_folder("Visit Bot handled")) == 1


def test_a_letter_that_somebody_deleted_before_we_settled_it_is_no_error(
    server: GraphServer, mailbox: GraphMailbox
) -> None:
    message = server.mail.deliver(letter("one"))
    (mail,) = mailbox.fetch(None)
    del server.mail.messages[message.number]
    mailbox.settle(mail.source_id)


def test_a_letter_deleted_while_we_read_is_passed_over_and_the_round_still_ends(
    server: GraphServer, mailbox: GraphMailbox
) -> None:
    server.mail.deliver(letter("one"))
    last = server.mail.deliver(letter("two"))
    mails = mailbox.fetch(None)
    original = server.mail.answer

    def deleting(request: Request) -> Reply:
        if request.segments[-1] == "$value":
            server.mail.messages.pop(last.number, None)
        return original(request)

    server.mail.answer = deleting  # type: ignore[method-assign]
    got = list(mails)
    assert ids_in(got) == [b"one"]
    assert got[-1].cursor is not None


def test_letters_that_somebody_took_away_are_not_asked_for(server: GraphServer, mailbox: GraphMailbox) -> None:
    server.mail.deliver(letter("one"))
    (first,) = mailbox.fetch(None)
    server.mail.move_away(server.mail.in_folder("inbox")[0], "archive")
    server.mail.deliver(letter("two"))
    assert ids_in(list(mailbox.fetch(first.cursor))) == [b"two"]


def test_a_quiet_mailbox_is_asked_from_the_newest_point_each_time(server: GraphServer, mailbox: GraphMailbox) -> None:
    for number in range(150):
        server.mail.deliver(letter(f"n{number}"))
    mails = list(mailbox.fetch(None))
    for mail in mails:
        mailbox.settle(mail.source_id)
    cursor = mails[-1].cursor
    assert list(mailbox.fetch(cursor)) == []
    before = server.count("GET", "/messages/delta")
    assert list(mailbox.fetch(cursor)) == []
    assert server.count("GET", "/messages/delta") == before + 1  # and not over the pages of what we moved
    server.mail.deliver(letter("new"))
    assert ids_in(list(mailbox.fetch(cursor))) == [b"new"]


def test_a_cursor_that_graph_has_forgotten_means_all_is_read_anew_and_nothing_is_lost(
    server: GraphServer, mailbox: GraphMailbox
) -> None:
    server.mail.deliver(letter("one"))
    (first,) = mailbox.fetch(None)
    mailbox.settle(first.source_id)
    server.mail.deliver(letter("two"))
    server.mail.forget_rounds()
    mails = list(mailbox.fetch(first.cursor))
    assert ids_in(mails) == [b"two"]
    assert mails[-1].cursor not in (None, first.cursor)


@pytest.mark.parametrize(
    "cursor",
    [
        "",
        "42",
        "uid:7",
        '{"of": "other@council.example/inbox", "delta": "https://127.0.0.1:1/"}',
        '{"of": "visits@council.example/inbox", "delta": "https://evil.example/v1.0/x"}',
        '{"of": "visits@council.example/inbox", "delta": "https://[evil"}',
        '{"of": "visits@council.example/inbox", "delta": 7}',
    ],
)
def test_a_cursor_of_another_mailbox_or_transport_means_all_is_read(
    server: GraphServer, mailbox: GraphMailbox, cursor: str
) -> None:
    server.mail.deliver(letter("one"))
    assert ids_in(list(mailbox.fetch(cursor))) == [b"one"]


def test_a_link_that_leads_elsewhere_does_not_get_our_token(server: GraphServer, mailbox: GraphMailbox) -> None:
    for number in range(150):
        server.mail.deliver(letter(f"n{number}"))
    original = server.mail.answer

    def luring(request: Request) -> Reply:
        reply = original(request)
        table = json.loads(reply.body) if request.segments[-1] == "delta" else {}
        if "@odata.nextLink" in table:
            table["@odata.nextLink"] = "https://evil.example/v1.0/next"
            return Reply(200, json.dumps(table).encode(), reply.headers)
        return reply

    server.mail.answer = luring  # type: ignore[method-assign]
    with pytest.raises(MailError, match="leads elsewhere"):
        list(mailbox.fetch(None))


def test_one_letter_that_cannot_be_read_stays_and_the_others_come_and_it_is_said(
    server: GraphServer, mailbox: GraphMailbox
) -> None:
    for name in ("one", "broken", "three"):
        server.mail.deliver(letter(name))
    server.mail.unreadable["<broken@oakfield.example>"] = 500
    mails = mailbox.fetch(None)
    taken = [next(mails), next(mails)]
    with pytest.raises(MailError, match=r"1 mail in visits@council\.example cannot be read"):
        next(mails)
    assert ids_in(taken) == [b"one", b"three"]
    assert [mail.cursor for mail in taken] == [None, None]


def test_a_network_that_fails_in_the_middle_keeps_what_was_read(server: GraphServer, mailbox: GraphMailbox) -> None:
    for name in ("one", "two", "three"):
        server.mail.deliver(letter(name))
    mails = mailbox.fetch(None)
    server.fault("dropped_before_accept", 99, lambda _, place: place.endswith("$value"), after=2)
    assert ids_in([next(mails), next(mails)]) == [b"one", b"two"]
    with pytest.raises(MailError, match="could not be reached"):
        next(mails)


def test_a_mark_settles_a_letter_where_it_lies_and_keeps_its_other_categories(
    server: GraphServer, client: GraphClient
) -> None:
    mailbox = GraphMailbox(client, Places(MAILBOX, handled="mark"))
    message = server.mail.deliver(letter("one"))
    message.categories = ["Ring them"]
    (mail,) = mailbox.fetch(None)
    mailbox.settle(mail.source_id)
    mailbox.settle(mail.source_id)
    assert (message.categories, message.read) == (["Ring them", "Visit Bot handled"], True)
    assert list(mailbox.fetch(mail.cursor)) == []
    assert list(mailbox.fetch(None)) == []


def test_a_letter_that_a_person_has_opened_first_is_still_read(server: GraphServer, client: GraphClient) -> None:
    server.mail.deliver(letter("one")).read = True
    assert ids_in(list(GraphMailbox(client, Places(MAILBOX, handled="mark")).fetch(None))) == [b"one"]


def test_letters_can_come_from_a_folder_of_their_own(server: GraphServer, client: GraphClient) -> None:
    mailbox = GraphMailbox(client, Places(MAILBOX, inbox="Inbox/Parents' visits"))
    with pytest.raises(
        MailError, match=r"There is no folder Inbox/Parents' visits in .*; make it, or correct mail\.folder"
    ):
        list(mailbox.fetch(None))
    from tests.fakes.graph_mail import Folder

    server.mail.folders.append(Folder(50, "Parents' visits", server.mail.folder("inbox")))
    server.mail.deliver(letter("one"), "Parents' visits")
    assert ids_in(list(mailbox.fetch(None))) == [b"one"]


# What goes.


def test_the_same_bytes_go_out_with_every_header(server: GraphServer, mailbox: GraphMailbox) -> None:
    mailbox.send(ID, TO, mime())
    assert server.mail.sent == [mime()]


def test_what_was_sent_is_found_by_its_message_id_and_another_is_not(mailbox: GraphMailbox) -> None:
    odd = "<o'brien''s&x=1 ?@council.example>".replace(" ", "")
    for message_id in (ID, odd):
        mailbox.send(message_id, TO, mime(message_id))
        assert mailbox.find_sent(message_id)
    assert not mailbox.find_sent("<visit.2@council.example>")


@pytest.mark.parametrize(
    ("fault", "kind", "gone"),
    [
        ("dropped_after_accept", MailError, True),
        ("dropped_before_accept", MailError, False),
        ("hang", MailError, False),
        ("hang_after_accept", MailError, True),
        ("error", MailError, False),
        ("error_after_accept", MailError, True),
        ("gateway_after_accept", MailError, True),
        ("unavailable", MailError, False),
        ("ok_but_not", MailError, False),
        ("busy", MailPostponedError, False),
        ("expired", MailPostponedError, False),
        ("bad_mime", MailRefusedError, False),
        ("too_large", MailRefusedError, False),
    ],
)
def test_whatever_becomes_of_a_send_it_is_asked_once_and_sent_says_the_truth(
    server: GraphServer, mailbox: GraphMailbox, waits: list[float], fault: str, kind: type[MailError], gone: bool
) -> None:
    server.fault(fault, 1, to_send)
    with pytest.raises(MailError) as caught:
        mailbox.send(ID, TO, mime())
    assert type(caught.value) is kind
    assert "\n" not in str(caught.value)
    assert server.count("POST", "/sendMail") == 1
    assert waits == []
    assert mailbox.find_sent(ID) is gone
    assert len(server.mail.sent) == gone


def test_a_refused_connection_certainly_sent_nothing_and_it_goes_later(
    server: GraphServer, mailbox: GraphMailbox
) -> None:
    mailbox.send("<visit.0@council.example>", TO, mime("<visit.0@council.example>"))
    server.stop_listening()
    with pytest.raises(MailPostponedError, match="it refuses connections"):
        mailbox.send(ID, TO, mime())
    server.listen()
    mailbox.send(ID, TO, mime())
    assert len(server.mail.sent) == 2


def test_a_throttled_send_says_how_long_to_wait(server: GraphServer, mailbox: GraphMailbox) -> None:
    server.fault("busy", 1, to_send)
    with pytest.raises(MailPostponedError) as caught:
        mailbox.send(ID, TO, mime())
    assert caught.value.seconds == 2


def test_a_token_that_was_rejected_is_not_used_for_the_next_send(server: GraphServer, mailbox: GraphMailbox) -> None:
    mailbox.send("<visit.0@council.example>", TO, mime("<visit.0@council.example>"))
    server.revoke_tokens()
    with pytest.raises(MailPostponedError):
        mailbox.send(ID, TO, mime())
    mailbox.send(ID, TO, mime())
    assert len(server.mail.sent) == 2


def test_without_the_right_to_send_the_administrator_reads_what_to_grant(
    server: GraphServer, mailbox: GraphMailbox
) -> None:
    server.roles.remove("Mail.Send")
    with pytest.raises(MailPostponedError, match=r"Application Mail\.Send over visits@council\.example"):
        mailbox.send(ID, TO, mime())


def test_a_mail_too_large_for_graph_is_refused_before_it_is_sent(server: GraphServer, mailbox: GraphMailbox) -> None:
    with pytest.raises(MailRefusedError, match="leave out an attachment"):
        mailbox.send(ID, TO, mime(text=b"x" * graph.LARGEST_SENT))
    assert server.count("POST", "/sendMail") == 0


def test_the_largest_mail_that_we_let_go_is_one_that_graph_takes(server: GraphServer, mailbox: GraphMailbox) -> None:
    room = graph.LARGEST_SENT - len(mime(text=b""))
    mailbox.send(ID, TO, mime(text=b"x" * room))
    assert len(server.mail.sent[0]) == graph.LARGEST_SENT


def test_a_mail_to_nobody_is_refused_for_good(server: GraphServer, mailbox: GraphMailbox) -> None:
    with pytest.raises(MailRefusedError, match="has no recipient"):
        mailbox.send(ID, (), mime())
    assert server.asked == []


class Watch:
    """A clock that goes forward only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def elapsed(self) -> float:
        return self.now


def patient(client: GraphClient, watch: Watch) -> GraphMailbox:
    return GraphMailbox(client, Places(MAILBOX), patience=60, sleep=watch.sleep, elapsed=watch.elapsed)


def test_a_copy_that_comes_late_to_sent_is_waited_for(server: GraphServer, client: GraphClient) -> None:
    server.mail.sent_lag = 3
    server.fault("error_after_accept", 1, to_send)
    watch = Watch()
    mailbox = patient(client, watch)
    with pytest.raises(MailError):
        mailbox.send(ID, TO, mime())
    assert mailbox.find_sent(ID)
    assert watch.slept == [1, 2, 4]


def test_a_mail_that_did_not_go_is_given_up_on_only_after_the_patience(
    server: GraphServer, client: GraphClient
) -> None:
    server.fault("dropped_before_accept", 2, to_send)
    watch = Watch()
    mailbox = patient(client, watch)
    for name in ("a", "b"):
        with pytest.raises(MailError):
            mailbox.send(f"<{name}@council.example>", TO, mime(f"<{name}@council.example>"))
    assert not mailbox.find_sent("<a@council.example>")
    assert sum(watch.slept) == 60
    assert not mailbox.find_sent("<b@council.example>")
    assert sum(watch.slept) == 60  # the same minute counts for both


def test_a_mail_begun_before_a_restart_is_waited_for_from_the_restart(client: GraphClient) -> None:
    watch = Watch()
    mailbox = patient(client, watch)
    watch.now += 50
    assert not mailbox.find_sent(ID)
    assert sum(watch.slept) == 10


def test_a_sent_copy_that_somebody_has_filed_away_is_not_sent_again(server: GraphServer, mailbox: GraphMailbox) -> None:
    mailbox.send(ID, TO, mime())
    server.mail.move_away(server.mail.in_folder("sentitems")[0], "archive")
    assert mailbox.find_sent(ID)


def test_a_mail_that_lies_in_drafts_is_neither_sent_nor_lost(server: GraphServer, mailbox: GraphMailbox) -> None:
    server.mail.deliver(mime(), "drafts").draft = True
    with pytest.raises(MailError, match="still lies unsent"):
        mailbox.find_sent(ID)


def test_a_server_that_drops_our_headers_loses_no_mail(server: GraphServer, mailbox: GraphMailbox) -> None:
    server.mail.strips_headers = True
    server.fault("dropped_after_accept", 1, to_send)
    with pytest.raises(MailError):
        mailbox.send(ID, TO, mime())
    assert b"Auto-Submitted" not in server.mail.in_folder("sentitems")[0].raw
    assert mailbox.find_sent(ID)


# Asking again, and giving up.


@pytest.mark.parametrize(("fault", "pause"), [("busy", 2.0), ("unavailable", 1.0), ("error", 0.5)])
def test_a_read_that_fails_for_the_moment_is_asked_again_after_the_time_the_server_names(
    server: GraphServer, mailbox: GraphMailbox, waits: list[float], fault: str, pause: float
) -> None:
    server.mail.deliver(letter("one"))
    server.fault(fault, 1, to_read)
    assert ids_in(list(mailbox.fetch(None))) == [b"one"]
    assert waits == [pause]


def test_a_server_that_stays_busy_is_left_alone_after_a_few_attempts(
    server: GraphServer, mailbox: GraphMailbox, waits: list[float]
) -> None:
    server.fault("unavailable", 99, to_read)
    with pytest.raises(MailError, match="out of order at the moment"):
        list(mailbox.fetch(None))
    assert len(waits) == 3
    assert server.count("GET", "/messages/delta") == 4


def test_nobody_waits_a_quarter_of_an_hour_inside_a_call(
    server: GraphServer, mailbox: GraphMailbox, waits: list[float]
) -> None:
    server.fault("throttled_for_long", 1, to_read)
    with pytest.raises(MailError, match="asked too often"):
        list(mailbox.fetch(None))
    assert waits == []


def test_repeated_requests_are_spread_so_that_not_all_come_at_once(server: GraphServer) -> None:
    waits: list[float] = []
    line = HttpLine("", ca_file=tls_files()[0], step=1, whole=3)
    client = GraphClient(access_to(server), line=line, sleep=waits.append, chance=lambda: 1.0)
    server.fault("busy", 1, to_read)
    assert list(GraphMailbox(client, Places(MAILBOX)).fetch(None)) == []
    assert waits == [2.5]
    client.close()


def test_an_expired_token_is_replaced_once_and_the_read_goes_on(server: GraphServer, mailbox: GraphMailbox) -> None:
    server.mail.deliver(letter("one"))
    assert len(list(mailbox.fetch(None))) == 1
    server.revoke_tokens()
    server.mail.deliver(letter("two"))
    assert len(list(mailbox.fetch(None))) == 2
    assert server.count("POST", "/token") == 2


def test_a_token_that_is_never_accepted_is_not_asked_for_without_end(
    server: GraphServer, mailbox: GraphMailbox
) -> None:
    server.fault("expired", 99, to_any)
    with pytest.raises(MailError, match="does not accept our sign-in"):
        list(mailbox.fetch(None))
    assert server.count("POST", "/token") == 2


def test_a_server_that_hangs_is_given_up_on_and_the_next_call_works(server: GraphServer) -> None:
    client = client_of(server, step=0.2, whole=5)
    server.mail.deliver(letter("one"))
    server.fault("hang", 4, to_read)
    mailbox = GraphMailbox(client, Places(MAILBOX))
    with pytest.raises(MailError, match="it did not answer in time"):
        list(mailbox.fetch(None))
    assert ids_in(list(mailbox.fetch(None))) == [b"one"]
    client.close()


@pytest.mark.parametrize("fault", ["slow", "slow_head"])
def test_a_server_that_answers_drop_by_drop_is_ended_by_the_watchdog(server: GraphServer, fault: str) -> None:
    client = client_of(server, step=1, whole=0.3)
    server.fault(fault, 4, to_read)
    server.mail.deliver(letter("one"))
    mailbox = GraphMailbox(client, Places(MAILBOX))
    with pytest.raises(MailError, match="it took too long"):
        list(mailbox.fetch(None))
    assert ids_in(list(mailbox.fetch(None))) == [b"one"]
    client.close()


# Signing in.


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"secret": "wrong"}, "the client secret is wrong"),
        ({"client_id": "00000000-0000-0000-0000-000000000000"}, "correct mail.client_id or mail.tenant_id"),
        ({"tenant_id": "nowhere"}, "knows no tenant nowhere"),
        ({"secret": "", "certificate": "-----BEGIN CERTIFICATE-----"}, "mail.certificate_file cannot be used"),
    ],
)
def test_a_sign_in_that_fails_says_which_setting_to_correct_and_sends_nothing(
    server: GraphServer, changes: dict[str, str], words: str
) -> None:
    line = HttpLine("", ca_file=tls_files()[0], step=1, whole=3)
    client = GraphClient(access_to(server, **changes), line=line, sleep=lambda _: pytest.fail("waits for nothing"))
    with pytest.raises(MailPostponedError) as caught:
        GraphMailbox(client, Places(MAILBOX)).send(ID, TO, mime())
    assert words in str(caught.value)
    assert "wrong" not in changes.get("secret", "") or " wrong:" in str(caught.value)
    assert server.mail.sent == []
    client.close()


def test_a_certificate_signs_in_too(server: GraphServer) -> None:
    server.certificate = tls_files()[0].read_bytes()
    line = HttpLine("", ca_file=tls_files()[0], step=1, whole=3)
    access = access_to(server, secret="", certificate=tls_files()[1].read_text())
    client = GraphClient(access, line=line)
    GraphMailbox(client, Places(MAILBOX)).send(ID, TO, mime())
    assert len(server.mail.sent) == 1
    client.close()


def test_a_sign_in_out_of_order_is_asked_again_for_a_read_and_postpones_a_send(
    server: GraphServer, client: GraphClient
) -> None:
    server.fault("dropped_before_accept", 1, to_sign_in)
    assert list(GraphMailbox(client, Places(MAILBOX)).fetch(None)) == []
    fresh = client_of(server, step=1, whole=3)
    server.fault("unavailable", 1, to_sign_in)
    with pytest.raises(MailPostponedError, match="sign-in is out of order"):
        GraphMailbox(fresh, Places(MAILBOX)).send(ID, TO, mime())
    fresh.close()


def test_a_server_whose_certificate_nobody_vouches_for_gets_no_secret(server: GraphServer) -> None:
    client = GraphClient(access_to(server), line=HttpLine("", step=1, whole=3), sleep=lambda _: None)
    with pytest.raises(MailPostponedError, match="its certificate is not trusted"):
        GraphMailbox(client, Places(MAILBOX)).send(ID, TO, mime())
    assert server.asked == []


def test_the_secret_and_the_token_are_in_no_log_no_error_and_no_repr(
    server: GraphServer, client: GraphClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    mailbox = GraphMailbox(client, Places(MAILBOX))
    server.roles.clear()
    with pytest.raises(MailError) as caught:
        list(mailbox.fetch(None))
    told = caplog.text + str(caught.value) + repr(client.access) + repr(client) + repr(mailbox)
    assert SECRET not in told
    assert not any(token in told for token in server.tokens)


def test_without_the_packages_the_sentence_says_how_to_get_them(
    server: GraphServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("httpx", "msal", "msal.exceptions"):
        monkeypatch.setitem(sys.modules, name, None)
    mailbox = GraphMailbox(GraphClient(access_to(server)), Places(MAILBOX))
    with pytest.raises(PlainError, match="run `make full`") as caught:
        mailbox.send(ID, TO, mime())
    assert str(caught.value) == MISSING


@settings(max_examples=100)
@given(st.text(max_size=60))
def test_whatever_an_id_holds_it_leads_nowhere_else_and_ends_no_string(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    assert path("users", text).count("/") == 2
    assert not set(path(text)) & set("?#\\ \r\n")
    inner = quoted(text)[1:-1]
    assert inner.replace("''", "").count("'") == 0
