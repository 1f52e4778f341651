import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from bot.model import Contact, Role, School
from storage.database import Store
from storage.errors import ImportRefusedError
from storage.imports.contacts import import_contacts
from storage.imports.result import ImportResult
from storage.imports.roles import role_in

HEADER = "urn,name,role,email"
PRIYA = "100001,Priya Nair,designated_teacher,p.nair@oak.example"
HEAD = "100001,Sam Hill,headteacher,head@oak.example"
ELM = "100002,Jo Elm,Designated Teacher,jo@elm.example"

Import = Callable[..., ImportResult]


@pytest.fixture
def take(store: Store, schools: list[School], tmp_path: Path) -> Import:
    """Imports a file of these rows under the usual header."""
    with store.write() as records:
        records.add_schools(schools)

    def run(*rows: str, header: str = HEADER) -> ImportResult:
        file = tmp_path / "contacts.csv"
        file.write_text("\n".join([header, *rows]) + "\n")
        return import_contacts(store, file)

    return run


def active(store: Store) -> set[str]:
    with store.read() as records:
        return {contact.email for contacts in records.contacts_by_school().values() for contact in contacts}


def test_contacts_are_taken_and_the_same_file_again_changes_nothing(store: Store, take: Import) -> None:
    assert take(PRIYA, HEAD) == ImportResult(created=2)
    assert take(HEAD, PRIYA) == ImportResult(unchanged=2)
    with store.read() as records:
        assert records.contacts("100001") == [
            Contact("Priya Nair", Role.DESIGNATED_TEACHER, "p.nair@oak.example"),
            Contact("Sam Hill", Role.HEADTEACHER, "head@oak.example"),
        ]


def test_a_contact_is_updated_by_school_and_address(store: Store, take: Import) -> None:
    take(PRIYA, ELM)
    result = take(PRIYA.replace("Nair", "Nair-Jones").replace("p.nair", "P.Nair"), ELM)
    assert (result.created, result.updated, result.unchanged) == (0, 1, 1)
    with store.read() as records:
        assert [contact.name for contact in records.contacts("100001")] == ["Priya Nair-Jones"]


def test_one_person_may_speak_for_two_schools(store: Store, take: Import) -> None:
    assert take(PRIYA, PRIYA.replace("100001", "100002")).created == 2
    with store.read() as records:
        assert records.urns_of_contact("p.nair@oak.example") == ["100001", "100002"]


def test_contacts_that_are_gone_are_kept_marked_and_named(store: Store, take: Import) -> None:
    take(PRIYA, HEAD, ELM)
    result = take(PRIYA, ELM)
    assert result.gone == ("head@oak.example (100001)",)
    assert active(store) == {"p.nair@oak.example", "jo@elm.example"}
    with store.read() as records:
        assert len(records.contacts("100001", active_only=False)) == 2
    assert take(PRIYA, ELM).gone == ()
    assert take(PRIYA, HEAD, ELM).updated == 1
    assert "head@oak.example" in active(store)


def test_a_contact_added_by_hand_survives_an_import_that_does_not_know_them(store: Store, take: Import) -> None:
    take(PRIYA)
    with store.write() as records:
        records.save_contact("100001", Contact("New Head", Role.HEADTEACHER, "new@oak.example"))
    assert take(PRIYA).gone == ()
    assert "new@oak.example" in active(store)
    assert take(PRIYA, "100001,New Head,headteacher,new@oak.example").unchanged == 2
    assert take(PRIYA).gone == ("new@oak.example (100001)",)


def test_an_address_whose_mail_came_back_is_not_trusted_again_by_an_import(store: Store, take: Import) -> None:
    take(PRIYA)
    with store.write() as records:
        records.mark_contact_bounced("100001", "p.nair@oak.example")
    assert take(PRIYA) == ImportResult(unchanged=1)
    with store.read() as records:
        assert records.contacts("100001")[0].bounced


@pytest.mark.parametrize(
    "slip",
    [
        HEAD.replace("head@oak.example", "head@oak"),
        HEAD.replace("headteacher", "head chef"),
        HEAD.replace("100001", "10001"),
        HEAD.replace("100001", "10001").replace("head@", "head(at)"),
        '100001,"Sam Hill,headteacher,head@oak.example',
    ],
)
def test_a_slip_in_a_row_does_not_lose_the_contact_it_was_about(store: Store, take: Import, slip: str) -> None:
    take(PRIYA, HEAD)
    result = take(PRIYA, slip)
    assert len(result.problems) == 1
    assert result.gone == ()
    assert "head@oak.example" in active(store)


