"""Noun phrases with a title word as their head: "deputy head of the Chad desk at the ministry".

Where the head stands, where the office ends and its circumstances begin ("… during the Obama
administration") is told by word lists and shapes, since the sentence is not parsed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.people import heads, lexicon
from claims.people.words import Word

_MOST_WORDS_BEFORE = 12
_MOST_WORDS_AFTER = 32

DETERMINERS = frozenset("a an the its his her their our my whose another".split())
PREPOSITIONS = frozenset("of for at in to with on from".split())
_LINKS = frozenset("and of for the at in to &".split())
# What ends the office and begins its circumstances: "… during the Obama administration"
_CIRCUMSTANCE = frozenset(
    "now currently previously formerly later during since until from under between before after "
    "when while at".split()
)
_TENURE = re.compile(
    r"(?:from|in|since|until|between|after|before) (?:the )?\d"
    r"|for (?:\S+ ){1,3}(?:years|months|decades|terms)"
)
# Words that show a clause rather than an apposition: "the president of Mexico said"
_CLAUSE = (
    lexicon.VERBS - frozenset("lead leads left set sets cut shot cost named found fought".split())
) | frozenset(
    "is are was were be been being am has have had will would can could shall should may might "
    "must do does did not n't that he she they we i you it if because says".split()
)


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase with a title word as its head. ``start``, ``head``, ``stop`` index words.

    ``stop`` is the first word after it; ``office_end`` (where circumstances begin) and ``end``
    are offsets into the text. ``closed`` tells that punctuation follows.
    """

    start: int
    head: int
    stop: int
    office_end: int
    end: int
    closed: bool


def noun_phrase(words: Sequence[Word], start: int, text: str) -> NounPhrase | None:
    """The noun phrase with a title word as its head that begins at ``words[start]``."""
    one_of = [word.low for word in words[start : start + 2]] == ["one", "of"]
    head = _first_head(words, start + 2 if one_of else start)
    if head is None or (words[head].low in heads.PARTISANS and not heads.ranked(words, head)):
        return None
    stop = head + 1
    while stop < len(words) and words[stop - 1].joined and words[stop].low in heads.AFTER_HEAD:
        stop += 1
    if stop < len(words) and words[stop - 1].followed and _starts_name(words, stop):
        return None
    limit = min(len(words), stop + _MOST_WORDS_AFTER)
    office_stop, circumstance, closed = stop, False, None
    while stop < limit and (goes_on(words[stop - 1]) or _firm_goes_on(words, stop)):
        word = words[stop]
        if word.low in _RELATIVE or _opens_clause(words, stop):
            closed = True
            break
        if word.low in _CLAUSE and not word.capital:
            closed = False
            break
        circumstance = circumstance or _starts_circumstance(words, stop, text)
        stop += 1
        if not circumstance:
            office_stop = stop
    work = _WORK.match(text, words[stop - 1].end)
    if work and (words[stop - 1].low in _LINKS or words[stop - 1].possessive):
        return NounPhrase(start, head, stop, work.end(), work.end(), True)
    while stop > head + 1 and words[stop - 1].low in _LINKS:
        if _NUMBER_AFTER.match(text, words[stop - 1].end):
            break
        stop -= 1
    office_stop = min(office_stop, stop)
    if closed is None and office_stop == stop:
        stop = office_stop = _over_seat(words, _over_partners(words, _over_place(words, stop)))
    end = end_of(words[stop - 1], text)
    if closed is None:
        following = text[end : end + 3] if text[end - 1] != "." else "."
        closed = not following.strip() or following.lstrip()[0] in ",.;:)—–―-(?!”\"’'"
    office_end = end if office_stop == stop else end_of(words[office_stop - 1], text)
    return NounPhrase(start, head, stop, office_end, end, closed)


# "author of “The Long Road”", "anchor of NBC’s "Nightly News.""
_WORK = re.compile(r"(?:['’]s)? (?:“[^”\n]{1,80}”|\"[^\"\n]{1,80}\"|‘[^’\n]{1,80}’(?!\w))")
# " 2001 ", " 2001-", " 12,000 ", "-5 "
NUMBER = re.compile(r"[\s-][$€£]?\d+(?:[,.–-]\d+)*(?:\s|-|$)")
_NUMBER_AFTER = re.compile(r"\s\d[\d–-]*")


