"""Dovecot, as many councils' providers run it, by an ordinary user on a free port."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from tests.fakes.certificates import Certificates

PATIENCE = 20.0
GENTLY = 0.5
_PLACES = (os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin")
_CONFIG = """\
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
default_internal_user = {user}
default_login_user = {user}
default_internal_group = {group}
mail_location = {store}:{folder}/mail
mail_fsync = never
first_valid_uid = 1
first_valid_gid = 1
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2
imap_capability = {capability}
ssl = {ssl}
{certificates}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/home
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""
BARE = "IMAP4rev1 SASL-IR LITERAL+ ENABLE NAMESPACE"
"""What a server can do that knows neither MOVE nor UIDPLUS nor IDLE."""


def dovecot_program() -> str | None:
    """Where dovecot is installed, if it is."""
    return shutil.which("dovecot", path=os.pathsep.join(_PLACES))


class DovecotServer:
    """One mailbox for whoever knows the password.

    `capability` is what the server says that it can do, "" for all of it. `store` is "mdbox", or "maildir", which is
    slow where a folder is large and can be made to forget its numbers.
    """

    def __init__(
        self, password: str, certificates: Certificates | None = None, *, capability: str = "", store: str = "mdbox"
    ) -> None:
        program = dovecot_program()
        assert program is not None, "dovecot is not installed"
        self._program = program
        self._password, self._certificates = password, certificates
        self._capability, self._store = capability, store
        self._folder = Path(tempfile.mkdtemp(prefix="visitbot-dovecot-"))
        self._process: subprocess.Popen[bytes] | None = None
        self.port, self.tls_port = _free_ports(2)

    def start(self) -> DovecotServer:
        """Listen; ready when this returns."""
        user = pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
        for name in ("run", "state", "home", "mail"):
            (self._folder / name).mkdir(parents=True, exist_ok=True)
        self._write_config(user)
        if os.getuid() == 0:
            for path in (self._folder, *self._folder.rglob("*")):
                os.chown(path, user.pw_uid, user.pw_gid)
        self._process = subprocess.Popen(
            [self._program, "-F", "-c", str(self._folder / "dovecot.conf")],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
            **({"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if os.getuid() == 0 else {}),
        )
        self._wait()
        return self

    def restart(self) -> None:
        """As after a crash of the machine: every connection is gone."""
        self._end()
        self.start()

    def forget_numbers(self) -> None:
        """The mailbox as after a restore from a backup: every mail has a new UID, and UIDVALIDITY another value."""
        assert self._store == "maildir"
        self._end()
        for path in (self._folder / "mail").glob("dovecot*"):
            path.unlink()
        time.sleep(1.1)  # UIDVALIDITY is the second in which it was made
        self.start()

    def stop(self) -> None:
        """End it, and take its folder away."""
        self._end()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(GENTLY)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # a session of its own: nobody else is in it
        process.wait(PATIENCE)
        if process.stderr:
            process.stderr.close()

    def _write_config(self, user: pwd.struct_passwd) -> None:
        import grp

        own = self._certificates
        lines = f"ssl_cert = <{self._folder}/server.pem\nssl_key = <{self._folder}/server.key" if own else ""
        if own:
            shutil.copy(own.certificate, self._folder / "server.pem")
            shutil.copy(own.key, self._folder / "server.key")
        (self._folder / "dovecot.conf").write_text(
            _CONFIG.format(
                folder=self._folder,
                user=user.pw_name,
                group=grp.getgrgid(user.pw_gid).gr_name,
                uid=user.pw_uid,
                gid=user.pw_gid,
                password=self._password,
                port=self.port,
                tls_port=self.tls_port if own else 0,
                ssl="yes" if own else "no",
                certificates=lines,
                capability=self._capability,
                store=self._store,
            )
        )

    def _wait(self) -> None:
        process = self._process
        assert process is not None
        for _ in range(int(PATIENCE / 0.02)):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            if process.poll() is not None:
                break
            time.sleep(0.02)
        said = process.stderr.read() if process.stderr and process.poll() is not None else b""
        log = self._folder / "log"
        raise AssertionError(f"dovecot did not start: {said!r} {log.read_text() if log.exists() else ''}")


def _free_ports(count: int) -> list[int]:
    held = [socket.socket() for _ in range(count)]
    for one in held:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports
