"""Envoys as a sentence names them: whose they are, where they serve, what they are called.

By rule over the words, without a parse, so that it can run over every sentence that holds the word
for an envoy: the noun phrase around "ambassador" is read leftwards for its owner and rightwards for
its host and name.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims import countries
from claims.countries import Kind, Mention
from claims.extractors.diplomatic_event import needles
from claims.extractors.diplomatic_event.needles import held
from claims.model import Span

# "ambassador", "high commissioners", "chargé d’affaires", "consul-general", "apostolic nuncio",
# "head of mission", "top diplomat", "man in Washington"
HEAD = re.compile(
    r"\b(?:ambassadors?(?!-)|envoys?|high[ -]commissioners?|charg[eé]s?\s+d['’]affaires|chargés?"
    r"|consuls?(?:[ -]generals?)?|(?:apostolic\s+|papal\s+)?nuncios?|legates?"
    r"|(?:heads?|chiefs?)\s+of\s+(?:(?:its|the|their)\s+)?(?:diplomatic\s+)?missions?"
    r"|(?:permanent|chief|diplomatic)\s+representatives?"
    r"|(?:top|chief|most senior|senior-most|highest-ranking|ranking)\s+"
    r"(?:(?:U\.S\.|US|American|British|Russian|Chinese)\s+)?(?:diplomat|representative)s?"
    r"|(?<=its\s)man(?=\s+(?:in|at)\s+[A-Z\ue000])|(?<=[’']s\s)man(?=\s+(?:in|at)\s+[A-Z\ue000])"
    r"|(?<=their\s)men(?=\s+(?:in|at)\s+[A-Z\ue000])"
    r"|(?<=its\s)ministers?(?=\s+(?:from|in)\s+[A-Z\ue000])"
    r"|(?:(?<=all\sits\s)|(?<=all\sof\sits\s)|(?<=all\stheir\s)|(?<=all\sof\stheir\s))diplomats"
    r"|(?:plenipotentiar(?:y|ies)|ministers?\s+(?:plenipotentiary|resident))"
    r"|ministers?(?=\s+(?:to|at)\s+(?:the\s+)?[A-Z\ue000]))\b",
    re.I,
)

# Countries are masked before the patterns below are tried: one private-use character each letter.
_C = "\ue000"
_COUNTRY = _C + r"+"
_OWNER = rf"{_COUNTRY}(?:['’]s?)?"
_JOIN = r"(?:\s*,\s*(?:and\s+)?(?:the\s+)?|\s+and\s+(?:the\s+)?|\s*&\s*)"
_POSSESSIVE = (
    r"(?:its|their|his|her|our|my"
    r"|(?:the\s+|that\s+|this\s+|each\s+)?(?:\w+\s)?(?:country|nation|kingdom|bloc|state|republic|"
    r"sultanate|emirate|government|regime|island|neighbou?r|side|ministry|president|minister|"
    r"premier|king|emir|administration)(?:['’]s|s['’]))"
)
_DETERMINER = (
    r"(?:the|a|an|each|both|all|several|some|any|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"dozens\s+of|\d{1,3})"
)
_MODIFIER = (
    r"(?:top|own|former|then|acting|new|current|special|chief|senior|respective|recalled|outgoing|"
    r"deputy|interim|veteran|career|long-?time|first|last|only|sitting|resident|non-resident|newly|"
    r"appointed|one-?time|ex|vice|two|three|most|remaining|powerful|ordinary|honorary|local|"
    r"extraordinary|designate|embattled|controversial|outspoken|withdrawn|nearly|about|political|"
    r"accredited)"
)


# "its new", "Tehran’s", "the Danish and German", "the country’s Washington"
def _left_pattern(modifier: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<possessive>\b{_POSSESSIVE})\s+)?(?:\b{_DETERMINER}\s+)?(?:\b{modifier}[\s-]+){{0,3}}"
        rf"(?P<owners>{_OWNER}(?:{_JOIN}{_OWNER}){{0,9}})?(?:\s*\b{modifier}[\s-]+){{0,3}}\s*"
        rf"(?:(?<=\s)(?P<place>{_COUNTRY})\s+)?$",
        re.I,
    )


_LEFT = _left_pattern(_MODIFIER)
_NAME_PART = r"(?:[A-Z]\.(?:-?[A-Z]\.)*|[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:['’-][^\W\d_]+)*\.?)"
_PARTICLE = r"(?:van|von|de|del|der|den|bin|ibn|al|el|da|di|du|la|le|dos|ter|ben|abu|af|zu)"
NAME = rf"{_NAME_PART}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_NAME_PART}){{0,5}}(?:,\s+[JS]r\.)?"
_NAME = re.compile(NAME)
_HOSTS = rf"{_COUNTRY}(?:{_JOIN}{_COUNTRY}){{0,9}}"
# "to Japan", "in Paris and Rome", "at the Holy See"
_RIGHT = re.compile(
    rf"\s+(?:\((?:[^()]{{1,20}})\)\s+)?(?P<preposition>to|in|at|from|for|of|with|on|against|between|"
    rf"based\s+in|"
    rf"stationed\s+in|accredited\s+to|out\s+of)"
    rf"\s+(?:both\s+)?(?:the\s+)?(?:(?:court|government|republic|kingdom|embassy)\s+(?:of|in)\s+)?"
    rf"(?:neighbou?ring\s+|nearby\s+|(?:its\s+|{_COUNTRY}\s+)?embassy\s+in\s+)?(?P<hosts>{_HOSTS})"
    rf"(?![^\W_]|['’]s\b|\s+{_C})",
    re.I,
)
_ACTS = re.compile(
    r"\s+(?:recalled|withdrew|pulled|called|summoned|expelled|followed|did|has|had)\b"
)
_AT_MISSION = re.compile(
    rf"\s+(?:at|of|from|in)\s+the\s+(?P<owner>{_COUNTRY})(?:['’]s?)?\s+"
    r"(?:embassy|high\s+commission|consulate|mission|legation|nunciature)\b",
    re.I,
)
# "to the United Nations": an envoy to a body has no host state
_BODY = re.compile(
    r"\s+(?:to|at)\s+(?:the\s+)?(?:United\s+Nations|U\.?N\.?\b|NATO\b|Nato\b|OSCE\b|UNESCO\b|WTO\b|"
    r"IAEA\b|African\s+Union|Arab\s+League|ASEAN\b|Council\s+of\s+Europe|O\.?A\.?S\.?\b|OPCW\b)"
)
_NOT_A_NAME = frozenset(
    "after over amid for from to in on at as following and but with by of the a an his her its "
    "their is was were has had will would who which that when while monday tuesday wednesday "
    "thursday friday saturday sunday january february march april may june july august september "
    "october november december home back out recalled recalls recall summoned withdrawn called "
    "expelled until since during against under because if not said says between row dispute spat "
    "general hotel theatre bridge theater".split()
)
_PLURAL = re.compile(
    r"(?:ors|oys|ers|ls|os|tes|ts|ies|men)$|^charg[eé]s\b|^(?:heads|chiefs)\b|^(?:consuls|ministers)\b"
)
_TITLES = re.compile(r"(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Count|Baron|Gen|General)\.?\s+")


@dataclass(frozen=True, slots=True)
class Post:
    """Somebody's ambassador somewhere, as far as the article tells; codes or None."""

    sender: str | None
    host: str | None
    person: str | None


