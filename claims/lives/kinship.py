"""Kinship: "his wife, Ann" · "a father of three" · "son of a miner" · "survived by two sons"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import Match

from claims.lives.numbers import ORDINAL, N, number
from claims.lives.reader import NEAR, Fact, Reader
from claims.model import Span
from claims.people import Title, lexicon

_KIN = (
    r"(?:sons?|daughters?|children|child|kids|grandchildren|grandsons|granddaughters|"
    r"stepchildren|stepsons|stepdaughters|great-grand(?:children|child|sons?|daughters?)|brothers?"
    r"|sisters?|siblings|stepchild|grandchild|boys|girls|uncles|aunts|cousins|nephews|nieces"
    r"|sons-in-law|daughters-in-law|half-brothers|half-sisters)"
)
_AGE_OF_LIFE = r"(?:adult|young|younger|older|small|grown|teenage|surviving|adopted|other|little)"
# "two children", "three adult daughters"
_COUNTED = re.compile(rf"\b({N}) (?:{_AGE_OF_LIFE} )?{_KIN}\b")
# what shows that children counted are somebody's own
_FAMILY = re.compile(
    r"\b(?:survived by|survivors include|survivors|leaves|married|couple|marriage|divorced|"
    r"father of|mother of|adopted|fathered|(?:he|she|they|who) (?:has|have|had)|"
    r"(?:his|her|their) (?:wife|husband|partner|father|mother|parents|brother|sister|son"
    r"|daughter)|lives? with)\b",
    re.I,
)
_OWN = re.compile(
    r"\b(?:(?:his|her|their) (?:first |own |other )?|with "
    r"|(?:youngest|eldest|oldest|middle|one|second|third|fourth|fifth|sixth|last) of )$",
    re.I,
)
# "Mr. Lee has | four children", "she raised | two daughters", "leaving | two sons"
_HAS = re.compile(
    r"\b(?:has|have|had|raised|leaves|left|leaving|raising)(?: also| together| just| only)? $"
)
# "has a son", "they had a daughter", "the couple have one child"
_HAS_A = re.compile(
    rf"\b(?:has|have|had) (?P<kin>(?:an?|one) (?:[a-z]+ )?(?:{_AGE_OF_LIFE} )?"
    r"(?:son|daughter|child|stepson|stepdaughter|grandson|granddaughter|grandchild)"
    r"|no children|twins|triplets)\b"
)
_COUNT_OF = {"no children": 0, "twins": 2, "triplets": 3}
# "two of his sons"
_OF_HIS = re.compile(rf"\b({N}) of (?:his|her|their) (?:{_AGE_OF_LIFE} )?{_KIN}\b")
# "their third child", "the couple's first baby", "her second husband"
_NTH = re.compile(
    rf"\b(?:his|her|their|couple[’']s|[A-Z][\w-]{1, 40}[’']s) (?P<nth>(?P<n>{ORDINAL})"
    r" (?:child|baby|son|daughter|grandchild|wife|husband|marriage))\b"
)
# "a mother of three", "father-of-two", "mother of twins"
_PARENT_OF = re.compile(
    r"\b(?:father|mother|parent|dad|mum|mom|grandfather|grandmother|parents|gran|granny|nan|"
    r"grandad|granddad|grandma|grandpa)[- ](?:of|to)[- ]"
    rf"({N}|twins|triplets)\b(?! (?:the|years|months))"
)
# "son of a coal miner", "wife of"
_KIN_OF = re.compile(
    r"\b(?:son|daughter|wife|husband|widow|widower|brother|sister|nephew|niece|grandson|"
    r"granddaughter|cousin|father|mother|fiancée?|twin|child|eldest|youngest|uncle|aunt) of "
    r"(?=(?:an? |the )?[^\W\d_])"
)
# "daughter of a railway clerk"
_CHILD_OF = re.compile(
    r"\b(?:son|daughter|grandson|granddaughter|child) of an? [a-z][a-z -]{2,40}?"
    r"(?=[,.;)]| who\b| and\b| from\b| in\b)"
)
_MARRIED = re.compile(
    r"\b(?:married (?:to|with)|(?:re)?married|marriage to|divorced|engaged to|wed|widowed"
    r"|separated (?=in|from))\b"
)
# "was married three times", "have been married for 12 years"
_MARRIED_SO = re.compile(
    rf"\b(?:married(?: and divorced)?|divorced) (?:(?P<n>{N}) times|once|twice|(?=for \d))"
)
# "they divorced in 2016", "the couple married last year"
_COUPLE = re.compile(r"\b(?:they|[Tt]he couple|[Tt]he pair)(?: also| later| were| had)? $", re.I)
# "she is pregnant", "who was eight months pregnant"
_PREGNANT = re.compile(rf"\b(?:is|was|been|be) (?P<fact>(?:{N} (?:months|weeks) )?pregnant)\b")
# "an only child"
_ONLY_CHILD = re.compile(r"\b(?:was|is) an? only (?:child|son|daughter)\b")


def find(reader: Reader) -> Iterator[Fact]:
    yield from _titles(reader)
    yield from _relatives(reader)
    yield from _marriages(reader)
    yield from _children(reader)


def _titles(reader: Reader) -> Iterator[Fact]:
    """ "his wife, Ann", "Ann Lee, a mother of two," where the kin stands at the name."""
    for mention in reader.mentions:
        title, definite = mention.title, mention.definite
        if title is not None and _is_kin(reader.text, title):
            yield Fact(Span(title.start, mention.span.end), reader.name(mention), "kinship")
        if definite is not None and _is_kin(reader.text, definite):
            yield Fact(Span(definite.start, definite.end), reader.name(mention), "kinship")
        if mention.role is not None and mention.role.kind == "kin":
            if _is_of_a_country(reader.text[mention.role.start : mention.role.end]):
                continue
            place = Span(mention.role.start, mention.role.end)
            counted = _PARENT_OF.search(reader.low, place.start, place.end)
            count = number(counted.group(1)) if counted else None
            yield Fact(place, reader.name(mention), "kinship", count)


def _is_of_a_country(role: str) -> bool:
    """ "a daughter of Czechoslovakia", "a native son of Texas"."""
    last = role.rsplit(" ", 1)[-1]
    return " of " in role and (last in lexicon.COUNTRY_NAMES or last in lexicon.PLACES)


def _is_kin(text: str, title: Title) -> bool:
    """ "his wife, Ann", "brother Tom"; not "Sister Jeanne", "their sons, Al and Ben"."""
    if title.kind != "kin":
        return False
    word = text[title.start : title.end].split()[-1]
    return not word[0].isupper() and not word.endswith("s")


def _relatives(reader: Reader) -> Iterator[Fact]:
    text = reader.text
    for match in _KIN_OF.finditer(text):
        ahead = reader.mention_from(match.end(), within=50)
        if ahead is not None and "," not in text[match.end() : ahead.span.start]:
            yield Fact(Span(match.start(), ahead.span.end), reader.name(ahead), "kinship")
        elif ahead is None and (end := reader.given_name_end(match.end())):
            yield Fact(Span(match.start(), end), reader.named_near(match.start()), "kinship")
    for pattern in (_CHILD_OF, _ONLY_CHILD):
        for match in pattern.finditer(text):
            yield Fact(Span(*match.span()), reader.named_near(match.start()), "kinship")


def _marriages(reader: Reader) -> Iterator[Fact]:
    for match in _MARRIED.finditer(reader.text):
        yield from _marriage(reader, match)
    for match in _MARRIED_SO.finditer(reader.text):
        place = Span(match.start(), match.start() + len(match.group().rstrip()))
        count = number(match["n"]) if match["n"] else None
        yield Fact(place, reader.named_near(match.start()), "kinship", count)


def _marriage(reader: Reader, match: Match[str]) -> Iterator[Fact]:
    text = reader.text
    ahead = reader.mention_from(match.end(), within=60)
    if ahead is not None and ahead.span.end <= reader.sentence(match.start()).end:
        possessive = text[ahead.span.end : ahead.span.end + 1] in ("’", "'")
        if not possessive and "," not in text[match.end() : ahead.span.start]:
            yield Fact(Span(match.start(), ahead.span.end), reader.name(ahead), "kinship")
            return
    subject = reader.direct_subject(match.start(), loose=True)
    if subject is None and _COUPLE.search(text, max(0, match.start() - 20), match.start()):
        subject = ""
    if subject is not None:
        end, _ = reader.timex_after(match.end())
        verb = match.group().split()[0]
        if end is not None or verb in ("divorced", "married", "remarried", "widowed"):
            place = Span(match.start(), end or match.start() + len(verb))
            yield Fact(place, subject or None, "kinship")


def _children(reader: Reader) -> Iterator[Fact]:
    text = reader.text
    for match in _PARENT_OF.finditer(reader.low):
        person = reader.named_near(match.start())
        yield Fact(Span(*match.span()), person, "kinship", number(match.group(1)))
    for match in reader.near(_OF_HIS, " of ", before=16, after=40):
        person = reader.named_near(match.start())
        yield Fact(Span(*match.span()), person, "kinship", number(match.group(1)))
    for match in _COUNTED.finditer(reader.low):
        if _are_own(reader, match):
            person = reader.named_near(match.start())
            yield Fact(Span(*match.span()), person, "kinship", number(match.group(1)))
    for match in _HAS_A.finditer(text):
        person = _parent(reader, match.start())
        if person is not None:
            count = _COUNT_OF.get(match["kin"], 1)
            yield Fact(Span(*match.span("kin")), person or None, "kinship", count)
    for match in _NTH.finditer(text):
        person = reader.named_near(match.start("nth"))
        yield Fact(Span(*match.span("nth")), person, "kinship", number(match["n"]))
    for match in _PREGNANT.finditer(text):
        person = reader.direct_subject(match.start(), loose=True)
        if person is not None:
            yield Fact(Span(*match.span("fact")), person or None, "kinship")


def _are_own(reader: Reader, match: Match[str]) -> bool:
    """Whether the children counted are somebody's: "She has | two sons", not "It hurt two boys"."""
    text, start = reader.text, match.start()
    if _OWN.search(text, max(0, start - 24), start):
        return True
    sentence = reader.sentence(start)
    if _FAMILY.search(text, max(sentence.start, start - NEAR), start):
        return True
    has = _HAS.search(text, max(0, start - 24), start)
    return has is not None and _parent(reader, has.start()) is not None


def _parent(reader: Reader, verb: int) -> str | None:
    """Who "has" or "had" children, by the start of the verb."""
    if _COUPLE.search(reader.text, max(0, verb - 20), verb):
        return ""
    return reader.direct_subject(verb, loose=True)
