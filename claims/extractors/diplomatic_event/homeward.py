"""Whether what is done to an envoy takes him home, and whether his own state does it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extractors.diplomatic_event import parties
from claims.extractors.diplomatic_event.envoys import Envoy
from claims.extractors.diplomatic_event.verbs import forms
from claims.extractors.diplomatic_event.view import View

if TYPE_CHECKING:
    from spacy.tokens import Token

HOME = re.compile(
    r"(?<!from\s)(?<!at\s)(?<!a\s)\b(?:home|back)\b"
    r"(?!\s+(?:on|to)\s+(?:the|an?|its|his|her|their)\s+"
    r"(?:foreign|office|ministry|(?!(?:\w+\s+)?(?:capital|country|kingdom|island|homeland|nation)\b)"
    r"(?-i:[a-z])))",
    re.I,
)

_GO_HOME = re.compile(
    r"\b(?:return|come|go|fly|travel|head|report)(?:ing)?\s+(?:home|back)\b|\bto\s+(?:return|come\s+back)\b"
    r"|\breturn\s+to\b|\bcome\s+to\b",
    re.I,
)

CONSULT = re.compile(
    r"\b(?:for|to\s+hold)\s+(?:\w+\s+){0,2}?[“\"‘'«]*(?:\w+\s+)?"
    r"(?P<what>consultations?|consults|talks|discussions|deliberations|a\s+debriefing|instructions)\b",
    re.I,
)

WITH_OTHERS = re.compile(
    r"consultations?[”\"’']?\s+with\s+(?!(?:the\s+)?(?:his|her|its|their|foreign|president|government|officials|ministry))",
    re.I,
)

TO = re.compile(r"\bto\s+(?:the\s+)?$", re.I)

_TO_SUMMON = forms("summon")
_TO_ORDER = forms("ask tell invite order instruct direct require command")


def is_own(envoy: Envoy, subject: Token | None, view: View) -> bool:
    """Whether nothing says that the envoy is another’s than the one who acts."""
    senders, _ = parties.of_envoy(envoy, view)
    actors = parties.states(subject, view) if subject is not None else ()
    if senders and actors:
        return bool({p.code for p in senders} & {p.code for p in actors})
    return True


def leads_home(token: Token, envoy: Envoy, subject: Token | None, view: View) -> bool:
    rest = rest_of_clause(token, view)
    word = token.lower_
    senders, _ = parties.of_envoy(envoy, view)
    owned = envoy.possessive is not None or (
        bool(senders) and subject is not None and bool(parties.states(subject, view))
    )
    if word in _TO_ORDER:
        go = _GO_HOME.search(rest) or (
            word.startswith("order") and re.search(r"\b(?:home|back)\b", rest, re.I)
        )
        if not go:
            return False
        own = owned or (not senders and envoy.possessive is not None)
        if own or CONSULT.search(rest) or to_own_capital(rest, token, envoy, subject, view):
            return True
        return subject is None and not re.search(r"\b(?:leave|expel|persona)\b", rest)
    if to_own_capital(rest, token, envoy, subject, view):
        return True
    if HOME.search(rest[:90]):
        return True
    consults = bool(CONSULT.search(rest))
    if word in _TO_SUMMON:
        return owned and (envoy.possessive is not None or consults)
    return consults and owned and word.startswith(("call", "br"))


def to_own_capital(
    rest: str, token: Token, envoy: Envoy, subject: Token | None, view: View
) -> bool:
    """ "to Moscow", where Moscow is the envoy’s own."""
    start = token.idx + len(token.text)
    senders, hosts = parties.of_envoy(envoy, view)
    codes = {p.code for p in senders}
    if not codes and subject is not None:
        codes = {p.code for p in parties.states(subject, view)}
    for mention in view.mentions_in(start, start + len(rest)):
        if envoy.span.start <= mention.start < envoy.span.end:
            continue
        if not TO.search(view.text[start : mention.start]):
            continue
        if mention.code in {p.code for p in hosts}:
            continue
        if mention.code in codes or (not codes and not envoy.origin):
            return True
    return False


def announced_by_state(token: Token, view: View) -> bool:
    """Whether an embassy, a ministry or a government tells of the journey."""
    text = view.text
    told = re.search(
        r"\b(?:announc|said|sa(?:ys|id)|confirm|explain|order|told|decid|declar|stat(?:ed|ing|es))",
        text,
        re.I,
    )
    body = re.search(
        r"\b(?:embassy|ministry|government|kremlin|foreign office|state department|officials|"
        r"spokes(?:man|woman|person)|cabinet|authorities)\b",
        text,
        re.I,
    ) or any(
        m.kind.value in ("capital", "seat", "name", "alias") and m.end < token.idx
        for m in view.mentions
    )
    return bool(told and body)


def rest_of_clause(token: Token, view: View) -> str:
    """What follows the word up to where another clause begins, at most 160 characters."""
    rest = view.text[token.idx + len(token.text) :][:160]
    cut = re.search(
        r"[;:]|,\s+(?:and|but|while|which|who|after|as|saying)\b|\b(?:while|after|because)\b", rest
    )
    return rest[: cut.start()] if cut else rest
