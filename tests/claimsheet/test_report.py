"""The checklist as text: claims underlined in their sentences, and nothing steers a terminal."""

from __future__ import annotations

import io
import itertools
from typing import Any

import pytest

from claims import Article, check, wire
from claimsheet import report
from claimsheet.report import Style

PLAIN = Style(width=80)


def _item(sentence: str, exact: str, **fields: Any) -> dict[str, Any]:
    start = 100 + sentence.index(exact)
    return {
        "id": fields.pop("id", "a1"),
        "kind": "date",
        "same_as": None,
        "start": start,
        "end": start + len(exact),
        "sentence": {"start": 100, "end": 100 + len(sentence), "text": sentence},
        "places": [],
        "question": "Was it then?",
        "value": {"type": "DATE", "timex": "1998", "mod": None},
        "attribution": {"mode": "own_voice", "source": None},
        "modality": "asserted",
        "reasons": ["says when"],
        "references": [{"label": "A calendar", "url": "https://calendar.example/"}],
        "check": {"status": "unchecked"},
        **fields,
    }


def _checklist(*items: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"article": {"headline": None, "anchor": {}}, "items": items, "findings": [], **fields}


def _underlined(text: str) -> list[str]:
    """What stands above the tildes, a string a line of them."""
    lines = text.splitlines()
    return [
        above[below.index("~") : len(below)]
        for above, below in itertools.pairwise(lines)
        if below.strip() and set(below.strip()) <= {"~", " "} and "~" in below
    ]


def test_the_claim_is_underlined_in_its_sentence() -> None:
    text = report.render(_checklist(_item("It began in 1998 and went on.", "in 1998")), PLAIN)
    assert _underlined(text) == ["in 1998"]


def test_a_claim_that_is_broken_over_two_lines_is_underlined_in_both() -> None:
    sentence = "word " * 14 + "between 1998 and 2003 there was a long and quiet winter."
    text = report.render(_checklist(_item(sentence, "between 1998 and 2003")), PLAIN)
    assert " ".join(_underlined(text)) == "between 1998 and 2003"
    assert max(map(len, text.splitlines())) <= 80


def test_a_word_longer_than_a_line_is_cut_and_its_claim_still_underlined() -> None:
    sentence = "a" * 200 + "1998" + "b" * 200
    text = report.render(_checklist(_item(sentence, "1998")), PLAIN)
    assert "".join(_underlined(text)) == "1998"
    assert max(map(len, text.splitlines())) <= 80


def test_wide_characters_take_two_columns() -> None:
    text = report.render(_checklist(_item("日本は1998年に", "1998")), PLAIN)
    quoted, tildes = text.splitlines()[5:7]
    assert quoted.endswith("日本は1998年に")
    assert tildes == " " * 5 + " " * 6 + "~~~~"


def test_every_place_of_a_claim_is_underlined() -> None:
    sentence = "Ruritania called home, for talks, its envoy."
    places = [{"start": 110, "end": 116}, {"start": 138, "end": 143}]
    text = report.render(_checklist(_item(sentence, "called", places=places)), PLAIN)
    tildes = next(line for line in text.splitlines() if "~" in line)
    assert tildes.split() == ["~" * 6, "~" * 5]


def test_a_line_says_question_value_reason_and_where_to_look() -> None:
    text = report.render(_checklist(_item("It was 1998.", "1998")), PLAIN)
    said = [line.strip() for line in text.splitlines()]
    assert "? Was it then?" in said
    assert "= type DATE · timex 1998" in said
    assert "! says when" in said
    assert "→ A calendar https://calendar.example/" in said


def test_an_article_cannot_steer_the_terminal() -> None:
    sentence = "Red \x1b[31m, bell \x07, \x9b2J, right-to-left \u202e, 1998."
    finding = {"severity": "high", "message": "\x1b[2J", "items": []}
    checklist = _checklist(_item(sentence, "1998"), findings=[finding])
    checklist["article"]["headline"] = "\x1b]0;owned\x07"
    text = report.render(checklist, PLAIN)
    assert not set(text) & set("\x1b\x07\x9b\u202e")
    assert _underlined(text) == ["1998"]


def test_findings_stand_on_top_and_name_their_items() -> None:
    items = [_item("It was 1998.", "1998", id="a"), _item("No, 1999.", "1999", id="b")]
    finding = {"severity": "high", "message": "Two years.", "items": ["a", "b"]}
    text = report.render(_checklist(*items, findings=[finding]), PLAIN)
    assert text.index("Two years. [1, 2]") < text.index("1. It was 1998.")


def test_kinds_are_grouped_also_one_that_this_release_does_not_know() -> None:
    items = [
        _item("It was 1998.", "1998", kind="horoscope"),
        _item("New START was long.", "New START", kind="treaty"),
        _item("It was 1997.", "1997"),
    ]
    text = report.render(_checklist(*items), PLAIN)
    order = [text.index(title) for title in ("Dates (1)", "Treaties (1)", "Horoscope (1)")]
    assert order == sorted(order)


def test_nested_values_are_said_in_words() -> None:
    value = {
        "event": "expulsion",
        "actor": {"code": "FR", "text": "Paris"},
        "target": {"code": None, "text": None},
        "date": {"timex": "2021-03", "item": "x"},
        "parties": ["FR", "DE"],
        "range": [3, 5],
        "known": True,
        "fragment": False,
        "number": 0,
    }
    text = report.render(_checklist(_item("It was 1998.", "1998", value=value)), Style(width=120))
    assert (
        "= event expulsion · actor FR (Paris) · date 2021-03 · parties FR, DE · range 3, 5 · known"
        " · number 0" in text
    )


def test_without_colour_there_is_no_escape_and_with_it_the_claim_is_underlined_by_one() -> None:
    checklist = _checklist(_item("It was 1998 then.", "1998"))
    assert "\x1b" not in report.render(checklist, PLAIN)
    coloured = report.render(checklist, Style(width=80, colour=True))
    assert "It was \x1b[1;4m1998\x1b[0m then." in coloured
    assert "~" not in coloured


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environ", "colour"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False), ({"NO_COLOR": ""}, True)],
)
def test_a_terminal_gets_colour_unless_it_is_told_not_to(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], colour: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert report.style_for(_Terminal(), columns=80).colour is colour
    assert not report.style_for(io.StringIO(), columns=80).colour


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "1998", "a" * 5_000, "(" * 500, "“" * 50, "\u202e 1998-01-01", "e\u0301"],
)
def test_whatever_was_checked_can_be_printed(text: str) -> None:
    body = wire.checklist_body(check(Article(text=text)))
    assert report.render(body, PLAIN)
