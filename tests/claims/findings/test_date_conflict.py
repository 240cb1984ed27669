"""One event with two dates is a finding; an announcement and what came of it are none."""

from __future__ import annotations

import datetime as dt

import pytest

from claims import Article, Finding, FindingType, check


def conflicts(text: str) -> list[Finding]:
    checklist = check(Article(text=text, published=dt.date(2021, 3, 18)))
    return [f for f in checklist.findings if f.type is FindingType.DATE_CONFLICT]


def test_two_days_for_one_recall_exclude_each_other() -> None:
    [finding] = conflicts(
        "Chile recalled its ambassador to Peru on Monday. The talks had failed.\n\n"
        "Chile recalled its ambassador to Peru on Tuesday, the ministry added."
    )
    assert finding.message == (
        "The recall is dated Monday, 15 March 2021, but also Tuesday, 16 March 2021."
    )
    assert len(finding.items) == 4


def test_a_recall_cannot_come_after_the_day_it_was_announced_for_another() -> None:
    [finding] = conflicts(
        "The Chilean Embassy announced on Tuesday that Chile's ambassador to Peru "
        "would return home by the weekend.\n\n"
        "After Chile's recall of its ambassador to Peru on Wednesday, markets fell."
    )
    assert "Wednesday, 17 March 2021" in finding.message
    assert "Tuesday, 16 March 2021" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        # announced first, done later
        (
            "Chile said on Monday that it would recall its ambassador to Peru.\n\n"
            "Chile recalled its ambassador to Peru on Wednesday."
        ),
        # the same day in two ways
        (
            "Chile recalled its ambassador to Peru on Wednesday.\n\n"
            "Chile recalled its ambassador to Peru on 17 March."
        ),
        # another year, another recall
        (
            "Chile recalled its ambassador to Peru on Wednesday.\n\n"
            "Chile had recalled its ambassador to Peru on 3 May 2008."
        ),
        # another host
        (
            "Chile recalled its ambassador to Peru on Monday.\n\n"
            "Chile recalled its ambassador to Bolivia on Tuesday."
        ),
        # denied
        (
            "Chile recalled its ambassador to Peru on Monday.\n\n"
            "Chile did not recall its ambassador to Peru on Tuesday."
        ),
    ],
)
def test_dates_that_go_together_are_no_finding(text: str) -> None:
    assert conflicts(text) == []
