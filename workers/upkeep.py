"""Upkeep: no accepted job is left lying, whatever has died.

The index of open jobs says which jobs must be somewhere. A job is in good hands while it waits in
the queue, or while it is among the executions of a worker whose own record has not expired (the
server's clock decides that, so the clocks of machines may differ). Any other open job was lost
between two lists, or its worker is dead: it is put back at the front of the queue, or ended as
failed once it has been tried too often.

One worker at a time sweeps, every second; the rest find the lock taken.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

import structlog
from redis.exceptions import RedisError
from rq.executions import WORKER_EXECUTIONS_KEY_TEMPLATE
from rq.intermediate_queue import IntermediateQueue
from rq.worker_registration import clean_worker_registry

from store import Store, admission, articles, clock, codec, deliveries, jobs, keys, stats, workers
from store.connection import Pipeline
from store.errors import StoreError
from store.jobs import Job

log = structlog.get_logger("claimsheet.upkeep")

# How long a worker's sign of life holds; it gives one every second.
LEASE_SECONDS = 4
# A job between two lists gets so long to arrive before it counts as lost.
GRACE_SECONDS = 1.5
# A job that has been started so often is not tried again.
MOST_ATTEMPTS = 4

_LOCK_MILLISECONDS = 900
_ARTICLES_EVERY_SECONDS = 10
_KEYS_A_LOOK = 500
_EXPIRED_A_SWEEP = 50
_KEEP_NOTES_SECONDS = 60

LOST = (
    "worker_lost",
    "Each worker that took this article was killed. It may be sent again.",
)


def sweep(store: Store) -> int:
    """Put right what is wrong, if no other worker is at it.

    Returns:
        How many jobs were put back or ended.
    """
    if not store.redis.set(keys.UPKEEP_LOCK, b"1", nx=True, px=_LOCK_MILLISECONDS):
        return 0
    clean_worker_registry(store.queue)
    mended = sum(_mend(store, job_id) for job_id in _overdue(store, _in_nobodys_hands(store)))
    admission.look_at_memory(store)
    _expire(store)
    deliveries.enqueue_due(store)
    if store.redis.set(keys.UPKEEP_PAUSE, b"1", nx=True, ex=_ARTICLES_EVERY_SECONDS):
        _look_at_articles(store)
        _tidy(store)
    return mended


def put_back(store: Store, job_id: str, *, ends: tuple[str, str] | None = None) -> Job | None:
    """Queue a job again, ahead of the others, or end it when it was tried too often.

    Args:
        ends: a code and a sentence; with these the job is ended, however often it was tried.

    Returns:
        The job as it is now; None if it had ended.

    Raises:
        NotFound: there is no such job.
        CorruptRecord: its record cannot be read.
    """

    def step(job: Job, pipe: Pipeline) -> Job | None:
        if job.ended:
            return None
        pipe.multi()
        _remove_from_lists(store, pipe, job_id)
        if ends or job.attempts >= MOST_ATTEMPTS:
            code, detail = ends or LOST
            failure = {"code": code, "detail": detail, "retryable": ends is None}
            return jobs.end(job, "failed", failure)
        entry = jobs.enqueueing(store, job_id)._replace(at_front=True)
        store.queue.enqueue_many([entry], pipeline=pipe)
        return dataclasses.replace(job, status="queued")

    return jobs.change(store, job_id, step)


def _in_nobodys_hands(store: Store) -> list[bytes]:
    """Open jobs that neither wait nor are a living worker's."""
    living = workers.living(store)
    prefix = "rq:worker:"
    with store.redis.pipeline(transaction=True) as pipe:
        pipe.zcard(keys.OPEN_JOBS)
        pipe.llen(store.queue.key)
        for worker in living:
            pipe.smembers(WORKER_EXECUTIONS_KEY_TEMPLATE.format(worker.removeprefix(prefix)))
        opened, waiting, *executions = pipe.execute()
        executing = {entry.rpartition(b":")[0] for entries in executions for entry in entries}
        if opened == waiting + len(executing):
            return []
        pipe.zrange(keys.OPEN_JOBS, 0, -1)
        pipe.lrange(store.queue.key, 0, -1)
        everything, queued = pipe.execute()
    held = executing.union(queued)
    return [job_id for job_id in everything if job_id not in held]


