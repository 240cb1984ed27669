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
    person = value.person
    words = " ".join(claim.exact.split())
    if value.fact == "age":
        return _question_of_age(claim, value, words, context)
    if person is None:
        return f"Is this {value.fact} told right (“{words}”)?"
    if value.fact == "birth" and words.lower().startswith("born"):
        return f"Was {person} b{words[1:]}?"
    if value.fact == "birth":
        return f"Is it right that {person} {words}?"
    if value.fact == "death":
        return f"Is the death of {person} told right (“{words}”)?"
    return f"Is the kinship of {person} told right (“{words}”)?"


# "5-week-old", "aged 18 months"
_YOUNG = re.compile(r"(?<=[ -])(?:day|week|month)")


def _question_of_age(claim: Claim, value: PersonFactValue, words: str, context: Context) -> str:
    unit = _YOUNG.search(words)
    one = "" if value.number == 1 else "s"
    age = f"{value.number} {unit.group() if unit else 'year'}{one}"
    day = context.anchor.date
    if value.person is None:
        return f"Is the age of {age} right (“{words}”)?"
    if day and _holds_now(claim, words, context):
        return f"Was {value.person} {age} old on {day.day} {day:%B %Y}?"
    return f"Is it right that {value.person} was {age} old (“{words}”)?"


def _holds_now(claim: Claim, words: str, context: Context) -> bool:
    """Whether the age is that of the article's day: "Ann Lee, 47,", not "left school at 14"."""
    start = claim.span.start
    before = context.document(claim.field).text[max(0, start - 6) : start]
    return before.endswith((", ", "(", "now ")) and not words.startswith("age")


def references(claim: Claim, context: Context) -> Sequence[Reference]:
    assert isinstance(claim.value, PersonFactValue)
    if claim.value.fact == "death":
        return (Reference("The family, the undertaker or the death notice"),)
    if claim.value.fact == "kinship":
        return (Reference("The person or the family"),)
    return (Reference("The person, or a public register with the date of birth"),)
