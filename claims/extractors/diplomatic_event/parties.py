"""Which states a phrase stands for: by name, by seat, by their people, by what was said before."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from claims.countries import Kind, Mention
from claims.extractors.diplomatic_event import dateline, roster, syntax
from claims.extractors.diplomatic_event.envoys import Envoy
from claims.extractors.diplomatic_event.view import View
from claims.model import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

# Words for a state whose name stands elsewhere: "the ministry denied that it had …"
_GENERIC = re.compile(
    r"(?:it|they|he|she|who|which|we|country|nation|kingdom|government|ministry|bloc|republic|president|"
    r"minister|authorities|officials?|regime|state|leader|emirate|sultanate|island|capital|premier|"
    r"king|spokes(?:man|woman|person)|administration|embassy|cabinet|parliament)$",
    re.I,
)
_OF_THE_POPE = re.compile(r"\b(?:nuncio|legate)", re.I)
# "16 countries of the European Union" act for themselves, not for the Union
_MEMBERS = frozenset("countries members nations states governments capitals allies some".split())
_BODIES = ("government", "ministry", "officials", "authorities")
# "the two countries", "both sides", "each side"
_PAIR = re.compile(
    r"\b(?:(?:the|both|these|those)\s+)?(?:two|both|each|neighbou?ring)\s+(?:\w+\s+)?"
    r"(?:countries|nations|states|neighbou?rs|sides?|governments|capitals|powers|allies|rivals|"
    r"country|nation)\b|\b(?:one another|each other)\b|\bthe\s+(?:neighbou?rs|rivals)\b",
    re.I,
)


def party(mention: Mention, view: View) -> Party:
    """The mention as a side of an event: its code and its words."""
    return Party(code_of(mention, view), view.text[mention.start : mention.end])


def in_words(one: Party | None, view: View) -> Party | None:
    """The party in the words of its own sentence, where another told whose envoy it is."""
    if one is None or one.code is None or one.text is not None:
        return one
    named = next((m for m in view.mentions if code_of(m, view) == one.code), None)
    return party(named, view) if named else one


def code_of(mention: Mention, view: View) -> str:
    """The code, where the words may mean two: the one that the article otherwise names."""
    plain = view.roster.plain
    if mention.code in plain:
        return mention.code
    return next((other for other in mention.also if other in plain), mention.code)


def states(token: Token, view: View) -> tuple[Party, ...]:
    """The states that a noun phrase stands for: "Saudi Arabia and its ally Bahrain" → SA, BH."""
    found: list[Party] = []
    for word in syntax.with_conjuncts(token):
        one = _state(word, view)
        if one is not None and one.code not in [p.code for p in found]:
            found.append(one)
    return tuple(found)


def _state(word: Token, view: View) -> Party | None:
    if mention := view.mention_at(word):
        return party(mention, view)
    if envoy := view.envoy_at(word):
        return party(envoy.senders[0], view) if envoy.senders else None
    before = view.mentions_in(word.left_edge.idx, word.idx)
    of = _after_of(word, view)
    if of is not None and not (before and before[0].kind is Kind.ADJECTIVE):
        return party(of, view)
    if before:
        return party(before[0], view)
    if word.lower_ in ("pope", "pontiff"):
        return Party("VA", word.text)
    return person_state(word, view) or _government_of(word, view)


def _government_of(word: Token, view: View) -> Party | None:
    """ "the Bush *administration*", "Assad’s government": told by who leads it."""
    if word.lower_ not in ("administration", "government", "regime", "cabinet"):
        return None
    named = (leader(c.text, view) for c in syntax.children(word, "compound", "poss", "nmod"))
    return next((one for one in named if one), None)


def _after_of(word: Token, view: View) -> Mention | None:
    """ "the government of Peru", "the ministry in Moscow"."""
    if word.lower_ in _MEMBERS:
        return None
    for preposition in syntax.children(word, "prep"):
        if preposition.lower_ not in ("of", "in"):
            continue
        place = syntax.child(preposition, "pobj")
        mention = view.mention_at(place) if place is not None else None
        if mention and (preposition.lower_ == "of" or word.lower_ in _BODIES):
            return mention
    return None


def person_state(word: Token, view: View) -> Party | None:
    """The state that a leader leads: as the article says it, else by the table of leaders."""
    if word.pos_ not in ("PROPN", "NOUN", "VERB", "ADJ"):
        return None
    return leader(word.text, view) or _by_two_words(word, view)


def _by_two_words(word: Token, view: View) -> Party | None:
    """ "King Charles III", "Xi Jinping": a ruler whom title and name, or both names, tell."""
    if word.pos_ != "PROPN":
        return None
    words = view.text[word.left_edge.idx : word.idx + len(word.text)][-80:].split()
    for name in map(" ".join, itertools.pairwise(words)):
        if code := roster.leaders().get(name):
            return Party(code, name)
    return None


def leader(name: str, view: View) -> Party | None:
    """The state of a leader known by this name, with the name for its words."""
    code = view.roster.states_by_surname.get(name) or roster.leaders().get(name)
    return Party(code, name) if code else None


def leaders_named(view: View) -> list[Party]:
    """The states of the leaders that the sentence names."""
    found = []
    for word in view.tokens:
        if word.text[:1].isupper() and (one := person_state(word, view)):
            found.append(one)
    return found


def is_generic(word: Token) -> bool:
    return bool(_GENERIC.match(word.lower_)) or word.pos_ == "PRON"


def before(view: View, offset: int, exclude: Iterable[str | None]) -> Party | None:
    """What "it" or "the country" stands for at an offset: a subject before it, else a country
    before it, else the first country of an earlier sentence; never one of the excluded."""
    barred = set(exclude)
    candidates = [
        one
        for word in view.tokens
        if word.idx < offset and word.dep_ in ("nsubj", "nsubjpass", "poss", "agent")
        for one in states(word, view)
    ]
    named = [m for m in view.mentions if m.end <= offset]
    candidates = candidates[::-1] + [party(m, view) for m in (*named, *view.written_in)]
    for one in candidates:
        if one.code not in barred:
            return one
    for sentence in view.earlier():
        for mention in dateline.named(sentence.text):
            if mention.code not in barred:
                return Party(mention.code, None)
    return None


def they(view: View, word: Token, exclude: Iterable[str | None]) -> tuple[Party, ...]:
    """What "they" and "their" stand for: the last subject before of several states, if any;
    for any other word what :func:`before` says."""
    if word.lower_ in ("they", "their", "them"):
        for subject in reversed(view.doc[: word.i]):
            if subject.dep_ in ("nsubj", "nsubjpass"):
                found = states(subject, view)
                if len(found) > 1:
                    return tuple(p for p in found if p.code not in set(exclude))
                if subject.tag_ in ("NN", "NNP", "NNS", "NNPS"):
                    break
    one = before(view, word.idx, exclude)
    return (one,) if one else ()


def pair(view: View, offset: int) -> tuple[Party, ...]:
    """The two that "both countries" stand for: in the sentence, else in those before it."""
    named = _distinct(party(m, view) for m in view.mentions)
    named = _distinct([*named, *leaders_named(view)])
    if len(named) == 2:
        return named
    for sentence in view.earlier():
        codes = dict.fromkeys(
            m.code for m in dateline.named(sentence.text) if not _is_mere_place(m, sentence.text)
        )
        if len(codes) == 2:
            return tuple(Party(code, None) for code in codes)
    if len(view.roster.frequent) >= 2:
        return tuple(Party(code, None) for code in view.roster.frequent[:2])
    return ()


def _is_mere_place(mention: Mention, text: str) -> bool:
    """ "at talks *in Asmara*": where it was, not who."""
    before = text[max(0, mention.start - 4) : mention.start]
    return mention.kind is Kind.CAPITAL and before.lower().endswith((" in ", " at "))


def speaks_of_a_pair(text: str) -> bool:
    return bool(_PAIR.search(text))


def of_envoy(envoy: Envoy, view: View) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """(senders, hosts) that the phrase itself names, then what the article says of the person."""
    senders = tuple(party(m, view) for m in envoy.senders)
    hosts = tuple(party(m, view) for m in envoy.hosts)
    if envoy.known is not None:
        senders = senders or _as_party(envoy.known.sender)
        hosts = hosts or _as_party(envoy.known.host)
    if envoy.person and (post := view.roster.envoys_by_surname.get(envoy.person.split()[-1])):
        if not senders and post.sender:
            senders = (Party(post.sender, None),)
        if not hosts and post.host:
            hosts = (Party(post.host, None),)
    if not senders and not envoy.possessive and _OF_THE_POPE.search(envoy.noun):
        senders = (Party("VA", None),)
    return senders, hosts


def _as_party(code: str | None) -> tuple[Party, ...]:
    return (Party(code, None),) if code else ()


def other_than(view: View, codes: Iterable[str | None], offset: int) -> Party | None:
    """The one country beside these in the sentence; of several the first after the offset;
    else the one of the sentences before."""
    barred = set(codes)
    named = [party(m, view) for m in view.mentions]
    here = [p for p in _distinct([*named, *leaders_named(view)]) if p.code not in barred]
    if len(here) == 1:
        return here[0]
    if here:
        after = [m for m in view.mentions if m.start > offset and m.code not in barred]
        return party(after[0], view) if after else None
    for sentence in view.earlier(2):
        codes_there = dict.fromkeys(
            m.code for m in dateline.named(sentence.text) if m.code not in barred
        )
        if codes_there:
            return Party(next(iter(codes_there)), None)
    return None


def other_here(view: View, codes: Iterable[str | None]) -> Party | None:
    """The one country beside these that the sentence names; None when not just one."""
    barred = set(codes)
    here = [p for p in _distinct(party(m, view) for m in view.mentions) if p.code not in barred]
    return here[0] if len(here) == 1 else None


def _distinct(found: Iterable[Party]) -> tuple[Party, ...]:
    return tuple({p.code: p for p in reversed(list(found))}.values())[::-1]
