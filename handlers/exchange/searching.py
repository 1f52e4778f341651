"""Looking for items by the value of a property, page by page ([MS-OXWSSRCH])."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exchangelib.fields import FieldPath
from exchangelib.items import ID_ONLY
from exchangelib.properties import FolderId
from exchangelib.services import FindItem
from exchangelib.util import create_element
from lxml.etree import _Element

PAGE = 100
Page = tuple[_Element, int | None]
"""What was found, and where the next page begins, None after the last."""


@dataclass(frozen=True, slots=True)
class AnyOf:
    """The restriction that a property has one of some values, as exchangelib's services take one."""

    path: FieldPath
    values: Sequence[str]

    def to_xml(self, version: object) -> _Element:
        """`Restriction` with one `IsEqualTo`, or several in an `Or`."""
        del version
        restriction = create_element("m:Restriction")
        place = restriction
        if len(self.values) > 1:
            place = create_element("t:Or")
            restriction.append(place)
        for value in self.values:
            equal, constant = create_element("t:IsEqualTo"), create_element("t:FieldURIOrConstant")
            constant.append(create_element("t:Constant", attrs={"Value": value}))
            equal.extend([self.path.to_xml(), constant])
            place.append(equal)
        return restriction


class Search(FindItem):
    """FindItem that hands over the page as it came."""

    def call(self, folder: FolderId, restriction: AnyOf, fields: Sequence[FieldPath], offset: int) -> Iterator[object]:
        """One page of what has one of these values, from that place on."""
        payload = self.get_payload(
            folders=[folder],
            additional_fields=fields,
            restriction=restriction,
            order_fields=None,
            query_string=None,
            shape=ID_ONLY,
            depth="Shallow",
            calendar_view=None,
            page_size=PAGE,
            offset=offset,
        )
        return iter(self._get_elements(payload=payload))

    def page(self, folder: FolderId, restriction: AnyOf, fields: Sequence[FieldPath], offset: int = 0) -> Page:
        """The one page that the answer must hold; raises what it holds instead."""
        results = list(self.call(folder, restriction, fields, offset))
        if len(results) != 1:
            raise ValueError("the server answered about other folders than it was asked about")
        (result,) = results
        if isinstance(result, Exception):
            raise result
        assert isinstance(result, tuple)  # noqa: S101  as _get_page makes it
        return result

    def _get_page(self, message: _Element) -> Page | Exception:
        """The page, and where the next one begins; the numbers beside it are optional in the schema."""
        page = self._get_element_container(message=message, name=self.paging_container_name)
        if isinstance(page, Exception):
            return page
        following = page.get("IndexedPagingOffset", "")
        last = page.get("IncludesLastItemInRange", "true").lower() in ("true", "1")
        return page, None if last or not following.isdigit() else int(following)
