"""Whole articles of our own: clean ones are left alone, a slip planted in one is seen."""

from __future__ import annotations

import collections

import pytest

from benchmarks.slips import HERE, article, found, slips

FILES = sorted(HERE.glob("*.txt"))
# Shares of the planted slips that must be seen, whichever finding sees them.
FLOORS = {
    "age_mismatch": 0.7,
    "headline_mismatch": 0.6,
    "impossible_date": 0.75,
    "spelling_variants": 0.7,
    "sum_mismatch": 0.7,
    "title_conflict": 0.8,
    "unresolved_reference": 0.9,
    "weekday_mismatch": 1.0,
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_article_without_a_slip_is_not_accused(path):
    assert list(found(article(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    ("batch", "floor"),
    [("fourth", 0.65), ("fifth", 0.7)],
)
def test_most_slips_of_a_batch_are_seen(batch, floor):
    planted = seen = 0
    for path in FILES:
        if path.stem.startswith(f"{batch}_"):
            source = path.read_text(encoding="utf-8")
            for slip in slips(source):
                planted += 1
                seen += bool(found(article(source, slip)))
    assert seen / planted >= floor


def test_most_planted_slips_are_seen():
    planted, seen = collections.Counter(), collections.Counter()
    for path in FILES:
        if not path.stem.startswith("second_"):
            continue
        source = path.read_text(encoding="utf-8")
        for slip in slips(source):
            planted[slip.type] += 1
            seen[slip.type] += bool(found(article(source, slip)))
    short = {name: seen[name] / planted[name] for name in FLOORS}
    assert not {name: share for name, share in short.items() if share < FLOORS[name]}
