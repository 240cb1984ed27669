"""Days by name or by distance, and the parts of a day: "late Wednesday", "tomorrow night"."""

from __future__ import annotations

import datetime as dt

from claims.temporal import calendar, lexicon
from claims.temporal.cues import AHEAD
from claims.temporal.grammar.common import EDGES, looks, weekday_date
from claims.temporal.reference import Reference
from claims.temporal.rule import Hit, Reading, Rule

_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0}
# "The Sunday Times", "Saturday Night Live", "Monday Night Football"
_TITLES = lexicon.GUARDS["titles"]
_PAPERS_ON = frozenset(["Mail", "Independent", "Scotland", "Wales", "Ireland"])  # "… on Sunday"
_NAMED = lexicon.GUARDS["named_weekdays"]


def _weekday(hit: Hit, reference: Reference) -> Reading | None:
    if hit.before in _NAMED and hit.tokens.raw(hit.first - 1)[:1].isupper():
        return None
    if hit.before == "on" and hit.tokens.raw(hit.first - 2) in _PAPERS_ON:
        return None
    if hit.after in _TITLES and hit.tokens.raw(hit.last + 1)[:1].isupper():
        return None
    date = weekday_date(_weekday_number(hit), hit, reference)
    value = calendar.day(date) if date else f"XXXX-WXX-{_weekday_number(hit) + 1}"
    return Reading("DATE", value, EDGES.get(hit["edge"]))


def _weekday_number(hit: Hit) -> int:
    return lexicon.WEEKDAYS[hit["w"].strip(".")]


def _weekday_range(hit: Hit, reference: Reference) -> tuple[Reading, ...] | None:
    """The second day follows the first within a week."""
    first = _weekday(hit, reference)
    if first is None or not first.value[:1].isdigit():
        return None
    begin = dt.date.fromisoformat(first.value)
    days = (lexicon.WEEKDAYS[hit["v"]] - begin.weekday()) % 7
    end = calendar.shift(begin, days, "D")
    if end is None:
        return None
    return (
        Reading("DATE", first.value, last=hit.span("w")[1]),
        Reading("DATE", calendar.day(end), first=hit.span("v")[0]),
    )


def _chosen_weekday(hit: Hit, reference: Reference) -> Reading | None:
    """ "last Friday" is over, "next Friday" is to come, "this Friday" is the near one."""
    weekday, which = _weekday_number(hit), hit["which"]
    if which == "following" and "the" not in hit.text.lower().split():
        return None  # "Following Monday's debate": a preposition
    base = reference.then if which in ("following", "previous") else reference.today
    if base is None:
        return Reading("DATE", f"XXXX-WXX-{weekday + 1}", EDGES.get(hit["edge"]))
    back = (base.weekday() - weekday) % 7 or 7
    if which in ("last", "past", "previous"):
        days = -back
    elif which in ("next", "coming", "following", "upcoming"):
        days = 7 - back or 7
    elif which == "that":
        days = -(back % 7)
    else:
        days = 7 - back if looks(hit, reference) == AHEAD or back > 3 else -(back % 7)
    date = calendar.shift(base, days, "D")
    if date is None:
        return None
    readings: tuple[str, ...] = ()
    after = calendar.shift(date, 7, "D")
    if which == "next" and weekday > base.weekday() and after:
        readings = (calendar.day(date), calendar.day(after))  # this week's or the one after
    return Reading("DATE", calendar.day(date), EDGES.get(hit["edge"]), readings)


def _weekday_of_week(hit: Hit, reference: Reference) -> Reading | None:
    """ "Friday last week", "Monday of next week"."""
    weekday, today = _weekday_number(hit), reference.today
    if today is None:
        return Reading("DATE", f"XXXX-WXX-{weekday + 1}")
    weeks = {"last": -1, "this": 0, "next": 1}[hit["which"]]
    date = calendar.shift(today, weekday - today.weekday() + 7 * weeks, "D")
    return Reading("DATE", calendar.day(date)) if date else None


def _weekday_and_week(hit: Hit, reference: Reference) -> Reading | None:
    """ "Friday week", in British English a week after the coming Friday; "on Friday last"."""
    if hit.after == "-" or reference.today is None:
        return None
    weekday, today = _weekday_number(hit), reference.today
    if hit["which"]:
        days = -((today.weekday() - weekday) % 7 or 7)
        if hit.after.isalpha():
            return None  # "on Friday last year’s winner"
    else:
        days = (weekday - today.weekday() - 1) % 7 + 8
    date = calendar.shift(today, days, "D")
    return Reading("DATE", calendar.day(date), first=hit.first + 1) if date else None


def _early_hours(hit: Hit, reference: Reference) -> Reading | None:
    """ "the early hours of Friday", "the small hours of yesterday morning"."""
    if hit["near"]:
        date = reference.today and calendar.shift(reference.today, _NEAR[hit["near"]], "D")
    else:
        date = weekday_date(_weekday_number(hit), hit, reference)
    return Reading("TIME", f"{calendar.day(date) if date else 'XXXX-XX-XX'}TMO", "START")


