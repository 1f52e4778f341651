"""The proforma: the form used on the day of a visit, a Word file with the visit's own details filled in.

A Word file is a zip of XML, of which only `word/document.xml` differs from visit to visit. docxtpl prepares that part
once (it mends what Word splits, and knows rows that repeat); after that each proforma costs one rendering of a compiled
template and one small member added to a zip whose other members are ready.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bot.model import Adviser, Attendee, Hours, Role, School, Slot, Visit
from bot.wording.dates import slot_text
from bot.wording.people import role_name
from bot.wording.plain import one_line, sentence_case

if TYPE_CHECKING:
    from jinja2 import Template

DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEMPLATE = Path(__file__).parent / "templates" / "proforma.docx"
_BODY = "word/document.xml"
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Person:
    """One row of those who take part."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class ProformaFacts:
    """What is filled in; "" leaves room to write."""

    school: str
    address: str
    urn: str
    reference: str
    date: str
    adviser: str
    people: tuple[Person, ...]


def proforma_facts(
    reference: str,
    school: School | None,
    adviser: Adviser | None,
    visit: Visit | None,
    agreed: Slot | None,
    hours: Hours,
) -> ProformaFacts:
    """What is known of a visit, in words; an offer's proforma has no date yet."""
    place = (school.street, school.town, school.postcode) if school else ()
    return ProformaFacts(
        school=one_line(school.name) if school else "",
        address=", ".join(filter(None, map(one_line, place))),
        urn=one_line(school.urn) if school else "",
        reference=one_line(reference),
        date=slot_text(agreed, hours) if agreed else "",
        adviser=one_line(adviser.name) if adviser else "",
        people=tuple(map(_person, visit.attendees)) if visit else (),
    )


def proforma(facts: ProformaFacts) -> bytes:
    """The Word file (.docx). The same facts always give the same bytes."""
    body = _body_template().render(
        school=facts.school,
        address=facts.address,
        urn=facts.urn,
        reference=facts.reference,
        date=facts.date,
        adviser=facts.adviser,
        people=facts.people,
    )
    made = io.BytesIO()
    made.write(_other_members())
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(_BODY, _ZIP_EPOCH), body.encode(), zipfile.ZIP_DEFLATED, 1)
    return made.getvalue()


def _person(attendee: Attendee) -> Person:
    name = "" if attendee.role is Role.PUPIL else one_line(attendee.name or "")
    return Person(name, sentence_case(role_name(attendee.role)))


@cache
def _body_template() -> Template:
    from docxtpl import DocxTemplate
    from jinja2 import Environment, StrictUndefined

    with zipfile.ZipFile(TEMPLATE) as archive:
        source = archive.read(_BODY).decode()
    # values are escaped: a school's name can hold an ampersand
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    return environment.from_string(DocxTemplate(str(TEMPLATE)).patch_xml(source))


@cache
def _other_members() -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(TEMPLATE) as archive, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as ready:
        for name in sorted(archive.namelist()):
            if name != _BODY:
                ready.writestr(zipfile.ZipInfo(name, _ZIP_EPOCH), archive.read(name), zipfile.ZIP_DEFLATED)
    return kept.getvalue()
