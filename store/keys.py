"""The names of everything that is kept in Redis, and of nothing else."""

from __future__ import annotations

import hashlib

OPEN_JOBS = "cs:open"  # sorted set: job id by when it was accepted
ENDED = "cs:ended"  # channel: the id of a job that has just ended
API_KEYS = "cs:apikeys"  # hash: key id to what it may do
PAGE_SIGNING = "cs:page-signing"  # string: signs the page's cookies
LAST_SETTLED = "cs:settled"  # string: what a connection writes to ask for what went before it
DUE = "cs:due"  # sorted set: delivery id by when its next attempt is to be made
EXPIRY = "cs:expiry"  # sorted set: article id by when it expires
STATS = "cs:stats"  # hash: counter to its value
UPKEEP_LOCK = "cs:upkeep"  # string: somebody is sweeping
UPKEEP_PAUSE = "cs:upkeep:pause"  # string: articles were looked at a moment ago
UPKEEP_CURSOR = "cs:upkeep:cursor"  # string: how far the look at all articles has come
FULL = "cs:full"  # string: the server's memory is nearly used up
SUSPECTS = "cs:suspects"  # sorted set: job id by when it was first seen in nobody's hands


def article(article_id: str) -> str:
    """Hash: head, a field a version, a field a job, summary, sign-off."""
    return f"cs:article:{article_id}"


def text(article_id: str, version: str) -> str:
    """String: what was submitted."""
    return f"cs:text:{article_id}:{version}"


def checklist(article_id: str) -> str:
    """String: what the machine found in the newest version that is finished."""
    return f"cs:list:{article_id}"


def ticks(article_id: str) -> str:
    """Hash: item id to what a person set."""
    return f"cs:ticks:{article_id}"


def history(article_id: str) -> str:
    """List: who set what when, oldest first."""
    return f"cs:history:{article_id}"


def deliveries(article_id: str) -> str:
    """Hash: delivery id to the callback and its attempts."""
    return f"cs:deliveries:{article_id}"


def slow_host(host: str) -> str:
    """String: a host of callbacks that did not answer in time a moment ago."""
    return f"cs:slow:{digest(host)}"


def job(job_id: str) -> str:
    return f"cs:job:{job_id}"


def once(once_id: str) -> str:
    """String: a text that is checked and not kept."""
    return f"cs:once:{once_id}"


def once_answer(once_id: str) -> str:
    """String: what was found in it."""
    return f"cs:once:{once_id}:answer"


def desk(name: str) -> str:
    """Sorted set: the desk's article ids by when they came."""
    return f"cs:desk:{name}"


def idempotency(client: str, key: str) -> str:
    return f"cs:idem:{digest(client, key)}"


def gone(any_id: str) -> str:
    """String: left behind by an article or job that has expired."""
    return f"cs:gone:{any_id}"


def digest(*parts: str) -> str:
    """Twenty-four hexadecimal digits that stand for the parts."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(joined, digest_size=12).hexdigest()
