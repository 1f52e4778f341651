import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.model import School
from storage.database import Store
from storage.errors import ImportRefusedError
from storage.imports.result import ImportResult
from storage.imports.schools import import_schools

SHARED = Path(__file__).parents[2].parent / "shared" / "data"
HEADER = (
    "URN,LA (code),LA (name),EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),"
    "PhaseOfEducation (name),Street,Town,Postcode,DistrictAdministrative (name),Easting,Northing"
)
OAK = "100001,926,Norfolk,Oak School,Academy,Open,Primary,Oak Lane,Norwich,NR1 1AA,Norwich,620000,310000"

Import = Callable[[str | bytes], ImportResult]


@pytest.fixture
def take(store: Store, tmp_path: Path) -> Import:
    """Imports a file of these lines or bytes."""

    def run(content: str | bytes) -> ImportResult:
        file = tmp_path / "schools.csv"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return import_schools(store, file)

    return run


def schools(store: Store, *, open_only: bool = True) -> dict[str, School]:
    with store.read() as records:
        return {school.urn: school for school in records.schools(open_only)}


def shared(name: str) -> Path:
    file = SHARED / name
    if not file.exists():
        pytest.skip(f"the shared extract {name} is not here")
    return file


def test_a_school_is_taken_with_all_that_the_register_says(store: Store, take: Import) -> None:
    assert take(f"{HEADER}\n{OAK}\n") == ImportResult(created=1)
    oak = School(
        "100001", "Oak School", "Academy", "Primary", "926", "Norwich", "Oak Lane", "Norwich", "NR1 1AA", 620000, 310000
    )
    assert schools(store) == {"100001": oak}


def test_the_same_file_again_changes_nothing_and_a_newer_one_updates(store: Store, take: Import) -> None:
    take(f"{HEADER}\n{OAK}\n")
    assert take(f"{HEADER}\n{OAK}\n") == ImportResult(unchanged=1)
    assert take(f"{HEADER}\n{OAK.replace('Oak School', 'Oak Academy')}\n") == ImportResult(updated=1)
    assert schools(store)["100001"].name == "Oak Academy"


def test_columns_are_found_by_name_wherever_they_stand(take: Import) -> None:
    titles, cells = HEADER.split(","), OAK.split(",")
    mixed = f"{','.join(['Extra', *reversed(titles)])}\n{','.join(['x', *reversed(cells)])}\n"
    take(f"{HEADER}\n{OAK}\n")
    assert take(mixed) == ImportResult(unchanged=1)


def test_a_smaller_layout_does_not_wipe_what_it_has_no_column_for(store: Store, take: Import) -> None:
    take(f"{HEADER}\n{OAK}\n")
    take("URN,EstablishmentName,EstablishmentStatus (name)\n100001,Oak Primary,Open\n")
    oak = schools(store)["100001"]
    assert (oak.name, oak.easting, oak.postcode) == ("Oak Primary", 620000, "NR1 1AA")


@pytest.mark.parametrize(
    ("status", "taken"),
    [("Open", True), ("Open, but proposed to close", True), ("Closed", False), ("Proposed to open", False)],
)
def test_only_open_schools_are_taken(store: Store, take: Import, status: str, taken: bool) -> None:
    result = take(f"{HEADER}\n{OAK.replace('Open', chr(34) + status + chr(34))}\n")
    assert bool(schools(store)) is taken
    assert result.left_out == (() if taken else ((status.casefold(), 1),))


def test_a_school_that_has_closed_is_kept_and_marked(store: Store, take: Import) -> None:
    take(f"{HEADER}\n{OAK}\n")
    result = take(f"{HEADER}\n{OAK.replace('Open', 'Closed')}\n")
    assert (result.updated, result.gone) == (1, ("100001",))
    assert schools(store) == {}
    assert schools(store, open_only=False)["100001"].is_open is False


def test_a_school_that_is_not_in_the_file_stays_as_it_is(store: Store, take: Import) -> None:
    take(f"{HEADER}\n{OAK}\n")
    take(f"{HEADER}\n{OAK.replace('100001', '100002')}\n")
    assert set(schools(store)) == {"100001", "100002"}


def test_bad_rows_are_named_and_the_good_ones_go_in(store: Store, take: Import) -> None:
    rows = [
        OAK,
        OAK.replace("100001", "1234"),
        OAK.replace("100001", "seven"),
        OAK.replace("100001", "100002").replace("Oak School", ""),
        OAK.replace("100001", "100003").replace("Open", "Haunted"),
        OAK,
        OAK.replace("100001", "100004").replace("Oak School", "Oak, School"),
        '100005,926,"Norfolk,Open',
        OAK.replace("100001", "100006").replace("620000", "six"),
        OAK.replace("100001", "100007"),
    ]
    result = take("\n".join([HEADER, *rows]) + "\n")
    assert set(schools(store)) == {"100001", "100006", "100007"}
    assert schools(store)["100006"].easting is None
    assert [(problem.line, problem.column) for problem in result.problems] == [
        (3, "URN"),
        (4, "URN"),
        (5, "EstablishmentName"),
        (6, "EstablishmentStatus (name)"),
        (7, "URN"),
        (8, ""),
        (9, ""),
        (10, "Easting"),
    ]
    assert str(result.problems[0]) == "schools.csv, line 3, URN: “1234” is not a URN; it has five or six digits"
    assert "stands in line 2 already" in result.problems[4].reason
    assert "a comma inside a cell needs quotation marks" in result.problems[5].reason


