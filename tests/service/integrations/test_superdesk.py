"""Superdesk's http_push, as its transmitter sends it."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from service.integrations import superdesk
from store import Store, apikeys
from tests.service.integrations.conftest import SECRET, node

Payload = Callable[[str], dict[str, Any]]
URL = "/v1/integrations/superdesk"


def _push(client: FlaskClient, item: Any, secret: str = SECRET, **options: Any) -> Any:
    body = item if isinstance(item, str) else json.dumps(item)
    digest = hmac.new(secret.encode(), body.encode(), hashlib.sha1).hexdigest()
    headers = {"Content-type": "application/json", "x-superdesk-signature": f"sha1={digest}"}
    return client.post(URL, data=body, headers=headers, **options)


@pytest.fixture
def key(store: Store) -> dict[str, str]:
    return {"Authorization": f"Bearer {apikeys.create(store, 't', 'wires', ['read'])[1]}"}


def test_a_captured_push_is_stored_and_found_by_its_guid(
    client: FlaskClient, payload: Payload, key: dict[str, str]
) -> None:
    (captured,) = payload("superdesk/http_push_request.json")
    item = json.loads(captured["body_raw"])

    response = _push(client, captured["body_raw"])

    assert response.status_code == 202
    query = {"external_id": item["guid"]}
    (article,) = client.get("/v1/articles", query_string=query, headers=key).json["articles"]
    assert article["headline"] == "Russia recalls ambassador over “killer” remark"
    assert article["versions"][0]["version"] == "3"
    text = client.get(article["links"]["text"], headers=key).json
    assert text["body"].endswith(
        "on 8\xa0April 2010, caps each side at 1,550 deployed warheads 😀."
    )
    assert text["standfirst"] == "Moscow & Washington trade barbs."


def test_the_same_push_twice_is_one_job(client: FlaskClient, payload: Payload) -> None:
    item = payload("superdesk/http_push_body.json")
    assert _push(client, item).json == _push(client, item).json


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"x-superdesk-signature": "sha1=" + "0" * 40},
        {"x-superdesk-signature": "sha256=" + "0" * 64},
        {"x-superdesk-signature": "sha1=é"},
        {"x-superdesk-signature": ""},
    ],
    ids=["missing", "wrong", "another algorithm", "not hexadecimal", "empty"],
)
def test_without_its_signature_a_push_leaves_nothing_behind(
    client: FlaskClient, payload: Payload, store: Store, headers: dict[str, str]
) -> None:
    response = client.post(URL, json=payload("superdesk/http_push_body.json"), headers=headers)
    assert response.status_code == 401
    assert response.json["code"] == "bad_signature"
    assert not store.redis.keys("cs:*")


def test_another_secret_is_refused(client: FlaskClient) -> None:
    assert _push(client, {"guid": "x"}, secret="guessed").status_code == 401


def test_a_canceled_item_cancels_what_waits(
    client: FlaskClient, payload: Payload, store: Store
) -> None:
    item = payload("superdesk/http_push_body.json")
    job = _push(client, item).json

    response = _push(client, {**item, "version": "4", "pubstatus": "canceled"})

    assert response.status_code == 200
    assert response.json == {"canceled": [job["id"]]}
    assert store.queue.job_ids == []


def test_an_update_links_to_the_article_it_evolved_from(
    client: FlaskClient, payload: Payload, key: dict[str, str]
) -> None:
    item = payload("superdesk/http_push_body.json")
    first = _push(client, item).json
    second = _push(client, {**item, "guid": "urn:x:2", "evolvedfrom": item["guid"]}).json

    article = client.get(second["links"]["article"], headers=key).json

    assert article["links"]["evolved_from"] == first["links"]["article"]


def test_a_full_queue_is_answered_so_that_superdesk_tries_again(
    client: FlaskClient, payload: Payload, store: Store
) -> None:
    store.redis.rpush(store.queue.key, *range(store.settings.queue_limit))
    response = _push(client, payload("superdesk/http_push_body.json"))
    assert response.status_code == 503
    assert response.headers["Retry-After"]


@pytest.mark.parametrize(
    ("item", "pointer"),
    [
        ({"type": "text"}, "/guid"),
        ({"guid": "x"}, "/body_html"),
        ({"guid": "x", "body_html": 5}, "/body_html"),
        ({"guid": "x", "body_html": "<p></p>"}, "/body_html"),
        ({"guid": "x", "body_html": "<p>Bonjour.</p>", "language": "fr"}, "/language"),
        ([], ""),
    ],
)
def test_what_is_no_article_is_refused_by_the_name_of_the_field(
    client: FlaskClient, store: Store, item: Any, pointer: str
) -> None:
    response = _push(client, item)
    assert response.status_code == 422
    assert response.json["errors"][0]["pointer"] == pointer
    assert not store.redis.keys("cs:article:*")


def test_a_flash_is_checked_by_its_headline_and_a_picture_by_its_caption() -> None:
    flash = superdesk.read(node({"guid": "a", "type": "text", "headline": "Envoy recalled"}))
    assert flash.fields["text"] == "Envoy recalled"
    picture = superdesk.read(
        node({"guid": "b", "type": "picture", "description_text": "Riga, 4 May 1990"})
    )
    assert picture.fields["text"] == "Riga, 4 May 1990"


def test_captions_of_associated_pictures_are_fields_of_their_own() -> None:
    item = {
        "guid": "a",
        "body_html": "<p>Text.</p>",
        "associations": {
            "featuremedia": {"type": "picture", "description_text": "The hall in 1912"},
            "gone": None,
            "story": {"type": "text", "description_text": "another story"},
        },
    }
    assert superdesk.read(node(item)).fields["captions"] == ["The hall in 1912"]


def test_a_picture_in_the_body_gives_its_caption_once() -> None:
    item = {
        "guid": "a",
        "body_html": "<p>Text.</p><figure><figcaption>The hall &amp; yard</figcaption></figure>",
        "associations": {
            "editor_0": {"type": "picture", "description_text": "The hall & yard"},
            "featuremedia": {"type": "picture", "description_text": "The mayor"},
        },
    }
    assert superdesk.read(node(item)).fields["captions"] == ["The mayor"]


def test_the_address_can_say_where_the_newsroom_is(
    client: FlaskClient, payload: Payload, key: dict[str, str]
) -> None:
    item = {
        **payload("superdesk/http_push_body.json"),
        "versioncreated": "2021-03-18T01:21:40+0000",
    }
    job = _push(client, item, query_string={"timezone": "America/New_York"}).json
    assert job["status"] == "queued"
    wrong = _push(client, item, query_string={"timezone": "New York"})
    assert wrong.json["errors"][0]["pointer"] == "/timezone"


def test_without_a_secret_the_adapter_is_not_there(store: Store, payload: Payload) -> None:
    from service.app import create_app

    client = create_app(store).test_client()
    assert _push(client, payload("superdesk/http_push_body.json")).status_code == 404
