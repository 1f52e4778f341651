"""What `doctor` looks at on an Exchange server: each thing tried for real, and one sentence on how to mend it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from email.utils import parsedate_to_datetime

from exchangelib.errors import ErrorFolderNotFound

from bot.ports import DiaryError
from handlers.diary.exchange import ExchangeDiary
from handlers.exchange.folders import folder_of
from handlers.exchange.mail_calls import distinguished, message_ids, open_folder
from handlers.exchange.rights import may_write
from handlers.exchange.server import ExchangeServer
from handlers.exchange.sign_in import ONLINE
from handlers.exchange.troubles import Trouble
from handlers.findings import Finding
from handlers.sections_exchange import ExchangeConnection, ExchangeMailSettings

LARGEST_SKEW = dt.timedelta(minutes=5)
ENDS = dt.date(2027, 4, 1)
_PROBE = "<doctor@visitbot.example>"
Now = Callable[[], dt.datetime]


def check_mailbox(settings: ExchangeMailSettings, now: Now) -> Iterator[Finding]:
    """The server, our sign-in, the folders, Sent Items and the clock, in this order; nothing is changed."""
    server = ExchangeServer(settings, settings.address)
    try:
        yield from _check_mailbox(server, settings, now)
    finally:
        server.close()


def check_diaries(settings: ExchangeConnection, mailbox: str, advisers: Sequence[str], now: Now) -> Iterator[Finding]:
    """Whether each adviser's free times can be seen and our entries written; nothing is changed."""
    diary = ExchangeDiary(settings, mailbox)
    today = now().date()
    try:
        for adviser in advisers:
            yield _check_diary(diary, adviser, today)
    finally:
        diary.close()


def _check_mailbox(server: ExchangeServer, settings: ExchangeMailSettings, now: Now) -> Iterator[Finding]:
    address = settings.address
    try:
        account = server.ask(lambda: server.ready(address), address)
        server.ask(lambda: open_folder(account, distinguished("inbox", address)), address)
        yield Finding("Exchange", f"{server.name} lets us open the mailbox {address}.")
        yield _check_clock(server.date_header, now())
        yield from _check_folders(server, settings)
        server.ask(lambda: message_ids(account, distinguished("sentitems", address), _PROBE, 0), address)
        yield Finding("Sent Items", "Sent mail can be looked up by its Message-ID.")
    except Trouble as trouble:
        yield Finding("Exchange", str(trouble), well=False)
        return
    if (settings.endpoint or ONLINE) == ONLINE:
        yield _check_online(now().date())


def _check_folders(server: ExchangeServer, settings: ExchangeMailSettings) -> Iterator[Finding]:
    handled = [settings.handled_name] if settings.handled == "move" else []
    for name in [settings.folder, *handled]:
        if name.casefold() == "inbox":
            continue
        there = server.ask(lambda path=name: _is_there(server, settings.address, path), settings.address)  # type: ignore[misc]
        if there:
            yield Finding("mail folder", f"{name} is there.")
        elif name in handled:
            yield Finding("mail folder", f"{name} is not there yet; it will be made with the first mail.")
        else:
            yield Finding("mail folder", f"There is no folder {name}; create it, or correct mail.folder.", well=False)


def _is_there(server: ExchangeServer, address: str, path: str) -> bool:
    try:
        folder_of(server.account(address), path)
    except ErrorFolderNotFound:
        return False
    return True


def _check_clock(header: str, now: dt.datetime) -> Finding:
    """The Date of an answer has no fraction of a second, and was some time on the way."""
    try:
        skew = now - parsedate_to_datetime(header).astimezone(dt.UTC)
    except ValueError:
        return Finding("clock", "The server does not say what time it is.")
    minutes = round(abs(skew) / dt.timedelta(minutes=1))
    if abs(skew) <= LARGEST_SKEW:
        return Finding("clock", "This machine and the server agree on the time.")
    which = "ahead of" if skew > dt.timedelta() else "behind"
    sentence = f"This machine's clock is {minutes} minutes {which} the server's; let it be set by a time server (NTP)."
    return Finding("clock", sentence, well=False)


def _check_online(today: dt.date) -> Finding:
    sentence = 'Exchange Online ends this way in on 1 April 2027; change to transport = "graph" before.'
    return Finding("Exchange Online", sentence, well=today < ENDS)


def _check_diary(diary: ExchangeDiary, adviser: str, today: dt.date) -> Finding:
    what = f"diary of {adviser}"
    try:
        diary.busy(adviser, today, today + dt.timedelta(7))
        diary.standing(adviser, [_PROBE])
        writes = diary.server.ask(lambda: may_write(diary.server.account(adviser)), adviser)
    except (DiaryError, Trouble) as error:
        return Finding(what, str(error), well=False)
    if writes is False:
        return Finding(what, f"We may read it but not write; make our account an Editor of {adviser}.", well=False)
    return Finding(what, "Free times can be seen, and visits written.")
