"""The grammar: every rule, in order of preference among matches of the same length."""

from __future__ import annotations

from claims.temporal.grammar import (
    calendar_dates,
    clock,
    counted_off,
    days,
    durations,
    events,
    holidays,
    numeric,
    periods,
    relative,
    seasons,
    sets,
    vague,
    years,
)
from claims.temporal.rule import Rule

RULES: tuple[Rule, ...] = (
    *numeric.RULES,
    *calendar_dates.RULES,
    *counted_off.RULES,
    *clock.RULES,
    *days.RULES,
    *holidays.RULES,
    *periods.RULES,
    *seasons.RULES,
    *relative.RULES,
    *events.RULES,
    *years.RULES,
    *sets.RULES,
    *durations.RULES,
    *vague.RULES,
)
