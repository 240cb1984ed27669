"""Texts that are checked once, through the queue, and kept nowhere.

What is handed in lives until a worker has taken it or nobody waits any more; what is found lives
until the one who waits has taken it. Both are gone by themselves after ``_KEEP_SECONDS``.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from rq import Queue

from store import Store, codec, keys
from store.errors import QueueFull

_KEEP_SECONDS = 60


def submit(store: Store, fields: Mapping[str, Any]) -> str:
    """Queue a text, in the shape of ``POST /v1/articles``; the id to wait for.

    Raises:
        QueueFull: too many jobs wait; nothing is stored.
    """
    if store.redis.llen(store.queue.key) >= store.settings.queue_limit:
        raise QueueFull("the queue is full")
    once_id = secrets.token_hex(12)
    entry = Queue.prepare_data(
        "workers.jobs.check_once",
        args=[once_id],
        job_id=once_id,
        timeout=store.settings.job_timeout_seconds,
        ttl=_KEEP_SECONDS,
        result_ttl=0,
        failure_ttl=0,
        description=f"check once {once_id}",
    )
    with store.redis.pipeline(transaction=True) as pipe:
        pipe.set(keys.once(once_id), codec.pack_large(dict(fields)), ex=_KEEP_SECONDS)
        store.queue.enqueue_many([entry], pipeline=pipe)
        pipe.execute()
    return once_id


def take(store: Store, once_id: str) -> dict[str, Any] | None:
    """What was handed in, and forget it; None when nobody waits for it any more."""
    record = store.redis.getdel(keys.once(once_id))
    fields: dict[str, Any] | None = None if record is None else codec.unpack(record)
    return fields


def answer(store: Store, once_id: str, body: Mapping[str, Any]) -> None:
    """Hand what was found, or ``{}`` when it could not be, to the one who waits."""
    with store.redis.pipeline(transaction=True) as pipe:
        pipe.set(keys.once_answer(once_id), codec.pack_large(dict(body)), ex=_KEEP_SECONDS)
        pipe.publish(keys.ENDED, once_id)
        pipe.execute()


def collect(store: Store, once_id: str) -> dict[str, Any] | None:
    """What was found, and forget it; None while there is nothing yet."""
    record = store.redis.getdel(keys.once_answer(once_id))
    body: dict[str, Any] | None = None if record is None else codec.unpack(record)
    return body


def abandon(store: Store, once_id: str) -> None:
    """Nobody waits any more."""
    store.redis.delete(keys.once(once_id), keys.once_answer(once_id), f"rq:job:{once_id}")
    store.redis.lrem(store.queue.key, 0, once_id)
