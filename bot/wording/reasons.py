"""Why a visit waits for an adviser: a sentence for mails and the digest, a few words for the channel."""

from __future__ import annotations

from bot.model import ReasonCode

_SENTENCES: dict[ReasonCode, str] = {
    ReasonCode.UNCLEAR: "The reply can be read in more than one way.",
    ReasonCode.TENTATIVE: "The reply is not a firm yes.",
    ReasonCode.CONDITIONAL: "The school agrees only if something else can be settled.",
    ReasonCode.QUESTION: "The school asks something that the bot cannot answer.",
    ReasonCode.PROPOSED_DATE: "The school proposes a date that was not offered.",
    ReasonCode.SLOT_TAKEN: "The school chose a half day that is no longer free.",
    ReasonCode.CLASHING_DATE: "The reply names a date and a weekday, or an option, that do not belong together.",
    ReasonCode.SILENT: "The school has not answered, and all reminders have been sent. Please ring the school.",
    ReasonCode.BOUNCED: "An email to the school could not be delivered.",
    ReasonCode.UNKNOWN_SENDER: "The letter is from somebody who is not known as a contact of the school.",
    ReasonCode.UNKNOWN_VISIT: "The letter cannot be matched to one visit.",
    ReasonCode.FAILED_AUTHENTICATION: "The mail gateway could not confirm that the letter is from its sender.",
    ReasonCode.SENSITIVE: "The letter may hold something about a particular child or a confidential matter.",
    ReasonCode.WRONG_PERSON: "The person who was written to does not deal with this visit.",
    ReasonCode.COMPLAINT: "The school complains about something.",
    ReasonCode.ROUNDS_USED: "All rounds of offers have been used, and no half day suited the school.",
    ReasonCode.NO_SLOTS: "No half day is left to offer to the school.",
    ReasonCode.NO_CONTACT: "No contact with an email address is known for the school.",
    ReasonCode.DISPUTE: "The school asks for a change to the report.",
    ReasonCode.CANCELLED: "The school says that it does not want or need the visit.",
    ReasonCode.POSTPONED: "The visit was postponed and needs a new date.",
    ReasonCode.BROKEN_LETTER: "The letter could not be read and was set aside.",
    ReasonCode.LOOP: "Too many emails would have gone to the same address, so the bot has stopped.",
    ReasonCode.DIARY_CHANGED: (
        "The visit was moved or deleted in the adviser's diary, while the school still expects it as agreed."
    ),
    ReasonCode.SENDING_UNCLEAR: "It is not known whether an email to the school has gone out, so it is not sent again.",
}
_WORDS: dict[ReasonCode, str] = {
    ReasonCode.UNCLEAR: "reply unclear",
    ReasonCode.TENTATIVE: "reply not firm",
    ReasonCode.CONDITIONAL: "reply has a condition",
    ReasonCode.QUESTION: "school has a question",
    ReasonCode.PROPOSED_DATE: "school proposes another date",
    ReasonCode.SLOT_TAKEN: "chosen half day is taken",
    ReasonCode.CLASHING_DATE: "date and weekday disagree",
    ReasonCode.SILENT: "no answer, please ring",
    ReasonCode.BOUNCED: "email cannot be delivered",
    ReasonCode.UNKNOWN_SENDER: "sender not known",
    ReasonCode.UNKNOWN_VISIT: "letter matches no visit",
    ReasonCode.FAILED_AUTHENTICATION: "sender not confirmed",
    ReasonCode.SENSITIVE: "please read the letter yourself",
    ReasonCode.WRONG_PERSON: "wrong person",
    ReasonCode.COMPLAINT: "complaint",
    ReasonCode.ROUNDS_USED: "no half day suited",
    ReasonCode.NO_SLOTS: "no half day left",
    ReasonCode.NO_CONTACT: "no contact known",
    ReasonCode.DISPUTE: "change to the report asked for",
    ReasonCode.CANCELLED: "school does not want the visit",
    ReasonCode.POSTPONED: "postponed",
    ReasonCode.BROKEN_LETTER: "letter could not be read",
    ReasonCode.LOOP: "too many emails to one address",
    ReasonCode.DIARY_CHANGED: "moved or deleted in the diary",
    ReasonCode.SENDING_UNCLEAR: "email perhaps not sent",
}


def reason_sentence(code: ReasonCode) -> str:
    """Why a person must look, as one plain sentence that gives nothing of the letter away."""
    return _SENTENCES[code]


def reason_words(code: ReasonCode) -> str:
    """The same in a few words, for one line in the channel (law 3: nothing of the letter)."""
    return _WORDS[code]


def reason_code(told: str) -> ReasonCode | None:
    """The reason that `told` is the code or the sentence of, or None."""
    return next((code for code, sentence in _SENTENCES.items() if told in (code.value, sentence)), None)
