"""Short passages in many styles of print, their quotations and speakers marked by hand."""

from __future__ import annotations

import pathlib
import re
from dataclasses import dataclass

import pytest

from claims import Article
from claims.anchor import find_anchor
from claims.document import Context
from claims.extractors import quotation

DATA = pathlib.Path(__file__).resolve().parents[2] / "data" / "speech"
MARK = re.compile(r"\{(\??)quotation(?:=([^:{}]*))?:([^{}]*)\}")

# Read by a person only with knowledge that the words do not give; they stay in the figures.
BEYOND = {
    "Em dashes open the turns of a dialogue, marks open the answer",
    "Fragments with a verb of calling",
    "A prime minister by office only",
    "A club names its manager",
    "A striker scores three",
    "Interviews in magazine style without verbs",
}


@dataclass(frozen=True)
class Marked:
    words: str
    speaker: str
    optional: bool


def passages() -> list[tuple[str, str]]:
    found = []
    for path in sorted(DATA.glob("*.txt")):
        for block in re.split(r"(?m)^# ", path.read_text(encoding="utf-8"))[1:]:
            title, _, body = block.partition("\n")
            found.append((title, body.strip()))
    return found


def read(body: str) -> tuple[list[Marked], list[Marked]]:
    """What is marked, and what is found in the text without marks, both in order."""
    wanted = [Marked(m[3], m[2] or "", bool(m[1])) for m in MARK.finditer(body)]
    article = Article(text=MARK.sub(lambda m: m[3], body))
    document = Context(article, find_anchor(article)).body
    claims = sorted(quotation.find(document), key=lambda claim: claim.span)
    found = [Marked(c.exact, getattr(c.value, "speaker", None) or "", False) for c in claims]
    return wanted, found


@pytest.mark.parametrize(("title", "body"), passages(), ids=[t for t, _ in passages()])
def test_every_quotation_of_a_passage_is_found_and_nothing_else(title: str, body: str) -> None:
    wanted, found = read(body)
    may_be = [m.words for m in wanted]
    must_be = [m.words for m in wanted if not m.optional]
    said = [m.words for m in found]
    assert [words for words in said if words not in may_be] == []
    assert [words for words in must_be if words not in said] == []


@pytest.mark.parametrize(
    ("title", "body"),
    [(t, b) for t, b in passages() if t not in BEYOND],
    ids=[t for t, _ in passages() if t not in BEYOND],
)
def test_every_quotation_of_a_passage_has_its_speaker(title: str, body: str) -> None:
    wanted, found = read(body)
    speakers = {m.words: m.speaker for m in wanted if not m.optional}
    assert {m.words: m.speaker for m in found if m.words in speakers} == speakers


def test_nearly_every_speaker_of_all_passages_is_told() -> None:
    right = total = 0
    for _, body in passages():
        wanted, found = read(body)
        said = {m.words: m.speaker for m in found}
        for mark in wanted:
            total += not mark.optional
            right += not mark.optional and said.get(mark.words) == mark.speaker
    assert total > 130
    assert right / total > 0.9
