"""Years, decades and centuries: "1984", "1914–1918", "the late 1970s", "the 19th century"."""

from __future__ import annotations

import re

from claims.temporal import lexicon
from claims.temporal.grammar.common import EDGE, edge, is_an_aside, number, ordinal
from claims.temporal.reference import Reference
from claims.temporal.rule import Hit, Reading, Rule
from claims.temporal.tokens import OTHER

_BEFORE_A_COUNT = lexicon.GUARDS["before_a_count"]
_LEADS_TO_A_YEAR = lexicon.GUARDS["leads_to_a_year"]
_COUNTED = lexicon.GUARDS["counted"]
_MEASURED = lexicon.GUARDS["measured"]


def _year(hit: Hit, reference: Reference) -> Reading | None:
    year = hit.number("y")
    if not _reads_as_a_year(hit, year):
        return None
    return Reading("DATE", f"{year:04}", edge(hit), moves=not is_an_aside(hit, year, reference))


def _reads_as_a_year(hit: Hit, year: int) -> bool:
    """Not a price, a count, a vote or a model: "2,000", "$1995", "2000 people", "Boeing 1900"."""
    if hit["edge"]:
        return True
    tokens, first, last = hit.tokens, hit.first, hit.last
    before, after = hit.before, hit.after
    if _at_least_till(hit) and after not in _COUNTED:
        return True
    if before in _BEFORE_A_COUNT or (after in _COUNTED and not _opens_with_a_year(hit, year)):
        return False
    if before == "." and tokens.word(first - 2) in ("no", "nos"):
        return False
    if _is_half_of_a_score(hit, year) or _is_of_a_product(hit):
        return False
    if before == "." and tokens.word(first - 2) in ("c", "ca"):
        return True
    if before == "-" and tokens.glued(first - 1) and tokens.glued(first - 2):
        return before_is_year(hit) or tokens.word(first - 2) in (
            "mid",
            "pre",
            "post",
            "early",
            "late",
        )
    if before in ("/", ".", ":", "@", "_") and tokens.glued(first - 1):
        return False
    if after in ("-", "–") and tokens.glued(last) and tokens.raw(last + 2)[:1].isalpha():
        return tokens.word(last + 2) not in _MEASURED
    if before in _LEADS_TO_A_YEAR:
        return year >= 1900 or not _counts(hit)
    return 1900 <= year <= 2050


def _is_of_a_product(hit: Hit) -> bool:
    """ "the game Fifa 2005", "a 1987 Chevrolet"; not "the Act 1998", "Throughout 1915"."""
    if hit.after in lexicon.GUARDS["makes_of_car"]:
        return hit.tokens.raw(hit.last + 1)[:1].isupper()
    if hit["edge"] or hit.last > hit.first or hit.before in _BEFORE_A_YEAR:
        return False
    name, earlier = hit.tokens.raw(hit.first - 1), hit.tokens.raw(hit.first - 2)
    named = name[:1].isupper() and len(name) > 1 and hit.tokens.symbols[hit.first - 1] == OTHER
    return named and earlier[:1].isalpha() and hit.before not in _LEADS_TO_A_YEAR


_BEFORE_A_YEAR = frozenset("act bill regulations directive order throughout".split())


def _opens_with_a_year(hit: Hit, year: int) -> bool:
    """ "In 1975 women made up": no count, although what follows is often counted."""
    opens = hit.tokens.raw(hit.first - 1) in ("In", "By", "Since", "Until", "Before", "After")
    return opens and 1900 <= year <= 2050 and hit.after not in _UNITS_OF_MEASURE


_UNITS_OF_MEASURE = frozenset(
    "percent per miles meters metres feet kilometers kilometres km hours days weeks months years "
    "tons tonnes pounds dollars euros yards acres square hectares million billion thousand "
    "degrees ° % times barrels megawatts cubic more".split()
)


def _at_least_till(hit: Hit) -> bool:
    """ "until at least 2025"."""
    words = [hit.tokens.word(hit.first - n) for n in (3, 2, 1)]
    return words[0] in ("until", "till", "through", "before") and words[1:] == ["at", "least"]


def _is_half_of_a_score(hit: Hit, year: int) -> bool:
    """ "1984-1950": as years they would run backwards."""
    tokens, first, last = hit.tokens, hit.first, hit.last
    if hit.after == "-" and tokens.word(last + 2).isdigit() and len(tokens.word(last + 2)) == 4:
        return int(tokens.word(last + 2)) < year
    if hit.before == "-" and tokens.word(first - 2).isdigit() and len(tokens.word(first - 2)) == 4:
        return int(tokens.word(first - 2)) > year
    return False


