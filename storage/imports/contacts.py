"""The people at the schools, from a table of the council's own."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from bot.model import Contact, Role
from storage.imports.cells import address_in
from storage.imports.result import ImportResult, Problem, Progress, in_order
from storage.imports.roles import role_in
from storage.imports.tables import Columns, Row, Table, read_table, with_progress

if TYPE_CHECKING:
    from storage.database import Store

COLUMNS = Columns(
    {
        "urn": ("urn", "school urn"),
        "name": ("name", "full name", "contact name", "contact"),
        "role": ("role", "job title", "position"),
        "email": ("email", "e-mail", "email address", "e-mail address", "mail"),
    },
    required=("urn", "name", "role", "email"),
)

Key: TypeAlias = tuple[str, str]
"""URN and email."""


def import_contacts(store: Store, path: Path, progress: Progress | None = None) -> ImportResult:
    """Add and update the contacts of the file by URN and email, in one transaction.

    Contacts of an earlier file that are not in this one are kept and marked inactive; those that a row with a problem
    may mean, and those added by hand, stay. Raises ImportRefusedError (the whole file) and StorageError.
    """
    table = read_table(path, COLUMNS)
    with store.write() as records:
        reading = _Reading(table, {school.urn for school in records.schools(open_only=False)})
        for row in with_progress(table.rows, progress):
            reading.take(row)
        known = _by_key(records.contacts_by_school(active_only=False))
        imported = records.imported_contacts()
        found = {key: _bounced_as_before(contact, known.get(key)) for key, contact in reading.found.items()}
        added = [key for key in found if key not in known]
        changed = [key for key in found if key in known and known[key] != found[key]]
        adopted = [key for key in found if key in known and known[key] == found[key] and key not in imported]
        gone = reading.surely_gone(imported - found.keys())
        records.add_imported_contacts([(key[0], found[key]) for key in added])
        records.update_imported_contacts([(key[0], found[key]) for key in (*changed, *adopted)])
        records.deactivate_contacts(gone)
    return ImportResult(
        created=len(added),
        updated=len(changed),
        unchanged=len(found) - len(added) - len(changed),
        gone=tuple(f"{email} ({urn})" for urn, email in gone),
        problems=in_order(table.problems, reading.problems),
    )


@dataclass
class _Reading:
    """The contacts of a table, row by row, and whom its bad rows may have meant."""

    table: Table
    urns: Collection[str]
    found: dict[Key, Contact] = field(default_factory=dict)
    lines: dict[Key, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    doubtful: set[Key] = field(default_factory=set)

    def take(self, row: Row) -> None:
        """Take a row, or note why not."""
        urn, email = row.cells["urn"], address_in(row.cells["email"])
        problem = self._problem(row, urn, email)
        if problem is not None or email is None:
            self.problems += [] if problem is None else [problem]
            self.doubtful.add((urn if urn in self.urns else "", email or ""))
        elif (urn, email) in self.found:
            reason = f"{email} of {urn} stands in line {self.lines[urn, email]} already; that line was taken"
            self.problems.append(self.table.problem(row, "", reason))
        else:
            self.found[urn, email] = Contact(row.cells["name"], _role(row.cells["role"]), email)
            self.lines[urn, email] = row.line

    def _problem(self, row: Row, urn: str, email: str | None) -> Problem | None:
        role = row.cells["role"]
        if urn not in self.urns:
            return self.table.problem(row, "urn", f"no school with the URN “{urn}” has been imported")
        if email is None:
            return self.table.problem(row, "email", f"“{row.cells['email']}” is not an email address")
        if role and _role(role) is None:
            return self.table.problem(row, "role", f"the role “{role}” is not known; write “other” if no other fits")
        return None

    def surely_gone(self, missing: Collection[Key]) -> list[Key]:
        """Those of the missing that no bad row can have meant, by its school or else by its address."""
        if self.table.problems or ("", "") in self.doubtful:
            return []
        urns = {urn for urn, _ in self.doubtful if urn}
        emails = {email for urn, email in self.doubtful if not urn}
        return sorted((urn, email) for urn, email in missing if urn not in urns and email not in emails)


@lru_cache(maxsize=1024)
def _role(cell: str) -> Role | None:
    return role_in(cell) if cell else None


def _by_key(contacts: Mapping[str, Collection[Contact]]) -> dict[Key, Contact]:
    return {(urn, contact.email): contact for urn, own in contacts.items() for contact in own}


def _bounced_as_before(contact: Contact, before: Contact | None) -> Contact:
    return contact if before is None else replace(contact, bounced=before.bounced)
