import subprocess
import sys
from pathlib import Path

import sqlalchemy as sa

from bot.model import School
from storage.database import Store, open_database

_WRITER = """
import datetime as dt, sys
from bot.model import Offer, OfferedSlot, Part, Slot, Visit, VisitState
from storage.database import Store, open_database
from storage.errors import SlotTakenError

store = Store(open_database(sys.argv[1]))
first = int(sys.argv[2])
taken = 0
for number in range(first, first + 25):
    slot = Slot(dt.date(2027, 1, 4) + dt.timedelta(number - first), Part.AM)
    try:
        with store.write() as records:
            reference = records.next_reference()
            visit = Visit(reference, str(number), 2027, "a@council.example", VisitState.AGREED, agreed=slot)
            records.save_visit(visit)
    except SlotTakenError:
        taken += 1
print(taken)
"""

_CREATOR = """
import sys
from storage.database import create_or_upgrade, open_database
print(create_or_upgrade(open_database(sys.argv[1])))
"""


def together(code: str, *arguments: tuple[str, ...]) -> list[str]:
    """Run the code in one process for each row of arguments, at the same time; what each printed."""
    running = [
        subprocess.Popen([sys.executable, "-c", code, *row], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for row in arguments
    ]
    outcomes = [process.communicate(timeout=60) for process in running]
    assert [error for _, error in outcomes] == ["" for _ in arguments]
    return [out.strip() for out, _ in outcomes]


def test_two_processes_writing_at_once_lose_nothing_and_book_no_half_day_twice(store: Store, engine: sa.Engine) -> None:
    with store.write() as records:
        records.add_schools([School(str(100000 + n), f"School {n}") for n in range(50)])
    url = str(engine.url)
    taken = together(_WRITER, (url, "100000"), (url, "100025"))
    with store.read() as records:
        visits = records.visits()
    assert len(visits) == 25
    assert sum(map(int, taken)) == 25
    assert len({visit.agreed for visit in visits}) == 25
    assert len({visit.reference for visit in visits}) == 25


def test_two_processes_may_create_the_database_at_once(file: Path) -> None:
    url = f"sqlite:///{file}"
    assert sorted(together(_CREATOR, (url,), (url,))) == ["False", "True"]
    with Store(open_database(url)).read() as records:
        assert records.schools() == []
