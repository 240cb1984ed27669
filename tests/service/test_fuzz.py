"""Whatever is sent, every route answers with a documented 2xx to 4xx in the documented shape."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from claims import check, wire
from claims.submission import to_article
from service import openapi
from service.app import create_app
from service.context import EXTENSION
from store import Store, articles, checklists, jobs
from store.connection import connect
from store.settings import Settings
from tests.service.conftest import TEXT


@pytest.fixture(scope="module")
def fuzzed(redis_url: str) -> Iterator[Flask]:
    """An application over a store that nobody empties, with room for all that is sent."""
    limits: dict[str, Any] = {"queue_limit": 1_000_000, "max_body_bytes": 100_000}
    client = connect(redis_url)
    app = create_app(Store(client, Settings(redis_url=redis_url, **limits)))
    yield app
    app.extensions[EXTENSION].endings.close()
    client.flushall()
    client.close()


# What is described does not depend on the store, and describing it connects to nothing.
_DOCUMENT = openapi.build(create_app(Store(connect("redis://localhost"), Settings())))
_CALLS = [
    (method.upper(), path) for path, methods in _DOCUMENT["paths"].items() for method in methods
]
CHECKS = [status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.mark.parametrize(("method", "path"), _CALLS, ids=[" ".join(call) for call in _CALLS])
def test_whatever_is_sent_is_answered_as_documented(fuzzed: Flask, method: str, path: str) -> None:
    described = schemathesis.openapi.from_wsgi("/openapi.json", fuzzed)

    @settings(
        max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
    )
    @given(case=described[path][method].as_strategy())
    def answered_as_documented(case: Any) -> None:
        _fill_in(case, fuzzed)
        response = case.call()
        assert response.status_code < 500 or response.status_code == 503, response.text
        case.validate_response(response, checks=CHECKS)

    answered_as_documented()


def _fill_in(case: Any, app: Flask) -> None:
    """Half of the cases ask for what is there: an article that has been extracted."""
    odd = hashlib.sha256(repr(case.path_parameters).encode()).digest()[0] % 2
    if not case.path_parameters or odd:
        return
    job, item = _extracted(app.extensions[EXTENSION].store)
    there = {"article_id": job.article_id, "job_id": job.id, "item_id": item}
    case.path_parameters = {name: there.get(name, "x") for name in case.path_parameters}


def _extracted(store: Store) -> tuple[jobs.Job, str]:
    job = articles.accept(store, {"text": TEXT, "external_id": "fuzzed"}, "default")
    if not job.ended:
        jobs.start(store, job.id)
        fields = articles.submitted(store, job.article_id, job.version_key)
        checklists.finish(store, job.id, wire.checklist_body(check(to_article(fields))))
    items = checklists.read(store, job.article_id, "default").checklist()["items"]
    return job, items[0]["id"]
