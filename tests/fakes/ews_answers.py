"""What all operations of the Exchange stand-in share: whom they serve, what ids name, how answers are laid out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from tests.fakes.ews_store import EwsMailbox, EwsStore, Folder, Item
from tests.fakes.ews_xml import (
    VERSIONS,
    Element,
    Fault,
    M,
    Refusal,
    T,
    attribute,
    local,
    maybe,
    refused,
    response,
    success,
    whole_number,
    words,
)


@dataclass
class Manners:
    """How this server differs from the best of its kind."""

    drops_headers: bool = False
    merged_only: bool = False
    ignores_restrictions: bool = False
    sent_items_lag: float = 0
    versions: set[str] = field(default_factory=lambda: set(VERSIONS))
    unreadable: set[str] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)
    stumbles_over: set[str] = field(default_factory=set)


class Stumbled(Exception):  # noqa: N818  the server's error, not the stand-in's
    """The server itself fails: no answer in the protocol's words."""


class Service:
    """One stand-in's service; `before` holds what happens ahead of the next request of a kind."""

    def __init__(self, store: EwsStore, manners: Manners, clock: Callable[[], float]) -> None:
        self.store = store
        self.manners = manners
        self.clock = clock
        self.before: dict[str, Callable[[], object]] = {}

    def folder(self, element: Element, user: str, *, write: bool = False) -> tuple[EwsMailbox, Folder]:
        """The folder that a FolderId or DistinguishedFolderId names."""
        name = attribute(element, "Id")
        if local(element) == "DistinguishedFolderId":
            owner = maybe(element, "t:Mailbox")
            address = words(owner, "t:EmailAddress") if owner is not None else user
            mailbox = self.store.mailbox(address, user, write=write)
            return mailbox, mailbox.distinguished(name)
        if local(element) != "FolderId":
            raise Fault("ErrorSchemaValidation", f"{element.tag} names no folder.")
        mailbox = self.store.holding(name, user, write=write)
        return mailbox, mailbox.folder(name)

    def item(self, element: Element, user: str, *, write: bool = False) -> tuple[EwsMailbox, Item]:
        if local(element) != "ItemId":
            raise Fault("ErrorSchemaValidation", f"{element.tag} names no item.")
        mailbox = self.store.holding(attribute(element, "Id"), user, write=write)
        return mailbox, mailbox.item(attribute(element, "Id"))


def each(
    operation: str, elements: Iterable[Element], act: Callable[[Element], Element | None], empty: Element | None = None
) -> Element:
    """One answer for each thing asked, in the same order; one that is refused does not stop the others."""

    def answers() -> Iterator[Element]:
        for element in elements:
            try:
                content = act(element)
            except Refusal as refusal:
                yield refused(operation, refusal, *([] if empty is None else [M(local(empty))]))
            else:
                yield success(operation, *([] if content is None else [content]))

    return response(operation, answers())


def page(body: Element, view_name: str, container: str, found: list[Element]) -> Element:
    view = maybe(body, view_name)
    offset, most = 0, 1000
    if view is not None:
        attribute(view, "BasePoint", ("Beginning", "End"))
        offset = whole_number(view, "Offset", 0, 10**9)
        most = whole_number(view, "MaxEntriesReturned", 1, 1000) if view.get("MaxEntriesReturned") else 1000
    shown = found[offset : offset + most]
    last = offset + len(shown) >= len(found)
    return M(
        "RootFolder",
        T(container, *shown),
        IndexedPagingOffset=str(offset + len(shown)),
        TotalItemsInView=str(len(found)),
        IncludesLastItemInRange="true" if last else "false",
    )
