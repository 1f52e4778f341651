"""How the bot signs in to Exchange: each way works, each mistake is told, and no secret ever shows."""

import base64
import datetime as dt
import importlib
import json
import logging
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import NameOID
from exchangelib.errors import AutoDiscoverFailed
from exchangelib.protocol import Protocol
from pydantic import ValidationError
from requests_ntlm import HttpNtlmAuth

from bot.errors import PlainError
from bot.message_ids import message_id_in
from bot.ports import MailError, MailPostponedError
from handlers.exchange import server as exchange_server
from handlers.exchange.server import ExchangeServer
from handlers.mail.exchange import ExchangeMailbox
from handlers.sections import MaildirSettings
from handlers.sections_exchange import ExchangeDiarySettings, ExchangeMailSettings
from tests.fakes.certificates import Certificates, make_certificates
from tests.fakes.exchange_stage import ADDRESS, ExchangeStage

APP = "11111111-2222-3333-4444-555555555555"
TO = ("dt@oakfield.example",)
RAW = b"From: visits@council.example\r\nTo: dt@oakfield.example\r\nMessage-ID: <1@council.example>\r\n\r\nabout a child"
NAME = "<1@council.example>"
SECRET = "s3cr3t-of-the-app"
OAUTH = {"sign_in": "oauth", "access": "impersonation", "tenant_id": "tenant", "client_id": APP}


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Iterator[ExchangeStage]:
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")  # the stand-in speaks plain HTTP, on this machine only
    with ExchangeStage() as running:
        running.server.secrets[APP] = SECRET
        running.server.store.impersonators.add(APP)
        yield running


def app_mailbox(stage: ExchangeStage, **others: object) -> ExchangeMailbox:
    said = {**OAUTH, "authority": stage.server.authority, "client_secret": SECRET, **others}
    return ExchangeMailbox(stage.settings(**said), sleep=lambda _seconds: None)


