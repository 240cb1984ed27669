"""The machine's items and people's ticks, put together on reading."""

from __future__ import annotations

import collections
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from store import codec

ADDED = "+"  # fields of the ticks' hash that hold a claim added by a person start so


@dataclass(frozen=True, slots=True)
class Ticks:
    """Every tick of an article, and every claim that a person added."""

    checks: Mapping[str, Mapping[str, Any]]
    added: Sequence[Mapping[str, Any]]

    def __bool__(self) -> bool:
        return bool(self.checks or self.added)

    @classmethod
    def read(cls, stored: Mapping[bytes, bytes]) -> Ticks:
        """The ticks of a hash that has been read."""
        checks, added = {}, []
        for name, record in stored.items():
            item_id = name.decode()
            if item_id.startswith(ADDED):
                item = codec.unpack(record)
                if not item.pop("gone", False):
                    added.append(item)
            else:
                checks[item_id] = codec.unpack(record)
        return cls(checks, added)

    def merge(self, items: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """The items, the added ones among them, each with its tick. In order of place."""
        merged = [self.item(item) for item in items]
        if self.added:
            merged += [self.item(item) for item in self.added]
            fields = list(dict.fromkeys(item["field"] for item in merged))
            merged.sort(key=lambda item: (fields.index(item["field"]), item["start"]))
        return merged

    def item(self, item: Mapping[str, Any]) -> dict[str, Any]:
        """One item with its tick."""
        tick = self.checks.get(item["id"])
        return {**item, **tick} if tick else dict(item)


def summarise(items: Sequence[Mapping[str, Any]], findings: Sequence[Any]) -> dict[str, Any]:
    """Counts of a checklist's items by kind and by status."""
    return {
        "items": len(items),
        "findings": len(findings),
        "by_kind": dict(collections.Counter(item["kind"] for item in items)),
        "by_status": dict(collections.Counter(item["check"]["status"] for item in items)),
    }
