from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.app import create_app
from service.context import EXTENSION
from store import Store, apikeys
from store.settings import Settings
from tests.service.conftest import TEXT

ELSEWHERE = {"REMOTE_ADDR": "203.0.113.9"}
OPEN_TO_ALL = {
    "/livez",
    "/readyz",
    "/openapi.json",
    "/docs",
    "/embed.js",
    "/sign-in",
    "/static/<path:filename>",
}
# The CMS's own signature is the proof: tests/service/integrations.
OPEN_TO_ALL |= {"/v1/integrations/superdesk", "/v1/integrations/ghost"}
# Clients of LanguageTool ask for these before they send a key.
OPEN_TO_ALL |= {"/v2/languages", "/v2/maxtextlength"}


def _bearer(text: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {text}"}


@pytest.fixture
def key(store: Store) -> Callable[..., dict[str, str]]:
    """Make a key and give back the header that carries it."""

    def make(*scopes: str, desk: str = "foreign") -> dict[str, str]:
        return _bearer(apikeys.create(store, "test", desk, scopes)[1])

    return make


def test_every_route_names_a_scope_or_is_known_to_be_open(app: Flask) -> None:
    open_routes = {
        rule.rule
        for rule in app.url_map.iter_rules()
        if getattr(app.view_functions[rule.endpoint], "scope", None) is None
    }
    assert open_routes <= OPEN_TO_ALL


def test_without_a_key_only_this_machine_is_served(client: FlaskClient) -> None:
    assert client.get("/v1/articles").status_code == 200

    refused = client.get("/v1/articles", environ_base=ELSEWHERE)

    assert refused.status_code == 403
    assert "claimsheet keys create" in refused.json["detail"]


def test_once_a_key_is_made_every_call_needs_one(
    client: FlaskClient, key: Callable[..., dict[str, str]]
) -> None:
    headers = key("read")

    assert client.get("/v1/articles").status_code == 401
    assert client.get("/v1/articles", headers=headers, environ_base=ELSEWHERE).status_code == 200
    assert client.get("/livez").status_code == 200


@pytest.mark.parametrize(
    "header",
    ["Bearer", "Bearer nope", "Basic dXNlcjpwYXNz", f"Bearer cs_0123456789ab_{'A' * 43}", "B \xe9"],
)
def test_a_key_that_is_none_is_refused(
    client: FlaskClient, key: Callable[..., dict[str, str]], header: str
) -> None:
    key("read")
    response = client.get("/v1/articles", headers={"Authorization": header})

    assert response.status_code == 401
    assert response.headers["WWW-Authenticate"] == "Bearer"


def test_a_key_reaches_only_as_far_as_its_scopes(
    client: FlaskClient, key: Callable[..., dict[str, str]]
) -> None:
    reader = key("read")

    refused = client.post("/v1/articles", json={"text": TEXT}, headers=reader)

    assert refused.status_code == 403
    assert "`submit`" in refused.json["detail"]


def test_one_desk_cannot_see_nor_guess_anothers_articles(
    client: FlaskClient, key: Callable[..., dict[str, str]], extract: Callable[[str], None]
) -> None:
    ours, theirs = key("submit", "read", "check", "admin"), key("admin", desk="sport")
    job = client.post("/v1/articles", json={"text": TEXT, "external_id": "a"}, headers=ours).json
    extract(job["id"])
    links: dict[str, Any] = job["links"]

    for link in (links["self"], links["article"], links["checklist"], links["article"] + "/text"):
        assert client.get(link, headers=ours).status_code == 200
        assert client.get(link, headers=theirs).status_code == 404
    assert client.delete(links["article"], headers=theirs).status_code == 404
    assert client.delete(links["self"], headers=theirs).status_code == 404
    assert client.get("/v1/articles", headers=theirs).json["articles"] == []
    assert client.get("/v1/articles?external_id=a", headers=theirs).json["articles"] == []


def test_a_revoked_key_is_refused(app: Flask, client: FlaskClient, store: Store) -> None:
    made, text = apikeys.create(store, "x", "foreign", ["read"])
    apikeys.create(store, "y", "foreign", ["read"])
    apikeys.revoke(store, made.id)

    assert client.get("/v1/articles", headers=_bearer(text)).status_code == 401


def test_no_secret_of_a_key_is_kept(store: Store) -> None:
    _, text = apikeys.create(store, "x", "foreign", ["read"])
    secret = text.rpartition("_")[2].encode()

    everything = b"".join(store.redis.dump(name) for name in store.redis.keys("*"))

    assert secret not in everything


@pytest.mark.parametrize(("scopes", "desk"), [(["write"], "a"), ([], "a"), (["read"], "a b")])
def test_an_unusable_key_is_not_made(store: Store, scopes: list[str], desk: str) -> None:
    with pytest.raises(apikeys.BadKey):
        apikeys.create(store, "x", desk, scopes)


def test_a_page_of_another_site_cannot_post_through_a_readers_browser(client: FlaskClient) -> None:
    headers = {"Origin": "https://evil.example", "Content-Type": "text/plain"}

    assert client.post("/v1/articles", data="x", headers=headers).status_code == 403


def test_a_strange_host_name_is_refused_while_there_are_no_keys(client: FlaskClient) -> None:
    assert client.get("/v1/articles", headers={"Host": "evil.example"}).status_code == 400


def test_only_named_origins_may_call_from_their_pages(redis_url: str, store: Store) -> None:
    settings = Settings(redis_url=redis_url, cors_origins=("https://cms.example",))
    client = create_app(Store(store.redis, settings)).test_client()
    ask = {"Access-Control-Request-Method": "PATCH"}

    named = client.options("/v1/articles", headers={"Origin": "https://cms.example", **ask})
    other = client.options("/v1/articles", headers={"Origin": "https://evil.example", **ask})

    assert named.headers["Access-Control-Allow-Origin"] == "https://cms.example"
    assert "If-Match" in named.headers["Access-Control-Allow-Headers"]
    assert "Access-Control-Allow-Origin" not in other.headers
    posted = client.post(
        "/v1/articles", json={"text": TEXT}, headers={"Origin": "https://cms.example"}
    )
    assert posted.status_code == 202


def test_the_page_is_framed_only_where_the_operator_says(redis_url: str, store: Store) -> None:
    settings = Settings(redis_url=redis_url, frame_ancestors=("https://cms.example",))
    client = create_app(Store(store.redis, settings)).test_client()

    policy = client.get("/").headers["Content-Security-Policy"]

    assert "frame-ancestors https://cms.example" in policy


def test_too_many_requests_are_told_when_to_come_back(redis_url: str, store: Store) -> None:
    settings = Settings(redis_url=redis_url, rate_limit="3/minute")
    client = create_app(Store(store.redis, settings)).test_client()
    headers = _bearer(apikeys.create(store, "x", "foreign", ["read"])[1])
    other = _bearer(apikeys.create(store, "y", "foreign", ["read"])[1])

    statuses = [client.get("/v1/articles", headers=headers).status_code for _ in range(4)]
    refused = client.get("/v1/articles", headers=headers)

    assert statuses == [200, 200, 200, 429]
    assert refused.content_type == "application/problem+json"
    assert 0 < int(refused.headers["Retry-After"]) <= 60
    assert client.get("/v1/articles", headers=other).status_code == 200
    assert client.get("/livez").status_code == 200


def test_a_rate_is_shared_by_all_processes(redis_url: str, store: Store) -> None:
    settings = Settings(redis_url=redis_url, rate_limit="2/minute")
    one, two = (create_app(Store(store.redis, settings)).test_client() for _ in range(2))
    headers = _bearer(apikeys.create(store, "x", "foreign", ["read"])[1])

    answers = [client.get("/v1/articles", headers=headers) for client in (one, two, one)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]


def test_too_many_requests_at_once_are_refused(redis_url: str, store: Store) -> None:
    settings = Settings(redis_url=redis_url, concurrency_limit=1)
    app = create_app(Store(store.redis, settings))
    headers = _bearer(apikeys.create(store, "x", "foreign", ["read", "submit"])[1])
    job = app.test_client().post("/v1/articles", json={"text": TEXT}, headers=headers).json
    waiting = threading.Thread(
        target=lambda: app.test_client().get(
            job["links"]["self"], headers={**headers, "Prefer": "wait=2"}
        )
    )
    waiting.start()
    time.sleep(0.5)

    assert app.test_client().get("/v1/articles", headers=headers).status_code == 429
    waiting.join()
    assert app.test_client().get("/v1/articles", headers=headers).status_code == 200
    app.extensions[EXTENSION].endings.close()


def test_metrics_tell_what_happened(client: FlaskClient, posted: Callable[..., Any]) -> None:
    posted()
    client.post("/v1/articles", json={"text": TEXT})

    page = client.get("/metrics").get_data(as_text=True)

    assert "claimsheet_articles_accepted_total 2.0" in page
    assert 'claimsheet_jobs_ended_total{status="succeeded"} 1.0' in page
    assert 'claimsheet_claims_found_total{kind="date"} 1.0' in page
    assert 'claimsheet_post_to_checklist_seconds_bucket{le="+Inf"} 1.0' in page
    assert "claimsheet_queue_length 1.0" in page or "claimsheet_queue_length 2.0" in page
    assert "claimsheet_workers_alive 0.0" in page
