"""A Redis client for ``REDIS_URL``: plain, TLS, unix socket or Sentinel."""

from __future__ import annotations

import urllib.parse
from typing import Any

from redis import Connection, Redis, SSLConnection, UnixDomainSocketConnection, exceptions
from redis.backoff import ConstantBackoff
from redis.retry import Retry
from redis.sentinel import Sentinel

# One attempt and one more, half a second each: a Redis that hangs costs a caller about a second.
TIMEOUT_SECONDS = 0.5
_RETRIES = 1


# redis-py types every reply as ``bytes | str``; ours are bytes, never decoded by the client.
Client = Any
Pipeline = Any


class _Unasked:
    """A connection that is taken from the pool without asking the kernel whether it still stands.

    That is a turn of the event loop a command. One that the server has closed shows as soon as it
    is used, and what was sent is sent once more over a new one (``retry``).
    """

    def can_read(self, timeout: float | None = None) -> bool:
        # Only the pool names no time; a subscription does, be it zero.
        asked: Any = super()
        return timeout is not None and bool(asked.can_read(timeout))


class _Plain(_Unasked, Connection): ...


class _Secure(_Unasked, SSLConnection): ...


class _Local(_Unasked, UnixDomainSocketConnection): ...


_CLASSES: dict[str, type[Any]] = {"rediss": _Secure, "unix": _Local}


def connect(url: str, *, timeout_seconds: float | None = TIMEOUT_SECONDS) -> Client:
    """A client for the URL. Nothing is sent until it is used.

    Raises:
        ValueError: the URL cannot be read; the message says which part.
    """
    options: dict[str, Any] = {
        "socket_timeout": timeout_seconds,
        "socket_connect_timeout": TIMEOUT_SECONDS,
        "retry": Retry(ConstantBackoff(0.02), _RETRIES),
        "retry_on_error": [exceptions.ConnectionError, exceptions.TimeoutError],
    }
    if "+sentinel://" in url:
        return _through_sentinel(url, options)
    scheme = urllib.parse.urlsplit(url).scheme
    return Redis.from_url(url, connection_class=_CLASSES.get(scheme, _Plain), **options)


def _through_sentinel(url: str, options: dict[str, Any]) -> Client:
    """``redis+sentinel://[user:password@]host:port[,host:port…]/service[/db]``."""
    parts = urllib.parse.urlsplit(url)
    *_, hosts = parts.netloc.rpartition("@")
    service, _, db = parts.path.strip("/").partition("/")
    if not service:
        raise ValueError("REDIS_URL names no Sentinel service: redis+sentinel://host:port/service")
    addresses = [_address(host) for host in hosts.split(",")]
    secure = {"ssl": True} if parts.scheme.startswith("rediss") else {}
    credentials = {
        name: urllib.parse.unquote(value)
        for name, value in (("username", parts.username), ("password", parts.password))
        if value
    }
    sentinel: Any = Sentinel(  # type: ignore[no-untyped-call]
        addresses, sentinel_kwargs={**options, **secure}, **secure
    )
    return sentinel.master_for(service, db=int(db or 0), **options, **credentials)


def _address(host: str) -> tuple[str, int]:
    name, _, port = host.rpartition(":")
    if not name:
        return host, 26379
    return name.strip("[]"), int(port)
