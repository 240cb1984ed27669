"""Which words of an article name a treaty, and what ties the mentions together."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claims.anchor import find_anchor
from claims.document import Context
from claims.model import Article
from claims.treaties import Mention, mentions

_MARKED = [
    line
    for line in (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def read(text: str, headline: str | None = None) -> dict[str, tuple[Mention, ...]]:
    article = Article(text=text, headline=headline)
    context = Context(article, find_anchor(article))
    return {document.field: mentions(document) for document in context.documents}


def named(text: str) -> list[str | None]:
    """The canonical names, in order; None where a treaty is not known for sure."""
    return [mention.treaty and mention.treaty.name for mention in read(text)["body"]]


def words_of(text: str) -> list[str]:
    return [text[m.span.start : m.span.end] for m in read(text)["body"]]


def _unmark(line: str) -> tuple[str, list[tuple[int, int]]]:
    spans, plain, start = [], "", 0
    for piece in re.split(r"([\[\]])", line):
        if piece == "[":
            start = len(plain)
        elif piece == "]":
            spans.append((start, len(plain)))
        else:
            plain += piece
    return plain, spans


@pytest.mark.parametrize("line", _MARKED)
def test_the_marked_words_and_no_others_are_treaties(line: str) -> None:
    text, spans = _unmark(line)
    found = [(m.span.start, m.span.end) for m in read(text)["body"]]
    assert sorted(found) == spans, words_of(text)


class TestAcronyms:
    def test_one_introduced_in_brackets_is_a_mention_there_and_after(self) -> None:
        text = "The Fernhaven Reef Treaty (FRT) is new. Critics call the FRT weak."
        assert words_of(text) == ["Fernhaven Reef Treaty", "FRT", "FRT"]
        assert {m.name for m in read(text)["body"]} == {"Fernhaven Reef Treaty"}

    def test_one_inside_the_name_is_introduced_too(self) -> None:
        text = "They quit the Anti-Ballistic Missile (ABM) Treaty. Without the ABM, a race began."
        assert words_of(text) == ["Anti-Ballistic Missile (ABM) Treaty", "ABM"]

    def test_a_country_in_brackets_is_no_acronym(self) -> None:
        assert words_of("The Treaty of Utrecht (UK) was long.") == ["Treaty of Utrecht"]

    def test_one_named_in_full_in_the_body_is_known_in_the_headline(self) -> None:
        found = read("Moscow left the INF Treaty.", headline="What now for INF?")
        assert [m.treaty and m.treaty.name for m in found["headline"]] == ["INF Treaty"]

    def test_a_bare_one_without_treaty_talk_is_left_alone(self) -> None:
        assert words_of("The CAT sat. ATT rose 3 percent. INF and OST fell.") == []


class TestHomonyms:
    @pytest.mark.parametrize("year", [1763, 1783, 1814, 1815, 1856, 1898, 1951])
    @pytest.mark.parametrize("form", ["the {} Treaty of Paris", "the Treaty of Paris of {}"])
    def test_treaties_of_paris_are_told_by_their_year(self, year: int, form: str) -> None:
        assert named(form.format(year)) == [f"Treaty of Paris ({year})"]

    def test_a_date_in_the_sentence_tells_too(self) -> None:
        text = "The two crowns signed the Treaty of Paris on February 10, 1763."
        assert named(text) == ["Treaty of Paris (1763)"]

    def test_the_states_of_the_sentence_tell(self) -> None:
        text = "By the Treaty of Paris, Spain gave Guam to the United States."
        assert named(text) == ["Treaty of Paris (1898)"]

    def test_the_topic_tells(self) -> None:
        assert named("He took his daughter, against the Hague Convention.") == [
            "Hague Abduction Convention"
        ]
        assert named("Gas in war broke the Hague Convention.") == ["Hague Conventions"]

    def test_what_one_place_tells_holds_for_the_article(self) -> None:
        text = "It was the 1856 Treaty of Paris. Years on, the Treaty of Paris was undone."
        assert named(text) == ["Treaty of Paris (1856)"] * 2

    def test_nothing_to_go_by_leaves_it_open(self) -> None:
        (mention,) = read("The Treaty of Paris was mentioned.")["body"]
        assert mention.treaty is None
        assert len(mention.candidates) > 5

    def test_a_year_that_none_fits_is_another_treaty(self) -> None:
        (mention,) = read("The Treaty of Paris of 1657 made them allies.")["body"]
        assert mention.candidates == ()

    def test_a_name_of_its_own_is_the_default(self) -> None:
        assert named("The Treaty of Versailles is taught at school.") == ["Treaty of Versailles"]
        assert named("They were bound by the Treaty of Versailles of 1871.") == [
            "Treaty of Versailles (1871)"
        ]


class TestYears:
    @pytest.mark.parametrize(
        "text",
        [
            "the 1987 INF Treaty",
            "the December 1987 INF Treaty",
            "the INF Treaty of 1987",
            "the INF Treaty (1987)",
            "the INF Treaty of 8 December 1987",
            "the INF Treaty, signed in 1987,",
            "The INF Treaty was signed on December 8, 1987.",
            "the Intermediate-Range Nuclear Forces Treaty (INF) of 1987",
        ],
    )
    def test_a_year_beside_the_name_is_its_year(self, text: str) -> None:
        assert read(text)["body"][0].year == 1987

    @pytest.mark.parametrize(
        "text",
        [
            "In 1985 INF Treaty sceptics met.",
            "By 2018 NAFTA had few friends.",
            "the 2010 NPT Review Conference",
            "the 2019 INF Treaty withdrawal",
            "The INF Treaty of 500 pages",
            "the INF Treaty from 1988-1990",
        ],
    )
    def test_the_year_of_something_else_is_not(self, text: str) -> None:
        assert [mention.year for mention in read(text)["body"]] == [None]


@pytest.mark.parametrize(
    ("text", "article"),
    [
        ("Article 5 of the North Atlantic Treaty", "5"),
        ("Article Five of the North Atlantic Treaty", "5"),
        ("the North Atlantic Treaty's Article 5", "5"),
        ("under Article IV of the 1967 Outer Space Treaty", "IV"),
        ("Article 51(c) of the U.N. Charter", "51(c)"),
        ("Articles 3 and 4 of the Geneva Conventions", "3 and 4"),
        ("the Treaty of Versailles (Article 231)", "231"),
        ("Article IX, paragraph 2 of the Rome Statute", "IX"),
        ("Chapter VII of the UN Charter", "Chapter VII"),
        ("The clause of the Rome Statute", None),
        ("This article of the Rome Statute", None),
    ],
)
def test_the_article_that_is_cited(text: str, article: str | None) -> None:
    assert [mention.article for mention in read(text)["body"]] == [article]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\ud800 Treaty of \udfff",
        "Treaty of",
        "Convention on the",
        "معاهدة Treaty of Paris 🕊️ Convention",
        "(((((INF) Treaty",
        "’s Treaty ‘s’",
        "\n\n\nTreaty\n\nof\n\nParis",
        "TREATY OF PARIS",
        "the and of INF and",
    ],
)
def test_no_text_breaks_it(text: str) -> None:
    for mention in read("x " + text)["body"]:
        assert mention.span.start < mention.span.end


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        '"',
        "(",
        "a",
        "Treaty ",
        "Treaty of ",
        "INF and ",
        "(ABM) ",
        "the Vienna Convention ",
        "A-",
    ],
)
def test_the_cost_grows_with_the_length_and_no_faster(piece: str) -> None:
    import time

    def cost(size: int) -> float:
        text = piece * (size // len(piece))
        article = Article(text=text)
        document = Context(article, find_anchor(Article(text="x"))).body
        assert document.sentences
        began = time.process_time()
        mentions(document)
        return time.process_time() - began

    cost(1_000)
    assert cost(80_000) < 30 * cost(10_000) + 0.2


class TestCommonNames:
    """Names that any two states may give a treaty mean the known one where it is at home."""

    def test_its_states_or_its_topic_must_be_there(self) -> None:
        assert named("Manila and Washington signed a Mutual Defense Treaty.") == [
            "Mutual Defense Treaty (Philippines)"
        ]
        assert named("South Korea leans on its Mutual Defense Treaty with the United States.") == [
            "Mutual Defense Treaty (South Korea)"
        ]
        assert named("Palau renewed the Compact of Free Association.") == [
            "Compact of Free Association"
        ]

    def test_elsewhere_it_is_another_treaty(self) -> None:
        text = "The United States and Siam signed a Treaty of Amity and Commerce in 1833."
        (mention,) = read(text)["body"]
        assert mention.candidates == ()
        assert mention.name == "Treaty of Amity and Commerce"

    def test_a_year_tells(self) -> None:
        text = "France signed the Treaty of Amity and Commerce on February 6, 1778."
        assert named(text) == ["Treaty of Amity and Commerce (1778)"]
