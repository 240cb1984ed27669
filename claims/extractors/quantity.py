"""Numbers that a checker can check: counts, money, per cent, measures, votes, ranges, ratios."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from claims import clauses, quantities, same_figure
from claims.document import Context, Document
from claims.model import Claim, ClaimKind, QuantityValue, Reference
from claims.quantities import Found
from claims.tables import table

# "about 900", "at least 12", "as many as 40,000"; "or so", "or more" come after.
_HEDGE_BEFORE = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately|approx\.?|circa|estimated"
    r"|well over|over"
    r"|under|above|below|(?:more|less|fewer|greater|higher|lower|better|larger|other) than"
    r"|at (?:least|most)"
    r"|up to|as (?:many|much|few|little|high|low) as|close to|upwards? of|just (?:over|under"
    r"|above|below)"
    r"|in excess of|north of|south of|perhaps|maybe|an average of|averag(?:e|ing)|towards?|near"
    r"|possibly|probably|no (?:more|less|fewer) than|a (?:little|bit) (?:over|under)|several"
    r"|a few|many)"
    r"(?: an?| the)? (?:estimated )?[(“\"']?$",
    re.IGNORECASE,
)
# "€30 million more than the €280 million of last year" compares, "more than 280" hedges
_COMPARED = re.compile(
    r"(?:\bthan (?:the|its|his|her|their)|points? (?:above|below|over|under) (?:the|its|their)"
    r"|\d[^.;:]{0,12} (?:more|less|fewer|higher|lower|better|worse) than) $",
    re.IGNORECASE,
)
_HEDGE_AFTER = re.compile(
    r"(?:\+|-odd\b|-plus\b| plus\b(?! [$£€\d])|(?: [a-z]+)? or (?:so|more|fewer|less)\b)"
)
_SEVERAL = re.compile(r"\b(?:several|a few|a couple(?: of)?|many) $", re.IGNORECASE)


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
    before = text[max(0, first.start - 40) : first.start]
    after = text[last.end : last.end + 24]
    hedged = bool(_HEDGE_BEFORE.search(before) or _HEDGE_AFTER.match(after))
    hedged = hedged and not _COMPARED.search(before)
    vague = first.numeral.form == "indefinite" or bool(_SEVERAL.search(before))
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


# ---- in words --------------------------------------------------------------------------------


def question(claim: Claim, context: Context) -> str:
    """ "Is $2 million (2,000,000 USD) the right sum in “The firm made $2 million”?" """
    value = claim.value
    assert isinstance(value, QuantityValue)
    words = " ".join(claim.exact.split())
    told = clauses.quoted(clauses.told(context, claim))
    if value.unit == "votes" and value.against is not None:
        return f"Was the vote {value.number:,} to {value.against:,}, as in {told}?"
    if value.unit == "ratio" and value.against is not None:
        return f"Is it {value.number:,} to {value.against:,}, as in {told}?"
    if value.range is not None:
        low, high = value.range
        return f"Is it between {low:,} and {high:,}{_of(value.unit)}, as in {told}?"
    words = words[0].lower() + words[1:]
    plain = f"{value.number:,}"
    kind = _sort(value.unit)
    if kind in ("sum", "measure") and not words.replace(",", "").startswith(str(value.number)):
        words += f" ({plain}{_of(value.unit)})"
    elif kind not in ("sum", "measure") and not any(map(str.isdigit, words)):
        words += f" ({plain})"
    of = _of(value.unit).replace(" ", " of ", 1) if kind == "number" else ""
    roughly = "roughly " if value.approximate else ""
    return f"Is {words} {roughly}the right {kind}{of} in {told}?"


def _of(unit: str | None) -> str:
    return f" {unit}" if unit else ""


@functools.cache
def _measures() -> frozenset[str]:
    return frozenset(row["unit"] for row in table("units") if row["kind"] == "measure")


def _sort(unit: str | None) -> str:
    """What a number of the unit is called: "sum", "share", "measure" or "number"."""
    if unit is None:
        return "number"
    if _CURRENCY.fullmatch(unit):
        return "sum"
    if unit in ("percent", "percentage points", "basis points"):
        return "share"
    return "measure" if unit in _measures() else "number"


_CURRENCY = re.compile(r"[A-Z]{3}(?: cents)?|pounds|pesos|rupees|francs|shillings|dinars|guilders")
_WHERE = {
    "votes": "The official record of the vote",
    "percent": "The survey or the statistics that the share is from",
    "ratio": "The survey or the statistics that the ratio is from",
    "money": "The accounts, filing or announcement that the sum is from",
    "fate": "The police, hospital or ministry that gave the toll",
    "other": "Whoever counted or measured it",
}


def references(claim: Claim, context: Context) -> Sequence[Reference]:
    assert isinstance(claim.value, QuantityValue)
    unit = claim.value.unit or ""
    if unit in _WHERE:
        return (Reference(_WHERE[unit]),)
    if _CURRENCY.fullmatch(unit):
        return (Reference(_WHERE["money"]),)
    return (Reference(_WHERE["fate" if _is_toll(claim, context) else "other"]),)


def _is_toll(claim: Claim, context: Context) -> bool:
    return same_figure.fate(context, claim) is not None
