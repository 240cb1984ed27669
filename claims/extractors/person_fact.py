"""Ages, births, deaths and kinship of persons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.document import Context, Document
from claims.model import Claim, ClaimKind, PersonFactValue, Reference, Span


def find(document: Document) -> Iterator[Claim]:
    taken: list[Span] = []
    for fact in sorted(document.lives, key=lambda f: (f.span.start, -f.span.end)):
        if taken and taken[-1].overlaps(fact.span):
            continue
        taken.append(fact.span)
        if document.in_quotation(fact.span.start):
            continue  # what a speaker says belongs to the quotation
        yield Claim(
            kind=ClaimKind.PERSON_FACT,
            field=document.field,
            span=fact.span,
            exact=document.text[fact.span.start : fact.span.end],
            sentence=document.sentence_at(fact.span.start).span,
            value=PersonFactValue(fact.person, fact.fact, fact.number),
        )


def question(claim: Claim, context: Context) -> str:
    assert isinstance(claim.value, PersonFactValue)
    value = claim.value
    person = value.person or "the person meant"
    day = context.anchor.date
    words = " ".join(claim.exact.split())
    if value.fact == "age":
        on = f" on {day.day} {day:%B %Y}" if day and not re.search(r"age", words) else ""
        return f"Is the age of {person} right as {value.number}{on}?"
    if value.fact == "birth":
        born = words.lower().startswith("born")
        return f"Was {person} b{words[1:]}?" if born else f"Is it right that {person} {words}?"
    if value.fact == "death":
        return f"Is the death of {person} told right (“{words}”)?"
    return f"Is the kinship of {person} told right (“{words}”)?"


def references(claim: Claim, context: Context) -> Sequence[Reference]:
    assert isinstance(claim.value, PersonFactValue)
    if claim.value.fact == "death":
        return (Reference("The family, the undertaker or the death notice"),)
    if claim.value.fact == "kinship":
        return (Reference("The person or the family"),)
    return (Reference("The person, or a public register with the date of birth"),)
