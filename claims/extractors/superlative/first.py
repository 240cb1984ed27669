""" "The first woman to", "the third person to", "inaugural": facts of history, not steps."""

from __future__ import annotations

import re

from claims.extractors.superlative.place import NUMBERS, Found, Place, graded, rank_of, words
from claims.scope import NEAR, PLACE, SINCE

_FIRST_TIME = re.compile(r" times?\b(?P<that> (?:that|since|in|ever|any|a|an|the|[\w’]+)\b)?")
TO_DO = re.compile(
    r" (?:(?!(?:he|she|it|they|we|i|is|are|was|were|be|would|will|has|have|had|said)\b)[\w’'-]+ )"
    r"{0,6}?to [a-z]+| (?:[\w’'-]+ ){0,2}?ever\b| of (?:its|their|his|her) kind",
    re.IGNORECASE,
)
_GAINED = re.compile(
    r"\b(?:w[oi]ns?|winning|earn(?:ed|s|ing)?|scor(?:ed|es|ing)|claim(?:ed|s|ing)|record(?:ed|s"
    r"|ing)|post(?:ed|s|ing)|report(?:ed|s|ing)|suffer(?:ed|s|ing)|seal(?:ed|s|ing)|secur(?:ed|es"
    r"|ing)|achiev(?:ed|es|ing)|captur(?:ed|es|ing)|clinch(?:ed|es|ing)|register(?:ed|s|ing)"
    r"|land(?:ed|s)?|launch(?:ed|es|ing)|elect(?:ed|s|ing)|confirmed|detected|identified"
    r"|announced|saw|notch(?:ed|es|ing)|collect(?:ed|s|ing)|celebrat(?:ed|es|ing)|opened"
    r"|mark(?:ed|s|ing)|ma(?:de|kes|king)|holds?|held|holding|host(?:ed|s|ing)?|gave|giv(?:es|ing))"
    r" (?:the|a|his|her|its|their|[A-Z][\w.]*[’']s?|[a-z]+[’']s?)(?: very)?\s*$"
)
# "wins his first Tour stage"; "won the first set" is a set’s number
_WON_HIS = re.compile(
    r"\b(?:w[oi]ns?|winning|claim(?:s|ed)|earn(?:s|ed)|secured) (?:his|her|its|their) $"
)
_DONE = re.compile(r" [a-z]+(?:ed|own|ilt|old|ade|een|eld)\b")  # "First exhibited in 1816, …"
# "the world’s first meeting of its kind"
_OF_ALL = re.compile(r"\b(?:world|country|nation|continent|state|city|town|history)[’']s $", re.I)
# What is numbered by its name: "the second Punic War", "the first battle of Ypres"
_NUMBERED = re.compile(
    r" (?:[A-Z][\w-]+ ){0,2}(?:(?:[Ww]orld )?[Ww]ar(?! to)|[Bb]attle of (?=[A-Z])|[Cc]rusade"
    r"|[Rr]epublic|[Aa]rmy|[Ff]leet|[Dd]ivision|[Cc]orps|[Bb]attalion|[Rr]egiment|[Bb]rigade|[Ff]ront)\b"
)
# "the first case of the disease has been reported"
_FIRST_CASE = re.compile(
    r" (?:[\w’-]+ ){0,2}?(?:cases?|deaths?|infections?|outbreaks?|sightings?|fatalit(?:y|ies)) "
    r"(?:of|from|linked|(?:was|were) (?:confirmed|reported|detected|recorded|identified|found))\b"
)
_KNOWN = frozenset("such known recorded confirmed documented reported ever modern".split())
_NAME_AFTER = re.compile(r"[ -][A-Z][\w.]*[a-z]")
# What comes first in one person’s life is told, not claimed: "his first bicycle"
_HIS_OWN = re.compile(r"\b(?:his|her|my|our|your|an?) $", re.IGNORECASE)
# "He got his first horn from a sailor"
_GIVEN_HIM = re.compile(r"\b(?:got|bought|had|met|received|gave (?:him|her)|sold) (?:his|her) $")
_OURS = re.compile(r"\b(?:my|our|your) $", re.IGNORECASE)
_A = re.compile(r"\b(?:an?|my|our|your) $", re.IGNORECASE)
# "the first boats would sail at six", "the first attack was a crime, the second …"
_OF_A_SERIES = re.compile(
    r" (?:(?!that\b|which\b|who\b)[\w’-]+ ){1,2}?"
    r"(?:(?:would|will|are|is|has|have|must|should|can)\b"
    r"|(?:were|was|had|could|came)\b(?=.*(?:\bsecond\b|, another\b|\bothers?\b)))"
)
# "lost the first Test at Lord’s": the number of a match
_FIXTURE = re.compile(
    r" (?:[\w’-]+ )?(?:[Tt]est|[Mm]atch|[Gg]ame|[Ll]eg|ODI|one-dayer|international|semi-?final)"
    r"(?: match)?(?: (?:at|against|in|on|of|between|with|here)\b|[.,;]|$)"
)
_MADE = re.compile(r", (?:[a-z]+ly )?[a-z]+(?:ed|en|ilt|old|ade|ound) (?:in|on|by|at|for)\b")
# "The first edition of the prize was held in 1988", "the last leper colony closed in 1969"
DATED_DEED = re.compile(
    r" (?:[\w’-]+ ){1,7}?(?:(?:was|were) [a-z]+|opened|closed|died|sailed|flew|left|appeared|ended"
    r"|began|ran) (?:(?:the )?[\w’-]+ )??(?:in (?:[A-Z][a-z]+ (?:of )?)?(?:1[0-9]|20)\d\d\b"
    r"|[^.;,]{1,24} years ago\b)"
)
# "graduated first in her class", "ranked first of 40"
_PLACED = re.compile(r"\b(?:graduated|ranked|ranks) $")
_GIVEN = re.compile(
    r" (?:of (?!all\b|course\b)[\w’-]+|in|to|who|by|since|for|as|against|under|at)\b"
)
# "the second this year", "its third defeat in as many weeks"
_WITHIN = re.compile(
    r" (?:[\w’-]+ ){0,2}?(?:this (?:year|month|week|season|century|decade|summer|winter)|(?:in|of) "
    r"(?:as many|an?|(?:the|his|her|its|their) (?:last|past)|two|three|four|five|six|seven|eight"
    r"|nine|ten|\d+) "
    r"(?:days?|weeks?|months?|years?|decades?|matches|games|seasons?|attempts|elections))\b"
)
# "the second fatal crash in the area this month"
_THIS_YEAR = re.compile(
    r" (?:(?!(?:is|was|are|were|has|had|have|will|would|said)\b)[\w’-]+ ){1,7}?"
    r"this (?:year|month|week|season|century|decade|summer|winter)\b"
)

