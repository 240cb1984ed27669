"""A desk's articles, page by page, newest first."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass

from store import Store, articles, keys
from store.articles import StoredArticle
from store.jobs import Job


@dataclass(frozen=True, slots=True)
class Page:
    articles: tuple[StoredArticle, ...]
    newest_jobs: tuple[Job | None, ...]
    next: str | None


# How many articles a filtered page looks at before it hands back what it has and a cursor.
_LONGEST_LOOK = 500


def list_page(
    store: Store, desk: str, limit: int, cursor: str | None = None, status: str | None = None
) -> Page:
    """A desk's articles, newest first, with the newest job of each.

    With ``status``, those whose newest job has it; a page may then hold fewer than ``limit`` and
    still be followed by more.

    Raises:
        ValueError: the cursor is not one of ours.
    """
    place = _read_cursor(cursor)
    kept: list[tuple[StoredArticle, Job | None]] = []
    looked = 0
    while True:
        found, more = _members(store, desk, limit, place)
        loaded = _load_all(store, [article_id for article_id, _ in found])
        for (article_id, score), pair in zip(found, loaded, strict=True):
            place = (score, article_id)
            if pair is not None and (status is None or (pair[1] and pair[1].status == status)):
                kept.append(pair)
            if len(kept) == limit:
                more = more or article_id != found[-1][0]
                break
        looked += len(found)
        if len(kept) == limit or not more or looked >= _LONGEST_LOOK:
            break
    after = _cursor(place) if more and place else None
    return Page(tuple(a for a, _ in kept), tuple(j for _, j in kept), after)


def find_external(store: Store, external_id: str, desk: str) -> Page:
    """The article that the newsroom calls so, as a page of one or none."""
    stored = store.redis.hgetall(keys.article(articles.identify(desk, external_id)))
    found = (articles.read_hash(stored),) if stored else ()
    return Page(found, articles.newest_jobs(store, found), None)


def _members(
    store: Store, desk: str, limit: int, place: tuple[float, str] | None
) -> tuple[list[tuple[str, float]], bool]:
    """The next ids of a desk after a place, newest first, and whether more follow."""
    highest = "+inf" if place is None else repr(place[0])
    # Those that came in the same microsecond as the last one shown stand there again.
    slack = 1 if place is None else 1 + store.redis.zcount(keys.desk(desk), highest, highest)
    found = store.redis.zrange(
        keys.desk(desk), highest, "-inf", desc=True, byscore=True, withscores=True,
        offset=0, num=limit + slack,
    )  # fmt: skip
    named = [(article_id.decode(), score) for article_id, score in found]
    if place is not None:
        named = [pair for pair in named if (pair[1], pair[0]) < place]
    return named[:limit], len(named) > limit


def _load_all(store: Store, ids: list[str]) -> list[tuple[StoredArticle, Job | None] | None]:
    """Articles with their newest jobs, in two round trips; None for one that is gone."""
    with store.redis.pipeline(transaction=False) as pipe:
        for article_id in ids:
            pipe.hgetall(keys.article(article_id))
        hashes = pipe.execute() if ids else []
    read = [articles.read_hash(stored) if stored else None for stored in hashes]
    found = tuple(article for article in read if article is not None)
    of = dict(zip((a.id for a in found), articles.newest_jobs(store, found), strict=True))
    return [(article, of[article.id]) if article else None for article in read]


def _cursor(place: tuple[float, str]) -> str:
    return base64.urlsafe_b64encode(f"{place[0]!r} {place[1]}".encode()).decode().rstrip("=")


def _read_cursor(cursor: str | None) -> tuple[float, str] | None:
    if cursor is None:
        return None
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        score, article_id = base64.urlsafe_b64decode(padded).decode().split(" ")
        return float(score), article_id
    except (ValueError, binascii.Error):
        raise ValueError("is not a cursor that this API has given; start without one") from None
