"""How mail programs mark quotes, signatures and hidden words in HTML: by ids, classes and styles."""

from __future__ import annotations

import re

QUOTE_IDS = re.compile(
    r"^(?:x_){0,9}(?:divRplyFwdMsg|mail-editor-reference-message-container|zwchr|stopSpelling|OLK_SRC_BODY_SECTION|"
    r"appendonsend|isReplyContent|isForwardContent|GroupWiseSection_.*|reply-intro|replyheader|MAC_OUTLOOK_ATTRIBUTION.*|origbody)$",
    re.IGNORECASE,
)
QUOTE_CLASSES = re.compile(
    r"\b(?:x_){0,9}(?:(?:ydp\w{4,12})?yahoo_quoted|freshdesk_quote|hmmessage_quote|zmail_extra|quoted_message|"
    r"tutanota_quote|mcntmcntQuote|cafe_quote|history_container|moz-cite-prefix|sh-quoted-content|missive_quote|"
    r"cm_quote|airmail_on)\b",
    re.IGNORECASE,
)
QUOTE_NAMES = re.compile(r"^messageReplySection$", re.IGNORECASE)
HEADER_CLASSES = re.compile(r"\bOutlookMessageHeader\b", re.IGNORECASE)
"""Of the header above a quoted mail that nothing else marks."""
SIGNATURE = re.compile(
    r"\b(?:x_){0,9}(?:gmail_signature|moz-signature|ms-outlook-mobile-signature|AppleMailSignature|"
    r"protonmail_signature_block-user|composer_signature|front-signature|bloop_sign|sh-signature|cm_signature|"
    r"ydp\w{4,12}signature)\b|^(?:x_){0,9}Signature$",
    re.IGNORECASE,
)
SIGNATURE_NAMES = re.compile(r"^messageSignatureSection$", re.IGNORECASE)
QUOTE_MARKERS = frozenset({"__quoted_text__", "__divider__"})
"""Values of data-marker (Zimbra) with which a quoted mail begins."""
_GREY = r"(?:#?E1E1E1|#?B5C4DF|windowtext|rgb\((?:225, ?225, ?225|229, ?229, ?229|181, ?196, ?223)\))"
OUTLOOK_BORDER = re.compile(
    rf"border-top:\s?(?:solid {_GREY} 1(?:\.0)?pt|1(?:\.0)?pt solid {_GREY});[^\"]{{0,60}}padding:\s?3(?:\.0)?pt 0|"
    rf"padding:\s?3(?:\.0)?pt 0[^;]{{0,30}};.{{0,80}}border-top:\s?1(?:\.0)?pt solid {_GREY}|"
    rf"padding-top:\s?5px;\s?border-top-color:\s?{_GREY}",
    re.IGNORECASE,
)
"""The line that Outlook and Windows Mail draw above the header of the quoted mail."""
INDENT_ONLY = re.compile(r"border:\s?none|border-left:\s?none|margin:\s?0(?:px)? 0(?:px)? 0(?:px)? 40px", re.IGNORECASE)
HIDDEN = re.compile(r"display:\s?none|mso-hide:\s?all|visibility:\s?hidden", re.IGNORECASE)
LINE_THROUGH = re.compile(r"text-decoration[\w-]{0,5}:[^;]{0,40}line-through", re.IGNORECASE)
TIGHT = re.compile(r"Mso(?:Normal|PlainText|ListParagraph)|margin:\s?0|margin-bottom:\s?0", re.IGNORECASE)
