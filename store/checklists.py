"""Checklists: what the machine found, kept as it goes over the wire, and what people made of it.

The machine's part is one immutable, compressed record: the JSON that is sent, what changes later at
its end. Ticks are kept apart (:mod:`store.merge`) and merged on reading, so that extracting again
can never overwrite one. An article that nobody has ticked is answered with the stored bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from claims import submission
from claims.revisions import revise
from store import Store, articles, clock, codec, jobs, keys, stats
from store.articles import StoredArticle
from store.carrying import carry_over, has_added, since_older_version, with_added
from store.connection import Pipeline
from store.errors import NotReady
from store.jobs import Job
from store.merge import Ticks, summarise

# How a record ends: with what changes while a checklist stands, so that no more is rewritten.
_END = b',"pending":null,"sign_off":null}'
# What is still told of a claim that stood in the version before and is gone.
_OF_REMOVED = ("id", "kind", "field", "exact")


@dataclass(frozen=True)
class View:
    """A checklist as it stands: its ``etag`` changes with every tick and every version.

    The record is read when it is asked for: who has it already costs no more than a look.
    """

    article: StoredArticle
    record: bytes
    ticks: Ticks
    pending: str | None

    @property
    def etag(self) -> str:
        # The job tells two articles apart that were called the same, one after the other's removal.
        newest_job = list(self.article.jobs)[-1]
        return f"{self.article.revision}-{newest_job[:8]}" + ("-pending" if self.pending else "")

    def body(self) -> bytes:
        """The JSON of ``GET …/checklist``."""
        if self.ticks:
            return orjson.dumps(self.checklist())
        stored = _read_record(self.record)
        now = self._now()
        if any(now.values()):
            return b"".join((stored.removesuffix(_END), b",", orjson.dumps(now)[1:]))
        return stored  # it is long, and each copy of it costs as much as the rest of an answer

    def checklist(self) -> dict[str, Any]:
        """The same as a dict, with every tick in its place."""
        stored = orjson.loads(_read_record(self.record))
        items = self.ticks.merge(stored["items"])
        summary = summarise(items, stored["findings"])
        return {**stored, **self._now(), "items": items, "summary": summary}

    def _now(self) -> dict[str, Any]:
        """What stands for null at a record's end."""
        return {"pending": self.pending, "sign_off": self.article.valid_sign_off}


def read(store: Store, article_id: str, desk: str) -> View:
    """The checklist of the newest version that is finished, in one round trip.

    A second one is made while a newer version is on its way, to name its job.

    Raises:
        NotFound, Expired: there is no such article.
        NotReady: no version is finished.
    """
    with store.redis.pipeline(transaction=True) as pipe:
        pipe.hgetall(keys.article(article_id))
        pipe.get(keys.checklist(article_id))
        pipe.hgetall(keys.ticks(article_id))
        stored, record, ticked = pipe.execute()
    article = articles.check_owner(store, article_id, desk, stored)
    pending = None
    if record is None or article.finished != article.newest.key:
        (newest,) = articles.newest_jobs(store, (article,))
        if record is None:
            raise NotReady(newest.wire() if newest else {"status": "failed"})
        pending = newest.id if newest and not newest.ended else None
    return View(article, record, Ticks.read(ticked), pending)


def finish(store: Store, job_id: str, body: Mapping[str, Any], seconds: float = 0.0) -> Job | None:
    """Write the checklist and the job's end in one transaction; None if the job had ended.

    ``body`` is :func:`claims.wire.checklist_body` of the job's version. A checklist of an older
    version than the one shown ends its job and is not shown. ``seconds`` is how long the
    extraction took, for the metrics.
    """
    queued = jobs.find(store, job_id)
    if queued is None:
        return None
    article_id = queued.article_id

    def step(job: Job, pipe: Pipeline) -> Job | None:
        if job.ended:
            return None
        article = articles.read_hash(pipe.hgetall(keys.article(article_id)))
        previous = pipe.get(keys.checklist(article_id))
        ticked: dict[bytes, bytes] = pipe.hgetall(keys.ticks(article_id))
        done = jobs.end(job, "succeeded", None)
        newest = _is_newest(article, job.version_key)
        texts = _texts(store, job) if newest and has_added(ticked) else {}
        pipe.multi()
        _count(pipe, done, body, seconds)
        if newest:
            _show(pipe, article, done, body, previous, ticked, texts)
        return done

    return jobs.change(store, job_id, step, keys.article(article_id), keys.ticks(article_id))