@pytest.mark.parametrize(
    "name", ["Ste Marie à Becket’s — 240°", "St Peter's"], ids=["accents and typographic marks", "plain"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_names_are_right_in_every_usual_encoding(store: Store, take: Import, name: str, encoding: str) -> None:
    take(f"{HEADER}\r\n{OAK.replace('Oak School', name)}\r\n".encode(encoding))
    assert schools(store)["100001"].name == name


def test_stray_spaces_and_windows_leftovers_are_cleaned(store: Store, take: Import) -> None:
    untidy = OAK.replace("Oak School", "  St\u00a0Peter\u0092s   School\u00a0 ")
    take(f"{HEADER}\n{untidy}\n")
    assert schools(store)["100001"].name == "St Peter’s School"


def test_progress_is_told_to_the_end(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "schools.csv"
    rows = "".join(f"{100000 + n},S{n},Open\n" for n in range(2500))
    file.write_text(f"URN,EstablishmentName,EstablishmentStatus (name)\n{rows}")
    told: list[tuple[int, int]] = []
    import_schools(store, file, lambda done, total: told.append((done, total)))
    assert told == [(0, 2500), (1000, 2500), (2000, 2500), (2500, 2500)]


def test_a_file_refused_by_the_database_leaves_nothing_half_written(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "schools.csv"
    rows = "".join(f"{100000 + n},S{n},Open\n" for n in range(2000))
    file.write_text(f"URN,EstablishmentName,EstablishmentStatus (name)\n{rows}")
    with store.engine.begin() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER stop BEFORE INSERT ON school WHEN NEW.urn = '101500' BEGIN SELECT RAISE(ABORT, 'stop'); END"
        )
    with pytest.raises(Exception, match="stop"):
        import_schools(store, file)
    assert schools(store) == {}


@pytest.mark.parametrize("missing", ["URN", "EstablishmentName", "EstablishmentStatus (name)"])
def test_a_file_without_a_needed_column_is_refused_whole(take: Import, missing: str) -> None:
    with pytest.raises(ImportRefusedError) as error:
        take(f"{HEADER.replace(missing, 'Something')}\n{OAK}\n")
    assert f"no column {missing};" in str(error.value)
    assert str(error.value).endswith(".")


def test_the_register_as_published_for_maintained_schools(store: Store) -> None:
    file = shared("gias-norfolk.csv")
    with file.open(encoding="cp1252", newline="") as opened:
        rows = list(csv.DictReader(opened))
    result = import_schools(store, file)
    assert (result.created, result.problems, result.left_out) == (len(rows), (), ())
    taken = schools(store)
    assert {urn: school.name for urn, school in taken.items()} == {
        row["URN"]: " ".join(row["EstablishmentName"].split()) for row in rows
    }
    assert all(school.local_authority == "926" and school.easting is None for school in taken.values())
    assert import_schools(store, file) == ImportResult(unchanged=len(rows))


def test_the_register_with_places_completes_the_register_without(store: Store) -> None:
    import_schools(store, shared("gias-norfolk.csv"))
    before = schools(store)
    result = import_schools(store, shared("norfolk-derived.csv"))
    after = schools(store)
    assert result.problems == ()
    assert (result.created, result.updated) == (len(after) - len(before), len(before))
    assert all(school.easting and school.northing for school in after.values())
    assert all(after[urn].street == school.street for urn, school in before.items())


def test_the_awkward_schools_of_the_register(store: Store) -> None:
    result = import_schools(store, shared("gias-tricky.csv"))
    taken = schools(store)
    assert result.problems == ()
    assert dict(result.left_out) == {"closed": 4, "proposed to open": 2}
    assert taken["149679"].name == "St Michael's Roman Catholic Primary School, a Voluntary Academy"
    assert taken["138950"].name.startswith("St Thomas à Becket")
    assert taken["148322"].name == "North Star 240°"
    assert taken["120831"].is_open
    assert taken["100171"].phase == "All-through"
    assert taken["20594"].phase == ""
    assert (taken["100002"].easting, taken["100002"].northing) == (532160, 181151)


def test_childrens_centres_with_short_urns_are_read(store: Store) -> None:
    result = import_schools(store, shared("gias-childrens-centres-norfolk.csv"))
    assert (result.created, result.problems) == (15, ())


def test_a_table_of_something_else_is_refused(store: Store) -> None:
    with pytest.raises(ImportRefusedError, match="no column EstablishmentName"):
        import_schools(store, shared("gias-links-norfolk.csv"))


def test_quoting_as_the_register_does_it_is_read(store: Store, take: Import) -> None:
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(HEADER.split(","))
    writer.writerow(
        [*OAK.replace("Oak School", 'The "Oak", a school').split(",")[:3], 'The "Oak", a\nschool', *OAK.split(",")[4:]]
    )
    assert take(out.getvalue()).problems == ()
    assert schools(store)["100001"].name == 'The "Oak", a school'
