"""The one kind of error that people see: its message is a sentence that says what happened, to what, and what to do."""

from __future__ import annotations


class PlainError(Exception):
    """Something failed that a person can mend; the message is for them, details are in the log."""


class WrongUseError(PlainError):
    """A command was called in a way that makes no sense; the exit status is 2."""
