"""Numbers of one sentence that do not come out: totals, shares, rises and falls, lists of names.

Only what the sentence states in full is reckoned: the total and all its parts, or the share and
both its numbers. A hedged figure, "including" or "among them" leaves the finding silent. The sums
are done in :mod:`claims.reckoning`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from claims.document import Context
from claims.figures import by_sentence, figures
from claims.model import Claim, ClaimKind, Finding, FindingType, Severity
from claims.reckoning import changes, listed, named, parts, rates, shares, tolls, totals
from claims.reckoning.line import Line

_SUMS = (changes.find, shares.find, totals.find, parts.find, rates.find)


def find(context: Context, claims: Sequence[Claim]) -> Iterator[Finding]:
    for document in context.documents:
        found = figures(document, claims)
        told: set[tuple[str, ...]] = set()
        lines = [Line(document.text, group) for group in by_sentence(found)]
        slips = (slip for line in lines for reckon in _SUMS for slip in reckon(line))
        pairs = itertools.pairwise(lines)
        next_to = (slip for one, two in pairs for slip in shares.told_next(one, two))
        for slip in (*slips, *next_to, *tolls.find(context, document, found)):
            items = tuple(figure.claim.id for figure in slip.members)
            key = tuple(sorted(items))
            if key not in told:
                told.add(key)
                yield Finding(FindingType.SUM_MISMATCH, slip.severity, slip.message, items)
        for names in named.find(document, found):
            items = (names.figure.claim.id,)
            yield Finding(FindingType.SUM_MISMATCH, names.severity, names.message, items)
        for listing in listed.find(document):
            here = [
                c for c in claims if c.field == document.field and c.span.overlaps(listing.span)
            ]
            items = tuple(c.id for c in here if c.kind is not ClaimKind.NAME) or tuple(
                c.id for c in here[:1]
            )
            yield Finding(FindingType.SUM_MISMATCH, Severity.MEDIUM, listing.message, items)
