import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from email.message import EmailMessage

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.effects import MailKind
from bot.model import Attendee, Hours, Role
from bot.wording.make_proforma import make_template
from bot.wording.material import MailMaterial
from bot.wording.proforma import TEMPLATE, Person, ProformaFacts, proforma, proforma_facts

EMPTY = ProformaFacts("", "", "", "", "", "", ())


def document_in(mail: EmailMessage) -> docx.document.Document:
    (form,) = mail.iter_attachments()
    content = form.get_content()
    assert isinstance(content, bytes)
    return docx.Document(io.BytesIO(content))


def rows_of(document: docx.document.Document, table: int) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[table].rows]


def test_a_reminder_brings_the_form_with_the_visit_filled_in(sent: Callable[..., EmailMessage]) -> None:
    document = document_in(sent(MailKind.REMINDER))
    assert rows_of(document, 0) == [
        ["School", "Hethersett Oak Primary School"],
        ["Address", "Oak Lane, Hethersett, NR9 3XX"],
        ["URN", "121001"],
        ["Reference", "VS-0421"],
        ["Date and time", "Tuesday 26 January 2027, morning (9:15am to 12:15pm)"],
        ["Adviser", "Alex Marsh"],
    ]
    people = rows_of(document, 2)
    assert people[:3] == [
        ["Name", "Role", "Took part"],
        ["Tom Askew", "Governor", ""],
        ["Priya Nair", "Designated teacher", ""],
    ]
    assert people[3:] == [["", "", ""]] * 3


def test_an_offer_brings_the_form_with_the_date_still_open(sent: Callable[..., EmailMessage]) -> None:
    assert rows_of(document_in(sent(MailKind.OFFER)), 0)[4] == ["Date and time", ""]


def test_the_form_asks_what_a_visit_is_about_in_numbers_alone() -> None:
    document = docx.Document(io.BytesIO(proforma(EMPTY)))
    headings = " ".join(p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 1")
    for subject in ("Attendance", "Attainment", "education plans", "premium", "exclusions", "Training", "Governance"):
        assert subject in headings
    assert "Actions" in headings
    assert "Numbers only." in document.tables[1].rows[0].cells[0].text
    assert not re.search(r"[{}]", document.element.xml.partition("<w:body>")[2])


def test_a_pupil_is_not_named_in_the_form(material: Callable[..., MailMaterial]) -> None:
    visit = material(MailKind.REMINDER).visit
    assert visit is not None
    visit = replace(visit, attendees=(Attendee("Jayden Poole", Role.PUPIL),))
    facts = proforma_facts("VS-0421", None, None, visit, None, Hours())
    assert facts.people == (Person("", "Pupil"),)


@given(st.text(max_size=60))
@settings(max_examples=40, deadline=None)
def test_no_name_breaks_the_form(name: str) -> None:
    facts = proforma_facts("VS-0421", None, None, None, None, Hours())
    clean = replace(facts, school=" ".join(character for character in name if character.isprintable()))
    document = docx.Document(io.BytesIO(proforma(clean)))
    assert document.tables[0].rows[0].cells[1].text == clean.school


def test_the_same_visit_always_has_the_same_form() -> None:
    assert proforma(EMPTY) == proforma(EMPTY)


def test_the_template_in_the_house_is_the_one_that_the_script_makes() -> None:
    made = io.BytesIO()
    make_template().save(made)
    with zipfile.ZipFile(made) as fresh, zipfile.ZipFile(TEMPLATE) as kept:
        assert fresh.read("word/document.xml") == kept.read("word/document.xml")
    assert TEMPLATE.stat().st_size < 40_000
