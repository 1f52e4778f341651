"""The people of a visit, in words."""

from __future__ import annotations

from bot.model import Attendee, Governor, Role, Visit
from bot.wording.plain import one_line, sentence_case

ROLE_NAMES: dict[Role, str] = {
    Role.GOVERNOR: "governor",
    Role.DESIGNATED_TEACHER: "designated teacher",
    Role.HEADTEACHER: "headteacher",
    Role.DEPUTY_HEAD: "deputy headteacher",
    Role.SENCO: "SENCO",
    Role.SAFEGUARDING_LEAD: "safeguarding lead",
    Role.PASTORAL: "pastoral staff",
    Role.PUPIL_PREMIUM_LEAD: "pupil premium lead",
    Role.ATTENDANCE: "attendance lead",
    Role.BUSINESS_MANAGER: "business manager",
    Role.CLASS_TEACHER: "class teacher",
    Role.TEACHING_ASSISTANT: "teaching assistant",
    Role.PUPIL: "pupil",
    Role.OTHER: "other staff",
}
GOVERNOR_SENTENCES: dict[Governor, str] = {
    Governor.NAMED: "",
    Governor.UNNAMED: "Governor still to be named. Please tell us who it will be.",
    Governor.UNAVAILABLE: "No governor can take part, as you told us.",
    Governor.NOT_MENTIONED: "Governor still to be named. Please ask a governor to take part, and tell us who.",
}
GOVERNOR_WORDS: dict[Governor, str] = {
    Governor.NAMED: "named",
    Governor.UNNAMED: "still to be named",
    Governor.UNAVAILABLE: "cannot take part",
    Governor.NOT_MENTIONED: "still to be named",
}


def role_name(role: Role | None) -> str:
    """The role in plain words, "" where none was given."""
    return "" if role is None else ROLE_NAMES[role]


def attendee_text(attendee: Attendee) -> str:
    """One person: "Tom Askew (governor)", "Tom Askew" or "Headteacher". A pupil is never named."""
    role = role_name(attendee.role)
    if attendee.role is Role.PUPIL or not attendee.name:
        return sentence_case(role)
    known = role and attendee.role is not Role.OTHER
    return f"{one_line(attendee.name)} ({role})" if known else one_line(attendee.name)


def attendee_lines(visit: Visit) -> tuple[str, ...]:
    """Who takes part, one line a person; a governor without a name is told of by `governor_sentence`."""
    known = (person for person in visit.attendees if person.name or person.role is not Role.GOVERNOR)
    return tuple(text for text in map(attendee_text, known) if text)


def attendee_roles(visit: Visit) -> tuple[str, ...]:
    """Who takes part, by role alone: for the channel and the digest, which name nobody of a school."""
    return tuple(role_name(person.role) or "role not given" for person in visit.attendees)


def governor_sentence(visit: Visit) -> str:
    """What the school still has to say about a governor; "" where one is named."""
    return GOVERNOR_SENTENCES[visit.governor]
