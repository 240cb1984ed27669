"""Which pages of other origins may call the API, and which may frame the checker's page."""

from __future__ import annotations

from flask import Response, request

from service.context import store

_EXPOSED = "ETag, Location, Retry-After, X-Request-Id, Preference-Applied"
_ACCEPTED = "Authorization, Content-Type, If-Match, If-None-Match, Prefer, Idempotency-Key"
_DAY_SECONDS = "86400"


def preflight() -> Response | None:
    """Answer a browser that asks whether it may; before anything asks for a key."""
    if request.method != "OPTIONS" or "Access-Control-Request-Method" not in request.headers:
        return None
    response = Response(status=204)
    if _allowed():
        response.headers["Access-Control-Allow-Methods"] = "GET, POST, PATCH, DELETE"
        response.headers["Access-Control-Allow-Headers"] = _ACCEPTED
        response.headers["Access-Control-Max-Age"] = _DAY_SECONDS
    return response


def allow(response: Response) -> Response:
    """Let the pages that the operator has named read the answer."""
    if not store().settings.cors_origins:
        return response  # and it is the same whoever asks
    response.vary.add("Origin")
    if _allowed():
        response.headers["Access-Control-Allow-Origin"] = request.headers["Origin"]
        response.headers["Access-Control-Expose-Headers"] = _EXPOSED
    return response


def _allowed() -> bool:
    return request.headers.get("Origin") in store().settings.cors_origins
