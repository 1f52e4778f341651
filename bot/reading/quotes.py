"""Where a mail program put the mail that is answered: its separators, header blocks and attributions."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from bot.reading.guarded import Guarded, lowered
from bot.reading.lines import Line, next_filled


class Reach(StrEnum):
    """How far the quoted mail goes that such a heading opens."""

    MARKED = "marked"  # as far as its lines carry quote marks
    TO_END = "to_end"  # to the end of the text: nothing marks its lines


class Heading(NamedTuple):
    """The lines `[first, after)` that open a quoted mail."""

    after: int
    reach: Reach
    forwarded: bool = False


_FIELDS: dict[str, str] = {
    "from": "from|von|de|da|van|fra|från|od|lähettäjä|feladó|от|від|发件人|差出人|寄件者|"
    "expéditeur|remitente|mittente|afzender|absender|kimden|από",
    "date": "sent|date|date sent|sent at|sent on|received|gesendet|datum|envoyé|date d'envoi|enviado|enviada em|"
    "enviado el|fecha|data|inviato|verzonden|sendt|dato|skickat|skickad|wysłano|odesláno|lähetetty|päivämäärä|"
    "päiväys|dátum|elküldve|дата|отправлено|发送时间|日期|送信日時|日付|gönderildi|tarih|ημερομηνία",
    "to": "to|an|à|a|para|aan|til|till|do|komu|vastaanottaja|címzett|кому|收件人|宛先|"
    "destinataire|destinatario|kime|προς",
    "subject": "subject|betreff|objet|asunto|oggetto|onderwerp|emne|ämne|temat|předmět|aihe|tárgy|тема|主题|件名|"
    "assunto|konu|θέμα|re|sujet",
    "other": "cc|bcc|kopie|copie|cópia|kopi|kopia|importance|priority|attachments?|reply-to|answer to|sender|"
    "organization|sensitivity|topic|when|wichtigkeit|importancia|抄送|kopio",
}
"""What mail programs call the fields of a header that they copy into the text, in the languages we have met."""

_FIELD = re.compile(
    r"^\*{0,2}_{0,2}(?:"
    + "|".join(f"(?P<{kind}>{names})" for kind, names in _FIELDS.items())
    + r")\*{0,2}\s{0,3}[:：]\*{0,2}(?=\s|$|\S)",
    re.IGNORECASE,
)
_NOTES_DATE = re.compile(r"^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4} {1,3}\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?$", re.IGNORECASE)
_NOTES_MOMENT = re.compile(
    r"^\S.{1,120}\bon \d{1,2}[/.-]\d{1,2}[/.-]\d{2,4} {1,3}\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?$", re.IGNORECASE
)
_LONGEST_NAME = 80
_LONGEST_FIELD = 40
"""Characters of a line that tell which field it is."""
_MOST_OF_ONE = 4
"""Fields of one kind in a copy of a header: more are a list of something else."""
_FULL_DATE = re.compile(r"\d{4},? \d{1,2}:\d{2}:\d{2} [+-]\d{4}")
_FIELD_START = re.compile(r"^[*_]{0,4}[^\W\d_][\w' -]{0,20}\*{0,2}\s{0,9}[:：]")

OUR_LAST_WORDS = re.compile(r"^(?:our )?reference:? [A-Z]{1,5}-\d{2,8}\b", re.IGNORECASE)
"""How the last paragraph of each mail of ours begins, as written (bot/wording/templates/signature.jinja) or recast."""

_RULED = "-‐‑–—_=*#~+"
_DASHES = r"[-‐‑–—_=*#~+ ]"
_ORIGINAL = re.compile(
    rf"^{_DASHES}{{2,60}}\s*(?:"
    r"original(?:[- ]?(?:message|nachricht|appointment|e?-?mail))?|mail original|"
    r"urspr(?:ü|ue)ngliche (?:nachricht|e?-?mail|mail)|"
    r"message (?:d'origine|original|originale?|initial)|mensaje original|mensagem original|messaggio originale|"
    r"oorspronkelijk bericht|opprinnelig melding|oprindelig (?:meddelelse|besked)|ursprungligt meddelande|"
    r"wiadomość oryginalna|původní zpráva|alkuperäinen viesti|eredeti üzenet|исходное сообщение|原始邮件|"
    r"origineel bericht|mensaje inicial|reply message|message de .{1,60}|original meddelande|previous message|"
    r"quoted message|antwort(?: nachricht)?|"
    r"reply separator"
    rf")\s*:?\s*{_DASHES}{{0,60}}$",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    rf"^(?:{_DASHES}{{2,60}}\s*(?:forwarded (?:message|by .{{1,120}}|e?-?mail)|forward(?:ed)? header|"
    r"weitergeleitete (?:nachricht|e?-?mail)|message transféré|mensaje reenviado|mensagem encaminhada|"
    r"messaggio inoltrato|doorgestuurd bericht|vidarebefordrat meddelande|videresendt (?:melding|meddelelse)|"
    rf"edelleenlähetetty viesti|start of forwarded message)\s*:?\s*{_DASHES}{{0,60}}|"
    r"forwarded message\s?:|begin forwarded message\s*:?|anfang der weitergeleiteten (?:nachricht|e-mail)\s*:?|"
    r"début du message (?:transféré|réexpédié)\s*:?|inicio del mensaje reenviado\s*:?|"
    r"inizio messaggio inoltrato\s*:?)$",
    re.IGNORECASE,
)
_FORWARDED_FIRST = frozenset("fbadiİı")
"""The letters with which a forwarded mail's heading begins where no rule stands before it."""
_RULE = re.compile(r"^[-_=*~‐–—]{5,200}$")
_GROUPWISE = re.compile(r"^>>>\s*\S.{0,200}?(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}:\d{2}).{0,80}>>>\s*$")
_REPLY_ABOVE_LINE = re.compile(
    r"^[-#=*_~<>\[\]( ]{0,40}(?:please\s+)?(?:type|write|enter|add|put|post)?\s*(?:your\s+)?(?:reply|respond|response|"
    r"write|type|antwort|réponse)?\b.{0,20}\b(?:above|over)\b this (?:email |e-mail )?line\b.{0,80}$",
    re.IGNORECASE,
)
_REPLY_ABOVE = Guarded(_REPLY_ABOVE_LINE, ("above this ", "over this "))
_REACTION = re.compile(r"\breacted to your (?:message|e-?mail)\W{0,3}$", re.IGNORECASE)
_NOTES_WROTE = re.compile(r"^-{2,10}\s*[^-].{0,200}\bwrote:?\s*-{2,10}$", re.IGNORECASE)

