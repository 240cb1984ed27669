"""The pages: hand an article in, see the recent ones, check one, sign in."""

from __future__ import annotations

from typing import Any

import structlog
from flask import Blueprint, Response, current_app, redirect, render_template, request, session
from marshmallow import ValidationError
from redis.exceptions import RedisError
from werkzeug.wrappers import Response as AnyResponse

from claims.model import ClaimKind
from claims.submission import to_article
from service import schemas
from service.auth import csrf_token, keyring, open_session, scoped, signed_in
from service.context import DEFAULT_DESK, desk, store
from service.pages import marks, words
from service.problems import Problem, from_redis, from_store
from service.requests import from_schema
from store import articles, checklists, listing, ticks
from store.errors import NotReady, StoreError

blueprint = Blueprint("pages", __name__)

_RECENT = 30


@blueprint.get("/")
@scoped("read")
def home() -> str:
    page = listing.list_page(store(), desk(), _RECENT, request.args.get("cursor"))
    rows = list(zip(page.articles, page.newest_jobs, strict=True))
    return _render("home.html", rows=rows, next=page.next, given={}, errors={})


@blueprint.post("/")
@scoped("submit")
def hand_in() -> AnyResponse:
    """The form without JavaScript: the same fields as the API, answered with the article's page."""
    given = {name: text for name, text in request.form.items() if text and name != "csrf_token"}
    given.pop("form", None)
    try:
        fields = from_schema(schemas.ArticleSchema, given)
    except ValidationError as error:
        errors: Any = error.messages
        page = _render("home.html", rows=[], next=None, given=given, errors=errors)
        return Response(page, 422)
    job = articles.accept(store(), fields, desk())
    structlog.contextvars.bind_contextvars(job=job.id)
    return redirect(f"/articles/{job.article_id}", 303)


@blueprint.get("/articles/<article_id>")
@scoped("read")
def article(article_id: str) -> str:
    try:
        view = checklists.read(store(), article_id, desk())
    except NotReady as waiting:
        stored = articles.load(store(), article_id, desk())
        return _render("waiting.html", article=stored, job=waiting.job)
    version = view.article.version(view.article.finished or "")
    submitted = articles.submitted(store(), article_id, version.key)
    checklist = view.checklist()
    items = sorted(checklist["items"], key=lambda item: item["kind"] == ClaimKind.NAME)
    texts = dict(to_article(submitted).fields())
    return _render(
        "article.html",
        article=view.article,
        version=version,
        checklist=checklist,
        fields=[
            (
                name,
                list(marks.stretches(text, [i for i in checklist["items"] if i["field"] == name])),
            )
            for name, text in texts.items()
        ],
        items=items,
        numbers={item["id"]: n for n, item in enumerate(items, 1)},
        by_id={item["id"]: item for item in checklist["items"]},
        etag=view.etag,
        open=len(ticks.still_open(items)),
    )


@blueprint.get("/embed.js")
def embed() -> Response:
    """The web component, at an address that is easy to paste; any page may load it."""
    response = current_app.send_static_file("embed.js")
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@blueprint.get("/sign-in")
def sign_in_form() -> AnyResponse:
    if not keyring().needed():
        return redirect("/", 303)
    return Response(_render("sign_in.html", error=None))


@blueprint.post("/sign-in")
def sign_in() -> AnyResponse:
    key = keyring().presented(request.form.get("key", "").strip())
    if key is None:
        page = _render("sign_in.html", error="That is not a key that is valid here.")
        return Response(page, 401)
    open_session(key)
    return redirect(_inside(request.args.get("next")), 303)


@blueprint.post("/sign-out")
@scoped("read")
def sign_out() -> AnyResponse:
    session.clear()
    return redirect("/sign-in", 303)


@blueprint.errorhandler(Problem)
def problem(error: Problem) -> AnyResponse:
    """A page for a person, in place of the problem document that a program gets."""
    if error.status == 401:
        return redirect(f"/sign-in?next={request.path}", 303)
    if request.accept_mimetypes.best == "application/json":
        return error.response()
    page = render_template("problem.html", problem=error.body)
    return Response(page, error.status, dict(error.headers))


@blueprint.errorhandler(StoreError)
def store_error(error: StoreError) -> AnyResponse:
    return problem(from_store(error))


@blueprint.errorhandler(RedisError)
def redis_error(error: RedisError) -> AnyResponse:
    return problem(from_redis(error))


def _inside(path: str | None) -> str:
    """Only a path of this site: never an address that somebody else has put into a link."""
    if path and path.startswith("/") and not path.startswith(("//", "/\\")):
        return path
    return "/"


def _render(template: str, **values: Any) -> str:
    key = signed_in()
    return render_template(
        template,
        **values,
        csrf=csrf_token(),
        desk=key.desk if key else DEFAULT_DESK,
        signed_in=key is not None,
        kinds=[k.value for k in ClaimKind],
        words=words,
        version_label=current_app.config["VERSION"],
    )
