"""What stands around a candidate, in words that every judge asks for."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from claims.extractors.superlative.candidates import RANKS
from claims.scope import BOUND, NEAR, NEW_CLAUSE, PLACE, SINCE
from claims.tables import table

_BEFORE, _AFTER = 60, 110
NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve fifteen twenty hundred "
    "dozen".split()
)


@dataclass(frozen=True, slots=True)
class Found:
    """A superlative: half-open, in code points; ``rank`` 1 for first and largest."""

    start: int
    end: int
    rank: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """A candidate, up to 60 code points before it and up to 110 after it within its clause."""

    match: re.Match[str]
    before: str
    after: str
    speaks: bool  # "of the two, the first official said": the clause goes on with a verb of saying

    def found(self, rank: int | None) -> Found:
        return Found(self.match.start(), self.match.end(), rank)

    @property
    def scoped(self) -> bool:
        """Whether a time or a place follows within which it holds: "since 1953", "in Asia"."""
        return self.since or bool(PLACE.search(self.after[:NEAR]))

    @property
    def since(self) -> bool:
        return bool(SINCE.search(self.after[:NEAR]))

    @property
    def bound(self) -> bool:
        """Whether the noun itself is so bound: "the first case in Ghana was", not "was … in"."""
        verb = _VERB.search(self.after)
        own = self.after[: verb.start() if verb else None].partition(", ")[0]
        return bool(SINCE.search(own) or PLACE.search(own))

    @property
    def one_of(self) -> bool:
        return bool(_ONE_OF.search(self.before))

    @property
    def determined(self) -> bool:
        return bool(_DETERMINED.search(self.before))

    @property
    def owned(self) -> bool:
        """After a possessive noun or pronoun: "Ohio’s largest", "his last"."""
        return bool(_OWNED.search(self.before))

    @property
    def linked(self) -> bool:
        """After "is the", "became the", "as the"; never after "is a"."""
        return bool(_COPULA.search(self.before)) and not self.before.endswith((" a ", " an "))

    @property
    def apposed(self) -> bool:
        return bool(_APPOSITION.search(self.before)) and not self.speaks

    @property
    def opens(self) -> bool:
        """Whether nothing but a full stop, a colon or a line's end stands before."""
        stripped = self.before.rstrip()
        return not stripped or stripped[-1] in '.!?:”—"' or "\n" in self.before[len(stripped) :]

    @property
    def capital(self) -> bool:
        return self.match.group()[0].isupper()

    @property
    def nouns(self) -> list[str]:
        """The words of the noun phrase that follows, in lower case, at most five."""
        stop = _PHRASE_ENDS.search(self.after)
        words = _WORD.findall(self.after[: stop.start() if stop else None])
        return [word.lower() for word in words[:5]]


_ONE_OF = re.compile(
    r"\b(?:one of|among|some of|(?:two|three|four|five|ten|many|few|several) of)\b[^.;,]{0,24}$",
    re.I,
)
_OWNED = re.compile(r"(?:\b(?:his|her|its|their|whose)|[’']s|s[’']) $", re.IGNORECASE)
_DETERMINED = re.compile(
    r"(?:\b(?:the|its|his|her|their|whose|our|my|a|an|another|two|three|four|five|ten|\d+|single|world)"
    r"|(?<!\bit)(?<!\bhe)(?<!that)(?<!there)(?<!what)[’']s?)[ -]"
    r"(?:(?:previous|current|existing|reigning|accepted|current accepted|next|single|very|two|three"
    r"|four|five|ten|\d+|(?:[a-z-]+est|first|only|\d+(?:th|st|nd|rd)|[a-z]+th|second|third),?"
    r" (?:and|or))[ -])?$",
    re.IGNORECASE,
)
_COPULA = re.compile(
    r"""\b(?: is|was|are|were|be|been|being|bec[ao]mes?|becoming|remain(?:s|ed)?|as
          | (?<=\b[Ii]t)[’']s | mark(?:s|ed|ing)
          | ma(?:de|kes|king)[ ](?:him|her|it|them|this|that|[A-Z]\w+) | not )[ ]
        (?:[\w-]+ly[ ]|also[ ]|still[ ]|now[ ]|only[ ])?
        (?:the|his|her|its|their|[A-Z][\w.]*[’']s?|the[ ][a-z]+[’']s?|[a-z]+[’']s?|an?)?[ ]?$""",
    re.VERBOSE,
)
# "the Paris agreement, the first accord to …": a noun phrase stands before the comma.
_APPOSITION = re.compile(
    r"\w+ [\w.’)]{3,}(?:, | — | – | - |—)(?:the|his|her|its|their|[A-Z][\w.]*[’']s?"
    r"|the [a-z]+[’']s?) $"
)
_VERB = re.compile(
    r" (?:is|are|was|were|has|have|had|will|would|can|could|must|should|may|might|came|went)\b"
)
_WORD = re.compile(r"[\w’'-]+")
_PHRASE_ENDS = re.compile(
    r"[.,;:!?()“”\"\n—–]| - |\b(?:in|on|at|to|of|since|for|ever|that|which|who|whose|whom|by|with"
    r"|from|after|before|during|against|between|into|under|over|about|as|when|where|while|but|and"
    r"|or|is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|should|did|does"
    r"|he|she|it|they|we|you|i|the|an?|his|their|its|said|says)\b(?!-)",
    re.IGNORECASE,
)


def place_of(text: str, match: re.Match[str]) -> Place:
    """The candidate with the words around it, cut where its clause ends."""
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    after = text[match.end() : match.end() + _AFTER]
    if bound := BOUND.search(after):
        after = after[: bound.start()]
    clause = NEW_CLAUSE.search(after)
    if clause and not match["last"]:
        after = after[: clause.start()]
    speaks = clause is not None and clause.group() in (" said", " says", " told", " announced")
    return Place(match, before, after, speaks)


def graded(noun: str, grade: str) -> bool:
    """Whether the noun, or what it is the plural of, is of the grade."""
    listed = words(grade)
    return noun in listed or noun.removesuffix("s") in listed or noun.removesuffix("es") in listed


@functools.cache
def words(grade: str) -> frozenset[str]:
    """The words of one grade of ``data/superlatives.tsv``."""
    return frozenset(row["word"] for row in table("superlatives") if row["grade"] == grade)


def rank_of(word: str) -> int:
    """ "second" and "2nd" as 2."""
    return RANKS.get(word.lower()) or int(re.sub(r"\D", "", word))
