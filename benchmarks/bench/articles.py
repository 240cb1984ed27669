"""Texts to measure with, all in our own words: ordinary news, and news dense with events.

Ordinary news is what the hand-marked articles of the tests are: courts, sport, business, science.
The sample articles are a diplomatic event a sentence, the dearest that there is.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

from benchmarks import marked

_ROOT = Path(__file__).resolve().parents[2]
_SENTENCE_END = re.compile(r"(?<=[.!?”])\s+(?=[A-Z“])")


def news(words: int) -> str:
    """About so many words of ordinary news."""
    paths = sorted((_ROOT / "tests" / "data" / "marked").glob("*.txt"))
    return _take([marked.read(path)[0].text for path in paths], words)


def events(words: int) -> str:
    """About so many words of which nearly every sentence tells a diplomatic event."""
    paths = sorted((_ROOT / "seeds").glob("*.txt"))
    return _take([path.read_text("utf-8").partition("\n\n")[2] for path in paths], words)


def _take(articles: list[str], words: int) -> str:
    """Paragraph by paragraph; when all are used up, once more in another order of sentences.

    A verbatim repeat would not do: what stands around each claim is told until it is unique.
    """
    paragraphs = [p.strip() for article in articles for p in article.split("\n\n") if p.strip()]
    assert paragraphs, "there are articles"
    out: list[str] = []
    count = turn = 0
    while True:
        for paragraph in paragraphs:
            out.append(paragraph)
            count += len(paragraph.split())
            if count >= words:
                return "\n\n".join(out)
        turn += 1
        paragraphs = _shuffled(paragraphs, random.Random(turn))


def _shuffled(paragraphs: list[str], chance: random.Random) -> list[str]:
    sentences = [s for paragraph in paragraphs for s in _SENTENCE_END.split(paragraph)]
    chance.shuffle(sentences)
    return [" ".join(sentences[n : n + 3]) for n in range(0, len(sentences), 3)]
