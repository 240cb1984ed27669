"""The same quantity given twice with two values.

Two exact figures that count the same thing, in two sentences that share what they are about, with
no word of change, contrast or addition beside either. An article with a third value for the thing
is telling a development, and is left alone.
"""

from __future__ import annotations

import collections
import itertools
from collections.abc import Iterator, Sequence

from claims.document import Context
from claims.figures import Figure, figures, shown
from claims.model import Claim, ClaimKind, Finding, FindingType, Severity
from claims.reckoning import called_back
from claims.same_figure import Told, same_day, same_place, told

_FATES = frozenset(("dead", "hurt", "held", "missing", "expelled"))
_NO_COUNTS = (ClaimKind.DATE, ClaimKind.PERSON_FACT)
_MOST_FIGURES = 400  # a table or a ledger, not an article


def find(context: Context, claims: Sequence[Claim]) -> Iterator[Finding]:
    by_key: dict[str, list[Told]] = collections.defaultdict(list)
    for document in context.documents:
        if document.field == "headline":
            continue
        found = [f for f in figures(document, claims) if f.unit not in called_back.measures()]
        for figure in found[:_MOST_FIGURES]:
            if item := told(context, figure):
                by_key[item.key].append(item)
                if figure.noun and figure.noun != item.key:
                    by_key[figure.noun].append(item)
    seen: set[tuple[str, ...]] = set()
    for items in by_key.values():
        for finding in _conflicts(items):
            if finding.items not in seen:
                seen.add(finding.items)
                yield finding
    for document in context.documents:
        every = figures(document, claims)
        plain = [f for f in every if f.unit not in called_back.measures()]
        elsewhere = [c.span for c in claims if c.field == document.field and c.kind in _NO_COUNTS]
        told_again = called_back.find(document, plain, elsewhere)
        for first, again in (*told_again, *called_back.measured(document, every)):
            both = (first.claim.id, again.claim.id)
            if both not in seen:
                seen.add(both)
                yield Finding(
                    FindingType.QUANTITY_CONFLICT, Severity.HIGH, _message(first, again), both
                )


def _conflicts(items: Sequence[Told]) -> Iterator[Finding]:
    if len({item.figure.number for item in items}) != 2:
        return
    for one, two in itertools.pairwise(_firsts(items)):
        if _same(one, two):
            yield _finding(one, two)


def _firsts(items: Sequence[Told]) -> list[Told]:
    """The first mention of each value."""
    seen: dict[float, Told] = {}
    for item in items:
        seen.setdefault(item.figure.number, item)
    return list(seen.values())


def _same(one: Told, two: Told) -> bool:
    a, b = one.figure, two.figure
    if not (a.exact and b.exact) or a.sentence.span == b.sentence.span:
        return False
    if one.apart or two.apart or not same_day(one, two) or not same_place(one, two):
        return False
    fates = {one.key, two.key} & _FATES
    if len(fates) > 1 or (a.unit != b.unit and one.key != two.key):
        return False
    if not _close(a, b):
        return False
    shared = one.stems & two.stems
    if one.head is not None and one.head == two.head and two.definite:
        return True  # "a 12-member council", "the nine-member council"
    if one.key == two.key and one.key in _FATES:
        return len(shared) >= 2
    return (len(shared) >= 2 and two.definite) or len(shared) >= 3


def _close(one: Figure, two: Figure) -> bool:
    """Whether the numbers are near enough to be one number told wrong."""
    low, high = sorted((one.number, two.number))
    return low > 1 and high <= 10 * low


def _finding(one: Told, two: Told) -> Finding:
    a, b = one.figure, two.figure
    return Finding(
        FindingType.QUANTITY_CONFLICT, Severity.HIGH, _message(a, b), (a.claim.id, b.claim.id)
    )


def _message(a: Figure, b: Figure) -> str:
    named = a.unit is None or a.unit.isupper() or a.unit in (*called_back.measures(), "magnitude")
    what = "" if named or str(a.unit) in shown(a) else f" {a.unit}"
    return f"The article says {shown(a)}{what} in one place and {shown(b)} in another."
