"""A team that wants one message a day gets one, on days with news, and no other."""

from pathlib import Path

from handlers.chat.slack.summary import Summary
from tests.chat.slack_council import Council, slack_council
from tests.fakes.slack_server import shown_text
from tests.journeys.world import at


def news(council: Council) -> None:
    council.world.reply(council.world.offered(), "Option 1 please.", now=at(12, 1, 10))
    council.round(at(12, 1, 10))


def test_the_days_news_is_one_message_in_the_afternoon_and_none_before(tmp_path: Path) -> None:
    with slack_council(tmp_path, posts="daily") as council:
        summary = Summary(council.office)
        news(council)
        assert not summary.keep()
        assert council.team_room() == []
        council.clock.moment = at(12, 1, 16, 1)
        assert summary.keep()
        assert not summary.keep()
        (message,) = council.team_room()
        assert "Hethersett Oak" in shown_text(message["blocks"])
        assert "offered" not in shown_text(message["blocks"])
        assert Summary(council.office).keep() is False
        council.clock.moment = at(13, 1, 17)
        assert not summary.keep()
        assert len(council.team_room()) == 1


def test_news_that_came_while_we_stood_still_over_the_hour_stands_in_it_afterwards(tmp_path: Path) -> None:
    with slack_council(tmp_path, posts="daily") as council:
        news(council)
        council.clock.moment = at(13, 1, 8)
        assert Summary(council.office).keep()


def test_cards_come_at_once_all_the_same(tmp_path: Path) -> None:
    with slack_council(tmp_path, posts="daily") as council:
        council.world.reply(council.world.offered(), "Perhaps.", now=at(12, 1, 10))
        council.round(at(12, 1, 10))
        assert len(council.cards()) == 1
        assert council.team_room() == []


def test_a_team_that_hears_of_each_event_gets_no_summary(council: Council) -> None:
    news(council)
    council.clock.moment = at(12, 1, 17)
    assert not Summary(council.office).keep()
