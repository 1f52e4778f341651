"""The XML of Exchange Web Services: names, what a request holds, and how an answer is built.

After [MS-OXWSCORE] and its relations, and the schema files messages.xsd and types.xsd that they print.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.builder import ElementMaker

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
MESSAGES = "http://schemas.microsoft.com/exchange/services/2006/messages"
TYPES = "http://schemas.microsoft.com/exchange/services/2006/types"
ERRORS = "http://schemas.microsoft.com/exchange/services/2006/errors"
S = ElementMaker(namespace=SOAP, nsmap={"s": SOAP})
M = ElementMaker(namespace=MESSAGES, nsmap={"m": MESSAGES, "t": TYPES})
T = ElementMaker(namespace=TYPES, nsmap={"t": TYPES})
VERSIONS = {
    "Exchange2007", "Exchange2007_SP1", "Exchange2010", "Exchange2010_SP1", "Exchange2010_SP2", "Exchange2013",
    "Exchange2013_SP1", "Exchange2015", "Exchange2016",
}  # fmt: skip
Element = etree._Element  # noqa: SLF001  lxml has no other name for it


class Fault(Exception):  # noqa: N818  it is called so in SOAP
    """The whole request is refused: a SOAP fault with that response code."""

    def __init__(self, code: str, text: str = "", values: dict[str, str] | None = None) -> None:
        super().__init__(text or code)
        self.code = code
        self.values = values or {}


class Refusal(Exception):  # noqa: N818  an answer like any other
    """One of the things asked for is refused: an answer of class Error with that response code."""

    def __init__(self, code: str, text: str = "") -> None:
        super().__init__(text or code)
        self.code = code


@dataclass(frozen=True)
class Request:
    """One request: the operation with its arguments, and whom it acts as (None where nobody is impersonated)."""

    operation: str
    body: Element
    acting_as: str | None
    raw: bytes


def parse(raw: bytes, versions: set[str]) -> Request:
    """Read an envelope (SOAP 1.1) of one of those versions; raises Fault where it is not one."""
    try:
        root = etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError as error:
        raise Fault("ErrorSchemaValidation", f"Not XML: {error}") from None
    body = root.find(f"{{{SOAP}}}Body")
    if root.tag != f"{{{SOAP}}}Envelope" or body is None or len(body) != 1:
        raise Fault("ErrorInvalidRequest", "An envelope with one element in its body is needed.")
    if not body[0].tag.startswith(f"{{{MESSAGES}}}"):
        raise Fault("ErrorSchemaValidation", f"{body[0].tag} is not of the namespace of messages.")
    acting_as = None
    header = root.find(f"{{{SOAP}}}Header")
    for child in header if header is not None else ():
        if child.tag == f"{{{TYPES}}}RequestServerVersion" and child.get("Version") not in versions:
            raise Fault("ErrorInvalidServerVersion", "The specified server version is invalid.")
        if child.tag == f"{{{TYPES}}}ExchangeImpersonation":
            acting_as = _impersonated(child)
    return Request(local(body[0]), body[0], acting_as, raw)


def _impersonated(element: Element) -> str:
    sid = one(element, "t:ConnectingSID")
    names = ("PrincipalName", "SID", "PrimarySmtpAddress", "SmtpAddress")
    said = [child.text for child in sid if local(child) in names and child.text]
    if len(said) != 1:
        raise Fault("ErrorInvalidExchangeImpersonationHeaderData", "Exactly one way to name the mailbox is allowed.")
    return said[0].strip().lower()


def qualified(name: str) -> str:
    """`t:ItemId` as lxml names it."""
    prefix, _, plain = name.partition(":")
    return f"{{{TYPES if prefix == 't' else MESSAGES}}}{plain}"


def local(element: Element) -> str:
    return etree.QName(element).localname


def maybe(element: Element, name: str) -> Element | None:
    return element.find(qualified(name))


def one(element: Element, name: str) -> Element:
    """The child of that name, which the schema demands."""
    found = maybe(element, name)
    if found is None:
        raise Fault("ErrorSchemaValidation", f"{local(element)} lacks its {name}.")
    return found


def words(element: Element, name: str) -> str:
    return (one(element, name).text or "").strip()


def attribute(element: Element, name: str, choices: tuple[str, ...] = ()) -> str:
    value = element.get(name)
    if value is None or (choices and value not in choices):
        raise Fault("ErrorSchemaValidation", f"{local(element)} has {name}={value!r}.")
    return value


def whole_number(element: Element, name: str, least: int, most: int) -> int:
    value = element.get(name)
    if value is None or not value.isdigit() or not least <= int(value) <= most:
        raise Fault("ErrorSchemaValidation", f"{local(element)} has {name}={value!r}.")
    return int(value)


def in_order(element: Element, *names: str) -> None:
    """An xs:sequence: only these children, in this order, each at most once; a name with ! must be there."""
    known = [name.rstrip("!") for name in names]
    place = -1
    for child in element:
        name = next((name for name in known if qualified(name) == child.tag), None)
        if name is None or known.index(name) <= place:
            raise Fault("ErrorSchemaValidation", f"{local(element)} has an unexpected child {child.tag}.")
        place = known.index(name)
    for name in names:
        if name.endswith("!"):
            one(element, name.rstrip("!"))


def moment(text: str) -> dt.datetime:
    """An xs:dateTime as UTC; without an offset it counts as UTC."""
    try:
        value = dt.datetime.fromisoformat(text.strip())
    except ValueError:
        raise Fault("ErrorSchemaValidation", f"{text!r} is not a moment.") from None
    return (value if value.tzinfo else value.replace(tzinfo=dt.UTC)).astimezone(dt.UTC)


def written(value: dt.datetime) -> str:
    return value.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def response(operation: str, messages: Iterator[Element]) -> Element:
    """`XResponse` with its list of `XResponseMessage`."""
    return M(f"{operation}Response", M("ResponseMessages", *messages))


def success(operation: str, *content: Element) -> Element:
    return M(f"{operation}ResponseMessage", M("ResponseCode", "NoError"), *content, ResponseClass="Success")


def refused(operation: str, refusal: Refusal, *content: Element) -> Element:
    return M(
        f"{operation}ResponseMessage",
        M("MessageText", str(refusal)),
        M("ResponseCode", refusal.code),
        M("DescriptiveLinkKey", "0"),
        *content,
        ResponseClass="Error",
    )


def envelope(content: Element, *, versioned: bool = True) -> bytes:
    version = T(
        "ServerVersionInfo", MajorVersion="15", MinorVersion="2", MajorBuildNumber="1118", MinorBuildNumber="7",
        Version="V2017_07_11",
    )  # fmt: skip
    parts = [S("Header", version)] if versioned else []
    return etree.tostring(S("Envelope", *parts, S("Body", content)), xml_declaration=True, encoding="utf-8")


def fault(problem: Fault) -> bytes:
    code = etree.Element("faultcode", nsmap={"a": TYPES})
    code.text = f"a:{problem.code}"
    text = etree.Element("faultstring")
    text.text = str(problem)
    detail = etree.Element("detail")
    for name, value in (("ResponseCode", problem.code), ("Message", str(problem))):
        etree.SubElement(detail, f"{{{ERRORS}}}{name}", nsmap={"e": ERRORS}).text = value
    if problem.values:
        detail.append(T("MessageXml", *(T("Value", value, Name=name) for name, value in problem.values.items())))
    return envelope(S("Fault", code, text, detail), versioned=False)
