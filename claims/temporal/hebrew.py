"""The Jewish calendar, which is pure arithmetic: when a day of it falls in a year of ours.

The rules are those of N. Dershowitz and E. M. Reingold, *Calendrical Calculations*: a year begins
with the new moon of Tishri, put off so that certain feasts miss certain weekdays.
"""

from __future__ import annotations

import datetime as dt

_EPOCH = -1373428  # such that 1 Tishri 5781 is 19 September 2020; in days of ``date.toordinal``
_TISHRI = 7  # months are counted from Nisan, years from Tishri


def date_in(year: int, month: int, day: int) -> dt.date | None:
    """The day of our year that is this day of the Jewish month (from Nisan = 1); 12 is Adar.

    Every month but Tevet, of which none is asked for here, falls in one year of ours only.
    """
    jewish_year = year + 3760 + (month >= _TISHRI and month != _ADAR)
    if month == _ADAR and _is_leap(jewish_year):
        month += 1  # feasts are kept in the second Adar
    ordinal = _EPOCH + _new_year(jewish_year) + _days_before(jewish_year, month) + day
    return dt.date.fromordinal(ordinal) if 1 <= ordinal <= dt.date.max.toordinal() else None


_ADAR = 12


def _is_leap(year: int) -> bool:
    return (7 * year + 1) % 19 < 7


def _new_year(year: int) -> int:
    """Days from the epoch to 1 Tishri, with all postponements."""
    begin = _by_the_moon(year)
    before, after = _by_the_moon(year - 1), _by_the_moon(year + 1)
    if after - begin == 356:
        return begin + 2
    return begin + 1 if begin - before == 382 else begin


def _by_the_moon(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    days = 29 * months + parts // 25920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def _days_before(year: int, month: int) -> int:
    """Days of the year that are over when the month begins."""
    months = [*range(_TISHRI, 14 if _is_leap(year) else 13), *range(1, _TISHRI)]
    return sum(_length(year, m) for m in months[: months.index(month)])


def _length(year: int, month: int) -> int:
    days = _new_year(year + 1) - _new_year(year)
    if month == 8:  # Heshvan, long in a full year
        return 30 if days % 10 == 5 else 29
    if month == 9:  # Kislev, short in a lacking year
        return 29 if days % 10 == 3 else 30
    if month == _ADAR:
        return 30 if _is_leap(year) else 29
    return 29 if month in (2, 4, 6, 10, 13) else 30
