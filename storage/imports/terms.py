"""Terms and closures from a TOML file: `[[terms]] name start end`, `[[closed]] name start end` with phase and urn."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from bot.school_days import Closure, Term, academic_year
from storage.imports.result import ImportResult, Problem, Progress
from storage.imports.term_files import TermFile, read_term_file

if TYPE_CHECKING:
    from storage.database import Store

_Span: TypeAlias = Term | Closure


def import_terms(store: Store, path: Path, progress: Progress | None = None) -> ImportResult:
    """Add and update terms by name and academic year, with the closures, in one transaction.

    A term takes the place of the one of its name in its academic year, and of those that it overlaps. A file with terms
    settles the closures in them: earlier ones for all schools, or for a phase or school that the file names, go. Raises
    ImportRefusedError (the whole file) and StorageError.
    """
    with store.write() as records:
        file = read_term_file(path, {school.urn for school in records.schools(open_only=False)})
        before: list[_Span] = [*records.terms(), *records.closures()]
        terms = _merged_terms(records.terms(), file)
        closures = _merged_closures(records.closures(), file)
        records.save_terms(terms, closures)
    given: list[_Span] = list(dict.fromkeys([*file.terms, *file.closures]))
    if progress is not None:
        progress(len(given), len(given))
    return _result(before, [*terms, *closures], given, file.problems)


def _merged_terms(before: Sequence[Term], file: TermFile) -> list[Term]:
    kept = [term for term in before if not any(_replaces(new, term) for new in file.terms)]
    return sorted([*kept, *file.terms], key=lambda term: term.start)


def _replaces(new: Term, old: Term) -> bool:
    overlaps = old.start <= new.end and new.start <= old.end
    return overlaps or _key(new) == _key(old)


def _merged_closures(before: Sequence[Closure], file: TermFile) -> list[Closure]:
    scopes = {("", ""), *((closure.phase, closure.urn) for closure in file.closures)}

    def settled(closure: Closure) -> bool:
        first, last = (file.terms[0].start, file.terms[-1].end) if file.terms else (closure.end, closure.start)
        return (closure.phase, closure.urn) in scopes and first <= closure.start and closure.end <= last

    kept = [closure for closure in before if not (file.terms and settled(closure))]
    return sorted(dict.fromkeys([*kept, *file.closures]), key=lambda closure: closure.start)


def _result(
    before: Collection[_Span], now: Collection[_Span], given: Collection[_Span], problems: tuple[Problem, ...]
) -> ImportResult:
    replaced = [span for span in before if span not in now]
    new = [span for span in given if span not in before]
    updated = 0
    for span in new:
        twin = next((old for old in replaced if _key(old) == _key(span)), None)
        if twin is not None:
            replaced.remove(twin)
            updated += 1
    return ImportResult(
        created=len(new) - updated,
        updated=updated,
        unchanged=len(given) - len(new),
        gone=tuple(f"{span.name} ({span.start} to {span.end})" for span in replaced),
        problems=problems,
    )


def _key(span: _Span) -> tuple[str, int, str, str]:
    scope = (span.phase, span.urn) if isinstance(span, Closure) else ("", "term")
    return span.name.casefold(), academic_year(span.start), *scope
