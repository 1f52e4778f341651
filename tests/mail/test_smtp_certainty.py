"""Sending by SMTP: what is certain is said to be, what is not is never guessed, and nothing goes twice."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.ports import MailError, MailPostponedError, MailRefusedError, MailUnsettledError
from handlers.mail.imap import ImapMailbox
from handlers.mail.smtp import on_the_wire
from tests.fakes.imap_stage import PymapStage

DT, ADVISER = "dt@oakfield.example", "sam.reed@council.example"
ID = "<visit.1@council.example>"
UNKNOWN = ("dropped_after_accept", "dropped_before_accept", "hang", "error_after_accept")


def mail(message_id: str = ID, to: str = DT, body: bytes = b"Dear Priya Nair\r\n") -> bytes:
    head = f"From: visits@council.example\r\nTo: {to}\r\nCc: {ADVISER}\r\nMessage-ID: {message_id}\r\n\r\n"
    return head.encode() + body


@pytest.fixture(scope="module")
def shared() -> Iterator[PymapStage]:
    with PymapStage() as one:
        yield one


@pytest.fixture
def stage(shared: PymapStage) -> PymapStage:
    with shared.client() as somebody:
        for folder in ("INBOX", "Sent", '"Visit Bot sending"'):
            if somebody.select(folder)[0] == "OK":
                somebody.store("1:*", "+FLAGS", r"(\Deleted)")
                somebody.expunge()
    shared.smtp.taken.clear()
    shared.smtp.faults.clear()
    shared.smtp.unknown.clear()
    shared.smtp.greylisted.clear()
    return shared


def opened(stage: PymapStage, **more: object) -> ImapMailbox:
    return ImapMailbox(stage.settings(timeout_seconds=1, **more))


def test_a_mail_that_was_taken_is_kept_as_read_in_sent_and_nowhere_else(stage: PymapStage) -> None:
    opened(stage).send(ID, (DT, ADVISER), mail())
    (taken,) = stage.smtp.taken
    assert (taken.sender, taken.recipients) == ("visits@council.example", [DT, ADVISER])
    assert stage.found("Sent", "SEEN") == [mail()]
    assert stage.found("Visit Bot sending") == []


@pytest.mark.parametrize("fault", ["refused", "busy"])
def test_a_server_that_is_busy_or_down_certainly_has_nothing_and_leaves_no_trace(stage: PymapStage, fault: str) -> None:
    stage.smtp.faults[fault] = 1
    mailbox = opened(stage)
    with pytest.raises(MailPostponedError, match="it will be tried again"):
        mailbox.send(ID, (DT,), mail())
    assert not mailbox.find_sent(ID)
    assert stage.found("Visit Bot sending") == []
    mailbox.send(ID, (DT,), mail())
    assert len(stage.smtp.taken) == 1


@pytest.mark.parametrize(
    ("fault", "words"), [("refused_sender", "you may not send as this"), ("rejected", "this looks like spam")]
)
def test_a_mail_that_is_refused_for_good_is_not_sent_and_the_servers_words_are_told(
    stage: PymapStage, fault: str, words: str
) -> None:
    stage.smtp.faults[fault] = 1
    mailbox = opened(stage)
    with pytest.raises(MailRefusedError, match=words):
        mailbox.send(ID, (DT,), mail())
    assert stage.smtp.taken == []
    assert not mailbox.find_sent(ID)
    assert stage.found("Sent") == []


@pytest.mark.parametrize("fault", UNKNOWN)
def test_a_mail_of_unknown_outcome_is_never_sent_again_by_itself(stage: PymapStage, fault: str) -> None:
    stage.smtp.faults[fault] = 1
    with pytest.raises(MailError) as caught:
        opened(stage).send(ID, (DT,), mail())
    assert not isinstance(caught.value, MailPostponedError | MailRefusedError)
    before = len(stage.smtp.taken)
    after_a_restart = opened(stage)
    with pytest.raises(MailUnsettledError, match='move it from the folder "Visit Bot sending" to "Sent" if it did'):
        after_a_restart.find_sent(ID)
    with pytest.raises(MailUnsettledError):
        after_a_restart.send(ID, (DT,), mail())
    assert len(stage.smtp.taken) == before
    assert stage.found("Visit Bot sending") == [mail()]


def test_a_person_who_moves_the_copy_to_sent_settles_it(stage: PymapStage) -> None:
    stage.smtp.faults["dropped_after_accept"] = 1
    mailbox = opened(stage)
    with pytest.raises(MailError):
        mailbox.send(ID, (DT,), mail())
    with stage.client() as person:
        person.select('"Visit Bot sending"')
        person.copy("1", "Sent")
        person.store("1", "+FLAGS", r"(\Deleted)")
    assert mailbox.find_sent(ID)
    mailbox.send(ID, (DT,), mail())
    assert len(stage.smtp.taken) == 1


def test_a_person_who_deletes_the_copy_lets_it_go_out(stage: PymapStage) -> None:
    stage.smtp.faults["dropped_before_accept"] = 1
    mailbox = opened(stage)
    with pytest.raises(MailError):
        mailbox.send(ID, (DT,), mail())
    with stage.client() as person:
        person.select('"Visit Bot sending"')
        person.store("1", "+FLAGS", r"(\Deleted)")
    assert not mailbox.find_sent(ID)
    mailbox.send(ID, (DT,), mail())
    assert len(stage.smtp.taken) == 1


def test_where_the_server_saves_what_is_sent_its_own_copy_answers(stage: PymapStage) -> None:
    stage.smtp.faults["dropped_after_accept"] = 1
    mailbox = opened(stage, save_sent=False)
    with pytest.raises(MailError):
        mailbox.send(ID, (DT,), mail())
    with pytest.raises(MailUnsettledError):
        mailbox.find_sent(ID)
    with stage.client() as server:
        server.append("Sent", "", "", mail())  # type: ignore[arg-type]
    assert mailbox.find_sent(ID)
    assert stage.found("Visit Bot sending", "UNDELETED") == []
    assert len(stage.found("Sent")) == 1


def test_where_the_server_saves_what_is_sent_we_save_nothing(stage: PymapStage) -> None:
    opened(stage, save_sent=False).send(ID, (DT,), mail())
    assert stage.found("Sent") == []
    assert stage.found("Visit Bot sending", "UNDELETED") == []


def test_a_mailbox_that_cannot_be_reached_stops_a_mail_before_it_goes(stage: PymapStage) -> None:
    """Without its record nobody could tell afterwards whether it went."""
    mailbox = opened(stage, imap={"host": "127.0.0.1", "port": 1, "security": "plain"})
    with pytest.raises(MailPostponedError):
        mailbox.send(ID, (DT,), mail())
    assert stage.smtp.taken == []


def test_the_same_mail_goes_once(stage: PymapStage) -> None:
    mailbox = opened(stage)
    mailbox.send(ID, (DT,), mail())
    mailbox.send(ID, (DT,), mail())
    opened(stage).send(ID, (DT,), mail())
    assert len(stage.smtp.taken) == 1


# some of the recipients


def test_an_advisers_wrong_address_does_not_keep_an_offer_from_the_school(stage: PymapStage) -> None:
    stage.smtp.unknown.add(ADVISER)
    mailbox = opened(stage)
    with pytest.raises(MailUnsettledError, match=r"went out, but not to sam\.reed@council\.example .*no such user"):
        mailbox.send(ID, (DT, ADVISER), mail())
    assert [taken.recipients for taken in stage.smtp.taken] == [[DT]]
    assert mailbox.find_sent(ID), "so that the next round counts it as sent"


def test_a_mail_does_not_go_to_the_copies_alone(stage: PymapStage) -> None:
    stage.smtp.unknown.add(DT)
    with pytest.raises(MailRefusedError, match=r"refused mail to dt@oakfield\.example .*550 5\.1\.1 no such user"):
        opened(stage).send(ID, (DT, ADVISER), mail())
    assert stage.smtp.taken == []


def test_where_one_has_to_wait_all_wait_so_that_it_goes_once_and_to_everybody(stage: PymapStage) -> None:
    stage.smtp.greylisted.add(ADVISER)
    mailbox = opened(stage)
    with pytest.raises(MailPostponedError, match="come back later"):
        mailbox.send(ID, (DT, ADVISER), mail())
    assert stage.smtp.taken == []
    stage.smtp.greylisted.clear()
    mailbox.send(ID, (DT, ADVISER), mail())
    assert [taken.recipients for taken in stage.smtp.taken] == [[DT, ADVISER]]


@pytest.mark.parametrize(
    "recipient", ["", "nobody", "a b@c.example", "x@y.example>\r\nRCPT TO:<z@y.example", "é@x.example"]
)
def test_what_is_no_address_is_refused_before_anything_is_said(stage: PymapStage, recipient: str) -> None:
    connections = stage.smtp.connections
    with pytest.raises(MailRefusedError, match="not an address") as caught:
        opened(stage).send(ID, (DT, recipient), mail())
    assert "\n" not in str(caught.value)
    assert stage.smtp.connections == connections


def test_a_domain_with_an_umlaut_is_written_as_mail_servers_know_it(stage: PymapStage) -> None:
    opened(stage).send(ID, ("dt@schüle.example",), mail())
    assert stage.smtp.taken[0].recipients == ["dt@xn--schle-mva.example"]


@pytest.mark.parametrize("message_id", ["", "no brackets", "<a b@c>", "<x@y>\r\nA1 DELETE INBOX", "<é@x.example>"])
def test_a_mail_that_could_never_be_found_again_is_not_sent(stage: PymapStage, message_id: str) -> None:
    with pytest.raises(MailRefusedError, match="no proper Message-ID"):
        opened(stage).send(message_id, (DT,), mail())
    assert stage.smtp.taken == []


def test_many_mails_go_over_one_connection(stage: PymapStage) -> None:
    before = stage.smtp.connections
    mailbox = opened(stage)
    for number in range(5):
        one = f"<visit.{number}@council.example>"
        mailbox.send(one, (DT,), mail(one))
    assert stage.smtp.connections == before + 1
    assert len(stage.smtp.taken) == 5


def test_a_connection_that_the_server_has_ended_meanwhile_is_made_anew(stage: PymapStage) -> None:
    mailbox = opened(stage)
    mailbox.send(ID, (DT,), mail())
    kept = mailbox._smtp._open  # noqa: SLF001
    assert kept is not None
    assert kept.sock is not None
    kept.sock.close()
    other = "<visit.2@council.example>"
    mailbox.send(other, (DT,), mail(other))
    assert len(stage.smtp.taken) == 2


# the bytes


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_lines_end_as_mail_has_them_and_no_server_can_see_an_end_before_the_end(mime: bytes) -> None:
    wire = on_the_wire(mime)
    assert wire.endswith(b"\r\n")
    assert b"\n" not in wire.replace(b"\r\n", b"")
    assert b"\r" not in wire.replace(b"\r\n", b"")
    assert on_the_wire(wire) == wire, "what is right stays as it is"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(st.sampled_from([b".", b"..", b".x", b"", b"QUIT", b"MAIL FROM:<>", b"\xff\x80", b"x" * 900])))
def test_whatever_the_lines_of_a_mail_are_they_arrive(stage: PymapStage, lines: list[bytes]) -> None:
    stage.smtp.taken.clear()
    raw = mail(body=b"".join(line + b"\r\n" for line in lines))
    opened(stage)._smtp.send(ID, (DT,), raw, lambda: None)  # noqa: SLF001
    assert [taken.raw for taken in stage.smtp.taken] == [raw]
