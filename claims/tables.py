"""The tables in ``claims/data``: tab-separated, a header row, ``#`` opens a comment line."""

from __future__ import annotations

import csv
import functools
from importlib import resources


@functools.cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``claims/data/<name>.tsv``, each a dict of its columns."""
    text = (resources.files("claims") / "data" / f"{name}.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
