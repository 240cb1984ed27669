"""One field of an article as sentences and tokens, and the article around it.

spaCy stands behind this door alone. Finding sentences is cheap and done for every text; parsing
one is dear and done only when an extractor asks (:meth:`Document.parse`), once a sentence.
"""

from __future__ import annotations

import bisect
import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims import countries, lives
from claims import sentences as rules
from claims.countries import Mention
from claims.entities import Entity
from claims.entities import find as find_entities
from claims.lives import Fact
from claims.model import Anchor, Article, Span
from claims.people import People
from claims.quantities.numerals import Numeral, numerals
from claims.quotes import QuoteSpan, find_quotations
from claims.spacy_model import parse
from claims.speech import Reading, read
from claims.temporal import Timex, tag

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a field: its number, its place, its words."""

    index: int
    span: Span
    text: str

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end


class Context:
    """The whole article: what every field's extraction may want to know of the others.

    Things that need the whole article and that several extractors share (who is who, which
    stretches are quoted) are computed once, on first use, and kept here or on the documents.
    """

    def __init__(self, article: Article, anchor: Anchor) -> None:
        self.article = article
        self.anchor = anchor
        self.documents = tuple(Document(name, text, self) for name, text in article.fields())
        self._by_field = {document.field: document for document in self.documents}

    def document(self, field: str) -> Document:
        return self._by_field[field]

    @functools.cached_property
    def people(self) -> People:
        """Who is who in the article."""
        return People(self.documents)

    @functools.cached_property
    def entities(self) -> tuple[Entity, ...]:
        """Every person, body and place of the article, once."""
        return find_entities(self)

    @property
    def body(self) -> Document:
        return self.document("body")


class Document:
    """One field of the article. Offsets count code points of ``text``."""

    def __init__(self, field: str, text: str, context: Context) -> None:
        self.field = field
        self.text = text
        self.context = context
        self._parses: dict[tuple[int, str], Doc] = {}

    @functools.cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        spans = rules.sentences(self.text)
        return tuple(Sentence(n, s, self.text[s.start : s.end]) for n, s in enumerate(spans))

    @functools.cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        return tuple(rules.paragraphs(self.text))

    @functools.cached_property
    def quotations(self) -> tuple[QuoteSpan, ...]:
        """Every stretch between quotation marks (the outermost ones), in order of place."""
        return find_quotations(self.text, self.paragraphs)

    def in_quotation(self, offset: int) -> bool:
        """Whether the place stands between quotation marks."""
        n = bisect.bisect_right(self.quotations, offset, key=lambda q: q.span.start) - 1
        return n >= 0 and offset < self.quotations[n].span.end

    @functools.cached_property
    def speech(self) -> Reading:
        """Who says what: every quoted stretch with its speaker, every clause of reported speech."""
        return read(self)

    @functools.cached_property
    def countries(self) -> tuple[Mention, ...]:
        """Every country named in the field, in order of place."""
        return tuple(countries.find(self.text))

    def countries_of(self, sentence: Sentence) -> list[Mention]:
        """Every country named in the sentence, in order; offsets count in the sentence."""
        first = bisect.bisect_left(self.countries, sentence.start, key=lambda m: m.start)
        last = bisect.bisect_left(self.countries, sentence.end, key=lambda m: m.start)
        within = self.countries[first:last]
        return [m.moved(-sentence.start) for m in within if m.end <= sentence.end]

    @functools.cached_property
    def numerals(self) -> tuple[Numeral, ...]:
        """Every number of the field, in order of place, none overlapping."""
        return tuple(numerals(self.text))

    @functools.cached_property
    def lives(self) -> tuple[Fact, ...]:
        """Every fact of a person's life, unordered; some overlap."""
        return tuple(lives.find(self))

    @functools.cached_property
    def timexes(self) -> tuple[Timex, ...]:
        """Every temporal expression, in order of place."""
        return tuple(tag(self.text, self.context.anchor.date))

    @functools.cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds the offset, or the nearest one before it (else the first)."""
        return self.sentences[max(0, bisect.bisect_right(self._sentence_starts, offset) - 1)]

    def timexes_in(self, span: Span) -> tuple[Timex, ...]:
        first = bisect.bisect_left(self.timexes, span.start, key=lambda t: t.start)
        last = bisect.bisect_left(self.timexes, span.end, key=lambda t: t.start)
        return tuple(t for t in self.timexes[first:last] if t.end <= span.end)

    def parse(self, sentence: Sentence) -> Doc:
        """The sentence tagged and parsed; ``token.idx`` counts from ``sentence.start``."""
        return self.parse_all([(sentence, sentence.text)])[0]

    def parse_all(self, wanted: Sequence[tuple[Sentence, str]]) -> list[Doc]:
        """Sentences parsed in one batch, for extractors that know what they will ask.

        Each in the wording given, as long as its own: a headline may be put in lower case for the
        parser's sake.
        """
        keys = [(sentence.index, wording) for sentence, wording in wanted]
        missing = [key for key in dict.fromkeys(keys) if key not in self._parses]
        if missing:
            docs = parse(wording for _, wording in missing)
            self._parses.update(zip(missing, docs, strict=True))
        return [self._parses[key] for key in keys]
