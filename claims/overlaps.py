"""No place is listed twice under two kinds unless both need ticking.

Where two kinds claim the same words, the more specific one wins; :data:`_GIVES_WAY` says to whom
each kind gives way and :func:`_needs_ticking_too` when it stays all the same. ``docs/kinds.md`` has
the same in words.
"""

from __future__ import annotations

import bisect
import collections
import re
from collections.abc import Iterable, Sequence

from claims.model import (
    Claim,
    ClaimKind,
    DateValue,
    PersonFactValue,
    QuantityValue,
    QuotationValue,
    Span,
    SuperlativeValue,
)

# Names have a section of their own; a treaty or an event is checkable wherever it stands.
_GIVES_WAY: dict[ClaimKind, tuple[ClaimKind, ...]] = {
    ClaimKind.OFFICE: (ClaimKind.TREATY,),
    ClaimKind.LAW: (ClaimKind.TREATY,),
    ClaimKind.PERSON_FACT: (ClaimKind.TREATY,),
    ClaimKind.SUPERLATIVE: (ClaimKind.TREATY, ClaimKind.LAW, ClaimKind.OFFICE),
    ClaimKind.QUANTITY: (
        ClaimKind.TREATY,
        ClaimKind.LAW,
        ClaimKind.OFFICE,
        ClaimKind.SUPERLATIVE,
        ClaimKind.PERSON_FACT,
    ),
    ClaimKind.DATE: (
        ClaimKind.TREATY,
        ClaimKind.OFFICE,
        ClaimKind.SUPERLATIVE,
        ClaimKind.PERSON_FACT,
        ClaimKind.QUANTITY,
    ),
}
# "in 1987", "on July 4", "March": a calendar date by itself; "last week" leans on its speaker.
_CALENDAR = re.compile(
    r"\d{4}|\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b|\d(?:st|nd|rd|th)\b"
)


def resolve(claims: list[Claim]) -> list[Claim]:
    """The claims, in the same order, without those that give way to a more specific one."""
    claims = _without_duplicates(claims)
    places = _Places(claims)
    return [claim for claim in claims if not _gives_way(claim, places)]


def _without_duplicates(claims: Iterable[Claim]) -> list[Claim]:
    kept = {(c.kind, c.field, c.span, c.value): c for c in reversed(list(claims))}
    return list(reversed(kept.values()))


def _gives_way(claim: Claim, places: _Places) -> bool:
    for winner in _GIVES_WAY.get(claim.kind, ()):
        if places.overlap(winner, claim) and not _needs_ticking_too(claim, winner):
            return True
    quoted = claim.kind is not ClaimKind.QUOTATION and places.cover(ClaimKind.QUOTATION, claim)
    return quoted and not _stands_by_itself(claim)


def _needs_ticking_too(claim: Claim, winner: ClaimKind) -> bool:
    """What says something of its own inside a more specific claim.

    "born on Feb. 11, 1929": the day is a date of its own, the age in "aged 47" is not. "Ana Silva,
    the first woman to lead the bank": that she leads it and that she is the first are two claims.
    """
    if claim.kind is ClaimKind.SUPERLATIVE:
        return winner is ClaimKind.OFFICE
    if claim.kind is ClaimKind.DATE and winner is ClaimKind.PERSON_FACT:
        return isinstance(claim.value, DateValue) and claim.value.type in ("DATE", "TIME")
    return False


def _stands_by_itself(claim: Claim) -> bool:
    """Whether words inside a direct quotation can be checked without asking the speaker."""
    value = claim.value
    if isinstance(value, DateValue):
        return value.type == "DATE" and bool(_CALENDAR.search(claim.exact))
    if isinstance(value, QuantityValue):
        return value.unit is not None and any(map(str.isdigit, claim.exact))
    if isinstance(value, SuperlativeValue):
        return value.scope is not None
    if isinstance(value, PersonFactValue):
        return value.number is not None
    return claim.kind in (
        ClaimKind.TREATY,
        ClaimKind.DIPLOMATIC_EVENT,
        ClaimKind.LAW,
        ClaimKind.NAME,
    ) or isinstance(value, QuotationValue)


class _Places:
    """Where the claims of each kind stand, merged to stretches, for look-up by bisection."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        spans: dict[tuple[ClaimKind, str], list[Span]] = collections.defaultdict(list)
        for claim in claims:
            spans[claim.kind, claim.field].append(claim.span)
        self._stretches = {key: _merged(sorted(found)) for key, found in spans.items()}

    def overlap(self, kind: ClaimKind, claim: Claim) -> bool:
        nearest = self._nearest(kind, claim)
        return nearest is not None and nearest.overlaps(claim.span)

    def cover(self, kind: ClaimKind, claim: Claim) -> bool:
        nearest = self._nearest(kind, claim)
        return nearest is not None and nearest.covers(claim.span)

    def _nearest(self, kind: ClaimKind, claim: Claim) -> Span | None:
        """The last stretch that starts before the claim ends; no other can overlap it sooner."""
        stretches = self._stretches.get((kind, claim.field), [])
        at = bisect.bisect_left(stretches, claim.span.end, key=lambda span: span.start) - 1
        return stretches[at] if at >= 0 else None


def _merged(spans: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in spans:
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged
