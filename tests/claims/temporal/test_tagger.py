from __future__ import annotations

import datetime as dt

import pytest

from claims.temporal import tag

THURSDAY = dt.date(2021, 3, 18)


def _values(text: str, anchor: dt.date | None = THURSDAY) -> list[str]:
    return [timex.value for timex in tag(text, anchor)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The minister resigned Tuesday.", ["2021-03-16"]),
        ("The minister will resign Tuesday.", ["2021-03-23"]),
        ("On Tuesday, the court will rule.", ["2021-03-23"]),
        ("On Tuesday, the court ruled.", ["2021-03-16"]),
        ("By Tuesday, the streets were empty.", ["2021-03-16"]),
        ("They must leave by Tuesday.", ["2021-03-23"]),
        ("It was not until Tuesday that he spoke.", ["2021-03-16"]),
        ("The talks, which are to resume Tuesday, broke off.", ["2021-03-23"]),
        ("The clinic, opened in October, has closed.", ["2020-10"]),
        ("The clinic will open in October.", ["2021-10"]),
        ("The deal, agreed in April with the union, holds.", ["2020-04"]),
        ("The union would fight Tuesday’s ruling.", ["2021-03-16"]),
        ("The union would fight Tuesday’s hearing.", ["2021-03-23"]),
        ("The run-off is Sunday.", ["2021-03-21"]),
        ("It had been due to expire Friday.", ["2021-03-12"]),
        ("The two presidents meet Monday.", ["2021-03-22"]),
        ("They raised money to meet the costs of the summer.", ["2020-SU"]),
        ("Work will begin in late summer or early autumn.", ["2021-SU", "2021-FA"]),
        ("The rise takes effect Jan. 1.", ["2022-01-01"]),
        ("in the fiscal year ended Jan. 31", ["P1Y", "2021-01-31"]),
        ("in the 12 months through June", ["P12M", "2020-06"]),
    ],
)
def test_the_tense_of_the_clause_tells_which_day_is_meant(text: str, values: list[str]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In 1943 the city fell. In May the siege began.", ["1943", "1943-05"]),
        ("It fell in December 1941. In January they met.", ["1941-12", "1942-01"]),
        ("On 3 March 1905 they met. Two days later they fought.", ["1905-03-03", "1905-03-05"]),
        ("In 1943 it was lost, unlike in 1915. In June it rose.", ["1943", "1915", "1943-06"]),
        ("In 480 BC the fleet sailed. In September it fought.", ["BC0480", "BC0480-09"]),
        ("They fought in 1812. The following year they fled.", ["1812", "1813"]),
        ("Yesterday it rained.", ["XXXX-XX-XX"]),
    ],
)
def test_without_an_anchor_a_story_is_followed(text: str, values: list[str]) -> None:
    assert _values(text, None) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "In 1943 the army retook the city. On 5 July a battle began; by August it was over.",
            ["1943", "1943-07-05", "1943-08"],
        ),
        ("In 1943 it was retaken.\n\nOn 5 March the mayor spoke.", ["1943", "2021-03-05"]),
        (
            "In 1943 it was retaken. Last week, on 12 March, she came.",
            ["1943", "2021-W10", "2021-03-12"],
        ),
        ("The law of 1943 was changed on 5 March.", ["1943", "2021-03-05"]),
        ("In 1943 it was retaken. It will be handed over in July.", ["1943", "2021-07"]),
    ],
)
def test_a_passage_about_the_past_keeps_its_year(text: str, values: list[str]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "They broke off ties on January 3, 2016. Two others followed on January 4.",
            ["2016-01-03", "2016-01-04"],
        ),
        (
            "It was signed on March 3, 2016. It will lapse on March 20.",
            ["2016-03-03", "2023-03-20"],
        ),
        ("He was born on March 3, 1950. He died on January 4.", ["1950-03-03", "2023-01-04"]),
        ("She left on May 3, 2016.\n\nShe came on May 4.", ["2016-05-03", "2023-05-04"]),
    ],
)
def test_a_day_goes_on_from_the_past_day_just_named(text: str, values: list[str]) -> None:
    assert [t.value for t in tag(text, dt.date(2023, 3, 10))] == values


