"""`init`: the configuration, the mail folders and the database; what is there already stays as it is."""

from __future__ import annotations

import os
from pathlib import Path

from handlers.mail.maildir import MaildirMailbox
from handlers.sections import MaildirSettings
from handlers.settings import DEFAULT_FILE, load_settings
from handlers.wiring import open_store

TEMPLATE = """# Visit Bot: the smallest configuration. deploy/visitbot.example.toml has every setting, explained.
[mail]
transport = "maildir"
path = "mail"                          # two Maildirs: inbox (read) and sent (written)
address = "visits@council.example"     # change this to your team's mailbox
name = "Virtual School Visits"

[database]
url = "sqlite:///visitbot.db"

[chat]
kind = "console"                       # none | console
"""


def initialise(config: Path | None) -> list[str]:
    """Create what is missing; lines that say what was created and what was there. Raises PlainError."""
    file = config or DEFAULT_FILE
    lines = []
    if file.exists():
        lines.append(f"{file} is there and stays as it is.")
    else:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(TEMPLATE, encoding="utf-8")
        lines.append(f"Wrote {file}; change the address in it.")
    settings = load_settings(file, os.environ)
    there = settings.database.path.exists()
    open_store(settings, create=True)
    lines.append(f"The database {_from_here(settings.database.path)} {'is there.' if there else 'is made.'}")
    if isinstance(settings.mail, MaildirSettings):
        MaildirMailbox(settings.mail.path).create()
        lines.append(f"Mail lies in {_from_here(settings.mail.path)}.")
    return lines


def _from_here(path: Path) -> Path:
    """The path as one would type it here."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
