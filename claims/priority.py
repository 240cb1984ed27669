"""How urgent an item is, from 0 to 1, and why, in words.

A sum of a few plain rules, each with the words that it adds to the reasons: what hurts most if it
is wrong (who did what to whom, a figure, a superlative, words put in a named mouth), more where it
is prominent or in the article's own voice, less where the article hedges. ``docs/kinds.md`` has the
table. Only what the article itself contradicts stands above everything else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from claims import same_figure
from claims.document import Context
from claims.model import (
    AttributionMode,
    Claim,
    ClaimKind,
    DateValue,
    Finding,
    Modality,
    OfficeValue,
    PersonFactValue,
    QuantityValue,
    QuotationValue,
    Severity,
    SuperlativeValue,
    TreatyValue,
)

Rule = tuple[float, str]

_BASE: dict[ClaimKind, Rule] = {
    ClaimKind.DIPLOMATIC_EVENT: (0.70, "says which state did what to which"),
    ClaimKind.TREATY: (0.65, "names a treaty"),
    ClaimKind.SUPERLATIVE: (0.58, "claims to be first, last, only or most"),
    ClaimKind.QUOTATION: (0.55, "puts words in somebody’s mouth"),
    ClaimKind.QUANTITY: (0.52, "gives a figure"),
    ClaimKind.PERSON_FACT: (0.50, "states a fact of a person’s life"),
    ClaimKind.LAW: (0.50, "names a law or a case"),
    ClaimKind.OFFICE: (0.48, "gives a person a title"),
    ClaimKind.DATE: (0.42, "says when"),
    ClaimKind.NAME: (0.15, "a name to be spelled right"),
}
_OTHER: Rule = (0.45, "can be looked up")
_CONTRADICTED = {Severity.HIGH: 0.98, Severity.MEDIUM: 0.93, Severity.LOW: 0.86}
_HIGHEST_WITHOUT_FINDING = 0.85
_HIGHEST_NAME = 0.30
_OPENING = 600  # characters: a text without breaks is no opening paragraph as a whole
_MONEY = re.compile(r"[A-Z]{3}(?: cents| pence)?")
_SHARES_AND_VOTES = frozenset(("percent", "percentage points", "votes"))


def rank(
    claim: Claim,
    findings: Sequence[Finding],
    context: Context,
    dates_of_events: Collection[str] = (),
) -> tuple[float, tuple[str, ...]]:
    """(priority, reasons), the weightiest reason first.

    Args:
        findings: those that name this claim.
        dates_of_events: ids of the date claims that an event or a treaty leans on.
    """
    score, why = _BASE.get(claim.kind, _OTHER)
    rules = [rule for find in _RULES for rule in find(claim, context)]
    if claim.id in dates_of_events:
        rules.append((0.22, "dates a diplomatic event"))
    score += sum(weight for weight, _ in rules)
    raised = sorted((r for r in rules if r[0] >= 0), key=lambda rule: -rule[0])
    lowered = [rule for rule in rules if rule[0] < 0]
    reasons = [why, *(words for _, words in (*raised, *lowered))]
    if claim.kind is ClaimKind.NAME:
        score = min(score, _HIGHEST_NAME)
    score = min(max(score, 0.05), _HIGHEST_WITHOUT_FINDING)
    if findings:
        score = max(score, *(_CONTRADICTED[finding.severity] for finding in findings))
        reasons = ["contradicted by the article itself", *reasons]
    return score, tuple(reasons)


# ---- the rules: each yields what it adds or takes, and the words for it ----------------------


def _by_place(claim: Claim, context: Context) -> Iterator[Rule]:
    if claim.field == "headline":
        yield 0.12, "stands in the headline"
    elif claim.field == "standfirst":
        yield 0.08, "stands in the standfirst"
    elif claim.field == "body":
        paragraphs = context.document(claim.field).paragraphs
        if paragraphs and claim.span.start < min(paragraphs[0].end, _OPENING):
            yield 0.08, "stands in the opening paragraph"


def _by_voice(claim: Claim, context: Context) -> Iterator[Rule]:
    if claim.attribution is None or claim.kind in (ClaimKind.QUOTATION, ClaimKind.NAME):
        return
    if claim.attribution.mode is AttributionMode.OWN_VOICE:
        yield 0.04, "in the article’s own voice"
    elif claim.attribution.mode is AttributionMode.DIRECT_QUOTE:
        yield -0.12, "inside a quotation"
    elif claim.attribution.source is None:
        yield 0.02, "rests on a source without a name"
    else:
        yield -0.03, "reported from a source"


def _by_modality(claim: Claim, context: Context) -> Iterator[Rule]:
    if claim.modality is Modality.PLANNED:
        yield -0.03, "planned, not yet done"
    elif claim.modality is Modality.HYPOTHETICAL:
        yield -0.20, "only possible"
    elif claim.modality is Modality.NEGATED:
        yield -0.10, "denied"


def _by_mention(claim: Claim, context: Context) -> Iterator[Rule]:
    if claim.same_as is not None:
        yield -0.10, "mentioned before"


def _by_value(claim: Claim, context: Context) -> Iterator[Rule]:
    value = claim.value
    if isinstance(value, QuantityValue):
        if same_figure.fate(context, claim):
            yield 0.08, "counts casualties"
        yield from _of_quantity(value)
    elif isinstance(value, DateValue):
        yield from _of_date(value)
    elif isinstance(value, QuotationValue):
        if value.speaker is None:
            yield 0.06, "the speaker cannot be told"
        else:
            yield 0.08, "the speaker is named"
        if value.fragment:
            yield -0.05, "only a few words are quoted"
    elif isinstance(value, SuperlativeValue):
        if value.rank is None and value.scope is None:
            yield -0.08, "no scope is given"
    elif isinstance(value, TreatyValue):
        if not value.known:
            yield 0.03, "not in the table of treaties"
        if value.article:
            yield 0.05, "cites an article of it"
        if value.year_in_text:
            yield 0.03, "gives its year"
    elif isinstance(value, OfficeValue):
        if value.when != "current":
            yield 0.04, "a title of another time"
    elif isinstance(value, PersonFactValue) and value.number is not None:
        yield 0.03, "gives a number"


def _of_quantity(value: QuantityValue) -> Iterator[Rule]:
    unit = value.unit or ""
    if unit in _SHARES_AND_VOTES or _MONEY.fullmatch(unit):
        yield 0.04, "money, a share or a vote"
    if value.approximate:
        yield -0.06, "hedged by the article"
    if value.unit is None:
        yield -0.04, "what it counts is not told beside it"


def _of_date(value: DateValue) -> Iterator[Rule]:
    if value.ambiguous:
        yield 0.12, "can be read in more than one way"
    if value.type == "DURATION":
        yield -0.06, "a length of time"
    elif value.type == "SET":
        yield -0.10, "a frequency"
    elif len(value.timex) >= 10:
        yield 0.05, "names a day"


_RULES: tuple[Callable[[Claim, Context], Iterator[Rule]], ...] = (
    _by_value,
    _by_place,
    _by_voice,
    _by_modality,
    _by_mention,
)
