"""What becomes of a job when its worker, or its Redis, does not live to its end."""

from __future__ import annotations

import contextlib
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from store import Store, articles, jobs, open_store, workers
from store.errors import StorageFull
from store.settings import Settings
from tests.e2e.harness import LONG_ARTICLE, Process, eventually, valkey
from tests.workers.conftest import WorkerProcess
from tests.workers.poison import poison

pytestmark = pytest.mark.e2e

Start = Callable[..., WorkerProcess]
Accept = Callable[..., str]
Look = Callable[..., jobs.Job]


def test_a_worker_killed_with_its_horse_is_made_good_within_ten_seconds(
    store: Store, start_worker: Start, accept: Accept, running: Look, job: Look, ended: Look
) -> None:
    both = [start_worker(), start_worker()]
    job_id = accept(LONG_ARTICLE)
    running(job_id)
    (busy,) = (worker for worker in both if worker.pid in _busy(store))
    horse = busy.horse
    busy.popen.kill()
    killed_at = time.monotonic()
    eventually(lambda: job(job_id).attempts == 2, 10)
    assert time.monotonic() - killed_at < 10
    assert not horse.is_running()
    assert ended(job_id).status == "succeeded"


def test_one_stop_signal_to_the_whole_group_leaves_no_job_running(
    start_worker: Start, accept: Accept, running: Look, job: Look
) -> None:
    worker = start_worker()
    job_id, waiting = accept(LONG_ARTICLE), accept()
    running(job_id)
    worker.horse.send_signal(signal.SIGTERM)
    assert worker.stop() == 0
    assert (job(job_id).status, job(job_id).attempts) == ("succeeded", 1)
    assert job(waiting).status == "queued"


def test_a_second_stop_signal_puts_the_job_back_at_once(
    store: Store, start_worker: Start, accept: Accept, running: Look, job: Look
) -> None:
    worker = start_worker()
    job_id = accept(LONG_ARTICLE * 8)
    running(job_id)
    worker.popen.terminate()
    time.sleep(0.2)
    assert worker.stop() == 0
    assert job(job_id).status == "queued"
    assert store.queue.get_job_ids() == [job_id]


def test_a_redis_that_is_away_when_a_job_ends_gets_its_end_when_it_is_back(tmp_path: Path) -> None:
    with valkey(tmp_path) as server:
        store = open_store(Settings(redis_url=server.url))
        worker = WorkerProcess(store)
        job_id = articles.accept(store, {"text": LONG_ARTICLE}, desk="default").id
        eventually(lambda: _status(store, job_id) == "running", every=0.002)
        server.kill()
        time.sleep(3)  # longer than the extraction takes
        server.start()
        eventually(lambda: _status(store, job_id) == "succeeded")
        again = articles.accept(store, {"text": "In 1848."}, desk="default").id
        eventually(lambda: _status(store, again) == "succeeded")
        assert worker.stop() == 0


def test_when_memory_runs_short_what_was_accepted_is_done_and_new_articles_are_refused(
    tmp_path: Path,
) -> None:
    with valkey(tmp_path, "--maxmemory", "5mb", "--maxmemory-policy", "noeviction") as server:
        store = open_store(Settings(redis_url=server.url))
        worker = WorkerProcess(store)
        accepted, noise = [], random.Random(1)
        with contextlib.suppress(StorageFull):
            while len(accepted) < 3_000:
                text = "It was 1998. " + noise.randbytes(15_000).hex()
                accepted.append(articles.accept(store, {"text": text}, desk="default").id)
                time.sleep(0.05)  # upkeep looks at the memory once a second
        assert 10 < len(accepted) < 3_000
        for job_id in accepted:
            eventually(lambda job_id=job_id: _status(store, job_id) == "succeeded", 60)
        assert worker.stop() == 0


def test_a_worker_started_before_its_redis_waits_for_it(tmp_path: Path) -> None:
    with valkey(tmp_path) as server:
        store = open_store(Settings(redis_url=server.url))
        job_id = articles.accept(store, {"text": "In 1848."}, desk="default").id
        server.kill()
        worker = Process("worker", REDIS_URL=server.url)
        time.sleep(4)
        assert worker.popen.poll() is None
        server.start()
        eventually(lambda: _status(store, job_id) == "succeeded")
        assert worker.stop() == 0


def test_a_worker_without_its_redis_stops_when_told_to(tmp_path: Path) -> None:
    with valkey(tmp_path) as server:
        store = open_store(Settings(redis_url=server.url))
        worker = WorkerProcess(store)
        server.kill()
        assert worker.stop(within_seconds=10) == 0


def test_damaged_records_do_not_keep_a_worker_from_starting(
    store: Store, start_worker: Start, accept: Accept, ended: Look
) -> None:
    poison(store)
    start_worker()
    assert ended(accept()).status == "succeeded"


def _busy(store: Store) -> list[int]:
    """Process ids of the workers that execute a job."""
    names = [key.removeprefix("rq:worker:") for key in workers.living(store)]
    return [
        int(store.redis.hget(f"rq:worker:{name}", "pid"))
        for name in names
        if store.redis.exists(f"rq:worker:{name}:executions")
    ]


def _status(store: Store, job_id: str) -> str:
    try:
        job = jobs.find(store, job_id)
    except Exception:
        return "unknown"
    return job.status if job else "none"