def _counts(hit: Hit) -> bool:
    """ "of 1500 rifles": a plural noun follows."""
    return hit.after.endswith("s") and hit.tokens.raw(hit.last + 1).islower()


def before_is_year(hit: Hit) -> bool:
    return hit.tokens.raw(hit.first - 2).isdigit() and len(hit.tokens.raw(hit.first - 2)) == 4


def _years(hit: Hit, reference: Reference) -> tuple[Reading, ...] | None:
    """A range: each year is an expression of its own, the second may lack its century."""
    begin, end = hit.number("y"), hit.number("z")
    if end < 100:
        end += begin // 100 * 100
        end += 100 if begin % 100 == 99 and end <= begin else 0
    if not begin < end <= begin + 400 or hit.before in _BEFORE_A_COUNT or hit.after in _COUNTED:
        return None
    if _is_one_season(hit, begin, end, reference):
        return (Reading("DATE", f"{begin:04}", edge(hit), through=f"{end:04}"),)
    return (
        Reading("DATE", f"{begin:04}", edge(hit), last=hit.span("y")[1]),
        Reading("DATE", f"{end:04}", first=hit.span("z")[0], moves=not reference.narrative),
    )


def _is_one_season(hit: Hit, begin: int, end: int, reference: Reference) -> bool:
    """ "the 2014-15 season", "in 2014/15": a year that begins in one and ends in the next.

    A story of a war has "1915-16" for two years, unless a season or the like follows.
    """
    if end != begin + 1 or len(hit["z"]) > 2:
        return False
    return not reference.narrative or hit.after in _SEASONS


_SEASONS = frozenset("season campaign school academic fiscal financial tax budget winter".split())


def _short_year(hit: Hit, reference: Reference) -> Reading | None:
    short = hit.number("y")
    if hit.before not in _LEADS_TO_A_YEAR and hit.before not in lexicon.MONTHS:
        return None
    limit = reference.today.year % 100 + 10 if reference.today else 30
    return Reading("DATE", f"{(2000 if short <= limit else 1900) + short}")


def _years_before_christ(hit: Hit, reference: Reference) -> tuple[Reading, ...] | None:
    """ "499–493 BC": the era serves both."""
    first, last = hit.number("y"), hit.number("z")
    if first <= last:
        return None
    return (
        Reading("DATE", f"BC{first:04}", edge(hit), last=hit.span("y")[1]),
        Reading("DATE", f"BC{last:04}", first=hit.span("z")[0], moves=False),
    )


def _before_christ(hit: Hit, reference: Reference) -> Reading | None:
    if hit["d"]:
        return Reading("DATE", f"BC{hit.number('d') // 10:03}", edge(hit))
    return Reading("DATE", f"BC{hit.number('y'):04}", edge(hit))


def _christian_year(hit: Hit, reference: Reference) -> Reading | None:
    return Reading("DATE", f"{hit.number('y'):04}", edge(hit))


def _spelled_year(hit: Hit, reference: Reference) -> Reading | None:
    """ "nineteen seventy-nine", "two thousand and eight", after "in" or "the year"."""
    if hit["c"]:
        century, rest = number(hit["c"]), number(hit["r"])
        if century is None or rest is None or not 10 <= rest <= 99:
            return None
        return Reading("DATE", f"{round(century * 100 + rest):04}")
    value = number(hit["n"])
    if value is None or not 1000 <= value <= 2200:
        return None
    return Reading("DATE", f"{round(value):04}")


_QUOTED_DECADE = re.compile("[’'‘]\\d")


def _decade(hit: Hit, reference: Reference) -> Reading | None:
    if hit["w"]:
        if hit["c"]:
            return Reading(
                "DATE", f"{lexicon.NUMBERS[hit['c']]}{lexicon.DECADES[hit['w']]}", edge(hit)
            )
        if hit.before in ("his", "her", "their", "my") or hit.text[:4] not in ("the ", "The "):
            return None
        century = 20 if hit["w"] == "noughties" else 19
        return Reading("DATE", f"{century}{lexicon.DECADES[hit['w']]}", edge(hit))
    if hit.before in ("his", "her", "their", "my", "its"):
        return None
    digits = "".join(c for c in hit["d"] if c.isdigit())
    if len(digits) == 2 and _is_of_the_weather(hit):
        return None
    if len(digits) == 2:
        if hit.text[0].isdigit() or (digits < "50" and not _QUOTED_DECADE.search(hit.text)):
            return None  # "in her early 20s", "temperatures in the mid-30s"
        digits = ("20" if digits in ("00", "10") else "19") + digits
    if digits.endswith("00") and digits < "2000":
        return Reading("DATE", digits[:2], edge(hit))  # "the 1800s": a century
    return Reading("DATE", digits[:3], edge(hit))


