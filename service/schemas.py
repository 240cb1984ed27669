"""The wire, in marshmallow: what is accepted, and what is answered.

Schemas that load refuse unknown fields. Schemas that only describe answers are not run on them
(the worker writes an answer's bytes once); a test holds the two together.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

from marshmallow import (
    INCLUDE,
    RAISE,
    Schema,
    ValidationError,
    fields,
    pre_load,
    validate,
    validates_schema,
)

from claims import submission
from claims.model import (
    AnchorSource,
    AttributionMode,
    ClaimKind,
    FindingType,
    Modality,
    Severity,
)

LANGUAGES = ("en",)
STATUSES = ("unchecked", "confirmed", "corrected", "disputed", "unverifiable", "dismissed")
REASONS = ("not_a_claim", "duplicate", "out_of_scope")
# Far below what any JSON library follows, wherever in an answer it stands.
_DEEPEST_METADATA = 32
JOB_STATUSES = ("queued", "running", "succeeded", "failed", "canceled")


def clean(value: str) -> None:
    """Text that every program between a CMS and a checker can carry.

    Raises:
        ValidationError: it holds NUL characters or half of a surrogate pair.
    """
    if "\x00" in value:
        raise ValidationError("holds a NUL character; remove it")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise ValidationError(
            f"holds half of a surrogate pair at character {error.start}; send valid Unicode"
        ) from None


def not_blank(value: str) -> None:
    # Spaces and what has no shape of its own: a byte order mark, a zero-width space.
    if not value.strip() or all(c.isspace() or unicodedata.category(c) == "Cf" for c in value):
        raise ValidationError("is blank; send the text of the article")


def carriable(value: Any) -> None:
    """What is echoed back as it came: clean texts, nested so far that every reader can follow.

    Raises:
        ValidationError: it can not be carried.
    """
    level = [value]
    for _ in range(_DEEPEST_METADATA):
        for inner in level:
            for text in (inner, *inner) if isinstance(inner, dict) else (inner,):
                if isinstance(text, str):
                    clean(text)
        level = [
            further
            for inner in level
            if isinstance(inner, dict | list)
            for further in (inner.values() if isinstance(inner, dict) else inner)
        ]
        if not level:
            return
    raise ValidationError(f"is nested more than {_DEEPEST_METADATA} deep")


class Text(fields.String):
    """A string without NUL characters and lone surrogates, of bounded length."""

    def __init__(self, *, max_length: int = 10_000, **kwargs: Any) -> None:
        also: list[Callable[[Any], Any]] = kwargs.pop("also", [])
        checks: list[Callable[[Any], Any]] = [clean, validate.Length(max=max_length), *also]
        super().__init__(validate=checks, **kwargs)


class Link(Text):
    """An http or https address."""

    def __init__(self, **kwargs: Any) -> None:
        url = validate.URL(
            schemes={"http", "https"}, require_tld=False, error="is not an http(s) address"
        )
        super().__init__(max_length=2_048, also=[url], **kwargs)


class Strict(Schema):
    class Meta:
        unknown = RAISE

    error_messages = {  # noqa: RUF012 - marshmallow declares an instance variable
        "unknown": "is not a field of this request; remove it"
    }


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


# ---- answers -----------------------------------------------------------------------------------


class Answer(Schema):
    """What is answered; a release may add fields, which a client ignores."""

    class Meta:
        unknown = INCLUDE


class HoldAnswerSchema(Answer):
    by = fields.String(required=True)
    reason = fields.String(required=True)
    at = fields.String(required=True)


class ProblemErrorSchema(Answer):
    pointer = fields.String(
        required=True, metadata={"description": "JSON pointer (RFC 6901) to the field"}
    )
    detail = fields.String(required=True)


class ProblemSchema(Answer):
    """RFC 9457."""

    type = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    detail = fields.String(required=True)
    code = fields.String(required=True)
    errors = fields.List(fields.Nested(ProblemErrorSchema), required=True)


class FailureSchema(Answer):
    code = fields.String(required=True)
    detail = fields.String(required=True)
    retryable = fields.Boolean(required=True)


class JobArticleSchema(Answer):
    id = fields.String(required=True)
    external_id = fields.String(required=True, allow_none=True)
    version = fields.String(required=True, allow_none=True)


class JobLinksSchema(Answer):
    self = fields.String(required=True)
    article = fields.String(required=True)
    checklist = fields.String(required=True)
    page = fields.String(required=True)


class JobSchema(Answer):
    id = fields.String(required=True)
    status = fields.String(required=True, validate=validate.OneOf(JOB_STATUSES))
    article = fields.Nested(JobArticleSchema, required=True)
    created_at = fields.String(required=True)
    started_at = fields.String(required=True, allow_none=True)
    finished_at = fields.String(required=True, allow_none=True)
    failure = fields.Nested(FailureSchema, required=True, allow_none=True)
    poll_after_seconds = fields.Integer(required=True)
    links = fields.Nested(JobLinksSchema, required=True)


class BatchJobSchema(JobSchema):
    index = fields.Integer(required=True, metadata={"description": "of the article, from 0"})


class BatchErrorSchema(Answer):
    index = fields.Integer(required=True, metadata={"description": "of the article, from 0"})
    status = fields.Integer(required=True)
    code = fields.String(required=True)
    title = fields.String(required=True)
    detail = fields.String(required=True)
    errors = fields.List(fields.Nested(ProblemErrorSchema), required=True)


class BatchAnswerSchema(Answer):
    jobs = fields.List(fields.Nested(BatchJobSchema), required=True)
    errors = fields.List(fields.Nested(BatchErrorSchema), required=True)


class CanceledSchema(Answer):
    canceled = fields.List(
        fields.String(), required=True, metadata={"description": "the jobs that were given up"}
    )


class VersionSchema(Answer):
    version = fields.String(required=True, allow_none=True)
    received_at = fields.String(required=True)
    updated_at = fields.String(required=True, allow_none=True)
    headline = fields.String(required=True, allow_none=True)
    published_at = fields.String(required=True, allow_none=True)
    finished = fields.Boolean(
        required=True, metadata={"description": "the checklist shown is of this version"}
    )
    jobs = fields.List(fields.String(), required=True)


class SummarySchema(Answer):
    items = fields.Integer(required=True)
    findings = fields.Integer(required=True)
    by_kind = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)
    by_status = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)


class SignOffAnswerSchema(Answer):
    by = fields.String(required=True)
    note = fields.String(required=True, allow_none=True)
    override = fields.String(required=True, allow_none=True)
    at = fields.String(required=True)
    version = fields.String(required=True, allow_none=True)
    open_items = fields.List(fields.String(), required=True)


class ArticleAnswerSchema(Answer):
    id = fields.String(required=True)
    external_id = fields.String(required=True, allow_none=True)
    headline = fields.String(required=True, allow_none=True)
    language = fields.String(required=True)
    url = fields.String(required=True, allow_none=True)
    metadata = fields.Dict(required=True)
    created_at = fields.String(required=True)
    status = fields.String(required=True, allow_none=True, validate=validate.OneOf(JOB_STATUSES))
    summary = fields.Nested(SummarySchema, required=True, allow_none=True)
    sign_off = fields.Nested(SignOffAnswerSchema, required=True, allow_none=True)
    held = fields.Nested(HoldAnswerSchema, required=True, allow_none=True)
    versions = fields.List(fields.Nested(VersionSchema), required=True)
    jobs = fields.List(fields.Nested(JobSchema))
    links = fields.Dict(keys=fields.String(), values=fields.String(), required=True)


class ArticleListSchema(Answer):
    articles = fields.List(fields.Nested(ArticleAnswerSchema), required=True)
    next = fields.String(required=True, allow_none=True)


class AnchorSchema(Answer):
    date = fields.String(required=True, allow_none=True)
    source = fields.String(required=True, validate=validate.OneOf([s.value for s in AnchorSource]))


class ChecklistArticleSchema(Answer):
    id = fields.String(required=True)
    external_id = fields.String(required=True, allow_none=True)
    version = fields.String(required=True, allow_none=True)
    headline = fields.String(required=True, allow_none=True)
    language = fields.String(required=True)
    published_at = fields.String(required=True, allow_none=True)
    text_sha256 = fields.String(required=True)
    anchor = fields.Nested(AnchorSchema, required=True)


class SentenceSchema(Answer):
    start = fields.Integer(required=True)
    end = fields.Integer(required=True)
    text = fields.String(required=True)


class PlaceSchema(Answer):
    start = fields.Integer(required=True)
    end = fields.Integer(required=True)
    start_utf16 = fields.Integer(required=True)
    end_utf16 = fields.Integer(required=True)


class BlockSchema(Answer):
    """The block that a claim begins in; offsets count UTF-16 units of the block's own text."""

    index = fields.Integer(required=True)
    id = fields.String(required=True, allow_none=True)
    start_utf16 = fields.Integer(required=True)
    end_utf16 = fields.Integer(required=True)