def goes_on(word: Word) -> bool:
    if word.gap == "-" and word.text[-1:] == ".":
        return True  # "U.S.-Cuban"
    return word.followed or word.gap == " & " or bool(NUMBER.fullmatch(word.gap))


def _firm_goes_on(words: Sequence[Word], n: int) -> bool:
    """ "president of Bowen Inc. | glassworks"; a capital may begin a sentence."""
    last = words[n - 1]
    return last.low in _FIRM_ENDS and last.gap == ". " and not words[n].capital


# "a worker with a small logistics firm"
_FIRMS = frozenset(
    "firm company charity agency group organisation organization union bank practice team "
    "think-tank nonprofit contractor consultancy foundation institute network".split()
)
_FIRM_ENDS = frozenset("co corp inc ltd bros".split())


def _opens_clause(words: Sequence[Word], n: int) -> bool:
    """ "a lawyer | representing the family", "a consultant | not working for the mayor"."""
    low = words[n].low
    if low == "not" and n + 1 < len(words):
        return words[n + 1].low.endswith(("ing", "ed"))
    before = words[n - 1].low
    return (
        low in lexicon.PARTICIPLES
        and not words[n].capital
        and before not in PREPOSITIONS
        and before not in _LINKS
        and before not in DETERMINERS
    )


def end_of(word: Word, text: str) -> int:
    """The end of a phrase whose last word this is, a possessive ’s or a last number included."""
    end = word.end
    if word.possessive:
        return end + (2 if text[end + 1 : end + 2] in ("s", "S") else 1)
    if text[end : end + 1] == "." and word.low in ("co", "corp", "inc", "ltd", "jr", "sr"):
        return end + 1
    if text[end : end + 1] == "." and word.text in STATES:
        return end + 1
    if text[end : end + 1] == "." and word.gap[:1] == "." and word.joined:
        return end + 1
    number = _NUMBER_AFTER.match(text, end) if word.low in lexicon.STOPS else None
    return number.end() if number else end


def _first_head(words: Sequence[Word], start: int) -> int | None:
    """The head: the last word before a preposition, a link or the phrase's end."""
    last = min(len(words), start + _MOST_WORDS_BEFORE)
    found = None
    for n in range(start, last):
        word = words[n]
        low = word.low
        if low in _HEAD_ENDS and n > start:
            break
        newly = n > start and words[n - 1].low in ("newly", "recently", "then-newly")
        if low in _CLAUSE and low not in ("head", "lead") and not newly:
            break
        if n == start and _is_participle(word):
            return None
        if found == n - 1 and low in lexicon.PARTICIPLES:
            break
        if low in _ADJECTIVES_TOO and n > start and words[n - 1].low in DETERMINERS:
            continue
        stops = low in lexicon.STOPS and low not in DETERMINERS and low not in _NUMERALS
        if stops and not (word.possessive and word.capital):  # "Sun’s chief executive"
            if n == start and low in _NOW:
                continue
            break
        kind = lexicon.title(low)
        is_head = kind is not None and kind.kind not in _NO_HEADS and not word.possessive
        is_head = (is_head and not heads.is_particle(word)) or heads.is_pair(words, n)
        found = (
            n
            if is_head or (kind is None and not word.capital and heads.agent_noun(word))
            else (found if low in heads.AFTER_HEAD and found == n - 1 else None)
        )
        if not goes_on(word):
            break
    return found


# "an outside adviser", "its own ambassador"
_ADJECTIVES_TOO = frozenset("outside inside onetime own".split())
# "now a television pundit"
_NOW = frozenset("now also then once formerly currently previously later himself herself".split())
_NO_HEADS = ("honorific", "position")
_HEAD_ENDS = PREPOSITIONS | frozenset("and & who whose during since under until".split())
_RELATIVE = frozenset("who whose whom which that".split())
_NUMERALS = frozenset("one two three four five six seven eight nine ten last first most".split())


