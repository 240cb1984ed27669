"""Joins what the extractors found: an event to its date item, a mention to its first."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from claims import same_event
from claims.model import (
    Claim,
    ClaimKind,
    DateRef,
    EventValue,
    OfficeValue,
    Span,
    TreatyValue,
    amended,
)


def link(claims: list[Claim]) -> list[Claim]:
    """The same claims, with references between them set. Ids must have been assigned."""
    dates = {(c.field, c.span): c.id for c in claims if c.kind is ClaimKind.DATE}
    dated = [_link_dates(claim, dates) for claim in claims]
    return same_event.link(_link_treaties(_link_offices(dated)))


def _link_treaties(claims: list[Claim]) -> list[Claim]:
    """A known treaty named again, by whichever of its names, points to its first mention."""
    first: dict[str, str] = {}
    out = []
    for claim in claims:
        if isinstance(claim.value, TreatyValue) and claim.value.known:
            known = first.setdefault(claim.value.name, claim.id)
            claim = amended(claim, same_as=None if known == claim.id else known)
        out.append(claim)
    return out


def _link_offices(claims: list[Claim]) -> list[Claim]:
    """The same surname under the same office again is one fact, told more than once."""
    first: dict[tuple[str, str], str] = {}
    out = []
    for claim in claims:
        if isinstance(claim.value, OfficeValue):
            surname = claim.value.person.split()[-1]
            known = first.setdefault((surname, claim.value.office.lower()), claim.id)
            claim = amended(claim, same_as=None if known == claim.id else known)
        out.append(claim)
    return out


def _link_dates(claim: Claim, dates: dict[tuple[str, Span], str]) -> Claim:
    if not isinstance(claim.value, EventValue):
        return claim

    def to_item(ref: DateRef | None) -> DateRef | None:
        if ref is None or ref.span is None:
            return ref
        return dataclasses.replace(ref, item=dates.get((claim.field, ref.span)))

    value = dataclasses.replace(
        claim.value, date=to_item(claim.value.date), announced=to_item(claim.value.announced)
    )
    return amended(claim, value=value)


def dates_of_events(claims: Iterable[Claim]) -> frozenset[str]:
    """Ids of the date claims that events lean on: when they happened or were announced."""
    values = (claim.value for claim in claims)
    refs = (ref for v in values if isinstance(v, EventValue) for ref in (v.date, v.announced))
    return frozenset(ref.item for ref in refs if ref is not None and ref.item is not None)