class PreviousSchema(Answer):
    exact = fields.String(required=True)
    sentence = fields.String(required=True)
    value = fields.Dict(required=True)


class SourcePlaceSchema(Answer):
    start = fields.Integer(required=True)
    end = fields.Integer(required=True)


class AttributionSchema(Answer):
    mode = fields.String(required=True, validate=validate.OneOf([m.value for m in AttributionMode]))
    source = fields.String(required=True, allow_none=True)


class ReferenceSchema(Answer):
    label = fields.String(required=True)
    url = fields.String(required=True, allow_none=True)


class CheckSchema(Answer):
    status = fields.String(required=True, validate=validate.OneOf(STATUSES))
    reason = fields.String(
        required=True, allow_none=True, validate=validate.OneOf([*REASONS, None])
    )
    correction = fields.String(required=True, allow_none=True)
    note = fields.String(required=True, allow_none=True)
    sources = fields.List(fields.Nested(SourceSchema), required=True)
    checked_by = fields.String(required=True, allow_none=True)
    checked_at = fields.String(required=True, allow_none=True)
    assigned_to = fields.String(required=True, allow_none=True)
    stale = fields.Boolean(required=True, metadata={"description": "the words have changed since"})


class ItemSchema(Answer):
    id = fields.String(required=True)
    kind = fields.String(required=True, validate=validate.OneOf([k.value for k in ClaimKind]))
    field = fields.String(required=True)
    same_as = fields.String(required=True, allow_none=True)
    exact = fields.String(required=True)
    prefix = fields.String(required=True)
    suffix = fields.String(required=True)
    start = fields.Integer(required=True)
    end = fields.Integer(required=True)
    start_utf16 = fields.Integer(required=True)
    end_utf16 = fields.Integer(required=True)
    sentence = fields.Nested(SentenceSchema, required=True)
    places = fields.List(fields.Nested(PlaceSchema), required=True)
    block = fields.Nested(
        BlockSchema, allow_none=True, metadata={"description": "for an article sent as HTML"}
    )
    source = fields.Nested(
        SourcePlaceSchema,
        metadata={"description": "code points into the HTML as sent, markup between included"},
    )
    previous = fields.Nested(
        PreviousSchema,
        metadata={"description": "of a stale item: what it said when it was last ticked"},
    )
    question = fields.String(required=True)
    value = fields.Dict(required=True, metadata={"description": "depends on `kind`"})
    attribution = fields.Nested(AttributionSchema, required=True)
    modality = fields.String(required=True, validate=validate.OneOf([m.value for m in Modality]))
    priority = fields.Float(required=True, validate=validate.Range(min=0, max=1))
    reasons = fields.List(fields.String(), required=True)
    references = fields.List(fields.Nested(ReferenceSchema), required=True)
    check = fields.Nested(CheckSchema, required=True)
    version = fields.Integer(
        required=True, metadata={"description": "in quotation marks, the item's ETag"}
    )


