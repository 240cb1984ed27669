"""Small questions to a dependency parse: who does it, to whom, and what stands above a word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.extractors.diplomatic_event.verbs import forms

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


def child(token: Token, *relations: str) -> Token | None:
    """The first dependent in one of these relations."""
    return next((c for c in token.children if c.dep_ in relations), None)


def children(token: Token, *relations: str) -> list[Token]:
    return [c for c in token.children if c.dep_ in relations]


def with_conjuncts(token: Token) -> list[Token]:
    """The token and what is joined to it: "France" in "France, Spain and Italy" → all three."""
    found, queue = [token], [token]
    while queue:
        for c in queue.pop().children:
            if c.dep_ in ("conj", "appos") and c.pos_ in ("PROPN", "NOUN", "PRON"):
                found.append(c)
                queue.append(c)
    return sorted(found, key=lambda t: t.i)


def is_passive(verb: Token) -> bool:
    """ "was recalled", "recalled by Oslo", "the recalled envoy", "an envoy recalled in May"."""
    if child(verb, "auxpass", "nsubjpass", "agent") is not None:
        return True
    if verb.tag_ == "JJ" and verb.dep_ == "amod":
        return True
    if verb.tag_ == "VBN" and verb.dep_ in ("amod", "acl", "conj", "advcl"):
        has_object = child(verb, "dobj", "obj") is not None
        if verb.dep_ == "conj" and child(verb, "aux", "nsubj") is None:
            return is_passive(verb.head) and not has_object
        return not has_object and child(verb, "aux") is None
    return False


def subject(verb: Token) -> Token | None:
    """The word for whoever acts: a verb's own subject, or the one it shares with its governor."""
    seen = 0
    node = verb
    while seen < 6:
        seen += 1
        if is_passive(node):
            agent = child(node, "agent")
            if agent is not None:
                return child(agent, "pobj")
            if node == verb:
                return None
        own = child(node, *_SUBJECTS)
        if own is not None and not (own.dep_ == "nsubjpass" and node == verb):
            return antecedent(own)
        head = node.head
        if head == node:
            return None
        match node.dep_:
            case "conj" | "xcomp" | "advcl" | "ccomp" | "dep" | "parataxis" | "prep" | "pcomp":
                controlled = child(head, "dobj") if node.dep_ == "xcomp" else None
                if node.dep_ == "pcomp" and head.lower_ == "into":  # "tricked him into signing"
                    controlled = child(head.head, "dobj")
                if controlled is not None and controlled.i < node.i:
                    return controlled
                if node.dep_ == "conj" and head.pos_ not in ("VERB", "AUX"):
                    return None
                node = head
            case "relcl":
                return head
            case "acl" | "amod":
                owner = child(head, "poss")
                if owner is not None:
                    return owner
                node = head
            case "dobj" | "pobj" | "attr" | "nsubjpass" | "oprd":
                node = head
            case _:
                return None
    return None


_ORDER = forms("order tell ask instruct direct force compel require command make")


def orderer(verb: Token) -> Token | None:
    """Who has another do it: "*Peru* told Chile to close its embassy"."""
    head = verb.head
    if verb.dep_ not in ("xcomp", "ccomp", "advcl") or head.lower_ not in _ORDER:
        return None
    return agent(head) if is_passive(head) else subject(head)


def antecedent(token: Token) -> Token:
    """ "who", "which": the word that the clause hangs on."""
    if token.lower_ in ("who", "which", "that", "whom") and token.head.dep_ == "relcl":
        noun: Token = token.head.head
        return noun
    return token


def left_out(verb: Token) -> Token | None:
    """ "the embargo (that) the council has imposed": the object of a relative clause."""
    subject, given = child(verb, "nsubj"), child(verb, "dobj")
    if verb.dep_ != "relcl" or subject is None or subject.lower_ in ("who", "which", "that"):
        return None
    if given is not None and given.lower_ not in ("that", "which", "whom"):
        return None
    head: Token = verb.head
    return head if head.i < subject.i else None


def passive_subject(verb: Token) -> Token | None:
    """What is acted upon in the passive: subject, noun of a participle, shared over "and"."""
    node, seen = verb, 0
    while seen < 5:
        seen += 1
        own = child(node, "nsubjpass") or (child(node, "nsubj") if node != verb else None)
        if own is not None:
            return antecedent(own)
        match node.dep_:
            case "relcl" | "acl" | "amod":
                head: Token = node.head
                return head
            case "conj" | "xcomp" | "advcl" | "pcomp" | "prep" | "ccomp":
                node = node.head
            case _:
                return child(verb, "nsubj")
    return None


def agent(verb: Token) -> Token | None:
    """Who acts in a passive: the word after "by", also where the parse hung it elsewhere."""
    own = child(verb, "agent")
    if own is not None:
        return child(own, "pobj")
    for word in verb.doc[verb.i + 1 : verb.i + 12]:
        if word.lower_ in (";", ",", "and", "who", "which"):
            return None
        if word.lower_ == "by":
            return child(word, "pobj")
    return None


def above(token: Token, limit: int = 8) -> Iterator[tuple[Token, Token]]:
    """(word, its governor) from the token upwards, nearest first."""
    node = token
    for _ in range(limit):
        if node.head == node:
            return
        yield node, node.head
        node = node.head
