"""A small world to work in: its own folder with a configuration, a database and a mailbox, and the demo's schools."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import PlainError
from bot.ports import Post
from handlers.clock import FixedClock
from handlers.demo.schools_at_work import Place
from handlers.demo.scripts import DATA

if TYPE_CHECKING:
    from handlers.parts import Parts
    from storage.database import Store
    from storage.imports.result import ImportResult

PROGRAM = "visitbot"
MARK = ".visitbot-demo"
CONFIGURATION = "visitbot.toml"
_CONFIGURATION_TEXT = """\
# The configuration of the demo: an imagined council, nothing outside this folder.

[mail]
transport = "maildir"
path = "mail"
address = "visits@virtualschool.example"
name = "Virtual School Visits"

[database]
url = "sqlite:///visitbot.db"

[chat]
kind = "console"

[digest]
to = ["managers@virtualschool.example"]
"""


@dataclass
class ListeningChannel:
    """A channel that keeps its lines, for a board to show."""

    posts: list[Post] = field(default_factory=list)

    def post(self, post: Post) -> None:
        """Keep one line."""
        self.posts.append(post)

    def find_posted(self, key: str) -> bool:
        """Whether that line was kept."""
        return any(post.key == key for post in self.posts)


@dataclass(frozen=True, slots=True)
class World:
    """A world that is set up; `places` are its schools by URN."""

    folder: Path
    parts: Parts
    channel: ListeningChannel
    places: Mapping[str, Place]

    @property
    def inbox(self) -> Path:
        """Where letters are dropped."""
        return self.folder / "mail" / "inbox"

    @property
    def sent(self) -> Path:
        """Where our mails lie."""
        return self.folder / "mail" / "sent"


def program() -> str:
    """The program as one would call it here: it may not be on the PATH."""
    called = Path(sys.argv[0])
    if called.name != PROGRAM or shutil.which(PROGRAM) == str(called):
        return PROGRAM
    return str(called.relative_to(Path.cwd())) if called.is_relative_to(Path.cwd()) else str(called)


def fresh_folder(folder: Path) -> None:
    """Make the folder anew. Raises PlainError where it holds something that no demo made."""
    if folder.exists() and not folder.is_dir():
        raise PlainError(f"{folder} is a file; name another folder for the demo with --folder.")
    if folder.is_dir() and any(folder.iterdir()):
        if not (folder / MARK).is_file():
            raise PlainError(f"{folder} was not made by the demo, so it stays; name another one with --folder.")
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).write_text("Made by `visitbot demo`, which deletes this folder when it runs again.\n", "utf-8")


def set_up(folder: Path, start: dt.datetime, data: Path = DATA) -> World:
    """A world in that (fresh) folder: configuration, database, and everything imported as the commands import it.

    Raises PlainError where a data file cannot be imported whole.
    """
    from handlers.settings import load_settings
    from handlers.wiring import build, open_store

    file = folder / CONFIGURATION
    file.write_text(_CONFIGURATION_TEXT, "utf-8")
    settings = load_settings(file, {})
    store = open_store(settings, create=True)
    _import_all(store, data)
    channel = ListeningChannel()
    parts = build(settings, FixedClock(start), channel=channel)
    for box in ("inbox", "sent"):
        for name in ("tmp", "new", "cur"):
            (folder / "mail" / box / name).mkdir(parents=True)
    return World(folder, parts, channel, _places(store))


def _import_all(store: Store, data: Path) -> None:
    from storage.imports.advisers import import_advisers
    from storage.imports.contacts import import_contacts
    from storage.imports.schools import import_schools
    from storage.imports.terms import import_terms

    imports: tuple[tuple[Callable[..., ImportResult], str], ...] = (
        (import_schools, "schools.csv"),
        (import_contacts, "contacts.csv"),
        (import_advisers, "advisers.csv"),
        (import_terms, "terms.toml"),
    )
    for run, name in imports:
        result = run(store, data / name)
        if result.problems:
            raise PlainError(f"{data / name}: {result.problems[0].reason}; install Visit Bot again.")


def _places(store: Store) -> dict[str, Place]:
    with store.read() as records:
        return {
            school.urn: Place(school.urn, tuple(records.contacts(school.urn)), records.calendar(school))
            for school in records.schools()
        }
