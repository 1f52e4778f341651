from collections.abc import Callable

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from bot.effects import MailKind
from bot.wording.mails import compose
from bot.wording.material import MailMaterial


@pytest.mark.parametrize("kind", [kind for kind in MailKind if kind is not MailKind.DIGEST])
def test_a_mail_is_written_in_a_few_milliseconds(
    kind: MailKind, benchmark: BenchmarkFixture, material: Callable[..., MailMaterial]
) -> None:
    made = material(kind)
    compose(made)  # the templates are compiled once in a process
    raw = benchmark(compose, made)
    assert raw.startswith(b"From: ")
    if benchmark.stats:
        assert benchmark.stats.stats.median < 0.005
