"""The persons of an article: the mentions of each, joined over all fields."""

from __future__ import annotations

import bisect
import collections
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.model import Span
from claims.people import lexicon, names, titles
from claims.people.firms import firms
from claims.people.spelling import alike
from claims.people.titles import Title
from claims.people.words import Word, words

if TYPE_CHECKING:
    from claims.document import Document

_FEMALE = frozenset("mrs ms miss madam madame mme frau señora senora dame lady mlle".split())
# "King Hussein" is not Saddam Hussein.
BY_GIVEN_NAME = frozenset("king queen pope emperor empress prince princess".split())
_MALE = frozenset("mr sir lord herr monsieur señor senor signor".split())


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A place where a person is named. ``span`` holds the name alone, no title, no ’s.

    ``title`` is the title before the name, ``role`` the one in apposition after it; ``start`` is
    where title or honorific begin. ``definite`` is a second title before that one and a comma:
    "the panel’s chair, Rep. Ann Lee".
    """

    field: str
    span: Span
    text: str
    person_id: int
    honorific: str | None = None
    title: Title | None = None
    role: Title | None = None
    start: int = 0
    definite: Title | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """``name`` is the fullest form, as the article first gives it; ``gender`` is m, f or None."""

    id: int
    name: str
    gender: str | None
    mentions: tuple[PersonMention, ...]

    @property
    def surname(self) -> str:
        return surname(self.name)


def surname(name: str) -> str:
    """The last name with its particles: "von der Leyen", "bin Salman", "Biden" of "Biden Jr."."""
    parts = [p for p in name.split() if p.strip(".,").lower() not in lexicon.SUFFIXES] or [name]
    start = len(parts) - 1
    while (
        start > 1 and parts[start - 1].lower() in lexicon.PARTICLES and parts[start - 1].islower()
    ):
        start -= 1
    known = lexicon.given(parts[0])
    if (
        len(parts) > 1
        and known is not None
        and known.gender == "s"
        and ((last := lexicon.given(parts[-1])) is None or (last.gender == "s" and last.weak))
    ):
        return parts[0]
    return " ".join(parts[start:]).rstrip(",")


@dataclass(slots=True)
class _Building:
    """A person while mentions are being joined."""

    id: int
    name: str
    genders: collections.Counter[str] = field(default_factory=collections.Counter)
    mentions: list[PersonMention] = field(default_factory=list)

    @property
    def gender(self) -> str | None:
        known = self.genders.most_common(1)
        return known[0][0] if known else None


class People:
    """The registry of one article."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._words = {document.field: words(document.text) for document in documents}
        self._texts = {document.field: document.text for document in documents}
        builder = _Builder(self._texts, self._words)
        for document in documents:
            builder.collect(document)
        builder.join()
        self.persons = builder.persons()
        self._mentions = builder.by_field()
        self._by_name = builder.index

    def words(self, field: str) -> Sequence[Word]:
        """The words of the field."""
        return self._words[field]

    def mentions(self, field: str) -> tuple[PersonMention, ...]:
        """Every mention of a person by name in the field, in order of place."""
        return self._mentions.get(field, ())

    def mentions_in(self, field: str, span: Span) -> tuple[PersonMention, ...]:
        return tuple(m for m in self.mentions(field) if span.covers(m.span))

    def latest(self, field: str, offset: int, gender: str | None) -> str | None:
        """The full name of the person of this gender named last before the offset, or None."""
        mentions = self.mentions(field)
        n = bisect.bisect_right(mentions, offset, key=lambda m: m.span.end) - 1
        for mention in reversed(mentions[max(0, n - 20) : n + 1]):
            person = self.persons[mention.person_id]
            if gender is None or person.gender in (gender, None):
                return person.name
        return None

    def person(self, person_id: int) -> Person:
        return self.persons[person_id]

    def find(self, name: str) -> Person | None:
        """The person that a name, a surname or an honorific with a surname means."""
        parts = [p.rstrip(",") for p in name.replace("\n", " ").split()]
        while len(parts) > 2 and parts[-1] in titles.LETTERS:
            parts.pop()
        while (
            parts
            and (known := lexicon.title(parts[0].lower().rstrip("."))) is not None
            and len(parts) > 1
        ):
            if lexicon.given(parts[0]) is not None and known.kind != "honorific":
                break
            parts = parts[1:]
        found = self._by_name.get(_key(" ".join(parts)))
        if found is None and len(parts) > 1:
            found = self._by_name.get(_key(surname(" ".join(parts))))
            if (
                found is not None
                and " " in self.persons[found].name.strip()
                and (_key(parts[0]) != _key(self.persons[found].name.split()[0]))
            ):
                found = None
        return self.persons[found] if found is not None else None

    def full_name(self, name: str) -> str | None:
        """The name as the article first gives it in full: "Mr. Townsend" → "Jim Townsend"."""
        person = self.find(name)
        return person.name if person else None


