"""Which workers live, as the queue knows it."""

from __future__ import annotations

from rq import Worker

from store import Store


def count(store: Store) -> int:
    """How many workers listen to the queue and have not missed their heartbeat."""
    names = Worker.all_keys(connection=store.redis, queue=store.queue)
    return int(store.redis.exists(*names)) if names else 0
