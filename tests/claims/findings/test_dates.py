from __future__ import annotations

import datetime as dt

import pytest

from claims import Article, FindingType, check


def _findings(text: str, published: dt.date | None = dt.date(2021, 3, 18)) -> list[FindingType]:
    kinds = (FindingType.WEEKDAY_MISMATCH, FindingType.IMPOSSIBLE_DATE)
    found = check(Article(text, published=published)).findings
    return [finding.type for finding in found if finding.type in kinds]


@pytest.mark.parametrize(
    "text",
    [
        "The pact was signed on Thursday, March 17, 2021.",
        "The pact was signed on Mon., 17 May 2020.",
        "They met on Monday (March 15) and on Monday (March 16).",
        "The pact was signed on Friday, March 18.",
        "The pact was signed on March 17, 2021, a Friday.",
    ],
)
def test_a_wrong_weekday_is_found(text: str) -> None:
    assert _findings(text) == [FindingType.WEEKDAY_MISMATCH]


@pytest.mark.parametrize(
    "text",
    [
        "The pact was signed on Wednesday, March 17, 2021.",
        "They met on Thursday (March 18) and parted on Friday.",
        "The old calendar had Sunday, 9 January 1905.",  # a Monday in ours
        "It began on Tuesday, Nov. 3.",  # of which year is not said
        "They met on Monday, and 17 March 2021 was the last day.",
        "On Tuesday 300 people came.",
    ],
)
def test_a_right_or_uncertain_weekday_is_passed_over(text: str) -> None:
    assert _findings(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The pact was signed on February 30.",
        "The pact was signed on 31 June 2020.",
        "The pact was signed on Feb. 29, 2021.",
        "They met last Friday, March 26, in Riga.",
        "They met last month, on May 5, 2021, in Riga.",
        "They will meet next week, on 5 January 2021, in Riga.",
    ],
)
def test_a_date_that_cannot_be_is_found(text: str) -> None:
    assert _findings(text) == [FindingType.IMPOSSIBLE_DATE]


@pytest.mark.parametrize(
    "text",
    [
        "The pact was signed on Feb. 29, 2020.",
        "The pact was signed on 30 June.",
        "They met last Friday, March 12, in Riga.",
        "They met last month, and on May 5, 2021, they will meet again.",
        "They will meet next week, on 25 March 2021, in Riga.",
    ],
)
def test_a_date_that_can_be_is_passed_over(text: str) -> None:
    assert _findings(text) == []


def test_the_finding_names_the_items_it_is_about() -> None:
    checklist = check(Article("It was signed on Thursday, March 17, 2021, in Riga."))
    (finding,) = checklist.findings
    (item,) = [item for item in checklist.items if item.kind == "date"]
    assert finding.items == (item.id,)
    assert "Wednesday, 17 March 2021" in finding.message
