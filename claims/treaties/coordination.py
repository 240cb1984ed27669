"""Names that share one head: "START and INF treaties", "the Geneva and Hague Conventions"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.treaties.table import Alias, Node, beginning
from claims.treaties.vocabulary import HEADS
from claims.treaties.words import Word, key

_PLURAL = ("ties", "ions", "ords", "nts", "cts", "ols", "nda")
_NUMERALS = frozenset("i ii iii iv 1 2 3".split())
_LONGEST = 4
_MOST = 5


@dataclass(frozen=True, slots=True)
class Part:
    """Words ``first`` to ``last`` name a treaty together with a head that stands elsewhere."""

    first: int
    last: int
    alias: Alias


def coordinated(found: Sequence[Word], first: int, last: int) -> Iterator[Part]:
    """The parts that share words with the known name at ``first`` to ``last``."""
    if found[last].key in HEADS and found[last].text.lower().endswith(_PLURAL):
        yield from _to_the_left(found, first, [word.key for word in found[first : last + 1]])
    elif found[last].key in _NUMERALS:
        yield from _numbered(found, first, last)
    elif found[first].key in HEADS and found[first].text.lower().endswith(_PLURAL):
        yield from _to_the_right(found, last, found[first].key)


def _to_the_left(found: Sequence[Word], first: int, name: Sequence[str]) -> Iterator[Part]:
    """Parts before the word at ``first``: "ABM, INF | and New START treaties"."""
    at, link = first - 1, found[first].gap
    for _ in range(_MOST):
        if at >= 0 and found[at].key in ("and", "or") and link.strip(" ") in ("", ","):
            link, at = found[at].gap, at - 1
        elif "," not in link:
            return
        while at >= 0 and found[at].text.isdigit():  # "the 1972 ABM and 1987 INF treaties"
            link, at = found[at].gap, at - 1
        part = _ending_at(found, at, name)
        if part is None:
            return
        yield part
        link, at = found[part.first].gap, part.first - 1
        while at >= 0 and found[at].text.isdigit():
            link, at = found[at].gap, at - 1


def _to_the_right(found: Sequence[Word], last: int, head: str) -> Iterator[Part]:
    """Parts after the word at ``last``: "Treaties of Rome | and Maastricht"."""
    at = last + 1
    for _ in range(_MOST):
        if at + 1 >= len(found):
            return
        if found[at].key == "and":
            at += 1
        elif found[at].gap != ", ":
            return
        alias = _lookup([head, "of", found[at].key])
        if alias is None or not found[at].capital:
            return
        yield Part(at, at, alias)
        at += 1


def _ending_at(found: Sequence[Word], last: int, name: Sequence[str]) -> Part | None:
    """The longest run before ``last`` that makes a name with the tail of the other name."""
    for first in range(max(0, last - _LONGEST + 1), last + 1):
        run = found[first : last + 1]
        if all(w.capital for w in run) and all(w.gap.strip() in ("", "-", "–") for w in run[1:]):
            keys = [w.key for w in run]
            tails = [name[-length:] for length in range(1, len(name))]
            for alias in (*(_lookup([*keys, *tail]) for tail in tails), _lookup(keys)):
                if alias:
                    return Part(first, last, alias)
    return None


def _numbered(found: Sequence[Word], first: int, last: int) -> Iterator[Part]:
    """Numbers after the first: "START I | and II", "Additional Protocols I | and II"."""
    if last + 2 < len(found) and found[last + 1].key == "and" and found[last + 2].key in _NUMERALS:
        keys = [word.key for word in found[first:last]]
        alias = _lookup([*keys, found[last + 2].key])
        if alias:
            yield Part(last + 2, last + 2, alias)


def _lookup(keys: Sequence[str]) -> Alias | None:
    node: Node | None = beginning(keys[0]) if keys else None
    for one in keys[1:]:
        node = node.next.get(one) if node else None
    return node.aliases[0] if node and node.aliases else None


__all__ = ["Part", "coordinated", "key"]
