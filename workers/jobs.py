"""What is done off the request: a job takes an id and returns nothing.

RQ calls these by name. They read and write through the store that the worker was started with.
"""

from __future__ import annotations

import dataclasses
import time
import traceback
from collections.abc import Callable
from typing import Any, TypeVar

import structlog
from redis import exceptions as redis_errors
from rq.timeouts import JobTimeoutException

from claims import check, submission, wire
from claims.anchor import find_anchor
from store import Store, articles, checklists, clock, deliveries, once
from store import jobs as records
from store.codec import CorruptRecord
from store.errors import NotFound
from workers import webhooks

T = TypeVar("T")

# What passes by itself: Redis restarting, loading, failing over to a replica, out of memory.
PASSING = (
    redis_errors.ConnectionError,
    redis_errors.TimeoutError,
    redis_errors.BusyLoadingError,
    redis_errors.ReadOnlyError,
    redis_errors.OutOfMemoryError,
    redis_errors.TryAgainError,
)

# The functions that a worker may be asked for.
NAMES = frozenset({"workers.jobs.extract", "workers.jobs.check_once", "workers.jobs.deliver"})

log = structlog.get_logger("claimsheet.worker")
_store: Store | None = None


def use(store: Store) -> None:
    """Bind this process' jobs to a store. Called once, by the worker, at its start."""
    global _store
    _store = store


def extract(job_id: str) -> None:
    """Find the claims of the job's version of its article, and end the job.

    Raises:
        redis.exceptions.RedisError: Redis stayed away; the job is put back.
    """
    assert _store is not None, "the worker binds its jobs to a store"
    try:
        job = patiently(records.start, _store, job_id)
    except (NotFound, CorruptRecord) as error:
        log.warning("job has no readable record", job=job_id, error=type(error).__name__)
        return
    if job is None:
        return
    with structlog.contextvars.bound_contextvars(job=job_id, request=job.request_id):
        _extract(_store, job)


def _extract(store: Store, job: records.Job) -> None:
    began = time.perf_counter()
    try:
        fields = articles.submitted(store, job.article_id, job.version_key)
        body = wire.checklist_body(check(submission.to_article(fields)))
    except redis_errors.RedisError:
        raise
    except BaseException as error:
        code, detail = _in_words(error)
        log.warning("job failed", code=code, error=type(error).__name__, at=_place(error))
        patiently(records.fail, store, job.id, code, detail, retryable=False)
        if not isinstance(error, Exception):
            raise
        return
    spent = time.perf_counter() - began
    patiently(checklists.finish, store, job.id, body, spent)
    log.info("job done", items=len(body["items"]), seconds=round(spent, 3))


def check_once(once_id: str) -> None:
    """Find the claims of a text for one who waits; it is kept nowhere.

    What has no date of its own is being written now, so today is its anchor.
    """
    assert _store is not None, "the worker binds its jobs to a store"
    fields = once.take(_store, once_id)
    if fields is None:
        return
    body: dict[str, Any] = {}
    try:
        article = submission.to_article(fields)
        if find_anchor(article).date is None:
            article = dataclasses.replace(article, published=clock.now().date())
        body = wire.checklist_body(check(article))
    finally:
        once.answer(_store, once_id, body)


def deliver(delivery_id: str) -> None:
    """Make one attempt to deliver a callback, and write down what came of it."""
    assert _store is not None, "the worker binds its jobs to a store"
    try:
        delivery = patiently(deliveries.find, _store, delivery_id)
    except (NotFound, CorruptRecord):
        patiently(deliveries.forget, _store, delivery_id)
        return
    if delivery.status != "pending":
        return
    if patiently(deliveries.wait_for_host, _store, delivery):
        return
    settings = _store.settings
    if patiently(deliveries.has_stopped, _store, delivery):
        made = deliveries.Attempt(
            None, "the receiver has answered 410 Gone before", 0.0, final=True
        )
    else:
        made = webhooks.attempt(delivery, settings.webhook_secrets, settings.webhook_allow)
    if made.error == webhooks.NO_ANSWER:
        patiently(deliveries.pause_host, _store, delivery.url)
    told = patiently(deliveries.record, _store, delivery_id, made)
    log.info(
        "callback",
        delivery=delivery_id,
        outcome=told.status if told else "article removed",
        status_code=made.status_code,
        error=made.error,
    )


def patiently(
    action: Callable[..., T], *arguments: Any, for_seconds: float = 60.0, **named: Any
) -> T:
    """The action, tried again while Redis is away: work that is done must not be lost for that.

    Every such action changes a record from one state to the next, so doing it twice is harmless.

    Raises:
        redis.exceptions.RedisError: it stayed away for longer.
    """
    deadline = time.monotonic() + for_seconds
    pause = 0.05
    while True:
        try:
            return action(*arguments, **named)
        except PASSING:
            if time.monotonic() + pause > deadline:
                raise
            time.sleep(pause)
            pause = min(2 * pause, 1.0)


def _place(error: BaseException) -> str:
    """Where it was raised; its words may hold the article's and are not logged."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].filename}:{frames[-1].lineno} {frames[-1].name}" if frames else ""


def _in_words(error: BaseException) -> tuple[str, str]:
    """A code and a sentence for the newsroom; what went wrong inside goes to the log."""
    if isinstance(error, JobTimeoutException):
        return TIMEOUT
    if isinstance(error, MemoryError):
        return (
            "out_of_memory",
            "The article needs more memory than a worker has. Send it in parts.",
        )
    if isinstance(error, NotFound):
        return "article_gone", "The article was removed before its turn came."
    if isinstance(error, CorruptRecord):
        return "unreadable_record", "The stored article cannot be read. Send it again."
    if isinstance(error, submission.BadField):
        return "invalid_article", f"The field {error.name} cannot be used: {error.detail}."
    return (
        "extraction_error",
        "A fault in this program; sending the article again will not help. Please report it.",
    )


TIMEOUT = (
    "timeout",
    "Extracting the claims took longer than is allowed. Send the article in parts.",
)
