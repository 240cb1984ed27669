from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from claims import check, wire
from claims.submission import to_article
from service.app import create_app
from service.context import EXTENSION
from store import Store, articles, checklists, jobs

TEXT = "Ruritania recalled its ambassador to Freedonia on 2021-03-18 for consultations."


def kept(store: Store) -> set[bytes]:
    """Everything that is kept of articles: not the queue's own keys, not counters."""
    counters = (b"rq:queues", b"cs:stats", b"cs:limit:")
    return {key for key in store.redis.keys("*") if not key.startswith(counters)}


@pytest.fixture
def app(store: Store) -> Iterator[Flask]:
    app = create_app(store)
    yield app
    app.extensions[EXTENSION].endings.close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def extract(store: Store) -> Callable[[str], None]:
    """Do in this process what a worker does with a job."""

    def run(job_id: str) -> None:
        job = jobs.start(store, job_id)
        assert job is not None
        fields = articles.submitted(store, job.article_id, job.version_key)
        checklists.finish(store, job_id, wire.checklist_body(check(to_article(fields))))

    return run


@pytest.fixture
def posted(client: FlaskClient, extract: Callable[[str], None]) -> Callable[..., dict[str, Any]]:
    """Post an article, extract it, and give back its finished job."""

    def post(**fields: Any) -> dict[str, Any]:
        response = client.post("/v1/articles", json={"text": TEXT, **fields})
        assert response.status_code == 202, response.json
        extract(response.json["id"])
        job: dict[str, Any] = client.get(response.headers["Location"]).json
        return job

    return post
