"""Quotation marks and the stretches that they quote.

Marks come curly, straight, as ````…''``, as guillemets and as single marks, which are apostrophes
too. A stretch begins and ends in one paragraph: newspapers open each paragraph of a long quotation
with a mark and close only the last, and a mark that was forgotten must not swallow the article. All
of this is one pass over the marks, linear in the length of the text.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from claims.model import Span

_MARK = re.compile(r"``|''|[“”„‟\"＂«»‘’‚‛'‹›]")
_DOUBLE, _SINGLE = "double", "single"
_FAMILY = dict.fromkeys("‘’‚‛'‹›", _SINGLE)
_OPENING = frozenset({"``", "“", "„", "‟", "«", "‘", "‚", "‛", "‹"})
_CLOSING = frozenset({"''", "”", "»", "’", "›"})
_BEFORE_OPENING = frozenset("([{<—–-/“‘\"'«„`…:;>")
_ELISION = re.compile(
    # "the ’90s", "rock ’n’ roll", "’em", "’tis": an apostrophe where letters were left out.
    r"(?:\d\ds?\b|(?:em|tis|twas|til|till|cause|cuz|n|round|bout|neath|twere|twill|tude|sup)\b)",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W_]")


class _Side(Enum):
    OPEN = 1
    CLOSE = 2


@dataclass(frozen=True, slots=True, order=True)
class QuoteSpan:
    """One quoted stretch: with its marks (``span``) and without them (``inner``).

    ``continued``: the paragraph ends without a closing mark and the next opens with a mark, so that
    the speaker goes on. ``recovered``: a mark is missing and the end (or start) is a guess.
    """

    span: Span
    inner: Span
    continued: bool = False
    recovered: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    family: str
    side: _Side
    strong: bool


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[QuoteSpan, ...]:
    """The outermost quoted stretches of the text, in order; those nested in them are left out."""
    found: list[QuoteSpan] = []
    by_paragraph = [_marks(text, paragraph) for paragraph in paragraphs]
    for n, (paragraph, marks) in enumerate(zip(paragraphs, by_paragraph, strict=True)):
        following = by_paragraph[n + 1] if n + 1 < len(paragraphs) else []
        opens_next = bool(following) and following[0].start == paragraphs[n + 1].start
        goes_on = following[0].family if opens_next else None
        found.extend(_outermost(text, _stretches(text, paragraph, marks, goes_on)))
    return tuple(found)


# ---- marks ----------------------------------------------------------------------------------


def _marks(text: str, paragraph: Span) -> list[_Mark]:
    """The quotation marks of a paragraph with the side they stand on; apostrophes are left out."""
    shaped = [
        mark
        for match in _MARK.finditer(text, paragraph.start, paragraph.end)
        if (mark := _shape(text, match, paragraph)) is not None
    ]
    return list(_without_inches(text, _without_possessives(text, shaped)))


def _shape(text: str, match: re.Match[str], paragraph: Span) -> _Mark | None:
    mark, start, end = match.group(), match.start(), match.end()
    before = text[start - 1] if start > paragraph.start else " "
    if before == "=":
        return None  # an attribute's value in left-over markup: <a href="…">
    after = text[end] if end < paragraph.end else " "
    family = _FAMILY.get(mark, _DOUBLE)
    may_open = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    may_close = not before.isspace() and not (after.isalnum() and before.isalnum())
    if family is _SINGLE:
        if before.isalnum() and after.isalnum():
            return None
        if may_open and (mark != "‚") and _ELISION.match(text, end):
            return None
        if mark in "’›'" and may_close and not (mark == "'" and may_open):
            side = _Side.CLOSE
        elif mark in "‘‚‛‹'" and may_open:
            side = _Side.OPEN
        else:
            return None
    elif mark in _OPENING:
        side = _Side.CLOSE if _plainly_closes(mark, before, after) else _Side.OPEN
    elif mark in _CLOSING:
        side = _Side.OPEN if before.isspace() and after.isalnum() else _Side.CLOSE
    else:
        side = _Side.OPEN if may_open and not _closes_anyway(before, after) else _Side.CLOSE
    strong = before in ".,!?…;" or family is _DOUBLE
    return _Mark(start, end, family, side, strong)


def _plainly_closes(mark: str, before: str, after: str) -> bool:
    """An opening mark that stands as a closing one: ``„so“``, ``»so«``; but ``« so »`` opens."""
    if mark == "«" and before.isspace():
        return False
    return not (before.isspace() or before in _BEFORE_OPENING or after.isalnum())


def _closes_anyway(before: str, after: str) -> bool:
    """A straight mark after a dash or dots closes when no word follows: ``"But—", he began``."""
    return not before.isspace() and not (after.isalnum() or after in "“‘'[($")


def _without_possessives(text: str, marks: list[_Mark]) -> list[_Mark]:
    """Drop ``’`` in "the workers’ rights" where the quotation plainly closes later."""
    kept: list[_Mark] = []
    closes_later = False
    for mark in reversed(marks):
        if mark.family is _DOUBLE:
            kept.append(mark)
            continue
        if mark.side is _Side.OPEN:
            closes_later = False
        elif closes_later and _may_be_possessive(text, mark):
            continue
        else:
            closes_later = closes_later or mark.strong or not _may_be_possessive(text, mark)
        kept.append(mark)
    kept.reverse()
    return kept


def _may_be_possessive(text: str, mark: _Mark) -> bool:
    return (
        text[mark.start - 1 : mark.start] in ("s", "S", "z", "x", "n")
        and text[mark.end : mark.end + 1] == " "
        and text[mark.end + 1 : mark.end + 2].isalnum()
    )


def _without_inches(text: str, marks: list[_Mark]) -> Iterator[_Mark]:
    """Drop a straight mark after a digit that closes nothing, or that the next mark closes."""
    is_open = False
    for n, mark in enumerate(marks):
        if mark.family is _SINGLE:
            yield mark
            continue
        if mark.side is _Side.CLOSE and text[mark.start] in "\"”'" and _digit_before(text, mark):
            closed_next = next(
                (m.side is _Side.CLOSE for m in marks[n + 1 : n + 9] if m.family is _DOUBLE), False
            )
            if not is_open or closed_next:
                continue
        is_open = mark.side is _Side.OPEN
        yield mark


def _digit_before(text: str, mark: _Mark) -> bool:
    return text[mark.start - 1 : mark.start].isdigit()


# ---- stretches ------------------------------------------------------------------------------


def _stretches(
    text: str, paragraph: Span, marks: list[_Mark], goes_on: str | None
) -> Iterator[QuoteSpan]:
    """Every stretch, nested ones too, in any order; ``goes_on`` is the family that opens the next
    paragraph."""
    stack: list[_Mark] = []
    depth = {_DOUBLE: 0, _SINGLE: 0}
    last_end = paragraph.start
    unclosed: list[_Mark] = []
    for mark in marks:
        if mark.side is _Side.OPEN:
            stack.append(mark)
            depth[mark.family] += 1
        elif depth[mark.family]:
            while True:
                opening = stack.pop()
                depth[opening.family] -= 1
                if opening.family == mark.family:
                    break
                unclosed.append(opening)
            last_end = mark.end
            yield from _stretch(text, opening.start, mark.end, opening.end, mark.start)
        elif mark.family is _DOUBLE and mark.strong and not stack:
            if last_end == paragraph.start and text[mark.start - 1] in ".,!?…":
                yield from _stretch(text, last_end, mark.end, last_end, mark.start, recovered=True)
            last_end = mark.end
    openings = [mark.start for mark in marks if mark.side is _Side.OPEN and mark.family is _DOUBLE]
    for mark in [*unclosed, *stack]:
        yield from _unclosed(
            text, paragraph, mark, openings, goes_on if mark in stack[:1] else None
        )


def _unclosed(
    text: str, paragraph: Span, mark: _Mark, openings: list[int], goes_on: str | None
) -> Iterator[QuoteSpan]:
    """A stretch whose closing mark is missing ends with its paragraph, or where the next opens."""
    n = bisect.bisect_right(openings, mark.start)
    ends_paragraph = n >= len(openings)
    if goes_on == mark.family and ends_paragraph:
        yield from _stretch(
            text, mark.start, paragraph.end, mark.end, paragraph.end, continued=True
        )
    elif mark.family is _DOUBLE:
        end = paragraph.end if ends_paragraph else openings[n]
        yield from _stretch(text, mark.start, end, mark.end, end, recovered=True)


def _stretch(
    text: str,
    start: int,
    end: int,
    inner_start: int,
    inner_end: int,
    continued: bool = False,
    recovered: bool = False,
) -> Iterator[QuoteSpan]:
    while recovered and end > inner_start and text[end - 1].isspace():
        end = inner_end = end - 1
    yield QuoteSpan(Span(start, end), Span(inner_start, inner_end), continued, recovered)


def _outermost(text: str, stretches: Iterator[QuoteSpan]) -> Iterator[QuoteSpan]:
    """Those that stand in no other and hold a letter or a digit."""
    end = -1
    for stretch in sorted(stretches, key=lambda q: (q.span.start, -q.span.end)):
        if stretch.span.start >= end:
            end = stretch.span.end
            if _WORDS.search(text, stretch.inner.start, stretch.inner.end):
                yield stretch
