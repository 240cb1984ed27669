"""Where the title after a treaty's head ends: "Convention on Road Traffic | in Vienna"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.countries import COUNTRIES
from claims.treaties.vocabulary import HEADS, VOCABULARY
from claims.treaties.words import Word

_SPACES = (" ", "\n", "\xa0")
_PLACE_PARTICLES = frozenset("de la le du des al el sur upon en am der den".split())
_MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
_MOST_SMALL_WORDS = 4
_LONGEST_TITLE = 30
_LONGEST_PLACE = 6


def end(found: Sequence[Word], head: int, *, has_name: bool) -> int:
    """The last word of the title that the head at ``head`` opens; ``head`` when it opens none.

    "Treaty of | Versailles", "Convention of | 1818", "Treaty of | Amity and Commerce",
    "Convention for the | Conservation of Antarctic Marine Living Resources".
    """
    if head + 2 >= len(found) or found[head].possessive:
        return head
    opener, word = found[head + 1], found[head + 2]
    if opener.gap not in _SPACES:
        return head
    if not has_name and opener.capital and opener.key.endswith("ing"):
        return _title(found, head)  # "Treaty Restoring Friendly Relations"
    if opener.key not in VOCABULARY.title_openers or (opener.capital and not word.capital):
        return head
    if opener.key == "of":
        if word.text.isdigit():
            bare_year = not has_name and len(word.text) == 4 and word.gap == " "
            return head + 2 if bare_year else head
        first = head + 3 if word.key == "the" and head + 3 < len(found) else head + 2
        if found[first].key not in VOCABULARY.title_nouns:
            return _place(found, head, first)
        return _title(found, head, VOCABULARY.title_nouns | VOCABULARY.themes)
    if has_name and opener.key == "to":
        return head
    return _title(found, head)


def is_noun(word: Word) -> bool:
    """Whether a title that begins with it names what is agreed, not where: "of Friendship"."""
    return word.key in VOCABULARY.title_nouns


def _place(found: Sequence[Word], head: int, first: int) -> int:
    """The last word of a place: "Guadalupe Hidalgo", "Saint-Germain-en-Laye", "the Pyrenees"."""
    last = head
    for at in range(first, min(len(found), first + _LONGEST_PLACE)):
        word = found[at]
        if word.gap not in (*_SPACES, "-", "–"):
            break
        if word.capital and word.key not in _MONTHS and word.key not in VOCABULARY.not_titles:
            last = at
        elif word.key not in _PLACE_PARTICLES or at == first:
            break
        if word.possessive:
            break
    return last


def _title(found: Sequence[Word], head: int, only: frozenset[str] | None = None) -> int:
    """Capitals, and small words that lead on to capitals, up to a word that cannot go on.

    ``only`` holds the capitals that may stand in it: "of Amity and Commerce | and Adams".
    """
    last, small = head, 0
    for at in range(head + 1, min(len(found), head + _LONGEST_TITLE)):
        word = found[at]
        if word.gap not in (*_SPACES, "-", "–", ", "):
            break
        if word.capital:
            if _stops(found, at) or (only is not None and word.key not in only):
                break
            last, small = at, 0
            if word.possessive:
                break
        elif word.key in VOCABULARY.connectors and small < _MOST_SMALL_WORDS:
            small += 1
        else:
            break
    return last


def _stops(found: Sequence[Word], at: int) -> bool:
    """Whether the capital at ``at`` belongs to what follows the title.

    "… in | Geneva", "… and | Brazil", "… and the | Vienna Convention", "…, | Russia".
    """
    word, before = found[at], found[at - 1].key
    if word.key in _MONTHS or word.key in HEADS:
        return True
    if word.gap == ", ":
        return word.key not in VOCABULARY.title_nouns | VOCABULARY.themes
    if before in ("in", "and", "or", "to", "from") and word.text in COUNTRIES.by_first_word:
        return True
    return before in ("and", "the", "or") and any(w.key in HEADS for w in found[at : at + 4])
