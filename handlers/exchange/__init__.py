"""What the Exchange mailbox and the Exchange diary share: the way to the server, its errors, its requests.

To import any of it where the library that speaks to Exchange is not installed raises PlainError.
"""

from __future__ import annotations

import importlib.util

from bot.errors import PlainError

if importlib.util.find_spec("exchangelib") is None:
    raise PlainError("Exchange needs packages that are not installed; run `make full` or install visitbot[exchange].")
