"""Callbacks: what a newsroom's system is told, and each attempt to tell it.

A delivery is written in the transaction that it tells of. The index of what is due says when the
next attempt is to be made; a worker's upkeep queues it, so that a delivery outlives every process.
"""

from __future__ import annotations

import dataclasses
import secrets
import urllib.parse
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from redis.exceptions import WatchError
from rq import Queue

from store import Store, clock, codec, keys, stats
from store.connection import Pipeline
from store.errors import NotFound

# Seconds from one attempt to the next, as https://www.standardwebhooks.com suggests.
SCHEDULE_SECONDS = (5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400)
_LONGEST_PAUSE_SECONDS = 86_400
ATTEMPT_TIMEOUT_SECONDS = 30
# An attempt that has been queued and not recorded is made again after this.
_LEASE_SECONDS = 120
_QUEUED_A_SWEEP = 20
_SLOW_HOST_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message to one address. ``status``: ``pending``, ``delivered``, ``failed`` or, after the
    receiver has said that it is gone, ``stopped``. ``body`` is sent as it stands.
    """

    id: str
    article_id: str
    type: str
    url: str
    body: str
    created_at: str
    status: str = "pending"
    attempts: tuple[Mapping[str, Any], ...] = ()
    next_attempt_at: str | None = None

    def wire(self) -> dict[str, Any]:
        """The delivery as clients see it, without its body."""
        shown = dataclasses.asdict(self)
        del shown["article_id"], shown["body"]
        return {**shown, "attempts": list(self.attempts)}


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of one: a status code, or an error in words.

    ``final``: there is no use in trying again. ``pause_seconds``: what the receiver asked for.
    """

    status_code: int | None
    error: str | None
    seconds: float
    final: bool = False
    pause_seconds: float = 0.0

    @property
    def delivered(self) -> bool:
        return self.status_code is not None and 200 <= self.status_code < 300

    @property
    def gone(self) -> bool:
        return self.status_code == 410


def put(pipe: Pipeline, article_id: str, url: str, kind: str, data: Mapping[str, Any]) -> None:
    """Have an address told of an event; the first attempt is due at once."""
    now = clock.now()
    stamp = clock.rfc3339(now)
    said = {"type": kind, "timestamp": stamp, "data": data}
    delivery = Delivery(
        id=f"msg_{article_id}_{secrets.token_hex(8)}",
        article_id=article_id,
        type=kind,
        url=url,
        body=orjson.dumps(said).decode(),
        created_at=stamp,
        next_attempt_at=stamp,
    )
    pipe.hset(keys.deliveries(article_id), delivery.id, _record(delivery))
    pipe.zadd(keys.DUE, {delivery.id: now.timestamp()})


def of_article(store: Store, article_id: str) -> list[Delivery]:
    """Every delivery of an article, oldest first."""
    found = [_read(record) for record in store.redis.hvals(keys.deliveries(article_id))]
    return sorted(found, key=lambda delivery: (delivery.created_at, delivery.id))


def find(store: Store, delivery_id: str) -> Delivery:
    """One delivery.

    Raises:
        NotFound: there is none, or its article has been removed.
    """
    record = store.redis.hget(keys.deliveries(_article_of(delivery_id)), delivery_id)
    if record is None:
        raise NotFound(delivery_id)
    return _read(record)


def enqueue_due(store: Store) -> int:
    """Queue the attempts whose time has come; how many there were."""
    now = clock.now().timestamp()
    due = store.redis.zrange(keys.DUE, "-inf", now, byscore=True, offset=0, num=_QUEUED_A_SWEEP)
    if not due:
        return 0
    entries = [_entry(delivery_id.decode("utf-8", "replace")) for delivery_id in due]
    with store.redis.pipeline(transaction=True) as pipe:
        store.queue.enqueue_many(entries, pipeline=pipe)
        pipe.zadd(keys.DUE, dict.fromkeys(due, now + _LEASE_SECONDS), xx=True)
        pipe.execute()
    return len(due)


def has_stopped(store: Store, delivery: Delivery) -> bool:
    """Whether the receiver has said of another message of this article that it is gone."""
    others = of_article(store, delivery.article_id)
    return any(o.status == "stopped" and o.url == delivery.url for o in others)


