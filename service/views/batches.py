"""Up to a hundred articles at once."""

from __future__ import annotations

from typing import Any

import orjson
from flask import Blueprint, Response, request
from marshmallow import ValidationError

from service import schemas
from service.answers import POLL_SECONDS, digest, json_answer
from service.context import client, desk, store
from service.openapi import operation
from service.problems import Problem, from_store, invalid, pointers
from service.requests import from_schema, parse_json, unsupported
from service.views.articles import idempotency_key
from store import articles
from store.articles import Idempotency
from store.errors import QueueFull, StoreError

blueprint = Blueprint("batches", __name__, url_prefix="/v1/batches")

MOST_ARTICLES = 100
# A batch may be as long as so many articles.
_BODIES = 10

_EXAMPLE = {
    "articles": [
        {"external_id": "urn:example:1", "text": "It met on 8 April 2010."},
        {"external_id": "urn:example:2", "html": "<p>It met again in 2011.</p>"},
    ]
}


@blueprint.post("")
@operation(
    "Hand in up to 100 articles; each bad one is reported beside its index",
    {202: schemas.BatchAnswerSchema},
    scope="submit",
    body={"application/json": {"schema": schemas.BatchSchema, "example": _EXAMPLE}},
    headers=("Idempotency-Key",),
    problems=(400, 401, 403, 413, 415, 422, 429, 503),
)
def submit() -> Response:
    request.max_content_length = _BODIES * store().settings.max_body_bytes
    if request.mimetype != "application/json":
        raise unsupported("application/json")
    given = _articles(parse_json(request.get_data()))
    key = idempotency_key()
    jobs: list[dict[str, Any]] = []
    errors: list[dict[str, Any]] = []
    for index, article in enumerate(given):
        try:
            fields = from_schema(schemas.ArticleSchema, article)
            job = articles.accept(store(), fields, desk(), _idempotency(key, index, article))
            jobs.append({**job.wire(), "index": index})
        except QueueFull as full:
            if not jobs:
                raise
            errors.append(_error(index, from_store(full)))
        except StoreError as error:
            errors.append(_error(index, from_store(error)))
        except ValidationError as error:
            errors.append(_error(index, invalid(list(pointers(error.messages)))))
        except Problem as problem:
            errors.append(_error(index, problem))
    if not jobs:
        raise _nothing_accepted(errors)
    return json_answer({"jobs": jobs, "errors": errors}, 202, {"Retry-After": POLL_SECONDS})


def _articles(batch: Any) -> list[Any]:
    """The articles of ``{"articles": […]}``.

    Raises:
        Problem: 422, it is something else, or there are too many.
    """
    given = batch.get("articles") if isinstance(batch, dict) else None
    if not isinstance(given, list) or not given:
        raise invalid([("/articles", "send a list of articles")])
    if len(given) > MOST_ARTICLES:
        raise invalid([("/articles", f"holds {len(given)}; send at most {MOST_ARTICLES} at once")])
    if unknown := [name for name in batch if name != "articles"]:
        raise invalid(
            [(f"/{name}", "is not a field of this request; remove it") for name in unknown]
        )
    return given


def _idempotency(key: str | None, index: int, article: Any) -> Idempotency | None:
    """One key stands for a batch; each article of it has its own."""
    if key is None:
        return None
    return Idempotency(client(), f"{key} {index}", digest(orjson.dumps(article)))


def _error(index: int, problem: Problem) -> dict[str, Any]:
    """A problem of one article, its pointers into that article."""
    shown = {name: problem.body[name] for name in ("status", "code", "title", "detail", "errors")}
    return {"index": index, **shown}


def _nothing_accepted(errors: list[dict[str, Any]]) -> Problem:
    return invalid(
        [
            (f"/articles/{error['index']}{wrong['pointer']}", wrong["detail"])
            for error in errors
            for wrong in error["errors"] or [{"pointer": "", "detail": error["detail"]}]
        ]
    )