def test_bad_rows_are_named_and_the_good_ones_go_in(store: Store, take: Import) -> None:
    result = take(
        PRIYA,
        "999999,A,SENCO,a@oak.example",
        "100001,B,SENCO,b at oak.example",
        "100001,C,dragon keeper,c@oak.example",
        "100001,Priya Again,SENCO,P.NAIR@oak.example",
        "",
        HEAD,
    )
    assert result.created == 2
    assert [(problem.line, problem.column) for problem in result.problems] == [
        (3, "urn"),
        (4, "email"),
        (5, "role"),
        (6, ""),
    ]
    assert "no school with the URN “999999”" in result.problems[0].reason
    assert "stands in line 2 already" in result.problems[3].reason
    assert active(store) == {"p.nair@oak.example", "head@oak.example"}


@pytest.mark.parametrize(
    "email",
    [
        "", "@", "a@", "@b.example", "a b@c.example", "a@b", "a@b..example", "a@@b.example", ".a@b.example",
        "a.@b.example", "a@b.example; c@d.example", "a@-b.example", "A <a@b.example> B",
        "x" * 65 + "@b.example", "a@" + "b" * 250 + ".example", "a@b.1",
    ],
)  # fmt: skip
def test_what_is_no_address_is_never_written_to(take: Import, email: str) -> None:
    result = take(f'100001,A,SENCO,"{email}"')
    assert result.created == 0
    assert [problem.column for problem in result.problems] == ["email"]


@pytest.mark.parametrize("email", ["mailto:O'Brien@Oak.example", " o'brien@oak.example ", "<o’brien@oak.example>"])
def test_addresses_as_spreadsheets_write_them_are_understood(store: Store, take: Import, email: str) -> None:
    take(f'100001,A,SENCO,"{email}"')
    assert active(store) == {"o'brien@oak.example"}


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("designated_teacher", Role.DESIGNATED_TEACHER),
        ("Designated Teacher", Role.DESIGNATED_TEACHER),
        ("Designated Teacher for LAC & Previously LAC", Role.DESIGNATED_TEACHER),
        ("Headteacher and Designated Teacher", Role.DESIGNATED_TEACHER),
        ("DT/SENCO", Role.DESIGNATED_TEACHER),
        ("Head", Role.HEADTEACHER),
        ("Executive Headteacher", Role.HEADTEACHER),
        ("Principal", Role.HEADTEACHER),
        ("Deputy Head", Role.DEPUTY_HEAD),
        ("Vice Principal", Role.DEPUTY_HEAD),
        ("Assistant Headteacher", Role.OTHER),
        ("Chair of Governors", Role.GOVERNOR),
        ("SENCO", Role.SENCO),
        ("SENDCo", Role.SENCO),
        ("Designated Safeguarding Lead", Role.SAFEGUARDING_LEAD),
        ("School Business Manager", Role.BUSINESS_MANAGER),
        ("Head of Year", Role.PASTORAL),
        ("other", Role.OTHER),
        ("Head Chef", None),
        ("Dragon keeper", None),
        ("", None),
        ("?", None),
    ],
)
def test_roles_are_understood_by_code_and_by_usual_name(written: str, role: Role | None) -> None:
    assert role_in(written) is role


def test_every_role_is_understood_by_its_code() -> None:
    assert [role_in(role.value) for role in Role] == list(Role)


def test_a_row_without_a_role_is_taken_without_one(store: Store, take: Import) -> None:
    assert take("100001,The Office,,office@oak.example") == ImportResult(created=1)
    with store.read() as records:
        assert records.contacts("100001")[0].role is None


def test_usual_names_of_columns_are_understood(take: Import) -> None:
    result = take("x,SENCO,a@oak.example,A,100001", header="Notes,Job title,E-mail Address,Full Name,School URN")
    assert result == ImportResult(created=1)


@pytest.mark.parametrize("column", ["urn", "name", "role", "email"])
def test_a_file_without_a_needed_column_is_refused_and_nobody_is_marked_gone(
    store: Store, take: Import, column: str
) -> None:
    take(PRIYA)
    with pytest.raises(ImportRefusedError, match=f"no column {column};"):
        take(ELM, header=HEADER.replace(column, "something"))
    assert active(store) == {"p.nair@oak.example"}


def test_a_workbook_is_read_like_a_table_of_text(store: Store, take: Import, tmp_path: Path) -> None:
    take(PRIYA)
    book = Workbook()
    sheet = book.active
    sheet.append(["Email", None, "URN", "Role", "Name", "Since"])
    sheet.append(["p.nair@oak.example", None, 100001, "designated_teacher", "Priya Nair", dt.datetime(2020, 9, 1)])  # noqa: DTZ001
    sheet.append([None, None, None, None, None, None])
    sheet.append(["head@oak.example", None, 100001.0, "Head", "Sam\u00a0Hill ", None])
    sheet.append(["wrong", None, 100001, "Head", "X", True])
    file = tmp_path / "contacts.xlsx"
    book.save(file)
    result = import_contacts(store, file)
    assert (result.created, result.unchanged) == (1, 1)
    assert [(problem.line, problem.column) for problem in result.problems] == [(5, "email")]
    with store.read() as records:
        assert records.contacts("100001")[1] == Contact("Sam Hill", Role.HEADTEACHER, "head@oak.example")
