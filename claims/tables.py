"""The tables in ``claims/data``: tab-separated, a header row, ``#`` opens a comment line."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from importlib import resources


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of ``claims/data/<name>.tsv``, each a dict of its columns.

    Nothing is quoted, so that a line splits at its tabs; at start-up that counts.

    Raises:
        ValueError: a row has more columns than the header, or fewer.
    """
    text = (resources.files("claims") / "data" / f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line.strip() and not line.startswith("#")]
    header = lines[0].split("\t")
    for line in lines[1:]:
        yield dict(zip(header, line.split("\t"), strict=True))


@functools.cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """All :func:`rows`, kept for those who read them more than once."""
    return tuple(rows(name))
