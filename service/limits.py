"""Rate and concurrency limits, per key.

Rates are counted in Redis by the `limits` library, so that they hold over all API processes. A
process takes leave for a few requests at a time, a hundredth of the rate at most, so that most
requests cost no round trip; small rates are counted one by one. The number of requests at once is
counted in each process, which is what they wear out.
"""

from __future__ import annotations

import collections
import threading
import time

from flask import current_app, g
from limits import RateLimitItem, parse
from limits.storage import RedisStorage
from limits.strategies import FixedWindowRateLimiter

from service.problems import Problem
from store import Store, stats
from store.settings import BadSetting

_LARGEST_LEAVE = 20
_MOST_LEAVES = 10_000


class Limits:
    """The counters of one application. Nothing is sent before the first request.

    Raises:
        BadSetting: the rate cannot be read.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rate = _read_rate(store.settings.rate_limit)
        pool = store.redis.connection_pool
        storage = RedisStorage("redis://", connection_pool=pool, key_prefix="cs:limit")
        self._counter = FixedWindowRateLimiter(storage)
        self._leave: dict[str, tuple[int, float]] = {}
        self._under_way: collections.Counter[str] = collections.Counter()
        self._lock = threading.Lock()

    def enter(self, who: str) -> None:
        """Count a request in.

        Raises:
            Problem: 429, too many in the window, or too many at once.
        """
        with self._lock:
            if self._under_way[who] >= self._store.settings.concurrency_limit:
                raise self._refusal("too many requests at once", 1)
            left, until = self._leave.get(who, (0, 0.0))
            if left > 0 and until > time.monotonic():
                self._leave[who] = (left - 1, until)
                self._under_way[who] += 1
                return
        granted = self._take_leave(who)
        with self._lock:
            if len(self._leave) > _MOST_LEAVES:
                self._leave.clear()
            self._leave[who] = (granted - 1, time.monotonic() + self._rate.get_expiry())
            self._under_way[who] += 1

    def exit(self, who: str) -> None:
        """Count a request out."""
        with self._lock:
            self._under_way[who] -= 1
            if self._under_way[who] <= 0:
                del self._under_way[who]

    def _take_leave(self, who: str) -> int:
        wanted = min(_LARGEST_LEAVE, max(1, self._rate.amount // 100))
        for cost in dict.fromkeys((wanted, 1)):
            if self._counter.hit(self._rate, who, cost=cost):
                return cost
        window = self._counter.get_window_stats(self._rate, who)
        raise self._refusal(
            f"more than {self._rate}", max(1, round(window.reset_time - time.time()))
        )

    def _refusal(self, why: str, seconds: int) -> Problem:
        stats.count(self._store.redis, "limits_hit")
        return Problem(
            429,
            "too_many_requests",
            "Too many requests",
            f"That is {why}; wait for the seconds in Retry-After.",
            headers={"Retry-After": str(seconds)},
        )


def count_in() -> None:
    """Before each request that carries a key."""
    if "key" not in g:
        return  # open to all, or this machine's own while no key has been made
    who = str(g.key.id)
    limits().enter(who)
    g.counted_as = who


def count_out(_error: BaseException | None = None) -> None:
    """After each request, however it ended."""
    if "counted_as" in g:
        limits().exit(g.pop("counted_as"))


def limits() -> Limits:
    found: Limits = current_app.extensions["claimsheet-limits"]
    return found


def _read_rate(text: str) -> RateLimitItem:
    try:
        return parse(text)
    except ValueError:
        raise BadSetting(
            f"CLAIMSHEET_RATE_LIMIT cannot be read: {text!r} is not like 1200/minute"
        ) from None
