"""One beginning or end with two dates: "opened in 1962 … since it opened in 1964".

Only what happens once counts (a founding, a birth, a death), only dates with their year, and only
where both mentions name the same thing by the same word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.document import Context, Document
from claims.model import Claim, ClaimKind, DateValue
from claims.temporal import wording

_ONCE = {
    "founded": "founding",
    "established": "founding",
    "incorporated": "founding",
    "opened": "opening",
    "inaugurated": "opening",
    "built": "building",
    "completed": "completion",
    "sank": "sinking",
    "born": "birth",
    "died": "death",
    "abolished": "abolition",
    "demolished": "demolition",
}
_NOUNS = {
    **dict.fromkeys(("founding", "foundation", "establishment"), "founding"),
    **dict.fromkeys(("opening", "inauguration"), "opening"),
    "construction": "building",
    "completion": "completion",
    "sinking": "sinking",
    "birth": "birth",
    "death": "death",
    "abolition": "abolition",
    "demolition": "demolition",
}
# "The pool, which was opened in", "the Thalia sank on", "Anna Berg was born in Ghent in"
_VERB = re.compile(
    r"\b(?P<the>[Tt]he |[Tt]his |[Ii]ts |[Tt]heir )?(?P<who>[\w’-]+),?(?: (?:which|that|who))?"
    r"(?: (?:was|were|had|first|officially|been))*"
    rf" (?P<verb>{'|'.join(_ONCE)})(?: in [A-Z][\w-]+| here| there| at sea)?,? (?:in|on) $"
)
# "the death of Anna Berg in", "Berg’s death on", "the pool’s opening in"
_NOUN = re.compile(
    rf"\b(?P<the>[Tt]he )?(?P<who>[\w-]+)[’']s (?P<verb>{'|'.join(_NOUNS)}) (?:in|on) $"
    rf"|\b(?P<verb2>{'|'.join(_NOUNS)}) of (?P<the2>the )?(?:[A-Z][\w’-]+ )?"
    r"(?P<who2>[\w’-]+) (?:in|on) $"
)
# "Its founding in 1898": of the one thing of which the article tells such a deed
_ITS = re.compile(rf"\b(?:[Ii]ts|[Tt]heir) (?P<verb>{'|'.join(_NOUNS)}) (?:in|on) $")
_VAGUE = frozenset(
    "it he she they who which that one and first company firm group new wing shop branch store "
    "factory plant office school hospital road line section station building house man woman "
    "people child children baby boy girl son daughter king queen two three others many".split()
)
_REACH = 90
_IT = "it"


def find(context: Context, claims: Sequence[Claim]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """(what does not agree, ids of the two dates)."""
    known: dict[tuple[str, str], Claim] = {}
    told: set[tuple[str, str]] = set()
    for claim in claims:
        if claim.kind is not ClaimKind.DATE or not _is_dated(claim):
            continue
        key = _deed(context, context.document(claim.field), claim)
        if key is None:
            continue
        if key[1] == _IT:
            alike = [deed for deed in known if deed[0] == key[0]]
            if len(alike) != 1:
                continue
            key = alike[0]
        first = known.setdefault(key, claim)
        if key not in told and _exclude(first, claim):
            told.add(key)
            what, who = key
            yield (
                f"The {what} of {who} is dated {_when(first)}, but also {_when(claim)}.",
                (first.id, claim.id),
            )


def _is_dated(claim: Claim) -> bool:
    value = claim.value
    dated = isinstance(value, DateValue) and value.type == "DATE" and not value.ambiguous
    return dated and bool(re.search(r"\d{4}$", claim.exact))


def _deed(context: Context, document: Document, claim: Claim) -> tuple[str, str] | None:
    """What happened and to whom, as far as the words right before the date tell."""
    start = max(claim.sentence.start, claim.span.start - _REACH)
    before = document.text[start : claim.span.start]
    if match := _VERB.search(before):
        what, who, the = _ONCE[match["verb"]], match["who"], match["the"]
    elif match := _NOUN.search(before):
        what = _NOUNS[match["verb"] or match["verb2"]]
        who, the = match["who"] or match["who2"], match["the"] or match["the2"]
    elif match := _ITS.search(before):
        return _NOUNS[match["verb"]], _IT
    else:
        return None
    if who.lower() in _VAGUE or who[0].isdigit():
        return None
    if who[0].isupper():
        return what, context.people.full_name(who) or who
    return (what, f"the {who}") if the else None


def _exclude(one: Claim, two: Claim) -> bool:
    a, b = one.value, two.value
    assert isinstance(a, DateValue)
    assert isinstance(b, DateValue)
    if not (a.earliest and a.latest and b.earliest and b.latest):
        return False
    return a.latest < b.earliest or b.latest < a.earliest


def _when(claim: Claim) -> str:
    assert isinstance(claim.value, DateValue)
    return wording.when(claim.value.timex) or claim.exact
