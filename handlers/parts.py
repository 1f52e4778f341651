"""The parts of a running Visit Bot, as the handlers get them; put together in `handlers.wiring` and nowhere else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from bot.model import Hours, Policy, School, Team
from bot.ports import Channel, Diary, Mailbox
from storage.database import Store


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything a handler needs of the world.

    `installation` is this database's own secret, so that two databases never make the same Message-ID; `digest_to`
    are the managers' addresses; `hours_of` gives a school's half days; `plus_addressing` lets each
    offer have a reply address of its own. `sent_lag` is how long a mail that has gone out may not yet show in Sent;
    with `shows_holds` the half days on offer stand in the advisers' diaries too; in `shared_diaries` their owners
    move and delete entries as well.
    """

    store: Store
    mailbox: Mailbox
    diary: Diary
    channel: Channel
    team: Team
    policy: Policy
    hours_of: Callable[[School], Hours]
    installation: str
    trusted_authserv: str = ""
    plus_addressing: bool = False
    digest_to: tuple[str, ...] = ()
    sent_lag: dt.timedelta = dt.timedelta()
    shows_holds: bool = False
    shared_diaries: bool = False
