"""Which capitalised words name a person.

A run of capitalised words is cut behind the last title, nation or institution in it
("Russian Foreign Minister | Sergey Lavrov"); what is left is a person's name if enough speaks for
it: a title, an honorific or a known given name, an initial, an age, an apposition, a verb of
speech, or the surname standing alone elsewhere in the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.people import heads, lexicon, runs, titles
from claims.people.titles import Title
from claims.people.words import Word

_MOST_NAME_WORDS = 6
# "Leg-spinner Zed Khan", "Shop-owner Ann Lee"
_HYPHENED_ROLE = re.compile(r"-[a-z]{3,}(?:er|or|ist|man)$")
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_NEVER_FIRST = lexicon.STOPS | lexicon.OPENERS
# Title words and the like that are surnames too: "Stephen King", "Mike Pope", "Bill White"
_GIVEN_TOO = frozenset("earl duke dean marshall".split())
_ACRONYM = re.compile(r"[A-Z]{2,6}s?")
# "Ivy League-trained", "London-based"; "Park Geun-hye" is a name
_COMPOUND = re.compile(
    r"-(?:trained|based|born|led|backed|style|owned|made|run|funded|educated|era|like|wide|"
    r"controlled|turned|speaking|winning|bound|friendly|sponsored|dominated|area|type|related)$"
)
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}")
_NATION_INITIALS = frozenset("u.s us uk un eu dc la ny nj uae ussr usa".split())
# ", 47," · " (47)" · " (born " · ", a 22-year-old"
_AGE_AFTER = re.compile(
    r",\s(?:aged?\s)?\d{1,3}(?=[,.;)]|\sand\s|\swho\s)|\s\(\d{1,3}\)|\s\(born\s|,\s(?:an?|the)\s\d{1,3}-year-old"
)
_BORN = re.compile(r" (?:was|is) (?:born|buried|married|survived by)\b")
_PARTY_AFTER = re.compile(r"\s\((?:[RDI]|Rep|Dem|Con|Lab|SNP|Lib Dem)[-–,.)]|,\s[RDI]-[A-Z]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """``words[first:stop]`` may name a person; ``certain`` that they do.

    ``loose``: a run in a line where every word has a capital, in which only names that the rest of
    the article knows can be told. ``definite`` is a second title, before the title and a comma:
    "the panel's chair, Rep. Ann Lee".
    """

    first: int
    stop: int
    certain: bool
    score: int
    honorific: str | None
    title: Title | None
    loose: bool = False
    definite: Title | None = None


def candidates(words: Sequence[Word], text: str) -> Iterator[Candidate]:
    """Names of one field, in order; the uncertain ones are settled by the whole article."""
    headlines = runs.headline_words(words, text)
    n = 0
    while n < len(words):
        if not _may_name(words, n):
            n += 1
            continue
        stop = runs.run_end(words, n)
        if n in headlines:
            yield Candidate(n, stop, False, 0, None, None, loose=True)
            n = stop
            continue
        first = _after_titles(words, n, stop)
        if first < stop and stop - first <= _MOST_NAME_WORDS:
            found = _judge(words, first, stop, text)
            if found is not None:
                yield found
        n = max(stop, n + 1)


def lead(
    words: Sequence[Word], first: int, text: str
) -> tuple[str | None, Title | None, Title | None]:
    """(honorific, title, definite) before the name: "Mr.", "U.S. President", "his deputy, "."""
    return _what_leads(words, first, text)


def _may_name(words: Sequence[Word], n: int) -> bool:
    """Whether a run of name words may begin here: a capital, no function word, "bin Salman"."""
    word = words[n]
    if word.capital:
        return (
            word.low not in _NEVER_FIRST
            or word.initial
            or (
                word.low in lexicon.SURNAMES_TOO | {"will", "april", "june", "may", "august", "jan"}
                and word.joined
                and n + 1 < len(words)
                and words[n + 1].capital
                and words[n + 1].low not in lexicon.STOPS
            )
        )
    return False


def _after_titles(words: Sequence[Word], first: int, stop: int) -> int:
    """Where the name begins in the run: behind the last word that is no part of a name."""
    start = first
    for n in range(first, stop - 1):
        if _leads(words, n, start, stop):
            start = n + 1
    return start


def _leads(words: Sequence[Word], n: int, start: int, stop: int) -> bool:
    """Whether ``words[n]`` stands before a name and not in it."""
    word, low = words[n], words[n].low
    if low in _WEEKDAYS or _HYPHENED_ROLE.search(word.text):
        return True
    known = lexicon.given(words[n - 1].text) if n > start else None
    inside = known is not None and not known.weak
    if inside and low in lexicon.SURNAMES_TOO:
        return False
    if _ACRONYM.fullmatch(word.text) and len(low) > 1 and low not in lexicon.SUFFIXES:
        return not (
            word.text.isupper() and words[n + 1].text.isupper() and len(words[n + 1].text) > 3
        )
    if _DOTTED.fullmatch(word.text):
        return low in _NATION_INITIALS
    kind = lexicon.title(low)
    if kind is not None and kind.kind != "position" and not heads.is_particle(word):
        # "Dean Hall" is a man, "Dean Ann Hall" has a post
        return low not in _GIVEN_TOO or n + 2 < stop
    if word.text in lexicon.NATIONS or low in lexicon.MODIFIERS:
        return not inside
    if low in lexicon.INSTITUTIONS:
        return not inside
    if low in ("republican", "democrat", "democratic", "labour", "tory", "conservative", "ex"):
        return True
    if n == start and word.text in lexicon.PLACES and n + 2 < stop and n > 1:
        seat = lexicon.title(words[n - 2].low)  # "Archbishop of Dublin | Eoin Hart"
        if words[n - 1].low == "of" and seat is not None and seat.kind == "office":
            return True
    if n > 1 and (
        heads.is_seat(words, n)
        or heads.ends_award(words, n)
        or heads.before_grade(words, n) is not None
    ):
        return True
    if word.text in lexicon.PLACES or low in ("city", "county"):
        after = lexicon.given(words[n + 1].text)
        return after is not None and not after.weak and lexicon.given(word.text) is None
    return False


def _judge(words: Sequence[Word], first: int, stop: int, text: str) -> Candidate | None:
    """The run's name weighed by what stands in it and around it, or None."""
    name = words[first:stop]
    if _body(words, first, stop):
        return None
    honorific, title, definite = _what_leads(words, first, text)
    if title is not None and len(name) == 1 and not _single_ok(name[0], title):
        title = None
    if title is not None and _of_several(title) and not _LISTED.match(text, name[-1].end):
        if lexicon.given(name[0].text) is None:
            return None  # "at London stockbrokers Hale de Witt Bowen"
        title = None
    if not _shaped_as_name(name, titled=bool(honorific or title)):
        return None
    if title is not None and _shouted(name, title):
        return None
    if honorific and len(name) == 1 and name[0].low in _ADDRESSED:
        return None
    if honorific or (title is not None and title.kind != "kin" and not title.guess):
        return Candidate(first, stop, True, 9, honorific, title, definite=definite)
    if _place(name):
        return None
    score = _inner_score(name) + _outer_score(words, first, stop, text) + (2 if title else 0)
    if len(name) == 1 and _is_title_word(name[0]):
        return None
    if len(name) == 1:
        return (
            Candidate(first, stop, bool(title and score > 1), score, None, title)
            if name[0].low not in lexicon.ORGANISATIONS or _family_name(name[0])
            else None
        )
    return Candidate(first, stop, score >= 4, score, None, title)


