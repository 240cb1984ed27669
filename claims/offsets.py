"""Offsets in code points, as Python counts, and in UTF-16 code units, as JavaScript and Java do."""

from __future__ import annotations

import bisect
import re

# "😀" is one code point and two UTF-16 code units
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16:
    """From code points to UTF-16 code units of one text, in logarithmic time."""

    def __init__(self, text: str) -> None:
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]

    def of(self, offset: int) -> int:
        """The UTF-16 offset of a code-point offset."""
        return offset + bisect.bisect_left(self._astral, offset)
