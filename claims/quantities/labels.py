"""Numbers that count nothing: names, labels, years, ages, times, scores, addresses, idioms.

One question, :func:`is_label`, with one pattern a reason. All look at a bounded stretch around the
number, so that the whole stays linear in the length of the text.
"""

from __future__ import annotations

import functools
import re

from claims.quantities.measures import Measure
from claims.tables import table

_BEFORE, _AFTER = 40, 48

# Directly attached: "F-16", "MH17", "G7", "Covid-19", "#10", "@user7", "1990s", "5G", "3D", "21st".
_ATTACHED_BEFORE = re.compile(r"(?:[^\W\d_]|[^\W\d_][-‑’'./]|[#@_\\/.:]|\d[,.:/])$")
_ATTACHED_AFTER = re.compile(
    r"[^\W\d_]|[_/@\\]\w|:\d|[’']s?\b(?= )|[-‑](?:[A-Z](?![a-z]{2})|[a-z]\d)"
)
_HYPHEN_PREFIX = re.compile(r"\b(?:mid|post|pre|top|sub|under|over|non|all|plus)-$", re.IGNORECASE)
# "3 p.m.", "7.30pm", "10 o’clock", "three years", "five-day", "a 90-minute film": dates and times.
_TIME_AFTER = re.compile(
    r"[ \u00a0-]?(?:[ap]\.?m\b|o[’']clock|GMT|BST|EDT|EST|CET)"
    r"|[ \u00a0-](?:(?!last|this|next|per|each|every|an?\b|in\b|on\b|of\b"
    r"|for\b)[a-z.]{1,12}[ -])?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weekends?"
    r"|weeks?|fortnights?|months?|quarters|years?|yrs?|decades?|centur(?:y|ies)|semesters?"
    r"|millennia|seasons (?:ago|earlier|later))\b"
    r"|[ ](?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b"
    r"|[ ](?:BC|AD|BCE|CE)\b",
    re.IGNORECASE,
)
_DATE_BEFORE = re.compile(
    r"\b(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?"
    r"|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?: \d{1,2},)? $"
)
_YEARS_BETWEEN = re.compile(r"[ -]years?[- ]old|[ ]months?[- ]old|[- ]year[- ]olds?", re.IGNORECASE)
# "18- to 24-year-olds", "two- and three-day weeks": the first is of the same years or days
_SUSPENDED = re.compile(
    r"-? ?(?:to|and|or|-|–) ?[\w]+[- ](?:year|month|week|day|hour|minute|second|decade)s?\b", re.I
)
# "911 calls", "a 999 operator"
_EMERGENCY = frozenset({101, 111, 112, 911, 999})
# "the FBI’s 10 Most Wanted List", "the 100 Best Books"
_TITLE_AFTER = re.compile(
    r" (?:Most|Best|Greatest|Richest|Hottest|Top) [A-Z]\w+| (?:[A-Z]\w+ ){1,3}List\b"
)
_DIALS = re.compile(r"\b(?:rang|ring|call(?:s|ed|ing)?|dial(?:s|l?ed|l?ing)?|phoned?) $")
_CALLS = re.compile(r"[- ](?:call(?:s|er|ers)?|dispatch(?:er|ers)?|operators?)\b")
# "aged 12", "at the age of 47", "turned 40", "died at 93", "adults under 30", "She was 88."
_AGE_BEFORE = re.compile(
    r"""(?: \b(?: aged? | ages | ages?[ ]of | ages[ ](?:of[ ])?(?:between[ ])?\d+[ ](?:and|to)
              | (?:people|those|anyone|everyone|women|men|adults|voters|children)
                [ ](?:under|over|aged|above|below)
              | turn(?:ed|s|ing)? | (?:died|dead|dies|retired|retire|married)[ ]at
              | s?he(?:[ ]was|[ ]is|[’']s)(?:[ ]only|[ ]just)? )
          | (?:^|[.;,\n”][ ]?)at ) [ ]$""",
    re.IGNORECASE | re.VERBOSE,
)
# "aged between 13 and 17", "ages 5 to 11": who is meant rather than how many
AGES_BEFORE = re.compile(r"\b(?:aged?|ages)(?: of)?(?: from| between)? $", re.IGNORECASE)
_AGE_ENDS = re.compile(r"(?:[\s.,;:)”—–]|-and|$)(?! ?(?:[\w-]+ )?(?:percent|per|points?)\b)")
# "Ana Silva, 47, said", "the pilot, 51, was", "Mr Bell (62)"
_AGE_APPOSED = re.compile(r"[\w.’)]{2,}, $")
_AGE_CLOSES = re.compile(r"(?:,|\.(?=\s|$)|;| and (?:his|her)\b)")
_AGE_BRACKET = re.compile(r"[A-Z][\w’-]+ \($")
# "No. 10", "number one", "Nos. 3"
_NUMBER_SIGN = re.compile(r"\b(?:[Nn]os?\.|[Nn]umber|[Nn]r\.?|№) ?$")
# "a .22-caliber rifle", "a 12-gauge", "a 6-iron", "a 9mm pistol"
_GUN_AFTER = re.compile(r"[- ](?:calib(?:er|re)|gauge|bore|magnum|iron|wood)\b", re.IGNORECASE)
_GUN = re.compile(
    r" (?:semi|pistol|handgun|gun|rifle|submachine|weapon|cartridge|round|bullet|shell|ammunition"
    r"|film|camera)"
)
# "the women's 5,000m", "the Olympic 100m champion", "4x100m relay": races rather than lengths
_RACES = frozenset({50, 60, 100, 110, 200, 400, 800, 1_500, 3_000, 5_000, 10_000, 10, 20, 30, 35})
_RACE_BEFORE = re.compile(
    r"\b(?:(?:wo)?men[’']s|boys[’']|girls[’']|[Oo]lympics?|Games|[Ww]orld|European|Commonwealth|indoor"
    r"|outdoor|relay|T\d\d|individual|\d ?[x×]) ?$"
)
_RACE_AFTER = re.compile(
    r"[ -](?:\w+ )?(?:champion|title|finals?|race|hurdles|freestyle|relay|gold|silver|bronze"
    r"|medal(?:l?ist)?|heats?|butterfly|breaststroke|backstroke|sprint|dash|event|medley"
    r"|steeplechase|walk|record|crown|runner|semi-?finals?|world|Olympic)s?\b"
)
# "10 Downing Street", "1600 Pennsylvania Ave."
_ADDRESS = re.compile(
    r" (?:[NSEW]\. )?(?:[A-Z][\w’.]+ ){1,3}(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Lane|Drive"
    r"|Boulevard|Blvd"
    r"|Place|Square|Court|Way|Terrace|Crescent|Parkway|Highway)"
)
# "two daughters", "five grandchildren", "the youngest of seven children": facts of a person's life.
_KIN_AFTER = re.compile(
    r" (?:\w+ )?(?:sons?|daughters?|(?:great-)?grand(?:children|sons|daughters)|siblings|brothers"
    r"|sisters|step(?:children|sons|daughters)|nieces|nephews|ex-wives|ex-husbands)\b"
)
_CHILDREN = re.compile(r" (?:\w+ )?(?:children|kids)\b")
_FAMILY = re.compile(
    r"\b(?:survived by|(?:grand)?(?:father|mother|parents?)s? of|married|couple|raised|one of"
    r"|(?:old|young|eld)est of|(?:he|she|they) (?:has|had|have)) (?:\w+ ){0,3}$",
    re.IGNORECASE,
)
_LIST_NUMBER = re.compile(r"(?:^|\n)[ \t]*[\[(]?$")
_LIST_CLOSES = re.compile(r"[.)\]](?:[ \t]|$)|\s*$")
_OLDEST_PERSON = 122
_LARGEST_BARE = 10**12  # longer runs of digits are serial numbers
_MODEL = re.compile(r"\b(?:on|flew|drove|aboard) (?:the|a) $")  # "worked on the 787"
_BRACKETED_NOTE = re.compile(r"\[$")
_CAPITALISED = re.compile(r"(?:^|[\s(“\"‘'/—–-])((?:[A-Z][\w&’.-]*|[A-Z]&[A-Z]) ?)$")
_WORD_BEFORE = re.compile(r"([\w&’.-]+(?: of)?)[ \u00a0-]$")
# "junctions 10 and | 12", "Articles 5, 6 and | 7"
_WORDS_BEFORE = re.compile(r"([\w&’.-]+s) (?:\d{1,4}(?:, and |, | and | to | or |[-–])){1,4}$")
_PHONE = re.compile(r"^[-. ]\d{3,4}\b(?![,.]?\d* ?(?:%|percent|people|[a-z-]+s\b))")
_BARE_YEAR = re.compile(r"1[1-9]\d\d|20\d\d")
# "two-way", "five-star", "one-on-one", "24/7", "911 calls", "six figures", "zero tolerance"
_IDIOM_AFTER = re.compile(
    r"""  -(?:way|wheel|dimensional|star|tier|piece|fold|sided|faced|by-|stop|under|over|legged|hit
          |and-done|pointers?)\b
        | [- ](?:tolerance|sum|emission|carbon|coupon|figures?)\b | [- ]?on[- ](?:one|two)\b | /7
        | [ ]?[x×][ ]?\d
        | [- ](?:state|party)[ ](?:solution|system)\b
        | -a-side\b
        | [ ](?:under|over)[ ]par\b""",
    re.IGNORECASE | re.VERBOSE,
)
_QUANTIFIED_ANYWAY = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately|than|over|under|least|most|to"
    r"|many|much"
    r"|estimated|killed|killing|totalling|totaling|only|just|another)[ ]$",
    re.IGNORECASE,
)
_COUNTED_PEOPLE = re.compile(
    r" (?:[a-z-]+ ){0,2}(?:people|men|women|children|troops|soldiers|workers|jobs|votes|members"
    r"|students"
    r"|residents|homes|houses|employees|civilians|victims|deaths|cases|migrants|refugees"
    r"|passengers|patients)\b"
)
_OPENERS = frozenset(
    "a an about some nearly over around almost roughly at in of the only just all these those "
    "another than to and but with by for from between after then also under perhaps exactly".split()
)
_PLACE_BEFORE = re.compile(r"\b(?:in|at|from|near|outside|across|with|by|and) [A-Z][\w’-]+ $")
_PLURAL_NEXT = re.compile(
    r" (?!(?:was|is|has|does|its|his|this|as|us)\b)(?:[a-z-]{2,}(?:s|men|women|children)|people)\b"
    r"(?! (?:(?:the|an?|its|over|into|to)\b|[A-Z]))"
)
_PLURAL_AFTER = re.compile(
    r"[ -](?:[a-z’-]+ ){0,2}(?!(?:was|is|has|does|its|his|this|as|us)\b)"
    r"(?:[a-z-]{2,}(?:s|men|women|children)|people|men|women)\b(?! (?:the|an?|its|over|into|to)\b)"
)


