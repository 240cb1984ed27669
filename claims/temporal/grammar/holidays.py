"""Public holidays by name, with a year or the one nearest to the anchor."""

from __future__ import annotations

import datetime as dt
import functools

from claims.temporal import calendar
from claims.temporal.cues import AHEAD, BACK
from claims.temporal.grammar.common import looks
from claims.temporal.holidays import EXAMPLES, NAMES, date_of
from claims.temporal.reference import Reference
from claims.temporal.rule import Hit, Reading, Rule

# "Christmas trees", "an Easter egg": the custom, not the day.
_KEEPING = frozenset(
    "tree trees card cards carol carols gift gifts present presents lights island egg eggs bunny "
    "basket delivery deliveries market markets party parties turkey shopping "
    "decorations sales".split()
)


def _holiday(name: str, hit: Hit, reference: Reference) -> Reading | None:
    """The holiday of the year beside it, else "last"/"next", else nearest as the tense allows."""
    if not hit.text[:1].isupper() and not hit["which"] and name != "election":
        return None
    if hit.after in _KEEPING or hit.after in ("agreement", "accord", "accords", "rising"):
        return None
    if hit["y"]:
        year: int | None = hit.number("y")
    else:
        year = _year(name, hit, reference)
    if year is None:
        return Reading("DATE", date_value(name, None))
    return Reading("DATE", date_value(name, year))


def date_value(name: str, year: int | None) -> str:
    if year is None:
        sample = date_of(name, 2021)
        fixed = sample is not None and sample == _same_in(name, 2022, sample)
        return f"XXXX-{sample:%m-%d}" if fixed and sample else "XXXX-XX-XX"
    date = date_of(name, year)
    if name == "ramadan":
        return calendar.month(date) if date else f"{year:04}"
    return calendar.day(date) if date else f"{year:04}"


def _same_in(name: str, year: int, sample: dt.date) -> dt.date | None:
    date = date_of(name, year)
    return sample if date and (date.month, date.day) == (sample.month, sample.day) else None


def _eid(hit: Hit, reference: Reference) -> Reading | None:
    """ "after Eid": which of the two feasts is not said; the likelier, and both as readings."""
    if reference.anchor is None or hit.text != "Eid":
        return None
    days = _likeliest_first(("eid_al_fitr", "eid_al_adha"), hit, reference, reference.anchor)
    values = tuple(calendar.day(day) for day in days[:2])
    return Reading("DATE", values[0], readings=values) if values else None


def _new_year(hit: Hit, reference: Reference) -> Reading | None:
    """ "in the new year": the one that has just begun, from spring on the next."""
    if reference.anchor is None or hit.after in ("’", "'", "-", "party", "parties"):
        return None
    year = reference.anchor.year + (reference.anchor.month > _STILL_NEW_MONTHS)
    return Reading("DATE", f"{year:04}", "START", first=hit.first + 1)


_STILL_NEW_MONTHS = 2


def _year(name: str, hit: Hit, reference: Reference) -> int | None:
    today = reference.today
    if today is None:
        return None
    if reference.narrative or hit["which"] == "this":
        return today.year
    days = _likeliest_first((name,), hit, reference, today)
    return days[0].year if days else today.year


def _likeliest_first(
    names: tuple[str, ...], hit: Hit, reference: Reference, today: dt.date
) -> list[dt.date]:
    """The feasts about today, nearest first, as "last", "next" or the clause's tense permits."""
    which, way = hit["which"], looks(hit, reference)
    dates = [d for name in names for y in (-1, 0, 1) if (d := date_of(name, today.year + y))]
    if which == "last":
        dates = [d for d in dates if d < today]
    elif which == "next":
        dates = [d for d in dates if d > today]

    def distance(date: dt.date) -> float:
        away = (date - today).days
        against = (way == AHEAD and away < -1) or (way == BACK and away > 1)
        return abs(away) + (150 if against and not which else 0)

    return sorted(dates, key=distance)


RULES = (
    Rule(
        "eid",
        "eid",
        _eid,
        {"They will go home after Eid.": "2021-05-13"},
        ("Eid al-Adha 2020",),
    ),
    Rule(
        "new year",
        "in|into|before|after|from|until|till|by the new year",
        _new_year,
        {"Talks will go on in the new year.": "2022"},
        ("by the new year-long ban",),
    ),
    *(
        Rule(
            name,
            f"( which=last|this|next )? {pattern} ( day )? ( ,? of? y=YEARNUM )?"
            if not pattern.endswith("day")
            else f"( which=last|this|next )? {pattern} ( ,? of? y=YEARNUM )?",
            functools.partial(_holiday, name),
            dict([EXAMPLES[name]]),
        )
        for name, pattern in NAMES.items()
    ),
)
