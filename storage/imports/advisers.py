"""The advisers of the team, from a table."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.model import WEEKDAYS, Adviser, Weekday
from storage.imports.cells import address_in, clean
from storage.imports.result import ImportResult, Problem, Progress, in_order
from storage.imports.tables import Columns, Row, Table, read_table, with_progress

if TYPE_CHECKING:
    from storage.database import Store

COLUMNS = Columns(
    {
        "name": ("name", "full name", "adviser", "advisor"),
        "email": ("email", "e-mail", "email address", "e-mail address", "mail"),
        "slack_id": ("slack_id", "slack id", "slack"),
        "area": ("area", "areas", "districts", "district"),
        "working_days": ("working_days", "working days", "days"),
    },
    required=("name", "email"),
)
_FIELDS = {"slack_id": "slack_id", "area": "districts", "working_days": "working_days"}
_SPELT = {
    Weekday.MON: "mon monday mo",
    Weekday.TUE: "tue tues tuesday tu",
    Weekday.WED: "wed weds wednesday we",
    Weekday.THU: "thu thur thurs thursday th",
    Weekday.FRI: "fri friday fr",
}
_DAYS = {word: day for day, words in _SPELT.items() for word in words.split()}
_RANGE = re.compile(r"\s*(?:-|–|—|\bto\b)\s*")
_BETWEEN_DAYS = re.compile(r"[\s,;/&+]+|\band\b")


def import_advisers(store: Store, path: Path, progress: Progress | None = None) -> ImportResult:
    """Add and update the advisers of the file by email, in one transaction.

    Advisers who are not in the file are kept and marked inactive, unless a row with a problem may mean them. Raises
    ImportRefusedError (the whole file) and StorageError.
    """
    table = read_table(path, COLUMNS)
    found, problems = _advisers(table, progress)
    doubtful = {address_in(row.cells["email"]) for row in table.rows} - found.keys()
    with store.write() as records:
        known = {adviser.email: adviser for adviser in records.advisers(active_only=False)}
        renewed = [_renewed(known.get(email), adviser, table) for email, adviser in found.items()]
        changed = [adviser for adviser in renewed if known.get(adviser.email) != adviser]
        missing = [adviser for email, adviser in known.items() if adviser.active and email not in found]
        unsure = bool(table.problems) or None in doubtful
        gone = [] if unsure else [adviser for adviser in missing if adviser.email not in doubtful]
        for adviser in changed:
            records.save_adviser(adviser)
        for adviser in gone:
            records.mark_adviser_left(adviser.email)
    created = sum(adviser.email not in known for adviser in changed)
    return ImportResult(
        created=created,
        updated=len(changed) - created,
        unchanged=len(found) - len(changed),
        gone=tuple(adviser.email for adviser in gone),
        problems=in_order(table.problems, problems),
    )


def _renewed(known: Adviser | None, adviser: Adviser, table: Table) -> Adviser:
    """The adviser as the file has them; what the file has no column for stays as it was."""
    if known is None:
        return adviser
    absent = {field: getattr(known, field) for column, field in _FIELDS.items() if column not in table.present}
    return replace(adviser, **absent)


def _advisers(table: Table, progress: Progress | None) -> tuple[dict[str, Adviser], list[Problem]]:
    found: dict[str, Adviser] = {}
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for row in with_progress(table.rows, progress):
        adviser = _adviser(table, row)
        if isinstance(adviser, Problem):
            problems.append(adviser)
        elif adviser.email in found:
            first = lines[adviser.email]
            reason = f"{adviser.email} stands in line {first} already; that line was taken"
            problems.append(table.problem(row, "email", reason))
        else:
            found[adviser.email] = adviser
            lines[adviser.email] = row.line
    return found, problems


def _adviser(table: Table, row: Row) -> Adviser | Problem:
    cells = row.cells
    email = address_in(cells["email"])
    if email is None:
        return table.problem(row, "email", f"“{cells['email']}” is not an email address")
    if not cells["name"]:
        return table.problem(row, "name", f"adviser {email} has no name")
    days = _working_days(cells.get("working_days", ""))
    if isinstance(days, str):
        reason = f"“{days}” in “{cells['working_days']}” is not a working day; write them as “Mon Tue Wed Thu Fri”"
        return table.problem(row, "working_days", reason)
    districts = tuple(district for part in cells.get("area", "").split(";") if (district := clean(part)))
    return Adviser(cells["name"], email, cells.get("slack_id", ""), districts, days)


def _working_days(cell: str) -> frozenset[Weekday] | str:
    """The days that the cell names ("Mon Tue", "Mon-Thu"; all five for an empty one), or the first unknown word."""
    days: set[Weekday] = set()
    for word in _BETWEEN_DAYS.split(_RANGE.sub("-", cell.casefold())):
        first, dash, last = word.strip(".").partition("-")
        if not first:
            continue
        if first not in _DAYS or (dash and last not in _DAYS):
            return word
        start = WEEKDAYS.index(_DAYS[first])
        end = WEEKDAYS.index(_DAYS[last]) if dash else start
        if end < start:
            return word
        days.update(WEEKDAYS[start : end + 1])
    return frozenset(days or WEEKDAYS)
