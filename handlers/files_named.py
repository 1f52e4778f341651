"""Files that the configuration names: their paths, and what stands in them, such as a password."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator

from bot.errors import PlainError


def printable(path: Path) -> Path:
    """The path as it is; raises ValueError for one that no message could show."""
    if not str(path).isprintable():
        raise ValueError("not a path")
    return path


NamedFile = Annotated[Path, AfterValidator(printable)]


def text_in(file: Path, setting: str) -> str:
    """The text of the file that `setting` names, without line ends around it; raises PlainError, never with it."""
    try:
        text = file.read_text(encoding="utf-8").strip("\r\n")
    except OSError as error:
        raise PlainError(
            f"{file} cannot be read ({error.strerror}); correct {setting}, or let the user that runs Visit Bot read it."
        ) from None
    except UnicodeDecodeError:
        raise PlainError(f"{file} is not UTF-8 text; correct {setting}.") from None
    if not text.strip():
        raise PlainError(f"{file} is empty; correct {setting}.")
    return text
