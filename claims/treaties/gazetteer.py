"""Names that the table knows, found in a text in one pass over its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.treaties.table import Alias, Node, beginning
from claims.treaties.vocabulary import HEADS, VOCABULARY
from claims.treaties.words import Word

# between two words of one name: a space, a line end, a hyphen, closing and opening quotes
_JOINED = re.compile(r"[ \t\xa0]*\n?[ \t\xa0]*|[-‐‑–—/]|[\"“”‘’']? ?[\"“”‘’']?")
_COMMA = re.compile(r",[ \xa0]")
_LONG = 4
_LONGEST = 40
_BODIES = frozenset("UN EU WHO ILO WTO OAS NATO".split())
_UNMISTAKABLE = 6


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name: words ``first`` to ``last`` (inclusive) of the text."""

    first: int
    last: int
    alias: Alias


def joined(gap: str) -> bool:
    """Whether two words with this between them can belong to one name."""
    return gap == " " or _JOINED.fullmatch(gap) is not None


def find(text: Sequence[Word]) -> list[Hit]:
    """The longest known name at each place, left to right, none overlapping another."""
    hits, at = [], 0
    while at < len(text):
        root = beginning(text[at].key)
        hit = _longest(root, text, at) if root else None
        if hit:
            hits.append(hit)
        at = hit.last + 1 if hit else at + 1
    return hits


def _longest(root: Node, text: Sequence[Word], first: int) -> Hit | None:
    best = None
    for last, node, places in _walk(root, text, first):
        found = [text[n] for n in places]
        fitting = [a for a in node.aliases if _same_case(a, found) and _commas(text, places)]
        if fitting:
            best = Hit(first, last, max(fitting, key=lambda alias: _likeness(alias, found)))
    return best


def _likeness(alias: Alias, found: Sequence[Word]) -> int:
    """How many words agree to the letter: "Algiers Accords" and "Algiers Agreement" differ."""
    pairs = zip(alias.words, found, strict=True)
    return sum(known.text.lower() == word.text.lower() for known, word in pairs)


def _walk(root: Node, text: Sequence[Word], first: int) -> Iterator[tuple[int, Node, list[int]]]:
    """Down the tree as far as the text goes along: (last word, node, the words used)."""
    node, places = root, list[int]()
    for at in range(first, min(len(text), first + _LONGEST)):
        step = root if at == first else node.next.get(text[at].key)
        if places and is_bracketed(text, at):
            if step is None:  # "Anti-Ballistic Missile (ABM) Treaty"
                continue
        elif places and step is None and _between(text[at], text[places[-1]]):
            continue  # "Kyoto environmental treaty"
        elif places and not _goes_on(text[at].gap):
            return
        if step is None:
            return
        node = step
        places.append(at)
        yield at, node, places


def _between(word: Word, before: Word) -> bool:
    """Whether the word only says what the treaty is about: "Oslo *autonomy* accords"."""
    about = not word.capital and word.key in VOCABULARY.between and joined(word.gap)
    return about and not before.text.isupper()


def _goes_on(gap: str) -> bool:
    return joined(gap.removeprefix(")")) or _COMMA.fullmatch(gap) is not None


def is_bracketed(text: Sequence[Word], at: int) -> bool:
    """Whether the word stands by itself in round brackets: "(ABM)", "( CPA)"."""
    gap = text[at].gap.rstrip()
    after = text[at + 1].gap if at + 1 < len(text) else ")"
    return gap.endswith("(") and after.lstrip().startswith(")")


def _same_case(alias: Alias, found: Sequence[Word]) -> bool:
    """Names are capitalised; their head ("accord") and small words need not be.

    A name of many words is unmistakable even in lower case; an acronym is none in lower case
    ("it cites", "a cat"), though "Nafta" and "Gatt" are how some papers write.
    """
    owned = zip(alias.words[:-1], found[:-1], strict=True)
    if any(word.possessive and not known.possessive for known, word in owned):
        return False  # "UNESCO's | Convention on …"
    if not any(word.capital for word in alias.words):
        return not any(word.capital for word in found[1:])
    if len(found) >= _UNMISTAKABLE:
        return True
    if not (found[0].capital or found[0].text[0].isdigit() or not alias.words[0].capital):
        return False
    if alias.words[0].text in _BODIES and len(found) > 2:
        return found[0].text.isupper()  # "U.N. arms trade treaty"
    return all(_same_word_case(alias, a, f) for a, f in zip(alias.words, found, strict=True))


def _same_word_case(alias: Alias, known: Word, found: Word) -> bool:
    if not known.capital or known.key in HEADS or known.key in VOCABULARY.lower_case:
        return True
    if known.text.isupper() and len(known.text) > 1 and "." not in found.text:
        titled = found.text.istitle() and not alias.needs_context and known.text != "CITES"
        return found.text.isupper() or (titled and len(known.text) > 3)
    return found.capital


def _commas(text: Sequence[Word], places: Sequence[int]) -> bool:
    if len(places) >= _LONG:
        return True
    return not any("," in text[n].gap for n in places[1:])
