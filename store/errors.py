"""What can go wrong in the store, in the words of the domain; HTTP is not known here."""

from __future__ import annotations

from typing import Any


class StoreError(Exception):
    """The parent of all of these."""


class NotFound(StoreError):
    """No such article, job or item on this desk."""


class Expired(StoreError):
    """It was here; its time to be kept is over."""


class QueueFull(StoreError):
    """As many jobs wait as are allowed."""


class StorageFull(QueueFull):
    """The server is nearly out of memory."""


class AlreadyEnded(StoreError):
    """The job has ended and cannot be canceled."""


class NotReady(StoreError):
    """There is no finished checklist yet; ``job`` is the wire form of the newest job."""

    def __init__(self, job: dict[str, Any]) -> None:
        super().__init__(job["status"])
        self.job = job


class Outdated(StoreError):
    """Somebody else has changed the item; ``current`` is the item as it stands."""

    def __init__(self, current: dict[str, Any]) -> None:
        super().__init__(current["id"])
        self.current = current


class KeyReused(StoreError):
    """The same idempotency key came with another body."""


class NotDurable(StoreError):
    """It is written, but the server does not say that it is on disk."""


class Held(StoreError):
    """The article is held and may not be removed."""


class StillOpen(StoreError):
    """The version cannot be signed off; ``items`` are the ids that are unchecked or disputed."""

    def __init__(self, items: list[str]) -> None:
        super().__init__(f"{len(items)} items are open")
        self.items = items
