"""Facts of a person's life, read by rule: age, birth, death, kinship.

``numbers`` is what a number looks like here, ``reader`` one field with its persons at hand (who is
meant, who is the subject of a verb); ``ages``, ``births_and_deaths`` and ``kinship`` each hold
their patterns and yield facts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.lives import ages, births_and_deaths, kinship
from claims.lives.reader import Fact, Reader

if TYPE_CHECKING:
    from claims.document import Document

__all__ = ["Fact", "find"]


def find(document: Document) -> Iterator[Fact]:
    """Every fact of a person's life in the field, unordered; overlaps are the caller's."""
    reader = Reader(document)
    yield from ages.find(reader)
    yield from births_and_deaths.find(reader)
    yield from kinship.find(reader)
