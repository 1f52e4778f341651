"""The main views as they were last looked at; who changes one sees what it becomes."""

import json
import struct
from pathlib import Path

import pytest

from tests.chat.block_pictures import draw
from tests.chat.renew_pictures import FOLDER, SHOWN, SNAPSHOTS, page_of, written
from tests.chat.small_png import small_png
from tests.chat.view_faults import faults, view_faults
from tests.real_parts import real_program

RENEW = "python -m tests.chat.renew_pictures"


@pytest.mark.parametrize("name", SNAPSHOTS)
def test_the_view_is_as_it_was_looked_at(name: str) -> None:
    kept = FOLDER / f"{name}.json"
    assert kept.exists(), f"{name} has no snapshot yet; look at it and write it with: {RENEW}"
    made = written(SNAPSHOTS[name]())
    same = made == kept.read_text(encoding="utf-8")
    assert same, f"{name} looks different now; if it is meant, look at it and renew it with: {RENEW}"


@pytest.mark.parametrize("name", SNAPSHOTS)
def test_the_view_is_taken_by_slack(name: str) -> None:
    for made in json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")):
        assert (view_faults(made) if "type" in made else faults(made["blocks"], "message")) == []


@pytest.mark.parametrize("name", SHOWN)
def test_the_picture_for_the_readme_is_there_and_small(name: str) -> None:
    picture = FOLDER / f"{name}.png"
    assert picture.exists(), f"there is no picture of {name}; draw it with: {RENEW}"
    assert picture.stat().st_size < 60_000


@pytest.mark.parametrize("name", SNAPSHOTS)
def test_every_view_can_be_drawn_with_nothing_left_to_parse(name: str) -> None:
    page = page_of(SNAPSHOTS[name]())
    assert "<!channel>" not in page
    assert page.endswith("</html>")


def test_a_picture_is_drawn_as_high_as_its_blocks(tmp_path: Path) -> None:
    chromium = real_program("chromium", "chromium")
    draw(page_of(SNAPSHOTS["card_done"]()), tmp_path / "a.png", chromium)
    width, height = struct.unpack(">II", (tmp_path / "a.png").read_bytes()[16:24])
    assert width == 1050
    assert 150 < height < 600


def test_a_picture_that_is_no_drawing_of_chromiums_is_refused() -> None:
    head = struct.pack(">I", 13) + b"IHDR" + struct.pack(">IIBBBBB", 1, 1, 16, 0, 0, 0, 0) + b"\0\0\0\0"
    with pytest.raises(ValueError, match="Chromium"):
        small_png(b"\x89PNG\r\n\x1a\n" + head)
