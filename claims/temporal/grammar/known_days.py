"""Days that go by their number alone: "the Sept. 11 attacks", "the Oct. 7 massacre"."""

from __future__ import annotations

import datetime as dt

from claims.temporal.reference import Reference
from claims.temporal.rule import Hit

_ATTACKS = "attacks attack terrorist terrorists terror massacre assault victims "
_SEPT_11 = (
    "hijackers hijackings hijacking commission conspiracy conspirators plot plotter plotters "
    "mastermind suspects defendants truthers widows"
)
# (month, day) -> its year, and the words behind the date that tell
_BY_WHAT_FOLLOWS = {
    (9, 11): (2001, frozenset((_ATTACKS + _SEPT_11).split())),
    (1, 6): (2021, frozenset((_ATTACKS + "riot riots insurrection committee rioters").split())),
    (10, 7): (2023, frozenset((_ATTACKS + "hostages").split())),
}
# "since Sept. 11", "the post-Sept. 11 world", "the Sept. 11 memorial": of 2001, unless the article
# is of that season.
_LEADS_TO_SEPT_11 = frozenset("since after before post pre".split())
_KEEPS_SEPT_11 = frozenset("memorial museum families survivors responders anniversary".split())
_THAT_SEASON_DAYS = 60


def known_year(month: int, day: int, hit: Hit, reference: Reference) -> int | None:
    """The year of the day that all know by month and day, if this is that day."""
    year, words = _BY_WHAT_FOLLOWS.get((month, day), (0, frozenset[str]()))
    if hit.after in words and (reference.today is None or year <= reference.today.year):
        return year
    if (month, day) == (9, 11) and reference.anchor and _is_the_eleventh(hit, reference.anchor):
        return 2001
    return None


def _is_the_eleventh(hit: Hit, anchor: dt.date) -> bool:
    led = hit.tokens.word(hit.first - 2) if hit.before == "-" else hit.before
    if led not in _LEADS_TO_SEPT_11 and hit.after not in _KEEPS_SEPT_11:
        return False
    days_since = (anchor - dt.date(anchor.year, 9, 11)).days % 365
    long_since = _THAT_SEASON_DAYS < days_since < 365 - _THAT_SEASON_DAYS
    return long_since and anchor > dt.date(2001, 9, 11)