@dataclass(frozen=True, slots=True)
class Envoy:
    """An envoy, or several, as one noun phrase of a sentence; offsets count in that sentence.

    ``senders`` and ``hosts`` are as the phrase itself tells; ``possessive`` is the word that points
    to an owner named elsewhere ("its"). ``origin`` is what stands after "from": a sender in "the
    ambassador from Chile", a host where he is withdrawn. ``known`` is what an earlier sentence says
    of him, where the phrase is only "he". ``elliptic``: a number alone, "sent home *13*".
    """

    span: Span
    head: Span
    noun: str
    plural: bool
    senders: tuple[Mention, ...] = ()
    hosts: tuple[Mention, ...] = ()
    origin: tuple[Mention, ...] = ()
    possessive: str | None = None
    person: str | None = None
    genitive: bool = False
    indefinite: bool = False
    body: bool = False
    known: Post | None = None
    elliptic: bool = False


@dataclass(frozen=True, slots=True)
class Noun:
    """What kind of phrase to look for: the words that head it, and those that may stand before.

    ``nationals`` is what must stand before a people’s name for it to head such a phrase itself.
    """

    head: re.Pattern[str]
    left: re.Pattern[str]
    people: bool = False
    nationals: re.Pattern[str] | None = None


def noun(head: str, modifiers: str, people: bool = False) -> Noun:
    """A phrase with an owner and a place: "Iran’s *embassy* in Paris", "*ties* with Peru"."""
    return Noun(re.compile(rf"\b(?:{head})\b", re.I), _left_pattern(modifiers), people)


