"""What the API and the queue cost, beside a bare Flask on the same server."""

from __future__ import annotations

import json
import pickle
import statistics
import threading
import time
import urllib.request
from collections.abc import Iterator
from typing import Any

from redis import Redis
from rq import Queue

from benchmarks.bench import load, processes
from benchmarks.bench.articles import news
from benchmarks.bench.table import Row, in_turns
from claims import Article, check, wire
from store import Store, apikeys, keys
from store.connection import connect
from store.settings import Settings

_EIGHT_KB = 8_192
_ROUNDS = 3
_SECONDS = 2.0


def rows() -> Iterator[Row]:
    with processes.redis() as url, processes.api(url) as port, processes.hello() as hello:
        store = Store(connect(url), Settings(redis_url=url))
        _, key = apikeys.create(store, "bench", "bench", ["submit", "read", "check"])
        bearer = {"Authorization": f"Bearer {key}"}
        yield from _requests(store, url, port, hello, bearer)
        yield from _long_polls(port, bearer)
    with processes.redis() as url, processes.api(url) as port, processes.worker(url):
        yield from _post_to_checklist(port)
    yield from _queue(1_400)
    yield _bytes()


def _requests(
    store: Store, url: str, port: int, hello: int, bearer: dict[str, str]
) -> Iterator[Row]:
    body = json.dumps({"text": news(2_000)[:_EIGHT_KB]}).encode()
    plain = {"Content-Type": "application/json"}
    post = load.request("POST", "/v1/articles", body, **plain, **bearer)
    bare_post = load.request("POST", "/", body, **plain)
    yield from _beside(
        "POST accepted, 8 KB", (port, post, 202), (hello, bare_post, 202), 0.30, p99=5.0
    )
    store.queue.empty()
    job = _post(port, {"text": news(1_400)}, bearer)
    processes.burst(url)
    link = job["links"]["self"]
    with urllib.request.urlopen(_asked(port, link, bearer)) as answer:
        etag = answer.headers["ETag"]
    same = {"If-None-Match": etag, **bearer}
    bare = (hello, load.get("/"), 200)
    yield from _beside("GET job", (port, load.get(link, **bearer), 200), bare, 0.55)
    yield from _beside("GET job, 304", (port, load.get(link, **same), 304), bare, 0.55)
    checklist = load.get(job["links"]["checklist"], **bearer)
    yield from _beside("GET checklist", (port, checklist, 200), bare, 0.55)


Side = tuple[int, load.Request, int]


def _beside(
    work: str, ours: Side, peer: Side, goal: float, p99: float | None = None
) -> Iterator[Row]:
    found: list[list[load.Load]] = [[], []]
    for _ in range(_ROUNDS):
        for n, (port, ask, wish) in enumerate((ours, peer)):
            found[n].append(load.run(port, ask, seconds=_SECONDS, wish=wish))
    assert not any(one.wrong for some in found for one in some), f"{work}: wrong answers"
    a, b = (statistics.median(one.per_second for one in some) for some in found)
    yield Row(work, f"{a:.0f}/s", f"bare Flask {b:.0f}/s", a / b, (">=", goal))
    if p99 is not None:
        a, b = (statistics.median(one.percentile(0.99) for one in some) * 1e3 for some in found)
        yield Row(f"{work}, p99", f"{a:.1f} ms", f"bare Flask {b:.1f} ms", a / b, ("<=", p99))


def _long_polls(port: int, bearer: dict[str, str]) -> Iterator[Row]:
    """POSTs one after another, while fifty clients wait for jobs that do not end."""
    body = json.dumps({"text": "On 3 May 2020 it rained."}).encode()
    post = load.request("POST", "/v1/articles", body, Content_Type="application/json", **bearer)
    waiting = [
        _post(port, {"text": f"On {n} May 2020."}, bearer)["links"]["self"] for n in range(1, 26)
    ]
    alone = load.run(port, post, seconds=3, connections=1, wish=202)
    held = {"Prefer": "wait=8", **bearer}
    polls = [
        threading.Thread(target=_read, args=(_asked(port, link, held),)) for link in waiting * 2
    ]
    for poll in polls:
        poll.start()
    time.sleep(1)
    beside = load.run(port, post, seconds=3, connections=1, wish=202)
    for poll in polls:
        poll.join()
    a, b = beside.percentile(0.99) * 1e3, alone.percentile(0.99) * 1e3
    yield Row(
        "POST p99 beside 50 long polls", f"{a:.1f} ms", f"alone {b:.1f} ms", a / b, ("<=", 3.0)
    )


