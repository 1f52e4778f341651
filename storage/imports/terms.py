"""Terms and closures from a TOML file: `[[terms]] name start end`, `[[closed]] name start end` with phase and urn."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.school_days import Closure, Term, academic_year
from storage.errors import ImportRefusedError
from storage.imports.addresses import urn_in
from storage.imports.result import ImportResult, Problem, Progress
from storage.imports.tables import clean

if TYPE_CHECKING:
    from storage.database import Store

_LONGEST_DAYS = 200
"""No term is longer; one that is has a mistyped year."""

PHASES = (
    "Nursery",
    "Primary",
    "Middle deemed primary",
    "Secondary",
    "Middle deemed secondary",
    "16 plus",
    "All-through",
    "Not applicable",
)
"""The phases of the national register (GIAS)."""


def import_terms(store: Store, path: Path, progress: Progress | None = None) -> ImportResult:
    """Add and update terms by name and academic year, with the closures, in one transaction.

    A term takes the place of the one of its name in its academic year, and of those that it overlaps. A file with terms
    settles the closures in them: earlier ones for all schools, or for a phase or school that the file names, go. Raises
    ImportRefusedError (the whole file) and StorageError.
    """
    file = _File(path.name, _text(path))
    tables = _tables(file)
    with store.write() as records:
        urns = {school.urn for school in records.schools(open_only=False)}
        terms, term_problems = _terms(file, tables["terms"])
        closures, closure_problems = _closures(file, tables["closed"], urns)
        old_terms, old_closures = records.terms(), records.closures()
        kept_terms = [term for term in old_terms if not any(_replaces(new, term) for new in terms)]
        settled = {("", ""), *((closure.phase, closure.urn) for closure in closures)}
        kept_closures = [old for old in old_closures if not (_scope(old) in settled and _within(old, terms))]
        now_terms = sorted([*kept_terms, *terms], key=lambda term: term.start)
        now_closures = list(dict.fromkeys([*kept_closures, *closures]))
        records.save_terms(now_terms, sorted(now_closures, key=lambda closure: closure.start))
    if progress is not None:
        progress(len(terms) + len(closures), len(terms) + len(closures))
    return _result(
        [*old_terms, *old_closures],
        [*now_terms, *now_closures],
        [*terms, *dict.fromkeys(closures)],
        (*term_problems, *closure_problems),
    )
