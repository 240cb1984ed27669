"""Who holds the office that a speaker is called by: "the Peruvian president", "the senator"."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.model import Span
from claims.people import Person, lexicon
from claims.speech import words
from claims.speech.units import Token

if TYPE_CHECKING:
    from claims.document import Document
    from claims.people import PersonMention

_MEMORY = 12  # mentions of a person that are looked at
_REACH = 200
_LEADERS = frozenset(
    "president premier chancellor king queen chairman chief minister leader".split()
)
_LAWMAKERS = frozenset("congressman congresswoman rep representative sen senator".split())
_OFFICES = {
    "leader": _LEADERS,
    "lawmaker": _LAWMAKERS,
    "congressman": _LAWMAKERS - {"sen", "senator"},
    "congresswoman": _LAWMAKERS - {"sen", "senator"},
    "senator": frozenset({"sen", "senator"}),
    "governor": frozenset({"gov", "governor"}),
    "nominee": frozenset({"candidate", "nominee"}),
    "candidate": frozenset({"candidate", "nominee"}),
}
POLITICIANS = _LAWMAKERS | frozenset("candidate governor nominee".split())
# What stands before the office of somebody at home: "the Ohio senator", "the Democratic nominee".
AT_HOME = words.STATES_SHORT | lexicon.PEOPLES | {"democratic", "new", "north", "south", "west"}
# "the Uruguayan", "the Republican": somebody, by where they come from or stand.
ORIGINS = {name.lower() for name in lexicon.NATIONS - lexicon.COUNTRY_NAMES} | lexicon.PEOPLES


@dataclass(slots=True)
class Offices:
    """The offices that the persons of an article are said to hold, found when asked for."""

    document: Document
    _holders: dict[str, set[int]] | None = None  # persons by a word of their office
    _offices: dict[int, list[set[str]]] = field(default_factory=dict)  # by person
    _beside: dict[int, frozenset[str]] = field(default_factory=dict)  # words, by person

    def holder(self, tokens: tuple[Token, ...], head: str, span: Span) -> Person | None:
        """Who holds the office that "the Peruvian president" or "the senator" speaks of."""
        offices = _OFFICES.get(head, frozenset({head}))
        nation = {t.low for t in tokens if t.capitalised and t.low != "the"}
        if nation <= AT_HOME:
            nation = set()  # "the Ohio senator": whichever senator there is
        seen: set[int] = set()
        for mention in self.mentions_before(span.start):
            if mention.person_id in seen:
                continue
            seen.add(mention.person_id)
            person = self.document.context.people.person(mention.person_id)
            if not nation and self._is_called(person, head):
                return person
            for held in self._held(person):
                if held & offices and (not nation or nation & held):
                    return person
        return None

    def _held(self, person: Person) -> list[set[str]]:
        """The words of each office that the person is said to hold."""
        if person.id not in self._offices:
            titles = (t for m in person.mentions[:_MEMORY] for t in (m.title, m.definite, m.role))
            self._offices[person.id] = [
                set(re.findall(r"[\w-]+", title.office.lower())) for title in titles if title
            ]
        return self._offices[person.id]

    def only_holder(self, tokens: tuple[Token, ...], head: str) -> Person | None:
        """Who, alone in the article, holds the office, though the name comes only further down."""
        if any(t.capitalised for t in tokens[1:]):
            return None
        if self._holders is None:
            self._holders = _holders(self.document.context.people.persons)
        found = self._holders.get(head, ())
        return self.document.context.people.person(next(iter(found))) if len(found) == 1 else None

    def _is_called(self, person: Person, head: str) -> bool:
        """Whether the words beside a mention say so: "Jo Ito, the harbour master of"."""
        if person.id not in self._beside:
            self._beside[person.id] = frozenset(self._words_beside(person))
        return head in self._beside[person.id]

    def _words_beside(self, person: Person) -> Iterator[str]:
        for mention in person.mentions[:_MEMORY]:
            if mention.field != self.document.field:
                continue
            text, end = self.document.text, mention.span.end
            after = text[end : end + 80]
            beside = re.split(r"[,.;:—–]", after[1:])[0] if after[:1] == "," else ""
            before = re.split(
                r"[,.;:—–\n“”]", text[max(0, mention.span.start - 40) : mention.span.start]
            )
            yield from re.findall(r"[\w-]+", f"{before[-1]} {beside}".lower())

    def mentions_before(self, offset: int) -> list[PersonMention]:
        """The nearest mentions before a place, nearest first."""
        mentions = self.document.context.people.mentions(self.document.field)
        last = bisect.bisect_left(mentions, offset, key=lambda m: m.span.start)
        return list(reversed(mentions[max(0, last - _REACH) : last]))


def _holders(persons: Sequence[Person]) -> dict[str, set[int]]:
    held: dict[str, set[int]] = {}
    for person in persons:
        for mention in person.mentions[:_MEMORY]:
            for title in (mention.title, mention.role):
                for word in re.findall(r"[\w-]+", title.office.lower()) if title else ():
                    held.setdefault(word, set()).add(person.id)
    return held
