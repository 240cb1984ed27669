"""Articles: hand one in, find it, read it back, remove it."""

from __future__ import annotations

from typing import Any

import structlog
from flask import Blueprint, Response, request

from claims.submission import to_article
from service import schemas
from service.answers import POLL_SECONDS, digest, job_answer, json_answer, tagged
from service.context import client, desk, services, store
from service.openapi import operation
from service.problems import Problem, invalid
from service.requests import (
    decode_text,
    from_schema,
    load_json,
    load_query,
    parse_json,
    unsupported,
    wait_seconds,
)
from store import articles, jobs, listing
from store.articles import Idempotency, StoredArticle
from store.jobs import Job, StoredJob

blueprint = Blueprint("articles", __name__, url_prefix="/v1/articles")

_LONGEST_KEY = 255
# Media types that are the body of an article by themselves.
_BODIES = {"text/plain": "text", "text/html": "html"}

_TEXTS = {"type": "object", "additionalProperties": {"type": "string"}}

_EXAMPLE = {
    "external_id": "urn:example:envoy",
    "version": "1",
    "headline": "Moscow calls its envoy home",
    "text": "Russia recalled its ambassador to Washington on Thursday for consultations.",
    "published_at": "2021-03-18T17:00:00-04:00",
}


@blueprint.post("")
@operation(
    "Hand in an article",
    {202: schemas.JobSchema, 200: schemas.JobSchema},
    scope="submit",
    body={
        "application/json": {"schema": schemas.ArticleSchema, "example": _EXAMPLE},
        "text/plain": {"schema": {"type": "string"}},
        "text/html": {"schema": {"type": "string"}},
    },
    headers=("Prefer", "Idempotency-Key"),
    problems=(400, 401, 403, 413, 415, 422, 429, 503),
)
def submit() -> Response:
    job = articles.accept(store(), _submitted(), desk(), _idempotency())
    return accepted(job)


@blueprint.get("")
@operation(
    "List articles, newest first",
    {200: schemas.ArticleListSchema},
    scope="read",
    query=schemas.ListQuery,
    problems=(401, 403, 422, 429, 503),
)
def index() -> Response:
    query = load_query(schemas.ListQuery)
    try:
        page = _page(query)
    except ValueError as error:
        raise invalid([("/cursor", str(error))]) from None
    shown = [
        _article(article, job) for article, job in zip(page.articles, page.newest_jobs, strict=True)
    ]
    return json_answer({"articles": shown, "next": page.next})


@blueprint.get("/<article_id>")
@operation(
    "Read an article's versions and jobs",
    {200: schemas.ArticleAnswerSchema},
    scope="read",
    problems=(401, 403, 404, 410, 429, 503),
)
def show(article_id: str) -> Response:
    article = articles.load(store(), article_id, desk())
    known = [jobs.find(store(), job_id) for job_id in article.jobs]
    found = [job for job in known if job is not None]
    newest = next((j for j in reversed(found) if j.version_key == article.newest.key), None)
    return json_answer({**_article(article, newest), "jobs": [job.wire() for job in found]})


@blueprint.delete("/<article_id>")
@operation(
    "Remove an article and all that hangs on it",
    {204: None},
    scope="admin",
    problems=(401, 403, 404, 409, 410, 429, 503),
)
def remove(article_id: str) -> Response:
    articles.delete(store(), article_id, desk())
    return Response(status=204)


@blueprint.get("/<article_id>/text")
@operation(
    "Read the canonical text of each field, which offsets count in",
    {200: {"application/json": _TEXTS}, 304: None},
    scope="read",
    headers=("If-None-Match",),
    problems=(401, 403, 404, 410, 429, 503),
)
def text(article_id: str) -> Response:
    article = articles.load(store(), article_id, desk())
    version_key = article.finished or article.newest.key
    fields = articles.submitted(store(), article_id, version_key)
    body = json_answer(dict(to_article(fields).fields())).get_data()
    return tagged(body, digest(body))


@blueprint.put("/<article_id>/hold")
@operation(
    "Keep an article whatever its time (legal hold)",
    {200: schemas.HoldAnswerSchema},
    scope="admin",
    body=schemas.HoldSchema,
    example={"by": "Legal", "reason": "claim of 4 May, see counsel"},
    problems=(400, 401, 403, 404, 410, 415, 422, 429, 503),
)
def hold(article_id: str) -> Response:
    given = load_json(schemas.HoldSchema)
    return json_answer(articles.hold(store(), article_id, desk(), **given))


@blueprint.delete("/<article_id>/hold")
@operation(
    "Release a held article",
    {204: None},
    scope="admin",
    problems=(401, 403, 404, 410, 429, 503),
)
def release(article_id: str) -> Response:
    articles.release(store(), article_id, desk())
    return Response(status=204)


