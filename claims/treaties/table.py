"""The table of treaties, ``claims/data/treaties.tsv``, as records and as an index of names."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from claims.model import Reference
from claims.tables import rows
from claims.treaties.vocabulary import VOCABULARY
from claims.treaties.words import Word, first_key, words

YEARLY = 4


@dataclass(frozen=True, slots=True)
class Treaty:
    """One row. Dates are ISO strings as exact as is known.

    ``years`` fit it too (amendments, announcements); ``context`` are those of its names that mean
    the treaty in treaty talk only; ``topics`` are words that tell it from its homonyms.
    """

    name: str
    aliases: tuple[str, ...]
    adopted: str | None
    signed: str | None
    in_force: str | None
    ended: str | None
    years: tuple[int, ...]
    parties: tuple[str, ...]
    context: tuple[str, ...]
    topics: frozenset[str]
    reference: Reference | None
    sources: str

    @property
    def short(self) -> str:
        """The name without the year that tells homonyms apart: ``Treaty of Paris``."""
        return self.name.split(" (")[0] if self.name.endswith(")") else self.name

    def fits(self, year: int) -> bool:
        """Whether any date of the treaty lies in the year."""
        return year in self.all_years

    @property
    def all_years(self) -> tuple[int, ...]:
        dates = (self.adopted, self.signed, self.in_force, self.ended)
        return (*(int(date[:YEARLY]) for date in dates if date), *self.years)


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of one treaty, or of several homonyms.

    ``own`` is the homonym that is meant when nothing else is said: the one that is called so
    without a bracket, or the only one that the table gives this name and not a variant of it.
    ``needs_context``: see :mod:`.cues`. ``generic``: any two states may have one of that name.
    """

    words: tuple[Word, ...]
    text: str
    treaties: tuple[Treaty, ...]
    own: Treaty | None
    needs_context: bool
    generic: bool

    @property
    def is_acronym(self) -> bool:
        return any(len(w.text) > 1 and w.text.isupper() for w in self.words[:2])


@functools.cache
def treaties() -> tuple[Treaty, ...]:
    """Every row of the table, in its order."""
    return tuple(_treaty(row) for row in rows("treaties"))


def _treaty(row: dict[str, str]) -> Treaty:
    label, url = row["reference_label"], row["reference_url"]
    return Treaty(
        name=row["name"],
        aliases=_list(row["aliases"]),
        adopted=row["adopted"] or None,
        signed=row["signed"] or None,
        in_force=row["in_force"] or None,
        ended=row["ended"] or None,
        years=tuple(int(year) for year in row["years"].split()),
        parties=tuple(row["parties"].split()),
        context=_list(row["context"]),
        topics=frozenset(row["topics"].split()),
        reference=Reference(label, url or None) if label else None,
        sources=row["sources"],
    )


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


# ---- names ------------------------------------------------------------------------------------


class Node:
    """A place in the tree of names, keyed by words; ``aliases`` end here."""

    __slots__ = ("aliases", "next")

    def __init__(self) -> None:
        self.next: dict[str, Node] = {}
        self.aliases: list[Alias] = []


def beginning(key: str) -> Node | None:
    """The tree of all names, and variants of names, whose first word has this key."""
    return _tree(key) if key in _by_first_word() else None


@functools.cache
def _tree(key: str) -> Node:
    """A text names few of the treaties, so no more of the tree is built than it asks for."""
    root = Node()
    for name, held in _by_first_word()[key].items():
        needs_context = any(name in treaty.context for treaty in held)
        generic = _is_generic(name, held)
        alias = Alias(
            tuple(words(name)), name, tuple(held), _own(name, held), needs_context, generic
        )
        node = root
        for word in alias.words[1:]:
            node = node.next.setdefault(word.key, Node())
        node.aliases.append(alias)
    return root


@functools.cache
def _by_first_word() -> dict[str, dict[str, list[Treaty]]]:
    """Key of a first word → name → the treaties that bear it."""
    bearers: dict[str, list[Treaty]] = {}
    for treaty in treaties():
        for name in dict.fromkeys(_names(treaty)):
            bearers.setdefault(name, []).append(treaty)
    found: dict[str, dict[str, list[Treaty]]] = {}
    for name, held in bearers.items():
        found.setdefault(first_key(name), {})[name] = held
    return found


def _own(name: str, bearers: list[Treaty]) -> Treaty | None:
    key = [word.key for word in words(name)]
    for treaty in bearers:
        variants = _variants(treaty.short) if treaty.name == treaty.short else ()
        if any([word.key for word in words(variant)] == key for variant in variants):
            return treaty
    given = [treaty for treaty in bearers if name in (treaty.short, *treaty.aliases)]
    return given[0] if len(given) == 1 else None


def _is_generic(name: str, bearers: list[Treaty]) -> bool:
    """Whether it names no place, person or thing of its own: "Mutual Defense Treaty"."""
    common = VOCABULARY.themes | VOCABULARY.title_nouns | VOCABULARY.heads | VOCABULARY.connectors
    return all(t.parties for t in bearers) and all(word.key in common for word in words(name))


def _names(treaty: Treaty) -> Iterator[str]:
    for name in (treaty.short, *treaty.aliases):
        yield from _variants(name)


def _variants(name: str) -> Iterator[str]:
    """The name, and the forms that follow from it by rule.

    "UN Charter" → "United Nations Charter"; "Treaty of Sèvres" → "Sèvres Treaty";
    "US-Japan Security Treaty" → "United States-Japan Security Treaty".
    """
    yield name
    for short, long in (
        ("UN ", "United Nations "),
        ("US-", "United States-"),
        ("US ", "American "),
    ):
        if name.startswith(short):
            yield long + name.removeprefix(short)
    of = name.removeprefix("Treaty of ")
    if of != name and first_key(of) not in VOCABULARY.title_nouns and "," not in of:
        yield f"{of} Treaty"
    if "Non-" in name:
        stem, rest = name.split("Non-", 1)
        yield f"{stem}Non{rest[0].lower()}{rest[1:]}"
