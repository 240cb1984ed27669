"""Facts of a person's life, read by rule: age, birth, death, kinship."""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from re import Match
from typing import TYPE_CHECKING

from claims.model import Span
from claims.people import lexicon, life
from claims.people.registry import People, PersonMention
from claims.people.words import Word

if TYPE_CHECKING:
    from claims.document import Document

_OLDEST = 122
_NEAR = 250
_SUBJECTS = frozenset({"he", "she", "who"})


@dataclass(frozen=True, slots=True)
class Fact:
    """``fact``: ``age``, ``birth``, ``death``, ``kinship``; ``person`` as first named in full.

    ``present``: an age that stands beside the name and holds for the time of the article.
    """

    span: Span
    person: str | None
    fact: str
    number: int | None = None
    present: bool = False


def find(document: Document) -> Iterator[Fact]:
    """Every fact of a person's life in the field, unordered; overlaps are the caller's."""
    reader = _Reader(document)
    yield from reader.ages()
    yield from reader.births()
    yield from reader.deaths()
    yield from reader.kinship()


class _Reader:
    """One field, with its mentions of persons at hand."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.people: People = document.context.people
        self.mentions = self.people.mentions(document.field)
        self._ends = [mention.span.end for mention in self.mentions]
        self._words = self.people.words(document.field)
        self._starts = [word.start for word in self._words]
        self._timex_starts = [timex.start for timex in document.timexes]

    # ---- ages -------------------------------------------------------------------------------

    def ages(self) -> Iterator[Fact]:
        for mention in self.mentions:
            if match := life.AFTER_NAME.match(self.text, mention.span.end):
                place = Span(*match.span(1 if match.group(1) else 2))
                past = match.group().startswith(", then")
                yield from self._age(place, place, self._name(mention), present=not past)
        for match in life.YEAR_OLD.finditer(self.text):
            person = self._whose_year_old(match)
            if person is not None and not match.group(2) and not self._in_range(match.start()):
                present = self._is_present(match)
                yield from self._age(Span(*match.span(1)), Span(*match.span()), person, present)
        for match in life.AGED.finditer(self.text):
            if not match["under"]:
                start = match.start() + (len("at ") if match["at"] else 0)
                person = self._subject(match.start())
                yield from self._age(Span(*match.span("n")), Span(start, match.end("n")), person)
        for match in life.IS_AGED.finditer(self.text):
            person = self._direct_subject(match.start(), loose=match.group().startswith("be "))
            sure = match["old"] or match.group().startswith("tur") or life.number(match["n"]) > 12
            sure = sure or life.WHEN.search(self.text, match.start() - 12, match.end() + 5)
            if person is not None and sure:
                end = match.end("old") if match["old"] else match.end("n")
                yield from self._age(Span(*match.span("n")), Span(match.start("n"), end), person)
        yield from self._did_at()

    def _did_at(self) -> Iterator[Fact]:
        """Ages given with "at": "left school at 14", "at 90 she still climbed"."""
        for pattern in (life.DID_AT, life.AT_HE):
            for match in pattern.finditer(self.text):
                place = Span(*match.span("n"))
                yield from self._age(place, place, self._subject(place.start))
        for match in life.AGED_TOO.finditer(self.text):
            place = Span(*match.span("n"))
            yield from self._age(place, place, None)
        for match in life.AT_NAME.finditer(self.text):
            mention = self._mention_from(match.end(), within=1)
            if mention is not None:
                place = Span(*match.span("n"))
                yield from self._age(place, place, self._name(mention))
        for match in life.NOUN_AGED.finditer(self.text):
            place = Span(*match.span("n"))
            yield from self._age(place, place, None)
        for match in life.CHILD_AGED.finditer(self.text):
            place = Span(*match.span("n"))
            yield from self._age(place, place, self._named_near(match.start()))
        for match in life.TURNED.finditer(self.text):
            person = self._named_near(match.start())
            if person is not None:
                place = Span(*match.span("n"))
                yield from self._age(place, place, person)
        for match in life.SHE_AT.finditer(self.text):
            place = Span(*match.span("n"))
            when = self.text.startswith((" when", ", when", " because"), place.end)
            if life.number(match["n"]) > 12 or when:
                person = self._opening_person(match)
                if person is not None:
                    yield from self._age(place, place, person)

    def _opening_person(self, match: Match[str]) -> str | None:
        """The person that the match opens with, by name or pronoun: "" unnamed, None if none."""
        opening = match.group().split()[0]
        if opening.lower() in ("he", "she"):
            return self._meant(opening, match.start()) or ""
        if opening == "who":
            return self._subject(match.start()) or ""
        mention = self._before(match.start("n"))
        within = mention is not None and mention.span.end > match.start()
        return self._name(mention) if mention is not None and within else None

    def _age(
        self, digits: Span, place: Span, person: str | None, present: bool = False
    ) -> Iterator[Fact]:
        years = life.number(self.text[digits.start : digits.end])
        if 0 < years <= _OLDEST:
            yield Fact(place, person or None, "age", years, present)

    def _is_present(self, match: Match[str]) -> bool:
        """Whether "47-year-old" stands right before a name, in no tale of the past."""
        ahead = self._mention_from(match.end(), within=1)
        sentence = self.document.sentence_at(match.start())
        return ahead is not None and not life.PAST.search(sentence.text)

    def _in_range(self, offset: int) -> bool:
        """ "18- to 24-year-old": a range of ages is no one's age."""
        return bool(life.IN_RANGE.search(self.text, max(0, offset - 8), offset))

    def _whose_year_old(self, match: Match[str]) -> str | None:
        """The person of "47-year-old": a name, "" when unnamed, None when it is a thing."""
        n = bisect.bisect_left(self._starts, match.end())
        ahead = self._mention_from(match.end(), within=60)
        first = n
        while n < len(self._words) and n - first < 6:
            word = self._words[n]
            gap = self.text[match.end() : word.start] if n == first else self._words[n - 1].gap
            if gap.strip() or not gap or self._ends_noun_phrase(word):
                break
            if ahead is not None and ahead.span.start <= word.start < ahead.span.end:
                return self._name(ahead)
            if word.low in life.PERSON_NOUNS or lexicon.title(word.low) is not None:
                if ahead is not None and ahead.span.start - word.end <= 3:
                    return self._name(ahead)
                return self._apposed_to(match.start()) or ""
            n += 1
        if n == first:  # "the 47-year-old said": it stands for a person by itself
            return self._subject(match.start()) or ""
        if n < len(self._words) and self._words[n].low == "who":
            return self._apposed_to(match.start()) or ""
        return self._apposed_to(match.start())

    @staticmethod
    def _ends_noun_phrase(word: Word) -> bool:
        return any(
            word.low in words
            for words in (lexicon.STOPS, lexicon.VERBS, lexicon.SPEECH, lexicon.DEEDS)
        )

    # ---- births and deaths ------------------------------------------------------------------

    def births(self) -> Iterator[Fact]:
        for match in life.BORN.finditer(self.text):
            sentence = self.document.sentence_at(match.start()).span
            opens = not self.text[sentence.start : match.start()].strip(" “\"'")
            person = (
                self._participle_subject(match)
                if opens
                else self._direct_subject(match.start(), loose=True)
            )
            if person is None:
                continue
            end, year = self._timex_after(match.end())
            if end is None and (place := life.BORN_PLACE.match(self.text, match.end())):
                end = self._capitals_end(place.end())
            if end is None and (vague := life.BORN_IN_A.match(self.text, match.end())):
                end = vague.end()
            if end is not None:
                yield Fact(Span(match.start(), end), person or None, "birth", year)

    def deaths(self) -> Iterator[Fact]:
        for match in life.DIED.finditer(self.text):
            person = self._direct_subject(match.start(), loose=True)
            end, year = self._timex_after(match.end())
            if person is None and year and self.text[match.start() - 2 : match.start()] == "; ":
                person = self._sentence_subject(match.start())  # "born …; died 3 May 2004"
            if person is None:
                continue
            yield Fact(Span(match.start(), end or match.end()), person or None, "death", year)
            at = life.DIED_AT.search(self.text, match.end(), min(match.end() + 60, len(self.text)))
            if at and "." not in self.text[match.end() : at.start()]:
                place = Span(*at.span(1))
                yield from self._age(place, place, person)

    def _timex_after(self, offset: int) -> tuple[int | None, int | None]:
        """(end, year) of a date that follows at once, with its preposition."""
        lead = life.BEFORE_DATE.match(self.text, offset)
        reach = lead.end() if lead else offset
        n = bisect.bisect_left(self._timex_starts, offset)
        if n < len(self._timex_starts) and self._timex_starts[n] <= reach:
            timex = self.document.timexes[n]
            if timex.type in ("DATE", "TIME"):
                written = timex.value[:4]
                year = written.isdigit() and written in self.text[timex.start : timex.end]
                return timex.end, int(written) if year else None
        return None, None

    # ---- kinship ----------------------------------------------------------------------------

    def kinship(self) -> Iterator[Fact]:
        for mention in self.mentions:
            if self._kin_before(mention):
                assert mention.title is not None
                yield Fact(
                    Span(mention.title.start, mention.span.end), self._name(mention), "kinship"
                )
            if mention.role is not None and mention.role.kind == "kin":
                counted = life.PARENT_OF.search(self.text, mention.role.start, mention.role.end)
                count = life.number(counted.group(1)) if counted else None
                yield Fact(
                    Span(mention.role.start, mention.role.end),
                    self._name(mention),
                    "kinship",
                    count,
                )
        for match in life.PARENT_OF.finditer(self.text):
            yield Fact(
                Span(*match.span()),
                self._named_near(match.start()),
                "kinship",
                life.number(match.group(1)),
            )
        for match in life.KIN_OF.finditer(self.text):
            ahead = self._mention_from(match.end(), within=50)
            if ahead is not None and "," not in self.text[match.end() : ahead.span.start]:
                yield Fact(Span(match.start(), ahead.span.end), self._name(ahead), "kinship")
            elif ahead is None and (end := self._given_name_end(match.end())):
                yield Fact(Span(match.start(), end), self._named_near(match.start()), "kinship")
        for match in life.CHILD_OF.finditer(self.text):
            yield Fact(Span(*match.span()), self._named_near(match.start()), "kinship")
        for match in life.MARRIED.finditer(self.text):
            yield from self._marriage(match)
        for match in life.COUNTED.finditer(self.text):
            sentence = self.document.sentence_at(match.start()).span
            own = life.OWN.search(self.text, max(0, match.start() - 24), match.start())
            if own or life.FAMILY.search(
                self.text, max(sentence.start, match.start() - _NEAR), match.start()
            ):
                yield Fact(
                    Span(*match.span()),
                    self._named_near(match.start()),
                    "kinship",
                    life.number(match.group(1)),
                )

    def _kin_before(self, mention: PersonMention) -> bool:
        """ "his wife, Ann", "brother Tom"; not "Sister Jeanne", "Uncle Sam"."""
        title = mention.title
        if title is None or title.kind != "kin":
            return False
        return not self.text[title.start : title.end].split()[-1][0].isupper()

    def _marriage(self, match: Match[str]) -> Iterator[Fact]:
        sentence = self.document.sentence_at(match.start()).span
        ahead = self._mention_from(match.end(), within=60)
        if ahead is not None and ahead.span.end <= sentence.end:
            possessive = self.text[ahead.span.end : ahead.span.end + 1] in ("’", "'")
            if not possessive and "," not in self.text[match.end() : ahead.span.start]:
                yield Fact(Span(match.start(), ahead.span.end), self._name(ahead), "kinship")
                return
        subject = self._direct_subject(match.start(), loose=True)
        if subject is None and life.COUPLE.search(self.text, match.start() - 8, match.start()):
            subject = ""
        if subject is not None:
            end, _ = self._timex_after(match.end())
            verb = match.group().split()[0]
            if end is not None or verb in ("divorced", "married", "remarried"):
                place = Span(match.start(), end or match.start() + len(verb))
                yield Fact(place, subject or None, "kinship")

    # ---- who --------------------------------------------------------------------------------

    def _name(self, mention: PersonMention) -> str:
        return self.people.person(mention.person_id).name

    def _before(self, offset: int) -> PersonMention | None:
        n = bisect.bisect_right(self._ends, offset) - 1
        return self.mentions[n] if n >= 0 else None

    def _mention_from(self, offset: int, within: int) -> PersonMention | None:
        n = bisect.bisect_right(self._ends, offset)
        if n < len(self.mentions) and offset <= self.mentions[n].span.start <= offset + within:
            return self.mentions[n]
        return None

    def _named_near(self, offset: int) -> str | None:
        """The person named last before the offset in the same sentence, else first after it."""
        sentence = self.document.sentence_at(offset).span
        before = self._before(offset)
        if before is not None and before.span.start >= sentence.start:
            return self._name(before)
        pronoun = self._pronoun(max(sentence.start, offset - _NEAR), offset)
        if pronoun:
            return pronoun
        after = self._mention_from(offset, within=min(_NEAR, sentence.end - offset))
        return self._name(after) if after is not None else None

    def _pronoun(self, start: int, end: int) -> str | None:
        match = life.PRONOUN.search(self.text, start, end)
        return self._meant(match.group(1), match.start()) if match else None

    def _meant(self, pronoun: str, offset: int) -> str | None:
        """The person that "he" or "her" means."""
        gender = "m" if pronoun.lower() in ("he", "his") else "f"
        return self.people.latest(self.document.field, offset, gender)

    def _subject(self, offset: int) -> str | None:
        named = self._named_near(offset)
        if named is None:
            before = self._before(offset)
            return (
                self._name(before)
                if before is not None and offset - before.span.end < 300
                else None
            )
        return named

    def _participle_subject(self, match: Match[str]) -> str | None:
        """The subject after "Born in 1950 in Leeds, …"."""
        sentence = self.document.sentence_at(match.start()).span
        comma = self.text.find(",", match.end(), sentence.end)
        while comma != -1:
            ahead = self._mention_from(comma, within=30)
            if ahead is not None:
                return self._name(ahead)
            for pronoun in ("he", "she"):
                if self.text.startswith(f", {pronoun} ", comma):
                    return self._meant(pronoun, comma) or ""
            comma = self.text.find(",", comma + 1, sentence.end)
        return None

    def _apposed_to(self, offset: int) -> str | None:
        """The name that "…, a 43-year-old man" explains."""
        before = self._before(offset)
        if before is None or offset - before.span.end > 30:
            return None
        between = self.text[before.span.end : offset]
        fits = life.APPOSED.fullmatch(between)
        return self._name(before) if fits else None

    def _direct_subject(self, offset: int, *, loose: bool = False) -> str | None:
        """The person that is the subject of the verb at ``offset``: "" if unnamed, None if none.

        ``loose``: auxiliaries and an apposition may stand between.
        """
        n = bisect.bisect_left(self._starts, offset) - 1
        steps = 0
        while n >= 0 and steps < (4 if loose else 1):
            word = self._words[n]
            before = self._before(word.end)
            if (
                before is not None
                and before.span.start <= word.start
                and word.end <= before.span.end + 1
            ):
                return self._name(before)
            gap = word.gap.strip(" ,")
            if gap and gap not in (")", "—") and not gap.isdigit():
                return None
            if word.low in _SUBJECTS:
                if word.low == "who":
                    return self._subject(word.start) or ""
                return self._meant(word.low, word.start) or ""
            if word.low in life.RELATIVES:
                return ""
            if word.low in ("and", "but") and loose:
                return self._sentence_subject(offset)
            if loose and word.low in life.AUXILIARIES:
                n -= 1
                steps += 1
                continue
            if loose and word.gap.startswith(",") and steps <= 2:
                return self._apposed(offset)
            return None
        return None

    def _sentence_subject(self, offset: int) -> str | None:
        """The person that the sentence opens with: "She was born in 1950 and died in 1997"."""
        start = self.document.sentence_at(offset).span.start
        mention = self._mention_from(start, within=2)
        if mention is not None:
            return self._name(mention)
        opening = life.PRONOUN.match(self.text, start)
        if opening and opening.group(1) in ("He", "She"):
            return self._meant(opening.group(1), start) or ""
        return None

    def _apposed(self, offset: int) -> str | None:
        """The name that an apposition parts from its verb: "Ann Lee, a teacher, died"."""
        before = self._before(offset)
        sentence = self.document.sentence_at(offset).span
        if before is None or before.span.start < sentence.start:
            return None
        between = self.text[before.span.end : offset]
        return self._name(before) if between.count(",") == 2 and between.startswith(",") else None

    def _given_name_end(self, offset: int) -> int | None:
        """The end of a given name that stands at the offset: "son of | Albert"."""
        n = bisect.bisect_left(self._starts, offset)
        if n == len(self._words) or self._words[n].start != offset:
            return None
        known = lexicon.given(self._words[n].text)
        return self._words[n].end if known is not None and not known.weak else None

    def _capitals_end(self, offset: int) -> int | None:
        n = bisect.bisect_left(self._starts, offset)
        end = None
        while n < len(self._words) and self._words[n].capital:
            end = self._words[n].end
            if not self._words[n].joined and self._words[n].gap != ", ":
                break
            n += 1
        return end