_OPENER = re.compile(
    r"^[-*]{0,5}\s?(?:(?:on|le|am|el|il|op|em|den|på|w dniu|dnia|dne|onsdag|në|a|pe|în|u|за|в|at|in|mon|tue|wed|"
    r"thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|mo|di|mi|do|fr|sa|so)\b|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|"
    r"\d{1,2}\.? \w{3,12}|在)",
    re.IGNORECASE,
)
_VERB = (
    r"(?:wrote|writes|said|schrieb|geschrieben|a écrit|écrit|escribió|escribio|ha scritto|scrisse|schreef|"
    r"het volgende geschreven|escreveu|skrev|kirjoitti|napisał(?:\(a\)|a)?|pisze|napsal(?:\(a\)|a)?|írta|a scris|"
    r"написал(?:\(а\)|а)?|пишет|写道|yazdı|έγραψε|shkroi|wrote the following|hat folgendes geschrieben)"
)
_ATTRIBUTION = re.compile(rf"\b{_VERB}\b.{{0,120}}[:：]\W{{0,4}}$|{_VERB}\W{{0,4}}[:：]\W{{0,4}}$", re.IGNORECASE)
_STAMPED = re.compile(
    r"^(?=.{0,100}\b(?:19|20)\d\d)(?=.{0,120}\d{1,2}[:.]\d{2}).{10,200}"
    r"(?:<\s?[^<>\s]{1,120}@[^<>\s]{1,120}>|\bby \S{1,80}@\S{1,120}):$"
)
"""A year, a time and an address, and nothing behind their colon: what programs write that know no "wrote"."""
_GLUED = re.compile(
    r"[ \t-]{0,6}\bOn (?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}, |\d{1,2}[ /.-]|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6} \d)"
)
_DATE_FIRST = re.compile(r"^\d{4}[-/]\d{1,2}[-/]\d{1,2}\b.{0,120}<[^<>\s]{1,120}@[^<>\s]{1,120}>:?$")
_ON_ONE_LINE = re.compile(r"^on .{5,120}<[^<>\s]{1,120}@[^<>\s]{1,120}>,?\s?wrote:\s", re.IGNORECASE)
_QUOTING = re.compile(
    r"^(?:(?:quoting|zitat von|citando|quote from)\s.{1,200}|excerpts from .{1,120}['’]s? message of .{4,80}):$",
    re.IGNORECASE,
)
_LONGEST_FOLD = 4
"""Lines over which an attribution may be folded."""
_ADDRESS = re.compile(r"[<\[(]?(?:mailto:)?[^\s<>@]{1,80}@[^\s<>@]{1,120}")
_MOMENT = re.compile(
    r"\b(?:19|20)\d\d\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2}(?:st|nd|rd|"
    r"th)?,? \w{3,10}\b",
)


