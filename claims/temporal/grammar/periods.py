"""Weeks, months, quarters, halves, seasons and years by their distance or their edge."""

from __future__ import annotations

import datetime as dt
import re

from claims.temporal import calendar, lexicon
from claims.temporal.cues import AHEAD
from claims.temporal.grammar.common import EDGE, edge, looks, ordinal
from claims.temporal.reference import Reference
from claims.temporal.rule import Hit, Reading, Rule

_STEPS = {"last": -1, "previous": -1, "preceding": -1, "past": -1, "prior": -1, "this": 0,
          "current": 0, "same": 0, "that": 0, "next": 1, "coming": 1, "following": 1,
          "upcoming": 1, "subsequent": 1}  # fmt: skip
_FROM_THEN = frozenset("previous preceding prior same that following subsequent".split())
_UNKNOWN = {"W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX",
            "E": "XXX", "C": "XX", "D": "XXXX-XX-XX", "NI": "XXXX-XX-XX", "L": "X"}  # fmt: skip


def _near_period(hit: Hit, reference: Reference) -> Reading | None:
    """ "last week", "earlier this month", "the previous year": unit and steps from now or then."""
    which, unit = hit["which"], lexicon.UNITS[hit["unit"]]
    if _is_a_title(hit):
        return None
    timeless = unit == "D" and reference.narrative
    if hit.before in _LASTS and not timeless and hit.text.lower() == f"the next {hit['unit']}":
        return Reading("DURATION", calendar.duration(1, unit))
    base = reference.then if _goes_from_then(hit, which, unit, reference) else reference.today
    if unit == "Q" and which in ("same", "that") and reference.quarter:
        base = reference.quarter
    if reference.bc_year and unit == "Y":
        return Reading("DATE", calendar.year(_STEPS[which] - reference.bc_year), edge(hit))
    if base is None or (unit == "D" and reference.point and reference.grain != "D"):
        return Reading("DATE", _UNKNOWN.get(unit, "XXXX"), edge(hit))
    date = calendar.shift(base, _STEPS[which], unit)
    return Reading("DATE", calendar.at(date, unit), edge(hit)) if date else None


# "over the next year", "in the next week": how long, from now on
_LASTS = frozenset("over in within during for".split())


def _goes_from_then(hit: Hit, which: str, unit: str, reference: Reference) -> bool:
    """ "the following year", "the next day"; "the next year" only beside another year."""
    if which != "next" or not re.match(r"the (very )?next\b", hit.text, re.IGNORECASE):
        return which in _FROM_THEN  # "the end of next year" is from now
    today, then = reference.today, reference.point
    return unit == "D" or bool(today and then and unit == "Y" and then.year != today.year)


def _is_a_title(hit: Hit) -> bool:
    """*This Week*, a programme: both words in capitals, amid words that are not."""
    return bool(re.fullmatch(r"This (?:Week|Morning|Year)", hit.text)) and not hit.before


def _edge_of_period(hit: Hit, reference: Reference) -> Reading | None:
    """ "the end of the year", "year-end", "later in the month"."""
    unit = lexicon.UNITS[hit["unit"]]
    base = reference.today
    if base is None:
        return Reading("DATE", _UNKNOWN.get(unit, "XXXX"), edge(hit))
    return Reading("DATE", calendar.at(base, unit), edge(hit))


def _year_end(hit: Hit, reference: Reference) -> Reading | None:
    base = reference.today
    year = hit.number("y") if hit["y"] else base.year if base else None
    if year is None:
        return Reading("DATE", "XXXX", "END")
    return Reading("DATE", f"{year:04}", "END")


def _weekend(hit: Hit, reference: Reference) -> Reading | None:
    """The weekend of the anchor's week when ahead, else the one just over."""
    today, which = reference.today, hit["which"]
    if hit.after == "of":
        return None
    if today is None:
        return Reading("DATE", "XXXX-WXX-WE")
    if which in _FROM_THEN:
        date = calendar.shift(reference.then or today, _STEPS[which], "W")
        return Reading("DATE", calendar.at(date, "WE")) if date else None
    weeks = {"last": -1, "past": -1, "next": 1, "coming": 0, "this": 0}.get(which)
    if weeks is None:
        ahead = looks(hit, reference) == AHEAD or hit.before in ("by", "until", "before", "through")
        weeks = 0 if ahead or today.weekday() >= 5 else -1
    elif which == "this" and today.weekday() <= 1 and looks(hit, reference) != AHEAD:
        weeks = -1
    date = calendar.shift(today, weeks, "W")
    return Reading("DATE", calendar.at(date, "WE")) if date else None


