"""What an export is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from claims.html import HtmlText


@dataclass(frozen=True, slots=True)
class Material:
    """A checklist as it goes over the wire, and what it was made of.

    ``texts``: each field's canonical text, in reading order. ``base``: the service's own address,
    with no slash at its end. ``url``: where the article is published, if that is known.
    """

    checklist: Mapping[str, Any]
    texts: Mapping[str, str] = field(default_factory=dict)
    html: HtmlText | None = None
    url: str | None = None
    base: str = ""
