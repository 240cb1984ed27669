"""Months and days: "March 18, 2021", "18 March", "early June", "May last year"."""

from __future__ import annotations

import datetime as dt
import functools

from claims.temporal import calendar, lexicon
from claims.temporal.cues import AHEAD, BACK
from claims.temporal.grammar.common import (
    EDGE,
    edge,
    looks,
    month_number,
    ordinal,
    other_year,
    written_year,
    year_of_day,
    year_of_month,
)
from claims.temporal.grammar.known_days import known_year
from claims.temporal.reference import Reference
from claims.temporal.rule import Hit, Reading, Rule
from claims.temporal.tokens import OTHER

_NAMES = frozenset("april may june august march jan".split())
_BEFORE_A_MONTH = frozenset(
    "in since until till by from of to early late mid last this next during for and between "
    "through before after on - – the a an each every or past coming , ( as than".split()
)
_FIRST_NAMES = frozenset("april may june august".split())
_ONLY_BEFORE_A_MONTH = frozenset(
    "in since until till early late mid last this next during through between each every".split()
)
# "March 24 people": the number counts what follows.
_COUNTED = frozenset(
    "people percent per years months weeks days hours million billion thousand men women "
    "troops soldiers others dead deaths cases % votes".split()
)
_AFTER_A_DAY = frozenset(
    "in at to by of for as with on and or when after before that but from until if because "
    "while where since the a an his her its their".split()
)


# "said that March would be wet": no month of the story's.
_BEFORE_A_CLAUSE = frozenset(
    "said say says told tell believe believes believed think thinks thought know knows knew so "
    "announced reported reports warned shows showed means meant found hope hopes fear fears "
    "expect expects expected suggest suggests suggested confirmed is was".split()
)


def _day_number(words: str) -> int | None:
    number = ordinal(words)
    return number if number and 1 <= number <= 31 else None


def _value(year: int | None, month: int, day: int | None = None) -> str:
    head = "XXXX" if year is None else calendar.year(year)
    return f"{head}-{month:02}" + ("" if day is None else f"-{day:02}")


def _full_date(hit: Hit, reference: Reference) -> Reading | None:
    day = _day_number(hit["d"])
    if day is None:
        return None
    year, month = written_year(hit), month_number(hit["m"])
    reference.name_day(year, month, day)
    value = _value(year, month, day)
    return Reading("DATE", value, edge(hit), first=_without_article(hit))


def _without_article(hit: Hit) -> int:
    """ "the 11 September attacks": the article is theirs; but "on the 11 September"."""
    tokens, first = hit.tokens, hit.first
    bare = tokens.word(first) == "the" and tokens.word(first + 1).isdigit()
    modifies = hit.after.isalpha() and hit.after not in _AFTER_A_DAY | _PRONOUNS
    return first + (bare and modifies and tokens.raw(hit.last + 1).islower())


def _month_day(hit: Hit, reference: Reference) -> Reading | None:
    month, day = month_number(hit["m"]), _day_number(hit["d"])
    if day is None or hit.after in _COUNTED or hit.tokens.word(hit.last + 1) == "%":
        return None
    if year := known_year(month, day, hit, reference):
        value = _value(year, month, day)
        return Reading("DATE", value, first=_without_article(hit), moves=False)
    value = _value(year_of_day(month, day, hit, reference), month, day)
    readings = other_year(value, hit, reference)
    return Reading("DATE", value, edge(hit), readings, first=_without_article(hit))


def _days(hit: Hit, reference: Reference) -> tuple[Reading, ...] | None:
    """Days of one month, each an expression: "April 24, 25 and 26", "3–5 March 2021"."""
    month = month_number(hit["m"])
    names = ["d", "e", "f"] if hit["f"] else ["d", "e"]
    days = [_day_number(hit[name]) for name in names]
    if None in days or len(set(days)) < len(days):
        return None
    month_leads = hit.span("m")[0] < hit.span("d")[0]
    if (
        month_leads
        and not hit["y"]
        and hit["sep"] in ("", "and", "or", "to")
        and hit.after.isalpha()
        and hit.after not in _AFTER_A_DAY
    ):
        return None
    year = written_year(hit) if hit["y"] else year_of_day(month, days[0] or 1, hit, reference)
    firsts = [hit.first, *(hit.span(name)[0] for name in names[1:])]
    lasts = [*(hit.span(name)[1] for name in names[:-1]), hit.last]
    return tuple(
        Reading("DATE", _value(year, month, day), first=first, last=last)
        for day, first, last in zip(days, firsts, lasts, strict=True)
    )


