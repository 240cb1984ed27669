"""Does the clause look ahead or back? Cheap signs of tense beside an expression."""

from __future__ import annotations

from claims.temporal.lexicon import CUES, MONTHS, NUMBERS, SEASONS, UNITS, WEEKDAYS
from claims.temporal.tokens import BREAK, Tokens

AHEAD, UNKNOWN, BACK = 1, 0, -1

_FUTURE = CUES["future_verb"]
_SCHEDULED = CUES["schedule_verb"]
_SCHEDULED_OR_NOUN = CUES["schedule_verb_or_noun"]
_SCHEDULED_PLURAL = CUES["schedule_plural"]
_ABBREVIATIONS = CUES["abbreviation"]
# "Monday’s debate might not matter", "Friday’s raid would …": says nothing of when it is.
_WEAK = frozenset("may might would could".split())
_PAST = CUES["past_verb"]
_BE = CUES["be"]
_CLAUSE_END = CUES["clause_end"]
_PREPOSITIONS = CUES["future_preposition"]
_SKIPPED = frozenset("the a both early late mid - on in this".split())
_REACH = 12
_NOT_ANY_MORE = frozenset("originally initially first once".split())
_NAMES_TOO = frozenset("may will".split())
# Verbs that are plurals behind a number.
_NOUNS_TOO = frozenset("plans hopes aims votes starts faces returns takes opens".split())
# What a verb stands behind rather than a noun: "which starts", "he votes".
_SUBJECTS = frozenset('he she it who which that this what , ) ” "'.split())
_PLURAL_SUBJECTS = frozenset("i we you they who which that people men women children".split())
# "agreed to leave Monday", "proposed in June"; but "the vote proposed for June".
_PLANS = frozenset("planned agreed proposed pledged promised vowed urged".split())
_OF_A_PLAN = frozenset("to in last on at during after yesterday".split())
_PROPOSED = frozenset("proposed recommended demanded requested".split())
_ARRANGED = frozenset(
    "meeting playing facing hosting leaving arriving opening closing holding flying visiting "
    "returning starting beginning ending voting speaking appearing launching releasing publishing "
    "taking marking celebrating hearing coming going racing retiring staging touring".split()
)
# "in late summer or early fall": says nothing of the tense.
_LATE_IN = frozenset(SEASONS) | frozenset(MONTHS)
_OWNERS = frozenset("his her its their our my the a one s".split())
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
    if lead == "for" and tokens.word(last + 1) == "was" and tokens.word(last) in WEEKDAYS:
        return BACK  # "the service planned for Saturday was canceled"
    if lead == "for" and _is_set_for(tokens, at - 1, first, last):
        return AHEAD
    if tokens.word(first - 1) in _FIXED and _reads(tokens, last + 1, "as a|the new"):
        return AHEAD  # "set Monday as the new date"
    if seen is BACK and _is_of_what_is_off(tokens, first, last):
        return AHEAD
    if lead == "to" and any(tokens.word(n) in CUES["put_off"] for n in range(at - 4, at)):
        return AHEAD
    if lead == "into" and tokens.word(at - 1) in ("going", "heading"):
        return AHEAD
    if tokens.word(last + 2) == "s" and tokens.word(last + 3) in ("deadline", "deadlines"):
        return AHEAD
    if lead == "as" and tokens.word(at - 1) in ("soon", "early"):
        return AHEAD
    if seen is BACK and _hangs_on_a_plan(tokens, first):
        return AHEAD
    return seen or _nearest_right(tokens, last)


def _hangs_on_a_plan(tokens: Tokens, first: int) -> bool:
    """ "would resign when the house met on Monday": its tense is only that of what was said.

    Not "would have died if they had come", nor "would not say where he was when they came".
    """
    for n in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word = tokens.word(n)
        if word in _CLAUSE_END or tokens.symbols[n] == BREAK or word in CUES["strong_past"]:
            return False
        if word in _OPENS_A_CLAUSE:
            return any(
                tokens.word(m) in _PLANNED and tokens.word(m + 1) not in ("have", "not")
                for m in range(max(0, n - _PLAN_REACH), n)
            )
    return False


_OPENS_A_CLAUSE = frozenset("when if once until".split())
_PLANNED = frozenset("would will likely ll expected due".split())
_PLAN_REACH = 6


_FIXED = frozenset("set sets fixed chose picked named".split())


def _is_of_what_is_off(tokens: Tokens, first: int, last: int) -> bool:
    """ "called off a Sunday launch", "after the Friday walkout was called off": still to come.

    Not "called off the launch Sunday", which may tell when that was done.
    """
    after = tokens.word(last + 1)
    if not after.isalpha() or after in _NO_NOUNS:
        return False
    nearby = (*range(first - 3, first), *range(last + 2, last + 6))
    return any(tokens.word(n) in CUES["called_off"] for n in nearby)


