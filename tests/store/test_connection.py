from __future__ import annotations

from typing import Any

import pytest
from redis.connection import SSLConnection, UnixDomainSocketConnection
from redis.sentinel import SentinelConnectionPool

from store.connection import TIMEOUT_SECONDS, connect


def _options(url: str) -> Any:
    return connect(url).connection_pool


def test_every_form_of_address_has_short_time_outs() -> None:
    for url in ("redis://h", "rediss://h", "unix:///s", "redis+sentinel://h:1/main"):
        assert _options(url).connection_kwargs["socket_timeout"] == TIMEOUT_SECONDS


def test_tls_and_unix_sockets_are_taken_from_the_scheme() -> None:
    assert _options("rediss://h:6380/2").connection_class is SSLConnection
    assert _options("unix:///run/redis.sock").connection_class is UnixDomainSocketConnection


def test_sentinel_is_asked_for_the_master_of_the_service() -> None:
    pool = _options("redis+sentinel://user:p%40ss@a:1,b:2,[::1]:3/main/4")

    assert isinstance(pool, SentinelConnectionPool)
    assert pool.service_name == "main"
    asked = [s.connection_pool.connection_kwargs for s in pool.sentinel_manager.sentinels]
    assert [(kwargs["host"], kwargs["port"]) for kwargs in asked] == [
        ("a", 1),
        ("b", 2),
        ("::1", 3),
    ]
    assert pool.connection_kwargs["db"] == 4
    assert pool.connection_kwargs["username"] == "user"
    assert pool.connection_kwargs["password"] == "p@ss"


def test_sentinel_without_a_service_is_refused() -> None:
    with pytest.raises(ValueError, match="names no Sentinel service"):
        connect("redis+sentinel://a:1")
