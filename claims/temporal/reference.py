"""What a relative expression is relative to: the anchor, and what the text last spoke of."""

from __future__ import annotations

import datetime as dt
import re

from claims.temporal import calendar
from claims.temporal.tokens import BREAK, Tokens

_BEFORE_CHRIST = re.compile(r"BC([0-9]{4})")
_LONG_PAST_YEARS = 5
# Further back than this, the nearest such day is likely another one than the story's next.
_LONG_AGO_DAYS = 240
_GOING_ON_DAYS = 45
_TOO_COARSE_FOR = {"D": "MQSYEC", "W": "YEC", "2W": "YEC", "M": "YEC"}
_OF_LATE_YEARS = 2
_SAME_SENTENCE_TOKENS = 20
_SENTENCE_ENDS = frozenset(".;?!")
_ONLY_JOINS = frozenset("and or in , again then late early mid -".split())
_OPENINGS = frozenset(["In", "On", "By", "During", "Until", "Since"])
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
        self.clock: dt.time | None = None  # the time of that day, if the text told it
        self.quarter: dt.date | None = None  # the first named: what a report of results is about
        self.bc_year: int | None = None  # 480 of a story set in 480 BC
        self.day_first: bool | None = None
        self._years: dict[tuple[int, int], int] = {}  # of months and days named with their year
        self.ended_at = -1  # last token of the last date named
        self._day_before_that: dt.date | None = None  # the last named to the day, if since blurred
        self._named_at = 0  # token at which it was named
        self._told_at: int | None = None  # token at which a passage about the past stands

    @property
    def narrative(self) -> bool:
        return self.anchor is None

    def tell(self, tokens: Tokens, first: int, last: int) -> None:
        """Begin, go on with or end a passage about the past, at the date just noted.

        In an article with an anchor, "In 1943, …" opens one. It lasts to the paragraph's end or to
        the first date that is not long past.
        """
        self._named_at, self.ended_at = first, last
        if self.anchor is None or self.point is None:
            return
        if self.anchor.year - self.point.year < _LONG_PAST_YEARS:
            self._told_at = None
        elif self._told_at is not None or tokens.raw(first - 1) in _OPENINGS:
            self._told_at = first

    def story_at(self, tokens: Tokens, first: int) -> int | None:
        """The year of the passage about the past that token ``first`` stands in, if any."""
        if self._told_at is None or self.point is None:
            return None
        if tokens.symbols.find(BREAK, self._told_at, first) >= 0:
            self._told_at = None
            return None
        return self.point.year

    def year_going_on(self, tokens: Tokens, first: int, month: int, day: int) -> int | None:
        """The year of the past day just named, if month and day at ``first`` go on from it.

        "on January 3, 2016, … on January 4": in the same paragraph, and within weeks of it.
        """
        if self.anchor is None or self.point is None or self.grain != "D":
            return None
        if (self.anchor - self.point).days < _LONG_AGO_DAYS:
            return None
        if tokens.symbols.find(BREAK, self._named_at, first) >= 0:
            return None
        going_on = calendar.make_day(self.point.year, month, day)
        near = going_on and 0 <= (going_on - self.point).days <= _GOING_ON_DAYS
        return self.point.year if near else None

    def name_day(self, year: int, month: int, day: int) -> None:
        """The text has named this day with its year."""
        self._years[month, day] = year

    def year_named(self, month: int, day: int) -> int | None:
        """The year given to that day before, of late: "on June 3, 2010 … by June 3"."""
        year = self._years.get((month, day))
        near = year and self.anchor and abs(year - self.anchor.year) <= _OF_LATE_YEARS
        return year if near else None

    def year_in_sentence(self, tokens: Tokens, first: int, month: int) -> int | None:
        """The year named with the sentence's last month, if a later month follows at ``first``.

        "held in May 2011 and freed in October": of 2011 too. Not "in May 2011 and in October":
        had both been of that year, it would say "May and October 2011".
        """
        if self.anchor is None or self.point is None or self.grain not in ("M", "D"):
            return None
        if self.point.year == self.anchor.year or month <= self.point.month:
            return None
        gap = range(self.ended_at + 1, first)
        if not 0 < len(gap) <= _SAME_SENTENCE_TOKENS:
            return None
        if tokens.raw(self.ended_at) != f"{self.point.year}":
            return None
        between = {tokens.word(n) for n in gap}
        ends = between & _SENTENCE_ENDS or BREAK in tokens.symbols[gap.start : first]
        return None if ends or between <= _ONLY_JOINS else self.point.year

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

    def base_for(self, unit: str) -> dt.date | None:
        """What so many days, weeks or months "later" are counted from; None if no day is known.

        "on Sunday, for the first time since 1973, and again a day later": from Sunday.
        """
        if self.point is None or self.grain not in _TOO_COARSE_FOR.get(unit, ""):
            return self.then
        return self._day_before_that

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
        if self.point and self.grain == "D":
            self._day_before_that = self.point
        self.point = first
        self.bc_year = None
        head, _, time = value.partition("T")
        self.clock = _time_of(time)
        self.grain = "W" if "W" in head and "WI" not in head else _GRAINS.get(len(head), "S")
        if "-Q" in head:
            self.grain = "Q"
            self.quarter = self.quarter or first


def _time_of(words: str) -> dt.time | None:
    """ "09:30"; not "MO" or "24:00"."""
    try:
        return dt.time.fromisoformat(words)
    except ValueError:
        return None