def record(store: Store, delivery_id: str, attempt: Attempt) -> Delivery | None:
    """Write down an attempt and when the next one is to be made; None if the article is gone."""

    def step(delivery: Delivery) -> Delivery:
        entry = {
            "at": clock.stamp(),
            "status_code": attempt.status_code,
            "error": attempt.error,
            "seconds": round(attempt.seconds, 3),
        }
        status, pause = _outcome(delivery, attempt)
        due = clock.after(pause) if pause is not None else None
        return dataclasses.replace(
            delivery,
            status=status,
            attempts=(*delivery.attempts, entry),
            next_attempt_at=clock.rfc3339(due) if due else None,
        )

    return _change(store, delivery_id, step)


def redeliver(store: Store, delivery_id: str) -> Delivery:
    """Start a delivery again, by hand: the same message, under the same id.

    Raises:
        NotFound: there is none.
    """
    now = clock.stamp()
    again = _change(
        store,
        delivery_id,
        lambda delivery: dataclasses.replace(delivery, status="pending", next_attempt_at=now),
    )
    if again is None:
        raise NotFound(delivery_id)
    return again


def pause_host(store: Store, url: str) -> None:
    """Let a host be that did not answer in time, so that it cannot hold up the workers."""
    store.redis.set(keys.slow_host(_host(url)), b"1", ex=_SLOW_HOST_SECONDS)


def wait_for_host(store: Store, delivery: Delivery) -> bool:
    """Whether the host is let be; the attempt is then put off, and does not count."""
    left = store.redis.ttl(keys.slow_host(_host(delivery.url)))
    if left <= 0:
        return False
    store.redis.zadd(keys.DUE, {delivery.id: clock.now().timestamp() + left}, xx=True)
    return True


def forget(store: Store, delivery_id: str) -> None:
    """Take an id that names nothing from the index."""
    store.redis.zrem(keys.DUE, delivery_id)


def _outcome(delivery: Delivery, attempt: Attempt) -> tuple[str, float | None]:
    """The status after an attempt, and the seconds until the next one."""
    if attempt.delivered:
        return "delivered", None
    if attempt.gone:
        return "stopped", None
    made = len(delivery.attempts)
    if attempt.final or made >= len(SCHEDULE_SECONDS):
        return "failed", None
    pause = max(float(SCHEDULE_SECONDS[made]), attempt.pause_seconds)
    return "pending", min(pause, _LONGEST_PAUSE_SECONDS)


def _change(store: Store, delivery_id: str, step: Any) -> Delivery | None:
    name = keys.deliveries(_article_of(delivery_id))
    with store.redis.pipeline() as pipe:
        while True:
            try:
                pipe.watch(name)
                stored = pipe.hget(name, delivery_id)
                if stored is None:
                    forget(store, delivery_id)
                    return None
                delivery: Delivery = step(_read(stored))
                pipe.multi()
                pipe.hset(name, delivery_id, _record(delivery))
                if delivery.next_attempt_at:
                    moment = clock.read(delivery.next_attempt_at).timestamp()
                    pipe.zadd(keys.DUE, {delivery_id: moment})
                else:
                    pipe.zrem(keys.DUE, delivery_id)
                if delivery.attempts:
                    stats.count(pipe, "webhook_attempts", outcome=delivery.status)
                pipe.execute()
                return delivery
            except WatchError:
                continue


def _entry(delivery_id: str) -> Any:
    return Queue.prepare_data(
        "workers.jobs.deliver",
        args=[delivery_id],
        job_id=f"{delivery_id}-{secrets.token_hex(4)}",
        timeout=ATTEMPT_TIMEOUT_SECONDS,
        ttl=_LEASE_SECONDS,
        result_ttl=0,
        failure_ttl=0,
        description=f"deliver {delivery_id}",
    )


def _host(url: str) -> str:
    return urllib.parse.urlsplit(url).netloc


def _article_of(delivery_id: str) -> str:
    """``msg_<article>_<random>``."""
    return delivery_id.removeprefix("msg_").rpartition("_")[0]


def _record(delivery: Delivery) -> bytes:
    return codec.pack(dataclasses.asdict(delivery))


def _read(stored: bytes) -> Delivery:
    fields = codec.unpack(stored)
    return Delivery(**{**fields, "attempts": tuple(fields["attempts"])})
