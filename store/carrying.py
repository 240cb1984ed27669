"""Ticks when a new version of their article is shown.

A tick stays with its claim. Where the claim has changed, the tick stays too and is marked stale;
where it has got its old words back, the mark goes. A claim that a person added is looked for in
the new text; while its words are not there it is kept and not shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claims.revisions import Revision, relocate, said_before
from store import clock, codec, keys
from store.connection import Pipeline
from store.merge import ADDED, Ticks

Hash = Mapping[bytes, bytes]
Changes = Mapping[str, list[str]]


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
            tick = ticked.get(item["id"].encode())
            if tick and moved and moved["sentence"]["text"] != item["sentence"]["text"]:
                check = codec.unpack(tick)
                moved = {**moved, "previous": said_before({**item, **check})}
                changed |= _mark(pipe, article_id, item["id"], check, stale=True)
            changed[name] = codec.pack({**(moved or item), "gone": moved is None})
    if changed:
        pipe.hset(keys.ticks(article_id), mapping=changed)
    return {**ticked, **changed}


def with_added(changes: Changes, before: Ticks, after: Ticks) -> dict[str, list[str]]:
    """The changes, with what became of the claims that people had added."""
    out = {name: list(ids) for name, ids in changes.items()}
    there = {item["id"]: before.item(item)["check"]["stale"] for item in before.added}
    stays = {item["id"]: after.item(item)["check"]["stale"] for item in after.added}
    for item_id, stale in stays.items():
        if item_id not in there:
            out["added"].append(item_id)
        else:
            out["stale" if stale and not there[item_id] else "carried"].append(item_id)
    out["removed"] += [item_id for item_id in there if item_id not in stays]
    return out


def since_older_version(earlier: Changes, now: Changes) -> dict[str, list[str]]:
    """The changes of a version that is extracted again: what is new in it stays new.

    Args:
        earlier: its changes against the version before it, as they were told so far.
        now: the changes of this extraction against the earlier one of the same version.
    """
    was = {item_id: name for name, ids in earlier.items() for item_id in ids}
    out: dict[str, list[str]] = {name: [] for name in now}
    for name, ids in now.items():
        for item_id in ids:
            before = was.pop(item_id, None)
            if name == "removed" and before == "added":
                continue  # it came and went with the machine, not with the version
            keeps = before == "added" or (before == "stale" and name == "carried")
            out[before if before and keeps else name].append(item_id)
    out["removed"] += [item_id for item_id, name in was.items() if name == "removed"]
    return out


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
