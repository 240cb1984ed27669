"""Names spelt two ways, ages and titles that do not agree; and what only looks like it."""

import datetime as dt

import pytest

from claims import Article, check
from claims.model import Finding, FindingType
from claims.people.spelling import distance


def found(text: str, kind: FindingType, published: dt.date | None = None) -> list[Finding]:
    return [f for f in check(Article(text, published=published)).findings if f.type is kind]


@pytest.mark.parametrize(
    "text",
    [
        "Konstantin Burlakov spoke first. Later Konsantin Burlakov spoke again.",
        "Volodymyr Zelensky said yes. Mr. Zelenskyy then left, and Mr. Zelensky stayed.",
        "Sergei Malakov said no. Then Sergey Malakov said yes.",
        "Karin Behrmann spoke. “No,” Berhrmann said. Behrmann left.",
        "Erik Lindqvist sang. Afterwards Eric Lindqvist danced.",
        "Anna Petersenn and others met. Anna Petersen, a nurse, met Anna Petersen’s friends.",
    ],
)
def test_a_name_spelt_two_ways_is_told(text: str) -> None:
    (finding,) = found(text, FindingType.SPELLING_VARIANTS)
    assert finding.items


@pytest.mark.parametrize(
    "text",
    [
        "Viktor Ivanov met Anna Ivanova. Mrs. Ivanova smiled; Mr. Ivanov did not.",
        "John Smith met John Smyth. Mr. Smith smiled, and Mr. Smyth sat.",
        "Tim Carver met Tom Carver. Jan Kowalski married Ewa Kowalska.",
        "Karin Holt spoke for the Holts. The Holts’ house burned, said Holt.",
        "Seán O’Neill spoke. Mr. O'Neill left.",
        "Michael Brandt met Michelle Brandt. Daniel Brandt and Danielle Brandt came.",
        "Paul Martin met Marin Paul. Mr. Martin left for San Marino.",
        "Laura Bushell met George Bush. “No,” Bush said. Ms. Bushell agreed.",
    ],
)
def test_two_right_names_are_no_slip(text: str) -> None:
    assert found(text, FindingType.SPELLING_VARIANTS) == []


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Karin Holt, 47, spoke. Later Holt, 48, wept.", None),
        ("Karin Holt, 47, spoke. The prize went to 74-year-old Karin Holt.", None),
        ("Karin Holt, 47, sang. Holt was born in 1950 in Leeds.", dt.date(2020, 5, 1)),
    ],
)
def test_two_ages_or_an_age_against_a_birth_are_told(text: str, published: dt.date | None) -> None:
    (finding,) = found(text, FindingType.AGE_MISMATCH, published)
    assert len(finding.items) == 2


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Karin Holt, 47, spoke. Peter Holt, 48, wept.", None),
        ("Karin Holt, 47, spoke. When she was 19, she sang.", None),
        ("Karin Holt, 47, spoke. In 1990 a 19-year-old Karin Holt sang.", None),
        ("Karin Holt, 69, sang. Holt was born in 1950 in Leeds.", dt.date(2020, 5, 1)),
        ("Karin Holt, 70, sang. Holt was born in 1950 in Leeds.", dt.date(2020, 5, 1)),
        ("Karin Holt, 47, sang. She was born in 1950 and died in 1997.", dt.date(2020, 5, 1)),
    ],
)
def test_ages_of_two_persons_or_two_times_agree(text: str, published: dt.date | None) -> None:
    assert found(text, FindingType.AGE_MISMATCH, published) == []


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Karin Holt left. Hours later Defence Minister Karin Holt came back.",
        "Prime Minister Tom Lee spoke. Later President Tom Lee left.",
        "Sen. Amy Lund voted. Rep. Amy Lund did not.",
    ],
)
def test_one_person_under_two_posts_is_told(text: str) -> None:
    (finding,) = found(text, FindingType.TITLE_CONFLICT)
    assert len(finding.items) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Karin Holt left. Former Defence Minister Karin Holt came.",
        "President Clinton spoke. Secretary of State Clinton listened.",
        "Tom Lee, prime minister and foreign minister, came. Foreign Minister Tom Lee left.",
        "U.S. President Tom Lee spoke. President Tom Lee left.",
        "Vice President Tom Lee met President Amy Lund.",
        "Chairman Tom Lee spoke. Chief executive Tom Lee listened.",
    ],
)
def test_a_change_of_post_or_two_persons_is_no_conflict(text: str) -> None:
    assert found(text, FindingType.TITLE_CONFLICT) == []


def test_edits_count_letters_put_in_left_out_changed_or_swapped() -> None:
    assert distance("konsantin", "konstantin") == 1
    assert distance("berhman", "behrman") == 1
    assert distance("zelensky", "zelenskyy") == 1
    assert distance("holt", "hunt") == 2