def certificate(path: Path, key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey) -> Path:
    """A self-signed certificate and its key, as an administrator would make them."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "visit bot")])
    now = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now)
        .not_valid_after(now + dt.timedelta(3650))
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + private)
    return path


def test_an_application_signs_in_with_its_secret_and_acts_as_the_mailbox(stage: ExchangeStage) -> None:
    mailbox = app_mailbox(stage)
    mailbox.send(NAME, TO, RAW)
    assert (stage.sent(), mailbox.find_sent(NAME)) == ([RAW], True)
    assert len(stage.server.token_requests) == 1
    assert {seen.user for seen in stage.server.seen} == {APP}
    assert all(b"<t:PrimarySmtpAddress>visits@council.example<" in seen.raw for seen in stage.server.seen)


def test_a_certificate_takes_the_place_of_the_secret(stage: ExchangeStage, tmp_path: Path) -> None:
    key = rsa.generate_private_key(65537, 2048)
    pem = certificate(tmp_path / "visitbot.pem", key)

    def signed_by_us(client: str, assertion: str) -> bool:
        signed, _, signature = assertion.rpartition(".")
        raw = base64.urlsafe_b64decode(signature + "==")
        pss = padding.PSS(mgf=padding.MGF1(hashes.SHA256()), salt_length=32)
        key.public_key().verify(raw, signed.encode(), pss, hashes.SHA256())
        header, claims = (json.loads(base64.urlsafe_b64decode(part + "==")) for part in signed.split("."))
        return (
            header["alg"] == "PS256"
            and claims["iss"] == claims["sub"] == client == APP
            and claims["aud"] == f"{stage.server.authority}/tenant/oauth2/v2.0/token"
            and 0 < claims["exp"] - claims["nbf"] <= 900
        )

    stage.server.checks_assertion = signed_by_us
    app_mailbox(stage, client_secret="", certificate_file=pem).send(NAME, TO, RAW)
    assert stage.sent() == [RAW]
    assert "client_secret" not in stage.server.token_requests[0]


def test_a_token_that_runs_out_is_replaced_without_a_word_and_no_mail_leaves_twice(stage: ExchangeStage) -> None:
    mailbox = app_mailbox(stage)
    mailbox.send(NAME, TO, RAW)
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(hours=2)):
        mailbox.send("<2@council.example>", TO, RAW)
    assert len(stage.sent()) == 2
    assert [form["grant_type"] for form in stage.server.token_requests] == ["client_credentials"] * 2


@pytest.mark.parametrize("seconds", [-1, -3600])
def test_tokens_that_have_run_out_already_do_not_keep_the_bot_asking_for_ever(
    stage: ExchangeStage, seconds: int
) -> None:
    stage.server.token_seconds = seconds
    with pytest.raises(MailPostponedError, match="refused our sign-in"):
        app_mailbox(stage).send(NAME, TO, RAW)
    assert len(stage.server.token_requests) <= 3


def test_a_token_that_is_withdrawn_before_its_time_costs_reading_nothing(stage: ExchangeStage) -> None:
    stage.deliver(RAW)
    mailbox = app_mailbox(stage)
    assert not mailbox.find_sent(NAME)
    stage.server.trouble("expired_token")
    assert [message_id_in(one.raw) for one in mailbox.fetch(None)] == [NAME]


def test_a_send_that_meets_a_withdrawn_token_was_certainly_not_made_and_goes_later(stage: ExchangeStage) -> None:
    mailbox = app_mailbox(stage)
    stage.server.trouble("expired_token", 1, "CreateItem")
    with pytest.raises(MailPostponedError, match="refused our sign-in"):
        mailbox.send(NAME, TO, RAW)
    assert stage.sent() == []
    mailbox.send(NAME, TO, RAW)
    assert stage.sent() == [RAW]


def test_a_wrong_secret_is_told_with_the_code_that_the_administrator_can_look_up(stage: ExchangeStage) -> None:
    with pytest.raises(MailPostponedError, match=r"No token was issued .*invalid_client AADSTS7000215.*client_id"):
        app_mailbox(stage, client_secret="wrong").send(NAME, TO, RAW)


def test_a_failed_renewal_does_not_lose_the_only_session(stage: ExchangeStage) -> None:
    mailbox = app_mailbox(stage)
    assert not mailbox.find_sent(NAME)
    stage.server.secrets[APP] = "changed meanwhile"
    stage.server.tokens.clear()
    with pytest.raises(MailError, match="No token was issued"):
        mailbox.find_sent(NAME)
    stage.server.secrets[APP] = SECRET
    assert not mailbox.find_sent(NAME)


def test_an_application_that_may_not_act_for_others_is_told_what_to_be_granted(stage: ExchangeStage) -> None:
    stage.server.store.impersonators.clear()
    with pytest.raises(MailPostponedError, match=r"act as visits@council\.example; grant .*ApplicationImpersonation"):
        app_mailbox(stage).send(NAME, TO, RAW)


def test_a_service_account_may_act_as_the_mailbox_with_a_password(stage: ExchangeStage) -> None:
    stage.server.passwords["council\\svc"] = "p"
    stage.server.store.impersonators.add("council\\svc")
    mailbox = ExchangeMailbox(stage.settings(username="COUNCIL\\svc", password="p", access="impersonation"))
    mailbox.send(NAME, TO, RAW)
    assert mailbox.find_sent(NAME)


def test_windows_sign_in_is_used_where_it_is_asked_for(stage: ExchangeStage) -> None:
    server = ExchangeServer(stage.settings(sign_in="ntlm"), ADDRESS)
    session = server.account(ADDRESS).protocol.get_session()
    assert isinstance(session.auth, HttpNtlmAuth)


def test_a_password_may_lie_in_a_file_of_its_own(stage: ExchangeStage, tmp_path: Path) -> None:
    (tmp_path / "password").write_text("a password\n", encoding="utf-8")
    chosen = stage.settings(password="", password_file=Path("password")).resolved(tmp_path)
    ExchangeMailbox(chosen).send(NAME, TO, RAW)
    assert stage.sent() == [RAW]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"username": ""}, "username is missing"),
        ({"password": ""}, "password is missing; set it, or password_file"),
        (
            {"password": "", "password_file": "none"},
            r"none cannot be read \(No such file or directory\); correct password_file",
        ),
        ({**OAUTH, "tenant_id": ""}, "tenant_id is missing"),
        ({**OAUTH, "client_id": ""}, "client_id is missing"),
        (OAUTH, "client_secret is missing; set it, or client_secret_file"),
        ({**OAUTH, "access": "delegate", "client_secret": "x"}, 'access must be "impersonation"'),
        ({**OAUTH, "certificate_file": "none.pem"}, r"none\.pem cannot be read .*certificate_file must name"),
    ],
)
def test_what_is_missing_to_sign_in_is_one_sentence_that_names_the_setting(
    stage: ExchangeStage, said: dict[str, object], words: str
) -> None:
    mailbox = stage.open(**said)
    for act in (lambda: list(mailbox.fetch(None)), lambda: mailbox.send(NAME, TO, RAW)):
        with pytest.raises(MailError, match=words) as caught:
            act()
        assert "\n" not in str(caught.value)
    assert not stage.server.seen


@pytest.mark.parametrize("content", [b"", b"no PEM", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
def test_a_file_that_holds_no_certificate_with_its_key_is_said(
    stage: ExchangeStage, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "app.pem").write_bytes(content)
    with pytest.raises(MailError, match="holds no certificate with an unencrypted private key"):
        app_mailbox(stage, client_secret="", certificate_file=tmp_path / "app.pem").send(NAME, TO, RAW)


def test_a_certificate_of_the_wrong_kind_is_said(stage: ExchangeStage, tmp_path: Path) -> None:
    pem = certificate(tmp_path / "app.pem", ec.generate_private_key(ec.SECP256R1()))
    with pytest.raises(MailError, match="not an RSA key"):
        app_mailbox(stage, client_secret="", certificate_file=pem).send(NAME, TO, RAW)


@pytest.fixture
def secured(tmp_path: Path) -> Iterator[tuple[ExchangeStage, Certificates]]:
    made = make_certificates(tmp_path)
    running = ExchangeStage()
    running.server.tls = made.for_server()
    with running:
        yield running, made


def test_mail_goes_over_tls_to_a_server_of_the_council_s_own_authority(
    secured: tuple[ExchangeStage, Certificates],
) -> None:
    stage, made = secured
    stage.deliver(RAW)
    mailbox = stage.open(ca_file=made.authority, timeout_seconds=1)
    assert [one.raw for one in mailbox.fetch(None)] == [RAW]
    mailbox.send(NAME, TO, RAW)
    stage.fault("hang")
    begun = time.monotonic()
    with pytest.raises(MailError, match="did not answer"):
        mailbox.send(NAME, TO, RAW)
    stage.server.trouble("dribble", 1, "CreateItem")
    with pytest.raises(MailError, match="did not answer"):
        mailbox.send(NAME, TO, RAW)
    assert time.monotonic() - begun < 25
    assert mailbox.find_sent(NAME)


def test_a_call_that_hangs_behind_a_proxy_is_ended_too(stage: ExchangeStage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", stage.server.authority)
    mailbox = stage.open(endpoint="http://localhost:9/EWS/Exchange.asmx", timeout_seconds=1)
    mailbox.send(NAME, TO, RAW)
    stage.server.trouble("dribble", 1, "CreateItem")
    begun = time.monotonic()
    with pytest.raises(MailError, match="did not answer"):
        mailbox.send("<2@council.example>", TO, RAW)
    assert time.monotonic() - begun < 15
    assert len(stage.sent()) == 2


def test_a_server_that_shows_a_strange_certificate_gets_neither_password_nor_mail(
    secured: tuple[ExchangeStage, Certificates],
) -> None:
    stage, _ = secured
    with pytest.raises(MailPostponedError, match="a certificate that is not trusted; name its issuer with ca_file"):
        stage.open().send(NAME, TO, RAW)
    assert (list(stage.server.seen), stage.server.unauthorised) == ([], 0)


def test_a_file_that_names_no_authority_is_said(stage: ExchangeStage, tmp_path: Path) -> None:
    (tmp_path / "empty.pem").write_bytes(b"")
    for name, why in (("none.pem", "No such file"), ("empty.pem", "no certificates|NO_CERTIFICATE")):
        with pytest.raises(MailPostponedError, match=rf"{name} cannot be used \(.*({why}).*ca_file must name"):
            stage.open(ca_file=tmp_path / name).send(NAME, TO, RAW)


def test_neither_repr_nor_any_log_shows_a_secret_or_a_mail(
    stage: ExchangeStage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    stage.deliver(RAW)
    for mailbox in (stage.open(), app_mailbox(stage)):
        for one in mailbox.fetch(None):
            mailbox.settle(one.source_id)
        stage.fault("dropped_after_accept")
        with pytest.raises(MailError):
            mailbox.send(NAME, TO, RAW)
    chosen = stage.settings(client_secret=SECRET)
    shown = caplog.text + repr(chosen) + str(chosen) + chosen.model_dump_json()
    found = re.search(
        rf"a password|{SECRET}|token-\d|about a child|{base64.b64encode(RAW[:30]).decode()}|Basic ", shown
    )
    assert found is None


def test_two_clients_never_share_a_connection_as_the_library_would_have_them_do(stage: ExchangeStage) -> None:
    first, second = (ExchangeMailbox(stage.settings()) for _ in range(2))
    assert not first.find_sent(NAME)
    assert not second.find_sent(NAME)
    wires = [mailbox.server.account(ADDRESS).protocol for mailbox in (first, second)]
    assert wires[0] is not wires[1]
    with pytest.raises(KeyError):
        Protocol[wires[0].config]


def test_without_an_endpoint_an_application_goes_to_microsoft_and_a_user_to_what_is_discovered(
    stage: ExchangeStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    class Discovery:
        def __init__(self, email: str, credentials: object) -> None:
            assert credentials is not None
            asked.append(email)

        def discover(self) -> tuple[None, object]:
            return None, type("Protocol", (), {"service_endpoint": stage.server.url})

    monkeypatch.setattr(exchange_server, "Autodiscovery", Discovery)
    assert not stage.open(endpoint="").find_sent(NAME)
    assert asked == [ADDRESS]
    online = ExchangeServer(stage.settings(**OAUTH, endpoint="", client_secret="x"), ADDRESS)
    assert online.account(ADDRESS).protocol.service_endpoint == "https://outlook.office365.com/EWS/Exchange.asmx"
    assert online.account(ADDRESS).protocol.credentials.scope == ["https://outlook.office365.com/.default"]


def test_a_server_that_cannot_be_discovered_is_said_with_the_setting_that_mends_it(
    stage: ExchangeStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Discovery:
        def __init__(self, email: str, credentials: object) -> None:
            raise AutoDiscoverFailed(f"nothing for {email} with {credentials}")

    monkeypatch.setattr(exchange_server, "Autodiscovery", Discovery)
    mailbox = stage.open(endpoint="")
    with pytest.raises(MailPostponedError, match=r"server of visits@council\.example was not discovered; set endpoint"):
        mailbox.send(NAME, TO, RAW)


@pytest.mark.parametrize(
    "said",
    [
        {"endpoint": "http://mail.council.example/EWS/Exchange.asmx"},
        {"endpoint": "mail.council.example"},
        {"authority": "http://login.council.example"},
        {"sign_in": "kerberos"},
        {"timeout_seconds": 0},
        {"tenant_id": "a/b"},
        {"handled": "delete"},
        {"folder": ""},
        {"passwort": "x"},
    ],
)
def test_a_setting_that_would_not_do_is_refused_before_anything_is_sent_in_the_clear(said: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        ExchangeMailSettings.model_validate({"address": ADDRESS, **said})


def test_the_diaries_use_the_mailbox_s_sign_in_unless_they_have_one_of_their_own() -> None:
    mail = ExchangeMailSettings(address=ADDRESS, username="svc")
    own = ExchangeDiarySettings(username="other")
    assert ExchangeDiarySettings().connection(mail) is mail
    assert own.connection(mail) is own
    with pytest.raises(PlainError, match=r"diary\.client_id or diary\.username"):
        ExchangeDiarySettings().connection(MaildirSettings(address=ADDRESS))


@pytest.mark.parametrize("module", ["handlers.mail.exchange", "handlers.diary.exchange", "handlers.exchange.checking"])
def test_where_the_library_is_not_installed_it_is_said_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    for name in [name for name in sys.modules if name.startswith("handlers.exchange") or name == module]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(PlainError, match=r"run `make full` or install visitbot\[exchange\]"):
        importlib.import_module(module)
