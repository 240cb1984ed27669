"""Real workers on the test run's own server."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import psutil
import pytest

from store import Store, articles, jobs, workers
from store.jobs import Job
from tests.e2e.harness import Process, eventually


class WorkerProcess(Process):
    """``claimsheet worker``, once it has given its first sign of life."""

    def __init__(self, store: Store, **environ: str) -> None:
        assert store.settings.redis_url is not None
        before = set(workers.living(store))
        super().__init__("worker", REDIS_URL=store.settings.redis_url, **environ)
        eventually(lambda: set(workers.living(store)) - before)

    @property
    def horse(self) -> psutil.Process:
        (horse,) = self.below()
        return horse


@pytest.fixture
def start_worker(store: Store) -> Iterator[Callable[..., WorkerProcess]]:
    started: list[WorkerProcess] = []

    def start(**environ: str) -> WorkerProcess:
        started.append(WorkerProcess(store, **environ))
        return started[-1]

    yield start
    for worker in started:
        if worker.popen.poll() is None:
            worker.popen.kill()
        worker.end()


@pytest.fixture
def accept(store: Store) -> Callable[..., str]:
    """Accept an article and queue its job; the job's id."""

    def accept(text: str = "It rained on 2019-05-04.", **fields: str) -> str:
        return articles.accept(store, {"text": text, **fields}, desk="default").id

    return accept


@pytest.fixture
def job(store: Store) -> Callable[[str], Job]:
    """A job as it stands."""

    def job(job_id: str) -> Job:
        found = jobs.find(store, job_id)
        assert found is not None
        return found

    return job


@pytest.fixture
def ended(job: Callable[[str], Job]) -> Callable[..., Job]:
    """A job, once it has ended."""

    def ended(job_id: str, within_seconds: float = 60.0) -> Job:
        return eventually(lambda: found if (found := job(job_id)).ended else None, within_seconds)

    return ended


@pytest.fixture
def running(job: Callable[[str], Job]) -> Callable[[str], Job]:
    """A job, once a horse has begun with it."""

    def running(job_id: str) -> Job:
        def look() -> Job | None:
            found = job(job_id)
            assert not found.ended, "it was over too soon to see it running"
            return found if found.status == "running" else None

        return eventually(look, every=0.002)

    return running
