"""The title or role before or after a name, read by rule from the words around it.

A title phrase has a head ("secretary", "spokesman"); what may stand before the head
("former deputy assistant") and after it ("of defense for European and NATO policy") is told by
word lists and shapes, since the sentence is not parsed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.people import heads, lexicon
from claims.people.words import Word

_MOST_WORDS_BEFORE = 12
_MOST_WORDS_AFTER = 32

_DETERMINERS = frozenset("a an the its his her their our my whose".split())
_PREPOSITIONS = frozenset("of for at in to with on from".split())
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
_PRAISE = frozenset(
    "key prominent noted renowned celebrated acclaimed famed beloved fellow".split()
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title phrase: its place, its words, when it held, and how it stands to the name.

    ``start``/``end`` close the whole phrase, ``office`` is the title itself. ``head`` is the lower-
    cased head word and ``kind`` its kind (``office``, ``role``, ``kin``). ``guess``: the head is in
    no list but looks like the name of an occupation.
    """

    start: int
    end: int
    office: str
    head: str
    kind: str
    before: bool
    guess: bool = False

    @property
    def when(self) -> str:
        """``current``, ``former``, ``then``, ``acting`` or ``elect``."""
        lows = [low.strip(",") for low in self.office.lower().replace("’", "'").split()]
        for low in lows[:6]:
            if low in lexicon.THEN or low.startswith("then-"):
                return "then"
            if low in lexicon.FORMER or low.startswith("ex-"):
                return "former"
            if low in lexicon.ACTING:
                return "acting"
            if low == "incoming":
                return "elect"
        if any(
            low.endswith(("-elect", "-designate")) or low in ("elect", "designate") for low in lows
        ):
            return "elect"
        return "former" if lows[-1] in ("emeritus", "emerita") else "current"


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


def before(words: Sequence[Word], name: int, text: str) -> Title | None:
    """The title that ends right before the name whose first word is ``words[name]``."""
    last = name - 1
    if last < 0 or not words[last].joined:
        return None
    head = heads.head_ending_at(words, last)
    if head is None:
        return None
    start = _extend_left(words, head)
    return _title(words, start, head, last + 1, text)


def definite(words: Sequence[Word], name: int, text: str) -> Title | None:
    """The definite title before a comma and the name: "the company’s chief executive, Ann Lee"."""
    last = name - 1
    if last < 0 or words[last].gap != ", " or words[last].possessive:
        return None
    for start in range(last, max(-1, last - 16), -1):
        word = words[start]
        if start < last and not _goes_on(word):
            return None
        if word.low in _DETERMINERS or (word.possessive and start < last):
            phrase = noun_phrase(words, start, text)
            if phrase is not None and phrase.stop == last + 1:
                named = word.possessive and word.capital
                start = _possessor(words, start) if named else start + 1
                while words[start].low.endswith("year-old"):
                    start += 1
                if _wordy(words, start) and start <= phrase.head:
                    return _title(words, start, phrase.head, last + 1, text)
            if not word.possessive and words[start - 1].low not in _PREPOSITIONS:
                return None
    return None


def after(words: Sequence[Word], name_end: int, text: str) -> Title | None:
    """The title after a name and a comma (or bracket, or dash); ``words[name_end - 1]`` ends it.

    An age may stand between: "Ann Lee, 47, a teacher from Leeds,".
    """
    name_end = over_letters(words, name_end)
    last = words[name_end - 1]
    if last.possessive or name_end >= len(words):
        return None
    opens = _opening(words, name_end, text)
    phrase = noun_phrase(words, opens, text) if opens is not None else None
    if phrase is None or not phrase.closed:
        return None
    start = words[phrase.start].start
    office = _AGE.sub("", text[start : phrase.office_end])
    head = words[phrase.head]
    kind = lexicon.title(head.low)
    assert kind is not None
    return Title(start, phrase.end, office, head.low, kind.kind, before=False)


# Letters after a name: honours, degrees, silk.
LETTERS = frozenset(
    "KC QC SC MP MSP MEP MLA OBE CBE MBE KBE DBE GBE CH FRS PhD MD RN DSO DFC VC KCB KCMG".split()
)


def over_letters(words: Sequence[Word], stop: int) -> int:
    """One past the letters that follow a name: "Tom Oyelaran KC |, prosecuting"."""
    while stop < len(words) and words[stop].text in LETTERS and words[stop - 1].gap in (" ", ", "):
        stop += 1
    return stop


# ", " · " (" · " — " · ", 47, " · ", aged 47, " · " (47), " · ", now 47, "
_APPOSITION = re.compile(
    r"\s?(?:,|\(|[—–―]|--|\s-)\s?(?:(?:aged?\s|now\s)?\d{1,3}\)?\s?(?:,|[—–―]|--)\s?)?|\s\(\d{1,3}\),\s"
)