_OF_THEM = re.compile(
    r"\b[A-Z][\w.]*(?:s’|s'|[’']s) $"
)  # "the Cubs’ first 6-run inning since 2016"
# "China’s second woman in space"
_OF_A_COUNTRY = re.compile(r"\b(?:[A-Z][\w-]+|country|nation|world|state)[’']s? $")
_MARKS = re.compile(r"\bmark(?:s|ed|ing)? the $")  # "these findings mark the first time that"

# "It was the fifth gold for McKeever"
_FOR_HIM = re.compile(r" (?:[\w’-]+ ){1,4}?(?:for|by) (?:the )?[A-Z]")


def first(place: Place) -> Found | None:
    """ "first", "second" as a fact of history, not as the number of a step, round or child."""
    match, before, after = place.match, place.before, place.after
    found = place.found(rank_of(match["second"]) if match["second"] else 1)
    if place.capital and not _is_headline(place):
        return None
    if _NUMBERED.match(after) or (
        match["second"] and match["second"][0].isdigit() and re.match(r" [A-Z]", after)
    ):
        return None  # "the first battle of Saratoga", "the 2nd Infantry Division"
    if "-" in match["first"] or after.startswith(("-ever", " ever ", "-known", " and only ")):
        return found
    if after.startswith("-"):
        return None  # "first-half", "first-time", "second-string"
    if not match["second"] and _PLACED.search(before) and _GIVEN.match(after):
        return found
    if after.startswith(" since ") or (place.before.endswith(" a ") and after.startswith(" for ")):
        return found if not match["second"] else None
    if not (place.determined or place.opens or _bare(place)) or _OURS.search(before):
        return None
    if after.startswith(","):
        # "The first, tested in 1954, …"; but "First, …"
        made = before.lower().endswith("the ") and _MADE.match(after)
        return found if made else None
    if match["second"]:
        return found if _is_later(place) else None
    if time := _FIRST_TIME.match(after):
        told = place.linked or place.apposed or _MARKS.search(before)
        dated = place.scoped or bool(told and time["that"])
        return found if before.lower().endswith("for the ") or dated else None
    if not _is_historic(place):
        return None
    return place.found(None) if place.one_of else found


