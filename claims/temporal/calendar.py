"""TIMEX3 values: made from dates, shifted by units, and turned back into first and last days.

Units are those of TIMEX3 durations, with E for decade, C for century and Q for quarter:
``D W WE M Q Y E C``; of clock time ``H m S``.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}

VALUE = re.compile(
    r"""
      (?:BC)?[0-9X]{2,4}                                     # 19, 199, 1999, BC0480
    | (?:BC)?[0-9X]{4}-(?:[0-9X]{2}(?:-[0-9X]{2})?|[QH][1-4X]|SP|SU|FA|WI)  # 2021-03-17, 2021-Q3
      (?:T(?:MO|MI|AF|EV|NI|DT|[0-9X]{2}(?::[0-9X]{2}){0,2}Z?))?
    | [0-9X]{4}-W[0-9X]{2}(?:-(?:WE|[1-7X])(?:T(?:MO|MI|AF|EV|NI|DT))?)?
    | T(?:MO|MI|AF|EV|NI|DT|[0-9X]{2}(?::[0-9X]{2}){0,2}Z?)
    | P(?:[0-9X.]+(?:WE|NI|[DWMQYECL]))+(?:T(?:[0-9X.]+[HMS])+)?
    | PT(?:[0-9X.]+[HMS])+
    | PAST_REF|PRESENT_REF|FUTURE_REF
    """,
    re.VERBOSE,
)


def day(date: dt.date) -> str:
    return date.isoformat()


def week(date: dt.date) -> str:
    iso = date.isocalendar()
    return f"{iso.year:04}-W{iso.week:02}"


def month(date: dt.date) -> str:
    return f"{date.year:04}-{date.month:02}"


def quarter(date: dt.date) -> str:
    return f"{date.year:04}-Q{(date.month + 2) // 3}"


def year(number: int) -> str:
    """ "2016", and "BC0480" of -480: there is no year 0."""
    return f"{number:04}" if number > 0 else f"BC{-number:04}"


def at(date: dt.date, unit: str) -> str:
    """The value of the ``unit`` that holds the date: its day, its week, its decade …"""
    match unit:
        case "W" | "2W":
            return week(date)
        case "WE":
            return week(date) + "-WE"
        case "M":
            return month(date)
        case "Q":
            return quarter(date)
        case "Y":
            return year(date.year)
        case "E":
            return f"{date.year // 10:03}"
        case "C":
            return f"{date.year // 100:02}"
        case "L":
            return f"{date.year // 1000}"
        case _:
            return day(date)


_MONTHS_OF = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}
_DAYS_OF = {"D": 1, "NI": 1, "W": 7, "WE": 7, "2W": 14}


def shift(date: dt.date, count: float, unit: str) -> dt.date | None:
    """The date ``count`` units later (earlier if negative); None beyond years 1 to 9999."""
    try:
        if unit in _MONTHS_OF:
            return _add_months(date, round(count * _MONTHS_OF[unit]))
        return date + dt.timedelta(days=round(count * _DAYS_OF.get(unit, 0)))
    except (OverflowError, ValueError):
        return None


def _add_months(date: dt.date, count: int) -> dt.date:
    years, index = divmod(date.year * 12 + date.month - 1 + count, 12)
    last = calendar.monthrange(years, index + 1)[1] if 1 <= years <= 9999 else 28
    return date.replace(years, index + 1, min(date.day, last))


def make_day(year_number: int, month_number: int, day_number: int) -> dt.date | None:
    """The date, or None where the calendar has none ("February 30")."""
    try:
        return dt.date(year_number, month_number, day_number)
    except ValueError:
        return None


def duration(count: float | None, unit: str, *, split: bool = False) -> str:
    """``P3D``, ``PT2H``, ``P1.5Y``; a count of None is unknown: ``PXD``.

    ``split`` puts a half into the smaller unit, as TimeML has it: "two and a half years" is P2Y6M,
    "half an hour" PT30M.
    """
    if unit == "2W":
        count, unit = (None if count is None else 2 * count), "W"
    if unit in ("E", "C", "L") and count is not None:
        count, unit = count * {"E": 10, "C": 100, "L": 1000}[unit], "Y"
    if split and count is not None and unit in _HALVES and count % 1 == 0.5:
        whole = f"{int(count)}{unit.upper()}" if count > 1 else ""
        return f"{'PT' if unit in 'Hm' else 'P'}{whole}{_HALVES[unit]}"
    amount = "X" if count is None else f"{count:g}" if count < 1e6 else f"{round(count)}"
    if unit in ("H", "m", "S"):
        return f"PT{amount}{unit.upper()}"
    return f"P{amount}{unit}"


_HALVES = {"Y": "6M", "H": "30M", "m": "30S"}


# ---- first and last days ------------------------------------------------------------------------


def bounds(value: str) -> tuple[dt.date | None, dt.date | None]:
    """First and last day that a TIMEX3 value may mean; None where it does not say.

    ``2021-W11`` → 15 and 21 March 2021; ``199`` → 1990-01-01 and 1999-12-31; a duration, a set, a
    ``PAST_REF``, a year before Christ and all that lacks its year → (None, None).
    """
    head = value.split("T")[0]
    for shape, read in _SHAPES:
        if match := shape.fullmatch(head):
            return read(*match.groups())
    return None, None


def _span_of_years(first: int, last: int) -> tuple[dt.date | None, dt.date | None]:
    begin = make_day(max(first, 1), 1, 1)
    end = make_day(last, 12, 31)
    return (begin, end) if begin and end else (None, None)


def _months(number: str, first: int, last: int) -> tuple[dt.date | None, dt.date | None]:
    begin = make_day(int(number), first, 1)
    if begin is None:
        return None, None
    end_year = int(number) + (last < first)
    if end_year > 9999:
        return begin, dt.date.max
    return begin, dt.date(end_year, last, calendar.monthrange(end_year, last)[1])


def _of_day(value: str) -> tuple[dt.date | None, dt.date | None]:
    try:
        date = dt.date.fromisoformat(value)
    except ValueError:
        return None, None
    return date, date


def _of_month(number: str, month_number: str) -> tuple[dt.date | None, dt.date | None]:
    if not 1 <= int(month_number) <= 12:
        return None, None
    return _months(number, int(month_number), int(month_number))


def _of_quarter(number: str, quarter_number: str) -> tuple[dt.date | None, dt.date | None]:
    last = 3 * int(quarter_number)
    return _months(number, last - 2, last)


def _of_half(number: str, half: str) -> tuple[dt.date | None, dt.date | None]:
    return _months(number, 6 * int(half) - 5, 6 * int(half))


def _of_season(number: str, season: str) -> tuple[dt.date | None, dt.date | None]:
    return _months(number, *_SEASONS[season])


def _of_week(
    number: str, week_number: str, part: str | None
) -> tuple[dt.date | None, dt.date | None]:
    if part is None or part == "-WE":
        first, last = (6 if part else 1), 7
    else:
        first = last = int(part[1:])
    try:
        return (
            dt.date.fromisocalendar(int(number), int(week_number), first),
            dt.date.fromisocalendar(int(number), int(week_number), last),
        )
    except (ValueError, OverflowError):
        return None, None


_SHAPES = (
    (re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})"), _of_day),
    (re.compile(r"([0-9]{4})-([0-9]{2})"), _of_month),
    (re.compile(r"([0-9]{4})"), lambda y: _span_of_years(int(y), int(y))),
    (re.compile(r"([0-9]{3})"), lambda e: _span_of_years(int(e) * 10, int(e) * 10 + 9)),
    (re.compile(r"([0-9]{2})"), lambda c: _span_of_years(int(c) * 100, int(c) * 100 + 99)),
    (re.compile(r"([0-9]{4})-W([0-9]{2})(-WE|-[1-7])?"), _of_week),
    (re.compile(r"([0-9]{4})-Q([1-4])"), _of_quarter),
    (re.compile(r"([0-9]{4})-H([12])"), _of_half),
    (re.compile(r"([0-9]{4})-(SP|SU|FA|WI)"), _of_season),
)
