"""Days and weeks counted off in a month: "the first Monday in May", "the last week of June"."""

from __future__ import annotations

import datetime as dt

from claims.temporal import calendar, lexicon
from claims.temporal.grammar.common import (
    month_number,
    ordinal,
    written_year,
    year_of_day,
    year_of_month,
)
from claims.temporal.reference import Reference
from claims.temporal.rule import Hit, Reading, Rule

_LAST = -1
_NEAR = {"last": -1, "this": 0, "next": 1}


def _which(hit: Hit) -> int | None:
    """1 for "first", -1 for "last"."""
    return _LAST if hit["n"] in ("last", "final") else ordinal(hit["n"])


def _month(hit: Hit, reference: Reference) -> dt.date | None:
    """The first day of the month named, if its year is known."""
    month = month_number(hit["m"])
    if hit["y"]:
        year: int | None = written_year(hit)
    elif hit["near"]:
        year = reference.today.year + _NEAR[hit["near"]] if reference.today else None
    else:
        year = year_of_month(month, hit, reference)
    return calendar.make_day(year, month, 1) if year else None


def _last_day(month: dt.date) -> dt.date:
    first, last = calendar.bounds(calendar.month(month))
    return last or first or month


def _weekday_of_month(hit: Hit, reference: Reference) -> Reading | None:
    """The n-th such weekday, counted from the first of the month or back from its end."""
    month, which = _month(hit, reference), _which(hit)
    weekday = lexicon.WEEKDAYS[hit["w"].strip(".")]
    if which is None or which > 5:
        return None
    if month is None:
        return Reading("DATE", f"XXXX-WXX-{weekday + 1}")
    if which == _LAST:
        end = _last_day(month)
        day = calendar.shift(end, -((end.weekday() - weekday) % 7), "D")
    else:
        away = (weekday - month.weekday()) % 7 + 7 * (which - 1)
        day = calendar.shift(month, away, "D")
    return Reading("DATE", calendar.day(day)) if day and day.month == month.month else None


def _week_of_month(hit: Hit, reference: Reference) -> Reading | None:
    """A week belongs to the month that holds its Thursday, as ISO 8601 has it for years."""
    month, which = _month(hit, reference), _which(hit)
    if which is None or which > 5:
        return None
    unit = lexicon.UNITS[hit["unit"]]
    if month is None:
        return Reading("DATE", "XXXX-WXX-WE" if unit == "WE" else "XXXX-WXX")
    marker = 5 if unit == "WE" else 3  # the weekday that says whose the week is
    if which == _LAST:
        end = _last_day(month)
        day = calendar.shift(end, -((end.weekday() - marker) % 7), "D")
    else:
        away = (marker - month.weekday()) % 7 + 7 * (which - 1)
        day = calendar.shift(month, away, "D")
    return Reading("DATE", calendar.at(day, unit)) if day else None


def _first_or_last_day(hit: Hit, reference: Reference) -> Reading | None:
    which = _which(hit)
    if which not in (1, _LAST):
        return None
    if hit["m"]:
        month = _month(hit, reference)
        if month is None:
            return None
        day = month if which == 1 else _last_day(month)
    else:
        year = written_year(hit)
        day = dt.date(year, 1, 1) if which == 1 else dt.date(year, 12, 31)
    return Reading("DATE", calendar.day(day))


def _week_of_day(hit: Hit, reference: Reference) -> Reading | None:
    """The week that holds the day named: "the week of March 15"."""
    month, number = month_number(hit["m"]), ordinal(hit["d"])
    if number is None:
        return None
    year = written_year(hit) if hit["y"] else year_of_day(month, number, hit, reference)
    day = calendar.make_day(year, month, number) if year else None
    return Reading("DATE", calendar.at(day, lexicon.UNITS[hit["unit"]])) if day else None


_OF_MONTH = "of|in m=MON ( ( , | of )? y=YEARNUM|SHORTYEAR | of? near=last|this|next year )?"

RULES = (
    Rule(
        "weekday of a month",
        f"the n=( ORD | last|final ) w=WEEKDAY {_OF_MONTH}",
        _weekday_of_month,
        {
            "on the first Monday in May": "2021-05-03",
            "the last Thursday of November 2019": "2019-11-28",
        },
        ("the sixth Monday of May", "the first Monday of the term"),
    ),
    Rule(
        "week of a month",
        f"the n=( ORD | last|final ) unit=week|weekend {_OF_MONTH}",
        _week_of_month,
        {
            "in the last week of June 2019": "2019-W26",
            "the first weekend of February": "2021-W05-WE",
        },
        ("the first week of the talks",),
    ),
    Rule(
        "first or last day",
        "the n=first|last|final day of ( m=MON ( ( , | of )? y=YEARNUM )? | y=YEARNUM )",
        _first_or_last_day,
        {"on the last day of February": "2021-02-28", "the first day of 2020": "2020-01-01"},
        ("the last day of the trial", "the second day of March"),
    ),
    Rule(
        "week of a day",
        "the unit=week|weekend of ( m=MON d=DAY|DAYORD | d=DAY|DAYORD of? m=MON ) "
        "( ,? y=YEARNUM )?",
        _week_of_day,
        {"the week of March 1": "2021-W09", "the weekend of 6 March 2021": "2021-W09-WE"},
    ),
)
