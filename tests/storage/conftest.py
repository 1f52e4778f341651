import datetime as dt
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.model import Attendee, Offer, OfferedSlot, OfferState, Part, Role, School, Slot, Visit, VisitState
from storage.database import Store, create_or_upgrade, open_database
from storage.tables import Base

NOW = dt.datetime(2026, 11, 2, 9, 30, tzinfo=dt.UTC)


@pytest.fixture
def now() -> dt.datetime:
    return NOW


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "visitbot.db"


@pytest.fixture
def engine(file: Path) -> Iterator[sa.Engine]:
    engine = open_database(f"sqlite:///{file}")
    create_or_upgrade(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def store(engine: sa.Engine) -> Store:
    return Store(engine)


POSTGRESQL = os.environ.get("VISITBOT_TEST_POSTGRESQL", "")


@pytest.fixture(params=["sqlite", *(["postgresql"] if POSTGRESQL else [])])
def any_store(request: pytest.FixtureRequest, file: Path) -> Iterator[Store]:
    """A store on SQLite, and on the PostgreSQL whose URL VISITBOT_TEST_POSTGRESQL names (its tables are dropped)."""
    url = f"sqlite:///{file}" if request.param == "sqlite" else POSTGRESQL
    engine = open_database(url)
    create_or_upgrade(engine)
    yield Store(engine)
    if request.param == "postgresql":
        with engine.begin() as connection:
            Base.metadata.drop_all(connection)
            connection.exec_driver_sql("DROP TABLE alembic_version")
            connection.exec_driver_sql("DROP FUNCTION history_cannot_be_rewritten")
    engine.dispose()


@pytest.fixture
def a_visit() -> Callable[..., Visit]:
    """Builds a visit of school 1000NN with two offers; the second is open and has three slots."""

    def build(number: int, **changes: object) -> Visit:
        first = dt.date(2027, 1, 5) + dt.timedelta(7 * number)
        closed = tuple(OfferedSlot(n, Slot(first + dt.timedelta(n), Part.AM)) for n in (1, 2))
        open_ = tuple(OfferedSlot(n, Slot(first + dt.timedelta(n), Part.PM)) for n in (1, 2, 3))
        values: dict[str, object] = {
            "reference": f"VS-{number:04d}",
            "urn": f"1000{number:02d}",
            "academic_year": 2027,
            "adviser": "advis.er@council.example",
            "state": VisitState.OFFERED,
            "attendees": (Attendee("Tom Askew", Role.GOVERNOR), Attendee(None, Role.SENCO, "senco@school.example")),
            "offers": (
                Offer(
                    1,
                    closed,
                    state=OfferState.CLOSED,
                    recorded_at=NOW,
                    sent_at=NOW,
                    chases=2,
                    chase_on=dt.date(2026, 11, 9),
                ),
                Offer(2, open_, recorded_at=NOW),
            ),
        }
        return Visit(**{**values, **changes})

    return build


@pytest.fixture
def schools() -> list[School]:
    return [School(f"1000{n:02d}", f"School {n:02d}", phase="Primary") for n in range(1, 31)]
