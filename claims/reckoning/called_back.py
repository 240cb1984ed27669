"""A number called back with "the" or "all" that was another when it was first told.

"Nine people were hurt … All eight were in hospital." Silent where the number stands before, of
anything but hours and ages, or is a sum of numbers that do: then it calls back something else.
"""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from collections.abc import Collection, Iterator, Sequence

from claims.document import Document
from claims.figures import Figure, stem
from claims.model import Span
from claims.tables import table

# "all 31 survivors", "the six have", "those 14"
_DEFINITE = re.compile(r"\b(?:the|all|all the|all of the|these|those)[ \n]$", re.IGNORECASE)
# "her 1,200 members": of a noun that is told
_OWNED = re.compile(r"\b(?:its|their|his|her)[ \n]$", re.IGNORECASE)
_ALL = re.compile(r"\b(?:all|all the|all of the)[ \n]$", re.IGNORECASE)
_CROWD = re.compile(r"\b(?:crowd|attendance|audience|gate) of $", re.IGNORECASE)
_IN_FRONT = re.compile(r"\b(?:in front of|before|watched by|attended by|drew) $", re.IGNORECASE)
_NEXT = re.compile(
    r"(?: of (?:his|her|its|their|the))?(?: |-)([a-z][a-z’'-]+)(?: ([a-z][a-z’'-]+))?"
)
_BARE_VERB = re.compile(
    r" (?:have|had|are|were|will|must|said|face|left|remain\w*|survived|died|deny|denied|pleaded"
    r"|would|did|came|went|got|live|belong)\b"
)
# "the seven men who were held"
_WHO_WERE = re.compile(r"(?: [a-z]+){0,2} (?:who|that) (?:were|was|had been|have been) ([a-z]+)")
# Words of those whom a sentence counts, and what it says of them, under one name.
_FATES = {
    "saved": "rescue rescued save saved surviv survivor survived survive",
    "dead": "kill killed dead die died drown drowned victim death fatalit perished perish",
    "hurt": "injur injured wound wounded hurt casualt injurie",
    "held": "arrest arrested detain detained detainee suspect held",
    "out": "expel expelled expulsion",
    "job": "job post redundanc posts",
}
_FATE_OF = {word: fate for fate, words in _FATES.items() for word in words.split()}
_OTHER = re.compile(r"\b(?:other|others|more|another|further|additional|new|remaining|first)\b")
_WINDOW = 3  # sentences in which "the six" looks for its first mention
_MOST = 200


def find(
    document: Document, found: Sequence[Figure], elsewhere: Sequence[Span]
) -> Iterator[tuple[Figure, Figure]]:
    """(the first mention, the one that calls back) where their numbers differ.

    Args:
        found: the figures of the field, in order of place.
        elsewhere: dates and ages of the field, whose numbers count nothing else.
    """
    if len(found) > _MOST:
        return
    said: _Said | None = None
    for n, figure in enumerate(found):
        if not figure.exact or figure.number < 2 or figure.is_percent:
            continue
        before = document.text[max(0, figure.span.start - 12) : figure.span.start]
        crowd = _CROWD.search(document.text[max(0, figure.span.start - 16) : figure.span.start])
        owned = figure.noun is not None and _OWNED.search(before)
        if not crowd and not owned and not _DEFINITE.search(before):
            continue
        said = said or _Said(document, elsewhere)
        if said.before(figure.number, figure.span.start) or _is_another(document, figure, ()):
            continue
        rivals = _turned(found[:n], figure) or _rivals(document, found[:n], figure, bool(crowd))
        values = {rival.number for rival in rivals}
        if len(values) != 1:
            continue
        beside = rivals[-1].sentence.index == figure.sentence.index
        if not beside and _is_sum(figure.number, _near(found[:n], figure)):
            continue
        if _is_slip(figure.number, rivals[0].number, bool(_ALL.search(before)) or bool(crowd)):
            yield rivals[0], figure


# "the 160-kilometre road", "the magnitude-6.1 shock", "the 6.1-magnitude quake"
_THE = re.compile(r"\bthe (?:magnitude[- ])?$", re.IGNORECASE)
_MAGNITUDE = re.compile(r"\bmagnitude(?: of)?[- ]$|\bmeasur(?:ed|ing) (?:at )?$", re.IGNORECASE)
_MAGNITUDE_AFTER = re.compile(r"[- ]magnitude\b")


