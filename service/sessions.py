"""The page's session: a signed cookie that names the key it was opened with, and nothing else."""

from __future__ import annotations

from flask import Flask, Request
from flask import request as current_request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from redis.exceptions import RedisError

from service.auth import AWAY, COOKIE
from store import Store, apikeys

SIGN_IN = "/sign-in"
# Asked for by machines and before signing in: no reader, so no look at who it is.
_NOBODYS = ("/livez", "/readyz", "/static/")


class SessionInterface(SecureCookieSessionInterface):
    """Cookies that scripts cannot read, other sites do not send, and TLS does not leave.

    What signs them is read when it is first needed, so that starting connects to nothing.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        if "HTTP_COOKIE" not in request.environ and request.path != SIGN_IN:
            return None  # a program with a key, most often
        if request.path.startswith(_NOBODYS):
            return None
        if app.secret_key is None and (COOKIE in request.cookies or request.path == SIGN_IN):
            try:
                app.secret_key = apikeys.session_secret(self._store)
            except RedisError as error:
                # No handler stands here yet: whoever then asks for the reader is told.
                request.environ[AWAY] = error
                return None
        return super().open_session(app, request)

    def get_cookie_name(self, app: Flask) -> str:
        return COOKIE

    def get_cookie_samesite(self, app: Flask) -> str:
        return "Strict"

    def get_cookie_secure(self, app: Flask) -> bool:
        return current_request.is_secure
