"""What we may do in a calendar, as the server says itself ([MS-OXWSFOLD], EffectiveRights)."""

from __future__ import annotations

from collections.abc import Iterator

from exchangelib import Account
from exchangelib.fields import FieldPath
from exchangelib.folders import Calendar
from exchangelib.items import ID_ONLY
from exchangelib.properties import DistinguishedFolderId, Mailbox
from exchangelib.services import GetFolder
from exchangelib.util import TNS


def may_write(account: Account) -> bool | None:
    """Whether we may make entries in the calendar; None where the server does not say."""
    calendar = DistinguishedFolderId(id="calendar", mailbox=Mailbox(email_address=account.primary_smtp_address))
    field = FieldPath(field=Calendar.get_field_by_fieldname("effective_rights"))
    results = list(_Rights(account=account).call(folders=[calendar], additional_fields=[field], shape=ID_ONLY))
    for result in results:
        if isinstance(result, Exception):
            raise result
        said = result.findtext(f"{{{TNS}}}EffectiveRights/{{{TNS}}}CreateContents")
        if said is not None:
            return str(said).strip().lower() in ("true", "1")
    return None


class _Rights(GetFolder):
    def _elems_to_objs(self, elems: Iterator[object]) -> Iterator[object]:
        return iter(elems)
