"""A sentence worth parsing as the event rules see it: tokens, countries, envoys side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from claims.countries import Mention
from claims.document import Document, Sentence
from claims.extractors.diplomatic_event import dateline, envoys, roster
from claims.extractors.diplomatic_event.envoys import Envoy, Noun
from claims.extractors.diplomatic_event.roster import Roster
from claims.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class View:
    """Offsets count in the sentence. ``earlier`` are the sentences before it, nearest first.

    ``written_in`` are the countries of its dateline, which is no part of what the sentence says.
    """

    document: Document
    sentence: Sentence
    doc: Doc
    tokens: tuple[Token, ...] = field(repr=False)
    mentions: tuple[Mention, ...]
    envoys: tuple[Envoy, ...]
    roster: Roster
    by_offset: dict[int, Mention] = field(repr=False)
    words: tuple[str, ...] = field(repr=False)
    headline: bool = False
    written_in: tuple[Mention, ...] = ()

    @property
    def text(self) -> str:
        return self.sentence.text

    def envoy_at(self, token: Token) -> Envoy | None:
        """The envoy whose noun phrase holds the token; of the names in it only his own."""
        for envoy in self.envoys:
            if envoy.head.start <= token.idx < envoy.head.end:
                return envoy
            if envoy.person and envoy.span.covers(Span(token.idx, token.idx + len(token.text))):
                place = self.text.find(envoy.person, envoy.span.start, envoy.span.end)
                if place <= token.idx < place + len(envoy.person):
                    return envoy
        return None

    def holds(self, words: frozenset[str]) -> bool:
        """Whether any of these words stands in the sentence."""
        return not words.isdisjoint(self.words)

    def having(self, words: frozenset[str]) -> list[Token]:
        """The tokens that are one of these words, in order."""
        return [t for t, word in zip(self.tokens, self.words, strict=True) if word in words]

    def mention_at(self, token: Token) -> Mention | None:
        return self.by_offset.get(token.idx)

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        return [m for m in self.mentions if start <= m.start and m.end <= end]

    def looking_for(self, what: Noun) -> View:
        """The same sentence, with other phrases than envoys laid over it."""
        return replace(self, envoys=tuple(envoys.find(self.text, list(self.mentions), what)))

    def span_of(self, *tokens: Token) -> Span:
        """From the first to the last of the tokens, counted in the document."""
        start = min(t.idx for t in tokens) + self.sentence.start
        end = max(t.idx + len(t.text) for t in tokens) + self.sentence.start
        return Span(start, end)

    def earlier(self, count: int = 3) -> list[Sentence]:
        """The sentences before this one in its field, nearest first."""
        first = max(0, self.sentence.index - count)
        return list(reversed(self.document.sentences[first : self.sentence.index]))


def look(document: Document, sentences: Sequence[Sentence]) -> Iterator[View]:
    """Parse sentences, all at once, and lay countries and envoys over each."""
    known = roster.of(document.context)
    laid = []
    for sentence in sentences:
        begin = dateline.end(sentence.text)
        named = document.countries_of(sentence)
        mentions = tuple(m for m in named if m.start >= begin)
        if begin:
            found = tuple(envoys.find(sentence.text, list(mentions)))
        else:
            found = known.envoys.get((document.field, sentence.index), ())
        plain = _as_prose(sentence.text, mentions, found, known)
        if plain is None and begin:  # in the parser’s eyes the place would be a subject
            plain = " " * begin + sentence.text[begin:]
        written_in = tuple(m for m in named if m.start < begin)
        laid.append((sentence, mentions, found, plain, written_in))
    docs = document.parse_all([(s, plain or s.text) for s, _, _, plain, _ in laid])
    for (sentence, mentions, found, plain, written_in), doc in zip(laid, docs, strict=True):
        by_offset = {n: m for m in mentions for n in range(m.start, m.end)}
        headline = (plain is not None and plain[:1] != " ") or _is_bare(sentence.text)
        yield View(
            document,
            sentence,
            doc,
            tuple(doc),
            mentions,
            found,
            known,
            by_offset,
            tuple(token.lower_ for token in doc),
            headline,
            written_in,
        )


def _is_bare(text: str) -> bool:
    """A short line without a full stop: a headline in lower case, or a caption."""
    return text.rstrip()[-1:] not in tuple('.!?”"’)') and text.count(" ") < 16


def _as_prose(
    text: str, mentions: tuple[Mention, ...], found: tuple[Envoy, ...], known: Roster
) -> str | None:
    """A headline in lower case but for its names, for the parser's sake; None for prose.

    "Kenya Recalls Envoy After Border Row" → "Kenya recalls envoy after border row"
    """
    words = _LONG_WORD.findall(text)
    capital = sum(word[0].isupper() for word in words)
    if len(words) < 2 or capital < 0.7 * len(words) or text.rstrip()[-1:] in '.!?”"':
        return None
    keep = [Span(m.start, m.end) for m in mentions]
    keep += [
        Span(place, place + len(e.person))
        for e in found
        if e.person and (place := text.find(e.person, e.span.start)) >= 0
    ]
    out = list(text)
    for match in re.finditer(r"[^\W\d_]+", text):
        word = Span(*match.span())
        named = match.group() in known.states_by_surname or match.group() in roster.leaders()
        if not named and not any(span.covers(word) for span in keep):
            lower = match.group().lower()
            if len(lower) == len(match.group()):
                out[match.start() : match.end()] = lower
    return "".join(out)