@functools.cache
def _heads() -> frozenset[str]:
    return frozenset(row["word"] for row in table("numbered_names"))


def is_label(text: str, item: Measure) -> bool:
    """Whether the number names, dates, orders or labels something rather than counting it."""
    numeral = item.numeral
    before = text[max(0, item.start - _BEFORE) : item.start]
    after = text[item.end : item.end + _AFTER]
    if item.kind == "money" or item.unit in ("magnitude", "times"):
        return False
    if _YEARS_BETWEEN.match(after) and item.value > _OLDEST_PERSON:
        return False  # "a sponge 11,000 years old", "the 400-year-old church"
    if item.kind == "count" and after.startswith("-") and _SUSPENDED.match(after):
        return True
    if item.value in _EMERGENCY and (_CALLS.match(after) or _DIALS.search(before)):
        return True
    if _TIME_AFTER.match(after) or _YEARS_BETWEEN.match(after):
        return item.kind == "count" or item.unit == "m"  # "242m years ago"
    if numeral.bare and _TITLE_AFTER.match(after):
        return True
    if _GUN_AFTER.match(after) or (item.unit == "mm" and _GUN.match(after)):
        return True
    if item.unit in ("m", "km", "yd", "miles") and _is_race(item, before, after):
        return True
    if item.kind in ("percent", "measure"):
        return bool(_ATTACHED_BEFORE.search(before) and not before.endswith((".", "’", "/")))
    if numeral.form in ("fraction", "indefinite"):
        return _is_word_label(text, item, before, after)
    if _KIN_AFTER.match(after) or (_CHILDREN.match(after) and _FAMILY.search(before)):
        return True
    if _is_age(item, before, after) or (_DATE_BEFORE.search(before) and numeral.bare):
        return True
    if numeral.form == "words":
        return _is_word_label(text, item, before, after)
    return _is_digit_label(item, before, after)


