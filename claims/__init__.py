"""Claimsheet's domain: an article in, a checklist of its claims out.

No web, no queue, no network, no clock::

    from claims import Article, check
    checklist = check(Article(text="…", published=date(2021, 3, 18)))
"""

from __future__ import annotations

from claims.model import Article, Checklist, Claim, ClaimKind, Finding, FindingType
from claims.pipeline import check
from claims.version import VERSION

__all__ = [
    "VERSION",
    "Article",
    "Checklist",
    "Claim",
    "ClaimKind",
    "Finding",
    "FindingType",
    "check",
]
