"""Diplomats declared persona non grata, ordered out or given hours to leave: also expulsions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.extractors.diplomatic_event import envoys, modality, parties, roles, syntax, whom
from claims.extractors.diplomatic_event.envoys import Envoy
from claims.extractors.diplomatic_event.found import Found
from claims.extractors.diplomatic_event.frames import Told
from claims.extractors.diplomatic_event.nouns import DIPLOMATS, EXPELLED, SOME_PEOPLE
from claims.extractors.diplomatic_event.verbs import forms
from claims.extractors.diplomatic_event.view import View
from claims.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

EVENT = "expulsion"

# "persona non grata", "personae non gratae"
_UNWELCOME = re.compile(r"\bperson(?:a|ae|as)[\s-]+non[\s-]+grat(?:a|ae|as)\b", re.I)
_DECLARE = forms("declare name label brand designate pronounce make consider")
_GIVE = forms("give")
_ORDER = forms("order tell ask instruct give demand request")
# What one of the patterns below cannot do without; see :mod:`.needles`.
NEEDLES = (
    "grat", "leave", "quit", "depart", "home", "pack", "hour", "day", "week", "month",
    "midnight", "country", "embass", "diplomat", "consul", "mission",
)  # fmt: skip

# "to leave the country within 48 hours", "72 hours to leave", "out of the country"
_LEAVE = re.compile(
    r"\bto\s+(?:leave|quit|depart|go\s+home|pack\s+(?:his|her|their|its)\s+bags)\b"
    r"(?!\s+(?:office|the\s+(?:meeting|room|race|hall|building)))"
    r"|\b(?:hours|days|a\s+day|weeks?|a\s+month|midnight)\s+to\s+(?:leave|get\s+out|quit|depart|go|pack)\b"
    r"|\bout\s+(?:of\s+the\s+country|within|in\s+\w+\s+(?:hours|days))\b",
    re.I,
)


# "ordered its diplomats *out within* two days"
_OUT = re.compile(r"\s+out\s+(?:within|in\s+\w+\s+(?:hours|days))\b", re.I)
# "told Moscow *to cut its embassy staff*", "*to pull 41 of its 62 diplomats* out"
_SHRINK = re.compile(
    r"\bto\s+(?:withdraw|pull|remove|recall|repatriate)\s+(?:out\s+)?(?:[\w-]+\s+){0,6}?"
    r"(?:diplomats|(?:diplomatic|embassy|consular)\s+(?:staff|personnel|officials|workers))\b"
    r"|\bto\s+(?:cut|reduce|trim|shrink|slash|halve|scale\s+(?:back|down)|downsize)\s+"
    r"(?:its|their|(?:the\s+)?(?:number|size)\s+of\s+(?:its|their))\s+(?:[a-z]+\s+){0,2}"
    r"(?:embass(?:y|ies)|diplomatic|diplomats|consular|consulates?|missions?)\b",
    re.I,
)


def wanted(text: str) -> bool:
    """Whether the sentence holds the words of such an expulsion."""
    if _UNWELCOME.search(text) or _SHRINK.search(text):
        return True
    if not _LEAVE.search(text):
        return False
    return bool(DIPLOMATS.head.search(text) or SOME_PEOPLE.search(text))


def find(view: View) -> Iterator[Found]:
    """The expulsions of one sentence that are told in these words."""
    looking = view.looking_for(EXPELLED)
    for match in _UNWELCOME.finditer(view.text):
        if told := _declared(match, looking):
            yield from _events(told, Span(*match.span()))
    for match in _SHRINK.finditer(view.text):
        yield from _told_to_shrink(match, view)
    if _LEAVE.search(view.text):
        for token in view.having(_ORDER):
            if token.pos_ in ("VERB", "AUX"):
                for told in _ordered(token, looking):
                    end = token.idx + len(token.text)
                    yield from _events(told, Span(token.idx, end))


def _declared(match: re.Match[str], view: View) -> Told | None:
    """ "declared the consul persona non grata", "was named persona non grata by Lima"."""
    verb = next(
        (t for t in reversed(view.tokens) if t.idx < match.start() and t.lower_ in _DECLARE),
        None,
    )
    if verb is None or match.start() - verb.idx > 160:
        return None
    if whom.passive_form(verb, view):
        nearest = [e for e in view.envoys if e.span.end <= verb.idx][-1:]
        thing = whom.undergoer(verb, view) or (nearest[0] if nearest else None)
        return Told(verb, thing, syntax.agent(verb), view) if thing else None
    found = whom.objects(verb, view) or _between(verb.idx, match.start(), view)
    if not found:
        before = [e for e in view.envoys if e.span.end <= verb.idx]
        found = before[-1:]
    return Told(verb, found[0], syntax.subject(verb), view) if found else None


def _ordered(token: Token, view: View) -> Iterator[Told]:
    """ "ordered four Cuban diplomats to leave", "were given 72 hours to leave"."""
    rest = view.text[token.idx + len(token.text) :][:200]
    leave = _LEAVE.search(rest)
    if leave is None:
        return
    end = token.idx + len(token.text) + leave.start()
    follow = _between(token.idx, end, view)
    misread = token.dep_ == "amod" and follow  # "beyond *ordered* Russian diplomats to leave"
    if whom.passive_form(token, view) and not misread:
        thing = whom.undergoer(token, view)
        if thing is not None and thing.possessive is None:
            yield Told(token, thing, syntax.agent(token), view)
        return
    subject = _subject_before(token) if misread else syntax.subject(token)
    for thing in whom.objects(token, view) or follow:
        thing = _of_the_other(thing, token, subject, view)
        if thing.possessive is None or thing.senders:
            yield Told(token, thing, subject, view)


def _told_to_shrink(match: re.Match[str], view: View) -> Iterator[Found]:
    """ "told Moscow to cut its embassy staff": the state told loses diplomats."""
    near = [t for t in view.tokens if match.start() - 60 < t.idx < match.start()]
    verb = next((t for t in reversed(near) if t.lower_ in _ORDER), None)
    if verb is None or whom.passive_form(verb, view):
        return
    subject, reading = syntax.subject(verb), modality.read(verb, view)
    told = [parties.party(m, view) for m in view.mentions_in(verb.idx, match.start())]
    if subject is None or not told or reading.requested:
        return
    for actor in parties.states(subject, view):
        if actor.code != told[-1].code:
            yield Found(EVENT, view.span_of(verb), verb, reading.modality, actor, told[-1])


def _of_the_other(thing: Envoy, verb: Token, subject: Token | None, view: View) -> Envoy:
    """ "broke with Chile and gave *its* diplomats two days to leave": nobody gives that its own."""
    if not thing.possessive or thing.senders or subject is None:
        return thing
    if verb.lower_ not in _GIVE and not _OUT.match(view.text, thing.span.end):
        return thing
    own = {p.code for p in parties.states(subject, view)}
    others = [m for m in view.mentions_in(0, thing.span.start) if m.code not in own]
    return replace(thing, senders=tuple(others[-1:])) if own else thing


def _subject_before(token: Token) -> Token | None:
    """The subject that a parse gave to a later verb."""
    return next((w for w in reversed(token.doc[: token.i]) if w.dep_ == "nsubj"), None)


def _between(start: int, end: int, view: View) -> list[envoys.Envoy]:
    return [e for e in view.envoys if start < e.head.start < end and not e.genitive]


def _events(told: Told, trigger: Span) -> Iterator[Found]:
    reading = modality.read(told.token, told.view)
    if reading.requested or not roles.may_be_diplomats(told):
        return
    offset = told.view.sentence.start
    for actor, target in roles.host_against_sender(told):
        if actor and target and actor.code == target.code:
            continue
        yield Found(
            event=EVENT,
            trigger=Span(trigger.start + offset, trigger.end + offset),
            token=told.token,
            modality=reading.modality,
            actor=actor,
            target=target,
            person=told.thing.person,
            follows=told.thing.person is None,
        )


__all__ = ["EVENT", "Envoy", "find", "wanted"]
