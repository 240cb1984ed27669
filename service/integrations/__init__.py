"""What a CMS pushes, turned into a submission: the one place where an adapter is added.

An adapter is a module of this package with a function ``read(payload) -> Push``; a CMS that signs
what it pushes also has ``verify(body, headers, secret, now)``. Both are pure: no request, no store.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from werkzeug.datastructures import Headers

from service.integrations import ans, ghost, ninjs, superdesk, wordpress
from service.integrations.push import Push
from service.integrations.reading import Node
from service.integrations.signatures import BadSignature

__all__ = ["ADAPTERS", "Adapter", "BadSignature", "Node", "Push"]

Verify = Callable[[bytes, Headers, str, float], None]


@dataclass(frozen=True, slots=True)
class Adapter:
    """``secret`` names the setting that a signing CMS needs; without one an API key proves origin.

    ``verify(body, headers, secret, now)`` raises :class:`BadSignature`; ``now`` in seconds since
    1970.
    """

    read: Callable[[Node], Push]
    verify: Verify | None = None
    secret: str | None = None


ADAPTERS: Mapping[str, Adapter] = {
    "superdesk": Adapter(superdesk.read, superdesk.verify, "superdesk_secret"),
    "ghost": Adapter(ghost.read, ghost.verify, "ghost_secret"),
    "ninjs": Adapter(ninjs.read),
    "wordpress": Adapter(wordpress.read),
    "ans": Adapter(ans.read),
}
