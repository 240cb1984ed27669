"""The names in an article that want checking for spelling: persons, bodies, places.

Persons come from the registry, countries from their table, other bodies and places from
``claims.naming``. One entity is kept once an article, with every place in the field where it first
stands.
"""

from __future__ import annotations

import bisect
import dataclasses
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims import countries, naming
from claims.model import Span

if TYPE_CHECKING:
    from claims.document import Context, Document
    from claims.people.words import Word

# (place, type, key that mentions of the same name share, whether it is a guess)
_Found = tuple[Span, str, str, bool]


@dataclass(frozen=True, slots=True)
class Entity:
    """``type`` is ``person``, ``body`` or ``place``; ``places`` all stand in ``field``.

    ``guess``: only its use in the article tells that it is a name, and of what.
    """

    type: str
    field: str
    span: Span
    places: tuple[Span, ...]
    variants: tuple[str, ...]
    guess: bool = False


@dataclass(slots=True)
class _Gathered:
    type: str
    field: str
    span: Span
    text: str
    guess: bool = False
    places: list[Span] = dataclasses.field(default_factory=list)
    forms: dict[str, None] = dataclasses.field(default_factory=dict)


def find(context: Context) -> tuple[Entity, ...]:
    """Every person, body and place of the article, in order of first mention."""
    gathered: dict[str, _Gathered] = {}
    for document in context.documents:
        found = [
            (mention.span, "person", f"person {mention.person_id}", False)
            for mention in context.people.mentions(document.field)
        ]
        shaped = list(_named_by_shape(document, context, [item[0] for item in found]))
        found += _without(_dateline(document), found)
        states = _without(_countries(document), found)
        wider = [item for item in shaped if not _within_any(item[0], states)]
        found += _without(wider, found)
        found += _without(states, found)
        for span, type_, key, guess in sorted(found):
            _gather(gathered, document, span, type_, key, guess)
    return tuple(
        Entity(
            g.type,
            g.field,
            g.span,
            tuple(g.places),
            tuple(form for form in g.forms if not _same(form, g.text)),
            g.guess,
        )
        for g in gathered.values()
    )


def _same(one: str, other: str) -> bool:
    """Whether two forms differ in nothing, or as "BRUSSELS" in a dateline does from "Brussels"."""
    return one == other or (
        one.casefold() == other.casefold() and (one.isupper() or other.isupper())
    )


def _gather(
    gathered: dict[str, _Gathered],
    document: Document,
    span: Span,
    type_: str,
    key: str,
    guess: bool,
) -> None:
    text = " ".join(document.text[span.start : span.end].split())
    known = gathered.setdefault(key, _Gathered(type_, document.field, span, text, guess))
    known.forms.setdefault(text)
    if known.field == document.field:
        known.places.append(span)


def _without(found: Iterable[_Found], taken: Iterable[_Found]) -> list[_Found]:
    """Those that overlap none of the places taken."""
    kept = []
    busy = sorted(item[0] for item in taken)
    n = 0
    for item in sorted(found):
        while n < len(busy) and busy[n].end <= item[0].start:
            n += 1
        if n == len(busy) or not busy[n].overlaps(item[0]):
            kept.append(item)
    return kept


def _within_any(span: Span, found: Sequence[_Found]) -> bool:
    """Whether one of those found, which are in order of place, covers the span."""
    n = bisect.bisect_right(found, span.start, key=lambda item: item[0].start) - 1
    return n >= 0 and found[n][0].covers(span)


# "MOSCOW —", "KYIV, Ukraine (Reuters) -", "ST. PAUL, Minn. —"
_DATELINE = re.compile(
    r"\s*(?P<place>[A-Z][A-Z.’'-]{2,}(?: [A-Z][A-Z.’'-]+){0,3})(?:, [A-Z][\w. ]{1,30})?"
    r"(?: ?\([^()\n]{1,30}\))?(?:, [A-Z][a-z.]{2,9} \d{1,2}(?:, \d{4})?)? ?(?:[—–]|--|_|- )"
)


def _dateline(document: Document) -> Iterator[_Found]:
    """The place that the body opens with, in capitals."""
    match = _DATELINE.match(document.text) if document.field == "body" else None
    if match is not None:
        yield Span(*match.span("place")), "place", f"place {match['place'].lower()}", False


def _countries(document: Document) -> Iterator[_Found]:
    """Countries by name, and capitals; adjectives, seats and peoples are no names to check."""
    kinds = (countries.Kind.NAME, countries.Kind.ALIAS, countries.Kind.LONG)
    for mention in document.countries:
        span = Span(mention.start, mention.end)
        if mention.kind in kinds and not mention.ambiguous:
            yield span, "place", f"country {mention.code}", False
        elif mention.kind is countries.Kind.CAPITAL:
            city = " ".join(document.text[mention.start : mention.end].lower().split())
            yield span, "place", f"place {city}", False


def _named_by_shape(
    document: Document, context: Context, taken: Sequence[Span]
) -> Iterator[_Found]:
    """Bodies and places that are no persons."""
    words = context.people.words(document.field)
    starts = [word.start for word in words]
    persons: set[int] = set()
    for span in taken:
        persons.update(
            range(bisect.bisect_left(starts, span.start), bisect.bisect_left(starts, span.end))
        )
    for name in naming.find(words, document.text, frozenset(persons)):
        span = Span(words[name.first].start, words[name.stop - 1].end)
        shown = " ".join(document.text[span.start : span.end].split())
        if name.guess and (known := _person_in(words[name.first : name.stop], context)):
            yield Span(known[0], span.end), "person", f"person {known[1]}", True
        else:
            yield span, name.type, f"{name.type} {shown.lower()}", name.guess


def _person_in(name: Sequence[Word], context: Context) -> tuple[int, int] | None:
    """(start, id) of the known person that the name, or its tail, names: "Derelict | Obama"."""
    for n in range(min(3, len(name))):
        person = context.people.find(" ".join(word.text for word in name[n:]))
        if person is not None:
            return name[n].start, person.id
    return None
