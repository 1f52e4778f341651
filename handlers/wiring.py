"""The one place where everything meets: from the configuration to the parts that the handlers work with."""

from __future__ import annotations

import datetime as dt
import secrets
from typing import TYPE_CHECKING

from bot.errors import PlainError
from bot.model import Hours, School
from bot.ports import Channel, Clock, Companion, Diary, Mailbox
from handlers.diary.own import OwnDiary
from handlers.parts import Parts
from handlers.sections import ChatSettings, ConnectedDiary, MaildirSettings, OwnDiarySettings
from handlers.sections_exchange import ExchangeDiarySettings, ExchangeMailSettings
from handlers.sections_graph import FeedDiarySettings, GraphDiarySettings, GraphMailSettings
from handlers.sections_imap import ImapMailSettings
from handlers.sections_slack import SlackChatSettings
from storage.database import Store, create_or_upgrade, open_database

if TYPE_CHECKING:
    from handlers.settings import Settings

INSTALLATION = "installation"


def open_store(settings: Settings, *, create: bool = False) -> Store:
    """The records of the team; raises StorageError, or PlainError where there is no database yet.

    A database of an earlier version is brought up to date.
    """
    if not create and not settings.database.path.exists():
        raise PlainError(f"There is no database {settings.database.path}; run `visitbot init` first.")
    engine = open_database(settings.database.url)
    create_or_upgrade(engine)
    store = Store(engine)
    with store.read() as records:
        known = records.note(INSTALLATION)
    if known is None:
        with store.write() as records:
            records.save_note(INSTALLATION, secrets.token_hex(16))
    return store


SENT_LAG = dt.timedelta(minutes=5)
"""How long a mail that a server has taken may not yet show in its Sent folder."""


def mailbox_for(settings: Settings) -> Mailbox:
    """The mailbox that the configuration names; raises PlainError where what it needs is not installed."""
    match settings.mail:
        case MaildirSettings() as mail:
            from handlers.mail.maildir import MaildirMailbox

            return MaildirMailbox(mail.path)
        case ImapMailSettings() as mail:
            from handlers.mail.imap import ImapMailbox

            return ImapMailbox(mail)
        case ExchangeMailSettings() as mail:
            from handlers.mail.exchange import ExchangeMailbox

            return ExchangeMailbox(mail)
        case GraphMailSettings() as mail:
            from handlers.mail.graph import GraphMailbox, Places
            from handlers.microsoft_graph import GraphClient

            places = Places(mail.box, mail.folder, mail.handled, mail.handled_name)
            return GraphMailbox(GraphClient(mail.access("mail")), places, patience=mail.sent_patience_seconds)


def diary_for(settings: Settings, clock: Clock) -> Diary:
    """The advisers' diaries that the configuration names; raises PlainError where what they need is not installed."""
    match settings.diary:
        case ExchangeDiarySettings() as diary:
            from handlers.diary.exchange import ExchangeDiary

            return ExchangeDiary(diary.connection(settings.mail), settings.mail.address)
        case GraphDiarySettings() as diary:
            from handlers.diary.graph import GraphDiary
            from handlers.microsoft_graph import GraphClient

            access, box = diary.asks_as(settings.mail)
            return GraphDiary(GraphClient(access), box)
        case FeedDiarySettings() as diary:
            from handlers.diary.feed import FeedDiary

            return FeedDiary(diary.addresses(), OwnDiary(), clock, ca_file=diary.ca_file)
        case OwnDiarySettings():
            return OwnDiary()


def channel_for(settings: Settings, store: Store, clock: Clock) -> Channel:
    """The team's channel that the configuration names; raises PlainError where what it needs is not installed."""
    match settings.chat:
        case SlackChatSettings() as chat:
            from handlers.chat.slack.channel import SlackChannel
            from handlers.chat.slack.office import SlackOffice

            return SlackChannel(SlackOffice(chat, store, clock), settings.team(), settings.policy.to_policy())
        case ChatSettings(kind="none"):
            from handlers.chat.none import NoChannel

            return NoChannel()
        case _:
            from handlers.chat.console import ConsoleChannel

            return ConsoleChannel(clock)


def companions_for(settings: Settings, parts: Parts) -> list[Companion]:
    """What works beside the rounds of `run`: the chat's listener, the mailbox's alarm clock."""
    found: list[Companion] = []
    if isinstance(settings.chat, SlackChatSettings):
        from handlers.chat.slack.channel import SlackChannel
        from handlers.chat.slack.companion import SlackCompanion

        if isinstance(parts.channel, SlackChannel):
            found.append(SlackCompanion(parts.channel.office, parts))
    if isinstance(settings.mail, ImapMailSettings):
        from handlers.mail.imap_alarm import ImapAlarm

        found.append(ImapAlarm(settings.mail))
    return found


def build(settings: Settings, clock: Clock, *, channel: Channel | None = None) -> Parts:
    """Everything the handlers need; raises PlainError. `channel` takes the place of the configured one."""
    store = open_store(settings)
    with store.read() as records:
        installation = records.note(INSTALLATION) or ""

    def hours_of(school: School) -> Hours:
        return settings.hours.to_hours(school.phase)

    return Parts(
        store=store,
        mailbox=mailbox_for(settings),
        diary=diary_for(settings, clock),
        channel=channel or channel_for(settings, store, clock),
        team=settings.team(),
        policy=settings.policy.to_policy(),
        hours_of=hours_of,
        installation=installation,
        trusted_authserv=settings.mail.trusted_authserv,
        plus_addressing=settings.mail.plus_addressing,
        digest_to=settings.digest.to,
        shared_diaries=isinstance(settings.diary, ConnectedDiary),
        shows_holds=isinstance(settings.diary, ConnectedDiary) and settings.diary.holds,
        sent_lag=dt.timedelta() if isinstance(settings.mail, MaildirSettings) else SENT_LAG,
    )
