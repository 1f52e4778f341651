"""The configuration: every fault is one sentence that says where it is and what to do."""

import contextlib
import datetime as dt
import os
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from pydantic import BaseModel

from bot.model import Hours, Policy
from handlers.kinds import section_in
from handlers.sections import MaildirSettings
from handlers.sections_exchange import ExchangeDiarySettings, ExchangeMailSettings
from handlers.sections_graph import FeedDiarySettings, GraphDiarySettings, GraphMailSettings
from handlers.sections_imap import ImapMailSettings
from handlers.sections_slack import SlackChatSettings
from handlers.settings import Settings, SettingsError, load_settings

ROOT = Path(__file__).parents[2]
SMALLEST = '[mail]\naddress = "visits@council.example"\n'
Load = Callable[..., Settings]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def from_text(text: str, **environ: str) -> Settings:
        file = tmp_path / "visitbot.toml"
        file.write_text(text, encoding="utf-8")
        return load_settings(file, environ)

    return from_text


def complaint(load: Load, text: str, **environ: str) -> str:
    with pytest.raises(SettingsError) as caught:
        load(text, **environ)
    message = str(caught.value)
    assert "\n" not in message
    assert len(message) < 300
    return message


def test_the_smallest_configuration_of_the_contract_means_what_it_says(load: Load, tmp_path: Path) -> None:
    settings = load(
        """
        [mail]
        transport = "maildir"
        path = "mail"
        address = "visits@council.example"
        name = "Virtual School Visits"
        trusted_authserv = "mx.council.example"
        [database]
        url = "sqlite:///visitbot.db"
        [chat]
        kind = "console"
        [policy]
        options = 3
        notice_school_days = 10
        chase_after_school_days = 5
        chases = 2
        offer_rounds = 3
        book_proposed = "ask"
        send_hours = "07:00-19:00"
        """
    )
    assert isinstance(settings.mail, MaildirSettings)
    assert settings.mail.path == tmp_path / "mail"
    assert settings.mail.trusted_authserv == "mx.council.example"
    assert settings.database.path == tmp_path / "visitbot.db"
    assert settings.database.url == f"sqlite:///{tmp_path}/visitbot.db"
    assert settings.chat.kind == "console"
    assert settings.policy.to_policy() == Policy()


def test_only_the_address_must_be_said(load: Load) -> None:
    settings = load(SMALLEST)
    assert settings.policy.to_policy() == Policy()
    assert settings.team().hours == Hours()
    assert settings.team().address == "visits@council.example"
    assert settings.team().domain == "council.example"
    assert settings.digest.to == ()
    assert (settings.log.level, settings.log.format) == ("info", "console")


def test_the_example_file_holds_every_setting_and_its_default(load: Load) -> None:
    text = (ROOT / "deploy" / "visitbot.example.toml").read_text(encoding="utf-8")
    written = tomllib.loads(text)
    example = load(text)
    known = {name: set(section) for name, section in example.model_dump().items()}
    assert {name: set(section) for name, section in written.items()} == known
    assert example.model_copy(update={"hours": load(SMALLEST).hours}) == load(SMALLEST)
    assert example.hours.to_hours("Secondary") == Hours()


def test_what_the_policy_says_reaches_the_mind(load: Load) -> None:
    policy = load(
        SMALLEST
        + '[policy]\noptions = 5\nbook_proposed = "book"\nsend_hours = "8:30 - 17:00"\nchases = 0\nterms = ["autumn"]'
    ).policy.to_policy()
    assert policy.options == 5
    assert policy.book_proposed
    assert (policy.send_from, policy.send_until) == (dt.time(8, 30), dt.time(17))
    assert policy.chases == 0
    assert policy.terms == ("autumn",)


def test_schools_of_a_phase_have_their_own_hours_and_what_is_not_said_stays(load: Load) -> None:
    settings = load(SMALLEST + '[hours]\npm = "12:45-15:00"\n[hours.phase.Primary]\nam = "09:00-12:00"\n')
    assert settings.team("primary").hours == Hours(dt.time(9), dt.time(12), dt.time(12, 45), dt.time(15))
    assert settings.team("Secondary").hours.am_start == dt.time(9, 15)