class FindingSchema(Answer):
    id = fields.String(required=True)
    type = fields.String(required=True, validate=validate.OneOf([t.value for t in FindingType]))
    severity = fields.String(required=True, validate=validate.OneOf([s.value for s in Severity]))
    message = fields.String(required=True)
    items = fields.List(fields.String(), required=True)


class GeneratorSchema(Answer):
    version = fields.String(required=True)
    model = fields.String(required=True)


class ChangesSchema(Answer):
    added = fields.List(fields.String(), required=True)
    carried = fields.List(fields.String(), required=True)
    stale = fields.List(fields.String(), required=True)
    removed = fields.List(fields.String(), required=True)


class RemovedSchema(Answer):
    id = fields.String(required=True)
    kind = fields.String(required=True)
    field = fields.String(required=True)
    exact = fields.String(required=True)


class ChecklistSchema(Answer):
    article = fields.Nested(ChecklistArticleSchema, required=True)
    pending = fields.String(
        required=True, allow_none=True, metadata={"description": "the job of a newer version"}
    )
    sign_off = fields.Nested(SignOffAnswerSchema, required=True, allow_none=True)
    generated_at = fields.String(required=True)
    generator = fields.Nested(GeneratorSchema, required=True)
    summary = fields.Nested(SummarySchema, required=True)
    changes = fields.Nested(ChangesSchema, required=True)
    removed = fields.List(
        fields.Nested(RemovedSchema),
        required=True,
        metadata={"description": "the words of what `changes` lists as removed"},
    )
    items = fields.List(fields.Nested(ItemSchema), required=True)
    findings = fields.List(fields.Nested(FindingSchema), required=True)


