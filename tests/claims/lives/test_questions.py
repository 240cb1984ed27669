"""What a checker is asked of a life."""

import datetime as dt

import pytest

from claims.model import Article, ClaimKind
from claims.pipeline import check
from claims.wire import checklist_body


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Karin Holt, 47, spoke.", "Was Karin Holt 47 years old on 18 March 2021?"),
        (
            "Karin Holt left school at 14.",
            "Is it right that Karin Holt was 14 years old (“14”)?",
        ),
        (
            "Karin Holt died at the age of 91.",
            "Is it right that Karin Holt was 91 years old (“the age of 91”)?",
        ),
        (
            "Tom Lee, aged 18 months, slept.",
            "Is it right that Tom Lee was 18 months old (“aged 18 months”)?",
        ),
        ("Police held a 19-year-old man.", "Is the age of 19 years right (“19-year-old”)?"),
        ("Later the boy was shot dead.", "Is this death told right (“was shot dead”)?"),
        ("Born in 1950, Karin Holt sang.", "Was Karin Holt born in 1950?"),
    ],
)
def test_a_question_reads_as_english(text: str, asked: str) -> None:
    items = checklist_body(check(Article(text, published=dt.date(2021, 3, 18))))["items"]
    asks = [i["question"] for i in items if i["kind"] == ClaimKind.PERSON_FACT]
    assert asked in asks
