"""A number and the list that is to make it up, told right behind it.

"Scored three times, in the 12th and 70th minutes", "four titles, in 2009, 2011 and 2015", "two
children, Ann, Bob and Cy", "its fifth branch, after those in Athens and Sofia". Silent unless the
list ends with its clause and holds nothing but years, ordinals or names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.document import Document
from claims.model import Span

_NUMBERS = "two three four five six seven eight nine ten".split()
_ORDINALS = "third fourth fifth sixth seventh eighth ninth tenth".split()
_WORDS = {
    **{word: n for n, word in enumerate(_NUMBERS, 2)},
    **{word: n for n, word in enumerate(_ORDINALS, 3)},
    "twice": 2,
    "thrice": 3,
}
_N = rf"(?P<n>{'|'.join(_NUMBERS)}|1?\d)"
_YEAR = r"(?:1[5-9]|20)\d\d"
_YEARS = rf"(?P<list>(?:{_YEAR}, )*{_YEAR},? and (?:again in )?{_YEAR})"
_TH = r"(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_NAME = r"(?:the )?[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2}"
_NAMES = rf"(?P<list>(?:{_NAME}, ){{0,6}}{_NAME},? and {_NAME})"
_ENDS = r"(?=[.;)](?:\s|$)|$)"
# Each pattern after words one of which must stand in the text: looking for those is cheap.
_TIMES_WORDS = ("twice", "thrice", " times", " goals", " tries")
_TITLE_WORDS = (
    "titles championships ups elections crowns Olympics Games tournaments finals marathons "
    "referendums coups censuses"
).split()
_KIN_WORDS = "children sons daughters brothers sisters siblings nephews nieces".split()
_PATTERNS = (
    # "twice, in 2009 and 2011", "three times: in 1990, 1994 and 2002"
    (
        _TIMES_WORDS,
        re.compile(rf"\b(?:{_N} times|(?P<times>twice|thrice))[,:] in {_YEARS}(?=[.;,)]|$)"),
    ),
    # "four titles, in 2009, 2011 and 2015"
    (
        _TITLE_WORDS,
        re.compile(
            rf"\b{_N} (?:[a-z-]+ |[A-Z][\w’-]+ ){{0,3}}(?:[A-Za-z]?(?:{'|'.join(_TITLE_WORDS)}))"
            rf"[,:] in {_YEARS}{_ENDS}"
        ),
    ),
    # "scored three times, in the 12th and 70th minutes"; "twice in the 12th and 70th minutes"
    (
        _TIMES_WORDS,
        re.compile(
            rf"\b(?:{_N} (?:times|goals|tries)|(?P<times>twice|thrice)),? in the (?P<list>"
            rf"(?:{_TH}, )*{_TH},? and {_TH}) (?:minutes?|rounds?|overs?|innings|quarters?)\b"
        ),
    ),
    # "two children, Ann and Bob."
    (
        _KIN_WORDS,
        re.compile(rf"\b{_N} (?:[a-z]+ )?(?:grand)?(?:{'|'.join(_KIN_WORDS)})[,:] {_NAMES}{_ENDS}"),
    ),
)
# "four accords, on water, visas and research": an item may have an "and" of its own.
_TOPIC_WORDS = (
    "accords agreements treaties deals bills memoranda contracts reports pacts protocols chapters "
    "motions resolutions laws decrees"
).split()
_TOPICS = re.compile(
    rf"\b{_N} (?:[a-z]+ )?(?:{'|'.join(_TOPIC_WORDS)}),? (?:on|covering|about) "
    rf"(?P<list>(?:[a-z][\w-]*(?: [\w-]+){{0,2}}, ){{0,6}}[a-z][\w-]*(?: [\w-]+){{0,2}},? and "
    rf"[a-z][\w-]*(?: [\w-]+){{0,2}}){_ENDS}"
)
# "its fourth in the region after those in Athens and Sofia", "a third title, after 2009 and 2011"
_AFTER = re.compile(
    rf"\b(?P<n>{'|'.join(_ORDINALS)}|\d{{1,2}}th)"
    r"(?! (?:day|week|month|year|quarter|century)\b)(?: [\w’-]+)"
    rf"{{0,6}},? after (?:those |the ones )?(?:in |of |at )?"
    rf"(?:(?P<years>(?:{_YEAR}, )*{_YEAR} and {_YEAR})|{_NAMES}){_ENDS}"
)
# "five times, twice in Riga and three times in Liepaja"
_TIMES_EACH = re.compile(
    rf"\b{_N} times[,:—–]? (?P<list>(?:(?:once|twice|thrice|(?:{'|'.join(_NUMBERS)}|1?\d) times)"
    rf"(?: (?!and\b)[\w’-]+){{1,4}}(?:, and |, | and )?){{2,5}}){_ENDS}"
)
_ONE_OF_TIMES = re.compile(rf"\b(once|twice|thrice|({'|'.join(_NUMBERS)}|1?\d) times)\b")
_CUE = re.compile(rf"\btwice\b|\bthrice\b|\b(?:{'|'.join(_NUMBERS)}|1?\d) |th\b|ird\b")
_JOINT = re.compile(r", and |, | and ")


@dataclass(frozen=True, slots=True)
class Listing:
    """``span`` holds the number and the list."""

    span: Span
    message: str


def find(document: Document) -> Iterator[Listing]:
    text = document.text
    if not _CUE.search(text):
        return
    for cues, pattern in _PATTERNS:
        for match in pattern.finditer(text) if any(cue in text for cue in cues) else ():
            count, listed = _count(match), len(_JOINT.split(match["list"]))
            if count and listed != count:
                yield _listing(match, f"then lists {listed}: {match['list']}.")
    for match in _TOPICS.finditer(text) if any(cue in text for cue in _TOPIC_WORDS) else ():
        count = _count(match)
        least, most = match["list"].count(", ") + 1, len(_JOINT.split(match["list"]))
        if count and not least <= count <= most:
            yield _listing(match, f"then lists {most}: {match['list']}.")
    for match in _TIMES_EACH.finditer(text) if " times" in text else ():
        parts = [m[2] or m[1] for m in _ONE_OF_TIMES.finditer(match["list"])]
        total = sum(int(p) if p.isdigit() else _WORDS.get(p, 1) for p in parts)
        if (count := _count(match)) and total != count:
            yield _listing(match, f"then tells of {total}: {match['list']}.")
    for match in _AFTER.finditer(text) if " after " in text else ():
        before = match["years"] or match["list"]
        named = len(_JOINT.split(before))
        if " time" in match.group() and ", after" not in match.group():
            continue
        if (count := _count(match)) and count != named + 1:
            said = f"“{match['n']}” after {named}: {before}."
            yield Listing(Span(*match.span()), f"The article says {said}")


def _listing(match: re.Match[str], rest: str) -> Listing:
    said = match.groupdict().get("times") or match["n"]
    return Listing(Span(*match.span()), f"The article says {said}, but {rest}")


def _count(match: re.Match[str]) -> int:
    word = (match.groupdict().get("times") or match["n"] or "").lower()
    word = word.removesuffix("th")
    return int(word) if word.isdigit() else _WORDS.get(word, 0) or _WORDS.get(word + "th", 0)
