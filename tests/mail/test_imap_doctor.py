"""`doctor` tries every step of a mail with the servers, and says how to mend what is wrong."""

import datetime as dt
from collections.abc import Iterator

import pytest

from handlers.doctor import Finding
from handlers.mail.imap_check import examine_imap
from handlers.sections_imap import ImapMailSettings
from tests.fakes.imap_stage import PASSWORD, US, DovecotStage, ImapStage, PymapStage
from tests.fakes.pymap_server import PymapServer


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def examined(settings: ImapMailSettings, skew: dt.timedelta = dt.timedelta()) -> dict[str, Finding]:
    found = {finding.what: finding for finding in examine_imap(settings, lambda: now() + skew)}
    for finding in found.values():
        assert finding.sentence.endswith((".", "!"))
        assert "\n" not in finding.sentence
        assert PASSWORD not in finding.sentence
    return found


def wrong(found: dict[str, Finding]) -> list[str]:
    return [what for what, finding in found.items() if not finding.well]


@pytest.fixture(params=[PymapStage, DovecotStage], ids=["pymap", "dovecot"])
def stage(request: pytest.FixtureRequest) -> Iterator[ImapStage]:
    with request.param() as one:
        yield one


def test_a_sound_mailbox_is_well_and_nothing_is_left_behind(stage: ImapStage) -> None:
    found = examined(stage.settings())
    assert wrong(found) == []
    assert set(found) >= {"IMAP", "folder handled", "folder sending", "settling", "IDLE", "record of mails", "clock"}
    assert found["settling"].sentence == "Stored letters are moved away (MOVE)."
    assert found["SMTP"].sentence == f"127.0.0.1:{stage.smtp.port} takes mail without a login."
    assert stage.found("Visit Bot sending") == []
    assert stage.smtp.taken == []
    assert wrong(examined(stage.settings())) == [], "and again, when the folders are there"


def test_a_wrong_password_is_one_finding_and_the_rest_is_still_tried() -> None:
    with PymapStage() as stage:
        found = examined(stage.settings(password="not-this-one"))
        assert wrong(found) == ["IMAP"]
        assert found["IMAP"].sentence.endswith("correct mail.username or the password.")
        assert set(found) == {"IMAP", "SMTP"}


def test_a_dead_smtp_server_is_found() -> None:
    with PymapStage() as stage:
        found = examined(stage.settings(smtp={"host": "127.0.0.1", "port": 1, "security": "plain"}))
        assert wrong(found) == ["SMTP"]
        assert found["SMTP"].sentence == (
            "127.0.0.1:1 refused the connection; correct mail.smtp.port, or start the server."
        )


@pytest.mark.parametrize(("skew", "words"), [(7, "7 minutes ahead of"), (-90, "90 minutes behind")])
def test_a_clock_that_is_wrong_is_found(skew: int, words: str) -> None:
    with PymapStage() as stage:
        found = examined(stage.settings(), dt.timedelta(minutes=skew))
        assert wrong(found) == ["clock"]
        assert words in found["clock"].sentence


def test_a_sent_folder_by_another_name_is_found() -> None:
    with PymapStage() as stage:
        with stage.client() as somebody:
            somebody.create('"Sent Items"')
        found = examined(stage.settings())
        assert wrong(found) == ["folder sent"]
        assert found["folder sent"].sentence == ('There is no folder "Sent"; set mail.folders.sent to "Sent Items".')
        assert wrong(examined(stage.settings(folders={"sent": "Sent Items"}))) == []


def test_a_folder_that_cannot_be_made_is_found_with_the_names_that_are_there() -> None:
    with DovecotStage() as stage:
        found = examined(stage.settings(folders={"sending": "a//b"}))
        assert "folder sending" in wrong(found)
        assert 'folders here are called "INBOX"' in found["folder sending"].sentence


def test_an_inbox_that_is_not_there_is_found() -> None:
    with PymapStage() as stage:
        assert wrong(examined(stage.settings(folders={"inbox": "Visits"}))) == ["IMAP"]


def test_what_a_plain_server_cannot_do_is_said_and_is_no_fault() -> None:
    with ImapStage(PymapServer(US, PASSWORD, without=("MOVE", "UIDPLUS", "IDLE"))) as stage:
        found = examined(stage.settings())
        assert wrong(found) == []
        assert "marked as read" in found["settling"].sentence
        assert "it is polled" in found["IDLE"].sentence


def test_plus_addressing_is_left_to_a_person_to_try() -> None:
    with PymapStage() as stage:
        found = examined(stage.settings(plus_addressing=True))
        assert "write to visits+test@council.example" in found["plus addressing"].sentence
        assert "plus addressing" not in examined(stage.settings())
