"""Planted slips: how many of them the findings see, and how often clean text is accused.

Each file of ``tests/data/slips`` is an article of our own with slots, ``{finding:right=>wrong}``.
With every slot right the article is clean: whatever is found there is a false alarm. With one slot
wrong it holds exactly one slip: any finding that the clean article does not have counts as seeing
it. Figures are counts of articles, one slip each.

    python -m benchmarks.slips [FILE…] [--missed]
"""

from __future__ import annotations

import argparse
import collections
import pathlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks import marked
from claims.model import Article, Finding
from claims.pipeline import check

HERE = pathlib.Path(__file__).resolve().parents[1] / "tests" / "data" / "slips"
_SLOT = re.compile(r"\{([a-z_]+):([^{}]*?)=>([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Slip:
    """One slot of a file: the type of finding that should see it, and the words."""

    type: str
    right: str
    wrong: str
    start: int
    end: int


def slips(source: str) -> list[Slip]:
    return [Slip(m[1], m[2], m[3], *m.span()) for m in _SLOT.finditer(source)]


def article(source: str, wrong: Slip | None = None) -> Article:
    """The article with every slot right, but for the one that is to be ``wrong``."""
    if wrong is not None:
        source = source[: wrong.start] + wrong.wrong + source[wrong.end :]
    source = _SLOT.sub(lambda m: m[2], source)
    head, _, body = source.partition("\n---\n")
    return marked.article(head, body.strip() + "\n")


def found(art: Article) -> dict[str, Finding]:
    """The findings by what they say: their type and message."""
    return {f"{f.type.value}: {f.message}": f for f in check(art).findings}


def run(source: str) -> tuple[list[str], Iterator[tuple[Slip, list[str]]]]:
    """(false alarms of the clean article, for each slip the findings that it alone has)."""
    clean = found(article(source))

    def each() -> Iterator[tuple[Slip, list[str]]]:
        for slip in slips(source):
            yield slip, [said for said in found(article(source, slip)) if said not in clean]

    return list(clean), each()


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    parser.add_argument("--missed", action="store_true", help="show what was not seen")
    options = parser.parse_args(None if arguments is None else list(arguments))
    files = options.files or sorted(HERE.glob("*.txt"))
    total: collections.Counter[str] = collections.Counter()
    seen: collections.Counter[str] = collections.Counter()
    typed: collections.Counter[str] = collections.Counter()
    alarms = 0
    for path in files:
        false, each = run(path.read_text(encoding="utf-8"))
        alarms += len(false)
        for alarm in false:
            print(f"{path.stem}: FALSE ALARM {alarm}")
        for slip, new in each:
            total[slip.type] += 1
            seen[slip.type] += bool(new)
            typed[slip.type] += any(said.startswith(slip.type + ":") for said in new)
            if options.missed and not new:
                print(f"{path.stem}: missed {slip.type}: {slip.right!r} => {slip.wrong!r}")
            elif options.missed and not any(s.startswith(slip.type + ":") for s in new):
                print(f"{path.stem}: {slip.type} {slip.wrong!r} seen as {new[0]}")
    print(f"{'type':22}slips  seen  by its own type")
    for name in sorted(total):
        print(f"{name:22}{total[name]:5}{seen[name]:6}{typed[name]:6}")
    print(f"{'all':22}{sum(total.values()):5}{sum(seen.values()):6}{sum(typed.values()):6}")
    print(f"{alarms} false alarms in {len(files)} clean articles")


if __name__ == "__main__":
    main()
