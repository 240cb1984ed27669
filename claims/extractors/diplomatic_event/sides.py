"""Who recalls, and from where: every pair of states that a recall joins.

First what the phrase says, then what the sentence says, then what the article says; a guess comes
last and is taken only where one state is left.
"""

from __future__ import annotations

import re

from claims import countries
from claims.extractors.diplomatic_event import homeward, parties, syntax
from claims.extractors.diplomatic_event.found import Hit
from claims.extractors.diplomatic_event.view import View
from claims.model import Party

_FROM = re.compile(
    r"\b(?:from|out\s+of)\s+(?:(?:his|her|its|their|the|a)\s+)?(?:(?:post|posts|position|embassy|"
    r"mission|duty|job|capital)\s+(?:in|at|to)\s+)?(?:the\s+)?(?:court\s+of\s+|capital,?\s+)?$",
    re.I,
)

# "recalled to Delhi", "called its envoy back to Ankara", not "over arms sales to Baku"
_HOMEWARD_TO = re.compile(r"(?:^\s*|\b(?:home|back)\s+)to\s+(?:the\s+)?$", re.I)
_RECIPROCAL = re.compile(
    r"\b(?:respective|each\s+other|one\s+another|(?:the|both)\s+(?:two\s+)?(?:countries|nations|neighbou?rs)|"
    r"two\s+(?:countries|nations)|both\s+(?:sides|capitals)|tit-for-tat)\b",
    re.I,
)

Pair = tuple[Party | None, Party | None]


def told(hit: Hit, view: View) -> list[Pair]:
    """The pairs that the words around the trigger name in full."""
    actors = _senders(hit, view)
    return [(actor, target) for actor in actors for target in _hosts(hit, view, list(actors))]


def pairs(hit: Hit, view: View, settled: list[Pair]) -> list[Pair]:
    """Every (actor, target) of the trigger. ``settled`` are the pairs of the sentence's others."""
    actors = list(_senders(hit, view))
    targets = list(_hosts(hit, view, actors))
    if len(actors) == 2 and not targets and _is_reciprocal(hit, view, actors):
        return [(actors[0], actors[1]), (actors[1], actors[0])]
    if not actors:
        actors = list(_senders_guessed(hit, view, targets, settled))
    if not targets and not hit.envoy.body:
        targets = list(_hosts_guessed(hit, view, actors, settled))
    left: list[Party | None] = [*actors] or [None]
    right: list[Party | None] = [*targets] or [None]
    crossed = [(a, t) for a in left for t in right if a is None or t is None or a.code != t.code]
    return crossed or [(left[0], None)]


def _senders(hit: Hit, view: View) -> tuple[Party, ...]:
    senders, hosts = parties.of_envoy(hit.envoy, view)
    subject = hit.subject
    if senders:
        return senders
    if subject is not None:
        found = tuple(
            p for p in parties.states(subject, view) if p.code not in [h.code for h in hosts]
        )
        if found:
            return found
        if parties.speaks_of_a_pair(
            view.text[subject.left_edge.idx : subject.idx + len(subject.text)]
        ):
            return parties.pair(view, subject.idx)
    barred = (
        [h.code for h in hosts]
        + [m.code for m in hit.envoy.origin]
        + [m.code for m in after_from(hit, view)]
    )
    if hit.envoy.possessive in ("our", "my") and (speaking := _speakers(view)):
        return tuple(p for p in speaking if p.code not in barred)
    if hit.envoy.possessive:
        if subject is not None and subject.lower_ == "they" and hit.envoy.possessive == "their":
            return parties.they(view, subject, barred)
        owner = parties.before(view, hit.envoy.span.start, barred)
        return (owner,) if owner else ()
    if subject is not None and parties.is_generic(subject):
        return parties.they(view, subject, barred)
    return ()


_SAID = frozenset("said says told tells added announced declared wrote".split())


def _speakers(view: View) -> tuple[Party, ...]:
    """Whose "our ambassador" it is: the state of the one who is quoted in the sentence."""
    for word in view.doc:
        subject = syntax.child(word, "nsubj") if word.lower_ in _SAID else None
        if subject is not None and (found := parties.states(subject, view)):
            return found
    return ()


def _hosts(hit: Hit, view: View, actors: list[Party]) -> tuple[Party, ...]:
    _, hosts = parties.of_envoy(hit.envoy, view)
    own = [a.code for a in actors]
    named = hosts or tuple(parties.party(m, view) for m in hit.envoy.origin)
    if not named:
        named = tuple(parties.party(m, view) for m in after_from(hit, view))
    return tuple(p for p in named if p.code not in own)


