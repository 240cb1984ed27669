"""Which of several treaties of one name is meant: eight Treaties of Paris, two Geneva Accords."""

from __future__ import annotations

import collections
import dataclasses
import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from claims import countries
from claims.treaties import cues
from claims.treaties.table import YEARLY, Alias, Treaty
from claims.treaties.words import Word, words

if TYPE_CHECKING:
    from claims.treaties.mentions import Mention

Treaties = tuple[Treaty, ...]


class Clues:
    """How often a text names each word and each state; counted when first asked."""

    def __init__(
        self,
        text: str,
        its_words: Sequence[Word] | None = None,
        its_states: Callable[[], Sequence[countries.Mention]] | None = None,
    ) -> None:
        self._text = text
        self._words = its_words
        self._states = its_states or (lambda: countries.find(text))

    @functools.cached_property
    def words(self) -> collections.Counter[str]:
        each = words(self._text) if self._words is None else self._words
        return collections.Counter(word.key for word in each)

    @functools.cached_property
    def states(self) -> collections.Counter[str]:
        return collections.Counter(mention.code for mention in self._states())


def tell_apart(alias: Alias, year: int | None, sentence: str, article: Clues) -> Treaties:
    """The treaty meant, or all that it may be.

    The year that the article gives decides; then the years, the topic and the states of the
    sentence; then the treaty whose own name it is, which is meant when nothing else is said; then
    the topic and the states of the whole field. A year that no bearer fits leaves none: another
    treaty of that name is meant.
    """
    bearers = alias.treaties
    if alias.generic:
        bearers = tuple(t for t in bearers if _is_at_home(t, year, sentence, article))
    if len(bearers) < 2:
        return bearers
    own = (alias.own,) if alias.own else ()
    if year is not None:
        return _by_years(bearers, [year]) or own
    near = Clues(sentence)
    return (
        _by_years(bearers, cues.years_in(sentence))
        or _by_topic(bearers, near)
        or (() if own else _by_states(bearers, near))
        or own
        or _by_topic(bearers, article)
        or _by_states(bearers, article)
        or bearers
    )


def _is_at_home(treaty: Treaty, year: int | None, sentence: str, article: Clues) -> bool:
    """Whether a name that any two states may use can mean this treaty here.

    A year beside the name decides. Without one the article must be about its topic, or name its
    states; one state is enough when a year of the sentence fits: "a Treaty of Amity and Commerce"
    in an article on the United States and Siam is not that of 1778 with France.
    """
    if year is not None:
        return treaty.fits(year)
    if any(topic in article.words for topic in treaty.topics):
        return True
    named = sum(code in article.states for code in treaty.parties)
    fits = any(treaty.fits(any_year) for any_year in cues.years_in(sentence))
    return named >= (1 if fits else min(2, len(treaty.parties)))


def _by_years(bearers: Treaties, years: list[int]) -> Treaties:
    """The one that was made in one of the years, else the one that any other date fits."""
    made = tuple(t for t in bearers if any(_made_in(t, year) for year in years))
    if len(made) == 1:
        return made
    fitting = tuple(t for t in bearers if any(t.fits(year) for year in years))
    return fitting if len(fitting) == 1 else ()


def _made_in(treaty: Treaty, year: int) -> bool:
    dates = (treaty.adopted, treaty.signed)
    return any(date is not None and int(date[:YEARLY]) == year for date in dates)


def _by_topic(bearers: Treaties, clues: Clues) -> Treaties:
    if not any(t.topics for t in bearers):
        return ()
    return _best(bearers, lambda t: sum(clues.words[topic] for topic in t.topics))


def _by_states(bearers: Treaties, clues: Clues) -> Treaties:
    return _best(bearers, lambda t: sum(clues.states[code] for code in set(t.parties)))


def _best(bearers: Treaties, score: Callable[[Treaty], int]) -> Treaties:
    """The one that scores highest, if one does."""
    scores = [score(treaty) for treaty in bearers]
    highest = max(scores)
    best = tuple(t for t, points in zip(bearers, scores, strict=True) if points == highest)
    return best if highest > 0 and len(best) == 1 else ()


def settle_by_article(found: Mapping[str, tuple[Mention, ...]]) -> dict[str, tuple[Mention, ...]]:
    """A name that one place of the article tells apart means the same elsewhere in it."""
    every = [mention for mentions in found.values() for mention in mentions]
    told = dict.fromkeys(mention.treaty for mention in every if mention.treaty)

    def settle(mention: Mention) -> Mention:
        if len(mention.candidates) < 2:
            return mention
        meant = _only(treaty for treaty in told if treaty in mention.candidates)
        if meant is None:
            return mention
        return dataclasses.replace(mention, candidates=(meant,), name=meant.name)

    return {field: tuple(map(settle, mentions)) for field, mentions in found.items()}


def _only(treaties: Iterable[Treaty]) -> Treaty | None:
    left = tuple(treaties)
    return left[0] if len(left) == 1 else None
