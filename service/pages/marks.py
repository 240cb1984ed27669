"""An article's text cut into stretches, each with the claims that stand there."""

from __future__ import annotations

import collections
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of text under the same claims; ``first`` are those that begin here."""

    text: str
    items: tuple[Mapping[str, Any], ...]
    first: tuple[str, ...]

    @property
    def shown(self) -> Mapping[str, Any] | None:
        """The claim that the stretch looks like and leads to: the narrowest, a name last."""
        return min(self.items, key=_rank, default=None)


def _rank(item: Mapping[str, Any]) -> tuple[bool, int]:
    return (item["kind"] == "name", item["end"] - item["start"])


def stretches(text: str, items: Sequence[Mapping[str, Any]]) -> Iterator[Stretch]:
    """The whole text in order, cut wherever a claim begins or ends. Linear in both."""
    begins: dict[int, list[Mapping[str, Any]]] = collections.defaultdict(list)
    ends: dict[int, list[Mapping[str, Any]]] = collections.defaultdict(list)
    for item in items:
        if item["start"] < item["end"] <= len(text):
            begins[item["start"]].append(item)
            ends[item["end"]].append(item)
    open_items: dict[str, Mapping[str, Any]] = {}
    cuts = sorted({0, len(text), *begins, *ends})
    for start, end in itertools.pairwise(cuts):
        for item in ends[start]:
            del open_items[item["id"]]
        for item in begins[start]:
            open_items[item["id"]] = item
        first = tuple(item["id"] for item in begins[start])
        yield Stretch(text[start:end], tuple(open_items.values()), first)
