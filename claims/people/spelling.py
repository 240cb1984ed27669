"""How alike two names are in letters and in sound."""

from __future__ import annotations

import functools
import re
import unicodedata

_SOUNDS = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"(?:ck|c|q)(?!h)"), "k"),
    (re.compile(r"(?:iy|yy|ey|ei|ii|ij|ie|yi|y|j)"), "i"),
    (re.compile(r"w"), "v"),
    (re.compile(r"(?<=[aeiou])h|(?<=[td])h"), ""),
    (re.compile(r"z"), "s"),
    (re.compile(r"(.)\1"), r"\1"),
)


@functools.lru_cache(maxsize=2048)
def sound(word: str) -> str:
    word = word.lower()
    for pattern, heard in _SOUNDS:
        word = pattern.sub(heard, word)
    return word


@functools.lru_cache(maxsize=2048)
def folded(word: str) -> str:
    """In lower case, with straight apostrophes and without accents: "Jonikė" → "jonike"."""
    parts = unicodedata.normalize("NFD", word.lower().replace("’", "'"))
    return "".join(c for c in parts if not unicodedata.combining(c))


def distance(a: str, b: str) -> int:
    """Edits between two short words: a letter put in, left out, changed, or two swapped."""
    before: list[int] = []
    above = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, above = above, row
    return above[-1]


def alike(a: str, b: str) -> bool:
    """Whether two names of five letters or more are one or two edits apart."""
    if a[:1] != b[:1] or min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 2:
        return False
    return 0 < distance(a.lower(), b.lower()) <= (1 if min(len(a), len(b)) < 8 else 2)
