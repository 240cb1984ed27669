"""Temporal taggers side by side, in one run: ours and the peers from the package index.

    python benchmarks/temporal.py                     # on what lies in ../shared/eval/timex
    python benchmarks/temporal.py --data DIR …        # folders of TimeML documents
    python benchmarks/temporal.py --worst-case        # ours on monotonous text

F1 as in TempEval-3: strict is the same span, relaxed any overlap (one to one), value relaxed with
the same TIMEX3 value. A peer that is not installed is left out and named; see
``benchmarks/requirements-temporal.txt``. Speeds are those of this machine on this day.
"""

from __future__ import annotations

import argparse
import datetime as dt
import html
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from claims.temporal import tag

SHARED = Path(__file__).resolve().parents[2] / "shared" / "eval" / "timex"
_TAG = re.compile(r"<(/?)([A-Za-z0-9_:]+)((?:\s[^<>]*)?)/?>")
_ATTRIBUTE = re.compile(r'([A-Za-z0-9_:]+)\s*=\s*"([^"]*)"')

Found = tuple[int, int, str]  # start, end, TIMEX3 value ("" if the peer gives none)
Tagger = Callable[[str, dt.date], list[Found]]


@dataclass(frozen=True, slots=True)
class Document:
    text: str
    anchor: dt.date
    gold: tuple[Found, ...]


def ours(text: str, anchor: dt.date) -> list[Found]:
    return [(t.start, t.end, t.value) for t in tag(text, anchor)]


def dateparser_search() -> Tagger:
    """``dateparser.search``: finds dates only and gives moments; a day is the best reading."""
    from dateparser.search import search_dates

    def find(text: str, anchor: dt.date) -> list[Found]:
        settings = {
            "RELATIVE_BASE": dt.datetime.combine(anchor, dt.time()),
            "PREFER_DATES_FROM": "past",
        }
        found, at = [], 0
        for words, moment in search_dates(text, languages=["en"], settings=settings) or []:
            start = text.find(words, at)
            if start >= 0:
                at = start + len(words)
                found.append((start, at, moment.date().isoformat()))
        return found

    return find


def recognizers() -> Tagger:
    """Microsoft Recognizers, which gives a "timex" close to TIMEX3; the first resolution counts."""
    from recognizers_date_time import Culture, recognize_datetime

    def find(text: str, anchor: dt.date) -> list[Found]:
        now = dt.datetime.combine(anchor, dt.time())
        found = []
        for part, offset in _paragraphs(text):
            for result in recognize_datetime(part, Culture.English, reference=now):
                values = (result.resolution or {}).get("values") or [{}]
                first = values[0] or {}
                value = first.get("value") or ""
                if not re.match(r"\d{4}-\d\d-\d\d", value):
                    value = first.get("timex") or ""
                found.append((offset + result.start, offset + result.end + 1, value[:10]))
        return found

    return find


def _paragraphs(text: str) -> Iterator[tuple[str, int]]:
    """Recognizers is slower than linear, so it is given a paragraph at a time."""
    for match in re.finditer(r"(?:[^\n]+\n?)+", text):
        yield match.group(), match.start()


PEERS: dict[str, Callable[[], Tagger]] = {
    "claims.temporal": lambda: ours,
    "dateparser.search": dateparser_search,
    "Microsoft Recognizers": recognizers,
}


def documents(folder: Path) -> list[Document]:
    """TimeML documents with a creation time; others (narratives) are left out of a comparison."""
    return [d for path in sorted(folder.glob("*.tml")) if (d := _read(path.read_text("utf-8")))]


def _read(raw: str) -> Document | None:
    made = re.search(r"<TIMEX3\b([^>]*CREATION_TIME[^>]*)>", raw)
    body = re.search(r"<TEXT>(.*?)</TEXT>", raw, re.DOTALL)
    day = (
        re.match(r"(\d{4})-?(\d\d)-?(\d\d)", dict(_ATTRIBUTE.findall(made[1]))["value"])
        if made
        else None
    )
    if body is None or day is None:
        return None
    pieces, length, at, opened, gold = [], 0, 0, [], []
    for markup in _TAG.finditer(body[1]):
        piece = html.unescape(body[1][at : markup.start()])
        pieces.append(piece)
        length, at = length + len(piece), markup.end()
        if markup[2] != "TIMEX3" or markup[0].endswith("/>"):
            continue
        if not markup[1]:
            opened.append((length, dict(_ATTRIBUTE.findall(markup[3])).get("value", "")))
        else:
            start, value = opened.pop()
            if length > start:
                gold.append((start, length, value))
    text = "".join([*pieces, html.unescape(body[1][at:])])
    return Document(text, dt.date(*map(int, day.groups())), tuple(sorted(gold)))


