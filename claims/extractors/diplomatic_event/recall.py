"""Ambassadors called home by their own state, in all the ways that news has of saying so.

*Recall* is also to remember, and products, squads and parliaments are recalled too: what makes an
event is an envoy in the right place of the sentence. A state that calls in another's envoy summons
him, one that sends him away expels him; neither is here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims import countries
from claims.extractors.diplomatic_event import envoys, modality, parties, roster, syntax
from claims.extractors.diplomatic_event.envoys import Envoy
from claims.extractors.diplomatic_event.found import Found
from claims.extractors.diplomatic_event.view import View
from claims.model import Modality, Party, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

EVENT = "ambassador_recall"

# What a sentence must hold to be worth a parse.
CUE = re.compile(
    r"\brecall|\bwithdr[ae]w|\bpull(?:s|ed|ing)?\b|\byank|\bcall(?:s|ed|ing)?\b|\bsummon|\border"
    r"|\breturn|\bhome\b|\bbr(?:ing|ought)\b|\bback\b|\bconsultations?\b",
    re.I,
)

_RECALL = frozenset("recall recalls recalled recalling".split())
_WITHDRAW = frozenset(
    "withdraw withdraws withdrew withdrawn withdrawing pull pulls pulled pulling yank yanks yanked "
    "yanking".split()
)
# With these, only a way home makes a recall: "called its envoy back", "ordered to return".
_DIRECT = frozenset(
    "call calls called calling summon summons summoned summoning order orders ordered ordering "
    "bring brings brought bringing fly flies flew flown flying invite invites invited inviting "
    "ask asks asked asking tell tells told telling instruct instructs instructed instructing "
    "direct directs directed directing command commands commanded require required get gets got".split()
)
_TO_SUMMON = frozenset("summon summons summoned summoning".split())
_MOVE = frozenset(
    "return returns returned returning come comes came coming go goes went gone going fly flies flew "
    "flown flying travel travels travelled traveled travelling traveling head heads headed heading "
    "leave leaves left leaving depart departs departed departing".split()
)
_NOUNS = frozenset("recall recalls withdrawal withdrawals return pullout".split())
_BE = frozenset("was were been being be is are 's ’s get got gets getting".split())

_C = r"(?:home|back)\b"
_HOME = re.compile(r"\b(?:home|back)\b(?!\s+to\s+(?:the|its|his|her)\s+(?:office|ministry|foreign))", re.I)
_GO_HOME = re.compile(
    r"\b(?:return|come|go|fly|travel|head|report)(?:ing)?\s+(?:home|back)\b|\bto\s+(?:return|come\s+back)\b"
    r"|\breturn\s+to\b|\bcome\s+to\b",
    re.I,
)
_CONSULT = re.compile(
    r"\b(?:for|to\s+hold)\s+(?:\w+\s+){0,2}?[“\"‘'«]*(?:\w+\s+)?"
    r"(?P<what>consultations?|consults|talks|discussions|deliberations|a\s+debriefing|instructions)\b",
    re.I,
)
_WITH_OTHERS = re.compile(r"consultations?[”\"’']?\s+with\s+(?!(?:the\s+)?(?:his|her|its|their|foreign|president|government|officials|ministry))", re.I)
_PROTEST = re.compile(r"\bin\s+protest\b|\bto\s+protest\b", re.I)
# Reasons that take an envoy home without any recall.
_PRIVATE = re.compile(
    r"\b(?:wedding|funeral|burial|holidays?|vacation|honeymoon|maternity|paternity|retir\w+|resign\w*|"
    r"stepp(?:ed|ing)\s+down|end\s+of\s+(?:his|her|their)\s+(?:term|tenure|posting|tour|mission)|"
    r"(?:term|tenure|posting|tour)\s+(?:of\s+duty\s+)?(?:ends|ended|expire[sd]|is\s+over)|"
    r"medical|treatment|surgery|illness|hospital|birthday|christmas|easter|ramadan|eid|graduation|"
    r"complet(?:ed|ing)|after\s+\w+\s+years|replaced\s+by|succeeded\s+by|family|trip|tour|visit)\b",
    re.I,
)
_REMEMBERED = re.compile(
    r"\s*(?:as\s+(?:a|an|the|one|being)\b|(?:saying|telling|asking|laughing|crying|smiling|joking|"
    r"warning|looking|giving|making|being|having|standing|sitting|walking|once|who\s+had\s+told)\b)",
    re.I,
)
_FONDLY = re.compile(r"\b(?:fondly|warmly|affectionately|vividly|best|dimly|wistfully)\s*$", re.I)
_GENERALLY = re.compile(r"\b(?:sometimes|often|usually|typically|normally|generally|rarely|seldom)\b", re.I)
_FROM = re.compile(
    r"\b(?:from|out\s+of)\s+(?:(?:his|her|its|their|the|a)\s+)?(?:(?:post|posts|position|embassy|"
    r"mission|duty|job|capital)\s+(?:in|at|to)\s+)?(?:the\s+)?(?:court\s+of\s+|capital,?\s+)?$",
    re.I,
)
_TO = re.compile(r"\bto\s+(?:the\s+)?$", re.I)
_RECIPROCAL = re.compile(
    r"\b(?:respective|each\s+other|one\s+another|(?:the|both)\s+(?:two\s+)?(?:countries|nations|neighbou?rs)|"
    r"two\s+(?:countries|nations)|both\s+(?:sides|capitals)|tit-for-tat)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Hit:
    """A trigger and the envoy it concerns. ``subject`` is the word for who acts, if any."""

    token: Token
    envoy: Envoy
    subject: Token | None
    noun: bool = False
    modality: Modality | None = None


def find(view: View) -> Iterator[Found]:
    """The recalls of one sentence."""
    seen: set[tuple[Span, str | None, str | None]] = set()
    hits = [hit for hit in _hits(view) if not _is_generic(hit, view)]
    settled = [pair for hit in hits for pair in _told(hit, view)]
    for hit in hits:
        reading = modality.read(hit.token, view)
        pairs = _pairs(hit, view, settled)
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
                modality=hit.modality or reading.modality,
                actor=actor,
                target=target,
                person=_person(hit, view),
                purpose=_purpose(hit, view),
            )


# ---- triggers -------------------------------------------------------------------------------


def _hits(view: View) -> Iterator[_Hit]:
    for token in view.doc:
        word = token.lower_
        if word in _NOUNS and _is_noun(token):
            yield from _nominal(token, view)
        elif word in _RECALL or word in _WITHDRAW:
            yield from _verbal(token, view)
        elif word in _DIRECT and token.pos_ in ("VERB", "NOUN", "PROPN", "AUX"):
            yield from _directed(token, view)
        if word in _MOVE and token.pos_ in ("VERB", "NOUN", "ADV"):
            yield from _moving(token, view)


def _verbal(token: Token, view: View) -> Iterator[_Hit]:
    """ "recalled its ambassador", "was recalled", "the recalled envoy", "pulled its envoy out"."""
    before = view.text[max(0, token.idx - 30) : token.idx]
    if _FONDLY.search(before):
        return
    found = _objects(token, view)
    if found and not _passive_form(token, view):
        after = view.text[found[-1].span.end :]
        if token.lower_ in _RECALL and _REMEMBERED.match(after):
            return
        if token.lower_ in _RECALL and _said_by_himself(token, view):
            return
        for envoy in found:
            yield _Hit(token, envoy, syntax.subject(token))
        return
    if _passive_form(token, view):
        after = view.text[token.idx + len(token.text) :]
        if token.lower_ in _RECALL and _REMEMBERED.match(after):
            return
        undergoer = _undergoer(token, view)
        if undergoer is not None:
            agent = syntax.child(token, "agent")
            yield _Hit(token, undergoer, syntax.child(agent, "pobj") if agent else None)


def _said_by_himself(token: Token, view: View) -> bool:
    """ "'…', recalled the ambassador": the envoy follows as the subject of a verb of speech."""
    text = view.text[: token.idx].rstrip()
    return text.endswith(('"', "”", ",", "''", "’")) and syntax.child(token, "nsubj", "aux") is None


def _nominal(token: Token, view: View) -> Iterator[_Hit]:
    """ "Russia’s recall of its ambassador", "the envoy’s recall", "letters of recall"."""
    text = view.text
    word = token.lower_
    before, after = text[: token.idx], text[token.idx + len(token.text) :]
    if word == "return":
        return
    if match := re.match(r"\s+of\s+", after):
        place = token.idx + len(token.text) + match.end()
        if envoy := _envoy_from(place, view):
            yield _Hit(token, envoy, _owner(token), noun=True)
            return
    owner = _owner(token)
    if owner is not None and (envoy := _envoy_of_word(owner, view)) is not None:
        yield _Hit(token, envoy, None, noun=True)
        return
    previous = token.nbor(-1) if token.i else None
    if previous is not None and (envoy := view.envoy_at(previous)) and not envoy.hosts:
        yield _Hit(token, envoy, None, noun=True)
        return
    formal = re.search(r"\b(?:letters?|notices?|orders?|decrees?)\s+of\s+$", before, re.I) or re.match(
        r"\s+(?:orders?|notices?)\b", after, re.I
    )
    if formal:
        known = [e for e in view.envoys if not e.indefinite]
        subject = syntax.subject(token)
        if known:
            yield _Hit(token, known[0], None, noun=True)
        elif subject is not None and (envoy := _envoy_of_word(subject, view)):
            yield _Hit(token, envoy, None, noun=True)


def _directed(token: Token, view: View) -> Iterator[_Hit]:
    """ "called its envoy home", "was summoned back to Quito", "ordered its ambassador to return"."""
    passive = _passive_form(token, view)
    if passive:
        undergoer = _undergoer(token, view)
        found = [undergoer] if undergoer else []
    else:
        found = _objects(token, view)
    for envoy in found:
        subject = syntax.subject(token) if not passive else None
        if passive and (agent := syntax.child(token, "agent")):
            subject = syntax.child(agent, "pobj")
        if _is_own(envoy, subject, view) and _leads_home(token, envoy, subject, view):
            yield _Hit(token, envoy, subject)


def _moving(token: Token, view: View) -> Iterator[_Hit]:
    """ "announced that its ambassador would return home": a journey that is told as an act of state."""
    if token.pos_ == "NOUN" and token.lower_ != "return":
        return
    owner = _owner(token) if token.pos_ == "NOUN" else syntax.subject(token)
    if owner is None or (envoy := _envoy_of_word(owner, view)) is None:
        return
    if _PRIVATE.search(view.text) or envoy.indefinite:
        return
    rest = _rest_of_clause(token, view)
    homeward = bool(re.match(r"\s+(?:\w+ly\s+)?(?:back\s+)?home\b", rest, re.I)) or _to_own_capital(
        rest, token, envoy, None, view
    )
    consult = _CONSULT.search(rest) and not _WITH_OTHERS.search(rest)
    departs = token.lower_ in ("leave", "leaves", "left", "leaving", "depart", "departs", "departed")
    if departs:
        if consult and re.search(r"\b(?:home|back)\b", rest) or (
            consult and _to_own_capital(rest, token, envoy, None, view)
        ):
            yield _Hit(token, envoy, None)
        return
    if homeward and (consult or _announced_by_state(token, view)):
        yield _Hit(token, envoy, None, noun=token.pos_ == "NOUN")


# ---- what the trigger concerns --------------------------------------------------------------


def _objects(verb: Token, view: View) -> list[Envoy]:
    """The envoys that the verb acts on: its object by the parse, or the phrase that follows it."""
    found = [e for e in (_following(verb, view), _own(verb, view)) if e is not None]
    for thing in syntax.children(verb, "dobj", "obj"):
        for word in syntax.with_conjuncts(thing):
            envoy = view.envoy_at(word)
            if envoy is None and word.pos_ == "PROPN":
                envoy = _known_person(word, view) or _sent_by_government(word, verb, view)
            if envoy is None and word.lower_ in ("him", "her", "them"):
                envoy = _object_pronoun(word, verb, view)
            if envoy is not None and not envoy.genitive and not _is_compound(envoy, view):
                found.append(envoy)
    unique = {e.head: e for e in found}
    ordered = sorted(unique.values(), key=lambda e: e.head)
    for envoy in list(ordered):
        ordered += [e for e in _joined(envoy, view) if e.head not in unique]
    return ordered


def _sent_by_government(word: Token, verb: Token, view: View) -> Envoy | None:
    """ "The Peruvian government recalled Ortiz": a government does not remember people; or any
    "bring Ortiz home" where the sentence is about diplomacy."""
    subject = syntax.subject(verb)
    state = subject is not None and (
        view.mention_at(subject) is not None
        or subject.lower_ in ("government", "ministry", "administration", "kremlin")
    )
    leads = verb.lower_ not in _RECALL and _HOME.search(_rest_of_clause(verb, view))
    if not (state or leads):
        return None
    if not leads and syntax.child(verb, "ccomp", "xcomp", "dobj") is not word:
        return None
    text = view.text[: word.idx] + " embassy " + view.text[word.idx :]
    if _NOT_DIPLOMACY.search(text) or view.mention_at(word) or not word.text[:1].isupper():
        return None
    if leads and not _DIPLOMACY.search(view.text):
        return None
    if word.ent_type_ in ("ORG", "GPE", "NORP", "PRODUCT", "EVENT", "LOC", "FAC", "WORK_OF_ART"):
        return None
    return Envoy(
        Span(word.idx, word.idx + len(word.text)),
        Span(word.idx, word.idx + len(word.text)),
        "ambassador",
        False,
        person=word.text,
    )


def _object_pronoun(word: Token, verb: Token, view: View) -> Envoy | None:
    """ "before Lima recalled her from her post": the envoy named before in the sentence."""
    rest = view.text[word.idx + len(word.text) :]
    if verb.lower_ in _RECALL and not re.match(r"\s*(?:from|to|home|for|on|in|after|over|[.,])", rest):
        return None
    return _envoy_of_word(word, view)


def _following(verb: Token, view: View) -> Envoy | None:
    """The envoy phrase that starts within six words after the verb, with no verb in between."""
    for envoy in view.envoys:
        gap = view.text[verb.idx + len(verb.text) : envoy.span.start]
        if envoy.head.start <= verb.idx or envoy.genitive:
            continue
        if envoy.span.start <= verb.idx:
            continue
        between = [t for t in view.doc if verb.idx < t.idx < envoy.span.start]
        if len(between) > 6 or re.search(r"[.;:,!?]", gap):
            return None
        if any(t.pos_ in ("VERB", "AUX", "SCONJ") or t.lower_ in ("that", "of", "by") for t in between):
            return None
        if any(t.pos_ in ("NOUN",) and t.lower_ not in ("home",) for t in between):
            return None
        return None if _is_compound(envoy, view) else envoy
    return None


def _joined(envoy: Envoy, view: View) -> Iterator[Envoy]:
    """ "its ambassador to Paris and its envoy in Rome": the ones that follow over "and"."""
    for other in view.envoys:
        gap = view.text[envoy.span.end : other.span.start]
        if other.span.start > envoy.span.end and re.fullmatch(r"\s*,?\s*(?:and\s+)?(?:also\s+)?", gap):
            yield other
            envoy = other


def _own(verb: Token, view: View) -> Envoy | None:
    """ "and recalled its own": the noun is that of the envoy before."""
    rest = view.text[verb.idx + len(verb.text) :]
    match = re.match(
        r"\s+(?:home\s+|back\s+)?(?:(?P<owner>its|their|his|her)\s+own(?!\s+(?!from|in|to|for|ambassador|envoy|back|home|out)[a-z])|theirs\b)",
        rest,
        re.I,
    )
    if not match:
        return None
    earlier = [e for e in view.envoys if e.span.start < verb.idx]
    if not earlier and not _envoy_before(view):
        return None
    if any(e.span.start - (verb.idx + len(verb.text) + match.start()) in range(0, 12) for e in view.envoys if e.span.start > verb.idx):
        return None
    start = verb.idx + len(verb.text) + match.start()
    start += len(match.group()) - len(match.group().lstrip())
    span = Span(start, verb.idx + len(verb.text) + match.end())
    return Envoy(span, span, "ambassador", False, possessive=match["owner"] or "their")


def _undergoer(verb: Token, view: View) -> Envoy | None:
    """The envoy of a passive: its subject, the noun of a participle, else the phrase before it."""
    word = syntax.passive_subject(verb)
    if word is not None:
        for one in syntax.with_conjuncts(word):
            if (envoy := _envoy_of_word(one, view)) is not None:
                return envoy
        if word.pos_ in ("NOUN", "PROPN") and word.i < verb.i and not view.mention_at(word):
            if verb.dep_ in ("amod", "acl", "relcl"):
                return None
    following = verb.nbor(1) if verb.i + 1 < len(view.doc) else None
    if following is not None and verb.tag_ == "VBN" and (envoy := view.envoy_at(following)):
        return envoy
    nearest = [e for e in view.envoys if e.span.end <= verb.idx and not e.genitive]
    if not nearest:
        return None
    envoy = nearest[-1]
    gap = view.text[envoy.span.end : verb.idx]
    close = len(gap) < 24 and not re.search(r"[;:,]|\band\b|\bwho\b", gap)
    return envoy if close else None


def _envoy_of_word(word: Token, view: View) -> Envoy | None:
    """The envoy that a word stands for: itself, a known name, or "he" for one named before."""
    if (envoy := view.envoy_at(word)) is not None:
        return envoy
    if word.pos_ == "PROPN" and (envoy := _known_person(word, view)):
        return envoy
    if word.lower_ in ("he", "she", "him", "his", "her", "who", "they", "their", "them"):
        earlier = [e for e in view.envoys if e.span.end <= word.idx and not e.indefinite]
        if earlier:
            return earlier[-1]
        if envoy := _envoy_before(view):
            span = Span(word.idx, word.idx + len(word.text))
            return replace(envoy, span=span, head=span)
    return _unknown_person(word, view)


def _known_person(word: Token, view: View) -> Envoy | None:
    """A name that the article has told to be an ambassador’s."""
    post = view.roster.envoys_by_surname.get(word.text)
    if post is None:
        return None
    span = Span(word.idx, word.idx + len(word.text))
    return Envoy(span, span, "ambassador", False, person=post.person)


# An unknown name is taken for an envoy’s where the sentence is about diplomacy.
_DIPLOMACY = re.compile(
    r"\b(?:embass(?:y|ies)|foreign\s+(?:ministry|minister|office)|diplomatic|diplomats?|ambassadors?|"
    r"bilateral|legation|for\s+[“\"]?consultations|tit-for-tat|state\s+department|sanctions|"
    r"from\s+(?:his|her)\s+(?:post|position)\s+(?:in|at|to))\b",
    re.I,
)
_NOT_DIPLOMACY = re.compile(
    r"\b(?:squad|team|coach|club|striker|goalkeeper|season|league|match|test|tour|innings|parliament|"
    r"agency|journalists?|correspondent|reporter|witness|jury|trial|troops|army|regiment|player|cabinet)\b",
    re.I,
)


def _unknown_person(word: Token, view: View) -> Envoy | None:
    """ "Okafor was recalled for consultations": a name, where the sentence speaks of diplomacy."""
    if word.pos_ != "PROPN" or view.mention_at(word) or word.ent_type_ not in ("PERSON", ""):
        return None
    if not view.text[word.idx : word.idx + 1].isupper() or parties.person_state(word, view):
        return None
    about = _DIPLOMACY.search(view.text) or len(parties.leaders_named(view)) > 1
    if not about or _NOT_DIPLOMACY.search(view.text):
        return None
    first = word
    while first.i and first.nbor(-1).pos_ == "PROPN" and first.nbor(-1).dep_ == "compound":
        first = first.nbor(-1)
    if view.mention_at(first):
        return None
    span = Span(first.idx, word.idx + len(word.text))
    return Envoy(span, span, "ambassador", False, person=view.text[span.start : span.end])


def _envoy_before(view: View) -> Envoy | None:
    """The last envoy of the two sentences before, with its country words carried over as codes."""
    for sentence in view.earlier(2):
        for envoy in reversed(envoys.find(sentence.text)):
            if not envoy.indefinite:
                return replace(envoy, senders=(), hosts=(), origin=(), person=envoy.person)
    return None


def _envoy_from(place: int, view: View) -> Envoy | None:
    """The envoy phrase or known name that begins at an offset."""
    for envoy in view.envoys:
        if envoy.span.start <= place + 12 and envoy.span.end > place and envoy.head.start >= place:
            return envoy
    for word in view.doc:
        if place <= word.idx < place + 30 and (envoy := _known_person(word, view)):
            return envoy
    return None


def _owner(token: Token) -> Token | None:
    return syntax.child(token, "poss")


def _is_compound(envoy: Envoy, view: View) -> bool:
    """ "its ambassador programme": the word only describes another."""
    for word in view.doc:
        if envoy.head.start <= word.idx < envoy.head.end and word.dep_ == "compound":
            head = word.head
            inside = envoy.span.start <= head.idx < envoy.span.end
            return head.pos_ == "NOUN" and not inside and head.lower_ not in ("home", "back")
    return False


def _is_noun(token: Token) -> bool:
    previous = token.nbor(-1).lower_ if token.i else ""
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    if previous in ("to", "will", "would", "not", "could", "should", "might", "must", "may", "they"):
        return False
    if token.lower_ in ("withdrawal", "withdrawals", "pullout"):
        return True
    if token.tag_ in ("NN", "NNS") or after in ("of", "order"):
        return True
    return previous in ("the", "a", "his", "her", "its", "their", "'s", "’s", "’", "of", "temporary")


def _passive_form(token: Token, view: View) -> bool:
    """By the parse, by a form of "be" before it, or as headlines have it: "Envoy recalled over …"."""
    if not token.lower_.endswith(("ed", "wn", "ht", "n", "t", "ld")):
        return False
    index = token.i - 1
    while index >= 0 and view.doc[index].pos_ in ("ADV", "PART"):
        index -= 1
    if index >= 0 and view.doc[index].lower_ in _BE:
        return True
    if index >= 0 and view.doc[index].lower_ in ("had", "has", "have"):
        return False
    if syntax.is_passive(token):
        return not (_following(token, view) and token.dep_ not in ("amod", "acl") and token.tag_ == "VBD")
    before = view.doc[token.i - 1] if token.i else None
    after = view.doc[token.i + 1].lower_ if token.i + 1 < len(view.doc) else ""
    beside = before is not None and view.envoy_at(before) is not None
    return beside and after in ("", "from", "over", "after", "amid", "for", "to", "by", "following", "home", "back", "in", ".")  # fmt: skip


# ---- is it his own state, and does it lead home ---------------------------------------------


def _is_own(envoy: Envoy, subject: Token | None, view: View) -> bool:
    """Whether nothing says that the envoy is another’s than the one who acts."""
    senders, _ = parties.of_envoy(envoy, view)
    actors = parties.states(subject, view) if subject is not None else ()
    if senders and actors:
        return bool({p.code for p in senders} & {p.code for p in actors})
    return True


def _leads_home(token: Token, envoy: Envoy, subject: Token | None, view: View) -> bool:
    rest = _rest_of_clause(token, view)
    word = token.lower_
    senders, _ = parties.of_envoy(envoy, view)
    owned = envoy.possessive is not None or (
        bool(senders) and subject is not None and bool(parties.states(subject, view))
    )
    if word in ("ask", "asks", "asked", "asking", "tell", "tells", "told", "telling", "invite",
                "invites", "invited", "inviting", "order", "orders", "ordered", "ordering",
                "instruct", "instructs", "instructed", "instructing", "direct", "directs",
                "directed", "directing", "require", "required", "command", "commanded"):  # fmt: skip
        go = _GO_HOME.search(rest) or (
            word.startswith("order") and re.search(r"\b(?:home|back)\b", rest, re.I)
        )
        if not go:
            return False
        own = owned or (not senders and envoy.possessive is not None)
        if own or _CONSULT.search(rest) or _to_own_capital(rest, token, envoy, subject, view):
            return True
        return subject is None and not re.search(r"\b(?:leave|expel|persona)\b", rest)
    if _to_own_capital(rest, token, envoy, subject, view):
        return True
    if _HOME.search(rest[:90]):
        return True
    consults = bool(_CONSULT.search(rest))
    if word in _TO_SUMMON:
        return owned and (envoy.possessive is not None or consults)
    return consults and owned and word.startswith(("call", "br"))


def _to_own_capital(
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
        if not _TO.search(view.text[start : mention.start]):
            continue
        if mention.code in {p.code for p in hosts}:
            continue
        if mention.code in codes or (not codes and not envoy.origin):
            return True
    return False


def _announced_by_state(token: Token, view: View) -> bool:
    """Whether an embassy, a ministry or a government tells of the journey."""
    text = view.text
    told = re.search(
        r"\b(?:announc|said|sa(?:ys|id)|confirm|explain|order|told|decid|declar|stat(?:ed|ing|es))", text, re.I
    )
    body = re.search(
        r"\b(?:embassy|ministry|government|kremlin|foreign office|state department|officials|"
        r"spokes(?:man|woman|person)|cabinet|authorities)\b",
        text,
        re.I,
    ) or any(m.kind.value in ("capital", "seat", "name", "alias") and m.end < token.idx for m in view.mentions)
    return bool(told and body)


def _rest_of_clause(token: Token, view: View) -> str:
    """What follows the word up to where another clause begins, at most 160 characters."""
    rest = view.text[token.idx + len(token.text) :][:160]
    cut = re.search(r"[;:]|,\s+(?:and|but|while|which|who|after|as|saying)\b|\b(?:while|after|because)\b", rest)
    return rest[: cut.start()] if cut else rest


# ---- who and whom ---------------------------------------------------------------------------

Pair = tuple[Party | None, Party | None]


def _told(hit: _Hit, view: View) -> list[Pair]:
    """The pairs that the words around the trigger name in full."""
    actors = _senders(hit, view)
    return [(actor, target) for actor in actors for target in _hosts(hit, view, list(actors))]


def _pairs(hit: _Hit, view: View, settled: list[Pair]) -> list[Pair]:
    """Every (actor, target) of the trigger. ``settled`` are the pairs of the sentence's others."""
    actors = list(_senders(hit, view))
    targets = list(_hosts(hit, view, actors))
    if len(actors) == 2 and not targets and _is_reciprocal(hit, view, actors):
        return [(actors[0], actors[1]), (actors[1], actors[0])]
    if not actors:
        actors = list(_senders_guessed(hit, view, targets, settled))
    if not targets and not hit.envoy.body:
        targets = list(_hosts_guessed(hit, view, actors, settled))
    return [
        (actor, target)
        for actor in actors or [None]
        for target in targets or [None]
        if actor is None or target is None or actor.code != target.code
    ] or [(actors[0] if actors else None, None)]


