"""An office in a sentence of our own: "Was Ann Lee a senator …", "… hold the rank of Sergeant …".

As an article writes it, an office lacks its article ("political adviser Uzi Arad"), stands in the
plural for several persons ("Sens. Ann Lee and Bob Day") or is cut short ("Lt. Col.").
"""

from __future__ import annotations

import re

from claims.people import lexicon
from claims.tables import rows

_FORMS = {row["word"]: (row["written"], row["use"]) for row in rows("title_forms")}
_DETERMINED = frozenset(
    "a an the another one his her its their our my whose himself herself now".split()
)
# Before a head: "Lt. Gov.", "Asst. Prof."
_IN_FULL = {"lt.": "lieutenant", "asst.": "assistant", "dep.": "deputy", "assoc.": "associate"}
_OWNS = ("'s", "’s", "s'", "s’")
_COMPASS = frozenset("north south east west".split())
_LINKS = frozenset("of for at in to on with from under".split())
# "Cabinet minister", "deputy director", "vice president": there are several of them
_OF_SEVERAL = frozenset(
    "deputy assistant associate vice senior junior cabinet regional local former rebel co "
    "government state member district county divisional".split()
)
# "captain Tom Lee", "rebel leader Tom Lee": one of something that is left unsaid
_OF_ANYTHING = frozenset("leader manager coach captain skipper director head chief speaker".split())
_ONLY = frozenset("opposition majority minority prime".split())
# Words of a rank beside its head: "Air Force Lieutenant Colonel", "Staff Sgt.", "Det. Insp."
_BESIDE_RANK = frozenset(
    "air force army navy marine marines corps coast guard police state national royal first second "
    "1st 2nd third master staff lance rear vice brigade flight wing group squadron chief warrant "
    "petty gunnery deputy assistant field detective major".split()
)
_KEEP_CAPITAL = lexicon.PEOPLES | frozenset(
    "democratic european olympic cabinet treasury senate".split()
)
# "Anti-abortion protester", "Co-founder"
_PREFIXED = re.compile(r"(?:Anti|Pro|Co|Ex|Non|Vice|Self|Right|Left|Far|Long)-[a-z]")
_AWARD = re.compile(r" of the (?:match|year|series|tournament|season|month|week)$", re.I)
# Acronyms read as a word: "a NATO official", but "an FBI agent".
_READ_AS_WORD = frozenset("NATO NASA OPEC UNESCO UNICEF FIFA FEMA NASDAQ NASCAR BAFTA".split())
_LETTERS_WITH_VOWEL = "AEFHILMNORSX"
_AN = re.compile(r"[aeio]|u(?!ni|s[ei]|tah\b|ruguay|ganda|k\b|\.?[ks]\.?)|hono|hour|heir", re.I)
_A = re.compile(r"eu|one\b|once|uni|u\.|useful|usual|ewe", re.I)


def predicate(office: str) -> str:
    """The office as it follows "was": "a political adviser", "the FBI director", "President"."""
    words = office.split()
    low = [_plain(word) for word in words]
    if low[0] in _DETERMINED:
        return office
    if words[0].endswith(_OWNS):  # "the museum's director", said of one named before
        return f"the {office}" if words[0].islower() or low[0][:-2] in _COMPASS else office
    if _owned(words):
        return office
    if (stacked := _stacked(words, low)) is not None:
        return stacked
    if low[0] == "world" and low[1:2] in (["no"], ["number"]):
        return office
    if low[:2] == ["first", "lady"]:
        return f"the {office}"
    head = _head(low)
    written, use = _FORMS.get(singular(low[head]), ("", "many"))
    if use != "rank":
        words[head] = _written(words[head], low[head], written)
    words[:head] = [_IN_FULL.get(word.lower(), word) for word in words[:head]]
    words[0] = _small_first(words, head)
    phrase = " ".join(words)
    if use in ("one", "rank") or _is_one(low, head):
        stop = head + (2 if low[head + 1 : head + 2] == ["general"] else 1)
        if len(words) == stop == 1 or (low[stop : stop + 1] and low[stop] in _LINKS):
            return phrase
        return f"{_article(phrase)} {phrase}" if _is_one_of(words, low, head) else f"the {phrase}"
    only = low[0] == "no" or _AWARD.search(phrase)
    return f"{'the' if only else _article(phrase)} {phrase}"


def _is_one(low: list[str], head: int) -> bool:
    """Posts of two words that one person holds: "attorney general", "chief executive"."""
    officer = low[head] in ("officer", "scientist") and "chief" in low[:head]
    chief = officer or (head > 0 and low[head - 1] == "chief")
    return low[head + 1 : head + 2] == ["general"] or chief


def _is_one_of(words: list[str], low: list[str], head: int) -> bool:
    """Whether several hold such a post, or nothing tells of what: "vice president", "coach"."""
    if any(word in _OF_SEVERAL for word in low[:head]):
        return not words[head][:1].isupper()
    named = any(word[:1].isupper() for word in words) or not _ONLY.isdisjoint(low)
    return low[head] in _OF_ANYTHING and not named


