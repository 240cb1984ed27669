"""Which workers live, as the queue knows it."""

from __future__ import annotations

from rq import worker_registration

from store import Store


def living(store: Store) -> list[str]:
    """Keys of the workers that listen to the queue and have given a sign of life of late."""
    names = sorted(worker_registration.get_keys(queue=store.queue))
    if not names:
        return []
    with store.redis.pipeline(transaction=False) as pipe:
        for name in names:
            pipe.exists(name)
        return [name for name, lives in zip(names, pipe.execute(), strict=True) if lives]


def count(store: Store) -> int:
    """How many workers live."""
    return len(living(store))
