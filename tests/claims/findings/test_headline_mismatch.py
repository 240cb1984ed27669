import datetime as dt

import pytest

from claims.model import Article, FindingType
from claims.pipeline import check


def said(headline, text):
    article = Article(text=text, headline=headline, published=dt.date(2021, 3, 18))
    checklist = check(article)
    return [f for f in checklist.findings if f.type is FindingType.HEADLINE_MISMATCH]


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Quake kills 21 in Nepal", "An earthquake killed 12 people in Nepal on Thursday."),
        (
            "Ferry sinks, killing at least 43",
            "A ferry sank off Luzon on Monday. At least 34 people were killed, police said.",
        ),
        (
            "Slovenia expels 11 diplomats",
            "Slovenia expelled 12 Russian diplomats on Thursday. The 12 have a week to go.",
        ),
        (
            "Jury awards $48 million to nurses in hospital case",
            "A jury awarded $84 million to a group of nurses in a case against a hospital.",
        ),
        (
            "Maria Castellanos, conductor, dies at 88",
            "Maria Castellanos, who led the national orchestra, died on Monday. She was 87.",
        ),
        ("Exports fall 12%", "Exports fell 21 percent in May, the ministry said."),
        ("Five killed in crash", "Six people died when a van hit a bus on Thursday."),
        (
            "Prime Minister Vidnar quits",
            "Prime Minister Marko Vidmar resigned on Thursday. Mr. Vidmar gave no reason.",
        ),
        (
            "Train drivers to strike on Tuesday",
            "Train drivers will go on strike on Monday, March 22, their union said.",
        ),
    ],
)
def test_a_headline_that_the_body_contradicts_is_found(headline, text):
    (finding,) = said(headline, text)
    assert finding.items


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Quake kills 12 in Nepal", "An earthquake killed twelve people in Nepal on Thursday."),
        ("Quake kills dozens", "An earthquake killed 41 people in Nepal on Thursday."),
        ("Attacks kill 15", "A bomb killed 12 people in Kabul and three in Herat."),
        ("Firm to pay $2.4 billion fine", "The firm will pay a fine of $2,412,300,000."),
        ("5 things to know about tea", "Tea is grown in three of the hill districts of Kenya."),
        ("Nurses win $48 million", "The nurses asked for $90 million. They live in two towns."),
        ("Russian envoy goes home", "Russia called its envoy home on Thursday."),
        ("Rovers win the cup", "Rover Dale Smith scored as the Rovers won the cup."),
        ("Train strike on Monday", "Train drivers will strike on Monday. Talks failed on Tuesday."),
        ("Tax cut of 2017 splits voters", "The tax cut signed in December 2017 splits voters."),
    ],
)
def test_a_headline_that_rounds_adds_up_or_speaks_of_something_else_is_left_alone(headline, text):
    assert said(headline, text) == []
