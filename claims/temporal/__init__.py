"""Temporal expressions of English text, found and normalised to TIMEX3; needs no spaCy."""

from __future__ import annotations

from claims.temporal import wording
from claims.temporal.calendar import bounds
from claims.temporal.tagger import tag
from claims.temporal.timex import Timex

__all__ = ["Timex", "bounds", "tag", "wording"]
