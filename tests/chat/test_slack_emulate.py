"""The same against a server that is not ours, which grants exactly the scopes of our manifest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from bot.ports import ChatRefusedError, Post
from handlers import resolving
from handlers.chat.slack import faces
from handlers.chat.slack.channel import SlackChannel
from handlers.chat.slack.check import check_slack
from handlers.chat.slack.homes import publish_home
from handlers.chat.slack.office import SlackOffice
from handlers.chat.slack.people import NotAllowedError
from handlers.chat.slack.replies import InModal
from handlers.chat.slack.scopes import SCOPES
from handlers.chat.slack.window import Window
from handlers.sections_slack import SlackChatSettings
from tests.chat.slack_council import MovingClock
from tests.fakes.slack_emulate import TOKEN, ask, emulated_slack, why_not
from tests.fakes.slack_server import shown_text
from tests.journeys.world import INVITED, World, at, make_template

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())


@dataclass
class Town:
    """A council whose chat is the emulator."""

    world: World
    office: SlackOffice
    channel: SlackChannel
    url: str
    clock: MovingClock

    def messages(self, channel: str = "", **more: Any) -> list[dict[str, Any]]:
        """What stands in a channel, the oldest first."""
        room = channel or self.office.settings.channel
        found = ask(self.url, "conversations.history", channel=room, include_all_metadata=True, **more)
        return list(reversed(found["messages"]))


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    template = tmp_path / "template"
    template.mkdir()
    make_template(template)
    world = World(tmp_path / "world", template)
    with emulated_slack(tmp_path, sorted(SCOPES), ["visitbot", "sam.reed", "dana.cole"]) as url:
        rooms = {room["name"]: room["id"] for room in ask(url, "conversations.list")["channels"]}
        people = {item["name"]: item["id"] for item in ask(url, "users.list")["members"]}
        with world.parts.store.write() as records:
            for adviser in records.advisers():
                user = people[adviser.email.partition("@")[0]]
                records.save_adviser(replace(adviser, slack_id=user))
        settings = SlackChatSettings(bot_token=TOKEN, app_token="xapp-x", channel=rooms["visits"], base_url=url)
        clock = MovingClock(INVITED)
        office = SlackOffice(settings, world.parts.store, clock)
        channel = SlackChannel(office, world.parts.team, world.parts.policy)
        world.parts = replace(world.parts, channel=channel)
        yield Town(world, office, channel, url, clock)
    world.close()


def test_a_visits_message_is_posted_updated_and_threaded_and_is_found_by_its_key(town: Town) -> None:
    town.world.reply(town.world.offered(), "Option 1 please.", now=at(12, 1, 10))
    town.world.run(at(12, 1, 10))
    town.world.resolve(resolving.cancel, at(13, 1, 10))
    town.world.run(at(13, 1, 10))
    ours = [message for message in town.messages() if message.get("metadata")]
    root = ours[0]
    assert "cancelled" in shown_text(root["blocks"]).lower()
    room = town.office.settings.channel
    replies = ask(town.url, "conversations.replies", channel=room, ts=root["ts"])["messages"]
    assert any("cancelled" in message["text"] for message in replies[1:])
    with town.world.parts.store.write() as records:
        records.forget_chat_message("VS-0001/post/agreed/0")
    assert town.channel.find_posted("VS-0001/post/agreed/0")
    assert not town.channel.find_posted("VS-0001/post/agreed/9")


def test_a_card_goes_to_the_advisers_direct_messages_and_ends_there(town: Town) -> None:
    town.world.reply(town.world.offered(), "Perhaps.", now=at(12, 1, 10))
    town.world.run(at(12, 1, 10))
    with town.world.parts.store.read() as records:
        adviser = records.adviser("sam.reed@council.example")
    assert adviser is not None
    direct = town.office.api.call("conversations.open", users=adviser.slack_id)["channel"]
    assert isinstance(direct, dict)
    (card,) = town.messages(str(direct["id"]))
    assert "Hethersett" in shown_text(card["blocks"])
    town.world.resolve(resolving.cancel, at(13, 1, 10))
    town.world.run(at(13, 1, 10))
    (card,) = town.messages(str(direct["id"]))
    assert "Cancelled" in shown_text(card["blocks"])


def test_people_are_known_by_their_id_and_others_are_refused(town: Town) -> None:
    people = {item["name"]: item["id"] for item in ask(town.url, "users.list")["members"]}
    assert town.office.people().who(people["sam.reed"]).by == "sam.reed@council.example"
    with pytest.raises(NotAllowedError):
        town.office.people().who(people["visitbot"])
    with pytest.raises(ChatRefusedError):
        town.office.people().who("U404404404")


def test_the_home_and_modals_are_taken(town: Town) -> None:
    town.world.offered()
    window = Window(town.office, town.world.parts, lambda: None)
    people = {item["name"]: item["id"] for item in ask(town.url, "users.list")["members"]}
    publish_home(window, town.office.people().who(people["sam.reed"]))
    view = faces.correct_modal("VS-0001:1", None, "Tom Askew, governor")
    trigger = town.office.api.call("views.generateTriggerId", user_id=people["sam.reed"])["trigger_id"]
    opened = town.office.api.call("views.open", trigger_id=trigger, view=view)["view"]
    assert isinstance(opened, dict)
    InModal(town.office.api, str(opened["id"])).say(faces.told("VS-0001 is agreed."))
    window.worker.stop()


def test_no_scope_is_missing_for_anything_that_is_done(town: Town) -> None:
    town.channel.post(Post("letter/3/unknown_sender", "", "Letter 3 needs a person"))
    assert [message["text"] for message in town.messages()][-1] == "Letter 3 needs a person"
    told = {item.what: item for item in check_slack(town.office.settings, town.world.parts.store, town.clock)}
    assert told["Slack"].well
    assert told["Slack, the team's channel"].well
