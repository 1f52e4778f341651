"""`doctor`: looks at every configured part, and says what is wrong and how to mend it."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bot.addressing import first_to_write_to
from bot.errors import PlainError
from bot.local_time import local_day
from bot.offering import campaign_terms
from bot.ports import Clock
from handlers.findings import Finding, wrong
from handlers.sections import MaildirSettings, OwnDiarySettings
from handlers.sections_exchange import ExchangeDiarySettings, ExchangeMailSettings
from handlers.sections_graph import FeedDiarySettings, GraphDiarySettings, GraphMailSettings
from handlers.sections_imap import ImapMailSettings
from handlers.sections_slack import SlackChatSettings
from handlers.settings import Settings
from handlers.wiring import diary_for, open_store
from storage.database import Store
from storage.records import Records

ENOUGH_SPACE = 200_000_000
"""Bytes that a year of mail for 400 schools takes, with room to spare."""


def examine(settings: Settings, clock: Clock) -> list[Finding]:
    """Every check, in the order in which things are set up; `clock` is what other clocks are compared with."""
    findings = [*_mail(settings, clock), _disk(settings.database.path)]
    try:
        store = open_store(settings)
        with store.read() as records:
            findings.append(Finding("database", f"{settings.database.path} can be read."))
            findings.extend(check(records, settings, local_day(clock.now())) for check in _RECORD_CHECKS)
            advisers = [adviser.email for adviser in records.advisers()]
        findings.extend(_diaries(settings, advisers, clock))
        findings.extend(_chat(settings, store, clock))
    except PlainError as error:
        findings.append(wrong("database", str(error)))
    return findings


def _mail(settings: Settings, clock: Clock) -> Iterator[Finding]:
    match settings.mail:
        case MaildirSettings() as mail:
            yield from _mail_folders(mail.path)
        case ImapMailSettings() as mail:
            from handlers.mail.imap_check import examine_imap

            yield from examine_imap(mail, clock.now)
        case ExchangeMailSettings() as mail:
            from handlers.exchange.checking import check_mailbox

            yield from check_mailbox(mail, clock.now)
        case GraphMailSettings() as mail:
            from handlers.graph_checks import check_graph_mailbox

            yield from check_graph_mailbox(mail, clock.now)


def _diaries(settings: Settings, advisers: Sequence[str], clock: Clock) -> Iterator[Finding]:
    match settings.diary:
        case ExchangeDiarySettings() as diary:
            from handlers.exchange.checking import check_diaries

            yield from check_diaries(diary.connection(settings.mail), settings.mail.address, advisers, clock.now)
        case GraphDiarySettings() as diary:
            from handlers.graph_checks import check_graph_diaries

            yield from check_graph_diaries(diary, settings.mail, advisers, clock.now)
        case FeedDiarySettings() as diary:
            from handlers.graph_checks import check_feeds

            yield from check_feeds(diary, diary_for(settings, clock), advisers, clock.now)
        case OwnDiarySettings():
            yield Finding("diaries", "None are connected; the bot knows of nothing but its own visits.")


def _chat(settings: Settings, store: Store, clock: Clock) -> Iterator[Finding]:
    if isinstance(settings.chat, SlackChatSettings):
        from handlers.chat.slack.check import check_slack

        yield from check_slack(settings.chat, store, clock)


def _mail_folders(path: Path) -> Iterator[Finding]:
    for name in ("inbox", "sent"):
        folder = path / name
        well = all((folder / part).is_dir() and os.access(folder / part, os.R_OK | os.W_OK) for part in ("new", "cur"))
        sentence = f"{folder} is a Maildir." if well else f"{folder} is no Maildir we may write; run `visitbot init`."
        yield Finding(f"mail folder {name}", sentence, well)


def _disk(path: Path) -> Finding:
    folder = path.parent if path.parent.is_dir() else Path()
    free = shutil.disk_usage(folder).free
    well = free >= ENOUGH_SPACE
    mend = "" if well else " Make room: a full disk stops all mail."
    return Finding("disk", f"{free // 1_000_000:,} MB are free beside {path.name}.{mend}", well)


def _schools(records: Records, _: Settings, __: dt.date) -> Finding:
    count = len(records.schools())
    if not count:
        return wrong("schools", "None; `visitbot import schools FILE`.")
    return Finding("schools", f"{count} open schools.")


def _contacts(records: Records, _: Settings, __: dt.date) -> Finding:
    without = [s.name for s in records.schools() if first_to_write_to(tuple(records.contacts(s.urn))) is None]
    if not without:
        return Finding("contacts", "Every school has somebody to write to.")
    named = ", ".join(without[:3]) + (" and others" if len(without) > 3 else "")
    return wrong("contacts", f"{len(without)} schools have nobody to write to: {named}; import contacts.")


def _advisers(records: Records, _: Settings, __: dt.date) -> Finding:
    count = len(records.advisers())
    if not count:
        return wrong("advisers", "None; `visitbot import advisers FILE`.")
    return Finding("advisers", f"{count} advisers.")


def _terms(records: Records, settings: Settings, today: dt.date) -> Finding:
    terms = campaign_terms(records.terms(), settings.policy.to_policy())
    if not terms:
        return wrong("terms", "No term to visit in; `visitbot import terms FILE`.")
    if terms[-1].end < today:
        return wrong("terms", "Every term is over; `visitbot import terms FILE` with those to come.")
    return Finding("terms", f"Visits are made in {', '.join(term.name for term in terms)}.")


_RECORD_CHECKS: tuple[Callable[[Records, Settings, dt.date], Finding], ...] = (_schools, _contacts, _advisers, _terms)
