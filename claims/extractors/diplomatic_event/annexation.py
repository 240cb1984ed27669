"""States that annex a territory, told by verb or by noun."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.extractors.diplomatic_event import modality, parties, syntax
from claims.extractors.diplomatic_event.found import Found
from claims.extractors.diplomatic_event.verbs import forms
from claims.extractors.diplomatic_event.view import View
from claims.model import Modality, Party
from claims.tables import rows

if TYPE_CHECKING:
    from spacy.tokens import Token

EVENT = "annexation"

_VERBS = forms("annex")
_NOUNS = frozenset({"annexation", "annexations", "annexing"})
_CUE = re.compile(r"\bannex(?:ed|es|ing|ations?)?\b", re.I)


def wanted(text: str) -> bool:
    return bool(_CUE.search(text))


def find(view: View) -> Iterator[Found]:
    """The annexations of one sentence."""
    for token in view.having(_VERBS | _NOUNS):
        word = token.lower_
        if word in _NOUNS and token.pos_ in ("NOUN", "PROPN"):
            yield from _event(token, _owner(token), _taken(token, ("of",), view), view)
        elif word in _VERBS and token.pos_ == "VERB":
            yield from _verbal(token, view)


def _verbal(verb: Token, view: View) -> Iterator[Found]:
    if syntax.is_passive(verb):
        actor = syntax.agent(verb)
        taken = syntax.passive_subject(verb)
    else:
        actor, taken = syntax.subject(verb), syntax.child(verb, "dobj")
    if taken is None or taken.pos_ not in ("PROPN", "NOUN", "ADJ"):
        return
    yield from _event(verb, actor, _phrase(taken, view), view)


def _owner(noun: Token) -> Token | None:
    """ "Russia’s annexation", "the Russian annexation", "the annexation of … by Russia"."""
    for word in noun.subtree:
        if word.lower_ == "by" and word.idx > noun.idx:
            return syntax.child(word, "pobj")
    return syntax.child(noun, "poss", "amod", "compound")


def _taken(noun: Token, prepositions: tuple[str, ...], view: View) -> str | None:
    for preposition in syntax.children(noun, "prep"):
        place = syntax.child(preposition, "pobj")
        if preposition.lower_ in prepositions and place is not None:
            return _phrase(place, view)
    return None


def _phrase(word: Token, view: View) -> str:
    end = word.idx + len(word.text)
    of = next((c for c in syntax.children(word, "prep") if c.lower_ == "of"), None)
    whole = syntax.child(of, "pobj") if of is not None else None
    if whole is not None:  # "two thirds of Western Sahara"
        end = whole.idx + len(whole.text)
    return view.text[word.left_edge.idx : end]


def _event(trigger: Token, actor: Token | None, taken: str | None, view: View) -> Iterator[Found]:
    reading = modality.read(trigger, view)
    if taken is None or reading.requested or reading.modality is Modality.HYPOTHETICAL:
        return
    actors = parties.states(actor, view) if actor is not None else ()
    if not actors and actor is not None and parties.is_generic(actor):
        one = parties.before(view, actor.idx, [])
        actors = (one,) if one else ()
    target = _from(trigger, view) or _holder(taken, view)
    if target is None and not actors and not any(c.isupper() for c in taken):
        return
    for one_actor in actors or (None,):
        if one_actor and target and one_actor.code == target.code:
            target = None
        yield Found(
            event=EVENT,
            trigger=view.span_of(trigger),
            token=trigger,
            modality=reading.modality,
            actor=one_actor,
            target=target,
        )


def _from(trigger: Token, view: View) -> Party | None:
    """ "annexed Crimea from Ukraine"."""
    rest = view.text[trigger.idx : trigger.idx + 100]
    for mention in view.mentions_in(trigger.idx, trigger.idx + 100):
        if re.search(r"\bfrom\s+(?:the\s+)?$", rest[: mention.start - trigger.idx]):
            return parties.party(mention, view)
    return None


def _holder(taken: str, view: View) -> Party | None:
    """The state whose the territory is, or was: itself a state, or a known region of one."""
    for region, code in _regions().items():
        if re.search(rf"\b{re.escape(region)}\b", taken):
            return Party(code, region)
    start = view.text.find(taken)
    named = view.mentions_in(start, start + len(taken)) if start >= 0 else []
    return parties.party(named[0], view) if named else None


@functools.lru_cache(maxsize=1)
def _regions() -> dict[str, str]:
    """Territory to the state that held it when it was annexed."""
    return {row["region"]: row["code"] for row in rows("annexed_regions")}
