"""A date that cannot be: "February 30", "31 June", a "last Friday, March 26" that is to come."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator, Sequence

from claims.document import Context
from claims.model import Claim, ClaimKind, DateValue, Finding, FindingType, Severity
from claims.temporal import wording

_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)(?:T.*)?")
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_HAS_YEAR = re.compile(r"\d{4}")
_NEAR_DAYS = 45
_OVER = re.compile(r"\b(?:last|ago|yesterday|past|previous)\b", re.I)
_AHEAD = re.compile(r"\b(?:next|tomorrow|coming|upcoming)\b", re.I)
# "last month, on May 5", "last Friday (March 26)"
_JOINS = re.compile(r",?\s+(?:on\s+|in\s+)?|\s*\(|,\s*", re.I)


def find(context: Context, claims: Sequence[Claim]) -> Iterator[Finding]:
    dates = [c for c in claims if c.kind is ClaimKind.DATE]
    for claim in dates:
        if message := _not_in_the_calendar(claim):
            yield Finding(FindingType.IMPOSSIBLE_DATE, Severity.HIGH, message, (claim.id,))
    anchor = context.anchor.date
    if anchor is None:
        return
    for claim in dates:
        if message := _wrong_side(claim.exact, claim, anchor):
            yield Finding(FindingType.IMPOSSIBLE_DATE, Severity.HIGH, message, (claim.id,))
    for first, second in itertools.pairwise(dates):
        if first.field != second.field:
            continue
        gap = context.document(first.field).text[first.span.end : second.span.start]
        if not _JOINS.fullmatch(gap) or not _is_certain(second, anchor):
            continue
        if message := _wrong_side(first.exact + gap + second.exact, second, anchor):
            items = (first.id, second.id)
            yield Finding(FindingType.IMPOSSIBLE_DATE, Severity.HIGH, message, items)


def _is_certain(claim: Claim, anchor: dt.date) -> bool:
    """The year is written, or the day is so near to the anchor that no other year is meant."""
    if _HAS_YEAR.search(claim.exact):
        return True
    day = claim.value.earliest if isinstance(claim.value, DateValue) else None
    return day is not None and abs((day - anchor).days) <= _NEAR_DAYS


def _not_in_the_calendar(claim: Claim) -> str | None:
    value = claim.value
    if not isinstance(value, DateValue) or value.type not in ("DATE", "TIME"):
        return None
    match = _DAY.fullmatch(value.timex)
    if match is None:
        return None
    year, month, day = match[1], int(match[2]), int(match[3])
    words = f"“{' '.join(claim.exact.split())}”"
    if not 1 <= month <= 12 or not 1 <= day <= _LONGEST[month - 1]:
        return f"No calendar has the date {words}."
    if (month, day) == (2, 29) and _HAS_YEAR.search(claim.exact) and not _is_leap(int(year)):
        return f"No calendar has the date {words}: {int(year)} is not a leap year."
    return None


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _wrong_side(words: str, claim: Claim, anchor: dt.date) -> str | None:
    """ "last …" with a date after the article's, "next …" with one before it."""
    value = claim.value
    if not isinstance(value, DateValue) or value.ambiguous or not value.earliest:
        return None
    if not re.search(r"\d", claim.exact) or not value.latest:
        return None
    said = wording.when(value.timex)
    quoted = f"“{' '.join(words.split())}”"
    when = wording.spell_day(anchor)
    if _OVER.search(words) and value.earliest > anchor:
        return f"{quoted} is put in the past, but it falls {said}, after the article of {when}."
    if _AHEAD.search(words) and value.latest < anchor:
        return f"{quoted} is put in the future, but it falls {said}, before the article of {when}."
    return None
