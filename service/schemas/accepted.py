"""What the API accepts. Unknown fields are refused."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, ValidationError, fields, pre_load, validate, validates_schema

from claims import submission
from claims.model import ClaimKind
from service.schemas.base import (
    JOB_STATUSES,
    LANGUAGES,
    REASONS,
    STATUSES,
    Link,
    Strict,
    Text,
    carriable,
    not_blank,
)


class ArticleSchema(Strict):
    """An article, as ``POST /v1/articles`` takes it."""

    external_id = Text(
        max_length=512,
        also=[validate.Length(min=1, error="is empty; leave it out, or send what your CMS uses")],
        allow_none=True,
        metadata={
            "description": "what your CMS calls the article; sent again, it is a new version"
        },
    )
    version = Text(
        max_length=256, allow_none=True, metadata={"description": "an opaque label of this version"}
    )
    headline = Text(allow_none=True)
    standfirst = Text(allow_none=True)
    captions = fields.List(Text(), validate=validate.Length(max=500), allow_none=True)
    text = Text(
        max_length=2_000_000,
        also=[not_blank],
        metadata={"description": "plain text, kept exactly as sent"},
    )
    html = Text(
        max_length=2_000_000,
        also=[not_blank],
        metadata={"description": "the body as HTML, instead of `text`"},
    )
    published_at = Text(
        max_length=64,
        allow_none=True,
        metadata={
            "description": "a date, or an RFC 3339 time",
            "example": "2021-03-18T17:00:00-04:00",
        },
    )
    timezone = Text(max_length=64, allow_none=True, metadata={"example": "America/New_York"})
    updated_at = Text(
        max_length=64,
        allow_none=True,
        metadata={"description": "tells which of two versions is newer"},
    )
    language = Text(
        max_length=35,
        allow_none=True,
        metadata={"description": "BCP 47; English so far", "example": "en"},
    )
    url = Link(allow_none=True)
    callback_url = Link(allow_none=True, metadata={"description": "told when the job ends"})
    metadata = fields.Dict(
        keys=Text(max_length=256),
        allow_none=True,
        validate=carriable,
        metadata={"description": "echoed back"},
    )

    @pre_load
    def one_body(self, data: Any, **_: Any) -> Any:
        if isinstance(data, dict):
            given = [name for name in ("text", "html") if data.get(name) is not None]
            if len(given) == 2:
                raise ValidationError({"html": ["send either `text` or `html`, not both"]})
            if not given:
                raise ValidationError({"text": ["send the article's `text` (or `html`)"]})
        return data

    @validates_schema
    def readable(self, data: dict[str, Any], **_: Any) -> None:
        language = data.get("language")
        if language is not None and language.lower().split("-")[0] not in LANGUAGES:
            raise ValidationError(
                f"{language!r} is not supported yet; send English (`en`)", "language"
            )
        try:
            submission.published_date(data.get("published_at"), data.get("timezone"))
            if data.get("updated_at") is not None:
                submission.read_moment("updated_at", data["updated_at"])
        except submission.BadField as error:
            raise ValidationError(error.detail, error.name) from None


class BatchSchema(Strict):
    """Up to 100 articles, each as ``POST /v1/articles`` takes it."""

    articles = fields.List(
        fields.Nested(ArticleSchema), required=True, validate=validate.Length(min=1, max=100)
    )


class SourceSchema(Strict):
    kind = fields.String(required=True, validate=validate.OneOf(["primary", "secondary"]))
    url = Link(load_default=None, allow_none=True)
    citation = Text(
        load_default=None, allow_none=True, metadata={"example": "call with the embassy, 18 March"}
    )

    @validates_schema
    def somewhere(self, data: dict[str, Any], **_: Any) -> None:
        if not data.get("url") and not data.get("citation"):
            raise ValidationError("give a `url` or a `citation`", "citation")


class TickSchema(Strict):
    """What a person sets on an item; any of these."""

    status = fields.String(validate=validate.OneOf(STATUSES))
    reason = fields.String(allow_none=True, validate=validate.OneOf(REASONS))
    correction = Text(allow_none=True)
    note = Text(allow_none=True)
    sources = fields.List(fields.Nested(SourceSchema), validate=validate.Length(max=50))
    checked_by = Text(max_length=256, allow_none=True)
    assigned_to = Text(max_length=256, allow_none=True)

    @validates_schema
    def consistent(self, data: dict[str, Any], **_: Any) -> None:
        if not data:
            raise ValidationError("set at least one of: " + ", ".join(self.fields))
        status = data.get("status")
        if data.get("reason") and status != "dismissed":
            raise ValidationError("goes with the status `dismissed` only", "reason")
        if status == "dismissed" and not data.get("reason"):
            raise ValidationError(f"say why: one of {', '.join(REASONS)}", "reason")
        if status == "corrected" and not data.get("correction"):
            raise ValidationError("give the right words", "correction")


class AddedItemSchema(Strict):
    """A claim that the machine missed."""

    field = Text(max_length=64, required=True, metadata={"example": "body"})
    start = fields.Integer(required=True, strict=True, validate=validate.Range(min=0))
    end = fields.Integer(required=True, strict=True, validate=validate.Range(min=1))
    kind = fields.String(required=True, validate=validate.OneOf([k.value for k in ClaimKind]))
    note = Text(load_default=None, allow_none=True)
    checked_by = Text(max_length=256, load_default=None, allow_none=True)


class SignOffSchema(Strict):
    """A person clears a version for print."""

    by = Text(max_length=256, required=True, also=[not_blank])
    note = Text(load_default=None, allow_none=True)
    override = Text(
        load_default=None,
        allow_none=True,
        metadata={"description": "why it is cleared although claims are open"},
    )


class HoldSchema(Strict):
    """Keep an article whatever its time, until it is released."""

    by = Text(max_length=256, required=True, also=[not_blank])
    reason = Text(
        required=True, also=[not_blank], metadata={"example": "claim of 4 May, see counsel"}
    )


class ListQuery(Strict):
    external_id = Text(max_length=512)
    status = fields.String(validate=validate.OneOf(JOB_STATUSES))
    limit = fields.Integer(load_default=20, validate=validate.Range(min=1, max=100))
    cursor = Text(max_length=200)


class ChecklistQuery(Strict):
    format = fields.String(
        validate=validate.OneOf(["json", "csv", "xlsx", "md", "html", "annotations"]),
        metadata={"description": "as what to export it; or say so in Accept"},
    )
    kind = fields.String(validate=validate.OneOf([k.value for k in ClaimKind]))
    status = fields.String(validate=validate.OneOf(STATUSES))
    min_priority = fields.Float(validate=validate.Range(min=0, max=1))


class IntegrationQuery(Strict):
    """What a CMS cannot say in its payload, written into the address that it pushes to."""

    timezone = Text(
        max_length=64,
        metadata={"description": "where the newsroom is", "example": "Europe/London"},
    )
    callback_url = Link(metadata={"description": "told when the job ends"})


class LanguageToolForm(Schema):
    """The parameters of LanguageTool's ``/v2/check`` that count here; others are let be."""

    text = fields.String(metadata={"description": "the text; or send `data`"})
    data = fields.String(
        metadata={"description": 'JSON: `{"annotation": [{"text": "…"}, {"markup": "<b>"}]}`'}
    )
    language = fields.String(required=True, metadata={"example": "en-US"})
    disabledRules = fields.String()  # noqa: N815 - the protocol's own name
    enabledRules = fields.String()  # noqa: N815
    enabledOnly = fields.String()  # noqa: N815
    apiKey = fields.String(metadata={"description": "a key, as in Authorization"})  # noqa: N815
