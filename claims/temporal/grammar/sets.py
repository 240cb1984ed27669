"""What comes again and again: "every Monday", "twice a week", "daily", "each July"."""

from __future__ import annotations

from claims.temporal import calendar, lexicon
from claims.temporal.grammar.common import month_number, number, ordinal
from claims.temporal.reference import Reference
from claims.temporal.rule import Hit, Reading, Rule


def _frequency(hit: Hit, reference: Reference) -> Reading | None:
    if hit.tokens.raw(hit.first)[:1].isupper() and hit.tokens.raw(hit.first - 1)[:1].isupper():
        return None  # "the Telegraph Weekly", "USA Daily"
    if hit.text[:1].isupper() and hit.tokens.raw(hit.last + 1)[:1].isupper():
        return None  # "Daily Mail"
    return Reading("SET", lexicon.FREQUENCIES[hit["f"]])


def _every(hit: Hit, reference: Reference) -> Reading | None:
    if hit["w"]:
        return Reading("SET", f"XXXX-WXX-{lexicon.WEEKDAYS[hit['w'].strip('.')] + 1}")
    if hit["m"]:
        return Reading("SET", f"XXXX-{month_number(hit['m']):02}")
    if hit["s"]:
        return Reading("SET", f"XXXX-{lexicon.SEASONS[hit['s']]}")
    if hit["part"]:
        return Reading("SET", f"XXXX-XX-XXT{lexicon.DAYPARTS[hit['part']]}")
    count = number(hit["n"]) if hit["n"] else 2 if hit["other"] else 1
    if hit["o"]:
        count = ordinal(hit["o"])
    return Reading("SET", calendar.duration(count, lexicon.UNITS[hit["unit"]]))


def _rate(hit: Hit, reference: Reference) -> Reading | None:
    """ "100 jobs a month", "twice a week", "per year"; not "a week of talks"."""
    unit = lexicon.UNITS[hit["unit"]]
    if hit.text.lower().startswith(("per ", "each ")):
        return Reading("SET", calendar.duration(1, unit))
    before = hit.before
    if before in ("once", "twice", "times", "days", "hours", "percent", "%", "nights", "weeks"):
        return Reading("SET", calendar.duration(1, unit))
    tokens, n = hit.tokens, hit.first
    counted = (
        tokens.word(n - 2).replace(",", "").replace(".", "").isdigit()
        or tokens.word(n - 2) in lexicon.MULTIPLIERS
    )
    priced = tokens.word(n - 2) in lexicon.CLASSES["CURRENCY"]
    if priced or ("," in before and before.replace(",", "").isdigit()):
        return Reading("SET", calendar.duration(1, unit))
    if before in lexicon.UNITS or not before.isalpha():
        return None
    if counted and (before.endswith("s") or before in ("people", "dollars", "million", "billion")):
        return Reading("SET", calendar.duration(1, unit))
    return None


def _weekdays(hit: Hit, reference: Reference) -> Reading | None:
    if not hit["w"]:
        return Reading("SET", "XXXX-WXX-WE", first=hit.first + 1)
    return Reading("SET", f"XXXX-WXX-{lexicon.WEEKDAYS[hit['w']] + 1}")


RULES = (
    Rule(
        "frequency",
        "f=FREQUENCY",
        _frequency,
        {"a daily walk": "P1D", "paid annually": "P1Y"},
        ("wrote in the Daily Mail",),
    ),
    Rule(
        "every",
        "every|each other=other? "
        "( n=NUM unit=UNITS | o=ORD? unit=UNIT | w=DOW | m=MON | s=SEASON | part=DAYPART )",
        _every,
        {
            "every Monday": "XXXX-WXX-1",
            "each July": "XXXX-07",
            "every two weeks": "P2W",
            "every other day": "P2D",
        },
        ("every member",),
    ),
    Rule(
        "rate",
        "a|an|per|each unit=second|minute|hour|day|week|month|quarter|year|night",
        _rate,
        {
            "twice a week": "P1W",
            "5,000 cases a day": "P1D",
            "paid $12 an hour": "PT1H",
            "60 miles per hour": "PT1H",
        },
    ),
    Rule(
        "weekdays",
        "( w=WEEKDAYS | on|at weekends )",
        _weekdays,
        {"closed on Mondays": "XXXX-WXX-1", "on weekends": "XXXX-WXX-WE"},
    ),
)
