"""Whom a source names: "he" → "Mr. Ito" → "Kenji Ito"; "the embassy" → "Embassy of Peru".

The article is read once, in order; what was mentioned last as a subject is what a pronoun means.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.model import Span
from claims.people import Person, lexicon, spelling
from claims.speech import bodies, shapes, words
from claims.speech.offices import AT_HOME, ORIGINS, POLITICIANS, Offices
from claims.speech.phrases import main_subject
from claims.speech.units import Token, Unit

if TYPE_CHECKING:
    from claims.document import Document
    from claims.people import PersonMention

_MEMORY = 12
_MOST_ALIKE = 30  # surnames that one is compared with
_NEARBY = 700  # characters within which "he" may still be "an official"
_BREAK = re.compile(r"\n\s*")
_GENDER = {"he": "m", "she": "f"}
_OF_GENDER = {"he": "m", "his": "m", "she": "f", "her": "f"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """``text``: the article's words; ``name``: whom they name in full, or None when untold.

    ``anonymous``: a source without a name, such as "two officials".
    """

    text: str
    name: str | None = None
    person_id: int | None = None
    anonymous: bool = False


@dataclass(slots=True)
class Resolver:
    """Reads one field; :meth:`see` each unit in order, :meth:`resolve` its sources."""

    document: Document
    _offices: Offices = field(init=False)
    _topics: list[tuple[int, int]] = field(default_factory=list)  # (offset, person id)
    _subjects: list[int] = field(default_factory=list)  # who spoke, or opened a sentence
    _gender: dict[int, str] = field(default_factory=dict)
    _bodies: dict[str, str] | None = None  # by kind
    _strangers: dict[str, Person] = field(default_factory=dict)  # by surname in lower case
    _by_number: dict[int, Person] = field(default_factory=dict)  # strangers; below zero
    _longest: dict[int, str] = field(default_factory=dict)  # names in full by person
    _by_letter: dict[str, list[Person]] | None = None  # persons by their surname's first
    _bearers: dict[str, set[int]] | None = None  # persons by surname
    _no_persons: frozenset[str] = frozenset()
    _full_names: dict[str, list[str]] = field(default_factory=dict)
    _last_body: str | None = None
    _firms: dict[str, str] | None = None  # names in full by their first words
    _said_so: dict[str, str] = field(default_factory=dict)  # bodies by their last word
    _documents: dict[str, Speaker] = field(default_factory=dict)  # who wrote "the letter"
    _papers: set[int] = field(default_factory=set)  # offsets of documents whose author is told
    _latest: Speaker | None = None  # the same, someone unnamed included
    _described_last: tuple[int, Speaker] | None = None  # unit's start, someone without a name

    def __post_init__(self) -> None:
        """Names that the article gives to bodies and places, and names in full."""
        self._offices = Offices(self.document)
        self._full_names = shapes.full_names(self.document.text)
        texts = {document.field: document.text for document in self.document.context.documents}
        self._no_persons = frozenset(
            " ".join(texts[entity.field][entity.span.start : entity.span.end].split())
            for entity in self.document.context.entities
            if entity.type != "person" and not entity.guess
        ) | bodies.with_people(self.document.text)

    def see(self, unit: Unit) -> None:
        """Remember who was the subject of the unit, now that it has been read.

        In "His ruling threw out the confession of Ito" it is still "he" who is spoken of.
        """
        mentions = self._outside_quotes(unit)
        if mentions and not self._goes_on(unit, mentions[0]):
            first = self._meant(mentions[0])
            self._remember(mentions[0].span.start, first)
            if (mentions[0].start or mentions[0].span.start) <= unit.span.start:
                self._note_subject(first)

    def _goes_on(self, unit: Unit, mention: PersonMention) -> bool:
        """Whether a pronoun for someone else stands before the unit's first name."""
        before = [t.low for t in unit.tokens[:12] if t.end <= mention.span.start]
        gender = self._gender_of(self._person(mention.person_id))
        pronoun = next((w for w in before if w in _OF_GENDER), None)
        return pronoun is not None and bool(self._topics) and gender in (None, _OF_GENDER[pronoun])

    def resolve(self, unit: Unit, source: tuple[int, int], subject: bool = True) -> Speaker:
        """Whom the tokens ``source`` name; a ``subject`` is what later pronouns may mean."""
        tokens = shapes.without_participle(shapes.without_verb(unit.tokens[source[0] : source[1]]))
        span = Span(tokens[0].start, tokens[-1].end)
        text = " ".join(self.document.text[span.start : span.end].split())
        speaker = self._resolve(unit, tokens, span, text)
        if speaker.name is None and (end := shapes.employer(unit.tokens, source)):
            place = Span(span.start, unit.tokens[end - 1].end)
            full = shapes.without_article(
                " ".join(self.document.text[place.start : place.end].split())
            )
            common = words.is_common(full.split()[0])
            full = full[0].lower() + full[1:] if common else full
            speaker = Speaker(text, full, anonymous=True)
        if speaker.person_id is not None and subject:
            self._remember(span.start, speaker.person_id)
            self._note_subject(speaker.person_id)
        body = speaker.person_id is None and not speaker.anonymous
        if subject and body and speaker.name and speaker.name[0].isupper():
            self._last_body = speaker.name
            self._said_so[speaker.name.split()[-1].lower()] = speaker.name
        if subject and not shapes.is_pronoun(tokens):
            self._latest = speaker
            someone = speaker.person_id is None and self._is_someone(tokens)
            self._described_last = (span.start, speaker) if someone else None
        return speaker

    def wrote(self, document: Token, speaker: Speaker) -> None:
        """Remember who speaks when this letter does, and later "the letter"."""
        if speaker.name:
            self._documents[document.low] = speaker
            self._papers.add(document.start)

    def labelled(self, span: Span) -> Speaker:
        """Whom a label in capitals names: "ORTIZ" → "Ana Ortiz"."""
        text = self.document.text[span.start : span.end]
        person = self.document.context.people.find(text.title())
        return Speaker(text, person.name if person else text.title(), person.id if person else None)

    def opening(self, unit: Unit) -> Speaker | None:
        """The person whose name opens a unit, with or without a title."""
        mentions = self._outside_quotes(unit)
        if not mentions or (mentions[0].start or mentions[0].span.start) > unit.span.start:
            return None
        if self._is_possessive(mentions[0]):
            return None
        person = self._person(self._meant(mentions[0]))
        return Speaker(mentions[0].text, self._full(person), person.id)

    def gender(self, speaker: Speaker) -> tuple[str, ...]:
        """``("m",)`` or ``("f",)``, nothing where it is not known."""
        known = speaker.person_id is not None and self._gender_of(self._person(speaker.person_id))
        return (known,) if known else ()

    def topic(self) -> Speaker | None:
        """The person whom the article spoke of last."""
        if not self._topics:
            return None
        person = self._person(self._topics[-1][1])
        return Speaker(person.name, self._full(person), person.id)

    # -- ways to resolve ----------------------------------------------------------------------

    def _resolve(self, unit: Unit, tokens: tuple[Token, ...], span: Span, text: str) -> Speaker:
        head = tokens[0].low
        if shapes.is_pronoun(tokens):
            return self._pronoun(unit, shapes.bare(tokens[0]), span, text)
        named = self._named(tokens, span, text)
        if named:
            return named
        opens_unit = tokens[0].start == unit.tokens[0].start
        if head in words.DETERMINERS or not tokens[0].capitalised:
            return self._described(tokens, span, text)
        if (opens_unit and shapes.is_common(tokens)) or shapes.is_office(tokens):
            return self._described(tokens, span, text)
        if shapes.looks_like_a_name(tokens):
            if firm := self._firm(text):
                return Speaker(text, firm)
            return self._unlisted(text, shapes.without_article(shapes.without_role(tokens, text)))
        if shapes.names_an_owner(tokens):
            return Speaker(text, shapes.without_article(text))
        return Speaker(text, None, anonymous=True)

    def _named(self, tokens: tuple[Token, ...], span: Span, text: str) -> Speaker | None:
        mentions = self._mentions_in(span)
        if not mentions:
            return None
        last = mentions[-1]
        after = self.document.text[last.span.end : span.end].strip()
        if shapes.is_letters(after):
            return Speaker(text, self._person(last.person_id).name, last.person_id)
        unknown = shapes.trailing_name(tokens)
        if unknown and unknown[-1].start >= last.span.end:
            start, end = unknown[0].start, unknown[-1].end
            return self._unlisted(text, " ".join(self.document.text[start:end].split()))
        if after and after not in ("'s", "’s", "'", "’") and last.span.start != span.start:
            return None
        if after[:2] in ("'s", "’s") and len(after) > 2:
            return None
        before = [t for t in tokens if t.end <= last.span.start]
        leans = any(t.low in ("for", "to", "from", "with", "of", "by", "at") for t in before)
        if leans and (before[0].low in words.DETERMINERS or not before[0].capitalised):
            return None
        if len(mentions) > 1 and any(t.low == "and" for t in tokens):
            names = list(dict.fromkeys(self._person(m.person_id).name for m in mentions))
            return Speaker(text, " and ".join(names), mentions[0].person_id)
        person = self._person(self._meant(last))
        return Speaker(text, self._full(person), person.id)

    def _full(self, person: Person) -> str:
        """The name in full, also where only the article's other words give it."""
        if " " in person.name:
            return self._fullest(person)
        return self._in_full(person.name, self._gender_of(person)) or person.name

    def _fullest(self, person: Person) -> str:
        """The longest form of the name: with the initial that only one place gives."""
        if person.id not in self._longest:
            held = person.name.split()
            forms = (" ".join(m.text.split()).rstrip(",") for m in person.mentions)
            same = (f for f in forms if f.split()[0] == held[0] and f.split()[-1] == held[-1])
            self._longest[person.id] = max([person.name, *same], key=lambda f: len(f.split()))
        return self._longest[person.id]

    def _in_full(self, surname: str, gender: str | None) -> str | None:
        """The first name in full that ends so and may be a man's or a woman's, as told."""
        for name in self._full_names.get(surname.lower(), ()):
            given = lexicon.given(name.split()[0])
            differs = given is not None and {given.gender, gender} == {"m", "f"}
            if not differs and name not in self._no_persons:
                return name
        return None

    def _meant(self, mention: PersonMention) -> int:
        """Who is meant by a surname that several persons bear: who spoke last, else who was
        spoken of at a sentence's head."""
        named = mention.person_id
        if " " in mention.text:
            return named
        alike = self._namesakes().get(self._person(named).surname.lower(), ())
        if len(alike) < 2:
            return named
        honorific = lexicon.title((mention.honorific or "").lower().rstrip("."))
        for person_id in reversed(self._subjects):
            gender = self._gender_of(self._person(person_id))
            differs = honorific is not None and {gender, honorific.gender} == {"m", "f"}
            if person_id in alike and not differs:
                return person_id
        return named

    def _namesakes(self) -> dict[str, set[int]]:
        if self._bearers is None:
            self._bearers = {}
            for person in self.document.context.people.persons:
                if " " in person.name:
                    self._bearers.setdefault(person.surname.lower(), set()).add(person.id)
        return self._bearers

    def _unlisted(self, text: str, name: str) -> Speaker:
        """Someone whom the list of persons lacks: known from here on, for "she" and "Ms. Ito"."""
        bare = shapes.without_honorific(name)
        stranger = self._strangers.get(bare.split()[-1].lower())
        if stranger and (" " not in bare or bare == stranger.name):
            return Speaker(text, stranger.name, stranger.id)
        if " " not in bare:
            title = lexicon.title(name.split()[0].lower().rstrip(".")) if name != bare else None
            full = self._in_full(bare, title.gender if title else None) or bare
            place = bare in lexicon.PLACES or bare in lexicon.NATIONS
            bare = bare if place and lexicon.given(full.split()[0]) is None else full
        if " " not in bare and (person := self._misspelt(bare)):
            return Speaker(text, self._full(person), person.id)
        if " " not in bare or not shapes.may_be_a_person(bare) or bare in self._no_persons:
            return Speaker(text, name)
        stranger = Person(-1 - len(self._strangers), bare, None, ())
        self._strangers[bare.split()[-1].lower()] = stranger
        self._by_number[stranger.id] = stranger
        return Speaker(text, bare, stranger.id)

    def _misspelt(self, surname: str) -> Person | None:
        """Whose surname is a letter or two away: "Berhmann" where there is a Behrmann."""
        if self._by_letter is None:
            self._by_letter = {}
            for person in self.document.context.people.persons:
                if " " in person.name:
                    self._by_letter.setdefault(person.surname[:1], []).append(person)
        near = self._by_letter.get(surname[:1], ())[:_MOST_ALIKE]
        return next((p for p in near if spelling.alike(surname, p.surname)), None)

    def _pronoun(self, unit: Unit, pronoun: str, span: Span, text: str) -> Speaker:
        if pronoun == "his":
            pronoun = "he"
        elif pronoun == "her":
            pronoun = "she"
        if pronoun in ("it", "its", "they", "their") and (body := self._body_before(unit, span)):
            return Speaker(text, body.name)
        if pronoun not in _GENDER:
            known = self._latest if pronoun in ("they", "it", "their", "its") else None
            several = known and pronoun in ("they", "their") and " and " in (known.name or "")
            if known and (known.person_id is None or several):
                return Speaker(text, known.name, known.person_id, known.anonymous)
            return Speaker(text, anonymous=pronoun in ("some", "others", "many", "several"))
        subject = self._subject_before(unit, span, pronoun)
        if subject is None and self._described_last:
            place, someone = self._described_last
            later = not self._topics or place > self._topics[-1][0]
            later = later and shapes.may_be(someone.text, _GENDER[pronoun])
            if later and span.start - place < _NEARBY:
                return Speaker(text, someone.name, anonymous=someone.name is None)
        person = subject or self._recent(span, pronoun)
        if person is None:
            return Speaker(text)
        self._gender.setdefault(person.id, _GENDER[pronoun])
        return Speaker(text, self._full(person), person.id)

    def _body_before(self, unit: Unit, span: Span) -> Speaker | None:
        """The body that opens the sentence, as in "The ministry wavered when it said", if any."""
        n = next(k for k, t in enumerate(unit.tokens) if t.end >= span.end)
        subject = main_subject(unit.tokens, n)
        if subject is None or subject[1] > n:
            return None
        tokens = shapes.without_participle(unit.tokens[subject[0] : subject[1]])
        span = Span(tokens[0].start, tokens[-1].end)
        if shapes.is_pronoun(tokens) or any(
            m.span.end == span.end for m in self._mentions_in(span)
        ):
            return None
        text = " ".join(self.document.text[span.start : span.end].split())
        heads = shapes.head_words(tokens)
        named = text in self._no_persons or text in self._firm_names()
        if not named and not (heads and heads[-1] in words.BODY_NOUNS | bodies.VAGUE):
            return None
        body = self._resolve(unit, tokens, span, text)
        return body if body.name and body.person_id is None else None

    def _is_someone(self, tokens: tuple[Token, ...]) -> bool:
        """One person without a name: "an official at the port", not "officials", not "the port"."""
        heads = shapes.head_words(tokens)
        return (
            bool(heads)
            and heads[-1] in words.ROLES
            and tokens[0].low in ("a", "an", "one", "another")
        )

    def _subject_before(self, unit: Unit, span: Span, pronoun: str) -> Person | None:
        """The unit's own subject when it stands before the pronoun and fits."""
        for mention in self._outside_quotes(unit):
            if mention.span.end > span.start:
                return None
            person = self._person(self._meant(mention))
            if self._fits(person, pronoun) and not self._is_possessive(mention):
                return person
        return None

    def _recent(self, span: Span, pronoun: str) -> Person | None:
        unsure: Person | None = None
        for offset, person_id in reversed(self._topics):
            if offset > span.start:
                continue
            person = self._person(person_id)
            if self._gender_of(person) == _GENDER[pronoun]:
                apart = self.document.text[offset : min(span.start, offset + _NEARBY)]
                far = span.start - offset > _NEARBY or len(_BREAK.findall(apart)) > 1
                return unsure or (self._hero(person, pronoun) if far else person)
            between = self.document.text[offset : min(span.start, offset + _NEARBY)]
            nearby = span.start - offset < _NEARBY and len(_BREAK.findall(between)) <= 1
            if self._gender_of(person) is None and unsure is None and nearby:
                unsure = person
        if unsure:
            return unsure
        for mention in self._offices.mentions_before(span.start):
            person = self._person(mention.person_id)
            if self._gender_of(person) == _GENDER[pronoun]:
                return person
            if self._gender_of(person) is None and unsure is None:
                unsure = person
        return unsure

    def _hero(self, person: Person, pronoun: str) -> Person:
        """Whom the article is about, if much more so than the ``person`` named far above.

        In an obituary "he said" is the dead man, though a son had a paragraph in between.
        """
        people = self.document.context.people.persons
        hero = max(people, key=lambda p: (len(p.mentions), -p.id))
        named = len(hero.mentions) >= 4 and len(hero.mentions) >= 3 * len(person.mentions)
        return hero if named and self._gender_of(hero) == _GENDER[pronoun] else person

    def _described(self, tokens: tuple[Token, ...], span: Span, text: str) -> Speaker:
        heads = shapes.head_words(tokens)
        head = shapes.singular(heads[-1]) if heads else ""
        definite = tokens[0].low in ("the", "this", "that") or tokens[0].low in words.POSSESSIVES
        if definite and shapes.is_aged(tokens) and (topic := self.topic()):
            return Speaker(text, topic.name, topic.person_id)
        author = self._author(tokens, definite, heads)
        if author:
            return Speaker(text, author.name, author.person_id)
        if definite and heads and heads[-1] not in words.BODY_NOUNS | bodies.VAGUE:
            person = (
                self._offices.holder(tokens, heads[-1], span)
                or self._offices.only_holder(tokens, heads[-1])
                or self._described_again(tokens, heads[-1], span)
            )
            if person:
                return Speaker(text, self._full(person), person.id)
        if heads and heads[-1] in words.BODY_NOUNS | bodies.VAGUE:
            name = self._body(heads[-1])
            own = shapes.without_article(text)
            if shapes.is_full_body_name(tokens, heads) and not (name and name.endswith(own)):
                return Speaker(text, own)
            if name:
                return Speaker(text, name)
            if any(t.capitalised for t in tokens[1:]) or heads[-1] == "police":
                return Speaker(text, shapes.without_article(text))
            return Speaker(text, None)
        anonymous = bool(heads) and shapes.singular(heads[-1]) in words.ROLES
        if any(t.capitalised for t in tokens[1:]):
            return Speaker(text, shapes.without_article(text), anonymous=anonymous)
        crowd = bool(heads) and (shapes.is_crowd(tokens, heads) or shapes.is_people(heads[-1]))
        return Speaker(text, text if crowd else None, anonymous=not crowd and head in words.ROLES)

    def _author(
        self, tokens: tuple[Token, ...], definite: bool, heads: list[str]
    ) -> Speaker | None:
        """Who wrote "the letter", "a complaint filed by the port"."""
        if not heads or heads[-1] not in self._documents:
            return None
        named_here = any(t.start in self._papers for t in tokens)
        return self._documents[heads[-1]] if definite or named_here else None

    def _described_again(self, tokens: tuple[Token, ...], head: str, span: Span) -> Person | None:
        """Whom "the striker" or "the Texas Republican" means: who was spoken of a moment ago."""
        of_state = any(t.low in AT_HOME for t in tokens) and head in POLITICIANS
        one = len(tokens) == 2 and not head.endswith("s")
        known = of_state or head in words.SECOND_NAMES or (one and head in ORIGINS)
        if not known or not self._topics:
            return None
        offset, person_id = self._topics[-1]
        person, title = self._person(person_id), lexicon.title(head)
        gender = self._gender_of(person)
        differs = title is not None and {gender, title.gender} == {"m", "f"}
        differs = differs or (gender is not None and not shapes.may_be(head, gender))
        between = self.document.text[offset : min(span.start, offset + _NEARBY)]
        far = span.start - offset > _NEARBY or (of_state and _BREAK.search(between) is not None)
        return None if differs or far else person

    def _body(self, head: str) -> str | None:
        """The fullest name of a body whose kind is ``head``, given anywhere in the field."""
        if self._bodies is None:
            self._bodies = bodies.names(self.document.text)
        if head in self._bodies:
            return self._bodies[head]
        return self._last_body if head in bodies.VAGUE else self._said_so.get(head)

    def _firm(self, text: str) -> str | None:
        """The firm's name in full that a part of it stands for."""
        return self._firm_names().get(shapes.without_article(text))

    def _firm_names(self) -> dict[str, str]:
        if self._firms is None:
            self._firms = bodies.firms(self.document.text)
        return self._firms

    def _mentions_in(self, span: Span) -> list[PersonMention]:
        mentions = self.document.context.people.mentions(self.document.field)
        first = bisect.bisect_left(mentions, span.start, key=lambda m: m.span.start)
        last = bisect.bisect_left(mentions, span.end, key=lambda m: m.span.start)
        return [m for m in mentions[first:last] if m.span.end <= span.end]

    # -- small things -------------------------------------------------------------------------

    def _remember(self, offset: int, person_id: int) -> None:
        self._topics.append((offset, person_id))
        del self._topics[:-_MEMORY]

    def _note_subject(self, person_id: int) -> None:
        self._subjects.append(person_id)
        del self._subjects[:-_MEMORY]

    def _person(self, person_id: int) -> Person:
        if person_id < 0:
            return self._by_number[person_id]
        return self.document.context.people.person(person_id)

    def _gender_of(self, person: Person) -> str | None:
        return person.gender or self._gender.get(person.id)

    def _fits(self, person: Person, pronoun: str) -> bool:
        return self._gender_of(person) in (None, _GENDER[pronoun])

    def _is_possessive(self, mention: PersonMention) -> bool:
        return self.document.text[mention.span.end : mention.span.end + 1] in ("'", "’")

    def _outside_quotes(self, unit: Unit) -> list[PersonMention]:
        quoted = [Span(t.start, t.end) for t in unit.tokens if t.quote is not None]
        return [
            m for m in self._mentions_in(unit.span) if not any(q.covers(m.span) for q in quoted)
        ]
