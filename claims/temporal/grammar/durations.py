"""How long: "four years", "a 16-hour flight", "the past three months", "decades"."""

from __future__ import annotations

from claims.temporal import calendar, lexicon
from claims.temporal.grammar.common import approximation, number
from claims.temporal.reference import Reference
from claims.temporal.rule import Hit, Reading, Rule

_TAKES_OVER = frozenset(
    "for after of in took lasted a lasting taking spent last just waited served lived worked "
    "stayed".split()
)


_TAKES_A_DAY = frozenset(
    "for in within after only just than least of about by every each lasted took another last "
    "past first next spent full".split()
)


def _duration(hit: Hit, reference: Reference) -> Reading | None:
    unit = lexicon.UNITS[hit["unit"]]
    count = number(hit["n"]) if hit["n"] else 1.0
    if hit["couple"]:
        count = 2
    if hit.text.lower() == "one day" and hit.before not in _TAKES_A_DAY:
        return None
    if hit["unit"] == "quarter" and hit.after == "of":
        return None  # "the last quarter of the century"
    if unit == "Q" and (hit["hyphen"] or hit.after == "of") and hit["n"] in ("three", "one", "two"):
        return None  # "three-quarters", "three quarters of them"
    if hit["unit"] == "second" and not hit["hyphen"]:
        return None
    if hit["hyphen"] and hit.text[:1].isupper() and hit.after == "war":
        return None  # "the Six-Day War"
    if hit["old"] and hit.after in _THE_YOUNG:
        return None  # "his six-month-old son"
    if hit.text in ("60 Minutes", "48 Hours"):
        return None  # programmes
    if hit["old"] and unit in ("Y", "E"):
        return None  # a person's age
    first = _first_token(hit)
    mod = approximation(hit["about"]) if first == hit.first else None
    value = calendar.duration(count, unit, split="." not in hit["n"])
    told_apart = hit["long"] and hit["unit"] in lexicon.CLASSES["UNITS"]  # "two hours long"
    return Reading(
        "DURATION", value, mod, first=first, last=hit.span("unit")[1] if told_apart else None
    )


_THE_YOUNG = frozenset(
    "son daughter baby babies boy girl child infant twins toddler puppy kitten grandson".split()
)


def _first_token(hit: Hit) -> int:
    """Where it begins: without "only", a bare "over", or the article of "the 14-day"."""
    first = hit.first + _is_the_verb_last(hit)
    if hit["hyphen"] and not hit["about"]:
        return max(first, hit.span("n")[0])  # "the next five-day strike"
    if not hit["about"]:
        return first + (hit.tokens.word(first) == "the" and _modifies(hit))
    if hit.tokens.word(first) in ("only", "just", "some", "another"):
        first += 1
    elif hit.tokens.word(first) in ("over", "under"):
        follows = hit.tokens.word(first + 1)
        if follows in ("the", "last", "past", "next") or hit.before not in _TAKES_OVER:
            first += 1
    if hit.tokens.word(first) == "the" and _modifies(hit):
        first += 1
    return first


def _modifies(hit: Hit) -> bool:
    """ "the 14-day", "the 90 day period": the article is that of what follows."""
    one_of_many = hit["unit"] in lexicon.CLASSES["UNIT"] and hit["n"] not in ("one", "1")
    return bool(hit["hyphen"]) or (one_of_many and hit.after.isalpha())


def _is_the_verb_last(hit: Hit) -> bool:
    """ "is expected to last three weeks"; not "the last three weeks"."""
    return hit.tokens.word(hit.first) == "last" and hit.before in _BEFORE_A_VERB


_BEFORE_A_VERB = frozenset("to will would could may might can should must ll not only".split())


def _open(hit: Hit, reference: Reference) -> Reading | None:
    """ "10 or more years", "60-plus years", "20-odd years"."""
    mod = "EQUAL_OR_MORE" if hit.text.lower().find("more") > 0 else "APPROX"
    return Reading("DURATION", calendar.duration(number(hit["n"]), lexicon.UNITS[hit["unit"]]), mod)


_MOST_IN_A_RANGE = 400


def _range(hit: Hit, reference: Reference) -> Reading | None:
    """ "two to three weeks", "10-15 years": at least the first number.

    Not "from two to three weeks": a change, of which the second is what counts.
    """
    low, high, unit = number(hit["n"]), number(hit["m"]), lexicon.UNITS[hit["unit"]]
    if low is None or high is None or not 0 < low < high <= _MOST_IN_A_RANGE:
        return None
    if hit.before in ("from", "by", ".", "/", ":", "$", "£", "€") or hit["old"]:
        return None
    return Reading("DURATION", calendar.duration(low, unit), "EQUAL_OR_MORE")


