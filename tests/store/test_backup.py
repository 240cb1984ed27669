from __future__ import annotations

from collections.abc import Callable
from typing import Any

import orjson
import pytest

from service.app import create_app
from store import Store, apikeys, articles, backup
from store.errors import Expired, Held
from store.settings import Settings
from tests.service.conftest import TEXT, app, client, extract, posted  # noqa: F401

Post = Callable[..., dict[str, Any]]


def _ticked(client: Any, posted: Post) -> dict[str, Any]:  # noqa: F811
    job = posted(external_id="a", headline="An envoy", metadata={"desk": "x"})
    checklist = client.get(job["links"]["checklist"]).json
    link = f"{job['links']['checklist']}/items/{checklist['items'][0]['id']}"
    tick = {"status": "disputed", "checked_by": "KM", "note": "see 🕊"}
    assert client.patch(link, json=tick, headers={"If-Match": '"1"'}).status_code == 200
    return job


def test_what_is_backed_up_is_restored_to_the_byte(
    store: Store,
    client: Any,  # noqa: F811
    posted: Post,  # noqa: F811
) -> None:
    job = _ticked(client, posted)
    apikeys_before = apikeys.create(store, "x", "default", ["admin"])
    reader = {"Authorization": f"Bearer {apikeys_before[1]}"}
    links = job["links"]
    paths = [links["self"], links["article"], links["checklist"], links["article"] + "/text"]
    before = [client.get(path, headers=reader).json for path in paths]
    lines = [orjson.dumps(line) for line in backup.dump(store)]
    store.redis.flushall()

    assert backup.restore(store, backup.lines(lines)) == 1

    fresh = create_app(store).test_client()
    assert [fresh.get(path, headers=reader).json for path in paths] == before
    history = fresh.get(
        f"{links['checklist']}/items/{before[2]['items'][0]['id']}/history", headers=reader
    ).json["history"]
    assert history[0]["to"]["note"] == "see 🕊"


def test_a_job_that_had_not_ended_is_queued_again(store: Store, client: Any) -> None:  # noqa: F811
    job = client.post("/v1/articles", json={"text": TEXT}).json
    lines = list(backup.dump(store))
    store.redis.flushall()

    backup.restore(store, lines)

    assert store.queue.job_ids == [job["id"]]
    assert client.get(job["links"]["self"]).json["status"] == "queued"


def test_restoring_leaves_what_is_there_unless_told_to_replace(
    store: Store,
    client: Any,  # noqa: F811
    posted: Post,  # noqa: F811
) -> None:
    _ticked(client, posted)
    lines = list(backup.dump(store))

    assert backup.restore(store, lines) == 0
    assert backup.restore(store, lines, replace=True) == 1


@pytest.mark.parametrize(
    "lines",
    [[b"{}"], [b"nonsense"], [b'{"claimsheet_backup": 99}'],
     [b'{"claimsheet_backup": 1}', b'{"type": "article", "id": "x"}']],
)  # fmt: skip
def test_what_is_no_backup_is_refused(store: Store, lines: list[bytes]) -> None:
    with pytest.raises(backup.BadBackup):
        backup.restore(store, backup.lines(lines))


def test_a_held_article_neither_expires_nor_is_deleted(redis_url: str, store: Store) -> None:
    keeping = Store(store.redis, Settings(redis_url=redis_url, keep_days=1))
    client = create_app(keeping).test_client()  # noqa: F811
    job = client.post("/v1/articles", json={"text": TEXT, "external_id": "a"}).json
    link = job["links"]["article"]

    held = client.put(f"{link}/hold", json={"by": "Legal", "reason": "claim of 4 May"})
    assert held.status_code == 200
    assert client.delete(link).status_code == 409
    articles.expire(keeping, job["article"]["id"])
    client.post("/v1/articles", json={"text": TEXT + " More.", "external_id": "a"})
    assert client.get(link).json["held"]["by"] == "Legal"
    assert keeping.redis.zcard("cs:expiry") == 0
    with pytest.raises(Held):
        articles.delete(keeping, job["article"]["id"], "default")

    assert client.delete(f"{link}/hold").status_code == 204
    articles.expire(keeping, job["article"]["id"])
    assert client.get(link).status_code == 410
    assert client.get(job["links"]["self"]).status_code == 410
    with pytest.raises(Expired):
        articles.load(keeping, job["article"]["id"], "default")
