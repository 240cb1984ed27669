"""The words before and after a claim that tell its place from every other (TextQuoteSelector).

https://www.w3.org/TR/annotation-model/#text-quote-selector
"""

from __future__ import annotations

import collections
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.html import HtmlText
from claims.model import Span

_FIRST, _LONGEST = 32, 512
_GRAIN = 8


@dataclass(frozen=True, slots=True)
class Quote:
    exact: str
    prefix: str
    suffix: str


def quotes(text: str, spans: Sequence[Span], html: HtmlText | None = None) -> list[Quote]:
    """A quote for each span: 32 characters on each side, doubled until its place is unique.

    Growth ends at 512 characters a side. With ``html``, of which ``text`` is the canonical text,
    a quote stays where possible within words that the page's own text nodes hold just so, since a
    page has no blank line between two paragraphs: then it is found in the page too.
    """
    whole = Span(0, len(text))
    limits = [_as_in_page(text, span, html) if html else whole for span in spans]
    sides = [_FIRST] * len(spans)
    pending = list(range(len(spans)))
    while pending:
        windows = {n: _widened(spans[n], sides[n], limits[n]) for n in pending}
        repeated = _repeated(text, windows.values())
        stuck = [n for n in pending if windows[n] in repeated]
        pending = [n for n in stuck if sides[n] < _LONGEST or limits[n] != whole]
        for n in pending:
            if sides[n] < _LONGEST and windows[n] != limits[n]:
                sides[n] *= 2
            elif limits[n] != whole:
                limits[n] = whole  # the words around it in the page are not enough
            else:
                sides[n] = _LONGEST
    return [_quote(text, s, _widened(s, sides[n], limits[n])) for n, s in enumerate(spans)]


def _widened(span: Span, side: int, limit: Span) -> Span:
    return Span(max(limit.start, span.start - side), min(limit.end, span.end + side))


def _quote(text: str, span: Span, window: Span) -> Quote:
    return Quote(
        exact=text[span.start : span.end],
        prefix=text[window.start : span.start],
        suffix=text[span.end : window.end],
    )


def _as_in_page(text: str, span: Span, html: HtmlText) -> Span:
    """The stretch around the span, 512 characters a side at most, that the page holds as it is."""
    dom, there = html.dom_text, html.to_dom(span)
    before = 0
    for ours, theirs in zip(
        reversed(text[max(0, span.start - _LONGEST) : span.start]),
        reversed(dom[max(0, there.start - _LONGEST) : there.start]),
        strict=False,
    ):
        if ours != theirs:
            break
        before += 1
    after = 0
    for ours, theirs in zip(
        text[span.end : span.end + _LONGEST], dom[there.end : there.end + _LONGEST], strict=False
    ):
        if ours != theirs:
            break
        after += 1
    return Span(span.start - before, span.end + after)


def _repeated(text: str, windows: Iterable[Span]) -> set[Span]:
    """Which windows' words stand in the text more than once; one pass a length of window.

    Windows are compared by their first and their last characters, cut to a few lengths, so that
    the number of passes does not grow with the number of windows. A window that this cannot tell
    apart counts as repeated, which only makes it grow.
    """
    keys: dict[Span, set[str]] = {}
    wanted: dict[int, set[str]] = collections.defaultdict(set)
    for window in windows:
        length = _cut(window.end - window.start)
        first, last = _piece(text, window.start, length), _piece(text, window.end - length, length)
        keys[window] = {first, last} if length else set()
        wanted[length] |= keys[window]
    counts: collections.Counter[str] = collections.Counter()
    for length, strings in wanted.items():
        if length:
            counts.update(
                piece
                for at in range(len(text) - length + 1)
                if (piece := text[at : at + length]) in strings
            )
    return {window for window, pieces in keys.items() if all(counts[piece] > 1 for piece in pieces)}


def _piece(text: str, start: int, length: int) -> str:
    return text[start : start + length]


def _cut(length: int) -> int:
    """The next lower of the few lengths that are compared: multiples of 8, then powers of 2."""
    if length <= 2 * _FIRST:
        return length - length % _GRAIN
    return 1 << (length.bit_length() - 1)
