"""How urgent an item is, from 0 to 1, and why, in words."""

from __future__ import annotations

from collections.abc import Sequence

from claims.document import Context
from claims.model import Claim, ClaimKind, Finding

_BASE = {
    ClaimKind.DIPLOMATIC_EVENT: 0.7,
    ClaimKind.TREATY: 0.65,
    ClaimKind.QUOTATION: 0.55,
    ClaimKind.SUPERLATIVE: 0.5,
    ClaimKind.QUANTITY: 0.5,
    ClaimKind.OFFICE: 0.5,
    ClaimKind.PERSON_FACT: 0.5,
    ClaimKind.DATE: 0.45,
    ClaimKind.NAME: 0.2,
}


def rank(
    claim: Claim, findings: Sequence[Finding], context: Context
) -> tuple[float, tuple[str, ...]]:
    """(priority, reasons); findings are those that name this claim."""
    score, reasons = _BASE[claim.kind], [f"{claim.kind.value.replace('_', ' ')} to be checked"]
    if findings:
        score, reasons = max(score, 0.9), ["contradicted by the article itself", *reasons]
    return score, tuple(reasons)
