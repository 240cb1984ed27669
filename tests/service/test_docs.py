from __future__ import annotations

import json
import re
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

COMMITTED = Path(__file__).resolve().parents[2] / "docs" / "openapi.json"


def test_every_route_of_the_api_is_described(app: Flask, client: FlaskClient) -> None:
    paths = client.get("/openapi.json").json["paths"]
    routes = {
        rule.rule.replace("<", "{").replace(">", "}")
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith(("/v1/", "/v2/"))
    }
    assert routes <= set(paths)


def test_the_committed_openapi_is_what_the_service_serves(client: FlaskClient) -> None:
    """Run ``make openapi`` after changing a schema or a route."""
    assert client.get("/openapi.json").json == json.loads(COMMITTED.read_text("utf-8"))


def test_the_docs_page_needs_nothing_from_elsewhere(client: FlaskClient) -> None:
    page = client.get("/docs")

    assert page.status_code == 200
    loaded = re.findall(rb'<(?:script|link|img|iframe)[^>]*(?:src|href)="([^"]*)"', page.data)
    assert loaded
    assert all(address.startswith(b"/") for address in loaded)
    assert b"/v1/articles" in page.data


def test_every_answer_carries_a_request_id_and_safe_headers(client: FlaskClient) -> None:
    response = client.get("/livez", headers={"X-Request-Id": "abc-123"})

    assert response.headers["X-Request-Id"] == "abc-123"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert client.get("/livez", headers={"X-Request-Id": "a b\tc"}).headers["X-Request-Id"] != ""
