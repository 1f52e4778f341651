"""TLS, logins and secrets with mail servers: checked by default, and nothing that is secret is ever shown."""

import http.server
import json
import threading
import urllib.parse
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.ports import MailError, MailPostponedError
from handlers.mail.imap import ImapMailbox
from handlers.mail.signing_in import Credentials, xoauth2
from handlers.sections_imap import ImapMailSettings
from tests.fakes.certificates import Certificates, make_certificates
from tests.fakes.imap_stage import PASSWORD, US, PymapStage, dovecot
from tests.fakes.pymap_server import PymapServer
from tests.fakes.smtp_server import SmtpServer

ID = "<visit.1@council.example>"
MAIL = f"From: {US}\r\nTo: dt@oakfield.example\r\nMessage-ID: {ID}\r\n\r\nDear Priya Nair\r\n".encode()
TO = ("dt@oakfield.example",)


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return make_certificates(tmp_path_factory.mktemp("certificates"))


def table(imap: dict[str, object], smtp: dict[str, object], **more: object) -> ImapMailSettings:
    settings = {"address": US, "imap": imap, "smtp": smtp, "timeout_seconds": 5}
    settings |= more if "oauth" in more or "password_file" in more else {"password": PASSWORD, **more}
    return ImapMailSettings.model_validate(settings)


@pytest.fixture
def secured(certificates: Certificates) -> Iterator[tuple[int, int, SmtpServer, SmtpServer]]:
    """An IMAP server with STARTTLS and with TLS, and an SMTP server of each kind."""
    server = dovecot(certificates=certificates)
    server.start()
    begun = SmtpServer(US, PASSWORD, starttls=certificates.for_server()).start()
    whole = SmtpServer(US, PASSWORD, tls=certificates.for_server()).start()
    yield server.port, server.tls_port, begun, whole
    whole.stop()
    begun.stop()
    server.stop()


def test_mail_comes_and_goes_over_tls_from_the_first_octet(
    secured: tuple[int, int, SmtpServer, SmtpServer], certificates: Certificates
) -> None:
    _, imaps, _, smtps = secured
    imap, smtp = {"host": "localhost", "port": imaps}, {"host": "localhost", "port": smtps.port, "security": "tls"}
    mailbox = ImapMailbox(table(imap, smtp, ca_file=certificates.authority))
    mailbox.send(ID, TO, MAIL)
    assert mailbox.find_sent(ID)
    assert [taken.raw for taken in smtps.taken] == [MAIL]


def test_mail_comes_and_goes_over_starttls(
    secured: tuple[int, int, SmtpServer, SmtpServer], certificates: Certificates
) -> None:
    port, _, submission, _ = secured
    imap, smtp = {"host": "localhost", "port": port, "security": "starttls"}, {"host": "localhost"}
    mailbox = ImapMailbox(table(imap, smtp | {"port": submission.port}, ca_file=certificates.authority))
    mailbox.send(ID, TO, MAIL)
    assert mailbox.find_sent(ID)
    assert [taken.raw for taken in submission.taken] == [MAIL]


def test_a_certificate_of_an_unknown_authority_is_not_believed(
    secured: tuple[int, int, SmtpServer, SmtpServer],
) -> None:
    port, imaps, submission, _ = secured
    for imap in ({"host": "localhost", "port": imaps}, {"host": "localhost", "port": port, "security": "starttls"}):
        with pytest.raises(MailPostponedError, match=r"certificate of localhost:\d+ is not trusted .*mail\.ca_file"):
            list(ImapMailbox(table(imap, {"host": "localhost"})).fetch(None))
    good = {"host": "127.0.0.1", "port": port, "security": "plain"}
    mailbox = ImapMailbox(table(good, {"host": "localhost", "port": submission.port}))
    with pytest.raises(MailPostponedError, match="is not trusted"):
        mailbox.send(ID, TO, MAIL)
    assert submission.taken == []
    assert not mailbox.find_sent(ID)


def test_a_certificate_for_another_server_is_not_believed(tmp_path: Path) -> None:
    other = make_certificates(tmp_path, "mail.elsewhere.example")
    smtp = SmtpServer(US, PASSWORD, tls=other.for_server()).start()
    with PymapStage() as stage:
        settings = stage.settings(
            smtp={"host": "localhost", "port": smtp.port, "security": "tls"}, ca_file=other.authority
        )
        with pytest.raises(MailPostponedError, match="is not trusted"):
            ImapMailbox(settings).send(ID, TO, MAIL)
    smtp.stop()


