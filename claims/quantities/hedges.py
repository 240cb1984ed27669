"""Words that hedge a number: "about 900", "at least 12", "as many as 40,000", "300 or so"."""

from __future__ import annotations

import re

REACH = 40  # characters before a number in which its hedge stands
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
    r"|\d[^.,;:]{0,12} (?:more|less|fewer|higher|lower|better|worse) than) $",
    re.IGNORECASE,
)
_HEDGE_AFTER = re.compile(
    r"(?:\+|-odd\b|-plus\b| plus\b(?! [$£€\d])|(?: [a-z]+)? or (?:so|more|fewer|less)\b)"
)
_SEVERAL = re.compile(r"\b(?:several|a few|a couple(?: of)?|many) $", re.IGNORECASE)
# As it stands in a question: "Is about 300 the right number …?"
_PUT = {"some": "about", "estimated": "an estimated", "a": "about"}


def hedge(before: str) -> str | None:
    """The hedge that the words before a number end with, in lower case: "more than"."""
    match = _HEDGE_BEFORE.search(before)
    if match is None or _COMPARED.search(before):
        return None
    words = " ".join(re.sub(r"[(“\"']", " ", match.group()).lower().split())
    return _PUT.get(words, words)


def is_hedged(before: str, after: str) -> bool:
    behind = _HEDGE_AFTER.match(after) and not _COMPARED.search(before)
    return bool(behind) or hedge(before) is not None


def is_several(before: str) -> bool:
    """ "several hundred", "a couple of dozen": no number of them is told."""
    return bool(_SEVERAL.search(before))
