"""The patterns by which facts of a person's life are found: ages, births, deaths, kinship."""

from __future__ import annotations

import re

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_ONES += " sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {word: n for n, word in enumerate(_ONES.split(), 1)}
_NUMBERS |= {word: 10 * n for n, word in enumerate(_TENS.split(), 2)}
_NUMBERS |= {
    f"{ten}-{one}": 10 * n + m
    for n, ten in enumerate(_TENS.split(), 2)
    for m, one in enumerate(_ONES.split()[:9], 1)
}
_N = (
    rf"(?:\d{{1,3}}|(?:{'|'.join(_TENS.split())})(?:-(?:{'|'.join(_ONES.split()[:9])}))?|"
    rf"{'|'.join(sorted(_ONES.split(), key=len, reverse=True))})"
)


def number(words: str) -> int:
    """ "47" → 47, "sixty-two" → 62."""
    return int(words) if words.isdigit() else _NUMBERS[words.lower()]


# "47-year-old", "six-year-olds", "47 year old"
YEAR_OLD = re.compile(rf"\b({_N})[-‑ ]years?[-‑ ]old(s?)\b", re.I)
# "aged 12", "age 47", "the age of 91"; not "aged 18 to 24", "aged 65 and over"
AGED = re.compile(
    rf"\b(?:aged|(?P<at>at )?age|(?P<under>(?:under|over|above|below|from) )?(?:the |an )?age of)"
    rf" (?P<n>{_N})\b"
    r"(?!\s?(?:to\b|[-–—]\s?\d|and (?:over|older|under|above|up|younger)|\+|%|per)"
    r"|\s?or (?:over|older|under|above|younger))",
    re.I,
)
# what makes a small number an age: "when he was eight", "she was five when"
WHEN = re.compile(r"\bwhen\b")
# "aged 14 and 15": the second
AGED_TOO = re.compile(rf"\baged {_N}(?:, {_N}){{0,4}},? and (?P<n>{_N})\b(?! (?:years|months))")
# "At 23, Ann Lee has"
AT_NAME = re.compile(rf"\bAt (?P<n>{_N}), (?=[A-Z])")
# "He was 86.", "who turned 50", "she is 47 years old"
IS_AGED = re.compile(
    r"\b(?:was|is|turned|turns|turning|turn|be|were|are|’s|'s)"
    rf"(?: (?:just|only|now|about|almost|nearly))? (?P<n>{_N})"
    r"(?P<old> years (?:old|of age))?"
    r"(?=[.,;)]|\s(?:when|at the time|on|in|last|this|next|and|but)\b|$)"
)
# ", 47," · " (47)" · ", 47." after a name
AFTER_NAME = re.compile(
    r",\s(?:then |now |only |just )?(\d{1,3})(?=[,;.)]|\s(?:and|when|who)\b|\s[—–-])"
    r"|\s\((\d{1,3})\)"
)
# "left school at 14", "married at 19"
DID_AT = re.compile(
    r"\b(?:school|started|began|joined|married|retired|learned|learnt|became|moved|emigrated|hired|"
    r"orphaned|widowed|ordained|elected|knighted|appointed|diagnosed|drafted|signed|capped|debut|published|graduated|enlisted|professional|home|"
    r"took up|gave up|picked up|set up|learned to|(?:sold|wrote|published) (?:his|her)"
    r"|(?:won|made) (?:his|her) (?:first|last|debut))\b[^.;,\d]{0,30}"
    rf"(?:, )?\bat (?P<n>{_N})(?=[,.;]|\s(?:to|and|after|when|with)\b)"
)
# "she sold her first firm at 24", "Krogh first conducted at 11, when"; not "she left at 10"
SHE_AT = re.compile(
    r"\b(?:[Hh]e|[Ss]he|who|[A-Z][\w’-]+)(?:, \d{1,3},)?(?: first| later| had| has)?"
    r" (?!(?:arriv|land|met|began|start|end|woke|clos|open|stood|stand|sat|rank|valu|pric|estimat|"
    r"was|is|put|aim|shout|look|point|fir|shot|laugh|yell|scream|work|stay|liv|arrest|trad|peak|jump)\w*)"
    rf"[a-z][^.;,\d]{{2,50}}? at (?P<n>{_N})(?=[.;]|,? (?:when|after|and|but)\b|, )"
)
# "at 90 she still climbed"
AT_HE = re.compile(rf"\b[Aa]t (?P<n>{_N}),? (?:he|she)\b")
# "the oldest, 58, is", "a man, 34, was"
NOUN_AGED = re.compile(
    r"\b(?:oldest|youngest|eldest|wife|husband|son|daughter|brother|sister|father|mother|man|woman|"
    r"boy|girl|driver|victim|suspect|passenger|teenager), (?P<n>\d{1,3})(?=,)"
)
# "as a boy of six"
CHILD_AGED = re.compile(rf"\b(?:boy|girl|child|lad|youth|man|woman) of (?P<n>{_N})(?=[,.;]| who\b)")
# "turned 25 on Thursday", "turns 60 in May"
TURNED = re.compile(
    rf"\b(?:turned|turns|turning|turn) (?P<n>{_N})(?=[.,;]|\s(?:on|in|last|this|next)\b)"
)
# "died … at 91"
DIED_AT = re.compile(rf"\bat ({_N})(?=[.,;]|\s(?:in|on|after|from|of)\b)")
# "18- to", "18-" before "24-year-old"
IN_RANGE = re.compile(r"[\d\-–‑] ?(?:to|and|or) ?$|\d[-–‑]$")
# ", a", " — the", " is a retired" between a name and "43-year-old"
APPOSED = re.compile(r"(?:,| —| \(| is| was),? (?:an? |the )?(?:[a-z]+ )?")

