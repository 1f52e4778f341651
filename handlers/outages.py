"""A service that cannot be reached: noted, told in the channel once after a while, and told again when it is back.

How long it has been down is kept in the database, so that it holds across restarts. The channel learns which service
and since when, never an address or a word of a mail (law 3); the log has the reason.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace

from bot.effects import PostEffect
from bot.wording.lines import back, unreachable
from handlers.parts import Parts
from handlers.patience import pause
from storage.records import Records

INBOX = "inbox"
"""Fetching mail, beside the services that carry out effects."""
TOLD_AFTER = dt.timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Outage:
    """Since when a service is down (UTC), when that was last seen, how often in a row, and if the channel knows."""

    since: dt.datetime
    last: dt.datetime
    failures: int = 1
    told: bool = False

    def next_try(self) -> dt.datetime:
        """The moment before which it need not be tried again."""
        return self.last + pause(self.failures, number=round(self.since.timestamp()))


def outage(records: Records, service: str) -> Outage | None:
    """The outage of a service, if it is down as far as known."""
    text = records.note(_name(service))
    if not text:
        return None
    kept = json.loads(text)
    return Outage(
        since=dt.datetime.fromisoformat(kept["since"]),
        last=dt.datetime.fromisoformat(kept["last"]),
        failures=kept["failures"],
        told=kept["told"],
    )


def note_outages(parts: Parts, failed: Iterable[str], worked: Iterable[str], now: dt.datetime) -> None:
    """Record which services failed and which worked in a round, and what the channel is to be told of it."""
    failed, worked = set(failed), set(worked) - set(failed)
    with parts.store.read() as records:
        known = {service: outage(records, service) for service in failed | worked}
    if not failed and not any(known.values()):
        return
    with parts.store.write() as records:
        for service in sorted(failed):
            _fail(records, service, known[service], now)
        for service in sorted(worked):
            _recover(records, service, known[service], now)


def _fail(records: Records, service: str, before: Outage | None, now: dt.datetime) -> None:
    after = replace(before, last=now, failures=before.failures + 1) if before else Outage(now, now)
    if not after.told and now - after.since >= TOLD_AFTER:
        after = replace(after, told=True)
        key = f"outage/{service}/{after.since.isoformat()}"
        records.add_effect(PostEffect(key=key, reference="", text=unreachable(service, after.since)), now)
    records.save_note(_name(service), json.dumps(asdict(after), default=dt.datetime.isoformat))


def _recover(records: Records, service: str, before: Outage | None, now: dt.datetime) -> None:
    if before is None:
        return
    if before.told:
        key = f"outage/{service}/{before.since.isoformat()}/over"
        records.add_effect(PostEffect(key=key, reference="", text=back(service, before.since)), now)
    records.save_note(_name(service), "")


def _name(service: str) -> str:
    return f"outage/{service}"
