"""What the queue, the workers and the store cost, beside the extraction itself."""

from __future__ import annotations

import pickle
import statistics
import time
from collections.abc import Iterator
from typing import Any

from redis import Redis
from rq import Queue, SimpleWorker

from benchmarks.bench import calls, processes
from benchmarks.bench.articles import news
from benchmarks.bench.table import Row, in_turns
from claims import Article, check, wire
from store import keys
from store.connection import connect

_ARTICLES = 12
_WAIT = {"Prefer": "wait=30"}


def rows() -> Iterator[Row]:
    yield from _post_to_checklist()
    yield from _workers()
    yield _bytes()


def _post_to_checklist() -> Iterator[Row]:
    """From POST to checklist on an idle system, by a long poll, beyond the extraction itself."""
    text, more = news(600), []
    with processes.redis() as url, processes.api(url) as api, processes.workers(url):
        for n in range(18):
            article = Article(text, headline=f"Number {n}")
            (alone,) = in_turns(lambda a=article: check(a), rounds=1, clock=time.perf_counter)
            began = time.perf_counter()
            job = calls.post(api.port, {"text": text, "headline": f"Number {n}"}, _WAIT)
            calls.read(calls.asked(api.port, job["links"]["checklist"], {}))
            more.append((time.perf_counter() - began - alone) * 1e3)
    rest = sorted(more[3:])  # the first ones warm the worker
    median, late = statistics.median(rest), rest[int(0.95 * len(rest))]
    yield Row(
        "POST to checklist beyond extraction, median", f"{median:.0f} ms", "goal 30 ms",
        median / 30, ("<=", 1),
    )  # fmt: skip
    yield Row(
        "POST to checklist beyond extraction, p95", f"{late:.0f} ms", "goal 80 ms",
        late / 80, ("<=", 1),
    )  # fmt: skip


def _workers() -> Iterator[Row]:
    """What a worker spends beyond extraction, and what a second one on a second core brings."""
    text, body = news(1_400), wire.checklist_body
    with processes.redis() as url, processes.api(url) as api:
        with processes.workers(url) as (pid,):
            calls.post(api.port, {"text": text, "headline": "warm"}, _WAIT)
            alone, each, times = [], [], []
            for _ in range(3):
                alone += in_turns(lambda: body(check(Article(text, headline="x"))), rounds=3)
                before = processes.cpu_seconds(pid)
                times.append(_through(url, api.port, text))
                each.append((processes.cpu_seconds(pid) - before) / _ARTICLES)
            one = statistics.median(times)
        with processes.workers(url, 2):
            _through(url, api.port, text)  # warms both
            two = statistics.median(_through(url, api.port, text) for _ in range(3))
    seconds = statistics.median(alone)
    beyond = max(0.0, statistics.median(a - b for a, b in zip(each, alone, strict=True)))
    yield Row(
        "queue and store, an article", f"{beyond * 1e3:.0f} ms of CPU",
        f"extraction {seconds * 1e3:.0f} ms", beyond / seconds, ("<=", 0.10),
    )  # fmt: skip
    speed = f"one {_ARTICLES / one:.1f} articles/s"
    yield Row("two workers on two cores", f"{one / two:.2f} ×", speed, one / two, (">=", 1.8))


def _through(url: str, port: int, text: str) -> float:
    """Seconds until the last of some articles has its checklist."""
    began = time.perf_counter()
    jobs = [
        calls.post(port, {"text": text, "headline": f"Number {n} {began}"}, {})
        for n in range(_ARTICLES)
    ]
    client = connect(url)
    while client.zcard(keys.OPEN_JOBS) and time.perf_counter() - began < 120:
        time.sleep(0.02)
    assert not client.zcard(keys.OPEN_JOBS), f"{len(jobs)} articles were not done in time"
    return time.perf_counter() - began


def _bytes() -> Row:
    """Redis bytes at rest, beside RQ's own default for the same: text in, checklist out."""
    text = news(1_400)[:9_000]
    body = wire.checklist_body(check(Article(text)))
    with processes.redis() as url, processes.api(url) as api:
        client = connect(url)
        job = calls.finished(url, api.port, text, {})
        article = job["article"]["id"].encode()
        mine = [name for name in client.scan_iter("cs:*") if article in name]
        ours = sum(client.memory_usage(name) for name in [*mine, keys.job(job["id"])])
        client.flushall()
        theirs = _by_default(Redis.from_url(url), text, body)
    return Row(
        f"Redis bytes of a finished article, {len(body['items'])} claims", f"{ours:,}",
        f"RQ's default {theirs:,}", ours / theirs, ("<=", 0.35),
    )  # fmt: skip


def _by_default(client: Any, text: str, body: dict[str, Any]) -> int:
    """A job that takes the text and returns the checklist, RQ's settings left alone."""
    queue = Queue("default", connection=client)
    queue.enqueue("benchmarks.bench.queue.echo", text, pickle.dumps(body))
    SimpleWorker([queue], connection=client).work(burst=True, logging_level="ERROR")
    names = [name for name in client.scan_iter("rq:*") if b":job:" in name or b"results" in name]
    return sum(client.memory_usage(name) for name in names)


def echo(_text: str, pickled: bytes) -> Any:
    return pickle.loads(pickled)