def _reads(tokens: Tokens, at: int, words: str) -> bool:
    """Do these words, each with its alternatives, stand at token ``at``?"""
    return all(tokens.word(at + n) in some.split("|") for n, some in enumerate(words.split()))


_NO_NOUNS = frozenset(
    "and or but as at in on of to by for from with after before because when while until amid over "
    "that which who since due following citing despite saying in it he she they if so than".split()
)


def _is_set_for(tokens: Tokens, at: int, first: int, last: int) -> bool:
    """ "predicted for May", "pencilled in for June"; whatever is "for Friday" is to come.

    Not "originally planned for May", "arrested for Friday's raid", "the rise reported for May".
    """
    at -= tokens.word(at) in ("in", "up")
    word = tokens.word(at)
    if tokens.word(at - 1) in _NOT_ANY_MORE:
        return False
    if word in CUES["set_for"]:
        return True
    names_a_day = any(tokens.word(n) in WEEKDAYS for n in range(first, last + 1))
    return names_a_day and tokens.word(last + 2) != "s"


def _has_ended(tokens: Tokens, at: int, last: int, seen: int) -> bool:
    """A preposition that looks ahead, at token ``at``, in a clause that looks back.

    "until Thursday they had not called", "it was not until Tuesday that he left", "By Tuesday the
    streets were empty", "in the year through June".
    """
    if tokens.word(at - 1) == "not" or tokens.word(at - 1) in UNITS:
        return True
    opens = tokens.raw(at)[:1].isupper() or tokens.word(last + 1) == ","
    if seen is UNKNOWN and opens:
        return _nearest_right(tokens, last) is BACK
    return any(tokens.word(n) in CUES["strong_past"] for n in range(last + 1, last + 10))


def _nearest_right(tokens: Tokens, last: int) -> int:
    """To the clause's end; a comma right after the expression does not end it."""
    begin = last + 2 if tokens.word(last + 1) == "," else last + 1
    if tokens.word(last + 1) in ("’", "'") and tokens.word(last + 2) == "s":
        begin = last + 3
    end = begin
    while end < begin + _REACH and tokens.word(end) not in ("", ","):
        end += 1
    weak = begin == last + 3
    return _nearest(tokens, range(begin, end), _WEAK if weak else frozenset())


def _nearest(tokens: Tokens, places: range, weak: frozenset[str] = frozenset()) -> int:
    """The first sign; "after" counts when there is no other: "will leave after the vote Friday"."""
    otherwise = UNKNOWN
    for n in places:
        word = tokens.word(n)
        if not word or tokens.symbols[n] == BREAK:
            return otherwise
        if word == "after" and places.step < 0 and tokens.word(n - 1) != "until":
            if _has_happened(tokens, n + 1, places.start):
                return BACK
            otherwise = BACK
            continue
        if word in _CLAUSE_END:
            if word == "." and _is_abbreviated(tokens, n):
                continue
            return otherwise
        if word not in weak and (sign := _sign(tokens, n, word)):
            return sign
    return otherwise


def _has_happened(tokens: Tokens, begin: int, last: int) -> bool:
    """What stands behind "after": "being arrested Friday", "his conviction on Friday"."""
    if tokens.word(begin).endswith("ing"):
        return True
    return any(tokens.word(n) in CUES["deed"] for n in range(begin, last + 1))


def _is_abbreviated(tokens: Tokens, n: int) -> bool:
    """The full stop at token ``n`` is that of "Gov." or "U.S."."""
    before = tokens.word(n - 1)
    return tokens.glued(n - 1) and (len(before) == 1 or before in _ABBREVIATIONS)


def _tells_nothing(tokens: Tokens, n: int, word: str) -> bool:
    """Words of tense that are none here."""
    before, after = tokens.word(n - 1), tokens.word(n + 1)
    if word in _NAMES_TOO and tokens.raw(n)[:1].isupper() and before[-1:].isalnum():
        return True  # "warned in May 2011 and in October"
    if word in _NOUNS_TOO and (before.isdigit() or before in NUMBERS):
        return True  # "won by 312 votes in November"
    if before in _NOT_ANY_MORE and word in _FUTURE:
        return True  # "originally scheduled for May"
    if word in _EXPECTED and before in ("than", "as", "-"):
        return True  # "lower-than-expected May sales"
    if word in ("late", "last") and before in _OWNERS:
        return True  # "plays her last match"
    return (word == "going" and after != "to") or (word == "late" and after in _LATE_IN)