def heading_at(lines: list[Line], index: int) -> Heading | None:
    """The heading of a quoted mail that begins at this line, if one does."""
    line = lines[index]
    if line.depth >= 3 and _GROUPWISE.match(">>>" + line.body):
        return Heading(index + 1, Reach.TO_END)
    body = line.body
    if line.depth or len(body) < 5:
        return None
    return (
        _separator(lines, index)
        or (_header_block(lines, index) if ":" in body or "：" in body else None)
        or _notes_block(lines, index)
        or (_attribution(lines, index) if _may_attribute(lines, index) else None)
    )


def _may_attribute(lines: list[Line], index: int) -> bool:
    """Whether an attribution could begin here: each ends in a colon on a line of this paragraph, or begins dated."""
    paragraph = lines[index : index + _LONGEST_FOLD]
    for line in paragraph:
        if ":" in line.body or "：" in line.body:
            return True
        if not line.body:
            break
    return paragraph[0].body[0].isdigit()


def _separator(lines: list[Line], index: int) -> Heading | None:
    body = lines[index].body
    ruled = body[0] in _RULED
    if ruled and _RULE.match(body):
        after = next_filled(lines, index + 1)
        return _header_block(lines, after) if after is not None else None
    if (ruled or body[0].lower() in _FORWARDED_FIRST) and _FORWARDED.match(body):
        block = _header_block(lines, index + 1) if index + 1 < len(lines) else None
        return Heading(index + 1 if block is None else block.after, _reach(lines, index + 1), forwarded=True)
    if ruled and (_ORIGINAL.match(body) or _NOTES_WROTE.match(body)):
        return Heading(index + 1, _reach(lines, index + 1))
    if "this " in lowered(body) and _REPLY_ABOVE.search(body):
        written = any(line.body and not line.depth for line in lines[max(0, index - 200) : index])
        return Heading(index + 1, Reach.TO_END if written else Reach.MARKED)
    if _is_behind_reaction(lines, index):
        return Heading(index + 1, Reach.TO_END)
    return None


def _is_behind_reaction(lines: list[Line], index: int) -> bool:
    """Whether above stand, at the top of the mail, "… reacted to your message:" and the sign itself."""
    first = next_filled(lines, 0) if 1 < index < 8 else None
    if first is None or "reacted " not in lowered(lines[first].body):
        return False
    above = [line.body for line in lines[:index] if line.body]
    return len(above) == 2 and len(above[1]) < 12 and _REACTION.search(above[0]) is not None


@lru_cache(maxsize=1_000)
def _field_of(start: str) -> str:
    """Which field of a copied header begins so, "" for none; asked for again for each line that stands above."""
    match = _FIELD.match(start) if ":" in start or "：" in start else None
    return (match.lastgroup or "") if match is not None else ""


def _header_block(lines: list[Line], index: int) -> Heading | None:
    """A copy of the header: From, then a date, recipients or subject, in any order, in the languages we know."""
    body = lines[index].body
    first = _field_of(body[:_LONGEST_FIELD]) if _FIELD_START.match(body) else ""
    if first in ("", "other"):
        return None
    kinds: dict[str, int] = {}
    gap, last = 0, index
    for i in range(index, min(index + 30, len(lines))):
        line = lines[i]
        field = _field_of(line.body[:_LONGEST_FIELD]) if line.depth == 0 else ""
        if field:
            kinds[field] = kinds.get(field, 0) + 1
            if kinds[field] > _MOST_OF_ONE:
                break
            gap, last = 0, i
        else:
            gap += 1
            if gap > 3 or (not line.body and gap > 1):
                break
    if first == "date" and "to" in kinds and _FULL_DATE.search(body):
        return Heading(last + 1, _reach(lines, last + 1))
    if "from" in kinds and len(kinds.keys() - {"other"}) >= (2 if first == "from" and "date" in kinds else 3):
        return Heading(last + 1, _reach(lines, last + 1))
    return None


