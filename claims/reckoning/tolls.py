"""Tolls told over several sentences: "18 died in Sel. Another 12 died in Orro. In all 36 died."

A total is one that says so ("in all", "bringing the toll to"); its parts are the exact figures of
the same fate shortly before it, of which each after the first says that it comes on top
("another", "more"). "The dead were six women and four men" is held against the one toll told.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from claims.document import Context, Document
from claims.figures import Figure, shown
from claims.model import Severity
from claims.reckoning.line import Slip
from claims.reckoning.rounding import added, plain
from claims.same_figure import Told, told

_FATES = frozenset(("dead", "hurt", "missing", "held", "expelled"))
_TOTAL_BEFORE = re.compile(
    r"\b(?:[Ii]n (?:all|total)|[Aa]ltogether|[Aa]ll told|[Aa] total of|total (?:is|was|to)|overall"
    r"|(?:bring(?:s|ing)?|brought|tak(?:es|ing)|took|put|puts|putting|raising|raised)"
    r" (?:the |its |their )?(?:[a-z]+ ){0,3}(?:to|at)),? (?:the )?$"
)
_OF_THE_DEAD = re.compile(r"\b(?:dead|toll|deaths|killed|fatalities)\b")
_TOTAL_AFTER = re.compile(r"(?: [\w’-]+){0,7},? (?:in all|altogether|in total|all told|overall)\b")
_ON_TOP = re.compile(r"\b(?:another|further|other|others|more|additional)\b", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:includ\w*|among|of (?:them|whom|those)|up from|from)\b", re.IGNORECASE)
_BACK = 5  # sentences
# "The dead were six women and three men.", "The victims, four girls and a boy,"
_MADE_UP = re.compile(
    r"(?:^|\s)(?:All of )?[Tt]he (?P<who>dead|victims|injured|wounded|killed|missing|arrested)"
    r"(?: people)? (?:were|are|comprised|consisted of) $"
)
_MADE_UP_CUE = re.compile(r"[Tt]he (?:dead|victims|injured|wounded|killed|missing|arrested)\b")
_WHO = {
    "dead": "dead",
    "victims": "dead",
    "killed": "dead",
    "injured": "hurt",
    "wounded": "hurt",
    "missing": "missing",
    "arrested": "held",
}
_AND = re.compile(r"(?: [\w’-]+){1,4},? (?:and|, and) |(?: [\w’-]+){1,4}, ")
_MOST = 200


def find(context: Context, document: Document, found: Sequence[Figure]) -> Iterator[Slip]:
    """Args: found: the figures of the field, in order of place."""
    if len(found) > _MOST or not any(f.exact for f in found):
        return
    yield from _of_them(document, found)
    totals = [f for f in found if f.exact and is_total(document, f)]
    if not totals and not _MADE_UP_CUE.search(document.text):
        return
    fates = [item for f in found if (item := told(context, f)) and item.key in _FATES]
    for figure in totals:
        if key := _fate(context, figure):
            before = [t for t in fates if t.key == key and t.figure.span < figure.span]
            yield from _of_parts(document, before, figure)
    yield from _made_up(document, found, fates)


def is_total(document: Document, figure: Figure) -> bool:
    start = max(figure.sentence.start, figure.span.start - 60)
    before = document.text[start : figure.span.start]
    return bool(
        _TOTAL_BEFORE.search(before)
        or _TOTAL_AFTER.match(document.text, figure.span.end, figure.sentence.end)
    )


def _fate(context: Context, figure: Figure) -> str | None:
    """ "put the dead at 16", "In all, 18 people are dead"."""
    item = told(context, figure)
    if item is not None and item.key in _FATES:
        return item.key
    text = context.document(figure.claim.field).text
    before = text[max(figure.sentence.start, figure.span.start - 40) : figure.span.start]
    return "dead" if _OF_THE_DEAD.search(before) else None


def _of_parts(document: Document, before: Sequence[Told], total: Figure) -> Iterator[Slip]:
    near = total.sentence.index - _BACK
    parts = [
        t.figure
        for t in before
        if t.figure.sentence.index >= near and not is_total(document, t.figure)
    ]
    if not 2 <= len(parts) <= 4 or not all(p.exact for p in parts):
        return
    if not all(_is_on_top(document, part) for part in parts[1:]) or _is_on_top(document, parts[0]):
        return
    if any(_OPEN.search(_around(document, part)) for part in (*parts, total)):
        return
    number = total.number
    sums = (sum(p.number for p in s) for k in (2, 3, 4) for s in itertools.combinations(parts, k))
    if all(abs(s - number) > total.half_unit for s in sums):
        summed = sum(part.number for part in parts)
        yield Slip(
            f"{added(parts)} make {plain(summed)}, not {shown(total)}.",
            (total, *parts),
            Severity.HIGH,
        )


def _around(document: Document, figure: Figure, reach: int = 24) -> str:
    start = max(figure.sentence.start, figure.span.start - reach)
    return document.text[start : min(figure.sentence.end, figure.span.end + reach)]


def _is_on_top(document: Document, figure: Figure) -> bool:
    return bool(_ON_TOP.search(_around(document, figure, 12)))


def _made_up(document: Document, found: Sequence[Figure], fates: Sequence[Told]) -> Iterator[Slip]:
    for n, figure in enumerate(found):
        start = max(0, figure.sentence.start - 2)
        match = _MADE_UP.search(document.text, start, figure.span.start)
        if match is None or not figure.exact:
            continue
        parts = _run(document, found, n, _AND)
        if len(parts) < 2 or not all(p.exact for p in parts):
            continue
        tail = document.text[parts[-1].span.end : figure.sentence.end]
        if not re.match(r"(?: [\w’-]+){1,4}(?:[.;,]|$)", tail) or _OPEN.search(tail[:40]):
            continue
        earlier = [t.figure for t in fates if t.key == _WHO[match["who"]] and t.figure not in parts]
        earlier = [f for f in earlier if f.span.start < figure.span.start]
        whole = sum(part.number for part in parts)
        if len({f.number for f in earlier}) != 1 or not earlier[0].exact:
            continue
        if earlier[0].number != whole:
            yield Slip(
                f"{added(parts)} make {plain(whole)}, not {shown(earlier[0])}.",
                (earlier[0], *parts),
                Severity.HIGH,
            )


def _run(
    document: Document, found: Sequence[Figure], n: int, joint: re.Pattern[str]
) -> Sequence[Figure]:
    """The figures of one sentence from the n-th on that such a joint alone parts."""
    last = n
    while (
        last + 1 < len(found)
        and found[last + 1].sentence.index == found[n].sentence.index
        and joint.fullmatch(document.text, found[last].span.end, found[last + 1].span.start)
    ):
        last += 1
    return found[n : last + 1]


# "Four of them were Swiss, two Italian and one Belgian."
_OF_THEM = re.compile(r" of (?:them|the victims|the dead|those) (?:were|was|are|is|came|come) ")
_CLOSED = re.compile(r"(?: (?!and\b)[\w’-]+){0,4}(?P<one>,? and (?:one|an?) [\w’-]+)?\.?\s*")
_EACH = re.compile(r"(?: (?!and\b)[\w’-]+){1,5}(?:,| and|, and) ")


def _of_them(document: Document, found: Sequence[Figure]) -> Iterator[Slip]:
    """A sentence of nothing but parts, which are more than the one number that they can be of."""
    text = document.text
    for n, figure in enumerate(found):
        if figure.span.start != figure.sentence.start or not _OF_THEM.match(text, figure.span.end):
            continue
        parts = _run(document, found, n, _EACH)
        tail = text[parts[-1].span.end : figure.sentence.end]
        near = [f for f in found[:n] if f.sentence.index >= figure.sentence.index - 2]
        wholes = {f.number for f in near if f.number >= figure.number}
        closed = _CLOSED.fullmatch(tail)
        if closed is None or len(parts) + bool(closed["one"]) < 3:
            continue
        total = sum(part.number for part in parts) + bool(closed["one"])
        exact = all(f.exact for f in (*parts, *near))
        if exact and len(wholes) == 1 and total > near[-1].number == wholes.pop():
            yield Slip(
                f"{added(parts)}{' + one' if closed['one'] else ''} make {plain(total)}, "
                f"more than {shown(near[-1])}.",
                (near[-1], *parts),
                Severity.MEDIUM,
            )
