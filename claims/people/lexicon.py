"""The word lists behind names and titles, read once from ``claims/data``."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from claims import countries
from claims.tables import rows

_PREFIXES = ("then-", "ex-", "co-", "vice-", "sub-", "former-", "deputy-", "under-", "non-")
_SUFFIXES = (
    "-elect",
    "-designate",
    "-in-chief",
    "-general",
    "-turned",
    "-in-residence",
    "-at-large",
    "-in-charge",
)


# "machinist", "podiatrist", "obstetrician", "choreographer", "camerawoman": no list has them all
_OCCUPATION = re.compile(r"(?:[^lsuv]ist|ician|ographer|ologist|woman)$")


@dataclass(frozen=True, slots=True)
class GivenName:
    """``gender``: ``m``, ``f``, ``u`` (either), ``s`` (a family name that stands first).

    ``weak``: also a common word, a place or a firm, so that the name needs other signs.
    """

    gender: str
    weak: bool


@dataclass(frozen=True, slots=True)
class TitleWord:
    """``kind``: ``honorific``, ``office``, ``role`` (an occupation) or ``kin``.

    ``position``: a role only right before a full name ("defensive end Kofi Ansah").
    """

    kind: str
    gender: str


_GIVEN_NAMES = {(g, w): GivenName(g, w == "1") for g in "mfus" for w in "01"}
GIVEN = {row["name"]: _GIVEN_NAMES[row["gender"], row["weak"]] for row in rows("first_names")}
TITLES = {row["word"]: TitleWord(row["class"], row["gender"]) for row in rows("titles")}
SURNAMES = frozenset(row["name"] for row in rows("surnames"))
PLACES = {row["name"]: row["kind"] for row in rows("places")}
BODIES = frozenset(row["name"] for row in rows("bodies"))


def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows("name_words"):
        found.setdefault(row["class"], set()).add(row["word"])
    return {name: frozenset(words) for name, words in found.items()}


_CLASSES = _classes()
FORMER = _CLASSES["former"]
THEN = _CLASSES["then"]
ACTING = _CLASSES["acting"]
MODIFIERS = _CLASSES["modifier"] | FORMER | THEN | ACTING
INSTITUTIONS = _CLASSES["institution"]
ORGANISATIONS = _CLASSES["org"]
PARTICLES = _CLASSES["particle"]
SUFFIXES = _CLASSES["suffix"]
STOPS = _CLASSES["stop"]
# Nouns that open a sentence with a capital before a name: "Police arrested", "Critics say".
OPENERS = _CLASSES["opener"]
VERBS = _CLASSES["verb"]
# Faiths, parties, continents: "Protestant", "African"; with -s their people.
PEOPLES = _CLASSES["people"]
# Words that "and" joins in the name of a ministry or an agency: "Work and Pensions".
JOINED = _CLASSES["joined"]
# Capitals that are no names to check: "Internet", "Christmas", "Act"; acronyms of everyday.
NO_NAMES = _CLASSES["no_name"]
# What opens a clause behind a noun: "a lawyer representing the family".
PARTICIPLES = _CLASSES["participle"]
# Words in -er and -or that are no occupation: "after", "consider", "mirror".
NO_AGENT = _CLASSES["no_agent"]
SPEECH = _CLASSES["speech"]
# What persons do and firms seldom: "… died", "… grew up".
DEEDS = _CLASSES["deeds"]
# Title words and the like that are surnames too: "Stephen King", "Mike Pope", "Bill White".
SURNAMES_TOO = _CLASSES["surnames_too"]
# Words in -ed, -ing and -s that stand before a title's head: "retired", "managing", "sports".
FITS = _CLASSES["fits"]

# Countries and their adjectives that are nothing else ("Russian", not "Jordan").
_NAMES = (countries.Kind.NAME, countries.Kind.ALIAS, countries.Kind.LONG)
# Every name of a country, "Chad" and "Jordan" too.
COUNTRY_NAMES = frozenset(
    surface.text
    for surfaces in countries.COUNTRIES.by_first_word.values()
    for surface in surfaces
    if surface.kind in _NAMES
)
NATIONS = frozenset(
    surface.text
    for surfaces in countries.COUNTRIES.by_first_word.values()
    for surface in surfaces
    if not surface.ambiguous and " " not in surface.text
)


@functools.lru_cache(maxsize=20_000)
def given(word: str) -> GivenName | None:
    """What is known of the word as a given name; "Jean-Luc" is judged by its first part."""
    found = GIVEN.get(word) or (GIVEN.get(word.capitalize()) if word.isupper() else None)
    if found is None and "-" in word:
        return given(word.split("-")[0])
    return found


@functools.lru_cache(maxsize=20_000)
def title(low: str) -> TitleWord | None:
    """The title word, with a prefix, a suffix or a plural taken off: "then-president", "MPs"."""
    if low in TITLES:
        return TITLES[low]
    for prefix in _PREFIXES:
        if low.startswith(prefix):
            return title(low.removeprefix(prefix))
    for suffix in _SUFFIXES:
        if low.endswith(suffix):
            return title(low.removesuffix(suffix))
    if "-" in low and (found := _double(low)) is not None:
        return found
    if low.endswith("men") and low[:-2] + "an" in TITLES:
        return TITLES[low[:-2] + "an"]
    if low.endswith("s") and len(low) > 3 and low[:-1] in TITLES:
        return TITLES[low[:-1]]
    if low.endswith(("ches", "shes", "sses", "rses")) and low[:-2] in TITLES:
        return TITLES[low[:-2]]  # "coaches", "heiresses"
    if low.endswith("ies") and low[:-3] + "y" in TITLES:
        return TITLES[low[:-3] + "y"]  # "deputies", "secretaries"
    if len(low) > 6 and _OCCUPATION.search(low) and not low.startswith(("anti-", "pro-")):
        return TitleWord("role", "f" if low.endswith("woman") else "u")
    return None


def _double(low: str) -> TitleWord | None:
    """Two occupations in one: "actor-director", "doctor-turned-politician"."""
    first, _, last = low.partition("-turned-") if "-turned-" in low else low.rpartition("-")
    first_kind, last_kind = TITLES.get(first), TITLES.get(last)
    if last_kind is None or last_kind.kind not in ("office", "role"):
        return None
    return last_kind if first_kind is not None or "-turned-" in low else None
