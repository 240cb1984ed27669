"""Countries by all the names that news gives them: names, adjectives, people, capitals, seats.

``data/countries.tsv`` holds one surface a row. Finding is a dictionary look-up at every capitalised
word, so its cost is linear in the text. Codes are ISO 3166-1 alpha-2, with formerly used codes for
states that are gone (``SU``, ``YU``, ``DD``), ``EU``, and ``XK`` for Kosovo.
"""

from __future__ import annotations

import collections
import functools
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from claims.tables import rows


class Kind(StrEnum):
    """What a surface is to its country. ``NOT`` rows are matched and kept silent."""

    NAME = "name"
    ALIAS = "alias"
    LONG = "long"
    ADJECTIVE = "adjective"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    SEAT = "seat"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Surface:
    """One way to name a country. ``also`` holds other codes that the same words may mean."""

    text: str
    code: str
    kind: Kind
    ambiguous: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A country named in a text: ``text[start:end]``, half-open, in code points.

    ``ambiguous``: the words are also a person, a place or a thing ("Jordan", "Georgia"), or may
    mean one of the countries in ``also`` ("Brussels", "Congolese").
    """

    start: int
    end: int
    code: str
    kind: Kind
    ambiguous: bool = False
    also: tuple[str, ...] = ()

    def moved(self, by: int) -> Mention:
        """The same mention, its offsets counted from elsewhere."""
        start, end = self.start + by, self.end + by
        return Mention(start, end, self.code, self.kind, self.ambiguous, self.also)


@dataclass(frozen=True, slots=True)
class Countries:
    """The gazetteer. ``by_first_word`` holds, for the first word, the surfaces, longest first."""

    names: dict[str, str]
    by_first_word: dict[str, tuple[Surface, ...]]


# The first word of a surface: letters and digits, so that "U.S." starts with "U".
_WORD = re.compile(r"(?<![^\W_])[^\W_]+")
# Each as wide as what it stands for.
_SAME = (("’", "'"), ("‘", "'"), ("\n", " "), ("\t", " "), ("\xa0", " "), ("‑", "-"))
# "Iranian" → "Iranians", "Thai" → "Thais", "Greek" → "Greeks", but not "Danish", "Chinese"
_TAKES_S = re.compile(r".*(?:[anikrt]|oss)$")


def name(code: str) -> str:
    """The country's name as it stands in a sentence: ``the United States``; unknown: the code."""
    return COUNTRIES.names.get(code, code)


def find(text: str) -> list[Mention]:
    """Every country named in the text, in order of place, none overlapping; longest wins."""
    plain = text
    for written, same in _SAME:  # several times as fast as str.translate
        plain = plain.replace(written, same)
    found: list[Mention] = []
    reached = 0
    for match in _WORD.finditer(plain):
        if match[0] not in COUNTRIES.by_first_word or match.start() < reached:
            continue
        surface = _surface_at(plain, match)
        if surface is None:
            continue
        reached = match.start() + len(surface.text)
        if surface.kind is not Kind.NOT:
            found.append(
                Mention(
                    match.start(),
                    reached,
                    surface.code,
                    surface.kind,
                    surface.ambiguous,
                    surface.also,
                )
            )
    return found


def _surface_at(plain: str, match: re.Match[str]) -> Surface | None:
    for surface in COUNTRIES.by_first_word[match[0]]:
        end = match.start() + len(surface.text)
        if plain.startswith(surface.text, match.start()) and not _goes_on(plain, end):
            return surface
    return None


def _goes_on(plain: str, end: int) -> bool:
    """Whether a word that ends here goes on: "Omani" is not "Oman"."""
    return end < len(plain) and plain[end].isalnum() and plain[end - 1] != "."


@functools.lru_cache(maxsize=1)
def _load() -> Countries:
    names: dict[str, str] = {}
    surfaces: dict[str, Surface] = {}
    for row in rows("countries"):
        if row["kind"] == "display":
            names[row["code"]] = row["surface"]
            continue
        for surface in _variants(_surface(row)):
            surfaces.setdefault(surface.text, surface)
    by_first_word: dict[str, list[Surface]] = collections.defaultdict(list)
    for surface in surfaces.values():
        first = _WORD.match(surface.text)
        assert first is not None, surface
        by_first_word[first.group()].append(surface)
    return Countries(
        names,
        {
            word: tuple(sorted(found, key=lambda s: (-len(s.text), s.text)))
            for word, found in by_first_word.items()
        },
    )


def _surface(row: dict[str, str]) -> Surface:
    """``note`` is empty, ``homonym`` (also something else) or ``also:EU`` (other countries)."""
    note = row["note"]
    also = tuple(note.removeprefix("also:").split(",")) if note.startswith("also:") else ()
    return Surface(row["surface"], row["code"], Kind(row["kind"]), bool(note), also)


def _variants(surface: Surface) -> list[Surface]:
    """The surface, its plural if it names people, without accents, and as in a headline."""
    texts = [surface.text]
    if surface.kind in (Kind.ADJECTIVE, Kind.DEMONYM) and _TAKES_S.match(surface.text):
        texts.append(surface.text + "s")
    plain = unicodedata.normalize("NFKD", surface.text)
    texts.append("".join(c for c in plain if not unicodedata.combining(c)))
    if len(surface.text) > 3:
        texts += [text.upper() for text in texts if len(text.upper()) == len(text)]
    kinds = [surface.kind] * len(texts)
    for n, text in enumerate(texts):
        if text.casefold() == surface.text.casefold() + "s":
            kinds[n] = Kind.DEMONYM
    return [
        Surface(text, surface.code, kind, surface.ambiguous, surface.also)
        for text, kind in zip(texts, kinds, strict=True)
    ]


COUNTRIES = _load()
