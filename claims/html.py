"""An article's body as HTML, turned into canonical text with every character's place in the HTML.

Canonical text is what a reader sees: blocks (paragraphs, headings, list items, table cells,
captions) separated by a blank line, white space collapsed as a browser does, ``<br>`` a line break,
scripts, styles and embeds gone. Time and memory are linear in the length of the source.
"""

from __future__ import annotations

import bisect
import collections
import functools
import re
from dataclasses import dataclass, field

from claims.markup import Kind, Token, decode, tokens
from claims.model import Span
from claims.offsets import Utf16

BLOCK_BREAK = "\n\n"

_BLOCKS = frozenset(
    "address article aside blockquote body caption center colgroup dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li "
    "listing main menu nav ol p pre search section summary table tbody td tfoot th thead tr "
    "ul xmp".split()
)
_VOID_BLOCKS = frozenset(["hr"])
_PREFORMATTED = frozenset("pre listing xmp".split())
# What a reader does not see, or sees as a picture.
_DROPPED = frozenset(
    "script style template noscript iframe object applet embed svg math canvas audio video select "
    "datalist textarea noembed noframes title".split()
)
# An open one ends where one of its own kind, or of these, begins: "<li>one<li>two".
_CLOSED_BY = {
    "li": frozenset(["li"]),
    "dt": frozenset(["dt", "dd"]),
    "dd": frozenset(["dt", "dd"]),
    "td": frozenset(["td", "th", "tr", "tbody", "tfoot"]),
    "th": frozenset(["td", "th", "tr", "tbody", "tfoot"]),
    "tr": frozenset(["tr", "tbody", "tfoot"]),
    "p": _BLOCKS,
}
_SPACE = " \t\n\f\r"
# words with single spaces between, white space, NUL (which browsers leave out)
_RUN = re.compile(r"[^ \t\n\f\r\0]+(?: [^ \t\n\f\r\0]+)*|[ \t\n\f\r]+|\0+")
_NEWLINE = re.compile(r"\r\n?|\n")
_LINE_OR_SPACE = re.compile(r"\r\n?|\n|[ \t\f]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text between block tags; ``id`` is that of its element, for its first stretch.

    ``index`` counts the blocks that have text, from 0; ``span`` is in the canonical text.
    """

    index: int
    tag: str
    id: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a block: UTF-16 offsets inside the block's text, as an editor counts."""

    index: int
    id: str | None
    start_utf16: int
    end_utf16: int


@dataclass(slots=True)
class Alignment:
    """Text put together from pieces of a source, and where each piece stood.

    Piece n begins at ``at[n]`` of the text and covers ``source[begin[n]:end[n]]``. A piece as long
    as its source stands for it character by character, any other as a whole.
    """

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    at: list[int] = field(default_factory=list)
    begin: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)

    def add(self, text: str, begin: int, end: int) -> None:
        """Append ``text``, which stands for ``source[begin:end]``."""
        literal = len(text) == end - begin
        if not (literal and self.at and self._continues(begin)):
            self.at.append(self.length)
            self.begin.append(begin)
            self.end.append(end)
        else:
            self.end[-1] = end
        self.pieces.append(text)
        self.length += len(text)

    def _continues(self, begin: int) -> bool:
        return self.end[-1] == begin and begin - self.begin[-1] == self.length - self.at[-1]

    def to_source(self, span: Span) -> Span:
        """From the first character of the span to its last, all that lies between included."""
        start, end = self._character(span.start)
        if span.end > span.start:
            return Span(start, self._character(span.end - 1)[1])
        return Span(start, start) if span.start < self.length else Span(end, end)

    def from_source(self, place: int) -> int:
        """The offset of the first character that stands at or after this place in the source."""
        n = bisect.bisect_right(self.begin, place) - 1
        if n < 0:
            return 0
        if place >= self.end[n]:
            return self.at[n + 1] if n + 1 < len(self.at) else self.length
        length = (self.at[n + 1] if n + 1 < len(self.at) else self.length) - self.at[n]
        literal = length == self.end[n] - self.begin[n]
        return self.at[n] + (place - self.begin[n] if literal else 0)

    def _character(self, offset: int) -> tuple[int, int]:
        """Where in the source one character stands; beyond the last one, its end."""
        if not self.at:
            return 0, 0
        n = max(0, bisect.bisect_right(self.at, min(offset, self.length - 1)) - 1)
        length = (self.at[n + 1] if n + 1 < len(self.at) else self.length) - self.at[n]
        if length == self.end[n] - self.begin[n]:
            inside = min(offset, self.length - 1) - self.at[n]
            return self.begin[n] + inside, self.begin[n] + inside + 1
        return self.begin[n], self.end[n]


