"""The sample articles are held to gold checklists that were read by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claims import Article, check, wire

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
NAMES = sorted(path.stem for path in SEEDS.glob("*.txt"))
# The gold of these kinds is complete: nothing else of them may be listed.
COMPLETE = ("date", "treaty", "diplomatic_event")


@pytest.fixture(scope="module", params=NAMES)
def read(request: pytest.FixtureRequest) -> tuple[dict[str, Any], dict[str, Any]]:
    """(gold, checklist body) of one sample article."""
    name = request.param
    text = (SEEDS / f"{name}.txt").read_text("utf-8")
    gold = json.loads((SEEDS / f"{name}.gold.json").read_text("utf-8"))
    return gold, wire.checklist_body(check(Article(text)))


def test_there_are_five_sample_articles() -> None:
    assert len(NAMES) == 5


def test_every_claim_of_the_gold_is_listed_with_its_value(
    read: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    gold, body = read
    missing = [claim for claim in gold["claims"] if not _is_listed(claim, body)]
    assert missing == []


def test_nothing_else_is_listed_of_the_kinds_that_are_complete(
    read: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    gold, body = read
    known = {(c["kind"], c["start"], c["end"]) for c in [*gold["claims"], *gold["may"]]}
    extra = [
        (item["kind"], item["exact"])
        for item in body["items"]
        if item["kind"] in COMPLETE and (item["kind"], item["start"], item["end"]) not in known
    ]
    assert extra == []


def test_its_findings_are_those_of_the_gold(read: tuple[dict[str, Any], dict[str, Any]]) -> None:
    gold, body = read
    assert sorted(f["type"] for f in body["findings"]) == sorted(gold["findings"])
    assert body["anchor"] == gold["anchor"]


def _is_listed(claim: dict[str, Any], body: dict[str, Any]) -> bool:
    return any(
        (item["kind"], item["start"], item["end"]) == (claim["kind"], claim["start"], claim["end"])
        and all(_plain(item, name) == value for name, value in claim["value"].items())
        for item in body["items"]
    )


def _plain(item: dict[str, Any], name: str) -> Any:
    """A part of the value as the gold writes it: a state as its code, a date as its timex."""
    part = item["modality"] if name == "modality" else item["value"][name]
    if isinstance(part, dict):
        return part.get("code") or part.get("timex")
    return part
