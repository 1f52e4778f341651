"""The weekly digest, made from the records as they are."""

from __future__ import annotations

import datetime as dt

from bot.digest import make_coverage, make_digest
from bot.digest_values import Coverage, Digest
from bot.model import Policy, Team
from handlers.parts import Parts
from storage.records import Records


def current_digest(records: Records, parts: Parts, now: dt.datetime) -> Digest:
    """The digest of the academic year as it stands at that moment."""
    return digest_of(records, parts.team, parts.policy, now)


def digest_of(records: Records, team: Team, policy: Policy, now: dt.datetime) -> Digest:
    """The same, for who has no parts."""
    return make_digest(
        team=team,
        visits=records.visits(),
        schools={school.urn: school for school in records.schools()},
        advisers=records.advisers(),
        calendar=records.calendar_of_council(),
        now=now,
        policy=policy,
    )


def current_coverage(records: Records, parts: Parts, now: dt.datetime) -> Coverage:
    """The digest's coverage alone, for which the schools need not be read whole."""
    opened = records.urns_of_open_schools()
    return make_coverage(records.visits(), opened, records.calendar_of_council(), now, policy=parts.policy)