def test_the_environment_reaches_the_hours_of_one_phase_and_leaves_the_rest(load: Load) -> None:
    text = SMALLEST + '[hours.phase.Primary]\nam = "09:00-12:00"\npm = "12:30-15:00"\n'
    hours = load(text, VISITBOT_HOURS__PHASE__PRIMARY__AM="08:45-11:45").hours.to_hours("Primary")
    assert hours == Hours(dt.time(8, 45), dt.time(11, 45), dt.time(12, 30), dt.time(15))


def test_times_come_from_the_environment_as_they_are_written_in_the_file(load: Load) -> None:
    settings = load(SMALLEST, VISITBOT_POLICY__SEND_HOURS="08:00-18:30", VISITBOT_HOURS__PM="12:45-15:00")
    assert settings.policy.send_hours == (dt.time(8), dt.time(18, 30))
    assert settings.hours.pm == (dt.time(12, 45), dt.time(15))


def test_the_environment_wins_over_the_file(load: Load, tmp_path: Path) -> None:
    settings = load(
        SMALLEST + 'path = "here"\n[policy]\noptions = 2\n',
        VISITBOT_MAIL__PATH="there",
        visitbot_policy__options="4",
        VISITBOT_DIGEST__TO="One@council.example, two@council.example",
        VISITBOT_DATABASE__URL="sqlite:////srv/visits.db",
        VISITBOT_CHAT__KIND="",
        OTHER__THING="ignored",
    )
    assert isinstance(settings.mail, MaildirSettings)
    assert settings.mail.path == tmp_path / "there"
    assert settings.policy.options == 4
    assert settings.digest.to == ("one@council.example", "two@council.example")
    assert settings.database.path == Path("/srv/visits.db")
    assert settings.chat.kind == "console"


def test_a_container_is_told_of_its_mail_servers_by_the_environment_alone(load: Load) -> None:
    settings = load(
        SMALLEST,
        VISITBOT_MAIL__TRANSPORT="imap",
        VISITBOT_MAIL__IMAP__HOST="imap.council.example",
        VISITBOT_MAIL__SMTP__HOST="smtp.council.example",
        VISITBOT_MAIL__SMTP__PORT="2525",
        VISITBOT_MAIL__PASSWORD="open sesame",
    )
    assert isinstance(settings.mail, ImapMailSettings)
    assert (settings.mail.imap.host, settings.mail.imap.real_port) == ("imap.council.example", 993)
    assert (settings.mail.smtp.host, settings.mail.smtp.real_port) == ("smtp.council.example", 2525)
    assert "sesame" not in repr(settings)


def test_a_secret_never_stands_in_a_complaint(load: Load) -> None:
    message = complaint(load, SMALLEST + 'transport = "imap"\npassword = ["open sesame"]')
    assert "sesame" not in message


def test_a_container_needs_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    settings = load_settings(None, {"VISITBOT_MAIL__ADDRESS": "visits@council.example"})
    assert isinstance(settings.mail, MaildirSettings)
    assert settings.mail.path == tmp_path / "mail"


def test_without_a_path_the_usual_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "visitbot.toml").write_text(SMALLEST)
    assert load_settings(None, {}).database.path == tmp_path / "visitbot.db"


def test_the_process_environment_is_not_read_behind_the_caller(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "VISITBOT_POLICY__OPTIONS", "5")
    assert load(SMALLEST).policy.options == 3


def test_no_file_says_how_to_get_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(
        SettingsError, match=r"There is no visitbot\.toml; write one with `visitbot init`, or name yours"
    ):
        load_settings(None, {})
    with pytest.raises(SettingsError, match=r"There is no elsewhere\.toml"):
        load_settings(Path("elsewhere.toml"), {"VISITBOT_MAIL__ADDRESS": "visits@council.example"})