def _notes_block(lines: list[Line], index: int) -> Heading | None:
    """What Notes puts above the mail that is answered: a name, the moment alone in a line, To, cc and Subject."""
    body = lines[index].body
    if not (" on " in body and _NOTES_MOMENT.match(body)):
        named = next_filled(lines, index + 1) if len(body) <= _LONGEST_NAME else None
        if named is None or not lines[named].body[0].isdigit() or not _NOTES_DATE.match(lines[named].body):
            return None
        index = named
    kinds, last = set[str](), index
    for i in range(index + 1, min(index + 10, len(lines))):
        field = _field_of(lines[i].body[:_LONGEST_FIELD])
        if field:
            kinds.add(field)
            last = i
    return Heading(last + 1, _reach(lines, last + 1)) if {"to", "subject"} <= kinds else None


def _attribution(lines: list[Line], index: int) -> Heading | None:
    """An attribution ("On … wrote:"), on one line or folded over up to four."""
    body = lines[index].body
    if _ON_ONE_LINE.match(body):
        return Heading(index + 1, Reach.TO_END)
    if (body[0].isdigit() and _DATE_FIRST.match(body)) or _QUOTING.match(body) or _is_stamped(body):
        return Heading(index + 1, _reach(lines, index + 1))
    if _attributes(body):
        return _judged(lines, index + 1, body)
    if not _OPENER.match(body):
        return None
    joined = body
    for i in range(index + 1, min(index + _LONGEST_FOLD, len(lines))):
        if lines[i].depth or not lines[i].body or _opens_alone(lines[i].body) or len(joined) > 400:
            return None
        joined = f"{joined} {lines[i].body}"
        if _attributes(joined) or _is_stamped(joined):
            return _judged(lines, i + 1, joined)
    return None


def _is_stamped(words: str) -> bool:
    return words.endswith(":") and "@" in words and _STAMPED.match(words) is not None


def unglued(text: str, lines: list[Line]) -> list[Line]:
    """The lines, with an attribution in two where it stands behind words of its writer and quote marks follow it."""
    if "wrote:" not in text:
        return lines
    found: list[Line] = []
    for i, line in enumerate(lines):
        parts = _glued(text, line) if line.body.endswith("wrote:") and _reach(lines, i + 1) is Reach.MARKED else None
        found.extend(parts or (line,))
    return found


def _glued(text: str, line: Line) -> tuple[Line, Line] | None:
    """What somebody wrote in this line, and the attribution behind it."""
    if line.depth or _OPENER.match(line.body):
        return None
    match = _GLUED.search(text, max(line.start + 1, line.end - 400), line.end)
    if match is None or _MOMENT.search(text, match.start(), line.end) is None:
        return None
    own = line._replace(end=match.start(), body=text[line.start : match.start()].strip())
    head = text[match.start() : line.end].strip(" \t-")
    return own, line._replace(start=match.start(), body=head)


def _attributes(words: str) -> bool:
    """Whether the words end as an attribution does: somebody wrote, and a colon."""
    if words.endswith("wrote:"):
        return True
    end = words[-6:]
    return (":" in end or "：" in end) and _ATTRIBUTION.search(words[-160:]) is not None


def _opens_alone(body: str) -> bool:
    """Whether a later line of a fold is where the attribution really begins."""
    return _OPENER.match(body) is not None and _MOMENT.search(body) is not None and not body[:1].isdigit()


def _judged(lines: list[Line], after: int, words: str) -> Heading | None:
    """An attribution is one if quote marks follow, or if it names an address or a moment with the time."""
    reach = _reach(lines, after)
    if reach is Reach.MARKED or _ADDRESS.search(words) or len(_MOMENT.findall(words)) >= 2:
        return Heading(after, reach)
    return None


def _reach(lines: list[Line], index: int) -> Reach:
    following = next_filled(lines, index)
    return Reach.MARKED if following is not None and lines[following].depth else Reach.TO_END