@dataclass(frozen=True, eq=False)
class HtmlText:
    """Canonical text of an HTML body, its blocks, and the way back. Offsets are code points.

    ``dom_text`` is the text as a script in the page meets it: all text nodes in order, nothing
    collapsed and nothing between blocks. Selectors for the page are made of it.
    """

    source: str
    text: str
    blocks: tuple[Block, ...]
    _alignment: Alignment

    def to_source(self, span: Span) -> Span:
        """The place in the HTML, from the first character to the last, markup between included."""
        return self._alignment.to_source(span)

    def block_text(self, block: Block) -> str:
        return self.text[block.span.start : block.span.end]

    def block_of(self, span: Span) -> Place | None:
        """The block in which the span begins; None only when there is no text at all."""
        if not self.blocks:
            return None
        block = self.blocks[max(0, bisect.bisect_right(self._starts, span.start) - 1)]
        base = self.utf16.of(block.span.start)
        start, end = (
            min(max(at, block.span.start), block.span.end) for at in (span.start, span.end)
        )
        return Place(block.index, block.id, self.utf16.of(start) - base, self.utf16.of(end) - base)

    @functools.cached_property
    def utf16(self) -> Utf16:
        return Utf16(self.text)

    @property
    def dom_text(self) -> str:
        return self._dom[0]

    def to_dom(self, span: Span) -> Span:
        """The same characters' place in ``dom_text``."""
        source = self.to_source(span)
        dom = self._dom[1]
        return Span(dom.from_source(source.start), dom.from_source(source.end))

    @functools.cached_property
    def _starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    @functools.cached_property
    def _dom(self) -> tuple[str, Alignment]:
        return _dom_text(self.source)


def parse(html: str, *, blank_lines: bool = False) -> HtmlText:
    """The canonical text, blocks and source map of a body; never fails, whatever the string.

    ``blank_lines``: in the text a blank line ends a block and a newline is a line break, as in
    WordPress' classic editor.
    """
    reader = _Reader(html, blank_lines=blank_lines)
    for token in tokens(html):
        reader.read(token)
    reader.close_block()
    alignment = reader.alignment
    text = "".join(alignment.pieces)
    alignment.pieces.clear()
    return HtmlText(html, text, tuple(reader.blocks), alignment)


def has_text(html: str) -> bool:
    """Whether a reader would see anything; looks no further than the first word."""
    reader = _Reader(html, blank_lines=False)
    for token in tokens(html):
        reader.read(token)
        if reader.alignment.length:
            return True
    return False


@dataclass(slots=True)
class _Element:
    name: str
    id: str | None


