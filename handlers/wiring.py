"""The one place where everything meets: from the configuration to the parts that the handlers work with."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from bot.errors import PlainError
from bot.model import Hours, School, Team
from bot.ports import Channel, Clock, Mailbox
from handlers.diary.own import OwnDiary
from handlers.parts import Parts
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


def mailbox_for(settings: Settings) -> Mailbox:
    """The mailbox that the configuration names."""
    from handlers.mail.maildir import MaildirMailbox

    return MaildirMailbox(settings.mail.path)


def channel_for(settings: Settings, clock: Clock) -> Channel:
    """The team's channel that the configuration names."""
    if settings.chat.kind == "none":
        from handlers.chat.none import NoChannel

        return NoChannel()
    from handlers.chat.console import ConsoleChannel

    return ConsoleChannel(clock)


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
        diary=OwnDiary(),
        channel=channel or channel_for(settings, clock),
        team=Team(settings.mail.address, settings.mail.name, settings.hours.to_hours()),
        policy=settings.policy.to_policy(),
        hours_of=hours_of,
        installation=installation,
        trusted_authserv=settings.mail.trusted_authserv,
        plus_addressing=settings.mail.plus_addressing,
        digest_to=settings.digest.to,
    )
