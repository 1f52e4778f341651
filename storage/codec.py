"""Values of the mind to and from JSON, for what is stored whole and never asked for by its parts."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from storage.errors import StorageError

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_T = TypeVar("_T")


def encode(value: object) -> Any:  # noqa: ANN401 - JSON
    """A frozen dataclass as JSON knows it: dicts, lists, strings, numbers, None."""
    return _adapter(cast("Hashable", type(value))).dump_python(value, mode="json")


def decode(type_: type[_T], stored: object) -> _T:
    """The value again. Raises StorageError where what is stored does not fit (a newer version wrote it)."""
    from pydantic import ValidationError

    try:
        value: _T = _adapter(cast("Hashable", type_)).validate_python(stored)
    except ValidationError as error:
        raise StorageError(
            f"A stored {type_.__name__} cannot be read; was it written by a newer version of Visit Bot?"
        ) from error
    return value


@cache
def _adapter(type_: Hashable) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(cast("type", type_))