def _sign(tokens: Tokens, n: int, word: str) -> int:
    before = tokens.word(n - 1)
    if _tells_nothing(tokens, n, word):
        return UNKNOWN
    if word in ("set", "forecast") and tokens.word(n + 1) not in ("to", "for"):
        return BACK
    if word == "could":
        return UNKNOWN if _was_not_able(tokens, n) else AHEAD
    if word in _PROPOSED and tokens.word(n + 1) == "that":
        return AHEAD  # "proposed that they meet Friday"
    if word in _ARRANGED and before in ("is", "are"):
        return AHEAD  # "the board is meeting on Friday"
    if word in _PLANS and tokens.word(n + 1) in _OF_A_PLAN:
        return UNKNOWN if before in _BE else BACK
    if _goes_by_a_timetable(tokens, n, word):
        return AHEAD
    if word in _FUTURE:
        if before == "to" and tokens.word(n - 2) in _FUTURE:
            return _sign(tokens, n - 2, tokens.word(n - 2))  # "had been due to expire"
        perfect = before == "been" and tokens.word(n - 2) in CUES["strong_past"]
        return BACK if perfect else AHEAD
    if word == "likely":
        return AHEAD if tokens.word(n + 1) in _OF_WHAT_IS_LIKELY else UNKNOWN
    if word == "to" and tokens.word(n - 1) in _FUTURE:
        return AHEAD
    if word in ("was", "were") and tokens.word(n + 1) == "to":
        # "was to appear in court Monday", "if she were to win"; not what has been called off since,
        # "canceled a gala that was to be held Friday"
        return UNKNOWN if before in ("that", "which", "had") else AHEAD
    if word == "after" and before == "until":
        return AHEAD  # "not until after he takes office in May"
    if word in _PAST:
        return UNKNOWN if before in _BE or _is_a_bare_verb(tokens, n) else BACK
    if word == "to" and before in ("is", "are"):
        return AHEAD  # "is to be buried Saturday"
    if word == "be" and before == "to" and tokens.word(n - 2) == ",":
        return AHEAD  # "the vote, to be held in May"
    if len(word) > 4 and word.endswith("ed") and word not in _NOT_PAST:
        return UNKNOWN if before in _BE or before in _PERFECT else BACK
    return UNKNOWN


_EXPECTED = frozenset("expected forecast planned scheduled agreed promised".split())
_OF_WHAT_IS_LIKELY = frozenset("to before until by".split())


# "They have added shows on Nov. 12": the day is not that of the adding.
_PERFECT = frozenset("have has ve".split())


def _is_a_bare_verb(tokens: Tokens, n: int) -> bool:
    """ "to hit", "will cut", "did not read": its past looks the same."""
    if tokens.word(n) not in CUES["same_in_the_past"]:
        return False
    return tokens.word(n - 1) in _BEFORE_A_BARE_VERB


_BEFORE_A_BARE_VERB = frozenset(
    "to not t will would shall may might can could should must did does do ll and or also".split()
)


def _was_not_able(tokens: Tokens, n: int) -> bool:
    """ "could not say on Monday", "could be seen from afar"; but "could vote on Monday"."""
    ability = tokens.word(n + 2) in _OF_AN_ABILITY or tokens.word(n + 1) in _OF_AN_ABILITY
    return tokens.word(n + 1) in _DENIALS or ability


_DENIALS = frozenset("not n t only hardly barely never have no".split())
_OF_AN_ABILITY = frozenset(
    "reached located seen heard found contacted reach see hear find afford manage feel "
    "remember tell".split()
)


def _goes_by_a_timetable(tokens: Tokens, n: int, word: str) -> bool:
    """ "plays Saturday", "the court hears", "which starts", "Arsenal host Chelsea", "they meet".

    Not the noun, "the prison visits", nor the infinitive, "money to meet the costs".
    """
    if word in _SCHEDULED:
        return word != "appears" or tokens.word(n + 1) != "to"
    before, raw = tokens.word(n - 1), tokens.raw(n - 1)
    named = raw[:1].isupper() and raw not in _OPENERS
    if word in _SCHEDULED_OR_NOUN:
        return named or before in _SUBJECTS
    if word in _FIRST_DEEDS and before == "to" and not tokens.word(n + 1).endswith("ing"):
        return (
            tokens.word(n - 2) not in _PAST_BEFORE_TO
        )  # "set the stage for talks to begin Monday"
    if word in _ONLY_VERBS and before not in _BEFORE_AN_INFINITIVE:
        return True
    if word in _SCHEDULED_PLURAL:
        plural = len(before) > 3 and before.endswith("s") and not before.endswith("ss")
        return named or plural or before in _PLURAL_SUBJECTS
    return False


# Verbs that are no nouns or adjectives: behind a far subject too, "tickets for the cup go on sale".
_ONLY_VERBS = frozenset("go begin hear arrive resume expire reconvene convene depart meet".split())
_FIRST_DEEDS = frozenset("begin start resume reopen convene".split())
_PAST_BEFORE_TO = frozenset("failed managed had able used refused tried began".split())
_BEFORE_AN_INFINITIVE = frozenset("to did not t could let make made help helped".split())
_OPENERS = frozenset("The A An His Her Its Their Our My These Those No All Some".split())
