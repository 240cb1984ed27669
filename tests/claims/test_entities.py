"""Persons, bodies and places, each once, with all their places."""

import pytest

from claims import Article, check
from claims.model import Claim, ClaimKind, NameValue


def names(text: str, headline: str | None = None) -> list[Claim]:
    return [c for c in check(Article(text, headline=headline)).items if c.kind is ClaimKind.NAME]


def typed(text: str) -> set[tuple[str, str]]:
    found = set()
    for claim in names(text):
        assert isinstance(claim.value, NameValue)
        found.add((claim.exact, claim.value.type))
    return found


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("It was Karin Holt who spoke.", "Karin Holt", "person"),
        ("She works at the University of Jena now.", "University of Jena", "body"),
        ("Shares in Halvorsen Foods Inc fell.", "Halvorsen Foods Inc", "body"),
        ("It told the Federal Reserve so.", "Federal Reserve", "body"),
        ("The boat sank in the Ottawa River again.", "Ottawa River", "place"),
        ("They flew to Portugal and back.", "Portugal", "place"),
        ("They met in Gothenburg on Monday.", "Gothenburg", "place"),
        ("The agency UNHCR said so.", "UNHCR", "body"),
        ("GOTHENBURG, Sweden (AP) — A boat sank.", "GOTHENBURG", "place"),
        ("ULM — A boat sank.", "ULM", "place"),
        ("They landed in Lisbon at dawn.", "Lisbon", "place"),
        ("The Treaty of Rome was kept in Rome for years.", "Rome", "place"),
        ("A ferry sank near Kirkaldane at dawn.", "Kirkaldane", "place"),
        ("She was born in Old Havana in May.", "Old Havana", "place"),
        (
            "It told the Securities and Exchange Commission so.",
            "Securities and Exchange Commission",
            "body",
        ),
        ("He is an analyst at Telnor now.", "Telnor", "body"),
        (
            "Shares in Milton Hale Corp. fell, and Milton Hale earned $6 million.",
            "Milton Hale",
            "body",
        ),
        ("They met at the University of Indonesia.", "University of Indonesia", "body"),
    ],
)
def test_a_name_is_listed_with_its_type(text: str, name: str, kind: str) -> None:
    assert (name, kind) in typed(text)


@pytest.mark.parametrize(
    "text",
    [
        "On Monday the Russian delegation left.",
        "However, Many People Say So.",
        "The CEO and the MP watched TV in May.",
        "Yesterday Critics Said No To It All In The End.",
    ],
)
def test_days_adjectives_and_titles_are_no_names(text: str) -> None:
    assert typed(text) == set()


def test_a_name_is_one_item_with_every_place_of_its_field() -> None:
    text = "Karin Holt spoke. Ms. Holt left. Holt’s car broke down."
    (claim,) = names(text)
    assert [text[p.start : p.end] for p in claim.places] == ["Karin Holt", "Holt", "Holt"]
    assert isinstance(claim.value, NameValue)
    assert claim.value.variants == ("Holt",)


def test_a_name_in_the_headline_is_listed_there_and_not_again_in_the_body() -> None:
    fields = [c.field for c in names("Karin Holt said no on Monday.", "Karin Holt says no")]
    assert fields == ["headline"]


def test_words_of_a_treaty_are_no_bodies() -> None:
    text = "Peru and Chile signed a Treaty of Friendship, Fishery and Trade in 1929."
    assert typed(text) == {("Peru", "place"), ("Chile", "place")}


def test_a_dateline_in_capitals_is_no_other_spelling() -> None:
    (lisbon,) = names("LISBON (AP) — A boat sank. It had left Lisbon at dawn.")
    assert isinstance(lisbon.value, NameValue)
    assert lisbon.value.variants == ()
