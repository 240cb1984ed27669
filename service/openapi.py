"""OpenAPI 3.1, generated from the marshmallow schemas and from what each view says of itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from flask import Flask
from marshmallow import Schema

from claims.version import VERSION
from service import schemas

View = TypeVar("View", bound=Callable[..., Any])
# A schema, a list of them, a media type, or no body.
Answer = Mapping[str, Any] | type[Schema] | list[type[Schema]] | str | None
_PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")

_DESCRIPTION = """\
Post an article, poll its job, read and tick the checklist of the claims that must be checked
before it is printed. Offsets are half-open and count Unicode code points; each has a UTF-16 twin.
Errors are RFC 9457 problem details: each names the field and the remedy."""


@dataclass(frozen=True, slots=True)
class Operation:
    """What a view says of itself; ``answers``: status to schema, media types, or nothing."""

    summary: str
    answers: Mapping[int, Answer]
    body: type[Schema] | Mapping[str, Any] | None = None
    query: type[Schema] | None = None
    headers: tuple[str, ...] = ()
    problems: tuple[int, ...] = ()
    example: Any = None
    scope: str | None = None


def operation(summary: str, answers: Mapping[int, Answer], **rest: Any) -> Callable[[View], View]:
    """Describe a view; a test holds that every route of the API is described."""

    def describe(view: View) -> View:
        view.operation = described = Operation(summary, answers, **rest)  # type: ignore[attr-defined]
        view.scope = described.scope  # type: ignore[attr-defined]
        return view

    return describe


_HEADERS = {
    "Prefer": "`wait=N` (RFC 7240): hold the answer until the job ends, at most 30 seconds",
    "Idempotency-Key": "the same key and body give the same job",
    "If-None-Match": "an ETag; unchanged is answered with 304",
    "If-Match": "the ETag of the item as you read it",
}

_PROBLEMS = {
    400: "The body is malformed",
    401: "No valid key",
    403: "The key's scopes do not reach",
    404: "Nothing here by that id",
    409: "Not in a state for this",
    410: "Expired",
    412: "Somebody else was faster; `current` is the item as it stands",
    413: "The body is too large",
    415: "Unsupported media type",
    422: "A field is wrong; `errors` names it and the remedy",
    428: "If-Match is missing",
    429: "Too many requests; see Retry-After",
    503: "The store does not answer or the queue is full; see Retry-After",
}


def build(app: Flask) -> dict[str, Any]:
    """The OpenAPI document of an application."""
    spec = APISpec(
        title="Claimsheet",
        version=VERSION,
        openapi_version="3.1.0",
        info={
            "description": _DESCRIPTION,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        plugins=[MarshmallowPlugin(schema_name_resolver=_name)],
        servers=[{"url": "/"}],
        security=[{"key": []}, {}],
    )
    spec.components.security_scheme("key", {"type": "http", "scheme": "bearer"})
    spec.components.schema("Problem", schema=schemas.ProblemSchema)
    rules = sorted(app.url_map.iter_rules(), key=lambda rule: (rule.rule, rule.endpoint))
    for rule in rules:
        described = getattr(app.view_functions[rule.endpoint], "operation", None)
        if described is None:
            continue
        methods = sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
        names = _PARAMETER.findall(rule.rule)
        path = _PARAMETER.sub(r"{\1}", rule.rule)
        operations = {m.lower(): _operation(described, rule.endpoint, names) for m in methods}
        spec.path(path=path, operations=operations)
    document: dict[str, Any] = spec.to_dict()
    return document


def _operation(described: Operation, endpoint: str, names: list[str]) -> dict[str, Any]:
    parameters: list[Any] = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in names
    ]
    parameters += [
        {"name": name, "in": "header", "schema": {"type": "string"}, "description": _HEADERS[name]}
        for name in described.headers
    ]
    if described.query is not None:
        parameters.append({"in": "query", "schema": described.query})
    out: dict[str, Any] = {
        "operationId": endpoint.replace(".", "_"),
        "summary": described.summary,
        "tags": [endpoint.split(".")[0]],
        "security": [{"key": []}, {}] if described.scope else [],
        "x-scope": described.scope,
        "parameters": parameters,
        "responses": {
            str(status): _answer(status, what) for status, what in described.answers.items()
        },
    }
    for status in described.problems:
        out["responses"][str(status)] = {
            "description": _PROBLEMS[status],
            "content": {"application/problem+json": {"schema": schemas.ProblemSchema}},
        }
    if described.body is not None:
        out["requestBody"] = {"required": True, "content": _body(described)}
    return out


def _answer(status: int, what: Answer) -> dict[str, Any]:
    description = {202: "Stored and queued", 204: "Removed", 304: "Unchanged"}.get(status, "Done")
    if what is None:
        return {"description": description}
    if isinstance(what, str):
        what = {what: {"type": "string"}}
    if isinstance(what, Mapping):
        content = {media: {"schema": schema} for media, schema in what.items()}
        return {"description": description, "content": content}
    schema = {"type": "array", "items": what[0]} if isinstance(what, list) else what
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def _body(described: Operation) -> dict[str, Any]:
    if isinstance(described.body, Mapping):
        return dict(described.body)
    media: dict[str, Any] = {"schema": described.body}
    if described.example is not None:
        media["example"] = described.example
    return {"application/json": media}


def _name(schema: Any) -> str:
    cls = schema if isinstance(schema, type) else type(schema)
    return str(cls.__name__).removesuffix("Schema")
