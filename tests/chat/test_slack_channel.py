"""The team's channel: one message a visit, quiet, never twice, and nothing of a mail in it."""

import re
from pathlib import Path

import pytest

from bot.ports import ChatError, ChatPostponedError, ChatRefusedError
from handlers import resolving
from handlers.chat.slack.homes import publish_home
from handlers.chat.slack.pace import Pace
from handlers.chat.slack.window import Window
from tests.chat.slack_council import MAY_ID, SAM_ID, Council, slack_council
from tests.fakes.slack_payloads import CHANNEL, MANAGERS
from tests.fakes.slack_server import Fault, shown_text
from tests.journeys.world import BIRCH, NAIR, at


def say_yes(council: Council, words: str = "Option 1 please.") -> None:
    offer = council.world.offered()
    council.world.reply(offer, words, now=at(12, 1, 10))
    council.round(at(12, 1, 10))


def test_a_visit_has_one_message_that_is_updated_and_its_lines_hang_below_it(council: Council) -> None:
    say_yes(council)
    council.world.resolve(resolving.reoffer(None, None), at(13, 1, 10))
    council.round(at(13, 1, 10))
    council.world.resolve(resolving.cancel, at(14, 1, 10))
    council.round(at(14, 1, 10))
    root, *thread = council.team_room()
    assert "thread_ts" not in root
    assert [message["thread_ts"] for message in thread] == [root["ts"]]
    assert "cancelled" in shown_text(root["blocks"]).lower()
    assert "cancelled" in thread[0]["text"]


def test_an_offer_is_no_news_so_the_channel_stays_quiet(council: Council) -> None:
    council.world.offered()
    assert council.team_room() == []


def test_a_team_that_wants_to_hear_of_offers_says_so(tmp_path: Path) -> None:
    with slack_council(tmp_path, events=("offered",)) as council:
        council.world.offered()
        assert "offered" in council.team_room()[0]["text"]


def test_a_quiet_event_still_changes_the_message_that_stands(council: Council) -> None:
    say_yes(council)
    before = council.team_room()[0]["blocks"]
    council.world.resolve(resolving.reoffer(None, None), at(13, 1, 10))
    council.round(at(13, 1, 10))
    (root,) = council.team_room()
    assert root["blocks"] != before


def test_a_line_that_is_handed_over_twice_stands_once(council: Council) -> None:
    say_yes(council)
    council.post("VS-0001/post/visited", "VS-0001 visited")
    council.post("VS-0001/post/agreed/1")
    council.post("VS-0001/post/agreed/1")
    council.post("VS-0001/post/agreed/0")
    assert len(council.slack.made("chat.postMessage")) == 2


@pytest.mark.parametrize("key", ["VS-0001/post/agreed/0", "VS-0001/post/agreed/1"])
@pytest.mark.parametrize("stands", [True, False], ids=["it went through", "it did not"])
def test_a_line_of_unknown_outcome_is_looked_for_and_never_repeated(
    council: Council, key: str, *, stands: bool
) -> None:
    say_yes(council)
    if key.endswith("0"):
        with council.world.parts.store.write() as records:
            records.forget_chat_message(key)
        council.slack.messages.clear()
    lines = len(council.team_room())
    council.slack.faults.append(Fault("chat.postMessage", drop=True, after=stands))
    with pytest.raises(ChatError) as caught:
        council.post(key)
    assert not isinstance(caught.value, ChatPostponedError | ChatRefusedError)
    assert council.channel.find_posted(key) is stands
    council.post(key)
    assert len(council.team_room()) == lines + 1
    assert council.channel.find_posted(key)


def test_what_was_never_posted_is_not_found(council: Council) -> None:
    say_yes(council)
    assert not council.channel.find_posted("VS-0001/post/visited")


def test_a_post_is_found_by_its_metadata_even_where_the_records_were_lost(council: Council) -> None:
    say_yes(council)
    with council.world.parts.store.write() as records:
        records.forget_chat_message("VS-0001/post/agreed/0")
    assert council.channel.find_posted("VS-0001/post/agreed/0")


