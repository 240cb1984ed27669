"""One worker through everything that it survives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store import Store, articles, checklists, jobs, keys, open_store
from store.settings import Settings
from tests.e2e.harness import LONG_ARTICLE, eventually
from tests.workers.conftest import WorkerProcess
from tests.workers.poison import poison
from workers import upkeep

pytestmark = pytest.mark.e2e

Accept = Callable[..., str]
Look = Callable[..., jobs.Job]


@pytest.fixture
def settings(redis_url: str) -> Settings:
    """A database of this module's own, so that no other worker sees its jobs."""
    return Settings(redis_url=f"{redis_url}?db=1")


@pytest.fixture(scope="module")
def standing(redis_url: str) -> Iterator[WorkerProcess]:
    worker = WorkerProcess(open_store(Settings(redis_url=f"{redis_url}?db=1")))
    yield worker
    worker.popen.terminate()
    worker.end()


@pytest.fixture
def worker(standing: WorkerProcess, store: Store) -> WorkerProcess:
    """One worker for all of these tests: not one of them may end it."""
    assert standing.popen.poll() is None
    return standing


def test_a_job_ends_with_a_checklist(
    store: Store, worker: WorkerProcess, accept: Accept, ended: Look
) -> None:
    done = ended(accept())
    assert done.status == "succeeded"
    assert checklists.read(store, done.article_id, "default").checklist()["items"]


def test_nothing_of_rq_is_left_behind_by_a_job(
    store: Store, worker: WorkerProcess, accept: Accept, ended: Look
) -> None:
    job_id = accept()
    ended(job_id)
    eventually(lambda: not store.redis.keys(f"rq:*{job_id}*"))
    assert not store.redis.keys("rq:results*")
    assert not store.redis.exists("rq:wip:claims", "rq:queue:claims:intermediate")


def test_when_its_horse_is_killed_the_job_is_done_by_another(
    worker: WorkerProcess, accept: Accept, running: Look, ended: Look
) -> None:
    job_id = accept(LONG_ARTICLE)
    running(job_id)
    worker.horse.kill()
    done = ended(job_id)
    assert (done.status, done.attempts) == ("succeeded", 2)


def test_a_job_whose_horse_is_killed_each_time_ends_as_failed(
    worker: WorkerProcess, accept: Accept, job: Look, ended: Look
) -> None:
    job_id = accept(LONG_ARTICLE)
    for attempt in range(1, upkeep.MOST_ATTEMPTS + 1):
        eventually(lambda n=attempt: job(job_id).attempts == n, every=0.002)
        worker.horse.kill()
    failed = ended(job_id)
    assert failed.status == "failed"
    assert failed.failure == {
        "code": "worker_lost",
        "detail": upkeep.LOST[1],
        "retryable": True,
    }
    assert ended(accept()).status == "succeeded"


def test_an_extraction_over_its_time_limit_fails_with_a_sentence(
    settings: Settings, worker: WorkerProcess, ended: Look
) -> None:
    limited = open_store(Settings(redis_url=settings.redis_url, job_timeout_seconds=1))
    job = articles.accept(limited, {"text": LONG_ARTICLE * 8}, desk="default")
    failed = ended(job.id)
    assert failed.failure
    assert failed.failure["code"] == "timeout"
    assert "longer than is allowed" in failed.failure["detail"]
    assert failed.attempts == 1


def test_a_horse_that_hears_no_alarm_is_killed_and_its_job_fails(
    settings: Settings, worker: WorkerProcess, accept: Accept, running: Look, ended: Look
) -> None:
    limited = open_store(Settings(redis_url=settings.redis_url, job_timeout_seconds=2))
    job = articles.accept(limited, {"text": LONG_ARTICLE * 4}, desk="default")
    running(job.id)
    worker.horse.suspend()  # as code does that never returns to the interpreter
    failed = ended(job.id)
    assert failed.failure
    assert failed.failure["code"] == "timeout"
    assert ended(accept()).status == "succeeded"


def test_damaged_records_end_no_worker(
    store: Store, worker: WorkerProcess, accept: Accept, ended: Look
) -> None:
    horse = worker.horse.pid
    before = accept()
    poison(store)
    after = accept()
    assert {ended(before).status, ended(after).status} == {"succeeded"}
    eventually(lambda: not store.redis.exists(keys.OPEN_JOBS, keys.SUSPECTS))
    assert worker.popen.poll() is None
    assert worker.horse.pid == horse
    assert ended(accept()).status == "succeeded"


def test_a_function_that_is_not_a_job_of_ours_is_never_called(
    store: Store, worker: WorkerProcess, accept: Accept, ended: Look, tmp_path: Path
) -> None:
    made = tmp_path / "made"
    store.queue.enqueue("os.mkdir", str(made))
    ended(accept())
    assert not made.exists()


def test_a_damaged_queue_entry_of_an_accepted_job_is_replaced(
    store: Store, worker: WorkerProcess, accept: Accept, ended: Look
) -> None:
    job_id = accept()
    store.redis.hset(f"rq:job:{job_id}", "status", "asleep")
    assert ended(job_id).status == "succeeded"
