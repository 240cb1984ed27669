"""A quantity as a question that a checker can answer yes or no, and where the number is kept."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from claims import clauses, same_figure
from claims.document import Context
from claims.model import Claim, QuantityValue, Reference
from claims.quantities import hedges
from claims.tables import table


def question(claim: Claim, context: Context) -> str:
    """ "Is $2 million (2,000,000 USD) the right sum in “The firm made $2 million”?" """
    value = claim.value
    assert isinstance(value, QuantityValue)
    told = clauses.quoted(clauses.told(context, claim))
    if value.unit == "votes" and value.against is not None:
        return f"Was the vote {value.number:,} to {value.against:,}, as in {told}?"
    if value.unit == "ratio" and value.against is not None:
        ratio = " ".join(claim.exact.lower().split())
        return f"Is it {ratio}, as in {told}?"
    if value.range is not None:
        low, high = value.range
        return f"Is it between {low:,} and {high:,}{_of(_named(claim, context))}, as in {told}?"
    words = " ".join(claim.exact.split())
    words = words[0].lower() + words[1:]
    kind = _sort(value)
    of = f" of {_named(claim, context)}" if kind == "number" and value.unit else ""
    hedge = _hedge(claim, context)
    if _is_vague(hedge + words):
        return f"Is “{hedge.removeprefix('roughly ')}{words}” fair for the {kind}{of} in {told}?"
    return f"Is {hedge}{words}{_worked_out(words, value)} the right {kind}{of} in {told}?"


def _worked_out(words: str, value: QuantityValue) -> str:
    """The number in digits, in brackets, where the words do not show it."""
    written = any(map(str.isdigit, words))
    if 0 < value.number < 1 and not written:
        return f" ({value.number * 100:.3g} percent)"
    digits = re.sub(r"[^\d.]", "", words)
    same = digits == str(abs(value.number)) or (digits and float_of(digits) == abs(value.number))
    if written and same:
        return ""
    unit = value.unit if _sort(value) in ("sum", "measure") else None
    return f" ({value.number:,}{_of(unit)})"


def float_of(digits: str) -> float | None:
    try:
        return float(digits)
    except ValueError:
        return None


_ROUGHLY = ("dozens", "scores", "hundreds", "thousands", "millions", "billions")


def _is_vague(words: str) -> bool:
    several = words.startswith(("several ", "many ", "a few ", "a couple "))
    return several or words.endswith(_ROUGHLY)


def _hedge(claim: Claim, context: Context) -> str:
    """The words that hedge the number, as the article has them: "more than "."""
    value, text = claim.value, context.document(claim.field).text
    assert isinstance(value, QuantityValue)
    if not value.approximate:
        return ""
    before = text[max(claim.sentence.start, claim.span.start - hedges.REACH) : claim.span.start]
    found = hedges.hedge(before)
    return f"{found} " if found else "roughly "


def _named(claim: Claim, context: Context) -> str:
    """What is counted, in the plural: "a 12-member panel" counts members."""
    value = claim.value
    assert isinstance(value, QuantityValue)
    unit = value.unit or ""
    text = context.document(claim.field).text
    if unit == "magnitude":
        return unit
    hyphened = text[claim.span.end : claim.span.end + 1] == "-" and unit.isalpha()
    if hyphened and unit.islower() and not unit.endswith("s") and value.number != 1:
        return _PLURALS.get(unit) or (
            f"{unit[:-1]}ies" if unit[-2:] in _CONSONANT_Y else f"{unit}s"
        )
    return unit


_PLURALS = {"man": "men", "woman": "women", "person": "people", "child": "children"}
_CONSONANT_Y = frozenset("ty cy dy fy gy ly my ny py ry sy vy zy by".split())


def _of(unit: str | None) -> str:
    return f" {unit}" if unit else ""


@functools.cache
def _measures() -> frozenset[str]:
    return frozenset(row["unit"] for row in table("units") if row["kind"] == "measure")


def _sort(value: QuantityValue) -> str:
    """What a number of the unit is called: "sum", "share", "number" and the like."""
    unit = value.unit
    if 0 < value.number < 1 and not (unit and unit in (*_measures(), *_SHARES)):
        return "share"
    if unit is None:
        return "number"
    if _CURRENCY.fullmatch(unit):
        return "sum"
    if unit in _SHARES:
        return "share"
    if unit in ("magnitude", "times"):
        return {"magnitude": "magnitude", "times": "multiple"}[unit]
    return "measure" if unit in _measures() else "number"


_CURRENCY = re.compile(
    r"[A-Z]{3}(?: cents| pence)?|pounds|pesos|rupees|francs|shillings|dinars|guilders"
)
# Whose figures they are, by the kind of figure; what is counted has a table of its own.
_WHERE = {
    "votes": "The official record of the vote",
    "percent": "The survey or the statistics that the share is from",
    "ratio": "The survey or the statistics that the ratio is from",
    "money": "The accounts, filing or announcement that the sum is from",
    "stake": "The company’s filing or register of owners",
    "fate": "The police, hospital or ministry that gave the toll",
    "other": "Whoever counted or measured it",
}
_SHARES = frozenset(("percent", "percentage points", "basis points"))
_BUSINESS = re.compile(
    r"\b(?:profits?|income|sales|revenues?|earnings|turnover|dividends?|shares|stock|margins?"
    r"|net loss|quarterly|bonds?|yield)\b|[$€£]\d",
    re.IGNORECASE,
)
_STAKE = re.compile(r" (?:[a-z]+ )?(?:stake|interest|holding|of the (?:shares|company|firm))\b")


def references(claim: Claim, context: Context) -> Sequence[Reference]:
    """Where the number is kept; told by what it counts and by what the sentence is about."""
    value, text = claim.value, context.document(claim.field).text
    assert isinstance(value, QuantityValue)
    unit = value.unit or ""
    if _CURRENCY.fullmatch(unit):
        return (Reference(_WHERE["money"]),)
    if unit in _SHARES or _sort(value) == "share":
        if _STAKE.match(text, claim.span.end):
            return (Reference(_WHERE["stake"]),)
        money = _BUSINESS.search(text, claim.sentence.start, claim.sentence.end)
        return (
            Reference(_WHERE["money"].replace("sum", "figure") if money else _WHERE["percent"]),
        )
    if unit in _WHERE:
        return (Reference(_WHERE[unit]),)
    if same_figure.fate(context, claim) is not None:
        return (Reference(_WHERE["fate"]),)
    return (_sources().get(_named(claim, context).lower(), Reference(_WHERE["other"])),)


@functools.cache
def _sources() -> dict[str, Reference]:
    rows = table("figure_sources")
    return {row["unit"].lower(): Reference(row["label"], row["url"] or None) for row in rows}