def _family_name(word: Word) -> bool:
    """Whether a word that bodies are named with is a family name too: "Park"."""
    known = lexicon.given(word.text)
    return known is not None and known.gender == "s"


# "lawyers Ann Lee | and Bob Day", "Sens. Ann Lee| (D-Ohio) and"
_LISTED = re.compile(
    r"(?: \([^()\n]{1,24}\)|, [A-Z][^\s,]{0,12}|,? of (?:\S+ ){0,3}?\S+)?(?:, | and | & )"
)


def _of_several(title: Title) -> bool:
    """Whether the title is in the plural, and a word that is common in it: "stockbrokers"."""
    plural = title.head not in lexicon.TITLES and title.head.endswith(("s", "men"))
    return (
        plural and title.before and title.office.split()[-1][:1].islower() and title.kind == "role"
    )


# "Mr. President", "Madam Speaker"
_ADDRESSED = frozenset("president speaker chairman chair secretary ambassador minister".split())
# "the oldest competitor, Ann Lee": what she is first in, no role
_SUPERLATIVE = re.compile(r"(?:[a-z]+est|first|last|only) [a-z]")
_RELATIONS = "successor predecessor counterpart rival ally opponent confidant mentor boss".split()


def _definite(words: Sequence[Word], first: int, title: Title | None, text: str) -> Title | None:
    """The definite title before the name and its title: "the panel’s chair, Rep. Ann Lee"."""
    n = first
    while title is not None and n > 0 and words[n - 1].start >= title.start:
        n -= 1
    found = titles.definite(words, n, text)
    if found is None or (found.kind == "role" and _SUPERLATIVE.match(found.office)):
        return None
    if title is None:  # "her successor, Ann Lee": no office
        return None if found.office.lower() in _RELATIONS else found
    return None if found.head in (title.head, *_RELATIONS) else found


