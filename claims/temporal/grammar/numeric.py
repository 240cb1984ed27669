"""Dates written in figures alone: ISO and slashed, British and American."""

from __future__ import annotations

import re

from claims.temporal import calendar
from claims.temporal.reference import Reference
from claims.temporal.rule import Hit, Reading, Rule


def _iso(hit: Hit, reference: Reference) -> Reading | None:
    text = hit.text.upper().replace(" ", "T").replace("/", "-").rstrip("Z")
    day, _, time = text.partition("T")
    year, month, number = (int(part) for part in day.split("-"))
    if not (1 <= month <= 12 and 1 <= number <= 31) or year == 0:
        return None
    return Reading("TIME", f"{day}T{time[:5]}") if time else Reading("DATE", day)


def _numeric(hit: Hit, reference: Reference) -> Reading | None:
    """Day first or month first: what the calendar allows, else what this text did before."""
    first, second, tail = (int(part) for part in re.split(r"[/.-]", hit.text))
    if "-" in hit.text and tail < 100:
        return None
    year = tail if tail >= 100 else _century(tail, reference)
    if "." in hit.text and (tail < 100 or second > 12):
        return None
    as_month_first = calendar.make_day(year, first, second)
    as_day_first = calendar.make_day(year, second, first)
    if "." in hit.text:  # no American writes 18.03.2021
        as_month_first = None
    options = [date for date in (as_month_first, as_day_first) if date]
    if not options:
        return None
    if len(options) == 1 or first == second:
        if first != second:
            reference.day_first = as_month_first is None
        return Reading("DATE", calendar.day(options[0]))
    if reference.day_first is not None:
        chosen = options[1] if reference.day_first else options[0]
        return Reading("DATE", calendar.day(chosen))
    values = tuple(calendar.day(date) for date in options)
    anchor = reference.anchor
    if anchor and options[0] > anchor >= options[1]:
        return Reading("DATE", values[1], readings=values)
    return Reading("DATE", values[0], readings=values)


def _century(tail: int, reference: Reference) -> int:
    limit = reference.today.year + 20 if reference.today else 2049
    return next(c + tail for c in (2000, 1900) if c + tail <= limit or c == 1900)


def _nine_eleven(hit: Hit, reference: Reference) -> Reading | None:
    return Reading("DATE", "2001-09-11") if hit.text == "9/11" else None


RULES = (
    Rule(
        "iso date",
        "ISO",
        _iso,
        {
            "date 2021-03-18 The envoy left.": "2021-03-18",
            "logged 2021-03-18T09:30Z": "2021-03-18T09:30",
        },
        ("part 2021-13-45",),
    ),
    Rule(
        "numeric date",
        "NUMERIC",
        _numeric,
        {"signed on 25/12/2020": "2020-12-25", "signed on 12/25/2020": "2020-12-25"},
        ("version 10.4.11", "a 24/7/365 service"),
    ),
    Rule(
        "the attacks of 2001",
        "MONTHNUM / MONTHNUM",
        _nine_eleven,
        {"since 9/11": "2001-09-11"},
        ("a 9/12 split",),
    ),
)
