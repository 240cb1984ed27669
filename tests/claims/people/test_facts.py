"""Ages, births, deaths and kinship, and their near-misses."""

import pytest

from claims.anchor import find_anchor
from claims.document import Context
from claims.extractors import person_fact
from claims.model import Article, PersonFactValue


def facts(text: str) -> list[tuple[str, str | None, str, float | int | None]]:
    """(words, person, fact, number) of every fact of a life in the text."""
    context = Context(Article(text), find_anchor(Article(text)))
    found = []
    for claim in person_fact.find(context.body):
        assert isinstance(claim.value, PersonFactValue)
        found.append((claim.exact, claim.value.person, claim.value.fact, claim.value.number))
    return found


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Karin Holt, 47, spoke.", ("47", "Karin Holt", "age", 47)),
        ("Karin Holt (47) spoke.", ("47", "Karin Holt", "age", 47)),
        ("Police held a 19-year-old man.", ("19-year-old", None, "age", 19)),
        ("Karin Holt ran. The 47-year-old said so.", ("47-year-old", "Karin Holt", "age", 47)),
        ("The prize went to six-year-old Amy Lund.", ("six-year-old", "Amy Lund", "age", 6)),
        ("Karin Holt died at the age of 91.", ("the age of 91", "Karin Holt", "age", 91)),
        ("Tom Lee left. He was 86.", ("86", "Tom Lee", "age", 86)),
        ("Tom Lee turned 60 on Friday.", ("60", "Tom Lee", "age", 60)),
        ("Tom Lee, a nurse, took up the oboe at 5.", ("5", "Tom Lee", "age", 5)),
        ("Tom Lee ran the firm until he retired, at 76.", ("76", "Tom Lee", "age", 76)),
        ("Tom Lee was a boy. His two uncles ran.", ("two uncles", "Tom Lee", "kinship", 2)),
        ("Karin Holt left school at 14.", ("14", "Karin Holt", "age", 14)),
        ("Karin Holt was born in Leeds in 1950.", ("born in Leeds", "Karin Holt", "birth", None)),
        ("Born in 1950, Karin Holt sang.", ("Born in 1950", "Karin Holt", "birth", 1950)),
        ("Tom Lee died on 3 May 2004.", ("died on 3 May 2004", "Tom Lee", "death", 2004)),
        ("Tom Lee, a father of three, ran.", ("a father of three", "Tom Lee", "kinship", 3)),
        ("He kissed his wife, Karin Holt.", ("wife, Karin Holt", "Karin Holt", "kinship", None)),
        ("Tom Lee is survived by two sons.", ("two sons", "Tom Lee", "kinship", 2)),
        ("She was the daughter of a miner.", ("daughter of a miner", None, "kinship", None)),
    ],
)
def test_a_fact_of_a_life_is_found_with_its_person_and_number(
    text: str, fact: tuple[str, str | None, str, int | None]
) -> None:
    assert fact in facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The 200-year-old church burned.",
        "The six-year-old company closed.",
        "Voters aged 18 to 24 stayed away.",
        "No one under the age of 18 may enter.",
        "An 18- to 24-year-old man smokes more.",
        "The party was born in 1912.",
        "Twelve people died in the fire.",
        "The score was 21.",
        "The index closed at 14.",
        "Uncle Sam wants it.",
        "Tom Lee, one of the best, ran.",
        "The bomb killed two children.",
        "“I am 47 and Karin Holt, 50, is old,” he said.",
    ],
)
def test_the_ages_of_things_groups_and_scores_are_no_facts_of_a_life(text: str) -> None:
    assert facts(text) == []
