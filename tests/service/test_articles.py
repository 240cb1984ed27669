from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service import schemas
from store import Store
from store.connection import connect
from tests.service.conftest import TEXT, kept

Post = Callable[..., dict[str, Any]]


def test_an_accepted_article_is_stored_and_queued_before_the_answer(
    client: FlaskClient, store: Store
) -> None:
    response = client.post("/v1/articles", json={"text": TEXT, "external_id": "urn:x:1"})

    assert response.status_code == 202
    assert response.headers["Retry-After"] == "1"
    job = response.json
    assert response.headers["Location"] == job["links"]["self"]
    assert job["status"] == "queued"
    assert job["article"]["external_id"] == "urn:x:1"
    assert not schemas.JobSchema().validate(job)
    assert store.queue.job_ids == [job["id"]]
    assert client.get(job["links"]["self"]).json == job


def test_the_checklist_of_a_finished_job_can_be_read(client: FlaskClient, posted: Post) -> None:
    job = posted(headline="An envoy leaves", published_at="2021-03-18T17:00:00-04:00")

    checklist = client.get(job["links"]["checklist"]).json

    assert job["status"] == "succeeded"
    assert not schemas.ChecklistSchema().validate(checklist)
    assert checklist["article"]["anchor"] == {"date": "2021-03-18", "source": "published_at"}
    date = next(item for item in checklist["items"] if item["kind"] == "date")
    assert TEXT[date["start"] : date["end"]] == date["exact"] == "2021-03-18"
    assert date["check"]["status"] == "unchecked"


def test_text_is_kept_exactly_as_sent(client: FlaskClient, posted: Post) -> None:
    text = "  \n On 2021-03-18 it rained.\r\n\r\n🌧️ At last.  \n"

    job = posted(text=text)

    assert client.get(f"{job['links']['article']}/text").json == {"body": text}


def test_plain_text_is_taken_with_the_other_fields_as_query_parameters(
    client: FlaskClient, extract: Callable[[str], None]
) -> None:
    response = client.post(
        "/v1/articles?published_at=2021-03-18&external_id=a",
        data=TEXT.encode(),
        content_type="text/plain; charset=utf-8",
    )
    extract(response.json["id"])

    checklist = client.get(response.json["links"]["checklist"]).json
    assert checklist["article"]["anchor"]["source"] == "published_at"
    assert checklist["article"]["external_id"] == "a"


NESTED: dict[str, Any] = {}
for _ in range(100):
    NESTED = {"a": [NESTED]}

BAD_BODIES = {
    "an unknown field": ({"text": "x", "txet": "y"}, "/txet"),
    "neither text nor html": ({"headline": "x"}, "/text"),
    "both text and html": ({"text": "x", "html": "<p>x"}, "/html"),
    "a wrong type": ({"text": 7}, "/text"),
    "null for the text": ({"text": None}, "/text"),
    "an empty text": ({"text": ""}, "/text"),
    "a blank text": ({"text": " \n\t "}, "/text"),
    "a text without a shape": ({"text": "\ufeff \u200b\n"}, "/text"),
    "an empty external id": ({"text": "x", "external_id": ""}, "/external_id"),
    "metadata nested too deep": ({"text": "x", "metadata": NESTED}, "/metadata"),
    "a NUL character": ({"text": "a\x00b"}, "/text"),
    "a wrong type in a list": ({"text": "x", "captions": ["a", 3]}, "/captions/1"),
    "an unsupported language": ({"text": "x", "language": "fr"}, "/language"),
    "an unparseable date": ({"text": "x", "published_at": "yesterday"}, "/published_at"),
    "an impossible date": ({"text": "x", "published_at": "2021-02-30"}, "/published_at"),
    "a time without offset": ({"text": "x", "published_at": "2021-02-03T10:00"}, "/published_at"),
    "an unknown time zone": ({"text": "x", "timezone": "Mars/Olympus"}, "/timezone"),
    "an unusable address": ({"text": "x", "callback_url": "ftp://x"}, "/callback_url"),
    "an unparseable update": ({"text": "x", "updated_at": "later"}, "/updated_at"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "pointer"), BAD_BODIES.values(), ids=BAD_BODIES)
