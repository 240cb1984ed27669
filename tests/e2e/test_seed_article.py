"""The article that the project began with, posted over HTTP and read back, against its gold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.harness import Client, Serve

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((shared / "seed" / "gold.json").read_text("utf-8"))
    return read


@pytest.fixture(scope="module")
def checklist(shared: Path, running: Serve) -> dict[str, Any]:
    """The checklist, with nothing said of when the article was published."""
    client = Client(running.address)
    text = (shared / "seed" / "article.txt").read_text("utf-8")
    job = client.post(text, external_id="seed-article")
    assert client.ended(job["id"])["status"] == "succeeded"
    body: dict[str, Any] = client.call("GET", job["links"]["checklist"]).body
    return body


def _wanted(gold: dict[str, Any], kind: str) -> Iterator[dict[str, Any]]:
    for claim in gold["claims"]:
        if claim["kind"] == kind and claim.get("checkable", True) and not claim.get("optional"):
            yield claim


def _found(checklist: dict[str, Any], claim: dict[str, Any]) -> dict[str, Any]:
    spans = [(claim["start"], claim["end"])]
    for item in checklist["items"]:
        alternative = item["exact"] in claim.get("alternatives", [])
        here = item["start"] <= claim["start"] < item["end"]
        if item["kind"] == claim["kind"] and (
            (item["start"], item["end"]) in spans or (alternative and here)
        ):
            return dict(item)
    pytest.fail(f"not on the list: {claim['kind']} {claim['text']!r} at {claim['start']}")


def test_the_anchor_is_read_from_the_text_and_said_to_be(checklist: dict[str, Any]) -> None:
    assert checklist["article"]["anchor"] == {"date": "2021-03-18", "source": "header"}


def test_every_date_is_listed_with_its_value(
    checklist: dict[str, Any], gold: dict[str, Any]
) -> None:
    for claim in _wanted(gold, "date"):
        value = _found(checklist, claim)["value"]
        assert value["timex"] == claim["value"], claim
        if "mod" in claim:
            assert value["mod"] == claim["mod"], claim


def test_the_treaty_is_listed_with_its_dates_and_parties(
    checklist: dict[str, Any], gold: dict[str, Any]
) -> None:
    (claim,) = _wanted(gold, "treaty")
    value = _found(checklist, claim)["value"]
    assert value["known"]
    assert value["name"] == claim["canonical"]
    assert (value["signed"], value["in_force"]) == (claim["signed"], claim["in_force"])
    assert sorted(value["parties"]) == sorted(claim["parties"])


def test_every_asserted_event_is_listed_with_who_did_it_to_whom(
    checklist: dict[str, Any], gold: dict[str, Any]
) -> None:
    for claim in _wanted(gold, "diplomatic_event"):
        if claim.get("must_not_be_reported_as_an_event"):
            continue
        item = _found(checklist, claim)
        value = item["value"]
        assert value["event"] == claim["event"]
        assert item["modality"] == ("planned" if claim.get("planned") else "asserted")
        for role in ("actor", "target"):
            if claim.get(role):
                assert value[role]["code"] == claim[role], claim
        if claim.get("date"):
            assert value["date"]["timex"] == claim["date"], claim
        if claim.get("announced"):
            assert value["announced"]["timex"] == claim["announced"], claim


def test_quotations_and_offices_are_listed_where_they_stand(
    checklist: dict[str, Any], gold: dict[str, Any]
) -> None:
    for kind in ("quotation", "office"):
        for claim in _wanted(gold, kind):
            _found(checklist, claim)


def test_nothing_is_listed_that_must_not_be(
    checklist: dict[str, Any], gold: dict[str, Any]
) -> None:
    assert len(gold["must_be_absent"]) == 3
    items = checklist["items"]
    treaties = [item["exact"] for item in items if item["kind"] == "treaty"]
    dates = [item["exact"] for item in items if item["kind"] == "date"]
    events = [item["exact"] for item in items if item["kind"] == "diplomatic_event"]
    assert not [t for t in treaties if "Nord Stream" in t or "Security Council" in t]
    assert "for a long time" not in dates
    assert "Soviet times" not in dates
    assert "Recalling" not in events


def test_the_conflict_of_the_two_dates_is_found(
    checklist: dict[str, Any], gold: dict[str, Any]
) -> None:
    (conflict,) = gold["conflicts"]
    (found,) = [f for f in checklist["findings"] if f["type"] == "date_conflict"]
    assert found["severity"] == conflict["severity"]
    places = {i["id"]: (i["start"], i["end"]) for i in checklist["items"]}
    assert {tuple(span) for span in conflict["spans"]} <= {places[item] for item in found["items"]}
