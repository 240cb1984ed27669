"""One act between states told with two sides: a recall from Estonia that is later one from Latvia.

Silent unless the later mention points back ("the recall", "its expulsion"), the article has told
one such act of the same state before, and the sentence names no other year and no other act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.document import Context
from claims.model import Claim, EventValue, Finding, FindingType, Modality, Severity
from claims.same_event import code_of

_NOUNS = {
    "ambassador_recall": "recall",
    "expulsion": "expulsion",
    "summons": "summons",
    "embassy_closure": "closure",
    "ties_severed": "break of ties",
    "ties_restored": "restoration of ties",
}
_MOST, _REACH = 40, 300  # acts told before; characters of a sentence
_POINTS_BACK = re.compile(r"\b(?:the|that|this|its|their|decision to)(?: [a-z]+){0,2} $", re.I)
_ANOTHER = re.compile(
    r"\b(?:another|other|earlier|previous\w*|last (?!month|week)|also|too|similar\w*|again"
    r"|followed|both|(?:1[89]|20)\d\d)\b",
    re.I,
)


def find(context: Context, claims: Sequence[Claim]) -> Iterator[Finding]:
    told: list[tuple[Claim, EventValue]] = []
    for claim in claims:
        value = claim.value
        if not isinstance(value, EventValue) or value.event not in _NOUNS:
            continue
        if claim.field == "headline" or claim.modality is not Modality.ASSERTED:
            continue
        before = [(c, v) for c, v in told[:_MOST] if v.event == value.event]
        told.append((claim, value))
        if message := _other_side(context, claim, value, [v for _, v in before]):
            yield Finding(
                FindingType.EVENT_CONFLICT, Severity.HIGH, message, (before[0][0].id, claim.id)
            )


def _other_side(
    context: Context, claim: Claim, value: EventValue, before: Sequence[EventValue]
) -> str | None:
    """What differs between the mention and the one such act told before it."""
    text = context.document(claim.field).text
    lead = text[max(claim.sentence.start, claim.span.start - 40) : claim.span.start]
    if not before or value.target is None or value.target.code is None:
        return None
    if not _POINTS_BACK.search(lead) or _ANOTHER.search(text[slice(*_ends(claim))]):
        return None
    before = [v for v in before if code_of(v.target) not in {None, code_of(before[0].actor)}]
    actors = {code_of(v.actor) for v in before}
    targets = {code_of(v.target) for v in before}
    if len(targets) != 1 or None in targets or len(actors) != 1:
        return None
    if value.target.code in targets | actors or code_of(value.actor) not in actors | {None}:
        return None
    first = before[0].target
    assert first is not None
    return (
        f"The {_NOUNS[value.event]} concerns {first.text or first.code} in one place and "
        f"{value.target.text or value.target.code} in another."
    )


def _ends(claim: Claim) -> tuple[int, int]:
    """The sentence around the mention, as far as it is said of it."""
    start, end = claim.span.start - _REACH, claim.span.end + _REACH
    return max(claim.sentence.start, start), min(claim.sentence.end, end)