def align(gold: tuple[Found, ...], said: list[Found]) -> dict[int, int]:
    """Gold to said, one to one: same spans first, then the longest overlap."""
    pairs: dict[int, int] = {}
    for exact in (True, False):
        for i, g in enumerate(gold):
            if i in pairs:
                continue
            free = [j for j in range(len(said)) if j not in pairs.values()]
            shared = {j: min(g[1], said[j][1]) - max(g[0], said[j][0]) for j in free}
            fits = [j for j in free if (said[j][:2] == g[:2] if exact else shared[j] > 0)]
            if fits:
                pairs[i] = max(fits, key=lambda j: shared[j])
    return pairs


def measure(tagger: Tagger, docs: list[Document]) -> tuple[float, float, float, float]:
    """Relaxed, strict and value F1 in per cent, and KB a second."""
    relaxed = strict = value = said_count = gold_count = 0
    took = 0.0
    for doc in docs:
        began = time.perf_counter()
        said = sorted(tagger(doc.text, doc.anchor))
        took += time.perf_counter() - began
        pairs = align(doc.gold, said)
        relaxed += len(pairs)
        strict += sum(doc.gold[i][:2] == said[j][:2] for i, j in pairs.items())
        value += sum(doc.gold[i][2] == said[j][2] for i, j in pairs.items())
        said_count, gold_count = said_count + len(said), gold_count + len(doc.gold)
    total = max(said_count + gold_count, 1) / 200
    size = sum(len(doc.text) for doc in docs) / 1000
    return relaxed / total, strict / total, value / total, size / max(took, 1e-9)


def compare(folders: list[Path]) -> None:
    taggers: dict[str, Tagger] = {}
    for name, load in PEERS.items():
        try:
            taggers[name] = load()
        except ImportError as error:
            print(f"left out: {name} ({error})")
    for folder in folders:
        docs = documents(folder)
        if not docs:
            continue
        print(f"\n{folder.name}: {len(docs)} documents\n{'':24}relaxed strict  value    KB/s")
        for name, tagger in taggers.items():
            relaxed, strict, value, speed = measure(tagger, docs)
            print(f"{name:24}{relaxed:7.1f}{strict:7.1f}{value:7.1f}{speed:8.0f}")


def worst_case(size: int = 1_000_000) -> None:
    """Time a KB of monotonous text, in units of a KB of news, at two sizes: linear means equal."""
    news = (
        "The ministry said on Tuesday that the envoy, who had served for three years, would leave "
        "by the end of March 2021. Officials in both capitals declined to say why.\n\n"
    )
    anchor = dt.date(2021, 3, 18)

    def per_kb(unit: str, length: int) -> float:
        text = (unit * (length // len(unit) + 1))[:length]
        began = time.perf_counter()
        tag(text, anchor)
        return (time.perf_counter() - began) / length * 1000

    usual = per_kb(news, size)
    units = [
        "1",
        "(",
        "“",
        "x",
        " ",
        "\n",
        "two ",
        "the ",
        "May ",
        "1,",
        "1-",
        "1/",
        "5:",
        "’",
        "5 ",
    ]
    print(f"{'text':10}{'half':>8}{'whole':>8}   times the time of news per KB")
    for unit in [*units, "1999 ", "2021-", "a.m. ", "Friday the 13th ", "twenty-"]:
        half, whole = per_kb(unit, size // 2) / usual, per_kb(unit, size) / usual
        print(f"{unit.encode('unicode_escape').decode():18}{half:8.2f}{whole:8.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", nargs="+", type=Path, help="folders of TimeML documents")
    parser.add_argument("--worst-case", action="store_true")
    arguments = parser.parse_args()
    if arguments.worst_case:
        worst_case()
        return
    folders = arguments.data or sorted(f for f in SHARED.glob("*") if f.is_dir())
    if not folders:
        parser.error(f"no documents: give --data, or put TimeML folders under {SHARED}")
    compare(folders)


if __name__ == "__main__":
    main()
