"""Seasons, of the year and of sport: "last fall", "the winter of 1939", "next season"."""

from __future__ import annotations

import datetime as dt

from claims.temporal import calendar, lexicon
from claims.temporal.cues import AHEAD
from claims.temporal.grammar.common import EDGE, edge, looks, written_year
from claims.temporal.reference import Reference
from claims.temporal.rule import Hit, Reading, Rule


def _season(hit: Hit, reference: Reference) -> Reading | None:
    season = lexicon.SEASONS[hit["s"]]
    if hit["y"] or hit["bc"]:
        year = -hit.number("bc") if hit["bc"] else written_year(hit)
        return Reading("DATE", f"{calendar.year(year)}-{season}", edge(hit))
    if hit["s"] == "fall" and not (hit["which"] or hit["edge"] or _fall_is_a_season(hit)):
        return None
    if hit.before in _NAMED_SEASONS or hit.after in _NOT_OF_A_SEASON:
        return None
    if hit.before in ("a", "an") and not (hit["which"] or hit["edge"]):
        return None  # "a winter storm"
    today, which = reference.today, hit["which"]
    if reference.bc_year:
        return Reading("DATE", f"{calendar.year(-reference.bc_year)}-{season}", edge(hit))
    if today is None:
        return Reading("DATE", f"XXXX-{season}", edge(hit))
    return Reading(
        "DATE", f"{_season_year(hit, reference, today, season, which):04}-{season}", edge(hit)
    )


# "the Arab Spring", "an Indian summer"
_NAMED_SEASONS = frozenset("arab prague hot silent indian african".split())
# "spring training", "the Winter Olympics"
_NOT_OF_A_SEASON = frozenset(
    "break water training olympics olympic games paralympics palace onion onions chicken".split()
)


def _fall_is_a_season(hit: Hit) -> bool:
    return (
        hit.before in ("in", "by", "until", "since", "through")
        and hit.text.startswith(("the", "fall", "Fall"))
        and hit.after in (",", ".", ";", "", "when", "after", "and", "but", "as")
    )


def _season_year(hit: Hit, reference: Reference, today: dt.date, season: str, which: str) -> int:
    month = _MONTHS[season]
    if season == "WI" and today.month <= 2 and today.year > 1 and not reference.narrative:
        today = today.replace(today.year - 1, 12, 1)  # in the winter that began last year
    if which in ("last", "past", "previous"):
        return today.year - (month + 1 >= today.month)
    if which in ("next", "coming", "upcoming", "following"):
        return today.year + (month <= today.month)
    if which or reference.narrative:
        return today.year
    ahead = looks(hit, reference) == AHEAD
    if month - 1 > today.month and not ahead:
        return today.year - 1
    return today.year + (ahead and month + 2 < today.month)


def _season_of_sport(hit: Hit, reference: Reference) -> Reading | None:
    """ "last season": the year in which it began, which most leagues do in August.

    From April on, leagues that play by the calendar year have got one further. In summer one
    season is over and the next has not begun.
    """
    today = reference.today
    if hit.after == "of" or hit.text.lower().startswith("the last"):
        return None
    if today is None:
        return Reading("DATE", "XXXX")
    latest = today.year - (today.month < _FIRST_MONTH)
    step = {"last": -1, "previous": -1, "this": 0, "next": 1}[hit["which"]]
    if today.month in _BETWEEN_SEASONS:
        step = {-1: 0, 0: today.month - _BETWEEN_SEASONS[0], 1: 1}[step]
    year = latest + step
    values = (f"{year:04}", f"{year + 1:04}")
    unsure = _UNSURE_FROM_MONTH <= today.month < _FIRST_MONTH
    return Reading(
        "DATE", values[0], edge(hit), values if unsure else (), moves=False, through=values[1]
    )


_UNSURE_FROM_MONTH, _FIRST_MONTH, _BETWEEN_SEASONS = 4, 8, (6, 7)


_MONTHS = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}
_WHICH = "which=last|this|next|past|coming|previous|following|upcoming|current|preceding"

RULES = (
    Rule(
        "season of sport",
        f"{EDGE}? the? which=last|this|next|previous season",
        _season_of_sport,
        {"He scored 12 goals last season.": "2019", "She will ride for them next season.": "2021"},
        ("He saw the last season of the show.", "the next seasonal worker"),
    ),
    Rule(
        "season",
        f"{EDGE}? the? ( {_WHICH} )? ( early|late|mid -? )? s=SEASON of? ,? "
        "( y=YEARNUM|SHORTYEAR ( -|–|/ TWODIGIT )? | bc=INT ERA )",
        _season,
        {"summer 2009": "2009-SU", "the winter of 1939": "1939-WI"},
    ),
    Rule(
        "near season",
        f"{EDGE}? ( the ( edge3=early|late|mid -? )? | {_WHICH} | the|this {_WHICH} )? "
        "s=SEASON months?",
        _season,
        {
            "last fall": "2020-FA",
            "this summer": "2021-SU",
            "in the summer": "2020-SU",
            "this past winter": "2020-WI",
            "over the summer months": "2020-SU",
        },
        (
            "the fall of the wall",
            "prices fall",
            "the Arab Spring",
            "a hot spring",
            "a winter storm",
        ),
    ),
)
