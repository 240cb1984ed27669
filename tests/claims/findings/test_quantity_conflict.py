import pytest

from claims.model import Article, FindingType
from claims.pipeline import check


def said(*paragraphs):
    checklist = check(Article(text="\n\n".join(paragraphs)))
    return [f for f in checklist.findings if f.type is FindingType.QUANTITY_CONFLICT]


@pytest.mark.parametrize(
    "paragraphs",
    [
        (
            "A bus crash killed 12 people near Quito on Monday, police said.",
            "The crash killed 14 people on a mountain road.",
        ),
        (
            "Russia expelled 23 British diplomats on Friday.",
            "The 24 British diplomats have a week to leave, Russia said.",
        ),
        (
            "The firm raised $5 million from private investors to build the plant.",
            "The $6 million raised from private investors will build the plant.",
        ),
        (
            "Police arrested 40 protesters outside the embassy.",
            "All 14 protesters arrested outside the embassy were fined.",
        ),
        (
            "The 12-member council met on Monday.",
            "The budget passed the nine-member council without debate.",
        ),
        (
            "The fire destroyed 300 homes in the valley.",
            "Rain put out the fire after it destroyed 200 homes in the valley.",
        ),
    ],
)
def test_one_quantity_with_two_values_is_found(paragraphs):
    (finding,) = said(*paragraphs)
    assert len(finding.items) == 2


@pytest.mark.parametrize(
    "paragraphs",
    [
        (
            "A bus crash killed 12 people near Quito on Monday.",
            "A crash on the same road killed 14 people in 2009.",
        ),
        (
            "A bomb killed 12 people in Kabul.",
            "Another bomb killed 14 people in Herat.",
        ),
        (
            "The crash killed at least 12 people near Quito.",
            "The crash killed 14 people near Quito, a hospital said later.",
        ),
        (
            "The crash killed 12 people near Quito.",
            "Officials had earlier said that the crash killed 14 people.",
        ),
        (
            "Police arrested 40 protesters outside the embassy.",
            "Of those, 14 protesters were fined.",
        ),
        (
            "The firm earned $5 million on sales of $40 million.",
            "A year before, it earned $6 million on sales of $42 million.",
        ),
        (
            "The 12-member city council met on Monday.",
            "Kent has a nine-member board, and York a 15-member council.",
        ),
        (
            "The town has 12 schools and 300 teachers.",
            "The county has 40 schools and 900 teachers.",
        ),
    ],
)
def test_two_things_or_two_times_are_no_conflict(paragraphs):
    assert said(*paragraphs) == []
