"""Which items and folders a Restriction of FindItem or FindFolder lets through ([MS-OXWSSRCH])."""

from __future__ import annotations

from collections.abc import Callable

from tests.fakes.ews_shapes import extended_uri, field_uri
from tests.fakes.ews_store import Folder, Item
from tests.fakes.ews_xml import Element, Fault, Refusal, attribute, local, one, written

Value = Callable[[Element], "str | None"]
_COMPARED = {
    "IsEqualTo": lambda a, b: a == b,
    "IsNotEqualTo": lambda a, b: a != b,
    "IsGreaterThan": lambda a, b: a > b,
    "IsGreaterThanOrEqualTo": lambda a, b: a >= b,
    "IsLessThan": lambda a, b: a < b,
    "IsLessThanOrEqualTo": lambda a, b: a <= b,
}


def passes(restriction: Element, value: Value) -> bool:
    """Whether something passes, of which `value` tells the property that a path names."""
    if len(restriction) != 1:
        raise Fault("ErrorSchemaValidation", "A Restriction holds one search expression.")
    return _holds(restriction[0], value)


def _holds(expression: Element, value: Value) -> bool:
    name = local(expression)
    if name in ("And", "Or"):
        found = [_holds(child, value) for child in expression]
        return all(found) if name == "And" else any(found)
    if name == "Not":
        return not _holds(expression[0], value)
    actual = value(expression[0])
    if name == "Exists":
        return actual is not None
    if name == "Contains":
        return _contains(expression, actual)
    if name not in _COMPARED:
        raise Refusal("ErrorUnsupportedQueryFilter", f"{name} is not supported.")
    constant = attribute(one(one(expression, "t:FieldURIOrConstant"), "t:Constant"), "Value")
    return actual is not None and bool(_COMPARED[name](actual.lower(), constant.lower()))


def _contains(expression: Element, actual: str | None) -> bool:
    mode = expression.get("ContainmentMode", "FullString")
    constant = attribute(one(expression, "t:Constant"), "Value").lower()
    if actual is None:
        return False
    plain = actual.lower()
    return {"FullString": plain == constant, "Substring": constant in plain, "Prefixed": plain.startswith(constant)}[
        mode
    ]


def of_item(item: Item) -> Value:
    def value(path: Element) -> str | None:
        if local(path) == "ExtendedFieldURI":
            return item.extended.get(extended_uri(path))
        uri = field_uri(path)
        if uri in ("calendar:Start", "calendar:End"):
            when = item.start if uri.endswith("Start") else item.end
            return written(when) if when else None
        if uri == "item:DateTimeReceived":
            return written(item.received) if item.received else None
        return item.values.get(uri)

    return value


def of_folder(folder: Folder) -> Value:
    def value(path: Element) -> str | None:
        return {"folder:DisplayName": folder.name, "folder:FolderClass": folder.kind}.get(field_uri(path))

    return value