def _is_headline(place: Place) -> bool:
    """ "First woman to fly solo …", "First case since 2003"; not "First exhibited in 1816"."""
    if not place.opens or _NAME_AFTER.match(place.after) or _DONE.match(place.after):
        return False
    told = TO_DO.match(place.after) or _are_people(place.nouns[:2]) or place.since
    known = place.nouns[:1] == ["known"] or _FOUND.match(place.after)
    return bool(told or known or "-" in place.match["first"])


# "First discovery of a whole skeleton confirms …"
_FOUND = re.compile(
    r" (?:discovery|sighting|detection|evidence|observation|cases?|deaths?) (?:of|from)\b"
)


def _bare(place: Place) -> bool:
    """ "becoming first woman to", "the first known": headline style, without an article."""
    named = re.search(r"\b(?:as|be|becom(?:es?|ing)|became|is|named|elected) $", place.before)
    gained = re.search(
        r"\b(?:w[io]ns?|secures?|claims?|seals?|takes?|earns?|posts?) $", place.before
    )
    known = place.nouns[:1] != [] and place.nouns[0] in _BARELY
    known = known or (place.since and bool(_IN_A.search(place.before)))
    return bool(gained) or known or bool(named and TO_DO.match(place.after))


# "takes the lead in (contentious) first election since 1990"
_IN_A = re.compile(r"\b(?:in|for|after|with|at|to|on|from) (?:[a-z-]+ )?$")
_BARELY = frozenset("known recorded confirmed woman man person black female african".split())


def _is_later(place: Place) -> bool:
    """Whether a second or third is a fact: "the second man to walk there", "the third in May"."""
    if place.before.endswith((" a ", " an ")) or place.capital:
        return False
    within = _WITHIN.match(place.after)
    if within and not (place.owned and " this " in within.group()[1:]):
        return True  # "its second this year"; never "his third day off this season"
    phrase = place.nouns
    if not phrase:
        return bool(_TO_BE_FIRST.match(place.after)) and (place.linked or place.apposed)
    if _heads(phrase, "ordering"):
        return False
    if phrase[0] == "such" or (_THIS_YEAR.match(place.after) and not place.owned):
        return True
    if place.owned and " since " in place.after[:NEAR]:
        return True
    if _heads(phrase, "series") and not re.match(r" [\w’-]+ to ", place.after):
        return False
    if place.linked and place.bound and place.before.endswith(" the "):
        return True
    told = TO_DO.match(place.after) or re.search(r"\bever\b|in history", place.after)
    person = _are_people(phrase[:5]) or _FOR_HIM.match(place.after)
    placed = place.linked or place.apposed or place.before.endswith("only ")
    if _are_people(phrase[:2]) and _OF_A_COUNTRY.search(place.before):
        return True
    return bool((told and (placed or person)) or (person and placed))


def _is_historic(place: Place) -> bool:
    """Whether "first" says that nobody or nothing came before, by what stands around it."""
    before, after, phrase = place.before, place.after, place.nouns
    if not phrase:
        return _is_given(place)
    if place.one_of and phrase[-1] in words("ordering"):
        return False
    if phrase[0].startswith("half-") or phrase[0] in words("title"):
        return False
    if phrase[0].isdigit() or (phrase[0] in NUMBERS and after[1:2].islower()):
        return _are_people(phrase[1:3])
    if phrase[0] in _KNOWN:
        return True
    dated = DATED_DEED.match(after) and phrase[0] not in words("ordering")
    if place.determined and (dated or _is_done(place)):
        return True
    since = place.scoped
    if _heads(phrase, "ordering"):
        timed = bool(SINCE.search(after[:NEAR])) and not PLACE.search(after[:NEAR])
        owned = bool(_OF_THEM.search(before))
        won = bool(_WON_HIS.search(before)) and len(phrase) > 1
        ever = _are_people(phrase[:3]) and bool(re.match(r" (?:[\w’'-]+ ){1,3}?ever\b", after))
        return won or ever or (timed and bool(_GAINED.search(before) or place.linked or owned))
    if place.determined and _FIRST_CASE.match(after):
        return True
    if _OF_ALL.search(before):
        return True
    if (
        before.lower().endswith("the ")
        and _FIXTURE.match(after)
        and not (place.since or place.linked)
    ):
        return place.apposed
    if _heads(phrase, "series") or _are_several(place):
        told = place.bound or place.linked or place.apposed or place.one_of or TO_DO.match(after)
        # "his first Japan-China summit"
        by_name = place.owned and after[1:2].isupper()
        if _GAINED.search(before) or _are_people(phrase[:2]):
            return True
        return bool(told or by_name) and not _A.search(before)
    if _GIVEN_HIM.search(before):
        return False
    if _HIS_OWN.search(before) and phrase[-1] in words("idle_first"):
        return False
    if before.lower().endswith("the ") and _OF_A_SERIES.match(after) and not place.linked:
        return bool(_came_about(place))
    if _A.search(before):
        return since or bool(_GAINED.search(before) or of_a_life(place))
    return True


