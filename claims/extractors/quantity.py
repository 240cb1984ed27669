"""Numbers that a checker can check: counts, money, per cent, measures, votes, ranges, ratios."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterator, Sequence

from claims import clauses, same_figure
from claims.document import Context, Document
from claims.measures import Measure, measure
from claims.model import Claim, ClaimKind, QuantityValue, Reference, Span
from claims.number_labels import AGES_BEFORE, is_label
from claims.numerals import numerals, plain
from claims.tables import table

# "about 900", "at least 12", "as many as 40,000"; "or so", "or more" come after.
_HEDGE_BEFORE = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately|approx\.?|circa|estimated"
    r"|well over|over"
    r"|under|above|below|(?:more|less|fewer|greater|higher|lower|better|larger|other) than"
    r"|at (?:least|most)"
    r"|up to|as (?:many|much|few|little|high|low) as|close to|upwards? of|just (?:over|under"
    r"|above|below)"
    r"|in excess of|north of|south of|perhaps|maybe|an average of|averag(?:e|ing)|towards?|near"
    r"|possibly|probably|no (?:more|less|fewer) than|a (?:little|bit) (?:over|under)|several"
    r"|a few|many)"
    r"(?: an?| the)? (?:estimated )?[(“\"']?$",
    re.IGNORECASE,
)
_HEDGE_AFTER = re.compile(
    r"(?:\+|-odd\b|-plus\b| plus\b(?! [$£€\d])|(?: [a-z]+)? or (?:so|more|fewer|less)\b)"
)
_SEVERAL = re.compile(r"\b(?:several|a few|a couple(?: of)?|many) $", re.IGNORECASE)

_RANGE = re.compile(r" ?[-–—‑] ?| to | or ")
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

_WORD = re.compile(r"[^\W_]+(?:[-’'.&][^\W_]+)*[.]?")
_STOP = frozenset(
    "a an the of in on at by for from with to into as and or but nor than that which who whom "
    "whose when where "
    "while after before since until because if this these those his her its their our my your is "
    "are was were be "
    "been being has have had do does did will would could can may might must shall should said "
    "says say told "
    "died killed were over under during between against among per each every not no also so then "
    "there here up "
    "down out off about around versus v vs via plus minus he she it they we i you him them us "
    "last next".split()
)
# What is counted although it does not end in -s.
_PLURALS = frozenset(
    "people men women children police troops personnel staff sheep cattle fish deer aircraft "
    "spacecraft dead "
    "wounded injured missing killed hurt teeth feet species series data media dozen crew "
    "servicemen servicewomen gunmen policemen businessmen firefighters congressmen lawmen "
    "fishermen".split()
)
_NOT_NOUNS = frozenset("was has is does his its as us yes plus less across perhaps besides".split())
_VAGUE_ONE = re.compile(
    r"\b(?:at least|only|just|killing|killed|wounding|wounded|injuring|injured|leaving|exactly"
    r"|all but|with"
    r"|and|,|than|or|to|from|by) $",
    re.IGNORECASE,
)
_ONE_COUNTS = re.compile(
    r" (?:(?:[a-z-]+ )?(?:person|people|man|woman|child|boy|girl|soldier|officer|worker|civilian"
    r"|death|case"
    r"|vote|seat|point|goal|run|survivor|suspect|student|passenger|protester|policeman|fatality"
    r"|victim"
    r"|abstention|dissent|conviction|injury)\b|was (?:killed|injured|wounded|hurt|dead|critically))"
)
# "only one casualty was reported", "at least one house"; never "at least one day", "only one way"
_ONLY_ONE = re.compile(r"\b(?:only|just|at least|exactly|all but) $", re.IGNORECASE)
_ONE_THING = re.compile(
    r" (?!(?:of|in|to|at|on|who|and|or|thing|way|time|day|week|month|year|hour|minute|person’s|such"
    r"|more|part|side|aspect|reason|answer|problem|question|choice|option)\b)[a-z]"
)
_ONE_OF_THEM = re.compile(r" of (?:them|whom|those)\b")
_ANAPHORIC = re.compile(
    r"\b(?:the|these|those|both|his|her|their|its|other|our|my) $", re.IGNORECASE
)


@dataclasses.dataclass(frozen=True, slots=True)
class _Found:
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


def find(document: Document) -> Iterator[Claim]:
    text = document.text
    for found in _combine(text, _candidates(document), document):
        if _is_idle(text, found):
            continue
        span = found.span
        sentence = document.sentence_at(span.start)
        yield Claim(
            kind=ClaimKind.QUANTITY,
            field=document.field,
            span=span,
            exact=text[span.start : span.end],
            sentence=sentence.span,
            value=_value(text, found, sentence.end),
        )


def _candidates(document: Document) -> list[Measure]:
    """Measures outside temporal expressions, in order of place."""
    text = document.text
    kept: list[Measure] = []
    taken = iter([*document.timexes])
    timex = next(taken, None)
    for numeral in numerals(text):
        while timex is not None and timex.end <= numeral.start:
            timex = next(taken, None)
        # "three-quarters of its customers" is no stretch of time.
        share = timex and numeral.form == "fraction" and timex.end <= numeral.end
        if timex is not None and timex.start < numeral.end and not share:
            continue
        item = measure(text, numeral)
        if kept and item.start < kept[-1].end:
            continue
        kept.append(item)
    return kept


def _combine(text: str, items: list[Measure], document: Document) -> Iterator[_Found]:
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
        if isinstance(pair, _Found):
            yield pair
            at += 2
            continue
        if not is_label(text, item):
            yield _Found(item, item)
        at += 1


def _pair(
    text: str, one: Measure, two: Measure, joint: str, document: Document
) -> _Found | str | None:
    """What two neighbouring numbers are together: a vote, a ratio, a range, a score, or nothing."""
    before = text[max(0, one.start - 24) : one.start]
    after = text[two.end : two.end + 24]
    counts = one.kind == two.kind == "count"
    parts = _PARTS_OF.get((one.unit, two.unit))
    if parts and _PART_JOIN.fullmatch(joint):
        total = plain(one.value + two.value / parts)
        return _Found(one, two, low=total, unit=one.unit)
    if counts and joint in ("'", "’") and 3 <= one.value <= 8 and two.value < 12:  # 5'11"
        return _Found(one, two, low=plain(one.value + two.value / 12), unit="ft")
    if counts and AGES_BEFORE.search(before):
        return "score" if _RANGE.fullmatch(joint) or _AND.fullmatch(joint) else None
    if counts and _is_innings(text, one, two, joint, document):
        return "score"
    if counts and _OUT_OF.fullmatch(joint) and _is_ratio(text, one, two):
        return _Found(one, two, against=two.value, unit="ratio")
    if counts and _VOTE_JOIN.fullmatch(joint) and _whole(one) and _whole(two):
        votes = _tells_of_a_vote(document.sentence_at(one.start).text)
        if votes and not _FROM.search(before) and not _is_plain_range(one, two, joint, after):
            return _Found(one, two, against=two.value, unit="votes")
    if counts and joint == " to " and _RATIO_NOUN.match(after):
        return _Found(one, two, against=two.value, unit="ratio")
    if counts and _TO_RATIO.fullmatch(joint):
        is_ratio = (joint != ":" or before.endswith("ratio of ")) and not re.match(
            r"-? ?(?:win|victory|loss|defeat|lead|draw)", after
        )
        return _Found(one, two, against=two.value, unit="ratio") if is_ratio else "score"
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
    if counts and dash and not _counted(text, two.end, len(text)) and not _BETWEEN.search(before):
        return "score"
    if joint == " or " and one.numeral.form != two.numeral.form:
        return None
    return _Found(one, two, low=low, high=high, unit=two.unit or one.unit)


def _is_score_line(text: str, one: Measure, two: Measure, joint: str, document: Document) -> bool:
    """ "Golden State 106, Toronto 100;" · "Lakers 98, Jazz 92": not "the Greens 12, Labour 8 seats"."""
    if not (one.numeral.bare and two.numeral.bare and _OTHER_TEAM.fullmatch(joint)):
        return False
    if not _TEAM.search(text, max(0, one.start - 32), one.start):
        return False
    if text[two.end : two.end + 2].strip()[:1].islower():
        return False
    return not _SEATS.search(document.sentence_at(one.start).text)


def _is_innings(text: str, one: Measure, two: Measure, joint: str, document: Document) -> bool:
    """ "England reached 245 for six", "he took five for 54": scores at cricket."""
    if joint != " for " or _counted(text, two.end, two.end + 24):
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


def _is_idle(text: str, found: _Found) -> bool:
    """Small numbers that point rather than count: "the two men", "one", "two of them"."""
    item = found.first
    if found.first is not found.last or item.kind != "count" or item.numeral.form != "words":
        return False
    before = text[max(0, item.start - 24) : item.start]
    after = text[item.end : item.end + 40]
    words = text[item.start : item.end].lower()
    if words == "zero":
        return not _counted(text, item.end, len(text))
    if words == "one" and _ONE_OF_THEM.match(after):
        return not before.rstrip().endswith((",", "and", "—"))
    if words == "one" and _ONLY_ONE.search(before) and _ONE_THING.match(after):
        return False
    if words == "one":
        return not before.endswith("all but ") and not (
            _ONE_COUNTS.match(after)
            and (
                _VAGUE_ONE.search(before)
                or not before.strip(" \n")
                or before.rstrip()[-1:] in ".,;—"
            )
        )
    if words == "two" and _ANAPHORIC.search(before):
        return not re.match(r" [a-z]+est\b", after)  # "its two biggest customers"
    if words in ("hundred", "thousand", "million", "billion", "trillion", "dozen"):
        the_dozen = before.endswith("the ") and _counted(text, item.end, len(text))
        return not (_SEVERAL.search(before) or the_dozen)
    pronoun = re.match(r"\s*(?:[.,;:!?)]|$|(?:are|were|have|had|also|who|said|will)\b)", after)
    other = before.endswith("other ") and item.value > 2
    return bool(item.value < 10 and pronoun and _ANAPHORIC.search(before)) and not other


def _value(text: str, found: _Found, sentence_end: int) -> QuantityValue:
    first, last = found.first, found.last
    before = text[max(0, first.start - 32) : first.start]
    after = text[last.end : last.end + 24]
    hedged = bool(_HEDGE_BEFORE.search(before) or _HEDGE_AFTER.match(after))
    vague = first.numeral.form == "indefinite" or bool(_SEVERAL.search(before))
    unit = found.unit or last.unit or _counted(text, last.end, sentence_end)
    number = first.value if found.low is None else found.low
    ranged = (found.low, found.high) if found.low is not None and found.high is not None else None
    return QuantityValue(
        number=number,
        unit=unit,
        approximate=hedged or vague or ranged is not None,
        range=ranged,
        against=found.against,
    )


def _counted(text: str, start: int, end: int) -> str | None:
    """The noun that the number counts: "900 U.S. troops" counts troops; None when not told."""
    window = text[start : min(end, start + 64)]
    position, noun = 0, None
    for number, match in enumerate(_WORD.finditer(window)):
        gap = window[position : match.start()]
        word = match.group().rstrip(".")
        if number == 0 and word == "of" and gap == " ":
            position = match.end()
            continue
        if gap not in _NOUN_GAPS or number > 4 or word.lower() in _STOP:
            return noun
        if number == 0 and gap == "-":
            # "a 300-page report", "the 12-member panel", "a 400-year-old church"
            return "years" if word.startswith("year") else word
        if _is_plural(word):
            noun = word
            if word.lower() not in _MODIFIERS:
                return noun
        elif noun:
            return noun
        position = match.end()
    return noun


# Plural in form, but often before the noun that is counted: "40 police officers".
_MODIFIERS = frozenset(
    "police savings sales news arms sports dead missing media data crew staff".split()
)
_NOUN_GAPS = (" ", "-", "\u00a0", " “", " ‘")


def _is_plural(word: str) -> bool:
    lower = word.lower()
    if lower in _PLURALS:
        return True
    return (
        lower.endswith("s")
        and not lower.endswith(("ss", "’s", "'s", "us", "is"))
        and lower not in _NOT_NOUNS
    )


# ---- in words --------------------------------------------------------------------------------


def question(claim: Claim, context: Context) -> str:
    """ "Is $2 million (2,000,000 USD) the right sum in “The firm made $2 million”?" """
    value = claim.value
    assert isinstance(value, QuantityValue)
    words = " ".join(claim.exact.split())
    told = clauses.quoted(clauses.told(context, claim))
    if value.unit == "votes" and value.against is not None:
        return f"Was the vote {value.number:,} to {value.against:,}, as in {told}?"
    if value.unit == "ratio" and value.against is not None:
        return f"Is it {value.number:,} to {value.against:,}, as in {told}?"
    if value.range is not None:
        low, high = value.range
        return f"Is it between {low:,} and {high:,}{_of(value.unit)}, as in {told}?"
    words = words[0].lower() + words[1:]
    plain = f"{value.number:,}"
    kind = _sort(value.unit)
    if kind in ("sum", "measure") and not words.replace(",", "").startswith(str(value.number)):
        words += f" ({plain}{_of(value.unit)})"
    elif kind not in ("sum", "measure") and not any(map(str.isdigit, words)):
        words += f" ({plain})"
    of = _of(value.unit).replace(" ", " of ", 1) if kind == "number" else ""
    roughly = "roughly " if value.approximate else ""
    return f"Is {words} {roughly}the right {kind}{of} in {told}?"


def _of(unit: str | None) -> str:
    return f" {unit}" if unit else ""


@functools.cache
def _measures() -> frozenset[str]:
    return frozenset(row["unit"] for row in table("units") if row["kind"] == "measure")


def _sort(unit: str | None) -> str:
    """What a number of the unit is called: "sum", "share", "measure" or "number"."""
    if unit is None:
        return "number"
    if _CURRENCY.fullmatch(unit):
        return "sum"
    if unit in ("percent", "percentage points", "basis points"):
        return "share"
    return "measure" if unit in _measures() else "number"


_CURRENCY = re.compile(r"[A-Z]{3}(?: cents)?|pounds|pesos|rupees|francs|shillings|dinars|guilders")
_WHERE = {
    "votes": "The official record of the vote",
    "percent": "The survey or the statistics that the share is from",
    "ratio": "The survey or the statistics that the ratio is from",
    "money": "The accounts, filing or announcement that the sum is from",
    "fate": "The police, hospital or ministry that gave the toll",
    "other": "Whoever counted or measured it",
}


def references(claim: Claim, context: Context) -> Sequence[Reference]:
    assert isinstance(claim.value, QuantityValue)
    unit = claim.value.unit or ""
    if unit in _WHERE:
        return (Reference(_WHERE[unit]),)
    if _CURRENCY.fullmatch(unit):
        return (Reference(_WHERE["money"]),)
    return (Reference(_WHERE["fate" if _is_toll(claim, context) else "other"]),)


def _is_toll(claim: Claim, context: Context) -> bool:
    return same_figure.fate(context, claim) is not None
