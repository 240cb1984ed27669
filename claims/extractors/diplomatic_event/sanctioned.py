"""Sanctions told by the verb alone: "Washington sanctioned two Syrian banks"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.extractors.diplomatic_event import modality, parties, syntax
from claims.extractors.diplomatic_event.found import Found
from claims.extractors.diplomatic_event.verbs import forms
from claims.extractors.diplomatic_event.view import View
from claims.model import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

EVENT = "sanctions"

_VERBS = forms("sanction blacklist")
_FREEZE = forms("freeze")
NEEDLES = ("sanction", "blacklist", "freez", "froz")
_CUE = re.compile(
    r"\b(?:sanction(?:s|ed|ing)?|blacklist(?:s|ed|ing)?"
    r"|(?:fr(?:eez|oz)\w*)\s+(?:\w+\s+){0,3}assets)\b",
    re.I,
)


def wanted(text: str) -> bool:
    return bool(_CUE.search(text))


def _whose_assets(thing: Token) -> Token | None:
    """ "the assets *of four Mali banks*", "*its leaders’* assets"."""
    if thing.lower_ != "assets":
        return None
    of = next((c for c in syntax.children(thing, "prep") if c.lower_ == "of"), None)
    return syntax.child(of, "pobj") if of is not None else syntax.child(thing, "poss")


def find(view: View) -> Iterator[Found]:
    """Who sanctions whom. To sanction is also to approve: the object must be of another state."""
    for token in view.having(_VERBS | _FREEZE):
        freezes = token.lower_ in _FREEZE
        if token.pos_ != "VERB":
            continue
        if syntax.is_passive(token):
            subject = syntax.agent(token)
            thing = syntax.passive_subject(token)
        else:
            subject, thing = syntax.subject(token), syntax.child(token, "dobj")
        if subject is None or thing is None:
            continue
        if freezes:
            thing = _whose_assets(thing)
            if thing is None:
                continue
        reading = modality.read(token, view)
        if reading.requested or reading.modality is Modality.HYPOTHETICAL:
            continue
        for actor in parties.states(subject, view):
            for target in parties.states(thing, view):
                if actor.code != target.code:
                    yield Found(
                        event=EVENT,
                        trigger=view.span_of(token),
                        token=token,
                        modality=reading.modality,
                        actor=actor,
                        target=target,
                    )
