"""Which envoy a verb acts on: its object, the subject of its passive, a name, "his", "its own"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.extractors.diplomatic_event import envoys, homeward, parties, syntax
from claims.extractors.diplomatic_event.envoys import Envoy, Post
from claims.extractors.diplomatic_event.view import View
from claims.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

RECALL = frozenset("recall recalls recalled recalling".split())
_AFTER_HEADLINE_PASSIVE = frozenset(
    "from over after amid for to by following home back in .".split()
) | {""}
# "recalled its own *the same evening*", where no noun follows
_AFTER_OWN = (
    r"(?:from|in|to|for|ambassador|envoy|back|home|out|a|an|the|that|this|last|next|on|at|by|as|too|"
    r"also|soon|shortly|later|after|before|within|when|while|over|and|but|two|three|four|five|"
    r"hours|days|weeks|yesterday|today|tomorrow|immediately|instead|again)\b"
)
_SOME = frozenset(
    "some most all many several two three four five six part both half number".split()
)
_THINGS = frozenset("ORG GPE NORP PRODUCT EVENT LOC FAC WORK_OF_ART".split())
_BE = frozenset("was were been being be is are 's ’s get got gets getting".split())

# An unknown name is taken for an envoy’s where the sentence is about diplomacy.
_DIPLOMACY = re.compile(
    r"\b(?:embass(?:y|ies)|foreign\s+(?:ministry|minister|office)|diplomatic|diplomats?|ambassadors?|"
    r"bilateral|legation|for\s+[“\"]?consultations|tit-for-tat|state\s+department|sanctions|"
    r"from\s+(?:his|her)\s+(?:post|position))\b",
    re.I,
)

_NOT_DIPLOMACY = re.compile(
    r"\b(?:squad|team|coach|club|striker|goalkeeper|season|league|match|test|tour|innings|parliament|"
    r"agency|journalists?|correspondent|reporter|witness|jury|trial|troops|army|regiment|player|cabinet)\b",
    re.I,
)


def objects(verb: Token, view: View, people: bool = True) -> list[Envoy]:
    """The envoys that the verb acts on: its object by the parse, or the phrase that follows it.

    ``people``: a name or "him" may stand for one.
    """
    own = own_after(verb.idx + len(verb.text), view)
    found = [e for e in (_following(verb, view), own) if e is not None]
    if (thing := syntax.left_out(verb)) is not None and (envoy := view.envoy_at(thing)):
        found.append(envoy)
    for thing in syntax.children(verb, "dobj", "obj"):
        if thing.lower_ in _SOME:  # "some of its sanctions"
            of = syntax.child(thing, "prep")
            thing = (syntax.child(of, "pobj") if of is not None else None) or thing
        words = syntax.with_conjuncts(thing)
        if thing.lower_ == "home":  # "bring Lena Moreau home", read as one compound
            words += [c for c in thing.children if c.dep_ == "compound" and c.pos_ == "PROPN"]
        for word in words:
            envoy = view.envoy_at(word)
            if envoy is None and people and word.pos_ == "PROPN":
                envoy = _known_person(word, view) or _sent_by_government(word, verb, view)
            if envoy is None and people and word.lower_ in ("him", "her", "them"):
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
    leads = verb.lower_ not in RECALL and homeward.HOME.search(homeward.rest_of_clause(verb, view))
    if not (state or leads):
        return None
    if not leads and syntax.child(verb, "ccomp", "xcomp", "dobj") != word:
        return None
    text = view.text[: word.idx] + " embassy " + view.text[word.idx :]
    if _NOT_DIPLOMACY.search(text) or view.mention_at(word) or not word.text[:1].isupper():
        return None
    if leads and not _DIPLOMACY.search(view.text):
        return None
    if not leads and word.ent_type_ in _THINGS:
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
    if verb.lower_ in RECALL and not re.match(
        r"\s*(?:from|to|home|for|on|in|after|over|[.,])", rest
    ):
        return None
    return envoy_of_word(word, view)


def _following(verb: Token, view: View) -> Envoy | None:
    """The envoy phrase that starts within six words after the verb, with no verb in between."""
    for envoy in view.envoys:
        gap = view.text[verb.idx + len(verb.text) : envoy.span.start]
        if envoy.head.start <= verb.idx or envoy.genitive:
            continue
        if envoy.span.start <= verb.idx:
            continue
        between = [t for t in view.tokens if verb.idx < t.idx < envoy.span.start]
        if len(between) > 6 or re.search(r"[.;:,!?]", gap):
            return None
        if any(
            t.pos_ in ("VERB", "AUX", "SCONJ") or t.lower_ in ("that", "of", "by") for t in between
        ):
            return None
        if any(t.pos_ in ("NOUN",) and t.lower_ not in ("home",) for t in between):
            return None
        return None if _is_compound(envoy, view) else envoy
    return None


def _joined(envoy: Envoy, view: View) -> Iterator[Envoy]:
    """ "its ambassador to Paris and its envoy in Rome": the ones that follow over "and"."""
    for other in view.envoys:
        gap = view.text[envoy.span.end : other.span.start]
        if other.span.start > envoy.span.end and re.fullmatch(
            r"\s*,?\s*(?:and\s+)?(?:also\s+)?", gap
        ):
            yield other
            envoy = other


def own_after(place: int, view: View) -> Envoy | None:
    """ "recalled its own", "the recall of its own": the noun is that of the envoy before."""
    rest = view.text[place:]
    match = re.match(
        rf"\s+(?:home\s+|back\s+|of\s+)?(?:(?P<owner>its|their|his|her)\s+own(?!\s+(?!{_AFTER_OWN})[a-z])"
        r"|theirs\b)",
        rest,
        re.I,
    )
    if not match:
        return None
    earlier = [e for e in view.envoys if e.span.start < place]
    if not earlier and not _envoy_before(view):
        return None
    if any(
        e.span.start - (place + match.start()) in range(12)
        for e in view.envoys
        if e.span.start > place
    ):
        return None
    start = place + match.start()
    start += len(match.group()) - len(match.group().lstrip())
    span = Span(start, place + match.end())
    possessive = match["owner"] or "their"
    return Envoy(span, span, "ambassador", False, possessive=possessive, elliptic=True)


def undergoer(verb: Token, view: View, people: bool = True) -> Envoy | None:
    """The envoy of a passive: its subject, the noun of a participle, else the phrase before it."""
    if (envoy := _before_comma(verb, view)) is not None:
        return envoy
    word = syntax.passive_subject(verb)
    if word is not None:
        for one in syntax.with_conjuncts(word):
            envoy = envoy_of_word(one, view) if people else view.envoy_at(one)
            if envoy is not None:
                return envoy
        hangs_on_noun = verb.dep_ in ("amod", "acl", "relcl") and word.pos_ in ("NOUN", "PROPN")
        if hangs_on_noun and word.i < verb.i and not view.mention_at(word):
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


def envoy_of_word(word: Token, view: View) -> Envoy | None:
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


def _unknown_person(word: Token, view: View) -> Envoy | None:
    """ "Okafor was recalled for consultations": a name, where the sentence speaks of diplomacy."""
    if word.pos_ != "PROPN" or view.mention_at(word) or word.text.isupper():
        return None
    if any(c.dep_ == "det" for c in word.children):
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
    """The last envoy of the two sentences before; its countries are carried over as codes."""
    for sentence in view.earlier(2):
        for envoy in reversed(envoys.find(sentence.text)):
            if envoy.indefinite:
                continue
            states = Post(
                envoy.senders[0].code if envoy.senders else None,
                envoy.hosts[0].code if envoy.hosts else None,
                envoy.person,
            )
            return replace(envoy, senders=(), hosts=(), origin=(), known=states)
    return None


def envoy_from(place: int, view: View, people: bool = True) -> Envoy | None:
    """The envoy phrase or known name that begins at an offset."""
    for envoy in view.envoys:
        if envoy.span.start <= place + 12 and envoy.span.end > place and envoy.head.start >= place:
            return envoy
    for word in view.tokens:
        if people and place <= word.idx < place + 30 and (known := _known_person(word, view)):
            return known
    return None


def owner(token: Token) -> Token | None:
    """ "Russia’s recall"; "her return home", where the parse takes "home" for the head."""
    if token.dep_ == "compound":
        return syntax.child(token, "poss") or syntax.child(token.head, "poss")
    return syntax.child(token, "poss")


def _next_is_a_thing(envoy: Envoy, view: View) -> bool:
    """ "her ambassador father": a common noun follows at once."""
    for word in view.tokens:
        if word.idx > envoy.head.end:
            near = word.idx == envoy.head.end + 1
            return (
                near
                and word.tag_ in ("NN", "NNS", "NNP")
                and word.text.islower()
                and (word.lower_ not in ("home", "back", "today", "yesterday", "tomorrow"))
                and not view.headline
            )
    return False


def _is_compound(envoy: Envoy, view: View) -> bool:
    """ "its ambassador programme": the word only describes another."""
    if envoy.span.end == envoy.head.end and _next_is_a_thing(envoy, view):
        return True
    for word in view.tokens:
        if envoy.head.start <= word.idx < envoy.head.end and word.dep_ == "compound":
            head = word.head
            inside = envoy.span.start <= head.idx < envoy.span.end
            return head.pos_ == "NOUN" and not inside and head.lower_ not in ("home", "back")
    return False


def _before_comma(verb: Token, view: View) -> Envoy | None:
    """ "its ambassador to Peru, *recalled* in May, …": the participle says it of the envoy.

    Without "home" or "back", a past tense is taken for what it says: he recalled, he called.
    """
    if verb.tag_ not in ("VBN", "VBD") or not verb.i or verb.nbor(-1).text != ",":
        return None
    if verb.tag_ == "VBD" and verb.nbor(1).lower_ not in ("home", "back"):
        return None
    if syntax.child(verb, "aux", "dobj", "obj", "ccomp") is not None:
        return None
    comma = verb.nbor(-1).idx
    return next((e for e in view.envoys if e.span.end == comma and not e.genitive), None)


def passive_form(token: Token, view: View) -> bool:
    """By the parse, by a form of "be" before it, or in headlines: "Envoy recalled over …"."""
    if not token.lower_.endswith(("ed", "wn", "ht", "n", "t", "ld")):
        return False
    if token.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children):
        return False  # "is to summon home its envoy"
    if _before_comma(token, view) is not None:
        return True
    index = token.i - 1
    while index >= 0 and view.doc[index].pos_ in ("ADV", "PART"):
        index -= 1
    if index >= 0 and view.doc[index].lower_ in _BE:
        return True
    if index >= 0 and view.doc[index].lower_ in ("had", "has", "have"):
        return False
    if syntax.is_passive(token):
        return not (
            _following(token, view) and token.dep_ not in ("amod", "acl") and token.tag_ == "VBD"
        )
    if not view.headline:
        return False
    before = view.doc[token.i - 1] if token.i else None
    after = view.doc[token.i + 1].lower_ if token.i + 1 < len(view.doc) else ""
    beside = before is not None and (
        view.envoy_at(before) is not None
        or any(e.span.end == before.idx + len(before.text) for e in view.envoys)
    )
    return beside and after in _AFTER_HEADLINE_PASSIVE