# ---- quarters and halves ----


def _quarter(hit: Hit, reference: Reference) -> Reading | None:
    """ "the third quarter", of the year named beside it or the one the clause's tense allows."""
    number = 4 if hit["n"] in ("final", "last") and (hit["y"] or hit["rel"]) else ordinal(hit["n"])
    if number is None or not 1 <= number <= 4 or hit["n"].startswith("quarter"):
        return None
    if hit.after in ("final", "finals", "century", "touchdown") or _is_sport(hit):
        return None
    value = f"{_digits(_year_of_part(hit, reference, number, 4))}-Q{number}"
    # "its third-quarter loss": the loss is the company’s, not the quarter
    first = hit.first + (1 if hit["of"] and hit["hyphen"] and not hit["edge"] else 0)
    return Reading("DATE", value, edge(hit), first=first)


def _is_sport(hit: Hit) -> bool:
    if hit.after == "-":
        return hit.tokens.word(hit.last + 2) in ("final", "finals", "finalist", "back")
    return hit.after in ("lead", "points", "field")


def _half(hit: Hit, reference: Reference) -> Reading | None:
    number = {"first": 1, "second": 2, "latter": 2, "1st": 1, "2nd": 2, "last": 2}.get(hit["n"])
    if number is None:
        return None
    year = _year_of_part(hit, reference, number, 2)
    return Reading("DATE", f"{_digits(year)}-H{number}")


def _half_of_results(hit: Hit, reference: Reference) -> Reading | None:
    """ "first-half profit": of the half last completed; not "a first-half goal"."""
    today = reference.today
    if today is None or hit.after not in _RESULTS:
        return None
    half = 1 if hit["n"] == "first" else 2
    year = today.year - (half == 2 or today.month <= 6)
    return Reading("DATE", f"{_digits(year)}-H{half}")


_RESULTS = frozenset(
    "profit profits pretax earnings results sales revenue revenues net loss losses income "
    "operating underlying turnover growth".split()
)


def _code(hit: Hit, reference: Reference) -> Reading | None:
    """ "Q3 2020", "H1"."""
    code = hit["code"].upper()
    year = _year_of_part(hit, reference, int(code[1]), 4 if code[0] == "Q" else 2)
    return Reading("DATE", f"{_digits(year)}-{code}")


def _year_of_part(hit: Hit, reference: Reference, number: int, parts: int) -> int | None:
    """The year of the ``number``-th of ``parts`` parts: the latest begun, unless ahead."""
    if hit["y"] or hit["lead"]:
        return hit.number("y" if hit["y"] else "lead")
    today = reference.today
    if today is None:
        return None
    if hit["rel"]:
        return today.year + {"last": -1, "this": 0, "next": 1}[hit["rel"]]
    if reference.narrative:
        return today.year
    current = (today.month - 1) * parts // 12 + 1
    if number <= current:
        return today.year + (
            looks(hit, reference) == AHEAD and number < current and current - number > 1
        )
    return today.year - (looks(hit, reference) != AHEAD and number - current > 1)


def _digits(year: int | None) -> str:
    return "XXXX" if year is None else f"{year:04}"


def _the_quarter(hit: Hit, reference: Reference) -> Reading | None:
    """ "the latest quarter": the one that the text is about, else the one last completed."""
    words, today = hit.text.lower(), reference.today
    if words == "the quarter" and hit.after in ("of", "-"):
        return None
    if "period" in words and (not reference.quarter or words == "the period"):
        return None
    if hit["ago"] and not reference.quarter and words.endswith(("earlier", "ago")):
        date = today and calendar.shift(today, -1, "Y")
        return Reading("DATE", calendar.year(date.year), moves=False) if date else None
    base = _quarter_that_ended(hit, reference) or reference.quarter
    base = base or (today and calendar.shift(today, -1, "Q"))
    if hit["ago"] and base:
        base = calendar.shift(base, -1, "Y")
    if base is None:
        return Reading("DATE", "XXXX-QX")
    return Reading("DATE", calendar.quarter(base), moves=not hit["ago"])


