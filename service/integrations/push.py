"""What an adapter makes of a payload."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from marshmallow import ValidationError, validate

from claims.html import parse

_LINK = validate.URL(schemes={"http", "https"}, require_tld=False)


@dataclass(frozen=True, slots=True)
class Push:
    """A submission in the shape of ``POST /v1/articles``, or the news that an article is canceled.

    ``evolved_from``: what the CMS calls the article that this one grew out of. ``blank_lines``: the
    HTML comes from an editor in which a blank line ends a paragraph.
    """

    external_id: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    canceled: bool = False
    evolved_from: str | None = None
    blank_lines: bool = False


def plain(html: str | None) -> str | None:
    """A headline, excerpt or caption without its markup, on one line; None when nothing is left."""
    if html is None:
        return None
    return " ".join(parse(html).text.split()) or None


def link(url: str | None) -> str | None:
    """The address if it is a full one. A CMS may send a path, which is no reason to refuse it."""
    try:
        return str(_LINK(url)) if url else None
    except ValidationError:
        return None


def language(code: str | None) -> str | None:
    """BCP 47: some send ``en_US``."""
    return code.replace("_", "-") if code else None


def submission(**fields: Any) -> dict[str, Any]:
    """The fields that have something in them."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}
