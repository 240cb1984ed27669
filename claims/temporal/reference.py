"""What a relative expression is relative to: the anchor, and what the text last spoke of."""

from __future__ import annotations

import datetime as dt
import re

from claims.temporal import calendar

_BEFORE_CHRIST = re.compile(r"BC([0-9]{4})")
_GRAINS = {4: "Y", 3: "E", 2: "C", 7: "M", 10: "D"}


class Reference:
    """The reading position in time, moved along as dates are read.

    ``anchor`` is the date of writing, None in narrative mode. ``point`` is the last date the text
    named (its first day), ``grain`` how exactly it did: D, W, M, Q, S (season), Y, E or C.
    """

    def __init__(self, anchor: dt.date | None) -> None:
        self.anchor = anchor
        self.point: dt.date | None = None
        self.grain = "Y"
        self.quarter: dt.date | None = None  # the first named: what a report of results is about
        self.bc_year: int | None = None  # 480 of a story set in 480 BC
        self.day_first: bool | None = None

    @property
    def narrative(self) -> bool:
        return self.anchor is None

    @property
    def story_year(self) -> int | None:
        """The year a narrative has got to, negative before Christ; None with an anchor."""
        if self.anchor:
            return None
        if self.bc_year:
            return -self.bc_year
        return self.point.year if self.point else None

    @property
    def today(self) -> dt.date | None:
        """The anchor; in narrative mode what was last spoken of."""
        return self.anchor or self.point

    @property
    def then(self) -> dt.date | None:
        """What was last spoken of; failing that the anchor."""
        return self.point or self.anchor

    def note(self, value: str) -> None:
        """The text has named this date."""
        if match := _BEFORE_CHRIST.match(value):
            self.bc_year = int(match[1])
        first, _ = calendar.bounds(value)
        if first is None:
            return
        self.point = first
        self.bc_year = None
        head = value.split("T")[0]
        self.grain = "W" if "W" in head and "WI" not in head else _GRAINS.get(len(head), "S")
        if "-Q" in head:
            self.grain = "Q"
            self.quarter = self.quarter or first
