"""What several families of rules share: numbers, edges, and the choice of year or day."""

from __future__ import annotations

import datetime as dt
import re

from claims.temporal import calendar, lexicon
from claims.temporal.cues import AHEAD, BACK, UNKNOWN, direction, leads_ahead, must_be_past
from claims.temporal.reference import Reference
from claims.temporal.rule import Hit

# "early", "the end of" → mod
EDGES = {
    "early": "START",
    "earlier": "START",
    "beginning": "START",
    "start": "START",
    "dawn": "START",
    "outset": "START",
    "opening": "START",
    "mid": "MID",
    "middle": "MID",
    "midst": "MID",
    "late": "END",
    "later": "END",
    "end": "END",
    "close": "END",
    "latter": "END",
}
# "the end of", "early in", "late-", "mid"
EDGE = (
    "( edge=early|late|mid -? | the? edge=end|beginning|start|middle|close|dawn of | "
    "edge=early|late in ( the )? )"
)

_APPROXIMATE = frozenset("about around roughly approximately some circa ca".split())
_LESS = frozenset("nearly almost under barely virtually".split())
_MORE = frozenset("over".split())


def edge(hit: Hit, name: str = "edge") -> str | None:
    return EDGES.get(hit[name])


def number(words: str) -> float | None:
    """The number that the words spell: "2.5 million", "twenty-one", "two and a half"."""
    total, current, seen, half = 0.0, 0.0, False, 0.0
    for word in re.findall(r"[0-9][0-9,.]*(?:/[0-9])?|[a-z]+|[½¼¾]", words):
        if word == "half":
            half = 0.5
        elif word in ("½", "1/2", "¼", "1/4", "¾", "3/4"):
            half, seen = {"½": 0.5, "1/2": 0.5, "¼": 0.25, "1/4": 0.25}.get(word, 0.75), True
        elif word[0].isdigit():
            plain = word.replace(",", "").strip(".")
            if "/" in plain or plain.count(".") > 1 or len(plain) > 15:
                return None
            current, seen = current + float(plain), True
        elif word in lexicon.NUMBERS:
            current, seen = current + lexicon.NUMBERS[word], True
        elif word in lexicon.MULTIPLIERS:
            factor = lexicon.MULTIPLIERS[word]
            current, seen = (current or 1) * factor, True
            if factor >= 1000:
                total, current = total + current, 0.0
    return total + current + half if seen else None


def ordinal(words: str) -> int | None:
    """The number of an ordinal: "third", "21st", "twenty-first"."""
    if digits := re.match(r"[0-9]+", words):
        return int(digits.group())
    parts = re.findall(r"[a-z]+", words)
    if len(parts) == 2 and parts[0] in lexicon.NUMBERS:
        return lexicon.NUMBERS[parts[0]] + lexicon.ORDINALS.get(parts[1], 0)
    return lexicon.ORDINALS.get(parts[0]) if parts else None


def month_number(words: str) -> int:
    return lexicon.MONTHS[words.strip(". ").split("-")[-1]]


def written_year(hit: Hit) -> int:
    """The year written beside: 2016 of "2016" and of "’16"."""
    digits = hit.number("y")
    if digits >= 100:
        return digits
    return digits + (2000 if digits < 40 else 1900)


def looks(hit: Hit, reference: Reference) -> int:
    """Whether the clause around the hit looks AHEAD or BACK."""
    if _joins_a_day_ahead(hit, reference):
        return AHEAD
    return direction(hit.tokens, hit.first, hit.last)


def _joins_a_day_ahead(hit: Hit, reference: Reference) -> bool:
    """The second in "by late Friday or early Saturday", "for Friday and the weekend"."""
    anchor, point = reference.anchor, reference.point
    if anchor is None or point is None or reference.grain != "D" or point <= anchor:
        return False
    gap = range(reference.ended_at + 1, hit.first)
    return 1 <= len(gap) <= 2 and all(hit.tokens.word(n) in _JOINS for n in gap)


_JOINS = frozenset(", and or on".split())


def year_of_month(month: int, hit: Hit, reference: Reference) -> int | None:
    """The year that a month named without one belongs to."""
    today = reference.today
    if reference.narrative or today is None:
        return _year_in_story(month, reference)
    way = looks(hit, reference)
    told = reference.story_at(hit.tokens, hit.first)
    if told and (way != AHEAD or leads_ahead(hit.tokens, hit.first)):
        return told
    if year := reference.year_in_sentence(hit.tokens, hit.first, month):
        return year
    if year := _joined_year(month, hit, reference):
        return year
    past = today.year if month <= today.month else today.year - 1
    coming = today.year if month >= today.month else today.year + 1
    if way == AHEAD and not _has_just_passed(month, today, hit):
        return coming
    months_ago = (today.year - past) * 12 + today.month - month
    if way == UNKNOWN and months_ago >= 8:
        return coming
    return past


def _joined_year(month: int, hit: Hit, reference: Reference) -> int | None:
    """ "next May or June", "in December or January": the second month follows the first."""
    point, gap = reference.point, range(reference.ended_at + 1, hit.first)
    if point is None or reference.grain != "M" or not 1 <= len(gap) <= 2:
        return None
    if hit.tokens.raw(reference.ended_at).isdigit():
        return None
    if any(hit.tokens.word(n) not in ("or", "and", ",") for n in gap):
        return None
    return point.year + (month < point.month)


