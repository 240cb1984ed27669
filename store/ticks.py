"""Ticks: what people set, kept apart from what the machine found.

A tick is data that a newsroom relies on: it is written under ``WATCH`` with the version that the
person saw, acknowledged as durable as the operator has asked for, and every change is appended to
the article's history. Nothing but deleting the article removes one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from redis.exceptions import WatchError

from store import Store, checklists, clock, codec, deliveries, durability, keys
from store.articles import StoredArticle
from store.connection import Pipeline
from store.errors import NotFound, Outdated, StillOpen
from store.merge import ADDED, summarise

OPEN = ("unchecked", "disputed")
# What is said with a status is gone with it.
_GOES_WITH = (("reason", "dismissed"), ("correction", "corrected"))


def change(
    store: Store,
    article_id: str,
    item_id: str,
    desk: str,
    set_to: Mapping[str, Any],
    matches: Callable[[int], bool],
) -> dict[str, Any]:
    """Set some of an item's ``check``, if it is still at a version that the person saw.

    Returns the item as it then stands.

    Raises:
        NotFound, Expired: there is no such article or item.
        NotReady: there is no checklist yet.
        Outdated: ``matches(version)`` is false; it carries the item as it stands.
    """

    def step(view: checklists.View, pipe: Pipeline) -> dict[str, Any]:
        checklist = view.checklist()
        before = find(checklist["items"], item_id)
        if not matches(before["version"]):
            raise Outdated(before)
        check = {**before["check"], **set_to}
        if "status" in set_to:
            check |= {"stale": False, "checked_at": clock.stamp()}
            check |= {name: None for name, goes_with in _GOES_WITH if check["status"] != goes_with}
        after = {**before, "check": check, "version": before["version"] + 1}
        pipe.multi()
        _save(pipe, checklist, before, after)
        return after

    return _transact(store, article_id, desk, step)


def add(
    store: Store, article_id: str, desk: str, item: Mapping[str, Any], by: str | None
) -> dict[str, Any]:
    """Put a claim that the machine missed on the list.

    Raises:
        NotFound, Expired, NotReady: there is no such checklist.
    """

    def step(view: checklists.View, pipe: Pipeline) -> dict[str, Any]:
        pipe.multi()
        pipe.hset(keys.ticks(article_id), ADDED + item["id"], codec.pack(item))
        entry = {"item": item["id"], "at": clock.stamp(), "by": by, "from": None, "to": "added"}
        pipe.rpush(keys.history(article_id), codec.pack(entry))
        checklist = view.checklist()
        _touch(pipe, checklist, [*checklist["items"], item])
        return dict(item)

    return _transact(store, article_id, desk, step)


def history(store: Store, article_id: str, item_id: str, desk: str) -> list[dict[str, Any]]:
    """Who set what when, oldest first.

    Raises:
        NotFound, Expired, NotReady: there is no such checklist or item.
    """
    view = checklists.read(store, article_id, desk)
    records = store.redis.lrange(keys.history(article_id), 0, -1)
    entries = [codec.unpack(record) for record in records]
    mine = [entry for entry in entries if entry["item"] == item_id]
    if not mine:
        find(view.checklist()["items"], item_id)
    return mine


def sign_off(
    store: Store, article_id: str, desk: str, by: str, note: str | None, override: str | None
) -> dict[str, Any]:
    """Clear the newest finished version for print.

    Raises:
        NotFound, Expired, NotReady: there is no such checklist.
        StillOpen: items are unchecked, disputed or stale, and no reason to override was given.
    """

    def step(view: checklists.View, pipe: Pipeline) -> dict[str, Any]:
        items = view.checklist()["items"]
        left = still_open(items)
        if left and not override:
            raise StillOpen(left)
        cleared = {
            "by": by,
            "note": note,
            "override": override,
            "at": clock.stamp(),
            "version": view.article.version(view.article.finished or "").label,
            "open_items": left,
        }
        pipe.multi()
        signed = {**cleared, "version_key": view.article.finished}
        pipe.hset(keys.article(article_id), "sign_off", codec.pack(signed))
        entry = {"item": None, "at": cleared["at"], "by": by, "from": None, "to": cleared}
        pipe.rpush(keys.history(article_id), codec.pack(entry))
        pipe.hincrby(keys.article(article_id), "rev", 1)
        if url := view.article.newest.about.get("callback_url"):
            data = {**cleared, **_whose(view.article)}
            deliveries.put(pipe, article_id, url, "checklist.signed_off", data)
        return cleared

    return _transact(store, article_id, desk, step)


def still_open(items: Sequence[Mapping[str, Any]]) -> list[str]:
    """The ids of items that are unchecked, disputed, or changed since they were checked."""
    return [i["id"] for i in items if i["check"]["status"] in OPEN or i["check"]["stale"]]


def _whose(article: StoredArticle) -> dict[str, Any]:
    """The article of a sign-off, for those who are told of it."""
    path = f"/v1/articles/{article.id}"
    return {
        "article": {"id": article.id, "external_id": article.external_id},
        "links": {"article": path, "checklist": f"{path}/checklist"},
    }


def find(items: Sequence[Mapping[str, Any]], item_id: str) -> dict[str, Any]:
    """The item of an id.

    Raises:
        NotFound: there is none.
    """
    for item in items:
        if item["id"] == item_id:
            return dict(item)
    raise NotFound(item_id)


def _save(
    pipe: Pipeline,
    checklist: Mapping[str, Any],
    before: Mapping[str, Any],
    after: Mapping[str, Any],
) -> None:
    article_id = checklist["article"]["id"]
    tick = {"check": after["check"], "version": after["version"]}
    pipe.hset(keys.ticks(article_id), after["id"], codec.pack(tick))
    entry = {
        "item": after["id"],
        "at": clock.stamp(),
        "by": after["check"]["checked_by"],
        "from": before["check"],
        "to": after["check"],
        "version": after["version"],
    }
    pipe.rpush(keys.history(article_id), codec.pack(entry))
    items = [after if item["id"] == after["id"] else item for item in checklist["items"]]
    _touch(pipe, checklist, items)


def _touch(
    pipe: Pipeline, checklist: Mapping[str, Any], items: Sequence[Mapping[str, Any]]
) -> None:
    name = keys.article(checklist["article"]["id"])
    pipe.hset(name, "summary", codec.pack(summarise(items, checklist["findings"])))
    pipe.hincrby(name, "rev", 1)


def _transact(
    store: Store,
    article_id: str,
    desk: str,
    step: Callable[[checklists.View, Pipeline], dict[str, Any]],
) -> dict[str, Any]:
    """Read, decide and write, again until nobody was in between; then wait for the disk."""
    watched = (keys.article(article_id), keys.checklist(article_id), keys.ticks(article_id))
    with store.redis.pipeline() as pipe:
        while True:
            try:
                pipe.watch(*watched)
                result = step(checklists.read(store, article_id, desk), pipe)
                pipe.execute()
                break
            except WatchError:
                continue
    durability.settle_tick(store)
    return result