# "a 39-year-old Miami businessman": the age is no part of the office
_AGE = re.compile(r"^(?:an? |the )?\d{1,3}-year-old (?=\S)")
# " (D-N.Y.), " · ", R-Ky., " · " (Vt.), "
_PARTY = re.compile(r"(?:,\s[A-Z]{1,3}-[A-Z][\w.]{1,8}|\s\([A-Z][\w.\s-]{0,14}\)),\s")


def _opening(words: Sequence[Word], name_end: int, text: str) -> int | None:
    """The word where an apposition to the name that ends before ``name_end`` begins, or None."""
    last = words[name_end - 1]
    party = _PARTY.match(text, last.end)
    if party:
        following = name_end
        while following < len(words) and words[following].start < party.end():
            following += 1
        return following if following < len(words) else None
    start = words[name_end].start
    fits = start - last.end <= 24 and _APPOSITION.fullmatch(text, last.end, start)
    return name_end if fits else None


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
    while stop < limit and _goes_on(words[stop - 1]):
        word = words[stop]
        if word.low in _RELATIVE or (word.low in _CLAUSE and not word.capital):
            closed = word.low in _RELATIVE
            break
        circumstance = circumstance or _starts_circumstance(words, stop, text)
        stop += 1
        if not circumstance:
            office_stop = stop
    while stop > head + 1 and words[stop - 1].low in _LINKS:
        if _NUMBER_AFTER.match(text, words[stop - 1].end):
            break
        stop -= 1
    office_stop = min(office_stop, stop)
    if closed is None and office_stop == stop:
        stop = office_stop = _over_place(words, stop)
    end = _end(words[stop - 1], text)
    if closed is None:
        following = text[end : end + 3] if text[end - 1] != "." else "."
        closed = not following.strip() or following.lstrip()[0] in ",.;:)—–―-(?!”\"’'"
    office_end = end if office_stop == stop else _end(words[office_stop - 1], text)
    return NounPhrase(start, head, stop, office_end, end, closed)


# " 2001 ", " 2001-", " 12,000 ", "-5 "
_NUMBER = re.compile(r"[\s-][$€£]?\d+(?:[,.–-]\d+)*(?:\s|-|$)")
_NUMBER_AFTER = re.compile(r"\s\d[\d–-]*")


def _goes_on(word: Word) -> bool:
    return word.followed or word.gap == " & " or bool(_NUMBER.fullmatch(word.gap))


def _end(word: Word, text: str) -> int:
    """The end of a phrase whose last word this is, a possessive ’s or a last number included."""
    end = word.end
    if word.possessive:
        return end + (2 if text[end + 1 : end + 2] in ("s", "S") else 1)
    if text[end : end + 1] == "." and word.low in ("co", "corp", "inc", "ltd", "jr", "sr"):
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
        if low in _CLAUSE and low not in ("head", "lead"):
            break
        if low in lexicon.STOPS and low not in _DETERMINERS and low not in _NUMERALS:
            if n == start and low in _NOW:
                continue
            break
        kind = lexicon.title(low)
        found = (
            n
            if kind is not None and kind.kind not in _NO_HEADS and not word.possessive
            else (found if low in heads.AFTER_HEAD and found == n - 1 else None)
        )
        if not _goes_on(word):
            break
    return found


# "now a television pundit"
_NOW = frozenset("now also then once formerly currently previously later himself herself".split())
_NO_HEADS = ("honorific", "position")
_HEAD_ENDS = _PREPOSITIONS | frozenset("and & who whose during since under until".split())
# "Year 10 co-ordinator", "District 9 councilman"
_NUMBERED = frozenset("year grade class district channel unit engine ward local chapter".split())
_RELATIVE = frozenset("who whose whom which that".split())
_NUMERALS = frozenset("one two three four five six seven eight nine ten last first most".split())


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
        return firm is None or not (firm.capital or firm.low == "the")
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
    if stop < len(words) and last.gap == ", " and last.capital:
        place = words[stop]
        known = lexicon.PLACES.get(place.text) == "state" or place.text in lexicon.NATIONS
        if known and place.gap[:1] in (",", ".", ""):
            return stop + 1
    return stop


def _extend_left(words: Sequence[Word], head: int) -> int:
    """The first word of the title phrase whose head is ``words[head]``."""
    start = head
    while start > 0 and head - start < _MOST_WORDS_BEFORE:
        word = words[start - 1]
        if not word.followed and not (word.low in _NUMBERED and _NUMBER.fullmatch(word.gap)):
            break
        if word.possessive:
            if not word.capital:
                break
            start = _possessor(words, start - 1)
            break
        if word.low in ("of", "for", "and") and _joins_names(words, start):
            start -= 2
            continue
        if word.low in ("and", "&"):
            other = lexicon.title(words[start - 2].low) if start >= 2 else None
            if other is None or other.kind == "kin" or not words[start - 2].joined:
                break
        elif _is_verb(words, start - 1) or not _fits_before_head(word, words[start]):
            break
        start -= 1
    while start < head and words[start].low in ("and", "&"):
        start += 1
    return start


