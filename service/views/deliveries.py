"""Callbacks of an article: what was attempted, and again by hand."""

from __future__ import annotations

from flask import Blueprint, Response

from service import schemas
from service.answers import json_answer
from service.context import desk, store
from service.openapi import operation
from store import articles, deliveries
from store.errors import NotFound

blueprint = Blueprint("deliveries", __name__, url_prefix="/v1/articles/<article_id>/deliveries")


@blueprint.get("")
@operation(
    "Read the log of an article's callbacks, oldest first",
    {200: schemas.DeliveryListSchema},
    scope="read",
    problems=(401, 403, 404, 410, 429, 503),
)
def index(article_id: str) -> Response:
    article = articles.load(store(), article_id, desk())
    found = deliveries.of_article(store(), article.id)
    return json_answer({"deliveries": [delivery.wire() for delivery in found]})


@blueprint.post("/<delivery_id>/attempts")
@operation(
    "Deliver a callback again, by hand",
    {202: schemas.DeliverySchema},
    scope="submit",
    problems=(401, 403, 404, 410, 429, 503),
)
def again(article_id: str, delivery_id: str) -> Response:
    article = articles.load(store(), article_id, desk())
    if deliveries.find(store(), delivery_id).article_id != article.id:
        raise NotFound(delivery_id)
    return json_answer(deliveries.redeliver(store(), delivery_id).wire(), 202)
