from __future__ import annotations

import datetime as dt

import pytest

from claims.temporal import bounds, wording
from claims.temporal.calendar import at, duration, shift


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2021-03-17", "2021-03-17", "2021-03-17"),
        ("2021-03-17TEV", "2021-03-17", "2021-03-17"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2021-W11", "2021-03-15", "2021-03-21"),
        ("2021-W11-WE", "2021-03-20", "2021-03-21"),
        ("2020-W53-5", "2021-01-01", "2021-01-01"),
        ("2020-Q3", "2020-07-01", "2020-09-30"),
        ("2014-H1", "2014-01-01", "2014-06-30"),
        ("2020-WI", "2020-12-01", "2021-02-28"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("2016", "2016-01-01", "2016-12-31"),
    ],
)
def test_a_value_covers_its_days(value: str, first: str, last: str) -> None:
    assert bounds(value) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    "value", ["P3D", "PXY", "PAST_REF", "XXXX-05", "BC0480", "2021-02-30", "2021-W60", "T09:00", ""]
)
def test_what_names_no_days_has_no_bounds(value: str) -> None:
    assert bounds(value) == (None, None)


def test_months_are_clipped_to_their_last_day() -> None:
    assert shift(dt.date(2021, 3, 31), -1, "M") == dt.date(2021, 2, 28)
    assert shift(dt.date(2024, 2, 29), 1, "Y") == dt.date(2025, 2, 28)


def test_beyond_the_calendar_there_is_no_date() -> None:
    assert shift(dt.date(2021, 1, 1), -9_000, "Y") is None
    assert shift(dt.date(9999, 12, 31), 1, "D") is None


def test_a_date_is_named_by_the_unit_that_holds_it() -> None:
    day = dt.date(2021, 1, 2)
    named = [at(day, unit) for unit in ("D", "W", "WE", "M", "Q", "Y", "E", "C")]
    assert named == [
        "2021-01-02",
        "2020-W53",
        "2020-W53-WE",
        "2021-01",
        "2021-Q1",
        "2021",
        "202",
        "20",
    ]


def test_decades_and_fortnights_are_counted_in_years_and_weeks() -> None:
    assert duration(2, "E") == "P20Y"
    assert duration(1, "2W") == "P2W"
    assert duration(None, "M") == "PXM"
    assert duration(2.5, "H") == "PT2.5H"


@pytest.mark.parametrize(
    ("value", "mod", "said"),
    [
        ("2021-03-17", "END", "late on Wednesday, 17 March 2021"),
        ("2021-03-14TNI", None, "on Sunday, 14 March 2021 at night"),
        ("2021-W11-WE", None, "on the weekend of 20 to 21 March 2021"),
        ("2020-W14", None, "in the week of 30 March to 5 April 2020"),
        ("1926-WI", None, "in the winter of 1926–27"),
        ("2021-03-17T24:00", None, "at midnight at the end of Wednesday, 17 March 2021"),
        ("2021-03", "MID", "in the middle of March 2021"),
        ("2020-Q3", None, "in the third quarter of 2020"),
        ("199", "START", "early in the 1990s"),
        ("12", None, "in the 13th century"),
        ("20", None, "in the 21st century"),
        ("BC0480", None, "in 480 BC"),
        ("XXXX-05-03", None, "on 3 May"),
        ("2021-02-30", None, None),
    ],
)
def test_values_are_put_in_plain_words(value: str, mod: str | None, said: str | None) -> None:
    assert wording.when(value, mod) == said