def _post_to_checklist(port: int) -> Iterator[Row]:
    """From POST to checklist on an idle system, by a long poll, beyond the extraction itself."""
    text = news(600)
    (seconds,) = in_turns(lambda: check(Article(text)), clock=time.perf_counter)
    took = []
    for n in range(25):
        began = time.perf_counter()
        job = _post(port, {"text": text, "headline": f"Number {n}"}, {"Prefer": "wait=20"})
        assert job["status"] == "succeeded", job
        _read(_asked(port, job["links"]["checklist"], {}))
        took.append(time.perf_counter() - began)
    more = sorted((one - seconds) * 1e3 for one in took[3:])
    median, late = statistics.median(more), more[int(0.95 * len(more))]
    alone = f"extraction {seconds * 1e3:.0f} ms"
    yield Row(
        "POST to checklist, beyond it, median", f"{median:.0f} ms", alone, median / 30, ("<=", 1)
    )
    yield Row("POST to checklist, more, p95", f"{late:.0f} ms", alone, late / 80, ("<=", 1))


def _queue(words: int) -> Iterator[Row]:
    """What a worker spends beyond extraction, and what a second one on a second core brings."""
    count, text = 24, news(words)
    (seconds,) = in_turns(lambda: check(Article(text)))
    with processes.redis() as url, processes.api(url) as port:

        def fill() -> None:
            for n in range(count):
                _post(port, {"text": text, "headline": f"Number {n} {time.time()}"}, {})

        idle_wall, idle_cpu = processes.burst(url)
        fill()
        one, cpu = processes.burst(url)
        fill()
        two, _ = processes.burst(url, 2)
    beyond = max(0.0, (cpu - idle_cpu) / count - seconds)
    yield Row(
        "queue and store, an article", f"{beyond * 1e3:.0f} ms of CPU",
        f"extraction {seconds * 1e3:.0f} ms", beyond / seconds, ("<=", 0.10),
    )  # fmt: skip
    speed = (one - idle_wall) / (two - idle_wall)
    each = f"{count / (one - idle_wall):.1f} articles/s"
    yield Row("two workers on two cores", f"{speed:.2f} ×", each, speed, (">=", 1.8))


def _bytes() -> Row:
    """Redis bytes at rest, beside RQ's own default for the same: text in, checklist out."""
    text = news(1_400)[:9_000]
    body = wire.checklist_body(check(Article(text)))
    with processes.redis() as url, processes.api(url) as port:
        client = connect(url)
        job = _post(port, {"text": text, "external_id": "a"}, {})
        processes.burst(url)
        mine = [name for name in client.scan_iter("cs:*") if job["article"]["id"].encode() in name]
        ours = sum(client.memory_usage(name) for name in [*mine, keys.job(job["id"])])
        client.flushall()
        theirs = _by_default(Redis.from_url(url), text, body)
    return Row(
        "Redis bytes of a finished article", f"{ours:,}",
        f"RQ's default {theirs:,}", ours / theirs, ("<=", 0.35),
    )  # fmt: skip


def _by_default(client: Any, text: str, body: dict[str, Any]) -> int:
    """A job that takes the text and returns the checklist, RQ's settings left alone."""
    from rq import SimpleWorker

    queue = Queue("default", connection=client)
    queue.enqueue("benchmarks.bench.service.echo", text, pickle.dumps(body))
    SimpleWorker([queue], connection=client).work(burst=True, logging_level="ERROR")
    names = [name for name in client.scan_iter("rq:*") if b":job:" in name or b"results" in name]
    return sum(client.memory_usage(name) for name in names)


def echo(_text: str, pickled: bytes) -> Any:
    return pickle.loads(pickled)


def _post(port: int, fields: dict[str, Any], headers: dict[str, str]) -> dict[str, Any]:
    body = json.dumps(fields).encode()
    asked = _asked(port, "/v1/articles", {"Content-Type": "application/json", **headers}, body)
    answer: dict[str, Any] = json.loads(_read(asked))
    return answer


def _asked(
    port: int, path: str, headers: dict[str, str], body: bytes | None = None
) -> urllib.request.Request:
    return urllib.request.Request(f"http://127.0.0.1:{port}{path}", body, headers)


def _read(asked: urllib.request.Request) -> bytes:
    with urllib.request.urlopen(asked, timeout=40) as answer:
        return bytes(answer.read())
