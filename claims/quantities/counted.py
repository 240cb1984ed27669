"""What a number counts: "900 U.S. troops" counts troops."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:[-’'.&][^\W_]+)*[.]?")
_STOP = frozenset(
    "a an the of in on at by for from with to into as and or but nor than that which who whom "
    "whose when where "
    "while after before since until because if this these those his her its their our my your is "
    "are was were be "
    "been being has have had do does did will would could can may might must shall should said "
    "says say told "
    "died killed were over under during between against among per each every not no also so then "
    "there here up "
    "down out off about around versus v vs via plus minus he she it they we i you him them us "
    "last next".split()
)
# What is counted although it does not end in -s.
_PLURALS = frozenset(
    "people men women children police troops personnel staff sheep cattle fish deer aircraft "
    "spacecraft dead "
    "wounded injured missing killed hurt teeth feet species series data media dozen crew "
    "servicemen servicewomen gunmen policemen businessmen firefighters congressmen lawmen "
    "fishermen".split()
)
_NOT_NOUNS = frozenset("was has is does his its as us yes plus less across perhaps besides".split())


def counted(text: str, start: int, end: int) -> str | None:
    """The noun that the number counts: "900 U.S. troops" counts troops; None when not told."""
    window = text[start : min(end, start + 64)]
    position, noun = 0, None
    for number, match in enumerate(_WORD.finditer(window)):
        gap = window[position : match.start()]
        word = match.group().rstrip(".")
        if number == 0 and word == "of" and gap == " ":
            position = match.end()
            continue
        if gap not in _NOUN_GAPS or number > 4 or word.lower() in _STOP:
            return noun
        if number == 0 and gap == "-":
            # "a 300-page report", "the 12-member panel", "a 400-year-old church"
            return "years" if word.startswith("year") else word
        if _is_plural(word):
            noun = word
            if word.lower() not in _MODIFIERS:
                return noun
        elif noun:
            return noun
        position = match.end()
    return noun


# Plural in form, but often before the noun that is counted: "40 police officers".
_MODIFIERS = frozenset(
    "police savings sales news arms sports dead missing media data crew staff".split()
)
_NOUN_GAPS = (" ", "-", "\u00a0", " “", " ‘")


def _is_plural(word: str) -> bool:
    lower = word.lower()
    if lower in _PLURALS:
        return True
    return (
        lower.endswith("s")
        and not lower.endswith(("ss", "’s", "'s", "us", "is"))
        and lower not in _NOT_NOUNS
    )
