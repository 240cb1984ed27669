from __future__ import annotations

import datetime as dt

import pytest

from claims.anchor import find_anchor
from claims.model import AnchorSource, Article

DAY = dt.date(2021, 3, 18)


@pytest.mark.parametrize(
    "text",
    [
        "date 2021-03-18 The envoy left.",
        "Published: 18 March 2021\nThe envoy left.",
        "Last updated on Mar. 18, 2021 at 10:00\nThe envoy left.",
        "Date: Thursday, March 18, 2021 10:30 GMT\nThe envoy left.",
        "March 18, 2021\nThe envoy left.",
        "Published 18/03/2021. The envoy left.",
    ],
)
def test_a_dated_header_gives_the_anchor(text: str) -> None:
    anchor = find_anchor(Article(text))
    assert (anchor.date, anchor.source) == (DAY, AnchorSource.HEADER)


@pytest.mark.parametrize(
    "text",
    [
        "RIGA, March 18, 2021 — The envoy left.",
        "RIGA (Reuters), 18 March 2021 - The envoy left.",
        "RIGA, Latvia (AP) — March 18, 2021 — The envoy left.",
        "NEW YORK, N.Y., March 18th, 2021 (Wire) -- The envoy left.",
        "GENEVA (18 March 2021) – The envoy left.",
        "By Jane Roe\nRIGA, 18 March 2021: The envoy left.",
    ],
)
def test_a_dateline_gives_the_anchor(text: str) -> None:
    anchor = find_anchor(Article(text))
    assert (anchor.date, anchor.source) == (DAY, AnchorSource.DATELINE)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "In Riga, March 18, 2021 was a cold day.",
        "March 18, 2021 was a cold day.",
        "RIGA, March 18 (Wire) — The envoy left.",
        "RIGA, 03/04/2021 — It could be March or April.",
        "date 2021-02-30 No such day.",
        "date " * 1_000,
    ],
)
def test_what_is_no_certain_date_gives_none(text: str) -> None:
    anchor = find_anchor(Article(text))
    assert (anchor.date, anchor.source) == (None, AnchorSource.NONE)


def test_the_date_handed_in_comes_first() -> None:
    anchor = find_anchor(Article("date 2021-03-18 The envoy left.", published=dt.date(2020, 1, 2)))
    assert (anchor.date, anchor.source) == (dt.date(2020, 1, 2), AnchorSource.PUBLISHED_AT)
