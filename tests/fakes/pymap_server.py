"""pymap, an IMAP server from PyPI that keeps its mail in memory, in a thread of the test."""

from __future__ import annotations

import asyncio
import logging
from argparse import Namespace
from collections.abc import Sequence

from proxyprotocol.reader import ProxyProtocolReader
from pymap.backend.dict import DictBackend
from pymap.imap import IMAPServer
from pysasl import SASLAuth
from pysasl.creds.plain import PlainCredentials
from pysasl.creds.server import ServerCredentials
from pysasl.hashing import BuiltinHash
from pysasl.mechanism import ChallengeResponse
from pysasl.mechanism.oauth import OAuth2Mechanism

from tests.fakes.loop_thread import LoopThread

LARGEST = 60_000_000
logging.getLogger("pymap").setLevel(logging.CRITICAL)


class PymapServer:
    """One mailbox. What is named in `without` is not offered, such as "MOVE", "UIDPLUS", "IDLE".

    With `tokens` the password is an access token, and XOAUTH2 the only way in.
    """

    def __init__(self, username: str, password: str, without: tuple[str, ...] = (), *, tokens: bool = False) -> None:
        self._user, self._password = username, password
        self._tokens = tokens
        self._without = frozenset(name.encode() for name in without)
        self._thread = LoopThread(self._serve)
        self.port = 0
        self._backend: DictBackend | None = None

    def start(self) -> PymapServer:
        """Listen on a free port."""
        self._thread.start()
        self.port = self._thread.port
        return self

    def stop(self) -> None:
        """Listen no more."""
        self._thread.stop()

    async def _serve(self) -> asyncio.Server:
        arguments = Namespace(
            host="127.0.0.1",
            port=0,
            debug=False,
            cert=None,
            key=None,
            tls=False,
            demo_data=False,
            demo_user=self._user,
            demo_password=self._password,
            passlib_cfg=None,
            proxy_protocol=None,
        )
        backend, config = await DictBackend.init(
            arguments, hash_context=BuiltinHash(rounds=1)
        )  # half a million is slow
        config.apply_context()
        without, tokens = self._without, self._tokens

        class Fewer(type(config)):  # type: ignore[misc]
            @property
            def login_capability(self) -> list[bytes]:
                return [name for name in super().login_capability if name not in without]

            @property
            def tls_auth(self) -> SASLAuth:
                return SASLAuth([_Token()]) if tokens else super().tls_auth

        config.__class__ = Fewer
        answer = ProxyProtocolReader(config.proxy_protocol).get_callback(IMAPServer(backend.login, config))
        return await asyncio.start_server(answer, host="127.0.0.1", port=0, limit=LARGEST)


class _Token(OAuth2Mechanism):
    """A token is checked as a password would be."""

    def server_attempt(self, responses: Sequence[ChallengeResponse]) -> tuple[ServerCredentials, None]:  # type: ignore[override]
        given, _ = super().server_attempt(responses)
        return PlainCredentials(given.authzid, given._token or ""), None  # noqa: SLF001
