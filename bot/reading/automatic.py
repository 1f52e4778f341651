"""Who is talking in a letter: a person, or which sort of machine."""

from __future__ import annotations

from bot.model import Kind, Letter, Visible
from bot.reading import machine_words as words
from bot.reading.bounces import NO_FAILURE, looks_like_bounce
from bot.reading.calendar_answer import is_notice
from bot.reading.guarded import lowered
from bot.reading.standing_notices import standing_notice
from bot.reading.visible import visible

_OWN_WORDS = 1_500
"""Characters of the newly written text that tell a machine's notice: it says so at once."""


def kind_of(letter: Letter, view: Visible | None = None) -> Kind:
    """A person's reply, an automatic mail, a bounce, or the answer of a calendar program.

    `view` is what is visible of the letter's text, where that is known already. Works on a letter with all its headers
    and on one of which only subject and text are known. In doubt it is a person: a machine's mail that is read does
    less harm than a person's that is not.
    """
    if letter.delivery_report is not None:
        return Kind.BOUNCE
    if _is_calendar(letter):
        return Kind.CALENDAR
    sender = f"{letter.sender.name} {letter.sender.email}"
    decided = NO_FAILURE in letter.defects
    if not decided and looks_like_bounce(sender, letter.subject, letter.text, letter.headers):
        return Kind.BOUNCE
    return Kind.AUTO_REPLY if why_automatic(letter, view) else Kind.REPLY


def why_automatic(letter: Letter, view: Visible | None = None) -> str:
    """The mark that shows a machine wrote this letter, for `explain`; "" where nothing does. `view` as in `kind_of`."""
    discussed = _is_discussed(letter)
    for name, value in letter.headers:
        rule = None if discussed and name in words.OF_LISTS else words.HEADERS.get(name)
        if rule is not None and rule.search(value.strip()):
            return f"{name}: {value.strip()[:80]}"
    if letter.header("x-auto-response-suppress") and letter.header("x-ms-exchange-inbox-rules-loop"):
        return "x-ms-exchange-inbox-rules-loop"
    if any(attached.content_type == "message/feedback-report" for attached in letter.attachments):
        return "message/feedback-report"
    listed = "" if discussed else _list_mark(letter)
    return listed or _sender_mark(letter) or _subject_mark(letter) or _text_mark(letter, view)


def _is_calendar(letter: Letter) -> bool:
    if letter.calendar is not None:
        return letter.calendar.method not in ("", "PUBLISH")
    if words.CALENDAR_TYPE.search(letter.header("content-type")) or words.CALENDAR_CLASS.search(
        letter.header("content-class")
    ):
        return True
    if words.CALENDAR_MESSAGE.match(letter.header("x-message-class") or letter.header("x-post-messageclass")):
        return True
    return is_notice(letter.subject, letter.text)


def _list_mark(letter: Letter) -> str:
    """Mail to many, through a list that is not for discussion. An answer came from a person even through a list."""
    if letter.in_reply_to or letter.references:
        return ""
    return next((name for name, _ in letter.headers if name in words.LIST_HEADERS), "")


def _is_discussed(letter: Letter) -> bool:
    """Whether a letter came through a list on which people write to each other: one can post to it."""
    owned = letter.header("sender").strip(" <").lower().startswith("owner-")
    through_list = owned or any(n in words.LIST_HEADERS or n in words.LIST_PROGRAMS for n, _ in letter.headers)
    if letter.header("list-unsubscribe-post") or not through_list:
        return False
    posting = "@" in letter.header("list-post") or any(letter.header(name) for name in words.LIST_PROGRAMS)
    if letter.header("precedence").strip().lower() == "list" and not letter.header("list-unsubscribe"):
        return True
    return posting or owned or bool(letter.in_reply_to or letter.references)


def _sender_mark(letter: Letter) -> str:
    return letter.sender.email if words.SENDER.match(letter.sender.email) else ""


def _subject_mark(letter: Letter) -> str:
    start = words.SUBJECT_START.match(letter.subject) if words.ANSWER.match(letter.subject) is None else None
    match = start or words.SUBJECT_WITHIN.search(letter.subject)
    return match.group() if match is not None else ""


def _text_mark(letter: Letter, view: Visible | None) -> str:
    seen = visible(letter.text) if view is None else view
    own = seen.text[:_OWN_WORDS]
    first = letter.text.lstrip()[:200].partition("\n")[0]
    if words.REPLY_ABOVE.search(first):
        return first.strip()
    told = words.notice(letter.subject, own)
    if told:
        return told
    standing = standing_notice(letter.subject, own, letter.sender.name, quotes=bool(seen.quoted))
    if standing:
        return standing
    answered = letter.in_reply_to or letter.references or words.ANSWER.match(letter.subject)
    return "" if answered else _newsletter_mark(letter)


def _newsletter_mark(letter: Letter) -> str:
    seen = f"{letter.subject}\n{letter.text[:_OWN_WORDS]}\n{letter.text[-_OWN_WORDS:]}"
    low = lowered(seen)
    likely = [each.pattern.search(seen) for each in words.NEWSLETTER if each.may_be_in(low)]
    found = [match.group() for match in likely if match is not None]
    return " + ".join(found) if len(found) > 1 else ""
