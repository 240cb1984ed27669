"""Diplomatic events: who did what to whom, when, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.document import Document, Sentence
from claims.extractors.diplomatic_event import (
    dates,
    echoes,
    envoys,
    former,
    kinds,
    needles,
    parties,
    recall,
    roster,
    view,
    wording,
)
from claims.extractors.diplomatic_event.found import Found
from claims.extractors.diplomatic_event.kinds import Rule
from claims.extractors.diplomatic_event.needles import held
from claims.extractors.diplomatic_event.story import NEAR, Story
from claims.model import Claim, ClaimKind, EventValue, Span

# A text with more is no article, a longer sentence no sentence: neither may hold up the rest.
_MOST_PARSED = 1_000
_LONGEST = 2_000

_CALLED = re.compile(r"\brecall|\bcalled\b|\bsummoned\b|\bwithdr", re.I)
# "Okafor was recalled", "the French government recalled Genêt", "bring Ortiz home"
_CALLED_SOMEBODY = re.compile(
    r"\b(?:was|were|been|being|be|get)\s+(?:\w+ly\s+)?"
    r"(?:recalled|(?:called|summoned|ordered)\s+(?:home|back))\b|\brecall\s+from\b"
    r"|\b(?:government|ministry|administration)\s+(?:has\s+|had\s+)?recall(?:s|ed)?\s+[A-Z]"
    r"|\breturn\s+home\b|\b(?:bring|brought|call|called)\s+(?:[A-Z]\S+\s+){1,3}(?:home|back)\b"
)
# "Peru withdrew its own": the envoy stands in a sentence before
_OWN = re.compile(
    r"\b(?:recall|withdr|pull|call|summon)\w*\s+(?:home\s+|back\s+|out\s+|of\s+)?"
    r"(?:(?:its|their)\s+own\b|theirs\b)",
    re.I,
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_PRONOUN = re.compile(r"\b(?:he|she|his|her|its own|theirs)\b", re.I)


def find(document: Document) -> Iterator[Claim]:
    wanted = _candidates(document)
    told = Story()
    seen = view.look(document, [sentence for sentence, _ in wanted])
    for (sentence, rules), one in zip(wanted, seen, strict=True):
        events = list(_events(one, rules))
        if echoes.CUE.search(sentence.text):
            events += echoes.find(one, events, told.recent(sentence.index))
        for found in told.take(events, sentence.index):
            yield _claim(found, one)


def _candidates(document: Document) -> list[tuple[Sentence, list[Rule]]]:
    """The sentences worth parsing, each with the rules that want it."""
    known = roster.of(document.context)
    all_of_it = document.text.lower()
    places = [
        (rule, rule.where(document) if rule.where else None)
        for rule in kinds.RULES
        if held(rule.needles, all_of_it)
    ]
    found: list[tuple[Sentence, list[Rule]]] = []
    for sentence in document.sentences:
        low = sentence.text.lower()
        rules = [
            rule
            for rule, only in places
            if (only is None or sentence.index in only)
            and held(rule.needles, low)
            and rule.wanted(sentence.text)
        ]
        if rules or _worth_parsing(sentence, low, known) or _echoes(sentence, found):
            found.append((sentence, rules))
    return [pair for pair in found[:_MOST_PARSED] if len(pair[0].text) <= _LONGEST]


def _echoes(sentence: Sentence, found: Sequence[tuple[Sentence, list[Rule]]]) -> bool:
    """ "Kuwait followed suit", right after a sentence that may hold an event."""
    near = bool(found) and sentence.index - found[-1][0].index <= NEAR
    return near and bool(echoes.CUE.search(sentence.text))


def _events(seen: view.View, rules: Sequence[Rule]) -> Iterator[Found]:
    """A sentence's events: recalls first, and no two rules over the same words."""
    taken: set[Span] = set()
    for found in recall.find(seen):
        taken.add(found.trigger)
        yield found
    for rule in rules:
        own: set[Span] = set()
        for found in rule.find(seen):
            if not any(found.trigger.overlaps(span) for span in taken):
                own.add(found.trigger)
                yield found
        taken |= own


def _worth_parsing(sentence: Sentence, low: str, known: roster.Roster) -> bool:
    """Whether the words of an event stand in the sentence; cheap, over every sentence."""
    text = sentence.text
    if not (held(needles.RECALL, low) and recall.CUE.search(text)):
        return False
    if held(needles.ENVOY, low) and envoys.HEAD.search(text):
        return True
    names = (re.sub(r"['’]s?$", "", word) for word in _WORD.findall(text))
    if any(name in known.envoys_by_surname for name in names):
        return True
    if known.posts and _CALLED.search(text) and _PRONOUN.search(text):
        return True
    return bool(_CALLED_SOMEBODY.search(text) or _OWN.search(text))


def _claim(found: Found, seen: view.View) -> Claim:
    date, announced = dates.of(found, seen)
    year = date.timex if date else _published(seen)
    return Claim(
        kind=ClaimKind.DIPLOMATIC_EVENT,
        field=seen.document.field,
        span=found.trigger,
        exact=seen.document.text[found.trigger.start : found.trigger.end],
        sentence=seen.sentence.span,
        value=EventValue(
            event=found.event,
            actor=former.then(parties.in_words(found.actor, seen), year),
            target=former.then(parties.in_words(found.target, seen), year),
            person=found.person,
            date=date,
            announced=announced,
            purpose=found.purpose,
        ),
        modality=found.modality,
    )


def _published(seen: view.View) -> str | None:
    day = seen.document.context.anchor.date
    return day.isoformat() if day else None


question = wording.question
references = wording.references
