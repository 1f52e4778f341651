"""Where the text of a calendar feed comes from: a web address, or a file on this machine; within bounds.

The address of a feed is a secret, for whoever has it reads the calendar: it stands in no error and in no log.
"""

from __future__ import annotations

import stat
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from handlers.diary.feed_entries import NoCalendarError
from handlers.http_line import Answer, HttpLine, NoAnswerError, TooLargeError

LARGEST = 10_000_000
MOST_REDIRECTIONS = 5
_WEB = {"http": "http", "https": "https", "webcal": "https", "webcals": "https"}
_TOO_LARGE = f"has more than {LARGEST // 1_000_000} MB; publish a calendar with less"
_NEW_ADDRESS = "let its owner publish it anew, and set the new address"


def feed_text(address: str, line: HttpLine) -> str:
    """The text of the feed. Raises NoCalendarError; PlainError where httpx is missing."""
    scheme = address.partition("://")[0].casefold() if "://" in address else ""
    if scheme in _WEB:
        raw = _fetched(f"{_WEB[scheme]}{address[len(scheme) :]}", line)
    elif scheme in ("", "file"):
        raw = _read(Path(unquote(address[len("file://") :]) if scheme else address))
    else:
        raise NoCalendarError("has an address that is none of https, webcal and file; correct it")
    return _decoded(raw)


def host_of(address: str) -> str:
    """The part of an address that may be told."""
    try:
        return urlsplit(address).hostname or "this machine"
    except ValueError:
        return "an unreadable address"


def _fetched(url: str, line: HttpLine) -> bytes:
    for _ in range(MOST_REDIRECTIONS + 1):
        answer = _asked(url, line)
        if answer.status not in (301, 302, 303, 307, 308):
            return _body(answer)
        following = _followed(url, answer.headers.get("location", ""))
        if following is None:
            break
        url = following
    raise NoCalendarError(f"leads on and on, or to an address that is not safe; {_NEW_ADDRESS}")


def _followed(url: str, location: str) -> str | None:
    """Where a redirection leads; None where that is not safe: what is asked for in confidence stays so."""
    try:
        following = urljoin(url, location)
        scheme = urlsplit(following).scheme
    except ValueError:
        return None
    return following if scheme == "https" or (scheme == "http" and not url.startswith("https:")) else None


def _asked(url: str, line: HttpLine) -> Answer:
    try:
        return line.ask("GET", url, headers={"Accept": "text/calendar, */*;q=0.1"}, limit=LARGEST)
    except NoAnswerError as error:
        raise NoCalendarError(f"could not be reached: {error}; it is tried again") from None
    except TooLargeError:
        raise NoCalendarError(_TOO_LARGE) from None


def _body(answer: Answer) -> bytes:
    if answer.well:
        return answer.body
    if 400 <= answer.status < 500 and answer.status not in (408, 429):
        raise NoCalendarError(f"is not to be had any more ({answer.status}); {_NEW_ADDRESS}")
    raise NoCalendarError(f"is out of order at the moment ({answer.status}); it is tried again")


def _read(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise NoCalendarError("is not a plain file; correct its path")
        if status.st_size > LARGEST:
            raise NoCalendarError(_TOO_LARGE)
        with path.open("rb") as file:
            return file.read(LARGEST)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "no path"
        raise NoCalendarError(f"cannot be read ({why}); correct its path or its permissions") from None


def _decoded(raw: bytes) -> str:
    """UTF-8 as the standard says, else what old Windows programs write."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
