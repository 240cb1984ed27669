from __future__ import annotations

import time

import pytest

from claims.quotes import QuoteSpan, find_quotations
from claims.sentences import paragraphs


def _found(text: str) -> tuple[QuoteSpan, ...]:
    return find_quotations(text, paragraphs(text))


def _texts(text: str) -> list[str]:
    return [text[q.span.start : q.span.end] for q in _found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Go home,” she said. “Now.”", ["“Go home,”", "“Now.”"]),
        ('"Go home," she said. "Now."', ['"Go home,"', '"Now."']),
        ("``Go home,'' she said. ``Now.''", ["``Go home,''", "``Now.''"]),
        ("''Go home,'' she said.", ["''Go home,''"]),
        ("« Rentrez », dit-elle. »Heim«, said he.", ["« Rentrez »", "»Heim«"]),
        ("„Geht heim“, she said.", ["„Geht heim“"]),
        ("‘Go home,’ she said.", ["‘Go home,’"]),
        ("'Go home,' she said.", ["'Go home,'"]),
        ('He called it ("a mess") — "a farce"—on air.', ['"a mess"', '"a farce"']),
        ('"But I never—" he began.', ['"But I never—"']),
        ("She wrote ”never again” twice.", ["”never again”"]),
    ],
    ids="curly,straight,tex,doubled,guillemets,low,single curly,single straight,after a dash,"
    "before a dash,wrong way round".split(","),
)
def test_every_style_of_marks_is_found(text: str, expected: list[str]) -> None:
    assert _texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“I told him, ‘Be kind.’ He was,” she said.",
            ["“I told him, ‘Be kind.’ He was,”"],
        ),
        (
            "‘I told him, “Be kind.” He was,’ she said.",
            ["‘I told him, “Be kind.” He was,’"],
        ),
        ("\"I said 'no',\" he said.", ["\"I said 'no',\""]),
        ("“He said ‘stop’” was all she had.", ["“He said ‘stop’”"]),
    ],
)
def test_nested_marks_belong_to_the_outer_quotation(text: str, expected: list[str]) -> None:
    assert _texts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The miners' pay and the nurses' pay rose in the '90s.",
        "The miners’ pay and the nurses’ pay rose in the ’90s and ‘80s.",
        'He is 6\' 2" tall and bought a 27" screen.',
        "Rock 'n' roll isn't what it was, don't you think?",
        'See <a href="https://example.org">here</a>.',
        "It’s the firm’s choice.",
    ],
)
def test_apostrophes_feet_and_inches_are_no_quotations(text: str) -> None:
    assert _texts(text) == []


def test_a_possessive_does_not_close_a_single_mark() -> None:
    text = "‘The workers’ rights don’t end at the gates’ edge,’ he said."
    assert _texts(text) == ["‘The workers’ rights don’t end at the gates’ edge,’"]


def test_inches_inside_a_quotation_do_not_close_it() -> None:
    text = '"We sold a 19" rack a day," he said.'
    assert _texts(text) == ['"We sold a 19" rack a day,"']


@pytest.mark.parametrize("pair", ["“”", '""', "‘’"])
def test_a_quotation_goes_on_in_the_next_paragraph_when_that_opens_with_a_mark(pair: str) -> None:
    opening, closing = pair
    text = f"{opening}We came by boat.\n\n{opening}We left by train,{closing} he said."
    first, second = _found(text)
    assert (first.continued, second.continued) == (True, False)
    assert text[first.inner.start : first.inner.end] == "We came by boat."


def test_a_mark_that_is_never_closed_ends_with_its_paragraph() -> None:
    text = "She said: “We came by boat.\n\nThe town slept. He called it “calm.”"
    first, second = _found(text)
    assert first.recovered
    assert text[first.span.start : first.span.end] == "“We came by boat."
    assert text[second.span.start : second.span.end] == "“calm.”"


def test_a_mark_that_is_never_closed_ends_where_the_next_one_opens() -> None:
    text = "“We came by boat. Then he said: “We left by train.”"
    assert _texts(text) == ["“We came by boat. Then he said:", "“We left by train.”"]


def test_a_missing_opening_mark_is_taken_to_stand_at_the_paragraph_s_start() -> None:
    assert _texts("The town slept.\n\nWe came by boat,” she said.") == ["We came by boat,”"]


@pytest.mark.parametrize("unit", ["“", '"', "'", "‘a ", "“a ", '"a', "''", "``", "’s ", "“a\n\n"])
def test_time_grows_with_length_only(unit: str) -> None:
    text = unit * (30_000 // len(unit))
    began = time.process_time()
    _found(text)
    _found("“" * 20_000 + "”" * 20_000)
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    "text", ["", " ", '"', "“”", "‘’", "\ud800“\u202e”", "“😀”", "''", "\n\n“\n"]
)
def test_no_text_breaks_it(text: str) -> None:
    assert isinstance(_found(text), tuple)
