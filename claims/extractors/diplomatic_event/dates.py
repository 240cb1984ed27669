"""When an event happened, or will, and when it was made known."""

from __future__ import annotations

from claims.extractors.diplomatic_event.found import Found
from claims.extractors.diplomatic_event.view import View
from claims.model import DateRef


def of(found: Found, view: View) -> tuple[DateRef | None, DateRef | None]:
    """(date, announced) of an event, from its sentence."""
    return None, None
