"""Damaged records: what a hand on the database, a bug or a bad disk may leave behind."""

from __future__ import annotations

from typing import Any

from store import Store, keys


def _hash(store: Store, name: str, mapping: dict[str, Any]) -> None:
    key = f"rq:job:{name}"
    store.redis.hset(key, mapping=mapping)
    store.redis.rpush(store.queue.key, name)


def poison(store: Store) -> None:
    """One of each damage that was seen to end RQ's own worker, and some more."""
    push = store.redis.rpush
    queue = store.queue.key
    good = {"created_at": "2021-03-18T21:00:00.000000Z", "origin": "claims", "status": "queued"}
    call = b'["workers.jobs.extract", null, ["x"], {}]'
    _hash(store, "odd-status", {**good, "status": "asleep", "data": call})
    _hash(store, "odd-date", {**good, "created_at": "yesterday", "data": call})
    _hash(store, "odd-timeout", {**good, "timeout": "soon", "data": call})
    _hash(store, "no-json", {**good, "data": b"\x80\x04K\x01."})
    _hash(store, "no-list", {**good, "data": b"7"})
    _hash(store, "no-data", good)
    _hash(store, "no-such-job", {**good, "data": call})
    _hash(store, "somebody-elses", {**good, "data": b'["os.system", null, ["true"], {}]'})
    push(queue, b"\xff\xfe", b"", "never-was", "a" * 10_000)
    store.redis.set("rq:job:a-string", b"hello")
    push(queue, "a-string")
    store.redis.zadd("rq:wip:claims", {b"\xff:\xff": 1, "never-was:x": 2, "no-colon": 3})
    push("rq:queue:claims:intermediate", b"\xff", "never-was")
    store.redis.sadd("rq:workers:claims", b"rq:worker:never-was")
    store.redis.zadd(keys.OPEN_JOBS, {b"\xff": 1, "never-was": 2, "a-string": 3})
    store.redis.set(keys.job("a-string"), b"hello")
    store.redis.set(keys.job("never-was"), b"\xff\xfe")
    store.redis.hset(keys.article("broken"), mapping={"head": b"?", "v:1": b"\xff"})
