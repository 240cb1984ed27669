"""Each person, body and place once, at its first mention, to be checked for spelling."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.document import Context, Document
from claims.model import Claim, ClaimKind, NameValue, Reference


def find(document: Document) -> Iterator[Claim]:
    for entity in document.context.entities:
        if entity.field == document.field:
            yield Claim(
                kind=ClaimKind.NAME,
                field=document.field,
                span=entity.span,
                exact=document.text[entity.span.start : entity.span.end],
                sentence=document.sentence_at(entity.span.start).span,
                value=NameValue(entity.type, entity.variants),
                places=entity.places,
            )


def question(claim: Claim, context: Context) -> str:
    assert isinstance(claim.value, NameValue)
    name = " ".join(claim.exact.split())
    kind = {"person": "the person’s name", "body": "the body’s name", "place": "the place’s name"}
    also = f", and throughout (also “{'”, “'.join(claim.value.variants)}”)"
    return f"Is {kind[claim.value.type]} spelt “{name}”{also if claim.value.variants else ''}?"


def references(claim: Claim, context: Context) -> Sequence[Reference]:
    assert isinstance(claim.value, NameValue)
    labels = {
        "person": "The person’s own card, site or signature",
        "body": "The body’s own site or register entry",
        "place": "A gazetteer or map",
    }
    return (Reference(labels[claim.value.type]),)