def test_a_wrong_field_is_named(
    client: FlaskClient, store: Store, body: dict[str, Any], pointer: str
) -> None:
    response = client.post("/v1/articles", json=body)

    assert response.status_code == 422
    assert response.content_type == "application/problem+json"
    assert pointer in [error["pointer"] for error in response.json["errors"]]
    assert kept(store) == set()


@pytest.mark.parametrize("lone", [b'"\\ud800"', b'"\\udc00\\ud800"'])
def test_half_of_a_surrogate_pair_is_named(client: FlaskClient, lone: bytes) -> None:
    body = b'{"text": "ok", "headline": ' + lone + b"}"
    response = client.post("/v1/articles", data=body, content_type="application/json")

    assert response.status_code == 422
    assert response.json["errors"][0]["pointer"] == "/headline"


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        (b'{"text": "x", "metadata": {"a": ["\\udc00"]}}', "/metadata"),
        (b'{"text": "x", "metadata": {"\\udc00": 1}}', "/metadata/\\udc00/key"),
        (b'{"text": "x", "\\udc00": 1}', "/\\udc00"),
    ],
    ids=["in metadata", "in the name of metadata", "in an unknown field's name"],
)
def test_half_of_a_surrogate_pair_is_named_wherever_it_stands(
    client: FlaskClient, store: Store, body: bytes, pointer: str
) -> None:
    response = client.post("/v1/articles", data=body, content_type="application/json")

    assert response.status_code == 422
    assert response.json["errors"][0]["pointer"] == pointer
    assert kept(store) == set()


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"",
        b'{"text": NaN}',
        b"\xff\xfe",
        '{"text": "x"}'.encode("utf-16"),
        b"[" * 100_000,
        b'{"text": "x"} x',
    ],
    ids=["cut short", "empty", "NaN", "not UTF-8", "UTF-16", "nested", "trailing"],
)
def test_malformed_json_is_refused(client: FlaskClient, body: bytes) -> None:
    response = client.post("/v1/articles", data=body, content_type="application/json")

    assert response.status_code == 400
    assert response.content_type == "application/problem+json"


@pytest.mark.parametrize("body", [b"[]", b'"text"', b"null", b"7"])
def test_json_that_is_no_object_is_refused(client: FlaskClient, body: bytes) -> None:
    response = client.post("/v1/articles", data=body, content_type="application/json")

    assert response.status_code == 422


@pytest.mark.parametrize("media", ["application/xml", "", "multipart/form-data"])
def test_another_media_type_is_refused(client: FlaskClient, media: str) -> None:
    response = client.post("/v1/articles", data=b"x", content_type=media)

    assert response.status_code == 415
    assert "application/json" in response.json["detail"]


def test_a_body_over_the_limit_is_refused(client: FlaskClient) -> None:
    body = b'{"text": "' + b"a" * 1_048_576 + b'"}'
    response = client.post("/v1/articles", data=body, content_type="application/json")

    assert response.status_code == 413
    assert response.content_type == "application/problem+json"


@pytest.mark.parametrize(
    "headers",
    [{"Content-Type": "application/json; charset=latin-1"}, {"Content-Encoding": "gzip"}],
    ids=["another character set", "compressed"],
)
def test_json_in_another_coding_is_refused(client: FlaskClient, headers: dict[str, str]) -> None:
    coded = {"Content-Type": "application/json", **headers}
    response = client.post("/v1/articles", data=b'{"text": "x"}', headers=coded)

    assert response.status_code == 415


