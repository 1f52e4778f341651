"""A decision that somebody makes on what they saw: it is carried out only while that still holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from bot.change import Cause, Change
from bot.errors import PlainError
from bot.model import Visit
from handlers.parts import Parts
from handlers.resolving import Resolver, Wish, resolve
from handlers.surroundings import Surroundings
from storage.errors import StaleVisitError
from storage.records import Records

TRIES = 3


class MovedOnError(PlainError):
    """The visit is not where it was taken to be; says what was done, and by whom."""


class _ChangedMeanwhileError(Exception):
    """Between the look and the decision the visit was changed: look again."""


def resolve_as_seen(
    parts: Parts, reference: str, look: Callable[[Records], tuple[Visit, Resolver]], wish: Wish, now: dt.datetime
) -> Visit:
    """Carry out what `look` chooses, on the very visit that it saw; raises what it raises, and CannotResolveError.

    `look` raises MovedOnError where the visit is not what was decided on; it looks again when the visit changed since.
    """
    for _ in range(TRIES):
        with parts.store.read() as records:
            seen, resolver = look(records)
        try:
            return resolve(parts, reference, _only_as_seen(seen, resolver), wish, now)
        except (_ChangedMeanwhileError, StaleVisitError):
            continue
    raise MovedOnError(f"{reference} is being changed by others just now; nothing was changed by you. Try again.")


def _only_as_seen(seen: Visit, resolver: Resolver) -> Resolver:
    def guarded(visit: Visit, around: Surroundings, cause: Cause, parts: Parts) -> Change:
        if visit.revision != seen.revision:
            raise _ChangedMeanwhileError
        return resolver(visit, around, cause, parts)

    return guarded
