import pytest

from claims.model import Article, FindingType
from claims.pipeline import check


def said(text):
    checklist = check(Article(text=text))
    return [f.message for f in checklist.findings if f.type is FindingType.SUM_MISMATCH]


@pytest.mark.parametrize(
    "text",
    [
        "The blast hurt 12 people: five men, four women and two children.",
        "The blast hurt 12 people — six men and seven women — on Monday.",
        "The jury of 12 people (six men and five women) retired.",
        "Rescuers saved 31 passengers, 18 women and 15 men, from the wreck.",
        "The coalition won 90 seats: 50 for the Greens and 45 for the Liberals.",
        "The team is made up of nine women and six men, a total of 16.",
        "There were 40 adults and 25 children, 70 in all.",
        "Revenue rose 20 percent to $120 million from $110 million.",
        "Output fell 5 percent to 90 tons from 120 tons.",
        "Sales grew by 12.5% to €9.4 billion from €9.1 billion.",
        "Profit fell 10 percent to $5 million from $4 million.",
        "It will cut 1,800 jobs, or 19 percent of its 20,000 workers.",
        "Forty of the 60 homes, or 90 percent, burned.",
        "In all, 17 of the 15 members voted.",
        "The 100-member Senate voted 61-48 to pass it.",
    ],
)
def test_numbers_that_do_not_add_up_are_found(text):
    assert said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The blast hurt 12 people: five men, four women and three children.",
        "The blast hurt 12 people, including five men and two women.",
        "The blast hurt 12 people, among them five men and two women.",
        "It made three demands: two ships and five planes.",
        "Revenue rose 20 percent to $120 million from $100 million.",
        "Revenue rose 9 percent to $1.2 billion from $1.1 billion.",
        "Revenue rose nearly 20 percent to $120 million from $110 million.",
        "Revenue rose 12 percent to $3.4 million, and costs fell from $5 million.",
        "It will cut 1,800 jobs, or 9 percent of its 20,000 workers.",
        "About 40 of the 60 families, or 75 percent, have left.",
        "In all, 14 of the 15 members voted.",
        "The 100-member Senate voted 61-38 to pass it.",
        "The Senate voted 61-38, and the 50-member board agreed.",
        "They have two dogs and three cats, and 12 hens.",
        "Nine women, six men and several children, 20 in all, were saved.",
        "Votes were split 52 percent to 49 percent.",
    ],
)
def test_numbers_that_add_up_or_are_not_told_in_full_are_left_alone(text):
    assert said(text) == []
