"""What `doctor` finds out about a mailbox by IMAP and SMTP: every step that a mail takes, tried with the server."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable, Iterator
from email.utils import parsedate_to_datetime

from bot.errors import PlainError
from handlers.findings import Finding
from handlers.mail.imap_connection import ImapConnection
from handlers.mail.imap_session import ImapSession
from handlers.mail.signing_in import Credentials
from handlers.mail.smtp import SmtpSender
from handlers.sections_imap import ImapMailSettings

MOST_SKEW = dt.timedelta(minutes=2)


def examine_imap(settings: ImapMailSettings, clock: Callable[[], dt.datetime]) -> Iterator[Finding]:
    """Connection, login, folders, what the server can do, the record of what is sent, the clock, and SMTP.

    `clock` tells the time now, aware. A probe is laid into the folder "sending" and taken out again; no mail is sent.
    """
    credentials = Credentials(settings)
    session = ImapSession(settings, credentials)
    try:
        yield from _imap(session, settings, credentials.name, clock)
    except PlainError as error:
        yield Finding("IMAP", str(error), well=False)
    finally:
        session.close()
    yield _smtp(settings, credentials)
    yield from _plus(settings)


def _imap(
    session: ImapSession, settings: ImapMailSettings, name: str, clock: Callable[[], dt.datetime]
) -> Iterator[Finding]:
    inbox = settings.folders.inbox
    session.run(lambda mailbox: mailbox.select(inbox))
    server = f"{settings.imap.host}:{settings.imap.real_port}"
    yield Finding("IMAP", f"{server} lets us in as {name}, and {inbox} can be read.")
    yield from _folders(session, settings)
    yield from session.run(lambda mailbox: _abilities(mailbox, settings))
    yield from _record(session, settings, clock)


def _folders(session: ImapSession, settings: ImapMailSettings) -> Iterator[Finding]:
    own = settings.folders
    there = session.run(lambda mailbox: mailbox.folders())
    if own.sent not in there:
        near = [f'"{name}"' for name in there if "sent" in name.casefold()]
        advice = f"set mail.folders.sent to {' or '.join(near)}" if near else "it will be made"
        yield Finding("folder sent", f'There is no folder "{own.sent}"; {advice}.', well=not near)
    for what, name in (("handled", own.handled), ("sending", own.sending)):
        try:
            session.run(lambda mailbox, name=name: mailbox.create(name))  # type: ignore[misc]
        except PlainError as error:
            shown = ", ".join(f'"{folder}"' for folder in there[:8])
            yield Finding(
                f"folder {what}",
                f'The folder "{name}" is not there and cannot be made ({error}) Make it, or set mail.folders.{what}; '
                f"folders here are called {shown}.",
                well=False,
            )
        else:
            yield Finding(f"folder {what}", f'The folder "{name}" is there.')


def _abilities(mailbox: ImapConnection, settings: ImapMailSettings) -> list[Finding]:
    moves = "MOVE" if mailbox.has("MOVE") else "UIDPLUS" if mailbox.has("UIDPLUS") else ""
    if settings.settle == "seen":
        settling = "Stored letters stay in the inbox, marked as read, as mail.settle says."
    elif moves:
        settling = f"Stored letters are moved away ({moves})."
    else:
        settling = "The server can neither MOVE nor UIDPLUS: stored letters stay in the inbox, marked as read."
    tells = "tells at once when mail comes" if mailbox.has("IDLE") else "does not tell when mail comes; it is polled"
    return [Finding("settling", settling), Finding("IDLE", f"The server {tells}.")]


def _record(session: ImapSession, settings: ImapMailSettings, clock: Callable[[], dt.datetime]) -> Iterator[Finding]:
    """That a mail just laid down is found by its Message-ID, and when the server thinks that it came."""
    sending = settings.folders.sending
    message_id = f"<probe.{secrets.token_hex(8)}@{settings.address.rpartition('@')[2]}>"
    now = clock()
    try:
        date = session.run(lambda mailbox: _probed(mailbox, sending, message_id, settings.address))
    except PlainError as error:
        yield Finding("record of mails", f'"{sending}" cannot be written: {error}', well=False)
        return
    if date is None:
        yield Finding(
            "record of mails",
            f'A mail laid into "{sending}" is not found by its Message-ID; without that nobody can tell what was sent. '
            "Ask the server's administrator about SEARCH HEADER.",
            well=False,
        )
        return
    yield Finding("record of mails", f'A mail in "{sending}" is found by its Message-ID.')
    yield _clock(date, now)


def _probed(mailbox: ImapConnection, folder: str, message_id: str, address: str) -> str | None:
    """The server's date of a probe, None where it was not found; the probe is gone then."""
    mailbox.append(folder, f"From: {address}\r\nMessage-ID: {message_id}\r\nSubject: Visit Bot doctor\r\n\r\n".encode())
    mailbox.select(folder)
    mailbox.notice()
    found = mailbox.search(f'UNDELETED HEADER Message-ID "{message_id}"')
    dates = mailbox.dates(found)
    for uid in found:
        mailbox.take_out(uid)
    return dates[0] if dates else None


def _clock(date: str, now: dt.datetime) -> Finding:
    try:
        skew = parsedate_to_datetime(date.replace("-", " ", 2)) - now
    except (ValueError, TypeError):
        return Finding("clock", f"Not compared: the mail server's date {date!r} cannot be read.")
    if abs(skew) <= MOST_SKEW:
        return Finding("clock", "This machine's clock agrees with the mail server's.")
    minutes = round(abs(skew).total_seconds() / 60)
    side = "behind" if skew > dt.timedelta() else "ahead of"
    return Finding(
        "clock",
        f"This machine's clock is {minutes} minutes {side} the mail server's; have it set over the network (NTP).",
        well=False,
    )


def _smtp(settings: ImapMailSettings, credentials: Credentials) -> Finding:
    server = f"{settings.smtp.host}:{settings.smtp.real_port}"
    try:
        SmtpSender(settings, credentials).check()
    except PlainError as error:
        return Finding("SMTP", str(error), well=False)
    way = f"lets us in as {credentials.name}" if settings.smtp.login else "takes mail without a login"
    return Finding("SMTP", f"{server} {way}.")


def _plus(settings: ImapMailSettings) -> Iterator[Finding]:
    if settings.plus_addressing:
        local, _, domain = settings.address.partition("@")
        yield Finding(
            "plus addressing",
            f"Answers are asked for at {local}+…@{domain}; write to {local}+test@{domain} and see that it arrives.",
        )
