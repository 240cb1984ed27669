"""Text as tokens, and each token as one symbol, so that grammar rules are regexes over symbols.

A rule must not care whether it reads "march", "Sept." or "December": it names the class MONTH. So
every known word gets a symbol, every number gets the symbol of its shape, all else is OTHER; and
the text becomes a string of symbols, one a token.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from claims.temporal import lexicon

OTHER = "o"
MARK = "p"
BREAK = "b"

# Shapes of numbers and numeric dates. Each is a class that patterns may name.
SHAPES = {
    "MONTHNUM": "1",  # 1–12
    "HOURNUM": "2",  # 13–24
    "DAYNUM": "3",  # 25–31
    "MINUTENUM": "4",  # 32–59
    "SMALLNUM": "5",  # 0, 60–999
    "YEARNUM": "6",  # 1000–2199, four digits
    "BIGNUM": "7",  # "1,200", "4500"
    "DECIMAL": "8",  # "2.5", "2½"
    "DAYORD": "9",  # "1st" to "31st"
    "BIGORD": "a",  # "39th"
    "ISO": "c",  # "2021-03-18", "2021-03-18T09:30"
    "NUMERIC": "d",  # "18/03/2021", "3/4/21"
    "COLON": "e",  # "15:00", "9:30"
    "MERIDIEM": "f",  # "a.m.", "pm"
    "GLUED": "g",  # "5pm", "9.30am"
    "DECADENUM": "h",  # "1990s", "’90s", "90s"
    "SHORTYEAR": "i",  # "’98"
    "FRACTION": "j",  # "1/2", "½"
    "FISCALYEAR": "k",  # "FY2021", "FY21"
}

CLASSES: dict[str, str] = SHAPES | {
    "DAY": "123",
    "INT": "123456",
    "DIGITS": "12345678",
    "HOUR12": "1",
    "HOUR24": "12",
    "TWODIGIT": "12345",
    "ORDNUM": "9a",
    "WORD": OTHER,
    "BREAK": BREAK,
}

_TAKEN = frozenset("".join(CLASSES.values()) + MARK)

_TOKEN = re.compile(
    r"""
      (?P<meridiem>(?<![\w.])[ap]\.\ ?m\.?(?!\w)|(?<!\w)(?:[ap]m|[AP]M)(?!\w))
    | (?P<era>(?<!\w)(?:[Bb]\.[Cc]\.(?:[Ee]\.)?|A\.D\.?|C\.E\.)(?!\w))
    | (?P<fiscal>(?<!\w)FY(?:[’'‘]?[0-9]{2}|[12][0-9]{3})(?!\w))
    | (?P<word>[^\W\d_]\w*)
    | (?P<iso>(?<![\w/-])[0-9]{4}(?P<dash>[-/])[0-9]{2}(?P=dash)[0-9]{2}
          (?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]{1,6})?Z?)?(?![\w/-]))
    | (?P<glued>(?<![\w.,:])[0-9]{1,2}(?:[:.][0-9]{2})?\ ?(?:[ap]m\b|[AP]M\b|[ap]\.m\.?(?!\w)))
    | (?P<numeric>(?<![\w./-])[0-9]{1,2}(?P<sep>[/.-])[0-9]{1,2}(?P=sep)
          (?:[0-9]{4}|[0-9]{2})(?![\w/-]))
    | (?P<colon>(?<![\w:.])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![\w:]))
    | (?P<decadenum>(?<!\w)(?:[’'‘]?[0-9]0|[1-9][0-9]?[0-9]0)[’']?s(?!\w))
    | (?P<shortyear>(?<!\w)[’'‘][0-9]{2}(?![\w’]))
    | (?P<fraction>(?<!\w)[1-9]/[2-9](?![\w/])|[½¼¾])
    | (?P<mixed>(?<!\w)[0-9]{1,3}[½¼¾])
    | (?P<ordinal>(?<![\w.,])[0-9]{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)(?!\w))
    | (?P<military>(?<!\w)[0-9]{4}(?=(?:GMT|UTC|BST|EST|EDT)(?!\w)))
    | (?P<number>(?<![\w])(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?(?!\w))
    | (?P<other>\w+)
    | (?P<break>\n[^\S\n]*\n)
    | (?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)
_LONGEST_NUMBER = 15


class Alphabet:
    """Symbols for words.

    Words that no pattern can tell apart, because they stand in the same classes and none names them
    by themselves, share a symbol: so few are needed that nearly all are Latin-1 characters, for
    which ``re`` is quickest.

    Args:
        names: what the patterns name: words in lower case, classes in capitals.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self.forms: dict[str, str] = {}
        self._symbols: dict[str, str] = {}
        free = (chr(n) for n in range(1, 0x10000) if chr(n) not in _TAKEN)
        alike: dict[tuple[str, ...], str] = {}
        known = frozenset(names)
        used = {name: words for name, words in lexicon.CLASSES.items() if name in known}
        literals = frozenset(name for name in known if not name.isupper())
        for word in sorted(literals.union(*used.values())):
            classes = tuple(name for name, words in used.items() if word in words)
            kind = (word,) if word in literals else classes
            if kind not in alike:
                alike[kind] = next(free)
            self._enter(word, alike[kind])

    def _enter(self, word: str, symbol: str) -> None:
        self._symbols[word] = symbol
        forms = {word.capitalize(), word.upper()}
        for form in forms if word in lexicon.CASED else forms | {word}:
            self.forms[form] = symbol

    def symbol(self, word: str) -> str:
        return self._symbols[word]

    def members(self, name: str) -> str:
        """Every symbol of a class."""
        if name in CLASSES:
            return CLASSES[name]
        return "".join(sorted({self._symbols[word] for word in lexicon.CLASSES[name]}))


@dataclass(frozen=True, slots=True)
class Tokens:
    """``text[starts[n]:ends[n]]`` is token ``n``, ``symbols[n]`` its symbol."""

    text: str
    starts: list[int]
    ends: list[int]
    symbols: str

    def word(self, n: int) -> str:
        """Token ``n`` in lower case; empty beyond either end."""
        if not 0 <= n < len(self.starts):
            return ""
        return self.text[self.starts[n] : self.ends[n]].lower()

    def raw(self, n: int) -> str:
        if not 0 <= n < len(self.starts):
            return ""
        return self.text[self.starts[n] : self.ends[n]]

    def glued(self, n: int) -> bool:
        """No white space between token ``n`` and the next."""
        return 0 <= n < len(self.starts) - 1 and self.ends[n] == self.starts[n + 1]


def tokenise(text: str, alphabet: Alphabet) -> Tokens:
    """Linear in the length of the text."""
    forms = alphabet.forms
    starts: list[int] = []
    ends: list[int] = []
    symbols: list[str] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        kind = match.lastgroup
        if kind == "word" or kind == "mark":
            symbol = forms.get(text[start:end], OTHER if kind == "word" else MARK)
        else:
            symbol = _shape(kind or "", text[start:end], forms)
        starts.append(start)
        ends.append(end)
        symbols.append(symbol)
    return Tokens(text, starts, ends, "".join(symbols))


_BY_KIND = {
    "meridiem": SHAPES["MERIDIEM"],
    "iso": SHAPES["ISO"],
    "glued": SHAPES["GLUED"],
    "numeric": SHAPES["NUMERIC"],
    "colon": SHAPES["COLON"],
    "decadenum": SHAPES["DECADENUM"],
    "shortyear": SHAPES["SHORTYEAR"],
    "fraction": SHAPES["FRACTION"],
    "fiscal": SHAPES["FISCALYEAR"],
    "mixed": SHAPES["DECIMAL"],
    "break": BREAK,
}


def _shape(kind: str, token: str, forms: dict[str, str]) -> str:
    if kind in _BY_KIND:
        return _BY_KIND[kind]
    if kind == "era":
        return forms.get(token, forms.get(token.lower(), OTHER))
    if kind == "ordinal":
        return SHAPES["DAYORD"] if 1 <= int(token[:-2]) <= 31 else SHAPES["BIGORD"]
    if kind in ("number", "military"):
        return _number_shape(token)
    return OTHER


def _number_shape(token: str) -> str:
    if "." in token:
        return SHAPES["DECIMAL"]
    if len(token) > _LONGEST_NUMBER:
        return OTHER
    if "," in token:
        return SHAPES["BIGNUM"]
    value = int(token)
    if len(token) == 4 and 1000 <= value <= 2199:
        return SHAPES["YEARNUM"]
    for limit, shape in ((0, "SMALLNUM"), (12, "MONTHNUM"), (24, "HOURNUM"), (31, "DAYNUM")):
        if value <= limit:
            return SHAPES[shape]
    return SHAPES["MINUTENUM" if value < 60 else "SMALLNUM" if value < 1000 else "BIGNUM"]
