"""What the checklist says of a treaty."""

from __future__ import annotations

import pytest

from claims import Article, check
from claims.model import Claim, ClaimKind, FindingType, TreatyValue


def treaty_items(text: str) -> list[Claim]:
    items = check(Article(text=text)).items
    return [item for item in items if item.kind is ClaimKind.TREATY]


def value_of(text: str) -> TreatyValue:
    (item,) = treaty_items(text)
    assert isinstance(item.value, TreatyValue)
    return item.value


def test_a_known_treaty_carries_its_dates_and_parties() -> None:
    value = value_of("Moscow said the INF accord had been dead for years.")
    assert (value.name, value.known) == ("INF Treaty", True)
    assert (value.signed, value.in_force, value.ended) == ("1987-12-08", "1988-06-01", "2019-08-02")
    assert value.parties == ("US", "SU")
    assert "Intermediate-Range Nuclear Forces Treaty" in value.aliases


def test_adoption_and_opening_for_signature_are_two_dates() -> None:
    value = value_of("Washington rejoined the Paris climate accord.")
    assert (value.adopted, value.signed, value.in_force) == (
        "2015-12-12",
        "2016-04-22",
        "2016-11-04",
    )


def test_an_unknown_treaty_is_listed_under_the_words_of_the_article() -> None:
    value = value_of("The envoys signed the Treaty of Ostrava in 1911.")
    assert (value.name, value.known, value.signed) == ("Treaty of Ostrava", False, None)


def test_homonyms_that_cannot_be_told_apart_carry_no_date() -> None:
    value = value_of("A copy of the Treaty of Paris was sold.")
    assert (value.name, value.known, value.signed) == ("Treaty of Paris", True, None)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "The INF Treaty is gone.",
            (
                "Was the INF Treaty signed on 8 December 1987 and in force from 1 June 1988 "
                "until 2 August 2019?"
            ),
        ),
        (
            "The Oslo Accords are in tatters.",
            "Were the Oslo Accords signed on 13 September 1993 and in force from 13 October 1993?",
        ),
        (
            "The 1992 Maastricht Treaty made the euro.",
            (
                "Is 1992 the right year for the Maastricht Treaty, signed on 7 February 1992 "
                "and in force from 1 November 1993?"
            ),
        ),
        (
            "He cited Article 5 of the North Atlantic Treaty.",
            (
                "Does Article 5 of the North Atlantic Treaty (signed on 4 April 1949 and in force "
                "from 24 August 1949) say what the article takes from it?"
            ),
        ),
        (
            "The envoys signed the Treaty of Ostrava.",
            "Is there a treaty called “Treaty of Ostrava”, and is it described rightly?",
        ),
        (
            "Nafta is history.",
            (
                "Was NAFTA signed on 17 December 1992 and in force from "
                "1 January 1994 until 1 July 2020?"
            ),
        ),
    ],
)
def test_the_question_can_be_answered_with_yes_or_no(text: str, question: str) -> None:
    (item,) = treaty_items(text)
    assert item.question == question


def test_references_name_the_depositary_first() -> None:
    (item,) = treaty_items("Russia left the European Convention on Human Rights.")
    assert [reference.label for reference in item.references] == [
        "Treaty Office of the Council of Europe",
        "United Nations Treaty Collection",
    ]


class TestYearMismatch:
    @pytest.mark.parametrize(
        "text",
        [
            "the 1985 INF Treaty banned a class of missiles.",
            "The INF Treaty was signed in 1985.",
            "The Treaty of Maastricht of 1996 made the euro.",
            "The Good Friday Agreement, which was signed in 1997, ended it.",
        ],
    )
    def test_a_year_that_no_date_fits_is_found(self, text: str) -> None:
        findings = check(Article(text=text)).findings
        assert [f.type for f in findings] == [FindingType.TREATY_YEAR_MISMATCH]
        assert findings[0].items == (treaty_items(text)[0].id,)

    def test_the_same_slip_told_twice_is_one_finding(self) -> None:
        text = "He praised the 1985 INF Treaty. She did not. The 1985 INF Treaty is gone."
        (finding,) = check(Article(text=text)).findings
        assert finding.items == tuple(item.id for item in treaty_items(text))

    @pytest.mark.parametrize(
        "text",
        [
            "the 1987 INF Treaty",  # signed
            "the 1988 INF Treaty",  # in force
            "the 2015 Paris Agreement",  # adopted
            "the 2016 Paris Agreement",  # signed and in force
            "the 1970 Nuclear Non-Proliferation Treaty",  # in force
            "the 1994 GATT",  # amended
            "In 1985 INF Treaty talks went nowhere.",
            "the 2010 NPT Review Conference",
            "Nothing fits the 1657 Treaty of Paris.",
            "the 1911 Treaty of Ostrava",
        ],
    )
    def test_all_else_is_silent(self, text: str) -> None:
        findings = check(Article(text=text)).findings
        assert [f for f in findings if f.type is FindingType.TREATY_YEAR_MISMATCH] == []


def test_a_known_treaty_named_again_points_to_its_first_mention() -> None:
    first, other, again = treaty_items(
        "Washington left the INF Treaty. Moscow still keeps the Outer Space Treaty. "
        "The Intermediate-Range Nuclear Forces Treaty dated from 1987."
    )
    assert (first.same_as, other.same_as) == (None, None)
    assert again.same_as == first.id


def test_unknown_treaties_of_one_name_are_not_taken_for_one() -> None:
    items = treaty_items("They signed the Treaty of Ostrava. The Treaty of Ostrava was burnt.")
    assert [item.same_as for item in items] == [None, None]
