"""What a CMS pushes: proven, read by its adapter, stored like any other article."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, g, request

from service import schemas
from service.answers import json_answer
from service.context import DEFAULT_DESK, desk, store
from service.integrations import ADAPTERS, Adapter, BadSignature, Node, Push
from service.openapi import View, operation
from service.problems import Problem
from service.requests import from_schema, load_query, parse_json
from service.views.articles import accepted
from store import articles, jobs
from store.errors import AlreadyEnded, Expired, NotFound

blueprint = Blueprint("integrations", __name__, url_prefix="/v1/integrations")

_ANY_OBJECT = {"application/json": {"schema": {"type": "object"}}}
_ANSWERS = {202: schemas.JobSchema, 200: schemas.CanceledSchema}


def _takes(summary: str, *, signed: bool = False) -> Callable[[View], View]:
    """What the routes have in common: the CMS's signature proves a push, or a key of ours."""
    if signed:
        return operation(
            summary,
            _ANSWERS,
            body=_ANY_OBJECT,
            query=schemas.IntegrationQuery,
            problems=(400, 401, 404, 413, 422, 503),
        )
    return operation(
        summary,
        _ANSWERS,
        scope="submit",
        body=_ANY_OBJECT,
        query=schemas.IntegrationQuery,
        headers=("Prefer",),
        problems=(400, 401, 403, 413, 422, 429, 503),
    )


@blueprint.post("/superdesk")
@_takes("Take a push of Superdesk's http_push, signed with its secret", signed=True)
def superdesk() -> Response:
    return _signed("superdesk")


@blueprint.post("/ghost")
@_takes("Take a webhook of Ghost, signed with its secret", signed=True)
def ghost() -> Response:
    return _signed("ghost")


@blueprint.post("/ninjs")
@_takes("Take an IPTC ninjs object, 1.x to 3.x")
def ninjs() -> Response:
    return _take(ADAPTERS["ninjs"])


@blueprint.post("/wordpress")
@_takes("Take a WordPress post as its REST API has it")
def wordpress() -> Response:
    return _take(ADAPTERS["wordpress"])


@blueprint.post("/ans")
@_takes("Take an Arc XP story in ANS, bare or in an IFX event")
def ans() -> Response:
    return _take(ADAPTERS["ans"])


def _signed(name: str) -> Response:
    """Check the raw body's signature before anything is made of it.

    Raises:
        Problem: 404 no secret is set, 401 the signature is missing, wrong or old.
    """
    adapter = ADAPTERS[name]
    assert adapter.verify is not None
    assert adapter.secret is not None
    secret = getattr(store().settings, adapter.secret)
    if secret is None:
        raise Problem(404, "not_found", "Not found", f"No secret is set for {name}.")
    try:
        adapter.verify(request.get_data(), request.headers, secret, time.time())
    except BadSignature as error:
        raise Problem(401, "bad_signature", "Not signed as agreed", str(error)) from None
    g.desk = store().settings.adapter_desk or DEFAULT_DESK
    return _take(adapter)


def _take(adapter: Adapter) -> Response:
    about = load_query(schemas.IntegrationQuery)
    push = adapter.read(Node.root(parse_json(request.get_data())))
    if push.canceled:
        return json_answer({"canceled": _cancel(push)})
    fields = from_schema(schemas.ArticleSchema, {**push.fields, **about})
    return accepted(articles.accept(store(), {**fields, **_beside(push)}, desk()))


def _beside(push: Push) -> dict[str, Any]:
    """What an adapter knows and ``POST /v1/articles`` does not take."""
    beside: dict[str, Any] = {}
    if push.blank_lines:
        beside["blank_lines"] = True
    if push.evolved_from:
        beside["evolved_from"] = push.evolved_from
    return beside


def _cancel(push: Push) -> list[str]:
    """Give up what waits of a canceled article; the ids of its jobs. Its checklist stays."""
    try:
        article = articles.load(store(), articles.identify(desk(), push.external_id), desk())
    except (NotFound, Expired):
        return []
    canceled = []
    for job_id in article.jobs:
        try:
            canceled.append(jobs.cancel(store(), job_id, desk()).job.id)
        except (AlreadyEnded, NotFound):
            continue
    return canceled
