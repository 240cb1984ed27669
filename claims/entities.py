"""The names in an article that want checking for spelling: persons, bodies, places.

Persons come from the registry. Bodies and places are told by a gazetteer, by their last word
("Halvorsen Foods", "Ottawa River"), by the word before "of" ("University of Jena") or as an
acronym. One entity is kept once an article, with every place in the field where it first stands.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims import countries
from claims.model import Span
from claims.people import lexicon, names
from claims.people.words import Word
from claims.tables import rows

if TYPE_CHECKING:
    from claims.document import Context, Document


_HEADS = {row["word"]: row["type"] for row in rows("name_heads")}
_LINKS = frozenset("of for the and on & de".split())
_OF = frozenset("of for".split())
_LONGEST = 14  # words of a name
# Acronyms that name no body.
_COMMON = frozenset(
    "US UK USA UN EU AM PM TV CEO CFO COO CTO MP MPS AI IT PC OK DNA RNA HIV AIDS GDP CPI VAT "
    "GMT EST EDT PST PDT BST CET UTC AD BC PR HR ID IQ PS II III IV VI VII VIII IX XI XII SUV "
    "ATM CD DVD LGBT LGBTQ NGO PHD MBA MBE OBE CBE KBE QC KC DUI DIY FAQ GPS LED PDF SMS URL "
    "USB VIP WWI WWII COVID SARS MERS ICU IPO IRA WHAT THE AND FOR NOT YOU ALL NEW SAYS".split()
)


@dataclass(frozen=True, slots=True)
class Entity:
    """``type`` is ``person``, ``body`` or ``place``; ``places`` all stand in ``field``."""

    type: str
    field: str
    span: Span
    places: tuple[Span, ...]
    variants: tuple[str, ...]


@dataclass(slots=True)
class _Gathered:
    type: str
    field: str
    span: Span
    text: str
    places: list[Span] = dataclasses.field(default_factory=list)
    forms: dict[str, None] = dataclasses.field(default_factory=dict)


def find(context: Context) -> tuple[Entity, ...]:
    """Every person, body and place of the article, in order of first mention."""
    gathered: dict[str, _Gathered] = {}
    for document in context.documents:
        taken: list[Span] = []
        found = [
            (mention.span, "person", f"person {mention.person_id}")
            for mention in context.people.mentions(document.field)
        ]
        taken = [span for span, _, _ in found]
        found += _without(_dateline(document), taken)
        taken = [span for span, _, _ in found]
        found += _without(_countries(document), taken)
        taken = [span for span, _, _ in found]
        found += _without(_named_by_shape(document, context.people.words(document.field)), taken)
        for span, type_, key in sorted(found):
            _gather(gathered, document, span, type_, key)
    return tuple(
        Entity(g.type, g.field, g.span, tuple(g.places), tuple(f for f in g.forms if f != g.text))
        for g in gathered.values()
    )


def _gather(
    gathered: dict[str, _Gathered], document: Document, span: Span, type_: str, key: str
) -> None:
    text = " ".join(document.text[span.start : span.end].split())
    known = gathered.setdefault(key, _Gathered(type_, document.field, span, text))
    known.forms.setdefault(text)
    if known.field == document.field:
        known.places.append(span)


def _without(
    found: Iterator[tuple[Span, str, str]], taken: Sequence[Span]
) -> list[tuple[Span, str, str]]:
    """Those that overlap none of the places taken. Both are in order of place, or sorted here."""
    kept = []
    busy = sorted(taken)
    n = 0
    for item in sorted(found):
        while n < len(busy) and busy[n].end <= item[0].start:
            n += 1
        if n == len(busy) or not busy[n].overlaps(item[0]):
            kept.append(item)
    return kept


# "MOSCOW —", "KYIV, Ukraine (Reuters) -", "ST. PAUL, Minn. —"
_DATELINE = re.compile(
    r"\s*(?P<place>[A-Z][A-Z.’'-]{2,}(?: [A-Z][A-Z.’'-]+){0,3})(?:, [A-Z][\w. ]{1,30})?"
    r"(?: ?\([^()\n]{1,30}\))?(?:, [A-Z][a-z.]{2,9} \d{1,2}(?:, \d{4})?)? ?(?:[—–]|--|- )"
)


def _dateline(document: Document) -> Iterator[tuple[Span, str, str]]:
    """The place that the body opens with, in capitals."""
    match = _DATELINE.match(document.text) if document.field == "body" else None
    if match is not None:
        yield Span(*match.span("place")), "place", f"place {match['place'].lower()}"


def _countries(document: Document) -> Iterator[tuple[Span, str, str]]:
    """Countries by name; their adjectives, capitals' seats and peoples are no names to check."""
    kinds = (countries.Kind.NAME, countries.Kind.ALIAS, countries.Kind.LONG)
    for mention in countries.find(document.text):
        if mention.kind in kinds and not mention.ambiguous:
            yield Span(mention.start, mention.end), "place", f"country {mention.code}"


