"""The folders of a mailbox in Microsoft 365, by the names that people see or by Graph's own for the usual ones."""

from __future__ import annotations

from bot.ports import MailError
from handlers.http_line import Answer
from handlers.microsoft_graph import GraphClient, path, quoted, said

USUAL = {"inbox": "inbox", "archive": "archive", "junk email": "junkemail", "sent items": "sentitems"}
"""What the usual folders are called in Outlook, and their lasting names in Graph (mailFolder resource type)."""


def place_in(mailbox: str, *parts: str) -> str:
    """A path inside the mailbox."""
    return path("users", mailbox, *parts)


def folder_id(client: GraphClient, mailbox: str, name: str, *, create: bool = False) -> str | None:
    """The id of a folder named by its way from the top ("Inbox/Visits"); None where there is none.

    With `create` what is missing of the way is made. Raises MailError and GraphError.
    """
    parent: str | None = None
    for step in name.split("/"):
        usual = USUAL.get(step.casefold()) if parent is None else None
        found = usual or _child(client, mailbox, parent, step)
        if found is None and create:
            found = _made(client, mailbox, parent, step)
        if found is None:
            return None
        parent = found
    return parent


def _below(mailbox: str, parent: str | None) -> str:
    return (
        place_in(mailbox, "mailFolders", parent, "childFolders")
        if parent is not None
        else place_in(mailbox, "mailFolders")
    )


def _child(client: GraphClient, mailbox: str, parent: str | None, name: str) -> str | None:
    query = {"$filter": f"displayName eq {quoted(name)}", "$select": "id,displayName", "$top": "10"}
    answer = client.read(_below(mailbox, parent), query)
    if not answer.well:
        raise denied(client, mailbox, f"look for the folder {name}", answer)
    folders = answer.table().get("value")
    for folder in folders if isinstance(folders, list) else []:
        if isinstance(folder, dict) and isinstance(folder.get("id"), str):
            return str(folder["id"])
    return None


def _made(client: GraphClient, mailbox: str, parent: str | None, name: str) -> str | None:
    answer = client.write("POST", _below(mailbox, parent), {"displayName": name})
    if answer.status == 409:  # ErrorFolderExists: somebody was quicker
        return _child(client, mailbox, parent, name)
    if not answer.well:
        raise denied(client, mailbox, f"make the folder {name}", answer)
    made = answer.table().get("id")
    return made if isinstance(made, str) else None


def denied(client: GraphClient, mailbox: str, wanted: str, answer: Answer) -> MailError:
    """What to tell when Graph does not do what was wanted in the mailbox, with what to mend."""
    return MailError(f"Microsoft 365 did not {wanted} in {mailbox}: {said(answer)}{advice(client, mailbox, answer)}.")


def advice(client: GraphClient, mailbox: str, answer: Answer) -> str:
    """What the administrator can do about an error answer; "" where waiting is all."""
    section = client.access.section
    return {
        401: f"; check {section}.tenant_id, and that the application may use Microsoft Graph",
        403: (
            f"; let the administrator give the application {client.access.client_id} the Exchange roles Application"
            f" Mail.ReadWrite and Application Mail.Send over {mailbox} (RBAC for Applications), and allow two hours"
        ),
        404: f"; check {section}.mailbox, and that it is a mailbox in Exchange Online",
    }.get(answer.status, "")
