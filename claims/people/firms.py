"""Which names that look like a person's are a firm's: "Philip Morris", "Benjamin Franklin".

A firm's full form ("Bowen Foods Inc.") shows its short ones; so do its shares, stores and profits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from claims.people.words import Word

_ENDS = frozenset("inc corp co ltd plc llc ag sa nv spa gmbh bros".split())
_LONGEST = 5
# "Philip Morris | holders", "John Deere | dealers"
_OWNED = frozenset(
    "shares share stock stocks shareholders stockholders shareholder holders stake common "
    "preferred dealership dealerships dealer dealers stores store outlets outlet branches "
    "subsidiary unit products product brand brands plant plants warrants debentures bonds".split()
)
# " earned $5 million", " had a profit", " rose 25 cents", " closed at"
_EARNS = re.compile(
    r" (?:earned|posted|lost) (?:a (?:profit|loss|net)|[$€£¥]|\S*\d)"
    r"| (?:had|reported) (?:an? )?(?:\w+ )?(?:profit|loss|earnings|revenue|net income|sales)\b"
    r"| (?:rose|fell|gained|slipped|climbed|jumped|closed|dropped) (?:at |up |down )?"
    r"(?:[$€£]\d|\d[\d.]* (?:cents|points|pence|percent|per cent|%))"
)


def firms(fields: Iterable[tuple[Sequence[Word], str]]) -> frozenset[str]:
    """The names, words joined by a space, that the fields show to be firms'."""
    found: set[str] = set()
    for words, text in fields:
        start = 0
        for n, word in enumerate(words):
            if not word.capital or (n and not _joined(words[n - 1])):
                start = n
            if not word.capital:
                continue
            if word.low in _ENDS and n > start:
                parts = [w.text for w in words[max(start, n - _LONGEST) : n]]
                found.update(" ".join(parts[:stop]) for stop in range(1, len(parts) + 1))
            elif n > start and _is_business(words, n, text):
                found.add(" ".join(w.text for w in words[max(start, n - _LONGEST) : n + 1]))
    return frozenset(found)


def _joined(word: Word) -> bool:
    return word.capital and (word.joined or word.gap == " & ")


def _is_business(words: Sequence[Word], n: int, text: str) -> bool:
    """Whether shares or profits follow the word: "Milton Roy | earned $6 million"."""
    word = words[n]
    if word.possessive or not word.joined or n + 1 == len(words):
        return False
    return words[n + 1].low in _OWNED or _EARNS.match(text, word.end) is not None
