""" "The only", "never before", "faster than any other", "no one has ever"."""

from __future__ import annotations

import re

from claims.extractors.superlative.place import Found, Place, rank_of, words

_NOT_CLAIMED = re.compile(
    r"\b(?:an?|(?:not|n[’']t|no means|hardly|far from|nor|not just|not merely) (?:the|his|her|its)"
    r"|if|my|our|your) $"
)
# "the only way out of the city"; "the only way to peace" is an opinion
_WAY_OUT = re.compile(
    r" (?:way|road|route|path) (?:in or out|out of (?=the|[A-Z])|into|across|off|over|up|down"
    r"|through|to (?:reach|get|enter|leave|cross))\b"
)
_SAVED = re.compile(r" [\w’-]+ (?:in|to|who|of|ever|since|at)\b")


# "Only three people have ever held both posts"
_ONLY_SO_MANY = re.compile(
    r" (?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|a few) (?:[\w’-]+ ){1,4}?"
    r"(?:has|have|had) ever\b"
)


def only_nth(place: Place) -> Found | None:
    """ "only the third player to score five"."""
    return place.found(rank_of(place.match["nth"]))


def one_of_only(place: Place) -> Found | None:
    """ "one of only three women to": "only" is the claim."""
    if not re.match(
        r" (?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+|a)\b", place.after
    ):
        return None
    return Found(place.match.end() - len("only"), place.match.end(), None)


def found_only(place: Place) -> Found | None:
    """ "found only in Madagascar"."""
    start = place.match.start() + place.match["foundonly"].lower().index("only")
    return Found(start, start + len("only"), None)


def only(place: Place) -> Found | None:
    """ "the only pharmacy on the island", "his sole heir"; never "only five", "the only way"."""
    if _ONLY_SO_MANY.match(place.after):
        return place.found(None)
    if place.capital or not place.determined or _NOT_CLAIMED.search(place.before):
        return None
    if place.match["only"].lower() == "lone":
        bounded = re.match(r" (?:[\w’-]+ ){1,3}?(?:from|in|on|to|for|of)\b", place.after)
        known = place.nouns[:1] != [] and place.nouns[0] in _LONE
        return place.found(None) if known or bounded else None
    following = re.match(r" ([\w’-]+)(?: ([\w’-]+))?", place.after)
    if not following:
        return None
    noun, second = following[1].lower(), (following[2] or "").lower()
    if _WAY_OUT.match(place.after):
        return place.found(None)
    if _SCORED_GOAL.match(place.after):
        return place.found(None)
    idle = words("idle_only")
    if noun in idle or (second in idle and not _SAVED.match(place.after)):
        return None
    if noun in ("a", "when", "if", "because", "for", "as"):
        return None
    return place.found(None)


# "the only goal of the game", "his only goal came"; never "the only goal is", "… of the talks"
_SCORED_GOAL = re.compile(
    r" goals? (?:of (?:the|a) (?:[a-z]+ )?(?:game|match|night|season|tie|half|final|contest)"
    r"|of (?:his|her)|came|in (?!life\b)|from|by|on|after|with|for)\b| goals?(?:[.,]|$)"
)
# "the lone dissenter"; "a lone gunman" is no claim
_LONE = frozenset("dissenter dissent survivor vote goal woman bidder holdout score scorer".split())


def never(place: Place) -> Found | None:
    """ "never before", "had never been tried before"; never "never before breakfast"."""
    match, after = place.match, place.after
    if told := re.match("[ -]before| previously", after):
        return Found(match.start(), match.end() + told.end(), None)
    if re.search(r"\b(?:I|[Yy]ou|[Ww]e)(?:[’']ve| have|[’']d)? $", place.before):
        return None
    clause = re.match(
        r" (?:been |had |seen |done |won )?[^.,;:]{0,48}? before(?= in |[.,;:]|$)", after
    )
    return place.found(None) if clause else None


def nobody(place: Place) -> Found | None:
    """ "No woman has ever held the post"."""
    return place.found(None)


def beyond(place: Place) -> Found | None:
    """ "more cars than any other brand", "faster than ever before", "than any country on earth"."""
    if re.search(r"\b(?:no|not|any) $", place.before):
        return None
    compared = place.match["beyond"].lower()
    if compared.endswith("ever"):
        return place.found(1) if _HIGHER.match(compared) else None
    bounded = re.match(r" [\w-]+(?: [\w-]+)? (?:in|on|since|before|of|other than)\b", place.after)
    whole = not compared.endswith("any")
    return place.found(1) if whole or bounded else None


# "sales are higher than ever"; never "it is more relevant than ever"
_HIGHER = re.compile(
    r"(?:fewer|larger|smaller|bigger|higher|lower|longer|shorter|faster|slower|older|younger|cheaper"
    r"|warmer|hotter|colder|richer|poorer|heavier|taller|earlier|later|further|farther)\b"
    r"|more [a-z]+s than\b"
)
# "more people died in May than in any other month"
_MORE = re.compile(
    r"\b(?:more|fewer|less|better|worse|larger|smaller|bigger|greater|higher|lower|longer|shorter"
    r"|faster|slower|older|younger|stronger|weaker|cheaper|warmer|hotter|colder|deeper|richer|poorer"
    r"|heavier|taller|wider|earlier)\b",
    re.IGNORECASE,
)


def than_any(place: Place) -> Found | None:
    """ "than in any other" where what is compared stands further off."""
    compared = _MORE.search(place.before) and not re.search(r"\b(?:no|not) more\b", place.before)
    return place.found(1) if compared else None


def unlike(place: Place) -> Found | None:
    """ "No other country has …", "nowhere else", "unique in Asia"; never "had no other choice"."""
    if place.match["unlike"].lower() != "no other":
        return place.found(1)
    alone = re.match(r" (?:[\w’-]+ ){1,4}?(?:has|have|had|did|does|is|was)\b", place.after)
    return place.found(1) if alone and place.opens else None
