"""IPTC ninjs, from 1.x to 3.x."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from service.integrations import ninjs
from tests.service.integrations.conftest import node

URL = "/v1/integrations/ninjs"
HTML = "<p>It met on <b>4 May 1990</b>.</p>"

SHAPES: dict[str, dict[str, Any]] = {
    "1.x": {
        "headline": "In Riga",
        "body_text": "plain",
        "body_xhtml": HTML,
        "description_text": "Short.",
        "description_caption": "The hall",
        "versioncreated": "1990-05-05T10:00:00Z",
    },
    "1.x by other names": {
        "headline_main": "In Riga",
        "body_main": "plain",
        "body_richtext": HTML,
        "description_text": "Short.",
        "description_caption": "The hall",
        "versioncreated": "1990-05-05T10:00:00Z",
    },
    "2.x": {
        "headlines": [{"role": "print", "value": "Riga"}, {"role": "main", "value": "In Riga"}],
        "bodies": [
            {"role": "main", "contenttype": "text/plain", "value": "plain"},
            {"role": "rich", "contenttype": "application/xhtml+xml", "value": HTML},
        ],
        "descriptions": [{"value": "Short."}, {"role": "caption", "value": "The hall"}],
        "versioncreated": "1990-05-05T10:00:00Z",
    },
    "3.x": {
        "headlines": [{"value": "In Riga"}],
        "bodies": [{"contentType": "text/html", "value": HTML}],
        "descriptions": [{"value": "Short."}, {"role": "caption", "value": "The hall"}],
        "versionCreated": "1990-05-05T10:00:00Z",
    },
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_each_version_of_ninjs_is_read_alike(shape: dict[str, Any]) -> None:
    push = ninjs.read(node({"uri": "https://wire.example/1", "version": "7", **shape}))
    assert push.fields == {
        "external_id": "https://wire.example/1",
        "version": "7",
        "headline": "In Riga",
        "standfirst": "Short.",
        "captions": ["The hall"],
        "html": HTML,
        "published_at": "1990-05-05T10:00:00Z",
        "updated_at": "1990-05-05T10:00:00Z",
        "url": "https://wire.example/1",
    }


def test_plain_text_is_kept_as_it_is() -> None:
    push = ninjs.read(node({"guid": "x", "body_text": " One.\n\nTwo < three. "}))
    assert push.fields["text"] == " One.\n\nTwo < three. "


def test_captions_come_from_a_list_of_associations_too() -> None:
    picture = {"name": "p", "uri": "y", "type": "picture", "descriptions": [{"value": "The hall"}]}
    item = {"uri": "x", "bodies": [{"value": "It met."}], "associations": [picture]}
    assert ninjs.read(node(item)).fields["captions"] == ["The hall"]


@pytest.mark.parametrize(
    ("item", "pointer"),
    [
        ({"headline": "no id"}, "/uri"),
        ({"uri": "x"}, "/body_html"),
        ({"uri": "x", "bodies": "text"}, "/bodies"),
        ({"uri": "x", "bodies": ["text"]}, "/bodies/0"),
        ({"uri": "x", "bodies": [{"text": "no value"}]}, "/bodies/0/value"),
        ({"uri": "x", "bodies": [{"value": ["no string"]}]}, "/bodies/0/value"),
        ({"uri": "x", "body_text": {"a": 1}}, "/body_text"),
        ({"uri": 7.5, "body_text": "x"}, "/uri"),
        ({"uri": "x", "body_text": "y", "associations": 3}, "/associations"),
        ({"uri": "x", "body_text": "y", "versioncreated": "yesterday"}, "/published_at"),
    ],
)
def test_an_unknown_shape_is_refused_by_the_name_of_the_field(
    client: FlaskClient, item: Any, pointer: str
) -> None:
    response = client.post(URL, json=item)
    assert response.status_code == 422
    assert response.json["errors"][0]["pointer"] == pointer


def test_published_examples_of_ninjs_pass(client: FlaskClient, shared: Path) -> None:
    examples = sorted((shared / "payloads" / "ninjs").glob("*_*e.json"))
    assert len(examples) == 4
    for path in examples:
        response = client.post(URL, json=json.loads(path.read_text("utf-8")))
        assert response.status_code == 202, (path.name, response.json)
