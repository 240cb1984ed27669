"""The place and agency before a report’s first sentence: where it was written, not who acts."""

from __future__ import annotations

import re

from claims import countries
from claims.countries import Mention

# "LONDON — ", "CARACAS, Venezuela (AP) — ", "MOSCOW/KYIV (Reuters) - "
_DATELINE = re.compile(
    r"\s*[A-ZÀ-Þ]{3}[A-ZÀ-Þ.,’'/ -]{0,40}(?:,\s[^—–\n]{1,50})?(?:\s\([^()\n]{1,30}\))?"
    r"\s*(?:[—–]|--|\s-\s)\s*"
)


def end(text: str) -> int:
    """Where a sentence’s dateline ends; 0: it has none."""
    match = _DATELINE.match(text)
    return match.end() if match else 0


def named(text: str) -> list[Mention]:
    """The countries of a sentence in order of place, those of its dateline last."""
    begin = end(text)
    found = countries.find(text)
    return [m for m in found if m.start >= begin] + [m for m in found if m.start < begin]