def test_captions_and_metadata_can_be_query_parameters(
    client: FlaskClient, extract: Callable[[str], None]
) -> None:
    response = client.post(
        "/v1/articles?captions=One&captions=Two&metadata=%7B%22desk%22%3A%22foreign%22%7D",
        data=TEXT.encode(),
        content_type="text/plain",
    )
    extract(response.json["id"])

    article = response.json["links"]["article"]
    assert client.get(article).json["metadata"] == {"desk": "foreign"}
    fields = client.get(f"{article}/text").json
    assert (fields["caption-1"], fields["caption-2"]) == ("One", "Two")


@pytest.mark.parametrize("query", ["text=y", "html=y", "metadata=x"])
def test_a_query_parameter_that_cannot_stand_beside_the_body_is_named(
    client: FlaskClient, query: str
) -> None:
    response = client.post(f"/v1/articles?{query}", data=b"x", content_type="text/plain")

    assert response.status_code == 422
    assert response.json["errors"][0]["pointer"] == "/" + query.partition("=")[0]


def test_answers_are_kept_by_nobody_between(client: FlaskClient, posted: Post) -> None:
    links = posted()["links"]

    kept_by = [client.get(path).headers["Cache-Control"] for path in (*links.values(), "/")]

    assert set(kept_by) <= {"no-store", "private, no-cache"}


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/v1/jobs/nope"),
        ("DELETE", "/v1/jobs/nope"),
        ("GET", "/v1/articles/nope"),
        ("DELETE", "/v1/articles/nope"),
        ("GET", "/v1/articles/nope/text"),
        ("GET", "/v1/articles/nope/checklist"),
        ("POST", "/v1/articles/nope/jobs"),
        ("GET", "/v1/nope"),
        ("GET", "/v1/jobs/%F0%9F%92%A5%00"),
    ],
)
def test_an_unknown_id_is_not_found(client: FlaskClient, method: str, path: str) -> None:
    response = client.open(path, method=method)

    assert response.status_code == 404
    assert response.content_type == "application/problem+json"


def test_an_unchanged_job_is_not_sent_again(client: FlaskClient, posted: Post) -> None:
    link = posted()["links"]["self"]
    etag = client.get(link).headers["ETag"]

    again = client.get(link, headers={"If-None-Match": etag})

    assert again.status_code == 304
    assert again.data == b""


def test_waiting_for_a_job_ends_with_the_job(
    app: Flask, client: FlaskClient, extract: Callable[[str], None]
) -> None:
    job = client.post("/v1/articles", json={"text": TEXT}).json
    extract(client.post("/v1/articles", json={"text": TEXT}).json["id"])  # the model is loaded
    answers: list[tuple[float, Any]] = []

    def wait() -> None:
        began = time.monotonic()
        response = app.test_client().get(job["links"]["self"], headers={"Prefer": "wait=20"})
        answers.append((time.monotonic() - began, response))

    waiter = threading.Thread(target=wait)
    waiter.start()
    time.sleep(0.5)
    extract(job["id"])
    waiter.join(25)

    took, response = answers[0]
    assert response.json["status"] == "succeeded"
    assert response.headers["Preference-Applied"] == "wait=20"
    assert 0.3 < took < 5


def test_waiting_does_not_ask_redis_again_and_again(client: FlaskClient, store: Store) -> None:
    job = client.post("/v1/articles", json={"text": TEXT}).json
    before = store.redis.info("stats")["total_commands_processed"]

    client.get(job["links"]["self"], headers={"Prefer": "wait=2"})

    assert store.redis.info("stats")["total_commands_processed"] - before < 12


def test_posting_with_a_wait_that_is_too_short_is_answered_202(client: FlaskClient) -> None:
    response = client.post("/v1/articles", json={"text": TEXT}, headers={"Prefer": "wait=1"})

    assert response.status_code == 202
    assert response.json["status"] == "queued"


