"""A text as units: sentences of the article in which each quotation is one token.

A sentence's end inside a quotation ends no unit, so "“It rains. It pours,” he said" is one. Linear.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from claims.model import Span
from claims.quotes import QuoteSpan

if TYPE_CHECKING:
    from claims.document import Document

# "Mr.", "U.S.", "U.S.-born", "J.", "Jim", "al-Assad", "Clinton's", "," — one token each.
_TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Gov|Gen|Lt|Col|Maj|Sgt|Capt|Cmdr|Adm|Sen|Rep|Sens|Reps|Pres|St|"
    r"Supt|Insp|Det|Jr|Sr|Messrs|Amb|Fr|Sir|Atty|Asst|Cpl|Cllr|Inc|Corp|Co|Cos|Ltd|Bros|"
    r"Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ill|Ind|Kan|Mass|Mich|Minn|Miss|Mont|Neb|Nev|Okla|Ore|"
    r"Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\.(?!\w)"
    r"|(?:[A-Z]\.){1,6}(?:-\w+|(?![a-z]))"
    r"|\d+(?:[.,]\d+)+"
    r"|\w+(?:(?:[.'’&/-]|[\x80-\x9f\xa1-\xaa\xac-\xba\xbc-\xbf]+)\w+)*"
    r"|[^\w\s]"
)
_JOINED_PARTICLE = re.compile(r"(?:(?:al|el|as|ad|an|ar|at|az|ash|bin|ibn|ul|ur)-|[dl]['’])[A-Z]")
_LONGEST_PARENTHESIS = 12
_MOST_TOKENS = 400


class Token(NamedTuple):
    """A word, a punctuation mark, or a whole quotation (then ``quote`` is its number)."""

    start: int
    end: int
    text: str
    low: str
    quote: int | None = None

    @property
    def is_word(self) -> bool:
        return self.quote is None and (self.text[0].isalnum() or self.text[0] == "_")

    @property
    def capitalised(self) -> bool:
        """Whether it may be a word of a name: "Sayed", and "el-Sayed", "d’Arcy"."""
        if self.quote is not None:
            return False
        return self.text[0].isupper() or _JOINED_PARTICLE.match(self.text) is not None


@dataclass(frozen=True, slots=True)
class Unit:
    """Tokens of a sentence with its quotations closed up; ``paragraph`` its paragraph."""

    span: Span
    tokens: tuple[Token, ...]
    paragraph: int


def units(document: Document) -> tuple[Unit, ...]:
    """All units of the field in order; none across a paragraph's end."""
    text, quotations = document.text, document.quotations
    starts = [paragraph.start for paragraph in document.paragraphs]
    found: list[Unit] = []
    first = 0
    for span in _joined(document):
        while first < len(quotations) and quotations[first].span.end <= span.start:
            first += 1
        paragraph = bisect.bisect_right(starts, span.start) - 1
        for tokens in _parted(tuple(_tokens(text, span.start, span.end, quotations, first))):
            if kept := _without_parentheses(tokens):
                found.append(Unit(Span(tokens[0].start, tokens[-1].end), kept, paragraph))
    return tuple(found)


def _parted(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """Parted where a full stop stands right before a quotation: "… he said. ``But we won.''".

    What is no sentence at all, a table or a list without stops, is parted by length.
    """
    start = 0
    for n in range(1, len(tokens)):
        stopped = tokens[n].quote is not None and tokens[n - 1].text in (".", "?", "!")
        if stopped or n - start >= _MOST_TOKENS:
            yield tokens[start:n]
            start = n
    yield tokens[start:]


def _joined(document: Document) -> Iterator[Span]:
    """Sentences, joined where a quotation runs from one into the next."""
    quotations, n = document.quotations, 0
    start: int | None = None
    for sentence, following in itertools.pairwise([*document.sentences, None]):
        assert sentence is not None
        start = sentence.start if start is None else start
        while n < len(quotations) and quotations[n].span.end <= sentence.end:
            n += 1
        runs_on = n < len(quotations) and quotations[n].span.start < sentence.end
        if not (runs_on and following):
            yield Span(start, sentence.end)
            start = None


def _tokens(
    text: str, start: int, end: int, quotations: Sequence[QuoteSpan], first: int
) -> Iterator[Token]:
    at, q = start, first
    while at < end:
        inside = q < len(quotations) and quotations[q].span.start < end
        stop = quotations[q].span.start if inside else end
        for match in _TOKEN.finditer(text, at, stop):
            yield Token(match.start(), match.end(), match.group(), match.group().lower())
        if not inside:
            return
        span = quotations[q].span
        if not is_nickname(text, quotations[q]):
            yield Token(span.start, span.end, text[span.start : span.end], "", q)
        at, q = span.end, q + 1


_NICKNAME = re.compile(r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,2}")
_NAME_BEFORE = re.compile(r"[A-Z][\w’'-]*\.? $")
_NAME_AFTER = re.compile(r" [A-Z][a-z’'A-Z-]+")


def is_nickname(text: str, quote: QuoteSpan) -> bool:
    """The middle of William “Bill” Orr: part of a name, and nobody’s words."""
    start, end = quote.span.start, quote.span.end
    return (
        end - start <= 32
        and _NICKNAME.fullmatch(text, quote.inner.start, quote.inner.end) is not None
        and _NAME_BEFORE.search(text[max(0, start - 24) : start]) is not None
        and _NAME_AFTER.match(text, end) is not None
    )


def _without_parentheses(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Short asides such as "(R-Ohio)" left out, so that they do not part a name from its verb."""
    kept: list[Token] = []
    opening: int | None = None
    for token in tokens:
        if token.text == "(":
            opening = len(kept)
        kept.append(token)
        if token.quote is not None:
            opening = None
        elif token.text == ")" and opening is not None:
            if len(kept) - opening <= _LONGEST_PARENTHESIS:
                del kept[opening:]
            opening = None
    return tuple(kept)