def _quarter_that_ended(hit: Hit, reference: Reference) -> dt.date | None:
    """ "the quarter ended Sept. 30": the latest September that is over says which."""
    month = lexicon.MONTHS.get(hit.tokens.word(hit.last + 2))
    if hit.after != "ended" or month is None or reference.today is None:
        return None
    # The month it ended in is over; a last day or two may lack ("ended March 31", out on the 30th).
    year = reference.today.year - (month >= (reference.today + dt.timedelta(days=3)).month)
    return calendar.make_day(year, month, 1)


def _period_of_year(hit: Hit, reference: Reference) -> Reading | None:
    """ "the 1988 period", in a report of quarters: that quarter of 1988."""
    if reference.quarter is None:
        return None
    part = calendar.quarter(reference.quarter)[5:]
    return Reading("DATE", f"{hit.number('y')}-{part}", moves=False)


def _like_period(hit: Hit, reference: Reference) -> Reading | None:
    """ "the same period last year": that quarter if the text is of one, else the year."""
    if hit["y"]:
        year = hit.number("y")
    elif reference.today:
        year = reference.today.year - 1
    else:
        return None
    part = f"-Q{(reference.quarter.month + 2) // 3}" if reference.quarter else ""
    return Reading("DATE", f"{year:04}{part}", moves=False)


def _the_year(hit: Hit, reference: Reference) -> Reading | None:
    if hit.tokens.raw(hit.last) == "Year":
        return None  # "Player of the Year"
    if (
        hit.after in ("of", "-", "when", "that", "before", "after")
        or hit.after.isdigit()
        or reference.today is None
    ):
        return None
    if hit.after in ("ended", "ending", "to"):
        return Reading("DURATION", calendar.duration(1, lexicon.UNITS[hit["unit"]]))
    if hit["unit"] != "year":
        on_the_whole = hit.before in ("for", "on") and not hit.after.isalnum()
        return _just_over(hit["unit"], reference.today) if on_the_whole else None
    if hit.before == "of" and hit.tokens.word(hit.first - 2) not in _SHARES_OF_A_YEAR:
        return None  # "coach of the year"
    return Reading("DATE", calendar.year(reference.today.year))


def _just_over(unit: str, today: dt.date) -> Reading:
    """ "For the week, shares fell 3%", as is said at its end or when the next has just begun."""
    lately = calendar.shift(today, -2, "D") or today
    return Reading("DATE", calendar.at(lately, lexicon.UNITS[unit]))


_SHARES_OF_A_YEAR = frozenset(
    "rest remainder part parts half third quarter quarters month months week weeks day days most "
    "much course balance all end start beginning middle close first last majority bulk total "
    "time times period some".split()
)


def _fiscal(hit: Hit, reference: Reference) -> Reading | None:
    year = hit.number("code" if hit["code"] else "y")
    return Reading("DATE", f"{year + 2000 if year < 100 else year:04}")


def _latest_fiscal_year(hit: Hit, reference: Reference) -> Reading | None:
    return Reading("DATE", calendar.year(reference.today.year - 1)) if reference.today else None


_UNIT = "unit=PERIOD|fortnight"

