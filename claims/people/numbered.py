"""Numbers inside a title: "F1 boss", "Apollo 11 astronaut", "the 2008 champion"."""

from __future__ import annotations

import re

from claims.people.words import Word

# "Year 10 co-ordinator", "District 9 councilman", "under-21 coach"
NUMBERED = frozenset(
    "year grade class district channel unit engine ward local chapter under over".split()
)
# "F|1 boss", "MI|6 chief", "F|-16 pilot", "Apollo| 11 astronaut", "No|. 2 seed"; no year
_NUMBER_IN = re.compile(r"(?:\.? |[-‑])?\d{1,3}[a-z]? ")
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb "
    "mar apr jun jul aug sept sep oct nov dec".split()
)


def goes_on(word: Word) -> bool:
    """Whether a number goes on with the title after this word: "Formula | 1 driver Ann Lee"."""
    if not (word.capital or word.low in NUMBERED) or word.low in _MONTHS:
        return False
    return _NUMBER_IN.fullmatch(word.gap) is not None


# "4-H leader", "3M spokeswoman", "9/11 survivor", "1st Lt."
_DIGITS_BEFORE = re.compile(r"(?<![\w.,:$£€/-])\d{1,3}(?:[-‑]|/\d{1,2} |(?:st|nd|rd|th) )?$")
_WORD_BEFORE = re.compile(r"[A-Za-z]+\.? $")
_YEAR_BEFORE = re.compile(r"\b(?P<last>[A-Za-z]+,?) (?P<year>(?:19|20)\d\d )$")
# "the 2008 champion Ann Lee"
_YEARLY = frozenset(
    "champion winner finalist semifinalist semi-finalist medallist medalist laureate nominee "
    "candidate runner-up graduate inductee".split()
)
_BEFORE_DATE = _MONTHS | frozenset(
    "in since by until from before after during of around late early mid summer winter spring "
    "autumn".split()
)


def over_digits(first: Word, head: str, text: str) -> int:
    """The start of the title that ``first`` opens with digits that belong to it: "4-H leader"."""
    start = first.start
    digits = _DIGITS_BEFORE.search(text, max(0, start - 8), start)
    if digits is not None and (first.capital or "/" in digits.group() or "-" in digits.group()):
        opens = _WORD_BEFORE.search(text, max(0, digits.start() - 12), digits.start())
        dated = opens is not None and opens.group().strip(". ").lower() in _MONTHS
        return start if dated else digits.start()
    year = _YEAR_BEFORE.search(text, max(0, start - 24), start) if head in _YEARLY else None
    if year is not None and year["last"].lower().strip(",") not in _BEFORE_DATE:
        return year.start("year")
    return start
