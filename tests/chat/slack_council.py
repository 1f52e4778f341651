"""A council whose team sits in our stand-in for Slack: the language of the Slack tests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.ports import Post
from handlers.chat.slack.channel import SlackChannel
from handlers.chat.slack.office import SlackOffice
from handlers.chat.slack.pace import Pace
from handlers.sections_slack import SlackChatSettings
from tests.fakes.slack_payloads import CHANNEL, MANAGERS
from tests.fakes.slack_server import APP_TOKEN, SECRET, TOKEN, SlackServer, user
from tests.journeys.world import World, make_template

SAM_ID, DANA_ID, MAY_ID, GUEST_ID, EVE_ID, BOTTY_ID = "U0SAM01", "U0DANA1", "U0MAY01", "U0GUEST", "U0EVE01", "U0BOTTY"
USERS = (
    user(SAM_ID, "sam.reed@council.example", real_name="Sam Reed"),
    user(DANA_ID, "dana.cole@council.example", real_name="Dana Cole"),
    user(MAY_ID, "may.hill@council.example", real_name="May Hill"),
    user(GUEST_ID, "dana.cole@council.example", is_restricted=True),
    user(EVE_ID, "sam.reed@council.example", team_id="T0OTHERS", is_stranger=True),
    user(BOTTY_ID, "", is_bot=True),
    user("U0NOBODY", "nobody@council.example"),
    user("U0UNSURE", "may.hill@council.example", is_email_confirmed=False),
)


@dataclass
class MovingClock:
    """A clock that tests set."""

    moment: dt.datetime

    def now(self) -> dt.datetime:
        """As it was set."""
        return self.moment.astimezone(dt.UTC)


class NoTime:
    """Seconds that pass only where somebody sleeps, and then at once."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def clock(self) -> float:
        """How many have passed."""
        return self.seconds

    def sleep(self, seconds: float) -> None:
        """Let them pass; and enough more that nobody's patience ends."""
        self.seconds += seconds + 10


@dataclass
class Council:
    """A world whose channel is Slack."""

    world: World
    slack: SlackServer
    settings: SlackChatSettings
    office: SlackOffice
    channel: SlackChannel
    clock: MovingClock
    time: NoTime

    def round(self, now: dt.datetime) -> None:
        """One round of work that must go well."""
        self.clock.moment = now
        result = self.world.round(now)
        assert not result.problems, result.problems

    def team_room(self) -> list[dict[str, Any]]:
        """The team's channel, threads included."""
        return self.slack.standing(CHANNEL)

    def cards(self, user_id: str = SAM_ID) -> list[dict[str, Any]]:
        """The direct messages with a user."""
        return self.slack.standing(f"D{user_id[1:]}")

    def post(self, key: str, text: str = "VS-0001 Oak: agreed", thread: str = "VS-0001") -> None:
        """Give the channel a line, as an effect does."""
        self.channel.post(Post(key, thread, text))


def slack_settings(slack: SlackServer, **changes: Any) -> SlackChatSettings:
    """As small as can be, towards the stand-in."""
    given = {"bot_token": TOKEN, "app_token": APP_TOKEN, "signing_secret": SECRET, "channel": CHANNEL,
             "managers_channel": MANAGERS, "managers": ("may.hill@council.example",), "base_url": slack.url,
             **changes}  # fmt: skip
    return SlackChatSettings(**given)


@contextmanager
def slack_council(folder: Path, **changes: Any) -> Iterator[Council]:
    """A council in a new folder."""
    from tests.journeys.world import INVITED

    template = folder.parent / "council"
    if not template.exists():  # made once for all tests of a worker
        template.mkdir()
        make_template(template)
    world = World(folder / "world", template)
    clock = MovingClock(INVITED)
    with SlackServer(USERS) as slack:
        settings = slack_settings(slack, **changes)
        time = NoTime()
        office = SlackOffice(settings, world.parts.store, clock, Pace(time.clock, time.sleep))
        channel = SlackChannel(office, world.parts.team, world.parts.policy)
        world.parts = replace(world.parts, channel=channel)
        yield Council(world, slack, settings, office, channel, clock, time)
        assert slack.refused == []
    world.close()
