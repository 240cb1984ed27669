"""Who vouches for a claim: the article's own voice, a quoted speaker, or a reported source."""

from __future__ import annotations

from claims.document import Context
from claims.model import Attribution, Claim


def attribute(claim: Claim, context: Context) -> Attribution:
    """The attribution of a claim whose extractor has not set one."""
    return claim.attribution or Attribution()
