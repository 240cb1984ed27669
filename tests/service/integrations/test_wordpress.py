"""WordPress posts, as its REST API has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from claims.html import parse
from service.integrations import wordpress
from tests.service.integrations.conftest import node

Payload = Callable[[str], dict[str, Any]]
URL = "/v1/integrations/wordpress"


@pytest.mark.parametrize("name", ["post_context_edit", "post_context_view_embed"])
def test_a_captured_post_is_taken(client: FlaskClient, payload: Payload, name: str) -> None:
    response = client.post(URL, json=payload(f"wordpress/{name}.json"))
    assert response.status_code == 202
    assert response.json["article"]["external_id"] == "http://127.0.0.1:8091/?p=4"
    assert response.json["article"]["version"] == "2026-11-23T03:30:53"


def test_what_the_author_typed_is_preferred_to_what_is_rendered(payload: Payload) -> None:
    push = wordpress.read(node(payload("wordpress/post_context_edit.json")))
    assert push.fields["headline"] == 'Russia recalls ambassador over "New START" row'
    assert '"no more & no less,"' in push.fields["html"]
    assert push.fields["standfirst"] == "Moscow & Washington trade barbs."
    assert push.fields["published_at"] == "2026-11-23"
    assert push.fields["updated_at"] == "2026-11-23T03:30:53Z"
    assert not push.blank_lines


def test_our_blocks_are_the_block_editors_own(payload: Payload) -> None:
    """What its editor holds as the text of each block is what ours hold, in the same order."""
    push = wordpress.read(node(payload("wordpress/post_context_edit.json")))
    parsed = parse(push.fields["html"])
    editors = payload("wordpress/gutenberg_blocks_dump.json")
    texts = [
        block["attrs"][name]["text"]
        for block in editors
        for name in ("content", "citation")
        if name in block["attrs"]
    ]
    assert sorted(parsed.block_text(block) for block in parsed.blocks) == sorted(texts)


def test_a_classic_post_has_paragraphs_at_blank_lines(client: FlaskClient) -> None:
    post = {
        "guid": {"rendered": "https://x.example/?p=1"},
        "title": {"raw": "A & B"},
        "content": {"raw": "First <em>one</em>.\r\n\r\nSecond one.", "rendered": "<p>no</p>"},
    }
    job = client.post(URL, json=post).json
    text = client.get(f"{job['links']['article']}/text").json
    assert text == {"headline": "A & B", "body": "First one.\n\nSecond one."}


def test_an_excerpt_that_wordpress_cut_from_the_text_is_no_standfirst() -> None:
    post = {
        "guid": {"rendered": "x"},
        "content": {"rendered": "<p>One two three four five six.</p>"},
        "excerpt": {"rendered": "<p>One two three [&hellip;]</p>"},
    }
    assert "standfirst" not in wordpress.read(node(post)).fields
    post["excerpt"] = {"rendered": "<p>What nobody knew</p>"}
    assert wordpress.read(node(post)).fields["standfirst"] == "What nobody knew"


def test_a_post_in_the_bin_is_canceled() -> None:
    assert wordpress.read(node({"guid": {"raw": "x"}, "status": "trash"})).canceled


@pytest.mark.parametrize(
    ("post", "pointer"),
    [
        ({}, "/guid/rendered"),
        ({"guid": {"rendered": "x"}}, "/content/raw"),
        ({"guid": {"rendered": "x"}, "content": "text"}, "/content"),
        ({"guid": {"rendered": "x"}, "content": {"rendered": "<p> </p>"}}, "/content/raw"),
    ],
)
def test_what_is_no_post_is_refused_by_the_name_of_the_field(
    client: FlaskClient, post: Any, pointer: str
) -> None:
    response = client.post(URL, json=post)
    assert response.status_code == 422
    assert response.json["errors"][0]["pointer"] == pointer
