"""News of any length, in our own words: the sample articles, said again and again."""

from __future__ import annotations

import itertools
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def news(words: int) -> str:
    """About so many words of the sample articles, paragraph by paragraph."""
    paragraphs = [
        paragraph
        for path in sorted(SEEDS.glob("*.txt"))
        for paragraph in path.read_text("utf-8").split("\n\n")[1:]
    ]
    out, count = [], 0
    for paragraph in itertools.cycle(paragraphs):
        out.append(paragraph.strip())
        count += len(paragraph.split())
        if count >= words:
            return "\n\n".join(out)
    raise AssertionError("there are sample articles")
