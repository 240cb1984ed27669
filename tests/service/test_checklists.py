from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from service import schemas

Post = Callable[..., dict[str, Any]]
OPEN = {"If-Match": '"1"'}


@pytest.fixture
def checklist(client: FlaskClient, posted: Post) -> str:
    """The address of a checklist with at least two items."""
    text = "It began on 2021-03-18. It ended on 2021-04-02, the ministry said."
    return str(posted(text=text, external_id="a")["links"]["checklist"])


def _item(client: FlaskClient, checklist: str, number: int = 0) -> str:
    return f"{checklist}/items/{client.get(checklist).json['items'][number]['id']}"


def test_a_tick_is_saved_and_shown(client: FlaskClient, checklist: str) -> None:
    link = _item(client, checklist)
    tick = {
        "status": "corrected",
        "correction": "17 March",
        "note": "the embassy rang back",
        "sources": [{"kind": "primary", "citation": "call with the embassy, 18 March"}],
        "checked_by": "KM",
        "assigned_to": "JB",
    }

    response = client.patch(link, json=tick, headers=OPEN)

    assert response.status_code == 200
    assert response.headers["ETag"] == '"2"'
    assert not schemas.ItemSchema().validate(response.json)
    check = client.get(checklist).json["items"][0]["check"]
    assert {name: check[name] for name in ("status", "correction", "checked_by")} == {
        "status": "corrected",
        "correction": "17 March",
        "checked_by": "KM",
    }
    assert check["sources"][0]["url"] is None
    assert check["checked_at"] is not None
    assert client.get(checklist).json["summary"]["by_status"]["corrected"] == 1


def test_a_tick_without_if_match_is_refused(client: FlaskClient, checklist: str) -> None:
    response = client.patch(_item(client, checklist), json={"status": "confirmed"})

    assert response.status_code == 428


def test_an_outdated_tick_is_refused_and_shows_what_stands(
    client: FlaskClient, checklist: str
) -> None:
    link = _item(client, checklist)
    client.patch(link, json={"status": "disputed", "checked_by": "A"}, headers=OPEN)

    response = client.patch(link, json={"status": "confirmed", "checked_by": "B"}, headers=OPEN)

    assert response.status_code == 412
    assert response.json["current"]["check"]["checked_by"] == "A"
    assert response.headers["ETag"] == '"2"'
    assert client.get(link).json["check"]["status"] == "disputed"


BAD_TICKS = {
    "nothing": ({}, ""),
    "an unknown status": ({"status": "true"}, "/status"),
    "an unknown field": ({"verdict": "true"}, "/verdict"),
    "a reason without dismissing": ({"status": "confirmed", "reason": "duplicate"}, "/reason"),
    "dismissing without a reason": ({"status": "dismissed"}, "/reason"),
    "correcting without the right words": ({"status": "corrected"}, "/correction"),
    "a source that is nowhere": (
        {"status": "confirmed", "sources": [{"kind": "primary"}]},
        "/sources/0/citation",
    ),
    "a source of no kind": ({"sources": [{"citation": "x"}]}, "/sources/0/kind"),
}


@pytest.mark.parametrize(("tick", "pointer"), BAD_TICKS.values(), ids=BAD_TICKS)
def test_a_wrong_tick_is_named_and_changes_nothing(
    client: FlaskClient, checklist: str, tick: dict[str, Any], pointer: str
) -> None:
    link = _item(client, checklist)

    response = client.patch(link, json=tick, headers=OPEN)

    assert response.status_code == 422
    assert pointer in [error["pointer"] for error in response.json["errors"]]
    assert client.get(link).json["version"] == 1


def test_who_set_what_when_is_kept(client: FlaskClient, checklist: str) -> None:
    link = _item(client, checklist)
    client.patch(link, json={"status": "disputed", "checked_by": "A"}, headers=OPEN)
    client.patch(link, json={"status": "confirmed", "checked_by": "B"}, headers={"If-Match": '"2"'})

    entries = client.get(f"{link}/history").json["history"]

    assert [(e["by"], e["from"]["status"], e["to"]["status"]) for e in entries] == [
        ("A", "unchecked", "disputed"),
        ("B", "disputed", "confirmed"),
    ]
    assert client.get(f"{checklist}/items/nope/history").status_code == 404


def test_assigning_is_no_check(client: FlaskClient, checklist: str) -> None:
    link = _item(client, checklist)

    check = client.patch(link, json={"assigned_to": "JB"}, headers=OPEN).json["check"]

    assert check["checked_at"] is None
    assert check["status"] == "unchecked"


