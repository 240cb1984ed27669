"""Errors as RFC 9457 problem details; the one place where an error is given an HTTP status."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from typing import Any

import orjson
from flask import Flask, Response
from marshmallow import ValidationError
from redis.exceptions import RedisError
from werkzeug.exceptions import HTTPException

from claims.submission import BadField
from store import Store, errors, stats

log = logging.getLogger(__name__)

BUSY_RETRY_SECONDS = 5
_DOWN_RETRY_SECONDS = 2


class Problem(Exception):
    """An answer other than the one asked for. ``errors`` are (JSON pointer, remedy) pairs."""

    def __init__(
        self,
        status: int,
        code: str,
        title: str,
        detail: str,
        errors: list[tuple[str, str]] | None = None,
        headers: Mapping[str, str] | None = None,
        **extra: Any,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.headers = headers or {}
        self.body = {
            "type": f"/docs#problem-{code}",
            "title": title,
            "status": status,
            "detail": detail,
            "code": code,
            "errors": [{"pointer": pointer, "detail": text} for pointer, text in errors or []],
            **extra,
        }

    def response(self) -> Response:
        return Response(
            orjson.dumps(_printable(self.body)),
            status=self.status,
            headers=dict(self.headers),
            content_type="application/problem+json",
        )


def _printable(value: Any) -> Any:
    """The value with lone surrogates written out: a problem may name a field that holds one."""
    if isinstance(value, str):
        return value.encode(errors="backslashreplace").decode()
    if isinstance(value, dict):
        return {_printable(name): _printable(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_printable(inner) for inner in value]
    return value


def invalid(errors: list[tuple[str, str]]) -> Problem:
    """422: the request is well formed and wrong; each error names its field and the remedy."""
    where = ", ".join(pointer or "the body" for pointer, _ in errors[:3])
    return Problem(422, "invalid", "The request is not valid", f"Look at {where}.", errors)


def pointers(messages: Any, at: str = "") -> Iterator[tuple[str, str]]:
    """marshmallow's nested messages as (JSON pointer, message) pairs, in order."""
    if isinstance(messages, Mapping):
        for name, inner in messages.items():
            step = (
                "" if name == "_schema" else "/" + str(name).replace("~", "~0").replace("/", "~1")
            )
            yield from pointers(inner, at + step)
    elif isinstance(messages, list):
        for message in messages:
            yield from pointers(message, at)
    else:
        yield at, str(messages)


def from_store(error: errors.StoreError) -> Problem:
    """The problem of an error of the store."""
    match error:
        case errors.NotFound():
            return Problem(404, "not_found", "Not found", "There is nothing here by that id.")
        case errors.Expired():
            return Problem(
                410,
                "expired",
                "Expired",
                "The article was kept for as long as the operator has set, and has been removed.",
            )
        case errors.StorageFull():
            return Problem(
                503,
                "storage_full",
                "The storage is nearly full",
                "Nothing was stored. What was accepted before is still being done.",
                headers={"Retry-After": "30"},
            )
        case errors.QueueFull():
            return Problem(
                503,
                "queue_full",
                "Too many articles wait",
                "Nothing was stored. Send it again after the seconds in Retry-After.",
                headers={"Retry-After": str(BUSY_RETRY_SECONDS)},
            )
        case errors.AlreadyEnded():
            return Problem(409, "job_ended", "The job has ended", f"The job is already {error}.")
        case errors.NotReady():
            return Problem(
                409,
                "not_ready",
                "No checklist yet",
                f"The job is {error.job['status']}; there is no finished checklist.",
                job=error.job,
                job_status=error.job["status"],
            )
        case errors.Outdated():
            return Problem(
                412,
                "outdated",
                "Somebody else was faster",
                "The item has changed since you read it; `current` is how it stands now.",
                headers={"ETag": f'"{error.current["version"]}"'},
                current=error.current,
            )
        case errors.KeyReused():
            return invalid([("", "this Idempotency-Key came with another body; use a new key")])
        case errors.NotDurable():
            return Problem(
                503,
                "not_durable",
                "Not on disk yet",
                f"It is written, but {error}. Read it again before you send it again.",
                headers={"Retry-After": str(_DOWN_RETRY_SECONDS)},
            )
        case errors.Held():
            return Problem(
                409, "held", "The article is held", f"{error} Release the hold to remove it."
            )
        case errors.StillOpen():
            return Problem(
                409,
                "still_open",
                "Not every claim has been checked",
                f"{error}: unchecked, disputed or changed since. Give a reason in `override` "
                "to clear the version all the same.",
                items=error.items,
            )
    raise error


def from_redis(error: RedisError) -> Problem:
    """The problem of a Redis that is away, hangs, or takes no more."""
    log.warning("redis does not answer: %s", type(error).__name__)
    unanswered.add()
    return Problem(
        503,
        "store_unavailable",
        "The store does not answer",
        "Nothing was lost that was accepted. Try again after the seconds in Retry-After.",
        headers={"Retry-After": str(_DOWN_RETRY_SECONDS)},
    )


class Unanswered:
    """How often Redis did not answer: kept here until it can be told."""

    def __init__(self) -> None:
        self._times = 0

    def add(self) -> None:
        self._times += 1

    def tell(self, store: Store) -> None:
        """Add what has come together to the counter that all processes share.

        Raises:
            RedisError: it still does not answer; nothing is forgotten.
        """
        if times := self._times:
            stats.count(store.redis, "redis_errors", times)
            self._times -= times


unanswered = Unanswered()


def register(app: Flask) -> None:
    """Answer every error as a problem, and no error with internals."""

    @app.errorhandler(Problem)
    def problem(error: Problem) -> Response:
        return error.response()

    @app.errorhandler(errors.StoreError)
    def store_error(error: errors.StoreError) -> Response:
        return from_store(error).response()

    @app.errorhandler(ValidationError)
    def validation_error(error: ValidationError) -> Response:
        return invalid(list(pointers(error.messages))).response()

    @app.errorhandler(BadField)
    def bad_field(error: BadField) -> Response:
        return invalid([(f"/{error.name}" if error.name else "", error.detail)]).response()

    @app.errorhandler(RedisError)
    def redis_error(error: RedisError) -> Response:
        return from_redis(error).response()

    @app.errorhandler(HTTPException)
    def http_error(error: HTTPException) -> Response:
        status = error.code or 500
        headers = {k: v for k, v in error.get_headers() if k in ("Allow", "Retry-After")}
        code = error.name.lower().replace(" ", "_")
        detail = _DETAILS.get(status, error.description or "")
        if status < 400:
            return Response(error.get_body(), status, dict(error.get_headers()))
        return Problem(status, code, error.name, detail, headers=headers).response()

    @app.errorhandler(Exception)
    def unexpected(_error: Exception) -> Response:
        log.exception("unexpected error")
        return Problem(
            500, "internal", "Something broke here", "It has been logged with the request's id."
        ).response()


_DETAILS = {
    404: "There is nothing at this address.",
    405: "This address does not take that method; see Allow.",
    413: "The body is larger than this server takes.",
}
