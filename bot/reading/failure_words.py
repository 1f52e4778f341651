"""How mail servers say that a mail was not delivered: the words, apart from the code that looks for them."""

from __future__ import annotations

import re

from bot.reading.guarded import Guarded, line_of

ANSWERED = line_of(r"^\W*(?:re|aw|sv|antw|fwd?|wg|tr)\s?(?:\[\d+\])?\s?[:：]")
_SENDER = line_of(
    r"mailer[-_ .]?daemon",
    r"\bpost[-_ ]?master\b",
    r"mail delivery",
    r"mail[-_ ]?daemon",
    r"\bmdaemon\b",
    r"maildelivery",
    r"delivery[-_ ]?(?:sub)?system",
    r"system administrator",
    r"\bmailadmin",
    r"\bmta\b",
    r"\bbounce(?:s|d)?\b",
    r"mail[- ]?system",
    r"microsoftexchange[0-9a-f]{10,}",
    r"exchange server",
    r"internet mail",
    r"mail router",
    r"autoreply-delivery",
    r"mail administrator",
    r"mailserver",
    r"message center",
    r"no-?reply@.{0,40}bounce",
)
SENDER = Guarded(
    _SENDER,
    (
        "mail", "master", "daemon", "delivery", "administrator", "mta", "bounce", "microsoftexchange",
        "exchange server", "message center",
    ),
)  # fmt: skip
SUBJECT = line_of(
    r"^\W*(?:\[[^\]]{1,40}\]\s*)?(?:undeliver(?:ed|able)|non[- ]?delivery|nondeliverable|unzustellbar|"
    r"returned (?:mail|e-?mail|message|to sender)|failure notice|failed (?:mail|delivery)|"
    r"delivery (?:status notification|failure|failed|has failed|problem|error|report|notification|unsuccessful|"
    r"delayed|incomplete|notice)|delivery to .{1,120} (?:failed|delayed)|mail (?:delivery|system error|could not|"
    r"not delivered|failure|undeliverable|returned|status)|(?:e-?mail|message|mail|your (?:e-?mail|message|"
    r"mail).{0,60}) (?:could not be|cannot be|can ?not be|was not|not|has not been|has been delayed|is delayed|"
    r"delivery|undeliverable|rejected|bounced|returned|delayed|failed)|unable to deliver|could not (?:be delivered|"
    r"deliver|send)|error sending|warning:? (?:message|could not|e-?mail)|delayed (?:mail|message|delivery)|"
    r"transient (?:mail )?delivery|user unknown|unknown (?:user|recipient|address)|rejected(?: mail| message|:)|"
    r"automatically rejected mail|bounce(?:d)?(?: mail| message| notification|:)|nicht zustellbar|"
    r"mail nicht zugestellt|zustellung fehlgeschlagen|fehlgeschlagene zustellung|non remis|(?:échec|"
    r"echec) de (?:la )?(?:remise|distribution)|message non (?:délivré|remis)|avis de non[- ]remise|no se (?:puede|"
    r"pudo) entregar|no entregad?o|correo (?:devuelto|no entregado)|entrega fallida|impossibile (?:recapitare|"
    r"consegnare)|mancata consegna|mensagem não entregue|não (?:foi )?entreg|falha na entrega|onbestelbaar|"
    r"niet afgeleverd|kan ikke leveres|kunne ikke leveres|kunde inte levereras|olevererbart|niedostarcz|"
    r"nie można dostarczyć|недоставлен|не доставлено|"
    r"配信不能|配送不能|エラーメール|送信できません|退信|系统退信|無法傳遞|"
    r"notification d'état de remise|benachrichtigung (?:zum|über den) (?:zustellungs|übermittlungs)status|"
    r"notificaci[oó]n (?:del|de) estado de (?:la )?entrega|message status|permanent failure|mail (?:adress|"
    r"address) (?:error|unknown)|address (?:unknown|not found|invalid)|recipient (?:unknown|not found))",
    r"\bundeliverable\b.{0,20}$",
    r"returned mail[:.]",
    r"delivery status notification",
    r"mail delivery fail",
)
SUBJECT_WITH_DAEMON = line_of(
    r"deliver",
    r"fail",
    r"return",
    r"undeliver",
    r"bounce",
    r"error",
    r"reject",
    r"unknown",
    r"delay",
    r"warning",
    r"problem",
    r"not (?:accepted|found|sent|received)",
    r"refus",
    r"invalid",
    r"notification",
    r"^$",
    r"unable",
    r"blocked",
    r"quota",
    r"full",
    r"discard",
    r"block",
    r"report",
)
BODY = line_of(
    r"(?:could|can|was|were|has|have)(?: ?n[o']t| not)(?: yet)? be(?:en)? (?:successfully )?(?:delivered|sent|"
    r"reached|accepted)",
    r"(?:can ?not|could not|unable to|failed to|not able to) (?:be )?(?:deliver|send|reach|find|transmit|relay|"
    r"complete)",
    r"was(?: n[o']t| not|n't) (?:delivered|sent|accepted|received)",
    r"undeliver(?:ed|able)",
    r"non-?delivery",
    r"delivery (?:to|of|has|was|status|failed|failure|attempt|problem|is|notification)",
    r"has been (?:rejected|delayed|returned|blocked)",
    r"(?:permanent|fatal|transient|temporary|delivery) (?:fatal )?(?:errors?|failures?)",
    r"(?:user|recipient|address|mailbox|account)\b.{0,40}\b(?:unknown|not found|unavailable|full|rejected|"
    r"does(?: not|n't) exist|invalid|disabled|not exist|inactive|no longer|over quota|is not|not listed|"
    r"not recogni[sz]ed|refused)",
    r"(?:unknown|no such|invalid|bad|illegal) (?:local )?(?:user|recipient|address|mailbox|alias|host|domain)",
    r"did not reach",
    r"returned (?:to (?:you|sender)|message|mail|unopened|below)",
    r"bounced",
    r"permanent error",
    r"(?:exceed|over).{0,30}(?:quota|size|limit|storage)",
    r"quota exceeded",
    r"mailbox (?:is )?full",
    r"does not like recipient",
    r"\bnot a valid (?:user|recipient|address|mailbox)\b",
    r"an error (?:has )?occurred while (?:attempting|trying) to deliver",
    r"did not reach the",
    r"\b5[0-5]\d[ -]\S",
    r"giving up",
    r"host (?:or domain name )?not found",
    r"retry time",
    r"message (?:was )?(?:rejected|refused|discarded|blocked)",
    r"undelivered",
    r"i'?m sorry to have to inform",
    r"i was(?: not able|n't able|) (?:to|unable to) deliver",
    r"your (?:mail|message|e-?mail).{0,80}(?:failed|rejected|refused|not delivered|returned)",
    r"address(?:es)? failed",
    r"will (?:keep trying|be retried|continue)",
    r"still (?:trying|being retried|undelivered|not delivered)",
    r"nicht (?:zugestellt|zustellbar|ausgeliefert)",
    r"n'(?:a|ont) pas (?:pu )?(?:être|été) (?:remis|délivré|distribué)",
    r"no se ha podido entregar|no pudo ser entregado",
    r"non è stato possibile (?:consegnare|recapitare)",
    r"konnte nicht",
    r"não (?:pôde|foi possível)",
    r"配信できません|送信できませんでした|届きませんでした|存在しません",
    r"无法投递|退回|无法送达",
)
DELAYED = line_of(
    r"(?:has been|is|was|been) delayed",
    r"delivery delayed",
    r"will (?:be retried|keep trying|continue (?:to )?(?:try|retry|attempt)|try again)",
    r"still (?:trying|being retried)",
    r"no action is required",
    r"do(?: not|n't) need to (?:resend|re-send|do anything)",
    r"this is (?:only )?a warning",
    r"warning message only",
    r"not yet been delivered",
    r"attempts? (?:to deliver|will)(?! not)\b.{0,60}continue",
    r"has not (?:yet )?been (?:delivered|collected).{0,80}(?:hours?|yet)",
    r"temporarily (?:deferred|delayed)",
    r"wird weiter versucht",
)
COPY_FOLLOWS = line_of(
    r"^-{2,}.{0,30}(?:this is a copy|below this line|original (?:message|headers)|unsent message|"
    r"message (?:follows|headers?|header follows|text)|returned (?:message|mail)|undelivered message|message|"
    r"your message|header|copy of).{0,80}$",
    r"^original (?:message )?headers?\s*:?\s*$",
    r"^(?:the )?(?:original|header|text|body|first \d+ lines|full headers?|headers) (?:of )?(?:the |"
    r"your )?(?:original |returned )?(?:message|mail|headers?|e-?mail)\b.{0,60}:?\s*$",
    r"^message headers? follow",
    r"^(?:>\s?)?received: (?:from|by|\()",
    r"^(?:>\s?)?return-path:",
    r"^-{5,}\s*forwarded message",
    r"^----- ?transcript of returned",
    r"^={3,}.{0,30}(?:original|message|header).{0,40}$",
)
STATUS_OF_WORDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        line_of(
            r"quota",
            r"mailbox (?:is )?(?:currently )?full",
            r"full mailbox",
            r"exceed.{0,30}(?:storage|allocated|disk)",
            r"disk space",
        ),
        "5.2.2",
    ),
    (line_of(r"too (?:large|big)", r"message size", r"exceeds? .{0,20}size", r"size limit"), "5.3.4"),
    (
        line_of(
            r"(?:host|domain)(?: name)? (?:not found|unknown|lookup)",
            r"no such (?:host|domain)",
            r"unknown (?:host|domain)",
            r"unrouteable",
        ),
        "5.1.2",
    ),
    (
        line_of(
            r"user unknown",
            r"unknown (?:local )?(?:user|recipient|address)",
            r"no such (?:user|mailbox|person|address|recipient)",
            r"(?:user|recipient|address|mailbox|account).{0,40}(?:not found|unknown|invalid|does(?: not|n't) exist|"
            r"not exist|not listed|not known)",
            r"invalid (?:user|recipient|address|mailbox)",
            r"couldn't be found",
            r"no mailbox",
            r"doesn't have an? .{0,30}account",
        ),
        "5.1.1",
    ),
    (line_of(r"(?:account|mailbox|user).{0,40}(?:disabled|inactive|suspended|unavailable|closed)"), "5.2.1"),
    (
        line_of(
            r"timed? ?out",
            r"connection (?:refused|timed)",
            r"retry timeout",
            r"could not connect",
            r"not responding",
            r"expired",
        ),
        "4.4.7",
    ),
    (
        line_of(
            r"spam",
            r"blacklist",
            r"blocked",
            r"policy",
            r"virus",
            r"denied",
            r"rejected",
            r"refused",
            r"prohibited",
            r"restricted",
        ),
        "5.7.1",
    ),
)