def test_a_folder_in_the_place_of_the_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings(tmp_path, {})


def test_a_file_that_is_not_text_is_said(tmp_path: Path) -> None:
    (tmp_path / "visitbot.toml").write_bytes(b'[mail]\nname = "Caf\xe9"\n')
    with pytest.raises(SettingsError, match="save it as UTF-8"):
        load_settings(tmp_path / "visitbot.toml", {})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 'visitbot.toml: mail is missing; it must be a table [mail] with at least address = "…".'),
        ("[mail]", 'mail.address is missing; it must be an email address such as "visits@council.example".'),
        ("mail = 3", "mail is 3; it must be a table [mail]"),
        ("[mail", "is not valid TOML, please mend it:"),
        (SMALLEST + "pth = 'x'", 'mail.pth is not a setting of Visit Bot; did you mean "path"?'),
        (SMALLEST + "[chatt]\nkind = 'none'", 'chatt is not a setting of Visit Bot; did you mean "chat"?'),
        (SMALLEST + "zzz = 1", "zzz is not a setting of Visit Bot; known here: address, name,"),
        (SMALLEST + "path = 1", "mail.path is 1; it must be the folder"),
        (SMALLEST + r'path = "a\u0000b"', "it must be the folder"),
        (SMALLEST + 'transport = "pigeon"', 'mail.transport is "pigeon"; it must be "maildir", "imap"'),
        (SMALLEST + 'transport = "imap"', "mail.imap is missing; it must be a table [mail.imap] with at least host"),
        (
            SMALLEST + 'transport = "imap"\n[mail.imap]\nhots = "imap.council.example"',
            'mail.imap.hots is not a setting of Visit Bot; did you mean "host"?',
        ),
        (SMALLEST + 'transport = "exchange"\nhandled = "burn"', 'mail.handled is "burn"; it must be "move" or "mark".'),
        (SMALLEST + '[chat]\nkind = "slack"\nchannel = "#team"', 'chat.channel is "#team"; it must be the id of'),
        (SMALLEST + 'name = ""', "mail.name is"),
        (SMALLEST + r'name = "Visits\nBcc: x@y.example"', "it must be the sender's name, on one line"),
        (SMALLEST + "[policy]\noptions = 6", "policy.options is 6; it must be a whole number from 2 to 5."),
        (SMALLEST + "[policy]\noptions = 1", "from 2 to 5"),
        (SMALLEST + "[policy]\noptions = true", "policy.options is true;"),
        (SMALLEST + "[policy]\noptions = 2.0", "policy.options is 2.0;"),
        (SMALLEST + '[policy]\noptions = "three"', 'policy.options is "three";'),
        (SMALLEST + "[policy]\nchases = 3", "a whole number from 0 to 2"),
        (SMALLEST + "[policy]\noffer_rounds = 0", "policy.offer_rounds is 0;"),
        (SMALLEST + '[policy]\nbook_proposed = "yes"', 'it must be "ask" or "book"'),
        (SMALLEST + '[policy]\nsend_hours = "19:00-07:00"', 'such as "07:00-19:00", the earlier one first'),
        (SMALLEST + '[policy]\nsend_hours = "7 to 19"', "policy.send_hours"),
        (
            SMALLEST + '[policy]\nterms = ["winter"]',
            'policy.terms is "winter"; it must be a list out of "autumn", "spring" and "summer".',
        ),
        (SMALLEST + "[policy]\nterms = []", "policy.terms"),
        (SMALLEST + '[hours]\nam = "25:00-26:00"', "hours.am"),
        (
            SMALLEST + "[hours.phase]\nPrimary = 3",
            "hours.phase.Primary is 3; it must be tables such as",
        ),
        (SMALLEST + "[hours.phase.Primary]\nax = 3", "hours.phase.Primary.ax is not a setting"),
        (SMALLEST + '[digest]\nto = ["nobody"]', 'digest.to is "nobody"; it must be a list of email addresses'),
        (SMALLEST + '[database]\nurl = "sqlite:///:memory:"', "the address of a SQLite file"),
        (SMALLEST + '[chat]\nkind = "fax"', 'chat.kind is "fax"; it must be "none", "console" or "slack".'),
        (SMALLEST + '[log]\nlevel = "loud"', "log.level"),
        ('[mail]\naddress = "Visits <visits@council.example>"', "mail.address is"),
    ],
)
def test_every_fault_is_one_sentence_with_file_setting_and_remedy(load: Load, text: str, words: str) -> None:
    message = complaint(load, text)
    assert words in message
    assert "visitbot.toml" in message


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("VISITBOT_POLICY__OPTIONS", "9", 'variable VISITBOT_POLICY__OPTIONS is "9"; it must be a whole number'),
        ("VISITBOT_MIAL__PATH", "x", 'VISITBOT_MIAL__PATH is not a setting of Visit Bot; did you mean "mail"?'),
        ("VISITBOT_MAIL__PTH", "x", 'VISITBOT_MAIL__PTH is not a setting of Visit Bot; did you mean "path"?'),
        ("VISITBOT_HOURS__PHASE", "[", "An environment variable VISITBOT_… is not what it should be"),
        ("VISITBOT_MAIL__PATH__DEEP", "x", 'mail.path is {"deep": "x"}; it must be the folder'),
        (
            "VISITBOT_HOURS__PHASE__PRIMARY__AM",
            "9am",
            'VISITBOT_HOURS__PHASE__PRIMARY__AM is "9am"; it must be two times',
        ),
    ],
)
def test_a_fault_in_the_environment_names_the_variable(load: Load, name: str, value: str, words: str) -> None:
    assert words in complaint(load, SMALLEST, **{name: value})


