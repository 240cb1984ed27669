"""Articles and their versions: accepting, reading, holding, deleting.

An article is a hash to which versions and jobs are added field by field, never read and written
back, so that two posts at once cannot overwrite one another.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from claims import submission
from store import Store, admission, clock, codec, durability, jobs, keys, stats
from store.connection import Pipeline
from store.errors import Expired, Held, KeyReused, NotFound
from store.jobs import Job

_TEXT_FIELDS = ("text", "html", "headline", "standfirst", "captions", "language")
_DAY_SECONDS = 86_400
# How long an expired id is answered with 410 before it is forgotten.
_TOMBSTONE_SECONDS = 90 * _DAY_SECONDS


@dataclass(frozen=True, slots=True)
class Idempotency:
    """An ``Idempotency-Key``: whose it is, the key, and what its request said."""

    client: str
    key: str
    body_digest: str


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an article. ``key`` stands for its label and its text."""

    key: str
    label: str | None
    received_at: str
    updated_at: str | None
    about: Mapping[str, Any]

    @property
    def age(self) -> tuple[str, str]:
        """Sorts versions from oldest to newest: by ``updated_at`` where given, else arrival."""
        return (self.updated_at or self.received_at, self.received_at)


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article's hash, read."""

    id: str
    desk: str
    external_id: str | None
    created_at: str
    versions: tuple[Version, ...]
    jobs: Mapping[str, str]  # job id to version key, oldest first
    finished: str | None
    summary: Mapping[str, Any] | None
    sign_off: Mapping[str, Any] | None
    held: Mapping[str, Any] | None
    revision: int

    @property
    def newest(self) -> Version:
        return max(self.versions, key=lambda version: version.age)

    @property
    def valid_sign_off(self) -> dict[str, Any] | None:
        """The sign-off as clients see it; a newer version has voided an older one."""
        if not self.sign_off or self.sign_off["version_key"] != self.newest.key:
            return None
        return {name: value for name, value in self.sign_off.items() if name != "version_key"}

    def version(self, key: str) -> Version:
        return next(version for version in self.versions if version.key == key)

    def has(self, version_key: str) -> bool:
        return any(version.key == version_key for version in self.versions)

    def jobs_of(self, version_key: str) -> list[str]:
        """Ids of a version's jobs, oldest first."""
        return [job for job, of in self.jobs.items() if of == version_key]


def accept(
    store: Store, fields: Mapping[str, Any], desk: str, idempotency: Idempotency | None = None
) -> Job:
    """Store an article and its job and queue it, in one transaction; two round trips.

    ``fields`` are those of ``POST /v1/articles``, validated. The same version sent again is
    answered with the job that it has, unless that job failed or was canceled.

    Raises:
        QueueFull, StorageFull: too many jobs wait, or too little memory is left; nothing is stored.
        KeyReused: the idempotency key came with another body before.
        NotDurable: the operator wants it on disk before the answer, and it is not.
    """
    article_id = identify(desk, fields.get("external_id"), idempotency)
    version = _version(fields)
    idempotency_key = keys.idempotency(idempotency.client, idempotency.key) if idempotency else None
    with store.redis.pipeline(transaction=False) as pipe:
        pipe.llen(store.queue.key)
        pipe.exists(keys.FULL)
        pipe.hgetall(keys.article(article_id))
        if idempotency_key:
            pipe.get(idempotency_key)
        waiting, full, stored, *known = pipe.execute()
    if idempotency and known and known[0] is not None:
        replayed = _replay(store, known[0], idempotency)
        if replayed is not None:
            return replayed
    article = read_hash(stored) if stored else None
    if article:
        running = _job_of_same_version(store, article, version.key)
        if running is not None:
            return running
    admission.check(store, waiting, full)
    job = _job_of(version, _job_id(idempotency), desk, article_id, fields.get("external_id"))
    _write(store, job, version, fields, idempotency, article)
    durability.settle_article(store)
    return job


def again(store: Store, article_id: str, desk: str) -> Job:
    """A further job for the newest version: a newer release, other settings. Ticks stay.

    Raises:
        NotFound, Expired: there is no such article.
        QueueFull: too many jobs wait.
    """
    article = load(store, article_id, desk)
    admission.check(store, store.redis.llen(store.queue.key), store.redis.exists(keys.FULL))
    job = _job_of(article.newest, _job_id(None), desk, article_id, article.external_id)
    with store.redis.pipeline(transaction=True) as pipe:
        pipe.hset(keys.article(article_id), *_job_field(job))
        jobs.put(pipe, job)
        store.queue.enqueue_many([jobs.enqueueing(store, job.id)], pipeline=pipe)
        pipe.execute()
    return job


def load(store: Store, article_id: str, desk: str) -> StoredArticle:
    """The article, in one round trip.

    Raises:
        NotFound: there is no such article on this desk.
        Expired: its time to be kept is over.
    """
    return check_owner(store, article_id, desk, store.redis.hgetall(keys.article(article_id)))


