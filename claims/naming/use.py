"""Names that only their use in the article tells: "in Lockerbie", "an analyst at Telnor".

Each place where such a name stands votes for what it is; the whole article decides.
"""

from __future__ import annotations

import collections
import re
from collections.abc import Sequence

from claims.naming.shapes import ORDINARY, Name
from claims.people import lexicon
from claims.people.words import Word

_LOCATIVE = frozenset("in near outside around throughout across from".split())
_AT_WORK = frozenset("of for at with".split())
_STAKES = frozenset(
    "stake stakes share shares interest interests investment investments holding holdings stock "
    "confidence position invest invested believe believes believed trust rise fall drop".split()
)
_FIRM_ENDS = frozenset("inc corp co ltd plc llc llp ag sa nv spa gmbh bros holdings".split())
# "Stevenage" of ", 52, of Stevenage,"
_HAILS = re.compile(r", of $")
_TOWN = re.compile(
    r"(?:shire|ville|burgh|ington|abad|grad|chester|borough|haven|mouth|stead|bury)$"
)
_NATION_PARTS = frozenset("Anglo Franco Sino Afro Euro Indo Russo Greco Italo Judeo".split())
_COUNTED = frozenset(
    "class series flight phase hurricane typhoon cyclone storm tropical operation "
    "section article chapter channel level no page".split()
)
_CONTRACTED = ("i'", "he'", "she'", "we'", "they'", "you'", "it's", "that's")


def settle(
    words: Sequence[Word], text: str, unsure: Sequence[tuple[int, int]], found: Sequence[Name]
) -> list[Name]:
    """The unsure pieces that the article shows to be names, each with the type it votes for."""
    small = {word.low for word in words if not word.capital}
    votes = _firms(words, found)
    kept: list[tuple[int, int, str]] = []
    for start, stop in unsure:
        first = _past_adjectives(words, start, stop)
        if first == stop or not _may_be_name(words, first, stop, small):
            continue
        key = " ".join(word.text for word in words[first:stop])
        kept.append((first, stop, key))
        counted = votes.setdefault(key, collections.Counter())
        counted.update(_says(words, text, first, stop))
    return [
        Name(first, stop, _winner(votes[key], words[first:stop]), guess=True)
        for first, stop, key in kept
        if votes[key]
    ]


def _firms(words: Sequence[Word], found: Sequence[Name]) -> dict[str, collections.Counter[str]]:
    """The short forms of firms named in full: "Armco" of "Armco Steel Co."."""
    votes: dict[str, collections.Counter[str]] = {}
    for name in found:
        parts = [word.text for word in words[name.first : name.stop]]
        if len(parts) > 1 and words[name.stop - 1].low in _FIRM_ENDS:
            for stop in range(1, len(parts)):
                short = " ".join(parts[:stop])
                votes.setdefault(short, collections.Counter())["firm"] += 1
    return votes


def _past_adjectives(words: Sequence[Word], first: int, stop: int) -> int:
    while first < stop and (
        words[first].text in lexicon.NATIONS or words[first].low in lexicon.PEOPLES
    ):
        first += 1
    return first


def _may_be_name(words: Sequence[Word], first: int, stop: int, small: set[str]) -> bool:
    """No people, faith, feast or law; no word that the article also writes small."""
    name = words[first:stop]
    last = name[-1]
    if name[0].low in _COUNTED and len(name) > 1:
        return False  # "Class B", "Hurricane Hugo"
    if last.low in lexicon.NO_NAMES or last.low.rstrip("s") in lexicon.PEOPLES:
        return False
    if any(_is_compound(word) for word in name):
        return False
    if len(name) > 1:
        return not all(word.low in small for word in name)
    known = lexicon.title(last.low) is not None or last.low in lexicon.MODIFIERS
    ordinary = known or last.low in ORDINARY or last.low in lexicon.INSTITUTIONS
    return len(last.low) > 2 and not ordinary and last.low not in small


def _is_compound(word: Word) -> bool:
    """ "London-based", "Cuban-Americans", "Franco-German"; and "I’m", "He’ll"."""
    if word.low.startswith(_CONTRACTED):
        return True
    parts = word.text.split("-")
    return len(parts) > 1 and (
        parts[-1].islower()
        or any(part in _NATION_PARTS for part in parts)
        or any(part.rstrip("s") in lexicon.NATIONS for part in parts)
    )


def _says(words: Sequence[Word], text: str, first: int, stop: int) -> list[str]:
    """What one place says of the name; at a sentence's beginning a capital says nothing."""
    name = words[first:stop]
    said = []
    after = words[stop] if stop < len(words) and name[-1].joined else None
    if after is not None and after.low in ORDINARY and _may_be_person(name):
        said.append("person")
    before = words[first - 1] if first and words[first - 1].followed else None
    if before is None:
        return [*said, "name"] if len(name) > 1 else said
    earlier = words[first - 2].low if first > 1 else ""
    hails = _HAILS.search(text, max(0, name[0].start - 5), name[0].start)
    if hails or (before.low in _LOCATIVE and earlier not in _STAKES):
        said.append("place")
    elif before.low in _AT_WORK and lexicon.title(earlier) is not None:
        said.append("work")
    return [*said, "name"]


def _may_be_person(name: Sequence[Word]) -> bool:
    if any("&" in word.gap for word in name[:-1]):
        return False
    given = any(lexicon.given(word.text) is not None for word in name[:2])
    return given or name[-1].low in lexicon.SURNAMES


def _winner(votes: collections.Counter[str], name: Sequence[Word]) -> str:
    if votes["firm"]:
        return "body"
    located = votes["place"] > votes["work"] + votes["person"]
    if _TOWN.search(name[-1].low) or (located and 2 * votes["place"] >= votes["name"]):
        return "place"
    plain = len(name) in (2, 3) and not votes["work"]
    if votes["person"] or (plain and _may_be_person(name)):
        return "person"
    return "body"
