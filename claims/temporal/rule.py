"""A rule of the grammar, where it hit, and what it read there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from claims.temporal.reference import Reference
from claims.temporal.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means. ``first`` and ``last`` are tokens, the whole hit when None.

    ``moves`` is False for what is named only in comparison, so that the text's own time stays.
    ``through`` is as in :class:`claims.temporal.timex.Timex`.
    """

    type: str
    value: str
    mod: str | None = None
    readings: tuple[str, ...] = ()
    first: int | None = None
    last: int | None = None
    moves: bool = True
    through: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's match: tokens ``first`` to ``last``, both included."""

    tokens: Tokens
    match: re.Match[str]
    names: Mapping[str, tuple[int, ...]]

    @property
    def first(self) -> int:
        return self.match.start()

    @property
    def last(self) -> int:
        return self.match.end() - 1

    def __getitem__(self, name: str) -> str:
        """The captured words in lower case; empty when there are none."""
        first, last = self.span(name)
        if last < first:
            return ""
        return self.tokens.text[self.tokens.starts[first] : self.tokens.ends[last]].lower()

    def span(self, name: str) -> tuple[int, int]:
        """First and last token of what was captured; (0, -1) when nothing was."""
        for group in self.names.get(name, ()):
            start, end = self.match.span(group)
            if start >= 0:
                return start, end - 1
        return 0, -1

    def number(self, name: str) -> int:
        """The captured number, its ordinal ending and apostrophe left off."""
        return int(re.sub(r"[^0-9]", "", self[name]))

    @property
    def text(self) -> str:
        return self.tokens.text[self.tokens.starts[self.first] : self.tokens.ends[self.last]]

    @property
    def before(self) -> str:
        """The token before the hit, in lower case."""
        return self.tokens.word(self.first - 1)

    @property
    def after(self) -> str:
        return self.tokens.word(self.last + 1)


Read = Callable[[Hit, Reference], Reading | tuple[Reading, ...] | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """``read`` says what the words mean, or None when they are not temporal after all.

    ``examples`` maps sentences to the value the rule gives them when written on Thursday,
    18 March 2021; on ``near_misses`` the rule must not fire.
    """

    name: str
    pattern: str
    read: Read
    examples: Mapping[str, str] = field(default_factory=dict)
    near_misses: tuple[str, ...] = ()
