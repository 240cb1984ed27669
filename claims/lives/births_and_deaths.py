"""Births and deaths of persons: "was born in Leeds in 1950", "died on Monday", "was shot dead"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.lives.reader import Fact, Reader
from claims.model import Span
from claims.people import lexicon

_BORN = re.compile(r"\b[Bb]orn\b(?! (?:out|of|from|again))")
# " in Leeds", " and raised near Lyon"
_BORN_PLACE = re.compile(r" (?:and raised )?(?:in|at|near|to) (?=[A-Z])")
# " in a village", " on the family farm"
_BORN_IN_A = re.compile(
    r" (?:and raised )?(?:in|on|near|at) (?:an?|the) [a-z][a-z -]{2,30}?"
    r"(?=[,.;]| (?:near|and|in|to|who|outside|of)\b)"
)
# "born to a Jewish family", "was born blind"
_BORN_SO = re.compile(
    r" (?:to (?:an? |his |her )?[a-z][a-z -]{2,30}?|blind|deaf|[A-Z]\w+)(?=[,.;]| (?:in|and|on)\b)"
)
# "gave birth to a son", "has given birth"
_GAVE_BIRTH = re.compile(
    r"\b(?:gave|given|gives|giving) birth(?: to (?:(?:an?|her|their) )?(?:\w+ )?"
    r"(?:twins|triplets|sons?|daughters?|boys?|girls?|child|children|baby))?\b"
)
_KILLED = (
    r"(?:killed|murdered|assassinated|executed|slain|hanged|beheaded|lynched|electrocuted"
    r"|gunned down|(?:shot|stabbed|struck|hit) and killed"
    r"|(?:shot|stabbed|beaten|burned|burnt|crushed|strangled|hacked|starved|choked"
    r"|trampled) (?:dead|to death)|(?:fatally|mortally) (?:shot|stabbed|wounded|injured|struck)"
    r"|(?:found|pronounced|declared|confirmed) dead|found (?:murdered|hanged)|put to death)"
)
_LONGEST_PHRASE = 90
_PHRASE_ENDS = re.compile(r"[,;:—–”\"]| (?:who|that|which|and|but|when|whose) ")
_DIED = re.compile(
    r"\b(?:died|dies|passed away|passed on(?=[,.])"
    rf"|(?:was|were|been|being) (?:(?:also|later|himself|herself|then|both|reportedly) )?{_KILLED}"
    r"|drowned|perished|succumbed to (?:his|her|the) (?:injuries|wounds|illness|disease)"
    r"|(?:took|taken) (?:his|her) own life|committed suicide"
    r"|(?:killed|hanged|shot) (?:himself|herself)"
    r"|lost (?:his|her) (?:life|battle with))\b"
)


# "the death of Ann Lee", "the murder of 15-year-old Ann Lee"
_DEATH_OF = re.compile(
    r"\b(?:[Tt]he|his|her) (death|murder|killing|assassination|suicide|execution) of (?:the )?"
    r"(?=[^\W_])"
)


def find(reader: Reader) -> Iterator[Fact]:
    yield from _births(reader)
    deaths = list(_deaths(reader))
    yield from deaths
    yield from _deaths_of(reader, {fact.person for fact in deaths})


def _births(reader: Reader) -> Iterator[Fact]:
    text = reader.text
    for match in _BORN.finditer(text):
        sentence = reader.sentence(match.start())
        opens = not text[sentence.start : match.start()].strip(" “\"'")
        person = (
            reader.participle_subject(match)
            if opens
            else reader.direct_subject(match.start(), loose=True)
        )
        if person is None and not _role_before(reader, match.start()):
            continue
        end, year = reader.timex_after(match.end())
        if end is None and (place := _BORN_PLACE.match(text, match.end())):
            end = reader.capitals_end(place.end())
        for looser in (_BORN_IN_A, _BORN_SO):
            if end is None and (vague := looser.match(text, match.end())):
                end = vague.end()
        if end is not None:
            yield Fact(Span(match.start(), end), person or None, "birth", year)
    for match in _GAVE_BIRTH.finditer(text):
        person = reader.direct_subject(match.start(), loose=True)
        if person is not None:
            yield Fact(Span(*match.span()), person or None, "birth")


def _year_old_before(reader: Reader, offset: int) -> bool:
    """ "A 63-year-old sergeant with the Bath police died": nothing but the phrase in between."""
    sentence = reader.sentence(offset)
    start = max(sentence.start, offset - _LONGEST_PHRASE)
    found = reader.text.rfind("year-old ", start, offset)
    if found == -1 or _PHRASE_ENDS.search(reader.text, found, offset):
        return False
    first, last = reader.word_from(found + 9), reader.word_from(offset)
    verbs = lexicon.VERBS | lexicon.DEEDS | lexicon.SPEECH
    return not any(word.low in verbs for word in reader.words[first:last])


def _role_before(reader: Reader, offset: int) -> bool:
    """ "The actor, born in 1944", "the singer was born in Ghent"; not "a museum born in 1944"."""
    word = reader.word_before(offset)
    if word is not None and word.low in ("was", "is"):
        word = reader.word_before(word.start)
    known = lexicon.title(word.low) if word is not None else None
    return known is not None and known.kind != "honorific"


_PERSONS = frozenset(
    "man woman boy girl teenager teen youth child baby toddler infant victim gunman attacker "
    "suspect".split()
)


def _definite_person_before(reader: Reader, offset: int) -> bool:
    """ "The boy | was stabbed to death", "the singer | died": one person, known by now."""
    word = reader.word_before(offset)
    first = reader.word_before(word.start) if word is not None else None
    if word is None or first is None or first.low != "the" or word.gap != " " or word.capital:
        return False
    known = lexicon.TITLES.get(word.low)
    return word.low in _PERSONS or (known is not None and known.kind in ("role", "office"))


def _deaths(reader: Reader) -> Iterator[Fact]:
    for match in _DIED.finditer(reader.text):
        person = reader.direct_subject(match.start(), loose=True)
        end, year = reader.timex_after(match.end())
        if person is None and year:
            person = reader.sentence_subject_after_semicolon(match.start())
        if person is None and _year_old_before(reader, match.start()):
            person = ""
        if person is None and _definite_person_before(reader, match.start()):
            person = ""
        if person is None and match.group().endswith(("himself", "herself", "suicide", "own life")):
            person = ""
        if person is not None:
            yield Fact(Span(match.start(), end or match.end()), person or None, "death", year)


def _deaths_of(reader: Reader, told: set[str | None]) -> Iterator[Fact]:
    """ "the death of Ann Lee", once, if nothing else tells that she died."""
    for match in _DEATH_OF.finditer(reader.text):
        mention = reader.mention_from(match.end(), within=50)
        if mention is None:
            continue
        between = reader.text[match.end() : mention.start]
        person = reader.name(mention)
        if person not in told and (not between or between.endswith("-year-old ")):
            told.add(person)
            yield Fact(Span(*match.span(1)), person, "death")
