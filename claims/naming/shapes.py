"""Names of bodies and places that their own words tell.

A run of capitalised words is cut into names; each is known from a list, told by its last word
("Halvorsen Foods", "Ottawa River"), by the word before "of" ("University of Jena"), as an acronym
or by the state behind it ("Erie, Pa.").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.people import lexicon, runs
from claims.people.phrases import STATES
from claims.people.words import Word
from claims.tables import rows

_HEADS = {row["word"]: row["type"] for row in rows("name_heads")}
_OF = frozenset("of for".split())
_AND = frozenset("and &".split())
_LINKS = _OF | _AND | frozenset("the on de du la del di da des for".split())
_LONGEST = 14  # words of a name
# Capitals that are no names to check.
# "Old Havana", "Little Italy", "Greater Manchester"
_QUARTERS = frozenset(
    "old new little north south east west northern southern eastern western central upper lower "
    "greater downtown inner outer mid san santa st saint port fort mount lake los las el la".split()
)
_OPENING_MARKS = frozenset("“\"‘`'")


@dataclass(frozen=True, slots=True)
class Name:
    """``words[first:stop]`` names a body or a place; ``guess`` that only its use tells so."""

    first: int
    stop: int
    type: str
    guess: bool = False


def read(
    words: Sequence[Word], text: str, persons: frozenset[int]
) -> tuple[list[Name], list[tuple[int, int]]]:
    """(names told by themselves, pieces that nothing tells), both in order of place."""
    headlines = runs.headline_words(words, text)
    found: list[Name] = []
    unsure: list[tuple[int, int]] = []
    n = 0
    while n < len(words):
        stops = words[n].low in lexicon.STOPS and not words[n].initial
        if not words[n].capital or n in headlines or n in persons or stops:
            n += 1
            continue
        stop = _run(words, n, persons)
        for first, last in _pieces(words, n, stop):
            name = _read(words, first, last)
            if name is not None:
                found.append(name)
            elif not _opened_by_mark(words[first], text):
                unsure.append((first, last))
        n = stop
    return found, unsure


def _opened_by_mark(word: Word, text: str) -> bool:
    """A title of a work or a word held up: “Nightly News”."""
    return word.start > 0 and text[word.start - 1] in _OPENING_MARKS


def _run(words: Sequence[Word], n: int, persons: frozenset[int]) -> int:
    """One past a run of capitals, small links between them taken in: "Bank of England"."""
    stop = n + 1
    while stop < min(len(words), n + _LONGEST) and _continues(words[stop - 1]):
        if stop in persons:
            break
        if words[stop].capital and (words[stop].low not in lexicon.STOPS or words[stop].initial):
            stop += 1
            continue
        ahead = stop
        while (
            ahead < len(words)
            and ahead - stop < 2
            and words[ahead].low in _LINKS
            and not words[ahead].capital
            and words[ahead].joined
        ):
            ahead += 1
        if ahead == stop or ahead >= len(words) or not words[ahead].capital or ahead in persons:
            break
        if words[ahead].low in lexicon.STOPS:
            break
        stop = ahead + 1
    return stop


def _continues(word: Word) -> bool:
    return word.joined or word.gap in (" & ", " &amp; ")


def _pieces(words: Sequence[Word], first: int, stop: int) -> Iterator[tuple[int, int]]:
    """The run cut at the links that no name goes over: "Boston | and New York"."""
    start = first
    n = first
    while n < stop:
        if not words[n].capital and words[n].low in _LINKS:
            ahead = n
            while ahead < stop and not words[ahead].capital:
                ahead += 1
            if not _goes_over(words, start, n, ahead, stop):
                yield from _without_titles(words, start, n)
                start = ahead
            n = ahead
        else:
            n += 1
    yield from _without_titles(words, start, stop)


def _goes_over(words: Sequence[Word], start: int, link: int, ahead: int, stop: int) -> bool:
    """Whether one name holds the words on both sides of a small link."""
    low, left = words[link].low, words[link - 1]
    if low in _OF:
        return left.low in _HEADS or (low == "of" and left.low in _OF_SOMETHING)
    if low in _AND:
        if "&" in words[link - 1].gap or low == "&":
            return True
        last = next((n for n in range(ahead, stop) if not words[n].capital), stop) - 1
        inside = any(words[n].low in _OF for n in range(start, link))
        headed = link - start > 1 and _HEADS.get(left.low) is not None
        whole = headed or _listed(words, start, link) is not None
        if inside:  # "Department of Health and Human Services"
            return left.low in _JOINED and _listed(words, ahead, last + 1) is None
        return left.low in _JOINED and not whole and _HEADS.get(words[last].low) == "body"
    return low in ("de", "du", "la", "del", "di", "da", "des") and not words[link].capital


# "Palace of Conventions", "Tomb of the Unknown Soldier", "Port of Hull"
_OF_SOMETHING = frozenset(
    "tomb plaza palace port gulf strait bay isle isles cape friends order sons daughters knights "
    "doctors citizens voice voices festival duchy grand-duchy lord freedom".split()
)
_JOINED = lexicon.JOINED | lexicon.MODIFIERS | lexicon.INSTITUTIONS - frozenset("police".split())


def _without_titles(words: Sequence[Word], first: int, stop: int) -> Iterator[tuple[int, int]]:
    """The piece cut at the titles in it: "Cadbury | Chairman"; a bare title is no name."""
    if _HEADS.get(words[stop - 1].low) is not None and stop - first > 1:
        while first < stop - 2 and words[first].low in _FIRST_TITLES:
            first += 1
        yield first, stop
        return
    start = first
    for n in range(first, stop + 1):
        if n == stop or (_is_title(words[n]) and not _listed(words, n, stop)):
            if start < n:
                yield start, n
            start = n + 1


_FIRST_TITLES = frozenset("chairman president director former spokesman spokeswoman".split())


def _is_title(word: Word) -> bool:
    known = lexicon.title(word.low)
    return known is not None and known.kind in ("office", "honorific", "role")


def _listed(words: Sequence[Word], first: int, stop: int) -> str | None:
    """ "body" or "place" if the words are a listed name."""
    text = " ".join(word.text for word in words[first:stop])
    if text in lexicon.BODIES:
        return "body"
    return "place" if text in lexicon.PLACES or text in lexicon.COUNTRY_NAMES else None


def _read(words: Sequence[Word], first: int, stop: int) -> Name | None:
    """The body or place that the piece names by itself, or None."""
    known = _listed(words, first, stop)
    if known is not None:
        return Name(first, stop, known)
    links = [n for n in range(first, stop) if words[n].low in _LINKS and not words[n].capital]
    opening = links[0] if links else stop
    if links and words[opening].low in _OF:
        head = words[opening - 1].low
        return Name(first, _trim(words, opening, stop), _HEADS.get(head, "body"))
    type_ = _HEADS.get(words[stop - 1].low)
    if type_ is not None and stop - first >= 2:
        return Name(first, stop, type_)
    for start in range(first, stop):
        for end in range(stop, start, -1):
            inside = _listed(words, start, end)
            if inside is not None:
                return _within(words, first, stop, Name(start, end, inside))
    if stop - first == 1 and _is_acronym(words, first):
        return Name(first, stop, "body")
    if _before_state(words, stop):
        return Name(first, stop, "place")
    return None


def _within(words: Sequence[Word], first: int, stop: int, name: Name) -> Name:
    """The listed name, or the whole piece: "Little | Havana", "Indonesian | Red Cross"."""
    if name.stop == stop and first < name.first:
        lead = words[first : name.first]
        quarter = name.type == "place" and all(word.low in _QUARTERS for word in lead)
        branch = name.type == "body" and all(word.text in lexicon.NATIONS for word in lead)
        if quarter or branch:
            return Name(first, stop, name.type)
    return name


def _before_state(words: Sequence[Word], stop: int) -> bool:
    """ "Lockerbie|, Scotland", "Erie|, Pa."."""
    if stop >= len(words) or words[stop - 1].gap != ", " or words[stop - 1].possessive:
        return False
    state = words[stop].text
    if state in STATES or lexicon.PLACES.get(state) == "state" or state in lexicon.COUNTRY_NAMES:
        return True
    both = " ".join(word.text for word in words[stop : stop + 2])
    return lexicon.PLACES.get(both) == "state" or both in lexicon.COUNTRY_NAMES


def _trim(words: Sequence[Word], link: int, stop: int) -> int:
    """A name goes on over its links, and ends with a capital."""
    end = link + 1
    while end < stop and (words[end].capital or words[end].low in _LINKS):
        end += 1
    while not words[end - 1].capital:
        end -= 1
    return end


def _is_acronym(words: Sequence[Word], n: int) -> bool:
    plain = words[n].text.replace(".", "")
    if not (3 <= len(plain) <= 6 and plain.isalpha() and plain.isupper()):
        return False
    if words[n].low in lexicon.NO_NAMES or words[n].low in ORDINARY:
        return False
    beside = [words[m] for m in (n - 1, n + 1) if 0 <= m < len(words)]
    return not any(w.text.isupper() and len(w.text) > 6 for w in beside)


ORDINARY = lexicon.VERBS | lexicon.SPEECH | lexicon.DEEDS | lexicon.OPENERS
