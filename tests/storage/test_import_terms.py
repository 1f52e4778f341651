import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.model import School
from bot.school_days import Closure, Term
from storage.database import Store
from storage.errors import ImportRefusedError
from storage.imports.result import ImportResult
from storage.imports.terms import import_terms

SPRING = Term("Spring 2027", dt.date(2027, 1, 5), dt.date(2027, 3, 25))
SUMMER = Term("Summer 2027", dt.date(2027, 4, 12), dt.date(2027, 7, 21))
HALF_TERM = Closure("Half-term", dt.date(2027, 2, 15), dt.date(2027, 2, 19))
INSET = Closure("INSET", dt.date(2027, 3, 1), dt.date(2027, 3, 1), urn="100001")
MOCKS = Closure("Mocks", dt.date(2027, 1, 11), dt.date(2027, 1, 15), phase="Secondary")

Import = Callable[..., ImportResult]


def toml(span: Term | Closure, **changes: object) -> str:
    kind = "terms" if isinstance(span, Term) else "closed"
    more = {"phase": span.phase, "urn": span.urn} if isinstance(span, Closure) else {}
    values = {"name": span.name, "start": span.start, "end": span.end, **more, **changes}
    lines = [
        f'{key} = "{value}"' if isinstance(value, str) else f"{key} = {value}" for key, value in values.items() if value
    ]
    return "\n".join([f"[[{kind}]]", *lines])


@pytest.fixture
def take(store: Store, tmp_path: Path) -> Import:
    """Imports a file of these entries."""

    def run(*entries: Term | Closure | str) -> ImportResult:
        file = tmp_path / "terms.toml"
        file.write_text("\n\n".join(entry if isinstance(entry, str) else toml(entry) for entry in entries))
        return import_terms(store, file)

    return run


def stored(store: Store) -> tuple[tuple[Term, ...], tuple[Closure, ...]]:
    with store.read() as records:
        return records.terms(), records.closures()


def test_terms_and_closures_are_taken_and_the_same_file_again_changes_nothing(store: Store, take: Import) -> None:
    assert take(SUMMER, SPRING, HALF_TERM, INSET, MOCKS) == ImportResult(created=5)
    assert stored(store) == ((SPRING, SUMMER), (MOCKS, HALF_TERM, INSET))
    assert take(SUMMER, SPRING, HALF_TERM, INSET, MOCKS) == ImportResult(unchanged=5)
    assert stored(store) == ((SPRING, SUMMER), (MOCKS, HALF_TERM, INSET))


def test_half_terms_may_be_gaps_between_terms(store: Store, take: Import) -> None:
    take(Term("Spring 1", SPRING.start, dt.date(2027, 2, 12)), Term("Spring 2", dt.date(2027, 2, 22), SPRING.end))
    with store.read() as records:
        calendar = records.calendar(School("100001", "Oak"))
    assert not calendar.is_school_day(HALF_TERM.start)
    assert calendar.is_school_day(dt.date(2027, 2, 22))


def test_dates_may_be_written_as_text(store: Store, take: Import) -> None:
    take('[[terms]]\nname = "Spring 2027"\nstart = "2027-01-05"\nend = "2027-03-25"')
    assert stored(store)[0] == (SPRING,)


def test_a_term_is_updated_by_name(store: Store, take: Import) -> None:
    take(SPRING, SUMMER)
    longer = Term(SPRING.name, SPRING.start, dt.date(2027, 3, 26))
    assert take(longer) == ImportResult(updated=1)
    assert stored(store)[0] == (longer, SUMMER)


def test_a_term_without_a_year_in_its_name_does_not_replace_last_years(store: Store, take: Import) -> None:
    this, next_ = Term("Spring", SPRING.start, SPRING.end), Term("Spring", dt.date(2028, 1, 4), dt.date(2028, 3, 31))
    take(this)
    assert take(next_) == ImportResult(created=1)
    assert stored(store)[0] == (this, next_)


