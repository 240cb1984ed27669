"""What the API costs, beside a bare Flask on the same server, and as the store grows."""

from __future__ import annotations

import json
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

from redis.connection import AbstractConnection

from benchmarks.bench import calls, load, processes
from benchmarks.bench.articles import news
from benchmarks.bench.processes import Server
from benchmarks.bench.table import Row, in_pairs
from service.app import create_app
from store import Store, apikeys, keys
from store.connection import connect
from store.settings import Settings

_EIGHT_KB = 8_192
_ROUNDS = 3
_SECONDS = 1.5
# Many short turns: where others use the machine, its speed changes within seconds.
_TURNS = 11
_TURN_SECONDS = 0.4


def rows() -> Iterator[Row]:
    with processes.redis() as url, processes.api(url) as api, processes.hello() as hello:
        store = Store(connect(url), Settings(redis_url=url))
        _, key = apikeys.create(store, "bench", "bench", ["submit", "read", "check"])
        bearer = {"Authorization": f"Bearer {key}"}
        job = calls.finished(url, api.port, news(1_400), bearer)
        yield from _requests(api, hello, job, bearer)
        store.queue.empty()
        yield from _round_trips(store, job, bearer)
        yield from _stored(store, api, job, bearer)
        yield from _long_polls(api.port, bearer)


def _post(bearer: dict[str, str]) -> load.Request:
    body = json.dumps({"text": news(2_000)[:_EIGHT_KB]}).encode()
    return load.request("POST", "/v1/articles", body, Content_Type="application/json", **bearer)


def _requests(
    api: Server, hello: Server, job: dict[str, Any], bearer: dict[str, str]
) -> Iterator[Row]:
    bare_post = load.request("POST", "/", b"x" * _EIGHT_KB, Content_Type="application/json")
    post, taken = (api, _post(bearer), 202), (hello, bare_post, 202)
    yield from _beside("POST accepted, 8 KB", post, taken, 0.30, p99=5.0)
    link, bare = job["links"]["self"], (hello, load.get("/"), 200)
    same = {"If-None-Match": calls.etag(api.port, link, bearer), **bearer}
    yield from _beside("GET job", (api, load.get(link, **bearer), 200), bare, 0.55)
    yield from _beside("GET job, 304", (api, load.get(link, **same), 304), bare, 0.55)
    checklist = load.get(job["links"]["checklist"], **bearer)
    yield from _beside("GET checklist", (api, checklist, 200), bare, 0.55)


Side = tuple[Server, load.Request, int]


def _beside(
    work: str, ours: Side, peer: Side, goal: float, p99: float | None = None
) -> Iterator[Row]:
    """Requests a second and, since others may use the machine as well, the CPU of each."""
    found: list[list[load.Load]] = [[], []]
    spent: list[list[float]] = [[], []]
    for _ in range(_TURNS):
        for n, (server, ask, wish) in enumerate((ours, peer)):
            before = server.cpu_seconds()
            run = load.run(server.port, ask, seconds=_TURN_SECONDS, wish=wish)
            found[n].append(run)
            spent[n].append((server.cpu_seconds() - before) / max(1, len(run.latencies)))
    assert not any(one.wrong for some in found for one in some), f"{work}: wrong answers"
    speeds = [[one.per_second for one in some] for some in found]
    a, b = map(statistics.median, speeds)
    yield Row(work, f"{a:.0f}/s", f"bare Flask {b:.0f}/s", in_pairs(*speeds), (">=", goal))
    a, b = (statistics.median(some) * 1e6 for some in spent)
    ratio = in_pairs(spent[1], spent[0])
    yield Row(f"{work}: by CPU", f"{a:.0f} µs", f"bare Flask {b:.0f} µs", ratio, (">=", goal))
    if p99 is not None:
        a, b = (statistics.median(one.percentile(0.99) for one in some) * 1e3 for some in found)
        yield Row(f"{work}: p99", f"{a:.1f} ms", f"bare Flask {b:.1f} ms", a / b, ("<=", p99))


