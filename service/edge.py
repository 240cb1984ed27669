"""What every answer carries, put on at the WSGI boundary: there it costs a list, not a header each.

A request is named here too, so that whatever happens to it afterwards is logged under its name.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import structlog

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

Headers = list[tuple[str, str]]

# Where the environment of a request keeps when it came, by the performance counter.
BEGAN = "claimsheet.began"

# Nothing from elsewhere runs, is shown, or is told where the reader was.
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    # Texts under embargo are kept by no proxy and no browser, unless an answer says otherwise.
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}"
    ),
}


def dressed(app: WSGIApplication, frame_ancestors: Sequence[str]) -> WSGIApplication:
    """The application, whose answers carry ``X-Request-Id`` and those headers of ours that they
    do not set themselves.

    Args:
        app: the application.
        frame_ancestors: origins whose pages may frame ours.
    """
    ancestors = " ".join(frame_ancestors) or "'none'"
    ours = [(name, value.format(ancestors=ancestors)) for name, value in _HEADERS.items()]
    names = {name.lower() for name, _ in ours}

    def serve(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        environ[BEGAN] = time.perf_counter()
        request_id = _name(environ)

        def start(status: str, headers: Headers, *error: Any) -> Any:
            own = names.intersection([name.lower() for name, _ in headers])
            missing = [one for one in ours if one[0].lower() not in own] if own else ours
            return start_response(
                status, [*headers, *missing, ("X-Request-Id", request_id)], *error
            )

        return app(environ, start)

    return serve


def _name(environ: WSGIEnvironment) -> str:
    """The request's id: the one that it came with, if it can stand in a log, else a new one."""
    given: str = environ.get("HTTP_X_REQUEST_ID", "")
    plain = given.isascii() and given.replace("-", "").isalnum() and len(given) <= 64
    request_id = given if plain else secrets.token_hex(8)
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request=request_id)
    return request_id
