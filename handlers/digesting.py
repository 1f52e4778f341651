"""The weekly digest, made from the records as they are."""

from __future__ import annotations

import datetime as dt

from bot.digest import make_digest
from bot.digest_values import Digest
from bot.model import Policy, Team
from bot.school_days import school_calendar
from handlers.parts import Parts
from storage.records import Records


def current_digest(records: Records, parts: Parts, now: dt.datetime) -> Digest:
    """The digest of the academic year as it stands at that moment."""
    return digest_of(records, parts.team, parts.policy, now)


def digest_of(records: Records, team: Team, policy: Policy, now: dt.datetime) -> Digest:
    """The same, for who has no parts."""
    terms = records.terms()
    whole_council = tuple(item for item in records.closures() if not item.phase and not item.urn)
    return make_digest(
        team=team,
        visits=records.visits(),
        schools={school.urn: school for school in records.schools()},
        advisers=records.advisers(),
        calendar=school_calendar(terms, whole_council),
        now=now,
        policy=policy,
    )
