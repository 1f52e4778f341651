"""Mail domains on which anybody can have an address: sharing one says nothing about a school."""

from __future__ import annotations

import re

_BRANDS = re.compile(
    r"(?:hotmail|outlook|live|msn|passport|yahoo|ymail|rocketmail|aol|aim|gmx|yandex|googlemail|gmail|icloud|zoho|"
    r"zohomail|protonmail|proton|pm|mail|email|web|orange|wanadoo|libero|laposte|tutanota|tuta|fastmail|hushmail|"
    r"inbox|rediffmail|qq|naver|daum|hanmail)\.(?:[a-z]{2,4}|co\.[a-z]{2}|com\.[a-z]{2})"
)
_NAMES = frozenset(
    {
        "126.com",
        "163.com",
        "21cn.com",
        "aliceadsl.fr",
        "arcor.de",
        "att.net",
        "bellsouth.net",
        "bigfoot.com",
        "bluebottle.com",
        "blueyonder.co.uk",
        "btconnect.com",
        "btinternet.com",
        "btopenworld.com",
        "charter.net",
        "comcast.net",
        "cox.net",
        "cwcom.net",
        "duck.com",
        "eircom.net",
        "excite.com",
        "fastmail.fm",
        "free.fr",
        "freenet.de",
        "freeserve.co.uk",
        "freeuk.com",
        "fsmail.net",
        "fsnet.co.uk",
        "global.co.uk",
        "googlemail.com",
        "hey.com",
        "homecall.co.uk",
        "ic24.net",
        "juno.com",
        "lineone.net",
        "luukku.com",
        "lycos.com",
        "mac.com",
        "madasafish.com",
        "mailbox.org",
        "mailinator.com",
        "me.com",
        "ntlworld.com",
        "o2.co.uk",
        "o2.pl",
        "o2online.de",
        "onetel.com",
        "onetel.net",
        "optonline.net",
        "pipex.com",
        "plus.com",
        "plus.net",
        "plusnet.com",
        "posteo.de",
        "privatemail.com",
        "privaterelay.appleid.com",
        "sbcglobal.net",
        "seznam.cz",
        "sfr.fr",
        "skiff.com",
        "sky.com",
        "startmail.com",
        "supanet.com",
        "t-online.de",
        "talk21.com",
        "talktalk.co.uk",
        "talktalk.net",
        "tesco.net",
        "tiscali.co.uk",
        "tiscali.it",
        "toucansurf.com",
        "ukgateway.net",
        "uwclub.net",
        "verizon.net",
        "virgilio.it",
        "virgin.net",
        "virginmedia.com",
        "waitrose.com",
        "which.net",
        "wp.pl",
        "zen.co.uk",
        "zoom.co.uk",
    }
)


def is_public(domain: str) -> bool:
    """Whether anybody can have an address there; `domain` in lower case. An empty domain is everybody's."""
    return not domain or domain in _NAMES or _BRANDS.fullmatch(domain) is not None