# No sentence of news names more; one that does is no news.
_MOST = 30
MODIFIER = _MODIFIER
ENVOY = Noun(HEAD, _LEFT, people=True)


def find(sentence: str, mentions: list[Mention] | None = None, what: Noun = ENVOY) -> list[Envoy]:
    """The envoys of a sentence, in order of place. ``mentions``: its countries, if known."""
    if what is ENVOY and not held(needles.ENVOY, sentence.lower()):
        return []
    mentions = countries.find(sentence) if mentions is None else mentions
    masked = mask(sentence, mentions)
    people = {m.start for m in mentions if m.kind in (Kind.DEMONYM, Kind.ADJECTIVE)}
    heads = (
        match
        for match in what.head.finditer(masked)
        if match.group()[0] != _C or (match.start() in people and _counted(masked, match, what))
    )
    return [
        _read(sentence, masked, mentions, match, what) for match in itertools.islice(heads, _MOST)
    ]


def _counted(masked: str, match: re.Match[str], what: Noun) -> bool:
    """ "*60* Russians", "*the same number of* Britons"."""
    before = masked[max(0, match.start() - 40) : match.start()]
    return what.nationals is not None and bool(what.nationals.search(before))


def surname(person: str) -> str:
    """The last word of a name, by which an article goes on to call its bearer."""
    words = re.sub(r",?\s+(?:Jr|Sr)\.?$", "", person).split()
    return words[-1] if words else person


def mask(sentence: str, mentions: Sequence[Mention]) -> str:
    parts, reached = [], 0
    for mention in mentions:
        parts.append(sentence[reached : mention.start])
        parts.append(_C * (mention.end - mention.start))
        reached = mention.end
    parts.append(sentence[reached:])
    return "".join(parts)


def _read(
    sentence: str, masked: str, mentions: list[Mention], match: re.Match[str], what: Noun
) -> Envoy:
    left = _left(masked, match.start(), what.left)
    owners = _within(mentions, left, "owners")
    place = _within(mentions, left, "place")
    possessive = left["possessive"]
    if possessive and owners and not place:
        # "its Washington ambassador", "his UK ambassador": the place of work
        owners, place = (), owners
    if owners and owners[-1].kind is Kind.ADJECTIVE:  # "in Athens, the Turkish envoy"
        owners = tuple(o for o in owners if o.kind is not Kind.CAPITAL)
    if place and not owners and not possessive:
        owners, place = place, ()
    name, end = _name_after(masked, match.end()) if what.people else (None, match.end())
    prepositional = _RIGHT.match(masked, end)
    hosts, senders = place, owners or _at_mission(masked, mentions, end)
    if match.group()[0] == _C:  # "60 *Russians*": the head is the state’s people
        senders = tuple(m for m in mentions if m.start == match.start())
    origin: tuple[Mention, ...] = ()
    body = bool(_BODY.match(masked, end))
    if prepositional:
        end = prepositional.end()
        named = tuple(
            m
            for m in mentions
            if prepositional.start("hosts") <= m.start < prepositional.end("hosts")
        )
        match prepositional["preposition"].lower():
            case "of":
                senders = senders or named
                hosts = hosts if senders is named else named
            case "from" | "out of":
                origin = named
            case "for" if not senders and not possessive:
                senders = named
            case _:
                hosts = _without_next_subject(masked, named, bool(_PLURAL.search(match.group())))
                end = hosts[-1].end if hosts else end
    if name is None and what.people:
        name, end = _name_in_apposition(masked, end)
    if name is None and what.people:
        name = _name_before(masked, left.start())
    start = left.start()
    while start < match.start() and sentence[start].isspace():
        start += 1
    words = sentence[start : match.start()].lower().split()
    plural = bool(_PLURAL.search(match.group().lower()))
    return Envoy(
        span=Span(start, end),
        head=Span(*match.span()),
        noun=match.group(),
        plural=plural,
        senders=senders,
        hosts=hosts,
        origin=origin,
        possessive=possessive,
        person=name,
        genitive=bool(re.match(r"['’]s?(?!\w)", masked[match.end() :]))
        or _genitive(masked, name, match.end()),
        indefinite=not owners
        and not possessive
        and not name
        and not hosts
        and (words[:1] == ["a"] or words[:1] == ["an"] or (plural and not words)),
        body=body,
    )


