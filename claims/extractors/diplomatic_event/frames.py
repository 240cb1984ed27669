"""Events that are told as "state does thing to thing of state": one row a type in ``kinds``.

A frame has the verbs and the nouns that trigger it and the noun phrase that must stand as their
object, and says which states of sentence and phrase are actor and target. Recalls, which are told
in more ways than these, have their own file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.countries import Kind
from claims.extractors.diplomatic_event import modality, parties, syntax, whom
from claims.extractors.diplomatic_event.envoys import Envoy, Noun
from claims.extractors.diplomatic_event.found import Found
from claims.extractors.diplomatic_event.verbs import forms
from claims.extractors.diplomatic_event.view import View
from claims.model import Modality, Party, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# "Lima *ordered* the closure of the Chilean consulate"
_ORDER = forms("order decree announce")

Pair = tuple[Party | None, Party | None]


@dataclass(frozen=True, slots=True)
class Told:
    """One telling: the trigger word, the phrase it acts on, the word for who acts."""

    token: Token
    thing: Envoy
    subject: Token | None
    view: View

    @property
    def rest(self) -> str:
        """What follows the trigger in the sentence, at most 160 characters."""
        return self.view.text[self.token.idx + len(self.token.text) :][:160]

    @property
    def _named_before(self) -> Party | None:
        """The state right before the trigger: "sent home two diplomats and *Peru* expelled one"."""
        for mention in self.view.mentions:
            if mention.end == self.token.idx - 1 and mention.kind is not Kind.ADJECTIVE:
                return parties.party(mention, self.view)
        return None

    @property
    def actors(self) -> tuple[Party, ...]:
        """The states that the subject stands for, also through "it" or "the ministry"."""
        if self.subject is None:
            return ()
        if self.view.envoy_at(self.subject) and (neighbour := self._named_before):
            return (neighbour,)
        found = parties.states(self.subject, self.view)
        if not found and parties.is_generic(self.subject):
            owners = [m.code for m in (*self.thing.senders, *self.thing.hosts)]
            return parties.they(self.view, self.subject, owners)
        return found


@dataclass(frozen=True, slots=True)
class Frame:
    """A type of event. ``sides`` gives its (actor, target) pairs; none: it is no event.

    ``needles`` are substrings of which one must stand in the sentence, in lower case.
    ``through`` may stand between verb and thing; ``with_thing`` counts the thing into the trigger.
    ``bare_cue`` are words that let the thing go unnamed, ``elliptic`` what then stands for it.
    ``accept`` looks at the telling as a whole and may refuse it; ``purpose`` names a variant.
    """

    event: str
    cue: re.Pattern[str]
    verbs: frozenset[str]
    thing: Noun
    sides: Callable[[Told], list[Pair]]
    needles: tuple[str, ...]
    nouns: frozenset[str] = frozenset()
    accept: Callable[[Told], bool] = lambda told: True
    purpose: Callable[[Told], str | None] = lambda told: None
    with_thing: bool = False
    intransitive: bool = False
    through: re.Pattern[str] | None = None
    bare_cue: re.Pattern[str] | None = None
    elliptic: re.Pattern[str] | None = None


def find(frame: Frame, view: View) -> Iterator[Found]:
    """The events of one frame in one sentence."""
    if not view.holds(frame.verbs | frame.nouns):
        return
    seen: set[tuple[Span, str | None, str | None]] = set()
    looking = view.looking_for(frame.thing)
    if not looking.envoys and not frame.thing.people:
        return
    for told in _told(frame, looking):
        reading = modality.read(told.token, looking)
        if reading.requested or not frame.accept(told):
            continue
        for actor, target in frame.sides(told):
            same = actor is not None and target is not None and actor.code == target.code
            unreal = reading.modality is not Modality.ASSERTED and not (actor and target)
            key = (
                _trigger(told, frame),
                actor.code if actor else None,
                target.code if target else None,
            )
            if same or unreal or key in seen:
                continue
            seen.add(key)
            yield Found(
                event=frame.event,
                trigger=key[0],
                token=told.token,
                modality=reading.modality,
                actor=actor,
                target=target,
                person=told.thing.person,
                purpose=frame.purpose(told),
                follows=frame.elliptic is not None and told.thing.person is None,
                elliptic=told.thing.elliptic,
            )


def _told(frame: Frame, view: View) -> Iterator[Told]:
    people = frame.thing.people
    for token in view.having(frame.verbs | frame.nouns):
        word = token.lower_
        noun = word in frame.nouns and token.pos_ in ("NOUN", "PROPN")
        thing = _of(token, view, people) if noun else None
        if thing is not None:
            yield Told(token, thing, _noun_subject(token, thing), view)
        elif word in frame.verbs and token.pos_ in ("VERB", "NOUN", "PROPN", "ADJ", "AUX"):
            if whom.passive_form(token, view):
                thing = whom.undergoer(token, view, people)
                if thing is not None:
                    yield Told(token, thing, syntax.agent(token), view)
                continue
            found = whom.objects(token, view, people) or _through(token, frame, view)
            found = found or _number(token, frame, view) or _with(token, frame, view)
            for thing in found:
                yield Told(token, thing, syntax.subject(token), view)
            if frame.intransitive and not found:  # "the embassy in Tripoli closed in May"
                subject = syntax.child(token, "nsubj")
                thing = view.envoy_at(subject) if subject is not None else None
                if thing is not None and syntax.child(token, "dobj") is None:
                    yield Told(token, thing, None, view)


def _through(verb: Token, frame: Frame, view: View) -> list[Envoy]:
    """ "suspended *operations at* its embassy"."""
    end = verb.idx + len(verb.text)
    match = frame.through.match(view.text[end:]) if frame.through else None
    thing = whom.envoy_from(end + match.end(), view, people=False) if match else None
    return [thing] if thing else []


def _with(verb: Token, frame: Frame, view: View) -> list[Envoy]:
    """ "hit eleven officials *with sanctions*"."""
    if not frame.with_thing:
        return []
    whom_hit = syntax.children(verb, "dobj")  # the parser may hang "with" on either
    preps = [c for word in (verb, *whom_hit) for c in syntax.children(word, "prep")]
    prep = next((c for c in preps if c.lower_ in ("with", "under")), None)
    thing = syntax.child(prep, "pobj") if prep is not None else None
    envoy = view.envoy_at(thing) if thing is not None else None
    return [envoy] if envoy else []


def _number(verb: Token, frame: Frame, view: View) -> list[Envoy]:
    """ "sent home *13*", "expelled *as many*": the noun is that of an event told before."""
    end = verb.idx + len(verb.text)
    match = frame.elliptic.match(view.text, end) if frame.elliptic else None
    if match is None:
        return []
    span = Span(match.start("number"), match.end("number"))
    return [Envoy(span, span, "diplomats", True, indefinite=True, elliptic=True)]


def _of(noun: Token, view: View, people: bool) -> Envoy | None:
    """ "the expulsion of two diplomats", "the embassy’s closure"."""
    start = noun.idx + len(noun.text)
    if match := re.match(r"\s+(?:of|in)\s+", view.text[start:]):
        return whom.envoy_from(start + match.end(), view, people)
    owner = whom.owner(noun)
    return view.envoy_at(owner) if owner is not None else None


def _noun_subject(noun: Token, thing: Envoy) -> Token | None:
    """ "Bern’s expulsion of …", "the expulsion of … by Bern"."""
    owner = whom.owner(noun)
    if owner is not None and not thing.span.start <= owner.idx < thing.span.end:
        return owner
    for preposition in noun.subtree:
        if preposition.lower_ == "by" and preposition.idx > noun.idx:
            return syntax.child(preposition, "pobj")
    if noun.dep_ == "dobj" and noun.head.lower_ in _ORDER:
        return syntax.subject(noun.head)
    return None


def _trigger(told: Told, frame: Frame) -> Span:
    """The trigger word; with the thing when the frame counts it in and it stands close by."""
    start, end = told.token.idx, told.token.idx + len(told.token.text)
    if told.view.text[max(0, start - 3) : start].lower() == "re-":
        start -= 3
    if frame.with_thing and 0 < told.thing.head.start - end <= 24:
        end = told.thing.head.end
    offset = told.view.sentence.start
    return Span(start + offset, end + offset)