def test_a_queued_job_can_be_canceled_once(client: FlaskClient, store: Store) -> None:
    job = client.post("/v1/articles", json={"text": TEXT}).json

    canceled = client.delete(job["links"]["self"])

    assert canceled.status_code == 200
    assert canceled.json["status"] == "canceled"
    assert store.queue.job_ids == []
    assert client.delete(job["links"]["self"]).status_code == 409


def test_a_canceled_job_never_shows_a_checklist(
    client: FlaskClient, store: Store, extract: Callable[[str], None]
) -> None:
    from store import checklists, jobs

    job = client.post("/v1/articles", json={"text": TEXT}).json
    jobs.start(store, job["id"])
    client.delete(job["links"]["self"])

    assert checklists.finish(store, job["id"], {"items": []}) is None
    response = client.get(job["links"]["checklist"])
    assert response.status_code == 409
    assert response.json["job_status"] == "canceled"


def test_there_is_no_checklist_before_the_job_has_ended(client: FlaskClient) -> None:
    job = client.post("/v1/articles", json={"text": TEXT}).json

    response = client.get(job["links"]["checklist"])

    assert response.status_code == 409
    assert response.json["job"]["status"] == "queued"


def test_deleting_an_article_leaves_nothing_of_it(
    client: FlaskClient, store: Store, posted: Post
) -> None:
    job = posted(external_id="secret-name", headline="A quiet headline")

    assert client.delete(job["links"]["article"]).status_code == 204

    assert client.get(job["links"]["article"]).status_code == 404
    assert kept(store) == set()
    assert b"secret-name" not in b"".join(store.redis.dump(key) for key in store.redis.keys("*"))


def test_the_same_version_sent_again_has_the_same_job(client: FlaskClient) -> None:
    body = {"text": TEXT, "external_id": "a", "version": "1"}

    first = client.post("/v1/articles", json=body).json
    again = client.post("/v1/articles", json=body).json

    assert again == first


def test_a_failed_version_sent_again_is_tried_again(client: FlaskClient, store: Store) -> None:
    from store import jobs

    body = {"text": TEXT, "external_id": "a"}
    first = client.post("/v1/articles", json=body).json
    jobs.fail(store, first["id"], "timeout", "It took too long.", retryable=True)

    again = client.post("/v1/articles", json=body).json

    assert again["id"] != first["id"]
    assert client.get(first["links"]["self"]).json["failure"] == {
        "code": "timeout",
        "detail": "It took too long.",
        "retryable": True,
    }


def test_an_idempotency_key_gives_the_same_job_for_the_same_body(client: FlaskClient) -> None:
    headers = {"Idempotency-Key": "k1"}

    first = client.post("/v1/articles", json={"text": TEXT}, headers=headers).json
    again = client.post("/v1/articles", json={"text": TEXT}, headers=headers).json
    other = client.post("/v1/articles", json={"text": TEXT + " "}, headers=headers)

    assert again["id"] == first["id"]
    assert other.status_code == 422


def test_a_full_queue_is_answered_with_503_and_stores_nothing(redis_url: str) -> None:
    from service.app import create_app
    from store.settings import Settings

    client = connect(redis_url)
    client.flushall()
    small = create_app(Store(client, Settings(redis_url=redis_url, queue_limit=1))).test_client()
    assert small.post("/v1/articles", json={"text": TEXT}).status_code == 202

    refused = small.post("/v1/articles", json={"text": TEXT})

    assert refused.status_code == 503
    assert int(refused.headers["Retry-After"]) > 0
    assert len(small.get("/v1/articles").json["articles"]) == 1
    client.close()


def test_articles_are_listed_newest_first_a_page_at_a_time(
    client: FlaskClient, posted: Post
) -> None:
    for number in range(7):
        posted(external_id=f"a{number}", headline=f"Number {number}")
    seen, cursor = [], None
    for _ in range(4):
        query = {"limit": "2", **({"cursor": cursor} if cursor else {})}
        page = client.get("/v1/articles", query_string=query).json
        assert not schemas.ArticleListSchema().validate(page)
        seen += [article["external_id"] for article in page["articles"]]
        cursor = page["next"]
    assert seen == ["a6", "a5", "a4", "a3", "a2", "a1", "a0"]
    assert cursor is None


