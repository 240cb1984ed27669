"""Does the clause look ahead or back? Cheap signs of tense beside an expression."""

from __future__ import annotations

from claims.temporal.lexicon import CUES, MONTHS, NUMBERS, SEASONS, UNITS
from claims.temporal.tokens import BREAK, Tokens

AHEAD, UNKNOWN, BACK = 1, 0, -1

_FUTURE = CUES["future_verb"]
_PAST = CUES["past_verb"]
_BE = CUES["be"]
_CLAUSE_END = CUES["clause_end"]
_PREPOSITIONS = CUES["future_preposition"]
_SKIPPED = frozenset("the a early late mid - on in this".split())
_REACH = 12
# Verbs of the present that are plurals behind a number.
_NOUNS_TOO = frozenset("votes visits starts faces returns takes opens plans hopes aims".split())
# "They meet Monday" looks ahead; "raised money to meet the demand of the summer" does not.
_BARE = frozenset("meet begin".split())
# "agreed to leave Monday", "proposed in June"; but "the vote proposed for June".
_PLANS = frozenset("planned agreed proposed pledged promised vowed urged".split())
# "in late summer or early fall": says nothing of the tense.
_LATE_IN = frozenset(SEASONS) | frozenset(MONTHS)
# Words in -ed that tell nothing of the tense.
_NOT_PAST = frozenset("united need indeed speed red hundred bed feed seed breed armed".split())


def must_be_past(tokens: Tokens, first: int) -> bool:
    """ "the year ended Jan. 31", "since October"."""
    return tokens.word(first - 1) in CUES["must_be_past"]


def leads_ahead(tokens: Tokens, first: int) -> bool:
    """ "effective June 1", "until May 2"."""
    return tokens.word(first - 1) in _PREPOSITIONS


def direction(tokens: Tokens, first: int, last: int) -> int:
    """AHEAD, BACK or UNKNOWN for the expression at tokens ``first`` to ``last``.

    The nearest sign to the left within the clause counts; without one, the nearest to the right
    ("On Monday the court will hear …"). A preposition such as "until" looks ahead unless the
    clause is plainly past.
    """
    seen = _nearest(tokens, range(first - 1, max(-1, first - 1 - _REACH), -1))
    at = first - 1
    while tokens.word(at) in _SKIPPED:
        at -= 1
    lead = tokens.word(at)
    if lead in CUES["must_be_past"]:
        return BACK
    if lead in _PREPOSITIONS:
        return BACK if _has_ended(tokens, at, last, seen) else AHEAD
    if lead == "as" and tokens.word(at - 1) in ("soon", "early"):
        return AHEAD
    return seen or _nearest_right(tokens, last)


def _has_ended(tokens: Tokens, at: int, last: int, seen: int) -> bool:
    """A preposition that looks ahead, at token ``at``, in a clause that looks back.

    "until Thursday they had not called", "it was not until Tuesday that he left", "By Tuesday the
    streets were empty", "in the year through June".
    """
    if tokens.word(at - 1) == "not" or tokens.word(at - 1) in UNITS:
        return True
    if seen is UNKNOWN and tokens.raw(at)[:1].isupper():
        return _nearest_right(tokens, last) is BACK
    return any(tokens.word(n) in CUES["strong_past"] for n in range(last + 1, last + 7))


def _nearest_right(tokens: Tokens, last: int) -> int:
    """To the clause's end; a comma right after the expression does not end it."""
    begin = last + 2 if tokens.word(last + 1) == "," else last + 1
    end = begin
    while end < begin + _REACH and tokens.word(end) not in ("", ","):
        end += 1
    return _nearest(tokens, range(begin, end))


def _nearest(tokens: Tokens, places: range) -> int:
    for n in places:
        word = tokens.word(n)
        if not word or word in _CLAUSE_END or tokens.symbols[n] == BREAK:
            return UNKNOWN
        if sign := _sign(tokens, n, word):
            return sign
    return UNKNOWN


def _sign(tokens: Tokens, n: int, word: str) -> int:
    before = tokens.word(n - 1)
    if word in _NOUNS_TOO and (before.isdigit() or before in NUMBERS):
        return UNKNOWN  # "won by 312 votes in November"
    if word == "going" and tokens.word(n + 1) != "to":
        return UNKNOWN
    if word == "set" and tokens.word(n + 1) not in ("to", "for"):
        return BACK
    if word in _PLANS and tokens.word(n + 1) in ("to", "in", "last"):
        return UNKNOWN if before in _BE else BACK
    if word in _FUTURE:
        if before == "to" and word in _BARE:
            return UNKNOWN
        if before == "to" and tokens.word(n - 2) in _FUTURE:
            return _sign(tokens, n - 2, tokens.word(n - 2))  # "had been due to expire"
        perfect = before == "been" and tokens.word(n - 2) in CUES["strong_past"]
        return BACK if perfect else AHEAD
    if word == "late" and tokens.word(n + 1) in _LATE_IN:
        return UNKNOWN
    if word == "to" and tokens.word(n - 1) in _FUTURE:
        return AHEAD
    if word in _PAST:
        return UNKNOWN if before in _BE else BACK
    if before == "be" and tokens.word(n - 2) == "to" and tokens.word(n - 3) in ("is", "are", ","):
        return AHEAD  # "is to be buried Saturday"
    if len(word) > 4 and word.endswith("ed") and word not in _NOT_PAST:
        return UNKNOWN if before in _BE else BACK
    return UNKNOWN
