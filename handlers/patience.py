"""How long to wait before something that failed is tried again, and when to stop trying for this round."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field

FIRST = 10.0
"""Seconds after the first failure; each further one doubles them."""
LONGEST = 900.0
"""Seconds: nothing waits longer than this for its next try, unless the other side asked for more."""
MOST_ASKED = 86_400.0
"""Seconds: no server may make us wait longer than a day."""
SPREAD = 0.5
"""What failed together comes back over so much more time, so that a server that has just come up is not run over."""
ENOUGH = 3
"""After so many failures in a row a service is left alone until the next round."""


def pause(failures: int, *, number: int, asked: float = 0) -> dt.timedelta:
    """How long to wait after that many failures in a row; `asked` is what the other side wants, in seconds.

    Doubles from `FIRST` to `LONGEST`. `number`, such as an effect's id, spreads the waits: the same always waits the
    same, so that a round can be repeated.
    """
    seconds = min(FIRST * 2 ** min(max(failures, 1) - 1, 16), LONGEST)
    share = (number * 2_654_435_761 % 1_000) / 1_000  # Knuth's multiplicative hash: neighbours lie far apart
    return dt.timedelta(seconds=max(seconds * (1 + SPREAD * share), min(asked, MOST_ASKED)))


@dataclass(slots=True)
class Trouble:
    """Which services have failed in this round, and how often in a row."""

    failures: Counter[str] = field(default_factory=Counter)

    def failed(self, service: str) -> None:
        """It failed once more."""
        self.failures[service] += 1

    def worked(self, service: str) -> None:
        """It works."""
        self.failures[service] = 0

    def failed_services(self) -> set[str]:
        """Those that failed last."""
        return {service for service, count in self.failures.items() if count}

    def sound_services(self) -> set[str]:
        """Those that worked last."""
        return {service for service, count in self.failures.items() if not count}

    def is_down(self, service: str) -> bool:
        """Whether it is to be left alone for the rest of the round."""
        return self.failures[service] >= ENOUGH