def test_a_password_in_the_database_address_is_never_shown(load: Load) -> None:
    message = complaint(load, SMALLEST + '[database]\nurl = "mysql://bot:hunter2@db/visits"')
    assert "hunter2" not in message
    assert "visitbot.db" not in repr(load(SMALLEST))


@hypothesis_settings(max_examples=80, deadline=None)
@given(text=st.text(max_size=60), key=st.sampled_from(["mail.name", "policy.options", "hours.am", "digest.to", "x"]))
def test_no_value_whatever_gives_anything_but_settings_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, text: str, key: str
) -> None:
    file = tmp_path_factory.mktemp("any") / "visitbot.toml"
    file.write_text(f'{key} = "{text}"\nmail.address = "a@b.example"\n', encoding="utf-8", errors="replace")
    with contextlib.suppress(SettingsError):
        assert load_settings(file, {"VISITBOT_POLICY__SEND_HOURS": text}).mail.address == "a@b.example"


def _settings_of(section: type[BaseModel]) -> Iterator[str]:
    for name, field in section.model_fields.items():
        inner = section_in(field.annotation)
        yield from _settings_of(inner) if inner is not None else [name]


@pytest.mark.parametrize(
    ("name", "sections"),
    [
        ("imap", [ImapMailSettings]),
        ("exchange", [ExchangeMailSettings, ExchangeDiarySettings]),
        ("microsoft365", [GraphMailSettings, GraphDiarySettings]),
        ("feeds", [FeedDiarySettings]),
        ("slack", [SlackChatSettings]),
    ],
)
def test_each_example_of_a_service_can_be_used_and_names_every_setting(
    load: Load, name: str, sections: list[type[BaseModel]]
) -> None:
    text = (ROOT / "deploy" / "examples" / f"{name}.toml").read_text(encoding="utf-8")
    load(text if "[mail]" in text else SMALLEST + text)
    named = set(re.findall(r"^(?:# )?\[?(?:diary\.)?(\w+)(?: = |\])|\bor (\w+) = ", text, re.MULTILINE))
    written = {one or other for one, other in named}
    assert {setting for section in sections for setting in _settings_of(section)} <= written
