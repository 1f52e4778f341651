"""Who a Slack user is to us: an adviser, a manager, or somebody who is politely refused."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Mapping
from dataclasses import dataclass

from bot.errors import PlainError
from bot.model import Adviser
from bot.ports import ChatRefusedError, Clock
from handlers.chat.slack.api import Caller, Json, Workspace
from storage.database import Store

FRESH = dt.timedelta(minutes=1)
"""How long Slack's word about a user is believed: who was made a guest or left is refused from then on."""
MANY = 1000


class NotAllowedError(PlainError):
    """This person may not ask or decide here; the sentence is for them."""


STRANGER = "Sorry, this is for the advisers and managers of the Virtual School. Ask your administrator to add you."
GUEST = "Sorry, guests of the workspace cannot use Visit Bot."
ELSEWHERE = "Sorry, Visit Bot answers people of its own workspace only."
UNCONFIRMED = "Sorry, your address in Slack is not confirmed, so Visit Bot cannot tell who you are."


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may ask and decide. `adviser` is None for a manager who visits no schools."""

    user: str
    name: str
    email: str
    adviser: Adviser | None
    is_manager: bool

    @property
    def by(self) -> str:
        """Who they are in a visit's story."""
        return (self.adviser.email if self.adviser else self.email) or self.name

    @property
    def asker(self) -> str:
        """Whose visits are "my" visits: the adviser's address, "" for a manager who visits no schools."""
        return self.adviser.email if self.adviser else ""

    def may_read_mail_of(self, adviser: str) -> bool:
        """Whether they may open a letter about a visit of that adviser (law 3)."""
        return self.is_manager or (self.adviser is not None and self.adviser.email == adviser)


class People:
    """Looks users up in Slack, and in the records; each for a minute only."""

    def __init__(self, api: Caller, store: Store, home: Workspace, managers: tuple[str, ...], clock: Clock) -> None:
        self._api, self._store, self._home, self._clock = api, store, home, clock
        self._managers = frozenset(managers)
        self._known: dict[str, tuple[dt.datetime, Json]] = {}
        self._lock = threading.Lock()

    def who(self, user: str) -> Person:
        """The person behind a Slack user; raises NotAllowedError, or ChatError where Slack cannot be asked."""
        said = self._looked_up(user)
        self._refuse_outsiders(said)
        email = _confirmed_email(said)
        with self._store.read() as records:
            advisers = records.advisers()
        adviser = _adviser(advisers, user, email)
        is_manager = user in self._managers or bool(email and email in self._managers)
        if adviser is None and not is_manager:
            raise NotAllowedError(UNCONFIRMED if _unconfirmed(said) else STRANGER)
        name = adviser.name if adviser else _name(said)
        return Person(user, name, email, adviser, is_manager)

    def user_of(self, adviser: Adviser) -> str:
        """The Slack user of an adviser, "" where there is none that may be written to; raises ChatError."""
        try:
            said = self._looked_up(adviser.slack_id) if adviser.slack_id else self._by_email(adviser.email)
            self._refuse_outsiders(said)
        except NotAllowedError:
            return ""
        except ChatRefusedError:
            self._remember(adviser.slack_id or adviser.email, {})  # not asked again for a while
            return ""
        return str(said.get("id") or "")

    def _by_email(self, email: str) -> Json:
        found = self._remembered(email)
        if found is None:
            found = _user(self._api.call("users.lookupByEmail", email=email))
            self._remember(email, found)
        return found if _confirmed_email(found) == email else {"is_stranger": True}

    def _looked_up(self, user: str) -> Json:
        found = self._remembered(user)
        if found is None:
            found = _user(self._api.call("users.info", user=user))
            self._remember(user, found)
        return found

    def _remembered(self, name: str) -> Json | None:
        at, said = self._known.get(name, (None, None))
        return said if at is not None and self._clock.now() - at < FRESH else None

    def _remember(self, name: str, said: Json) -> None:
        with self._lock:
            if len(self._known) >= MANY:
                self._known.clear()
            self._known[name] = (self._clock.now(), said)

    def _refuse_outsiders(self, said: Json) -> None:
        if said.get("is_bot") or said.get("deleted") or said.get("id") == "USLACKBOT":
            raise NotAllowedError(STRANGER)
        if said.get("is_restricted") or said.get("is_ultra_restricted"):
            raise NotAllowedError(GUEST)
        if said.get("is_stranger") or not self._is_of_home(said):
            raise NotAllowedError(ELSEWHERE)

    def _is_of_home(self, said: Json) -> bool:
        whole = said.get("enterprise_user")
        teams = whole.get("teams") if isinstance(whole, Mapping) else None
        return said.get("team_id") == self._home.team or (isinstance(teams, list) and self._home.team in teams)


def _user(answer: Json) -> Json:
    user = answer.get("user")
    return user if isinstance(user, Mapping) else {}


def _profile(said: Json) -> Json:
    profile = said.get("profile")
    return profile if isinstance(profile, Mapping) else {}


def _name(said: Json) -> str:
    return str(said.get("real_name") or _profile(said).get("real_name") or said.get("name") or "A manager")


def _confirmed_email(said: Json) -> str:
    return str(_profile(said).get("email") or "").lower() if said.get("is_email_confirmed") else ""


def _unconfirmed(said: Json) -> bool:
    return bool(_profile(said).get("email")) and not said.get("is_email_confirmed")


def _adviser(advisers: list[Adviser], user: str, email: str) -> Adviser | None:
    """By the id that was configured; by address only for those who have none."""
    by_id = next((item for item in advisers if item.slack_id == user), None)
    return by_id or next((item for item in advisers if email and item.email == email and not item.slack_id), None)
