"""Whom at a school to write to."""

from __future__ import annotations

from bot.model import Contact, Role

WRITE_TO_FIRST = (Role.DESIGNATED_TEACHER, Role.HEADTEACHER, Role.DEPUTY_HEAD)
"""Whom we write to: the designated teacher, else the head, else the deputy, else whoever is known."""


def in_order_of_address(contacts: tuple[Contact, ...]) -> tuple[Contact, ...]:
    """The active contacts in the order in which they are tried; those whose mail came back are still among them."""
    order = {role: rank for rank, role in enumerate(WRITE_TO_FIRST)}
    last = len(order)
    active = (contact for contact in contacts if contact.active)
    return tuple(sorted(active, key=lambda contact: order.get(contact.role, last) if contact.role else last))


def first_to_write_to(contacts: tuple[Contact, ...]) -> Contact | None:
    """The contact to write to, None where none can be reached."""
    return next((contact for contact in in_order_of_address(contacts) if not contact.bounced), None)
