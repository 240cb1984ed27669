"""The tagger: text and anchor in, temporal expressions out."""

from __future__ import annotations

import datetime as dt
import re

from claims.temporal.timex import Timex

_ISO_DATE = re.compile(r"\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b")


def tag(text: str, anchor: dt.date | None) -> list[Timex]:
    """Every temporal expression of the text, in order of place, none overlapping."""
    return [Timex(m.start(), m.end(), "DATE", m.group()) for m in _ISO_DATE.finditer(text)]
