"""Whatever Slack, or somebody who pretends to be it, sends: it is acknowledged or refused, and breaks nothing."""

from __future__ import annotations

import copy
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from slack_bolt import App, BoltRequest

from handlers.chat.slack.app import build_app
from handlers.chat.slack.web import body_of
from handlers.chat.slack.window import Window
from tests.chat.slack_council import SAM_ID, Council
from tests.fakes import slack_payloads as says
from tests.journeys.world import at

ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(max_size=20),
    st.sampled_from(["VS-0001:1", "VS-0001:1:1", "[]", "<!channel>", "\x00", "x" * 5000]),
    st.just([]),
    st.just({}),
    st.lists(st.integers(), max_size=2),
)


class AtOnce:
    """A worker that does not wait, so that what breaks is seen."""

    def submit(self, task: Callable[[], None]) -> bool:
        task()
        return True

    def stop(self) -> None:
        """Nothing is left."""


@pytest.fixture
def dispatch(council: Council) -> Iterator[Callable[[Any], int]]:
    council.world.reply(council.world.offered(), "Perhaps.", now=at(12, 1, 10))
    council.round(at(12, 1, 10))
    window = Window(council.office, council.world.parts, lambda: None)
    window.worker.stop()
    window.worker = AtOnce()  # type: ignore[assignment]
    app: App = build_app(window)
    errors: list[Exception] = []

    @app.error
    def broken(error: Exception) -> None:
        errors.append(error)

    def send(body: Any) -> int:
        """Its status; 0 where Bolt itself stumbled before any of our code was at work."""
        errors.clear()
        try:
            status = int(app.dispatch(BoltRequest(mode="socket_mode", body=body)).status)
        except (AttributeError, TypeError, KeyError, IndexError, ValueError) as error:
            errors.append(error)
        for error in errors:
            if not _is_bolts_own(error):
                raise error
        return 0 if errors else status

    yield send
    council.slack.refused.clear()  # what an odd request makes us ask for may be odd


def _originals() -> list[dict[str, Any]]:
    button = {"type": "button", "action_id": "card_agree_1", "value": "VS-0001:1:1"}
    select = {"type": "static_select", "action_id": "answer_school_1", "selected_option": {"value": "100001"}}
    view = {"id": "V1", "callback_id": "modal_correct", "private_metadata": "VS-0001:1"}
    values = {"date": {"date": {"type": "datepicker", "selected_date": "2027-01-26"}}}
    return [
        says.command(SAM_ID, "hethersett"),
        says.mention(SAM_ID, "hethersett agreed 26 Jan am by phone"),
        says.direct_message(SAM_ID, "waiting"),
        says.home_opened(SAM_ID),
        says.click(SAM_ID, button),
        says.click(SAM_ID, select),
        says.submission(SAM_ID, view, values),
    ]


def _paths(body: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where every leaf and branch of a payload is."""
    inner = body.items() if isinstance(body, dict) else enumerate(body) if isinstance(body, list) else ()
    for name, value in inner:
        yield (*before, name)
        yield from _paths(value, (*before, name))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_request_with_something_odd_in_it_breaks_nothing(dispatch: Callable[[Any], int], data: st.DataObject) -> None:
    body = copy.deepcopy(data.draw(st.sampled_from(_originals())))
    for _ in range(data.draw(st.integers(1, 3))):
        paths = [path for path in _paths(body) if path[0] not in ("type", "authorizations", "is_enterprise_install")]
        path = data.draw(st.sampled_from(paths))
        place = body
        for name in path[:-1]:
            place = place[name]
        if data.draw(st.booleans()):
            place[path[-1]] = data.draw(ODD)
        else:
            del place[path[-1]]
    assert dispatch(body) in (0, 200, 404)


def _is_bolts_own(error: BaseException) -> bool:
    """Whether no code of ours was at work."""
    trace = error.__traceback__
    files = []
    while trace is not None:
        files.append(trace.tb_frame.f_code.co_filename)
        trace = trace.tb_next
    return "slack_bolt" in files[-1] and not any(f"{os.sep}handlers{os.sep}" in file for file in files)


@given(st.binary(max_size=300))
def test_a_body_of_any_bytes_is_an_object_or_nothing(raw: bytes) -> None:
    assert body_of(raw) is None or isinstance(body_of(raw), dict)


def test_a_body_that_is_no_text_is_nothing(tmp_path: Path) -> None:
    del tmp_path
    assert body_of(b"payload=%FF%FE") is None or isinstance(body_of(b"payload=%FF%FE"), dict)
    assert body_of(b"\xff\xfe") is None
