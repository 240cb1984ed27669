"""The little language in which rules are written, turned into regexes over token symbols.

    "the? ( early | late )? m=MONTH d=DAY ,? y=YEARNUM"

* a word in lower case or a mark stands for itself: ``the``, ``,``; ``every|each`` for either;
* a word in capitals is a class of the lexicon, a shape of number, or a phrase named in PHRASES;
* ``name=item`` captures it; ``?`` makes it optional, ``*`` repeats it up to six times;
* ``( … | … )`` groups, with the same marks after the closing parenthesis.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

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
    "working|business|trading|calendar )",
}
_CAPTURE = re.compile(r"\(\?P<(\w+)>")
_LIMIT = {"": "", "?": "?", "*": "{0,6}"}


@dataclass(frozen=True, slots=True)
class _Node:
    """A piece of a pattern: its regex, and how its matches may begin.

    ``first`` and ``second`` are the symbols that may stand first and second in a match; ``single``
    says that one symbol can be all of it, ``nullable`` that nothing can.
    """

    regex: str
    first: frozenset[str] = frozenset()
    second: frozenset[str] = frozenset()
    single: bool = False
    nullable: bool = True

    def then(self, other: _Node) -> _Node:
        none: frozenset[str] = frozenset()
        return _Node(
            self.regex + other.regex,
            self.first | (other.first if self.nullable else none),
            self.second
            | (other.first if self.single else none)
            | (other.second if self.nullable else none),
            (self.single and other.nullable) or (self.nullable and other.single),
            self.nullable and other.nullable,
        )

    def marked(self, mark: str) -> _Node:
        """Made optional by ``?``, repeatable by ``*``."""
        if not mark:
            return self
        second = self.second | (self.first if mark == "*" and self.single else frozenset())
        return _Node(f"(?:{self.regex}){_LIMIT[mark]}", self.first, second, self.single, True)

    def named(self, name: str) -> _Node:
        return replace(self, regex=f"(?P<{name}>{self.regex})") if name else self


class Pattern:
    """``regex`` matches over symbols; ``names`` maps a captured name to its groups.

    (A name may stand in several alternatives.) A text needs few of the grammar's patterns, so a
    regex is compiled when it is first wanted.
    """

    def __init__(self, node: _Node) -> None:
        self.first = node.first
        self._node = node

    def may_begin(self, two: str) -> bool:
        """Whether a match may begin with these symbols, of which the second may be missing."""
        node = self._node
        return two[0] in node.first and (node.single or two[1:] in node.second)

    @functools.cached_property
    def regex(self) -> re.Pattern[str]:
        return re.compile(_CAPTURE.sub("(", self._node.regex))

    @functools.cached_property
    def names(self) -> Mapping[str, tuple[int, ...]]:
        names: dict[str, tuple[int, ...]] = {}
        for n, name in enumerate(_CAPTURE.findall(self._node.regex), 1):
            names[name] = (*names.get(name, ()), n)
        return names


def names_in(source: str) -> set[str]:
    """The words and classes that a pattern, or a phrase in it, names."""
    found: set[str] = set()
    for piece in source.split():
        _, item = _split(piece)
        core, _ = _core_and_mark(item)
        if core in PHRASES:
            found |= names_in(PHRASES[core])
        elif item[0] not in "()|":
            found.update(core.split("|"))
    return found


def _core_and_mark(item: str) -> tuple[str, str]:
    mark = item[-1] if len(item) > 1 and item[-1] in "?*" else ""
    return item[: len(item) - len(mark)], mark


def compile_pattern(source: str, alphabet: Alphabet) -> Pattern:
    return Pattern(_alternatives(iter([*source.split(), ")"]), alphabet))


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
    sequences = [functools.reduce(_Node.then, branch, _Node("")) for branch in branches]
    none: frozenset[str] = frozenset()
    return _Node(
        f"(?:{'|'.join(s.regex for s in sequences)})",
        none.union(*(s.first for s in sequences)),
        none.union(*(s.second for s in sequences)),
        any(s.single for s in sequences),
        any(s.nullable for s in sequences),
    ).marked(mark)


def _group(name: str, pieces: Iterator[str], alphabet: Alphabet) -> _Node:
    return _alternatives(pieces, alphabet).named(name)


def _item(name: str, item: str, alphabet: Alphabet) -> _Node:
    core, mark = _core_and_mark(item)
    if core in PHRASES:
        node = _alternatives(iter([*PHRASES[core].split(), ")"]), alphabet)
    else:
        first = frozenset("".join(_symbols(part, alphabet) for part in core.split("|")))
        regex = "[" + "".join(map(re.escape, sorted(first))) + "]"
        node = _Node(regex, first, single=True, nullable=False)
    return node.named(name).marked(mark)


def _symbols(word: str, alphabet: Alphabet) -> str:
    return alphabet.members(word) if word.isupper() else alphabet.symbol(word)
