"""How things stand, in a few lines: for people, and for a health check."""

from __future__ import annotations

from collections import Counter

from bot.model import LetterState, WaitingFor
from storage.database import Store
from storage.stored import EffectState


def status_lines(store: Store) -> tuple[list[str], int]:
    """Lines for people, and how many effects have failed for good."""
    with store.read() as records:
        visits = records.visits()
        letters = records.letter_counts()
        effects = records.effect_counts()
        schools, advisers = len(records.schools()), len(records.advisers())
    states = Counter(visit.state.value.replace("_", " ") for visit in visits)
    waiting = sum(visit.waiting_for is WaitingFor.ADVISER for visit in visits)
    failed = effects.get(EffectState.FAILED, 0)
    return [
        f"Schools: {schools}; advisers: {advisers}; visits: {len(visits)}",
        f"Visits: {_counts(states)}; waiting for an adviser: {waiting}",
        f"Letters: {_counts({state.value.replace('_', ' '): letters.get(state, 0) for state in LetterState})}",
        f"Effects: {_counts({state.value.replace('_', ' '): effects.get(state, 0) for state in EffectState})}",
    ], failed


def _counts(counts: dict[str, int] | Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items() if count) or "none"
