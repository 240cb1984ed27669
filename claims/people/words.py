"""A field as words, with what stands between them. Linear in the length of the text."""

from __future__ import annotations

import re
from typing import NamedTuple

_LETTER = r"[^\W\d_]"
# "Co.’s" · "J.K.", "U.S.", "W." · "O’Neill", "Jean-Luc", "Al-Assad", "president-elect"; a letter
# may carry combining accents
_WORD = re.compile(
    rf"(?:Co|Corp|Inc|Ltd|Bros|Jr|Sr)\.['’]s\b|(?:{_LETTER}\.)+(?!{_LETTER})|(?:{_LETTER}[\u0300-\u036f]*)+"
    rf"(?:[-'’‑](?:{_LETTER}[\u0300-\u036f]*)+)*"
)
_POSSESSIVE = ("'s", "’s", "'S", "’S")
_LONGEST_GAP = 12
# Abbreviations whose full stop does not end anything, before a name.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof rev hon gov gen lt col maj sgt capt cmdr cdr adm sen sens rep reps pres st "
    "supt insp det amb cpl pvt msgr fr messrs jr sr brig asst ald del".split()
)


class Word(NamedTuple):
    """``text[start:end]`` without a possessive ’s; ``gap`` is what follows, at most 12 characters.

    ``low`` is lower-cased, with straight apostrophes and plain hyphens and without full stops.
    """

    start: int
    end: int
    text: str
    low: str
    possessive: bool
    gap: str

    @property
    def capital(self) -> bool:
        """Whether it opens with a capital, an Arabic article let be: "al-Nimr"."""
        text = self.text
        return text[0].isupper() or (text[:3] in _ARTICLES and text[3:4].isupper())

    @property
    def initial(self) -> bool:
        """ "A." in "Ann A. Lee", which is no article."""
        return len(self.text) == 2 and self.text[1] == "." and self.text[0].isupper()

    @property
    def joined(self) -> bool:
        """Whether the next word belongs to the same phrase: only space between them."""
        if self.possessive:
            return False
        if self.gap[:1] == "." and self._shortened:
            return self.gap[1:] in _SPACES
        return self.gap in _SPACES

    @property
    def followed(self) -> bool:
        """As ``joined``, a possessive ’s notwithstanding: "Germany’s foreign minister"."""
        return self.joined or (self.possessive and self.gap in _SPACES)

    @property
    def _shortened(self) -> bool:
        return self.low in _ABBREVIATIONS or (len(self.low) == 1 and self.capital)


_ARTICLES = frozenset({"al-", "el-", "ul-", "as-", "ad-", "ar-", "an-"})
_SPACES = frozenset({" ", "\xa0", "\n", "\r\n", "  ", " \n", "\u202f", "\u2009", " \xa0", "\xa0 "})
_PLAIN = str.maketrans({"’": "'", "‑": "-"})


def words(text: str) -> list[Word]:
    """The words of the text, in order."""
    matches = list(_WORD.finditer(text))
    out = []
    for n, match in enumerate(matches):
        start, end = match.span()
        after = end
        possessive = match.group().endswith(_POSSESSIVE) and end - start > 2
        if possessive:
            end -= 2
        following = matches[n + 1].start() if n + 1 < len(matches) else len(text)
        shown = text[start:end]
        low = shown.lower().translate(_PLAIN).replace(".", "")
        if shown in ("US", "U.S."):
            low = "u.s"  # not the pronoun
        elif shown == "WHO":
            low = "w.h.o"
        gap = text[after : min(following, after + _LONGEST_GAP)]
        if not possessive and gap[:1] in "'’" and gap[1:] in _SPACES and low.endswith("s"):
            possessive, gap = True, gap[1:]  # "the Democrats’ leader"
        out.append(Word(start, end, shown, low, possessive, gap))
    return out
