"""Dates that hang on another date: "three years after the 2016 referendum"."""

from __future__ import annotations

from claims.temporal import calendar, lexicon
from claims.temporal.grammar.common import approximation, number
from claims.temporal.grammar.relative import hangs_on_an_event
from claims.temporal.reference import Reference
from claims.temporal.rule import Hit, Reading, Rule


def _years_after(hit: Hit, reference: Reference) -> tuple[Reading, ...] | None:
    """The count, read as the date it leads to, and the event's own year."""
    count, year = number(hit["n"]) if hit["n"] else 1, hit.number("y")
    unit = lexicon.UNITS[hit["unit"]]
    if count is None or not 1000 <= year <= 2199:
        return None
    years = count * {"Y": 1, "E": 10, "C": 100}[unit]
    when = round(year + (years if hit["way"] == "after" else -years))
    own_year = Reading("DATE", f"{year:04}", first=hit.span("y")[0], last=hit.span("y")[1])
    distance = Reading(
        "DATE", calendar.year(when), approximation(hit["about"]), last=hit.span("way")[1]
    )
    return distance, own_year


def _decade_by_an_event(hit: Hit, reference: Reference) -> Reading | None:
    """How long. ("The weeks before the vote" are left alone: neither how many nor when.)"""
    if not hangs_on_an_event(hit):
        return None
    value = calendar.duration(1, lexicon.UNITS[hit["unit"]])
    return Reading("DURATION", value, last=hit.span("unit")[1])


RULES = (
    Rule(
        "years after an event",
        "about=ABOUT? ( n=NUM | a ) unit=year|years|decade|decades|century|centuries "
        "way=after|before the|its|his|her|their WORD? y=YEARNUM",
        _years_after,
        {"Three years after the 2016 referendum, they": "2019"},
        ("three years after the referendum",),
    ),
    Rule(
        "decade by an event",
        "the unit=decade|century before|after|since",
        _decade_by_an_event,
        {"in the decade after the war": "P10Y"},
        ("It fell in the decade before.", "the weeks before the war"),
    ),
)