_AUXILIARIES = frozenset("to will would can could may might must should not did do does".split())


def _is_verb(words: Sequence[Word], n: int) -> bool:
    """Whether an unlisted small word is a verb: "to thwart rival suitor Tom Lee"."""
    if words[n].capital or words[n].low in lexicon.MODIFIERS or lexicon.title(words[n].low):
        return False
    return n > 0 and words[n - 1].joined and words[n - 1].low in _AUXILIARIES


def _joins_names(words: Sequence[Word], start: int) -> bool:
    """Whether a small word joins two parts of a body's name: "Hall | of | Fame receiver"."""
    if start < 2 or not words[start - 2].joined:
        return False
    left, link, right = words[start - 2], words[start - 1], words[start]
    if not (left.capital and right.capital) or lexicon.title(right.low) is not None:
        return False
    if link.low == "and":
        known = lexicon.INSTITUTIONS | lexicon.MODIFIERS | lexicon.ORGANISATIONS
        return left.low in known and right.low in known
    return left.low not in lexicon.STOPS and lexicon.title(left.low) is None


def guessed(words: Sequence[Word], name: int, text: str) -> Title | None:
    """The title that the noun right before the name would make, whatever noun it is."""
    last = name - 1
    if last < 0 or not words[last].joined or words[last].possessive:
        return None
    return _title(words, _extend_left(words, last), last, name, text)


def may_be_role(words: Sequence[Word], name: int) -> bool:
    """Whether the unlisted word before a name may be a role, so that parsing pays."""
    word = words[name - 1] if name else None
    if word is None or not word.joined or word.possessive or len(word.low) < 4:
        return False
    opens = name < 2 or not words[name - 2].joined
    if word.capital and (not opens or lexicon.given(word.text) is not None):
        return False
    return not (
        word.low in _NO_OFFICES
        or any(word.low in listed for listed in _NO_ROLES)
        or word.low.endswith(("ed", "ing", "ly", "year-old"))
    )


_NO_OFFICES = frozenset(
    "colleague friend neighbor neighbour classmate roommate carrier hero immigrant mastermind "
    "ship".split()
)
_NO_ROLES = (
    lexicon.STOPS,
    lexicon.VERBS,
    lexicon.SPEECH,
    lexicon.DEEDS,
    lexicon.MODIFIERS,
    lexicon.OPENERS,
)


def _possessor(words: Sequence[Word], n: int) -> int:
    """The first word of the capitalised name that ends in the possessive ``words[n]``."""
    while n > 0 and words[n - 1].joined and words[n - 1].capital and _wordy(words, n - 1):
        n -= 1
    return n


def _fits_before_head(word: Word, following: Word) -> bool:
    """Whether the word belongs to the title; an unknown small word before a capital does not."""
    low = word.low
    if low.endswith("year-old"):
        return False
    if low in lexicon.MODIFIERS or low == "then":
        return True
    if low == "lord":  # "Lord Justice", "Lord Mayor"
        return following.low in ("justice", "mayor", "chancellor", "provost", "advocate", "chief")
    if low in lexicon.STOPS or low in lexicon.VERBS:
        return False
    if word.capital or lexicon.title(low) is not None:
        kind = lexicon.title(low)
        return kind is None or kind.kind not in ("honorific",)
    if following.capital:
        return low in _PRAISE or "-" in low
    if low.endswith("ed"):
        return "-" in low or low in lexicon.FITS
    if low.endswith("ing"):
        return "-" in low or low in lexicon.FITS
    if low.endswith("s"):
        return low.endswith("ss") or low in lexicon.FITS
    return not low.endswith("ly") or low == "newly"


def _wordy(words: Sequence[Word], n: int) -> bool:
    return words[n].low not in lexicon.STOPS


def _title(words: Sequence[Word], start: int, head: int, stop: int, text: str) -> Title:
    """The phrase ``words[start:stop]``; praise before it stays in place but not in the office."""
    known = lexicon.title(words[head].low)
    sure = known is not None and known.kind != "position"
    office = start
    while office < head and words[office].low in _PRAISE:
        office += 1
    end = _end(words[stop - 1], text)
    begin = _over_digits(words[start].start, text)
    shown = begin if office == start else words[office].start
    return Title(
        begin,
        end,
        text[shown:end],
        words[head].low,
        known.kind if known is not None and sure else "role",
        before=True,
        guess=not sure,
    )


def _over_digits(start: int, text: str) -> int:
    """The start with digits joined before it: "4-H leader"."""
    begin = start
    if start > 1 and text[start - 1] in "-‑" and text[start - 2].isdigit():
        begin = start - 2
        while begin > 0 and text[begin - 1].isdigit():
            begin -= 1
    return begin
