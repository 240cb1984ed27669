"""All that is kept in Redis: articles, jobs, checklists, ticks, and the queue between them.

A :class:`Store` bundles the client, the settings and the queue; the modules of this package are
functions that take one. The service and the workers read and write through them alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from rq import Queue
from rq.serializers import JSONSerializer

from store.connection import Client, connect
from store.settings import Settings

QUEUE_NAME = "claims"


@dataclass(frozen=True, slots=True)
class Store:
    redis: Client
    settings: Settings
    queue: Queue = field(init=False)

    def __post_init__(self) -> None:
        queue = Queue(QUEUE_NAME, connection=self.redis, serializer=JSONSerializer)
        object.__setattr__(self, "queue", queue)


def open_store(settings: Settings) -> Store:
    """The store at ``settings.redis_url``; nothing is sent until it is used.

    Raises:
        ValueError: there is no ``REDIS_URL``, or it cannot be read.
    """
    if settings.redis_url is None:
        raise ValueError("REDIS_URL is not set; `claimsheet serve` brings a server of its own")
    return Store(connect(settings.redis_url), settings)
