"""The word lists of ``claims/data/treaty_words.toml``, read once, each word as its key."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from importlib import resources

from claims.treaties.words import key, words


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """See the file for what each list means; ``not_treaties`` are names of several words."""

    heads: frozenset[str]
    lower_case: frozenset[str]
    between: frozenset[str]
    openers: frozenset[str]
    weak: frozenset[str]
    vetoing_followers: frozenset[str]
    vetoing_modifiers: frozenset[str]
    themes: frozenset[str]
    strong_themes: frozenset[str]
    title_openers: frozenset[str]
    title_nouns: frozenset[str]
    connectors: frozenset[str]
    not_titles: frozenset[str]
    acronym_followers: frozenset[str]
    meeting_places: frozenset[str]
    not_treaties: frozenset[tuple[str, ...]]


def _load() -> Vocabulary:
    source = resources.files("claims") / "data" / "treaty_words.toml"
    lists = tomllib.loads(source.read_text(encoding="utf-8"))
    named = lists.pop("not_treaties")
    phrases = frozenset(tuple(w.key for w in words(name)) for name in named.split(";"))
    sets = {f.name: frozenset(map(key, lists[f.name].split())) for f in fields(Vocabulary)[:-1]}
    return Vocabulary(**sets, not_treaties=phrases)


VOCABULARY = _load()
HEADS = VOCABULARY.heads
