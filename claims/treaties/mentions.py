"""Every place of an article that names a treaty, and which treaty it is."""

from __future__ import annotations

import dataclasses
import weakref
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claims.document import Context, Document
from claims.model import Span
from claims.treaties import cues, gazetteer, homonyms, shapes
from claims.treaties.coordination import coordinated
from claims.treaties.gazetteer import Hit, is_bracketed
from claims.treaties.table import Alias, Treaty
from claims.treaties.titles import end as title_end
from claims.treaties.vocabulary import HEADS, VOCABULARY
from claims.treaties.words import Word, words

_NEAR = 400  # code points
_LONGEST_PLACE = 3  # "New York Convention"


@dataclass(frozen=True, slots=True)
class Mention:
    """A treaty named at ``span`` of one field.

    ``candidates`` are the known treaties that bear the name: none for an unknown treaty, several
    while homonyms cannot be told apart. ``name`` is the canonical name, or the article's words.
    """

    span: Span
    name: str
    candidates: tuple[Treaty, ...] = ()
    year: int | None = None
    article: str | None = None

    @property
    def treaty(self) -> Treaty | None:
        return self.candidates[0] if len(self.candidates) == 1 else None


@dataclass(frozen=True, slots=True)
class _Find:
    """Words ``first`` to ``last`` of a field; ``alias`` when the table knows the name."""

    first: int
    last: int
    alias: Alias | None


