"""Who speaks for which school."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from bot.model import Contact, Role
from storage.records.base import TeamRecords
from storage.tables import CONTACT

_COLUMNS = [CONTACT.c[name] for name in ("name", "role", "email", "active", "bounced")]
_ORDER = {role: rank for rank, role in enumerate((Role.DESIGNATED_TEACHER, Role.HEADTEACHER, Role.DEPUTY_HEAD))}


class ContactRecords(TeamRecords):
    """The contacts of the team's schools. Addresses are compared in lower case."""

    def contacts(self, urn: str, active_only: bool = True) -> list[Contact]:
        """A school's contacts: designated teacher, headteacher, deputy, then the others by name."""
        query = sa.select(*_COLUMNS).where(self._own(CONTACT), CONTACT.c.urn == urn)
        if active_only:
            query = query.where(CONTACT.c.active)
        return _in_order(_contact(row) for row in self._run(query))

    def contacts_by_school(self, active_only: bool = True) -> dict[str, list[Contact]]:
        """Every school's contacts by URN, in one query; schools without contacts are absent."""
        query = sa.select(CONTACT.c.urn, *_COLUMNS).where(self._own(CONTACT))
        if active_only:
            query = query.where(CONTACT.c.active)
        found: defaultdict[str, list[Contact]] = defaultdict(list)
        for urn, *row in self._run(query):
            found[urn].append(_contact(row))
        return {urn: _in_order(contacts) for urn, contacts in found.items()}

    def imported_contacts(self) -> set[tuple[str, str]]:
        """URN and email of the contacts that came from a file and are active."""
        query = sa.select(CONTACT.c.urn, CONTACT.c.email).where(
            self._own(CONTACT), CONTACT.c.imported, CONTACT.c.active
        )
        return {(urn, email) for urn, email in self._run(query)}

    def save_contact(self, urn: str, contact: Contact) -> bool:
        """Add or update a contact (the school must be known); True if it was added."""
        values = _values(contact)
        key = {"urn": urn, "email": values.pop("email")}
        if self._run(_update(self._own(CONTACT), key).values(**values)).rowcount:
            return False
        self._run(CONTACT.insert().values(team_id=self.team_id, imported=False, **key, **values))
        return True

    def add_imported_contacts(self, contacts: Sequence[tuple[str, Contact]]) -> None:
        """Add many contacts, each with its URN, that came from a file."""
        self._insert(CONTACT, [_imported(urn, contact) for urn, contact in contacts])

    def update_imported_contacts(self, contacts: Sequence[tuple[str, Contact]]) -> None:
        """Update many contacts, each with its URN, as a file has them."""
        self._update_many(CONTACT, ("urn", "email"), [_imported(urn, contact) for urn, contact in contacts])

    def deactivate_contacts(self, keys: Sequence[tuple[str, str]]) -> None:
        """Mark contacts, by URN and email, as no longer active."""
        rows = [{"urn": urn, "email": email, "active": False} for urn, email in keys]
        self._update_many(CONTACT, ("urn", "email"), rows)

    def mark_contact_left(self, email: str) -> list[str]:
        """Mark the person as gone at every school; the URNs where they were active until now."""
        urns = self.urns_of_contact(email)
        self.deactivate_contacts([(urn, email.lower()) for urn in urns])
        return urns

    def mark_contact_bounced(self, urn: str, email: str) -> None:
        """Note that mail to this address was returned for good."""
        self._run(_update(self._own(CONTACT), {"urn": urn, "email": email.lower()}).values(bounced=True))

    def urns_of_contact(self, email: str) -> list[str]:
        """The schools at which the address is an active contact."""
        return self._urns(CONTACT.c.email == email.lower(), CONTACT.c.active)

    def urns_of_domain(self, domain: str) -> list[str]:
        """The schools with any contact on that mail domain, active or not: one who left still makes it shared."""
        return self._urns(CONTACT.c.domain == domain.lower())

    def _urns(self, *conditions: sa.ColumnElement[bool]) -> list[str]:
        query = sa.select(CONTACT.c.urn).distinct().where(self._own(CONTACT), *conditions)
        return sorted(self._run(query).scalars())


def _update(own: sa.ColumnElement[bool], key: dict[str, Any]) -> sa.Update:
    return CONTACT.update().where(own, CONTACT.c.urn == key["urn"], CONTACT.c.email == key["email"])


def _contact(row: Sequence[Any]) -> Contact:
    name, role, email, active, bounced = row
    return Contact(name, Role(role) if role else None, email, active, bounced)


def _values(contact: Contact) -> dict[str, Any]:
    email = contact.email.lower()
    return {
        "email": email,
        "name": contact.name,
        "role": contact.role.value if contact.role else None,
        "domain": email.rpartition("@")[2],
        "active": contact.active,
        "bounced": contact.bounced,
    }


def _imported(urn: str, contact: Contact) -> dict[str, Any]:
    return {"urn": urn, "imported": True, **_values(contact)}


def _in_order(contacts: Iterable[Contact]) -> list[Contact]:
    def rank(contact: Contact) -> tuple[int, str, str]:
        role = len(_ORDER) if contact.role is None else _ORDER.get(contact.role, len(_ORDER))
        return role, contact.name, contact.email

    return sorted(contacts, key=rank)
