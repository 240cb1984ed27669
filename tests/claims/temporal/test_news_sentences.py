"""Sentences of present-day news, labelled by hand: what is read of them must not fall."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from claims.temporal import tag

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "data" / "dates" / "news_2010_2024.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
# Such as "signalled more in November", of which only the sense says that it is to come
_MISSED_AT_MOST = 4


def test_nearly_every_date_of_the_sentences_is_read_as_a_person_reads_it() -> None:
    missed, beyond = [], []
    for row in ROWS:
        said = {(t.start, t.end, t.value) for t in tag(row["text"], _day(row["published"]))}
        gold = {tuple(timex) for timex in row["timexes"]}
        missed += [(row["id"], row["text"][a:b], value) for a, b, value in gold - said]
        beyond += [(row["id"], row["text"][a:b], value) for a, b, value in said - gold]
    assert len(missed) <= _MISSED_AT_MOST, missed
    assert len(beyond) <= _MISSED_AT_MOST, beyond


def test_the_labels_lie_inside_their_sentences() -> None:
    for row in ROWS:
        for start, end, _ in row["timexes"]:
            assert 0 <= start < end <= len(row["text"])
            assert row["text"][start:end].strip() == row["text"][start:end]


def _day(words: str) -> dt.date:
    return dt.date.fromisoformat(words)
