"""How long the bytes of a mail take from the wire to who talks and what is new: real ones, and 50 MB of anything.

Run from the repository's root: `python tests/benchmarks/benchmark_mails.py [ROUNDS]`. Each figure is the processor time
of a mail's quickest round. Exit status 1 when a huge mail takes too long, or when a bar is missed on the real ones.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bot.reading.automatic import kind_of
from bot.reading.letter import read_letter
from bot.reading.visible import visible

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "tests" / "reading" / "mails", ROOT.parent / "shared" / "data" / "imip")
MEDIAN_MS, P99_MS, HUGE_S = 2.0, 50.0, 1.0
"""The bars: for a real mail, and for each huge one."""
BYTES = 50_000_000
HEAD = b"From: Sam <sam@oak.example>\nTo: visits@council.example\nSubject: Visit\nMessage-ID: <1@oak.example>\n"
FILE = b"Content-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: application/pdf\n"
PLACES = {
    "bytes": b"",
    "header": HEAD + b"X-A: ",
    "body": HEAD + b"\n",
    "base64": HEAD + b"Content-Transfer-Encoding: base64\n\n",
    "quoted-printable": HEAD + b"Content-Transfer-Encoding: quoted-printable\n\n",
    "HTML": HEAD + b"Content-Type: text/html\n\n",
    "attachment": HEAD + FILE + b"Content-Transfer-Encoding: quoted-printable\n\n",
    "calendar": HEAD + b"Content-Type: text/calendar\n\nBEGIN:VEVENT\n",
}
PIECES = (b"\r", b"\n", b"\r\n", b"\ra", b"\r\na", b"\0", b" ", b"a", b"A", b"> ", b"> \n", b"=\n", b"=3D", b"<", b"&",
          b"a:b\n", b" a\n", b"--\n", b"\xff")  # fmt: skip


def nested(depth: int) -> bytes:
    parts = [b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (n, n + 1) for n in range(depth)]
    return HEAD + b"Content-Type: multipart/mixed; boundary=b0\n\n" + b"".join(parts)


def huge() -> Iterator[tuple[str, bytes]]:
    """Mails that nobody writes, one at a time: together they would need more room than a machine has."""
    yield "100,000 headers", b"X: \n" * 100_000
    yield "1,000 multiparts in one another", nested(1_000)
    for place, head in PLACES.items():
        for piece in PIECES:
            yield f"{place} of {piece!r}", head + piece * ((BYTES - len(head)) // len(piece))


def real() -> list[bytes]:
    return [path.read_bytes() for folder in FOLDERS for path in sorted(folder.glob("*.eml"))]


def read(raw: bytes) -> None:
    letter = read_letter(raw)
    kind_of(letter, visible(letter.text))


def spent(work: Callable[[bytes], None], raw: bytes, rounds: int) -> float:
    """Seconds of processor time of the quickest round."""
    times = []
    for _ in range(rounds):
        began = time.process_time()
        work(raw)
        times.append(time.process_time() - began)
    return min(times)


def main(rounds: int = 3) -> int:
    """Print the real mails' figures, the ten slowest of the huge ones, and what is missed."""
    times = sorted(spent(read, raw, rounds) * 1e3 for raw in real())
    median, p99 = statistics.median(times), times[min(int(len(times) * 0.99), len(times) - 1)]
    slow = sorted(((spent(read, raw, 1), name) for name, raw in huge()), reverse=True)
    say = sys.stdout.write
    say(f"real mails     median {median:8.3f} ms   p99 {p99:8.3f} ms   ({len(times)} mails)\n")
    say("".join(f"{name:34} {seconds:8.3f} s\n" for seconds, name in slow[:10]))
    missed = [f"{name} over {HUGE_S:g} s" for seconds, name in slow if seconds > HUGE_S]
    missed += ["median"] * (median > MEDIAN_MS) + ["p99"] * (p99 > P99_MS)
    say("".join(f"missed: {words}\n" for words in missed))
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:2])))
