"""Who is asking, for which desk, and whether they may.

A request proves itself with ``Authorization: Bearer cs_…`` or with the page's session cookie. While
no key has been made only this machine is served, without any. Each view names the scope that it
needs (``view.scope``, set by :func:`service.openapi.operation` or :func:`scoped`); one that names
none is open to all.
"""

from __future__ import annotations

import hmac
import ipaddress
import secrets
import threading
import time
import urllib.parse
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, TypeVar

from flask import current_app, g, request, session

from service.context import DEFAULT_DESK, store
from service.problems import Problem
from store import Store, apikeys
from store.apikeys import ApiKey

View = TypeVar("View", bound=Callable[..., Any])
COOKIE = "claimsheet"
# Where the request keeps the error of a session that could not be opened.
AWAY = "claimsheet.away"
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
# A key that was looked up is believed for so long; a revoked one is refused after that.
_BELIEVED_SECONDS = 5.0
_MOST_BELIEVED = 1_024
_LOOPBACK_HOSTS = ("localhost", "127.0.0.1", "[::1]")


class Keyring:
    """Keys as they were looked up a moment ago, so that a request costs no round trip for it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: OrderedDict[str, tuple[float, ApiKey | None]] = OrderedDict()
        self._any: tuple[float, bool] = (0.0, False)
        self._lock = threading.Lock()

    def presented(self, text: str) -> ApiKey | None:
        """The key of an ``Authorization`` header."""
        return self._look_up("p" + text, lambda: apikeys.find(self._store, text))

    def by_id(self, key_id: str) -> ApiKey | None:
        """The key that a session was opened with."""
        return self._look_up("i" + key_id, lambda: apikeys.by_id(self._store, key_id))

    def needed(self) -> bool:
        """Whether a request must carry a key: as set, or as soon as one has been made."""
        if self._store.settings.require_keys is not None:
            return self._store.settings.require_keys
        until, exist = self._any
        if until < time.monotonic():
            exist = apikeys.exist(self._store)
            self._any = (time.monotonic() + _BELIEVED_SECONDS, exist)
        return exist

    def _look_up(self, name: str, find: Callable[[], ApiKey | None]) -> ApiKey | None:
        with self._lock:
            until, key = self._known.get(name, (0.0, None))
        if until > time.monotonic():
            return key
        key = find()
        with self._lock:
            self._known[name] = (time.monotonic() + _BELIEVED_SECONDS, key)
            self._known.move_to_end(name)
            while len(self._known) > _MOST_BELIEVED:
                self._known.popitem(last=False)
        return key


def authenticate() -> None:
    """Before each request: find out who asks, and refuse who may not.

    Raises:
        Problem: 400, 401 or 403.
        RedisError: the page's session could not be opened.
    """
    view = current_app.view_functions.get(request.endpoint or "")
    scope = getattr(view, "scope", None)
    _refuse_strange_hosts()
    if AWAY in request.environ and (scope is not None or request.blueprint == "pages"):
        raise request.environ[AWAY]
    if scope is None or request.method == "OPTIONS":
        return
    key = _key()
    if key is None:
        _refuse_without_key()
        g.desk = g.client = DEFAULT_DESK
        _refuse_other_sites()
    else:
        g.desk, g.client, g.key = key.desk, key.id, key
        if not key.allows(scope):
            raise Problem(
                403,
                "scope",
                "The key's scopes do not reach",
                f"This needs the scope `{scope}`; the key has {', '.join(key.scopes)}.",
            )


def scoped(scope: str) -> Callable[[View], View]:
    """Name the scope that a page needs."""

    def name(view: View) -> View:
        view.scope = scope  # type: ignore[attr-defined]
        return view

    return name


def signed_in() -> ApiKey | None:
    """The key that the page's session was opened with."""
    key_id = session.get("key")
    return keyring().by_id(key_id) if key_id else None


def csrf_token() -> str:
    """The token that the page's forms and scripts must send back; empty for who is not signed in.

    Without a session there is nothing that another site could ride on; see `_refuse_other_sites`.
    """
    return str(session.get("csrf", ""))


def open_session(key: ApiKey) -> None:
    """Sign a reader in with a key."""
    session.clear()
    session.update(key=key.id, csrf=secrets.token_urlsafe(24))


def keyring() -> Keyring:
    ring: Keyring = current_app.extensions["claimsheet-keyring"]
    return ring


def _key() -> ApiKey | None:
    scheme, _, presented = request.headers.get("Authorization", "").partition(" ")
    if not scheme and request.blueprint == "languagetool" and "apiKey" in request.form:
        # Clients of LanguageTool have no other way to send one.
        scheme, presented = "bearer", request.form["apiKey"]
    if scheme:
        key = keyring().presented(presented.strip()) if scheme.lower() == "bearer" else None
        if key is None:
            raise _unauthorized("The key in Authorization is not one that is valid here.")
        return key
    key = signed_in()
    if key is not None and request.method not in SAFE_METHODS:
        sent = request.headers.get("X-CSRF-Token") or request.form.get("csrf_token") or ""
        if not hmac.compare_digest(sent.encode(), str(session.get("csrf", "")).encode()):
            raise Problem(403, "csrf", "No valid CSRF token", "Reload the page and try again.")
    return key


def _refuse_without_key() -> None:
    if keyring().needed():
        raise _unauthorized("Send a key: Authorization: Bearer cs_…")
    if store().settings.require_keys is None and not _is_loopback(request.remote_addr):
        raise Problem(
            403,
            "loopback_only",
            "Only this machine is served",
            "No key has been made, so only loopback is served. Make one with `claimsheet keys "
            "create`, and send it as Authorization: Bearer cs_….",
        )


def _refuse_other_sites() -> None:
    """Without keys a page of another site must not be able to act through a reader's browser."""
    if request.method in SAFE_METHODS:
        return
    origin = request.headers.get("Origin")
    if origin is None:
        return
    if origin in store().settings.cors_origins:
        return
    if urllib.parse.urlsplit(origin).netloc != request.host:
        raise Problem(
            403, "origin", "Another site's request", "Set CLAIMSHEET_CORS_ORIGINS to allow it."
        )


def _refuse_strange_hosts() -> None:
    """Against DNS rebinding: without keys only the names of this machine are answered."""
    settings = store().settings
    allowed = settings.allowed_hosts
    if not allowed and (
        settings.require_keys is not None
        or request.environ.get("HTTP_AUTHORIZATION", "").strip()
        or not _is_loopback(request.remote_addr)
    ):
        return
    host = request.host.rpartition(":")[0] if ":" in request.host else request.host
    if request.host.endswith("]"):
        host = request.host
    if host not in (allowed or _LOOPBACK_HOSTS) and request.host not in allowed:
        raise Problem(400, "host", "Unknown host", "Set CLAIMSHEET_ALLOWED_HOSTS to allow it.")


def _is_loopback(address: str | None) -> bool:
    try:
        return address is None or ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def _unauthorized(detail: str) -> Problem:
    return Problem(
        401, "unauthorized", "No valid key", detail, headers={"WWW-Authenticate": "Bearer"}
    )
