"""The tagger: text and anchor in, temporal expressions out."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Generator, Iterator

from claims.temporal.grammar import RULES
from claims.temporal.pattern import Pattern, compile_pattern
from claims.temporal.reference import Reference
from claims.temporal.rule import Hit, Reading, Rule
from claims.temporal.timex import Timex
from claims.temporal.tokens import Alphabet, Tokens, tokenise

_ALPHABET = Alphabet()


class _Candidates:
    """The rules whose match may begin with one symbol, in the order of the table."""

    def __init__(self) -> None:
        self.rules: list[tuple[int, Rule, Pattern]] = []

    @functools.cached_property
    def any(self) -> re.Pattern[str]:
        """Matches where at least one of them does: most places are told off by this alone."""
        return re.compile("|".join(pattern.bare for _, _, pattern in self.rules))


def _by_first() -> dict[str, _Candidates]:
    table: dict[str, _Candidates] = {}
    shared: dict[tuple[int, ...], _Candidates] = {}
    numbers: dict[str, list[int]] = {}
    patterns = [compile_pattern(rule.pattern, _ALPHABET) for rule in RULES]
    for n, pattern in enumerate(patterns):
        for symbol in pattern.first:
            numbers.setdefault(symbol, []).append(n)
    for symbol, which in numbers.items():
        key = tuple(which)
        if key not in shared:
            shared[key] = _Candidates()
            shared[key].rules = [(n, RULES[n], patterns[n]) for n in which]
        table[symbol] = shared[key]
    return table


_BY_FIRST = _by_first()


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
    symbols, by_first = tokens.symbols, _BY_FIRST
    n, end = 0, len(symbols)
    while n < end:
        candidates = by_first.get(symbols[n])
        if candidates is None or not candidates.any.match(symbols, n):
            n += 1
            continue
        n = yield from _read_at(tokens, n, candidates.rules, reference)


def _read_at(
    tokens: Tokens, n: int, rules: list[tuple[int, Rule, Pattern]], reference: Reference
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
            yield (
                rule,
                Timex(
                    tokens.starts[first],
                    tokens.ends[last],
                    reading.type,
                    reading.value,
                    reading.mod,
                    reading.readings,
                ),
            )
        return last + 1
    return n + 1