def _senders(hit: _Hit, view: View) -> tuple[Party, ...]:
    senders, hosts = parties.of_envoy(hit.envoy, view)
    subject = hit.subject
    if senders:
        return senders
    if subject is not None:
        found = tuple(p for p in parties.states(subject, view) if p.code not in [h.code for h in hosts])
        if found:
            return found
        if parties.speaks_of_a_pair(view.text[subject.left_edge.idx : subject.idx + len(subject.text)]):
            return parties.pair(view, subject.idx)
    barred = [h.code for h in hosts] + [m.code for m in hit.envoy.origin] + [
        m.code for m in _after_from(hit, view)
    ]
    if hit.envoy.possessive:
        owner = parties.before(view, hit.envoy.span.start, barred)
        return (owner,) if owner else ()
    if subject is not None and parties.is_generic(subject):
        owner = parties.before(view, subject.idx, barred)
        return (owner,) if owner else ()
    return ()


def _hosts(hit: _Hit, view: View, actors: list[Party]) -> tuple[Party, ...]:
    senders, hosts = parties.of_envoy(hit.envoy, view)
    own = [a.code for a in actors]
    named = hosts or tuple(parties.party(m, view) for m in hit.envoy.origin)
    if not named:
        named = tuple(parties.party(m, view) for m in _after_from(hit, view))
    return tuple(p for p in named if p.code not in own)


