"""Meetings of states: state and official visits, and summits that are not mountain tops."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.extractors.diplomatic_event import modality, parties, syntax
from claims.extractors.diplomatic_event.found import Found
from claims.extractors.diplomatic_event.view import View
from claims.model import Modality, Party, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_VISIT = re.compile(r"\b(?:state|official|working)\s+visits?\b", re.I)
_SUMMIT = re.compile(r"\bsummits?\b", re.I)
_MOUNTAIN = re.compile(
    r"\b(?:mount(?:ain)?s?|everest|k2|peaks?|climb\w*|hik\w+|ascen\w+|alpin\w+|sherpas?|volcano|"
    r"slopes?|ridge|ski\w*|glacier|crater|trail|oxygen|metres?|meters?|feet|"
    r"clash|derby|fixture|striker|coach|goalkeeper|league|"
    r"entertainment|county|hotel|pictures|school|avenue|street)\b",
    re.I,
)
TO_HOST = re.compile(r"\s+(?:as\s+\w+\s+|by\s+\w+\s+)?(?:to|in)\s+(?:the\s+)?(?:neighbou?ring\s+)?")
_LEADER = re.compile(
    r"\b(?:president|prime\s+minister|premier|chancellor|king|queen|emir|sultan|pope|leader|"
    r"head\s+of\s+state|taoiseach|prince|foreign\s+(?:minister|secretary)|secretary\s+of\s+state)\b",
    re.I,
)
# A summit of others than states: what kind it is stands right before.
_BUSINESS = re.compile(
    r"(?:\b(?:business|tech|technology|investment|investors?|company|industry|education|security|youth|"
    r"health|ai|women['’]s|media|marketing|crypto|food|digital|innovation|leadership|developers?|"
    r"startup|cyber|science|design|sales|trade|energy|water|tourism|jobs|housing|family|party)|-up)\s+$",
    re.I,
)
# "the G7 summit", "an EU-China summit", "the summit between", "a summit in Geneva"
_OF_STATES = re.compile(
    r"\b(?:G-?7|G-?8|G-?20|NATO|Nato|EU|U\.?N\.?|United\s+Nations|European|ASEAN|APEC|BRICS|Brics|OPEC|"
    r"African\s+Union|Arab(?:\s+League)?|OAS|SCO|CELAC|Mercosur|Commonwealth|Quad|AUKUS|"
    r"Francophonie|Americas|OECD|peace|nuclear|bilateral|trilateral|superpower|presidential|"
    r"leaders['’]?|heads\s+of\s+(?:state|government)|climate|inter-Korean|Gulf)\b"
)
_GROUP = re.compile(
    r"\bGroup\s+of\s+(?:Seven|Eight|Twenty)\b|\b[Hh]eads\s+of\s+(?:state|government)\b"
)
_PAIRED = re.compile(r"\b([A-Z][\w.]*)[-–—/]([A-Z][\w.]*)(?:\s+[a-z]+){0,2}\s*$")


def wanted(text: str) -> bool:
    return bool(_VISIT.search(text) or _SUMMIT.search(text))


def find(view: View) -> Iterator[Found]:
    """The visits and summits of one sentence."""
    for match in _VISIT.finditer(view.text):
        yield from _visit(match, view)
    if not _MOUNTAIN.search(view.text):
        for match in _SUMMIT.finditer(view.text):
            yield from _summit(match, view)


def _visit(match: re.Match[str], view: View) -> Iterator[Found]:
    """ "President Diaz begins a state visit to Ghana": he visits, the host is visited."""
    token = _head(match, view)
    if token is None:
        return
    reading = modality.read(token, view)
    hosts = [
        parties.party(m, view)
        for m in view.mentions
        if TO_HOST.fullmatch(view.text[match.end() : m.start])
    ]
    subject = whose(token)
    visitors = parties.states(subject, view) if subject is not None else ()
    if match.group().lower().startswith(("official", "working")) and not _LEADER.search(view.text):
        return
    host = hosts[0] if hosts else _arrived_in(token, visitors, view)
    visitor = next((v for v in visitors if host is None or v.code != host.code), None)
    if visitor is None and host is None:
        return
    yield from _event("state_visit", match, token, reading, (visitor, host), view)


def _arrived_in(visit: Token, visitors: tuple[Party, ...], view: View) -> Party | None:
    """ "landed *in Hanoi* on Tuesday for a state visit": the one place before it in its clause."""
    codes = [v.code for v in visitors]
    named = [parties.party(m, view) for m in view.mentions_in(0, visit.idx) if _at(m.start, view)]
    others = {p.code: p for p in named if p.code not in codes}
    return next(iter(others.values())) if len(others) == 1 and codes else None


def _at(place: int, view: View) -> bool:
    return bool(re.search(r"\b(?:in|to|for|at)\s+(?:the\s+)?$", view.text[:place][-12:]))


def whose(visit: Token) -> Token | None:
    """The word for who visits: "Vietnam’s", "by the king", or who makes "his first visit"."""
    owner = syntax.child(visit, "poss")
    if owner is not None and owner.pos_ != "PRON":
        return owner
    return _of_whom(visit) or syntax.subject(visit) or owner


def _of_whom(visit: Token) -> Token | None:
    """ "the state visit of Vietnam’s president"."""
    of = next((c for c in syntax.children(visit, "prep") if c.lower_ in ("of", "by")), None)
    return syntax.child(of, "pobj") if of is not None else None


def _summit(match: re.Match[str], view: View) -> Iterator[Found]:
    token = _head(match, view)
    before = view.text[max(0, match.start() - 60) : match.start()]
    if token is None or (
        re.match(r"\s+[A-Z]", view.text[match.end() :]) and match.group()[0] == "S"
    ):
        return
    if _BUSINESS.search(before):
        return
    pair = _pair(match, token, view)
    group = _OF_STATES.search(before[-40:]) or _GROUP.search(view.text)
    states = bool(pair[0] or pair[1] or group or view.mentions)
    if not states or (token.dep_ == "compound" and token.head.text[:1].isupper()):
        return
    yield from _event("summit", match, token, modality.read(token, view), pair, view)


def _pair(match: re.Match[str], token: Token, view: View) -> tuple[Party | None, Party | None]:
    """The two that meet, where two are named: "Biden-Putin", "between X and Y", "with Y"."""
    before = view.text[max(0, match.start() - 60) : match.start()]
    if paired := _PAIRED.search(before):
        start = max(0, match.start() - 60)
        sides = [_named(start + paired.start(n), paired.group(n), view) for n in (1, 2)]
        if sides[0] and sides[1]:
            return sides[0], sides[1]
    after = view.text[match.end() :]
    if re.match(r"\s+(?:meeting\s+|talks\s+)?(?:in\s+\w+\s+)?between\b", after):
        if parties.speaks_of_a_pair(after[:60]):
            both = parties.pair(view, match.end())
            return (both[0], both[1]) if len(both) == 2 else (None, None)
        found = _states_within(match.end(), match.end() + 120, view)
        if len(found) >= 2:
            return found[0], found[1]
    if with_ := re.match(r"\s+(?:meeting\s+|talks\s+)?(?:in\s+\w+\s+)?with\s+", after):
        found = _states_within(match.end() + with_.end(), match.end() + with_.end() + 60, view)
        subject = syntax.subject(token)
        visitors = parties.states(subject, view) if subject is not None else ()
        first = visitors[0] if visitors else None
        return first, (found[0] if found else None)
    subject = syntax.subject(token)
    both = parties.states(subject, view) if subject is not None else ()
    return (both[0], both[1]) if len(both) == 2 else (None, None)


def _states_within(start: int, end: int, view: View) -> list[Party]:
    places = [(m.start, parties.party(m, view)) for m in view.mentions_in(start, end)]
    for word in view.tokens:
        if not start <= word.idx < end or not word.text[:1].isupper() or view.mention_at(word):
            continue
        if one := parties.person_state(word, view):
            places.append((word.idx, one))
    found: dict[str | None, Party] = {}
    for _, one in sorted(places, key=lambda place: place[0]):
        found.setdefault(one.code, one)
    return list(found.values())


def _named(start: int, text: str, view: View) -> Party | None:
    for mention in view.mentions_in(start, start + len(text) + 1):
        return parties.party(mention, view)
    return parties.leader(text, view)


def _head(match: re.Match[str], view: View) -> Token | None:
    for word in view.tokens:
        if match.start() <= word.idx < match.end() and word.lower_ in (
            "visit", "visits", "summit", "summits",
        ):  # fmt: skip
            return word
    return None


def _event(
    event: str,
    match: re.Match[str],
    token: Token,
    reading: modality.Reading,
    sides: tuple[Party | None, Party | None],
    view: View,
) -> Iterator[Found]:
    if reading.requested or reading.modality is Modality.HYPOTHETICAL:
        return
    offset = view.sentence.start
    yield Found(
        event=event,
        trigger=Span(match.start() + offset, match.end() + offset),
        token=token,
        modality=reading.modality,
        actor=sides[0],
        target=sides[1],
    )
