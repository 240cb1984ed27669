"""The API's description: as OpenAPI for machines, as a page for people."""

from __future__ import annotations

import functools
from typing import Any

from flask import Blueprint, Response, current_app, render_template

from service import openapi
from service.answers import digest, json_answer, tagged

blueprint = Blueprint("docs", __name__)


@blueprint.get("/openapi.json")
def document() -> Response:
    body = json_answer(_document()).get_data()
    return tagged(body, digest(body))


@blueprint.get("/docs")
def page() -> str:
    return render_template("docs.html", spec=_document())


def _document() -> dict[str, Any]:
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    return _build(app)


@functools.cache
def _build(app: Any) -> dict[str, Any]:
    return openapi.build(app)
