from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.temporal import bounds, tag
from claims.temporal.calendar import VALUE

WORDS = """
March may Sept. Friday fri. second third 31st 1st the a an of in on by until last next this past
early late mid end beginning - – , . ' ’ ( ) / : 3 12 17 30 31 99 1914 1999 2021 2,000 4.5 ½ $ %
1990s ’98 BC AD century decade year years week weeks ago later earlier day days quarter fiscal
first fourth twenty five hundred thousand million few several couple half and every each per twice
5pm 10:30 24:61 a.m. noon midnight GMT EST 03/04/2021 31/31/31 2021-02-30 2021-13-45 today tonight
tomorrow yesterday morning night weekend summer winter fall Easter Ramadan Thanksgiving eve now
recently will said before after since to people old long time o clock Q3 \n\n \n daily Mondays
""".split(" ")
ANCHORS = st.none() | st.dates()


def prose() -> st.SearchStrategy[str]:
    """Words of time in any order: nonsense, but of the kind that rules trip over."""
    return st.lists(st.sampled_from([w for w in WORDS if w]), max_size=40).map(" ".join)


@given(prose() | st.text(), ANCHORS)
@settings(max_examples=200, deadline=None)
def test_expressions_are_in_order_apart_and_well_formed(text: str, anchor: dt.date | None) -> None:
    end = 0
    for timex in tag(text, anchor):
        assert end <= timex.start < timex.end <= len(text)
        assert not text[timex.start].isspace()
        assert not text[timex.end - 1].isspace()
        assert timex.type in ("DATE", "TIME", "DURATION", "SET")
        assert VALUE.fullmatch(timex.value), timex
        assert all(VALUE.fullmatch(reading) for reading in timex.readings)
        end = timex.end


@given(prose(), ANCHORS)
@settings(max_examples=60, deadline=None)
def test_the_same_text_gives_the_same_expressions(text: str, anchor: dt.date | None) -> None:
    assert tag(text, anchor) == tag(text, anchor)


@given(st.from_regex(VALUE, fullmatch=True))
def test_bounds_are_in_order_for_every_value(value: str) -> None:
    first, last = bounds(value)
    assert (first is None) == (last is None)
    assert first is None or last is None or first <= last


@pytest.mark.parametrize("anchor", [dt.date.min, dt.date.max, dt.date(2024, 2, 29), None])
def test_the_ends_of_the_calendar_do_no_harm(anchor: dt.date | None) -> None:
    text = (
        "Yesterday, tomorrow, last year, next week, 9,000 years ago, two centuries later, Friday, "
        "this weekend, in May, on Feb. 29, the third quarter, last Easter, 99 millennia ago, "
        "10000000 years earlier, a billion years ago, next Ramadan, Friday the 13th, last winter."
    )
    assert all(VALUE.fullmatch(timex.value) for timex in tag(text, anchor))


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "(",
        "“",
        "two ",
        "the ",
        "a ",
        "May ",
        "1,",
        "1-",
        "1/",
        "5:",
        "’",
        "x",
        "-",
        "\n",
        " ",
        "9th ",
    ],
)
def test_monotonous_text_is_read_without_a_hitch(unit: str) -> None:
    assert isinstance(tag(unit * 5_000, dt.date(2021, 3, 18)), list)
