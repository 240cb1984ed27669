"""The wire, in marshmallow: what is accepted, and what is answered.

Schemas that load refuse unknown fields. Schemas that only describe answers are not run on them
(the worker writes an answer's bytes once); a test holds the two together.
"""

from service.schemas.accepted import (
    AddedItemSchema,
    ArticleSchema,
    BatchSchema,
    ChecklistQuery,
    HoldSchema,
    IntegrationQuery,
    LanguageToolForm,
    ListQuery,
    SignOffSchema,
    TickSchema,
)
from service.schemas.answers import (
    ArticleAnswerSchema,
    ArticleListSchema,
    BatchAnswerSchema,
    CanceledSchema,
    DeliveryListSchema,
    DeliverySchema,
    HealthSchema,
    HoldAnswerSchema,
    JobSchema,
    LanguageToolAnswerSchema,
    LanguageToolLanguageSchema,
    ProblemSchema,
)
from service.schemas.base import (
    clean,
)
from service.schemas.checklist import (
    ChecklistSchema,
    HistorySchema,
    ItemSchema,
    SignOffAnswerSchema,
)

__all__ = [
    "AddedItemSchema",
    "ArticleAnswerSchema",
    "ArticleListSchema",
    "ArticleSchema",
    "BatchAnswerSchema",
    "BatchSchema",
    "CanceledSchema",
    "ChecklistQuery",
    "ChecklistSchema",
    "DeliveryListSchema",
    "DeliverySchema",
    "HealthSchema",
    "HistorySchema",
    "HoldAnswerSchema",
    "HoldSchema",
    "IntegrationQuery",
    "ItemSchema",
    "JobSchema",
    "LanguageToolAnswerSchema",
    "LanguageToolForm",
    "LanguageToolLanguageSchema",
    "ListQuery",
    "ProblemSchema",
    "SignOffAnswerSchema",
    "SignOffSchema",
    "TickSchema",
    "clean",
]
