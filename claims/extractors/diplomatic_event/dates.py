"""When an event happened, or will, and when it was made known.

An expression of time belongs to the verb that it hangs on: to the trigger, or to what governs it
("decided on Monday to recall") it dates the event; to a verb of saying above it, the news of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extractors.diplomatic_event import syntax
from claims.extractors.diplomatic_event.found import Found
from claims.extractors.diplomatic_event.view import View
from claims.model import DateRef, Span
from claims.spacy_model import lemma_of
from claims.temporal import Timex

if TYPE_CHECKING:
    from spacy.tokens import Token

Dates = tuple[DateRef | None, DateRef | None]

_SAYING = frozenset(
    "say announce state report confirm tell add inform note write reveal disclose claim tweet "
    "explain indicate signal notify declare".split()
)
# Said and done at once: the day it is announced is the day it is done.
_DOING = frozenset("announce declare decide order".split())
# Beyond these the sentence is about another time.
_ELSEWHERE = frozenset(
    "after before since following despite amid until because although while as if over".split()
)


def of(found: Found, view: View) -> Dates:
    """(date, announced) of an event, as its sentence tells them."""
    timexes = [t for t in view.document.timexes_in(view.sentence.span) if _is_a_date(t)]
    if not timexes:
        return None, None
    own, news = _chain(found.token)
    date = announced = None
    for timex in timexes:
        owner = _owner(timex, view)
        if owner is None:
            continue
        if date is None and owner in own:
            date = timex
        elif announced is None and owner in news:
            announced = timex
    if date is None and announced is None and len(timexes) == 1 and _near(timexes[0], found, view):
        date = timexes[0]
    if date is None and announced is not None and _at_once(found.token, news):
        date = announced
    return _ref(date), _ref(announced)


def _is_a_date(timex: Timex) -> bool:
    return timex.type in ("DATE", "TIME") and timex.value[:1].isdigit()


def _chain(trigger: Token) -> tuple[list[Token], list[Token]]:
    """(the trigger and what governs it, the verbs of saying above)."""
    own: list[Token] = [trigger]
    news: list[Token] = []
    for word, governor in syntax.above(trigger):
        if word.dep_ == "prep" and (word.lower_ in _ELSEWHERE or word.i < governor.i):
            break
        if word.dep_ == "acl" and word.tag_ in ("VBG", "VBN"):
            break
        if word.dep_ in ("advcl", "relcl", "nsubj", "nsubjpass") and not _opens_with_when(word):
            if word.dep_ in ("nsubj", "nsubjpass") and word.pos_ in ("NOUN", "PROPN") and not news:
                own.append(governor)
            break
        saying = lemma_of(governor).lower() in _SAYING
        if saying or news:
            news.append(governor)
        elif governor.pos_ in ("VERB", "AUX", "NOUN"):
            own.append(governor)
    return own, news


def _opens_with_when(word: Token) -> bool:
    """ "came on Monday when the ministry announced": the day of the one is that of the other."""
    return any(c.lower_ == "when" for c in word.children)


def _owner(timex: Timex, view: View) -> Token | None:
    """The verb, or the trigger noun, that the expression hangs on."""
    start, end = timex.start - view.sentence.start, timex.end - view.sentence.start
    inside = [t for t in view.tokens if start <= t.idx < end]
    if not inside:
        return None
    node = next((t for t in inside if not start <= t.head.idx < end), inside[0])
    for _ in range(4):
        head = node.head
        if head == node:
            return None
        if node.dep_ in ("prep", "npadvmod", "advmod", "tmod", "nmod", "pobj", "amod", "compound"):
            if head.pos_ in ("VERB", "AUX"):
                return head
            if head.pos_ == "NOUN" and node.dep_ in ("prep", "npadvmod", "tmod"):
                return head
            node = head
            continue
        if node.dep_ in ("dobj", "attr", "oprd", "appos") and head.pos_ in ("VERB", "AUX"):
            return head
        return None
    return None


def _near(timex: Timex, found: Found, view: View) -> bool:
    """Whether no other verb stands between the trigger and the only date of the sentence."""
    place = timex.start - view.sentence.start
    low, high = sorted((place, found.token.idx))
    between = [t for t in view.tokens if low < t.idx < high]
    if len(between) > 14:
        return False
    return not any(
        t.lower_ in _ELSEWHERE or (t.pos_ == "VERB" and t.dep_ not in ("amod", "xcomp"))
        for t in between
    )


def _at_once(trigger: Token, news: list[Token]) -> bool:
    if any(lemma_of(verb).lower() in _DOING for verb in news):
        return not any(c.lower_ in ("will", "would") for c in trigger.children)
    return trigger.tag_ == "VBG" and trigger.dep_ in ("ccomp", "ROOT")


def _ref(timex: Timex | None) -> DateRef | None:
    return DateRef(timex.value, span=Span(timex.start, timex.end)) if timex else None
