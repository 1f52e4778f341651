"""What went wrong on the way to a mail server, in words that say what to do; and an end to calls that hang."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Iterator

PATIENCE = 5
"""One command may take as many times the time-out: bytes that trickle in for ever never run into the time-out."""
_LONGEST_WORDS = 160


def trouble(error: Exception, server: str, table: str) -> str:
    """A sentence on a connection that failed. `server` is "imap.council.example:993", `table` the settings' table."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return (
            f"The certificate of {server} is not trusted ({error.verify_message}); "
            f"correct {table}.host, or name your authority's certificates in mail.ca_file."
        )
    if isinstance(error, ssl.SSLError):
        return f"{server} and we could not agree on TLS; correct {table}.security or {table}.port."
    if isinstance(error, socket.gaierror):
        return f"There is no server {server} to be found; correct {table}.host, or check the network."
    if isinstance(error, ConnectionRefusedError):
        return f"{server} refused the connection; correct {table}.port, or start the server."
    if isinstance(error, TimeoutError):
        return f"{server} did not answer in time; it will be tried again."
    return f"The connection to {server} was lost; it will be tried again."


def said(words: bytes | str) -> str:
    """What a server said, short, and safe to print on one line."""
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    clean = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(clean.split())[:_LONGEST_WORDS]


@contextlib.contextmanager
def watched(sock: socket.socket | None, seconds: float) -> Iterator[None]:
    """End a call that takes longer: its connection is shut, and the call fails with an OSError or an end of file."""
    timer = threading.Timer(seconds, shut, [sock])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def shut(sock: socket.socket | None) -> None:
    """Shut a connection from another thread than the one that reads from it."""
    if sock is not None:
        with contextlib.suppress(OSError):
            socket.socket.shutdown(sock, socket.SHUT_RDWR)  # not SSLSocket's own, which pulls TLS from under the reader
