"""Checklists: read one, tick an item, add a missed claim, sign a version off."""

from __future__ import annotations

from typing import Any

import orjson
from flask import Blueprint, Response, request
from werkzeug.datastructures import MIMEAccept

from claims import wire
from claims.model import ClaimKind, Span
from claims.submission import to_article
from service import schemas
from service.answers import json_answer, tagged
from service.context import desk, store
from service.exports import FORMATS, Material
from service.openapi import operation
from service.problems import Problem, invalid
from service.requests import load_json, load_query
from store import articles, checklists, ticks

_FORMS: dict[str, Any] = {
    "application/json": schemas.ChecklistSchema,
    **{made.media_type: {} for made in FORMATS.values()},
}
_TYPES = {
    "application/json": "json",
    **{made.media_type.partition(";")[0]: form for form, made in FORMATS.items()},
}

blueprint = Blueprint("checklists", __name__, url_prefix="/v1/articles/<article_id>/checklist")


@blueprint.get("")
@operation(
    "Read the checklist",
    {200: _FORMS, 304: None},
    scope="read",
    query=schemas.ChecklistQuery,
    headers=("If-None-Match",),
    problems=(401, 403, 404, 409, 410, 422, 429, 503),
)
def show(article_id: str) -> Response:
    query = load_query(schemas.ChecklistQuery)
    form = query.pop("format", None) or _preferred_format()
    view = checklists.read(store(), article_id, desk())
    if form == "json" and not query:
        return tagged(view.body, view.etag, {"Vary": "Accept"})
    checklist = view.checklist()
    checklist["items"] = [item for item in checklist["items"] if _wanted(item, query)]
    if form == "json":
        return json_answer(checklist, headers={"Vary": "Accept"})
    return _export(form, view, checklist)


@blueprint.get("/items/<item_id>")
@operation(
    "Read one item",
    {200: schemas.ItemSchema, 304: None},
    scope="read",
    headers=("If-None-Match",),
    problems=(401, 403, 404, 409, 410, 429, 503),
)
def show_item(article_id: str, item_id: str) -> Response:
    view = checklists.read(store(), article_id, desk())
    return _item_answer(ticks.find(view.checklist()["items"], item_id))


@blueprint.patch("/items/<item_id>")
@operation(
    "Tick an item",
    {200: schemas.ItemSchema},
    scope="check",
    body=schemas.TickSchema,
    example={
        "status": "confirmed",
        "checked_by": "KM",
        "sources": [{"kind": "primary", "citation": "call with the embassy, 18 March"}],
    },
    headers=("If-Match",),
    problems=(400, 401, 403, 404, 409, 410, 412, 415, 422, 428, 429, 503),
)
def tick(article_id: str, item_id: str) -> Response:
    if not request.if_match:
        raise Problem(
            428,
            "if_match_missing",
            "If-Match is missing",
            "Send the item's ETag in If-Match, so that nobody's tick is overwritten.",
        )
    set_to = load_json(schemas.TickSchema)
    matches = lambda version: request.if_match.contains(str(version))  # noqa: E731
    return _item_answer(ticks.change(store(), article_id, item_id, desk(), set_to, matches))


@blueprint.get("/items/<item_id>/history")
@operation(
    "Read who set what when, oldest first",
    {200: schemas.HistorySchema},
    scope="read",
    problems=(401, 403, 404, 409, 410, 429, 503),
)
def history(article_id: str, item_id: str) -> Response:
    return json_answer({"history": ticks.history(store(), article_id, item_id, desk())})


@blueprint.post("/items")
@operation(
    "Add a claim that the machine missed",
    {201: schemas.ItemSchema},
    scope="check",
    body=schemas.AddedItemSchema,
    example={"field": "body", "start": 0, "end": 6, "kind": "name", "note": "spelling?"},
    problems=(400, 401, 403, 404, 409, 410, 415, 422, 429, 503),
)
def add(article_id: str) -> Response:
    given = load_json(schemas.AddedItemSchema)
    article = articles.load(store(), article_id, desk())
    fields = articles.submitted(store(), article_id, article.finished or article.newest.key)
    texts = dict(to_article(fields).fields())
    text = texts.get(given["field"])
    if text is None:
        raise invalid([("/field", f"the article has these fields: {', '.join(texts)}")])
    if not given["start"] < given["end"] <= len(text):
        raise invalid([("/end", f"must be after `start` and at most {len(text)}")])
    span = Span(given["start"], given["end"])
    item = wire.added_item(text, given["field"], span, ClaimKind(given["kind"]), given["note"])
    ticks.add(store(), article_id, desk(), item, given["checked_by"])
    response = _item_answer(item)
    response.status_code = 201
    response.headers["Location"] = f"/v1/articles/{article_id}/checklist/items/{item['id']}"
    return response


@blueprint.post("/sign-off")
@operation(
    "Clear this version for print",
    {200: schemas.SignOffAnswerSchema},
    scope="check",
    body=schemas.SignOffSchema,
    example={"by": "K. Mori", "note": "all calls made"},
    problems=(400, 401, 403, 404, 409, 410, 415, 422, 429, 503),
)
def sign_off(article_id: str) -> Response:
    given = load_json(schemas.SignOffSchema)
    return json_answer(ticks.sign_off(store(), article_id, desk(), **given))


def _item_answer(item: dict[str, Any]) -> Response:
    return tagged(orjson.dumps(item), str(item["version"]))


def _preferred_format() -> str:
    """What ``Accept`` asks for; JSON when it asks for nothing that there is."""
    if request.headers.get("Accept", "*/*") == "*/*":
        return "json"
    # Parameters such as a profile or a charset name no other format of ours.
    asked = [(name.partition(";")[0], quality) for name, quality in request.accept_mimetypes]
    best = MIMEAccept(asked).best_match(list(_TYPES), default="application/json")
    return str(_TYPES[best])


def _export(form: str, view: checklists.View, checklist: dict[str, Any]) -> Response:
    article, made = view.article, FORMATS[form]
    version = article.version(article.finished or "")
    submitted = to_article(articles.submitted(store(), article.id, version.key))
    material = Material(
        checklist=checklist,
        texts=dict(submitted.fields()),
        html=submitted.html,
        url=version.about.get("url"),
        base=request.host_url.rstrip("/"),
    )
    headers = {"Vary": "Accept", "Cache-Control": "private, no-cache"}
    if made.extension:
        name = f"checklist-{article.id}.{made.extension}"
        headers["Content-Disposition"] = f'attachment; filename="{name}"'
    if made.content_security_policy:
        headers["Content-Security-Policy"] = made.content_security_policy
    return Response(made.render(material), headers=headers, content_type=made.media_type)


def _wanted(item: dict[str, Any], query: dict[str, Any]) -> bool:
    return (
        query.get("kind") in (None, item["kind"])
        and query.get("status") in (None, item["check"]["status"])
        and item["priority"] >= query.get("min_priority", 0)
    )
