"""Articles marked by hand, and how well a checklist meets the marks.

A mark is ``{kind=value:words}``; several right values are parted by ``|``, none leaves out ``=``.
``{?kind:words}`` may be listed or not. A claim meets a mark when they overlap, one to one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from claims import Article, check
from claims.model import Claim, OfficeValue, PersonFactValue

_MARK = re.compile(r"\{(\??)(\w+)(?:=([^:{}]*))?:([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Mark:
    kind: str
    start: int
    end: int
    values: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one kind, with the faults in words."""

    marks: int
    said: int
    met: int
    right: int
    faults: tuple[str, ...]


def read(path: Path) -> tuple[str, list[Mark]]:
    """(text without marks, marks)."""
    raw = path.read_text(encoding="utf-8").rstrip("\n")
    text, marks, done = "", [], 0
    for match in _MARK.finditer(raw):
        text += raw[done : match.start()]
        optional, kind, values, words = match.groups()
        right = tuple((values or "").split("|")) if values else ()
        marks.append(Mark(kind, len(text), len(text) + len(words), right, bool(optional)))
        text += words
        done = match.end()
    return text + raw[done:], marks


def score(paths: list[Path], kind: str) -> Score:
    marked = said = met = right = 0
    faults: list[str] = []
    for path in paths:
        text, marks = read(path)
        wanted = [m for m in marks if m.kind == kind]
        claims = [c for c in check(Article(text)).items if c.kind == kind]
        pairs = _align(wanted, claims)
        for mark in wanted:
            claim = pairs.get(mark)
            if mark.optional:
                continue
            marked += 1
            if claim is None:
                faults.append(f"{path.stem}: missed {text[mark.start : mark.end]!r}")
                continue
            met += 1
            if _fits(claim, mark):
                right += 1
            else:
                faults.append(f"{path.stem}: {claim.exact!r} valued {claim.value}")
        for claim in claims:
            if not any(claim is met for mark, met in pairs.items() if mark.optional):
                said += 1
                if claim not in pairs.values():
                    faults.append(f"{path.stem}: extra {claim.exact!r}")
    return Score(marked, said, met, right, tuple(faults))


def _align(marks: list[Mark], claims: list[Claim]) -> dict[Mark, Claim]:
    pairs: dict[Mark, Claim] = {}
    free = list(claims)
    for mark in marks:
        shared = [min(mark.end, c.span.end) - max(mark.start, c.span.start) for c in free]
        if shared and max(shared) > 0:
            pairs[mark] = free.pop(shared.index(max(shared)))
    return pairs


def _fits(claim: Claim, mark: Mark) -> bool:
    if not mark.values:
        return True
    if isinstance(claim.value, OfficeValue):
        return _bare(claim.value.office) in map(_bare, mark.values)
    assert isinstance(claim.value, PersonFactValue)
    return str(claim.value.number) in mark.values


def _bare(office: str) -> str:
    return re.sub(r"^(?:an?|the) ", "", " ".join(office.lower().replace("’", "'").split()))
