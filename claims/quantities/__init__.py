"""Numbers that count or measure something, as the words of one field say them.

``numerals`` finds numbers and their values, ``measures`` adds the sign or unit words at them,
``labels`` tells the ones that name or date rather than count, ``pairs`` reads neighbours together
(ranges, votes, ratios, scores), ``idle`` leaves out small words that point ("the two men"),
``counted`` tells the noun behind a number.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.quantities.counted import counted
from claims.quantities.idle import is_idle
from claims.quantities.measures import Measure, measure
from claims.quantities.pairs import Found, combine

if TYPE_CHECKING:
    from claims.document import Document

__all__ = ["Found", "counted", "find"]


def find(document: Document) -> Iterator[Found]:
    """Every quantity of the field, in order of place."""
    for found in combine(document.text, _candidates(document), document):
        if not is_idle(document.text, found):
            yield found


def _candidates(document: Document) -> list[Measure]:
    """Measures outside temporal expressions, in order of place."""
    text = document.text
    kept: list[Measure] = []
    taken = iter([*document.timexes])
    timex = next(taken, None)
    for numeral in document.numerals:
        while timex is not None and timex.end <= numeral.start:
            timex = next(taken, None)
        # "three-quarters of its customers" is no stretch of time.
        share = timex and numeral.form == "fraction" and timex.end <= numeral.end
        if timex is not None and timex.start < numeral.end and not share:
            continue
        item = measure(text, numeral)
        if kept and item.start < kept[-1].end:
            continue
        kept.append(item)
    return kept
