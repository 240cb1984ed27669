"""What a view needs from the application that serves it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from flask import current_app, g

from service.waiting import Endings
from store import Store

EXTENSION = "claimsheet"
DEFAULT_DESK = "default"


@dataclass(frozen=True, slots=True)
class Services:
    store: Store
    endings: Endings


def services() -> Services:
    return cast(Services, current_app.extensions[EXTENSION])


def store() -> Store:
    return services().store


def desk() -> str:
    """The desk that this request acts for."""
    return cast(str, g.get("desk", DEFAULT_DESK))


def client() -> str:
    """Who sends this request: what idempotency keys are scoped by."""
    return cast(str, g.get("client", desk()))
