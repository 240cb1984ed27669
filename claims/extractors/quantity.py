"""Numbers that a checker can check: counts, money, per cent, measures, votes, ranges, ratios."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims import quantities
from claims.document import Context, Document
from claims.model import Claim, ClaimKind, QuantityValue, Reference
from claims.quantities import Found, asking, hedges


def find(document: Document) -> Iterator[Claim]:
    text = document.text
    for found in quantities.find(document):
        sentence = document.sentence_at(found.span.start)
        yield Claim(
            kind=ClaimKind.QUANTITY,
            field=document.field,
            span=found.span,
            exact=text[found.span.start : found.span.end],
            sentence=sentence.span,
            value=_value(text, found, sentence.end),
        )


def _value(text: str, found: Found, sentence_end: int) -> QuantityValue:
    first, last = found.first, found.last
    before = text[max(0, first.start - hedges.REACH) : first.start]
    after = text[last.end : last.end + 24]
    hedged = hedges.is_hedged(before, after)
    vague = first.numeral.form == "indefinite" or hedges.is_several(before)
    unit = found.unit or last.unit or quantities.counted(text, last.end, sentence_end)
    number = first.value if found.low is None else found.low
    ranged = (found.low, found.high) if found.low is not None and found.high is not None else None
    return QuantityValue(
        number=number,
        unit=unit,
        approximate=hedged or vague or ranged is not None,
        range=ranged,
        against=found.against,
    )


def question(claim: Claim, context: Context) -> str:
    """ "Is $2 million (2,000,000 USD) the right sum in “The firm made $2 million”?" """
    return asking.question(claim, context)


def references(claim: Claim, context: Context) -> Sequence[Reference]:
    return asking.references(claim, context)
