"""One spelling for the words that people write in many: tables only."""

from __future__ import annotations

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

DAY_NAMES = frozenset((*MONTHS, *WEEKDAYS))
FOLDED = str.maketrans(
    {"‘": "'", "’": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-"}
    | {"\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u200b": " ", "\ufeff": " ", "\r": " ", "\t": " ", "…": "."}
)
"""Typographic characters as plain ones, one for one."""

_SHORT = {
    "january": "jan", "february": "feb febr", "march": "mar", "april": "apr", "june": "jun", "july": "jul",
    "august": "aug", "september": "sep sept", "october": "oct", "november": "nov", "december": "dec",
    "monday": "mon", "tuesday": "tue tues tu", "wednesday": "wed weds", "thursday": "thu thur thurs", "friday": "fri",
    "saturday": "sat", "sunday": "sun",
    "mondays": "mons", "wednesdays": "wedsdays wensdays wednesdys", "tuesdays": "tues's", "fridays": "fris",
}  # fmt: skip

_WAYS = {
    "can't": "cant cannot cannae", "won't": "wont willnae winnae", "don't": "dont dinnae dinna",
    "doesn't": "doesnt doesnae", "isn't": "isnt isnae", "on": "on't", "to": "tae",
    "aren't": "arent", "wouldn't": "wouldnt wouldnae", "couldn't": "couldnt", "shouldn't": "shouldnt",
    "didn't": "didnt didnae",
    "haven't": "havent", "hasn't": "hasnt", "wasn't": "wasnt", "i'm": "im", "i've": "ive", "that's": "thats",
    "i'll": "il", "it'll": "itll", "we've": "weve", "they're": "theyre", "let's": "lets", "there's": "theres",
    "what's": "whats", "who's": "whos", "it's": "its",
    "please": "pls plz pleas plse pleaes pleeease plss plsss",
    "thanks": "thx ta tx thnx thanx cheers tks", "thank": "thnk",
    "ok": "okay oke okey okie okies", "yes": "yep yup yeah yea yess yesss aye yh yeh yus yas", "no": "nope nah",
    "you": "u", "your": "ur", "because": "cos coz bc", "tomorrow": "tmrw tmw tomoz tommorow tomorow",
    "option": "opt optn optoin", "options": "opts", "morning": "mornin morn mrning am a.m a.m.", "mornings": "ams",
    "afternoon": "arvo aft aftn aftnoon afternoom aftenoon afternn aftrnoon pm p.m p.m. afternon",
    "afternoons": "pms",
    "convenient": "convienient convinient",
    "available": "availible avaliable", "probably": "prob prolly",
    "definitely": "defo def definately",
    "should": "shd shld", "would": "wld wud", "could": "cld", "with": "w", "without": "w/o",
    "half-term": "halfterm", "brilliant": "brill", "governor": "gov govenor govener governer",
    "governors": "govs govenors", "week": "wk", "weeks": "wks", "fortnight": "f'night", "about": "abt",
    "are": "r", "them": "em 'em dem",
    "w/c": "wc w/b wb wk/c w/k w.c. w.c w.b. w.b", "w/e": "wk/e",
    "ideally": "idealy", "possible": "poss", "possibly": "possibley",
    "sorry": "soz sorrry", "diary": "dairy diry", "which": "wich", "suits": "siuts", "inset": "insets",
    "these": "thease theese thise", "those": "thoes thos", "neither": "niether neather", "good": "gd gud goood",
    "lunch": "luch", "before": "b4", "governing": "governning", "suit": "siut",
    "swap": "swop", "swapped": "swopped", "swapping": "swopping", "swaps": "swops",
    "reschedule": "reshedule", "rearrange": "re-arrange", "number": "num nr", "ie": "i.e i.e.", "eg": "e.g e.g.",
}  # fmt: skip

_MISSPELT = {
    "first": "frist fisrt furst", "second": "secound seccond secnd secon sencond", "third": "thrid thurd therd",
    "fifth": "fith fifht fiveth", "fourth": "fouth fourh", "eighth": "eigth eightth", "ninth": "nineth",
    "twelfth": "twelth twelvth", "thirteenth": "therteenth thirteeth", "fourteenth": "forteenth fourteeth",
    "fifteenth": "fiveteenth fifteeth", "eighteenth": "eigteenth eightteenth", "nineteenth": "ninteenth nineteeth",
    "twentieth": "twentith twentyth twentyeth", "thirtieth": "thirtyeth thirtith",
    "love": "luv", "lovely": "luvly lovley luverly", "have": "hav", "when": "wen", "do": "dae",
    "fine": "foine fien fyn", "perfect": "perfick perfik perfekt purfect perfct pefect", "meeting": "meating",
    "suits": "suites", "works": "wroks wokrs wrks", "confirm": "confrim comfirm conferm confirn",
    "wouldn't": "wudnt wouldnae", "couldn't": "cudnt couldnae", "can't": "cannae carnt", "isn't": "isnae",
    "doesn't": "disnae doesnae", "didn't": "didnae", "won't": "willnae", "don't": "dinnae dinna",
    "nothing": "nowt nothin nuthin", "something": "summat summink", "anything": "owt anythin",
    "from": "frm", "choose": "chuse", "chosen": "choosen", "prefer": "perfer prefere preffer",
    "preferred": "prefered preffered", "suitable": "sutable suitible", "which": "whitch",
    "definitely": "definately definetly definatly definitly deffo defintely",
    "excellent": "excelent excellant", "fantastic": "fantasic", "either": "eather eiher", "welcome": "wellcome welcom",
    "receive": "recieve", "believe": "beleive", "calendar": "calender calander",
    "with": "wiv wiht wtih wiff", "could": "cud", "should": "shud", "good": "gud", "great": "gr8 grt gr8t",
    "brilliant": "briliant brillient briliiant", "available": "availabel avalible availble",
    "convenient": "conveniant conviniant convienent", "you": "ya ye", "morning": "morng moring",
    "afternoon": "afternoom arfternoon aftenoon afternooon", "nobody": "nobdy", "no": "nae",
}  # fmt: skip
"""Slips of the pen, and the dialects as they are written down."""

_COMMON = (
    "afternoon", "morning", "convenient", "available", "suitable", "confirm", "confirmed", "please", "perfect",
    "brilliant", "possible", "governor", "headteacher", "option", "different", "alternative", "alternatives",
    "unfortunately", "unable", "attend", "attending", "thanks", "tomorrow", "suits", "works", "happy", "lovely",
    "earlier", "another", "instead", "anything", "nothing", "cancel", "rearrange", "deputy",
    "attendance", "designated", "safeguarding", "although", "because", "provided", "provisionally", "hopefully",
    "confirming", "afternoons", "mornings", "options", "should",
)  # fmt: skip
"""Words that an answer hangs on, and that a thumb gets wrong."""
_NOT_A_SLIP = frozenset({"match", "monda", "arch", "mach", "prefect", "noting", "tanks", "anther"})
_ALIKE = {
    "monday": "mondey mondat",
    "tuesday": "tuesdey teusday tuseday tuesay tusday",
    "friday": "fridy fridey frday",
    "wednesday": "wednsday wensdy wendesday wedensday weddesday wednseday wenesday wedsday wednesdsy",
    "thursday": "thirsday thurday thrusday thurdsay thursdsy thersday",
    "january": "januray janaury janury",
    "february": "feburary feberuary febuary febraury",
    "april": "aprl arpil apirl",
    "june": "junne",
    "july": "jully",
}
"""How the names of days and months come out by ear, or under the neighbouring key."""


def _slips(name: str) -> set[str]:
    """What a hurried hand makes of a long name: two letters swapped, one left out, or one struck twice."""
    swapped = {name[:i] + name[i + 1] + name[i] + name[i + 2 :] for i in range(len(name) - 1)}
    dropped = {name[:i] + name[i + 1 :] for i in range(len(name))} if len(name) > 5 else set()
    doubled = {name[:i] + name[i] + name[i:] for i in range(len(name))}
    return {slip for slip in swapped | dropped | doubled if len(slip) > 3 and slip[0] == name[0] and slip != name[:-1]}


def _canonical() -> dict[str, str]:
    names = [name for name in (*MONTHS, *WEEKDAYS) if len(name) > 4 and name != "march"]
    table = {slip: name for name in (*_COMMON, *names) for slip in _slips(name) if slip not in _NOT_A_SLIP}
    table |= {slip: name for name, slips in _ALIKE.items() for slip in slips.split()}
    table |= {"aprl": "april", "janry": "january", "mondy": "monday", "tusday": "tuesday", "fridy": "friday"}
    table |= {"febuary": "february", "wensday": "wednesday", "wendsday": "wednesday", "feburary": "february"}
    table |= {"thursdays": "thursdays", "wedneday": "wednesday", "janurary": "january", "tueday": "tuesday"}
    for right, ways in (*_SHORT.items(), *_WAYS.items(), *_MISSPELT.items()):
        table |= dict.fromkeys(ways.split(), right)
    table |= {name: name for name in (*MONTHS, *WEEKDAYS, *_COMMON)}
    return table


CANONICAL: dict[str, str] = _canonical()
"""Spelling met → spelling used."""
