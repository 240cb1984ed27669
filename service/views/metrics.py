"""Prometheus metrics that answer "is it well?", for all processes together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flask import Blueprint, Response
from prometheus_client.core import (
    CollectorRegistry,
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector

from service.context import store
from service.openapi import operation
from store import Store, clock, keys, stats, workers

blueprint = Blueprint("metrics", __name__)

_FIELD = re.compile(r"(\w+?)(?:\{(.*)\})?")
_LABEL = re.compile(r'(\w+)="([^"]*)"')

COUNTERS = {
    "articles_accepted": "Articles stored and queued",
    "articles_expired": "Articles removed because their time was over",
    "jobs_ended": "Jobs by how they ended",
    "upkeep_jobs": "Jobs that upkeep found stranded, by what became of them",
    "upkeep_articles": "Articles that upkeep found without a job",
    "horses_lost": "Extractions whose process was killed",
    "queue_entries_dropped": "Entries of the queue that could not be read",
    "claims_found": "Items by kind",
    "findings_found": "Findings by type",
    "words_extracted": "Words of the articles that were extracted",
    "webhook_attempts": "Attempts to deliver a callback, by outcome",
    "limits_hit": "Requests refused by a rate or concurrency limit",
    "redis_errors": "Requests that Redis did not answer",
}
HISTOGRAMS = {
    "extraction_seconds": "Time that an extraction took",
    "post_to_checklist_seconds": "Time from an article's acceptance to its checklist",
}


@blueprint.get("/metrics")
@operation("Prometheus metrics", {200: "text/plain"}, scope="read", problems=(401, 403, 503))
def show() -> Response:
    registry = CollectorRegistry()
    registry.register(_FromRedis(store()))
    return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


class _FromRedis(Collector):
    def __init__(self, store: Store) -> None:
        self._store = store

    def describe(self) -> list[Metric]:
        return []

    def collect(self) -> Iterator[Metric]:
        stored = stats.counters(self._store)
        yield from _counters(stored)
        yield from _histograms(stored)
        yield from self._gauges()

    def _gauges(self) -> Iterator[Metric]:
        waiting = self._store.redis.llen(self._store.queue.key)
        oldest = self._store.redis.zrange(keys.OPEN_JOBS, 0, 0, withscores=True)
        age = clock.now().timestamp() - oldest[0][1] if oldest else 0.0
        open_jobs = self._store.redis.zcard(keys.OPEN_JOBS)
        for name, text, value in (
            ("queue_length", "Jobs that wait", waiting),
            ("jobs_open", "Jobs that have not ended", open_jobs),
            ("oldest_open_job_seconds", "Age of the oldest job that has not ended", max(age, 0.0)),
            ("workers_alive", "Workers with a heartbeat", workers.count(self._store)),
        ):
            yield GaugeMetricFamily(f"claimsheet_{name}", text, value=value)


def _counters(stored: dict[str, float]) -> Iterator[Metric]:
    for name, text in COUNTERS.items():
        found = [(labels, value) for of, labels, value in _parsed(stored) if of == name]
        names = sorted({label for labels, _ in found for label in labels})
        family = CounterMetricFamily(f"claimsheet_{name}", text, labels=names)
        for labels, value in found or [({}, 0.0)]:
            family.add_metric([labels.get(label, "") for label in names], value)
        yield family


def _histograms(stored: dict[str, float]) -> Iterator[Metric]:
    bounds = [*(str(bound) for bound in stats.BUCKETS_SECONDS), "+Inf"]
    for name, text in HISTOGRAMS.items():
        counted = {
            labels["le"]: value for of, labels, value in _parsed(stored) if of == f"{name}_bucket"
        }
        buckets, total = [], 0.0
        for bound in bounds:
            total += counted.get(bound, 0.0)
            buckets.append((bound, total))
        family = HistogramMetricFamily(f"claimsheet_{name}", text)
        family.add_metric([], buckets, stored.get(f"{name}_sum", 0.0))
        yield family


def _parsed(stored: dict[str, float]) -> Iterator[tuple[str, dict[str, str], float]]:
    for field, value in stored.items():
        match = _FIELD.fullmatch(field)
        if match:
            yield match[1], dict(_LABEL.findall(match[2] or "")), value
