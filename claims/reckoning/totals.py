"""Parts listed in full against their total, and votes against the house that casts them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.figures import Figure, shown
from claims.model import QuantityValue, Severity
from claims.reckoning.line import Line, Slip
from claims.reckoning.rounding import added, plain

# "12 people: five men and seven women", "12 people, five men and seven women,"
_OPENS_PARTS = re.compile(r"(?: [\w’-]+){0,4}(?P<mark>:| ?—| –| -|,| \() ?")
# "19 goals, 11 at home and eight away": parts told by where or whence alone
_PLACED = re.compile(r" (?:from|in|at|to|on|by|for|against|away|abroad|home|under)\b")
_MOST_PLACED = 1000
_CREW = r"(?: an?(?: [\w-]+)? (?:crew|staff|team|band|party|group) of)"
_NEXT_PART = re.compile(
    rf"(?: [\w’-]+){{0,6}}?(?:,| and|, and)(?: another| other| the other|{_CREW})? "
)
_LAST_PART = re.compile(r"(?: [\w’-]+){0,7} ?(?:[.;:,)]|—|–|-|$)")
_PART_OF = re.compile(r"(?:\b(?:out|one|most|some|many|\d) of|all but|,) $")
_IN_LIST = re.compile(r"(?:[:,(—–-]|\band) ?$")
_IN_ALL = re.compile(r"(?: [\w’-]+){0,3},? (?:in all|altogether|in total|all told)\b")
_TOTALS = re.compile(
    r"(?: [\w’-]+){1,4},? (?:for |or |making |with )?(?:an? )?(?:total|combined total) of "
    r"|(?: [\w’-]+){1,4}, (?:as |when |while )?all (?:of the )?"
)
OPEN_LIST = re.compile(
    r"\b(?:includ\w*|among|mostly|some|others?|several|many|at least|more|such as|as well|plus"
    r"|rest|too|also)\b",
    re.IGNORECASE,
)
_PERSONS = frozenset(
    "people persons men women children boys girls adults civilians soldiers officers troops "
    "democrats republicans members lawmakers students teachers passengers crew police policemen "
    "firefighters victims dead wounded injured killed hostages workers players patients residents "
    "judges justices jurors deputies senators delegates pupils guards gunmen militants protesters "
    "refugees migrants sailors pilots seats votes".split()
)


def find(line: Line) -> Iterator[Slip]:
    for n in range(len(line) - 2):
        for parts, total in (_parts_after(line, n), _parts_before(line, n)):
            if len(parts) < 2 or total is None or not all(f.exact for f in (total, *parts)):
                continue
            summed = sum(part.number for part in parts)
            slack = total.half_unit + sum(part.half_unit for part in parts)
            if abs(summed - total.number) > slack + 1e-6:
                yield Slip(
                    f"{added(parts)} make {plain(summed)}, not {shown(total)}.",
                    (total, *parts),
                    Severity.HIGH,
                )
    yield from _votes(line)


def _parts_after(line: Line, n: int) -> tuple[Sequence[Figure], Figure | None]:
    """The parts listed after the total at n: "12 people: five men and seven women"."""
    total = line.figures[n]
    opens = _OPENS_PARTS.fullmatch(line.between(n))
    if not opens or OPEN_LIST.search(line.between(n)):
        return (), None
    last = _last_part(line, n + 1)
    if last is None:
        return (), None
    parts = line.figures[n + 1 : last + 1]
    bare = all(p.unit is None and _PLACED.match(line.text, p.span.end) for p in parts)
    if bare and opens["mark"] == "," and total.unit and total.number < _MOST_PLACED:
        return parts, total
    if opens["mark"] == "," and _IN_LIST.search(line.before(n)):
        return (), None
    crew = re.search(rf"{_CREW} $", line.before(last))
    counted = parts[:-1] if crew and parts[-1].unit is None else parts
    persons = all(_is_person(f) for f in (total, *counted))
    same = all(part.unit in (None, total.unit) for part in parts)
    alike = persons or (same and opens["mark"].strip() in (":", "—", "–", "("))
    return (parts, total) if alike else ((), None)


def _parts_before(line: Line, n: int) -> tuple[Sequence[Figure], Figure | None]:
    """The parts listed before their total: "five men and seven women, 12 in all"."""
    if _PART_OF.search(line.before(n)):
        return (), None
    last = line.end_of_list(n, _NEXT_PART)
    if last == n or last + 1 >= len(line):
        return (), None
    total = line.figures[last + 1]
    joint = line.between(last)
    closes = _TOTALS.fullmatch(joint) or (
        re.fullmatch(r"(?: [\w’-]+){1,4}, (?:or )?", joint)
        and _IN_ALL.match(line.between(last + 1))
    )
    listed = line.text[line.figures[n].span.start : total.span.start]
    return (
        (line.figures[n : last + 1], total)
        if closes and not OPEN_LIST.search(listed)
        else ((), None)
    )


def _last_part(line: Line, first: int) -> int | None:
    """Index of the figure that closes the list of parts opened at ``first``."""
    last = line.end_of_list(first, _NEXT_PART)
    listed = line.text[line.figures[first].span.start : line.figures[last].span.end]
    tail = line.between(last)
    closed = _LAST_PART.match(tail) and "and" in listed.split()
    quiet = not OPEN_LIST.search(listed) and not OPEN_LIST.search(tail[:40])
    return last if last > first and closed and quiet else None


def _votes(line: Line) -> Iterator[Slip]:
    houses = [f for f in line.figures if f.exact and f.unit in _HOUSES]
    for figure in line.figures:
        value = figure.claim.value
        if not isinstance(value, QuantityValue) or value.unit != "votes" or not value.against:
            continue
        cast = value.number + value.against
        for body in houses:
            if cast > body.number > 2 and body.span.start < figure.span.start:
                yield Slip(
                    f"{shown(figure)} is {plain(cast)} votes, more than the "
                    f"{shown(body)} {body.unit}s can cast.",
                    (figure, body),
                    Severity.HIGH,
                )


_HOUSES = ("member", "seat", "judge", "justice")


def _is_person(figure: Figure) -> bool:
    return (figure.unit or "").lower() in _PERSONS
