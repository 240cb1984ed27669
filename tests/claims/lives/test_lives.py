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
        ("Tom Lee, who at 77 is to fly again, ran.", ("77", "Tom Lee", "age", 77)),
        ("Later Tom Lee was shot and killed.", ("was shot and killed", "Tom Lee", "death", None)),
        ("He denies the murder of nurse Tom Lee.", ("murder", "Tom Lee", "death", None)),
        ("Later Tom Lee was found hanged.", ("was found hanged", "Tom Lee", "death", None)),
        ("Tom Lee, aged 18 months, slept.", ("aged 18 months", "Tom Lee", "age", 18)),
        ("Later the boy was shot dead.", ("was shot dead", None, "death", None)),
        ("Later the singer died on Sunday.", ("died on Sunday", None, "death", None)),
        (
            "He met the girl’s great-uncle, Tom Lee.",
            ("girl’s great-uncle, Tom Lee", "Tom Lee", "kinship", None),
        ),
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
        ("Karin Holt, in her late 40s, ran.", ("in her late 40s", "Karin Holt", "age", 40)),
        ("Aged just 16, Tom Lee signed.", ("Aged just 16", "Tom Lee", "age", 16)),
        ("An 18-month-old girl slept.", ("18-month-old", None, "age", 18)),
        ("A 31-year-old rafter, it said, ran.", ("31-year-old", None, "age", 31)),
        ("The 6-year-old Cuban left.", ("6-year-old", None, "age", 6)),
        ("A 35-year-old Zedra Okwu was seen.", ("35-year-old", None, "age", 35)),
        ("Their girls, Amy, 10, and Emma, 4, ran.", ("4", None, "age", 4)),
        ("Tom Lee kept his 80th birthday.", ("80th birthday", "Tom Lee", "age", 80)),
        ("Tom Lee died at home at 93.", ("93", "Tom Lee", "age", 93)),
        ("Tom Lee, also 20, ran.", ("20", "Tom Lee", "age", 20)),
        ("Tom Lee was shot dead.", ("was shot dead", "Tom Lee", "death", None)),
        ("Tom Lee was later found dead.", ("was later found dead", "Tom Lee", "death", None)),
        ("The 38-year-old died there.", ("died", None, "death", None)),
        ("A 40-year-old nurse at the clinic died.", ("died", None, "death", None)),
        ("Tom Lee, known for “Home,” has died.", ("died", "Tom Lee", "death", None)),
        ("The gunman killed himself.", ("killed himself", None, "death", None)),
        ("The singer, born in 1944, left.", ("born in 1944", None, "birth", 1944)),
        ("Karin Holt gave birth to twins.", ("gave birth to twins", "Karin Holt", "birth", None)),
        ("Tom Lee has four children.", ("four children", "Tom Lee", "kinship", 4)),
        ("Tom Lee had no children.", ("no children", "Tom Lee", "kinship", 0)),
        ("Tom Lee has a son.", ("a son", "Tom Lee", "kinship", 1)),
        ("Two of his sons left.", ("Two of his sons", None, "kinship", 2)),
        ("It is the couple's third child.", ("third child", None, "kinship", 3)),
        ("Tom Lee is a father to six.", ("father to six", "Tom Lee", "kinship", 6)),
        (
            "Tom Lee was married three times.",
            ("married three times", "Tom Lee", "kinship", 3),
        ),
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
        "They raised cash for 6 children.",
        "The firm was 50 years old.",
        "The six boats are 30 years old.",
        "A 30-year-old freighter sank.",
        "A 25-year-old Supreme Court ruling fell.",
        "Teenagers aged between 13 and 17 came.",
        "Doctors who have been killed were named.",
        "Lena Holt, a daughter of France, sang.",
        "In 1998, 47, and 12, it rained.",
        "The museum born in a barn burned.",
        "Interior officials and Karin Holt put the toll at 74.",
        "Karin Holt saw the death of communism, and Leeds the death of a salesman.",
        "The company died, and the bill died too.",
        "A soldier was killed, and the soldiers were killed.",
        "Shares, who at 77 percent were low, rose.",
        "“I am 47 and Karin Holt, 50, is old,” he said.",
    ],
)
def test_the_ages_of_things_groups_and_scores_are_no_facts_of_a_life(text: str) -> None:
    assert facts(text) == []
