"""What is answered while Redis hangs: by every route, in time, and as before once it is back."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.context import EXTENSION
from store import Store
from store.connection import connect
from store.settings import Settings
from tests.e2e.harness import Valkey, valkey

MOST_SECONDS = 1.2
# What needs no store.
WITHOUT = {"/livez", "/docs", "/openapi.json", "/embed.js", "/static/<path:filename>"}
WITHOUT |= {"/v2/languages", "/v2/maxtextlength"}
# Not set up here: 404 without a look at the store.
WITHOUT |= {"/v1/integrations/superdesk", "/v1/integrations/ghost"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Valkey]:
    with valkey(tmp_path_factory.mktemp("valkey")) as server:
        yield server


@pytest.fixture
def away(server: Valkey) -> Iterator[FlaskClient]:
    """A client of a service that has not asked Redis for anything yet; Redis hangs."""
    app = create_app(Store(connect(server.url), Settings(redis_url=server.url)))
    server.popen.send_signal(signal.SIGSTOP)
    yield app.test_client()
    server.popen.send_signal(signal.SIGCONT)
    app.extensions[EXTENSION].endings.close()


BODIES = {
    "/v1/articles": {"text": "x"},
    "/v1/batches": {"articles": [{"text": "x"}] * 3},
    "/v1/articles/<article_id>/checklist/items": {
        "field": "body", "start": 0, "end": 1, "kind": "date",
    },
    "/v1/articles/<article_id>/checklist/items/<item_id>": {"status": "confirmed"},
    "/v1/articles/<article_id>/checklist/sign-off": {"by": "KM"},
    "/v1/articles/<article_id>/hold": {"by": "KM", "reason": "r"},
}  # fmt: skip
FORM = {"key": "cs_x", "text": "x", "language": "en"}


def test_every_route_answers_503_in_time(away: FlaskClient) -> None:
    def call(method: str, rule: str) -> tuple[int, bool, bool]:
        client = away.application.test_client()
        client.set_cookie("claimsheet", "a session of yesterday's")
        body = BODIES.get(rule) if method in ("POST", "PUT", "PATCH") else None
        form = FORM if method == "POST" and body is None else None
        path = rule.replace("<", "").replace(">", "")
        began = time.monotonic()
        response = client.open(path, method=method, json=body, data=form, headers={"If-Match": "*"})
        in_time = time.monotonic() - began < MOST_SECONDS
        return response.status_code, in_time, "Retry-After" in response.headers

    routes = [
        (method, rule.rule)
        for rule in away.application.url_map.iter_rules()
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
        if rule.rule not in WITHOUT
    ]
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(call, *zip(*routes, strict=True)))

    odd = {route: answer for route, answer in zip(routes, answers, strict=True)
           if answer != (503, True, True)}  # fmt: skip
    assert not odd
    assert len(routes) > 25


def test_a_reader_is_shown_a_page_that_tries_again(away: FlaskClient) -> None:
    response = away.get("/", headers={"Accept": "text/html"})

    assert response.status_code == 503
    assert response.mimetype == "text/html"
    assert b'http-equiv="refresh"' in response.data


def test_it_is_as_before_once_redis_is_back_and_the_failures_are_counted(
    away: FlaskClient, server: Valkey
) -> None:
    for _ in range(2):
        assert away.get("/v1/articles").status_code == 503

    server.popen.send_signal(signal.SIGCONT)

    assert away.get("/v1/articles").status_code == 200
    counted = away.get("/metrics").text
    assert "claimsheet_redis_errors_total 0.0" not in counted
    assert "claimsheet_redis_errors_total" in counted


def test_out_of_memory_nothing_new_is_taken_and_reading_goes_on(tmp_path: Path) -> None:
    with valkey(tmp_path, "--maxmemory-policy", "noeviction") as server:
        client = connect(server.url)
        app = create_app(Store(client, Settings(redis_url=server.url)))
        try:
            web = app.test_client()
            job = web.post("/v1/articles", json={"text": "On 5 May 1990 it rained."}).json
            client.config_set("maxmemory", "1kb")

            refused = web.post("/v1/articles", json={"text": "On 6 May 1990 it rained."})

            assert refused.status_code == 503
            assert refused.headers["Retry-After"]
            assert web.get(job["links"]["self"]).json == job
        finally:
            app.extensions[EXTENSION].endings.close()
            client.close()
