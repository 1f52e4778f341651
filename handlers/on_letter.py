"""A stored letter is thought about, and the new state, its history and its effects recorded in one transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

import structlog

from bot.errors import PlainError
from bot.model import (
    Action,
    LetterState,
    ReasonCode,
    Understanding,
)
from bot.ports import DiaryError
from bot.reading.automatic import kind_of
from bot.understanding.reply import understand
from bot.wording.reasons import reason_sentence
from handlers.batches import BATCH
from handlers.carrying_out import Tally, tolerating_diary
from handlers.looking_up import Found, look_up
from handlers.parts import Parts
from handlers.settling_letters import Read, post_about_letter, record_read
from handlers.surroundings import busy_slots
from storage.errors import SlotTakenError, StaleVisitError, StorageError
from storage.stored import StoredLetter

TRIES = 3
"""How often a letter is thought about again when its visit changed, or its slot went, in the meantime."""

log = structlog.get_logger()


def handle_letters(
    parts: Parts, now: dt.datetime, tally: Tally, progress: Callable[[int, int], None] | None = None
) -> int:
    """Handle every stored letter that nobody has thought about; how many there were.

    One whose adviser's diary cannot be asked stays new, for the next round.
    """
    with parts.store.read() as records:
        waiting = records.letter_ids(LetterState.NEW)
    done = 0
    while done < len(waiting):
        done += _handle_some(parts, waiting[done : done + BATCH], now, tally)
        if progress:
            progress(done, len(waiting))
    return len(waiting)


def _handle_some(parts: Parts, letter_ids: Sequence[int], now: dt.datetime, tally: Tally) -> int:
    """Handle the first few of these letters together, or all by themselves where one stands in the others' way."""
    try:
        return _handle_together(parts, letter_ids, now)
    except Exception as error:
        if _is_ours(error) and not isinstance(error, DiaryError):
            raise
        log.debug("letters handled one by one", letters=letter_ids, fault=type(error).__name__)
    for letter_id in letter_ids:
        with tolerating_diary(tally):
            handle_letter(parts, letter_id, now)
    return len(letter_ids)


def handle_letter(parts: Parts, letter_id: int, now: dt.datetime) -> None:
    """Handle one letter; one that breaks the reader is set aside whole, for a person, and the rest go on."""
    try:
        _handle(parts, letter_id, now)
    except Exception as error:
        if _is_ours(error):
            raise
        # What broke may quote the letter, so only its kind goes into the log unless somebody asks for more.
        log.error("letter set aside", letter=letter_id, fault=type(error).__name__)  # noqa: TRY400
        log.debug("why it broke", letter=letter_id, exc_info=True)
        _set_aside(parts, letter_id, f"{type(error).__name__}: {error}", now)


def _is_ours(error: Exception) -> bool:
    """Whether the database or a diary failed, and not the letter: it stays new, and is read in the next run."""
    of_the_letter = isinstance(error, SlotTakenError | StaleVisitError)
    return isinstance(error, StorageError | DiaryError) and not of_the_letter


def _handle(parts: Parts, letter_id: int, now: dt.datetime) -> None:
    for attempt in range(1, TRIES + 1):
        try:
            _handle_together(parts, [letter_id], now)
        except (SlotTakenError, StaleVisitError):
            if attempt == TRIES:
                raise
        else:
            return


def _handle_together(parts: Parts, letter_ids: Sequence[int], now: dt.datetime) -> int:
    """Look up, think, and record: letters that have nothing to do with each other share a look and a commit.

    How many of the letters are done with, from the first on.
    """
    with parts.store.read() as records:
        found, looked_at = look_up(records, parts, letter_ids, now)
    read = [_think(parts, new, now) for new in found]
    with parts.store.write() as records:
        records.fetch_ahead({one.visit.reference for one in read if one.visit})
        for one in read:
            record_read(records, parts, one, now)
    return looked_at


def _think(parts: Parts, found: Found, now: dt.datetime) -> Read:
    letter, context = found.letter, found.context
    if context is None:
        said = Understanding(kind_of(letter), Action.HAND_OVER)
        return Read(found.letter_id, letter, found.attribution, None, None, said)
    understanding = understand(letter, context.conversation, context.calendar, found.received)
    report = letter.delivery_report
    return Read(
        letter_id=found.letter_id,
        letter=letter,
        attribution=found.attribution,
        visit=context.visit,
        offer=context.offer,
        understanding=understanding,
        permanent_bounce=bool(report and report.permanent),
        busy=busy_slots(parts, context.calendar, context.visit.adviser, context.hours, now),
    )


def _set_aside(parts: Parts, letter_id: int, error: str, now: dt.datetime) -> None:
    with parts.store.write() as records:
        stored = records.letter(letter_id)
        if stored is None:
            return
        code = ReasonCode.BROKEN_LETTER
        aside = replace(
            stored, state=LetterState.SET_ASIDE, reason_code=code, reason=reason_sentence(code), error=error[:2000]
        )
        records.save_letter(aside)
        post_about_letter(records, letter_id, code, now)


def retry(parts: Parts, letter_id: int, now: dt.datetime) -> StoredLetter:
    """Read a letter again that was held or set aside; raises PlainError where there is none, or it was acted on."""
    with parts.store.write() as records:
        stored = records.letter(letter_id)
        if stored is None:
            raise PlainError(f"No letter has the id {letter_id}; `visitbot letters` lists them.")
        if stored.state is LetterState.HANDLED:
            raise PlainError(f"Letter {letter_id} was acted on already; doing it again could book twice.")
        records.save_letter(replace(stored, state=LetterState.NEW, error=""))
    handle_letter(parts, letter_id, now)
    with parts.store.read() as records:
        return records.letter(letter_id) or stored
