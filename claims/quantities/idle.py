"""Small numbers in words that point rather than count: "the two men", "one", "two of them"."""

from __future__ import annotations

import re

from claims.quantities.counted import counted
from claims.quantities.pairs import Found

_SEVERAL = re.compile(r"\b(?:several|a few|a couple(?: of)?|many) $", re.IGNORECASE)
_VAGUE_ONE = re.compile(
    r"\b(?:at least|only|just|killing|killed|wounding|wounded|injuring|injured|leaving|exactly"
    r"|all but|with"
    r"|and|,|than|or|to|from|by) $",
    re.IGNORECASE,
)
_ONE_COUNTS = re.compile(
    r" (?:(?:[a-z-]+ )?(?:person|people|man|woman|child|boy|girl|soldier|officer|worker|civilian"
    r"|death|case"
    r"|vote|seat|point|goal|run|survivor|suspect|student|passenger|protester|policeman|fatality"
    r"|victim"
    r"|abstention|dissent|conviction|injury)\b|was (?:killed|injured|wounded|hurt|dead|critically))"
)
# "only one casualty was reported", "at least one house"; never "at least one day", "only one way"
_ONLY_ONE = re.compile(r"\b(?:only|just|at least|exactly|all but) $", re.IGNORECASE)
_ONE_THING = re.compile(
    r" (?!(?:of|in|to|at|on|who|and|or|thing|way|time|day|week|month|year|hour|minute|person’s|such"
    r"|more|part|side|aspect|reason|answer|problem|question|choice|option)\b)[a-z]"
)
_ONE_OF_THEM = re.compile(r" of (?:them|whom|those)\b")
_ANAPHORIC = re.compile(
    r"\b(?:the|these|those|both|his|her|their|its|other|our|my) $", re.IGNORECASE
)


def is_idle(text: str, found: Found) -> bool:
    """Small numbers that point rather than count: "the two men", "one", "two of them"."""
    item = found.first
    if found.first is not found.last or item.kind != "count" or item.numeral.form != "words":
        return False
    before = text[max(0, item.start - 24) : item.start]
    after = text[item.end : item.end + 40]
    words = text[item.start : item.end].lower()
    if words == "zero":
        return not counted(text, item.end, len(text))
    if words == "one" and _ONE_OF_THEM.match(after):
        return not before.rstrip().endswith((",", "and", "—"))
    if words == "one" and _ONLY_ONE.search(before) and _ONE_THING.match(after):
        return False
    if words == "one":
        return not before.endswith("all but ") and not (
            _ONE_COUNTS.match(after)
            and (
                _VAGUE_ONE.search(before)
                or not before.strip(" \n")
                or before.rstrip()[-1:] in ".,;—"
            )
        )
    if words == "two" and _ANAPHORIC.search(before):
        return not re.match(r" [a-z]+est\b", after)  # "its two biggest customers"
    if words in ("hundred", "thousand", "million", "billion", "trillion", "dozen"):
        the_dozen = before.endswith("the ") and counted(text, item.end, len(text))
        return not (_SEVERAL.search(before) or the_dozen)
    pronoun = re.match(r"\s*(?:[.,;:!?)]|$|(?:are|were|have|had|also|who|said|will)\b)", after)
    other = before.endswith("other ") and item.value > 2
    return bool(item.value < 10 and pronoun and _ANAPHORIC.search(before)) and not other
