"""What every listener works with: it acknowledges, and the work follows here, as the person who asked."""

from __future__ import annotations

from collections.abc import Callable

import structlog

from bot.errors import PlainError
from bot.ports import ChatError
from handlers.chat.slack import faces
from handlers.chat.slack.api import Json
from handlers.chat.slack.bodies import teams_of, user_of
from handlers.chat.slack.cards import Cards
from handlers.chat.slack.office import SlackOffice
from handlers.chat.slack.people import ELSEWHERE, NotAllowedError, Person
from handlers.chat.slack.replies import Reply
from handlers.chat.slack.worker import Once, Worker
from handlers.parts import Parts
from handlers.school_index import SchoolIndex

log = structlog.get_logger()

TRY_AGAIN = "Slack did not let me show that. Please try again in a moment; if it stays so, ask your administrator."

Task = Callable[[Person], None]


class Window:
    """The team's window: the office in Slack, the parts that carry out what is decided, and who does the work."""

    def __init__(self, office: SlackOffice, parts: Parts, wake: Callable[[], None]) -> None:
        self.office, self.parts, self.wake = office, parts, wake
        self.api, self.clock = office.api, office.clock
        self.cards = Cards(office)
        self.worker, self.once = Worker(), Once()
        self.schools = SchoolIndex()

    def later(self, body: Json, reply: Reply, task: Task) -> None:
        """Do this after the acknowledgement, if the person may; what cannot be done is told to them."""
        self.worker.submit(lambda: self._serve(body, reply, task))

    def _serve(self, body: Json, reply: Reply, task: Task) -> None:
        try:
            task(self._person(body))
        except ChatError as error:
            log.error("no answer in Slack", error=str(error))  # noqa: TRY400 - the sentence says it all
            self._tell(reply, TRY_AGAIN)
        except PlainError as error:
            self._tell(reply, str(error))

    def _person(self, body: Json) -> Person:
        """Who it is; raises NotAllowedError for anybody from, or in, another workspace."""
        home = self.office.home()
        if any(team not in (home.team, home.enterprise) for team in teams_of(body)):
            raise NotAllowedError(ELSEWHERE)
        return self.office.people().who(user_of(body))

    def _tell(self, reply: Reply, sentence: str) -> None:
        try:
            reply.say(faces.told(sentence))
        except ChatError as error:
            log.error("no answer in Slack", error=str(error))  # noqa: TRY400 - the sentence says it all

    def keep_card(self, reference: str) -> None:
        """The visit's card shows who did what; what fails now, the next look mends."""
        try:
            self.cards.keep(reference)
        except ChatError as error:
            log.info("card is behind", visit=reference, error=str(error))