def check_owner(
    store: Store, article_id: str, desk: str, stored: Mapping[bytes, bytes]
) -> StoredArticle:
    """The article of a hash that has been read, if it is there and the desk's.

    Raises:
        NotFound: there is no such article on this desk.
        Expired: its time to be kept is over.
    """
    if not stored:
        if store.redis.exists(keys.gone(article_id)):
            raise Expired(article_id)
        raise NotFound(article_id)
    article = read_hash(stored)
    if article.desk != desk:
        raise NotFound(article_id)
    return article


def submitted(store: Store, article_id: str, version_key: str) -> dict[str, Any]:
    """The fields that came with a version.

    Raises:
        NotFound: the article has been deleted.
    """
    record = store.redis.get(keys.text(article_id, version_key))
    if record is None:
        raise NotFound(article_id)
    fields: dict[str, Any] = codec.unpack(record)
    return fields


def identify(desk: str, external_id: str | None, idempotency: Idempotency | None = None) -> str:
    """An article's id: made of what the newsroom calls it, so that a resend finds it."""
    if external_id is not None:
        return keys.digest("article", desk, external_id)
    if idempotency is not None:
        return keys.digest("article", desk, idempotency.client, "key", idempotency.key)
    return secrets.token_hex(12)


def newest_jobs(store: Store, articles: tuple[StoredArticle, ...]) -> tuple[Job | None, ...]:
    """The newest job of each article's newest version, in one round trip."""
    if not articles:
        return ()
    ids = [article.jobs_of(article.newest.key)[-1] for article in articles]
    records = store.redis.mget([keys.job(job_id) for job_id in ids])
    return tuple(jobs.read_record(record) if record else None for record in records)


def delete(store: Store, article_id: str, desk: str) -> None:
    """Remove an article and all that hangs on it: texts, jobs, queue entries, ticks, history.

    Raises:
        NotFound, Expired: there is no such article.
        Held: it is held.
    """
    article = load(store, article_id, desk)
    if article.held is not None:
        raise Held(f"{article.held['by']} holds it: {article.held['reason']}.")
    _remove(store, article, leave_tombstones=False)


def hold(store: Store, article_id: str, desk: str, by: str, reason: str) -> dict[str, Any]:
    """Keep an article, whatever its time and whoever deletes it, until it is released.

    Raises:
        NotFound, Expired: there is no such article.
    """
    load(store, article_id, desk)
    held = {"by": by, "reason": reason, "at": clock.stamp()}
    with store.redis.pipeline(transaction=True) as pipe:
        pipe.hset(keys.article(article_id), "held", codec.pack(held))
        pipe.zrem(keys.EXPIRY, article_id)
        pipe.execute()
    return held


def release(store: Store, article_id: str, desk: str) -> None:
    """End a hold; the article's time to be kept begins anew.

    Raises:
        NotFound, Expired: there is no such article.
    """
    load(store, article_id, desk)
    with store.redis.pipeline(transaction=True) as pipe:
        pipe.hdel(keys.article(article_id), "held")
        _set_expiry(store, pipe, article_id)
        pipe.execute()


def expire(store: Store, article_id: str) -> None:
    """Remove an article whose time is over, leaving behind only that it was there."""
    stored = store.redis.hgetall(keys.article(article_id))
    if stored:
        article = read_hash(stored)
        if article.held is None:
            _remove(store, article, leave_tombstones=True)
            return
    store.redis.zrem(keys.EXPIRY, article_id)


def read_hash(stored: Mapping[bytes, bytes]) -> StoredArticle:
    """The article of its hash.

    Raises:
        CorruptRecord: a field is no record.
    """
    named = {name.decode(): value for name, value in stored.items()}
    if "head" not in named:
        raise codec.CorruptRecord("an article without a head")
    head = codec.unpack(named["head"])
    versions = [
        Version(key=name[2:], **codec.unpack(value))
        for name, value in named.items()
        if name.startswith("v:")
    ]
    # A hash keeps no order: a job's field holds its version and when it came.
    by_arrival = sorted(
        (codec.unpack(value), name[2:]) for name, value in named.items() if name.startswith("j:")
    )
    return StoredArticle(
        **head,
        versions=tuple(sorted(versions, key=lambda version: version.age)),
        jobs={job_id: version_key for (_, version_key), job_id in by_arrival},
        finished=named["done"].decode() if "done" in named else None,
        summary=codec.unpack(named["summary"]) if "summary" in named else None,
        sign_off=codec.unpack(named["sign_off"]) if "sign_off" in named else None,
        held=codec.unpack(named["held"]) if "held" in named else None,
        revision=int(named.get("rev", b"0")) + len(by_arrival),
    )


def _version(fields: Mapping[str, Any]) -> Version:
    label = fields.get("version")
    published = submission.published_date(fields.get("published_at"), fields.get("timezone"))
    said = orjson.dumps([[fields.get(name) for name in _TEXT_FIELDS], str(published)])
    about = (
        "headline", "language", "published_at", "url", "metadata", "callback_url", "evolved_from",
    )  # fmt: skip
    return Version(
        key=keys.digest("version", label or "", said.decode())[:12],
        label=label,
        received_at=clock.stamp(),
        updated_at=_utc(fields.get("updated_at")),
        about={name: fields[name] for name in about if fields.get(name) is not None},
    )