# what shows that an age was that of another time
PAST = re.compile(r"\b(?:when|then|once|ago|in (?:19|20)\d\d|had been|as an?)\b", re.I)

PERSON_NOUNS = frozenset(
    "man woman boy girl child kid teenager teen youth male female person people men women boys "
    "girls children native victim suspect gunman shooter attacker assailant passenger driver "
    "resident survivor baby toddler infant youngster lad lady gentleman guy defendant inmate "
    "prisoner detainee patient pupil schoolboy schoolgirl bride groom citizen immigrant migrant "
    "refugee novice rookie debutant bachelor orphan pensioner adult sophomore freshman senior "
    "nationalist liberal conservative socialist american briton frenchman german russian".split()
)

BORN = re.compile(r"\b[Bb]orn\b(?! (?:out|of|from|again))")
# " in Leeds", " and raised near Lyon"
BORN_PLACE = re.compile(r" (?:and raised )?(?:in|at|near|to) (?=[A-Z])")
# " in a village", " on the family farm"
BORN_IN_A = re.compile(
    r" (?:in|on|near|at) (?:an?|the) [a-z][a-z -]{2,30}?"
    r"(?=[,.;]| (?:near|and|in|to|who|outside|of)\b)"
)
DIED = re.compile(
    r"\b(?:died|dies|passed away|was killed|was assassinated|was murdered|was executed|"
    r"was shot dead|drowned|took (?:his|her) own life|committed suicide)\b"
)
# ", on", " peacefully at home on", " early in": then a date follows
BEFORE_DATE = re.compile(
    r"(?:,? (?:(?:peacefully|suddenly|at home|in hospital|there|here|later) )?"
    r"(?:(?:on|in|early|late) ){0,2})?"
)

_KIN = (
    r"(?:sons?|daughters?|children|child|kids|grandchildren|grandsons|granddaughters|"
    r"stepchildren|stepsons|stepdaughters|great-grand(?:children|child|sons?|daughters?)|brothers?|sisters?|siblings|"
    r"stepchild|grandchild|boys|girls|uncles|aunts|cousins|nephews|nieces|sons-in-law|"
    r"daughters-in-law|half-brothers|half-sisters)"
)
# "two children", "three adult daughters"
COUNTED = re.compile(
    rf"\b({_N}) (?:(?:adult|young|younger|older|small|grown|teenage|surviving|adopted|other) )?"
    rf"{_KIN}\b",
    re.I,
)
# what shows that children counted are somebody's own
FAMILY = re.compile(
    r"\b(?:survived by|survivors include|leaves|leaving|married|couple|marriage|divorced|"
    r"father of|mother of|adopted|raised|raising|fathered|(?:he|she|they|who|and) (?:has|have|had)|"
    r"(?:his|her|their) (?:wife|husband|partner|father|mother|parents|brother|sister|son|daughter)|"
    r"lives? with)\b",
    re.I,
)
OWN = re.compile(
    r"\b(?:(?:his|her|their) (?:first |own )?|with "
    r"|(?:youngest|eldest|oldest|middle|one|second|third|fourth|fifth|sixth|last) of )$",
    re.I,
)
# "a mother of three", "father-of-two"
PARENT_OF = re.compile(
    r"\b(?:father|mother|parent|dad|mum|mom|grandfather|grandmother|parents|gran|granny|nan|"
    r"grandad|granddad|grandma|grandpa)[- ]of[- ]"
    rf"({_N})\b(?! (?:the|years|months))",
    re.I,
)
# "son of a coal miner", "wife of"
KIN_OF = re.compile(
    r"\b(?:son|daughter|wife|husband|widow|widower|brother|sister|nephew|niece|grandson|"
    r"granddaughter|cousin|father|mother|fiancée?|twin|child|eldest|youngest|uncle|aunt) of "
    r"(?=(?:an? |the )?[^\W\d_])"
)
# "daughter of a railway clerk"
CHILD_OF = re.compile(
    r"\b(?:son|daughter|grandson|granddaughter|child) of an? [a-z][a-z -]{2,40}?"
    r"(?=[,.;)]| who\b| and\b| from\b| in\b)"
)
MARRIED = re.compile(
    r"\b(?:married (?:to|with)|(?:re)?married|marriage to|divorced|engaged to|wed)\b"
)
# "they divorced in 2016", "the couple married last year"
COUPLE = re.compile(r"\b(?:they|couple|pair) $", re.I)
PRONOUN = re.compile(r"\b(he|she|his|her)\b", re.I)
RELATIVES = frozenset(
    "father mother wife husband brother sister son daughter parents grandfather grandmother".split()
)
AUXILIARIES = frozenset(
    "will would was were is had has have been also later then suddenly peacefully reportedly "
    "allegedly himself herself first never recently twice".split()
)
