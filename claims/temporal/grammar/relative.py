"""Dates by a count of units: "two weeks ago", "three days later", "a year earlier"."""

from __future__ import annotations

import datetime as dt

from claims.temporal import calendar, lexicon
from claims.temporal.grammar.common import approximation, number, weekday_date
from claims.temporal.reference import Reference
from claims.temporal.rule import Hit, Reading, Rule

_BACK = frozenset("ago earlier before previously prior back".split())
_FROM_NOW = frozenset("ago back now today hence time".split())
_ORDER = "DWMQYEC"


def _distance(hit: Hit, reference: Reference) -> Reading | None:
    """So many units from now ("ago", "from now") or from what was spoken of ("later")."""
    unit = lexicon.UNITS[hit["unit"]]
    count = _count(hit)
    mod = approximation(hit["about"])
    word = hit["way"].split()[-1]
    if word in ("before", "prior") and hangs_on_an_event(hit):
        return None
    if hit.after == "than" and count is not None and not hit["vague"]:
        return _longer(hit, count, unit, mod)
    if count is None or hit["vague"]:
        return _vague(hit, unit, word)
    from_now = word in _FROM_NOW
    base = reference.today if from_now else reference.base_for(unit)
    if word in _BACK and reference.anchor and base and base > reference.anchor:
        base = reference.anchor  # "… by March. Sales fell from a year earlier": plans came between
    if (
        word in ("earlier", "ago")
        and unit == "Y"
        and count == 1
        and reference.quarter
        and _of_figures(hit)
    ):
        base = reference.quarter
        year_before = calendar.shift(base, -1, "Y")
        value = calendar.quarter(year_before) if year_before else None
        return Reading("DATE", value, moves=False) if value else None
    if month := _month_compared(hit, reference, count, unit, word):
        return Reading("DATE", calendar.month(month), moves=False)
    if base is None:
        return Reading("DATE", _unknown(unit), mod)
    if unit in ("H", "m", "S"):
        return _hours(hit, reference, base, -count if word in _BACK else count)
    date = calendar.shift(base, -count if word in _BACK else count, unit)
    if date is None:
        return None
    grain = "Y" if unit in ("E", "C") and count % 1 else _grain(unit, from_now, reference)
    return Reading("DATE", calendar.at(date, grain), mod)


def _longer(hit: Hit, count: float, unit: str, mod: str | None) -> Reading:
    """ "two years later than planned": by how much."""
    value = calendar.duration(count, unit, split=True)
    return Reading("DURATION", value, mod, last=hit.span("way")[0] - 1)


def _count(hit: Hit) -> float | None:
    """Of "three", "half an", "a … and a half", "a"."""
    if hit["n"]:
        return number(hit["n"])
    if "half" not in hit.text.lower():
        return 1.0
    return 1.5 if hit["and_a_half"] else 0.5


def _month_compared(
    hit: Hit, reference: Reference, count: float, unit: str, word: str
) -> dt.date | None:
    """ "fell in August from a year earlier": from that month of last year."""
    near = 0 < hit.first - reference.ended_at <= _COMPARISON_REACH
    if not near or reference.grain != "M" or reference.narrative or reference.point is None:
        return None
    if unit != "Y" or word != "earlier" or hit.before not in _COMPARES:
        return None
    if reference.anchor and reference.point > reference.anchor:
        return None
    return calendar.shift(reference.point, -count, "Y")


_COMPARES = frozenset("from than with against to".split())
_COMPARISON_REACH = 12


def _ago_to_the_day(hit: Hit, reference: Reference) -> Reading | None:
    """ "a year ago today", "ten years ago this month": so many years before what follows."""
    unit = lexicon.UNITS[hit["unit"]]
    count = number(hit["n"]) if hit["n"] else 1.0
    if reference.today is None or count is None:
        return None
    if hit["w"]:
        end: dt.date | None = weekday_date(lexicon.WEEKDAYS[hit["w"]], hit, reference)
    else:
        end = reference.today
    date = end and calendar.shift(end, -count, unit)
    grain = lexicon.UNITS[hit["which"]] if hit["which"] else "D"
    return Reading("DATE", calendar.at(date, grain), approximation(hit["about"])) if date else None


