""" "The largest", "second-largest", "most populous", "the worst since 1953"."""

from __future__ import annotations

import re

from claims.extractors.superlative.place import Found, Place, graded, rank_of, words
from claims.scope import NEAR, PLACE, SINCE

_MANY = frozenset("people men women children".split())
_COUNTED = re.compile(r"\b(?:two|three|four|five|six|seven|ten|\d+|several) $")
# "The fastest-growing states were Nevada and Utah"
_NAMES_THEM = re.compile(r" (?:[\w’-]+ ){1,3}?(?:are|were|included?)(?: in)?:? (?:the )?[A-Z]")
_NAME_AFTER = re.compile(r"[ -][A-Z][\w.]*[a-z]")
# "the strongest quake to hit the coast"; a person’s judgement never strikes
_STRUCK = re.compile(
    r" (?:(?!was|is|are|were)[\w’-]+ ){1,3}?to (?:hit|strike|affect|reach|win|hold|play|make"
    r"|be (?:found|built|recorded|held|sold|launched))\b"
)
# "the best figures by a teenager", "its worst start to a season"
_SCORED = re.compile(
    r" (?:[\w’-]+ ){0,3}?(?:figures|score|performance|finish|start|return|placing|average|time"
    r"|result|record|mark|rate) (?:by|of|to|in|for|at|since)\b"
)
# "suffered the worst damage by far", "the worst reaction to a report this quarter"
_BY_FAR = re.compile(r"^ (?:[\w’-]+ ){1,3}?by far\b|\bthis (?:year|quarter|month|season|century)\b")
# "26 of 33 starts — best in the majors"
_LEADS = re.compile(r" (?:in|of) (?:the|all|any) [\w’-]+(?:$|[,;.])")
# "his finish was his best at the Open", "a share of third, his best in a major"
_IN_ALL = re.compile(r" (?:at|in|of|for|since|on)\b(?! all\b| (?:his|her) (?:life|job))")
_TO_DO = re.compile(r" (?:[\w’-]+ ){1,5}?to [a-z]+")  # "becomes youngest person to do it"
_MARGINS = re.compile(r" of (?:margins|all possible|intentions)\b")
_AT_ITS = re.compile(r"\bat (?:the|its|their|his|her|your)? ?$", re.IGNORECASE)
# "oldest-known fossil"; but "best-known song", "worst-case scenario"
_IDLE_TAILS = frozenset(
    "known loved case interest laid effort of-breed kept placed suited qualified".split()
)
# "one of the best films ever" is praise; "one of the worst floods ever" is not
_PRAISE = frozenset("best greatest finest nicest coolest bravest smartest kindest wisest".split())
_MOST_WORDS = frozenset("recent recently likely part of certainly probably".split())
_THAT_MUCH = frozenset("the that any it he she they by a an".split())
# "more than the most ardent": no one most
_IDIOM = re.compile(r"\b(?:at|make) the $|\ba $", re.IGNORECASE)


def ranked(place: Place) -> Found | None:
    """ "second-largest", "third most populous"."""
    word = place.match["est"].lower()
    if word not in words("measured") | words("judged") | {"most"}:
        return None
    return place.found(rank_of(place.match["rank"]))


def adjective(place: Place) -> Found | None:
    """An -est form: one that is measured, or a judged one that is bound to a time or a record."""
    stem, _, tail = place.match["adjective"].lower().partition("-")
    kind = None if _is_name(place) else _kind(place, stem, tail)
    if stem == "hardest" and place.after.startswith(" hit by"):
        return Found(place.match.start(), place.match.end() + len(" hit"), 1)
    if kind is None:
        return None
    idle = not place.nouns or place.nouns[0] in ("level", "levels")
    if (idle and _AT_ITS.search(place.before) and not place.scoped) or _MARGINS.match(place.after):
        return None
    if kind == "judged" and not _is_told(place, stem):
        return None
    bare = place.opens or place.scoped or (place.linked and _TO_DO.match(place.after))
    if not (place.determined or bare or kind == "found"):
        return None
    if stem.endswith("ernmost") or kind in ("found", "scored") or not _is_idle(place):
        return place.found(None if place.one_of else 1)
    return None


def _kind(place: Place, stem: str, tail: str) -> str | None:
    """ "measured", "scored", "found" or "judged"; None for a word that is no superlative."""
    nouns = place.nouns
    if stem in words("measured") | {"latest"} and (
        tail in ("known", "ever") or place.after.startswith((" known", " ever"))
    ):
        return "found"
    if tail in _IDLE_TAILS or tail.startswith("of-"):
        return None
    if stem in ("best", "worst", "most", "highest") and _LEADS.match(place.after):
        return "found" if place.before.endswith((", ", "— ", " – ", " - ")) else None
    if stem in ("best", "worst") and _IN_ALL.match(place.after) and (place.linked or place.apposed):
        return "scored"
    if stem in ("best", "worst") and (_SCORED.match(place.after) or _is_counted(place)):
        return "scored"
    if stem in words("measured") | {"top"}:
        return "measured"
    if stem in words("judged"):
        struck = any(graded(noun, "struck") for noun in nouns[:3])
        return "measured" if tail or struck else "judged"
    return None if stem in words("no_degree") else "judged"


def _is_counted(place: Place) -> bool:
    """ "his best match haul", "its worst quarter": what is counted, not admired."""
    return any(graded(noun, "counted") for noun in place.nouns[:2])


