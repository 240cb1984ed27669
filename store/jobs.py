"""The life of a job: queued, running, then succeeded, failed or canceled, once and for ever.

A job's record is two lines: what we need to know, and the very bytes that a client is answered.
Every change of state is made under ``WATCH``, so that two processes cannot both end a job.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import orjson
import structlog
from redis.exceptions import WatchError
from rq import Retry
from rq.queue import EnqueueData, Queue

from store import Store, clock, codec, deliveries, keys, stats
from store.connection import Pipeline
from store.errors import AlreadyEnded, Expired, NotFound

ENDED = ("succeeded", "failed", "canceled")
# Retried at once: a delayed retry would need RQ's scheduler.
_RETRIES = 3
# RQ keeps a failed job for a year by default; our own record says all that there is to say.
_RQ_FAILURE_TTL_SECONDS = 60
_POLL_SECONDS = 1


@dataclass(frozen=True, slots=True)
class Job:
    """One extraction of one version of an article. Times are RFC 3339."""

    id: str
    desk: str
    article_id: str
    external_id: str | None
    version: str | None
    version_key: str
    created_at: str
    status: str = "queued"
    started_at: str | None = None
    finished_at: str | None = None
    failure: dict[str, Any] | None = None
    attempts: int = 0
    callback_url: str | None = None
    # The request that asked for it, for the logs of what is done about it later.
    request_id: str | None = field(default_factory=lambda: current_request())

    @property
    def ended(self) -> bool:
        return self.status in ENDED

    def wire(self) -> dict[str, Any]:
        """The job as clients see it."""
        return {
            "id": self.id,
            "status": self.status,
            "article": {
                "id": self.article_id,
                "external_id": self.external_id,
                "version": self.version,
            },
            "created_at": self.created_at,
            "started_at": self.started_at,
            "finished_at": self.finished_at,
            "failure": self.failure,
            "poll_after_seconds": 0 if self.ended else _POLL_SECONDS,
            "links": {
                "self": f"/v1/jobs/{self.id}",
                "article": f"/v1/articles/{self.article_id}",
                "checklist": f"/v1/articles/{self.article_id}/checklist",
                "page": f"/articles/{self.article_id}",
            },
        }

    def record(self) -> bytes:
        fields = {name: getattr(self, name) for name in _FIELDS}
        return codec.pack(fields) + b"\n" + orjson.dumps(self.wire())


# `dataclasses.asdict` copies everything that it finds, deep.
_FIELDS = tuple(field.name for field in dataclasses.fields(Job))


def current_request() -> str | None:
    """The id of the request that is being answered, where one is."""
    return structlog.contextvars.get_contextvars().get("request")


def read_record(record: bytes) -> Job:
    """The job of a record.

    Raises:
        CorruptRecord: the bytes are no job.
    """
    fields = codec.unpack(record.partition(b"\n")[0])
    try:
        return Job(**{"request_id": None, **fields})
    except TypeError as error:
        raise codec.CorruptRecord(str(error)) from error


@dataclass(frozen=True, slots=True)
class StoredJob:
    job: Job
    body: bytes


def load(store: Store, job_id: str, desk: str) -> StoredJob:
    """The job and the bytes to answer with, in one round trip.

    Raises:
        NotFound: there is no such job on this desk.
        Expired: its article's time is over.
    """
    record = store.redis.get(keys.job(job_id))
    if record is None:
        if store.redis.exists(keys.gone(job_id)):
            raise Expired(job_id)
        raise NotFound(job_id)
    job = read_record(record)
    if job.desk != desk:
        raise NotFound(job_id)
    return StoredJob(job, record.partition(b"\n")[2])


def find(store: Store, job_id: str) -> Job | None:
    """The job, whoever's it is; for the workers."""
    record = store.redis.get(keys.job(job_id))
    return None if record is None else read_record(record)