def _overdue(store: Store, suspects: list[bytes]) -> list[bytes]:
    """Those that have been in nobody's hands at two sweeps, the grace apart."""
    now = clock.now().timestamp()
    with store.redis.pipeline(transaction=True) as pipe:
        pipe.zrange(keys.SUSPECTS, 0, -1, withscores=True)
        seen = dict(pipe.execute()[0])
        if cleared := [job_id for job_id in seen if job_id not in suspects]:
            pipe.zrem(keys.SUSPECTS, *cleared)
        if fresh := [job_id for job_id in suspects if job_id not in seen]:
            pipe.zadd(keys.SUSPECTS, dict.fromkeys(fresh, now), nx=True)
        if cleared or fresh:
            pipe.execute()
    return [job_id for job_id in suspects if now - seen.get(job_id, now) >= GRACE_SECONDS]


def _mend(store: Store, job_id: bytes) -> bool:
    try:
        job = put_back(store, job_id.decode())
    except (StoreError, codec.CorruptRecord, UnicodeDecodeError) as error:
        log.error("open job has no readable record", job=repr(job_id), error=type(error).__name__)
        with store.redis.pipeline(transaction=True) as pipe:
            _remove_from_lists(store, pipe, job_id)
            pipe.zrem(keys.OPEN_JOBS, job_id)
            pipe.execute()
        job = None
    store.redis.zrem(keys.SUSPECTS, job_id)
    if job is not None:
        log.warning("lost job found", job=job.id, status=job.status, attempts=job.attempts)
    stats.count(store.redis, "upkeep_jobs", outcome=job.status if job else "dropped")
    return True


def _expire(store: Store) -> None:
    """Remove articles whose time to be kept is over."""
    due = store.redis.zrange(
        keys.EXPIRY, "-inf", clock.now().timestamp(), byscore=True, offset=0, num=_EXPIRED_A_SWEEP
    )
    for article_id in due:
        articles.expire(store, article_id.decode("utf-8", "replace"))
        stats.count(store.redis, "articles_expired")


def _look_at_articles(store: Store) -> None:
    """A further part of all articles: one whose newest version has no job gets one.

    That cannot come about by this program, which writes both in one transaction; it can by a
    damaged record or a hand on the database.
    """
    cursor = int(store.redis.get(keys.UPKEEP_CURSOR) or 0)
    cursor, found = store.redis.scan(cursor, match=keys.article("*"), count=_KEYS_A_LOOK)
    store.redis.set(keys.UPKEEP_CURSOR, cursor)
    for name in found:
        try:
            _look_at(store, articles.read_hash(store.redis.hgetall(name)))
        except RedisError:
            raise
        except Exception as error:
            log.error("article cannot be read", key=repr(name), error=type(error).__name__)


def _look_at(store: Store, article: articles.StoredArticle) -> None:
    if article.finished == article.newest.key:
        return
    job_ids = article.jobs_of(article.newest.key)
    job = _readable(store, job_ids)
    if job is None:
        job = articles.again(store, article.id, article.desk)
        log.warning("article without a job found", article=article.id, job=job.id)
        stats.count(store.redis, "upkeep_articles")
    elif not job.ended:
        store.redis.zadd(keys.OPEN_JOBS, {job.id: clock.now().timestamp()}, nx=True)


def _readable(store: Store, job_ids: Iterable[str]) -> Job | None:
    """The newest of the jobs whose record can be read."""
    for job_id in reversed(list(job_ids)):
        try:
            job = jobs.find(store, job_id)
        except codec.CorruptRecord:
            continue
        if job is not None:
            return job
    return None


def _tidy(store: Store) -> None:
    """Remove what killed workers leave in RQ's own notes; our index tells what is lost without."""
    long_ago = clock.now().timestamp() - _KEEP_NOTES_SECONDS
    with store.redis.pipeline(transaction=False) as pipe:
        pipe.delete(IntermediateQueue.get_intermediate_queue_key(store.queue.key))
        pipe.zremrangebyscore(store.queue.started_job_registry.key, "-inf", long_ago)
        pipe.execute()


def _remove_from_lists(store: Store, pipe: Pipeline, job_id: str | bytes) -> None:
    for key in (store.queue.key, IntermediateQueue.get_intermediate_queue_key(store.queue.key)):
        pipe.lrem(key, 0, job_id)
    pipe.delete(b"rq:job:" + (job_id if isinstance(job_id, bytes) else job_id.encode()))