def _is_newest(article: StoredArticle, version_key: str) -> bool:
    if article.finished is None:
        return True
    return article.version(version_key).age >= article.version(article.finished).age


def _count(pipe: Pipeline, job: Job, body: Mapping[str, Any], seconds: float) -> None:
    for kind, number in body["summary"]["by_kind"].items():
        stats.count(pipe, "claims_found", number, kind=kind)
    for finding in body["findings"]:
        stats.count(pipe, "findings_found", type=finding["type"])
    stats.count(pipe, "words_extracted", body["words"])
    stats.observe(pipe, "extraction_seconds", seconds)
    accepted = clock.read(job.created_at)
    stats.observe(pipe, "post_to_checklist_seconds", (clock.now() - accepted).total_seconds())


def _texts(store: Store, job: Job) -> dict[str, str]:
    fields = articles.submitted(store, job.article_id, job.version_key)
    return dict(submission.to_article(fields).fields())


def _show(
    pipe: Pipeline,
    article: StoredArticle,
    job: Job,
    body: Mapping[str, Any],
    previous: bytes | None,
    ticked: Mapping[bytes, bytes],
    texts: Mapping[str, str],
) -> None:
    """Put a version's checklist in the place of the one before, under the ids that last."""
    version = article.version(job.version_key)
    ticks = Ticks.read(ticked)
    told = orjson.loads(_read_record(previous)) if previous else {}
    before = told.get("items", [])
    revision = revise([ticks.item(item) for item in before], body["items"], body["findings"])
    known = {item["id"]: item for item in (*told.get("removed", ()), *before)}
    changes = revision.changes if previous else {name: [] for name in revision.changes}
    if ticked:
        ticked = carry_over(pipe, article.id, ticked, revision, texts)
        known |= {item["id"]: item for item in ticks.added}
        changes = with_added(changes, ticks, Ticks.read(ticked))
    if previous and article.finished == version.key and any(told["changes"].values()):
        changes = since_older_version(told["changes"], changes)
    checklist = {
        "article": {
            "id": article.id,
            "external_id": article.external_id,
            "version": version.label,
            "headline": version.about.get("headline"),
            "language": version.about.get("language", "en"),
            "published_at": version.about.get("published_at"),
            "text_sha256": body["text_sha256"],
            "anchor": body["anchor"],
        },
        "generated_at": clock.stamp(),
        "generator": body["generator"],
        "summary": body["summary"],
        "changes": changes,
        "removed": [{name: known[one][name] for name in _OF_REMOVED} for one in changes["removed"]],
        "items": list(revision.items),
        "findings": list(revision.findings),
    }
    pipe.set(keys.checklist(article.id), _record(checklist))
    name = keys.article(article.id)
    pipe.hset(name, "done", version.key)
    items = Ticks.read(ticked).merge(revision.items)
    pipe.hset(name, "summary", codec.pack(summarise(items, revision.findings)))
    pipe.hincrby(name, "rev", 1)


def _record(checklist: Mapping[str, Any]) -> bytes:
    return codec.squeeze(orjson.dumps(checklist)[:-1] + _END)


def _read_record(record: bytes) -> bytes:
    stored = codec.raw_json(record)
    if not stored.endswith(_END):
        raise codec.CorruptRecord("a checklist that does not end as one")
    return stored
