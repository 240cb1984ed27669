"""Checklists against whole articles marked up by hand: recall, precision and value by kind.

    python benchmarks/marked.py [FILE…] [--kind KIND] [--errors] [--json]

Without files, the articles in ``tests/data/marked`` are scored. They are in our own words and are
what the rules were tuned on: their figures are tuning figures. A file opens with ``headline:`` and
``published:`` lines, then a line ``---``, then the body, where marks stand inline:
``{kind=value:words}``, or ``{?kind:words}`` for a borderline case that may be listed or not. Marks
do not nest. A mark is found when an item of its kind overlaps it, one to one. What stands inside a
marked quotation is not counted against the checklist, nor is what overlaps a borderline mark. Kinds
that no file marks are left out.
"""

from __future__ import annotations

import argparse
import collections
import dataclasses
import datetime as dt
import glob
import json
import pathlib
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from claims.model import Article
from claims.pipeline import check
from claims.wire import checklist_body

MARKED = pathlib.Path(__file__).resolve().parents[1] / "tests" / "data" / "marked"
# "{date=2017-07-18T15:00:3 p.m.}": the colon inside a time belongs to the value.
_MARK = re.compile(r"\{(\??)([a-z_]+)(?:=((?:[^:{}]|(?<=T\d\d):)*))?:([^{}]*)\}")


@dataclasses.dataclass(frozen=True, slots=True)
class Mark:
    """What a person marked: ``value`` is None where the mark gives none."""

    kind: str
    start: int
    end: int
    value: str | None
    borderline: bool


@dataclasses.dataclass(slots=True)
class Score:
    gold: int = 0
    said: int = 0
    found: int = 0
    valued: int = 0
    right: int = 0

    def row(self) -> dict[str, float | int]:
        return {
            "gold": self.gold,
            "said": self.said,
            "recall": _share(self.found, self.gold),
            "precision": _share(self.found, self.said),
            "value": _share(self.right, self.valued),
        }


def read(path: pathlib.Path) -> tuple[Article, list[Mark]]:
    """The article of a marked file without its marks, and the marks, offsets into its body."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    text, marks, at = "", [], 0
    for match in _MARK.finditer(body):
        text += body[at : match.start()]
        marks.append(Mark(match[2], len(text), len(text) + len(match[4]), match[3], bool(match[1])))
        text += match[4]
        at = match.end()
    text += body[at:]
    return article(head, text), marks


def article(head: str, text: str) -> Article:
    """The article of a text and the lines that stand before it: ``headline:``, ``published:``."""
    named = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    published = named.get("published")
    return Article(
        text=text,
        published=dt.date.fromisoformat(published) if published else None,
        headline=named.get("headline"),
    )


def score(path: pathlib.Path, scores: dict[str, Score], errors: list[str]) -> None:
    """Add the article's counts to ``scores`` and what went wrong to ``errors``."""
    marked, marks = read(path)
    items = [i for i in checklist_body(check(marked))["items"] if i["field"] == "body"]
    quoted = [m for m in marks if m.kind == "quotation"]
    for kind in {m.kind for m in marks} | {i["kind"] for i in items}:
        gold = [m for m in marks if m.kind == kind and not m.borderline]
        free = [m for m in marks if m.borderline]
        if kind != "quotation":
            free += quoted
        said = [i for i in items if i["kind"] == kind]
        pairs = align(gold, said)
        counted = [
            item
            for n, item in enumerate(said)
            if n in pairs.values() or not any(_overlap(m, item) for m in free)
        ]
        tally = scores[kind]
        tally.gold += len(gold)
        tally.said += len(counted)
        tally.found += len(pairs)
        for n, mark in enumerate(gold):
            if n not in pairs:
                errors.append(f"MISS  {kind:12s} {path.stem}: {_around(marked.text, mark)}")
            elif mark.value is not None:
                right = agrees(mark, said[pairs[n]])
                tally.valued += 1
                tally.right += right
                if not right:
                    value = {k: v for k, v in said[pairs[n]]["value"].items() if v}
                    errors.append(
                        f"VALUE {kind:12s} {path.stem}: {_around(marked.text, mark)} "
                        f"wants {mark.value!r}, said {value}"
                    )
        for item in counted:
            if not any(said[n] is item for n in pairs.values()):
                place = Mark(kind, item["start"], item["end"], None, False)
                errors.append(f"EXTRA {kind:12s} {path.stem}: {_around(marked.text, place)}")


def align(gold: Sequence[Mark], said: Sequence[dict[str, Any]]) -> dict[int, int]:
    """Pairs of overlapping mark and item, one to one, the closest spans first."""
    candidates = sorted(
        (abs(m.start - i["start"]) + abs(m.end - i["end"]), g, s)
        for g, m in enumerate(gold)
        for s, i in enumerate(said)
        if _overlap(m, i)
    )
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, g, s in candidates:
        if g not in pairs and s not in used:
            pairs[g] = s
            used.add(s)
    return pairs


def agrees(mark: Mark, item: dict[str, Any]) -> bool:
    """Whether the item's value is the mark's."""
    value = item["value"]
    if mark.kind in ("quantity", "person_fact"):
        number = value.get("number")
        return number is not None and abs(float(mark.value or "nan") - number) < 1e-3
    key = {"date": "timex", "office": "office", "diplomatic_event": "event"}.get(mark.kind)
    if mark.kind == "quotation":
        return bool((value.get("speaker") or "").lower() == (mark.value or "").lower())
    return key is None or value.get(key) == mark.value


def _overlap(mark: Mark, item: dict[str, Any]) -> bool:
    return bool(mark.start < item["end"] and item["start"] < mark.end)


def _around(text: str, mark: Mark) -> str:
    shown = f"{text[max(0, mark.start - 45) : mark.start]}[{text[mark.start : mark.end]}]"
    return " ".join((shown + text[mark.end : mark.end + 40]).split())


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 1.0


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    parser.add_argument("--kind", help="only this kind's figures and errors")
    parser.add_argument("--errors", action="store_true", help="list what was missed or wrong")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)  # type: ignore[arg-type]
    files = options.files or [pathlib.Path(p) for p in sorted(glob.glob(f"{MARKED}/*.txt"))]
    scores: dict[str, Score] = collections.defaultdict(Score)
    errors: list[str] = []
    for path in files:
        score(path, scores, errors)
    kinds = sorted(k for k, s in scores.items() if s.gold and options.kind in (None, k))
    rows = {kind: scores[kind].row() for kind in kinds}
    if options.json:
        json.dump({"articles": len(files), "kinds": rows}, sys.stdout, indent=1)
        return
    print(f"{len(files)} articles")
    for kind, row in rows.items():
        print(f"{kind:17s}" + "".join(f"  {name} {value:5}" for name, value in row.items()))
    if options.errors:
        shown = [error for error in errors if error.split()[1] in kinds]
        print("\n".join(sorted(shown)))


if __name__ == "__main__":
    main()
