"""Each person, body and place once, at its first mention, to be checked for spelling."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence

from claims.document import Context, Document
from claims.entities import Entity
from claims.model import Claim, ClaimKind, NameValue, Reference, Span
from claims.treaties.mentions import mentions


def find(document: Document) -> Iterator[Claim]:
    treaties = [mention.span for mention in mentions(document)]
    for entity in document.context.entities:
        if entity.field != document.field:
            continue
        places = _outside(treaties, entity)
        if places:
            span = entity.span if entity.span in places else places[0]
            yield Claim(
                kind=ClaimKind.NAME,
                field=document.field,
                span=span,
                exact=document.text[span.start : span.end],
                sentence=document.sentence_at(span.start).span,
                value=NameValue(entity.type, entity.variants),
                places=places,
            )


def _outside(treaties: Sequence[Span], entity: Entity) -> tuple[Span, ...]:
    """Where the name stands by itself: "Friendship" in a treaty's name is no body."""
    places = (entity.span, *(place for place in entity.places if place != entity.span))
    own = [place for place in places if not _within(treaties, place)]
    return tuple(sorted(own)) if len(own) < len(places) else entity.places


def _within(treaties: Sequence[Span], place: Span) -> bool:
    """Whether one of the treaties, which are in order of place, holds the place and more."""
    n = bisect.bisect_right(treaties, place.start, key=lambda treaty: treaty.start) - 1
    return n >= 0 and treaties[n].covers(place) and treaties[n] != place


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
