"""Waiting for a job's end without asking Redis again and again.

One subscription a process hears the id of every job that ends and wakes those who wait for it. A
waiter looks at the job after it has been registered and whenever it is woken, so no end is missed;
while the subscription is down it looks once in a few seconds.
"""

from __future__ import annotations

import collections
import contextlib
import logging
import threading
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from store import Store, keys
from store.jobs import StoredJob

T = TypeVar("T")

log = logging.getLogger(__name__)

_LOOK_AGAIN_SECONDS = 5.0
_RECONNECT_SECONDS = 0.5


class Endings:
    """Who waits for which job. One instance an application; starts its thread on first use."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: dict[str, set[threading.Event]] = collections.defaultdict(set)
        self._lock = threading.Lock()
        self._listening = threading.Event()
        self._thread: threading.Thread | None = None
        self._closed = False

    def close(self) -> None:
        """Let the thread end; whoever waits is answered as things stand."""
        self._closed = True
        self._wake_all()

    def wait(self, job_id: str, seconds: float, look: Callable[[], StoredJob]) -> StoredJob:
        """The job once it has ended, or as it stands when the time is over."""
        stored: list[StoredJob] = []

        def ended() -> StoredJob | None:
            stored[:] = [look()]
            return stored[0] if stored[0].job.ended else None

        return self.wait_for(job_id, seconds, ended) or stored[0]

    def wait_for(self, job_id: str, seconds: float, look: Callable[[], T | None]) -> T | None:
        """What ``look`` finds, now or when the job ends; None when the time is over."""
        deadline = time.monotonic() + seconds
        with self._registered(job_id) as woken:
            found = look()
            while found is None and not self._closed and (left := deadline - time.monotonic()) > 0:
                woken.wait(min(left, _LOOK_AGAIN_SECONDS))
                woken.clear()
                found = look()
            return found

    @contextlib.contextmanager
    def _registered(self, job_id: str) -> Iterator[threading.Event]:
        self._listen()
        event = threading.Event()
        with self._lock:
            self._waiting[job_id].add(event)
        try:
            yield event
        finally:
            with self._lock:
                self._waiting[job_id].discard(event)
                if not self._waiting[job_id]:
                    del self._waiting[job_id]

    def _listen(self) -> None:
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="endings", daemon=True)
                self._thread.start()
        self._listening.wait(_RECONNECT_SECONDS)

    def _run(self) -> None:
        while not self._closed:
            try:
                self._hear()
            except Exception as error:  # whatever it is, those who wait must go on being served
                self._listening.clear()
                self._wake_all()
                if not self._closed:
                    log.warning("the subscription broke: %s", type(error).__name__)
                    time.sleep(_RECONNECT_SECONDS)

    def _hear(self) -> None:
        with self._store.redis.pubsub(ignore_subscribe_messages=False) as subscription:
            subscription.subscribe(keys.ENDED)
            while not self._closed:
                message = subscription.get_message(timeout=_LOOK_AGAIN_SECONDS)
                if message is None:
                    subscription.ping()
                elif message["type"] == "subscribe":
                    self._listening.set()
                    self._wake_all()
                elif message["type"] == "message":
                    self._wake(message["data"].decode())

    def _wake(self, job_id: str) -> None:
        with self._lock:
            for event in self._waiting.get(job_id, ()):
                event.set()

    def _wake_all(self) -> None:
        with self._lock:
            for events in self._waiting.values():
                for event in events:
                    event.set()
