"""Dates, durations and frequencies that a person can check."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.document import Context, Document
from claims.model import Claim, ClaimKind, DateValue, Reference, Span
from claims.temporal import Timex, bounds, wording

# "four", "2.5", "half", and words that count by themselves
_HAS_A_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twent|thirt|"
    r"fort|fift|sixt|sevent|eight|ninet|hundred|thousand|half|couple|twice|other|decade|centur)",
    re.I,
)
# "the past year", "the last week": as good as a date
_STRETCH_UP_TO_NOW = re.compile(r"(?:the )?(?:past|last|next|coming)\b", re.I)
_NAMES_NO_TIME = frozenset(
    ["the year", "the day", "the week", "the month", "that day", "the quarter"]
)


def find(document: Document) -> Iterator[Claim]:
    """Every temporal expression that names a time; not "now", "recently", "for a long time"."""
    for timex in document.timexes:
        exact = document.text[timex.start : timex.end]
        if is_checkable(timex, exact):
            yield Claim(
                kind=ClaimKind.DATE,
                field=document.field,
                span=Span(timex.start, timex.end),
                exact=exact,
                sentence=document.sentence_at(timex.start).span,
                value=_value(timex),
            )


def is_checkable(timex: Timex, exact: str) -> bool:
    """Does it say which day, month, year … or how many?"""
    if timex.value.endswith("_REF"):
        return False
    if timex.type in ("DATE", "TIME"):
        return any(c.isdigit() for c in timex.value) and exact.lower() not in _NAMES_NO_TIME
    if "X" in timex.value.replace("XXXX-", "").replace("WXX", ""):
        return False
    if timex.type == "SET":
        return timex.value.startswith("XXXX") or bool(_HAS_A_NUMBER.search(exact))
    return bool(timex.mod or _HAS_A_NUMBER.search(exact) or _STRETCH_UP_TO_NOW.match(exact))


def _value(timex: Timex) -> DateValue:
    spans = [bounds(value) for value in timex.readings or (timex.value,)]
    firsts = [first for first, _ in spans if first]
    lasts = [last for _, last in spans if last]
    if timex.through and (until := bounds(timex.through)[1]):
        lasts.append(until)
    return DateValue(
        timex.type,
        timex.value,
        timex.mod,
        earliest=min(firsts, default=None),
        latest=max(lasts, default=None),
        ambiguous=len(timex.readings) > 1,
        readings=timex.readings,
    )


def question(claim: Claim, context: Context) -> str:
    """ "Was it late on Wednesday, 17 March 2021?", "Is “four years” the right length of time?" """
    value = claim.value
    assert isinstance(value, DateValue)
    words = f"“{' '.join(claim.exact.split())}”"
    if value.type == "DURATION":
        return f"Is {words} the right length of time?"
    if value.type == "SET":
        return f"Is {words} how often it happens?"
    said = wording.when(value.timex, value.mod)
    if said and not value.ambiguous and value.latest and re.fullmatch(r"\d{4}", value.timex):
        lasts_on = value.latest.year > int(value.timex)
        said += f"–{value.latest.year}" if lasts_on else ""
    if said is None:
        if value.earliest is None and re.fullmatch(r"\d{4}-\d\d-\d\d", value.timex):
            return f"Which day is meant by {words}, which no calendar has?"
        return f"Is {words} the right time?"
    if value.ambiguous:
        others = [wording.when(reading) for reading in value.readings if reading != value.timex]
        said += f", and not {' or '.join(other for other in others if other)}"
    anchor = context.anchor.date
    ahead = anchor is not None and value.earliest is not None and value.earliest > anchor
    return f"{'Is it to be' if ahead else 'Was it'} {said}?"


def references(claim: Claim, context: Context) -> Sequence[Reference]:
    value = claim.value
    assert isinstance(value, DateValue)
    if value.type in ("DURATION", "SET"):
        return (Reference("The dates when it began and ended"),)
    year = value.earliest.year if value.earliest else None
    calendar = Reference(f"A calendar of {year}" if year else "A calendar")
    return calendar, Reference("An announcement, record or agency report of that date")
