"""From the fields that a newsroom sends to the article that is checked."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from collections.abc import Mapping
from typing import Any

from claims.html import parse
from claims.model import Article


class BadField(ValueError):
    """A field that cannot be read: ``name`` says which, the message says what would do."""

    def __init__(self, name: str, detail: str) -> None:
        super().__init__(detail)
        self.name = name
        self.detail = detail


def to_article(fields: Mapping[str, Any]) -> Article:
    """The article of a submission in the shape of ``POST /v1/articles``.

    Raises:
        BadField: ``published_at`` or ``timezone`` cannot be read.
    """
    html = (
        parse(fields["html"], blank_lines=bool(fields.get("blank_lines")))
        if fields.get("html") is not None
        else None
    )
    return Article(
        text=html.text if html else fields["text"],
        headline=fields.get("headline"),
        standfirst=fields.get("standfirst"),
        captions=tuple(fields.get("captions") or ()),
        published=published_date(fields.get("published_at"), fields.get("timezone")),
        language=fields.get("language") or "en",
        html=html,
    )


def published_date(published_at: str | None, timezone: str | None) -> dt.date | None:
    """The local date of publication.

    A time keeps the date of its own offset, unless it is in UTC (as many systems store it) and
    ``timezone`` says where the newsroom is.

    Raises:
        BadField: not a date, not an RFC 3339 time, or not an IANA time zone.
    """
    zone = _zone(timezone)
    if published_at is None:
        return None
    moment = read_moment("published_at", published_at)
    if not isinstance(moment, dt.datetime):
        return moment
    if moment.tzinfo is None and zone is None:
        raise BadField(
            "published_at", "needs an offset, such as 2021-03-18T17:00:00-04:00, or a timezone"
        )
    if zone is not None and moment.tzinfo is not None and not moment.utcoffset():
        moment = moment.astimezone(zone)
    return moment.date()


def read_moment(name: str, value: str) -> dt.date | dt.datetime:
    """An ISO date or an RFC 3339 time.

    Raises:
        BadField: neither.
    """
    try:
        if len(value) == len("2021-03-18"):
            return dt.date.fromisoformat(value)
        if len(value) > len("2021-03-18") and value[10] in "Tt ":
            return dt.datetime.fromisoformat(value)
    except ValueError:
        pass
    raise BadField(name, "not a date (2021-03-18) or an RFC 3339 time (2021-03-18T17:00:00-04:00)")


def as_utc(moment: dt.date | dt.datetime) -> dt.datetime:
    """The moment in UTC; a date is its midnight, a time without an offset is taken as UTC."""
    if not isinstance(moment, dt.datetime):
        moment = dt.datetime.combine(moment, dt.time())
    return moment.astimezone(dt.UTC) if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def _zone(name: str | None) -> zoneinfo.ZoneInfo | None:
    if name is None:
        return None
    try:
        return zoneinfo.ZoneInfo(name)
    except (ValueError, zoneinfo.ZoneInfoNotFoundError, OSError):
        raise BadField(
            "timezone", f"{name!r} is not an IANA time zone such as Europe/London"
        ) from None