def enqueueing(store: Store, job_id: str) -> EnqueueData:
    """What RQ is asked to do for a job: call the worker with its id, nothing else."""
    return Queue.prepare_data(
        "workers.jobs.extract",
        args=[job_id],
        job_id=job_id,
        timeout=store.settings.job_timeout_seconds,
        result_ttl=0,
        failure_ttl=_RQ_FAILURE_TTL_SECONDS,
        retry=Retry(max=_RETRIES),
        description=f"extract {job_id}",
    )


def put(pipe: Pipeline, job: Job) -> None:
    """Write a job's record and keep the index of open jobs true."""
    pipe.set(keys.job(job.id), job.record())
    if job.ended:
        pipe.zrem(keys.OPEN_JOBS, job.id)
        stats.count(pipe, "jobs_ended", status=job.status)
        pipe.publish(keys.ENDED, job.id)
    else:
        pipe.zadd(keys.OPEN_JOBS, {job.id: clock.now().timestamp()}, nx=True)


def change(
    store: Store,
    job_id: str,
    step: Callable[[Job, Pipeline], Job | None],
    *watched: str,
) -> Job | None:
    """Take a job from one state to the next, atomically.

    ``step(job, pipe)`` may read through ``pipe`` (in immediate mode), must then call
    ``pipe.multi()`` and queue what else is written; it returns the changed job, or None to leave
    all as it is. It is called again when another process was faster. Further keys that it reads
    stand in ``watched``.

    Raises:
        NotFound: there is no such job.
    """
    with store.redis.pipeline() as pipe:
        while True:
            try:
                pipe.watch(keys.job(job_id), *watched)
                record = pipe.get(keys.job(job_id))
                if record is None:
                    raise NotFound(job_id)
                changed = step(read_record(record), pipe)
                if changed is None:
                    return None
                put(pipe, changed)
                if changed.ended and changed.callback_url:
                    kind = f"job.{changed.status}"
                    deliveries.put(
                        pipe, changed.article_id, changed.callback_url, kind, changed.wire()
                    )
                pipe.execute()
                return changed
            except WatchError:
                continue


def start(store: Store, job_id: str) -> Job | None:
    """Mark a job as running; None when it has ended already and nothing is to be done."""

    def step(job: Job, pipe: Pipeline) -> Job | None:
        if job.ended:
            return None
        pipe.multi()
        return dataclasses.replace(
            job,
            status="running",
            started_at=job.started_at or clock.stamp(),
            attempts=job.attempts + 1,
        )

    return change(store, job_id, step)


def fail(store: Store, job_id: str, code: str, detail: str, *, retryable: bool) -> Job | None:
    """End a job as failed, with a sentence that a person understands; None if it had ended."""

    def step(job: Job, pipe: Pipeline) -> Job | None:
        if job.ended:
            return None
        pipe.multi()
        failure = {"code": code, "detail": detail, "retryable": retryable}
        return end(job, "failed", failure)

    return change(store, job_id, step)


def cancel(store: Store, job_id: str, desk: str) -> StoredJob:
    """End a job that nobody waits for any more.

    Raises:
        NotFound: there is no such job on this desk.
        AlreadyEnded: it has ended.
    """

    def step(job: Job, pipe: Pipeline) -> Job | None:
        if job.desk != desk:
            raise NotFound(job_id)
        if job.ended:
            raise AlreadyEnded(job.status)
        pipe.multi()
        return end(job, "canceled", None)

    job = change(store, job_id, step)
    assert job is not None
    # One that is not in the queue is in a worker's hands, who removes what RQ keeps of it.
    if store.redis.lrem(store.queue.key, 1, job_id):
        store.redis.delete(f"rq:job:{job_id}")
    return StoredJob(job, orjson.dumps(job.wire()))


def end(job: Job, status: str, failure: dict[str, Any] | None) -> Job:
    return dataclasses.replace(job, status=status, failure=failure, finished_at=clock.stamp())