def _without_next_subject(
    masked: str, named: tuple[Mention, ...], plural: bool
) -> tuple[Mention, ...]:
    """ "its ambassador to Israel, and Colombia recalled its own": Colombia is no host."""
    if len(named) < 2:
        return named
    joint = masked[named[-2].end : named[-1].start]
    alone = len(named) == 2 and "," in joint and "and" in joint
    acts = not plural and "and" in joint and _ACTS.match(masked, named[-1].end)
    return named[:-1] if alone or acts else named


def _at_mission(masked: str, mentions: list[Mention], end: int) -> tuple[Mention, ...]:
    """ "two attachés *at the Pakistani high commission*": whose mission it is, they are."""
    match = _AT_MISSION.match(masked, end)
    return tuple(m for m in mentions if match and m.start == match.start("owner"))


_FAR = 160
# The last thing before a head that no phrase of ours holds: the pattern is tried from there on.
_OUTSIDE = re.compile(
    r".*(?:[.;:!?()\[\]“”\"—–/]|\b(?:to|in|by|from|with|on|at|for|after|before|over|as|is|was|were|be|"
    r"been|has|had|have|that|which|who|when|while|will|would|could|should|may|might|said|says|it|they|"
    r"he|she|not|into|out|up)\s)",
    re.I | re.S,
)


_WORD_START = re.compile(r"(?<![^\s,&-])[^\s,&-]")


def _left(masked: str, start: int, pattern: re.Pattern[str]) -> re.Match[str]:
    begin = max(0, start - _FAR)
    outside = _OUTSIDE.match(masked, begin, start)
    for word in _WORD_START.finditer(masked, outside.end() if outside else begin, start):
        if match := pattern.match(masked, word.start(), start):
            return match
    nothing = pattern.match(masked, start, start)
    assert nothing is not None  # the pattern matches the empty string
    return nothing


def _within(mentions: list[Mention], match: re.Match[str], group: str) -> tuple[Mention, ...]:
    if match[group] is None:
        return ()
    return tuple(m for m in mentions if match.start(group) <= m.start < match.end(group))


def _genitive(masked: str, name: str | None, end: int) -> bool:
    """ "Ambassador Wilson’s recall": the name carries the mark of possession."""
    if name is None:
        return False
    place = masked.find(name, end)
    return bool(re.match(r"['’]s?(?!\w)", masked[place + len(name) :][:3])) if place >= 0 else False


def _name_after(masked: str, end: int) -> tuple[str | None, int]:
    """A name right after the head, "Ambassador Lena Moreau", and where it ends."""
    space = re.compile(r"\s+(?:\((?!\s))?").match(masked, end)
    if space is None:
        return None, end
    title = _TITLES.match(masked, space.end())
    match = _NAME.match(masked, title.end() if title else space.end())
    name = _clean(match.group()) if match else None
    if not match or not name:
        return None, end
    return name, match.start() + len(name)


def _name_in_apposition(masked: str, end: int) -> tuple[str | None, int]:
    """ "its ambassador to Japan, Choi Sang-ryong,", "… (James W. Gerard)", "… Masaharu Kono"."""
    opening = re.compile(r"\s*[,(–—]?\s*").match(masked, end)
    assert opening is not None
    title = _TITLES.match(masked, opening.end())
    match = _NAME.match(masked, title.end() if title else opening.end())
    name = _clean(match.group()) if match else None
    if not match or not name or (" " not in name and opening.group().strip() == ""):
        return None, end
    return name, match.start() + len(name)


_BEFORE = re.compile(rf"({NAME}),\s+$")


def _name_before(masked: str, start: int) -> str | None:
    """ "Anatoly Antonov, Russia’s ambassador": the name before the comma."""
    match = _BEFORE.search(masked, max(0, start - 60), start)
    name = _clean(match.group(1)) if match else None
    return name if name and " " in name else None


def _clean(name: str) -> str | None:
    """The name without what a headline or a sentence's next words add to it."""
    words = name.split(" ")
    kept: list[str] = []
    for word in words:
        if word.lower().strip(".,") in _NOT_A_NAME and word.lower() not in ("de", "la", "al"):
            break
        kept.append(word)
    text = " ".join(kept).rstrip(".,") if kept and not kept[-1].endswith("r.") else " ".join(kept)
    text = re.sub(r"['’]s$|['’]$", "", text)
    if not kept or len(text) < 3:
        return None
    return text