def test_a_message_that_somebody_deleted_begins_anew(council: Council) -> None:
    say_yes(council)
    council.slack.messages.clear()
    council.slack.faults.append(Fault("chat.postMessage", error="thread_not_found"))
    council.post("VS-0001/post/agreed/1", "moved")
    (root,) = council.team_room()
    assert root["text"] == "moved"


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault(status=429, error="ratelimited", headers={"Retry-After": "30"}, times=9), ChatPostponedError),
        (Fault(error="channel_not_found", times=9), ChatRefusedError),
    ],
)
def test_a_channel_that_cannot_be_written_to_is_an_error_that_says_whether_to_come_back(
    council: Council, fault: Fault, error: type[ChatError]
) -> None:
    council.slack.faults.append(fault)
    with pytest.raises(error):
        council.post("letter/3/unknown_sender", "Letter 3 needs a person", thread="")
    council.slack.faults.clear()
    assert not council.channel.find_posted("letter/3/unknown_sender")


def test_with_slack_down_nothing_is_lost_and_nothing_stands_twice_afterwards(council: Council) -> None:
    council.slack.faults.append(Fault("chat.postMessage", status=429, error="ratelimited"))
    with pytest.raises(ChatPostponedError):
        council.post("letter/3/unknown_sender", "Letter 3", thread="")
    council.post("letter/3/unknown_sender", "Letter 3", thread="")
    assert [message["text"] for message in council.team_room()] == ["Letter 3"]


def test_one_message_a_second_goes_into_a_channel_and_a_long_queue_waits_for_later_rounds() -> None:
    now, slept = [0.0], []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    pace = Pace(lambda: now[0], sleep)
    for _ in range(31):
        pace.take("C1")
    with pytest.raises(ChatPostponedError) as caught:
        pace.take("C1")
    assert sum(slept) == 30.0
    assert caught.value.seconds <= 1.0
    pace.take("C2")
    now[0] += 20
    pace.take("C1")
    pace.hold("C1", 30)
    with pytest.raises(ChatPostponedError) as caught:
        pace.take("C1")
    assert caught.value.seconds == pytest.approx(30)


def test_the_digest_goes_to_the_managers(council: Council) -> None:
    say_yes(council)
    before = council.team_room()
    council.post("digest/2027-01-18/post", "This week", thread="")
    council.post("digest/2027-01-18/post", "This week", thread="")
    assert council.team_room() == before
    (message,) = council.slack.standing(MANAGERS)
    assert "4 schools" in shown_text(message["blocks"])


def test_without_a_managers_channel_the_team_gets_the_digests_one_line(tmp_path: Path) -> None:
    with slack_council(tmp_path, managers_channel="") as council:
        council.post("digest/2027-01-18/post", "This week: 3 of 4 schools", thread="")
        assert "3 of 4 schools" in council.team_room()[0]["text"]


SECRETS = ("Kacper", "placement", "07700 900123", "Askew", "Priya", "Nair", "hethersettoak")


@pytest.mark.parametrize(
    "words",
    [
        "Option 1 please. Kacper in Y4 has a new placement. Tom Askew, governor, comes. Ring 07700 900123.",
        "Maybe. Kacper's placement is uncertain; ring me on 07700 900123.",
        "We don't want the visit this year because of Kacper's placement.",
    ],
)
@pytest.mark.parametrize("sender", [NAIR, BIRCH, "Eve Stone <eve@elsewhere.example>"])
def test_no_message_card_or_home_shows_anything_of_a_mail_an_address_or_a_child(
    council: Council, words: str, sender: str
) -> None:
    offer = council.world.offered()
    council.world.reply(offer, words, now=at(12, 1, 10), sender=sender, headers={"Subject": f"{words} [VS-0001]"})
    council.round(at(12, 1, 10))
    council.world.resolve(resolving.wait, at(12, 1, 11), note="Kacper's placement")
    council.round(at(12, 1, 12))
    council.post("digest/2027-01-18/post", "This week", thread="")
    window = Window(council.office, council.world.parts, lambda: None)
    for user in (SAM_ID, MAY_ID):
        publish_home(window, council.office.people().who(user))
    window.worker.stop()
    told = str([call.arguments for call in council.slack.calls if call.method.startswith(("chat.", "views."))])
    assert {CHANNEL, MANAGERS} <= {channel for channel, _ in council.slack.messages}
    assert "VS-0001" in told
    assert [secret for secret in SECRETS if secret in told] == []
    assert not re.search(r"\S@\S", told)
