"""Everything else that is answered: jobs, articles, problems, callbacks, LanguageTool."""

from __future__ import annotations

from marshmallow import fields, validate

from service.schemas.base import JOB_STATUSES, Answer
from service.schemas.checklist import SignOffAnswerSchema, SummarySchema


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
