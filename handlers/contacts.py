"""People at schools: one is added by hand; one leaves, and their visits are written about to the next one."""

from __future__ import annotations

from dataclasses import replace

from bot.addressing import first_to_write_to
from bot.errors import WrongUseError
from bot.model import Contact
from storage.database import Store
from storage.imports.cells import address_in
from storage.imports.roles import role_in
from storage.records import Records


def contact_from(name: str, role: str, email: str) -> Contact:
    """A contact as typed by a person; raises WrongUseError."""
    address, known = address_in(email.strip()), role_in(role)
    if address is None:
        raise WrongUseError(f'"{email}" is not an email address.')
    if known is None:
        raise WrongUseError(f'"{role}" is not a role that is known; write for example designated_teacher.')
    if name.strip() in ("", "NAME"):
        raise WrongUseError("A contact needs a name; write it after --name.")
    return Contact(" ".join(name.split()), known, address)


def contact_left(store: Store, email: str) -> list[str]:
    """Mark the person as gone at every school; open visits go on with the next contact. The schools' names."""
    with store.write() as records:
        urns = records.mark_contact_left(email)
        _write_to_who_is_there(records)
        return [school.name for urn in urns if (school := records.school(urn))]


def contacts_changed(store: Store) -> None:
    """After an import: visits whose contact is no longer at the school go on with the next one."""
    with store.write() as records:
        _write_to_who_is_there(records)


def _write_to_who_is_there(records: Records) -> None:
    there = records.contacts_by_school()
    for visit in records.visits():
        contacts = tuple(there.get(visit.urn, ()))
        following = first_to_write_to(contacts)
        if following is not None and all(contact.email != visit.contact for contact in contacts):
            records.save_visit(replace(visit, contact=following.email))
