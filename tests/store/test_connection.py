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
    assert issubclass(_options("rediss://h:6380/2").connection_class, SSLConnection)
    assert issubclass(
        _options("unix:///run/redis.sock").connection_class, UnixDomainSocketConnection
    )


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


def test_connections_that_the_server_has_closed_are_replaced_unseen(redis_url: str) -> None:
    client, other = connect(redis_url), connect(redis_url)
    client.set("cs:test", 1)
    other.client_kill_filter(_type="normal", skipme=True)
    assert client.incr("cs:test") == 2
    other.client_kill_filter(_type="normal", skipme=True)
    with client.pipeline(transaction=True) as pipe:
        pipe.watch("cs:test")
        pipe.multi()
        pipe.incr("cs:test")
        assert pipe.execute() == [3]
    other.client_kill_filter(_type="normal", skipme=True)
    with client.pipeline(transaction=True) as pipe:
        pipe.incr("cs:test").delete("cs:test")
        assert pipe.execute() == [4, 1]


def test_a_subscription_is_heard_without_waiting(redis_url: str) -> None:
    client = connect(redis_url)
    with client.pubsub(ignore_subscribe_messages=True) as subscription:
        subscription.subscribe("cs:test")
        subscription.get_message(timeout=1)
        client.publish("cs:test", b"said")
        heard = [subscription.get_message(timeout=0) for _ in range(1_000)]
    assert [one["data"] for one in heard if one] == [b"said"]
