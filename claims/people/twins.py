"""Two spellings of one proper noun: "Schneiderman" and "Scheiderman", "Nuneaton" and "Nunneaton".

Any word with a capital may be one, person, place or firm. Two that differ in a letter are one name
unless they are words of the language, forms of one another, or stand beside different names.
"""

from __future__ import annotations

import collections
import dataclasses
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.model import Span
from claims.people import lexicon
from claims.people.spelling import distance, folded, sound
from claims.people.words import Word

if TYPE_CHECKING:
    from claims.document import Context

_SHORTEST = 6
_MOST = 60  # spellings that open with one letter: more is a list, not an article
# Endings that make another word of the same root: "Germans" and "Germany", "Communism", "-ist".
_ENDINGS = frozenset(
    "s n an ans as en er ers es ies y ys ism ist ists ic ics ish ese man men woman women "
    "ia ian ians al ally ate ation ed ing or ors ry us um in ine land ov ova ev eva "
    "sky skaya".split()
)
# "Latino" and "Latina", "Kowalski" and "Kowalska"
_VOWEL_PAIRS = tuple(map(frozenset, ("ao", "ae", "ai", "oi", "ei")))
_ROOT = 4


@dataclass(slots=True)
class Spelling:
    """A word with a capital: how often it stands, where first, and the names beside it."""

    text: str
    field: str
    span: Span
    count: int = 0
    beside: set[str] = dataclasses.field(default_factory=set)


def find(context: Context) -> Iterator[tuple[Spelling, Spelling]]:
    """Pairs of spellings of one name, the more frequent first."""
    groups: dict[str, list[Spelling]] = collections.defaultdict(list)
    for spelling in _spellings(context):
        groups[folded(spelling.text)[:1]].append(spelling)
    for group in groups.values():
        if len(group) > _MOST:
            continue
        for one, other in _near(group):
            if _is_one_name(one, other):
                yield (one, other) if one.count >= other.count else (other, one)


def _near(group: Sequence[Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    """Pairs that are equal but for accents, or once a letter is left out of either, or in sound."""
    holders: dict[str, list[int]] = collections.defaultdict(list)
    for n, spelling in enumerate(group):
        word = folded(spelling.text)
        keys = {word, "~" + sound(word), *(word[:k] + word[k + 1 :] for k in range(len(word)))}
        for key in keys:
            holders[key].append(n)
    pairs = {pair for held in holders.values() for pair in itertools.combinations(held, 2)}
    for one, other in sorted(pairs):
        yield group[one], group[other]


def _spellings(context: Context) -> list[Spelling]:
    found: dict[str, Spelling] = {}
    small: set[str] = set()
    for document in context.documents:
        words = context.people.words(document.field)
        for n, word in enumerate(words):
            if not word.capital:
                small.add(word.low)
            elif len(word.text) >= _SHORTEST and not word.text.isupper():
                span = Span(word.start, word.end)
                one = found.setdefault(word.text, Spelling(word.text, document.field, span))
                one.count += 1
                one.beside.update(_beside(words, n))
    return [s for s in found.values() if s.text.lower().replace("’", "'") not in small]


def _beside(words: Sequence[Word], n: int) -> Iterator[str]:
    """Names right before and after: given name and surname, the rest of a firm's name."""
    if n and words[n - 1].joined and _is_name(words[n - 1]):
        yield words[n - 1].low
    if n + 1 < len(words) and words[n].joined and _is_name(words[n + 1]):
        yield words[n + 1].low


def _is_name(word: Word) -> bool:
    if not word.capital or lexicon.title(word.low) is not None:
        return False
    return not any(
        word.low in words for words in (lexicon.MODIFIERS, lexicon.STOPS, lexicon.OPENERS)
    )


def _is_one_name(one: Spelling, other: Spelling) -> bool:
    a, b = folded(one.text), folded(other.text)
    if a == b:
        return one.text.replace("’", "'").lower() != other.text.replace("’", "'").lower()
    if abs(len(a) - len(b)) > 1:
        return False
    apart = distance(a, b)
    if apart > 2 or (apart == 2 and sound(a) != sound(b)):
        return False
    if are_forms(a, b) or _are_both_known(one, other):
        return False
    return not (one.beside and other.beside and one.beside.isdisjoint(other.beside))


def are_forms(a: str, b: str) -> bool:
    """Whether both may stem from one root by endings of the language."""
    root = 0
    while root < min(len(a), len(b)) and a[root] == b[root]:
        root += 1
    if a[root:] == "" or b[root:] == "":
        return True
    if frozenset((a[root:], b[root:])) in _VOWEL_PAIRS:
        return True
    return any(
        a[cut:] in _ENDINGS and b[cut:] in _ENDINGS for cut in range(max(_ROOT, root - 3), root + 1)
    )


def _are_both_known(one: Spelling, other: Spelling) -> bool:
    """Two given names, two places, or a word that is no name at all."""
    known = [is_known(spelling.text) for spelling in (one, other)]
    return all(known) or any(
        lexicon.title(s.text.lower()) is not None
        or s.text.lower() in lexicon.MODIFIERS
        or s.text in lexicon.NATIONS
        for s in (one, other)
    )


def is_known(word: str) -> bool:
    return (
        lexicon.given(word) is not None
        or word in lexicon.PLACES
        or word in lexicon.COUNTRY_NAMES
        or word in lexicon.NATIONS
    )
