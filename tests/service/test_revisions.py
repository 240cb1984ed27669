"""The same article again, as a newsroom sends it: ticks stay with their claims."""

from collections.abc import Callable
from typing import Any

from flask.testing import FlaskClient

from service import schemas

Post = Callable[..., dict[str, Any]]

PARAGRAPHS = [f"Ward {n} met on 20{n}-03-11 in the hall of its school." for n in range(10, 50)]


def _tick_all(client: FlaskClient, job: dict[str, Any]) -> dict[str, Any]:
    checklist: dict[str, Any] = client.get(job["links"]["checklist"]).json
    for item in checklist["items"]:
        path = f"{job['links']['checklist']}/items/{item['id']}"
        answer = client.patch(
            path,
            json={"status": "confirmed", "checked_by": "KM"},
            headers={"If-Match": f'"{item["version"]}"'},
        )
        assert answer.status_code == 200
    return checklist


def test_editing_one_paragraph_of_forty_loses_not_one_tick(
    client: FlaskClient, posted: Post
) -> None:
    job = posted(external_id="wards", version="1", text="\n\n".join(PARAGRAPHS))
    first = _tick_all(client, job)
    edited = [*PARAGRAPHS]
    edited[7] = "Ward 17 met on 2017-03-12 in the hall of its school."

    posted(external_id="wards", version="2", text="\n\n".join(edited))

    second = client.get(job["links"]["checklist"]).json
    assert not schemas.ChecklistSchema().validate(second)
    by_id = {item["id"]: item for item in second["items"]}
    assert set(by_id) == {item["id"] for item in first["items"]}
    assert {item["check"]["status"] for item in second["items"]} == {"confirmed"}
    (stale,) = second["changes"]["stale"]
    assert [i["id"] for i in second["items"] if i["check"]["stale"]] == [stale]
    assert by_id[stale]["exact"] == "2017-03-12"
    assert by_id[stale]["previous"]["exact"] == "2017-03-11"
    assert len(second["changes"]["carried"]) == len(first["items"]) - 1
    history = client.get(f"{job['links']['checklist']}/items/{stale}/history").json["history"]
    assert [entry["by"] for entry in history] == ["KM", None]


def test_a_version_that_takes_the_edit_back_makes_the_tick_good_again(
    client: FlaskClient, posted: Post
) -> None:
    job = posted(external_id="back", version="1", text="It met on 2001-02-03 in a hall.")
    _tick_all(client, job)
    posted(external_id="back", version="2", text="It met on 2001-02-04 in a hall.")
    posted(external_id="back", version="3", text="It met on 2001-02-03 in a hall.")

    (item,) = client.get(job["links"]["checklist"]).json["items"]

    assert item["check"]["status"] == "confirmed"
    assert not item["check"]["stale"]


def test_versions_that_come_out_of_order_end_in_the_newest(
    client: FlaskClient, posted: Post
) -> None:
    later = {"version": "b", "updated_at": "2021-03-18T12:00:00Z"}
    earlier = {"version": "a", "updated_at": "2021-03-18T09:00:00Z"}
    job = posted(external_id="order", text="It met on 2002-02-02.", **later)
    posted(external_id="order", text="It met on 2001-01-01.", **earlier)

    checklist = client.get(job["links"]["checklist"]).json

    assert checklist["article"]["version"] == "b"
    assert [item["exact"] for item in checklist["items"]] == ["2002-02-02"]


def test_the_last_finished_version_is_served_until_the_newer_one_is_done(
    client: FlaskClient, posted: Post
) -> None:
    job = posted(external_id="wait", version="1", text="It met on 2001-01-01.")
    newer = client.post(
        "/v1/articles", json={"external_id": "wait", "version": "2", "text": "On 2002-02-02."}
    ).json

    checklist = client.get(job["links"]["checklist"]).json

    assert checklist["article"]["version"] == "1"
    assert checklist["pending"] == newer["id"]


def test_a_claim_that_a_person_added_moves_with_its_words_and_waits_while_they_are_gone(
    client: FlaskClient, posted: Post
) -> None:
    text = "Ada Lund met them on 2001-01-01."
    job = posted(external_id="added", version="1", text=text)
    path = job["links"]["checklist"]
    added = client.post(
        f"{path}/items", json={"field": "body", "start": 0, "end": 8, "kind": "name"}
    ).json

    posted(external_id="added", version="2", text="In Oslo. " + text)
    moved = client.get(f"{path}/items/{added['id']}").json
    assert (moved["start"], moved["end"], moved["exact"]) == (9, 17, "Ada Lund")

    assert added["id"] in client.get(path).json["changes"]["carried"]

    posted(external_id="added", version="3", text="They met on 2001-01-01.")
    assert client.get(f"{path}/items/{added['id']}").status_code == 404
    third = client.get(path).json
    assert added["id"] in third["changes"]["removed"]
    assert {"id": added["id"], "kind": "name", "field": "body", "exact": "Ada Lund"} in third[
        "removed"
    ]

    posted(external_id="added", version="4", text=text)
    assert client.get(f"{path}/items/{added['id']}").json["start"] == 0
    assert added["id"] in client.get(path).json["changes"]["added"]


def test_a_ticked_claim_that_a_person_added_goes_stale_with_its_sentence(
    client: FlaskClient, posted: Post
) -> None:
    job = posted(external_id="said", version="1", text="Ada Lund met them on 2001-01-01.")
    path = job["links"]["checklist"]
    item = {"field": "body", "start": 0, "end": 8, "kind": "name"}
    added = client.post(f"{path}/items", json=item).json
    tick = {"status": "confirmed", "checked_by": "KM"}
    client.patch(f"{path}/items/{added['id']}", json=tick, headers={"If-Match": '"1"'})

    posted(external_id="said", version="2", text="Ada Lund never met them, 2001-01-01 or later.")

    second = client.get(path).json
    assert not schemas.ChecklistSchema().validate(second)
    assert added["id"] in second["changes"]["stale"]
    (stale,) = [i for i in second["items"] if i["id"] == added["id"]]
    assert stale["check"]["stale"]
    assert stale["previous"]["sentence"] == "Ada Lund met them on 2001-01-01."


def test_what_is_gone_is_told_in_its_own_words(client: FlaskClient, posted: Post) -> None:
    job = posted(external_id="gone", version="1", text="It met on 2001-01-01.\n\nIt rained.")
    assert client.get(job["links"]["checklist"]).json["removed"] == []
    (was,) = client.get(job["links"]["checklist"]).json["items"]

    posted(external_id="gone", version="2", text="It rained.")

    second = client.get(job["links"]["checklist"]).json
    assert second["changes"]["removed"] == [was["id"]]
    assert second["removed"] == [
        {"id": was["id"], "kind": "date", "field": "body", "exact": "2001-01-01"}
    ]