def _are_people(nouns: list[str]) -> bool:
    """ "the first (black) president", "the first two women": somebody was before others."""
    return any(graded(noun, "people") for noun in nouns)


def of_a_life(place: Place) -> bool:
    """ "her first novel", "its first annual loss", "his last public appearance"."""
    return any(graded(noun, "life") for noun in place.nouns[:3])


def _heads(phrase: list[str], grade: str) -> bool:
    """Whether the head of the phrase is of the grade: its last word, or the one before a verb."""
    if graded(phrase[-1], grade):
        return True
    told = len(phrase) > 1 and _IS_VERB.search(phrase[1])
    return graded(phrase[0], grade) and bool(told or grade == "ordering")


_IS_VERB = re.compile(r"(?:ed|ing|ame|ook|ent|an|ell|old|roke|lew|aw|ew|ove|ose)$")


def _are_several(place: Place) -> bool:
    """ "the first police searches", "his first weeks": those that came first of many."""
    head = place.nouns[-1]
    return head.endswith("s") and not head.endswith(("ss", "us", "is")) and not place.linked


def _is_given(place: Place) -> bool:
    """ "the first of its kind", "is the first in Wales"; never "the first of three"."""
    if place.after.startswith(" to ") and place.before.lower().endswith("the "):
        return bool(_TO_BE_FIRST.match(place.after))
    if _WAS_FIRST.match(place.after):
        return True
    if not place.linked and re.match(
        r" of (?:[\w’'-]+ ){0,3}?(?:many|several|two|three|four|five|six|seven|\d+)\b", place.after
    ):
        return False
    placed = place.linked or place.apposed or place.one_of or place.owned or place.scoped
    placed = placed or bool(re.search(r"(?:among them|one of) the $", place.before))
    return placed and bool(_GIVEN.match(place.after) or SINCE.match(place.after))


# "the first to lead there"; never "the first to admit"
_TO_BE_FIRST = re.compile(
    r" to (?!(?:admit|say|acknowledge|concede|agree|know|tell|point|congratulate)\b)[a-z]+"
)

# "The first was the 1976 Games", "the first came in 1988"
_WAS_FIRST = re.compile(
    r" (?:was|were|came|is) (?:(?:the|in|at|on|by) (?:[A-Z\d]|[a-z]+ (?:of )?\d)"
    r"|(?:held|built|opened|published|made|launched|recorded|reported|found|discovered|sold)\b)"
)


def _is_done(place: Place) -> bool:
    """ "the first nation to greet the new year": whoever it is, they did it before others."""
    return bool(re.match(r" (?:[\w’-]+ ){1,4}?to [a-z]+", place.after)) and (
        place.linked or place.apposed or place.nouns[-1] not in words("ordering")
    )


# "The first such vaccine, made in Leeds, was approved", "The first hotel opened"
_CAME_ABOUT = re.compile(
    r" (?:[\w’-]+ ){1,3}?(?:[\w’-]+(?:, [^.;,]{1,50},)? )?"
    r"(?:was|were) (?:[a-z]+ly )?(?:approved|built|opened|published|held|made|found|recorded|"
    r"discovered|detected|confirmed|reported|founded|issued|launched|sold|performed|printed|staged)\b"
)


def _came_about(place: Place) -> bool:
    return place.before.endswith("The ") and bool(_CAME_ABOUT.match(place.after))


def streak(place: Place) -> Found | None:
    """ "third straight defeat", "for the fifth consecutive year"."""
    return place.found(rank_of(place.match["streak"].replace("-", " ").split(" ")[0]))


def opening(place: Place) -> Found | None:
    """ "the inaugural champion", "its maiden voyage"; never a president’s inaugural address."""
    noun = place.nouns[:1]
    if place.capital or not noun or noun[0] in words("ceremony"):
        return None
    return place.found(1)