# " of Leeds", " of the Seychelles"
_OF_A_PLACE = re.compile(r" of (?:the )?[A-Z]")
# nothing but white space to the end of the text
_LAST = re.compile(r"\s*\Z")


def _closes(words: Sequence[Word], first: int, text: str, *, titled: bool) -> bool:
    """Whether the name that begins here is closed off: "the mayor, Ann Lee, said"."""
    stop = runs.run_end(words, first)
    end = words[stop - 1].end
    if text.startswith(" of ", end) and (titled or _OF_A_PLACE.match(text, end)):
        return True
    if titled and text.startswith(" (", end):
        return True
    return (
        text[end : end + 2].lstrip()[:1] in tuple(',.;:)—–"”’')
        or _LAST.match(text, end) is not None
    )


def _is_cleric(words: Sequence[Word], n: int) -> bool:
    """ "the priest | Father Tom Hart": with a role before it, no kin."""
    if n < 1 or not words[n - 1].joined or words[n].low not in ("father", "brother", "sister"):
        return False
    role = lexicon.title(words[n - 1].low)
    return role is not None and role.kind in ("role", "office")


def _is_title_word(word: Word) -> bool:
    low = word.low
    return low not in lexicon.SURNAMES_TOO and (
        lexicon.title(low) is not None or low in lexicon.INSTITUTIONS | lexicon.MODIFIERS
    )


def _what_leads(
    words: Sequence[Word], first: int, text: str
) -> tuple[str | None, Title | None, Title | None]:
    """As :func:`lead`. A definite title is the title when there is no other."""
    honorific = None
    n = first
    while n > 0 and words[n - 1].joined:
        known = lexicon.title(words[n - 1].low)
        honoured = known is not None and (
            known.kind == "honorific" or (known.kind == "kin" and _is_cleric(words, n - 1))
        )
        if not honoured or not words[n - 1].capital or heads.is_pair(words, n - 1):
            break
        honorific = words[n - 1].low
        n -= 1
    title = titles.before(words, n, text)
    if not _closes(words, first, text, titled=title is not None):
        return honorific, title, None
    definite = _definite(words, n, title, text)
    return (honorific, definite, None) if title is None else (honorific, title, definite)


def _single_ok(word: Word, title: Title) -> bool:
    """Whether one word after a title is a name: "President Biden", not "president American"."""
    if title.kind == "kin":
        return True
    if title.guess:
        return False
    if title.kind == "role" and title.office[:1].isupper() and " " not in title.office:
        return False  # "Brewer Stone", "Carpenter Square"
    if word.text in lexicon.NATIONS or word.text in lexicon.PLACES or _ACRONYM.fullmatch(word.text):
        return False
    if title.head in ("king", "queen", "prince") and word.low in lexicon.ORGANISATIONS:
        return False  # "Queen Street"
    if _DOTTED.fullmatch(word.text) or word.low in _PEOPLES or word.low[:-1] in _PEOPLES:
        return False
    listed = word.low in lexicon.ORGANISATIONS or word.low in lexicon.INSTITUTIONS
    if listed and (title.kind != "office" or title.head == "general"):
        return False  # "American Revolutionary War", "the General Court"
    if listed and title.office.lower().rstrip(".").split()[-1] != title.head:
        return False  # "judges of the U.S. Court"
    return (not listed or word.low in lexicon.SURNAMES_TOO) and lexicon.title(word.low) is None


def _shouted(name: Sequence[Word], title: Title) -> bool:
    """ "FELLOW DOCTORS DON'T WANT TO HELP": words in capitals, not a doctor and his name."""
    loud = title.office.isupper() and all(word.text.isupper() for word in name)
    return loud and len(title.office) > 4 and lexicon.given(name[0].text) is None


# "militant Protestants", "major African cities"
_PEOPLES = lexicon.PEOPLES


def _shaped_as_name(name: Sequence[Word], *, titled: bool) -> bool:
    if any(word.possessive for word in name[:-1]):
        return False
    last = name[-1].low
    if last in lexicon.SUFFIXES and len(name) > 1:
        last = name[-2].low
    if all(len(word.low) == 1 for word in name) or last in lexicon.SUFFIXES:
        return False
    if any(_COMPOUND.search(word.text) for word in name):
        return False
    known = lexicon.given(name[0].text)
    strong = known is not None and not known.weak
    if last in lexicon.ORGANISATIONS and len(name) > 1:
        return last in lexicon.SURNAMES_TOO and len(name) == 2 and known is not None
    if len(name) > 1 and any(
        w.low in lexicon.ORGANISATIONS and w.low not in lexicon.SURNAMES_TOO for w in name[1:]
    ):
        return False
    if name[-1].text in lexicon.NATIONS and len(name) > 1 and not strong:
        return False
    if len(name) > 1 and lexicon.title(last) is not None:
        return (strong or titled) if last in lexicon.SURNAMES_TOO else (strong and titled)
    return not (
        len(name) > 1 and _ACRONYM.fullmatch(name[-1].text) and not name[0].text.isupper()
    ) or (name[-1].low in lexicon.SUFFIXES)