def after_from(hit: Hit, view: View) -> list[countries.Mention]:
    """ "recalled from his post in Lima", "out of La Paz": after the trigger, in its clause."""
    start = max(hit.token.idx + len(hit.token.text), 0)
    rest = homeward.rest_of_clause(hit.token, view)
    found: list[countries.Mention] = []
    for mention in view.mentions_in(start, start + len(rest)):
        gap = view.text[start : mention.start]
        if _FROM.search(gap) or (
            found
            and re.fullmatch(
                r"\s*(?:,|and|,\s*and)\s*(?:the\s+)?", view.text[found[-1].end : mention.start]
            )
        ):
            found.append(mention)
    return found


def _senders_guessed(
    hit: Hit, view: View, targets: list[Party], settled: list[Pair]
) -> tuple[Party, ...]:
    """Whose envoy it must be, where the phrase does not say."""
    codes = [t.code for t in targets]
    start = hit.token.idx + len(hit.token.text)
    rest = homeward.rest_of_clause(hit.token, view)
    for mention in view.mentions_in(start, start + len(rest)):
        if _HOMEWARD_TO.search(view.text[start : mention.start]) and mention.code not in codes:
            return (parties.party(mention, view),)
    for actor, target in settled:
        if not (actor and target) or target.code in codes:
            continue
        if not codes or actor.code in codes:
            return (target,)
    if codes and codes[0] and (code := view.roster.sender_to(codes[0])):
        return (Party(code, None),)
    if hit.envoy.person and not hit.envoy.senders and not hit.envoy.hosts:
        cause = _after_cause(hit, view)
        if len(cause) > 1:
            return tuple(p for p in cause[1:2] if p.code not in codes)
        codes += [p.code for p in cause]  # what the recall answers comes from the host
    one = parties.before(view, hit.token.idx, codes)
    if one is None:
        one = parties.other_than(view, codes, hit.token.idx)
    return (one,) if one else ()


def _hosts_guessed(
    hit: Hit, view: View, actors: list[Party], settled: list[Pair]
) -> tuple[Party, ...]:
    """Where the envoy must serve: as another recall of the sentence, the article's posts, the one
    other country at hand."""
    codes = [a.code for a in actors]
    if hit.envoy.indefinite and not codes:
        return ()
    for actor, target in settled:
        if actor and target and target.code in codes:
            return (actor,)
        if actor and target and actor.code in codes and hit.noun:
            return (target,)
    if hit.envoy.elliptic:
        shared = {target.code: target for _, target in settled if target}
        return tuple(shared.values()) if len(shared) == 1 else ()
    for code in codes:
        if code and (host := view.roster.host_of(code)) and host not in codes:
            return (Party(host, None),)
    if hit.envoy.plural and len(codes) < 2 and not hit.envoy.possessive:
        return ()
    cause = [p for p in _after_cause(hit, view) if p.code not in codes]
    if cause:
        return (cause[0],)
    one = parties.other_than(view, codes, hit.token.idx)
    return (one,) if one else ()


def _after_cause(hit: Hit, view: View) -> list[Party]:
    """The states named in what the recall answers, in order: "after a speech by Macron …"."""
    start = hit.token.idx + len(hit.token.text)
    cause = re.compile(r"\b(?:after|following|over|amid|because|as|in\s+response)\b", re.I).search(
        view.text, start
    )
    if cause is None:
        return []
    places = [(m.start, parties.party(m, view)) for m in view.mentions if m.start > cause.end()]
    for word in view.tokens:
        if word.idx < cause.end() or not word.text[:1].isupper() or view.mention_at(word):
            continue
        if one := parties.person_state(word, view):
            places.append((word.idx, one))
    found: dict[str | None, Party] = {}
    for _, one in sorted(places, key=lambda p: p[0]):
        found.setdefault(one.code, one)
    return list(found.values())


def _is_reciprocal(hit: Hit, view: View, actors: list[Party]) -> bool:
    if _RECIPROCAL.search(view.text):
        return True
    codes = {a.code for a in actors}
    others = {m.code for m in view.mentions} - codes
    earlier = [m for s in view.earlier(1) for m in countries.find(s.text) if m.code not in codes]
    return not others and not earlier
