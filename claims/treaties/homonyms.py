"""Which of several treaties of one name is meant: six Treaties of Paris, two Geneva Accords."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING

from claims.treaties import cues
from claims.treaties.table import YEARLY, Treaty

if TYPE_CHECKING:
    from claims.treaties.mentions import Mention


def tell_apart(bearers: tuple[Treaty, ...], year: int | None, sentence: str) -> tuple[Treaty, ...]:
    """The treaty meant, or all that it may be.

    The year that the article gives decides; then the years of the sentence; then the one whose
    name in the table carries no year, which is the one that is meant when nothing else is said.
    A year that none of several bearers fits leaves none: another treaty of that name is meant.
    """
    if len(bearers) == 1:
        return bearers
    default = tuple(t for t in bearers if not t.dated_name)
    if year is not None:
        return _fitting(bearers, [year]) or default[:1]
    return _fitting(bearers, cues.years_in(sentence)) or default[:1] or bearers


def _fitting(bearers: tuple[Treaty, ...], years: list[int]) -> tuple[Treaty, ...]:
    """The one that was made in one of the years, else the one that any other date fits."""
    made = [t for t in bearers if any(_made_in(t, year) for year in years)]
    if len(made) == 1:
        return tuple(made)
    fitting = [t for t in bearers if any(t.fits(year) for year in years)]
    return tuple(fitting) if len(fitting) == 1 else ()


def _made_in(treaty: Treaty, year: int) -> bool:
    return any(
        date is not None and int(date[:YEARLY]) == year for date in (treaty.adopted, treaty.signed)
    )


def settle_by_article(
    found: Mapping[str, tuple[Mention, ...]],
) -> dict[str, tuple[Mention, ...]]:
    """A name that one place of the article tells apart means the same elsewhere in it."""
    settled: dict[tuple[Treaty, ...], set[Treaty]] = {}
    every = [mention for mentions in found.values() for mention in mentions]
    for open_one in (m for m in every if len(m.candidates) > 1):
        told = {m.candidates[0] for m in every if m.treaty and m.treaty in open_one.candidates}
        settled[open_one.candidates] = told

    def settle(mention: Mention) -> Mention:
        told = settled.get(mention.candidates, set())
        if len(mention.candidates) < 2 or len(told) != 1:
            return mention
        (treaty,) = told
        return dataclasses.replace(mention, candidates=(treaty,), name=treaty.name)

    return {field: tuple(map(settle, mentions)) for field, mentions in found.items()}
