from __future__ import annotations

import datetime as dt

import pytest

from claims.document import Context
from claims.extractors import date
from claims.model import Anchor, AnchorSource, Article, Claim, DateValue

ANCHOR = Anchor(dt.date(2021, 3, 18), AnchorSource.PUBLISHED_AT)


def _context(text: str) -> Context:
    return Context(Article(text), ANCHOR)


def _claims(text: str) -> list[Claim]:
    return list(date.find(_context(text).body))


def _question(text: str) -> str:
    (claim,) = _claims(text)
    return date.question(claim, _context(text))


@pytest.mark.parametrize(
    "exact",
    [
        "last week",
        "late Wednesday",
        "the past year",
        "18 March 2021",
        "more than four hours",
        "every two weeks",
        "the 1990s",
        "Feb. 30",
        "nearly a decade",
        "earlier this week",
        "the weekend",
    ],
)
def test_a_time_that_can_be_checked_is_listed(exact: str) -> None:
    assert [claim.exact for claim in _claims(f"It was so {exact}, they said.")] == [exact]


@pytest.mark.parametrize(
    "text",
    [
        "They are now here and recently came.",
        "It lasted for a long time, in Soviet times.",
        "It will happen in the next few days or over several years.",
        "He drinks coffee daily and once a week tea.",
        "It stood there for years, in the past as in the future.",
    ],
)
def test_what_names_no_time_is_not_listed(text: str) -> None:
    assert _claims(text) == []


def test_a_value_has_its_first_and_last_day() -> None:
    (claim,) = _claims("It was earlier this week.")
    assert claim.value == DateValue(
        "DATE", "2021-W11", "START", dt.date(2021, 3, 15), dt.date(2021, 3, 21)
    )


def test_a_date_that_may_be_two_is_ambiguous_and_spans_both() -> None:
    (claim,) = _claims("It was on 03/02/2021.")
    value = claim.value
    assert isinstance(value, DateValue)
    assert value.ambiguous
    assert set(value.readings) == {"2021-03-02", "2021-02-03"}
    assert (value.earliest, value.latest) == (dt.date(2021, 2, 3), dt.date(2021, 3, 2))


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("She left late Wednesday.", "Was it late on Wednesday, 17 March 2021?"),
        ("She will leave on 26 March.", "Is it to be on Friday, 26 March 2021?"),
        ("It fell last year.", "Was it in 2020?"),
        ("It took four days.", "Is “four days” the right length of time?"),
        ("It was on 31 June.", "Which day is meant by “31 June”, which no calendar has?"),
        (
            "It was on 03/02/2021.",
            "Was it on Tuesday, 2 March 2021, and not on Wednesday, 3 February 2021?",
        ),
    ],
)
def test_the_question_is_put_in_plain_words(text: str, question: str) -> None:
    assert _question(text) == question
