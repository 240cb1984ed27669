"""Who is who: surnames, honorifics and given names led back to the full name."""

import random
import time

import pytest

from claims.anchor import find_anchor
from claims.document import Context
from claims.model import Article
from claims.people import People


def people(text: str, headline: str | None = None) -> People:
    article = Article(text, headline=headline)
    return Context(article, find_anchor(article)).people


def named(text: str) -> list[str]:
    return [person.name for person in people(text).persons]


def test_a_surname_with_an_honorific_means_the_person_named_in_full() -> None:
    found = people("Karin Holt spoke. Mrs. Holt left, and Holt’s aide wept.")
    assert [(p.name, p.gender, len(p.mentions)) for p in found.persons] == [("Karin Holt", "f", 3)]
    assert found.full_name("Mrs. Holt") == "Karin Holt"
    assert found.full_name("Holt") == "Karin Holt"
    assert found.full_name("Mr. Hunt") is None


def test_husband_and_wife_are_told_apart_by_their_honorifics() -> None:
    found = people("Karin Holt met Peter Holt. Mr. Holt smiled; Mrs. Holt did not.")
    assert [[m.text for m in p.mentions] for p in found.persons] == [
        ["Karin Holt", "Holt"],
        ["Peter Holt", "Holt"],
    ]
    assert found.persons[1].mentions[1].honorific == "mr"


def test_initials_and_suffixes_make_no_second_person() -> None:
    assert named("John R. Tully Jr. spoke. Then John Tully left.") == ["John R. Tully Jr."]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was Mohammed bin Rashid who spoke.", "Mohammed bin Rashid"),
        ("It was Ursula von der Heide who spoke.", "Ursula von der Heide"),
        ("It was María de la Cruz who spoke.", "María de la Cruz"),
        ("It was Seán O’Hara who spoke.", "Seán O’Hara"),
        ("It was J.K. Marsden who spoke.", "J.K. Marsden"),
        ("It was Anne-Marie Al-Sayed who spoke.", "Anne-Marie Al-Sayed"),
        ("It was Martin Luther Quigg Jr. who spoke.", "Martin Luther Quigg Jr."),
        ("It was Xu Lanying, a doctor, who spoke.", "Xu Lanying"),
        ("A law named for Zorvan Ikbal, 44, was read.", "Zorvan Ikbal"),
        ("The hall was quiet. Zorvan Ikbal, who was late, sat.", "Zorvan Ikbal"),
        ("The critics liked Mark Cuban and said so.", "Mark Cuban"),
        ("The court freed Sabr al-Sabri, a cleric, at noon.", "Sabr al-Sabri"),
        ("On Monday Zhang Li said so.", "Zhang Li"),
        ("Leg-spinner Zorvan Ikbal, 19, sat.", "Zorvan Ikbal"),
        ("She beat Korea’s Park Min-seo by a stroke.", "Park Min-seo"),
        ("Zorvan Ikbal KC, who was late, sat.", "Zorvan Ikbal"),
    ],
)
def test_names_of_many_shapes_are_names(text: str, name: str) -> None:
    assert name in named(text)


@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ("Anne-Marie Le Goff spoke. Mrs. Le Goff left.", "Anne-Marie Le Goff", "Mrs. Le Goff"),
        ("Zhang Li, a diplomat, spoke. Mr. Zhang left.", "Zhang Li", "Mr. Zhang"),
        ("Karin Mary Holt spoke. Karin Holt left.", "Karin Mary Holt", "Karin Holt"),
        ("Tom Hart KC spoke. Tom Hart left.", "Tom Hart", "Tom Hart KC"),
    ],
)
def test_one_person_has_one_name_however_long(text: str, full: str, short: str) -> None:
    found = people(text)
    assert [p.name for p in found.persons] == [full]
    assert found.full_name(short) == full


def test_one_who_shares_given_and_last_name_with_another_is_someone_else() -> None:
    found = people("Mary Ann Holt spoke. Ann Holt left. Mary Holt-Reyes wept.")
    assert len(found.persons) == 3


@pytest.mark.parametrize(
    "text",
    [
        "The White House spoke to the Bank of England.",
        "He went from New York to San Francisco on Good Friday.",
        "The Supreme Court of Texas met the National Rifle Association.",
        "Goldman Sachs said so. Human Rights Watch said no.",
        "The Hong Kong Jockey Club met in Kansas City.",
        "Johns Hopkins University opened Franklin Park.",
        "On Tuesday May Day was kept.",
    ],
)
def test_bodies_and_places_are_no_persons(text: str) -> None:
    assert named(text) == []


def test_a_headline_in_title_case_yields_only_names_the_body_knows() -> None:
    found = people("Karin Holt said no.", "Karin Holt Says No To New Deal With Union")
    assert [m.text for m in found.mentions("headline")] == ["Karin Holt"]


def test_any_text_is_taken_and_the_registry_is_the_same_each_time() -> None:
    rng = random.Random(7)
    pieces = [
        "Mr. ",
        "Ann ",
        "Lee",
        ", ",
        "’s ",
        "\n\n",
        "é́",
        "😀",
        "م",
        "(",
        "van der ",
        "47",
        "”",
    ]
    for _ in range(200):
        text = "".join(rng.choice(pieces) for _ in range(40))
        first, second = people(text), people(text)
        assert first.persons == second.persons
        for mention in first.mentions("body"):
            assert text[mention.span.start : mention.span.end] == mention.text


@pytest.mark.parametrize(
    "piece", ["Ann Lee, ", "Mr. Lee of ", "the president of ", "J.", "van der ", "1", "(", "Lee "]
)
def test_a_long_text_takes_time_in_step_with_its_length(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    began = time.perf_counter()
    people(text)
    assert time.perf_counter() - began < 8


def test_a_king_goes_by_his_given_name() -> None:
    found = people("Saddam Hussein spoke. King Hussein of Jordan left. King Saddam wept.")
    assert [p.name for p in found.persons] == ["Saddam Hussein", "Hussein"]
