"""The date an article's relative dates are read against."""

from __future__ import annotations

import datetime as dt
import re

from claims.model import Anchor, AnchorSource, Article
from claims.temporal import tag

_HEAD = 300
_DATELINE = 200
# "date 2021-03-18 The already chilly …", "Published: 18 March 2021", "Last updated Mar. 18, 2021"
_LABEL = re.compile(
    r"\s*(?:(?:first |last |originally )?(?:date|dated|published|posted|updated|issued|publication "
    r"date|date of publication)(?: on| at)?\b\s*[:=]?\s*)?",
    re.I,
)
# What stands before the date of a dateline: "WASHINGTON (Reuters), ", "KYIV, Ukraine — "
_PLACE = re.compile(r"\s*[A-ZÀ-Þ][A-ZÀ-Þ.’']{2,30}(?![a-z])[^\n!?]{0,60}[,(—–-]\s*")
# "— ", "(Reuters) - ", ") —"
_DASH = re.compile(r"\)?\s*(?:[,(]\s*[^()\n]{1,40}\)?\s*)?(?:[—–]|--?\s|:\s)")
_DATE = re.compile(
    r"(?<!\w)(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    r"(?:\d{4}-\d\d-\d\d|[a-z]{3,9}\.?\s+\d\d?(?:st|nd|rd|th)?,?\s+\d{4}"
    r"|\d\d?(?:st|nd|rd|th)?\s+[a-z]{3,9}\.?,?\s+\d{4}|\d\d?[/.]\d\d?[/.]\d{4})(?!\w)",
    re.I,
)


def find_anchor(article: Article) -> Anchor:
    """The publication date if given, else what the head of the text says, else none."""
    if article.published is not None:
        return Anchor(article.published, AnchorSource.PUBLISHED_AT)
    head = article.text[:_HEAD]
    if date := _header(head):
        return Anchor(date, AnchorSource.HEADER)
    if date := _dateline(head):
        return Anchor(date, AnchorSource.DATELINE)
    return Anchor(None, AnchorSource.NONE)


def _header(head: str) -> dt.date | None:
    """A date with a label, or one that has the first line to itself."""
    label = _LABEL.match(head)
    start = label.end() if label else 0
    match = _DATE.match(head, start)
    if match is None:
        return None
    alone = re.match(r"[^\S\n]*(?:\d\d?:\d\d[^\n]{0,20})?(?:\n|$)", head[match.end() :])
    labelled = label is not None and label.group().strip() != ""
    return _read(match.group()) if labelled or alone else None


def _dateline(head: str) -> dt.date | None:
    """ "WASHINGTON, March 18, 2021 —", "MOSCOW (Reuters), 18 March 2021 -", "18/03/2021"."""
    match = _DATE.search(head, 0, _DATELINE)
    if match is None:
        return None
    line = head.rfind("\n", 0, match.start()) + 1
    if not _PLACE.fullmatch(head, line, match.start()):
        return None
    return _read(match.group()) if _DASH.match(head, match.end()) else None


def _read(words: str) -> dt.date | None:
    """The day that the words name; None when they name none, or allow two."""
    for timex in tag(words, None):
        if timex.type == "DATE" and not timex.readings:
            try:
                return dt.date.fromisoformat(timex.value)
            except ValueError:
                return None
    return None
