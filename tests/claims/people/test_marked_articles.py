"""Whole articles of several desks, in our own words, marked by hand."""

from pathlib import Path

import pytest

from claims.model import ClaimKind
from tests.claims.people.scoring import read, score

ARTICLES = sorted((Path(__file__).parent / "marked").glob("*.txt"))


@pytest.mark.parametrize("kind", [ClaimKind.OFFICE, ClaimKind.PERSON_FACT])
def test_offices_and_facts_of_life_are_found_and_valued(kind: ClaimKind) -> None:
    result = score(ARTICLES, kind)
    faults = "\n".join(result.faults)
    assert result.met >= 0.9 * result.marks, faults
    assert result.met >= 0.85 * result.said, faults
    assert result.right >= 0.85 * result.met, faults


def test_the_marked_articles_cover_several_desks() -> None:
    assert len(ARTICLES) >= 6
    assert sum(len(read(path)[1]) for path in ARTICLES) >= 100
