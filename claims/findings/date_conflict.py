"""One event with two dates that cannot both be right, and years that are not as far apart as told.

Exact or silent: only mentions that linking has tied to one event are compared, and only dates that
name a day. An announcement may well come before what it announces; it cannot come before what it
says has happened, nor can the act be dated to a day that is neither that of the announcement nor
in the time that was announced for it.
"""

from __future__ import annotations

import collections
import datetime as dt
import re
from collections.abc import Iterator, Sequence

from claims.document import Context
from claims.model import (
    Claim,
    DateRef,
    EventValue,
    Finding,
    FindingType,
    Modality,
    Severity,
)
from claims.reckoning import deeds, sequence, years
from claims.temporal import bounds, wording

_NOUNS = {
    "ambassador_recall": "recall",
    "embassy_closure": "closure",
    "ties_severed": "break of ties",
    "ties_restored": "restoration of ties",
    "treaty_action": "act",
    "state_visit": "visit",
    "summons": "summons",
}
_RECKONED = (years.find, deeds.find, sequence.find)
# What two states seldom do twice.
_LASTING = frozenset({"ties_severed", "ties_restored", "embassy_closure", "annexation"})
_POINTS_BACK = re.compile(r"\b(?:[Tt]he|[Tt]hat|[Tt]his)(?: \w+){0,2} $")
# A mention more makes no news; beyond this many dates of one event none is compared.
_COMPARED = 12


def find(context: Context, claims: Sequence[Claim]) -> Iterator[Finding]:
    """At most one finding an event: the first two mentions that exclude each other."""
    mentions: dict[str, list[Claim]] = collections.defaultdict(list)
    for claim in claims:
        if isinstance(claim.value, EventValue) and _is_dated(claim):
            mentions[claim.same_as or claim.id].append(claim)
    for told in mentions.values():
        yield from _first_conflict(told[:_COMPARED])
    yield from _broken_twice(context, claims)
    for message, items in (told for find in _RECKONED for told in find(context, claims)):
        yield Finding(FindingType.DATE_CONFLICT, Severity.MEDIUM, message, items)


def _first_conflict(told: Sequence[Claim]) -> Iterator[Finding]:
    for one in told:
        for other in told:
            if one is not other and (message := _conflict(one, other)):
                yield _finding(message, one, other)
                return


def _broken_twice(context: Context, claims: Sequence[Claim]) -> Iterator[Finding]:
    """ "Bolivia cut its ties with Malta in 2011 … The break, in 2009": one act with two years.

    The second mention must point back ("the break"): states break with one another more than once.
    """
    first: dict[tuple[str, frozenset[str]], tuple[Claim, int]] = {}
    told: set[tuple[str, frozenset[str]]] = set()
    for claim in claims:
        value = claim.value
        if not isinstance(value, EventValue) or value.event not in _LASTING or not value.date:
            continue
        sides = frozenset(
            party.code for party in (value.actor, value.target) if party and party.code
        )
        year = re.match(r"[12]\d{3}", value.date.timex)
        if year is None or not sides or claim.modality is not Modality.ASSERTED:
            continue
        before = next((k for k in first if k[0] == value.event and k[1] & sides), None)
        if before is None:
            first[value.event, sides] = (claim, int(year.group()))
            continue
        one, then = first[before]
        text = context.document(claim.field).text
        back = _POINTS_BACK.search(
            text, max(claim.sentence.start, claim.span.start - 30), claim.span.start
        )
        fits = before[1] <= sides or sides <= before[1]
        if back and fits and 0 < abs(then - int(year.group())) <= 5 and before not in told:
            told.add(before)
            what = _NOUNS.get(value.event, value.event)
            yield _finding(f"The {what} is dated {then}, but also {year.group()}.", one, claim)


def _is_dated(claim: Claim) -> bool:
    value = claim.value
    assert isinstance(value, EventValue)
    real = claim.modality in (Modality.ASSERTED, Modality.PLANNED)
    return real and (value.date is not None or value.announced is not None)


def _conflict(one: Claim, other: Claim) -> str | None:
    """Why the date of the first mention excludes what the second says, in words; else None."""
    first, second = one.value, other.value
    assert isinstance(first, EventValue)
    assert isinstance(second, EventValue)
    day = _day(first.date)
    if day is None or one.modality is not Modality.ASSERTED:
        return None
    what = _NOUNS.get(first.event, first.event)
    dated = f"The {what} is dated {wording.spell_day(day)}"
    again = _day(second.date)
    if other.modality is Modality.ASSERTED and again is not None and again != day:
        return f"{dated}, but also {wording.spell_day(again)}."
    announced = _day(second.announced)
    if announced is None or announced >= day or second.announced == first.date:
        return None
    if other.modality is Modality.PLANNED:
        start, end = bounds(second.date.timex) if second.date else (None, None)
        if start is None or end is None or start <= day <= end:
            return None
    said = wording.spell_day(announced)
    return f"{dated}, but it is said to have been announced on {said}."


def _day(ref: DateRef | None) -> dt.date | None:
    """The day, where the expression names one day."""
    if ref is None:
        return None
    first, last = bounds(ref.timex)
    return first if first == last else None


def _finding(message: str, one: Claim, other: Claim) -> Finding:
    items = [one.id, other.id]
    for claim in (one, other):
        assert isinstance(claim.value, EventValue)
        for ref in (claim.value.date, claim.value.announced):
            if ref is not None and ref.item is not None and ref.item not in items:
                items.append(ref.item)
    return Finding(FindingType.DATE_CONFLICT, Severity.MEDIUM, message, tuple(items))
