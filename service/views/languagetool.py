"""``/v2``: what clients of LanguageTool call."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, request
from marshmallow import ValidationError

from claims.submission import BadField
from service import languagetool, schemas
from service.answers import json_answer
from service.context import services, store
from service.openapi import operation
from service.problems import BUSY_RETRY_SECONDS, Problem
from service.requests import parse_json
from service.schemas import clean
from store import once

blueprint = Blueprint("languagetool", __name__, url_prefix="/v2")

WAIT_SECONDS = 20.0


@blueprint.post("/check")
@operation(
    "Check a text as LanguageTool does: every claim is a match; nothing is kept",
    {200: schemas.LanguageToolAnswerSchema},
    scope="submit",
    body={
        "application/x-www-form-urlencoded": {
            "schema": schemas.LanguageToolForm,
            "example": {"text": "It was signed on 8 April 2010.", "language": "en-US"},
        }
    },
    problems=(400, 401, 403, 413, 422, 429, 503),
)
def check() -> Response:
    form: dict[str, str] = request.form.to_dict()
    language = languagetool.language_of(form.get("language"))
    given = _given(form)
    rules = languagetool.Rules.of(form)
    body = _checked(given.text) if given.text.strip() else {}
    return json_answer(languagetool.answer(given, body, language, rules))


@blueprint.get("/languages")
@operation("The languages that can be checked", {200: [schemas.LanguageToolLanguageSchema]})
def languages() -> Response:
    known = languagetool.LANGUAGES
    return json_answer(
        [{"name": name, "code": code, "longCode": long} for name, code, long in known]
    )


@blueprint.get("/maxtextlength")
@operation("How long a text may be, in characters", {200: "text/plain"})
def longest() -> Response:
    return Response(str(store().settings.max_body_bytes), content_type="text/plain")


def _given(form: dict[str, str]) -> languagetool.Annotated:
    if ("text" in form) == ("data" in form):
        raise BadField("text", "send either `text` or `data`")
    if "text" in form:
        given = languagetool.Annotated(form["text"], form["text"])
    else:
        given = languagetool.annotated(parse_json(form["data"].encode()))
    try:
        clean(given.text)
    except ValidationError as error:
        raise BadField("text", str(error.messages[0])) from None
    return given


def _checked(text: str) -> dict[str, Any]:
    """The checklist of a text, through the queue.

    Raises:
        Problem: 503, no worker has come to it in time, or it could not be checked.
    """
    once_id = once.submit(store(), {"text": text})
    body = services().endings.wait_for(
        once_id, WAIT_SECONDS, lambda: once.collect(store(), once_id)
    )
    if not body:
        once.abandon(store(), once_id)
        raise Problem(
            503,
            "not_in_time",
            "Not checked in time",
            f"No worker had checked the text after {WAIT_SECONDS:.0f} seconds. Try again.",
            headers={"Retry-After": str(BUSY_RETRY_SECONDS)},
        )
    return body
