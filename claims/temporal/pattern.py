"""The little language in which rules are written, turned into regexes over token symbols.

    "the? ( early | late )? m=MONTH d=DAY ,? y=YEARNUM"

* a word in lower case or a mark stands for itself: ``the``, ``,``; ``every|each`` for either;
* a word in capitals is a class of the lexicon, a shape of number, or a phrase named in PHRASES;
* ``name=item`` captures it; ``?`` makes it optional, ``*`` repeats it up to six times;
* ``( … | … )`` groups, with the same marks after the closing parenthesis.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claims.temporal.tokens import Alphabet

# Phrases that several rules share.
PHRASES = {
    # "7", "2.5 million", "twenty-one", "a hundred", "two and a half"
    "NUM": "( DIGITS MULTIPLIER? | ( NUMBER | a MULTIPLIER ) ( -? NUMBER|MULTIPLIER )* "
    "( and NUMBER|MULTIPLIER )? ) ( -? and -? a -? half | FRACTION )?",
    # "March", "Sept."
    "MON": "( MONTH | MONTH_ABBREVIATION .? )",
    # "Friday", "Fri."
    "DOW": "( WEEKDAY | WEEKDAY_ABBREVIATION .? )",
    # "first", "31st", "twenty-first"
    "ORD": "( ORDINAL | ORDNUM | twenty|thirty - ORDINAL )",
    # "5pm", "5 p.m.", "9:30 a.m.", "15:00"
    "CLOCK": "( GLUED | MONTHNUM MERIDIEM | COLON MERIDIEM? | "
    "MONTHNUM|NUMBER o ’|' clock | half|quarter past|to MONTHNUM|NUMBER | NOON )",
    # "about", "more than", "at least"
    "APPROXIMATELY": "( ABOUT | well over | more|less|fewer than | at least|most | "
    "no more than | up to | as many|much|long as | just over|under )",
    # "the past", "the first", "next"
    "STRETCH": "( last|past|next|first | "
    "the ( last|past|next|first|coming|previous|following|final|preceding|another )? )",
    # between a number and its unit: "14-", "three more", "two full"
    "WHOLE": "( hyphen=- | more|full|straight|consecutive|whole|extra|additional|long|solid|"
    "working|business|calendar )",
}
_CAPTURE = re.compile(r"\(\?P<(\w+)>")
_LIMIT = {"": "", "?": "?", "*": "{0,6}"}


@dataclass(frozen=True, slots=True)
class _Node:
    regex: str
    first: frozenset[str]
    nullable: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """``regex`` matches over symbols; ``first`` holds the symbols that a match may begin with.

    ``bare`` is the regex without its captures; ``names`` maps a captured name to its groups, for a
    name may stand in several alternatives.
    """

    regex: re.Pattern[str]
    bare: str
    first: frozenset[str]
    names: Mapping[str, tuple[int, ...]]


def compile_pattern(source: str, alphabet: Alphabet) -> Pattern:
    node = _alternatives(iter([*source.split(), ")"]), alphabet)
    names: dict[str, tuple[int, ...]] = {}
    for n, name in enumerate(_CAPTURE.findall(node.regex), 1):
        names[name] = (*names.get(name, ()), n)
    bare = _CAPTURE.sub("(?:", node.regex)
    return Pattern(re.compile(_CAPTURE.sub("(", node.regex)), bare, node.first, names)


def _alternatives(pieces: Iterator[str], alphabet: Alphabet) -> _Node:
    branches: list[list[_Node]] = [[]]
    for piece in pieces:
        name, item = _split(piece)
        if item == "|":
            branches.append([])
        elif item == "(":
            branches[-1].append(_group(name, pieces, alphabet))
        elif item.startswith(")"):
            return _join(branches, item[1:])
        else:
            branches[-1].append(_item(name, item, alphabet))
    raise ValueError("unclosed parenthesis in a pattern")


def _split(piece: str) -> tuple[str, str]:
    name, equals, item = piece.partition("=")
    return (name, item) if equals and name else ("", piece)


def _join(branches: list[list[_Node]], mark: str) -> _Node:
    sequences = [_sequence(branch) for branch in branches]
    regex = f"(?:{'|'.join(s.regex for s in sequences)}){_LIMIT[mark]}"
    first = frozenset[str]().union(*(s.first for s in sequences))
    return _Node(regex, first, bool(mark) or any(s.nullable for s in sequences))


def _sequence(nodes: list[_Node]) -> _Node:
    first: frozenset[str] = frozenset()
    nullable = True
    for node in nodes:
        if nullable:
            first |= node.first
        nullable = nullable and node.nullable
    return _Node("".join(node.regex for node in nodes), first, nullable)


def _group(name: str, pieces: Iterator[str], alphabet: Alphabet) -> _Node:
    node = _alternatives(pieces, alphabet)
    if not name:
        return node
    return _Node(f"(?P<{name}>{node.regex})", node.first, node.nullable)


def _item(name: str, item: str, alphabet: Alphabet) -> _Node:
    mark = item[-1] if len(item) > 1 and item[-1] in "?*" else ""
    core = item[: len(item) - len(mark)]
    if core in PHRASES:
        node = _alternatives(iter([*PHRASES[core].split(), ")"]), alphabet)
        regex, first = node.regex, node.first
    else:
        first = frozenset("".join(_symbols(part, alphabet) for part in core.split("|")))
        regex = "[" + "".join(sorted(first)) + "]"
    if name:
        regex = f"(?P<{name}>{regex})"
    return _Node(f"(?:{regex}){_LIMIT[mark]}" if mark else regex, first, bool(mark))


def _symbols(word: str, alphabet: Alphabet) -> str:
    return alphabet.members(word) if word.isupper() else alphabet.symbol(word)
