"""Whether two figures of an article tell of the same thing, so that their numbers must agree."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.document import Context
from claims.figures import Figure, names, stems
from claims.model import Claim, QuantityValue

_NOUNS = r"(?: [\w’-]+){0,5}"
# What a figure counts when the verb tells more than the noun: "killed 12", "12 people were killed".
_BEFORE = {
    "dead": re.compile(
        r"\b(?:kill(?:s|ed|ing)|claim(?:s|ed|ing)|death toll (?:of|at|to)"
        r"|(?:deaths?|killings?|slayings?|murders?|massacres?|genocide|slaughter|drownings?) of"
        r"(?: more than| at least| about| nearly| some| up to)?)"
        r" (?:the lives of )?(?:[a-z]+ ){0,3}$",
        re.IGNORECASE,
    ),
    "hurt": re.compile(r"\b(?:injur|wound|hurt)(?:s|es|ed|ing)? (?:[a-z]+ ){0,3}$", re.IGNORECASE),
    "held": re.compile(r"\b(?:arrest|detain)(?:s|ed|ing)? (?:[a-z]+ ){0,3}$", re.IGNORECASE),
    "expelled": re.compile(r"\b(?:expel(?:s|led|ling)?) (?:[a-z]+ ){0,3}$", re.IGNORECASE),
}
_AFTER = {
    "dead": re.compile(rf"{_NOUNS} (?:killed|died|dead|perished|drowned|lost their lives)\b"),
    "hurt": re.compile(rf"{_NOUNS} (?:injured|wounded|hurt)\b| of the (?:injured|wounded|hurt)\b"),
    "held": re.compile(rf"{_NOUNS} (?:arrested|detained|held|seized|jailed)\b"),
    "missing": re.compile(rf"{_NOUNS} missing\b"),
    "expelled": re.compile(rf"{_NOUNS} expelled\b"),
}
_HEAD = re.compile(r"-[a-z]+ ([A-Za-z]{4,})")
# Words after which another figure is another thing, or the same thing at another time.
_APART = re.compile(
    r"\b(?:but|however|whereas|while|although|disput\w+|revis\w+|earlier|initial\w*|previous\w*"
    r"|original\w*"
    r"|later|another|others?|more|additional|further|separate\w*|similar\w*|each|every|per"
    r"|remaining|rest|rose"
    r"|risen|fell|fallen|increas\w+|compared|up|down|instead|rather|than|if|would|could|may"
    r"|might|should|can"
    r"|average|usual\w*|normal\w*|typical\w*|only|just|already|so far|still|since|again|also"
    r"|half|twice|total\w*"
    r"|combined|altogether|including|among|of (?:whom|them|which))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A figure and what is told around it; ``head`` is "council" in "a 12-member council"."""

    figure: Figure
    key: str
    stems: frozenset[str]
    names: frozenset[str]
    dates: frozenset[str]
    definite: bool
    head: str | None
    apart: bool


def told(context: Context, figure: Figure, reach: int = 80) -> Told | None:
    """The figure with its key, what it counts; None when that cannot be told."""
    document = context.document(figure.claim.field)
    start = max(figure.sentence.start, figure.span.start - reach)
    end = min(figure.sentence.end, figure.span.end + reach)
    before = document.text[start : figure.span.start]
    after = document.text[figure.span.end : end]
    key = counted(before, after) or figure.noun
    if key is None:
        return None
    dates = frozenset(
        t.value for t in document.timexes_in(figure.sentence.span) if t.type in ("DATE", "TIME")
    )
    return Told(
        figure,
        key,
        stems(before + " " + after) - {figure.noun},
        names(document.text[figure.sentence.start : figure.sentence.end]),
        dates,
        bool(re.search(r"\b(?:the|these|those|all) $", before, re.IGNORECASE)),
        head[1].lower() if (head := _HEAD.match(after)) else None,
        bool(_APART.search(before[-60:] + " | " + after[:60])),
    )


def counted(before: str, after: str) -> str | None:
    """The fate that a figure counts, "dead" or "hurt" and the like, if its neighbours tell one."""
    clause = re.split(r"[,;:.]| and ", after)[0]
    for fate, pattern in _AFTER.items():
        if pattern.match(clause):
            return fate
    for fate, pattern in _BEFORE.items():
        if pattern.search(before):
            return fate
    return None


def fate(context: Context, claim: Claim, reach: int = 60) -> str | None:
    """What became of those whom a quantity counts, when its neighbours or its noun tell."""
    text = context.document(claim.field).text
    before = text[max(claim.sentence.start, claim.span.start - reach) : claim.span.start]
    after = text[claim.span.end : min(claim.sentence.end, claim.span.end + reach)]
    unit = claim.value.unit if isinstance(claim.value, QuantityValue) else None
    told_by_noun = _FATE_NOUNS.get((unit or "").lower())
    found = counted(before, after) or told_by_noun
    return found if found in ("dead", "hurt", "missing") else None


_FATE_NOUNS = {
    **dict.fromkeys(("dead", "deaths", "bodies", "fatalities", "killed", "victims"), "dead"),
    **dict.fromkeys(("wounded", "injured", "injuries", "casualties", "hurt"), "hurt"),
    "missing": "missing",
}


def same_day(one: Told, two: Told) -> bool:
    """Whether the dates beside both figures leave room for one event."""
    if one.dates and two.dates:
        return bool(one.dates & two.dates)
    lone = one.dates or two.dates
    return not any(re.fullmatch(r"\d{2,4}|\d{4}-(?:\d\d|Q\d)", value) for value in lone)


def same_place(one: Told, two: Told) -> bool:
    """Whether the names beside both figures leave room for one event."""
    return not one.names or not two.names or bool(one.names & two.names)
