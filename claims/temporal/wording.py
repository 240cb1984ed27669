"""TIMEX3 values in plain English: "Wednesday, 17 March 2021", "the third quarter of 2020"."""

from __future__ import annotations

import datetime as dt
import re

from claims.temporal.calendar import bounds

_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_QUARTERS = {"1": "first", "2": "second", "3": "third", "4": "fourth"}
_PARTS = {
    "MO": "in the morning",
    "MI": "at midday",
    "AF": "in the afternoon",
    "EV": "in the evening",
    "NI": "at night",
    "DT": "in the daytime",
}
_EDGES = {"START": "early", "MID": "in the middle of", "END": "late"}


def spell_day(date: dt.date) -> str:
    return f"{_WEEKDAYS[date.weekday()]}, {date.day} {_MONTHS[date.month - 1]} {date.year}"


def when(value: str, mod: str | None = None) -> str | None:
    """The value as it stands in "Was it …?", with its preposition; None if it cannot be said."""
    head, _, time = value.partition("T")
    said = _date(head)
    if said is None:
        return None
    edge = _EDGES.get(mod or "")
    if time == "24:00":
        return f"at midnight at the end of {said.removeprefix('on ')}"
    if edge:
        said = f"{edge} {said.removeprefix('in ')}" if mod == "MID" else f"{edge} {said}"
    if time:
        said += " " + (_PARTS.get(time) or f"at {time.removesuffix('Z')}")
    return said


def _date(head: str) -> str | None:
    first, last = bounds(head)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", head):
        return f"on {spell_day(first)}" if first else None
    if first is None or last is None:
        return _without_bounds(head)
    if re.fullmatch(r"\d{4}-\d\d", head):
        return f"in {_MONTHS[first.month - 1]} {first.year}"
    if re.fullmatch(r"\d{4}", head):
        return f"in {int(head)}"
    if re.fullmatch(r"\d{3}", head):
        return f"in the {int(head)}0s"
    if re.fullmatch(r"\d\d", head):
        return f"in the {_ordinal(int(head) + 1)} century"
    return _part_of_year(head, first, last)


def _part_of_year(head: str, first: dt.date, last: dt.date) -> str:
    part = head[5:]
    if part.startswith("W") and part not in _SEASONS:
        what = "on the weekend of" if part.endswith("-WE") else "in the week of"
        begin = str(first.day) if first.month == last.month else _short(first)
        return f"{what} {begin} to {_short(last)} {last.year}"
    if part.startswith("Q"):
        return f"in the {_QUARTERS[part[1]]} quarter of {head[:4]}"
    if part.startswith("H"):
        return f"in the {_QUARTERS[part[1]]} half of {head[:4]}"
    through = f"–{last.year % 100:02}" if last.year > first.year else ""
    return f"in the {_SEASONS[part]} of {head[:4]}{through}"


def _without_bounds(head: str) -> str | None:
    if match := re.fullmatch(r"BC(\d{4})", head):
        return f"in {int(match[1])} BC"
    if match := re.fullmatch(r"XXXX-(\d\d)(?:-(\d\d))?", head):
        month = _MONTHS[(int(match[1]) - 1) % 12]
        return f"on {int(match[2])} {month}" if match[2] else f"in {month}"
    if match := re.fullmatch(r"XXXX-WXX-([1-7])", head):
        return f"on a {_WEEKDAYS[int(match[1]) - 1]}"
    return None


def _short(date: dt.date) -> str:
    return f"{date.day} {_MONTHS[date.month - 1]}"


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
