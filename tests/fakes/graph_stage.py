"""The Graph mailbox with its stand-in behind it, ready for a contract that all mailboxes keep."""

from __future__ import annotations

from bot.ports import Mailbox
from handlers.http_line import HttpLine
from handlers.mail.graph import LARGEST_SENT, GraphMailbox, Places
from handlers.microsoft_graph import GraphClient
from handlers.microsoft_sign_in import Access
from tests.fakes.graph_server import CLIENT, SECRET, TENANT, GraphServer, to_send
from tests.fakes.graph_wire import tls_files

PATIENCE = 1.0


def access_to(server: GraphServer, **changes: str) -> Access:
    """Who we are to the stand-in."""
    settings = {"tenant_id": TENANT, "client_id": CLIENT, "secret": SECRET, **changes}
    return Access(login_url=server.url, graph_url=server.url, ca_file=tls_files()[0], **settings)


def client_of(
    server: GraphServer, *, step: float = 2, whole: float = 5, waits: list[float] | None = None
) -> GraphClient:
    """A client that does not really wait between its attempts; `waits` notes for how long it would have."""
    line = HttpLine("", ca_file=tls_files()[0], step=step, whole=whole)
    noted = waits if waits is not None else []
    return GraphClient(access_to(server), line=line, sleep=noted.append, chance=lambda: 0.0)


class GraphStage:
    """A mailbox of Microsoft 365 on the loopback, with faults of the next sends on demand."""

    faults = frozenset(
        {"refused", "dropped_after_accept", "dropped_before_accept", "hang", "busy", "error_after_accept"}
    )
    largest_sent = LARGEST_SENT - 2_000
    many = 2_000  # each is two requests, over TLS and in Python on both sides

    def __init__(self) -> None:
        self.server = GraphServer()
        self._clients: list[GraphClient] = []
        self._refusals = 0

    def __enter__(self) -> GraphStage:
        self.server.listen()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def open(self) -> Mailbox:
        """A fresh client."""
        client = client_of(self.server)
        self._clients.append(client)
        mailbox = GraphMailbox(client, Places(self.server.mail.address), patience=PATIENCE)
        return _Staged(mailbox, self)

    def deliver(self, raw: bytes) -> None:
        self.server.mail.deliver(raw)

    def sent(self) -> list[bytes]:
        return list(self.server.mail.sent)

    def inbox_left(self) -> int:
        return len(self.server.mail.in_folder("inbox"))

    def fault(self, name: str, times: int = 1) -> None:
        """Let the next sends go wrong."""
        if name not in self.faults:
            raise KeyError(name)
        if name == "refused":
            self._refusals = times
            self.server.stop_listening()
        else:
            self.server.fault(name, times, to_send)

    def attempted(self) -> None:
        """A send has been tried: after the last refusal somebody is at the address again."""
        if self._refusals:
            self._refusals -= 1
            if not self._refusals:
                self.server.listen()

    def somebody_looks(self) -> None:
        """Nothing is needed: Graph itself tells what became of a mail, a round later."""

    def close(self) -> None:
        for client in self._clients:
            client.close()
        self.server.__exit__()


class _Staged:
    """The mailbox, telling its stage of every attempt to send."""

    def __init__(self, mailbox: GraphMailbox, stage: GraphStage) -> None:
        self._mailbox = mailbox
        self._stage = stage
        self.fetch = mailbox.fetch
        self.settle = mailbox.settle
        self.find_sent = mailbox.find_sent

    def send(self, message_id: str, recipients: tuple[str, ...], mime: bytes) -> None:
        try:
            self._mailbox.send(message_id, recipients, mime)
        finally:
            self._stage.attempted()
