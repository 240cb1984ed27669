"""Whether a new article may come in: a bounded queue, and memory left for those that are in.

A checklist is written when its article has long been accepted, so new ones are refused while there
is still room. Upkeep looks at the memory every second and leaves a flag that a post reads along
with what it reads anyway.
"""

from __future__ import annotations

from store import Store, keys
from store.errors import QueueFull, StorageFull

# Of the server's ``maxmemory``; the rest is for the results of what was accepted.
_FULL_SHARE = 0.8
# A flag that nobody renews, since no worker lives, goes away by itself.
_FLAG_SECONDS = 5


def look_at_memory(store: Store) -> None:
    """Raise the flag, or take it down."""
    memory = store.redis.info("memory")
    limit = int(memory.get("maxmemory", 0))
    if limit and int(memory["used_memory"]) > _FULL_SHARE * limit:
        store.redis.set(keys.FULL, b"1", ex=_FLAG_SECONDS)
    else:
        store.redis.delete(keys.FULL)


def check(store: Store, waiting: int, full: int) -> None:
    """Refuse, or not, by the length of the queue and the flag.

    Raises:
        QueueFull: too many jobs wait.
        StorageFull: the server is nearly out of memory.
    """
    if full:
        raise StorageFull("the server is nearly out of memory")
    if waiting >= store.settings.queue_limit:
        raise QueueFull(f"{waiting} jobs wait")
