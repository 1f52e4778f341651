"""What `doctor` finds on an Exchange server: each fault named, with the way to mend it, and nothing changed."""

import datetime as dt
import re
from collections.abc import Iterator

import pytest

from handlers.exchange.checking import check_diaries, check_mailbox
from handlers.findings import Finding
from handlers.sections_exchange import ExchangeMailSettings
from tests.fakes.exchange_stage import ADDRESS, ExchangeStage

ANN = "ann.shah@council.example"
CHANGES = {"CreateItem", "CreateFolder", "UpdateItem", "MoveItem", "DeleteItem", "SendItem"}


@pytest.fixture
def stage() -> Iterator[ExchangeStage]:
    with ExchangeStage() as running:
        yield running


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def wrong(findings: list[Finding]) -> list[str]:
    return [f"{finding.what}: {finding.sentence}" for finding in findings if not finding.well]


def examined(stage: ExchangeStage, chosen: ExchangeMailSettings) -> list[Finding]:
    findings = list(check_mailbox(chosen, now))
    assert not {seen.operation for seen in stage.server.seen} & CHANGES
    return findings


def test_a_mailbox_in_order_is_found_in_order_part_by_part(stage: ExchangeStage) -> None:
    findings = examined(stage, stage.settings())
    assert wrong(findings) == []
    assert [finding.what for finding in findings] == ["Exchange", "clock", "mail folder", "Sent Items"]
    assert "will be made with the first mail" in findings[2].sentence


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"password": "wrong"}, "refused our sign-in; check the user, password"),
        ({"address": "other@council.example"}, r"knows no mailbox other@council\.example"),
        ({"access": "impersonation"}, "ApplicationImpersonation"),
        ({"folder": "Inbox/Vists"}, r"There is no folder Inbox/Vists; create it, or correct mail\.folder"),
        ({"password": ""}, "password is missing"),
    ],
)
def test_each_fault_of_the_mailbox_is_named_with_the_way_to_mend_it(
    stage: ExchangeStage, said: dict[str, object], words: str
) -> None:
    findings = wrong(examined(stage, stage.settings(**said)))
    assert len(findings) == 1
    assert re.search(words, findings[0])


def test_a_mailbox_of_somebody_else_without_access_is_named(stage: ExchangeStage) -> None:
    stage.server.passwords["svc"] = "p"
    (finding,) = wrong(examined(stage, stage.settings(username="svc", password="p")))
    assert "grant our account access" in finding


def test_a_server_that_is_not_there_is_named(stage: ExchangeStage) -> None:
    stage.server.stop_listening()
    (finding,) = wrong(list(check_mailbox(stage.settings(), now)))
    assert "cannot be reached; check endpoint" in finding


def test_a_clock_that_is_wrong_is_told_with_how_much(stage: ExchangeStage) -> None:
    stage.server.date_header = (now() + dt.timedelta(minutes=30)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    (finding,) = wrong(examined(stage, stage.settings()))
    assert "30 minutes behind the server's" in finding
    stage.server.date_header = "no date"
    assert wrong(examined(stage, stage.settings())) == []


def test_the_diaries_are_tried_one_by_one(stage: ExchangeStage) -> None:
    for address in (ANN, "bea@council.example", "cas@council.example"):
        stage.server.store.mailboxes[address] = type(stage.server.store.mailboxes[ADDRESS])(address)
    stage.server.store.mailboxes[ANN].access.add(ADDRESS)
    stage.server.store.mailboxes["bea@council.example"].readers.add(ADDRESS)
    people = [ANN, "bea@council.example", "cas@council.example", "gone@council.example"]
    findings = list(check_diaries(stage.settings(), ADDRESS, people, now))
    assert [finding.well for finding in findings] == [True, False, False, False]
    assert "make our account an Editor of bea@council.example" in findings[1].sentence
    assert "grant our account access" in findings[2].sentence
    assert "knows no mailbox gone@council.example" in findings[3].sentence
    assert not {seen.operation for seen in stage.server.seen} & CHANGES
