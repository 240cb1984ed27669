"""Dates, durations and frequencies that a person can check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.document import Context, Document
from claims.model import Claim, ClaimKind, DateValue, Reference, Span


def find(document: Document) -> Iterator[Claim]:
    for timex in document.timexes:
        sentence = document.sentence_at(timex.start)
        span = Span(timex.start, timex.end)
        yield Claim(
            kind=ClaimKind.DATE,
            field=document.field,
            span=span,
            exact=document.text[span.start : span.end],
            sentence=sentence.span,
            value=DateValue(timex.type, timex.value, timex.mod),
        )


def question(claim: Claim, context: Context) -> str:
    assert isinstance(claim.value, DateValue)
    return f"Was it {claim.value.timex}?"


def references(claim: Claim, context: Context) -> Sequence[Reference]:
    return (Reference("Calendar"),)
