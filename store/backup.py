"""Everything that cannot be made again, as lines of JSON: articles, checklists, ticks, keys.

The lines are plain, not the store's own records, so that a newer release reads an older backup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

import orjson

from claims.version import VERSION
from store import Store, articles, clock, codec, jobs, keys
from store.connection import Pipeline
from store.jobs import Job

FORMAT = 1


class BadBackup(ValueError):
    """Lines that are no backup, or one that a newer release wrote."""


def dump(store: Store) -> Iterator[dict[str, Any]]:
    """The lines of a backup. Articles that change meanwhile are as they were when read."""
    yield {"claimsheet_backup": FORMAT, "release": VERSION, "at": clock.stamp()}
    for key_id, record in sorted(store.redis.hgetall(keys.API_KEYS).items()):
        yield {"type": "key", "id": key_id.decode(), "key": codec.unpack(record)}
    for name in store.redis.scan_iter(match=keys.article("*"), count=500):
        article_id = name.decode().rpartition(":")[2]
        if line := _article(store, article_id):
            yield line


def restore(store: Store, lines: Iterable[Mapping[str, Any]], *, replace: bool = False) -> int:
    """Write a backup's articles and keys; jobs that had not ended are queued again.

    Returns:
        How many articles were written; those that are there already stay, unless ``replace``.

    Raises:
        BadBackup: the lines cannot be read; what stood before the bad line has been written.
    """
    written = 0
    for number, line in enumerate(lines, 1):
        try:
            if number == 1:
                _check_head(line)
            elif line["type"] == "key":
                store.redis.hsetnx(keys.API_KEYS, line["id"], codec.pack(line["key"]))
            elif line["type"] == "article":
                written += _write(store, line, replace=replace)
        except (KeyError, TypeError, AttributeError) as error:
            raise BadBackup(f"line {number} is no line of a backup: {error}") from error
    return written


def _article(store: Store, article_id: str) -> dict[str, Any] | None:
    with store.redis.pipeline(transaction=True) as pipe:
        pipe.hgetall(keys.article(article_id))
        pipe.get(keys.checklist(article_id))
        pipe.hgetall(keys.ticks(article_id))
        pipe.lrange(keys.history(article_id), 0, -1)
        stored, checklist, ticks, history = pipe.execute()
    if not stored:
        return None
    article = articles.read_hash(stored)
    with store.redis.pipeline(transaction=False) as pipe:
        for version in article.versions:
            pipe.get(keys.text(article_id, version.key))
        for job_id in article.jobs:
            pipe.get(keys.job(job_id))
        pipe.zscore(keys.desk(article.desk), article_id)
        pipe.zscore(keys.EXPIRY, article_id)
        *records, came, expires = pipe.execute()
    texts, found = records[: len(article.versions)], records[len(article.versions) :]
    return {
        "type": "article",
        "id": article_id,
        "came": came,
        "expires": expires,
        "fields": {name.decode(): _readable(value) for name, value in stored.items()},
        "texts": {
            version.key: codec.unpack(text)
            for version, text in zip(article.versions, texts, strict=True)
            if text
        },
        "jobs": [asdict(jobs.read_record(record)) for record in found if record],
        "checklist": codec.raw_json(checklist).decode() if checklist else None,
        "ticks": {name.decode(): codec.unpack(record) for name, record in ticks.items()},
        "history": [codec.unpack(record) for record in history],
    }


def _readable(value: bytes) -> Any:
    """A field of the hash: a record as its value, a plain one (a key, a counter) as ``{"is"}``."""
    try:
        return {"record": codec.unpack(value)}
    except codec.CorruptRecord:
        return {"is": value.decode()}


def _check_head(line: Mapping[str, Any]) -> None:
    written = line.get("claimsheet_backup")
    if not isinstance(written, int):
        raise BadBackup("the first line does not say that this is a backup")
    if written > FORMAT:
        raise BadBackup(f"a newer release wrote this backup (format {written}); upgrade first")


def _write(store: Store, line: Mapping[str, Any], *, replace: bool) -> bool:
    article_id = line["id"]
    name = keys.article(article_id)
    if store.redis.exists(name):
        if not replace:
            return False
        desk = articles.read_hash(store.redis.hgetall(name)).desk
        articles.delete(store, article_id, desk)
    desk = line["fields"]["head"]["record"]["desk"]
    with store.redis.pipeline(transaction=True) as pipe:
        for field, value in line["fields"].items():
            written = codec.pack(value["record"]) if "record" in value else value["is"]
            pipe.hset(name, field, written)
        for version_key, text in line["texts"].items():
            pipe.set(keys.text(article_id, version_key), codec.pack_large(text))
        if line["checklist"] is not None:
            pipe.set(keys.checklist(article_id), codec.squeeze(line["checklist"].encode()))
        for item_id, tick in line["ticks"].items():
            pipe.hset(keys.ticks(article_id), item_id, codec.pack(tick))
        for entry in line["history"]:
            pipe.rpush(keys.history(article_id), codec.pack(entry))
        pipe.zadd(keys.desk(desk), {article_id: line["came"]})
        if line["expires"] is not None:
            pipe.zadd(keys.EXPIRY, {article_id: line["expires"]})
        _write_jobs(store, pipe, line["jobs"])
        pipe.execute()
    return True


def _write_jobs(store: Store, pipe: Pipeline, records: list[dict[str, Any]]) -> None:
    restored = [Job(**record) for record in records]
    waiting = [job for job in restored if not job.ended]
    for job in restored:
        pipe.set(keys.job(job.id), job.record())
    for job in waiting:
        pipe.zadd(keys.OPEN_JOBS, {job.id: clock.read(job.created_at).timestamp()})
    if waiting:
        data = [jobs.enqueueing(store, job.id) for job in waiting]
        store.queue.enqueue_many(data, pipeline=pipe)


def lines(binary: Iterable[bytes]) -> Iterator[Mapping[str, Any]]:
    """The lines of a file.

    Raises:
        BadBackup: one is not JSON.
    """
    for number, line in enumerate(binary, 1):
        if not line.strip():
            continue
        try:
            yield orjson.loads(line)
        except orjson.JSONDecodeError as error:
            raise BadBackup(f"line {number} is not JSON: {error}") from error