def _stacked(words: list[str], low: list[str]) -> str | None:
    """ "vice-presidential nominee Gov.", "army chief General": two titles in one."""
    if len(words) < 2 or not words[-1][:1].isupper():
        return None
    if words[-2][:1].isupper() and not (
        words[-1].endswith(".") and _FORMS.get(low[-2], ("", ""))[1] == "one"
    ):
        return None
    first, written = lexicon.title(low[-2]), _FORMS.get(singular(low[-1]), ("", ""))[0]
    if first is None or first.kind not in ("office", "role") or not written:
        return None
    return f"{predicate(' '.join(words[:-1]))} and {written[:1].lower() + written[1:]}"


def rank(office: str) -> str | None:
    """The rank in full that an office is, or None: "Army Lt. Col." → "Army Lieutenant Colonel"."""
    words = office.split()
    lows = [singular(_plain(word)) for word in words]
    if lows[-1] == "class" and len(words) > 2:  # "Sgt. 1st Class"
        graded = rank(" ".join(words[:-2]))
        return f"{graded} {words[-2]} {words[-1]}" if graded else None
    if _FORMS.get(lows[-1], ("", ""))[1] != "rank" or not words[-1][:1].isupper():
        return None
    for word, low in zip(words[:-1], lows[:-1], strict=True):
        known = _FORMS.get(low, ("", ""))[1] == "rank" or low in _BESIDE_RANK
        if not known and word not in lexicon.NATIONS and low not in ("us", "uk"):
            return None
    if lows[-2:] == ["inspector", "general"]:
        return None
    if lows[-1] == "general" and len(words) > 1 and _FORMS.get(lows[-2], ("", ""))[1] != "rank":
        return None if lows[-2] not in _BESIDE_RANK and words[-2] not in lexicon.NATIONS else office
    return " ".join(
        _FORMS[low][0] if low in _FORMS and _FORMS[low][1] == "rank" else word
        for word, low in zip(words, lows, strict=True)
    )


def _plain(word: str) -> str:
    return word.lower().strip(".,()").replace("’", "'")


def _owned(words: list[str]) -> bool:
    """ "New York's attorney general", "Bear, Stearns' chief economist"."""
    return any(word.endswith(_OWNS) for word in words[1:4] if word[:1].isupper())


def _head(low: list[str]) -> int:
    """The last title word before "of", "for" and the like, else the last word."""
    head = None
    for n, word in enumerate(low):
        if n and word in _LINKS:
            break
        kind = lexicon.title(word)
        if kind is not None and kind.kind != "honorific":
            if word == "general" and head == n - 1:
                continue  # "attorney general"
            head = n
    return head if head is not None else len(low) - 1


def singular(low: str) -> str:
    """The title word in the singular: "sens" → "sen", "lawmen" → "lawman"; others as they are."""
    if low in _FORMS or low in lexicon.TITLES or not low.endswith(("s", "men")):
        return low
    if low.endswith("men") and low[:-2] + "an" in lexicon.TITLES:
        return low[:-2] + "an"
    for ending, instead in (("ies", "y"), ("es", ""), ("s", "")):
        stem = low.removesuffix(ending) + instead
        if low.endswith(ending) and (stem in lexicon.TITLES or stem in _FORMS):
            return stem
    if low.endswith("s") and lexicon.title(low[:-1]) is not None:
        return low[:-1]
    return low


def _written(word: str, low: str, written: str) -> str:
    """The head in the singular and in full: "Reps." → "representative", "lawyers" → "lawyer"."""
    single = singular(low)
    if written and written != single:
        return written
    if single == low:
        return word
    return single.capitalize() if word[:1].isupper() else single


def _small_first(words: list[str], head: int) -> str:
    """The first word, without a capital that it has from its place alone."""
    first = words[0]
    low = _plain(first)
    if not first[:1].isupper() or first.isupper() or low in _KEEP_CAPITAL:
        return first
    if first in lexicon.NATIONS or first in lexicon.PLACES:
        return first
    alone = len(words) == 1 and _FORMS.get(singular(low), ("", ""))[1] not in ("one", "rank")
    common = low in lexicon.MODIFIERS or lexicon.title(low) is not None
    small_next = head > 0 and not words[1][:1].isupper() and words[1] not in _LINKS
    if words[1:2] == ["and"] and lexicon.title(low) is None:
        return first  # "Immigration and Naturalization Service Commissioner"
    if (alone and common) or (small_next and common) or _PREFIXED.match(first):
        return first[:1].lower() + first[1:]
    return first


def _article(phrase: str) -> str:
    first = phrase.split()[0].strip("(")
    letters = first.split("-")[0].rstrip(".,")
    spelt = letters.isupper() and letters not in _READ_AS_WORD and not letters.isdigit()
    if spelt and (len(letters) <= 5 or "." in letters):
        return "an" if letters[0] in _LETTERS_WITH_VOWEL else "a"
    return "a" if _A.match(first) or not _AN.match(first) else "an"