def _near_day(hit: Hit, reference: Reference) -> Reading | None:
    if hit.before == "usa" or (hit.text == "Today" and hit.after in _PROGRAMMES):
        return None
    if hit.text in ("Today", "Tonight") and _ends_a_name(hit):
        return None
    days = _NEAR[hit["near"]]
    today = reference.today
    date = calendar.shift(today, days, "D") if today else None
    value = calendar.day(date) if date else "XXXX-XX-XX"
    if reference.narrative and not days:
        return Reading("DATE", "PRESENT_REF")
    if hit["near"] == "tonight":
        return Reading("TIME", value + "TNI")
    if hit["part"]:
        return Reading("TIME", f"{value}T{lexicon.DAYPARTS[hit['part']]}", EDGES.get(hit["edge"]))
    return Reading("DATE", value, EDGES.get(hit["edge"]))


def _ends_a_name(hit: Hit) -> bool:
    """ "of Russia Today", "Russia Today said": in capitals, amid words that are not."""
    name, before = (hit.tokens.raw(hit.first - n) for n in (1, 2))
    if not (name[:1].isupper() and name[1:].islower()):
        return False
    opens = not before[:1].isalnum() and hit.tokens.raw(hit.last + 1).islower()
    return opens or before.islower() or before == "In"


# "the BBC’s Today programme"
_PROGRAMMES = frozenset("show program programme presenter newspaper".split())


def _two_days_off(hit: Hit, reference: Reference) -> Reading | None:
    days = -2 if hit["near"] == "yesterday" else 2
    date = reference.today and calendar.shift(reference.today, days, "D")
    return Reading("DATE", calendar.day(date) if date else "XXXX-XX-XX")


def _part_of_weekday(hit: Hit, reference: Reference) -> Reading | None:
    which = hit["which"]
    if hit.tokens.raw(hit.last + 1) in ("Football", "Live", "Lights"):
        return None
    found = (_chosen_weekday if which else _weekday)(hit, reference)
    if found is None:
        return None
    part = lexicon.DAYPARTS[hit["part"]]
    return Reading("TIME", f"{found.value}T{part}", EDGES.get(hit["edge"]))


def _part_by_then(hit: Hit, reference: Reference) -> Reading | None:
    """ "by late afternoon", "until early evening": of the day last spoken of."""
    then = reference.then if reference.grain == "D" or not reference.narrative else None
    value = calendar.day(then) if then else "XXXX-XX-XX"
    part = lexicon.DAYPARTS[hit["part"]]
    return Reading("TIME", f"{value}T{part}", EDGES.get(hit["edge"]), first=hit.span("edge")[0])


def _edge_of_day(hit: Hit, reference: Reference) -> Reading | None:
    """ "dawn Thursday"; "at dawn" of the day last spoken of; not "at Sunrise, Fla."."""
    if hit.tokens.raw(hit.span("part")[0])[:1].isupper():
        return None
    if hit["w"]:
        day = weekday_date(_weekday_number(hit), hit, reference)
    elif hit.after.isalpha() and hit.after not in _AFTER_OVERNIGHT:
        return None
    else:
        day = reference.then if reference.grain == "D" or not reference.narrative else None
    value = calendar.day(day) if day else "XXXX-XX-XX"
    first = hit.span("part")[0]
    return Reading("TIME", f"{value}T{lexicon.DAYPARTS[hit['part']]}", first=first)


def _overnight(hit: Hit, reference: Reference) -> Reading | None:
    """The night before, or the coming one if AHEAD; not "overnight bags", "changed overnight"."""
    if hit.after.isalpha() and hit.after not in _AFTER_OVERNIGHT:
        return None
    nearby = (hit.tokens.word(n) for n in range(hit.first - 4, hit.last + 3))
    if hit.text.isupper() or any(word in _ALL_AT_ONCE for word in nearby):
        return None
    days = 0 if looks(hit, reference) == AHEAD else -1
    date = reference.today and calendar.shift(reference.today, days, "D")
    return Reading("TIME", f"{calendar.day(date) if date else 'XXXX-XX-XX'}TNI")


_AFTER_OVERNIGHT = lexicon.CUES["deed"] | frozenset(
    "in on at after and as by to from with into when while for that following near across between "
    "but before because since he she they it who which the a test tests strikes strike fire "
    "shelling trading rain snow snowfall".split()
)
_ALL_AT_ONCE = frozenset(
    "became become becomes becoming star famous sensation success successes change changed changes "
    "happen happens vanish vanished disappear disappeared almost seemingly literally millionaire "
    "wo couldn not stay stayed staying kept".split()
)