def _half(hit: Hit, reference: Reference) -> Reading | None:
    unit = lexicon.UNITS[hit["unit"]]
    value = {"H": "PT30M", "Y": "P6M", "D": "PT12H", "E": "P5Y", "C": "P50Y", "M": "P0.5M"}
    return Reading("DURATION", value.get(unit, f"P0.5{unit}"), approximation(hit["about"]))


def _quarter_century(hit: Hit, reference: Reference) -> Reading | None:
    return Reading("DURATION", "P25Y", approximation(hit["about"]))


def _compound(hit: Hit, reference: Reference) -> Reading | None:
    """ "two years and three months", "1 hour 20 minutes": from the larger unit to the smaller."""
    units = [lexicon.UNITS[hit["u"]], lexicon.UNITS[hit["v"]]]
    counts = [number(hit["n"]), number(hit["m"])]
    if None in counts or any(unit not in _BY_SIZE for unit in units):
        return None
    if _BY_SIZE.index(units[0]) >= _BY_SIZE.index(units[1]):
        return None
    parts = [calendar.duration(c, u)[1:] for c, u in zip(counts, units, strict=True)]
    if parts[0].startswith("T"):
        parts[1] = parts[1].removeprefix("T")
    return Reading("DURATION", "P" + "".join(parts), approximation(hit["about"]))


_BY_SIZE = "YMWDHmS"


def _past_year(hit: Hit, reference: Reference) -> Reading | None:
    """TimeML’s annotators give it the value of last year; it lasts until now."""
    if hit.after == "of" or reference.anchor is None:
        return None
    year = reference.anchor.year
    return Reading("DATE", f"{year - 1:04}", moves=False, through=f"{year:04}")


def _and_a_half(hit: Hit, reference: Reference) -> Reading | None:
    """ "a year and a half"."""
    unit = lexicon.UNITS[hit["unit"]]
    first = _first_token(hit)
    mod = approximation(hit["about"]) if first == hit.first else None
    return Reading("DURATION", calendar.duration(1.5, unit, split=True), mod, first=first)


def _indefinite(hit: Hit, reference: Reference) -> Reading | None:
    """ "a few days", "several months": so many is not said."""
    if hit.text.lower() == "some quarters":
        return None  # "criticised in some quarters"
    return Reading("DURATION", calendar.duration(None, lexicon.UNITS[hit["unit"]]))


def _single(hit: Hit, reference: Reference) -> Reading | None:
    """ "a week", "an hour"; not "a second term" or "a quarter of a million"."""
    unit = hit["unit"]
    if unit in ("second", "quarter", "night", "day") and hit.after in ("of",):
        return None
    if unit in ("second", "quarter", "weekend"):
        return None
    if hit.text.lower() == "one day" and hit.before not in _TAKES_A_DAY:
        return None  # "one day we shall see"
    first = _first_token(hit)
    mod = approximation(hit["about"]) if first == hit.first else None
    return Reading("DURATION", calendar.duration(1, lexicon.UNITS[unit]), mod, first=first)


def _bare_plural(hit: Hit, reference: Reference) -> Reading | None:
    """ "for years", "within days"."""
    return Reading(
        "DURATION",
        calendar.duration(None, lexicon.UNITS[hit["unit"]]),
        first=hit.span("unit")[0],
    )


def _long(hit: Hit, reference: Reference) -> Reading | None:
    """ "a weeklong truce", "a decades-long quarrel"."""
    word = hit["one"] or hit["many"]
    unit = lexicon.UNITS[word.removesuffix("long").removesuffix("old").strip("- ")]
    first = hit.span("one" if hit["one"] else "many")[0]
    return Reading("DURATION", calendar.duration(1 if hit["one"] else None, unit), first=first)


