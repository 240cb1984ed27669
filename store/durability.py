"""Waiting until a write is on the disk, where the server can say so.

``WAITAOF`` (Redis 7.2, Valkey) answers for the writes of its own connection. The append-only file
is written in order, so a small write sent just before it, on the same connection, stands for every
write that was acknowledged earlier on any.
"""

from __future__ import annotations

import time

from redis.exceptions import ResponseError

from store import Store, keys
from store.errors import NotDurable

# One call stays below the client's time-out; with an fsync a second, four of them are enough.
_WAIT_MILLISECONDS = 300
_LONGEST_WAIT_SECONDS = 2.5


def settle_article(store: Store) -> None:
    """After an article was accepted: wait if the operator has asked for it.

    Raises:
        NotDurable: the server does not say that it is on disk.
    """
    if store.settings.durability == "waitaof" and not _on_disk(store):
        raise NotDurable("the server keeps no append-only file, or knows no WAITAOF")


def settle_tick(store: Store) -> None:
    """After a tick: wait wherever the server can say that it is on disk.

    Raises:
        NotDurable: it can, and does not; or the operator insists and it cannot.
    """
    if not _on_disk(store) and store.settings.durability == "waitaof":
        raise NotDurable("the server keeps no append-only file, or knows no WAITAOF")


def _on_disk(store: Store) -> bool:
    """Whether everything written so far is on disk; False where the server cannot tell."""
    deadline = time.monotonic() + _LONGEST_WAIT_SECONDS
    while True:
        with store.redis.pipeline(transaction=False) as pipe:
            pipe.set(keys.LAST_SETTLED, b"1")
            pipe.execute_command("WAITAOF", 1, 0, _WAIT_MILLISECONDS)
            _, answer = pipe.execute(raise_on_error=False)
        if isinstance(answer, ResponseError):
            return False
        if isinstance(answer, Exception):
            raise answer
        if answer[0] >= 1:
            return True
        if time.monotonic() > deadline:
            raise NotDurable("the server has not written it to disk in time")