def measured(document: Document, found: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """A measure called back with "the" and a hyphen, where one such measure alone was told before.

    Args:
        found: all figures of the field, in order of place.
    """
    text = document.text
    kinds = [_measure(text, figure) for figure in found[:_MOST]]
    for n, (figure, kind) in enumerate(zip(found, kinds, strict=False)):
        if kind is None or not figure.exact:
            continue
        before = text[max(0, figure.span.start - 16) : figure.span.start]
        joined = text[figure.span.start : figure.span.end + 1] + before[-1:]
        if not _THE.search(before) or "-" not in joined:
            continue
        rivals = [f for f, k in zip(found[:n], kinds, strict=False) if k == kind]
        values = {f.number for f in rivals}
        if not values or figure.number in values or not all(f.exact for f in rivals):
            continue
        if len(values) > 1 and kind != "magnitude":
            continue
        nearest = min(rivals, key=lambda f: abs(f.number - figure.number))
        low, high = sorted((figure.number, nearest.number))
        turned = sorted(f"{low:g}") == sorted(f"{high:g}")
        if turned or high - low <= (1 if kind == "magnitude" else 0.1 * high):
            yield nearest, figure


def _measure(text: str, figure: Figure) -> str | None:
    """What is measured: "magnitude", or the unit of a measure."""
    before = text[max(0, figure.span.start - 16) : figure.span.start]
    if _MAGNITUDE.search(before) or _MAGNITUDE_AFTER.match(text, figure.span.end):
        return "magnitude" if figure.number < 11 else None
    return figure.unit if figure.unit in measures() else None


@functools.cache
def measures() -> frozenset[str]:
    """Units of measure and shares: an article gives many distances, each of another thing."""
    rows = table("units")
    return frozenset(row["unit"] for row in rows if row["kind"] in ("measure", "percent"))


class _Said:
    """Where each number of the text first stands."""

    def __init__(self, document: Document, elsewhere: Sequence[Span]) -> None:
        self._first: dict[float, int] = {}
        ends = sorted((span.start, span.end) for span in elsewhere)
        for numeral in document.numerals:
            n = bisect.bisect_right(ends, (numeral.start, len(document.text))) - 1
            if n < 0 or ends[n][1] <= numeral.start:
                self._first.setdefault(float(numeral.value), numeral.start)

    def before(self, number: float, place: int) -> bool:
        return self._first.get(number, place) < place


def _turned(before: Sequence[Figure], figure: Figure) -> list[Figure]:
    """ "the 32,000 would be paid" where 23,000 were told: the same digits in another order."""
    digits = sorted(f"{figure.number:g}")
    if figure.number < 100 or figure.unit is not None:
        return []
    alike = [f for f in before if f.exact and sorted(f"{f.number:g}") == digits and f.unit]
    return [f for f in alike if not f.is_percent and not str(f.unit).isupper()]


def _rivals(
    document: Document, before: Sequence[Figure], figure: Figure, crowd: bool
) -> list[Figure]:
    """Exact figures told before that count the same."""
    text = document.text
    plain = [f for f in before if f.exact and not f.is_percent and f.number >= 2]
    if crowd:
        return [
            f
            for f in plain
            if f.number >= 100 and _IN_FRONT.search(text[max(0, f.span.start - 16) : f.span.start])
        ]
    if figure.unit is None and _BARE_VERB.match(text, figure.span.end):
        first = figure.sentence.index - _WINDOW
        near = [f for f in plain if f.sentence.index >= first and f.number < 1000]
        return near[-1:]
    ours = _counted(document, figure)
    fates = ours & set(_FATES)
    ours = fates or ours
    alike = [f for f in plain if ours & _counted(document, f)] if ours else []
    return [] if any(_is_another(document, f, fates) for f in alike) else alike


def _is_another(document: Document, figure: Figure, fates: Collection[str]) -> bool:
    """ "nine other sites", "six more states": not those that are called back.

    "Seven others were hurt" are all that were hurt.
    """
    start, end = max(0, figure.span.start - 12), figure.span.end + 16
    found = _OTHER.search(document.text, start, end)
    return found is not None and not (fates and found.group() == "others")


def _counted(document: Document, figure: Figure) -> frozenset[str]:
    """Stems of what the figure counts, and the fate that its neighbours tell."""
    after = _NEXT.match(document.text, figure.span.end)
    words = [word for word in after.groups() if word][:2] if after else []
    start = max(figure.sentence.start, figure.span.start - 24)
    lead = re.findall(r"[a-z]+", document.text[start : figure.span.start].lower())[-2:]
    if told := _WHO_WERE.match(document.text, figure.span.end):
        words.append(told[1])
    found = {_FATE_OF[s] for s in [*words, *map(stem, words)] if s in _FATE_OF}
    found |= {_FATE_OF[s] for s in map(stem, lead) if s in _FATE_OF} - {"job"}
    nouns = {stem(words[0])} if words else set()
    if figure.noun:
        nouns.add(figure.noun)
    return frozenset(found | (nouns - _VAGUE))


_VAGUE = frozenset(
    "were was had have are will other more who people person time year month week day hour minut "
    "state countr nation city house part thing of in on and from to at by or with for than".split()
)


def _near(before: Sequence[Figure], figure: Figure) -> list[float]:
    """Numbers of a few sentences before that may be added up to the one that calls back."""
    first = figure.sentence.index - 2 * _WINDOW
    return [f.number for f in before if f.sentence.index >= first and not f.is_percent]


def _is_sum(number: float, others: Sequence[float]) -> bool:
    few = sorted(set(others))[:14]
    return any(
        abs(sum(some) - number) < 1e-6
        for size in (2, 3)
        for some in itertools.combinations(few, size)
    ) or any(abs(abs(a - b) - number) < 1e-6 for a, b in itertools.combinations(few, 2))


def _is_slip(number: float, other: float, sure: bool) -> bool:
    """Near to one another, or the same digits in another order."""
    if sorted(f"{number:g}") == sorted(f"{other:g}"):
        return True
    low, high = sorted((number, other))
    return high - low <= 2 or (sure and high <= 1.5 * low)
