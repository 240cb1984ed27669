"""Paragraphs and sentences by rule: cheap enough to run over everything.

The statistical model is asked only about sentences that need it, so they are found without it.
Both functions are linear in the length of the text and return half-open code-point spans.
"""

from __future__ import annotations

import re

from claims.model import Span

_PARAGRAPH_END = re.compile(r"\n[^\S\n]*(?:\n\s*|$)|\n")
_LINE_ENDS_A_PARAGRAPH = re.compile(r"""[.!?:;…]["'”’)\]]*\s*$""")
_CANDIDATE = re.compile(r"""[.!?…]+["'”’)\]»]*(?=\s)""")
_LAST_WORD = re.compile(r"[^\s(\[“\"‘]{1,24}$")
_NEXT_OPENS = re.compile(r"""\s+["'“‘(\[«—–-]*\s?([A-Z0-9À-ÖØ-Þ]|[^\x00-\x7f])""")

# Abbreviations that stand before a name or number, so that the sentence goes on.
_LEANS_FORWARD = frozenset(
    "mr mrs ms dr prof rev hon gov gen lt col maj sgt capt cmdr adm sen rep reps sens pres st mt "
    "ft messrs supt insp det amb jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed "
    "thu thur thurs fri sat no nos vol fig art arts sec ch pp vs v al cf eg ie e.g i.e approx "
    "ca".split()
)
# Abbreviations that end a sentence only when what follows plainly opens a new one.
_ENDS_SOMETIMES = re.compile(
    r"(?:[A-Za-z]\.)+[A-Za-z]|inc|corp|co|ltd|jr|sr|etc|bros|a\.m|p\.m", re.I
)
_OPENERS = frozenset(
    "the a an he she it they we i this that these those but and in on at for as if when while "
    "after before his her its their there mr mrs ms dr some many most no not one two".split()
)
_LONGEST_SENTENCE = 5_000
_WORD = re.compile(r"[\w’']+")


def paragraphs(text: str) -> list[Span]:
    """Blocks of text: split at blank lines, and at single newlines that close a sentence.

    A single newline inside a sentence is a wrapped line, not a new paragraph.
    """
    found: list[Span] = []
    start = 0
    line_start = 0
    for match in _PARAGRAPH_END.finditer(text):
        blank = text.count("\n", match.start(), match.end()) > 1 or match.end() == len(text)
        line = text[max(line_start, match.start() - 12) : match.start()]
        line_start = match.end()
        if blank or _LINE_ENDS_A_PARAGRAPH.search(line):
            _keep(found, text, start, match.start())
            start = match.end()
    _keep(found, text, start, len(text))
    return found


def sentences(text: str) -> list[Span]:
    """Sentences of the text, in order, none across a paragraph's end, none blank."""
    found: list[Span] = []
    for paragraph in paragraphs(text):
        start = paragraph.start
        for match in _CANDIDATE.finditer(text, paragraph.start, paragraph.end):
            if match.end() - start > _LONGEST_SENTENCE or _is_end(text, match, start):
                _keep(found, text, start, match.end())
                start = match.end()
        while paragraph.end - start > 2 * _LONGEST_SENTENCE:
            cut = text.rfind(" ", start, start + _LONGEST_SENTENCE)
            cut = cut if cut > start else start + _LONGEST_SENTENCE
            _keep(found, text, start, cut)
            start = cut
        _keep(found, text, start, paragraph.end)
    return found


def _is_end(text: str, match: re.Match[str], start: int) -> bool:
    opens = _NEXT_OPENS.match(text, match.end())
    if not opens:
        return False
    if match.group()[0] != ".":
        return True
    last = _LAST_WORD.search(text, max(start, match.start() - 24), match.start())
    word = last.group().lower() if last else ""
    if word in _LEANS_FORWARD or (len(word) == 1 and word.isalpha() and word != "i"):
        return False
    if _ENDS_SOMETIMES.fullmatch(word):
        following = _WORD.match(text, opens.start(1))
        return following is not None and following.group().lower() in _OPENERS
    return True


def _keep(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        found.append(Span(start, end))
