"""States that are gone: Moscow in 1980 is the Soviet Union’s, Belgrade in 1992 Yugoslavia’s."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace

from claims.model import Party
from claims.tables import rows

_YEAR = 4


@dataclass(frozen=True, slots=True)
class _Former:
    """``first`` and ``last`` are years, both inclusive; no ``words``: any name of the state."""

    code: str
    first: int
    last: int
    words: tuple[str, ...]


def then(party: Party | None, timex: str | None) -> Party | None:
    """The side of an event as it was in the year of a TIMEX3 value; unchanged without one."""
    if party is None or timex is None or party.code not in _table():
        return party
    year = timex[:_YEAR]
    if len(year) < _YEAR or not year.isdigit():
        return party
    former = _table()[party.code]
    named = not former.words or (party.text or former.words[0]) in former.words
    return replace(party, code=former.code) if named and _within(int(year), former) else party


def _within(year: int, former: _Former) -> bool:
    return former.first <= year <= former.last


@functools.cache
def _table() -> dict[str, _Former]:
    return {
        row["code"]: _Former(
            row["former"], int(row["first"]), int(row["last"]), tuple(row["words"].split(";"))
            if row["words"] else (),
        )
        for row in rows("former_states")
    }  # fmt: skip
