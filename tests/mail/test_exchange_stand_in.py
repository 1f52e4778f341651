"""The Exchange stand-in speaks the protocol: all that the library does works, and what is wrong is refused."""

import base64
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from exchangelib import (
    BASIC,
    DELEGATE,
    Account,
    CalendarItem,
    Configuration,
    Credentials,
    EWSDateTime,
    EWSTimeZone,
    FileAttachment,
    Mailbox,
    Message,
)
from exchangelib.errors import ErrorInvalidOperation, ErrorInvalidSyncStateData, ErrorItemNotFound
from exchangelib.protocol import close_connections
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.fakes.ews_server import EwsServer

US, ANN = "visits@council.example", "ann.shah@council.example"
RAW = b"From: visits@council.example\r\nTo: dt@oak.example\r\nSubject: Offer\r\nMessage-ID: <1@council.example>\r\n\r\n"
ENVELOPE = """<?xml version="1.0" encoding="utf-8"?>
<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"
  xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages"
  xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types">
  <s:Header><t:RequestServerVersion Version="Exchange2016"/></s:Header><s:Body>{}</s:Body></s:Envelope>"""
INBOX = '<t:DistinguishedFolderId Id="inbox"/>'
SHAPE = "<m:ItemShape><t:BaseShape>IdOnly</t:BaseShape></m:ItemShape>"


@pytest.fixture
def server() -> Iterator[EwsServer]:
    with EwsServer(US, ANN) as running:
        running.passwords[US] = "a password"
        yield running


@pytest.fixture
def account(server: EwsServer) -> Iterator[Account]:
    """The library as its own guide has it: it guesses the version and finds all folders by itself."""
    config = Configuration(service_endpoint=server.url, credentials=Credentials(US, "a password"), auth_type=BASIC)
    yield Account(US, config=config, access_type=DELEGATE, default_timezone=EWSTimeZone("Europe/London"))
    close_connections()


def ask(server: EwsServer, body: str) -> etree._Element:
    answer = requests.post(
        server.url, ENVELOPE.format(body), headers={"Content-Type": "text/xml"}, auth=(US, "a password"), timeout=5
    )
    return etree.fromstring(answer.content)


def code(answer: etree._Element) -> str | None:
    return next((one.text for one in answer.iter() if etree.QName(one).localname == "ResponseCode"), None)


def test_mail_goes_out_as_the_library_sends_it_and_is_found_again(server: EwsServer, account: Account) -> None:
    Message(account=account, folder=account.sent, mime_content=RAW).send_and_save()
    assert server.store.sent == [RAW]
    (found,) = account.sent.filter(message_id="<1@council.example>")
    assert (found.subject, found.mime_content) == ("Offer", RAW)
    draft = Message(account=account, folder=account.drafts, mime_content=RAW.replace(b"<1@", b"<2@"))
    draft.save()
    draft.send()
    assert len(server.store.sent) == 2
    assert sorted(one.message_id for one in account.sent.all()) == ["<1@council.example>", "<2@council.example>"]


def test_the_inbox_is_synchronised_moved_and_emptied_as_the_library_does_it(
    server: EwsServer, account: Account
) -> None:
    store = server.store.mailboxes[US]
    for number in range(250):
        values = {"item:Subject": str(number)}
        store.add(store.distinguished("inbox"), "Message", mime=RAW, values=values, received=dt.datetime.now(dt.UTC))
    changes = list(account.inbox.sync_items(only_fields=["subject"]))
    assert [(kind, item.subject) for kind, item in changes] == [("create", str(number)) for number in range(250)]
    first, second = (item for _, item in changes[:2])
    account.inbox.get(id=first.id).move_to_trash()
    second.move(account.trash)
    assert [kind for kind, _ in account.inbox.sync_items(only_fields=["subject"])] == ["delete", "delete"]
    assert list(account.inbox.sync_items(only_fields=["subject"])) == []
    with pytest.raises((ErrorInvalidSyncStateData, AttributeError)):
        list(account.inbox.sync_items(sync_state="bm9uZQ==", only_fields=["subject"]))
    assert isinstance(next(iter(account.fetch(ids=[(first.id, None)]))), ErrorItemNotFound)


def test_a_calendar_is_written_and_viewed_as_the_library_does_it(server: EwsServer, account: Account) -> None:
    zone = EWSTimeZone("Europe/London")
    start = EWSDateTime(2027, 7, 6, 9, 15, tzinfo=zone)
    item = CalendarItem(
        account=account, folder=account.calendar, subject="A", start=start, end=start + dt.timedelta(0, 60)
    )
    item.save()
    item.start -= dt.timedelta(hours=1)
    item.save(update_fields=["start"])
    day = EWSDateTime(2027, 7, 6, tzinfo=zone)
    (seen,) = account.calendar.view(start=day, end=day + dt.timedelta(1))
    assert (seen.subject, seen.start) == ("A", item.start)
    item.delete()
    assert list(account.calendar.all()) == []
    assert server.store.sent == []


