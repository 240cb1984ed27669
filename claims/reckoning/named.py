"""A number and the names that are to make it up: "two districts: Lapa, Graça and São Bento"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.document import Document
from claims.figures import Figure, shown
from claims.model import Severity

_MOST = 8
# "three accomplices, the jury was told: ", "two: "
_OPENS = re.compile(
    r"(?: (?!of\b|to\b)[\w’'-]+){0,4}(?:, the [a-z]+ (?:was|were) told|, [a-z]+ said)?: "
)
_NAME = re.compile(
    r"(?:[a-z’'-]+ ){0,4}(?:[A-ZÀ-Þ][\w’'.-]*)"
    r"(?: (?:[A-ZÀ-Þ][\w’'.-]*|of|de|da|the|van|von|bin|al-\w+))*"
)
_OPEN = re.compile(
    r"[\d“”\";:(]|\b(?:who|which|whose|or|both|include|including|among|is|are|was|were|will|said)\b"
)
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Listed:
    figure: Figure
    message: str
    severity: Severity = Severity.MEDIUM


def find(document: Document, found: Sequence[Figure]) -> Iterator[Listed]:
    """Figures of one field, each before a colon and a list of nothing but names."""
    for figure in found:
        if not figure.exact or not 2 <= figure.number <= _MOST:
            continue
        end = figure.sentence.end
        after = document.text[figure.span.end : min(end, figure.span.end + _LONGEST + 60)]
        opens = _OPENS.match(after)
        if opens is None:
            continue
        listed = after[opens.end() :].rstrip().rstrip(".").rstrip()
        if figure.span.end + len(after) < end or len(listed) > _LONGEST:
            continue
        if _OPEN.search(_OF_AGE.sub("", listed)):
            continue
        least, most = _count_persons(listed) if _A_PERSON.match(listed) else _count(listed)
        if least >= 2 and not least <= figure.number <= most:
            named = str(least) if least == most else f"{least} or {most}"
            said = shown(figure).lower()
            yield Listed(figure, f"The article says {said}, but then names {named}: {listed}.")


# "a man of 44, a woman of 51 and a girl of nine"
_A_PERSON = re.compile(
    r"(?:an?|one) (?:[a-z-]+ ){0,2}?(?:man|woman|boy|girl|child|baby|teenager|nurse|doctor|driver"
    r"|teacher|student|officer|soldier|policeman|pensioner|farmer|passer-by|tourist|father|mother)\b"
)
_OF_AGE = re.compile(
    r" (?:of|aged) (?:\d{1,3}|(?!which|whom|them|the|those|a)[a-z]+)\b"
    r"|, (?:aged )?\d{1,3}(?=,| and|$)|,? \(\d{1,3}\)"
)


def _count_persons(listed: str) -> tuple[int, int]:
    """How many persons are told one by one; (0, 0) where any item is another thing."""
    items = re.split(r", and |, | and ", _OF_AGE.sub("", listed))
    persons = [item for item in items if _A_PERSON.match(item)]
    return (len(items), len(items)) if len(persons) == len(items) > 1 else (0, 0)


def _count(listed: str) -> tuple[int, int]:
    """The least and the most names that the list may hold; (0, 0) if it is no such list.

    A name may have "and" in it, and an item without a capital stands beside the name before it.
    """
    head, joint, last = listed.rpartition(" and ")
    if not joint:
        return 0, 0
    items = [item.strip() for item in head.rstrip(",").split(",")] + [last.strip()]
    named = [item for item in items if _NAME.fullmatch(item.removeprefix("and ").strip())]
    if len(named) != len(items):
        return 0, 0
    inner = sum(item.count(" and ") for item in items)
    return len(items), len(items) + inner