def _month_year(hit: Hit, reference: Reference) -> Reading | None:
    year = -hit.number("bc") if hit["bc"] else written_year(hit)
    return Reading("DATE", _value(year, month_number(hit["m"])), edge(hit))


def _month(hit: Hit, reference: Reference) -> Reading | None:
    name = hit["m"].strip(".")
    if not _is_a_month(hit, name):
        return None
    month = lexicon.MONTHS[name]
    return Reading("DATE", _value(year_of_month(month, hit, reference), month), edge(hit))


def _named_after(hit: Hit) -> bool:
    """A capitalised word that is not of time follows: "April Smith"."""
    after = hit.last + 1
    return hit.tokens.symbols[after : after + 1] == OTHER and hit.tokens.raw(after)[:1].isupper()


def _is_a_month(hit: Hit, name: str) -> bool:
    """Not the verb, not the march, not Theresa May or April Smith."""
    if name == "jan" and not hit.text.endswith("."):
        return False
    if name in _FIRST_NAMES and hit.before not in _ONLY_BEFORE_A_MONTH and _named_after(hit):
        return False
    if hit["edge"] or name not in _NAMES or hit.before in _BEFORE_A_MONTH:
        return not (name in ("march", "may") and hit.before == "a")
    before, after = hit.tokens.raw(hit.first - 1), hit.tokens.raw(hit.last + 1)
    if hit.after in ("said", "says", "told"):
        return False
    if name == "may" and before.islower() and hit.after in _MONTHLY:
        return True  # "weaker-than-expected May sales"
    if name == "may" or (name == "march" and hit.after in ("on", "for", "of", "to")):
        return False
    return not (before[:1].isupper() or after[:1].isupper())


_MONTHLY = frozenset(
    "sales figures data report jobs numbers results election elections vote meeting deadline "
    "contract delivery payrolls reading survey primary poll retail industrial inflation output "
    "exports imports orders housing".split()
)


def _month_of_year(hit: Hit, reference: Reference) -> Reading | None:
    """ "June last year", "January this year", "May of that year"."""
    which = hit["which"]
    base = reference.today if which in ("last", "this", "next") else reference.then
    month = month_number(hit["m"])
    day = _day_number(hit["d"]) if hit["d"] else None
    step = {"last": -1, "next": 1, "previous": -1, "following": 1, "preceding": -1}
    year = base.year + step.get(which, 0) if base else None
    return Reading("DATE", _value(year, month, day), edge(hit))


def _near_month(hit: Hit, reference: Reference) -> Reading | None:
    """ "last June" is the latest June that is over; "this June" is near; "next June" is ahead."""
    today, month, which = reference.today, month_number(hit["m"]), hit["which"]
    if which == "following" and "the" not in hit.text.lower().split():
        return None  # "Following May's vote": a preposition
    day = _day_number(hit["d"]) if hit["d"] else None
    if which == "that" and not _is_of_the_story(hit):
        return None
    if today is None:
        return Reading("DATE", _value(None, month, day))
    year = today.year
    if which == "that":
        then = reference.then or today
        year = then.year + (reference.grain in ("M", "D") and month < then.month)
    if which in ("last", "past", "previous"):
        begins = calendar.make_day(year, month, min(day or 1, 28)) or today
        year -= begins >= today or (day is None and month == today.month)
        if day is None and (today.month - month) % 12 == 1:  # else it would be "last month"
            values = _value(year - 1, month), _value(year, month)
            return Reading("DATE", values[0], edge(hit), values)
    elif which in ("next", "coming", "upcoming"):
        year += month <= today.month
        if day is None and (month - today.month) % 12 == 1:  # else it would be "next month"
            values = _value(year + 1, month), _value(year, month)
            return Reading("DATE", values[0], edge(hit), values)
    elif which == "following":
        year += month <= (reference.then or today).month
    elif month < today.month and looks(hit, reference) == AHEAD and today.month - month > 6:
        year += 1
    return Reading("DATE", _value(year, month, day), edge(hit))


def _is_of_the_story(hit: Hit) -> bool:
    """ "that June he came back"; not "he said that June sales fell"."""
    goes_on = not hit.after.isalpha() or hit.after in _AFTER_A_DAY or hit.after in _PRONOUNS
    return goes_on and hit.before not in _BEFORE_A_CLAUSE


_PRONOUNS = frozenset("he she it they we i you".split())


