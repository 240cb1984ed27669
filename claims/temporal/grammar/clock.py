"""Times of day: "5 p.m. EST Monday", "15:00 GMT", "midnight", "three o’clock"."""

from __future__ import annotations

import datetime as dt
import re

from claims.temporal import calendar, lexicon
from claims.temporal.grammar.calendar_dates import _day_number
from claims.temporal.grammar.common import month_number, number, weekday_date, year_of_day
from claims.temporal.reference import Reference
from claims.temporal.rule import Hit, Reading, Rule
from claims.temporal.tokens import BREAK

_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}


def _clock(hit: Hit, reference: Reference) -> Reading | None:
    time = clock_value(hit["t"])
    if time is None or not _is_a_time(hit):
        return None
    if lexicon.DAYPARTS.get(hit["part"] or hit["part2"]) in ("AF", "EV", "NI") and time < "12:00":
        time = f"{int(time[:2]) + 12}{time[2:]}"
    if time == "24:00" and hit.before == "after":
        time = "00:00"  # "shortly after midnight Friday": as that day begins
    date = _date_of(hit, reference)
    return Reading("TIME", f"{date}T{time}")


def clock_value(words: str) -> str | None:
    """``17:00`` of "5 p.m.", ``09:30`` of "9.30am", ``12:00`` of "noon"."""
    if words in lexicon.NOONS:
        return lexicon.NOONS[words]
    if spoken := _spoken(words):
        return spoken
    match = re.match(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?(?::[0-9]{2})?\s*([ap])?", words)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match[3] == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute <= 59 else None


def _spoken(words: str) -> str | None:
    """ "three o’clock" → 03:00, "half past six" → 06:30, "quarter to nine" → 08:45."""
    first, *rest = words.replace("’", " ").replace("'", " ").split()
    if rest[-1:] == ["clock"]:
        hour = number(first)
        return f"{round(hour):02}:00" if hour and hour <= 12 else None
    if first in ("half", "quarter") and len(rest) == 2:
        hour = number(rest[1])
        if not hour or hour > 12:
            return None
        minutes = 30 if first == "half" else 15
        minutes = round(hour) * 60 + (minutes if rest[0] == "past" else -minutes)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    return None


def _military(hit: Hit, reference: Reference) -> Reading | None:
    """ "1500 GMT", "0900 hours"."""
    digits = hit["t"]
    if hit["zone"] in ("hours", "hrs") and digits[0] != "0" and hit.before != "at":
        return None
    if len(digits) != 4 or int(digits[:2]) > 24 or int(digits[2:]) > 59:
        return None
    return Reading("TIME", f"{_date_of(hit, reference)}T{digits[:2]}:{digits[2:]}")


def _hour_of_part(hit: Hit, reference: Reference) -> Reading | None:
    """ "at four in the morning", "around 9 at night"."""
    hour, part = number(hit["t"]), lexicon.DAYPARTS[hit["part"]]
    if hour is None or not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if part in ("AF", "EV") or (part == "NI" and 6 <= hour < 12) else 0)
    value = f"{_date_of(hit, reference)}T{round(hour):02}:00"
    return Reading("TIME", value, first=hit.span("t")[0])


def _is_a_time(hit: Hit) -> bool:
    """A bare "3:16" may be a verse, a score or a running time; a zone or "at" makes it a time."""
    if hit.tokens.raw(hit.span("t")[0]).replace(":", "").isdigit() and ":" in hit["t"]:
        if hit["zone"] or hit["date"]:
            return True
        return hit["t"][-1] == "m" or hit.before in (
            "at by until till from about around before after since to between and - – ,".split()
        )
    return True


