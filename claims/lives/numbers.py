"""Numbers of a life: up to three digits, or words up to ninety-nine."""

from __future__ import annotations

from claims.quantities.numerals import ORDINALS, TENS, UNITS

_ONES = {word: n for word, n in UNITS.items() if n}
_DIGITS = {word: n for word, n in _ONES.items() if n < 10}
_NUMBERS = _ONES | TENS
_NUMBERS |= {f"{ten}-{one}": n + m for ten, n in TENS.items() for one, m in _DIGITS.items()}
_ORDINALS = {word: n for word, n in ORDINALS.items() if n < 10}
N = (
    rf"(?:\d{{1,3}}|(?:{'|'.join(TENS)})(?:-(?:{'|'.join(_DIGITS)}))?|"
    rf"{'|'.join(sorted(_ONES, key=len, reverse=True))})"
)
ORDINAL = rf"(?:{'|'.join(_ORDINALS)})"
# "forties" and the like, as the first year of the ten
DECADES = {f"{ten[:-1]}ies": n for ten, n in TENS.items()}


def number(words: str) -> int:
    """ "47" → 47, "sixty-two" → 62, "third" → 3, "forties" → 40, "twins" → 2."""
    if words.isdigit():
        return int(words)
    low = words.lower()
    for known in (_NUMBERS, _ORDINALS, DECADES, _BORN_TOGETHER):
        if low in known:
            return known[low]
    raise ValueError(words)


_BORN_TOGETHER = {"twins": 2, "triplets": 3, "quadruplets": 4}