def _key(name: str) -> str:
    return " ".join(name.replace("’", "'").replace(".", " ").lower().split())


def _calls_one(given: str) -> bool:
    """Whether a given name by itself names the person: "Elian", not "Jordan", "Will", "J."."""
    known = lexicon.given(given)
    if known is not None:
        return not known.weak
    return len(given) > 3 and given not in lexicon.NATIONS and given not in lexicon.PLACES


class _Builder:
    """Collects candidates field by field, then joins them into persons."""

    def __init__(self, texts: dict[str, str], field_words: dict[str, list[Word]]) -> None:
        self._texts = texts
        self._words = field_words
        self._found: list[tuple[str, names.Candidate]] = []
        # words that stand somewhere without a capital: they are no given names
        self._small = {w.low for ws in field_words.values() for w in ws if not w.capital}
        self._loose: list[tuple[str, names.Candidate]] = []
        self._building: list[_Building] = []
        self.index: dict[str, int] = {}
        self._endings: dict[str, str] = {}
        self._firms = firms((field_words[f], texts[f]) for f in texts)

    def collect(self, document: Document) -> None:
        found = names.candidates(self._words[document.field], document.text)
        for candidate in found:
            kept = self._loose if candidate.loose else self._found
            kept.append((document.field, candidate))

    def join(self) -> None:
        """Settle what is uncertain, open a person for each full name, and add the short forms."""
        self._found = [(f, c) for f, c in self._found if not self._is_firm(f, c)]
        alone: collections.Counter[str] = collections.Counter()
        for f, c in self._found:
            if c.stop - c.first == 1:  # a surname that speaks counts for more
                alone[self._name(f, c)] += 2 if c.score >= 2 else 1
        settled = [(f, c) for f, c in self._found if c.certain]
        taken = {surname(self._name(f, c)) for f, c in settled}
        settled += [
            (f, c) for f, c in self._found if not c.certain and self._is_person(f, c, alone, taken)
        ]
        full_surnames = {
            _key(surname(self._name(f, c))) for f, c in settled if c.stop - c.first > 1
        }
        part_of_one = full_surnames | self._given_names(settled)
        short = [
            (f, c)
            for f, c in self._found
            if c.stop - c.first == 1 and not c.certain and _key(self._name(f, c)) in part_of_one
        ]
        settled += self._misspelt(settled)
        titled = {_key(self._name(f, c)) for f, c in settled if c.stop - c.first == 1}
        again = [
            (f, c)
            for f, c in self._found
            if c.stop - c.first == 1 and not c.certain and _key(self._name(f, c)) in titled
        ]
        order = {name: n for n, name in enumerate(self._texts)}
        chosen = {(order[f], c.first): (f, c) for f, c in settled + short + again}
        ordered = [chosen[place] for place in sorted(chosen)]
        fullest = [self._name(f, c) for f, c in ordered if c.stop - c.first > 1]
        self._endings = _endings(fullest)
        for name in fullest:
            if _key(name) not in self._endings:
                self._open(name)
        for f, c in ordered:
            self._add(f, c)
        self._index()
        for f, c in self._loose:
            self._add_known(f, c)

    def persons(self) -> tuple[Person, ...]:
        return tuple(Person(b.id, b.name, b.gender, tuple(b.mentions)) for b in self._building)

    def by_field(self) -> dict[str, tuple[PersonMention, ...]]:
        found: dict[str, list[PersonMention]] = {}
        for building in self._building:
            for mention in building.mentions:
                found.setdefault(mention.field, []).append(mention)
        return {f: tuple(sorted(ms, key=lambda m: m.span)) for f, ms in found.items()}

    def _name(self, f: str, c: names.Candidate) -> str:
        first, last = self._words[f][c.first], self._words[f][c.stop - 1]
        end = last.end
        text = self._texts[f]
        if last.low in ("jr", "sr") and text[end : end + 1] == ".":
            end += 1
        return " ".join(text[first.start : end].split())

    def _is_person(
        self, f: str, c: names.Candidate, alone: collections.Counter[str], taken: set[str]
    ) -> bool:
        """Whether the article settles what the place alone does not: the surname stands by itself.

        A surname that is a certain person's says nothing: "Crooked Clinton" is no new person.
        """
        if c.stop - c.first == 1 or c.score < 0:
            return False
        name = surname(self._name(f, c))
        first = self._words[f][c.first].low
        if name in taken and c.score >= 2:  # "Elian Gonzalez" beside "Juan Gonzalez"
            return alone[self._words[f][c.first].text] > 0 or c.score >= 4
        if name in taken or name in lexicon.NATIONS or first in self._small:
            return False
        return c.score + min(4, 2 * alone[name]) >= 4

    def _is_firm(self, f: str, c: names.Candidate) -> bool:
        """Whether the article shows the name to be a firm's; a title or an honorific clears it."""
        if c.honorific or c.title is not None or self._name(f, c) not in self._firms:
            return False
        return titles.after(self._words[f], c.stop, self._texts[f]) is None

    def _misspelt(
        self, settled: Sequence[tuple[str, names.Candidate]]
    ) -> list[tuple[str, names.Candidate]]:
        """Names that nothing speaks for but a near twin: "Konsantin" beside "Konstantin"."""
        twins: dict[str, list[str]] = {}
        for f, c in settled:
            parts = self._name(f, c).split()
            if len(parts) > 1 and parts[0] not in twins.setdefault(parts[-1], []):
                twins[parts[-1]].append(parts[0])
        chosen = {(f, c.first) for f, c in settled}
        return [
            (f, c)
            for f, c in self._found
            if c.stop - c.first == 2
            and (f, c.first) not in chosen
            and any(
                alike(self._words[f][c.first].text, given)
                for given in twins.get(self._words[f][c.stop - 1].text, [])[:5]
            )
        ]

    def _given_names(self, settled: Sequence[tuple[str, names.Candidate]]) -> set[str]:
        """Given names of persons named in full, by which they may be called later."""
        first = {self._words[f][c.first].text for f, c in settled if c.stop - c.first > 1}
        return {_key(word) for word in first if _calls_one(word)}

    def _open(self, name: str) -> _Building:
        same = self._same(name)
        if same is None:
            same = _Building(len(self._building), name)
            given = lexicon.given(name.split()[0]) if " " in name else None
            if given is not None and given.gender in "mf":
                same.genders[given.gender] += 1  # known before a "Mr. Lee" further up is read
            self._building.append(same)
        key = _key(name)
        self.index.setdefault(key, same.id)
        return same

    def _same(self, name: str) -> _Building | None:
        """A person already opened under this name, or under it without initials or suffix."""
        found = self.index.get(_key(name))
        if found is None:
            found = self.index.get(_bare(name))
        if found is not None:
            return self._building[found]
        self.index.setdefault(_bare(name), len(self._building))
        return None

    def _add(self, f: str, c: names.Candidate) -> None:
        name = self._name(f, c)
        gender = _gender(c, self._words[f])
        person = self._resolve(name, f, c, gender)
        if gender:
            person.genders[gender] += 2 if c.honorific else 1
        first, last = self._words[f][c.first], self._words[f][c.stop - 1]
        end = last.end + (
            last.low in ("jr", "sr") and self._texts[f][last.end : last.end + 1] == "."
        )
        person.mentions.append(
            PersonMention(
                f,
                Span(first.start, end),
                self._texts[f][first.start : end],
                person.id,
                c.honorific,
                c.title,
                self._role(f, c),
                self._lead_start(f, c),
                c.definite,
            )
        )

    def _role(self, f: str, c: names.Candidate) -> Title | None:
        """The role after the name; one in the plural only at the end of a list.

        "Ann Lee and Bob Day, partners in the firm", not "With Ann Lee, American lawyers say".
        """
        role = titles.after(self._words[f], c.stop, self._texts[f])
        if role is None or role.head in lexicon.TITLES or not role.head.endswith(("s", "men")):
            return role
        one_of = role.office.lower().startswith(("one of", "among"))
        listed = c.first > 0 and self._words[f][c.first - 1].low in ("and", "&")
        return role if one_of or listed or role.kind == "kin" else None

    def _lead_start(self, f: str, c: names.Candidate) -> int:
        field_words, n = self._words[f], c.first
        while c.honorific and n > 0 and field_words[n - 1].joined:
            known = lexicon.title(field_words[n - 1].low)
            if known is None or known.kind != "honorific":
                break
            n -= 1
        return min(field_words[n].start, c.title.start if c.title else field_words[n].start)

    def _add_known(self, f: str, run: names.Candidate) -> None:
        """Mentions inside a run of a title-case line, of persons named elsewhere."""
        field_words = self._words[f]
        n = run.first
        while n < run.stop:
            for stop in range(min(run.stop, n + 4), n, -1):
                key = _key(" ".join(w.text for w in field_words[n:stop]))
                if key in self.index and (stop - n > 1 or self._is_surname(key)):
                    honorific, title, definite = names.lead(field_words, n, self._texts[f])
                    self._add(
                        f,
                        names.Candidate(n, stop, True, 9, honorific, title, definite=definite),
                    )
                    n = stop - 1
                    break
            n += 1

    def _is_surname(self, key: str) -> bool:
        name = self._building[self.index[key]].name
        return key in (_key(surname(name)), _key(name))

    def _resolve(self, name: str, f: str, c: names.Candidate, gender: str | None) -> _Building:
        exact = self._same_or_none(self._endings.get(_key(name), name))
        if exact is not None:
            return exact
        key = _key(name)
        reigns = c.title is not None and c.title.head in BY_GIVEN_NAME
        fitting = [
            b
            for b in self._building
            if " " in b.name
            and (_key(b.name.split()[0] if reigns else surname(b.name)) == key)
            and (not gender or not b.gender or b.gender == gender)
        ] or [
            b
            for b in self._building
            if " " in b.name and not c.honorific and not reigns and key in _key(b.name).split()
        ]
        before = [b for b in fitting if b.mentions]
        if before:
            return max(before, key=lambda b: (b.mentions[-1].field == f, b.mentions[-1].span))
        if fitting:
            return fitting[0]
        return self._open(name)

    def _same_or_none(self, name: str) -> _Building | None:
        found = self.index.get(_key(name), self.index.get(_bare(name)) if " " in name else None)
        return self._building[found] if found is not None else None

    def _index(self) -> None:
        for building in self._building:
            self.index.setdefault(_key(surname(building.name)), building.id)
        for building in self._building:
            self.index.setdefault(_key(building.name.split()[0]), building.id)
        for ending, name in self._endings.items():
            if (known := self.index.get(_key(name))) is not None:
                self.index.setdefault(ending, known)


