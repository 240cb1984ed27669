"""Offsets in code points, as Python counts, and in UTF-16 code units, as JavaScript and Java do."""

from __future__ import annotations

import bisect
import re

# "😀" is one code point and two UTF-16 code units
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16:
    """Both ways between code points and UTF-16 code units of one text, in logarithmic time."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._astral_utf16 = [place + n for n, place in enumerate(self._astral)]

    def of(self, offset: int) -> int:
        """The UTF-16 offset of a code-point offset."""
        return offset + bisect.bisect_left(self._astral, offset)

    def to_code_points(self, offset_utf16: int) -> int:
        """The code-point offset of a UTF-16 offset; between two surrogates, the one after them."""
        return min(
            self._length, offset_utf16 - bisect.bisect_left(self._astral_utf16, offset_utf16)
        )