def _is_race(item: Measure, before: str, after: str) -> bool:
    return item.value in _RACES and bool(_RACE_BEFORE.search(before) or _RACE_AFTER.match(after))


def _is_age(item: Measure, before: str, after: str) -> bool:
    if not 0 < item.value < 125:
        return False
    if _AGE_BEFORE.search(before):
        return bool(_AGE_ENDS.match(after)) and not _COUNTED_PEOPLE.match(after)
    if not item.numeral.bare:
        return False
    if _AGE_BRACKET.search(before) and after.startswith(")"):
        return True
    return bool(_AGE_APPOSED.search(before) and _AGE_CLOSES.match(after)) and not re.search(
        r"\d, $", before
    )


# "Three Mile Island"; but "Twelve Arab League nations", "Five Iraqis" are counts.
_NAME_GOES_ON = re.compile(r"-?[A-Z]| [A-Z][a-z]+(?<!s)(?: [A-Z]|[,.’])")
_COUNTED_SOON = re.compile(r"(?: [A-Z][\w-]*){1,3} [a-z]+s\b(?<!\bis)(?<!was)(?<!has)")


def _is_word_label(text: str, item: Measure, before: str, after: str) -> bool:
    if before[-1:] in ("-", "‑", "’", "'") or _IDIOM_AFTER.match(after):
        return True
    words = text[item.start : item.end]
    # "Seven Sisters", "the Big Three", "Six Flags"; a sentence may open with its number.
    if words[0].isupper() and not _opens_sentence(before):
        hyphened = "-" in words and words.split("-")[-1].islower()
        if not hyphened and (before[-2:-1].islower() or before[-2:-1].isupper()):
            return True
    if words[0].isupper() and _NAME_GOES_ON.match(after) and not _COUNTED_SOON.match(after):
        return True
    head = _WORD_BEFORE.search(before)
    return bool(head and head[1].lower() in _heads() and not _PLURAL_AFTER.match(after)) or bool(
        _NUMBER_SIGN.search(before)
    )