def test_a_term_under_another_name_takes_the_place_of_those_it_overlaps(store: Store, take: Import) -> None:
    take(Term("Spring 1", SPRING.start, dt.date(2027, 2, 12)), Term("Spring 2", dt.date(2027, 2, 22), SPRING.end))
    result = take(SPRING)
    assert (result.created, len(result.gone)) == (1, 2)
    assert stored(store)[0] == (SPRING,)


def test_a_half_term_that_was_moved_does_not_leave_the_old_one_behind(store: Store, take: Import) -> None:
    take(SPRING, HALF_TERM)
    moved = Closure("Half-term", dt.date(2027, 2, 22), dt.date(2027, 2, 26))
    assert take(SPRING, moved) == ImportResult(updated=1, unchanged=1)
    assert stored(store)[1] == (moved,)


def test_a_schools_own_closures_stay_when_the_councils_terms_come_again(store: Store, take: Import) -> None:
    take(SPRING, HALF_TERM)
    take(INSET)
    assert take(SPRING, HALF_TERM) == ImportResult(unchanged=2)
    assert stored(store)[1] == (HALF_TERM, INSET)


@pytest.mark.parametrize(
    ("entry", "column", "reason"),
    [
        (toml(SUMMER, end=dt.date(2027, 4, 1)), "end", "before it begins"),
        (toml(SUMMER, end=dt.date(2028, 7, 21)), "end", "is the year right?"),
        (toml(SUMMER, start=dt.date(2027, 3, 20)), "start", "overlaps “Spring 2027”"),
        (toml(SUMMER, start="12 April"), "start", "is not a date"),
        (toml(SUMMER, start=5), "start", "is not a date"),
        (toml(SUMMER, start=None), "start", "is missing"),
        (toml(SUMMER, name=""), "name", "is missing"),
        (toml(SUMMER, begin="x"), "begin", "is not known here"),
        (toml(MOCKS, phase="Big school"), "phase", "is not a phase"),
        (toml(INSET, urn="12"), "urn", "no school with the URN “12”"),
    ],
)
def test_a_bad_entry_is_named_with_its_line_and_the_good_ones_go_in(
    store: Store, take: Import, entry: str, column: str, reason: str
) -> None:
    result = take(SPRING, entry, HALF_TERM)
    (problem,) = result.problems
    assert (problem.file, problem.line, problem.column) == ("terms.toml", 6, column)
    assert reason in problem.reason
    assert stored(store) == ((SPRING,), (HALF_TERM,))


def test_a_closure_of_a_school_that_nobody_knows_is_a_problem(store: Store, take: Import) -> None:
    with store.write() as records:
        records.save_school(School("100001", "Oak"))
    assert take(SPRING, INSET).problems == ()
    assert take(SPRING, toml(INSET, urn=100002)).problems[0].column == "urn"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "holds no terms"),
        ("terms = 3", "under a heading"),
        ("[terms]\nname = 'x'", "under a heading"),
        ("[[terms]\nname", "is not written as TOML"),
        ("name,start,end\nSpring,2027-01-05,2027-03-25\n", "is not written as TOML"),
    ],
)
def test_a_file_that_is_not_about_terms_is_refused_in_one_sentence(
    store: Store, take: Import, content: str, words: str
) -> None:
    take(SPRING)
    with pytest.raises(ImportRefusedError, match=words):
        take(content)
    assert stored(store) == ((SPRING,), ())


def test_bytes_that_are_no_text_and_files_that_are_not_there_are_refused(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "terms.toml"
    with pytest.raises(ImportRefusedError, match="There is no file"):
        import_terms(store, file)
    file.write_bytes(b"\xff\xfe[[terms]]")
    with pytest.raises(ImportRefusedError, match="UTF-8"):
        import_terms(store, file)
    with pytest.raises(ImportRefusedError, match="cannot be read"):
        import_terms(store, tmp_path)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.text(alphabet='[]terms closed"=\n-0123456789startnamed#', max_size=80) | st.binary(max_size=60))
def test_no_file_breaks_the_import(store: Store, tmp_path: Path, content: str | bytes) -> None:
    file = tmp_path / "terms.toml"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    try:
        assert isinstance(import_terms(store, file), ImportResult)
    except ImportRefusedError as refused:
        assert str(refused).endswith(".")  # noqa: PT017 - both outcomes are right
