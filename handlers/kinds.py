"""Sections of which there is more than one kind: a transport of mail, a chat, a diary. One setting says which."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import UnionType
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel, Tag


def kind_from(setting: str, usual: str) -> Callable[[object], str]:
    """What says of which kind a section is: its `setting`, or the usual kind where that is not said."""

    def kind_of(section: object) -> str:
        value = section.get(setting, usual) if isinstance(section, dict) else getattr(section, setting, usual)
        return str(value)

    return kind_of


def kinds(annotation: object) -> dict[str, type[BaseModel]]:
    """The classes of such a section by kind; empty for an annotation of anything else."""
    return {tag: section for tag, section in _members(annotation) if tag}


def section_in(annotation: object) -> type[BaseModel] | None:
    """The one section that an annotation such as `Section | None` is about, if there is just one."""
    found = [section for _, section in _members(annotation)]
    return found[0] if len(found) == 1 else None


def _members(annotation: object) -> Iterator[tuple[str, type[BaseModel]]]:
    members = get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)
    for member in members:
        tag = ""
        section = member
        if get_origin(member) is Annotated:
            section, *notes = get_args(member)
            tag = next((note.tag for note in notes if isinstance(note, Tag)), "")
        if isinstance(section, type) and issubclass(section, BaseModel):
            yield tag, section