@pytest.mark.parametrize(
    "text",
    [
        "It cost $1999 and 2000 people paid.",
        "It may march on, and the sun may fall.",
        "Theresa May and April Ludgate read The Sunday Times.",
        "He told USA Today so.",
        "In her fifties, aged 54, the 54-year-old won 1950-1948.",
        "Resolution 1973 was not on page 2001.",
        "a second chance, a third party, a quarter of them",
        "The vote was 51-49; the Boeing 1900 flew; call 555-1984.",
    ],
)
def test_what_only_looks_like_time_is_left_alone(text: str) -> None:
    assert _values(text) == []


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("late Wednesday the embassy spoke", "late Wednesday"),
        ("in more than four hours of talks", "more than four hours"),
        ("the 14-day period", "14-day"),
        ("over the past three months", "the past three months"),
        ("at 15:00 GMT Saturday it began", "15:00 GMT Saturday"),
        ("In Sept. he left", "Sept."),
        ("In March. The end", "March"),
        ("last year’s vote", "last year"),
    ],
)
def test_an_expression_is_taken_whole_and_no_more(text: str, exact: str) -> None:
    (timex,) = tag(text, THURSDAY)
    assert text[timex.start : timex.end] == exact


def test_american_and_british_figures_are_told_apart_or_called_ambiguous() -> None:
    assert _values("on 25/12/2020") == _values("on 12/25/2020") == ["2020-12-25"]
    (unclear,) = tag("on 03/02/2021", THURSDAY)
    assert set(unclear.readings) == {"2021-03-02", "2021-02-03"}


def test_a_coin_s_toss_is_owned_up_to() -> None:
    (next_saturday,) = tag("next Saturday", THURSDAY)
    assert next_saturday.readings == ("2021-03-20", "2021-03-27")
    (september,) = tag("on Sept. 16", THURSDAY)
    assert set(september.readings) == {"2020-09-16", "2021-09-16"}
    assert not tag("next Tuesday", THURSDAY)[0].readings
    assert not tag("they left on Sept. 16", THURSDAY)[0].readings


def test_one_clear_date_in_figures_settles_the_others() -> None:
    timexes = tag("from 25/12/2020 to 03/02/2021", THURSDAY)
    assert [t.value for t in timexes] == ["2020-12-25", "2021-02-03"]
    assert not timexes[1].readings


def test_a_day_that_no_calendar_has_is_still_an_expression() -> None:
    assert _values("on February 30 and 31 June 2021") == ["2021-02-30", "2021-06-31"]


def test_a_quarter_in_context_gives_a_year_earlier_its_grain() -> None:
    assert _values("Profit in the third quarter rose from a year earlier.") == [
        "2020-Q3",
        "2019-Q3",
    ]
    assert _values("Sales rose from a year earlier.") == ["2020"]


def test_both_days_of_a_range_are_expressions() -> None:
    text = "They met March 3–5, 2020."
    assert [(text[t.start : t.end], t.value) for t in tag(text, THURSDAY)] == [
        ("March 3", "2020-03-03"),
        ("5, 2020", "2020-03-05"),
    ]


def test_the_wire_contract_s_example_holds() -> None:
    (timex,) = tag("late Wednesday", anchor=THURSDAY)
    assert (timex.start, timex.end, timex.type) == (0, 14, "DATE")
    assert (timex.value, timex.mod) == ("2021-03-17", "END")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("She kept her seat by 312 votes in November.", ["2020-11"]),
        ("The chamber votes in November.", ["2021-11"]),
        ("In 1975 women held two posts.", ["1975"]),
        ("He told the Today programme so.", []),
    ],
)
def test_what_stands_beside_a_date_does_not_mislead(text: str, values: list[str]) -> None:
    assert [timex.value for timex in tag(text, THURSDAY)] == values
