"""Numbers of a life: up to three digits, or words up to ninety-nine."""

from __future__ import annotations

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_ONES += " sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {word: n for n, word in enumerate(_ONES.split(), 1)}
_NUMBERS |= {word: 10 * n for n, word in enumerate(_TENS.split(), 2)}
_NUMBERS |= {
    f"{ten}-{one}": 10 * n + m
    for n, ten in enumerate(_TENS.split(), 2)
    for m, one in enumerate(_ONES.split()[:9], 1)
}
_ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth".split(), 1
    )
}
N = (
    rf"(?:\d{{1,3}}|(?:{'|'.join(_TENS.split())})(?:-(?:{'|'.join(_ONES.split()[:9])}))?|"
    rf"{'|'.join(sorted(_ONES.split(), key=len, reverse=True))})"
)
ORDINAL = rf"(?:{'|'.join(_ORDINALS)})"
# "forties" and the like, as the first year of the ten
DECADES = {f"{ten[:-1]}ies": 10 * n for n, ten in enumerate(_TENS.split(), 2)}


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
