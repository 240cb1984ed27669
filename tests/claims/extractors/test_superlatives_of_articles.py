"""Articles of several desks, in our own words, whose superlatives were marked by hand."""

from pathlib import Path

import pytest

from claims.model import ClaimKind
from tests.claims.people.scoring import read, score

ARTICLES = sorted((Path(__file__).parent / "superlatives").glob("*.txt"))


def test_superlatives_are_found_and_steps_are_left_alone() -> None:
    result = score(ARTICLES, ClaimKind.SUPERLATIVE)
    faults = "\n".join(result.faults)
    assert result.met >= 0.95 * result.marks, faults
    assert result.met >= 0.95 * result.said, faults


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_each_article_has_superlatives_and_look_alikes(path: Path) -> None:
    text, marks = read(path)
    assert len(marks) >= 10
    assert "first" in text.lower()