def _weekday_and_number(hit: Hit, reference: Reference) -> Reading | None:
    """ "Friday the 13th": the nearest such day to the anchor."""
    number = _day_number(hit["d"])
    if reference.today is None or number is None:
        return None
    day = _nearest(reference.today, lexicon.WEEKDAYS[hit["w"].strip(".")], number)
    return Reading("DATE", calendar.day(day)) if day else None


@functools.lru_cache(maxsize=256)
def _nearest(today: dt.date, weekday: int, number: int) -> dt.date | None:
    """The day nearest to today that has this weekday and this number in its month."""
    months = (calendar.shift(today.replace(day=1), away, "M") for away in range(-13, 14))
    days = (calendar.make_day(m.year, m.month, number) for m in months if m)
    fitting = [day for day in days if day and day.weekday() == weekday]
    return min(fitting, key=lambda day: abs((day - today).days), default=None)


def _day_of_month(hit: Hit, reference: Reference) -> Reading | None:
    """ "on the 17th": of the month last spoken of."""
    base = reference.then
    number = _day_number(hit["d"])
    if number is None or hit.after in ("of", "-") or hit.tokens.raw(hit.last + 1)[:1].isalpha():
        return None
    if base is None:
        return Reading("DATE", f"XXXX-XX-{number:02}", first=hit.first + 1)
    today, day = reference.anchor, calendar.make_day(base.year, base.month, number)
    if today and day and (today.year, today.month) == (base.year, base.month):
        way = looks(hit, reference)
        months = 1 if way == AHEAD and day < today else -1 if way == BACK and day > today else 0
        base = calendar.shift(base.replace(day=1), months, "M") or base
    return Reading("DATE", _value(base.year, base.month, number), first=hit.first + 1)


def _month_range(hit: Hit, reference: Reference) -> tuple[Reading, ...] | None:
    """ "January-March 2020", "from May to July 2019": the year serves both."""
    year = written_year(hit)
    months = [month_number(hit["m"]), month_number(hit["n"])]
    years = [year - (months[0] > months[1]), year]
    first, second = (
        Reading(
            "DATE",
            _value(y, m),
            first=hit.first if n == 0 else hit.span("n")[0],
            last=hit.span("m")[1] if n == 0 else hit.last,
        )
        for n, (y, m) in enumerate(zip(years, months, strict=True))
    )
    return first, second


def _quarter_by_months(hit: Hit, reference: Reference) -> Reading | None:
    """ "the July-September quarter", "the April-to-June period"."""
    first, last = month_number(hit["m"]), month_number(hit["n"])
    if last - first != 2 or first % 3 != 1:
        return None
    year, today = written_year(hit) if hit["y"] else None, reference.anchor
    if year is None and today and looks(hit, reference) != AHEAD:
        year = today.year - (last >= today.month)
    elif year is None:
        year = year_of_month(last, hit, reference)
    return Reading("DATE", f"{'XXXX' if year is None else calendar.year(year)}-Q{last // 3}")


def _part_of_date(hit: Hit, reference: Reference) -> Reading | None:
    """ "the night of 8 February 1904", "in the early morning hours of May 3"."""
    date = (_full_date if hit["y"] else _month_day)(hit, reference)
    if date is None:
        return None
    part = lexicon.DAYPARTS[hit["part"].removesuffix("s")]
    return Reading("TIME", f"{date.value}T{part}", edge(hit))


_WEEKDAY = "( w=DOW ,? the? )?"
_D = "d=DAY|DAYORD"
_Y = "y=YEARNUM|SHORTYEAR"
_ORDINAL_DAY = "( DAYORD | ORDINAL | twenty|thirty - ORDINAL )"

