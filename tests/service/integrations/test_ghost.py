"""Ghost's webhooks, as Ghost 6 sends them."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from service.integrations import ghost
from store import Store
from tests.service.integrations.conftest import SECRET, node

Payload = Callable[[str], dict[str, Any]]
URL = "/v1/integrations/ghost"
CAPTURED = [f"ghost/webhook_post.{name}.request.json" for name in ("added", "published")]


def _send(client: FlaskClient, body: str, at: float | None = None, secret: str = SECRET) -> Any:
    stamp = str(int((time.time() if at is None else at) * 1_000))
    digest = hmac.new(secret.encode(), (body + stamp).encode(), hashlib.sha256).hexdigest()
    headers = {"x-ghost-signature": f"sha256={digest}, t={stamp}"}
    return client.post(URL, data=body.encode(), headers=headers, content_type="application/json")


@pytest.mark.parametrize("name", [*CAPTURED, "ghost/webhook_post.published.edited.request.json"])
def test_a_captured_webhook_is_taken(client: FlaskClient, payload: Payload, name: str) -> None:
    response = _send(client, payload(name)["body_raw"])
    assert response.status_code == 202
    post = json.loads(payload(name)["body_raw"])["post"]["current"]
    assert response.json["article"]["external_id"] == post["uuid"]
    assert response.json["article"]["version"] == post["updated_at"]


def test_a_post_keeps_its_fields(payload: Payload) -> None:
    body = json.loads(payload(CAPTURED[1])["body_raw"])
    push = ghost.read(node(body))
    assert push.fields["headline"] == 'Russia recalls ambassador over "New START" row'
    assert push.fields["standfirst"] == "Moscow & Washington trade barbs."
    assert push.fields["html"].startswith("<p>Russia recalled")
    assert push.fields["published_at"] == "2026-11-23T03:40:01.000Z"


def test_a_draft_is_read_as_of_its_last_edit(payload: Payload) -> None:
    push = ghost.read(node(json.loads(payload(CAPTURED[0])["body_raw"])))
    assert push.fields["published_at"] == "2026-11-23T03:40:00.000Z"


def test_the_two_events_of_one_edit_are_one_job(client: FlaskClient, payload: Payload) -> None:
    event = json.loads(payload(CAPTURED[1])["body_raw"])
    first = _send(client, json.dumps(event))
    second = _send(client, json.dumps({**event, "event": "post.published.edited"}))
    assert first.json["id"] == second.json["id"]


@pytest.mark.parametrize("minutes", [-6, 6], ids=["replayed later", "from the future"])
def test_a_signature_is_good_for_five_minutes(
    client: FlaskClient, payload: Payload, store: Store, minutes: int
) -> None:
    body = payload(CAPTURED[0])["body_raw"]
    assert _send(client, body, at=time.time() + 60 * minutes).status_code == 401
    assert _send(client, body, at=time.time() + 40 * minutes).status_code == 202


@pytest.mark.parametrize(
    "signature",
    ["", "sha256=", "t=1", "sha256=00, t=x", "sha256=00, t=²", "sha256=00, t=" + "9" * 30, "=,=,"],
)
def test_a_broken_signature_is_refused(client: FlaskClient, store: Store, signature: str) -> None:
    response = client.post(URL, data=b"{}", headers={"X-Ghost-Signature": signature.encode()})
    assert response.status_code == 401
    assert not store.redis.keys("cs:*")


def test_another_timestamp_than_the_signed_one_is_refused(
    client: FlaskClient, payload: Payload
) -> None:
    now = int(time.time() * 1_000)
    body = payload(CAPTURED[0])["body_raw"]
    digest = hmac.new(SECRET.encode(), f"{body}{now}".encode(), hashlib.sha256).hexdigest()
    headers = {"X-Ghost-Signature": f"sha256={digest}, t={now + 1}"}
    assert client.post(URL, data=body.encode(), headers=headers).status_code == 401


def test_a_deleted_post_cancels(client: FlaskClient, payload: Payload) -> None:
    body = payload(CAPTURED[0])["body_raw"]
    job = _send(client, body).json
    post = json.loads(body)["post"]["current"]
    deleted = {"event": "post.deleted", "post": {"current": {}, "previous": post}}
    assert _send(client, json.dumps(deleted)).json == {"canceled": [job["id"]]}


@pytest.mark.parametrize(
    ("event", "pointer"),
    [
        ({"member": {}}, "/post"),
        ({"post": {"current": {"title": "x"}}}, "/post/current/uuid"),
        ({"post": {"current": {"uuid": "x"}}}, "/post/current/html"),
        ({"post": []}, "/post"),
    ],
)
def test_what_is_no_post_is_refused_by_the_name_of_the_field(
    client: FlaskClient, event: Any, pointer: str
) -> None:
    response = _send(client, json.dumps(event))
    assert response.status_code == 422
    assert response.json["errors"][0]["pointer"] == pointer