@blueprint.post("/<article_id>/jobs")
@operation(
    "Extract again; ticks stay",
    {202: schemas.JobSchema, 200: schemas.JobSchema},
    scope="submit",
    headers=("Prefer",),
    problems=(401, 403, 404, 410, 429, 503),
)
def extract_again(article_id: str) -> Response:
    return accepted(articles.again(store(), article_id, desk()))


def accepted(job: Job) -> Response:
    """``202`` with the job; ``200`` once it has ended, if the client prefers to wait for that."""
    structlog.contextvars.bind_contextvars(job=job.id)
    seconds = wait_seconds()
    headers = {"Location": f"/v1/jobs/{job.id}"}
    if seconds:
        headers["Preference-Applied"] = f"wait={seconds}"
        job = ended(job, seconds)
        if job.ended:
            response = job_answer(StoredJob(job, json_answer(job.wire()).get_data()))
            response.headers.update(headers)
            return response
    return json_answer(job.wire(), 202, {**headers, "Retry-After": POLL_SECONDS})


def ended(job: Job, seconds: float) -> Job:
    """The job once it has ended, or as it stands after the seconds."""
    look = lambda: jobs.load(store(), job.id, job.desk)  # noqa: E731
    return services().endings.wait(job.id, seconds, look).job


def _submitted() -> dict[str, Any]:
    if request.mimetype == "application/json":
        return load_json(schemas.ArticleSchema)
    if body := _BODIES.get(request.mimetype):
        return from_schema(
            schemas.ArticleSchema, {**_beside(), body: decode_text(request.get_data())}
        )
    raise unsupported("application/json", *_BODIES)


def _beside() -> dict[str, Any]:
    """The query parameters of an article whose body is its text: ``captions`` may be repeated,
    ``metadata`` is JSON."""
    given: dict[str, Any] = request.args.to_dict()
    if doubled := [name for name in _BODIES.values() if name in given]:
        raise invalid([(f"/{doubled[0]}", "stands in the body already; leave out the parameter")])
    if "captions" in given:
        given["captions"] = request.args.getlist("captions")
    if "metadata" in given:
        try:
            given["metadata"] = parse_json(given["metadata"].encode())
        except Problem:
            raise invalid([("/metadata", "send a JSON object")]) from None
    return given


def idempotency_key() -> str | None:
    """The request's ``Idempotency-Key``.

    Raises:
        Problem: 400, it is empty or too long.
    """
    key = request.headers.get("Idempotency-Key")
    if key is not None and not 0 < len(key) <= _LONGEST_KEY:
        raise Problem(
            400,
            "idempotency_key",
            "Unusable Idempotency-Key",
            f"Send 1 to {_LONGEST_KEY} characters in Idempotency-Key.",
        )
    return key


def _idempotency() -> Idempotency | None:
    key = idempotency_key()
    if key is None:
        return None
    said = request.get_data() + b"\n" + request.query_string + b"\n" + request.mimetype.encode()
    return Idempotency(client(), key, digest(said))


def _page(query: dict[str, Any]) -> listing.Page:
    if external_id := query.get("external_id"):
        page = listing.find_external(store(), external_id, desk())
    else:
        page = listing.list_page(
            store(), desk(), query["limit"], query.get("cursor"), query.get("status")
        )
    return page


def _article(article: StoredArticle, newest_job: Job | None) -> dict[str, Any]:
    newest = article.newest
    return {
        "id": article.id,
        "external_id": article.external_id,
        "headline": newest.about.get("headline"),
        "language": newest.about.get("language", "en"),
        "url": newest.about.get("url"),
        "metadata": newest.about.get("metadata", {}),
        "created_at": article.created_at,
        "status": newest_job.status if newest_job else None,
        "summary": article.summary,
        "sign_off": article.valid_sign_off,
        "held": article.held,
        "versions": [
            {
                "version": version.label,
                "received_at": version.received_at,
                "updated_at": version.updated_at,
                "headline": version.about.get("headline"),
                "published_at": version.about.get("published_at"),
                "finished": version.key == article.finished,
                "jobs": article.jobs_of(version.key),
            }
            for version in article.versions
        ],
        "links": _links(article),
    }


def _links(article: StoredArticle) -> dict[str, str]:
    path = f"/v1/articles/{article.id}"
    links = {
        "self": path,
        "checklist": f"{path}/checklist",
        "text": f"{path}/text",
        "page": f"/articles/{article.id}",
    }
    if before := article.newest.about.get("evolved_from"):
        links["evolved_from"] = f"/v1/articles/{articles.identify(article.desk, before)}"
    return links
