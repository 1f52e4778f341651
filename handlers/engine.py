"""The durable engine (DBOS) on the team's own database: rounds of work, the Monday digest, tidying up.

A job is a whole round, the same that `run --once` does. What is to be done lies in our own tables, committed with the
change that causes it; a job only says that it is time to look. So a job that dies loses nothing, one that runs twice
does nothing twice, and hundreds of replies cost one job.
"""

from __future__ import annotations

import datetime as dt
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import structlog

from bot.errors import PlainError
from bot.local_time import LONDON
from bot.ports import Clock, Companion
from handlers.on_clock import record_digest
from handlers.parts import Parts
from handlers.run import run_once

VERSION = "1"
"""Pinned: with DBOS's default, a hash of the code, an upgrade would leave unfinished jobs behind without a word."""
EXECUTOR = "visitbot"
QUEUE = "rounds"
KEEP = dt.timedelta(days=2)
TICK = 0.1
"""Seconds between two looks whether there is anything to do; what a wake-up waits at most."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Timetable:
    """When jobs start: `pause` is the seconds between two rounds, the others are cron expressions, London time."""

    pause: float = 10.0
    digest: str = "0 8 * * 1"
    tidy: str = "30 3 * * *"


def run_forever(
    parts: Parts, clock: Clock, timetable: Timetable = Timetable(), companions: Sequence[Companion] = ()
) -> None:
    """Work until SIGTERM or SIGINT; a round that has begun is finished first."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    work_until(stop, parts, clock, timetable, companions)


def work_until(
    stop: threading.Event,
    parts: Parts,
    clock: Clock,
    timetable: Timetable,
    companions: Sequence[Companion] = (),
) -> None:
    """Start the engine, take up what a process before left undone, and work until `stop` is set.

    `companions` work beside it as long, and may ask for a round now.
    """
    from dbos import DBOS, DBOSConfig

    config: DBOSConfig = {
        "name": "visitbot",
        "application_version": VERSION,
        "executor_id": EXECUTOR,
        # Its own connections to our database, which is in WAL mode already: it begins transactions in its own way.
        "system_database_url": parts.store.engine.url.render_as_string(hide_password=False),
        "enable_otlp": False,
        "log_level": "WARNING",
        "scheduler_polling_interval_sec": 1.0,
    }
    DBOS(config=config)
    # One cannot decorate before the parts exist, and there are no globals: jobs are registered here.
    jobs = _jobs(parts, clock)
    workflows = {name: DBOS.workflow(name=name)(job) for name, job in jobs.items()}
    DBOS.launch()
    try:
        DBOS.register_queue(QUEUE, global_concurrency=1, polling_interval_sec=0.5)
        DBOS.apply_schedules(
            [
                {
                    "schedule_name": name,
                    "workflow_fn": workflows[name],
                    "schedule": cron,
                    "cron_timezone": LONDON.key,
                    "queue_name": QUEUE,
                }
                for name, cron in (("digest", timetable.digest), ("tidy", timetable.tidy))
            ]
        )
        log.info("at work", timetable=timetable)
        with _beside(companions) as woken:
            while not stop.is_set():
                # One round at a time: where one takes long, as with a mailbox that hangs, no others pile up behind it.
                DBOS.enqueue_workflow(QUEUE, workflows["round"], clock.now(), None).get_result(polling_interval_sec=0.2)
                _wait(stop, woken, timetable.pause)
        log.info("stopping")
    finally:
        DBOS.destroy(destroy_registry=True, workflow_completion_timeout_sec=30)


@contextmanager
def _beside(companions: Sequence[Companion]) -> Iterator[threading.Event]:
    """The companions at work; the event is set when one of them asks for a round. All that began are ended."""
    woken = threading.Event()
    with ExitStack() as ends:
        for companion in companions:
            companion.start(woken.set)
            ends.callback(companion.stop)
        yield woken


def _wait(stop: threading.Event, woken: threading.Event, seconds: float) -> None:
    """Until somebody asks for a round or for the end, or so many seconds have passed."""
    until = time.monotonic() + seconds
    while not stop.is_set() and not woken.is_set() and time.monotonic() < until:
        stop.wait(TICK)
    woken.clear()


def _jobs(parts: Parts, clock: Clock) -> dict[str, Callable[[dt.datetime, object], None]]:
    """The jobs by name; each looks at the clock itself, as it may start late."""

    def work_round(_: dt.datetime, __: object) -> None:
        _one_round(parts, clock.now())

    def send_digest(_: dt.datetime, __: object) -> None:
        record_digest(parts, clock.now())

    def tidy(_: dt.datetime, __: object) -> None:
        _forget_finished_jobs(clock.now())

    return {"round": work_round, "digest": send_digest, "tidy": tidy}


def _one_round(parts: Parts, now: dt.datetime) -> None:
    """One round; what fails is told in the log, and the next round takes it up."""
    try:
        result = run_once(parts, now, patient=True)
    except PlainError as error:
        log.error("round failed", error=str(error))  # noqa: TRY400 - the sentence says it all
        return
    if result.fetched or result.mails or result.problems:
        log.info("round", fetched=result.fetched, handled=result.handled, mails=result.mails)
    for problem in dict.fromkeys(result.problems):
        log.error("effect failed", error=problem)


def _forget_finished_jobs(now: dt.datetime) -> None:
    from dbos import DBOS

    before = (now - KEEP).isoformat()
    done = DBOS.list_workflows(
        end_time=before, status=["SUCCESS", "ERROR", "CANCELLED"], load_input=False, load_output=False
    )
    DBOS.delete_workflows([job.workflow_id for job in done])
    log.info("tidied", jobs=len(done))
