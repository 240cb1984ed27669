"""Numbers in running English text, in digits and in words, with their values.

Finds ``2,400``, ``2.4 billion``, ``$3bn``'s ``3bn``, ``twenty-three``, ``one hundred and five``,
``a dozen``, ``two and a half million``, ``two-thirds``, ``half of``, ``dozens``, ``tens of
thousands``. What the number counts is not this module's concern, nor are ordinals. Needs no model
and is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

UNITS = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * n
    for n, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
        "twentieth".split(),
        start=1,
    )
}
MAGNITUDES = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
# Short forms stand only directly after digits: "3.2bn", "500k", "€40 mn".
_SHORT_MAGNITUDES = {
    "k": 1_000,
    "mn": 1_000_000,
    "mln": 1_000_000,
    "bn": 1_000_000_000,
    "bln": 1_000_000_000,
    "tn": 1_000_000_000_000,
    "trn": 1_000_000_000_000,
}
# After a currency sign these are magnitudes too; elsewhere "100m" is a distance.
_MONEY_MAGNITUDES = {"m": 1_000_000, "b": 1_000_000_000}
_INDEFINITE = {
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 1_000,
    "millions": 1_000_000,
    "billions": 1_000_000_000,
    "trillions": 1_000_000_000_000,
}
_PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_GLYPHS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅛": (1, 8)}
# "6m passengers", "1.2m Covid doses"; "a 6m wall" and "6m waves" are metres.
_PEOPLE_OR_GOODS = re.compile(
    r" (?:[A-Za-z-]+ )?(?:people|passengers|users|customers|jobs|homes|households|children|workers"
    r"|voters|votes|viewers|patients|subscribers|doses|shares|tonnes|barrels|copies|visitors|members"
    r"|adults|students|pupils|women|men|families|refugees|listeners|downloads|followers|tickets|cases"
    r"|deaths|vehicles|cars|items|properties|residents|migrants|Britons|Americans|drivers|accounts"
    r"|vaccines|vaccinations|employees|pensioners|claimants|taxpayers|journeys|hectares|acres)\b"
)
_LONGEST_DIGITS = 21


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number: ``text[start:end]`` says ``value``.

    ``form`` is ``digits``, ``words``, ``fraction`` ("two-thirds", a part of one), ``multiple``
    ("twice as many") or ``indefinite`` ("dozens", "hundreds of thousands": ``value`` is the least
    that it may mean).
    ``bare`` is true for digits with no separator, point or magnitude, which may be a year or a
    label. ``factor`` is the magnitude that ``value`` has been multiplied by, as in "5 million".
    """

    start: int
    end: int
    value: int | float
    form: str
    bare: bool = False
    factor: int = 1


def _alternatives(words: object) -> str:
    return "|".join(sorted(map(str, words), key=len, reverse=True))  # type: ignore[call-overload]


