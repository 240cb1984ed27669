"""The words of time and what they stand for, read once from ``lexicon.toml``."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any

_DATA: dict[str, Any] = tomllib.loads(
    resources.files("claims.temporal").joinpath("lexicon.toml").read_text(encoding="utf-8")
)
_VALUES: dict[str, dict[str, Any]] = _DATA["values"]

MONTHS: dict[str, int] = _VALUES["month"] | _VALUES["month_abbreviation"]
WEEKDAYS: dict[str, int] = (
    _VALUES["weekday"] | _VALUES["weekday_abbreviation"] | _VALUES["weekdays"]
)
SEASONS: dict[str, str] = _VALUES["season"] | _VALUES["seasons"]
DAYPARTS: dict[str, str] = _VALUES["daypart"] | _VALUES["dayparts"]
NOONS: dict[str, str] = _VALUES["noon"]
UNITS: dict[str, str] = _VALUES["unit"] | _VALUES["units"]
NUMBERS: dict[str, int] = _VALUES["number"]
MULTIPLIERS: dict[str, int] = _VALUES["multiplier"]
ORDINALS: dict[str, int] = _VALUES["ordinal"]
DECADES: dict[str, int] = _VALUES["decade"]
FREQUENCIES: dict[str, str] = _VALUES["frequency"]

CASED = frozenset(_DATA["cased"]["words"])

# class name in capitals -> its words
CLASSES: dict[str, frozenset[str]] = {
    name.upper(): frozenset(words) for name, words in _VALUES.items()
} | {name.upper(): frozenset(words) for name, words in _DATA["classes"].items()}

GUARDS: dict[str, frozenset[str]] = {k: frozenset(v) for k, v in _DATA["guards"].items()}
CUES: dict[str, frozenset[str]] = {k: frozenset(v) for k, v in _DATA["cues"].items()}
