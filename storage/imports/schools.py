"""Schools from the national register (GIAS) as published, or any table with its headers."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.model import School
from storage.imports.cells import urn_in
from storage.imports.result import ImportResult, Problem, Progress, in_order
from storage.imports.tables import Columns, Row, Table, read_table, with_progress

if TYPE_CHECKING:
    from storage.database import Store

COLUMNS = Columns(
    {
        "urn": ("URN",),
        "name": ("EstablishmentName",),
        "status": ("EstablishmentStatus (name)",),
        "type": ("TypeOfEstablishment (name)",),
        "phase": ("PhaseOfEducation (name)",),
        "local_authority": ("LA (code)",),
        "district": ("DistrictAdministrative (name)",),
        "street": ("Street",),
        "town": ("Town",),
        "postcode": ("Postcode",),
        "easting": ("Easting",),
        "northing": ("Northing",),
    },
    required=("urn", "name", "status"),
)
_OPEN = frozenset({"open", "open, but proposed to close"})
_NOT_OPEN = frozenset({"closed", "proposed to open"})
_PHASES = {"all through": "All-through"}


def import_schools(store: Store, path: Path, progress: Progress | None = None) -> ImportResult:
    """Add and update the schools of the file by URN, in one transaction.

    Closed and proposed schools are left out; one that is known and now closed is marked as not open. Schools that are
    not in the file stay as they are. Raises ImportRefusedError (the whole file) and StorageError.
    """
    table = read_table(path, COLUMNS)
    found, statuses, problems = _schools(table, progress)
    with store.write() as records:
        known = {school.urn: school for school in records.schools(open_only=False)}
        new = [school for school in found if school.urn not in known]
        created = [school for school in new if school.is_open]
        renewed = [_renewed(known[school.urn], school, table) for school in found if school.urn in known]
        updated = [school for school in renewed if known[school.urn] != school]
        records.add_schools(created)
        records.update_schools(updated)
    left_out = Counter(statuses[school.urn] for school in new if not school.is_open)
    return ImportResult(
        created=len(created),
        updated=len(updated),
        unchanged=len(renewed) - len(updated),
        left_out=tuple(left_out.items()),
        gone=tuple(school.urn for school in updated if known[school.urn].is_open and not school.is_open),
        problems=in_order(table.problems, problems),
    )


def _renewed(known: School, school: School, table: Table) -> School:
    """The school as the file has it; what the file has no column for (a smaller layout) stays as it was."""
    names = (field.name for field in fields(School) if field.name in table.present)
    return replace(known, is_open=school.is_open, **{name: getattr(school, name) for name in names})


def _schools(table: Table, progress: Progress | None) -> tuple[list[School], dict[str, str], list[Problem]]:
    found: dict[str, School] = {}
    statuses: dict[str, str] = {}
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for row in with_progress(table.rows, progress):
        school, wrong = _school(table, row)
        if school is not None and school.urn in found:
            first = lines[school.urn]
            wrong = [table.problem(row, "urn", f"{school.urn} stands in line {first} already; that line was taken")]
        elif school is not None:
            found[school.urn] = school
            lines[school.urn] = row.line
            statuses[school.urn] = row.cells["status"].casefold()
        problems += wrong
    return list(found.values()), statuses, problems


def _school(table: Table, row: Row) -> tuple[School | None, list[Problem]]:
    cells = row.cells
    urn = urn_in(cells["urn"])
    if urn is None:
        return None, [table.problem(row, "urn", f"“{cells['urn']}” is not a URN; it has five or six digits")]
    if not cells["name"]:
        return None, [table.problem(row, "name", f"school {urn} has no name")]
    status = cells["status"].casefold()
    if status not in _OPEN | _NOT_OPEN:
        return None, [table.problem(row, "status", f"“{cells['status']}” is not a status of the register")]
    phase = cells.get("phase", "")
    school = School(
        urn=urn,
        name=cells["name"],
        type=cells.get("type", ""),
        phase=_PHASES.get(phase.casefold(), phase),
        local_authority=cells.get("local_authority", ""),
        district=cells.get("district", ""),
        street=cells.get("street", ""),
        town=cells.get("town", ""),
        postcode=cells.get("postcode", ""),
        is_open=status in _OPEN,
    )
    return _with_place(table, row, school)


def _with_place(table: Table, row: Row, school: School) -> tuple[School, list[Problem]]:
    """The school with its grid reference (OSGB36, metres), if it has a whole one; 0 stands for none in the register."""
    metres: list[int] = []
    for column in ("easting", "northing"):
        cell = row.cells.get(column, "")
        if cell in ("", "0"):
            return school, []
        if not (cell.isascii() and cell.isdigit() and len(cell) <= 7):
            return school, [table.problem(row, column, f"“{cell}” is not a number of metres; taken without a place")]
        metres.append(int(cell))
    return replace(school, easting=metres[0], northing=metres[1]), []
