"""Ambassadors called home by their own state, in all the ways that news has of saying so.

*Recall* is also to remember, and products, squads and parliaments are recalled too: what makes an
event is an envoy in the right place of the sentence. A state that calls in another's envoy summons
him, one that sends him away expels him; neither is here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.extractors.diplomatic_event import (
    envoys,
    homeward,
    modality,
    parties,
    sides,
    syntax,
    whom,
)
from claims.extractors.diplomatic_event.envoys import Envoy
from claims.extractors.diplomatic_event.found import Found, Hit
from claims.extractors.diplomatic_event.verbs import forms
from claims.extractors.diplomatic_event.view import View
from claims.model import Span
from claims.spacy_model import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

EVENT = "ambassador_recall"

# What a sentence must hold to be worth a parse.
CUE = re.compile(
    r"\brecall|\bwithdr[ae]w|\bpull(?:s|ed|ing)?\b|\byank|\bcall(?:s|ed|ing)?\b|\bsummon|\border"
    r"|\breturn|\bhome\b|\bbr(?:ing|ought)\b|\bback\b|\bconsultations?\b",
    re.I,
)


_WITHDRAW = forms("withdraw pull yank")
# With these, only a way home makes a recall: "called its envoy back", "ordered to return".
_DIRECT = forms("call summon order bring fly invite ask tell instruct direct command require get")
_MOVE = forms("return come go fly travel head leave depart")
_LEAVE = forms("leave depart")
_NOUNS = frozenset("recall recalls withdrawal withdrawals return pullout".split())

_TRIGGERS = _NOUNS | whom.RECALL | _WITHDRAW | _DIRECT | _MOVE

_PROTEST = re.compile(r"\bin\s+protest\b|\bto\s+protest\b", re.I)

# Reasons that take an envoy home without any recall.
_PRIVATE = re.compile(
    r"\b(?:wedding|funeral|burial|holidays?|vacation|honeymoon|maternity|paternity|retir\w+|resign\w*|"
    r"stepp(?:ed|ing)\s+down|end\s+of\s+(?:his|her|their)\s+(?:term|tenure|posting|tour|mission)|"
    r"(?:term|tenure|posting|tour)\s+(?:of\s+duty\s+)?(?:ends|ended|expire[sd]|is\s+over)|"
    r"medical|treatment|surgery|illness|hospital|birthday|christmas|easter|ramadan|eid|graduation|"
    r"complet(?:ed|ing)|after\s+\w+\s+years|replaced\s+by|succeeded\s+by|family|trip|tour|visit|"
    r"on\s+(?:\w+\s+)?leave)\b",
    re.I,
)

_HOMEWARD = re.compile(r"\b(?:home|back)\b", re.I)
_HOME_NEXT = re.compile(r"\s+(?:\w+ly\s+)?(?:back\s+)?home\b", re.I)
# "flew home on the orders of the president"
_ON_ORDERS = re.compile(
    r"\b(?:on|under)\s+(?:the\s+|his\s+|her\s+)?(?:\w+['’]s\s+)?(?:orders?|instructions?)\b", re.I
)
_REMEMBERED = re.compile(
    r"\s*(?:as\s+(?:an?|the|one|being)\b(?!\s+(?:\w+\s+)?(?:mark|sign|gesture|token|measure|protest|step|"
    r"response|warning|precaution|matter|result|signal|consequence|rebuke|show|first|reaction)\b)|(?:saying|telling|asking|laughing|crying|smiling|joking|"
    r"warning|looking|giving|making|being|having|standing|sitting|walking|once|who\s+had\s+told)\b)",
    re.I,
)

# "was pulled out of the rubble", "withdrawn from the race", not "from his post"
_OUT_OF_A_THING = re.compile(
    r"\s+(?:back\s+)?(?:out\s+of|from|off)\s+"
    r"(?!(?:\w+\s+){0,2}(?:post|posts|position|country|capital|embassy|mission)\b)",
    re.I,
)
_FONDLY = re.compile(r"\b(?:fondly|warmly|affectionately|vividly|best|dimly|wistfully)\s*$", re.I)

# "the recall of", "the recall to Brasília of", "the recall on Monday of"
_OF_WHOM = re.compile(
    r"(?:\s+(?:home|for\s+(?:urgent\s+)?(?:consultations|talks)"
    r"|(?:to|from|on|in)\s+[A-Z][\w.]*(?:\s[A-Z][\w.]*)?))?\s+of\s+"
)
_GENERALLY = re.compile(
    r"\b(?:sometimes|often|usually|typically|normally|generally|rarely|seldom)\b", re.I
)


def find(view: View) -> Iterator[Found]:
    """The recalls of one sentence."""
    seen: set[tuple[Span, str | None, str | None]] = set()
    hits = [hit for hit in _hits(view) if not _is_generic(hit, view)]
    settled = [pair for hit in hits for pair in sides.told(hit, view)]
    for hit in hits:
        reading = modality.read(hit.token, view)
        pairs = sides.pairs(hit, view, settled)
        if reading.requested and _asked_by_another(reading, pairs, view):
            continue
        trigger = _trigger(hit, view)
        for actor, target in pairs:
            key = (trigger, actor.code if actor else None, target.code if target else None)
            if key in seen:
                continue
            seen.add(key)
            yield Found(
                event=EVENT,
                trigger=trigger,
                token=hit.token,
                modality=reading.modality,
                actor=actor,
                target=target,
                person=_person(hit, view),
                purpose=_purpose(hit, view),
                follows=not (hit.envoy.body or hit.envoy.indefinite or hit.envoy.plural),
            )


def _hits(view: View) -> Iterator[Hit]:
    for token in view.having(_TRIGGERS):
        word = token.lower_
        if word in _NOUNS and _is_noun(token):
            yield from _nominal(token, view)
        elif word in whom.RECALL or word in _WITHDRAW:
            yield from _verbal(token, view)
        elif word in _DIRECT and token.pos_ in ("VERB", "NOUN", "PROPN", "AUX"):
            yield from _directed(token, view)
        if word in _MOVE and token.pos_ in ("VERB", "NOUN", "ADV"):
            yield from _moving(token, view)


def _verbal(token: Token, view: View) -> Iterator[Hit]:
    """ "recalled its ambassador", "was recalled", "the recalled envoy", "pulled its envoy out"."""
    before = view.text[max(0, token.idx - 30) : token.idx]
    if _FONDLY.search(before):
        return
    found = whom.objects(token, view)
    if found and not whom.passive_form(token, view):
        after = view.text[found[-1].span.end :]
        if token.lower_ in whom.RECALL and _REMEMBERED.match(after):
            return
        if token.lower_ in whom.RECALL and _said_by_himself(token, view):
            return
        for envoy in found:
            yield Hit(token, envoy, syntax.subject(token))
        return
    if whom.passive_form(token, view):
        after = view.text[token.idx + len(token.text) :]
        if token.lower_ in whom.RECALL and _REMEMBERED.match(after):
            return
        undergoer = whom.undergoer(token, view)
        if (
            token.lower_ in _WITHDRAW
            and _OUT_OF_A_THING.match(after)
            and not _named_place(token, view)
        ):
            return
        if undergoer is not None:
            agent = syntax.child(token, "agent")
            yield Hit(token, undergoer, syntax.child(agent, "pobj") if agent else None)


def _named_place(token: Token, view: View) -> bool:
    start = token.idx + len(token.text)
    return bool(view.mentions_in(start, start + 40))


def _said_by_himself(token: Token, view: View) -> bool:
    """ "'…', recalled the ambassador": the envoy follows as the subject of a verb of speech."""
    text = view.text[: token.idx].rstrip()
    return text.endswith(('"', "”", ",", "''", "’")) and syntax.child(token, "nsubj", "aux") is None


def _nominal(token: Token, view: View) -> Iterator[Hit]:
    """ "Russia’s recall of its ambassador", "the envoy’s recall", "letters of recall"."""
    text = view.text
    word = token.lower_
    before, after = text[: token.idx], text[token.idx + len(token.text) :]
    if word == "return" and lemma_of(token.head).lower() not in ("order", "announce"):
        return
    if match := _OF_WHOM.match(after):
        place = token.idx + len(token.text) + match.end()
        end = token.idx + len(token.text)
        if envoy := whom.envoy_from(place, view) or whom.own_after(end, view):
            yield Hit(token, envoy, whom.owner(token), noun=True)
        return
    owner = whom.owner(token)
    if owner is not None and (envoy := whom.envoy_of_word(owner, view)) is not None:
        yield Hit(token, envoy, None, noun=True)
        return
    previous = token.nbor(-1) if token.i else None
    if previous is not None and (envoy := view.envoy_at(previous)) and not envoy.hosts:
        yield Hit(token, envoy, None, noun=True)
        return
    formal = re.search(
        r"\b(?:letters?|notices?|orders?|decrees?)\s+of\s+$", before, re.I
    ) or re.match(r"\s+(?:orders?|notices?)\b", after, re.I)
    if formal:
        known = [e for e in view.envoys if not e.indefinite]
        subject = syntax.subject(token)
        if known:
            yield Hit(token, known[0], None, noun=True)
        elif subject is not None and (envoy := whom.envoy_of_word(subject, view)):
            yield Hit(token, envoy, None, noun=True)


def _directed(token: Token, view: View) -> Iterator[Hit]:
    """ "called its envoy home", "was summoned back to Quito", "ordered its envoy to return"."""
    passive = whom.passive_form(token, view)
    if passive:
        undergoer = whom.undergoer(token, view)
        found = [undergoer] if undergoer else []
    else:
        found = whom.objects(token, view)
    for envoy in found:
        subject = syntax.subject(token) if not passive else None
        if passive and (agent := syntax.child(token, "agent")):
            subject = syntax.child(agent, "pobj")
        if homeward.is_own(envoy, subject, view) and homeward.leads_home(
            token, envoy, subject, view
        ):
            yield Hit(token, envoy, subject)


def _moving(token: Token, view: View) -> Iterator[Hit]:
    """ "announced that its ambassador would return home": a journey told as an act of state."""
    if token.pos_ == "NOUN" and token.lower_ != "return":
        return
    owner = whom.owner(token) if token.pos_ == "NOUN" else syntax.subject(token)
    if owner is None or (envoy := whom.envoy_of_word(owner, view)) is None:
        return
    if _PRIVATE.search(view.text) or envoy.indefinite or _sent_by_another(token, envoy, view):
        return
    rest = homeward.rest_of_clause(token, view)
    to_capital = homeward.to_own_capital(rest, token, envoy, None, view)
    consults = homeward.CONSULT.search(rest) and not homeward.WITH_OTHERS.search(rest)
    if token.lower_ in _LEAVE:
        if consults and (to_capital or _HOMEWARD.search(rest)):
            yield Hit(token, envoy, None)
        return
    goes_home = to_capital or _HOME_NEXT.match(rest)
    if goes_home and (
        consults or _ON_ORDERS.search(rest) or homeward.announced_by_state(token, view)
    ):
        yield Hit(token, envoy, None, noun=token.pos_ == "NOUN")


def _sent_by_another(token: Token, envoy: Envoy, view: View) -> bool:
    """ "Kenya told the Somali envoy to go home": the host sends him away."""
    orderer = syntax.orderer(token)
    return orderer is not None and not homeward.is_own(envoy, orderer, view)


def _is_noun(token: Token) -> bool:
    previous = token.nbor(-1).lower_ if token.i else ""
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    if previous in (
        "to",
        "will",
        "would",
        "not",
        "could",
        "should",
        "might",
        "must",
        "may",
        "they",
    ):
        return False
    if token.lower_ in ("withdrawal", "withdrawals", "pullout"):
        return True
    if token.tag_ in ("NN", "NNS") or after in ("of", "order"):
        return True
    return previous in (
        "the",
        "a",
        "his",
        "her",
        "its",
        "their",
        "'s",
        "’s",
        "’",
        "of",
        "temporary",
    )


def _is_generic(hit: Hit, view: View) -> bool:
    """ "Recalling an ambassador is a big deal", "sometimes ambassadors are withdrawn"."""
    if not hit.envoy.indefinite:
        return False
    if _GENERALLY.search(view.text):
        return True
    subject = hit.subject
    if subject is not None and parties.states(subject, view):
        return False
    if subject is not None and parties.is_generic(subject) and subject.tag_ != "NNS":
        return False
    if hit.envoy.origin or sides.after_from(hit, view):
        return False
    if subject is not None and re.search(
        r"\b(?:several|some|many|two|three|four|five|six|\d+)\b",
        view.text[subject.left_edge.idx : subject.idx],
        re.I,
    ):
        return False
    return (
        hit.token.tag_ in ("VBG", "VB", "VBP", "NN")
        or hit.envoy.plural
        or hit.token.lower_.endswith("s")
    )


def _asked_by_another(reading: modality.Reading, pairs: list[sides.Pair], view: View) -> bool:
    """Whether another state, the host above all, is the one who asks."""
    if reading.requested_by is None:
        return False
    askers = {p.code for p in parties.states(reading.requested_by, view)}
    actors = {actor.code for actor, _ in pairs if actor}
    return bool(askers) and not askers & actors


def _trigger(hit: Hit, view: View) -> Span:
    """The trigger word, with "home", "back" or "out" where it follows at once."""
    after = view.text[hit.token.idx + len(hit.token.text) :]
    match = re.match(r"\s+(?:home|back|out)\b", after, re.I)
    moves = hit.token.lower_ in _MOVE
    end = hit.token.idx + len(hit.token.text) + (match.end() if match and not moves else 0)
    return Span(view.sentence.start + hit.token.idx, view.sentence.start + end)


def _person(hit: Hit, view: View) -> str | None:
    if hit.envoy.person is None:
        return None
    post = view.roster.envoys_by_surname.get(envoys.surname(hit.envoy.person))
    return post.person if post else hit.envoy.person


def _purpose(hit: Hit, view: View) -> str | None:
    rest = view.text[hit.token.idx :][:240]
    if match := homeward.CONSULT.search(rest):
        what = match["what"].lower()
        return "consultations" if what.startswith("consult") else what
    return "protest" if _PROTEST.search(rest) else None
