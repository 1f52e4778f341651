"""Short labelled replies in their brief form, brought into the form of the other cases.

A line holds the words of a reply, one of three offers that it answers ("set"), the state, and the label: slots as
numbers of options, days that were not offered as "2027-03-16 am", people as [name, role].
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Case = Mapping[str, Any]

OFFERS: Mapping[str, tuple[str, Sequence[tuple[str, str]]]] = {
    "A": ("2027-02-24T10:00:00", (("2027-03-04", "am"), ("2027-03-09", "am"), ("2027-03-11", "pm"))),
    "B": ("2027-04-20T12:00:00", (("2027-05-05", "pm"), ("2027-05-06", "am"))),
    "C": (
        "2027-01-14T09:00:00",
        (("2027-01-26", "am"), ("2027-01-26", "pm"), ("2027-02-03", "am"), ("2027-02-08", "pm")),
    ),
}
"""When the reply arrives, and the slots that it answers."""


def in_full(brief: Case) -> Case:
    """The case with its visit, its message and its whole label; in state agreed the second slot is the agreed one."""
    now, offered = OFFERS[brief["set"]]
    slots = {str(number): {"date": date, "part": part} for number, (date, part) in enumerate(offered, 1)}
    return {
        "id": brief["id"],
        "now": now,
        "visit": {
            "reference": "VS-0001",
            "state": brief["state"],
            "school": "Oak Primary School",
            "offered": [{"option": int(number), **slot} for number, slot in slots.items()],
            "agreed": None if brief["state"] == "offered" else slots["2"],
            "contacts": [{"name": "Priya Nair", "role": "designated_teacher", "email": "p.nair@oak.example"}],
        },
        "message": {
            "from": "Priya Nair <p.nair@oak.example>",
            "subject": "RE: Virtual School visit [VS-0001]",
            "headers": {},
            "text": brief["text"],
        },
        "gold": {
            "kind": "reply",
            "action": brief["action"],
            "accepted": [slots[number] for number in brief["accepted"]],
            "ruled_out": [slots[number] for number in brief["ruled_out"]],
            "proposed": [_day(day) for day in brief["proposed"]],
            "windows": brief.get("windows", []),
            "attendees": [{"name": name, "role": role} for name, role in brief["attendees"]],
            "governor": brief["governor"],
            "sensitive": brief["sensitive"],
        },
    }


def _day(text: str) -> Case:
    date, _, part = text.partition(" ")
    return {"date": date, "part": part or None}