RULES = (
    Rule(
        "near period",
        "( edge=early|earlier|late|later -? ( in )? | the? edge=end|beginning|start|middle of | "
        f"mid -? )? which=last|this|next|current {_UNIT}",
        _near_period,
        {
            "earlier this week": "2021-W11",
            "last month": "2021-02",
            "next year": "2022",
            "late last year": "2020",
        },
    ),
    Rule(
        "period of the story",
        "( edge=early|earlier|late|later -? ( in )? | the? edge=end|beginning|start|middle of )? ( "
        "the very? which=previous|following|preceding|same|subsequent|prior|next|current|coming "
        "unit=PERIOD|day | which=that same? unit=PERIOD|day )",
        _near_period,
        {"It fell in 2012 and the following year": "2013", "later that year": "2021"},
    ),
    Rule(
        "edge of a period",
        "( the? edge=end|beginning|start|middle|close of | edge=early|late|later|earlier in ) "
        "the unit=PERIOD",
        _edge_of_period,
        {"by the end of the year": "2021", "later in the month": "2021-03"},
    ),
    Rule(
        "year-end",
        "( year ( -? | ( ’|' s ) ) end y=YEARNUM? )",
        _year_end,
        {"by year-end": "2021", "by year’s end": "2021"},
        ("in a year, ends meet",),
    ),
    Rule(
        "weekend",
        "( the | which=this|last|next|past|coming | the|this which=last|next|past|coming | "
        "the which=previous|preceding|following ) weekend",
        _weekend,
        {
            "by the weekend": "2021-W11-WE",
            "last weekend": "2021-W10-WE",
            "this past weekend": "2021-W10-WE",
            "On 12 May 2020 he fell, as on the previous weekend": "2020-W19-WE",
        },
    ),
    Rule(
        "quarter",
        f"{EDGE}? of=the|its|their|his|our? ( fiscal -? )? ( rel=last|this|next year ’|' s )? "
        "( lead=YEARNUM )? ( fiscal -? )? n=( ORD | final|last ) hyphen=-? quarter "
        "( ,? of? ( fiscal year? )? y=YEARNUM | of rel=last|this|next year )?",
        _quarter,
        {
            "a third-quarter loss": "2020-Q3",
            "in the first quarter of 2019": "2019-Q1",
            "the first quarter of last year": "2020-Q1",
            "the 2019 second quarter": "2019-Q2",
            "the final quarter of 2019": "2019-Q4",
        },
        ("the fourth quarter-final",),
    ),
    Rule(
        "quarter by code",
        "code=QUARTER_CODE ( of? y=YEARNUM )?",
        _code,
        {"in Q3 2020": "2020-Q3"},
    ),
    Rule(
        "half year",
        "the? n=first|second|latter|last half of "
        "( y=YEARNUM | rel=last|this|next year | the year )",
        _half,
        {"the first half of 2014": "2014-H1"},
        ("the first half of the match",),
    ),
    Rule(
        "half year of results",
        "n=first|second - half",
        _half_of_results,
        {"First-half profit doubled.": "2020-H1"},
        ("a first-half penalty",),
    ),
    Rule(
        "the quarter",
        "( the quarter ago=( a year ago|earlier ) | "
        "the ( ago=( LIKE? year - ago|earlier ) | ago=LIKE | latest | most recent )? -? "
        "quarter|period | "
        "( a )? ago=( year - earlier|ago ) "
        "quarter|period? | ago=( last year ’|' s ) quarter )",
        _the_quarter,
        {"in the latest quarter": "2020-Q4"},
    ),
    Rule(
        "period of a year",
        "the y=YEARNUM quarter|period",
        _period_of_year,
        {"In the third quarter of 2020 it lost more than in the 2019 period": "2019-Q3"},
        ("the 1988 period of unrest",),
    ),
    Rule(
        "like period",
        "the LIKE period ( last year | a year ago|earlier | of? y=YEARNUM | in y=YEARNUM )",
        _like_period,
        {"more than in the same period last year": "2020", "the same period of 2018": "2018"},
        ("the same period of history",),
    ),
    Rule(
        "the year",
        "( the ( full )? unit=year | the fiscal|financial unit=year | the unit=week|month )",
        _the_year,
        {"For the full year, sales rose": "2021", "Shares fell 3% for the week.": "2021-W11"},
        ("the year of the rat", "Player of the Year", "named coach of the year"),
    ),
    Rule(
        "fiscal year",
        "( the? ( fiscal|financial ) year? y=YEARNUM | fy y=YEARNUM | code=FISCALYEAR )",
        _fiscal,
        {"in fiscal 2014": "2014", "sales for FY2019": "2019", "over FY 2020": "2020"},
    ),
    Rule(
        "latest fiscal year",
        "the ( latest | most recent | last ) fiscal|financial year",
        _latest_fiscal_year,
        {"sales in the latest fiscal year": "2020"},
    ),
)