def _has_just_passed(month: int, today: dt.date, hit: Hit) -> bool:
    """ "raised a million through the end of August", "orders for August", written in October."""
    leads = "through" in (hit.before, hit.tokens.word(hit.first - 2))
    return (leads or hit.before == "for") and 0 < today.month - month <= _JUST_PASSED_MONTHS


_JUST_PASSED_MONTHS = 3
# Beyond this distance from the anchor, a weekday beside the date helps to tell its year.
_NEAR_DAYS = 60


def _years_around(year: int, month: int, day: int) -> range:
    """The years that may be meant: of 29 February the nearest leap years."""
    reach = 4 if (month, day) == (2, 29) else 1
    return range(year - reach, year + reach + 1)


def other_year(date: str, hit: Hit, reference: Reference) -> tuple[str, ...]:
    """Both readings of a month and day that lies as far ahead as behind, with no sign of tense."""
    anchor, (day, _) = reference.anchor, calendar.bounds(date)
    if anchor is None or day is None or looks(hit, reference) != UNKNOWN:
        return ()
    away = (day - anchor).days
    if abs(away) < _HALF_A_YEAR_DAYS:
        return ()
    other = calendar.shift(day, -1 if away > 0 else 1, "Y")
    return (date, calendar.day(other)) if other else ()


_HALF_A_YEAR_DAYS = 165


def year_of_day(month: int, day: int, hit: Hit, reference: Reference) -> int | None:
    """The year that puts month and day nearest to the anchor, the clause's tense permitting."""
    today = reference.today
    if reference.narrative or today is None:
        return _year_in_story(month, reference)
    if not hit["w"] and (named := reference.year_named(month, day)):
        return named
    told = reference.story_at(hit.tokens, hit.first)
    if told and (looks(hit, reference) != AHEAD or leads_ahead(hit.tokens, hit.first)):
        return told
    going_on = reference.year_going_on(hit.tokens, hit.first, month, day)
    if going_on and looks(hit, reference) != AHEAD:
        return going_on
    options = [
        date
        for year in _years_around(today.year, month, day)
        if (date := calendar.make_day(year, month, day))
    ]
    way = looks(hit, reference)
    weekday = lexicon.WEEKDAYS[hit["w"].strip(".")] if hit["w"] else None

    def distance(date: dt.date) -> float:
        away = (date - today).days
        if away > 0 and must_be_past(hit.tokens, hit.first):
            return away + 400
        if away < 0 and leads_ahead(hit.tokens, hit.first):
            return 300 - away
        against = 250 if way == AHEAD and away < -7 else 215 if way == BACK and away > 7 else 0
        fits = weekday is not None and date.weekday() == weekday and abs(away) > _NEAR_DAYS
        return abs(away) + against - (200 if fits else 0)

    return min(options, key=distance).year if options else today.year


_TURN_OF_YEAR_MONTHS = 9


def _year_in_story(month: int, reference: Reference) -> int | None:
    """A story moves on: after November, "January" is that of the next year."""
    year, point = reference.story_year, reference.point
    if year is None or point is None or year < 0 or reference.grain not in ("M", "D"):
        return year
    return year + (point.month - month >= _TURN_OF_YEAR_MONTHS)


_STORY_STEP_YEARS = 2


def is_an_aside(hit: Hit, year: int, reference: Reference) -> bool:
    """A year that a story looks back or far ahead to without going there: "unlike that of 1915".

    A sentence that opens with it ("In 1915 …") goes there.
    """
    point = reference.point
    if not reference.narrative or point is None or hit.tokens.raw(hit.first - 1) == "In":
        return False
    return not -1 <= year - point.year <= _STORY_STEP_YEARS


def weekday_date(weekday: int, hit: Hit, reference: Reference) -> dt.date | None:
    """The day a bare weekday means: the anchor itself or the one before, the next if AHEAD."""
    today = reference.today
    if today is None:
        return None
    back = (today.weekday() - weekday) % 7
    if back == 0 or reference.narrative:
        return calendar.shift(today, -back, "D")
    ahead = not _has_been(hit) and (looks(hit, reference) == AHEAD or _is_set(hit))
    return calendar.shift(today, 7 - back if ahead else -back, "D")


def _has_been(hit: Hit) -> bool:
    """ "would appeal Wednesday’s ruling", "will study what is known from Wednesday’s talks"."""
    tokens, last = hit.tokens, hit.last
    if tokens.word(last + 2) != "s" or hit.after not in ("'", "’"):
        return False
    return hit.before in ("from", "following") or any(
        tokens.word(last + n) in lexicon.CUES["deed"] for n in (3, 4)
    )


def _is_set(hit: Hit) -> bool:
    """ "The vote is Sunday", "the hearings are on Tuesday"."""
    tokens, first = hit.tokens, hit.first
    at = first - 2 if hit.before == "on" else first - 1
    return tokens.word(at) in ("is", "are")


def approximation(words: str) -> str | None:
    """The mod that "about", "nearly", "more than" … give a duration."""
    first = set(words.split())
    if first & _APPROXIMATE:
        return "APPROX"
    if "least" in first:
        return "EQUAL_OR_MORE"
    if "most" in first:
        return "EQUAL_OR_LESS"
    if "than" in first:
        return "LESS_THAN" if first & {"less", "fewer"} else "MORE_THAN"
    if first & _LESS:
        return "LESS_THAN"
    return "MORE_THAN" if first & _MORE else None
