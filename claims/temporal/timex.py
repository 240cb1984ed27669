"""The shape of a tagged temporal expression."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timex:
    """A temporal expression: ``text[start:end]``, half-open, in code points.

    ``type`` is DATE, TIME, DURATION or SET; ``value`` and ``mod`` are those of TIMEX3.
    ``readings`` holds every value that the words allow when more than one is as likely.
    ``through`` is the value it lasts to, where one value cannot say so: 2015 of "2014-15".
    """

    start: int
    end: int
    type: str
    value: str
    mod: str | None = None
    readings: tuple[str, ...] = ()
    through: str | None = None