def test_people_are_found_by_the_beginning_of_their_address(account: Account) -> None:
    assert account.protocol.version.build.major_version == 15
    assert account.protocol.resolve_names(["ann"]) == [
        Mailbox(name=ANN, email_address=ANN, routing_type="SMTP", mailbox_type="Mailbox")
    ]


def test_what_the_server_does_not_do_it_says(account: Account) -> None:
    draft = Message(account=account, folder=account.drafts, mime_content=RAW)
    draft.save()
    with pytest.raises(ErrorInvalidOperation):
        draft.attach(FileAttachment(name="a.txt", content=b"x"))


SYNC = f"<m:SyncFolderItems>{SHAPE}<m:SyncFolderId>{INBOX}</m:SyncFolderId>%s</m:SyncFolderItems>"
SEND = (
    '<m:CreateItem MessageDisposition="SendOnly"><m:Items><t:Message><t:MimeContent>%s</t:MimeContent></t:Message>'
    "</m:Items></m:CreateItem>"
)
BROKEN = [
    ("<m:Dance/>", "ErrorInvalidOperation"),
    ("<Dance/>", "ErrorSchemaValidation"),
    ("<m:GetItem/>", "ErrorSchemaValidation"),
    (f"<m:GetItem>{SHAPE}</m:GetItem>", "ErrorSchemaValidation"),
    (f"<m:GetItem><m:ItemIds/>{SHAPE}</m:GetItem>", "ErrorSchemaValidation"),
    (f'<m:GetItem>{SHAPE}<m:ItemIds><t:ItemId Id="%%"/></m:ItemIds></m:GetItem>', "ErrorInvalidIdMalformed"),
    (SYNC % "", "ErrorSchemaValidation"),
    (SYNC % "<m:MaxChangesReturned>513</m:MaxChangesReturned>", "ErrorSchemaValidation"),
    (
        SYNC % "<m:SyncState>x</m:SyncState><m:MaxChangesReturned>5</m:MaxChangesReturned>",
        "ErrorInvalidSyncStateData",
    ),
    ("<m:CreateItem><m:Items><t:Message/></m:Items></m:CreateItem>", "ErrorMessageDispositionRequired"),
    (SEND % "!", "ErrorMimeContentInvalidBase64String"),
    (SEND % base64.b64encode(b"Subject: x").decode(), "ErrorInvalidRecipients"),
    ("<m:CreateItem><m:Items><t:CalendarItem/></m:Items></m:CreateItem>", "ErrorSendMeetingInvitationsRequired"),
    ("<m:DeleteItem><m:ItemIds/></m:DeleteItem>", "ErrorSchemaValidation"),
    ("<m:GetUserAvailabilityRequest><m:MailboxDataArray/></m:GetUserAvailabilityRequest>", "ErrorTimeZone"),
]


@pytest.mark.parametrize(("body", "expected"), BROKEN)
def test_a_request_that_breaks_the_schema_is_refused_by_the_code_that_fits(
    server: EwsServer, body: str, expected: str
) -> None:
    assert code(ask(server, body)) == expected
    assert server.store.sent == []


def test_nobody_is_served_without_signing_in(server: EwsServer) -> None:
    answer = requests.post(server.url, ENVELOPE.format("<m:GetItem/>"), headers={"Content-Type": "text/xml"}, timeout=5)
    assert answer.status_code == 401


@settings(max_examples=50, deadline=None)
@given(text=st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=80))
def test_whatever_is_sent_the_stand_in_answers_and_lives(text: str) -> None:
    with EwsServer(US) as server:
        server.passwords[US] = "a password"
        raw = ENVELOPE.format(text).encode()
        answer = requests.post(
            server.url, raw, headers={"Content-Type": "text/xml"}, auth=(US, "a password"), timeout=5
        )
        assert answer.status_code == 500
        assert code(etree.fromstring(answer.content))


def test_the_library_is_imported_where_exchange_is_spoken_and_nowhere_else() -> None:
    root = Path(__file__).parents[2]
    allowed = {root / "handlers/mail/exchange.py", root / "handlers/diary/exchange.py"}
    for package in ("bot", "handlers", "storage"):
        for file in (root / package).rglob("*.py"):
            if file not in allowed and root / "handlers/exchange" not in file.parents:
                assert "exchangelib" not in file.read_text(encoding="utf-8"), file
