""" "A record $3.2 billion", "an all-time low", "a 14-year high", "No. 1"."""

from __future__ import annotations

import re

from claims.extractors.superlative.place import Found, Place

_SPORT = frozenset("all-time world olympic national new club league course".split())
# "holds several club records"; "national records show" are files
_COUNTED = frozenset("new records,national records,club records,league records".split(","))
_BREAKING = re.compile(
    r"record-(?:break|sett|equall?|extend|ty|smash|shatter|bust|match)ing|record-(?:high|low|long)s?"
)
# "a record label", "a record of the talks", "the record shows"
_OTHER_AFTER = re.compile(
    r" (?:labels?|compan(?:y|ies)|contracts?|deals?|stores?|shops?|industry|producers?|executives?"
    r"|collections?|collectors?|books?|keep(?:ing|ers?)|dates?|players?|business|on|of|as|in|that|and"
    r"|shows?|showed|is|was|sleeve|club|needle|it|them|his|her|their|its|the)\b"
)
_SET = re.compile(
    r"\b(?:set|sets|setting|broke|breaks?|breaking|broken|beat|beating|beaten|smash(?:ed|ing)?|shatter(?:ed|s|ing)?|hold"
    r"|holds|holding|held|equall?(?:ed|s|ing)|tied|claimed|surpass(?:ed|es|ing)) "
    r"(?:(?:a|an|the|his|her|its|their|(?:[\w.]+ )?[\w.]+[’']s?)(?: [\w.-]+){0,3} )?$",
    re.IGNORECASE,
)
_A_NEW = re.compile(
    r"\b(?:(?:an?|new|this|another)|(?:an?|the) (?:fresh|intraday|closing|unwanted|historic"
    r"|lifetime|individual|indoor|outdoor|previous|existing|old|current|former|long-standing"
    r"|joint)) $",
    re.IGNORECASE,
)
# "a championship record", "the Commonwealth record"
_KIND_OF = re.compile(
    r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts) [A-Z][a-z]+ $|"
    r"\b(?:championship|championships|[Gg]ames|meet|meeting|tournament|state|county|stadium|school"
    r"|family|venue|auction|sales|series|franchise|career|Test|scoring|attendance|Commonwealth|Olympics"
    r"|[A-Z][a-z]+(?:ian|ish|ese|an|ch)) $"
)
_HYPHENED = re.compile(r"[a-z]-$")  # "a franchise-record 73 wins", "a school-record leap"
_MARK = re.compile(r" of [\d$£€]| (?:in (?:the|a)|by|for|set|with)\b|[.,;]|$")
# "soared to a record in May"
_TO_A = re.compile(r"\b(?:to|at|hit|reached|touched|near|of) (?:an?|another|a new|its|their) $")
# "they record sales": a verb; but "rose to record levels"
_VERB = re.compile(
    r"\b(?:to|will|would|can|could|may|might|must|should|not|we|they|I|you|who|and|or) $", re.I
)
_HEIGHTS = re.compile(r" (?:levels?|highs?|lows?|heights|depths|territory|numbers|prices)\b")
# What a record may be of, whatever stands before: "Record 40,000 attend", "off record highs"
_OF = re.compile(
    r"""(?:[ ](?:(?:[A-Z]{1,3})?[$£€]\d[\d.,]*\w*|\d+(?:st|nd|rd|th)|[a-z]+th|second|third
          |high|low|highs|lows|one|two|three|four|five|six|seven|eight|nine|ten
          |levels?|numbers?|profits?|sales|crowds?|fines?|temperatures?|turnout|rainfall|rains?
          |revenues?|earnings|heat|cold|attendances?|prices?|breaking|setting)\b
        | [ ]for[ ](?:the|an?|any|most)\b | [ ]set\b)""",
    re.VERBOSE | re.IGNORECASE,
)
# "as record floods recede", "posted record annual profits", "a record fourth title"
_OF_ANY = re.compile(
    r" (?!(?:and|or|but|on|in|at|to|of|by|with|from|for|as|that|which|who|when|where|while|than|if"
    r"|is|was|are|were|has|had|have|will|would|can|could|may|might|must|should|did|does|do"
    r"|shows?|showed|says?|said|suggests?|indicates?|speaks?|stands?|stood|contains?|reveals?|reflects"
    r"|it|them|him|her|his|its|their|the|an?|this|my|our|your|straight|so|not|also|only|just|before"
    r"|since|until|over|under|about|against|between|into|after|because|during"
    r"|(?!tally|family|rally|supply|daily|weekly|monthly|yearly|quarterly|early)[a-z]+ly)\b)[A-Za-z\d]"
)
_QUALIFIES = re.compile(
    r"(?:\b(?:an?|the|that|his|her|its|their|this|another|of|from|at|with|by|for|in|as|after|amid|despite"
    r"|following|about|than|near|was|were|is|are|saw|sees?|had|has|have|paid|hit|hits|set|made|makes"
    r"|brought|won|sold|drew|wins|posts|reports|earns|then-?|fresh|new|another)|[’']s|[a-z]+ed"
    r"|[a-z]+ing) $"
)


