"""pymap, an IMAP server from PyPI that keeps its mail in memory, in a thread of the test."""

from __future__ import annotations

import asyncio
import logging
from argparse import Namespace

from proxyprotocol.reader import ProxyProtocolReader
from pymap.backend.dict import DictBackend
from pymap.imap import IMAPServer
from pysasl.hashing import BuiltinHash

from tests.fakes.loop_thread import LoopThread

LARGEST = 60_000_000
logging.getLogger("pymap").setLevel(logging.CRITICAL)


class PymapServer:
    """One mailbox. `capabilities` taken out of `without` are not offered, such as "MOVE", "UIDPLUS", "IDLE"."""

    def __init__(self, username: str, password: str, without: tuple[str, ...] = ()) -> None:
        self._user, self._password = username, password
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
        without = self._without

        class Fewer(type(config)):  # type: ignore[misc]
            @property
            def login_capability(self) -> list[bytes]:
                return [name for name in super().login_capability if name not in without]

        config.__class__ = Fewer
        answer = ProxyProtocolReader(config.proxy_protocol).get_callback(IMAPServer(backend.login, config))
        return await asyncio.start_server(answer, host="127.0.0.1", port=0, limit=LARGEST)
