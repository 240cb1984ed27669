"""The title or role before or after a name, read by rule from the words around it.

A title phrase has a head ("secretary", "spokesman"); what may stand before the head
("former deputy assistant") and after it ("of defense for European and NATO policy") is told by
word lists and shapes, since the sentence is not parsed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.people import heads, lexicon, numbered
from claims.people.phrases import (
    DETERMINERS,
    PREPOSITIONS,
    NounPhrase,
    end_of,
    goes_on,
    noun_phrase,
)
from claims.people.words import Word

_MOST_WORDS_BEFORE = 12

_NO_LONGER = frozenset({"formerly", "previously"})
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
        if lows[-3:] == ["at", "the", "time"]:
            return "then"
        for n, low in enumerate(lows[:6]):
            if low == "and" and lexicon.title(lows[n - 1]) is not None:
                break  # "an author and former judge"
            if low in lexicon.THEN or low.startswith("then-"):
                return "then"
            if low in lexicon.FORMER or low in _NO_LONGER or low.startswith("ex-"):
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


def before(words: Sequence[Word], name: int, text: str) -> Title | None:
    """The title that ends right before the name whose first word is ``words[name]``."""
    last = name - 1
    if last >= 0 and (ranked := _world_rank(words, last, text)) is not None:
        return ranked
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
        if start < last and not goes_on(word):
            return None
        if word.low in DETERMINERS or (word.possessive and start < last):
            phrase = noun_phrase(words, start, text)
            if phrase is not None and phrase.stop == last + 1:
                one_of = [w.low for w in words[max(0, start - 2) : start]] == ["one", "of"]
                if word.possessive and word.low not in DETERMINERS:
                    start = _owner(words, start)
                else:
                    start = start - 2 if one_of else start + 1
                while words[start].low.endswith("year-old") or words[start].low == "own":
                    start += 1
                if (one_of or _wordy(words, start)) and start <= phrase.head:
                    return _title(words, start, phrase.head, last + 1, text)
            if not word.possessive and words[start - 1].low not in PREPOSITIONS:
                return None
        elif _opens_with_post(words, start):
            phrase = noun_phrase(words, start, text)
            if phrase is not None and phrase.stop == last + 1 and start < last:
                return _title(words, start, phrase.head, last + 1, text)
    return None


def _opens_with_post(words: Sequence[Word], start: int) -> bool:
    """ "Mayor of Little Dean, Ann Lee, said": no article, after a stop or a verb of speech."""
    word = words[start]
    if not word.capital or (
        start
        and words[start - 1].followed
        and words[start - 1].low not in lexicon.SPEECH | _BEFORE_POST
    ):
        return False
    known = lexicon.title(word.low)
    return (
        word.low in lexicon.MODIFIERS
        or word.text in lexicon.NATIONS
        or (known is not None and known.kind == "office")
    )


_BEFORE_POST = frozenset("by with to as but when while after that".split())


def after(words: Sequence[Word], name_end: int, text: str) -> Title | None:
    """The title after a name and a comma (or bracket, or dash); ``words[name_end - 1]`` ends it.

    An age may stand between: "Ann Lee, 47, a teacher from Leeds,".
    """
    stop = over_letters(words, name_end)
    last = words[stop - 1]
    opens = None if last.possessive or stop >= len(words) else _opening(words, stop, text)
    phrase = noun_phrase(words, opens, text) if opens is not None else None
    if phrase is not None and phrase.closed:
        return _of_phrase(words, phrase, text)
    for word in words[name_end:stop]:
        if word.text in _MEMBERS:  # "Ann Lee MP said"
            return Title(word.start, word.end, word.text, word.low, "office", before=False)
    return None


_RANK_GAP = re.compile(r"\.? ?\d{1,3} ")


def _world_rank(words: Sequence[Word], last: int, text: str) -> Title | None:
    """ "world No. 1 Ann Lee", "former world number two Ann Lee": the title ends in the number."""
    number = last - 1 if words[last].low in _NUMBERS and words[last].joined else last
    if number < 1 or words[number].low not in ("no", "number") or not words[number - 1].joined:
        return None
    if words[number - 1].low != "world":
        return None
    if number == last and not _RANK_GAP.fullmatch(words[last].gap):
        return None
    start = number - 1
    while start > 0 and words[start - 1].joined and words[start - 1].low in lexicon.FORMER:
        start -= 1
    end = words[last].end
    if number == last:
        end += len(words[last].gap.rstrip())
    return Title(words[start].start, end, text[words[start].start : end], "number", "role", True)


# " is ", " was ", ", who served as ", ", who has been "
_COPULA = re.compile(
    r",? (?:who )?(?:(?P<now>is(?: also| now| currently)?|serves as|works as|remains"
    r"|(?:was|has been) (?:named|appointed|elected))"
    r"|was(?: then)?|served as|worked as|ha[sd] been|became)(?= (?:[a-z]|[A-Z][\w.-]*[ ’']))"
)


def copula(words: Sequence[Word], name_end: int, text: str) -> tuple[Title, bool] | None:
    """The office said of a name, and whether it is held now: "Ann Lee is dean of the college".

    Only a post of something counts, or the one post: "Ann Lee is a doctor" tells no office.
    """
    last = words[name_end - 1]
    verb = None if last.possessive else _COPULA.match(text, last.end, last.end + 40)
    if verb is None:
        return None
    n = name_end
    while n < len(words) and words[n].start < verb.end():
        n += 1
    phrase = noun_phrase(words, n, text) if n < len(words) else None
    if phrase is None or not phrase.closed:
        return None
    found = _of_phrase(words, phrase, text)
    posts = found.kind == "office" and not found.head.endswith("s")
    first = any(word.low in _RANKED for word in words[phrase.start : phrase.head])
    named = not first and any(word.capital for word in words[phrase.start : phrase.stop])
    whole = words[phrase.head].joined and phrase.stop > phrase.head + 2
    return (found, verb["now"] is not None) if posts and named and whole else None


# "the first woman governor of Ohio" is no office but a first.
_RANKED = frozenset("first last only second third youngest oldest latest".split())


def _of_phrase(words: Sequence[Word], phrase: NounPhrase, text: str) -> Title:
    start = words[phrase.start].start
    office = _AGE.sub("", text[start : phrase.office_end])
    head = words[phrase.head]
    known = lexicon.title(head.low)
    kind = known.kind if known is not None else "role"
    if kind == "kin" and _also_post(words, phrase):
        kind = "role"
    return Title(start, phrase.end, office, head.low, kind, before=False, guess=known is None)


def _also_post(words: Sequence[Word], phrase: NounPhrase) -> bool:
    """ "his uncle and coach": kin that holds a post."""
    if phrase.head + 2 >= phrase.stop or words[phrase.head + 1].low != "and":
        return False
    if words[phrase.start].low in ("a", "an"):
        return False  # "a father and student"
    known = lexicon.title(words[phrase.head + 2].low)
    return known is not None and known.kind in ("office", "role")


# Letters after a name: honours, degrees, silk.
LETTERS = frozenset(
    "KC QC SC MP MSP MEP MLA OBE CBE MBE KBE DBE GBE CH FRS PhD MD RN DSO DFC VC KCB KCMG".split()
)


# Those that tell an office.
_MEMBERS = frozenset("MP MSP MEP MLA".split())


def over_letters(words: Sequence[Word], stop: int) -> int:
    """One past the letters that follow a name: "Tom Oyelaran KC |, prosecuting"."""
    while stop < len(words) and words[stop].text in LETTERS and words[stop - 1].gap in (" ", ", "):
        if words[stop].text in _MEMBERS and words[stop - 1].gap == ", ":
            break  # "Tom Hart, MP for Leeds"
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
    start, end = words[name_end].start, last.end
    if last.low in ("jr", "sr") and text.startswith(".", end):
        end += 1
    fits = start - end <= 24 and _APPOSITION.fullmatch(text, end, start)
    return name_end if fits else None


def _extend_left(words: Sequence[Word], head: int) -> int:
    """The first word of the title phrase whose head is ``words[head]``."""
    start = head
    while start > 0 and head - start < _MOST_WORDS_BEFORE:
        word = words[start - 1]
        if _in_brackets(words, start - 1):
            start -= 2
            continue
        if numbered.goes_on(word):
            start -= 1
            continue
        if not word.followed:
            break
        if word.low in ("mr", "mrs", "ms", "lady") and words[start].low == "justice":
            return start - 1
        if _inside_body(words, start - 1):
            start -= 2
            continue
        if word.possessive:
            if not word.capital:
                break
            start = _possessor(words, start - 1)
            break
        if word.low == "turned" and start > 1 and _names_occupation(words[start - 2]):
            start -= 2  # "cricketer turned politician"
            continue
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


def _names_occupation(word: Word) -> bool:
    return word.joined and (lexicon.title(word.low) is not None or heads.agent_noun(word))


def _in_brackets(words: Sequence[Word], n: int) -> bool:
    """Whether the word stands in brackets inside the title: "CPI(M) MLA", "Chief (Rural) Judge"."""
    if n < 1 or words[n].gap != ") " or not words[n].capital or words[n - 1].possessive:
        return False
    opens = words[n - 1].capital and words[n - 1].gap in ("(", " (")
    return opens and (words[n - 1].gap == "(" or lexicon.title(words[n - 1].low) is not None)


_AUXILIARIES = frozenset("to will would can could may might must should not did do does".split())


def _is_verb(words: Sequence[Word], n: int) -> bool:
    """Whether an unlisted small word is a verb: "to thwart rival suitor Tom Lee"."""
    if words[n].capital or words[n].low in lexicon.MODIFIERS or lexicon.title(words[n].low):
        return False
    return n > 0 and words[n - 1].joined and words[n - 1].low in _AUXILIARIES


_WHOLE_BODIES = frozenset("department ministry agency commission committee council court".split())
_BODY_WORDS = lexicon.INSTITUTIONS | lexicon.MODIFIERS | lexicon.ORGANISATIONS | lexicon.JOINED


def _joins_names(words: Sequence[Word], start: int) -> bool:
    """Whether a small word joins two parts of a body's name: "Hall | of | Fame receiver"."""
    if start < 2 or not words[start - 2].joined:
        return False
    left, link, right = words[start - 2], words[start - 1], words[start]
    if not (left.capital and right.capital):
        return False
    first = words[start - 3] if start > 2 else None
    known = lexicon.given(first.text) if first is not None and first.joined else None
    if known is not None and not known.weak:
        return False  # "Kai Day and Young Player of the Year Tom Hart"
    if link.low == "and" and (left.low in _WHOLE_BODIES or right.text in lexicon.NATIONS):
        return False  # "the Justice Department and U.S. District Judge Ann Lee"
    if lexicon.title(right.low) is not None and right.low != "famer":  # "Hall of Famer"
        return False
    if link.low == "and":  # "Work and Pensions secretary", "Food and Drug Administration chief"
        return left.low in _BODY_WORDS and (
            right.low in _BODY_WORDS
            or (start + 1 < len(words) and right.joined and words[start + 1].low in _BODY_WORDS)
        )
    plain = lexicon.title(left.low) is None or left.low == "justice"
    return left.low not in lexicon.STOPS and plain


