"""Neighbouring numbers read together: ranges, votes, ratios, "5ft 10in"; scores are left out."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.model import Span
from claims.quantities.counted import counted
from claims.quantities.labels import AGES_BEFORE, is_label
from claims.quantities.measures import Measure
from claims.quantities.numerals import plain

if TYPE_CHECKING:
    from claims.document import Document

_RANGE = re.compile(r" ?[-–—‑] ?| to | or |- (?:to|or) ")  # "3 to 5", "a 10- to 15-foot wave"
_AND = re.compile(r" and ")
_BETWEEN = re.compile(r"\bbetween $", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|rose|fell|grew|up|down)\b[^.;]{0,12}$", re.IGNORECASE)
_OUT_OF = re.compile(r" (?:in|out of(?: every)?|of every|in every|of) |-in-")
_TO_RATIO = re.compile(r"-to-|:|‑to‑")
_RATIO_NOUN = re.compile(r"[ -](?:margin|ratio|odds|against|favorites?|majority)\b")
_VOTE_JOIN = re.compile(r" ?[-–—‑] ?|-to-| to |[- ]votes? to ")
# "voted 218-210", "in a 5-4 ruling", "by 61 votes to 39", "the Senate confirmed her 52 to 47"
_VOTE_CUE = re.compile(
    r"\b(?:vot(?:e[ds]?|ing)|ballots?|tally|ruled?|ruling|rulings|decision|decided|verdict|majority"
    r"|upheld|overturned|overruled|struck down|supreme court"
    r"|split|justices?|judges?|jurors|panel|passed|passage|approv(?:ed|al|es)|reject(?:ed|s)"
    r"|confirm(?:ed|s)"
    r"|adopted|resolution|motion|amendment|bill|referendum|senate|senators|lawmakers|council"
    r"|commission"
    r"|board|parliament|committee|mps|legislators|impeach(?:ed)?|override)\b",
    re.IGNORECASE,
)
_SPORT_CUE = re.compile(
    r"\b(?:game|goals?|win|wins|won|beat|beats|beating|lost|loss|victory|defeat|score[ds]?"
    r"|half-?time|innings?"
    r"|match|season|playoffs?|league|cup|lead|led|set|sets|tie|draw|drew|record|quarter|overtime"
    r"|coach)\b",
    re.IGNORECASE,
)
_TEAM = re.compile(r"(?:^|[\s;:])(?:[A-Z][\w.]+|76ers|49ers)(?: [A-Z][\w.]+){0,2} $")
_OTHER_TEAM = re.compile(r", (?:the )?(?:[A-Z][\w.]+|76ers|49ers)(?: [A-Z][\w.]+){0,2} ")
_SEATS = re.compile(r"\b(?:seats?|votes?|mandates|deputies|MPs|lawmakers|parliament)\b")
_CRICKET = re.compile(r"\b(?:wickets?|innings)\b")
# "5ft 10in", "6 feet 2 inches", "7 pounds 3 ounces": so many of the second make one of the first.
_PARTS_OF: dict[tuple[str | None, str | None], int] = {
    ("ft", "in"): 12,
    ("pounds", "oz"): 16,
    ("st", "pounds"): 14,
}
_PART_JOIN = re.compile(r",? (?:and )?|")
_TIE_BREAK = re.compile(
    r"\b(?:vote[ds]?|voting|ballots?|ruling|ruled|justices?|senate|lawmakers|mps)\b", re.I
)


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """A quantity in the making; ``first`` and ``last`` are the measures at its ends."""

    first: Measure
    last: Measure
    low: int | float | None = None
    high: int | float | None = None
    against: int | float | None = None
    unit: str | None = None

    @property
    def span(self) -> Span:
        return Span(self.first.start, self.last.end)


def combine(text: str, items: list[Measure], document: Document) -> Iterator[Found]:
    """Neighbours joined to ranges, votes and ratios; labels and scores left out."""
    at = 0
    while at < len(items):
        item = items[at]
        following = items[at + 1] if at + 1 < len(items) else None
        joint = text[item.end : following.start] if following else ""
        pair = None
        if following and _is_score_line(text, item, following, joint, document):
            at += 2
            continue
        if following and len(joint) <= 14:
            pair = _pair(text, item, following, joint, document)
        if pair == "score":
            at += 2
            while at < len(items) and text[items[at - 1].end : items[at].start] in ("-", "–"):
                at += 1
            continue
        if isinstance(pair, Found):
            yield pair
            at += 2
            continue
        if not is_label(text, item):
            yield Found(item, item)
        at += 1


def _pair(
    text: str, one: Measure, two: Measure, joint: str, document: Document
) -> Found | str | None:
    """What two neighbouring numbers are together: a vote, a ratio, a range, a score, or nothing."""
    before = text[max(0, one.start - 24) : one.start]
    after = text[two.end : two.end + 24]
    counts = one.kind == two.kind == "count"
    parts = _PARTS_OF.get((one.unit, two.unit))
    if parts and _PART_JOIN.fullmatch(joint):
        total = plain(one.value + two.value / parts)
        return Found(one, two, low=total, unit=one.unit)
    if counts and joint in ("'", "’") and 3 <= one.value <= 8 and two.value < 12:  # 5'11"
        return Found(one, two, low=plain(one.value + two.value / 12), unit="ft")
    if counts and AGES_BEFORE.search(before):
        return "score" if _RANGE.fullmatch(joint) or _AND.fullmatch(joint) else None
    if counts and _is_innings(text, one, two, joint, document):
        return "score"
    if counts and _OUT_OF.fullmatch(joint) and _is_ratio(text, one, two):
        return Found(one, two, against=two.value, unit="ratio")
    if counts and _VOTE_JOIN.fullmatch(joint) and _whole(one) and _whole(two):
        votes = _tells_of_a_vote(document.sentence_at(one.start).text)
        if votes and not _FROM.search(before) and not _is_plain_range(one, two, joint, after):
            return Found(one, two, against=two.value, unit="votes")
    if counts and joint == " to " and _RATIO_NOUN.match(after):
        return Found(one, two, against=two.value, unit="ratio")
    if counts and _TO_RATIO.fullmatch(joint):
        is_ratio = (joint != ":" or before.endswith("ratio of ")) and not re.match(
            r"-? ?(?:win|victory|loss|defeat|lead|draw)", after
        )
        return Found(one, two, against=two.value, unit="ratio") if is_ratio else "score"
    ranged = _RANGE.fullmatch(joint) or (_AND.fullmatch(joint) and _BETWEEN.search(before))
    if not ranged or (joint == " to " and _FROM.search(before)):
        return None
    low, high = _scaled(one, two)
    same_unit = one.unit in (None, two.unit) or two.unit is None
    dash = joint.strip() in ("-", "–", "—", "‑")
    if not same_unit or low >= high:
        return "score" if dash and counts else None
    if counts and dash and (is_label(text, two) or is_label(text, one)):
        return "score"
    if counts and is_label(text, two):
        return None
    if counts and dash and not counted(text, two.end, len(text)) and not _BETWEEN.search(before):
        return "score"
    if joint == " or " and one.numeral.form != two.numeral.form:
        return None
    return Found(one, two, low=low, high=high, unit=two.unit or one.unit)


def _is_score_line(text: str, one: Measure, two: Measure, joint: str, document: Document) -> bool:
    """ "Golden State 106, Toronto 100;" is a score, "the Greens 12, Labour 8 seats" is none."""
    if not (one.numeral.bare and two.numeral.bare and _OTHER_TEAM.fullmatch(joint)):
        return False
    if not _TEAM.search(text, max(0, one.start - 32), one.start):
        return False
    if text[two.end : two.end + 2].strip()[:1].islower():
        return False
    return not _SEATS.search(document.sentence_at(one.start).text)


def _is_innings(text: str, one: Measure, two: Measure, joint: str, document: Document) -> bool:
    """ "England reached 245 for six", "he took five for 54": scores at cricket."""
    if joint != " for " or counted(text, two.end, two.end + 24):
        return False
    batting = one.value > two.value <= 10
    bowling = one.value <= 20 <= two.value
    return batting or (bowling and bool(_CRICKET.search(document.text)))


@functools.lru_cache(maxsize=4)
def _tells_of_a_vote(sentence: str) -> bool:
    """Whether the sentence is about a vote or a ruling rather than a game."""
    cue = _VOTE_CUE.search(sentence)
    return bool(cue) and (not _SPORT_CUE.search(sentence) or bool(_TIE_BREAK.search(sentence)))


def _is_plain_range(one: Measure, two: Measure, joint: str, after: str) -> bool:
    """ "10 to 15 lawmakers" in a sentence about a vote; "52 to 48" has no noun behind it."""
    noun = re.match(
        r" (?!vote|margin|major|decision|ruling|along|against|in favou?r)[a-z-]+s\b", after
    )
    return one.value < two.value and bool(noun) and (joint == " to " or bool(noun))


def _is_ratio(text: str, one: Measure, two: Measure) -> bool:
    whole = one.numeral.form != "indefinite" and one.value <= two.value <= 1_000_000
    if text[one.end : two.start] == " of " and two.value not in (10, 100, 1_000):
        return False  # "eight of 10 voters" is a ratio, "two of three daughters" are two counts
    return whole and not is_label(text, two)


def _whole(item: Measure) -> bool:
    return (
        isinstance(item.value, int) and item.value < 5_000_000 and item.numeral.form != "fraction"
    )


def _scaled(one: Measure, two: Measure) -> tuple[int | float, int | float]:
    """Both ends in full: "3 to 5 million" is 3,000,000 to 5,000,000."""
    factor = two.numeral.factor
    small = one.numeral.factor == 1 and factor > 1 and one.value * factor < two.value * 1.0001
    low = one.value * factor if small and abs(one.value) < 1_000 else one.value
    return plain(low), plain(two.value)
