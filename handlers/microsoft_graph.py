"""Microsoft Graph over HTTP: signs in, asks, repeats what may be repeated; no more than our adapters need.

After Microsoft's documentation of Graph 1.0: errors, throttling, and immutable identifiers.
"""

from __future__ import annotations

import json
import random
import re
import time
from collections.abc import Callable, Mapping
from urllib.parse import quote, urlencode, urlsplit

from handlers.http_line import LIMIT, Answer, HttpLine, NoAnswerError, TooLargeError, seconds_to_wait
from handlers.microsoft_sign_in import MISSING, Access, SignIn, SignInError

ATTEMPTS = 4
LONGEST_PAUSE = 60.0
_PASSING = frozenset({429, 500, 502, 503, 504, 509})
"""Statuses after which the same read may succeed."""
_IMMUTABLE = 'IdType="ImmutableId"'
_MEANINGS = {
    400: "it did not understand the request",
    401: "it does not accept our sign-in",
    403: "it denies access",
    404: "it knows no such thing",
    413: "it was too large",
    429: "it is asked too often at the moment",
    500: "it had a fault",
    503: "it is out of order at the moment",
    504: "it had no answer in time",
}


class GraphError(Exception):
    """No answer was got. `unsent`: the request certainly had no effect; `seconds`: how long to wait, 0 if not said.

    `passing`: the same may succeed a little later, without anybody mending anything.
    """

    def __init__(self, sentence: str, *, unsent: bool = False, seconds: float = 0, passing: bool = False) -> None:
        super().__init__(sentence)
        self.unsent = unsent
        self.seconds = seconds
        self.passing = passing


class GraphClient:
    """What the mailbox and the diary ask Graph through. Usable from several threads.

    `sleep` waits seconds, `chance` gives numbers from 0 to 1 that spread repeated requests; both are for tests.
    """

    def __init__(
        self,
        access: Access,
        *,
        line: HttpLine | None = None,
        sleep: Callable[[float], None] = time.sleep,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self.access = access
        self._line = line or HttpLine(MISSING, ca_file=access.ca_file)
        self._sign_in = SignIn(access, self._line)
        self._sleep = sleep
        self._chance = chance

    def read(
        self,
        place: str,
        query: Mapping[str, str] | None = None,
        *,
        prefer: str = "",
        limit: int = LIMIT,
        repeat: bool = True,
    ) -> Answer:
        """GET a path below /v1.0 (made with `path`), or a link that Graph gave us, whatever the status.

        Raises GraphError; TooLargeError where more than `limit` bytes came.
        """
        headers = {"Prefer": ", ".join(filter(None, (_IMMUTABLE, prefer)))}
        return self._ask("GET", self._address(place, query), headers, None, limit=limit, repeat=repeat)

    def write(self, method: str, place: str, table: Mapping[str, object] | None = None, *, prefer: str = "") -> Answer:
        """Ask for a change, or a POST that reads, that may be repeated without harm. Raises GraphError."""
        headers = {"Prefer": ", ".join(filter(None, (_IMMUTABLE, prefer)))}
        content = None
        if table is not None:
            headers["Content-Type"] = "application/json"
            content = json.dumps(table).encode()
        return self._ask(method, self._address(place), headers, content)

    def send_once(self, place: str, content: bytes, kind: str) -> Answer:
        """POST something that must never be sent twice: one request, whatever comes of it. Raises GraphError."""
        return self._ask("POST", self._address(place), {"Content-Type": kind}, content, repeat=False)

    def owns(self, link: str) -> bool:
        """Whether a link leads to Graph: our token goes where a request goes."""
        try:
            ours, theirs = urlsplit(self.access.graph_url), urlsplit(link)
        except ValueError:
            return False
        return (theirs.scheme, theirs.netloc) == (ours.scheme, ours.netloc)

    def close(self) -> None:
        """Close the connections."""
        self._line.close()

    def _address(self, place: str, query: Mapping[str, str] | None = None) -> str:
        if not place.startswith("/"):
            if not self.owns(place):
                raise GraphError("Microsoft 365 sent us a link that leads elsewhere; it is not followed.", unsent=True)
            return place
        return f"{self.access.graph_url}/v1.0{place}" + (
            f"?{urlencode(query, quote_via=quote, safe='$,')}" if query else ""
        )

    def _ask(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        content: bytes | None,
        *,
        limit: int = LIMIT,
        repeat: bool = True,
    ) -> Answer:
        attempt, fresh = 0, False
        while True:
            attempt += 1
            try:
                answer = self._once(method, url, headers, content, limit)
            except GraphError as error:
                pause = self._pause(attempt, error.seconds)
                if not (repeat and error.passing) or pause is None:
                    raise
            else:
                if answer.status == 401:
                    self._sign_in.forget()
                    if repeat and not fresh:
                        fresh = True
                        continue
                pause = self._pause(attempt, seconds_to_wait(answer))
                if not (repeat and answer.status in _PASSING) or pause is None:
                    return answer
            self._sleep(pause)

    def _once(self, method: str, url: str, headers: Mapping[str, str], content: bytes | None, limit: int) -> Answer:
        try:
            token = self._sign_in.token()
        except SignInError as error:
            raise GraphError(str(error), unsent=True, seconds=error.seconds) from error
        except NoAnswerError as error:
            raise GraphError(
                f"{self.access.login_url} could not be reached: {error}.", unsent=True, passing=True
            ) from error
        signed = {**headers, "Authorization": f"Bearer {token}", "Accept": "*/*"}
        try:
            return self._line.ask(method, url, headers=signed, content=content, limit=limit)
        except NoAnswerError as error:
            sentence = f"{self.access.graph_url} could not be reached: {error}."
            raise GraphError(sentence, unsent=error.unsent, passing=True) from error

    def _pause(self, attempt: int, asked: float) -> float | None:
        """Seconds until the next attempt: what was asked for or twice as long every time, spread; None for no more."""
        if attempt >= ATTEMPTS or asked > LONGEST_PAUSE:
            return None
        return max(asked, 0.5 * 2.0 ** (attempt - 1)) * (1 + 0.25 * self._chance())


def path(*parts: str) -> str:
    """A path below /v1.0 of its parts; what they hold cannot lead elsewhere."""
    return "".join(f"/{quote(part, safe='@$')}" for part in parts)


def quoted(text: str) -> str:
    """The text as a string in an OData filter: in single quotes, its own doubled (OData 4.01, section 5.1.1.6.1)."""
    return "'" + text.replace("'", "''") + "'"


def code_of(answer: Answer) -> str:
    """Graph's most telling code for an error, such as "ErrorItemNotFound"; "" where there is none."""
    code = ""
    error = answer.table().get("error")
    while isinstance(error, dict):
        code = error["code"] if isinstance(error.get("code"), str) and error["code"] else code
        error = error.get("innerError") or error.get("innererror")
    return re.sub(r"[^\w.-]", "", code)[:60]


def said(answer: Answer) -> str:
    """An error answer in words: what it means, with the status and the code for whoever looks it up."""
    code = code_of(answer)
    meaning = _MEANINGS.get(answer.status, "it did not do what was asked")
    return f"{meaning} ({answer.status}{f' {code}' if code else ''})"


__all__ = ["GraphClient", "GraphError", "TooLargeError", "code_of", "path", "quoted", "said"]