def _part_of_today(hit: Hit, reference: Reference) -> Reading | None:
    """ "this morning", "last night"."""
    if hit.text == "This Morning" and hit.before.isalnum():
        return None  # a programme
    today, which, part = reference.today, hit["which"], lexicon.DAYPARTS[hit["part"]]
    date = calendar.shift(today, -1 if which == "last" else 0, "D") if today else None
    value = calendar.day(date) if date else "XXXX-XX-XX"
    return Reading("TIME", f"{value}T{part}", EDGES.get(hit["edge"]))


_EARLY = "( edge=early|earlier|late|later|mid -? on? )?"

RULES = (
    Rule(
        "weekday",
        "( edge=early|late|mid -? on? )? ( w=WEEKDAY | w=WEEKDAY_ABBREVIATION . )",
        _weekday,
        {
            "He said Friday that": "2021-03-12",
            "They will meet Friday": "2021-03-19",
            "announced on Thursday": "2021-03-18",
            "late Wednesday": "2021-03-17",
        },
        ("The Sunday Times reported", "on Black Friday", "told the Mail on Sunday"),
    ),
    Rule(
        "weekdays in a row",
        "( w=WEEKDAY to|through|until|-|– v=WEEKDAY )",
        _weekday_range,
        {"open from Monday to Friday": "2021-03-15"},
    ),
    Rule(
        "chosen weekday",
        f"{_EARLY} the|this? which=NEAR_OR_FAR w=WEEKDAY",
        _chosen_weekday,
        {"last Friday": "2021-03-12", "next Tuesday": "2021-03-23", "last Thursday": "2021-03-11"},
    ),
    Rule(
        "weekday of a week",
        "w=DOW ,? of? which=last|this|next week",
        _weekday_of_week,
        {"Friday last week": "2021-03-12", "Monday of next week": "2021-03-22"},
    ),
    Rule(
        "weekday and week",
        "( on|by|until|till|from w=WEEKDAY week | on w=WEEKDAY which=last )",
        _weekday_and_week,
        {"It opens on Friday week.": "2021-03-26", "He died on Friday last.": "2021-03-12"},
        ("on Friday week-long talks", "on Friday last year’s winner lost"),
    ),
    Rule(
        "early hours",
        "the? early|small|wee hours of ( w=WEEKDAY | near=yesterday|today|tomorrow ) "
        "( part=morning )?",
        _early_hours,
        {"in the early hours of Wednesday": "2021-03-17TMO"},
        ("the early hours of the night",),
    ),
    Rule(
        "near day",
        f"{_EARLY} ( near=yesterday|today|tomorrow|tonight part=DAYPART? | "
        "mid -? part=morning|afternoon near=yesterday|today|tomorrow )",
        _near_day,
        {
            "he said today": "2021-03-18",
            "tomorrow night": "2021-03-19TNI",
            "at mid-afternoon yesterday": "2021-03-17TAF",
        },
        ("told USA Today", "he told the BBC’s Today programme", "hosts of Russia Today said"),
    ),
    Rule(
        "two days off",
        "( the day before near=yesterday | the day after near=tomorrow )",
        _two_days_off,
        {"the day before yesterday": "2021-03-16"},
    ),
    Rule(
        "part of a weekday",
        f"{_EARLY} which=last|this|next|that? w=WEEKDAY ,|-? edge2=early|late? part=DAYPART",
        _part_of_weekday,
        {"Friday evening": "2021-03-12TEV", "late Sunday night": "2021-03-14TNI"},
        ("watched Monday Night Football",),
    ),
    Rule(
        "overnight",
        "overnight",
        _overnight,
        {
            "The town was shelled overnight.": "2021-03-17TNI",
            "It will rain overnight and on Friday": "2021-03-18TNI",
            "an overnight raid": "2021-03-17TNI",
        },
        ("packed an overnight bag", "It will not change overnight", "became famous overnight"),
    ),
    Rule(
        "edge of the day",
        "( at|by|before|after|until|till|since part=EDGE_OF_DAY ( on? w=WEEKDAY )? | "
        "part=EDGE_OF_DAY on? w=WEEKDAY )",
        _edge_of_day,
        {
            "The square was empty by nightfall.": "2021-03-18TEV",
            "seized at dawn on Wednesday": "2021-03-17TMO",
            "a raid dawn Monday": "2021-03-15TMO",
        },
        ("a new dawn", "at dawn prayers"),
    ),
    Rule(
        "part by then",
        "by|until|till|since the? edge=early|late -? part=morning|afternoon|evening",
        _part_by_then,
        {"By late afternoon it was over.": "2021-03-18TAF"},
        ("a late evening", "by late afternoons"),
    ),
    Rule(
        "part of today",
        f"{_EARLY} ( which=this part=DAYPART | which=last part=night|evening | "
        "mid -? part=morning|afternoon )",
        _part_of_today,
        {"later this afternoon": "2021-03-18TAF", "last night": "2021-03-17TNI"},
    ),
)
