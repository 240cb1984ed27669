from __future__ import annotations

import datetime as dt

import pytest

from claims.temporal import tag
from claims.temporal.holidays import date_of


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("rosh_hashana", "2023-09-16"),
        ("yom_kippur", "2024-10-12"),
        ("sukkot", "2023-09-30"),
        ("hanukkah", "2024-12-26"),
        ("purim", "2024-03-24"),  # a leap year: the second Adar
        ("purim", "2023-03-07"),
        ("passover", "2024-04-23"),
        ("shavuot", "2021-05-17"),
        ("tisha_bav", "2022-08-06"),
        ("lunar_new_year", "2024-02-10"),
        ("diwali", "2023-11-12"),
        ("orthodox_easter", "2021-05-02"),
        ("thanksgiving", "2012-11-22"),
    ],
)
def test_a_movable_feast_is_found_in_its_year(name: str, day: str) -> None:
    date = dt.date.fromisoformat(day)
    assert date_of(name, date.year) == date


def test_a_feast_beyond_the_table_has_no_day() -> None:
    assert date_of("diwali", 1900) is None


def test_eid_alone_may_be_either_feast() -> None:
    (eid,) = tag("Shops reopen after Eid.", dt.date(2018, 6, 20))
    assert eid.value == "2018-06-15"
    assert set(eid.readings) == {"2018-06-15", "2018-08-21"}