def _after_from(hit: _Hit, view: View) -> list[countries.Mention]:
    """ "recalled from his post in Lima", "out of La Paz": after the trigger, in its clause."""
    start = max(hit.token.idx + len(hit.token.text), 0)
    rest = _rest_of_clause(hit.token, view)
    found: list[countries.Mention] = []
    for mention in view.mentions_in(start, start + len(rest)):
        gap = view.text[start : mention.start]
        if _FROM.search(gap) or (found and re.fullmatch(r"\s*(?:,|and|,\s*and)\s*(?:the\s+)?", view.text[found[-1].end : mention.start])):
            found.append(mention)
    return found


def _senders_guessed(
    hit: _Hit, view: View, targets: list[Party], settled: list[Pair]
) -> tuple[Party, ...]:
    """Whose envoy it must be, where the phrase does not say."""
    codes = [t.code for t in targets]
    start = hit.token.idx + len(hit.token.text)
    rest = _rest_of_clause(hit.token, view)
    for mention in view.mentions_in(start, start + len(rest)):
        if _TO.search(view.text[start : mention.start]) and mention.code not in codes:
            return (parties.party(mention, view),)
    for actor, target in settled:
        if actor and target and (not codes or actor.code in codes):
            if target.code not in codes:
                return (target,)
    if codes and codes[0] and (code := view.roster.sender_to(codes[0])):
        return (Party(code, None),)
    if hit.envoy.person and not hit.envoy.senders and not hit.envoy.hosts:
        cause = _after_cause(hit, view)
        if len(cause) > 1:
            return tuple(p for p in cause[1:2] if p.code not in codes)
    one = parties.before(view, hit.token.idx, codes)
    if one is None:
        one = parties.other_than(view, codes, hit.token.idx)
    return (one,) if one else ()


