"""States that sign, ratify, extend, suspend or leave a treaty that the article names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.document import Document
from claims.extractors.diplomatic_event import modality, parties, syntax
from claims.extractors.diplomatic_event.found import Found
from claims.extractors.diplomatic_event.verbs import forms
from claims.extractors.diplomatic_event.view import View
from claims.model import Modality, Party, Span
from claims.treaties.mentions import Mention, mentions

if TYPE_CHECKING:
    from spacy.tokens import Token

EVENT = "treaty_action"

_ACTS = forms(
    "sign ratify initial renew extend suspend abrogate denounce terminate repudiate scrap annul "
    "renounce quit leave exit join rejoin accede withdraw pull"
)
# Verbs that reach the treaty over a preposition only.
_REACH = {
    "withdraw": r"from",
    "withdrew": r"from",
    "pull": r"out\s+of",
    "acced": r"to",
}
_NOUNS = frozenset({"withdrawal", "ratification", "accession", "exit", "pullout"})
_CUE = re.compile(rf"\b(?:{'|'.join(sorted(_ACTS | _NOUNS))})\b", re.I)
# What may stand between the verb and the name: "signed, with much ceremony, the 1987"
_GAP = re.compile(
    r"\s*(?:from|out\s+of|to|up\s+to|on\s+to)?\s*(?:(?:the|a|an|its|their|his|both|participation\s+in|"
    r"part\s+in|membership\s+of|landmark|historic|new|so-called|\d{4})\s+){0,4}[“\"‘']?$",
    re.I,
)
_NOUN_GAP = re.compile(r"\s+(?:from|of|to)\s+(?:the\s+)?[“\"‘']?$", re.I)


def wanted(text: str) -> bool:
    """Whether a verb of treaty-making stands in the sentence."""
    return bool(_CUE.search(text))


def where(document: Document) -> frozenset[int]:
    """The numbers of the sentences that name a treaty."""
    return frozenset(document.sentence_at(m.span.start).index for m in mentions(document))


def find(view: View) -> Iterator[Found]:
    """What states do to the treaties of one sentence."""
    offset = view.sentence.start
    for mention in mentions(view.document):
        if not view.sentence.span.covers(mention.span):
            continue
        place = Span(mention.span.start - offset, mention.span.end - offset)
        for token in view.having(_ACTS | _NOUNS):
            if token.lower_ in _ACTS and token.pos_ in ("VERB", "ADJ"):
                yield from _verbal(token, place, mention, view)
            elif token.lower_ in _NOUNS and token.pos_ == "NOUN":
                yield from _nominal(token, place, view)


def _verbal(verb: Token, place: Span, treaty: Mention, view: View) -> Iterator[Found]:
    end = verb.idx + len(verb.text)
    gap = view.text[end : place.start]
    if verb.idx < place.start and _GAP.fullmatch(gap) and _reaches(verb, gap):
        actors = _actors(syntax.subject(verb), view, treaty)
    elif verb.idx > place.end and _is_done_to(verb, place, view):
        actors = _actors(syntax.agent(verb), view)
    elif _which_they(verb, place):
        actors = _actors(syntax.subject(verb), view, treaty)
    else:
        return
    yield from _events(verb, actors, view)


def _nominal(noun: Token, place: Span, view: View) -> Iterator[Found]:
    """ "America’s withdrawal from the Open Skies Treaty"."""
    end = noun.idx + len(noun.text)
    if noun.idx > place.start or not _NOUN_GAP.fullmatch(view.text[end : place.start]):
        return
    owner = syntax.child(noun, "poss", "amod", "compound", "nmod")
    yield from _events(noun, _actors(owner, view), view)


def _reaches(verb: Token, gap: str) -> bool:
    for stem, preposition in _REACH.items():
        if verb.lower_.startswith(stem):
            return bool(re.match(rf"\s+{preposition}\b", gap, re.I))
    return not re.match(r"\s*(?:from|out\s+of|on)\b", gap, re.I)


def _is_done_to(verb: Token, place: Span, view: View) -> bool:
    """ "the treaty was signed by …": the name is the subject of the passive."""
    if not syntax.is_passive(verb):
        return False
    word = syntax.passive_subject(verb)
    return word is not None and place.start <= word.idx < place.end


def _which_they(verb: Token, place: Span) -> bool:
    """ "the treaty, *which Bogotá signed* in 2019"."""
    noun = syntax.left_out(verb)
    return noun is not None and place.start <= noun.idx < place.end


def _actors(subject: Token | None, view: View, treaty: Mention | None = None) -> tuple[Party, ...]:
    if subject is None:
        return ()
    found = parties.states(subject, view)
    if found:
        return found
    end = subject.idx + len(subject.text)
    if parties.speaks_of_a_pair(view.text[subject.left_edge.idx : end]):
        both = treaty.treaty.parties if treaty and treaty.treaty else ()
        if len(both) == 2:  # "the two powers signed": those whose treaty it is
            return tuple(Party(code, None) for code in both)
        return parties.pair(view, subject.idx)
    return parties.they(view, subject, []) if parties.is_generic(subject) else ()


def _events(trigger: Token, actors: tuple[Party, ...], view: View) -> Iterator[Found]:
    """Two that sign are one event of both; of one or many, an event each; of none, none."""
    reading = modality.read(trigger, view)
    if reading.requested or reading.modality is Modality.HYPOTHETICAL:
        return
    pairs: list[tuple[Party, Party | None]] = [(actor, None) for actor in actors]
    if len(actors) == 2 and trigger.lower_.startswith(
        ("sign", "exten", "renew", "initial", "ratif")
    ):
        pairs = [(actors[0], actors[1])]
    for actor, target in pairs:
        yield Found(
            event=EVENT,
            trigger=view.span_of(trigger),
            token=trigger,
            modality=reading.modality,
            actor=actor,
            target=target,
        )
