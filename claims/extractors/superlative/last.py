""" "The last surviving member", "his final film"; never "the last few weeks", "at last"."""

from __future__ import annotations

import re

from claims.extractors.superlative.first import DATED_DEED, TO_DO, of_a_life
from claims.extractors.superlative.place import NUMBERS, Found, Place, words

_THE_LAST = re.compile(
    r"(?:\b[Tt]he|[’']s|\b[Ii]ts|\b[Tt]heir|\b[Hh]is|\b[Hh]er) (?:[a-z]+ and )?"
    r"(?:likely |probably |perhaps |possibly |very )?$"
)
# "his 40th and final Masters", "her fifth and likely last Games"
_AND_LAST = re.compile(
    r"\b(?:his|her|its|their) \S+ and (?:likely |probably |perhaps |possibly )?$"
)
_PAST = re.compile(r"\b(?:at|in|over|during|for|of|past|by|within|from) the $")
_KINDLY_LAST = re.compile(
    r" (?:surviving|remaining|published|new|recorded|confirmed|reported|living|major|active|such"
    r"|great|useful|usable|free|independent|[\w-]+-held|functioning|operational|operating|working|intact|unhindered"
    r"|known (?:surviv\w+|living|speaker|member|specimen|example)|of (?:the|its|his|her|their)\b"
    r"|(?:[\w’-]+ ){0,2}?(?:outpost|stronghold|bastion|holdout|link|route|hurdle|obstacle|enclave"
    r"|pocket|refuge|survivor|vestige|bastions|remnants|holdouts|survivors)\b)"
)
_WHEREABOUTS = re.compile(
    r" known (?:address|whereabouts|location|position|residence|contact|sighting|photo|voting)"
)
_IDLE_LAST = frozenset(
    "minute ditch word resort laugh time decade straw thing hope stand gasp ounce".split()
)
# "the last word heard on the tape"
_LAST_DONE = re.compile(
    r" [\w’-]+(?: [\w’-]+)? (?:heard|seen|built|made|sold|shot|written|found|[a-z]{2,}ed)"
    r" (?:by|in|on|at|to|before|from)\b"
)
# "their last match" is the one before
_LAST_ONES = frozenset("match game race fight visit trip election win defeat term season".split())
# "the last time the two met was in 2006"
_TIME_WAS = re.compile(
    r" time (?:[\w’-]+ ){1,8}?(?:was|came) (?:in|on|at|when|during|under|back)\b"
)
# "his last match as captain", "their last game for the club"
_LAST_FOR = re.compile(
    r" (?:[\w’-]+ )?[\w’-]+ (?:as (?!well)|for (?:the |his |her )?(?:club|[A-Z]))"
)
_IS_GONE = re.compile(
    r" (?:[\w’-]+ ){1,4}?(?:was|were|is|had been|has been|have been) (?:[a-z]+ly )?"
    r"(?:removed|closed|demolished|withdrawn|shut|killed|evacuated|rescued|built|made|produced"
    r"|sold|seen|broken|crushed|defeated|captured|destroyed|lifted|dismantled|retired|felled|torn)\b"
)
# "the last national strike, in 1989, lasted", "the last such outbreak was in 2004"
_LAST_CAME = re.compile(
    r" [^.;,]{3,50}, in (?:[A-Z][a-z]+ )?(?:19|20)\d\d,"
    r"| (?:[\w’-]+ ){1,5}(?:was|were|came|took place|happened|occurred) (?:in|on|by)\b"
)


def last(place: Place) -> Found | None:
    """ "the last surviving", "his last film"; never "the last few weeks", "their last match"."""
    before, after = place.before, place.after
    if place.match["last"].lower() == "final":
        return _final(place)
    if (place.capital and not place.opens) or not _THE_LAST.search(before):
        return None
    if after.startswith("-"):
        return place.found(None) if after.startswith("-ever ") else None
    if _AND_LAST.search(before):
        return place.found(None)
    following = re.match(r" ([\w’]+)", after)
    noun = following[1].lower() if following else ""
    found = place.found(None)
    idle = noun in _IDLE_LAST | NUMBERS | words("ordering") or noun.isdigit()
    if not idle and re.match(r" (?:[\w’-]+ ){1,6}?before (?!long)", after):
        return found if place.owned or before.lower().endswith(" the ") else None
    if noun == "time":
        told = place.linked or place.before.endswith("for the ") or _TIME_WAS.match(after)
        return found if told else None
    if (_PAST.search(before) and not _KINDLY_LAST.match(after)) or _WHEREABOUTS.match(after):
        return None
    if noun == "term" and re.search(r"\b(?:his|her) $", before):
        return found
    if _LAST_DONE.match(after):
        return found
    if idle:
        return None
    if DATED_DEED.match(after) or _KINDLY_LAST.match(after) or TO_DO.match(after):
        return found
    if place.linked or _LAST_CAME.match(after):
        return found
    phrase = place.nouns
    if _IS_GONE.match(after) and not (set(phrase[:2]) & words("series")):
        return found
    # "14 years since his last win"
    since = re.search(r"\b(?:since|after) (?:his|her|its|their) $", before)
    owned = place.owned and (noun not in _LAST_ONES or bool(_LAST_FOR.match(after)))
    owned = bool(since) or owned
    owned = owned and bool(since or of_a_life(place) or after.startswith(","))
    # "Five dates have been added, the last on 4 November"
    apposed = before.endswith(", the ") and re.match(r" (?:on|in|at) (?:\d|[A-Z])", after)
    return found if owned or apposed else None


# "his final film", "the shuttle’s final flight": the last, not the end of a tournament
_FINAL = re.compile(
    r" (?:(?:public|live|major|studio|screen|stage|surviving|scheduled|crewed) )?(?:time(?="
    r" that| in his| in her|[.,;]|$)|appearance|film|movie|album|novel|book|flight|voyage|mission"
    r"|launch|performance|concert|surviving|broadcast|public|series|tour|gig|speech|curtain|episode"
    r"|bow|edition)\b"
)


_OF_HIS = re.compile(r"\b(?:his|her|their) $", re.IGNORECASE)


def _final(place: Place) -> Found | None:
    """ "his final Masters", "the shuttle’s final flight"; never "his final years"."""
    if _AND_LAST.search(place.before):
        return place.found(None)
    said = place.determined and _FINAL.match(place.after)
    ends = place.nouns[:1] and not any(noun in words("stretch") for noun in place.nouns[:2])
    of_his = _OF_HIS.search(place.before) and (ends or place.after[1:2] in '‘“"')
    return place.found(None) if said or of_his else None
