"""Quantities as questions, and where their numbers are kept."""

from __future__ import annotations

import pytest

from claims import Article, ClaimKind, check


def item(text: str, exact: str):
    items = check(Article(text)).items
    return next(i for i in items if i.kind is ClaimKind.QUANTITY and i.exact == exact)


@pytest.mark.parametrize(
    ("text", "exact", "asked"),
    [
        ("It paid $57.50 for it.", "$57.50", "Is $57.50 the right sum"),
        ("It made $2 million.", "$2 million", "Is $2 million (2,000,000 USD) the right sum"),
        ("It lost 2 pence.", "2 pence", "Is 2 pence the right sum"),
        ("More than 50% of them left.", "50%", "Is more than 50% the right share"),
        ("At $5 a head, more than 50% left.", "50%", "Is more than 50% the right share"),
        ("Some 300 people came.", "300", "Is about 300 the right number of people"),
        ("A seven-member panel met.", "seven", "Is seven (7) the right number of members"),
        ("A 12-person panel met.", "12", "Is 12 the right number of people"),
        (
            "Nearly two-thirds agreed.",
            "two-thirds",
            "Is nearly two-thirds (66.7 percent) the right",
        ),
        ("Dozens of homes burned.", "Dozens", "Is “dozens” fair for the number of homes"),
        ("Several hundred people left.", "hundred", "Is “several hundred” fair for the number"),
        ("One in five voters agreed.", "One in five", "Is it one in five, as in"),
        ("A magnitude-6.1 quake hit.", "6.1", "Is 6.1 the right magnitude in"),
    ],
)
def test_a_question_has_the_number_as_the_article_hedges_it(text, exact, asked) -> None:
    assert item(text, exact).question.startswith(asked)
    assert item(text, exact).question.endswith("?")


@pytest.mark.parametrize(
    ("text", "exact", "where"),
    [
        ("Profit rose 3% in May.", "3%", "accounts"),
        ("It bought a 50% stake.", "50%", "register of owners"),
        ("Some 40 percent of voters agreed.", "40 percent", "survey"),
        ("It sent 3,000 troops.", "3,000", "defence ministry"),
        ("She scored 12 goals.", "12", "match report"),
        ("The blast killed 12 people.", "12", "police"),
        ("The massacre of 300 villagers began.", "300", "police"),
        ("It cut 600 jobs.", "600", "employer"),
        ("A magnitude-6.1 quake hit.", "6.1", "earthquake"),
        ("They ate 12 buns.", "12", "Whoever counted"),
    ],
)
def test_a_number_is_looked_up_where_such_numbers_are_kept(text, exact, where) -> None:
    assert where in item(text, exact).references[0].label
