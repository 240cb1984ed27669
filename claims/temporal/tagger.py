"""The tagger: text and anchor in, temporal expressions out."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Generator, Iterator

from claims.temporal.grammar import RULES
from claims.temporal.pattern import Pattern, compile_pattern, names_in
from claims.temporal.reference import Reference
from claims.temporal.rule import Hit, Reading, Rule
from claims.temporal.timex import Timex
from claims.temporal.tokens import Alphabet, Tokens, tokenise

_ALPHABET = Alphabet(name for rule in RULES for name in names_in(rule.pattern))


_RULES = tuple((n, rule, compile_pattern(rule.pattern, _ALPHABET)) for n, rule in enumerate(RULES))
_FIRST = frozenset[str]().union(*(pattern.first for _, _, pattern in _RULES))


@functools.cache
def _candidates(two: str) -> tuple[tuple[int, Rule, Pattern], ...]:
    """The rules whose match may begin with these two symbols, in the order of the table."""
    return tuple(entry for entry in _RULES if entry[2].may_begin(two))


def tag(text: str, anchor: dt.date | None) -> list[Timex]:
    """Every temporal expression of the text, in order of place, none overlapping.

    Args:
        anchor: the date of writing, which "today" and "last week" are read against; None for a
            narrative, whose relative dates are read against what it named before.
    """
    return [timex for _, timex in find(text, anchor)]


def find(text: str, anchor: dt.date | None) -> Iterator[tuple[Rule, Timex]]:
    """As :func:`tag`, with the rule that read each expression."""
    tokens = tokenise(text, _ALPHABET)
    reference = Reference(anchor)
    symbols = tokens.symbols
    n, end = 0, len(symbols)
    while n < end:
        if symbols[n] not in _FIRST:
            n += 1
            continue
        rules = _candidates(symbols[n : n + 2])
        n = (yield from _read_at(tokens, n, rules, reference)) if rules else n + 1


def _read_at(
    tokens: Tokens, n: int, rules: tuple[tuple[int, Rule, Pattern], ...], reference: Reference
) -> Generator[tuple[Rule, Timex], None, int]:
    """The expression that begins at token ``n``, longest match first; returns where to go on."""
    matches = [
        (-match.end(), order, rule, Hit(tokens, match, pattern.names))
        for order, rule, pattern in rules
        if (match := pattern.regex.match(tokens.symbols, n)) and match.end() > n
    ]
    matches.sort(key=lambda found: found[:2])
    for _, _, rule, hit in matches:
        read = rule.read(hit, reference)
        if read is None:
            continue
        readings = (read,) if isinstance(read, Reading) else read
        last = n
        for reading in readings:
            first = hit.first if reading.first is None else reading.first
            last = hit.last if reading.last is None else reading.last
            if reading.moves and reading.type in ("DATE", "TIME"):
                reference.note(reading.value)
                reference.tell(tokens, first, last)
            yield (
                rule,
                Timex(
                    tokens.starts[first],
                    tokens.ends[last],
                    reading.type,
                    reading.value,
                    reading.mod,
                    reading.readings,
                    reading.through,
                ),
            )
        return last + 1
    return n + 1
