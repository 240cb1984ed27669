"""The words of a source by their shape: a pronoun, a name, a role, an owner."""

from __future__ import annotations

import re

from claims.people import lexicon
from claims.people.titles import LETTERS
from claims.speech import words
from claims.speech.units import Token

_FULL_NAME = re.compile(  # "Bertin Nadeau", "Ann B. Lee"
    r"\b[A-Z][\w’'-]{1,40}(?: (?:[A-Z]\.|[A-Z][\w’'-]{1,40}|de|van|von|der|la|bin|al|el)){0,4}?"
    r" [A-Z][\w-]+(?![\w-]| [A-Z])"
)
_AGED = re.compile(r"[\w-]+-year-old")
_OPENING = lexicon.STOPS | lexicon.OPENERS | words.OPENERS
_WOMEN = frozenset("aunt she daughter girl grandmother lady mother sister widow wife".split())
_MEN = frozenset("he boy brother father grandfather husband son uncle widower".split())
_EMPLOYED = frozenset("at for from in of with".split())
_BEFORE_ARTICLE = frozenset("all and as both but half or such than who whose".split())
_FEW = frozenset("one two three four five six seven eight nine ten 10 11 12 13 14 15".split())
_MOST_NAMESAKES = 6
_JOINS = frozenset("of and the for & y".split())


