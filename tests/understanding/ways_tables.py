"""Turns of phrase as tables in plain files, one a line: what is written, "=>", what it means."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "ways"


def ways(*names: str) -> list[tuple[str, str]]:
    """The lines of these tables as pairs; "\\n" in a line stands for a line break."""
    found = []
    for name in names:
        for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                text, _, meaning = line.rpartition("=>")
                found.append((text.strip().replace("\\n", "\n"), meaning.strip()))
    return found
