"""Arc XP stories in ANS."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from claims.html import parse
from service.integrations import ans
from tests.service.integrations.conftest import node

URL = "/v1/integrations/ans"

STORY: dict[str, Any] = {
    "_id": "ABC123",
    "type": "story",
    "revision": {"revision_id": "R2"},
    "headlines": {"basic": "The <em>accord</em> ends"},
    "description": {"basic": "It had held since 2001."},
    "publish_date": "2021-03-18T22:30:00Z",
    "last_updated_date": "2021-03-18T23:00:00Z",
    "canonical_url": "/world/accord",
    "promo_items": {"basic": {"type": "image", "caption": "The hall in 1999"}},
    "content_elements": [
        {"_id": "E1", "type": "text", "content": "It was <b>signed</b> on 2001-02-03."},
        {
            "_id": "E2",
            "type": "list",
            "items": [
                {"_id": "E3", "type": "text", "content": "First &amp; last"},
                {"type": "list", "items": [{"_id": "E4", "type": "text", "content": "Deep"}]},
            ],
        },
        {
            "_id": "E5",
            "type": "quote",
            "content_elements": [{"_id": "E6", "type": "text", "content": "Never."}],
            "citation": {"type": "text", "content": "A. Lee"},
        },
        {"_id": "E7", "type": "image", "caption": "Riga, 2002"},
        {"_id": "E8", "type": "raw_html", "content": "<iframe src='https://x.example'></iframe>"},
        {"_id": "E9", "type": "oembed_response", "raw_oembed": {"html": "<b>no</b>"}},
        {"type": "table", "header": [{"content": "Year"}], "rows": [[{"content": "2003"}]]},
    ],
}


def test_a_story_is_put_together_of_its_elements() -> None:
    push = ans.read(node(STORY))
    assert push.external_id == "ABC123"
    assert push.fields["version"] == "R2"
    assert push.fields["headline"] == "The accord ends"
    assert push.fields["captions"] == ["The hall in 1999"]
    parsed = parse(push.fields["html"])
    assert [(block.id, parsed.block_text(block)) for block in parsed.blocks] == [
        ("E1", "It was signed on 2001-02-03."),
        ("E3", "First & last"),
        ("E4", "Deep"),
        ("E6", "Never."),
        (None, "A. Lee"),
        ("E7", "Riga, 2002"),
        (None, "Year"),
        (None, "2003"),
    ]


def test_an_item_names_the_element_that_it_stands_in(
    client: FlaskClient, extract: Callable[[str], None]
) -> None:
    job = client.post(URL, json=STORY).json
    extract(job["id"])
    items = client.get(job["links"]["checklist"]).json["items"]
    (date,) = [item for item in items if item["exact"] == "2001-02-03"]
    assert date["block"] == {"index": 0, "id": "E1", "start_utf16": 17, "end_utf16": 27}


def test_the_envelope_of_an_event_is_taken_off() -> None:
    event = {"key": "story:update", "version": 2, "time": 1749134558, "uuid": "", "body": STORY}
    assert ans.read(node(event)) == ans.read(node(STORY))


@pytest.mark.parametrize("what", ["delete", "unpublish"])
def test_a_story_that_is_taken_back_is_canceled(what: str) -> None:
    assert ans.read(node({"key": f"story:{what}", "body": {"_id": "ABC123"}})).canceled


@pytest.mark.parametrize(
    ("story", "pointer"),
    [
        ({}, "/_id"),
        ({"key": "story:update", "body": {}}, "/body/_id"),
        ({"_id": "x"}, "/content_elements"),
        ({"_id": "x", "content_elements": {}}, "/content_elements"),
        ({"_id": "x", "content_elements": [{"type": "text", "content": 1}]},
         "/content_elements/0/content"),
        ({"_id": "x", "headlines": "text"}, "/content_elements"),
    ],
)  # fmt: skip
def test_what_is_no_story_is_refused_by_the_name_of_the_field(
    client: FlaskClient, story: Any, pointer: str
) -> None:
    response = client.post(URL, json=story)
    assert response.status_code == 422
    assert response.json["errors"][0]["pointer"] == pointer


def test_a_story_nested_too_deeply_is_refused(client: FlaskClient) -> None:
    elements: list[Any] = []
    for _ in range(200):
        elements = [{"type": "list", "items": elements}]
    response = client.post(URL, json={"_id": "x", "content_elements": elements})
    assert response.status_code == 422


def test_the_published_example_of_ans_passes(client: FlaskClient, shared: Path) -> None:
    (path,) = (shared / "payloads" / "ans").glob("*.json")
    assert client.post(URL, json=json.loads(path.read_text("utf-8"))).status_code == 202