class HistoryEntrySchema(Answer):
    item = fields.String(required=True, allow_none=True)
    at = fields.String(required=True)
    by = fields.String(required=True, allow_none=True)
    from_ = fields.Raw(data_key="from", required=True, allow_none=True)
    to = fields.Raw(required=True, allow_none=True)
    version = fields.Integer()


class HistorySchema(Answer):
    history = fields.List(fields.Nested(HistoryEntrySchema), required=True)


class LanguageToolMatchSchema(Answer):
    message = fields.String(required=True)
    offset = fields.Integer(required=True, metadata={"description": "in UTF-16 code units"})
    length = fields.Integer(required=True)
    rule = fields.Dict(required=True)
    context = fields.Dict(required=True)


class LanguageToolAnswerSchema(Answer):
    software = fields.Dict(required=True)
    language = fields.Dict(required=True)
    matches = fields.List(fields.Nested(LanguageToolMatchSchema), required=True)


class LanguageToolLanguageSchema(Answer):
    name = fields.String(required=True)
    code = fields.String(required=True)
    longCode = fields.String(required=True)  # noqa: N815 - the protocol's own name


class DeliveryAttemptSchema(Answer):
    at = fields.String(required=True)
    status_code = fields.Integer(required=True, allow_none=True)
    error = fields.String(required=True, allow_none=True)
    seconds = fields.Float(required=True)


class DeliverySchema(Answer):
    """A callback: what was told to which address, and each attempt."""

    id = fields.String(required=True, metadata={"description": "the message's `webhook-id`"})
    type = fields.String(required=True, metadata={"example": "job.succeeded"})
    url = fields.String(required=True)
    created_at = fields.String(required=True)
    status = fields.String(
        required=True, validate=validate.OneOf(["pending", "delivered", "failed", "stopped"])
    )
    next_attempt_at = fields.String(required=True, allow_none=True)
    attempts = fields.List(fields.Nested(DeliveryAttemptSchema), required=True)


class DeliveryListSchema(Answer):
    deliveries = fields.List(fields.Nested(DeliverySchema), required=True)


class HealthSchema(Answer):
    status = fields.String(required=True)
    redis = fields.Boolean()
    workers = fields.Integer()
