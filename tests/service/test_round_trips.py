"""Round trips are what a request costs; these hold their number."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask.testing import FlaskClient
from redis.connection import AbstractConnection

from store import Store, apikeys
from tests.service.conftest import TEXT


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """How often something was sent to Redis."""
    sent: list[int] = []
    send = AbstractConnection.send_packed_command

    def count(self: Any, command: Any, *rest: Any, **named: Any) -> Any:
        sent.append(1)
        return send(self, command, *rest, **named)

    with monkeypatch.context() as patch:
        patch.setattr(AbstractConnection, "send_packed_command", count)
        yield sent


def test_a_post_takes_two_and_a_get_one(
    client: FlaskClient,
    store: Store,
    extract: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _, text = apikeys.create(store, "x", "foreign", ["submit", "read"])
    headers = {"Authorization": f"Bearer {text}"}
    body = {"text": TEXT, "external_id": "a"}
    job = client.post("/v1/articles", json=body, headers=headers).json
    extract(job["id"])
    client.get(job["links"]["self"], headers=headers)  # the key has been looked up

    with counted(monkeypatch) as posting:
        client.post("/v1/articles", json={"text": TEXT, "external_id": "b"}, headers=headers)
    with counted(monkeypatch) as polling:
        client.get(job["links"]["self"], headers=headers)
    with counted(monkeypatch) as reading:
        client.get(job["links"]["checklist"], headers=headers)

    assert (len(posting), len(polling), len(reading)) == (2, 1, 1)