RULES = (
    Rule(
        "range of durations",
        "about=ABOUT? STRETCH? "
        "( n=DIGITS|NUMBER ( -? to | or | -|– ) m=DIGITS|NUMBER -? unit=UNITS | "
        "n=DIGITS|NUMBER ( -? to | or ) m=DIGITS|NUMBER - unit=UNIT ) ( -? old=old|olds )?",
        _range,
        {
            "within two to three weeks": "P2W",
            "3-4 months": "P3M",
            "a 20- to 30-minute talk": "PT20M",
        },
        (
            "up from two to three weeks",
            "aged two or three years old",
            "18- to 24-year-olds",
            "on May 2 to 3 weeks of talks",
        ),
    ),
    Rule(
        "counted duration",
        "about=APPROXIMATELY? STRETCH? APPROXIMATELY? n=NUM WHOLE? unit=UNITS|UNIT "
        "( -? long=long )? ( -? old=old|olds | or so|more )?",
        _duration,
        {
            "more than four hours": "PT4H",
            "the past three months": "P3M",
            "a 16-hour flight": "PT16H",
            "an 8-month-old truce": "P8M",
            "two decades": "P20Y",
            "two and a half years": "P2Y6M",
            "2.5 years": "P2.5Y",
        },
        (
            "two second-placed",
            "a 27-year-old man",
            "free for 50 to 64-year-olds",
            "aged 40 years old",
        ),
    ),
    Rule(
        "open duration",
        "n=NUM ( or more | -? plus|odd|some ) unit=UNITS",
        _open,
        {"in 60-plus years": "P60Y", "for ten or more days": "P10D"},
        ("two or more reasons",),
    ),
    Rule(
        "compound duration",
        "about=APPROXIMATELY? n=NUM u=UNITS|UNIT ,|and? m=NUM v=UNITS|UNIT",
        _compound,
        {"two years and three months": "P2Y3M", "in 1 hour 20 minutes": "PT1H20M"},
        ("two months, three years later",),
    ),
    Rule(
        "unit and a half",
        "about=APPROXIMATELY? a|an|one unit=minute|hour|year|day|week|month|"
        "decade|century -? and -? a -? half",
        _and_a_half,
        {"an hour and a half": "PT1H30M"},
    ),
    Rule(
        "couple",
        "about=APPROXIMATELY? the? a|last|past|next|another couple=couple of? unit=UNITS",
        _duration,
        {"a couple of years": "P2Y"},
    ),
    Rule(
        "half",
        "about=APPROXIMATELY? ( half -? a|an unit=UNIT | "
        "a? half -? unit=hour|year|day|century|decade | "
        "half of? a unit=UNIT )",
        _half,
        {"half an hour": "PT30M", "a half-century": "P50Y"},
    ),
    Rule(
        "quarter century",
        "about=APPROXIMATELY? a quarter ( -? century | of a century )",
        _quarter_century,
        {"for a quarter of a century": "P25Y", "a quarter-century on": "P25Y"},
        ("a quarter of a million",),
    ),
    Rule(
        "indefinite duration",
        "( ( the last|past|next|first|coming|recent ) | the | a | last|past|next|these )? "
        "few|several|many|recent|dozens|hundreds|thousands|some|coming of? ( more )? -? unit=UNITS",
        _indefinite,
        {"a few weeks": "PXW", "in recent months": "PXM"},
    ),
    Rule(
        "unit-old",
        "a? one=( decade|century - old ) | "
        "many=( days|weeks|months|years|decades|centuries - old )",
        _long,
        {"a century-old treaty": "P100Y", "a decades-old quarrel": "PXE"},
        ("a year-old colt",),
    ),
    Rule(
        "hyphened vague",
        "several|many - unit=UNIT",
        _indefinite,
        {"a several-year stay": "PXY"},
    ),
    Rule(
        "single duration",
        "about=APPROXIMATELY? a|an|one|another full|whole|entire|single|further|additional? "
        "unit=UNIT "
        "( or so|two )?",
        _single,
        {"within a week": "P1W", "a month or so": "P1M", "an hour": "PT1H"},
        ("a second term", "a quarter of them"),
    ),
    Rule(
        "past year",
        "the|this past year",
        _past_year,
        {"over the past year": "2020"},
        ("the past year of war", "the past yearly report"),
    ),
    Rule(
        "past period",
        "( the|this past|last unit=PERIOD|hour | past unit=decade|year|century )",
        _duration,
        {"over the last year": "P1Y", "in the past decade": "P10Y"},
    ),
    Rule(
        "unit-long",
        "one=daylong|weeklong|monthlong|yearlong|decadelong|hourlong | "
        "a|an? one=( UNIT - long ) | "
        "many=( hours|days|weeks|months|years|decades|centuries - long ) | "
        "many=hourslong|dayslong|weekslong|monthslong|yearslong|decadeslong",
        _long,
        {"a day-long meeting": "P1D", "a weeklong truce": "P1W", "a yearslong search": "PXY"},
    ),
    Rule(
        "bare plural",
        "for|in|over|within|after|of|through "
        "unit=years|months|weeks|days|hours|decades|centuries|minutes ( or UNITS )?",
        _bare_plural,
        {"fought for years": "PXY", "died within weeks or months": "PXW"},
    ),
)
