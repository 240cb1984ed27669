"""The table of kinds: the one place where a kind of claim is added.

An extractor is a module of this package with three functions:

``find(document)``
    yields the claims of its kind in one field, in any order;
``question(claim, context)``
    one sentence that a checker can answer with yes or no;
``references(claim, context)``
    where one would look it up, best first.

Extractors do not import one another. What several need (quotation marks, who is who, countries)
stands in modules of ``claims`` beside this package.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from claims.document import Context, Document
from claims.extractors import (
    date,
    diplomatic_event,
    law,
    name,
    office,
    person_fact,
    quantity,
    quotation,
    superlative,
    treaty,
)
from claims.model import Claim, ClaimKind, Reference


@dataclass(frozen=True, slots=True)
class Extractor:
    kind: ClaimKind
    find: Callable[[Document], Iterable[Claim]]
    question: Callable[[Claim, Context], str]
    references: Callable[[Claim, Context], Sequence[Reference]]


EXTRACTORS: dict[ClaimKind, Extractor] = {
    ClaimKind.DATE: Extractor(ClaimKind.DATE, date.find, date.question, date.references),
    ClaimKind.TREATY: Extractor(ClaimKind.TREATY, treaty.find, treaty.question, treaty.references),
    ClaimKind.OFFICE: Extractor(ClaimKind.OFFICE, office.find, office.question, office.references),
    ClaimKind.PERSON_FACT: Extractor(
        ClaimKind.PERSON_FACT, person_fact.find, person_fact.question, person_fact.references
    ),
    ClaimKind.QUANTITY: Extractor(
        ClaimKind.QUANTITY, quantity.find, quantity.question, quantity.references
    ),
    ClaimKind.QUOTATION: Extractor(
        ClaimKind.QUOTATION, quotation.find, quotation.question, quotation.references
    ),
    ClaimKind.DIPLOMATIC_EVENT: Extractor(
        ClaimKind.DIPLOMATIC_EVENT,
        diplomatic_event.find,
        diplomatic_event.question,
        diplomatic_event.references,
    ),
    ClaimKind.LAW: Extractor(ClaimKind.LAW, law.find, law.question, law.references),
    ClaimKind.SUPERLATIVE: Extractor(
        ClaimKind.SUPERLATIVE, superlative.find, superlative.question, superlative.references
    ),
    ClaimKind.NAME: Extractor(ClaimKind.NAME, name.find, name.question, name.references),
}
