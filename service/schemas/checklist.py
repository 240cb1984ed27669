"""A checklist as it is answered."""

from __future__ import annotations

from marshmallow import fields, validate

from claims.model import AnchorSource, AttributionMode, ClaimKind, FindingType, Modality, Severity
from service.schemas.accepted import SourceSchema
from service.schemas.base import REASONS, STATUSES, Answer


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
