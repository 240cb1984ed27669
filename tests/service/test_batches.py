"""Many articles in one request."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from service import schemas
from store import Store


def test_each_good_article_gets_a_job_and_each_bad_one_is_named(
    client: FlaskClient, store: Store
) -> None:
    batch = [
        {"external_id": "a", "text": "It met on 2001-02-03."},
        {"external_id": "b", "text": "x", "published_at": "yesterday"},
        {"external_id": "c", "html": "<p>It met.</p>"},
        "no article",
        {"text": "x", "unknown": 1},
    ]

    response = client.post("/v1/batches", json={"articles": batch})

    assert response.status_code == 202
    assert not schemas.BatchAnswerSchema().validate(response.json)
    assert [(j["index"], j["article"]["external_id"]) for j in response.json["jobs"]] == [
        (0, "a"),
        (2, "c"),
    ]
    wrong = [(e["index"], e["errors"][0]["pointer"]) for e in response.json["errors"]]
    assert wrong == [(1, "/published_at"), (3, ""), (4, "/unknown")]
    assert len(store.queue.job_ids) == 2


def test_a_batch_of_nothing_but_bad_articles_is_refused(client: FlaskClient) -> None:
    response = client.post("/v1/batches", json={"articles": [{"text": ""}, {}]})
    assert response.status_code == 422
    assert [e["pointer"] for e in response.json["errors"]] == [
        "/articles/0/text",
        "/articles/1/text",
    ]


@pytest.mark.parametrize(
    "body", [[], {}, {"articles": []}, {"articles": [{"text": "x"}] * 101}, {"articles": "x"}]
)
def test_what_is_no_batch_is_refused(client: FlaskClient, store: Store, body: object) -> None:
    response = client.post("/v1/batches", json=body)
    assert response.status_code == 422
    assert response.json["errors"][0]["pointer"] == "/articles"
    assert store.queue.job_ids == []


def test_a_hundred_articles_are_one_batch(client: FlaskClient, store: Store) -> None:
    articles = [{"text": f"It met on 2001-02-03. {n}" + " word" * 4_000} for n in range(100)]
    response = client.post("/v1/batches", json={"articles": articles})
    assert len(response.json["jobs"]) == len(store.queue.job_ids) == 100


def test_the_same_key_gives_the_same_jobs(client: FlaskClient, store: Store) -> None:
    batch = {"articles": [{"text": "One."}, {"text": "Two."}]}
    headers = {"Idempotency-Key": "night shift"}
    first = client.post("/v1/batches", json=batch, headers=headers).json
    assert client.post("/v1/batches", json=batch, headers=headers).json == first
    assert len(store.queue.job_ids) == 2
    other = {"articles": [{"text": "Other."}, {"text": "Two."}]}
    answer = client.post("/v1/batches", json=other, headers=headers)
    assert [error["index"] for error in answer.json["errors"]] == [0]


def test_a_queue_that_fills_up_names_what_was_not_taken(client: FlaskClient, store: Store) -> None:
    store.redis.rpush(store.queue.key, *range(store.settings.queue_limit - 1))
    batch = {"articles": [{"text": "One."}, {"text": "Two."}]}
    answer = client.post("/v1/batches", json=batch)
    assert answer.status_code == 202
    assert [(e["index"], e["code"]) for e in answer.json["errors"]] == [(1, "queue_full")]
    assert client.post("/v1/batches", json=batch).status_code == 503
