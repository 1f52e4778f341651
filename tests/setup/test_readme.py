"""The README is true: its commands run in an empty folder, in their order, and say what it says they say."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def steps() -> list[tuple[str, str]]:
    """Each command of the README with the output that stands under it."""
    found = []
    for block in CONSOLE.findall(README):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


def run(command: str, folder: Path) -> str:
    environment = {
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
        "HOME": str(folder),
        "DATA": str(ROOT / "handlers" / "demo" / "data"),
        "LC_ALL": "C.UTF-8",
        "PYTHONUTF8": "1",
    }
    for name in ("COVERAGE_PROCESS_START",):
        if name in os.environ:
            environment[name] = os.environ[name]
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}: {done.stderr}"
    return done.stdout


def evened(output: str) -> str:
    """Blank lines and blanks at the ends of lines do not count."""
    return "\n".join(line.rstrip() for line in output.splitlines() if line.strip())


def test_the_first_hour_says_what_the_readme_says(tmp_path: Path) -> None:
    assert len(steps()) > 10
    for command, output in steps():
        assert evened(run(command, tmp_path)) == evened(output), command


def test_every_file_that_the_readme_names_is_there() -> None:
    named = set(re.findall(r"\b(?:bot|handlers|storage|tests|deploy)/[\w./]*\w\.(?:py|toml|yaml|service)", README))
    assert len(named) > 10
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("target", re.findall(r"^make (\w+)", README, re.MULTILINE))
def test_every_make_target_of_the_readme_is_there(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
