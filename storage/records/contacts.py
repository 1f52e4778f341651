"""Who speaks for which school."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.model import Contact, Role
from storage.records.base import TeamRecords, among, own, same
from storage.tables import CONTACT

_COLUMNS = [CONTACT.c[name] for name in ("name", "role", "email", "active", "bounced")]
_ALL = sa.select(CONTACT.c.urn, *_COLUMNS).where(own(CONTACT))
_ACTIVE = _ALL.where(CONTACT.c.active)
_OF_SCHOOLS = _ALL.where(among(CONTACT.c.urn))
_IMPORTED = sa.select(CONTACT.c.urn, CONTACT.c.email).where(own(CONTACT), CONTACT.c.imported, CONTACT.c.active)
_URNS = sa.select(CONTACT.c.urn).distinct().where(own(CONTACT))
_URNS_OF_CONTACT = _URNS.where(same(CONTACT.c.email), CONTACT.c.active)
_URNS_OF_DOMAIN = _URNS.where(same(CONTACT.c.domain))
_ORDER = {role: rank for rank, role in enumerate((Role.DESIGNATED_TEACHER, Role.HEADTEACHER, Role.DEPUTY_HEAD))}


class ContactRecords(TeamRecords):
    """The contacts of the team's schools. Addresses are compared in lower case; each school is asked for once."""

    def __init__(self, session: Session, team_id: int, *, writing: bool) -> None:
        super().__init__(session, team_id, writing=writing)
        self._contacts: dict[str, list[Contact]] = {}

    def contacts(self, urn: str, active_only: bool = True) -> list[Contact]:
        """A school's contacts: designated teacher, headteacher, deputy, then the others by name."""
        self._fetch_contacts([urn])
        return [contact for contact in self._contacts[urn] if contact.active or not active_only]

    def contacts_by_school(self, active_only: bool = True) -> dict[str, list[Contact]]:
        """Every school's contacts by URN, in one query; schools without contacts are absent."""
        return _by_urn(self._ask(_ACTIVE if active_only else _ALL))

    def imported_contacts(self) -> set[tuple[str, str]]:
        """URN and email of the contacts that came from a file and are active."""
        return {(urn, email) for urn, email in self._ask(_IMPORTED)}

    def save_contact(self, urn: str, contact: Contact) -> bool:
        """Add or update a contact (the school must be known); True if it was added."""
        self._contacts.clear()
        values = _values(contact)
        key = {"urn": urn, "email": values.pop("email")}
        return self._upsert(CONTACT, key, values, {"imported": False})

    def add_imported_contacts(self, contacts: Sequence[tuple[str, Contact]]) -> None:
        """Add many contacts, each with its URN, that came from a file."""
        self._contacts.clear()
        self._insert(CONTACT, [_imported(urn, contact) for urn, contact in contacts])

    def update_imported_contacts(self, contacts: Sequence[tuple[str, Contact]]) -> None:
        """Update many contacts, each with its URN, as a file has them."""
        self._contacts.clear()
        self._update_many(CONTACT, ("urn", "email"), [_imported(urn, contact) for urn, contact in contacts])

    def deactivate_contacts(self, keys: Sequence[tuple[str, str]]) -> None:
        """Mark contacts, by URN and email, as no longer active."""
        self._contacts.clear()
        rows = [{"urn": urn, "email": email, "active": False} for urn, email in keys]
        self._update_many(CONTACT, ("urn", "email"), rows)

    def mark_contact_left(self, email: str) -> list[str]:
        """Mark the person as gone at every school; the URNs where they were active until now."""
        urns = self.urns_of_contact(email)
        self.deactivate_contacts([(urn, email.lower()) for urn in urns])
        return urns

    def mark_contact_bounced(self, urn: str, email: str) -> None:
        """Note that mail to this address was returned for good."""
        self._contacts.clear()
        self._update_many(CONTACT, ("urn", "email"), [{"urn": urn, "email": email.lower(), "bounced": True}])

    def urns_of_contact(self, email: str) -> list[str]:
        """The schools at which the address is an active contact."""
        return sorted(self._ask(_URNS_OF_CONTACT, the_email=email.lower()).scalars())

    def urns_of_domain(self, domain: str) -> list[str]:
        """The schools with any contact on that mail domain, active or not: one who left still makes it shared."""
        return sorted(self._ask(_URNS_OF_DOMAIN, the_domain=domain.lower()).scalars())

    def _fetch_contacts(self, urns: Iterable[str]) -> None:
        """Read the contacts of those schools that are not known yet in one query, for `contacts` to have."""
        missing = sorted(set(urns) - self._contacts.keys())
        if missing:
            found = _by_urn(self._ask(_OF_SCHOOLS, these_urn=missing))
            self._contacts.update({urn: found.get(urn, []) for urn in missing})


def _by_urn(rows: Iterable[Sequence[Any]]) -> dict[str, list[Contact]]:
    found: defaultdict[str, list[Contact]] = defaultdict(list)
    for urn, *row in rows:
        found[urn].append(_contact(row))
    return {urn: _in_order(contacts) for urn, contacts in found.items()}


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
