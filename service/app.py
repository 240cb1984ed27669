"""The composition root: settings in, a Flask application out. Nothing connects here."""

from __future__ import annotations

import contextlib
import logging
import os
import time

import structlog
from flask import Flask, Response, request
from markupsafe import Markup, escape
from redis.exceptions import RedisError
from werkzeug.middleware.proxy_fix import ProxyFix

from claims.version import VERSION
from service import auth, cors, edge, limits, problems
from service.context import EXTENSION, Services, services
from service.pages import views as pages
from service.requests import read_chunked
from service.sessions import SessionInterface
from service.views import (
    articles,
    batches,
    checklists,
    deliveries,
    docs,
    health,
    integrations,
    jobs,
    languagetool,
    metrics,
)
from service.waiting import Endings
from store import Store, open_store
from store.settings import Settings

BLUEPRINTS = (
    articles.blueprint,
    jobs.blueprint,
    checklists.blueprint,
    deliveries.blueprint,
    batches.blueprint,
    integrations.blueprint,
    languagetool.blueprint,
    health.blueprint,
    metrics.blueprint,
    docs.blueprint,
    pages.blueprint,
)

log = structlog.get_logger("claimsheet.api")


def create_app(store: Store | None = None) -> Flask:
    """The API, over a store or over the one that the environment names.

    Raises:
        BadSetting: an environment variable cannot be read.
        ValueError: there is no store.
    """
    store = store or open_store(Settings.from_environ(os.environ))
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = store.settings.max_body_bytes
    app.config["MAX_FORM_MEMORY_SIZE"] = store.settings.max_body_bytes
    app.config["VERSION"] = VERSION
    app.url_map.strict_slashes = False
    app.session_interface = SessionInterface(store)
    app.jinja_env.globals["exact"] = exact
    app.jinja_env.trim_blocks = True
    app.extensions[EXTENSION] = Services(store, Endings(store))
    app.extensions["claimsheet-keyring"] = auth.Keyring(store)
    app.extensions["claimsheet-limits"] = limits.Limits(store)
    if store.settings.trusted_proxies:
        count = store.settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, count, count, count)  # type: ignore[method-assign]
    app.wsgi_app = edge.dressed(app.wsgi_app, store.settings.frame_ancestors)  # type: ignore[method-assign, assignment]
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    problems.register(app)
    app.before_request(_let_in)
    app.teardown_request(limits.count_out)
    app.after_request(_finish)
    return app


def exact(text: str) -> Markup:
    """Text escaped so that the page holds every character of it: a parser would drop returns."""
    return escape(text).replace("\r", Markup("&#13;"))


def _let_in() -> Response | None:
    """Before each request: read it, and refuse who may not ask or asks too much."""
    read_chunked()
    preflight = cors.preflight()
    if preflight is None:
        auth.authenticate()
        limits.count_in()
    return preflight


def _finish(response: Response) -> Response:
    _log(response)
    if response.status_code < 400:  # so it answers
        with contextlib.suppress(RedisError):
            problems.unanswered.tell(services().store)
    return cors.allow(response)


def _log(response: Response) -> None:
    """A line an answer, with the route and not the address: that may hold words of an article."""
    reading = request.method in ("GET", "HEAD", "OPTIONS") and response.status_code < 500
    if reading and services().store.settings.log_level != "debug":
        return  # making a line that nobody writes costs as much as the answer's headers
    log.log(
        logging.DEBUG if reading else logging.INFO,
        "answered",
        method=request.method,
        route=str(request.url_rule or ""),
        status=response.status_code,
        seconds=round(time.perf_counter() - request.environ[edge.BEGAN], 3),
    )
