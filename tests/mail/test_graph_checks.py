"""What `doctor` says of Microsoft 365 and of calendar feeds: what is wrong, and how to mend it."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.errors import PlainError
from handlers.clock import FixedClock
from handlers.diary.feed import FeedDiary
from handlers.diary.graph import GraphDiary
from handlers.diary.own import OwnDiary
from handlers.findings import Finding
from handlers.graph_checks import check_feeds, check_graph_diaries, check_graph_mailbox, examine_diaries
from handlers.microsoft_graph import GraphClient
from handlers.sections import MaildirSettings
from handlers.sections_graph import FeedDiarySettings, GraphDiarySettings, GraphMailSettings
from handlers.settings import Settings, SettingsError, load_settings
from tests.fakes.graph_calendar import CalendarStore
from tests.fakes.graph_server import CLIENT, MAILBOX, SECRET, TENANT, GraphServer
from tests.fakes.graph_stage import client_of
from tests.fakes.graph_wire import tls_files

NAIR = "priya.nair@council.example"


@pytest.fixture
def server() -> Iterator[GraphServer]:
    with GraphServer() as running:
        running.calendars[NAIR] = CalendarStore()
        yield running


@pytest.fixture
def client(server: GraphServer) -> Iterator[GraphClient]:
    made = client_of(server)
    yield made
    made.close()


def settings_for(server: GraphServer, **more: object) -> GraphMailSettings:
    said = {
        "address": MAILBOX,
        "tenant_id": TENANT,
        "client_id": CLIENT,
        "client_secret": SECRET,
        "login_url": server.url,
        "graph_url": server.url,
        "ca_file": tls_files()[0],
    }
    return GraphMailSettings.model_validate({**said, **more})


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def wrongs(found: Iterator[Finding]) -> list[str]:
    return [finding.sentence for finding in found if not finding.well]


def test_a_mailbox_that_is_set_up_well_is_said_to_be_and_nothing_is_changed(server: GraphServer) -> None:
    found = list(check_graph_mailbox(settings_for(server), now))
    assert [finding.sentence for finding in found if not finding.well] == []
    assert [finding.what for finding in found] == [
        "Microsoft 365",
        "clock",
        "mail folder",
        "handled mail",
        "Sent Items",
        "sending",
    ]
    assert server.mail.sent == []
    assert len(server.mail.folders) == 7
    assert server.mail.messages == {}


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"client_secret": "wrong"}, "the client secret is wrong"),
        ({"client_secret": ""}, "set mail.client_secret, mail.client_secret_file or mail.certificate_file"),
        ({"client_id": ""}, "mail.client_id is missing"),
        ({"tenant_id": "nowhere"}, "knows no tenant nowhere"),
        ({"mailbox": "other@council.example"}, "check mail.mailbox"),
        ({"folder": "Inbox/Visits"}, "There is no folder Inbox/Visits; make it, or correct mail.folder."),
        ({"ca_file": "/no/such.pem"}, "cannot be read as certificates (PEM); correct the setting ca_file."),
    ],
)
def test_what_is_set_wrongly_is_named_with_its_setting(
    server: GraphServer, more: dict[str, object], words: str
) -> None:
    (sentence,) = wrongs(check_graph_mailbox(settings_for(server, **more), now))
    assert words in sentence
    assert "wrong" not in more.values() or ": copy its value" in sentence


@pytest.mark.parametrize(
    ("missing", "role"), [("Mail.Send", "Application Mail.Send"), ("Mail.ReadWrite", "Application Mail.ReadWrite")]
)
def test_a_right_that_is_missing_is_named_before_the_first_mail_waits_for_it(
    server: GraphServer, missing: str, role: str
) -> None:
    server.roles.remove(missing)
    (sentence,) = wrongs(check_graph_mailbox(settings_for(server), now))
    assert f"{role}" in sentence
    assert "RBAC for Applications" in sentence


@pytest.mark.parametrize(("seconds", "words"), [(600, "10 minutes behind"), (-600, "10 minutes ahead of")])
def test_a_clock_that_is_wrong_is_found_by_the_servers(server: GraphServer, seconds: float, words: str) -> None:
    server.clock_ahead = seconds
    (sentence,) = wrongs(check_graph_mailbox(settings_for(server), now))
    assert sentence == f"This machine's clock is {words} Microsoft 365's; let it be set over the network (NTP)."


def test_a_diary_that_can_be_used_and_one_that_cannot_are_told_apart(server: GraphServer, client: GraphClient) -> None:
    found = list(examine_diaries(GraphDiary(client, MAILBOX), [NAIR, "nobody@council.example"], now))
    assert [(finding.what, finding.well) for finding in found] == [
        (f"diary of {NAIR}", True),
        ("diary of nobody@council.example", False),
    ]
    assert server.calendars[NAIR].events == {}


def test_diaries_sign_in_as_the_mailbox_does_where_they_say_nothing_themselves(server: GraphServer) -> None:
    found = list(check_graph_diaries(GraphDiarySettings(), settings_for(server), [NAIR], now))
    assert [finding.well for finding in found] == [True]
    maildir = MaildirSettings(address=MAILBOX)
    assert wrongs(check_graph_diaries(GraphDiarySettings(), maildir, [NAIR], now)) == [
        "diary.tenant_id is missing; copy it from the application's page in Entra ID."
    ]


def test_feeds_are_tried_and_advisers_without_one_are_named(tmp_path: Path) -> None:
    (tmp_path / "nair.ics").write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n")
    feeds = {NAIR: "nair.ics", "sam@council.example": "gone.ics", "left@council.example": "nair.ics"}
    settings = FeedDiarySettings.model_validate({"feeds": feeds}).resolved(tmp_path)
    diary = FeedDiary(settings.addresses(), OwnDiary(), FixedClock(now()))
    found = list(check_feeds(settings, diary, [NAIR, "sam@council.example", "ada@council.example"], now))
    assert [(finding.well, finding.sentence.partition(";")[0]) for finding in found] == [
        (True, "It can be read"),
        (False, "The calendar feed of sam@council.example (this machine) cannot be read (No such file or directory)"),
        (False, "No adviser has the address left@council.example"),
        (True, "There is none for ada@council.example in diary.feeds"),
    ]


# The settings themselves.


def test_secrets_are_in_no_repr_and_feeds_addresses_neither(server: GraphServer) -> None:
    settings = settings_for(server)
    feeds = FeedDiarySettings.model_validate({"feeds": {NAIR: "https://cal.example/s3cret.ics"}})
    shown = repr(settings) + str(settings) + repr(settings.access("mail")) + repr(feeds) + str(feeds.feeds)
    assert SECRET not in shown
    assert "s3cret.ics" not in shown


def test_a_secret_and_a_certificate_come_from_files_beside_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("from-a-file\n")
    (tmp_path / "both.pem").write_text("PEM")
    said = {"address": MAILBOX, "tenant_id": "t", "client_id": "c"}
    by_secret = GraphMailSettings.model_validate({**said, "client_secret_file": "secret"}).resolved(tmp_path)
    assert by_secret.access("mail").secret == "from-a-file"
    by_certificate = GraphMailSettings.model_validate({**said, "certificate_file": "both.pem"}).resolved(tmp_path)
    assert by_certificate.access("mail").certificate == "PEM"
    (tmp_path / "secret").write_text(" \n")
    with pytest.raises(PlainError, match=r"secret is empty; correct mail\.client_secret_file\."):
        by_secret.access("mail")
    (tmp_path / "secret").unlink()
    with pytest.raises(PlainError, match=r"cannot be read \(No such file or directory\)"):
        by_secret.access("mail")


@pytest.mark.parametrize(
    "said",
    [
        {"graph_url": "http://graph.example"},
        {"login_url": "https://login.example/path"},
        {"tenant_id": "a b"},
        {"handled": "burn"},
        {"mailbox": "nobody"},
        {"client_secrets": "x"},
    ],
)
def test_a_setting_that_cannot_be_right_is_refused(said: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=next(iter(said))):
        GraphMailSettings.model_validate({"address": MAILBOX, **said})


@pytest.mark.parametrize("address", ["", " ", "gopher://x", "https://", "a\nb"])
def test_a_feed_address_that_cannot_be_right_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="not an address"):
        FeedDiarySettings.model_validate({"feeds": {NAIR: address}})


def load(folder: Path, text: str, **environ: str) -> Settings:
    (folder / "visitbot.toml").write_text(f'[mail]\naddress = "{MAILBOX}"\n{text}', encoding="utf-8")
    return load_settings(folder / "visitbot.toml", environ)


def test_the_secret_can_come_from_the_environment_and_files_count_from_the_configuration(tmp_path: Path) -> None:
    text = 'transport = "graph"\ntenant_id = "t"\nclient_id = "c"\nca_file = "ca.pem"\n[diary]\nkind = "graph"\n'
    settings = load(tmp_path, text, VISITBOT_MAIL__CLIENT_SECRET="from-outside")
    assert isinstance(settings.mail, GraphMailSettings)
    assert isinstance(settings.diary, GraphDiarySettings)
    access, box = settings.diary.asks_as(settings.mail)
    assert (access.secret, access.ca_file, box) == ("from-outside", tmp_path / "ca.pem", MAILBOX)


def test_feeds_are_named_by_adviser_in_the_configuration(tmp_path: Path) -> None:
    text = '[diary]\nkind = "feed"\n[diary.feeds]\n"Priya.Nair@council.example" = "nair.ics"\n"a@b.example" = "webcal://x/y"\n'
    settings = load(tmp_path, text)
    assert isinstance(settings.diary, FeedDiarySettings)
    assert settings.diary.addresses() == {NAIR: str(tmp_path / "nair.ics"), "a@b.example": "webcal://x/y"}


def test_a_faulty_setting_is_told_without_telling_the_secret(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load(tmp_path, '[diary]\nkind = "feed"\n[diary.feeds]\n"a@b.example" = "gopher://s3cret"\n')
    assert "s3cret" not in str(caught.value)
    assert "diary.feeds" in str(caught.value)
    with pytest.raises(SettingsError, match=r"mail\.client_secret cannot be used") as caught:
        load(tmp_path, 'transport = "graph"\nclient_secret = 12345678\n')
    assert "12345678" not in str(caught.value)
    with pytest.raises(SettingsError, match=r'mail\.graph_url is "http://x"; it must be where Graph is, such as'):
        load(tmp_path, 'transport = "graph"\ngraph_url = "http://x"\n')