def _is_name(place: Place) -> bool:
    """ "Best Picture", "the Latest Show": capitals within a sentence, "SoFest" within a word."""
    if not place.match.group()[1:].islower():
        return True
    inside = place.before[-1:] == " " and not place.before.rstrip().endswith((".", ":", "”"))
    return place.capital and (inside or bool(_NAME_AFTER.match(place.after)))


def _is_idle(place: Place) -> bool:
    """Whether an -est form names a class or an abstract thing: "her biggest fear"."""
    if _is_abstract(place):
        return not place.since
    if place.scoped or place.owned or place.one_of or place.linked or place.apposed:
        return False
    listed = _COUNTED.search(place.before) or _NAMES_THEM.match(place.after)
    return _is_class(place) and not listed


def _is_class(place: Place) -> bool:
    """ "the wealthiest Americans", "her biggest fans": a class, not one that leads a list."""
    return any(graded(noun, "class") for noun in place.nouns[:2])


def _are_several(place: Place) -> bool:
    """ "the most vital challenges": a choice of many, which is an opinion."""
    return any(
        noun in _MANY or (noun.endswith("s") and not noun.endswith(("ss", "us", "is")))
        for noun in place.nouns[:2]
    )


def _is_abstract(place: Place) -> bool:
    """ "its highest priority", "the biggest problem facing"; not "the highest threat level"."""
    nouns = place.nouns
    if place.match.group().lower() in _LITERAL or _ON_A_MAP.match(place.match[0] + place.after):
        return False
    return nouns[:1] != [] and nouns[0] in words("idle_est") and not set(nouns[1:2]) & _SCALES


# Words that are hardly used of what cannot be measured: "the largest contribution"
# "the highest point of Wales"; never "the highest point of my life"
_ON_A_MAP = re.compile(
    r"(?:highest|lowest|deepest|coldest|widest|narrowest) (?:point|part)s? (?:of|in|on) "
    r"(?!(?:his|her|my|their|our|an?)\b)",
    re.IGNORECASE,
)
_LITERAL = frozenset(
    "largest smallest oldest youngest tallest heaviest brightest nearest farthest coldest".split()
)
_FIGURATIVE = frozenset("powerful destructive dangerous serious active successful".split())
_SCALES = frozenset(
    "level levels rate rates rating ratings score scores total totals innings index test "
    "site".split()
)


def _checkable(place: Place) -> bool:
    """Whether a judged word is bound to a time or a deed that a person can look up."""
    own = place.after.partition(", ")[0]
    return bool(SINCE.search(own[:NEAR]) or _STRUCK.match(own) or _BY_FAR.search(own))


def _is_told(place: Place, stem: str) -> bool:
    """Whether a judged -est form is a fact: "the worst since 1953", "the strictest in Europe".

    Never praise: "the finest bread in Paris", "one of the best films ever".
    """
    if place.one_of and stem in _PRAISE:
        return False
    own = place.after.partition(", ")[0]
    bounded = stem not in _PRAISE and PLACE.search(own[:NEAR])
    return bool(bounded) or _checkable(place)


def most(place: Place) -> Found | None:
    """ "the most populous state", "the most goals", "the most since 1998"."""
    word = place.match["most"]
    quality = place.match["quality"].lower()
    listed = words("measured_most")
    measured = quality in listed or quality.split("-")[0] in listed or quality.endswith("-prone")
    if word[0].isupper() or quality in _MOST_WORDS:
        return None
    # "is now most decorated", as headlines have it
    if not (place.determined or (measured and place.linked)):
        return None
    if _IDIOM.search(place.before):
        return None
    amount = _is_amount(place, quality) or _is_amount_of(place, quality)
    figurative = not measured or quality in _FIGURATIVE
    if figurative and _is_abstract(place) and not place.since:
        return None
    # "most consumed", "most severely affected"
    deed = place.nouns[0] if quality.endswith("ly") and place.nouns else quality
    done = re.fullmatch(r"[a-z]{2,}ed", deed) and deed not in words("praise")
    judged = not (measured or amount or done)
    if judged and (place.one_of or not _checkable(place) or _are_several(place)):
        return None
    rank = None if place.one_of else 1
    if not amount:
        return place.found(rank)
    start = place.match.start()
    return Found(start, start + (5 if word.lower().startswith("least") else 4), rank)


def outright(place: Place) -> Found | None:
    """ "grew the most, by 58%"; never "it hurt the most."."""
    return place.found(1) if _GREW_THE.search(place.before) else None


# "grew the", "has won the"
_GREW_THE = re.compile(
    r"\b(?:grew|grown|fell|fallen|rose|risen|gain(?:ed|s)|lost|w[oi]ns?|scored|spent|spends|paid|sold"
    r"|earn(?:ed|s)|raised|produc(?:ed|es)|shrank|declined|dropped|climbed|export(?:ed|s)) the $"
)


def _is_amount_of(place: Place, quality: str) -> bool:
    """ "the most total medals", "the most Test wickets": what is counted has an adjective."""
    classed = quality in words("classifier") or place.match["quality"][0].isupper()
    following = place.after.strip().split(" ")[0].rstrip(".,")
    return classed and following.endswith("s") and not following.endswith(("ss", "us"))


def _is_amount(place: Place, quality: str) -> bool:
    """Whether "most" counts: "the most medals", "the most in a decade", "the most it allows"."""
    if quality.endswith("s") and not quality.endswith(("ous", "ss", "us")):
        return True
    if quality in ("since", "ever", "in", "of", "by"):
        rest = f" {quality}{place.after}"
        return bool(SINCE.search(rest[:NEAR]) or PLACE.search(rest[:NEAR])) or quality == "by"
    return quality in _THAT_MUCH and place.before.endswith((", the ", " is the ", " was the "))
