"""Counters that all processes share, for ``/metrics``.

A counter is a field of one hash: ``jobs_ended{status="failed"}``, in Prometheus' own notation.
"""

from __future__ import annotations

import bisect

from store import Store, keys
from store.connection import Pipeline

# Upper bounds of the buckets of every histogram, in seconds; the last bucket has no bound.
BUCKETS_SECONDS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0)


def count(target: Pipeline, counter: str, by: float = 1, **labels: str) -> None:
    """Add to a counter, through a client or as part of a pipeline."""
    said = ",".join(f'{name}="{value}"' for name, value in sorted(labels.items()))
    target.hincrbyfloat(keys.STATS, f"{counter}{{{said}}}" if said else counter, by)


def observe(target: Pipeline, histogram: str, seconds: float) -> None:
    """Put a duration into its bucket and add it to the sum."""
    bucket = bisect.bisect_left(BUCKETS_SECONDS, seconds)
    bound = str(BUCKETS_SECONDS[bucket]) if bucket < len(BUCKETS_SECONDS) else "+Inf"
    count(target, f"{histogram}_bucket", le=bound)
    count(target, f"{histogram}_sum", by=round(seconds, 4))


def counters(store: Store) -> dict[str, float]:
    """Every counter that was ever added to."""
    return {
        name.decode("utf-8", "replace"): float(value)
        for name, value in store.redis.hgetall(keys.STATS).items()
    }
