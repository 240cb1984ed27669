"""When public holidays fall.

Movable Christian feasts by dateutil, Muslim ones by hijridate, Jewish ones by our own arithmetic.
"""

from __future__ import annotations

import datetime as dt
import functools
import tomllib
from collections.abc import Sequence
from importlib import resources

from dateutil.easter import EASTER_ORTHODOX, easter

from claims.temporal import hebrew

_TABLE = tomllib.loads(
    resources.files("claims.temporal").joinpath("holidays.toml").read_text(encoding="utf-8")
)
# name -> the pattern that matches it
NAMES: dict[str, str] = {name: row["pattern"] for name, row in _TABLE.items()}
# name -> words and the value they have when written on 18 March 2021
EXAMPLES: dict[str, tuple[str, str]] = {
    name: (row["example"][0], row["example"][1]) for name, row in _TABLE.items()
}


@functools.lru_cache(maxsize=4096)
def date_of(name: str, year: int) -> dt.date | None:
    """The day a holiday falls on in a year (its first day if it lasts); None if not known."""
    row = _TABLE[name]
    if not 1583 <= year <= 4099:
        return None
    if "fixed" in row:
        month, day = row["fixed"]
        return dt.date(year, month, day)
    if "easter" in row:
        return easter(year) + dt.timedelta(days=row["easter"])
    if "nth" in row:
        return _nth_weekday(year, row["nth"], row.get("after", 0))
    if "hijri" in row:
        return _hijri(year, *row["hijri"])
    if "hebrew" in row:
        return hebrew.date_in(year, *row["hebrew"])
    if "orthodox" in row:
        return easter(year, EASTER_ORTHODOX) + dt.timedelta(days=row["orthodox"])
    listed = next((day for day in row["days"] if day.startswith(f"{year}-")), None)
    return dt.date.fromisoformat(listed) if listed else None


def _nth_weekday(year: int, rule: Sequence[int], after: int) -> dt.date:
    """The nth (-1: the last) weekday of a month, as (month, weekday, nth), and some days after."""
    month, weekday, nth = rule
    if nth < 0:
        end = (dt.date(year, month, 28) + dt.timedelta(days=4)).replace(day=1)
        last = end - dt.timedelta(days=1)
        return last - dt.timedelta(days=(last.weekday() - weekday) % 7 - after)
    first = dt.date(year, month, 1)
    days = (weekday - first.weekday()) % 7 + 7 * (nth - 1) + after
    return first + dt.timedelta(days=days)


def _hijri(year: int, month: int, day: int) -> dt.date | None:
    """The first such Muslim date that falls in the Gregorian year."""
    from hijridate import Hijri  # tables that few texts need

    for hijri_year in range(max(1343, year - 622), 1501):
        if not 1343 <= hijri_year <= 1500:
            continue
        gregorian = Hijri(hijri_year, month, day).to_gregorian()
        if gregorian.year == year:
            return dt.date(gregorian.year, gregorian.month, gregorian.day)
        if gregorian.year > year:
            return None
    return None
