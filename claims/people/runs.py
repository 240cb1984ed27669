"""Where a run of capitalised words ends that may hold a name, and which lines are headlines."""

from __future__ import annotations

from collections.abc import Sequence

from claims.people import lexicon, titles
from claims.people.words import Word

# Words that stay small where "Every Word of a Headline Has a Capital".
_SMALL_IN_TITLES = frozenset(
    "a an the and or but nor of in on at to for from by with as off up vs over into after amid via "
    "is s t".split()
)


def headline_words(words: Sequence[Word], text: str) -> frozenset[int]:
    """Numbers of the words in lines where nearly every longer word has a capital.

    In a line that ends in a full stop every longer word must have one: "Gov. Ada Hale met Bob Day."
    """
    found: set[int] = set()
    start = 0
    for n in range(len(words)):
        last = n == len(words) - 1
        if last or "\n" in text[words[n].end : words[n + 1].start]:
            line = words[start : n + 1]
            small = sum(not w.capital and w.low not in _SMALL_IN_TITLES for w in line)
            shouted = len(line) > 1 and all(w.text.isupper() for w in line)
            stops = text.startswith(".", line[-1].end)
            titled = (
                len(line) >= 5 and line[0].capital and small <= (0 if stops else len(line) // 10)
            )
            if shouted or titled:
                found.update(range(start, n + 1))
            start = n + 1
    return frozenset(found)


def run_end(words: Sequence[Word], n: int) -> int:
    """One past the last word of the run that begins at ``n``: capitals, and particles between."""
    stop = n + 1
    while stop < len(words):
        word = words[stop]
        if not words[stop - 1].joined:
            if not _nickname(words, stop):
                break
            stop += 2
        elif word.capital:
            stops = word.low in lexicon.STOPS and not word.initial
            if stops and not _surname_here(words, stop):
                break
            stop += 1
        elif word.low in lexicon.PARTICLES:
            ahead = stop
            while (
                ahead < len(words)
                and ahead - stop < 3
                and words[ahead].low in lexicon.PARTICLES
                and not words[ahead].capital
                and words[ahead].joined
            ):
                ahead += 1
            if ahead < len(words) and words[ahead].capital and ahead > stop:
                stop = ahead + 1
            else:
                break
        else:
            break
    return _over_suffix(words, _without_letters(words, n, stop))


# 'Robert "Bobby" Scott', "Ernesto ``Che'' Guevara", "William (Bill) Hart"
_OPENS_NICKNAME = frozenset({' "', " “", " ‘", " ``", " '", " (", '. "', ". “", ". (", ". ``"})
_CLOSES_NICKNAME = frozenset({'" ', "” ", "’ ", "'' ", "' ", ") "})


def _nickname(words: Sequence[Word], n: int) -> bool:
    """Whether ``words[n]`` is a nickname in marks with the surname behind it."""
    if n + 1 >= len(words) or words[n].gap not in _CLOSES_NICKNAME:
        return False
    surname = words[n + 1]
    return (
        words[n - 1].gap in _OPENS_NICKNAME
        and words[n].capital
        and lexicon.title(words[n - 1].low) is None
        and surname.capital
        and surname.low not in lexicon.STOPS
        and len(words[n].text) > 1
    )


def _without_letters(words: Sequence[Word], n: int, stop: int) -> int:
    """Leave out the letters after a name: "Tom Oyelaran | KC", "Ann Lee | MBE"."""
    while stop - n > 2 and words[stop - 1].text in titles.LETTERS:
        stop -= 1
    return stop


def _over_suffix(words: Sequence[Word], stop: int) -> int:
    """Take in ", Jr." after the name."""
    if (
        stop < len(words)
        and words[stop - 1].gap == ", "
        and words[stop].low in ("jr", "sr", "ii", "iii")
        and words[stop].capital
    ):
        return stop + 1
    return stop


def _surname_here(words: Sequence[Word], n: int) -> bool:
    """Whether a word such as "May" is a surname here: a given name stands before it."""
    known = lexicon.given(words[n - 1].text)
    return (
        words[n].low in lexicon.SURNAMES_TOO
        and known is not None
        and not words[n].gap[:2].strip().isdigit()
    )
