from __future__ import annotations

import pytest

from claims.sentences import paragraphs, sentences


def _texts(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("Mr. Orlov met Sen. Vance on Jan. 5.", ["Mr. Orlov met Sen. Vance on Jan. 5."]),
        ("The U.S. Senate voted. It failed.", ["The U.S. Senate voted.", "It failed."]),
        ("They fled the U.S. The court sat.", ["They fled the U.S.", "The court sat."]),
        ("“Stop.” He ran.", ["“Stop.”", "He ran."]),
        ("It rose 3.5 percent to 4.1.", ["It rose 3.5 percent to 4.1."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert _texts(text) == expected


def test_a_wrapped_line_does_not_end_a_paragraph() -> None:
    assert len(paragraphs("The envoy was\ncalled home.\nHe left at once.\n\nThe end.")) == 3


def test_a_text_without_spaces_is_cut_and_nothing_is_lost() -> None:
    text = "a" * 60_000
    assert "".join(_texts(text)) == text