def _decade_of_century(hit: Hit, reference: Reference) -> Reading | None:
    which = 10 if hit["n"] in ("last", "final") else ordinal(hit["n"])
    if hit["c"]:
        century = (ordinal(hit["c"]) or 0) - 1
    else:
        century = reference.today.year // 100 if reference.today else -1
    if which is None or not 0 <= century <= 40:
        return None
    return Reading("DATE", f"{century:02}{which - 1}")


def _is_of_the_weather(hit: Hit) -> bool:
    """ "temperatures in the 50s", "highs of the upper 80s"."""
    nearby = range(hit.first - 12, hit.last + 6)
    return any(hit.tokens.word(n) in _WEATHER for n in nearby)


_WEATHER = frozenset("temperature temperatures highs lows degrees thermometers mercury °".split())


def _century(hit: Hit, reference: Reference) -> Reading | None:
    which = ordinal(hit["n"])
    if which is None or not 1 <= which <= 40:
        return None
    if hit["era"]:
        return Reading("DATE", f"BC{which - 1:02}", edge(hit))
    return Reading("DATE", f"{which - 1:02}", edge(hit))


RULES = (
    Rule(
        "year",
        f"{EDGE}? ( the year )? y=YEARNUM",
        _year,
        {
            "independent since 1901": "1901",
            "his 1996 campaign": "1996",
            "by the end of 2014": "2014",
            "early 1990 saw it": "1990",
        },
        (
            "it cost $1995",
            "some 2000 people came",
            "the Boeing 1900",
            "no. 1984",
            "a 1500-foot drop",
            "the new game Striker 2005",
            "drove a 1987 Chevrolet",
        ),
    ),
    Rule(
        "years",
        f"{EDGE}? y=YEARNUM -|–|—|/ z=YEARNUM|TWODIGIT",
        _years,
        {
            "the war of 1914–1918": "1914",
            "the 1994-95 season": "1994",
            "in the 1999-00 season": "1999",
        },
        ("a vote of 1984-1950",),
    ),
    Rule("short year", "y=SHORTYEAR", _short_year, {"the class of ’98": "1998"}),
    Rule(
        "year before Christ",
        f"( {EDGE} the? | the )? ( about|around|circa|ca .? )? ( y=INT|BIGNUM | d=DECADENUM ) ERA",
        _before_christ,
        {"died in 480 BC": "BC0480"},
    ),
    Rule(
        "years before Christ",
        f"{EDGE}? y=INT -|–|—|to|and z=INT ERA",
        _years_before_christ,
        {"the revolt of 499–493 BC": "BC0499"},
    ),
    Rule(
        "year of the Lord",
        "( CHRISTIAN_ERA y=INT | y=INT CHRISTIAN_ERA )",
        _christian_year,
        {"in AD 79": "0079"},
    ),
    Rule(
        "spelled year",
        "( c=nineteen|eighteen|seventeen|twenty r=( NUMBER ( -? NUMBER )? ) | "
        "the? year n=( NUMBER ( MULTIPLIER and? NUMBER* )? ) )",
        _spelled_year,
        {"back in nineteen seventy-nine": "1979", "the year two thousand": "2000"},
        ("twenty one people", "in nineteen days"),
    ),
    Rule(
        "decade",
        "( the? edge=early|late|mid|middle -? | "
        "the? edge=end|beginning|start|middle|close of the | the )? "
        "( d=DECADENUM | c=nineteen|eighteen|seventeen? -? w=DECADE )",
        _decade,
        {
            "the late 1970s": "197",
            "in the nineties": "199",
            "the ’90s": "199",
            "the 80s": "198",
            "the late 1800s": "18",
        },
        ("in her twenties", "a man in his 60s", "temperatures climbed into the 50s"),
    ),
    Rule(
        "decade of a century",
        "the n=first|second|third|last|final decade of ( this|the|our | the c=ORD -? ) century",
        _decade_of_century,
        {
            "in the first decade of this century": "200",
            "the last decade of the 19th century": "189",
        },
        ("the first decade of the firm",),
    ),
    Rule(
        "century",
        f"( {EDGE} the? | the ( edge=early|late|mid -? )? )? n=ORD -? century era=ERA?",
        _century,
        {"the 19th century": "18", "a twentieth-century idea": "19", "the late 20th century": "19"},
    ),
)