def record(place: Place) -> Found | None:
    """ "a record crowd", "set a world record"; never "a criminal record", "to record an album"."""
    spelled, before, after = place.match["record"].lower(), place.before, place.after
    found = place.found(1)
    if spelled.startswith(("all-time", "all time")):
        return found
    if spelled in ("track record", "track-record") and not _SET.search(before):
        return None
    if place.capital and re.match(r" (?:High|Low)s?\b", after):
        return found  # a headline: "Off Their Record Highs"
    if spelled != "record" and re.split("[ -]", spelled)[0] in _SPORT:
        if spelled in _COUNTED and not _SET.search(before):
            return None
        named = place.match["record"].split()[-1][0].isupper()
        return found if not named or place.opens else None
    if "-" in spelled:
        return found if _BREAKING.fullmatch(spelled) else None
    if spelled != "record":
        return None if place.capital else found
    if place.capital and not (place.opens and _OF.match(after)):
        return None
    if _HYPHENED.search(before):
        return found if re.match(r" [\w$£€]", after) and not _OTHER_AFTER.match(after) else None
    if _SET.search(before):
        return None if re.match(r" (?:labels?|deals?|straight)\b", after) else found
    if _KIND_OF.search(before):
        return found if _MARK.match(after) else None
    if _TO_A.search(before) and re.match(r" (?:in|on|for|of [\d$£€])|[.,;]|$", after):
        return found
    if _A_NEW.search(before):
        amount = re.match(r" of [\d$£€][\d.,]*(?![\d-])", after)  # "a record of 8-1-1" is none
        return None if _OTHER_AFTER.match(after) and not amount else found
    if before.endswith((" on ", " off ", "fossil ")) or _OTHER_AFTER.match(after):
        return None
    if before.endswith(" of ") and after[1:2].isupper():
        return None  # "holders of record Nov. 10"
    if not (_OF.match(after) or (_OF_ANY.match(after) and _QUALIFIES.search(before))):
        return None
    return None if _VERB.search(before) and not _HEIGHTS.match(after) else found


_RANKED = re.compile(
    r"(?:(?<!that)(?<!\bit)(?<!he)[’']s|\b(?:[Tt]he|[Ww]orld|its|as|is|are|was|were|ranked)) $"
)


def number_one(place: Place) -> Found | None:
    """ "the country’s No. 1 export", "the top scorer"; never "at No. 1 Elm Street"."""
    return place.found(1) if _RANKED.search(place.before) else None


def personal_best(place: Place) -> Found | None:
    """ "a career-best 6 for 23", "her personal best"."""
    return place.found(1)


def peak(place: Place) -> Found | None:
    """The "low" of "a 14-year low"; its years are a date."""
    return Found(place.match.start("peak"), place.match.end("peak"), 1)


def new_peak(place: Place) -> Found | None:
    """The "low" of "a new low for the year"."""
    return Found(place.match.start("newpeak"), place.match.end("newpeak"), 1)


def broken(place: Place) -> Found | None:
    """ "broke auction records"; never "set the records straight"."""
    if place.after.startswith(" straight"):
        return None
    return Found(place.match.end() - len("records"), place.match.end(), 1)