def _is_participle(word: Word) -> bool:
    """ "Albright, | echoing the president", but "acting mayor of Leeds"."""
    low = word.low
    return (
        low.endswith("ing")
        and not word.capital
        and low not in lexicon.FITS | lexicon.MODIFIERS
        and lexicon.title(low) is None
    )


def _starts_name(words: Sequence[Word], n: int) -> bool:
    """Whether a person's name, not more of the title, follows the head: "coach Jim Jones"."""
    word = words[n]
    return (
        word.capital and word.low not in lexicon.INSTITUTIONS and word.text not in lexicon.NATIONS
    )


def _starts_circumstance(words: Sequence[Word], n: int, text: str) -> bool:
    word = words[n]
    if word.low == "with":  # "a clerk with two sons", but "a lawyer with the firm"
        firm = words[n + 1] if n + 1 < len(words) and word.joined else None
        if firm is None or firm.capital or firm.low == "the":
            return firm is None
        return not any(later.low in _FIRMS for later in words[n + 2 : n + 7])
    if word.low == "on" and n + 1 < len(words):  # "an astrophysicist on his third trip"
        return words[n + 1].low in ("his", "her", "their")
    if word.low not in _CIRCUMSTANCE:
        return bool(_TENURE.match(text, word.start))
    if word.low in ("at", "from"):
        following = words[n + 1].low if n + 1 < len(words) else ""
        return (
            following == "time"
            or bool(_TENURE.match(text, word.start))
            or (word.low == "at" and text.startswith("at the time", word.start))
        )
    return True


def _over_place(words: Sequence[Word], stop: int) -> int:
    """Take in a state after a town: "mayor of Austin, Texas,"."""
    last = words[stop - 1]
    if stop >= len(words) or last.gap != ", " or not last.capital:
        return stop
    for end in (stop + 3, stop + 2, stop + 1):  # "Rostov, Russia", "Buffalo, New York"
        if end > len(words) or not all(word.joined for word in words[stop : end - 1]):
            continue
        place = " ".join(word.text for word in words[stop:end])
        state = lexicon.PLACES.get(place) == "state" or place in STATES
        known = state or place in lexicon.COUNTRY_NAMES
        if known and (words[end - 1].gap[:1] in (",", ".", ";", ")", "") or place in STATES):
            return end
    return stop


def _over_partners(words: Sequence[Word], stop: int) -> int:
    """Take in the partners of a firm: "an analyst with Bear|, Stearns & Co."."""
    end = stop
    while (
        end < len(words)
        and end - stop < 6
        and words[end - 1].gap == ", "
        and words[end].capital
        and words[end - 1].capital
    ):
        end += 1
        if end < len(words) and words[end - 1].gap in (" & ", " &amp; ") and words[end].capital:
            return end + 1
        # a wire's "&amp;" that lost its marks
        if end + 1 < len(words) and words[end].low == "amp" and words[end + 1].capital:
            return end + 2
    return stop


def _over_seat(words: Sequence[Word], stop: int) -> int:
    """ "chief of Toledo|, Ohio-based Bowen Glass", "editor of Orlando|, Fla.-based Sweets"."""
    end = stop - 1 if words[stop - 1].text in STATES else stop
    if end >= len(words) or words[end - 1].gap != ", " or not words[end - 1].capital:
        return stop
    if words[end].text in STATES and end + 1 < len(words) and words[end + 1].low == "based":
        end += 2
    elif words[end].text.endswith("-based"):
        end += 1
    else:
        return stop
    while end < len(words) and goes_on(words[end - 1]) and words[end].capital:
        end += 1
    return end


# As newspapers shorten the states; the full stop of "Calif." is in no word.
STATES = frozenset(
    "N.Y. N.J. N.H. N.C. S.C. N.D. S.D. N.M. W.Va. R.I. D.C. B.C. N.S. Ala Ariz Ark Calif Colo "
    "Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn "
    "Tex Va Vt Wash Wis Wyo Ont Que Alta Sask".split()
)
