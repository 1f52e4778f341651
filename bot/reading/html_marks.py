"""How mail programs mark quotes, signatures and hidden words in HTML: by ids, classes and styles."""

from __future__ import annotations

import re

QUOTE_IDS = re.compile(
    r"^(?:x_){0,9}(?:divRplyFwdMsg|mail-editor-reference-message-container|zwchr|stopSpelling|OLK_SRC_BODY_SECTION|"
    r"isReplyContent|isForwardContent|GroupWiseSection_.*|reply-intro|replyheader|MAC_OUTLOOK_ATTRIBUTION.*|origbody)$",
    re.IGNORECASE,
)
QUOTE_CLASSES = re.compile(
    r"\b(?:yahoo_quoted|freshdesk_quote|hmmessage_quote|zmail_extra|quoted_message|"
    r"tutanota_quote|mcntmcntQuote|cafe_quote|history_container)\b",
    re.IGNORECASE,
)
QUOTE_NAMES = re.compile(r"^messageReplySection$", re.IGNORECASE)
HEADER_CLASSES = re.compile(r"\bOutlookMessageHeader\b", re.IGNORECASE)
"""Of the header above a quoted mail that nothing else marks."""
SIGNATURE = re.compile(
    r"\b(?:gmail_signature|moz-signature|ms-outlook-mobile-signature|AppleMailSignature|"
    r"protonmail_signature_block-user)\b|^Signature$",
    re.IGNORECASE,
)
OUTLOOK_BORDER = re.compile(
    r"border:\s?none;\s?border-top:\s?solid #?(?:E1E1E1|B5C4DF|windowtext) 1\.0pt;\s?padding:\s?3\.0pt 0", re.IGNORECASE
)
INDENT_ONLY = re.compile(r"border:\s?none|border-left:\s?none|margin:\s?0(?:px)? 0(?:px)? 0(?:px)? 40px", re.IGNORECASE)
HIDDEN = re.compile(r"display:\s?none|mso-hide:\s?all|visibility:\s?hidden", re.IGNORECASE)
LINE_THROUGH = re.compile(r"text-decoration[\w-]{0,5}:[^;]{0,40}line-through", re.IGNORECASE)
TIGHT = re.compile(r"Mso(?:Normal|PlainText|ListParagraph)|margin:\s?0|margin-bottom:\s?0", re.IGNORECASE)
