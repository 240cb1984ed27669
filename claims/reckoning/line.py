"""The figures of one sentence and the text between them, as the sums look at them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.figures import Figure
from claims.model import Severity

_REACH = 160  # characters: what lies further off is not said of a figure


@dataclass(frozen=True, slots=True)
class Slip:
    """Figures that do not agree, and why in words."""

    message: str
    members: tuple[Figure, ...]
    severity: Severity


class Line:
    """``figures`` in order of place; ``between(n)`` is the text from figure n to the next one."""

    def __init__(self, text: str, group: Sequence[Figure]) -> None:
        self.text = text
        self.figures = group
        self.start = group[0].sentence.start
        self.end = group[0].sentence.end

    def __len__(self) -> int:
        return len(self.figures)

    def between(self, n: int) -> str:
        """The text between figure n and the next, or up to the end of the sentence."""
        last = n + 1 >= len(self.figures)
        following = self.end if last else self.figures[n + 1].span.start
        start = self.figures[n].span.end
        return self.text[start : min(following, start + _REACH)]

    def before(self, n: int, reach: int = 40) -> str:
        start = self.figures[n].span.start
        return self.text[max(self.start, start - reach) : start]

    def end_of_list(self, first: int, joint: re.Pattern[str]) -> int:
        """The figure that a list from ``first`` goes up to: the one after "and", if there is one.

        Args:
            joint: all that may stand between two figures of the list.
        """
        last = first
        while last + 1 < len(self) and joint.fullmatch(self.between(last)):
            last += 1
            if "and" in self.between(last - 1).split():
                break
        return last

    def listed(self, first: int, last: int) -> str:
        """The text from one figure up to another, neither of them in it."""
        return self.text[self.figures[first].span.end : self.figures[last].span.start]
