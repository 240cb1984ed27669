"""Chaos: post articles while processes are killed at random, and count at the end.

``python -m tests.e2e.chaos [--articles 2000] [--workers 2] [--seed 7]`` prints the figures.
"""

from __future__ import annotations

import argparse
import collections
import dataclasses
import http.client
import json
import random
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from store import keys, open_store
from store.settings import Settings
from tests.e2e.harness import ENDED, Client, Serve, eventually, serving

ARTICLES_PER_KILL = 20
# The API and the server twice as seldom: while they start, nobody can post.
_VICTIMS = ("worker", "worker", "horse", "horse", "server", "api")


@dataclass
class Figures:
    """What was done, and what became of it. ``accepted`` holds the jobs' ids."""

    posted: int = 0
    accepted: list[str] = field(default_factory=list)
    refused: collections.Counter[str] = field(default_factory=collections.Counter)
    killed: collections.Counter[str] = field(default_factory=collections.Counter)
    ended: collections.Counter[str] = field(default_factory=collections.Counter)
    lost: int = 0
    duplicated: int = 0
    stuck: int = 0
    settled_seconds: float = 0.0

    def __str__(self) -> str:
        shown = {
            **dataclasses.asdict(self),
            "accepted": len(self.accepted),
            "refused": dict(self.refused),
            "killed": dict(self.killed),
            "ended": dict(self.ended),
        }
        return json.dumps(shown)


def run(folder: Path, articles: int, workers: int = 2, seed: int = 1) -> Figures:
    """Post that many articles, kill somebody in every twenty, wait for peace, count."""
    figures = Figures()
    chance = random.Random(seed)
    # The one client here stands for many.
    with (
        serving(folder, workers, CLAIMSHEET_RATE_LIMIT="1000000/minute") as serve,
        ThreadPoolExecutor(max_workers=1) as killer,
    ):
        kill: Future[None] | None = None
        for n in range(articles):
            # By articles, not by the clock: a fast machine has posted them all within a second.
            if n % ARTICLES_PER_KILL == 0:
                if kill:
                    kill.result()
                kill = killer.submit(_kill, serve, chance, figures)
            _post(serve.client, n, figures)
        if kill:
            kill.result()
        began = time.monotonic()
        _wait_for_peace(serve, figures)
        figures.settled_seconds = round(time.monotonic() - began, 1)
        _count(serve, folder, figures)
    return figures


def _post(client: Client, n: int, figures: Figures) -> None:
    """A client that tries again while there is no answer: under its idempotency key."""
    text = (
        f"date 2021-03-{1 + n % 28:02}\n\nThe envoy was recalled. It was case {n}. " + "So. " * 90
    )
    figures.posted += 1
    for _ in range(60):
        try:
            answer = client.call(
                "POST",
                "/v1/articles",
                {"text": text, "external_id": f"chaos:{n}"},
                timeout=10,
                Idempotency_Key=f"chaos-{n}",
            )
        except (OSError, http.client.HTTPException) as error:
            figures.refused[type(error).__name__] += 1
            time.sleep(0.1)
            continue
        if answer.status == 202:
            figures.accepted.append(answer.body["id"])
            return
        figures.refused[str(answer.status)] += 1
        time.sleep(0.2)


def _kill(serve: Serve, chance: random.Random, figures: Figures) -> None:
    """Kill somebody while articles are posted; whoever is not there yet is waited for."""
    time.sleep(chance.uniform(0.0, 0.05))
    victim = chance.choice(_VICTIMS)

    def dead() -> bool:
        chance.choice(_find(serve, victim)).kill()  # IndexError, a LookupError, when none is there
        return True

    eventually(dead, within_seconds=60)
    figures.killed[victim] += 1


def _find(serve: Serve, victim: str) -> list[psutil.Process]:
    find: dict[str, Callable[[], list[psutil.Process]]] = {
        "worker": serve.workers,
        "horse": serve.horses,
        "server": lambda: serve.below("valkey-server"),
        "api": lambda: serve.below("claimsheet.main api"),
    }
    try:
        return find[victim]()
    except psutil.Error:
        return []


def _wait_for_peace(serve: Serve, figures: Figures) -> None:
    eventually(lambda: serve.client.call("GET", "/readyz").status == 200, 60)
    for job_id in figures.accepted:
        try:
            serve.client.ended(job_id, within_seconds=60)
        except AssertionError:
            figures.stuck += 1


def _count(serve: Serve, folder: Path, figures: Figures) -> None:
    """By the API and, for what it might hide, by the records themselves."""
    for job_id in figures.accepted:
        answer = serve.client.call("GET", f"/v1/jobs/{job_id}")
        if answer.status != 200:
            figures.lost += 1
            continue
        figures.ended[answer.body["status"]] += 1
        if answer.body["status"] == "succeeded":
            checklist = serve.client.call("GET", answer.body["links"]["checklist"])
            figures.lost += checklist.status != 200 or not checklist.body["items"]
        figures.lost += answer.body["status"] not in ENDED
    figures.duplicated += len(figures.accepted) - len(set(figures.accepted))
    store = open_store(Settings(redis_url=f"unix://{folder / 'redis.sock'}"))
    figures.duplicated += len(store.redis.keys(keys.article("*"))) - len(set(figures.accepted))
    figures.duplicated += len(store.redis.keys(keys.job("*"))) - len(set(figures.accepted))
    figures.stuck += store.redis.zcard(keys.OPEN_JOBS) + len(store.queue)
    store.redis.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=random.randrange(10_000))
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}")
    with tempfile.TemporaryDirectory(prefix="chaos-") as folder:
        print(run(Path(folder), arguments.articles, arguments.workers, arguments.seed))


if __name__ == "__main__":
    main()
