import csv
import io
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from storage.errors import ImportRefusedError
from storage.imports.cells import clean
from storage.imports.tables import Columns, Table, read_table

COLUMNS = Columns({"key": ("Key",), "text": ("Text", "Words")}, required=("key", "text"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "table.csv"


def read(file: Path, content: str | bytes) -> Table:
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_table(file, COLUMNS)


def cells(table: Table) -> list[tuple[str, str]]:
    return [(row.cells["key"], row.cells["text"]) for row in table.rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_tables_of_every_usual_make_are_read(file: Path, delimiter: str, end: str) -> None:
    lines = [delimiter.join(row) for row in (("\ufeffkey ", "WORDS"), ("1", '"a, b; c"'), ("2", ""))]
    assert cells(read(file, end.join(lines))) == [("1", "a, b; c"), ("2", "")]


def test_lines_are_counted_as_an_editor_counts_them(file: Path) -> None:
    table = read(file, 'Key,Text\n1,"two\nlines"\n\n,\n2,"three\n\nlines"\n3,x\n')
    assert [(row.line, row.cells["text"]) for row in table.rows] == [(2, "two lines"), (6, "three lines"), (9, "x")]


def test_a_quotation_mark_that_is_never_closed_costs_one_row_not_the_rest(file: Path) -> None:
    rows = "".join(f"{n},x\n" for n in range(3, 500))
    table = read(file, f'Key,Text\n1,x\n2,"x\n{rows}')
    assert len(table.rows) == 498
    assert [(problem.line, problem.reason) for problem in table.problems] == [(3, "the quotation marks do not match")]


def test_a_row_cut_short_has_empty_cells_and_a_row_too_long_is_a_problem(file: Path) -> None:
    table = read(file, "Key,Text\n1\n2,x,\n3,x,y\n")
    assert cells(table) == [("1", ""), ("2", "x")]
    assert [problem.line for problem in table.problems] == [4]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\r\n\r\n , \r\n", "is empty"),
        (b"Key,Other\n1,2\n", "has no column Text; its first line must name the columns Key, Text."),
        (b"Key,Text,key\n1,2,3\n", "has two columns named Key"),
        (b"%PDF-1.7\n\x00\x01\x02\xff\xfe" * 50, "is not a table that can be read"),
        ("Key\tText\n1\tx\n".encode("utf-16"), "is not a table that can be read"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "is an old Excel file"),
        (b"PK\x03\x04" + bytes(range(256)), "is a ZIP archive or a damaged workbook"),
        (b"Key,Text\n\x81\x8d\x8f,\x90\x9d\n", "is not a table that can be read"),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(file: Path, content: bytes, words: str) -> None:
    with pytest.raises(ImportRefusedError) as error:
        read(file, content)
    assert words in str(error.value)
    assert "\n" not in str(error.value)
    assert str(error.value).endswith(".")


def test_a_zip_of_a_table_is_refused_with_what_to_do(file: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("edubasealldata.csv", "Key,Text\n1,x\n")
    with pytest.raises(ImportRefusedError, match="unpack it"):
        read(file, out.getvalue())


def test_a_file_that_is_not_there_or_is_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="There is no file"):
        read_table(tmp_path / "nothing.csv", COLUMNS)
    with pytest.raises(ImportRefusedError, match="cannot be read"):
        read_table(tmp_path, COLUMNS)


def test_a_workbook_is_known_by_its_content_not_by_its_name(file: Path) -> None:
    book = Workbook()
    for row in (["Text", "Key"], ["x", 1], [None, None], ["y", "2"]):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    table = read(file, out.getvalue())
    assert cells(table) == [("1", "x"), ("2", "y")]
    assert [row.line for row in table.rows] == [2, 4]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(
        st.tuples(
            st.text(alphabet=st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=8),
            st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), max_size=12),
        ),
        max_size=6,
    )
)
def test_whatever_was_written_as_a_table_is_read_back(file: Path, rows: list[tuple[str, str]]) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([("Key", "Text"), *rows])
    table = read(file, out.getvalue())
    assert cells(table) == [(clean(key), clean(text)) for key, text in rows if clean(key) or clean(text)]
    assert table.problems == ()


def damaged(seed: int) -> Iterator[bytes]:
    """A sound table with bytes changed, cut out and put in."""
    chance = random.Random(seed)
    sound = b'Key,Text\r\n1,"Oak, ""The"" School"\r\n2,Elm\x92s\r\n3,\xc3\xa9\r\n' * 3
    for _ in range(300):
        content = bytearray(sound)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(content))
            content[at : at + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 3))
        yield bytes(content)


@pytest.mark.parametrize("seed", range(3))
def test_a_damaged_file_is_read_or_refused_but_never_breaks_the_import(file: Path, seed: int) -> None:
    outcomes = set()
    for content in damaged(seed):
        try:
            outcomes.add(bool(read(file, content).rows))
        except ImportRefusedError as refused:
            outcomes.add(str(refused).endswith("."))
    assert True in outcomes


def workbook() -> bytes:
    book = Workbook()
    for row in (["Key", "Text"], [1, "x"], [2, "é"]):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def damaged_workbooks(seed: int) -> Iterator[bytes]:
    """A sound workbook with bytes of the archive, or of one part inside it, changed; some lack a part."""
    chance = random.Random(seed)
    sound = workbook()
    with zipfile.ZipFile(io.BytesIO(sound)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(40):
        content = bytearray(sound)
        at = chance.randrange(4, len(content))
        content[at : at + 3] = chance.randbytes(chance.randint(0, 3))
        yield bytes(content)
        name = chance.choice(list(parts))
        part = bytearray(parts[name])
        at = chance.randrange(len(part))
        part[at : at + chance.randint(0, 30)] = chance.choice([b"", b"<", b"9999", b'"', b"\xff"])
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for other in [other for other in parts if other != name]:
                archive.writestr(other, parts[other])
            if chance.random() < 0.9:
                archive.writestr(name, bytes(part))
        yield out.getvalue()


@pytest.mark.parametrize("seed", range(2))
def test_a_damaged_workbook_is_read_or_refused_but_never_breaks_the_import(file: Path, seed: int) -> None:
    outcomes = set()
    for content in damaged_workbooks(seed):
        try:
            read(file, content)
            outcomes.add("read")
        except ImportRefusedError:
            outcomes.add("refused")
    assert outcomes == {"read", "refused"}


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text())
def test_cleaning_twice_is_cleaning_once_and_leaves_nothing_unseen(file: Path, text: str) -> None:
    assert file
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert not set(cleaned) & set("\0\t\r\n\u200b\ufeff\u00a0")
