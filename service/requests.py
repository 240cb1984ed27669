"""Reading a request: its body, its query, its preferences. Every failure is a problem."""

from __future__ import annotations

import functools
import json
from typing import Any, NoReturn

import orjson
from flask import request
from marshmallow import Schema

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


def load_query(schema: type[Schema]) -> dict[str, Any]:
    """The query parameters, through the schema."""
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
        return json.loads(body, parse_constant=_no_constant)
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
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise Problem(415, "charset", "Unsupported character set", "Send the text as UTF-8.")
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise malformed(f"the body is not UTF-8 at byte {error.start}") from None


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