def _date_of(hit: Hit, reference: Reference) -> str:
    if hit["m"]:
        month, day = month_number(hit["m"]), _day_number(hit["d"]) or 1
        year = hit.number("y") if hit["y"] else year_of_day(month, day, hit, reference)
        return f"{'XXXX' if year is None else calendar.year(year)}-{month:02}-{day:02}"
    if hit["w"]:
        date = weekday_date(lexicon.WEEKDAYS[hit["w"].strip(".")], hit, reference)
        return calendar.day(date) if date else "XXXX-XX-XX"
    if hit["near"]:
        date = reference.today and calendar.shift(reference.today, _NEAR[hit["near"]], "D")
        return calendar.day(date) if date else "XXXX-XX-XX"
    if hit["which"]:
        days = -1 if hit["which"] == "last" else 0
        date = reference.today and calendar.shift(reference.today, days, "D")
        return calendar.day(date) if date else "XXXX-XX-XX"
    if (weekday := _weekday_further_on(hit)) is not None:
        date = weekday_date(weekday, hit, reference)
        return calendar.day(date) if date else "XXXX-XX-XX"
    then = reference.then if reference.grain == "D" and not _is_a_heading(hit) else None
    base: dt.date | None = then if reference.narrative else then or reference.anchor
    return calendar.day(base) if base else "XXXX-XX-XX"


def _is_a_heading(hit: Hit) -> bool:
    """ "3:25 p.m." alone in its paragraph, as running reports head each entry: of today."""
    symbols = hit.tokens.symbols
    first, last = hit.first, hit.last
    opens = first == 0 or symbols[first - 1] == BREAK
    return opens and (last + 1 >= len(symbols) or symbols[last + 1] == BREAK)


def _weekday_further_on(hit: Hit) -> int | None:
    """The weekday after a second time: "2 p.m. (1800 GMT) Friday", "9 a.m. to 5 p.m. Monday"."""
    tokens, n = hit.tokens, hit.last + 1
    if tokens.word(n) not in _TO_A_SECOND_TIME:
        return None
    while n <= hit.last + _LONGEST_SECOND_TIME and (
        tokens.word(n) in _TO_A_SECOND_TIME or tokens.raw(n)[:1].isdigit()
    ):
        n += 1
    return lexicon.WEEKDAYS.get(tokens.word(n))


_LONGEST_SECOND_TIME = 9
_TO_A_SECOND_TIME = lexicon.CLASSES["TIMEZONE"] | frozenset(
    "( ) - – — / to and until till on time a.m. p.m. am pm noon midnight".split()
)

_DATE = (
    "date=( ,? on? ( w=DOW ,? )? ( m=MON d=DAY|DAYORD | d=DAY|DAYORD of? m=MON ) ( ,? y=YEARNUM )? "
    "| ,? on? w=DOW ( part2=DAYPART )? | near=yesterday|today|tomorrow )?"
)

RULES = (
    Rule(
        "clock",
        "t=CLOCK ( zone=TIMEZONE time|daylight? time? | zone=( e|c|m|p . s|d? .? t ) )? "
        "( local time )? ( in the|this part=DAYPART | which=this part=DAYPART | "
        f"which=last part=night|evening | at part=night )? {_DATE}",
        _clock,
        {
            "at 5 p.m. EST Monday": "2021-03-15T17:00",
            "at 15:00 GMT Saturday": "2021-03-13T15:00",
            "at 9:30 a.m. they": "2021-03-18T09:30",
            "by noon": "2021-03-18T12:00",
            "shortly after midnight on Friday, he": "2021-03-12T00:00",
            "at 9 p.m. E.T.": "2021-03-18T21:00",
            "at six o’clock in the evening": "2021-03-18T18:00",
            "by six o’clock this evening": "2021-03-18T18:00",
            "at 10 p.m. last night": "2021-03-17T22:00",
            "at 5pm on 20 March 2021": "2021-03-20T17:00",
            "at 2 p.m. (1800 GMT) Monday": "2021-03-15T14:00",
            "from 9 a.m. to 5 p.m. on Monday": "2021-03-15T09:00",
        },
        ("in John 3:16 it says", "a 10:2 majority"),
    ),
    Rule(
        "military clock",
        f"t=SMALLNUM|YEARNUM|BIGNUM zone=TIMEZONE|hours|hrs {_DATE}",
        _military,
        {"at 1500 GMT on Monday": "2021-03-15T15:00"},
        ("after 2000 hours of work",),
    ),
    Rule(
        "hour of a part of the day",
        "at|around|about|by|until|till t=MONTHNUM|NUMBER "
        f"( in the part=morning|afternoon|evening | at part=night ) {_DATE}",
        _hour_of_part,
        {
            "He rang at four in the morning.": "2021-03-18T04:00",
            "around 9 at night on Monday": "2021-03-15T21:00",
        },
        ("She ran at 20 in the morning",),
    ),
)
