"""One recorded effect is carried out in the world: the mail sent, the line posted, the diary written.

Whatever a service answers becomes one of five outcomes; nothing is raised for a service that fails, so that the others
go on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum, auto

import structlog

from bot.effects import PostEffect
from bot.errors import PlainError
from bot.ports import (
    ChatError,
    ChatPacedError,
    ChatPostponedError,
    ChatRefusedError,
    DiaryChange,
    DiaryError,
    MailError,
    MailPostponedError,
    MailRefusedError,
    MailUnsettledError,
    Post,
)
from handlers.mailing import ReadyMail
from handlers.parts import Parts
from handlers.patience import Trouble
from storage.stored import StoredEffect

MAIL, CHAT, DIARY = "mail", "chat", "diary"

log = structlog.get_logger()


@dataclass(slots=True)
class Tally:
    """What a round of work has done; `problems` are sentences for people, one for each effect that failed."""

    mails: int = 0
    posts: int = 0
    diary: int = 0
    problems: list[str] = field(default_factory=list)
    trouble: Trouble = field(default_factory=Trouble)


@contextmanager
def tolerating_diary(tally: Tally) -> Iterator[None]:
    """What needs a diary that cannot be asked is left out, and told; the rest of the round goes on."""
    try:
        yield
    except DiaryError as error:
        tally.trouble.failed(DIARY)
        tally.problems.append(str(error))


@dataclass(frozen=True, slots=True)
class Claimed:
    """An effect that is ours to carry out, with what that needs: a mail's bytes, or what changes in a diary."""

    stored: StoredEffect
    mail: ReadyMail | None = None
    diary: DiaryChange | None = None

    @property
    def service(self) -> str:
        """Which service carries it out."""
        if self.mail is not None:
            return MAIL
        return CHAT if isinstance(self.stored.effect, PostEffect) else DIARY


class Outcome(Enum):
    """What became of an effect that was begun."""

    DONE = auto()
    REFUSED = auto()
    """Certainly not done, and never will be."""
    POSTPONED = auto()
    """Certainly not done; to be tried again later."""
    UNKNOWN = auto()
    """Perhaps done: to be looked for before it is tried again."""


@dataclass(frozen=True, slots=True)
class Result:
    """An effect with its outcome, the sentence that tells of a failure, and how long the service asked us to wait.

    `unsettled`: the service works, and yet cannot say what became of this one effect.
    """

    claimed: Claimed
    outcome: Outcome
    error: str = ""
    seconds: float = 0
    unsettled: bool = False


def act_on_all(parts: Parts, batch: Sequence[Claimed], tally: Tally) -> list[Result]:
    """Carry out a few effects, in their order within each service."""
    diary = [claimed for claimed in batch if claimed.service == DIARY]
    others = [claimed for claimed in batch if claimed.service != DIARY]
    return [*_write_diaries(parts, diary, tally), *(act(parts, claimed, tally) for claimed in others)]


def look_or_act(parts: Parts, claimed: Claimed, tally: Tally, begin_again: Callable[[], None]) -> Result:
    """Of an effect with an unknown outcome: one that is found has been done; any other is begun again, and done now."""
    if tally.trouble.is_down(claimed.service):
        return Result(claimed, Outcome.UNKNOWN)
    try:
        if _is_found(parts, claimed):
            return Result(claimed, Outcome.DONE)
    except (MailError, ChatError) as error:
        return _failure(claimed, Outcome.UNKNOWN, error, tally)
    begin_again()
    return act_on_all(parts, [claimed], tally)[0]


def _is_found(parts: Parts, claimed: Claimed) -> bool:
    if claimed.mail is not None:
        return parts.mailbox.find_sent(claimed.mail.message_id)
    return claimed.service == CHAT and parts.channel.find_posted(claimed.stored.key)


def act(parts: Parts, claimed: Claimed, tally: Tally) -> Result:
    """Carry out one effect that is no diary entry; one whose service is down waits for the next round."""
    if tally.trouble.is_down(claimed.service):
        return Result(claimed, Outcome.POSTPONED)
    try:
        _send_or_post(parts, claimed, tally)
    except ChatPacedError as error:
        return Result(claimed, Outcome.POSTPONED, str(error), error.seconds)
    except (MailRefusedError, ChatRefusedError) as error:
        return _failure(claimed, Outcome.REFUSED, error, tally)
    except (MailPostponedError, ChatPostponedError) as error:
        return _failure(claimed, Outcome.POSTPONED, error, tally, error.seconds)
    except (MailError, ChatError) as error:
        return _failure(claimed, Outcome.UNKNOWN, error, tally)
    tally.trouble.worked(claimed.service)
    return Result(claimed, Outcome.DONE)


def _send_or_post(parts: Parts, claimed: Claimed, tally: Tally) -> None:
    effect = claimed.stored.effect
    if claimed.mail is not None:
        parts.mailbox.send(claimed.mail.message_id, claimed.mail.recipients, claimed.mail.mime)
        tally.mails += 1
    elif isinstance(effect, PostEffect):
        parts.channel.post(Post(effect.key, effect.reference, effect.text))
        tally.posts += 1


def _write_diaries(parts: Parts, ours: Sequence[Claimed], tally: Tally) -> list[Result]:
    changes = [claimed.diary for claimed in ours if claimed.diary is not None]
    failures = written(parts, changes, tally)
    tally.diary += len(changes) - len(failures)
    return [
        Result(claimed, Outcome.POSTPONED, failures[claimed.diary])
        if claimed.diary in failures
        else Result(claimed, Outcome.DONE)
        for claimed in ours
    ]


def written(parts: Parts, changes: Sequence[DiaryChange], tally: Tally) -> dict[DiaryChange, str]:
    """Write all together: a diary in a database or behind a service is slow to be asked one by one.

    Where that fails, each by itself, so that one adviser's diary does not keep the others waiting. What could not be
    written comes back, with the sentence that tells why ("" where the diary was down before).
    """
    if tally.trouble.is_down(DIARY):
        return dict.fromkeys(changes, "")
    if not changes:
        return {}
    try:
        parts.diary.write(changes)
    except DiaryError as error:
        if len(changes) > 1:
            return {change: why for each in changes for change, why in written(parts, [each], tally).items()}
        log.debug("diary entry not written", key=changes[0].key, error=str(error))
        tally.trouble.failed(DIARY)
        tally.problems.append(str(error))
        return {changes[0]: str(error)}
    tally.trouble.worked(DIARY)
    return {}


def _failure(claimed: Claimed, outcome: Outcome, error: PlainError, tally: Tally, seconds: float = 0) -> Result:
    log.debug("effect not carried out", key=claimed.stored.key, outcome=outcome.name, error=str(error))
    unsettled = isinstance(error, MailUnsettledError)
    if outcome is not Outcome.REFUSED and not unsettled:
        tally.trouble.failed(claimed.service)
    tally.problems.append(str(error))
    return Result(claimed, outcome, str(error), seconds, unsettled)
