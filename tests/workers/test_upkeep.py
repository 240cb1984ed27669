"""Upkeep: which jobs it puts back, when, and which it leaves alone."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from rq import Worker
from rq.executions import WORKER_EXECUTIONS_KEY_TEMPLATE

from store import Store, articles, clock, jobs, keys, stats
from store.errors import Expired, StorageFull
from store.settings import Settings
from workers import upkeep

Accept = Callable[..., str]
Look = Callable[[str], jobs.Job]


def _sweep(store: Store) -> int:
    """A sweep now, whoever has swept a moment ago."""
    store.redis.delete(keys.UPKEEP_LOCK, keys.UPKEEP_PAUSE)
    return upkeep.sweep(store)


def _age(store: Store) -> None:
    """As if what is suspected now had been suspected at the first sweep, the grace ago."""
    for job_id, since in store.redis.zrange(keys.SUSPECTS, 0, -1, withscores=True):
        store.redis.zadd(keys.SUSPECTS, {job_id: since - upkeep.GRACE_SECONDS - 1})


def _take_from_queue(store: Store, job_id: str) -> None:
    store.redis.lrem(store.queue.key, 0, job_id)


def _working(store: Store, job_id: str, name: str = "w1") -> None:
    """As a living worker that executes the job appears in Redis."""
    store.redis.sadd("rq:workers:claims", f"rq:worker:{name}")
    store.redis.set(f"rq:worker:{name}", "alive", ex=upkeep.LEASE_SECONDS)
    store.redis.sadd(WORKER_EXECUTIONS_KEY_TEMPLATE.format(name), f"{job_id}:e1")


def test_a_waiting_job_is_left_alone(store: Store, accept: Accept) -> None:
    job_id = accept()
    assert _sweep(store) == 0
    _age(store)
    assert _sweep(store) == 0
    assert store.queue.get_job_ids() == [job_id]


def test_a_job_between_two_lists_is_put_back_after_the_grace_not_before(
    store: Store, accept: Accept, job: Look
) -> None:
    job_id = accept()
    store.redis.lmove(store.queue.key, "rq:queue:claims:intermediate")
    assert _sweep(store) == 0
    _age(store)
    assert _sweep(store) == 1
    assert store.queue.get_job_ids() == [job_id]
    assert store.redis.llen("rq:queue:claims:intermediate") == 0
    assert job(job_id).status == "queued"


def test_a_job_that_arrives_within_the_grace_is_no_suspect_any_more(
    store: Store, accept: Accept
) -> None:
    job_id = accept()
    _take_from_queue(store, job_id)
    _sweep(store)
    _working(store, job_id)
    _sweep(store)
    assert store.redis.zcard(keys.SUSPECTS) == 0


def test_a_running_job_of_a_living_worker_is_left_alone(store: Store, accept: Accept) -> None:
    job_id, waiting = accept(), accept()
    _take_from_queue(store, job_id)
    jobs.start(store, job_id)
    _working(store, job_id)
    store.redis.rpush(store.queue.key, "something-else")
    _sweep(store)
    _age(store)
    assert _sweep(store) == 0
    assert waiting in store.queue.get_job_ids()


def test_a_running_job_of_a_dead_worker_is_put_back_before_those_that_wait(
    store: Store, accept: Accept, job: Look
) -> None:
    job_id, waiting = accept(), accept()
    _take_from_queue(store, job_id)
    jobs.start(store, job_id)
    _working(store, job_id)
    store.redis.delete("rq:worker:w1")
    _sweep(store)
    _age(store)
    assert _sweep(store) == 1
    assert store.queue.get_job_ids() == [job_id, waiting]
    assert job(job_id).status == "queued"
    assert stats.counters(store)['upkeep_jobs{outcome="queued"}'] == 1


def test_a_job_tried_too_often_ends_as_failed(store: Store, accept: Accept, job: Look) -> None:
    job_id = accept()
    _take_from_queue(store, job_id)
    for _ in range(upkeep.MOST_ATTEMPTS):
        jobs.start(store, job_id)
    _sweep(store)
    _age(store)
    assert _sweep(store) == 1
    failure = job(job_id).failure
    assert failure is not None
    assert failure["code"] == "worker_lost"
    assert store.queue.get_job_ids() == []


def test_two_workers_do_not_sweep_at_once(store: Store, accept: Accept) -> None:
    _take_from_queue(store, accept())
    upkeep.sweep(store)
    _age(store)
    assert upkeep.sweep(store) == 0
    time.sleep(1)
    assert upkeep.sweep(store) == 1


def test_a_job_that_has_ended_is_not_put_back(store: Store, accept: Accept) -> None:
    job_id = accept()
    jobs.cancel(store, job_id, "default")
    assert upkeep.put_back(store, job_id) is None
    assert store.queue.get_job_ids() == []


def test_an_article_without_a_job_gets_one(store: Store, accept: Accept, job: Look) -> None:
    job_id = accept()
    article_id = job(job_id).article_id
    store.redis.hdel(keys.article(article_id), f"j:{job_id}")
    store.redis.delete(keys.job(job_id))
    store.redis.zrem(keys.OPEN_JOBS, job_id)
    _take_from_queue(store, job_id)
    _sweep(store)
    (new,) = store.queue.get_job_ids()
    assert job(new).article_id == article_id
    assert stats.counters(store)["upkeep_articles"] == 1


def test_an_open_job_that_fell_out_of_the_index_is_found_again(
    store: Store, accept: Accept
) -> None:
    job_id = accept()
    store.redis.zrem(keys.OPEN_JOBS, job_id)
    _sweep(store)
    assert store.redis.zrange(keys.OPEN_JOBS, 0, -1) == [job_id.encode()]


def test_a_finished_article_is_not_extracted_again(store: Store, accept: Accept) -> None:
    job_id = accept()
    jobs.fail(store, job_id, "timeout", "Too long.", retryable=False)
    _take_from_queue(store, job_id)
    _sweep(store)
    assert store.queue.get_job_ids() == []


def test_an_article_whose_time_is_over_is_removed_and_said_to_be_gone(
    settings: Settings, store: Store, accept: Accept, job: Look
) -> None:
    job_id = accept()
    article_id = job(job_id).article_id
    store.redis.zadd(keys.EXPIRY, {article_id: clock.now().timestamp() - 1})
    _sweep(store)
    with pytest.raises(Expired):
        articles.load(store, article_id, "default")


def test_what_killed_workers_leave_in_rqs_notes_is_removed_and_what_is_new_stays(
    store: Store,
) -> None:
    now = clock.now().timestamp()
    store.redis.zadd("rq:wip:claims", {"old:e1": now - 3_600, "new:e2": now + 4})
    store.redis.rpush("rq:queue:claims:intermediate", "old", b"\xff")
    _sweep(store)
    assert store.redis.zrange("rq:wip:claims", 0, -1) == [b"new:e2"]
    assert not store.redis.exists("rq:queue:claims:intermediate")


def test_articles_are_refused_while_memory_is_short_and_taken_again_when_it_is_not(
    store: Store, accept: Accept
) -> None:
    used = int(store.redis.info("memory")["used_memory"])
    try:
        store.redis.config_set("maxmemory", int(used * 1.1))
        _sweep(store)
        with pytest.raises(StorageFull):
            accept()
    finally:
        store.redis.config_set("maxmemory", 0)
    _sweep(store)
    assert accept()


def test_rq_itself_counts_a_job_of_ours_as_it_should(store: Store, accept: Accept) -> None:
    job_id = accept()
    found = store.queue.fetch_job(job_id)
    assert found is not None
    assert found.args == [job_id]
    assert found.result_ttl == 0
    assert Worker.count(queue=store.queue) == 0
