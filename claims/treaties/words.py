"""An article's words as the treaty matcher sees them.

Hyphens part words and possessives are set aside: ``Anti-Ballistic`` is two words, ``U.S.`` is
one, ``Treaty's`` is ``Treaty``. One pass over the text; every word knows what stands between it
and the word before.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

# "U.S.", "U.N." | "St." | "Pinckney’s", "O'Higgins" | "1987", "II"
_WORD = re.compile(r"(?:[A-Z]\.){2,}|(?:St|Ste|Mt)\.(?=[ -])|[^\W_]+(?:['’][^\W_]+)*")

_SAME: dict[str, str] = {
    "agreement": "accord",
    "agreements": "accord",
    "accords": "accord",
    "treaties": "treaty",
    "conventions": "convention",
    "protocols": "protocol",
    "pacts": "pact",
    "memoranda": "memorandum",
    "memorandums": "memorandum",
    "covenants": "covenant",
    "declarations": "declaration",
    "charters": "charter",
    "concordats": "concordat",
    "defense": "defence",
    "labor": "labour",
    "organization": "organisation",
    "neighbourliness": "neighborliness",
    "neighbourly": "neighborly",
    "mould": "mold",
    "programme": "program",
    "saint": "st",
}


class Word(NamedTuple):
    """``key`` compares words: no case, no accents, singular heads; ``gap`` stands before it."""

    start: int
    end: int
    text: str
    key: str
    gap: str
    possessive: bool

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def words(text: str) -> list[Word]:
    """Every word of the text in order. Linear in the length of the text."""
    return list(_each(text))


def first_key(text: str) -> str:
    """The key of the text's first word; empty when it has none."""
    return next((word.key for word in _each(text)), "")


def _each(text: str) -> Iterator[Word]:
    last = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        possessive = text[end - 1] == "s" and end - start > 1 and text[end - 2] in "'’"
        if possessive:
            end -= 2
        if end == start:
            continue
        word = text[start:end]
        gap = text[last:start] if start - last <= 8 else text[last : last + 4] + "\n\n"
        yield Word(start, end, word, key(word), gap, possessive)
        last = match.end()


def key(word: str) -> str:
    """What spellings of one word share: ``Sèvres``, ``Sevres``; ``Accords``, ``accord``."""
    folded = word.casefold() if word.isascii() else _fold(word)
    if "." in folded:
        folded = folded.replace(".", "")
    return _SAME.get(folded, folded)


def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFD", word.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return plain.replace("’", "'").replace("ı", "i").replace("ø", "o").replace("ł", "l")