def test_a_server_without_tls_gets_no_password() -> None:
    with PymapStage() as stage:
        imap = {"host": "localhost", "port": stage.server.port, "security": "starttls"}
        with pytest.raises(MailPostponedError, match="has no STARTTLS"):
            list(ImapMailbox(stage.settings(imap=imap)).fetch(None))
        smtp = {"host": "localhost", "port": stage.smtp.port, "security": "starttls"}
        with pytest.raises(MailPostponedError, match=r"offers no TLS or no login here; correct mail\.smtp\.port"):
            ImapMailbox(stage.settings(smtp=smtp)).send(ID, TO, MAIL)


def test_tls_spoken_to_a_server_that_does_not_is_said() -> None:
    with PymapStage() as stage:
        imap = {"host": "localhost", "port": stage.server.port}
        with pytest.raises(MailPostponedError, match=r"correct mail\.imap\.security or mail\.imap\.port|was lost"):
            list(ImapMailbox(stage.settings(imap=imap)).fetch(None))


@pytest.mark.parametrize("file", ["missing.pem", "empty.pem"])
def test_an_authority_that_cannot_be_read_is_said(tmp_path: Path, file: str) -> None:
    (tmp_path / "empty.pem").write_text("no certificate")
    settings = table({"host": "localhost"}, {"host": "localhost"}, ca_file=tmp_path / file)
    with pytest.raises(MailPostponedError, match=r"cannot be used as certificates .*; correct mail\.ca_file"):
        list(ImapMailbox(settings).fetch(None))


# logins


@pytest.fixture
def closed() -> Iterator[tuple[PymapStage, SmtpServer]]:
    """A mailbox, and an SMTP server that wants a login."""
    with PymapStage() as stage:
        smtp = SmtpServer(US, PASSWORD, token="token-1").start()
        yield stage, smtp
        smtp.stop()


def login_at(smtp: SmtpServer, **more: object) -> dict[str, object]:
    return {"host": "127.0.0.1", "port": smtp.port, "security": "plain", **more}


def test_a_mail_goes_out_after_a_login(closed: tuple[PymapStage, SmtpServer]) -> None:
    stage, smtp = closed
    ImapMailbox(stage.settings(smtp=login_at(smtp))).send(ID, TO, MAIL)
    assert len(smtp.taken) == 1


def test_a_server_that_wants_a_login_and_gets_none_loses_no_mail(closed: tuple[PymapStage, SmtpServer]) -> None:
    """That is the settings' fault and not the mail's: it waits until they are mended."""
    stage, smtp = closed
    with pytest.raises(MailPostponedError, match="wants a login"):
        ImapMailbox(stage.settings(smtp=login_at(smtp, login=False))).send(ID, TO, MAIL)
    assert smtp.taken == []


def test_a_wrong_password_for_sending_loses_no_mail_and_is_not_shown(closed: tuple[PymapStage, SmtpServer]) -> None:
    stage, smtp = closed
    smtp.password = "changed-meanwhile"
    mailbox = ImapMailbox(stage.settings(smtp=login_at(smtp)))
    with pytest.raises(MailPostponedError, match=r"refused the login of visits@council\.example") as caught:
        mailbox.send(ID, TO, MAIL)
    assert PASSWORD not in str(caught.value)
    assert not mailbox.find_sent(ID)


@pytest.mark.parametrize("password", ['with "quotes" and \\', "with spaces ", "'; DROP", "{5}+%&"])
def test_odd_passwords_work(password: str) -> None:
    server, smtp = PymapServer(US, password).start(), SmtpServer(US, password).start()
    imap = {"host": "127.0.0.1", "port": server.port, "security": "plain"}
    ImapMailbox(table(imap, login_at(smtp), password=password)).send(ID, TO, MAIL)
    assert len(smtp.taken) == 1
    smtp.stop()
    server.stop()


# secrets