def _from_weekday(hit: Hit, reference: Reference) -> Reading | None:
    """ "a week from Monday", "two weeks on Thursday": so long after the coming one."""
    today, weekday = reference.today, lexicon.WEEKDAYS[hit["w"]]
    count = number(hit["n"]) if hit["n"] else 1.0
    if today is None or count is None:
        return None
    coming = calendar.shift(today, (weekday - today.weekday() - 1) % 7 + 1, "D")
    date = coming and calendar.shift(coming, count, "W")
    return Reading("DATE", calendar.day(date)) if date else None


def _uncounted(hit: Hit, reference: Reference) -> Reading | None:
    """ "weeks later", "months ago": so many is not said."""
    if hit.before in ("of", "-") or hit.before in lexicon.NUMBERS or hit.before.isdigit():
        return None
    if hit["way"] == "before" and hangs_on_an_event(hit):
        return None
    return Reading("DATE", "PAST_REF" if hit["way"] in _BACK else "FUTURE_REF")


_FIGURES = frozenset(
    "million billion trillion % percent cents pence share $ £ € profit profits loss losses sales "
    "revenue revenues earnings earned net income quarter results shipments output gdp".split()
)
_FIGURES_REACH = 30


def _of_figures(hit: Hit) -> bool:
    """In a report of results "a year earlier" is that quarter; about all else it is the year."""
    tokens, first = hit.tokens, hit.first
    return any(tokens.word(n) in _FIGURES for n in range(first - _FIGURES_REACH, first + 20))


def _before(hit: Hit, reference: Reference) -> Reading | None:
    """ "the year before", "the week before last"; not "the year before the war"."""
    if not hit["last"] and hangs_on_an_event(hit):
        return None
    base = reference.today if hit["last"] else reference.then
    unit = lexicon.UNITS[hit["unit"]]
    if base is None:
        return Reading("DATE", _unknown(unit))
    date = calendar.shift(base, -2 if hit["last"] else -1, unit)
    return Reading("DATE", calendar.at(date, unit)) if date else None


def _ahead(hit: Hit, reference: Reference) -> Reading | None:
    """ "in two weeks’ time": so many units from now."""
    unit, count = lexicon.UNITS[hit["unit"]], number(hit["n"]) if hit["n"] else 1.0
    if "’" not in hit.text and "'" not in hit.text:
        return None
    if reference.today is None or count is None:
        return Reading("DATE", "FUTURE_REF")
    date = calendar.shift(reference.today, count, unit)
    return Reading("DATE", calendar.at(date, unit)) if date else None


def hangs_on_an_event(hit: Hit) -> bool:
    """ "six weeks before the election": what follows tells from when, and we do not know it."""
    return hit.after.isalnum() and hit.after not in _GOES_ON


_GOES_ON = frozenset("and but when he she they it in at on was were had said".split())


def _grain(unit: str, from_now: bool, reference: Reference) -> str:
    """How exact the result is: "two weeks ago" names a week, "two years later" a year."""
    if unit == "E" or (unit == "C" and not from_now):
        return "Y"
    if unit == "2W":
        return "W"
    return unit


def _hours(hit: Hit, reference: Reference, base: dt.date, count: float) -> Reading | None:
    """The time reached, if the story has told one: "at 9 a.m. …; two hours later". Else how long.

    Of "two hours ago" no more is known than the day, since articles seldom tell their hour.
    """
    if hit["way"].split()[-1] in _FROM_NOW:
        return Reading("DATE", calendar.day(base))
    unit = lexicon.UNITS[hit["unit"]]
    mod = approximation(hit["about"])
    if reference.clock is None or unit == "S":
        value = calendar.duration(abs(count), unit, split=True)
        return Reading("DURATION", value, mod, last=hit.span("way")[0] - 1)
    seconds = round(count * {"H": 3600, "m": 60}[unit])
    try:
        then = dt.datetime.combine(base, reference.clock) + dt.timedelta(seconds=seconds)
    except OverflowError:
        return None
    return Reading("TIME", then.isoformat(timespec="minutes"), mod)


def _vague(hit: Hit, unit: str, word: str) -> Reading:
    """ "several years ago": past or future, no more is known."""
    return Reading("DATE", "PAST_REF" if word in _BACK else "FUTURE_REF")


def _unknown(unit: str) -> str:
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX")


def _beside_weekday(hit: Hit, reference: Reference) -> Reading | None:
    day = weekday_date(lexicon.WEEKDAYS[hit["w"]], hit, reference)
    date = day and calendar.shift(day, 1 if hit["which"] == "after" else -1, "D")
    return Reading("DATE", calendar.day(date)) if date else None