_GAP = r"[ \u00a0\u202f]"
_SMALL = _alternatives([*UNITS, *TENS])
_MAG = _alternatives(MAGNITUDES)
_DIGIT_WORD = _alternatives([word for word, n in UNITS.items() if n < 10])
# "2,400", "2.4", "60"; ".25" only where nothing stands before the point
_DIGITS = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|(?:(?<=[\s(])|^)\.\d+"
_DIGIT_NUMBER = re.compile(
    rf"(?P<digits>{_DIGITS})(?P<glyph>[½⅓⅔¼¾⅛])?"
    rf"(?:(?P<gap>{_GAP}|-)?(?P<mag>{_MAG})\b"
    rf"|{_GAP}?(?P<short>{_alternatives(_SHORT_MAGNITUDES)})\b"
    rf"|(?P<money>[mb])\b)?"
    r"|(?P<alone>[½⅓⅔¼¾⅛])",
    re.IGNORECASE,
)
# The patterns for words run over text in lower case (:func:`low`), each behind a look at the
# first letter: at nearly every word of a text that look is all that is done.
# A run of number words; the parser decides how much of it is one number.
_WORD_NUMBER = re.compile(
    rf"\b(?=[abcdefhlmnostz])(?:(?P<a>an?|half{_GAP}an?|half|a{_GAP}quarter{_GAP}of{_GAP}an?)"
    rf"[ \u00a0-](?=(?:{_MAG}|dozen)\b))?"
    rf"(?P<run>(?:{_SMALL}|{_MAG}|dozen)"
    rf"(?:(?:-(?:and-a-|and-)?|{_GAP}(?:and{_GAP}|and{_GAP}a{_GAP})?)"
    rf"(?:{_SMALL}|{_MAG}|dozen|half|quarter)\b)*)\b"
)
# "one point six billion", "eight point two": as it is spoken
_SPOKEN = re.compile(
    rf"\b(?P<whole>(?:(?:{_alternatives(TENS)})-)?(?:{_SMALL})){_GAP}point{_GAP}"
    rf"(?P<digits>(?:{_DIGIT_WORD})(?:{_GAP}(?:{_DIGIT_WORD})\b){{0,3}})\b"
    rf"(?:[ \u00a0-](?P<mag>{_MAG})\b)?"
)
# "twice as many", "double the rate", "a threefold rise"; never "met twice" or "a double"
_MULTIPLE = re.compile(
    rf"\b(?P<times>twice|double|triple|quadruple)"
    rf"(?={_GAP}(?:as{_GAP}(?:many|much|likely|high|large|big|fast|long|often|expensive)"
    rf"|the{_GAP}(?:\w+{_GAP})?(?:number|rate|amount|size|level|average|price|cost|figure|total"
    r"|length|share|sum|proportion|usual|normal)|what|that)\b)"
    rf"|(?<!is )(?<!was )\b(?P<folds>{_SMALL}|\d{{1,4}})-?fold\b"
)
_TIMES = {"twice": 2, "double": 2, "triple": 3, "quadruple": 4}
_INDEFINITE_NUMBER = re.compile(
    rf"\b(?=[dsthmb])(?:(?P<many>tens|dozens|scores|hundreds|thousands){_GAP}of{_GAP}"
    r"(?=(?:thousands|millions|billions|trillions)\b))?"
    rf"(?P<unit>{_alternatives(_INDEFINITE)})\b"
)
_PART = re.compile(rf"\b(?=[htqfsen])(?P<part>{_alternatives(_PARTS)})(?P<plural>s?)\b")
_TOP = re.compile(rf"\b(?P<top>{_SMALL}|an?)(?P<joint>[-\u2010 \u00a0])$")
_OF = re.compile(rf"{_GAP}of\b")
_SLASHED = re.compile(r"(?<![\d/.,$])(1/2|1/3|2/3|1/4|3/4)(?![\d/])")
_WORDS = re.compile(r"[a-z]+")
# "half the voters", "half of them", "half a per cent", "by half"; never "half-time", "first half".
_HALF_OF = re.compile(
    rf"{_GAP}(?:of|the|its|their|his|her|our|all|those|these|as|that)\b|{_GAP}?(?=[.,;])"
)
_HALF_AFTER = re.compile(
    rf"\b(?:nearly|almost|about|around|over|under|than|by|least|roughly|only|just|some|in"
    rf"|or){_GAP}$",
    re.IGNORECASE,
)


def low(text: str) -> str:
    """The text with the letters A to Z small, every other one in its place."""
    # Others stay, so that offsets do: the lower case of some is longer. bytes.lower() knows A to Z
    # alone, and is far faster than str.translate.
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


def numerals(text: str) -> list[Numeral]:
    """Every number of the text, in order of place, none overlapping."""
    lower = low(text)
    found = [
        *_fractions(lower),
        *_digit_numbers(text),
        *_word_numbers(lower),
        *_spoken_numbers(lower),
        *_multiples(lower),
        *_indefinite_numbers(lower),
    ]
    found.sort(key=lambda n: (n.start, -n.end))
    kept: list[Numeral] = []
    for numeral in found:
        if not kept or numeral.start >= kept[-1].end:
            kept.append(numeral)
    return kept


def plain(value: float) -> int | float:
    """A whole number as an ``int``; anything else rounded clear of binary noise."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def _digit_numbers(text: str) -> Iterator[Numeral]:
    for match in _DIGIT_NUMBER.finditer(text):
        if match["alone"]:
            top, bottom = _GLYPHS[match["alone"]]
            yield Numeral(match.start(), match.end(), plain(top / bottom), "fraction")
            continue
        digits = match["digits"]
        if len(digits) > _LONGEST_DIGITS:
            continue
        value = Fraction("0" + digits.replace(",", ""))
        end = match.end("digits")
        if match["glyph"]:
            value += Fraction(*_GLYPHS[match["glyph"]])
            end = match.end("glyph")
        factor = _factor(text, match)
        if factor:
            value, end = value * factor, match.end()
        bare = digits.isdigit() and not factor and not match["glyph"]
        yield Numeral(match.start(), end, plain(float(value)), "digits", bare, factor or 1)


def _factor(text: str, match: re.Match[str]) -> int | None:
    if match["mag"]:
        return MAGNITUDES[match["mag"].lower()]
    if match["short"]:
        return _SHORT_MAGNITUDES[match["short"].lower()]
    if match["money"] and match.start() and text[match.start() - 1] in "$£€¥₹₽₩₪":
        return _MONEY_MAGNITUDES[match["money"].lower()]
    if match["money"] == "m" and _PEOPLE_OR_GOODS.match(text, match.end()):
        return 1_000_000
    return None


def _word_numbers(text: str) -> Iterator[Numeral]:
    for match in _WORD_NUMBER.finditer(text):
        if match.start() and text[match.start() - 1] in "-’'":
            continue
        words = [(m.group(), m.start(), m.end()) for m in _run(text, match)]
        first = match.start()
        scale = _scale(match["a"])
        at = 0
        while at < len(words):
            value, after = _read(text, words, at)
            if value is None:
                at = after
                continue
            start = first if at == 0 else words[at][1]
            factor = MAGNITUDES.get(words[after - 1][0], 1)
            yield Numeral(
                start, words[after - 1][2], plain(float(value * scale)), "words", factor=factor
            )
            at, scale = after, Fraction(1)


def _scale(opening: str | None) -> Fraction:
    """ "half a million", "a quarter of a million"; "a million" and "million" are whole."""
    words = (opening or "").lower()
    if "quarter" in words:
        return Fraction(1, 4)
    return Fraction(1, 2) if words.startswith("half") else Fraction(1)


def _run(text: str, match: re.Match[str]) -> Iterator[re.Match[str]]:
    return _WORDS.finditer(text, match.start("run"), match.end("run"))


def _read(text: str, words: list[tuple[str, int, int]], at: int) -> tuple[Fraction | None, int]:
    """The number that starts at this word and the index after it; None where none starts.

    "two hundred and five thousand" = ((2 * 100) + 5) * 1000; "three and five" is two numbers.
    """
    total, group, last = Fraction(0), Fraction(0), None
    end = at
    index = at
    while index < len(words):
        word, start, _ = words[index]
        joined = text[words[index - 1][2] : start] if index > at else ""
        if word in ("and", "a"):
            index += 1
            continue
        if "and" in joined or (index > at and words[index - 1][0] in ("and", "a")):
            fraction = word in ("half", "quarter")
            if not fraction and (last not in MAGNITUDES or word in MAGNITUDES):
                break
        if word in ("half", "quarter"):
            if index == at or words[index - 1][0] != "a":
                break
            group += Fraction(1, 2 if word == "half" else 4)
        elif word in UNITS:
            if last in UNITS or (last in TENS and (UNITS[word] > 9 or not UNITS[word])):
                break
            group += UNITS[word]
        elif word in TENS:
            if last in UNITS or last in TENS:
                break
            group += TENS[word]
        elif word == "dozen":
            group = max(group, Fraction(1)) * 12
        elif word == "hundred":
            group = max(group, Fraction(1)) * 100
        elif word in MAGNITUDES:
            total += max(group, Fraction(1)) * MAGNITUDES[word]
            group = Fraction(0)
        last = word
        index += 1
        end = index
    return (total + group, end) if end > at else (None, at + 1)


def _spoken_numbers(text: str) -> Iterator[Numeral]:
    if " point " not in text:
        return
    for match in _SPOKEN.finditer(text):
        whole = sum(UNITS.get(word, TENS.get(word, 0)) for word in match["whole"].split("-"))
        digits = "".join(str(UNITS[word]) for word in match["digits"].split())
        factor = MAGNITUDES.get(match["mag"], 1)
        value = plain(float(Fraction(f"{whole}.{digits}") * factor))
        yield Numeral(match.start(), match.end(), value, "words", factor=factor)


def _multiples(text: str) -> Iterator[Numeral]:
    for match in _MULTIPLE.finditer(text):
        folds = match["folds"]
        if folds is None:
            value = _TIMES[match["times"]]
        else:
            value = int(folds) if folds.isdigit() else UNITS.get(folds) or TENS.get(folds, 0)
        yield Numeral(match.start(), match.end(), value, "multiple")


def _indefinite_numbers(text: str) -> Iterator[Numeral]:
    for match in _INDEFINITE_NUMBER.finditer(text):
        value = _INDEFINITE[match["unit"]]
        many = match["many"]
        if many:
            value *= 10 if many == "tens" else _INDEFINITE[many]
        elif match["unit"] == "scores" and not text.startswith(" of ", match.end()):
            continue  # "she scores", "test scores"
        yield Numeral(match.start(), match.end(), value, "indefinite")


def _fractions(text: str) -> Iterator[Numeral]:
    for match in _SLASHED.finditer(text):
        share = float(Fraction(match.group()))
        yield Numeral(match.start(), match.end(), plain(share), "fraction")
    for match in _PART.finditer(text):
        if match["part"] == "half" and not match["plural"]:
            if _is_half_of(text, match):
                yield Numeral(match.start(), match.end(), 0.5, "fraction")
            continue
        if top := _TOP.search(text, max(0, match.start() - 12), match.start()):
            yield from _share(text, top, match)


def _share(text: str, top: re.Match[str], part: re.Match[str]) -> Iterator[Numeral]:
    """ "a third of the seats" is a share, "a third term" an ordinal.

    A hyphen or a plural needs no "of": "two-thirds", "three quarters"; nor does "fell by a fifth".
    """
    above, below = UNITS.get(top["top"], 1), _PARTS[part["part"]]
    told = (
        top["joint"] in "-\u2010"
        or (part["plural"] and above > 1)
        or _OF.match(text, part.end())
        or _BY_A.search(text, max(0, top.start() - 20), top.start())
    )
    third_of_them = below == 3 and top["top"] == "a" and _A_THIRD_ARE.match(text, part.end())
    if above < below and (told or third_of_them):
        yield Numeral(top.start(), part.end(), plain(above / below), "fraction")


# "; a third were women"
_A_THIRD_ARE = re.compile(r" (?:are|were|have|live|came|come|do)\b")
# "fell by a fifth", "cut it by about a third"
_BY_A = re.compile(r"\bby (?:about |almost |nearly |over |around |roughly |more than )?$")


def _is_half_of(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    if start and text[start - 1] in "-’'":
        return False
    before = text[max(0, start - 14) : start]
    after = _HALF_OF.match(text, end)
    if after and after.group().strip():
        return not re.search(r"(?:first|second|other|latter|top|bottom|back) $", before)
    return bool(_HALF_AFTER.search(before)) and (bool(after) or text[end : end + 1] in " ")