def _body(words: Sequence[Word], first: int, stop: int) -> bool:
    """Whether the name is a body's, or makes one with the word before: "General | Motors"."""
    start = first - 1 if first and words[first - 1].joined else first
    for begin in (start, first):
        for end in range(first + 1, min(stop, first + 3) + 1):
            if end - begin > 1 and " ".join(w.text for w in words[begin:end]) in lexicon.BODIES:
                return True
    return False


def _place(name: Sequence[Word]) -> bool:
    """ "New York", "San Francisco", "Rio de Janeiro"."""
    joined = " ".join(word.text for word in name)
    if len(name) == 1:
        return joined in lexicon.PLACES or joined in lexicon.NATIONS
    compass = name[0].low in ("n", "s", "north", "south", "east", "west", "northern", "southern")
    if all(w.text in lexicon.NATIONS or w.low in lexicon.PEOPLES for w in name[compass:]):
        return True  # "Roman Catholic", "South Korean"
    return (
        joined in lexicon.PLACES
        or joined in lexicon.COUNTRY_NAMES
        or (compass and name[1].text in lexicon.COUNTRY_NAMES)
    )


# "Wang Yi", "Park Ji-woo": short, in two syllables at most or joined by a hyphen
_ASIAN_GIVEN = re.compile(r"[A-Z][a-z]{1,4}|[A-Z][a-z]{1,5}-[a-z]{2,6}")


def _inner_score(name: Sequence[Word]) -> int:
    """What the words themselves say, from 0 to 4."""
    if len(name) < 2:
        return 0
    score = 0
    known = lexicon.given(name[0].text)
    if known is not None:
        score += (
            {True: 2, False: 4}[known.weak] if known.gender != "s" else (2 if known.weak else 3)
        )
    elif len(name) > 2 and (second := lexicon.given(name[1].text)) and not second.weak:
        score += 1
    if name[-1].low.replace("'", "") in lexicon.SURNAMES and (known is None or known.weak):
        score += 1 if known is not None or _common(name[0]) else 2
    if any(len(word.low) == 1 or (_DOTTED.fullmatch(word.text)) for word in name[:-1]):
        score += 3
    if any(not word.capital for word in name[1:]):
        score += 1
    if any(word.text[0].islower() and word.capital for word in name[1:]):
        score += 3  # "Nimr al-Nimr"
    if known is not None and known.gender == "s" and _ASIAN_GIVEN.fullmatch(name[-1].text):
        score += 2 if "-" in name[-1].text else 1
    if name[-1].low in lexicon.SUFFIXES:
        score += 3 if name[-1].low in ("jr", "sr") else 1
    return score


def _common(word: Word) -> bool:
    """Whether a word that no list of given names has is known as something else."""
    low = word.low
    return (
        low in lexicon.MODIFIERS
        or low in lexicon.INSTITUTIONS
        or low in lexicon.ORGANISATIONS
        or low in lexicon.PEOPLES
        or low in lexicon.NO_NAMES
        or word.text in lexicon.PLACES
        or low.endswith(("ed", "ing", "ish", "ian", "ese"))
    )


def _outer_score(words: Sequence[Word], first: int, stop: int, text: str) -> int:
    """What stands around the name says, from -2 to 6."""
    score = 0
    stop = titles.over_letters(words, stop)
    last = words[stop - 1]
    following = words[stop] if stop < len(words) else None
    if not last.possessive:
        if _AGE_AFTER.match(text, last.end) or _PARTY_AFTER.match(text, last.end):
            score += 4
        if following is not None and last.joined and following.low in lexicon.SPEECH:
            score += 2
        elif following is not None and last.joined and following.low in lexicon.DEEDS:
            score += 1
        if _BORN.match(text, last.end):
            score += 4
        speaks = following is not None and following.low in lexicon.SPEECH
        if speaks and last.gap == ", " and first and words[first - 1].gap == ", ":
            score += 1  # "One of them, Ann Lee, said"
        if following is not None and last.gap == ", " and following.low in ("who", "whose", "whom"):
            score += 4
        role = titles.after(words, stop, text)
        if role is not None and not role.guess:
            score += 4
    if first > 0 and words[first - 1].followed:
        leading = words[first - 1]
        if (leading.low in lexicon.SPEECH and leading.low != "told") or (
            leading.low == "to" and first > 1 and words[first - 2].low == "according"
        ):
            score += 2
        elif leading.low == "the":
            score -= 3
    return score
