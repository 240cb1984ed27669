"""The table of treaties is well formed: dates, their order, names, codes."""

from __future__ import annotations

import collections
import itertools
import re

from claims.countries import COUNTRIES
from claims.treaties import treaties
from claims.treaties.words import words

_DATE = re.compile(r"[0-2]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


def _key(name: str) -> tuple[str, ...]:
    return tuple(word.key for word in words(name))


def test_every_name_is_borne_by_one_row() -> None:
    counts = collections.Counter(treaty.name for treaty in treaties())
    assert [name for name, count in counts.items() if count > 1] == []


def test_names_that_several_treaties_share_are_told_apart_in_brackets() -> None:
    bearers = collections.defaultdict(set)
    for treaty in treaties():
        for name in (treaty.short, *treaty.aliases):
            bearers[_key(name)].add(treaty)
    unclear = [
        sorted(t.name for t in shared)
        for shared in bearers.values()
        if len(shared) > 1 and len({t.all_years[:3] for t in shared}) < len(shared)
    ]
    assert unclear == []


def test_no_alias_is_given_twice_in_a_row() -> None:
    for treaty in treaties():
        assert len(set(treaty.aliases)) == len(treaty.aliases), treaty.name


def test_dates_are_iso_and_in_order() -> None:
    for treaty in treaties():
        dates = [treaty.adopted, treaty.signed, treaty.in_force, treaty.ended]
        given = [date for date in dates if date]
        assert all(_DATE.fullmatch(date) for date in given), treaty.name
        for earlier, later in itertools.pairwise(given):
            length = min(len(earlier), len(later))
            assert earlier[:length] <= later[:length], treaty.name


def test_parties_are_country_codes() -> None:
    unknown = {code for treaty in treaties() for code in treaty.parties} - set(COUNTRIES.names)
    assert unknown == set()


def test_names_that_need_context_are_names_of_the_row() -> None:
    for treaty in treaties():
        assert set(treaty.context) <= {treaty.short, *treaty.aliases}, treaty.name


def test_every_row_says_where_it_comes_from() -> None:
    for treaty in treaties():
        assert treaty.sources, treaty.name
        url = treaty.reference.url if treaty.reference else None
        assert url is None or url.startswith("https://"), treaty.name


def test_there_are_names_enough_for_the_news() -> None:
    assert len(treaties()) >= 500