def _round_trips(store: Store, job: dict[str, Any], bearer: dict[str, str]) -> Iterator[Row]:
    """How often a request sends something to Redis, once its key has been looked up."""
    client = create_app(store).test_client()
    said = {"text": "On 3 May 2020 it rained.", "external_id": "round trips"}
    asked: dict[str, tuple[int, Callable[[], object]]] = {
        "POST": (2, lambda: client.post("/v1/articles", json=said, headers=bearer)),
        "GET job": (1, lambda: client.get(job["links"]["self"], headers=bearer)),
        "GET checklist": (1, lambda: client.get(job["links"]["checklist"], headers=bearer)),
    }
    for _, ask in asked.values():
        ask()
    said["external_id"] = "round trips, again"
    for name, (goal, ask) in asked.items():
        count = _sent(ask)
        yield Row(f"round trips to Redis, {name}", str(count), "–", count, ("<=", goal))


def _sent(ask: Callable[[], object]) -> int:
    sent = []
    send = AbstractConnection.send_packed_command

    def counted(self: Any, *arguments: Any, **named: Any) -> Any:
        sent.append(1)
        return send(self, *arguments, **named)

    try:
        AbstractConnection.send_packed_command = counted  # type: ignore[method-assign]
        ask()
    finally:
        AbstractConnection.send_packed_command = send  # type: ignore[method-assign]
    return len(sent)


def _stored(
    store: Store, api: Server, job: dict[str, Any], bearer: dict[str, str]
) -> Iterator[Row]:
    """p95 of a POST and of a GET with a thousand articles in the store, and with twenty."""
    asked = {
        "POST": (_post(bearer), 202),
        "GET checklist": (load.get(job["links"]["checklist"], **bearer), 200),
    }
    late: dict[str, list[float]] = {name: [] for name in asked}
    for first, last in ((0, 1_000), (1_000, 20_000)):
        _fill(store, job, range(first, last))
        for name, (ask, wish) in asked.items():
            runs = [load.run(api.port, ask, seconds=_SECONDS, wish=wish) for _ in range(_ROUNDS)]
            late[name].append(statistics.median(run.percentile(0.95) for run in runs) * 1e3)
            store.queue.empty()
    for name, (few, many) in late.items():
        yield Row(
            f"{name} p95 with 20,000 articles stored", f"{many:.1f} ms",
            f"with 1,000 {few:.1f} ms", many / few, ("<=", 1.5),
        )  # fmt: skip


def _fill(store: Store, job: dict[str, Any], numbers: range) -> None:
    """Copies of a finished article's own records, under other names."""
    article = job["article"]["id"]
    desk, redis = keys.desk("bench"), store.redis
    head, checklist = redis.hgetall(keys.article(article)), redis.get(keys.checklist(article))
    record = redis.get(keys.job(job["id"]))
    (text_name,) = redis.scan_iter(f"cs:text:{article}:*", count=100_000)
    text = redis.get(text_name)
    for start in range(numbers.start, numbers.stop, 500):
        with redis.pipeline(transaction=False) as pipe:
            for n in range(start, min(start + 500, numbers.stop)):
                name = f"{n:024x}"
                pipe.hset(keys.article(name), mapping=head)
                pipe.set(keys.text(name, "0"), text)
                pipe.set(keys.checklist(name), checklist)
                pipe.set(keys.job(name), record)
                pipe.zadd(desk, {name: n})
                pipe.zadd(keys.EXPIRY, {name: 4e9})
            pipe.execute()
    _until_quiet(redis)


def _until_quiet(redis: Any) -> None:
    """So much at once has the append-only file rewritten, which is not what is measured."""
    for _ in range(60):
        time.sleep(0.5)
        state = redis.info("persistence")
        if not state["aof_rewrite_in_progress"] and not state.get("aof_rewrite_scheduled"):
            return


def _long_polls(port: int, bearer: dict[str, str]) -> Iterator[Row]:
    """POSTs one after another, while fifty clients wait for jobs that do not end."""
    body = json.dumps({"text": "On 3 May 2020 it rained."}).encode()
    post = load.request("POST", "/v1/articles", body, Content_Type="application/json", **bearer)
    waiting = [
        calls.post(port, {"text": f"On {n} May 2020."}, bearer)["links"]["self"]
        for n in range(1, 26)
    ]
    alone = load.run(port, post, seconds=3, connections=1, wish=202)
    held = {"Prefer": "wait=8", **bearer}
    polls = [
        threading.Thread(target=calls.read, args=(calls.asked(port, link, held),))
        for link in waiting * 2
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