def _named_by_shape(document: Document, words: Sequence[Word]) -> Iterator[tuple[Span, str, str]]:
    headlines = names.headline_words(words, document.text)
    n = 0
    while n < len(words):
        stop = n + 1
        if words[n].capital and n not in headlines and words[n].low not in lexicon.STOPS:
            stop = _run(words, n)
            found = _read(words, n, stop)
            if found is not None:
                type_, first, stop = found  # "Nagasaki and Hiroshima" go on behind the first
                span = Span(words[first].start, words[stop - 1].end)
                key = " ".join(document.text[span.start : span.end].lower().split())
                yield span, type_, f"{type_} {key}"
        n = stop


def _run(words: Sequence[Word], n: int) -> int:
    """One past a run of capitals, small links between them taken in: "Bank of England"."""
    stop = n + 1
    while stop < min(len(words), n + _LONGEST) and words[stop - 1].joined:
        if words[stop].capital and words[stop].low not in lexicon.STOPS:
            stop += 1
            continue
        ahead = stop
        while (
            ahead < len(words)
            and ahead - stop < 2
            and words[ahead].low in _LINKS
            and not words[ahead].capital
            and words[ahead].joined
        ):
            ahead += 1
        if ahead == stop or ahead >= len(words) or not words[ahead].capital:
            break
        if words[ahead].low in lexicon.STOPS:
            break
        stop = ahead + 1
    return stop


def _read(words: Sequence[Word], first: int, stop: int) -> tuple[str, int, int] | None:
    """(type, first, stop) of the body or place that the run names, or None."""
    for start in range(first, min(stop, first + 4)):
        for end in range(stop, start, -1):
            text = " ".join(word.text for word in words[start:end])
            if text in lexicon.BODIES:
                return "body", start, end
            if text in lexicon.PLACES:
                return "place", start, end
    links = [n for n in range(first, stop) if words[n].low in _LINKS and not words[n].capital]
    opening = links[0] if links else stop
    head = _HEADS.get(words[opening - 1].low)
    if opening - first >= 1 and links and words[opening].low in _OF and head == "body":
        return "body", first, _trim(words, opening, stop)
    if opening - first >= 2 and head is not None:
        return head, first, opening
    if opening - first == 1 and _is_acronym(words[first]):
        return "body", first, opening
    behind = next((n for n in range(opening, stop) if words[n].capital), stop)
    return _read(words, behind, stop) if behind < stop else None


def _trim(words: Sequence[Word], link: int, stop: int) -> int:
    """A name goes on over "of" and "for", over "and" only before a last capital word."""
    end = link + 1
    while end < stop and (words[end].capital or words[end].low in _LINKS):
        end += 1
    while not words[end - 1].capital:
        end -= 1
    return end


def _is_acronym(word: Word) -> bool:
    text = word.text
    plain = text.replace(".", "")
    return 3 <= len(plain) <= 6 and plain.isalpha() and plain.isupper() and plain not in _COMMON