def test_a_password_is_read_from_a_file_and_may_change_there(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("first\n")
    credentials = Credentials(table({"host": "localhost"}, {"host": "localhost"}, password_file=file))
    assert credentials.secret() == "first"
    file.write_text("second\r\n")
    assert credentials.secret() == "second"


@pytest.mark.parametrize("content", [None, b"", b"\n", b"two\nlines", "Zoë".encode(), b"\xff\xfe"])
def test_a_password_file_that_cannot_be_right_is_said_by_name_and_not_by_content(
    tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "password"
    if content is not None:
        file.write_bytes(content)
    credentials = Credentials(table({"host": "localhost"}, {"host": "localhost"}, password_file=file))
    with pytest.raises(MailPostponedError, match=r"mail\.password") as caught:
        credentials.secret()
    assert "two" not in str(caught.value)


def test_no_secret_is_in_any_repr() -> None:
    oauth = {
        "token_url": "https://login.council.example/token",
        "client_id": "visits",
        "client_secret": "s3cret-1",
        "refresh_token": "s3cret-2",
    }
    for settings in (
        table({"host": "localhost"}, {"host": "localhost"}, password="s3cret-3"),
        table({"host": "localhost"}, {"host": "localhost"}, oauth=oauth),
    ):
        mailbox = ImapMailbox(settings)
        shown = f"{settings!r} {settings} {mailbox!r} {vars(mailbox)!r} {settings.model_dump()} "
        assert "s3cret" not in shown + settings.model_dump_json()


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"password": None}, "oauth"),
        ({"password_file": "x"}, "oauth"),
        ({"imap": {"host": "mail.council.example", "security": "plain"}}, "security"),
        ({"smtp": {"host": "mail.council.example", "security": "plain"}}, "security"),
        ({"imap": {"host": "user@mail.council.example"}}, "host"),
        ({"imap": {"host": ""}}, "host"),
        ({"smtp": {"host": "localhost", "port": 70000}}, "port"),
        ({"settle": "delete"}, "settle"),
        ({"oauth": {"token_url": "http://login.council.example/", "client_id": "x"}, "password": None}, "token_url"),
        ({"oauth": {"token_url": "file:///etc/passwd", "client_id": "x"}, "password": None}, "token_url"),
        ({"timeout_seconds": 0}, "timeout_seconds"),
        ({"folders": {"sent": "a\r\nb"}}, "sent"),
    ],
)
def test_settings_that_make_no_sense_are_refused_at_the_setting_that_is_wrong(
    change: dict[str, object], place: str
) -> None:
    """The place matters: what is shown of a wrong value must never be a table with a password in it."""
    settings: dict[str, object] = {
        "address": US,
        "password": PASSWORD,
        "imap": {"host": "localhost"},
        "smtp": {"host": "localhost"},
    }
    with pytest.raises(ValidationError) as caught:
        ImapMailSettings.model_validate({**settings, **change})
    found = caught.value.errors()[0]
    assert found["loc"][-1] == place
    assert PASSWORD not in str(found["input"])


def test_paths_count_from_the_configuration_files_folder(tmp_path: Path) -> None:
    own = table({"host": "localhost"}, {"host": "localhost"}, password_file="secrets/mail", ca_file="ca.pem")
    resolved = own.resolved(tmp_path)
    assert (resolved.password_file, resolved.ca_file) == (tmp_path / "secrets/mail", tmp_path / "ca.pem")
    oauth = {"token_url": "https://x.example/", "client_id": "x", "client_secret_file": "secret"}
    signed = table({"host": "localhost"}, {"host": "localhost"}, oauth=oauth).resolved(tmp_path)
    assert signed.oauth is not None
    assert signed.oauth.client_secret_file == tmp_path / "secret"
    assert signed.oauth.refresh_token_file is None


def test_the_usual_ports_and_tls_are_the_default() -> None:
    settings = table({"host": "imap.council.example"}, {"host": "smtp.council.example"})
    assert (settings.imap.security, settings.imap.real_port) == ("tls", 993)
    assert (settings.smtp.security, settings.smtp.real_port) == ("starttls", 587)


# tokens


class TokenServer:
    """Gives out token-1, token-2, …; keeps what was asked; answers with `status` where that is no 200."""

    def __init__(self, *, life: int = 3600, status: int = 200, body: bytes | None = None) -> None:
        self.asked: list[dict[str, str]] = []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                form = self.rfile.read(int(self.headers["Content-Length"])).decode()
                outer.asked.append(dict(urllib.parse.parse_qsl(form)))
                answer = {"access_token": f"token-{len(outer.asked)}", "expires_in": life, "refresh_token": "next"}
                self.send_response(status)
                self.end_headers()
                self.wfile.write(body if body is not None else json.dumps(answer).encode())

            def log_message(self, *_: object) -> None: ...

        self._server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/token"
        self._thread = threading.Thread(target=self._server.serve_forever, args=[0.02], daemon=True)

    def __enter__(self) -> "TokenServer":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def signing_in(server: TokenServer, **more: object) -> dict[str, object]:
    return {"token_url": server.url, "client_id": "visits", "client_secret": "hidden-secret", **more}


