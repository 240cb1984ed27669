"""Rulers who meet or visit: a summit without the word, a state visit without its adjective.

"Putin will meet Erdogan in Sochi", "Obama’s first visit to Cuba": only where those who meet, or the
one who visits, are heads of state or of government, by the article's own titles or by the table of
leaders. Ministers, envoys and advisers meet every day.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.document import Document
from claims.extractors.diplomatic_event import meetings, modality, parties, roster, syntax
from claims.extractors.diplomatic_event.found import Found
from claims.extractors.diplomatic_event.needles import held
from claims.extractors.diplomatic_event.roster import Roster
from claims.extractors.diplomatic_event.verbs import forms
from claims.extractors.diplomatic_event.view import View
from claims.model import Modality, Party

if TYPE_CHECKING:
    from spacy.tokens import Token

_VISIT = re.compile(
    r"(?<!\bstate )(?<!\bofficial )(?<!\bworking )\bvisits?"
    r"(?=\s+(?:as\s+\w+\s+|by\s+\w+\s+)?(?:to|in)\s+(?:the\s+)?(?:neighbou?ring\s+)?[A-Z])"
)
_RULER = re.compile(
    r"\b(?:president|prime\s+minister|premier|chancellor|king|queen|emir|sultan|pope|pontiff|"
    r"taoiseach|head\s+of\s+(?:state|government)|leader|monarch|sovereign)\b",
    re.I,
)
_CUE = re.compile(r"\b(?:met|meets?|meetings?|talks|discussions)\b")
NEEDLES = ("met", "meet", "talks", "discussions", "visit")
_MEET = forms("meet")
_HOLD = forms("hold have begin open conclude start resume")
_TALKS = frozenset("talks meeting meetings discussions".split())
_NAME = re.compile(r"[^\W\d_a-zß-ÿ][^\W\d_]*(?:[-’'][^\W\d_]+)*")
# "Trump *adviser* Ada Quill"
_ADVISER = re.compile(
    r"['’]s\b|\s+(?!and\b|or\b|of\b|in\b|on\b|at\b|for\b|to\b|who\b|with\b|after\b)[a-z]{5,}\s+[A-Z]"
)
# What hangs on a name and names others: "Xi, who met Obama", "Obama's envoy"
_ASIDE = ("relcl", "acl", "advcl", "prep", "poss")
_WITHIN = 24


def wanted(text: str) -> bool:
    """Whether anybody meets, or visits."""
    return bool(_CUE.search(text) or _VISIT.search(text))


def where(document: Document) -> frozenset[int]:
    """The numbers of the sentences where the rulers of two states meet, or one visits."""
    known = roster.of(document.context)
    return frozenset(
        s.index
        for s in document.sentences
        if held(NEEDLES, s.text) and _names_rulers(s.text, known)
    )


def _names_rulers(text: str, known: Roster) -> bool:
    if _CUE.search(text) and len(set(_named(text, known))) > 1:
        return True
    return bool(_VISIT.search(text)) and bool(
        _RULER.search(text) or next(_named(text, known), None)
    )


def _named(text: str, known: Roster) -> Iterator[str]:
    words = [re.sub(r"['’]s$", "", word) for word in _NAME.findall(text)]
    for name in (*words, *map(" ".join, itertools.pairwise(words))):
        if code := known.ruled_by(name):
            yield code


def find(view: View) -> Iterator[Found]:
    """The meetings and visits of one sentence."""
    for match in _VISIT.finditer(view.text):
        yield from _visit(match, view)
    for token in view.having(_MEET | _HOLD | _TALKS):
        word = token.lower_
        if word in _MEET and token.pos_ == "VERB":
            met = syntax.child(token, "dobj") or _with(token)
            yield from _events(token, token, syntax.subject(token), met, view)
        elif word in _HOLD and token.pos_ in ("VERB", "AUX"):
            held = syntax.child(token, "dobj")
            if held is not None and held.lower_ in _TALKS:
                others = _with(held) or _with(token)
                yield from _events(token, held, syntax.subject(token), others, view)
        elif word in _TALKS and token.pos_ == "NOUN" and _stands_alone(token):
            between = _with(token, "between")
            who = between or syntax.child(token, "poss") or syntax.subject(token)
            yield from _events(token, token, who, _with(token), view)


def _stands_alone(noun: Token) -> bool:
    """Not "held talks", where the verb tells it, nor "summit meeting", told as a summit."""
    before = noun.nbor(-1).lower_ if noun.i else ""
    return noun.head.lower_ not in _HOLD and before not in ("summit", "state", "official")


def _visit(match: re.Match[str], view: View) -> Iterator[Found]:
    """ "the first visit to Cuba by a sitting American president"."""
    visit = next((w for w in view.tokens if w.idx == match.start()), None)
    if visit is None or visit.pos_ != "NOUN":
        return
    who = meetings.whose(visit)
    hosts = [
        m for m in view.mentions if meetings.TO_HOST.fullmatch(view.text[match.end() : m.start])
    ]
    if who is None or not hosts or not _rules(who, view):
        return
    host = parties.party(hosts[0], view)
    visitor = next((v for v in parties.states(who, view) if v.code != host.code), None)
    reading = modality.read(visit, view)
    if visitor and not reading.requested and reading.modality is not Modality.HYPOTHETICAL:
        span = view.span_of(visit)
        yield Found("state_visit", span, visit, reading.modality, visitor, host)


def _rules(word: Token, view: View) -> bool:
    """Whether a phrase is a ruler, by title or by name: "the Ghanaian president", "Obama"."""
    name = view.doc[max(0, word.i - 1) : word.i + 1].text
    titled = _RULER.search(name)
    ends = titled is not None and titled.end() == len(name)
    before = view.doc[word.left_edge.i : word.i].text
    titled_before = word.pos_ == "PROPN" and _RULER.search(before) is not None
    known = view.roster.ruled_by(word.text) or view.roster.ruled_by(name)
    return bool(ends or titled_before or known) and not roster.NO_LONGER.search(before)


def _with(token: Token, preposition: str = "with") -> Token | None:
    prep = next((c for c in syntax.children(token, "prep") if c.lower_ == preposition), None)
    return syntax.child(prep, "pobj") if prep is not None else None


def _events(
    first: Token, last: Token, one: Token | None, other: Token | None, view: View
) -> Iterator[Found]:
    hosts = _rulers(one, view)
    guests = [g for g in _rulers(other, view) if g.code not in [h.code for h in hosts]]
    if hosts and not guests and other is None:
        hosts, guests = hosts[:1], hosts[1:]
    reading = modality.read(first, view)
    if reading.requested or reading.modality is Modality.HYPOTHETICAL:
        return
    near = 0 <= last.idx - first.idx <= _WITHIN
    for host, guest in itertools.product(hosts, guests):
        span = view.span_of(first, last) if near else view.span_of(first)
        yield Found("summit", span, first, reading.modality, host, guest)


def _rulers(word: Token | None, view: View) -> list[Party]:
    """The states whose rulers a phrase names, each once, in order."""
    if word is None:
        return []
    places = {w.idx for w in _phrase(word)}
    begin, end = min(places), max(places) + 30
    found: dict[str, Party] = {}
    previous = ""
    for match in _NAME.finditer(view.text, begin, end):
        name = re.sub(r"['’]s$", "", match.group())
        if match.start() in places and not _ADVISER.match(view.text, match.end()):
            for one in (name, f"{previous} {name}"):
                if code := view.roster.ruled_by(one):
                    found.setdefault(code, Party(code, one))
        previous = name
    return list(found.values())


def _phrase(word: Token) -> Iterator[Token]:
    yield word
    for c in word.children:
        if c.dep_ not in _ASIDE:
            yield from _phrase(c)