def _utc(updated_at: str | None) -> str | None:
    """In one form, so that versions sort by it."""
    if updated_at is None:
        return None
    moment = submission.read_moment("updated_at", updated_at)
    return clock.rfc3339(submission.as_utc(moment))


def _write(
    store: Store,
    job: Job,
    version: Version,
    fields: Mapping[str, Any],
    idempotency: Idempotency | None,
    known: StoredArticle | None,
) -> None:
    """Write an article's new version and job; ``known`` is what stands of it already.

    Head and version are written as they stand, not left out: the article may be deleted meanwhile.
    """
    name, now = keys.article(job.article_id), clock.now().timestamp()
    head = {
        "id": job.article_id,
        "desk": job.desk,
        "external_id": job.external_id,
        "created_at": known.created_at if known else job.created_at,
    }
    if known and known.has(version.key):
        version = known.version(version.key)
    about_version = {
        "label": version.label,
        "received_at": version.received_at,
        "updated_at": version.updated_at,
        "about": version.about,
    }
    job_field, its_version = _job_field(job)
    new_fields = {
        "head": codec.pack(head),
        f"v:{version.key}": codec.pack(about_version),
        job_field: its_version,
    }
    with store.redis.pipeline(transaction=True) as pipe:
        pipe.hset(name, mapping=new_fields)
        stats.count(pipe, "articles_accepted")
        pipe.set(keys.text(job.article_id, version.key), codec.pack_large(dict(fields)))
        pipe.zadd(keys.desk(job.desk), {job.article_id: now}, nx=True)
        jobs.put(pipe, job)
        if known is None or known.held is None:
            _set_expiry(store, pipe, job.article_id)
        if idempotency:
            pipe.set(
                keys.idempotency(idempotency.client, idempotency.key),
                codec.pack([job.id, idempotency.body_digest]),
                ex=store.settings.idempotency_hours * 3_600 or None,
            )
        store.queue.enqueue_many([jobs.enqueueing(store, job.id)], pipeline=pipe)
        pipe.execute()


def _job_field(job: Job) -> tuple[str, bytes]:
    """The field that an article's hash gains with a job."""
    return f"j:{job.id}", codec.pack([job.created_at, job.version_key])


def _set_expiry(store: Store, pipe: Pipeline, article_id: str) -> None:
    if store.settings.keep_days:
        until = clock.now().timestamp() + store.settings.keep_days * _DAY_SECONDS
        pipe.zadd(keys.EXPIRY, {article_id: until})


def _replay(store: Store, known: bytes, idempotency: Idempotency) -> Job | None:
    job_id, body_digest = codec.unpack(known)
    if body_digest != idempotency.body_digest:
        raise KeyReused(idempotency.key)
    return jobs.find(store, job_id)


def _job_of_same_version(store: Store, article: StoredArticle, version_key: str) -> Job | None:
    for job_id in reversed(article.jobs_of(version_key)):
        job = jobs.find(store, job_id)
        if job is not None and job.status not in ("failed", "canceled"):
            return job
    return None


def _job_of(
    version: Version, job_id: str, desk: str, article_id: str, external_id: str | None
) -> Job:
    return Job(
        id=job_id,
        desk=desk,
        article_id=article_id,
        external_id=external_id,
        version=version.label,
        version_key=version.key,
        created_at=clock.stamp(),
        callback_url=version.about.get("callback_url"),
    )


def _job_id(idempotency: Idempotency | None) -> str:
    if idempotency is None:
        return secrets.token_hex(12)
    return keys.digest("job", idempotency.client, idempotency.key, idempotency.body_digest)


def _remove(store: Store, article: StoredArticle, *, leave_tombstones: bool) -> None:
    gone = [article.id, *article.jobs]
    with store.redis.pipeline(transaction=True) as pipe:
        pipe.delete(
            keys.article(article.id),
            keys.checklist(article.id),
            keys.ticks(article.id),
            keys.history(article.id),
            keys.deliveries(article.id),
            *(keys.text(article.id, version.key) for version in article.versions),
            *(keys.job(job_id) for job_id in article.jobs),
        )
        pipe.zrem(keys.desk(article.desk), article.id)
        pipe.zrem(keys.EXPIRY, article.id)
        if article.jobs:
            pipe.zrem(keys.OPEN_JOBS, *article.jobs)
        if leave_tombstones:
            for any_id in gone:
                pipe.set(keys.gone(any_id), b"1", ex=_TOMBSTONE_SECONDS)
        for job_id in article.jobs:
            pipe.publish(keys.ENDED, job_id)
        pipe.execute()
    for job_id in article.jobs:
        store.queue.remove(job_id)
        store.redis.delete(f"rq:job:{job_id}")
