from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from service.app import create_app
from service.context import EXTENSION
from service.integrations import Node
from store import Store

PAYLOADS = Path(__file__).resolve().parents[2] / "data" / "payloads"
SECRET = "between newsroom and checker"


@pytest.fixture
def app(store: Store) -> Iterator[Flask]:
    settings = dataclasses.replace(
        store.settings, superdesk_secret=SECRET, ghost_secret=SECRET, adapter_desk="wires"
    )
    app = create_app(Store(store.redis, settings))
    yield app
    app.extensions[EXTENSION].endings.close()


@pytest.fixture
def payload() -> Callable[[str], dict[str, Any]]:
    def load(name: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((PAYLOADS / name).read_text("utf-8"))
        return found

    return load


def node(value: Any) -> Node:
    return Node.root(value)
