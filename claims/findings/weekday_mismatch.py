"""A weekday that the calendar does not give that date: "Thursday, March 17, 2021"."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator, Sequence

from claims.document import Context
from claims.model import Claim, ClaimKind, DateValue, Finding, FindingType, Severity
from claims.temporal import wording

_WEEKDAYS = "mon tue wed thu fri sat sun".split()
_WEEKDAY = re.compile(r"\b(?:(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?)\b(?!s\b)", re.I)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)|[’'‘]\d\d(?!\d)|/\d\d(?!\d)")
# What may join a weekday and its date: "Thursday (March 17)", "March 17, a Thursday",
# "Saturday’s shooting, on July 20", "March 17, which was a Thursday", "March 17 fell on a Friday"
_JOINS = re.compile(
    r"\s?\(|\s*,\s*(?:a\s+|the\s+)?|\s+the\s+|[’']s\s+[a-z]+,\s+on\s+"
    r"|,?\s+(?:which\s+|that\s+)?(?:was|is|fell\s+on|falls\s+on|will\s+fall\s+on)\s+a\s+",
    re.I,
)
# Without a year, only a date this near to the anchor is certain to be that of the anchor's year;
# further off, the weekday must not fit the same day of a year on the anchor's other side either.
_NEAR_DAYS = 60
# "10 p.m. on Monday, Nov. 7", "at 15:00 on Monday, 7 November": the hour is not the day.
_CLOCK = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b\.?|\b\d{1,2}:\d\d\b|\b(?:night|evening|morning|afternoon)\b",
    re.I,
)
# Until then some country still counted by the Julian calendar, and a date may be in old style.
_GREGORIAN_SINCE = 1924


def find(context: Context, claims: Sequence[Claim]) -> Iterator[Finding]:
    dates = [c for c in claims if c.kind is ClaimKind.DATE and _day(c)]
    for claim in dates:
        weekday = _weekday(claim.exact)
        day = _day(claim)
        if weekday is None or day is None or not _is_a_date(claim.exact):
            continue
        if day.weekday() != weekday and _is_certain(claim, day, context, weekday):
            yield _finding(claim.exact, day, (claim.id,))
    for first, second in itertools.pairwise(dates):
        yield from _beside(first, second, context)


def _beside(first: Claim, second: Claim, context: Context) -> Iterator[Finding]:
    """A weekday and a date side by side, as two items."""
    if first.field != second.field:
        return
    text = context.document(first.field).text
    if not _JOINS.fullmatch(text[first.span.end : second.span.start]):
        return
    for bare, full in ((first, second), (second, first)):
        weekday, day = _weekday(bare.exact), _day(full)
        alone = _WEEKDAY.fullmatch(bare.exact.strip("."))
        if weekday is None or day is None or not alone or not _is_a_date(full.exact):
            continue
        if _weekday(full.exact) is None and day.weekday() != weekday:
            if _is_certain(full, day, context, weekday):
                words = text[first.span.start : second.span.end]
                words += ")" if "(" in words else ""
                yield _finding(words, day, (first.id, second.id))
            return


def _finding(words: str, day: dt.date, items: tuple[str, ...]) -> Finding:
    return Finding(
        FindingType.WEEKDAY_MISMATCH,
        Severity.HIGH,
        f"The article says “{' '.join(words.split())}”, but that date is {wording.spell_day(day)}.",
        items,
    )


def _day(claim: Claim) -> dt.date | None:
    value = claim.value
    if not isinstance(value, DateValue) or value.ambiguous or value.earliest is None:
        return None
    return value.earliest if value.earliest == value.latest else None


def _weekday(exact: str) -> int | None:
    match = _WEEKDAY.search(exact)
    return _WEEKDAYS.index(match[1].lower()) if match else None


def _is_a_date(exact: str) -> bool:
    """It has a number, so a day of a month stands in it."""
    exact = _CLOCK.sub("", exact)
    return bool(re.search(r"\d|first|second|third|\wth\b", exact)) and not re.search(
        r"\b(?:week|ago|later|earlier|before|after)\b", exact, re.I
    )


def _is_certain(claim: Claim, day: dt.date, context: Context, weekday: int) -> bool:
    if day.year < _GREGORIAN_SINCE:
        return False
    if _YEAR.search(claim.exact):
        return True
    anchor = context.anchor.date
    if anchor is None:
        return False
    if abs((day - anchor).days) <= _NEAR_DAYS:
        return True
    if (day.month, day.day) == (2, 29):
        return False
    other = day.replace(year=day.year + (-1 if day > anchor else 1))
    return other.weekday() != weekday
