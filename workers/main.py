"""The worker: RQ's, with a loop that nothing ends but a stop signal.

RQ's own loop leaves on any error that it does not know, among them a Redis that restarts at the
wrong moment and four kinds of damaged record. Here each step is guarded, a worker's death is
noticed within :data:`workers.upkeep.LEASE_SECONDS`, and the horse is kept (:mod:`workers.horse`).
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import socket
import time
from types import FrameType
from typing import Any

import structlog
from redis.exceptions import RedisError
from rq import Queue, Worker, worker_registration
from rq.defaults import DEFAULT_LOGGING_DATE_FORMAT, DEFAULT_LOGGING_FORMAT
from rq.exceptions import NoSuchJobError
from rq.executions import Execution
from rq.intermediate_queue import IntermediateQueue
from rq.job import Job
from rq.serializers import JSONSerializer
from rq.worker import DequeueStrategy, WorkerStatus

from claims import spacy_model
from store import Store, clock, connection, stats
from store.codec import CorruptRecord
from store.errors import NotFound
from store.settings import Settings
from workers import jobs, upkeep
from workers.horse import Horse, HorseDied

log = structlog.get_logger("claimsheet.worker")

_BEAT_SECONDS = 1.0
# The horse raises an alarm for itself at the time limit; so much later it is killed.
_STUCK_AFTER_SECONDS = 5.0
_JOBS_A_HORSE = 1_000
# Longer than any blocking pop, so that only a Redis that hangs runs into it.
_SOCKET_TIMEOUT_SECONDS = 5.0


def run(settings: Settings, *, burst: bool = False) -> None:
    """Work until told to stop: on the first SIGINT or SIGTERM after the job at hand, on the
    second at once, putting the job back.

    Args:
        burst: return when the queue is empty.
    """
    assert settings.redis_url is not None
    client = connection.connect(settings.redis_url, timeout_seconds=_SOCKET_TIMEOUT_SECONDS)
    store = Store(client, settings)
    spacy_model.use_model(settings.model)
    spacy_model.load_model()
    jobs.use(store)
    # What the horses share with us stays shared: no collection writes into its pages.
    gc.collect()
    gc.freeze()
    ClaimsWorker(store).work(burst=burst)


class ClaimsWorker(Worker):
    """One queue, one kept horse, sweeping in between."""

    def __init__(self, store: Store) -> None:
        # prepare_for_work would ask Redis for our address, and fail with it.
        super().__init__(
            [store.queue],
            connection=store.redis,
            serializer=JSONSerializer,
            prepare_for_work=False,
            worker_ttl=upkeep.LEASE_SECONDS,
        )
        self.hostname, self.pid = socket.gethostname(), os.getpid()
        self.store = store
        self.queue: Queue = store.queue
        self.horse: Horse | None = None
        self._stops = 0
        self._next_beat = 0.0

    # ---- the loop ---------------------------------------------------------------------------

    def work(
        self,
        burst: bool = False,
        logging_level: str | None = None,
        date_format: str = DEFAULT_LOGGING_DATE_FORMAT,
        log_format: str = DEFAULT_LOGGING_FORMAT,
        max_jobs: int | None = None,
        max_idle_time: int | None = None,
        with_scheduler: bool = False,
        dequeue_strategy: DequeueStrategy = DequeueStrategy.DEFAULT,
    ) -> bool:
        """Take jobs until told to stop; with ``burst``, until there are none."""
        signal.signal(signal.SIGINT, self.request_stop)
        signal.signal(signal.SIGTERM, self.request_stop)
        self.horse = Horse(self._do)
        done = 0
        pause = 0.1
        try:
            while not self._stops:
                try:
                    self._beat()
                    self.executions.clear()
                    worked = self._take_one()
                    done += worked
                    if burst and not worked:
                        break
                    pause = 0.1
                except RedisError as error:
                    log.warning("Redis is away", error=str(error))
                    time.sleep(pause)
                    pause = min(2 * pause, 1.0)
                except Exception:
                    # Whatever it was, the job is open still and upkeep will find it.
                    log.exception("fault in the worker")
                    time.sleep(1.0)
        finally:
            self.horse.stop()
            with contextlib.suppress(RedisError):
                self.register_death()  # type: ignore[no-untyped-call]
        return bool(done)

    def request_stop(self, signum: int, frame: FrameType | None) -> None:
        """Count stop signals; the loop looks at the count. Nothing is raised in mid-step."""
        self._stops += 1

    def _take_one(self) -> bool:
        """Wait a beat for a job and do it. Whether there was one."""
        intermediate = IntermediateQueue.get_intermediate_queue_key(self.queue.key)
        taken = self.store.redis.blmove(self.queue.key, intermediate, _BEAT_SECONDS)
        if taken is None:
            return False
        try:
            job = self._fetch(taken.decode())
        except RedisError:
            raise
        except Exception as error:
            # Damaged or gone. An open job comes back from upkeep with a new entry.
            self.store.redis.lrem(intermediate, 0, taken)
            if not isinstance(error, NoSuchJobError):
                log.error("queue entry cannot be used", job=repr(taken), error=str(error))
                stats.count(self.connection, "queue_entries_dropped")
            return True
        self.execute_job(job, self.queue)
        return True

    def _fetch(self, job_id: str) -> Job:
        job = self.job_class.fetch(job_id, connection=self.connection, serializer=self.serializer)
        # RQ would import and call whatever name stands there.
        if job.func_name not in jobs.NAMES:
            raise ValueError(f"{job.func_name} is not a job of ours")
        return job

    # ---- a job ------------------------------------------------------------------------------

    def execute_job(self, job: Job, queue: Queue) -> None:
        """Have the horse do the job, and see to it if the horse dies over it."""
        execution = self.prepare_execution(job)
        try:
            if self.horse is None or not self.horse.is_alive():
                self._new_horse()
            assert self.horse is not None
            self.horse.hand(f"{job.id} {execution.id}")
            ends = self._watch(job)
        except HorseDied:
            ends = None
        else:
            if ends is None:
                self.executions.pop(execution.id, None)
                if self.horse.jobs_done >= _JOBS_A_HORSE:
                    self._new_horse()
                return
        log.warning("the horse died", job=job.id, because=ends[0] if ends else "killed")
        stats.count(self.connection, "horses_lost")
        self._new_horse()
        self._see_to(job, execution, ends)

    def _watch(self, job: Job) -> tuple[str, str] | None:
        """Wait until the horse is done; None when it is, else why it was killed.

        Raises:
            HorseDied: somebody else killed it.
        """
        assert self.horse is not None
        limit = (job.timeout or 0) + _STUCK_AFTER_SECONDS
        began = time.monotonic()
        while not self.horse.wait(_BEAT_SECONDS):
            with contextlib.suppress(RedisError):
                self._beat()
            if job.timeout and time.monotonic() - began > limit:
                self.horse.kill()
                return jobs.TIMEOUT
            if self._stops > 1:
                self.horse.kill()
                raise HorseDied("told to stop at once")
        return None

    def _do(self, line: str) -> None:
        """In the horse: the job, by RQ's own rules for time limit, success and failure."""
        job_id, execution_id = line.split(" ")
        job = self._fetch(job_id)
        execution = Execution(execution_id, job_id, self.connection, worker_name=self.name)
        execution._job = job
        self.executions[execution_id] = execution
        self._is_horse = True
        self.perform_job(job, self.queue, execution)

    @property
    def connection_timeout(self) -> int:
        """RQ raises the client's socket time-out to this, in seconds."""
        return int(_SOCKET_TIMEOUT_SECONDS)

    def get_heartbeat_ttl(self, job: Job, working_time: float = 0.0) -> int:
        return upkeep.LEASE_SECONDS

    def handle_execution_ended(self, job: Job, queue: Queue, heartbeat_ttl: int) -> None:
        job.ended_at = clock.now()

    def handle_job_success(
        self,
        job: Job,
        queue: Queue,
        started_job_registry: Any,
        execution: Execution,
    ) -> None:
        """Remove what RQ kept of the job.

        RQ's own looks for results to keep, repeats and dependents, in ten round trips; jobs of
        ours have none of these.
        """
        with self.connection.pipeline() as pipeline:
            self.increment_successful_job_count(pipeline=pipeline)
            self.cleanup_execution(job, pipeline=pipeline, execution=execution)
            pipeline.delete(job.key, f"rq:executions:{job.id}")
            pipeline.execute()

    def handle_job_failure(
        self,
        job: Job,
        queue: Queue,
        started_job_registry: Any = None,
        exc_string: str = "",
        execution: Execution | None = None,
    ) -> None:
        """A job that raised: put back when it is one of ours, else by RQ's rules."""
        if execution is not None and self._see_to(job, execution, None):
            return
        super().handle_job_failure(job, queue, started_job_registry, exc_string, execution)

    def _see_to(self, job: Job, execution: Execution, ends: tuple[str, str] | None) -> bool:
        """Put a job back that was not finished, or end it; whether it was one of ours."""
        try:
            jobs.patiently(upkeep.put_back, self.store, job.id, ends=ends)
        except (NotFound, CorruptRecord):
            return False
        with self.connection.pipeline() as pipeline:
            self.cleanup_execution(job, pipeline=pipeline, execution=execution)
            pipeline.execute()
        return True

    def _new_horse(self) -> None:
        if self.horse is not None:
            self.horse.stop()
        self.horse = Horse(self._do)

    # ---- signs of life ----------------------------------------------------------------------

    def _beat(self) -> None:
        """Say that we live, and sweep; about once a second."""
        if time.monotonic() >= self._next_beat:
            self._next_beat = time.monotonic() + _BEAT_SECONDS / 2
            self.heartbeat()
            upkeep.sweep(self.store)

    def heartbeat(self, timeout: int | None = None, pipeline: Any = None) -> None:
        """Renew our record and, with it, the lease on what we execute.

        The whole record is written each time: it may have expired while Redis or we were away.
        """
        if self._is_horse:
            return
        self.last_heartbeat = clock.now()
        self.birth_date = self.birth_date or self.last_heartbeat
        own = pipeline is None
        pipe = self.connection.pipeline() if own else pipeline
        state = WorkerStatus.BUSY if self.executions else WorkerStatus.IDLE
        pipe.hset(self.key, mapping={**self.serialize(), "state": state.value})
        pipe.expire(self.key, upkeep.LEASE_SECONDS)
        if self.executions:
            pipe.expire(self.executions_key, upkeep.LEASE_SECONDS)
        else:
            pipe.delete(self.executions_key)
        worker_registration.register(self, pipe)
        if own:
            pipe.execute()