def _inside_body(words: Sequence[Word], n: int) -> bool:
    """ "Reporters | Without | Borders chief", "Channel | Seven reporter"."""
    if n < 1 or not (words[n].capital and words[n - 1].capital and words[n - 1].joined):
        return False
    if words[n].low in _NUMBERS:
        return words[n - 1].low in numbered.NUMBERED
    return words[n].low in _INSIDE and words[n + 1].capital


_INSIDE = frozenset("without against beyond over".split())
_NUMBERS = frozenset("one two three four five six seven eight nine ten".split())


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
    "class match year season series colleague friend neighbor neighbour classmate roommate carrier "
    "hero immigrant mastermind ship".split()
)
_NO_ROLES = (
    lexicon.STOPS,
    lexicon.VERBS,
    lexicon.SPEECH,
    lexicon.DEEDS,
    lexicon.MODIFIERS,
    lexicon.OPENERS,
)


def _owner(words: Sequence[Word], n: int) -> int:
    """As :func:`_possessor`, or the words of "the | northern town’s" if an article opens them."""
    first = _possessor(words, n)
    start = first
    while start > 0 and n - start < 4 and words[start - 1].joined and _wordy(words, start - 1):
        start -= 1
    opened = start > 0 and words[start - 1].joined and words[start - 1].low in DETERMINERS
    return start if opened else first


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
    if word.text == "lead" and following.capital:
        return False  # "the charges lead Sens. Ann Lee and Bob Day to ask"
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
    paired = heads.is_pair(words, head)
    sure = paired or (known is not None and known.kind != "position")
    office = start
    while office < head and words[office].low in _PRAISE:
        office += 1
    end = end_of(words[stop - 1], text)
    begin = numbered.over_digits(words[start], words[head].low, text)
    shown = begin if office == start else words[office].start
    return Title(
        begin,
        end,
        text[shown:end],
        words[head].low,
        "office" if paired else known.kind if known is not None and sure else "role",
        before=True,
        guess=not sure,
    )
