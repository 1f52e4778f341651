"""What went wrong with Exchange, as one of a few kinds, and the sentence that says it and how to mend it."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from enum import Enum, auto

import requests
from exchangelib import errors
from lxml.etree import LxmlError
from oauthlib.oauth2 import OAuth2Error
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

FAILURES = (
    errors.EWSError,
    OAuth2Error,
    requests.RequestException,
    OSError,
    # exchangelib lets these through where an answer is not what the protocol says it must be.
    LxmlError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)
"""Everything that a call of exchangelib may end with."""


class Kind(Enum):
    """What sort of trouble it is, by what may be done about it."""

    UNREACHED = auto()  # the request was certainly never written
    SIGN_IN = auto()  # the request was certainly not looked at
    DENIED = auto()  # understood, and not allowed
    REFUSED = auto()  # this mail will never be taken
    MISSING = auto()  # what was asked for is not there
    STALE = auto()  # the sync state is of no use any more
    BUSY = auto()  # it may work later
    LOST = auto()  # no answer: who knows
    ODD = auto()  # an answer that we cannot make sense of


class Trouble(Exception):  # noqa: N818  it is what a call came to, and becomes an error of a port
    """A call that failed: its kind, what to say, and how many seconds the server asked us to wait."""

    def __init__(self, kind: Kind, sentence: str, seconds: float = 0) -> None:
        super().__init__(sentence)
        self.kind = kind
        self.seconds = seconds


_KINDS: tuple[tuple[tuple[str, ...], Kind], ...] = (
    (("ErrorInvalidSyncStateData",), Kind.STALE),
    (("AutoDiscoverFailed", "AutoDiscoverCircularRedirect"), Kind.UNREACHED),
    (
        (
            "ErrorInvalidRecipients",
            "ErrorMissingRecipients",
            "ErrorMessageSizeExceeded",
            "ErrorMimeContentInvalid",
            "ErrorMimeContentInvalidBase64String",
        ),
        Kind.REFUSED,
    ),
    (("ErrorItemNotFound", "ErrorFolderNotFound", "ErrorInvalidIdMalformed", "ErrorNonExistentMailbox"), Kind.MISSING),
    (("ErrorMailRecipientNotFound",), Kind.MISSING),
    (
        (
            "ErrorAccessDenied",
            "ErrorNoFreeBusyAccess",
            "ErrorImpersonateUserDenied",
            "ErrorImpersonationDenied",
            "ErrorImpersonationFailed",
            "ErrorSendAsDenied",
        ),
        Kind.DENIED,
    ),
    (("ErrorTimeoutExpired",), Kind.LOST),
    (
        (
            "ErrorServerBusy",
            "ErrorInternalServerTransientError",
            "ErrorExceededConnectionCount",
            "ErrorTooManyObjectsOpened",
            "ErrorMailboxStoreUnavailable",
            "RateLimitError",
        ),
        Kind.BUSY,
    ),
)
_KIND_OF = {name: kind for names, kind in _KINDS for name in names}

_IMPERSONATE = (
    "Exchange does not let us act as {mailbox}; grant the role ApplicationImpersonation for that mailbox "
    '(New-ManagementRoleAssignment), or set access = "delegate".'
)
_SENTENCES = {
    "ErrorImpersonateUserDenied": _IMPERSONATE,
    "ErrorImpersonationDenied": _IMPERSONATE,
    "ErrorImpersonationFailed": _IMPERSONATE,
    "ErrorAccessDenied": "Exchange does not let us open {mailbox}; grant our account access to it, "
    "for a diary the right to edit its calendar.",
    "ErrorNoFreeBusyAccess": "Exchange does not show us when {mailbox} is free; share the calendar's free and busy "
    "times with our account.",
    "ErrorSendAsDenied": "Exchange does not let us send as {mailbox}; grant our account Send As for it.",
    "ErrorNonExistentMailbox": "Exchange knows no mailbox {mailbox}; correct the address.",
    "ErrorMailRecipientNotFound": "Exchange knows no mailbox {mailbox}; correct the address.",
    "ErrorInvalidRecipients": "Exchange refused a mail because of its recipients; correct the contact's address.",
    "ErrorMissingRecipients": "Exchange refused a mail because of its recipients; correct the contact's address.",
    "ErrorMessageSizeExceeded": "Exchange refused a mail because it is too large; raise the limit on the mailbox.",
    "AutoDiscoverFailed": "The Exchange server of {mailbox} was not discovered; set endpoint to its address.",
    "AutoDiscoverCircularRedirect": "The Exchange server of {mailbox} was not discovered; set endpoint to its address.",
    "ErrorQuotaExceeded": "The mailbox {mailbox} is full; archive mail or raise its quota.",
}
_BY_KIND = {
    Kind.UNREACHED: "Exchange at {server} cannot be reached; check endpoint and the network.",
    Kind.STALE: "Exchange no longer knows how far we have read {mailbox}; it will be read from the beginning.",
    Kind.REFUSED: "Exchange refused a mail ({code}).",
    Kind.MISSING: "Exchange did not find something in {mailbox} ({code}); correct the folder names.",
    Kind.DENIED: "Exchange does not allow this in {mailbox} ({code}).",
    Kind.BUSY: "Exchange is busy ({code}); it will be asked again later.",
    Kind.LOST: "Exchange at {server} did not answer; check the network and timeout_seconds.",
    Kind.ODD: "Exchange gave an answer that cannot be understood ({code}); check that endpoint names its EWS service.",
}


def trouble_of(error: Exception, mailbox: str, server: str) -> Trouble:
    """Which trouble an error of exchangelib is; `mailbox` and `server` are names for the sentence."""
    causes = list(_causes(error))
    name = type(error).__name__
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        sentence = f"{server} shows a certificate that is not trusted; name its issuer with ca_file."
        return Trouble(Kind.UNREACHED, sentence)
    if any(isinstance(cause, requests.exceptions.SSLError) for cause in causes):
        return Trouble(Kind.LOST, f"The encrypted connection to {server} failed; check endpoint and its TLS versions.")
    if any(isinstance(cause, NewConnectionError | ConnectTimeoutError) for cause in causes):
        return Trouble(Kind.UNREACHED, _BY_KIND[Kind.UNREACHED].format(server=server))
    if isinstance(error, OAuth2Error):
        said = f"{error.error} {(error.description or '').split(':')[0]}".strip()
        sentence = (
            f"No token was issued for Exchange ({said}); check tenant_id, client_id and its secret or certificate."
        )
        return Trouble(Kind.SIGN_IN, sentence)
    if isinstance(error, errors.UnauthorizedError):
        return Trouble(
            Kind.SIGN_IN, f"Exchange at {server} refused our sign-in; check the user, password or application."
        )
    if isinstance(error, requests.RequestException | OSError):
        return Trouble(Kind.LOST, _BY_KIND[Kind.LOST].format(server=server))
    kind = _KIND_OF.get(name, Kind.ODD)
    template = _SENTENCES.get(name, _BY_KIND[kind])
    seconds = float(getattr(error, "back_off", 0) or 0) if kind is Kind.BUSY else 0
    return Trouble(kind, template.format(mailbox=mailbox, server=server, code=name), seconds)


def _causes(error: Exception) -> Iterator[BaseException]:
    """The error and what led to it: of exchangelib's that of requests, of requests' what they hand on within.

    Nothing further back is looked at: that may be the end of an earlier attempt, which says nothing about this one.
    """
    waiting: list[object] = [error]
    if isinstance(error, errors.EWSError) and isinstance(error.__context__, requests.RequestException):
        waiting.append(error.__context__)
    while waiting:
        cause = waiting.pop()
        if isinstance(cause, BaseException):
            yield cause
            waiting += [getattr(cause, "reason", None), *cause.args]
