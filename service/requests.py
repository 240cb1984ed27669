"""Reading a request: its body, its query, its preferences. Every failure is a problem."""

from __future__ import annotations

import functools
import json
from typing import Any, NoReturn

import orjson
from flask import current_app, request
from gunicorn.http.errors import ParseException
from marshmallow import Schema
from werkzeug.exceptions import RequestEntityTooLarge

from service.problems import Problem, invalid

LONGEST_WAIT_SECONDS = 30


def load_json(schema: type[Schema]) -> dict[str, Any]:
    """The JSON body, through the schema.

    Raises:
        Problem: 415 another media type, 400 malformed.
        ValidationError: the schema refuses it.
    """
    if request.mimetype not in ("application/json", "application/merge-patch+json"):
        raise unsupported("application/json")
    _refuse_other_charsets()
    return from_schema(schema, parse_json(request.get_data()))


def from_schema(schema: type[Schema], data: Any) -> dict[str, Any]:
    """``data`` through the schema, which must be an object.

    Raises:
        Problem: 422, it is not an object.
        ValidationError: the schema refuses it.
    """
    if not isinstance(data, dict):
        raise invalid([("", "send a JSON object")])
    loaded: dict[str, Any] = _made(schema).load(data)
    return loaded


@functools.cache
def _made(schema: type[Schema]) -> Schema:
    """One instance a class: making one copies every field, which costs more than a load."""
    return schema()


@functools.cache
def _of_nothing(schema: type[Schema]) -> dict[str, Any]:
    """What a schema makes of no parameters at all, as most requests have."""
    return from_schema(schema, {})


def load_query(schema: type[Schema]) -> dict[str, Any]:
    """The query parameters, through the schema."""
    if not request.query_string:
        return dict(_of_nothing(schema))
    return from_schema(schema, request.args.to_dict())


def parse_json(body: bytes) -> Any:
    """JSON of a body.

    Raises:
        Problem: 400, it is malformed.
    """
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        pass
    # orjson refuses lone surrogates as malformed; they are well-formed JSON with a bad text, and
    # the schema can name the field.
    try:
        # Decoded here: given bytes, it would guess at UTF-16.
        return json.loads(body.decode("utf-8-sig"), parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise malformed("the body is not UTF-8") from None
    except RecursionError:
        raise malformed("the JSON is nested too deeply") from None
    except ValueError as error:
        raise malformed(f"the body is not JSON: {error}") from None


def decode_text(body: bytes) -> str:
    """A text body, which must be UTF-8.

    Raises:
        Problem: 415 another character set is declared, 400 it is not UTF-8.
    """
    _refuse_other_charsets()
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise malformed(f"the body is not UTF-8 at byte {error.start}") from None


def read_chunked() -> None:
    """Before each request: read a body that comes in chunks, whose length nobody has said.

    werkzeug would hand out as much of it as is allowed, and the rest would be lost unseen.

    Raises:
        Problem: 400, the chunks are no chunks.
        RequestEntityTooLarge: it is longer than is allowed.
    """
    if "HTTP_TRANSFER_ENCODING" not in request.environ or request.content_length is not None:
        return
    longest = current_app.config["MAX_CONTENT_LENGTH"]
    request.max_content_length = longest + 1
    try:
        body = request.get_data()
    except (ParseException, OSError):
        raise malformed("its chunks cannot be told apart") from None
    if len(body) > longest:
        raise RequestEntityTooLarge


def _refuse_other_charsets() -> None:
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise Problem(415, "charset", "Unsupported character set", "Send the text as UTF-8.")
    encoding = request.headers.get("Content-Encoding", "identity").lower()
    if encoding != "identity":
        raise Problem(
            415,
            "content_encoding",
            "Unsupported content encoding",
            "Send the body as it is, not compressed.",
            headers={"Accept-Encoding": "identity"},
        )


def malformed(detail: str) -> Problem:
    return Problem(400, "malformed", "The body cannot be read", detail)


def unsupported(*accepted: str) -> Problem:
    """415, naming what is accepted."""
    return Problem(
        415,
        "unsupported_media_type",
        "Unsupported media type",
        f"Send the body as {' or '.join(accepted)}.",
        headers={"Accept-Post": ", ".join(accepted)},
    )


def wait_seconds() -> int:
    """``Prefer: wait=N`` (RFC 7240), at most 30; 0 when none is given or it is unreadable."""
    for preference in request.headers.get("Prefer", "").replace(";", ",").split(","):
        name, _, value = preference.partition("=")
        if name.strip().lower() == "wait":
            digits = value.strip().strip('"')
            if digits.isascii() and digits.isdigit():
                return min(int(digits[:6]), LONGEST_WAIT_SECONDS)
    return 0


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