def without_participle(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """As in "a report" of "a report released (last year)"."""
    cut = len(tokens) > 2 and tokens[-1].low.endswith("ed") and not tokens[-1].capitalised
    return tokens[:-1] if cut else tokens


def without_verb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """As in "state television" of "state television showed the crowds": an article or "her" in the
    middle, behind no preposition, stands behind a verb; in "a move the port (termed)" it opens the
    subject."""
    for n in range(2, len(tokens)):
        before = tokens[n - 1]
        if tokens[n].quote is not None:
            return tokens[:n]
        if tokens[n].low not in words.DETERMINERS | words.POSSESSIVES or not before.is_word:
            continue
        joined = before.low in words.PREPOSITIONS | _BEFORE_ARTICLE or before.capitalised
        if not joined:
            return tokens[n:] if n == 2 and tokens[0].low in words.DETERMINERS else tokens[: n - 1]
    crowd = len(tokens) > 2 and tokens[-2].low in words.CROWDS and not tokens[-1].capitalised
    if crowd and singular(tokens[-1].low) not in words.ROLES | words.BODY_NOUNS | words.CROWDS:
        return tokens[:-1]  # "About 100 marchers met"
    return tokens


def singular(noun: str) -> str:
    return noun.removesuffix("es") if noun.endswith("sses") else noun.removesuffix("s")


def is_pronoun(tokens: tuple[Token, ...]) -> bool:
    return len(tokens) == 1 and bare(tokens[0]) in words.PRONOUNS | words.POSSESSIVES


def bare(token: Token) -> str:
    """The word without what is drawn together with it: "he" of "He’s", "they" of "they've"."""
    word = re.split("['’]", token.low)[0]
    return word if word in words.SUBJECT_PRONOUNS else token.low


def is_office(tokens: tuple[Token, ...]) -> bool:
    """As in "U.S. senator", "Lima police chief": it tells what somebody is, not who."""
    last = tokens[-1]
    owned = names_an_owner(tokens)
    return (
        len(tokens) > 1 and not last.capitalised and not owned and singular(last.low) in words.ROLES
    )


def is_common(tokens: tuple[Token, ...]) -> bool:
    """As in "Analysts", "Some residents", at a sentence’s head, where the capital tells nothing."""
    last = tokens[-1].low
    if names_an_owner(tokens):
        return False
    return not any(t.capitalised for t in tokens[1:]) and (
        len(tokens) > 1
        or singular(last) in words.ROLES
        or last in words.CROWDS | words.INDEFINITE | words.MANY
    )


def looks_like_a_name(tokens: tuple[Token, ...]) -> bool:
    joins = words.PARTICLES | words.ROLES | words.BODY_NOUNS | {"of", "and", "the", "for"}
    held = [t for t in tokens if t.is_word]
    return 0 < len(held) <= 9 and all(
        t.capitalised or t.low in joins or t.text.isdigit() for t in held
    )


def without_role(tokens: tuple[Token, ...], text: str) -> str:
    """As in "Imran Shah" of "Prosecutor Imran Shah", "Bishop Imran Shah of Leeds".

    Only where two words with capitals are left.
    """
    n = 0
    while len(tokens) - n > 2 and tokens[n].low.rstrip(".") in words.ROLES:
        n += 1
    end = n
    while end < len(tokens) and (tokens[end].capitalised or tokens[end].low in words.PARTICLES):
        end += 1
    named = end - n >= 2 and (end == len(tokens) or tokens[end].low in words.PREPOSITIONS)
    return " ".join(t.text for t in tokens[n:end]) if n and named else text


def trailing_name(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The two or more words with capitals at the end of "Peruvian journalist Luz Rojas"."""
    n = len(tokens)
    while n and tokens[n - 1].capitalised and tokens[n - 1].text[-2:] not in ("'s", "’s"):
        n -= 1
    leans = n > 0 and tokens[n - 1].low in words.PREPOSITIONS | {"the", "and"}
    return tokens[n:] if len(tokens) - n >= 2 and not leans else ()


def names_an_owner(tokens: tuple[Token, ...]) -> bool:
    """As in "Ms. Ito’s family", "Lima’s mayor"."""
    return len(tokens) <= 7 and any(t.capitalised and t.text[-2:] in ("'s", "’s") for t in tokens)


def head_words(tokens: tuple[Token, ...]) -> list[str]:
    """The words up to the first preposition, whose last is the head: "the mayor" of "… of Lima"."""
    held: list[str] = []
    roughly = tokens[0].low in ("about", "around", "over")  # "About 100 marchers"
    for token in tokens[roughly:]:
        if token.low in words.PREPOSITIONS or not token.is_word:
            break
        held.append(token.low)
    return held


def without_article(text: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", text, flags=re.IGNORECASE)


def without_honorific(name: str) -> str:
    """As in "Mkimbo" of "Ms. Mkimbo"."""
    first, _, rest = name.partition(" ")
    title = lexicon.title(first.lower().rstrip("."))
    return rest if rest and title is not None and title.kind == "honorific" else name


def may_be_a_person(name: str) -> bool:
    """Two to five words with capitals, none of which tells of a body or a place."""
    held = name.split()
    if not 2 <= len(held) <= 5 or any(w.isupper() and len(w) > 2 for w in held):
        return False
    lows = [w.lower().strip(".,") for w in held]
    named = all(
        w[0].isupper() or low in words.PARTICLES or "-" in w
        for w, low in zip(held, lows, strict=True)
    )
    bodily = words.BODY_NOUNS | lexicon.ORGANISATIONS | lexicon.INSTITUTIONS | _JOINS
    owned = any(w.endswith(("'s", "’s")) for w in held)
    return named and not owned and not any(low in bodily for low in lows)


def is_letters(after: str) -> bool:
    """The letters behind a name: "KC", "MBE"."""
    return after.strip(", ") in LETTERS


def may_be(text: str, gender: str) -> bool:
    """Whether "a man", "an official" may be he (``m``), or she (``f``)."""
    held = text.lower().split()
    if any(word in _WOMEN or word.endswith("woman") for word in held):
        return gender == "f"
    return gender == "m" or not any(word in _MEN or word.endswith("man") for word in held)


def employer(tokens: tuple[Token, ...], source: tuple[int, int]) -> int | None:
    """Where "officials at the Harbour Ministry" ends, of which ``source`` is the "officials"."""
    start, end = source
    if singular(tokens[end - 1].low) not in words.ROLES or tokens[end - 1].capitalised > (
        start == 0
    ):
        return None
    n = end + 1 if end < len(tokens) and tokens[end].low in _EMPLOYED else len(tokens)
    n += n < len(tokens) and tokens[n].low == "the"
    first = n
    while n < min(len(tokens), first + 6) and (tokens[n].capitalised or tokens[n].low in _JOINS):
        n += 1
    while n > first and not tokens[n - 1].capitalised:
        n -= 1
    named = n > first and tokens[first].low not in words.TIME_WORDS
    return n if named else None


def is_aged(tokens: tuple[Token, ...]) -> bool:
    """As in "the tired 34-year-old", "the mother of six": whom the article just spoke of."""
    counted = len(tokens) > 2 and tokens[-2].low == "of" and tokens[-1].low in _FEW
    return counted or _AGED.fullmatch(tokens[-1].low) is not None


def is_crowd(tokens: tuple[Token, ...], heads: list[str]) -> bool:
    """As in "residents", "small groups of protesters"."""
    if heads[-1] in words.CROWDS:
        return True
    rest = [t.low for t in tokens[len(heads) : len(heads) + 4]]
    return heads[-1] in words.MANY and rest[:1] == ["of"] and any(w in words.CROWDS for w in rest)


def is_people(head: str) -> bool:
    """As in "Democrats", "Palestinians": many who go by one name."""
    one = head.removesuffix("s")
    return one != head and (one in lexicon.PEOPLES or one.title() in lexicon.NATIONS)


def full_names(text: str) -> dict[str, list[str]]:
    """The names in full for each last word, in order: "Nadeau" → "Bertin Nadeau". One pass."""
    found: dict[str, list[str]] = {}
    for match in _FULL_NAME.finditer(text):
        held = match.group().split()
        while len(held) > 2 and held[0].lower() in _OPENING:
            held = held[1:]
        name = without_honorific(" ".join(held))
        given = [word.lower() for word in name.split()[:-1]]
        if may_be_a_person(name) and not any(w in _OPENING or w in words.ROLES for w in given):
            known = found.setdefault(held[-1].lower(), [])
            if name not in known and len(known) < _MOST_NAMESAKES:
                known.append(name)
    return found


def is_full_body_name(tokens: tuple[Token, ...], heads: list[str]) -> bool:
    """As in "the Immigration and Naturalization Service", not "the Service", "the Lima court"."""
    named = [t for t in tokens[: len(heads)] if t.capitalised and t.low != "the"]
    return len(named) >= 2 and tokens[len(heads) - 1].capitalised