class _Reader:
    """Tokens in, canonical text and blocks out."""

    def __init__(self, source: str, *, blank_lines: bool) -> None:
        self.alignment = Alignment()
        self._blank_lines = blank_lines
        self.blocks: list[Block] = []
        self._source = source
        self._open: list[_Element] = []
        self._open_names: collections.Counter[str] = collections.Counter()
        self._dropping: str | None = None
        self._dropped_depth = 0
        self._block_start: int | None = None
        self._text_end = 0
        # white space and line breaks that count only if text follows in the same block
        self._pending: list[tuple[str, int, int]] = []

    def read(self, token: Token) -> None:
        if self._dropping:
            self._drop(token)
        elif token.kind is Kind.OPEN:
            self._opened(token)
        elif token.kind is Kind.CLOSE:
            self._closed(token)
        else:
            pieces = (
                [(self._source[token.start : token.end], token.start, token.end)]
                if token.kind is Kind.RAW
                else decode(self._source, token.start, token.end)
            )
            for text, start, end in pieces:
                self._text(text, start, end)

    def close_block(self) -> None:
        """End the block at hand, if there is one; what white space trails is not part of it."""
        self._pending.clear()
        if self._block_start is None:
            return
        element = self._open[-1] if self._open else _Element("", None)
        span = Span(self._block_start, self.alignment.length)
        self.blocks.append(Block(len(self.blocks), element.name, element.id, span))
        element.id = None
        self._block_start = None

    def _opened(self, token: Token) -> None:
        if token.name == "br":
            self._line_break(token.start, token.end)
        elif token.name in _DROPPED:
            if not token.closed and token.name != "embed":
                self._dropping, self._dropped_depth = token.name, 1
        elif token.name in _BLOCKS:
            self.close_block()
            while self._open and token.name in _CLOSED_BY.get(self._open[-1].name, ()):
                self._pop()
            if token.name not in _VOID_BLOCKS:
                self._open.append(_Element(token.name, token.id))
                self._open_names[token.name] += 1

    def _closed(self, token: Token) -> None:
        if token.name == "br":
            self._line_break(token.start, token.end)
        elif token.name in _BLOCKS:
            self.close_block()
            if self._open_names[token.name]:
                while self._pop() != token.name:
                    pass

    def _pop(self) -> str:
        name = self._open.pop().name
        self._open_names[name] -= 1
        return name

    def _drop(self, token: Token) -> None:
        if token.name == self._dropping and token.kind in (Kind.OPEN, Kind.CLOSE):
            self._dropped_depth += 1 if token.kind is Kind.OPEN and not token.closed else 0
            self._dropped_depth -= 1 if token.kind is Kind.CLOSE else 0
            if not self._dropped_depth:
                self._dropping = None

    def _line_break(self, start: int, end: int) -> None:
        if self._block_start is not None:
            if self._pending and self._pending[-1][0] != "\n":
                self._pending.pop()
            self._pending.append(("\n", start, end))

    def _text(self, text: str, start: int, end: int) -> None:
        literal = len(text) == end - start
        preformatted = any(self._open_names[name] for name in _PREFORMATTED)
        for run in _RUN.finditer(text):
            at, until = (start + run.start(), start + run.end()) if literal else (start, end)
            first = run.group()[0]
            if first == "\0":
                continue
            if first not in _SPACE:
                self._words(run.group(), at, until)
            elif preformatted:
                self._kept_space(run.group(), at, until)
            elif self._blank_lines and (lines := len(_NEWLINE.findall(run.group()))):
                if lines == 1:
                    self._line_break(at, until)
                else:
                    self.close_block()
            elif self._block_start is not None and not self._pending:
                self._pending.append((" ", at, until))

    def _kept_space(self, space: str, start: int, end: int) -> None:
        literal = len(space) == end - start
        for part in _LINE_OR_SPACE.finditer(space):
            at, until = (start + part.start(), start + part.end()) if literal else (start, end)
            if part.group()[0] in "\r\n":
                self._line_break(at, until)
            elif self._block_start is not None:
                self._pending.append((part.group(), at, until))

    def _words(self, words: str, start: int, end: int) -> None:
        if self._block_start is None:
            if self.alignment.length:
                self.alignment.add(BLOCK_BREAK, self._text_end, start)
            self._block_start = self.alignment.length
        for piece in self._pending:
            self.alignment.add(*piece)
        self._pending.clear()
        self.alignment.add(words, start, end)
        self._text_end = end


def _dom_text(source: str) -> tuple[str, Alignment]:
    """All text nodes of the body in order, as the DOM holds them, aligned with the source."""
    alignment = Alignment()
    template_depth = 0
    after_pre = False
    for token in tokens(source):
        if token.name == "template" and token.kind in (Kind.OPEN, Kind.CLOSE):
            template_depth = max(0, template_depth + (1 if token.kind is Kind.OPEN else -1))
        if token.kind in (Kind.OPEN, Kind.CLOSE):
            after_pre = token.kind is Kind.OPEN and token.name in ("pre", "listing", "textarea")
            continue
        if not template_depth:
            _dom_node(alignment, source, token, after_pre)
        after_pre = False
    return "".join(alignment.pieces), alignment


def _dom_node(alignment: Alignment, source: str, token: Token, after_pre: bool) -> None:
    """Append one text node: newlines normalised, NUL and the first newline of ``pre`` left out."""
    start = token.start
    if after_pre:
        newline = _NEWLINE.match(source, start, token.end)
        start = newline.end() if newline else start
    pieces = (
        [(source[start : token.end], start, token.end)]
        if token.kind is Kind.RAW
        else decode(source, start, token.end)
    )
    for text, begin, end in pieces:
        if len(text) != end - begin or ("\r" not in text and "\0" not in text):
            alignment.add(text, begin, end)
            continue
        for part in re.finditer(r"[^\r\0]+|\r\n?", text):
            plain = "\n" if part.group()[0] == "\r" else part.group()
            alignment.add(plain, begin + part.start(), begin + part.end())