def _next_day(hit: Hit, reference: Reference) -> Reading | None:
    """ "the next day", "that evening", "the night before": from the day last spoken of."""
    if hit["which"] in ("before", "after") and hangs_on_an_event(hit):
        return None
    base = reference.then
    days = {"next": 1, "following": 1, "after": 1, "later": 1, "previous": -1, "before": -1,
            "same": 0, "that": 0, "very": 0}.get(hit["which"], 0)  # fmt: skip
    date = base and calendar.shift(base, days, "D")
    value = calendar.day(date) if date else "XXXX-XX-XX"
    if date and not _day_is_known(reference):
        value = "XXXX-XX-XX"
    if hit["part"]:
        return Reading("TIME", f"{value}T{lexicon.DAYPARTS[hit['part']]}")
    return Reading("DATE", value)


def _day_is_known(reference: Reference) -> bool:
    return reference.grain == "D" or reference.point is None


_COUNT = (
    "( about=APPROXIMATELY? ( a? vague=few|several|many|"
    "some|couple ( of )? | n=NUM | half? a|an|one|another ) ( full|more|whole|long|short )? )"
)

RULES = (
    Rule(
        "distance",
        f"{_COUNT} unit=UNIT|UNITS and_a_half=( and a half )? way=BESIDE",
        _distance,
        {
            "two weeks ago": "2021-W09",
            "three years ago": "2018",
            "just over one year ago": "2020",
            "10 days ago": "2021-03-08",
            "a year and a half ago": "2019",
            "several years ago": "PAST_REF",
            "in 2012; two years later": "2014",
            "Sales fell in February from a year earlier.": "2020-02",
            "It will close in May 2022. Sales fell from a year earlier.": "2020",
            "At 9 a.m. it rained; two hours later": "2021-03-18T11:00",
            "It rained; two hours later": "PT2H",
            "a year later than planned": "P1Y",
        },
    ),
    Rule(
        "distance from now",
        f"{_COUNT} unit=UNIT|UNITS way=( from now|today )",
        _distance,
        {"five years from now": "2026"},
    ),
    Rule(
        "distance to the day",
        "( about=APPROXIMATELY? ( n=NUM | a|one ) unit=week|weeks|month|months|year|years|decade|"
        "decades ago ( today | on? w=WEEKDAY | this which=week|month ) )",
        _ago_to_the_day,
        {
            "It opened a year ago today.": "2020-03-18",
            "It began ten years ago this month.": "2011-03",
            "exactly two years ago Monday": "2019-03-15",
        },
        ("It began ten years ago this year",),
    ),
    Rule(
        "weeks from a weekday",
        "( ( n=NUM | a ) unit=week|weeks from|on w=WEEKDAY )",
        _from_weekday,
        {"The trial opens a week on Monday.": "2021-03-29", "two weeks from Friday": "2021-04-02"},
        ("a week from hell",),
    ),
    Rule(
        "uncounted distance",
        "unit=moments|minutes|hours|days|weeks|months|years|decades|centuries "
        "way=ago|later|earlier",
        _uncounted,
        {"Weeks later, he resigned.": "FUTURE_REF", "Months ago it closed.": "PAST_REF"},
        ("12 months ago",),
    ),
    Rule(
        "period before",
        "the unit=PERIOD before last=last?",
        _before,
        {"In 2012 it fell, as in the year before.": "2011", "the week before last": "2021-W09"},
        ("the year before the war",),
    ),
    Rule(
        "in so much time",
        "( n=NUM | a|an ) unit=UNIT|UNITS ( ’|' s? )? way=time",
        _ahead,
        {"in two weeks’ time": "2021-W13"},
        ("two weeks of time",),
    ),
    Rule(
        "day beside a weekday",
        "the day which=before|after w=WEEKDAY",
        _beside_weekday,
        {"the day after Monday’s vote": "2021-03-16"},
    ),
    Rule(
        "day of the story",
        "( the which=next|following|previous|same|very|before|after ( day | part=DAYPART ) | "
        "that same? ( day | part=DAYPART ) | "
        "the ( day | part=DAYPART ) which=before|after|following )",
        _next_day,
        {"On 3 March it fell; the next morning": "2021-03-04TMO", "that evening": "2021-03-18TEV"},
    ),
)
