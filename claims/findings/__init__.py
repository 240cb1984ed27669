"""The table of findings: contradictions and slips that an article shows by itself.

A finding is a module with one function, ``find(context, claims)``, which yields findings over the
whole article. It is exact or silent: better none than a false alarm.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from claims.document import Context
from claims.findings import (
    age_mismatch,
    date_conflict,
    event_conflict,
    headline_mismatch,
    impossible_date,
    quantity_conflict,
    spelling_variants,
    sum_mismatch,
    title_conflict,
    treaty_year_mismatch,
    unresolved_reference,
    weekday_mismatch,
)
from claims.model import Claim, Finding, FindingType

Find = Callable[[Context, Sequence[Claim]], Iterable[Finding]]

FINDINGS: dict[FindingType, Find] = {
    FindingType.DATE_CONFLICT: date_conflict.find,
    FindingType.SUM_MISMATCH: sum_mismatch.find,
    FindingType.QUANTITY_CONFLICT: quantity_conflict.find,
    FindingType.EVENT_CONFLICT: event_conflict.find,
    FindingType.HEADLINE_MISMATCH: headline_mismatch.find,
    FindingType.TREATY_YEAR_MISMATCH: treaty_year_mismatch.find,
    FindingType.WEEKDAY_MISMATCH: weekday_mismatch.find,
    FindingType.IMPOSSIBLE_DATE: impossible_date.find,
    FindingType.UNRESOLVED_REFERENCE: unresolved_reference.find,
    FindingType.SPELLING_VARIANTS: spelling_variants.find,
    FindingType.TITLE_CONFLICT: title_conflict.find,
    FindingType.AGE_MISMATCH: age_mismatch.find,
}