def _opens_sentence(before: str) -> bool:
    stripped = before.rstrip(" \t\n\u00a0“\"‘'—–(")
    return not stripped or stripped[-1] in '.!?:…;”"' or "\n" in before[len(stripped) :]


def _is_digit_label(item: Measure, before: str, after: str) -> bool:
    numeral = item.numeral
    sentence_end = before.endswith(".") and before[-2:-1].islower()
    if _ATTACHED_BEFORE.search(before) and not _HYPHEN_PREFIX.search(before) and not sentence_end:
        return True
    if _ATTACHED_AFTER.match(after):
        return True
    if _NUMBER_SIGN.search(before) or _ADDRESS.match(after) or _IDIOM_AFTER.match(after):
        return True
    if _LIST_NUMBER.search(before) and _LIST_CLOSES.match(after):
        return True
    if _BRACKETED_NOTE.search(before) and after.startswith("]"):
        return True
    counted = bool(_PLURAL_AFTER.match(after))
    if numeral.bare and _BARE_YEAR.fullmatch(_digits(item)):
        return not (_QUANTIFIED_ANYWAY.search(before) and _COUNTED_PEOPLE.match(after))
    head = _WORD_BEFORE.search(before)
    many = _WORDS_BEFORE.search(before)
    if many and many[1].lower() in _heads() and not counted:
        return True
    if head and head[1].lower().rstrip(".") in _heads():
        return numeral.bare and not (counted and head[1].islower())
    if numeral.bare and numeral.value >= 100 and _MODEL.search(before) and after[:1] in ",.;)":
        return True
    if numeral.bare and (_PHONE.match(after) or numeral.value > _LARGEST_BARE):
        return True
    name = _CAPITALISED.search(before)
    if name and name[1].rstrip().endswith(("’s", "'s", "s", "s’", "s'")):
        return False  # "Germany’s 40", "the Social Democrats 104"
    if name and not _PLACE_BEFORE.search(before):
        counted = bool(_PLURAL_NEXT.match(after))  # "Nord Stream 2 pipeline risks sanctions"
    if name and numeral.bare and not counted:
        # "Boeing 737", "Nord Stream 2"; but "About 900", "Of 40" open a sentence.
        opener = _opens_sentence(before[: name.start(1)]) and name[1].strip().lower() in _OPENERS
        return not opener and not _QUANTIFIED_ANYWAY.search(before)
    return False


def _digits(item: Measure) -> str:
    return str(item.value)
