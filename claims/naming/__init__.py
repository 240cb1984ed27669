"""Bodies and places, told by the shape of their names and by what stands around them.

``shapes`` reads the names that their own words tell; ``use`` settles the rest by how the article
uses them, since a name that no list has wants checking for spelling all the more.
"""

from collections.abc import Sequence

from claims.naming import shapes, use
from claims.naming.shapes import Name
from claims.people.words import Word

__all__ = ["Name", "find"]


def find(words: Sequence[Word], text: str, persons: frozenset[int]) -> list[Name]:
    """The bodies and places of one field, in order of place, none overlapping.

    ``persons`` are the numbers of the words that name persons.
    """
    found, unsure = shapes.read(words, text, persons)
    settled = use.settle(words, text, unsure, found)
    return sorted(found + settled, key=lambda name: name.first)