def _endings(fullest: Sequence[str]) -> dict[str, str]:
    """Surnames of several words → the first full name that ends in them.

    "Le Drian" → "Jean-Yves Le Drian"; of "Mary Ann Lee", "Ann Lee" is someone by herself.
    """
    found: dict[str, str] = {}
    for name in fullest:
        parts = name.split()
        for n in range(1, len(parts) - 1):
            known = lexicon.given(parts[n])
            if parts[n].lower() in lexicon.PARTICLES or known is None:
                found.setdefault(_key(" ".join(parts[n:])), name)
    return found


def _bare(name: str) -> str:
    """First and last name: no initials, no suffix ("Joseph R. Biden Jr." → "joseph biden").

    Nor a second given name: "Honor Mary Scott" → "honor scott".
    """
    parts = [
        p for p in _key(name.replace(",", "")).split() if p not in lexicon.SUFFIXES and len(p) > 1
    ]
    if len(parts) == 3 and all((k := lexicon.given(p.title())) and not k.weak for p in parts[:2]):
        del parts[1]
    return " ".join(parts)


def _gender(c: names.Candidate, field_words: Sequence[Word]) -> str | None:
    if c.honorific in _FEMALE:
        return "f"
    if c.honorific in _MALE:
        return "m"
    if c.title is not None and (known := lexicon.title(c.title.head)) and known.gender in "mf":
        return known.gender
    given = lexicon.given(field_words[c.first].text)
    if c.stop - c.first > 1 and given is not None and given.gender in "mf":
        return given.gender
    return None
