"""Writing an answer: stored bytes, entity tags, conditional requests."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

import orjson
from flask import Response, request

from store.jobs import StoredJob

POLL_SECONDS = "1"


def json_answer(
    value: Any, status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    return json_bytes(orjson.dumps(value), status, headers)


def json_bytes(
    body: bytes, status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    return Response(body, status, dict(headers or {}), content_type="application/json")


def tagged(
    body: bytes | Callable[[], bytes], etag: str, headers: Mapping[str, str] | None = None
) -> Response:
    """The bytes under their entity tag, or 304 when the client has them and none are made."""
    all_headers = {**(headers or {}), "ETag": f'"{etag}"', "Cache-Control": "private, no-cache"}
    if request.if_none_match.contains_weak(etag):
        return Response(status=304, headers=all_headers)
    return json_bytes(body() if callable(body) else body, 200, all_headers)


def job_answer(stored: StoredJob) -> Response:
    """``GET`` of a job: its stored bytes."""
    headers = {} if stored.job.ended else {"Retry-After": POLL_SECONDS}
    return tagged(stored.body, digest(stored.body), headers)


def digest(body: bytes) -> str:
    return hashlib.blake2b(body, digest_size=9).hexdigest()