def test_a_dismissal_that_is_taken_back_leaves_no_reason(
    client: FlaskClient, checklist: str
) -> None:
    link = _item(client, checklist)
    client.patch(link, json={"status": "dismissed", "reason": "not_a_claim"}, headers=OPEN)

    check = client.patch(link, json={"status": "confirmed"}, headers={"If-Match": '"2"'}).json

    assert check["check"]["reason"] is None


def test_the_checklist_is_filtered(client: FlaskClient, checklist: str) -> None:
    client.patch(_item(client, checklist), json={"status": "confirmed"}, headers=OPEN)

    confirmed = client.get(f"{checklist}?status=confirmed&kind=date").json
    nothing = client.get(f"{checklist}?min_priority=1").json

    assert len(confirmed["items"]) == 1
    assert nothing["items"] == []
    assert nothing["summary"]["items"] >= 2
    assert client.get(f"{checklist}?kind=rumour").status_code == 422


def test_an_unchanged_checklist_is_not_sent_again_and_a_tick_changes_it(
    client: FlaskClient, checklist: str
) -> None:
    etag = client.get(checklist).headers["ETag"]
    assert client.get(checklist, headers={"If-None-Match": etag}).status_code == 304

    client.patch(_item(client, checklist), json={"status": "confirmed"}, headers=OPEN)

    assert client.get(checklist, headers={"If-None-Match": etag}).status_code == 200


def test_a_missed_claim_can_be_added_and_ticked(client: FlaskClient, checklist: str) -> None:
    given = {"field": "body", "start": 48, "end": 60, "kind": "name", "note": "which one?"}

    added = client.post(f"{checklist}/items", json=given)

    assert added.status_code == 201
    item = added.json
    assert item["exact"] == "the ministry"
    assert item["check"]["note"] == "which one?"
    assert not schemas.ItemSchema().validate(item)
    assert item["id"] in [i["id"] for i in client.get(checklist).json["items"]]
    ticked = client.patch(added.headers["Location"], json={"status": "confirmed"}, headers=OPEN)
    assert ticked.status_code == 200


@pytest.mark.parametrize(
    ("change", "pointer"),
    [({"field": "headline"}, "/field"), ({"end": 10_000}, "/end"), ({"end": 3}, "/end")],
)
def test_a_missed_claim_outside_the_text_is_refused(
    client: FlaskClient, checklist: str, change: dict[str, Any], pointer: str
) -> None:
    given = {"field": "body", "start": 3, "end": 8, "kind": "name", **change}

    response = client.post(f"{checklist}/items", json=given)

    assert response.status_code == 422
    assert response.json["errors"][0]["pointer"] == pointer


def test_a_version_is_signed_off_only_when_every_claim_is_checked(
    client: FlaskClient, checklist: str
) -> None:
    refused = client.post(f"{checklist}/sign-off", json={"by": "K. Mori"})
    ids = [item["id"] for item in client.get(checklist).json["items"]]
    for item_id in ids:
        link = f"{checklist}/items/{item_id}"
        client.patch(link, json={"status": "confirmed"}, headers=OPEN)

    signed = client.post(f"{checklist}/sign-off", json={"by": "K. Mori", "note": "all called"})

    assert refused.status_code == 409
    assert sorted(refused.json["items"]) == sorted(ids)
    assert signed.status_code == 200
    assert client.get(checklist).json["sign_off"]["by"] == "K. Mori"


def test_an_override_with_a_reason_signs_off_what_is_open(
    client: FlaskClient, checklist: str
) -> None:
    given = {"by": "K. Mori", "override": "the wire has it too"}

    signed = client.post(f"{checklist}/sign-off", json=given)

    assert signed.status_code == 200
    assert signed.json["open_items"]


def test_a_newer_version_voids_a_sign_off(
    client: FlaskClient, checklist: str, posted: Post
) -> None:
    client.post(f"{checklist}/sign-off", json={"by": "K. Mori", "override": "late"})

    posted(text="It began on 2021-03-19.", external_id="a")

    assert client.get(checklist).json["sign_off"] is None


def test_a_newer_version_that_is_not_finished_is_named(client: FlaskClient, checklist: str) -> None:
    job = client.post("/v1/articles", json={"text": "On 2021-05-05.", "external_id": "a"}).json

    body = client.get(checklist).json

    assert body["pending"] == job["id"]
    assert body["items"][0]["exact"] == "2021-03-18"


def test_an_older_version_that_comes_late_is_not_shown(client: FlaskClient, posted: Post) -> None:
    newer = posted(text="On 2021-05-05.", external_id="b", updated_at="2021-05-05T10:00:00Z")
    posted(text="On 2021-05-04.", external_id="b", updated_at="2021-05-04T10:00:00Z")

    items = client.get(newer["links"]["checklist"]).json["items"]

    assert [item["exact"] for item in items] == ["2021-05-05"]