class _Field:
    """One field while it is being read."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.words = words(document.text)
        self.hits = [hit for hit in gazetteer.find(self.words) if self._is_name(hit)]
        self.clues = homonyms.Clues(document.text, self.words, lambda: document.countries)
        self.finds: list[_Find] = []

    def _is_name(self, hit: Hit) -> bool:
        """Not part of a longer word or name: "NAFTA-style", "Warsaw Treaty Organization"."""
        found = self.words
        ends_in_head = found[hit.last].key in HEADS
        if ends_in_head and shapes.vetoed(found, hit.last):
            return False
        if hit.last + 1 < len(found):
            after = found[hit.last + 1]
            if after.gap in ("-", "–") and not after.capital and after.key not in HEADS:
                return False
        if found[hit.first].gap in ("-", "–") and hit.first > 0:
            return found[hit.first - 1].key in ("post", "pre", "non", "anti", "pro", "the")
        return True

    def around(self, span: Span) -> str:
        """The sentence, or what of it stands near when it has no end."""
        sentence = self.document.sentence_at(span.start)
        first = max(sentence.start, span.start - _NEAR)
        return self.text[first : min(sentence.end, span.end + _NEAR)]

    def span(self, find: _Find) -> Span:
        return Span(self.words[find.first].start, self.words[find.last].end)


_cache: weakref.WeakKeyDictionary[Context, dict[str, tuple[Mention, ...]]] = (
    weakref.WeakKeyDictionary()
)


def mentions(document: Document) -> tuple[Mention, ...]:
    """The treaties named in the field, in order of place; worked out once an article."""
    context = document.context
    if context not in _cache:
        _cache[context] = _read(context)
    return _cache[context][document.field]


def _read(context: Context) -> dict[str, tuple[Mention, ...]]:
    fields = [_Field(document) for document in context.documents]
    spoken_of = _spoken_of(fields)
    for field in fields:
        field.finds = _finds(field, spoken_of)
    introduced = dict(pair for field in fields for pair in _introduced(field))
    out = {}
    for field in fields:
        field.finds += _acronyms(field, introduced)
        field.finds.sort(key=lambda find: find.first)
        out[field.document.field] = _as_mentions(field, introduced)
    return homonyms.settle_by_article(out)


# ---- known names --------------------------------------------------------------------------------


def _spoken_of(fields: Iterable[_Field]) -> frozenset[str]:
    """The treaties that some field names beyond doubt: in full, or amid treaty talk."""
    return frozenset(
        treaty.name
        for field in fields
        for hit in field.hits
        if not hit.alias.needs_context or (hit.alias.is_acronym and _is_treated(field, hit))
        for treaty in hit.alias.treaties
    )


def _is_treated(field: _Field, hit: Hit) -> bool:
    start, end = field.words[hit.first].start, field.words[hit.last].end
    if hit.alias.is_acronym:
        return cues.treated_acronym(field.text, start, end)
    return cues.treated_before(field.text, start)


def _finds(field: _Field, spoken_of: frozenset[str]) -> list[_Find]:
    known = [_widened(field, hit) for hit in field.hits if _listed(field, hit, spoken_of)]
    joined = [
        _Find(part.first, part.last, part.alias)
        for find in known
        if find.alias
        for part in coordinated(field.words, find.first, find.last)
    ]
    taken = {at for find in joined for at in range(find.first, find.last + 1)}
    known = [find for find in known if not taken & set(range(find.first, find.last + 1))] + joined
    taken |= {at for find in known for at in range(find.first, find.last + 1)}
    taken |= {at for hit in field.hits for at in range(hit.first, hit.last + 1)}
    unknown = shapes.find(field.text, field.words, frozenset(taken))
    return known + [_Find(shape.first, shape.last, None) for shape in unknown]


def _listed(field: _Field, hit: Hit, spoken_of: frozenset[str]) -> bool:
    """A name that is also another word's or body's needs treaty talk around it."""
    alias, found = hit.alias, field.words
    if not alias.needs_context:
        return True
    follower = found[hit.last + 1] if hit.last + 1 < len(found) else None
    if follower and follower.gap in (" ", "-") and follower.key in VOCABULARY.acronym_followers:
        return False
    if alias.is_acronym and any(treaty.name in spoken_of for treaty in alias.treaties):
        return True
    return _is_treated(field, hit)


def _widened(field: _Field, hit: Hit) -> _Find:
    """The name with the head and the title that the table's form leaves out.

    "NAFTA | agreement", "Basel Convention | on the Control of …", "European | Stability Pact".
    """
    first, last, found = hit.first, hit.last, field.words
    if found[last].key in HEADS:
        if found[last].capital and found[first].key not in HEADS:
            last = title_end(found, last, has_name=True)
    elif hit.alias.is_acronym and last + 1 < len(found):
        after = found[last + 1]
        if after.key in ("treaty", "accord", "pact", "convention", "protocol") and after.gap == " ":
            last += 0 if shapes.vetoed(found, last + 1) else 1
    return _Find(first, last, hit.alias)


# ---- acronyms that the article introduces ------------------------------------------------------


def _introduced(field: _Field) -> Iterator[tuple[str, _Find]]:
    """("PCA", the find) for "Partnership and Cooperation Agreement (PCA)"."""
    for find in field.finds:
        inside = [at for at in range(find.first, find.last) if is_bracketed(field.words, at)]
        after = [find.last + 1] if find.last + 1 < len(field.words) else []
        for at in (*inside, *after):
            word = field.words[at]
            name = field.text[field.words[find.first].start : field.words[find.last].end]
            if is_bracketed(field.words, at) and _abbreviates(word.text, name):
                yield word.text, find


def _abbreviates(short: str, name: str) -> bool:
    """Whether these capitals can stand for the name: "UNFCCC", "MARPOL", not "(UK)"."""
    if not (2 < len(short) <= 8 and short.isupper()):
        return False
    letters = iter(name.upper())
    initials = {word[0].upper() for word in name.split()}
    return short[0] in initials and all(letter in letters for letter in short)


def _acronyms(field: _Field, introduced: dict[str, _Find]) -> Iterator[_Find]:
    if not introduced:
        return
    taken = {at for find in field.finds for at in range(find.first, find.last + 1)}
    for at, word in enumerate(field.words):
        if word.text in introduced and at not in taken:
            yield _Find(at, at, introduced[word.text].alias)


# ---- what each names ---------------------------------------------------------------------------


def _as_mentions(field: _Field, introduced: dict[str, _Find]) -> tuple[Mention, ...]:
    out: list[Mention] = []
    for find in field.finds:
        span = field.span(find)
        start, end = span.start, span.end
        exact = field.text[start:end]
        year = cues.year_of(field.text, start, end)
        mention = Mention(span, exact, (), year, cues.article_of(field.text, start, end))
        if find.alias:
            sentence = field.around(span)
            candidates = homonyms.tell_apart(find.alias, year, sentence, field.clues)
            if _is_gathering(field, find, candidates, year):
                continue
            mention = dataclasses.replace(
                mention, candidates=candidates, name=_name(candidates, exact)
            )
        elif exact in introduced:
            mention = dataclasses.replace(mention, name=_full_name(out, exact))
        out.append(mention)
    return tuple(out)


def _is_gathering(
    field: _Field, find: _Find, candidates: Sequence[Treaty], year: int | None
) -> bool:
    """Whether it is a meeting in that place: "at the Chicago convention", "… of 1968"."""
    found = field.words[find.first : find.last + 1]
    if found[-1].key != "convention" or len(found) > _LONGEST_PLACE:
        return False
    if cues.attended(field.text, found[0].start):
        return True
    if found[-1].capital or found[0].key not in VOCABULARY.meeting_places:
        return False
    other_year = year is not None and not any(treaty.fits(year) for treaty in candidates)
    return other_year or not cues.treated(field.text, found[0].start, found[-1].end)


def _name(candidates: Sequence[Treaty], exact: str) -> str:
    return candidates[0].name if len(candidates) == 1 else exact


def _full_name(before: Sequence[Mention], acronym: str) -> str:
    """The words that an unknown treaty's acronym was introduced with, in the same field."""
    for mention in before:
        if not mention.candidates and _abbreviates(acronym, mention.name):
            return mention.name
    return acronym


__all__ = ["Mention", "Word", "mentions"]