RULES = (
    Rule(
        "month day year",
        f"{_WEEKDAY} {EDGE}? m=MON the? {_D} ( , | of )? {_Y}",
        _full_date,
        {
            "on March 18, 2021, he left": "2021-03-18",
            "Thursday, Sept. 3rd 2020": "2020-09-03",
        },
        ("March 18, 2400 people",),
    ),
    Rule(
        "day month year",
        f"{_WEEKDAY} the? d=( DAY | {_ORDINAL_DAY} ) of|-? m=MON ,|-? {_Y}",
        _full_date,
        {
            "on 18 March 2021": "2021-03-18",
            "the 5th of May, 1821": "1821-05-05",
            "on 17-Mar-2021": "2021-03-17",
            "the first of June 1999": "1999-06-01",
        },
    ),
    Rule(
        "part of a date",
        "( edge=early|late ( in|on )? )? the ( edge=early|late )? part=DAYPART hours? of "
        f"( {_WEEKDAY} ( m=MON {_D} | {_D} of? m=MON ) ( ,? {_Y} )? )",
        _part_of_date,
        {"on the night of 8 February 1904": "1904-02-08TNI"},
    ),
    Rule(
        "month and two days",
        f"m=MON {_D} sep=-|–|—|to|and|or|through e=DAY|DAYORD ( ,? {_Y} )?",
        _days,
        {"from March 3–5 they met": "2021-03-03", "on April 24 and 25.": "2021-04-24"},
        ("on April 24 and 25 soldiers",),
    ),
    Rule(
        "month and three days",
        f"m=MON {_D} , e=DAY|DAYORD ,? and f=DAY|DAYORD ( ,? {_Y} )?",
        _days,
        {"on Dec. 24, 25 and 26.": "2020-12-25"},
        ("on Dec. 24, 25 and 26 others",),
    ),
    Rule(
        "two days and month",
        f"{_D} -|–|—|to|and|or e=DAY|DAYORD of? m=MON ( ,? {_Y} )?",
        _days,
        {"held on 3-5 March 2020": "2020-03-03"},
    ),
    Rule(
        "month and day",
        f"{_WEEKDAY} {EDGE}? m=MON the? {_D}",
        _month_day,
        {
            "on Feb. 20 they": "2021-02-20",
            "due on July 1": "2021-07-01",
            "a Sept. 11 conspiracy": "2001-09-11",
            "as never since Sept. 11": "2001-09-11",
        },
        ("In March 24 people died",),
    ),
    Rule(
        "day and month",
        f"{_WEEKDAY} ( the? d=DAY|DAYORD of? | the d={_ORDINAL_DAY} of? ) m=MON",
        _month_day,
        {"on 20 February they": "2021-02-20", "the third of May": "2021-05-03"},
    ),
    Rule(
        "month and year",
        f"{EDGE}? m=MON ( , | of | in )? ( {_Y} | bc=INT ERA )",
        _month_year,
        {
            "in March 1996": "1996-03",
            "by the end of June 2022": "2022-06",
            "mid-May 1968": "1968-05",
        },
    ),
    Rule(
        "quarter by its months",
        "( the y=YEARNUM? )? m=MON -|–|—|to -|to? -? n=MON -? ( quarter | period | three months )",
        _quarter_by_months,
        {
            "profit in the July-September quarter": "2020-Q3",
            "output in the April-to-June period": "2020-Q2",
        },
        ("the March-to-August period",),
    ),
    Rule(
        "months and year",
        f"m=MON -|–|—|to|and|or|through n=MON ,|of? {_Y}",
        _month_range,
        {"January-March 2020": "2020-01"},
    ),
    Rule(
        "month of a near year",
        f"( {EDGE}? m=MON {_D}? | the? {_D} of? m=MON ) ,? ( of? which=last|this|next year | "
        "of which=that year | of the which=same|following|previous|preceding|next year )",
        _month_of_year,
        {
            "in June last year": "2020-06",
            "on 3 April last year": "2020-04-03",
            "January this year": "2021-01",
        },
    ),
    Rule(
        "near month",
        f"{EDGE}? ( the )? which=last|this|next|that|coming|past|following|upcoming m=MON {_D}?",
        _near_month,
        {
            "last June": "2020-06",
            "next May": "2021-05",
            "this September": "2021-09",
            "In 2012 he left; that June he came back": "2012-06",
        },
        ("He said that June was wet.",),
    ),
    Rule(
        "month",
        f"{EDGE}? m=MON",
        _month,
        {
            "In January, it fell": "2021-01",
            "by early September": "2021-09",
            "bought it in October": "2020-10",
        },
        ("May I go?", "the march went on", "Theresa May said", "April Smith left"),
    ),
    Rule(
        "weekday and number",
        "w=DOW ,? the d=DAYORD",
        _weekday_and_number,
        {"on Friday the 19th": "2021-03-19"},
    ),
    Rule(
        "day of the month",
        "on|by|until|from|since the d=DAYORD",
        _day_of_month,
        {
            "He left on the 17th.": "2021-03-17",
            "She will go on the 5th.": "2021-04-05",
            "He came on the 24th, he said.": "2021-02-24",
        },
        ("on the 17th floor", "on the 5th ballot"),
    ),
)
