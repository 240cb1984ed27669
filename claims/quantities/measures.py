"""A number with the sign or unit words directly at it: "$2.4 billion", "22 percent", "-5 °C"."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from claims.quantities.numerals import Numeral, plain
from claims.tables import table

_WINDOW = 32


@dataclass(frozen=True, slots=True)
class Measure:
    """``text[start:end]`` says ``value`` of ``unit`` (None: what it counts is not at the number).

    ``kind`` is ``money``, ``percent``, ``measure`` or ``count``.
    """

    start: int
    end: int
    value: int | float
    unit: str | None
    kind: str
    numeral: Numeral


def measure(text: str, numeral: Numeral) -> Measure:
    """The number and the sign and unit words directly attached to it."""
    start, end, unit, kind = numeral.start, numeral.end, None, "count"
    before = text[max(0, start - 12) : start]
    after = text[end : end + _WINDOW]
    value = numeral.value
    if numeral.form == "multiple":
        return Measure(start, end, value, "times", "measure", numeral)
    if sign := _sign_before().search(before):
        start, unit, kind = start - (len(before) - sign.start()), _units()[sign["sign"]], "money"
        if word := _MONEY_TAIL.match(after):  # "$5 billion dollars", "US$3 million"
            end += word.end()
    elif (word := _unit_after().match(after)) and not _is_name(word["unit"]):
        unit, kind = _unit_of(word["unit"])
        unit = _NATIONAL.get(f"{word['nation']} {unit}", unit)
        end += word.end()
        if numeral.form == "fraction" and word["of"] and kind == "percent":
            end = numeral.end + word.end()
    elif numeral.form == "digits" and (letter := _letter_after(before, value, after)):
        unit, kind, end = *letter[:2], end + letter[2]
    elif numeral.form == "digits" and _MAGNITUDE_BEFORE.search(text, max(0, start - 16), start):
        unit, kind = "magnitude", "measure"
    minus = _MINUS.search(text[max(0, start - 12) : start])
    if minus and (kind in ("percent", "measure") or minus.group().lower() in ("minus ", "-", "−")):
        start -= len(minus.group())
        value = -value
    return Measure(start, end, plain(value), unit, kind, numeral)


def _letter_after(before: str, value: int | float, after: str) -> tuple[str, str, int] | None:
    """(unit, kind, length) of what is a unit only right behind a number: "187p", "-70C", "10in".

    "Flat 12C" and "1080p" are labels: whole degrees want a small word or a minus before them.
    """
    match = _LETTER.match(after)
    if match is None:
        return None
    if match.group() == "p":
        return None if value in _SCREENS or before[-1:].isalpha() else ("GBP pence", "money", 1)
    if match.group() == "in":
        return "in", "measure", 2
    if isinstance(value, int) and not _BEFORE_DEGREES.search(before):
        return None
    return ("°C" if match.group() == "C" else "°F"), "measure", 1


# "a magnitude 6.3 quake", "magnitude-7.1", "a magnitude of 5.8"
_MAGNITUDE_BEFORE = re.compile(r"\bmagnitude[- ](?:of )?$", re.IGNORECASE)
_LETTER = re.compile(r"(?:[CFp]|in)(?![\w/-])")
_SCREENS = frozenset({240, 360, 480, 720, 1080, 1440, 2160})
# "at -70C", "reached 41.5C"; "between 20C and"
_BEFORE_DEGREES = re.compile(
    r"(?:\b(?:at|to|of|reached|hit|than|below|above|by|from|between|and|around|about|nearly|was|a"
    r"|usual|average|normal|record|mean|maximum|minimum|topped|exceed(?:s|ed|ing)|touched|nudged)"
    r" [-−–]?|(?:^|[\s(])[-−–]|\bminus )$"
)


# "temperatures of -5 °C", "minus 20 degrees"; never "10-5 percent".
_MINUS = re.compile(r"(?:(?<![^\s(])[-−–]|(?<!or )\bminus )$", re.IGNORECASE)
_MONEY_TAIL = re.compile(r" (?:U\.?S\.? )?dollars?\b", re.IGNORECASE)
# What a nation's adjective makes of a currency word that several countries share.
_NATIONAL = {
    "Canadian USD": "CAD",
    "Australian USD": "AUD",
    "Singapore USD": "SGD",
    "Taiwan USD": "TWD",
    "Kong USD": "HKD",
    "Zealand USD": "NZD",
    "British pounds": "GBP",
    "Egyptian pounds": "EGP",
    "Syrian pounds": "SYP",
    "Lebanese pounds": "LBP",
    "Mexican pesos": "MXN",
    "Philippine pesos": "PHP",
    "Argentine pesos": "ARS",
    "Chilean pesos": "CLP",
    "Colombian pesos": "COP",
    "Kenyan shillings": "KES",
    "Indian rupees": "INR",
    "Pakistani rupees": "PKR",
    "Swiss francs": "CHF",
}
_KINDS = {"percent": "percent", "measure": "measure", "currency_word": "money"}


def _is_name(unit: str) -> bool:
    """A capital makes a name of a unit word: "Three Mile Island"; "Celsius" keeps its own."""
    return len(unit) > 3 and unit[0].isupper() and unit not in _units()


@functools.cache
def _units() -> dict[str, str]:
    return {row["word"]: row["unit"] for row in table("units")}


@functools.cache
def _words_after() -> dict[str, tuple[str, str]]:
    rows = (row for row in table("units") if row["kind"] in _KINDS)
    return {_key(row["word"]): (row["unit"], _KINDS[row["kind"]]) for row in rows}


def _key(word: str) -> str:
    """Short symbols keep their case ("MW", "mW" differ); words do not."""
    return word if len(word) <= 3 else word.lower().replace("-", " ")


def _unit_of(word: str) -> tuple[str, str]:
    spaced = word.replace("\u00a0", " ")
    known = _words_after()
    return known.get(_key(spaced)) or known[spaced.lower()]


@functools.cache
def _unit_after() -> re.Pattern[str]:
    """The longest unit word after a number: " percent", "-mile", " Canadian dollars", "km"."""
    words: list[str] = []
    symbols: list[str] = []
    for row in table("units"):
        if row["kind"] in _KINDS:
            (symbols if len(row["word"]) <= 3 else words).append(row["word"])
    spelled = "|".join(
        re.escape(w).replace(r"\ ", "[ \u00a0-]").replace(r"\-", "[ -]") + r"(?!\w)"
        for w in sorted(words, key=len, reverse=True)
    )
    short = "|".join(
        re.escape(s) + (r"(?![\w/])" if s[-1].isalpha() else "")
        for s in sorted(symbols, key=len, reverse=True)
    )
    # "2 million Swiss francs", "300 US dollars", "half a percentage point", "a third of a percent"
    return re.compile(
        rf"[ \u00a0\u202f-]?(?P<of>of an? |an? )?"
        rf"(?:(?:Hong |New )?(?P<nation>[A-Z][a-z]{{2,12}}|U\.?S\.?) "
        rf"(?=(?i:dollars?|pounds?|francs?"
        rf"|rupees?|pesos?|shillings?|kroner?|kronor|crowns?|lira|dinars?|rubles?|euros?|yuan)\b))?"
        rf"(?P<unit>(?i:{spelled})|{short})"
    )


@functools.cache
def _sign_before() -> re.Pattern[str]:
    signs = [row["word"] for row in table("units") if row["kind"] == "currency_sign"]
    pattern = "|".join(
        (r"(?<![A-Za-z])" if s[0].isalpha() else "") + re.escape(s)
        for s in sorted(signs, key=len, reverse=True)
    )
    return re.compile(rf"(?P<sign>{pattern})[ \u00a0]?$")
