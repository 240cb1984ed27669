from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims import Article
from claims.anchor import find_anchor
from claims.document import Context
from claims.speech import Reading

PIECES = st.sampled_from(
    [
        *"“ ” \" ' ‘ ’ `` '' « » — , . : ; ? ! ( ) said says told by who which that and to".split(),
        *"according the Mr. Ms. Ito Ana mayor officials he she they it ’s in of calling".split(),
        *"as claim 12 é 😀 א".split(),
        "\n\n",
        "\t",
    ]
)


def read(text: str) -> Reading:
    article = Article(text=text)
    return Context(article, find_anchor(article)).body.speech if text else Reading((), (), ())


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.lists(PIECES, max_size=40).map(" ".join), st.text(max_size=60)))
def test_any_text_can_be_read_and_every_stretch_is_in_place(text: str) -> None:
    reading = read(text)
    spans = [said.quote.span for said in reading.said]
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert read(text) == reading


@pytest.mark.parametrize(
    "unit",
    [
        "“a” he said ",
        "he said ",
        ", who said ",
        "said “",
        "“A.” — Al Bo ",
        "(a ",
        "the port said “a b c” ",
    ],
)
def test_work_grows_with_length_only(unit: str) -> None:
    def seconds(length: int) -> float:
        began = time.process_time()
        read(unit * (length // len(unit)))
        return time.process_time() - began

    seconds(1_000)
    assert seconds(40_000) < 12 * max(seconds(10_000), 0.1)
