"""No place is listed twice under two kinds unless both need ticking."""

from __future__ import annotations

from claims.model import Claim


def resolve(claims: list[Claim]) -> list[Claim]:
    """Drop exact duplicates; what else gives way to what is decided here and nowhere else."""
    seen = set()
    kept = []
    for claim in claims:
        key = (claim.kind, claim.field, claim.span, claim.value)
        if key not in seen:
            seen.add(key)
            kept.append(claim)
    return kept
