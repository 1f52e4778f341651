import subprocess
import sys
from pathlib import Path

from storage.database import Store, open_database

_JOBS = """
import sys, time
from dbos import DBOS, DBOSClient
from storage.database import Store, create_or_upgrade, open_database

engine = open_database(sys.argv[1])
create_or_upgrade(engine)
store = Store(engine)
shared = {"system_database_url": sys.argv[1], "system_database_engine": engine}
DBOS(config={"name": "visitbot", "log_level": "ERROR", **shared})

@DBOS.workflow(name="job")
def job(number: int) -> None:
    with store.write() as records:
        records.save_note(f"job {number}", "done")

DBOS.launch()
DBOS.register_queue("jobs", polling_interval_sec=0.1)
client = DBOSClient(**shared)

def enqueue(number: int) -> None:
    with store.write() as records:
        records.save_note(f"job {number}", "asked for")
        options = {"workflow_name": "job", "queue_name": "jobs", "workflow_id": f"job-{number}"}
        client.enqueue_in_transaction(records.session, options, number)
        if number == 2:
            raise LookupError("undone")

for number in (1, 2, 3):
    try:
        enqueue(number)
    except LookupError:
        pass
end = time.monotonic() + 20
notes = []
while notes != ["done", None, "done"] and time.monotonic() < end:
    time.sleep(0.1)
    with store.read() as records:
        notes = [records.note(f"job {number}") for number in (1, 2, 3)]
DBOS.destroy()
print(create_or_upgrade(engine))
"""


def test_the_durable_engine_shares_the_connections_and_its_jobs_commit_with_the_records(file: Path) -> None:
    url = f"sqlite:///{file}"
    done = subprocess.run([sys.executable, "-c", _JOBS, url], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split()[-1] == "False"
    with Store(open_database(url)).read() as records:
        assert [records.note(f"job {number}") for number in (1, 2, 3)] == ["done", None, "done"]