def test_articles_are_found_by_what_the_newsroom_calls_them(
    client: FlaskClient, posted: Post
) -> None:
    posted(external_id="a", metadata={"desk": "foreign"})
    posted(external_id="b")

    found = client.get("/v1/articles?external_id=a").json["articles"]

    assert [article["external_id"] for article in found] == ["a"]
    assert found[0]["metadata"] == {"desk": "foreign"}
    assert client.get("/v1/articles?external_id=c").json["articles"] == []


def test_articles_are_found_by_status(client: FlaskClient, posted: Post) -> None:
    posted(external_id="done")
    client.post("/v1/articles", json={"text": TEXT, "external_id": "waiting"})

    found = client.get("/v1/articles?status=queued").json["articles"]

    assert [article["external_id"] for article in found] == ["waiting"]


@pytest.mark.parametrize("query", ["limit=0", "limit=x", "cursor=%21", "status=odd", "page=2"])
def test_a_wrong_query_is_named(client: FlaskClient, query: str) -> None:
    response = client.get(f"/v1/articles?{query}")

    assert response.status_code == 422
    assert response.json["errors"][0]["pointer"] == "/" + query.partition("=")[0]


def test_extracting_again_keeps_ticks(
    client: FlaskClient, posted: Post, extract: Callable[[str], None]
) -> None:
    job = posted()
    item = client.get(job["links"]["checklist"]).json["items"][0]
    link = f"{job['links']['checklist']}/items/{item['id']}"
    client.patch(link, json={"status": "confirmed"}, headers={"If-Match": '"1"'})

    again = client.post(f"{job['links']['article']}/jobs").json
    extract(again["id"])

    assert again["id"] != job["id"]
    assert client.get(link).json["check"]["status"] == "confirmed"


def test_extracting_again_still_tells_what_the_version_changed(
    client: FlaskClient, extract: Callable[[str], None]
) -> None:
    said = ("Met on 3 May 2001.", "Met on 3 May 2001. Left on 5 June 2002. Spent $40 million.")
    for version, text in enumerate(said):
        body = {"text": text, "external_id": "again", "version": str(version)}
        job = client.post("/v1/articles", json=body).json
        extract(job["id"])
    link = job["links"]["checklist"]
    first = client.get(link)
    assert first.json["changes"]["added"]

    extract(client.post(f"{job['links']['article']}/jobs").json["id"])

    second = client.get(link)
    assert second.json["changes"] == first.json["changes"]
    assert second.headers["ETag"] != first.headers["ETag"]


def test_redis_away_is_answered_with_503_and_comes_back_by_itself(tmp_path: Any) -> None:
    from service.app import create_app
    from store.settings import Settings

    url = f"unix://{tmp_path}/nobody"
    app = create_app(Store(connect(url), Settings(redis_url=url))).test_client()
    began = time.monotonic()

    response = app.post("/v1/articles", json={"text": TEXT})

    assert time.monotonic() - began < 1.2
    assert response.status_code == 503
    assert response.content_type == "application/problem+json"
    assert int(response.headers["Retry-After"]) > 0
    assert app.get("/readyz").status_code == 503
    assert app.get("/livez").status_code == 200


def test_a_canceled_job_leaves_nothing_in_the_queue(client: FlaskClient, store: Store) -> None:
    job = client.post("/v1/articles", json={"text": TEXT}).json

    assert client.delete(job["links"]["self"]).json["status"] == "canceled"

    assert store.queue.job_ids == []
    assert not [key for key in store.redis.keys("rq:*") if job["id"].encode() in key]
