"""Counters that all processes share, for ``/metrics``.

A counter is a field of one hash: ``jobs_ended{status="failed"}``, in Prometheus' own notation.
"""

from __future__ import annotations

from store import Store, keys
from store.connection import Pipeline


def count(target: Pipeline, counter: str, by: float = 1, **labels: str) -> None:
    """Add to a counter, through a client or as part of a pipeline."""
    said = ",".join(f'{name}="{value}"' for name, value in sorted(labels.items()))
    target.hincrbyfloat(keys.STATS, f"{counter}{{{said}}}" if said else counter, by)


def counters(store: Store) -> dict[str, float]:
    """Every counter that was ever added to."""
    return {
        name.decode("utf-8", "replace"): float(value)
        for name, value in store.redis.hgetall(keys.STATS).items()
    }