def test_a_token_takes_the_place_of_a_password_at_both_servers() -> None:
    server, smtp = PymapServer(US, "token-1", tokens=True).start(), SmtpServer(US, token="token-1").start()
    imap = {"host": "127.0.0.1", "port": server.port, "security": "plain"}
    with TokenServer() as tokens:
        mailbox = ImapMailbox(table(imap, login_at(smtp), oauth=signing_in(tokens, scope="mail.read mail.send")))
        mailbox.send(ID, TO, MAIL)
        assert mailbox.find_sent(ID)
    assert len(smtp.taken) == 1
    assert tokens.asked == [
        {
            "grant_type": "client_credentials",
            "client_id": "visits",
            "client_secret": "hidden-secret",
            "scope": "mail.read mail.send",
        }
    ]
    smtp.stop()
    server.stop()


def test_a_token_that_a_server_refuses_is_asked_for_anew() -> None:
    server, smtp = PymapServer(US, "token-2", tokens=True).start(), SmtpServer(US, token="token-2").start()
    imap = {"host": "127.0.0.1", "port": server.port, "security": "plain"}
    with TokenServer() as tokens:
        mailbox = ImapMailbox(table(imap, login_at(smtp), oauth=signing_in(tokens)))
        with pytest.raises(MailPostponedError, match=r"refused the login of .*; correct mail\.username or mail\.oauth"):
            mailbox.send(ID, TO, MAIL)
        mailbox.send(ID, TO, MAIL)
    assert len(smtp.taken) == 1
    smtp.password, smtp.token = "", "token-3"
    another = "<visit.2@council.example>"
    with TokenServer() as tokens:
        sender = ImapMailbox(table(imap, login_at(smtp), oauth=signing_in(tokens)))._smtp  # noqa: SLF001
        with pytest.raises(MailPostponedError, match="refused the login"):
            sender.send(another, TO, MAIL, lambda: None)
    assert len(smtp.taken) == 1
    smtp.stop()
    server.stop()


def test_the_words_of_xoauth2_are_those_of_the_protocol() -> None:
    assert xoauth2("someuser@example.com", "ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg") == (
        "user=someuser@example.com\x01auth=Bearer ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg\x01\x01"
    )


def test_a_token_is_used_until_it_ends_and_a_refused_one_is_forgotten() -> None:
    with TokenServer() as tokens:
        settings = table({"host": "localhost"}, {"host": "localhost"}, oauth=signing_in(tokens))
        credentials = Credentials(settings)
        assert [credentials.secret() for _ in range(3)] == ["token-1"] * 3
        credentials.forget()
        assert credentials.secret() == "token-2"
    with TokenServer(life=30) as tokens:
        credentials = Credentials(table({"host": "localhost"}, {"host": "localhost"}, oauth=signing_in(tokens)))
        assert [credentials.secret() for _ in range(2)] == ["token-1", "token-2"], "one about to end is not used"


def test_a_refresh_token_is_used_and_its_successor_after_it(tmp_path: Path) -> None:
    (tmp_path / "refresh").write_text("first\n")
    with TokenServer(life=0) as tokens:
        oauth = signing_in(tokens, refresh_token_file=tmp_path / "refresh", client_secret=None)
        credentials = Credentials(table({"host": "localhost"}, {"host": "localhost"}, oauth=oauth))
        credentials.secret()
        credentials.secret()
    assert [asked["refresh_token"] for asked in tokens.asked] == ["first", "next"]
    assert {asked["grant_type"] for asked in tokens.asked} == {"refresh_token"}


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [
        (401, b'{"error": "invalid_client", "error_description": "hidden-secret"}', r"\(401: invalid_client\)"),
        (500, b"<html>hidden-secret</html>", r"refused a token \(500\)"),
        (400, b'{"error": "hidden-secret"}', r"refused a token \(400\)"),
        (200, b"no json", "is no token server"),
        (200, b"[]", "gave no access_token"),
        (200, b'{"access_token": "two\\nlines"}', "gave no access_token"),
    ],
)
def test_a_token_that_is_not_given_is_said_without_repeating_the_answer(status: int, body: bytes, words: str) -> None:
    with TokenServer(status=status, body=body) as tokens:
        credentials = Credentials(table({"host": "localhost"}, {"host": "localhost"}, oauth=signing_in(tokens)))
        with pytest.raises(MailError, match=words) as caught:
            credentials.secret()
    assert "hidden-secret" not in str(caught.value)


def test_a_token_server_that_is_down_is_said() -> None:
    with TokenServer() as tokens:
        oauth = signing_in(tokens)
    with pytest.raises(MailPostponedError, match=r"could not be reached .*; check mail\.oauth\.token_url"):
        Credentials(table({"host": "localhost"}, {"host": "localhost"}, oauth=oauth)).secret()
