"""The date an article's relative dates are read against."""

from __future__ import annotations

import datetime as dt
import re

from claims.model import Anchor, AnchorSource, Article

# "date 2021-03-18 The already chilly …", as archives write it at the head of a text
_HEADER = re.compile(
    r"\s*(?:date|dated|published|publication date)\s*[:=]?\s*(\d{4}-\d\d-\d\d)\b", re.I
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?"
# "WASHINGTON, March 18, 2021 —", "MOSCOW (Reuters), 18 March 2021 -"
_DATELINE = re.compile(
    r"\s*[A-Z][^\n]{1,60}?[,(]\s*"
    rf"(?:{_MONTH}\s+(?P<day>\d\d?),?|(?P<day2>\d\d?)\s+{_MONTH.replace('month', 'month2')},?)"
    r"\s+(?P<year>\d{4})\)?\s*(?:\([^)\n]{1,40}\)\s*)?[—–-]",
    re.I,
)
_HEAD = 300


def find_anchor(article: Article) -> Anchor:
    """The publication date if given, else what the head of the text says, else none."""
    if article.published is not None:
        return Anchor(article.published, AnchorSource.PUBLISHED_AT)
    head = article.text[:_HEAD]
    if (match := _HEADER.match(head)) and (date := _date(match.group(1))):
        return Anchor(date, AnchorSource.HEADER)
    if match := _DATELINE.match(head):
        month = (match["month"] or match["month2"])[:3].lower()
        day = int(match["day"] or match["day2"])
        if date := _date(f"{match['year']}-{_MONTHS.index(month) + 1:02}-{day:02}"):
            return Anchor(date, AnchorSource.DATELINE)
    return Anchor(None, AnchorSource.NONE)


def _date(iso: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(iso)
    except ValueError:
        return None
