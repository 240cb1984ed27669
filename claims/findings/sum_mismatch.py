"""Numbers of one sentence that do not come out: totals, shares, rises and falls, lists of names.

Only what the sentence states in full is reckoned: the total and all its parts, or the share and
both its numbers. A hedged figure, "including" or "among them" leaves the finding silent. The sums
are done in :mod:`claims.reckoning`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.document import Context
from claims.figures import by_sentence, figures
from claims.model import Claim, Finding, FindingType
from claims.reckoning import changes, named, parts, shares, totals
from claims.reckoning.line import Line

_SUMS = (changes.find, shares.find, totals.find, parts.find)


def find(context: Context, claims: Sequence[Claim]) -> Iterator[Finding]:
    for document in context.documents:
        found = figures(document, claims)
        told: set[tuple[str, ...]] = set()
        for group in by_sentence(found):
            line = Line(document.text, group)
            for slip in (slip for reckon in _SUMS for slip in reckon(line)):
                items = tuple(figure.claim.id for figure in slip.members)
                key = tuple(sorted(items))
                if key not in told:
                    told.add(key)
                    yield Finding(FindingType.SUM_MISMATCH, slip.severity, slip.message, items)
        for listed in named.find(document, found):
            items = (listed.figure.claim.id,)
            yield Finding(FindingType.SUM_MISMATCH, listed.severity, listed.message, items)
