"""What the Exchange mailbox and the Exchange diary share: the way to the server, its errors, its requests."""

from __future__ import annotations

import importlib.util

from bot.errors import PlainError


def need_exchangelib() -> None:
    """Raise PlainError where the library that speaks to Exchange is not installed; ask before importing more."""
    if importlib.util.find_spec("exchangelib") is None:
        raise PlainError(
            "Exchange needs packages that are not installed; run `make full` or install visitbot[exchange]."
        )