def _hosts_guessed(
    hit: _Hit, view: View, actors: list[Party], settled: list[Pair]
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


def _after_cause(hit: _Hit, view: View) -> list[Party]:
    """The states named in what the recall answers, in order: "after a speech by Macron …"."""
    start = hit.token.idx + len(hit.token.text)
    cause = re.compile(r"\b(?:after|following|over|amid|because|as|in\s+response)\b", re.I).search(
        view.text, start
    )
    if cause is None:
        return []
    places = [(m.start, parties.party(m, view)) for m in view.mentions if m.start > cause.end()]
    for word in view.doc:
        if word.idx > cause.end() and word.text[:1].isupper() and not view.mention_at(word):
            if one := parties.person_state(word, view):
                places.append((word.idx, one))
    found: dict[str | None, Party] = {}
    for _, one in sorted(places, key=lambda p: p[0]):
        found.setdefault(one.code, one)
    return list(found.values())


def _is_reciprocal(hit: _Hit, view: View, actors: list[Party]) -> bool:
    if _RECIPROCAL.search(view.text):
        return True
    codes = {a.code for a in actors}
    others = {m.code for m in view.mentions} - codes
    earlier = [m for s in view.earlier(1) for m in countries.find(s.text) if m.code not in codes]
    return not others and not earlier


def _is_generic(hit: _Hit, view: View) -> bool:
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
    if hit.envoy.origin or _after_from(hit, view):
        return False
    if subject is not None and re.search(r"\b(?:several|some|many|two|three|four|five|six|\d+)\b", view.text[subject.left_edge.idx : subject.idx], re.I):
        return False
    return hit.token.tag_ in ("VBG", "VB", "VBP", "NN") or hit.envoy.plural or hit.token.lower_.endswith("s")


def _asked_by_another(reading: modality.Reading, pairs: list[Pair], view: View) -> bool:
    """Whether another state, the host above all, is the one who asks."""
    if reading.requested_by is None:
        return False
    askers = {p.code for p in parties.states(reading.requested_by, view)}
    actors = {actor.code for actor, _ in pairs if actor}
    return bool(askers) and not askers & actors


def _trigger(hit: _Hit, view: View) -> Span:
    """The trigger word, with "home", "back" or "out" where it follows at once."""
    after = view.text[hit.token.idx + len(hit.token.text) :]
    match = re.match(r"\s+(?:home|back|out)\b", after, re.I)
    moves = hit.token.lower_ in _MOVE
    end = hit.token.idx + len(hit.token.text) + (match.end() if match and not moves else 0)
    return Span(view.sentence.start + hit.token.idx, view.sentence.start + end)


def _person(hit: _Hit, view: View) -> str | None:
    if hit.envoy.person is None:
        return None
    post = view.roster.envoys_by_surname.get(envoys.surname(hit.envoy.person))
    return post.person if post else hit.envoy.person


def _purpose(hit: _Hit, view: View) -> str | None:
    rest = view.text[hit.token.idx :][:240]
    if match := _CONSULT.search(rest):
        what = match["what"].lower()
        return "consultations" if what.startswith("consult") else what
    return "protest" if _PROTEST.search(rest) else None


__all__ = ["CUE", "EVENT", "find", "roster"]
