"""The figures of an article as findings compare them: value, unit, precision, what stands "
"around."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.document import Context, Document, Sentence
from claims.model import Claim, ClaimKind, QuantityValue, Span

_STEM_ENDINGS = ("ings", "ing", "ers", "ed", "es", "er", "s", "e")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_COMMON = frozenset(
    "about after again against also another because been before being between both could does "
    "during each even "
    "every from have having here into just like made make many more most much must only other "
    "over said same says "
    "should since some such than that their them then there these they this those through under "
    "until upon very "
    "were what when where which while will with would year years people percent million billion "
    "thousand hundred "
    "first last next told according least nearly almost around".split()
)
_DECIMALS = re.compile(r"\d[\d,]*(?:\.(\d+))?")
_MAGNITUDE = re.compile(r"(thousand|million|billion|trillion|bn|mn|tn|m\b|k\b|b\b)", re.IGNORECASE)
_FACTORS = {"t": 1e3, "k": 1e3, "m": 1e6, "b": 1e9, "tr": 1e12, "tn": 1e12}


@dataclass(frozen=True, slots=True)
class Figure:
    """An exact or hedged quantity of an article.

    ``half_unit`` is half the last digit shown, in the number's own units: "2.4 billion" is right to
    50 million. ``noun`` is the stem of what is counted.
    """

    claim: Claim
    number: float
    unit: str | None
    noun: str | None
    exact: bool
    half_unit: float
    sentence: Sentence

    @property
    def span(self) -> Span:
        return self.claim.span

    @property
    def is_percent(self) -> bool:
        return self.unit == "percent"


def figures(document: Document, claims: Sequence[Claim]) -> list[Figure]:
    """The quantities of one field, in order of place."""
    found = []
    for claim in claims:
        if claim.kind is not ClaimKind.QUANTITY or claim.field != document.field:
            continue
        value = claim.value
        assert isinstance(value, QuantityValue)
        plain = value.range is None and value.against is None
        found.append(
            Figure(
                claim,
                float(value.number),
                value.unit,
                stem(value.unit) if value.unit else None,
                plain and not value.approximate,
                half_unit(claim.exact, float(value.number)),
                document.sentence_at(claim.span.start),
            )
        )
    return sorted(found, key=lambda figure: figure.span)


def by_sentence(found: Sequence[Figure]) -> list[list[Figure]]:
    """The figures grouped by their sentence, in order."""
    groups: dict[int, list[Figure]] = {}
    for figure in found:
        groups.setdefault(figure.sentence.index, []).append(figure)
    return list(groups.values())


def half_unit(exact: str, number: float) -> float:
    """Half of the last digit that the words show; 0 for small whole numbers and words."""
    digits = _DECIMALS.search(exact)
    if digits is None:
        return 0.0
    factor = 1.0
    if magnitude := _MAGNITUDE.search(exact, digits.end()):
        word = magnitude[1].lower()
        factor = _FACTORS.get(word[:2]) or _FACTORS[word[0]]
    if digits[1]:
        return float(0.5 * 10.0 ** -len(digits[1]) * factor)
    if factor > 1:
        return 0.5 * factor
    zeros = len(digits.group().replace(",", "")) - len(digits.group().rstrip("0,").replace(",", ""))
    return 0.05 * 10.0**zeros if zeros >= 2 else 0.0


@functools.lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A crude stem, so that "killed", "kills" and "killing" meet."""
    low = word.lower()
    for ending in _STEM_ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            return low[: -len(ending)]
    return low


def stems(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    words = _WORD.findall(text)
    return frozenset(stem(w) for w in words if len(w) > 3 and w.lower() not in _COMMON)


def names(text: str) -> frozenset[str]:
    """Capitalised words that do not open the text."""
    found = list(_WORD.finditer(text))
    return frozenset(
        m.group().removesuffix("’s") for m in found if m.start() and m.group()[0].isupper()
    )


def shown(figure: Figure) -> str:
    """The figure as the article writes it, on one line."""
    return " ".join(figure.claim.exact.split())


def around(context: Context, figure: Figure, reach: int = 90) -> str:
    """The sentence around a figure, at most ``reach`` characters on each side."""
    text = context.document(figure.claim.field).text
    start = max(figure.sentence.start, figure.span.start - reach)
    return text[start : min(figure.sentence.end, figure.span.end + reach)]
