"""Which word before a name is the head of a title: "secretary" in "Secretary of State"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.people import lexicon
from claims.people.words import Word

# Second words of a title: "attorney general", "chairman emeritus", "Astronomer Royal"
AFTER_HEAD = frozenset("general emeritus emerita elect designate royal".split())
_LINKS = frozenset("and of for the at in to &".split())
PARTISANS = frozenset("democrat republican".split())
_RANKS = frozenset("top ranking senior leading highest-ranking prominent no chief".split())
# "shipowner", "bandleader", "puppeteer", "bandmaster", "playwright"
_AGENT = re.compile(
    r"(?:[b-df-hj-np-tv-z]er|[lr]eer|ator|itor|ctor|ssor|man|master|monger|wright)$"
)
_NO_HEADS = (lexicon.NO_AGENT, lexicon.VERBS, lexicon.MODIFIERS, lexicon.STOPS)
_VERB_FOLLOWS = frozenset(
    "to will would can could may might must should not did do does let we they you i and or".split()
)


def head_ending_at(words: Sequence[Word], last: int) -> int | None:
    """The head of a title phrase whose last word is ``words[last]``, or None."""
    word = words[last]
    kind = lexicon.title(word.low)
    if word.low == "justice" and last and words[last - 1].low in ("of", "for"):
        return _head_of_complement(words, last)  # "Minister for Justice"
    if is_pair(words, last):
        return last
    if kind is not None and not is_particle(word):
        if (
            kind.kind == "honorific"
            or not words[last].low not in lexicon.STOPS
            or _is_adjective(word)
        ):
            return None
        if kind.kind == "position" and word.capital:
            return None
        return None if word.low in PARTISANS and not ranked(words, last) else last
    if (graded := before_grade(words, last)) is not None:
        return graded
    if ends_award(words, last):
        return _head_of_award(words, last)
    if word.low in ("tem", "tempore") and last > 1 and words[last - 1].low == "pro":
        return last - 2 if lexicon.title(words[last - 2].low) is not None else None
    if word.low in AFTER_HEAD and last and words[last - 1].joined:
        kind = lexicon.title(words[last - 1].low)
        fits = ("office", "role") if word.low == "royal" else ("office",)
        return last - 1 if kind is not None and kind.kind in fits else None
    return last if looks_like_occupation(words, last) else _head_of_complement(words, last)


_AWARDED = frozenset("match year series tournament season month week final".split())


def ends_award(words: Sequence[Word], last: int) -> bool:
    """Whether an award's name ends here: "Player of the | Year | Ann Lee"."""
    if last < 3 or words[last].low not in _AWARDED:
        return False
    return words[last - 1].low == "the" and words[last - 2].low == "of"


def _head_of_award(words: Sequence[Word], last: int) -> int | None:
    """The head in "man of the match", "Young Player of the Year"."""
    head = last - 3
    named = words[head].low in ("man", "woman", "person") or lexicon.title(words[head].low)
    return head if named and all(word.joined for word in words[head:last]) else None


# Posts of two words of which the second alone is none.
_PAIRS = {
    "lady": frozenset({"first"}),
    "elder": frozenset({"village", "tribal", "community", "clan", "church", "indigenous"}),
}


def is_pair(words: Sequence[Word], n: int) -> bool:
    """ "first | lady", "village | elder": a lady else is an honorific, an elder an adjective."""
    firsts = _PAIRS.get(words[n].low)
    return firsts is not None and n > 0 and words[n - 1].low in firsts and words[n - 1].joined


_GRADES = frozenset("first second third senior".split())
_GRADE_GAP = re.compile(r"\.? [1-3]")


def before_grade(words: Sequence[Word], last: int) -> int | None:
    """The rank whose grade ends here: "Private First | Class", "Sgt. 1st | Class"."""
    if last < 2 or words[last].low != "class" or not words[last - 1].joined:
        return None
    graded = words[last - 1].low in _GRADES and words[last - 2].joined
    if words[last - 1].low in ("st", "nd", "rd"):
        graded = _GRADE_GAP.fullmatch(words[last - 2].gap) is not None
    rank = lexicon.title(words[last - 2].low) if graded else None
    ranked = words[last - 2].low == "private" or (rank is not None and rank.kind == "office")
    return last - 2 if graded and ranked else None


def is_particle(word: Word) -> bool:
    """Whether "Del" is part of a name, "Benicio Del Toro", and no delegate: "Del. Ann Lee"."""
    return word.low == "del" and word.gap[:1] != "."


def looks_like_agent(low: str) -> bool:
    """Whether an unlisted word may be the name of an occupation, by its ending: "rafter"."""
    return len(low) >= 6 and bool(_AGENT.search(low)) and low not in lexicon.NO_AGENT


def agent_noun(word: Word) -> bool:
    """Whether an unlisted word is the name of an occupation by its ending: "glassblower"."""
    if len(word.low) < 6 or "-" in word.low or word.possessive or not _AGENT.search(word.low):
        return False
    return not any(word.low in listed for listed in _NO_HEADS)


def looks_like_occupation(words: Sequence[Word], last: int) -> bool:
    """Whether an unlisted word before a name is the name of an occupation, by its ending."""
    word = words[last]
    if not agent_noun(word):
        return False
    before = words[last - 1] if last else None
    opens = before is None or not before.followed
    if word.capital:
        return opens and lexicon.given(word.text) is None
    return opens or before is None or before.low not in _VERB_FOLLOWS


def _is_adjective(word: Word) -> bool:
    """ "Center for International Studies", but "England international Tom Lee"."""
    return word.low == "international" and word.capital


def ranked(words: Sequence[Word], head: int) -> bool:
    """Whether a party member is one with a post: "the top Democrat on the panel"."""
    return any(words[n].low in _RANKS for n in range(max(0, head - 3), head))


def is_seat(words: Sequence[Word], n: int) -> bool:
    """Whether an unlisted place stands before a name: "Mayor of | Ayle | Ann Lee"."""
    if n < 2 or n + 2 >= len(words) or not words[n].capital or not words[n].joined:
        return False
    office = lexicon.title(words[n - 2].low) if words[n - 1].low == "of" else None
    if office is None or office.kind != "office" or lexicon.given(words[n].text) is not None:
        return False
    given = lexicon.given(words[n + 1].text)
    return given is not None and not given.weak and words[n + 1].joined and words[n + 2].capital


def _head_of_complement(words: Sequence[Word], last: int) -> int | None:
    """The head in "Secretary of State", "chairman of the Joint Chiefs of Staff"."""
    text = words[last].text
    if words[last].low not in lexicon.INSTITUTIONS and not (
        text in lexicon.COUNTRY_NAMES or text in lexicon.PLACES or is_seat(words, last)
    ):
        return None
    n = last - 1
    while n > 0 and last - n < 10 and words[n].followed:
        low = words[n].low
        if low in ("of", "for") or (low == "to" and text in lexicon.COUNTRY_NAMES):
            head = n - 1
            kind = lexicon.title(words[head].low)
            if kind is not None and kind.kind == "office" and words[head].joined:
                return head
        elif not (words[n].capital or low in _LINKS or low in lexicon.INSTITUTIONS):
            return None
        n -= 1
    return None
