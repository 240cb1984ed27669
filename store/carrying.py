"""Ticks when a new version of their article is shown.

A tick stays with its claim. Where the claim has changed, the tick stays too and is marked stale;
where it has got its old words back, the mark goes. A claim that a person added is looked for in
the new text; while its words are not there it is kept and not shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claims.revisions import Revision, relocate
from store import clock, codec, keys
from store.connection import Pipeline
from store.merge import ADDED

Hash = Mapping[bytes, bytes]


def has_added(ticked: Hash) -> bool:
    """Whether a hash of ticks holds claims that a person added."""
    return any(name.startswith(ADDED.encode()) for name in ticked)


def carry_over(
    pipe: Pipeline, article_id: str, ticked: Hash, revision: Revision, texts: Mapping[str, str]
) -> dict[bytes, bytes]:
    """Queue what changes on ``pipe``; the hash of ticks as it will be.

    Args:
        texts: the new version's fields; needed where a person has added claims.
    """
    changed: dict[bytes, bytes] = {}
    marks = dict.fromkeys(revision.stale, True) | dict.fromkeys(revision.restored, False)
    for item_id, stale in marks.items():
        if record := ticked.get(item_id.encode()):
            changed |= _mark(pipe, article_id, item_id, codec.unpack(record), stale=stale)
    for name, record in ticked.items():
        if name.startswith(ADDED.encode()):
            item = codec.unpack(record)
            moved = relocate(item, texts)
            changed[name] = codec.pack({**(moved or item), "gone": moved is None})
            tick = ticked.get(item["id"].encode())
            if tick and moved and moved["sentence"]["text"] != item["sentence"]["text"]:
                changed |= _mark(pipe, article_id, item["id"], codec.unpack(tick), stale=True)
    if changed:
        pipe.hset(keys.ticks(article_id), mapping=changed)
    return {**ticked, **changed}


def _mark(
    pipe: Pipeline, article_id: str, item_id: str, tick: dict[str, Any], *, stale: bool
) -> dict[bytes, bytes]:
    """The tick with its mark; a new version of the item, written into the history."""
    if tick["check"]["stale"] == stale:
        return {}
    after = {"check": {**tick["check"], "stale": stale}, "version": tick["version"] + 1}
    entry = {
        "item": item_id,
        "at": clock.stamp(),
        "by": None,
        "from": tick["check"],
        "to": after["check"],
        "version": after["version"],
    }
    pipe.rpush(keys.history(article_id), codec.pack(entry))
    return {item_id.encode(): codec.pack(after)}
