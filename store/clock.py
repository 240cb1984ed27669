"""The time, as it is written into records."""

from __future__ import annotations

import datetime as dt


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def rfc3339(moment: dt.datetime) -> str:
    """UTC to the millisecond: ``2021-03-18T21:00:00.000Z``. Sorts as it is read."""
    return moment.astimezone(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read(moment: str) -> dt.datetime:
    """The moment of :func:`rfc3339`."""
    return dt.datetime.fromisoformat(moment)


def after(seconds: float) -> dt.datetime:
    return now() + dt.timedelta(seconds=seconds)


def stamp() -> str:
    return rfc3339(now())
