"""Parts of the spaCy pipeline that come to the same in less time.

spaCy's ``AttributeRuler`` maps a token's tag, word and role to its word class and lemma by running
some two hundred patterns over each sentence, at a quarter of what a parse costs. Nearly all of them
look at one token, so what they say of it is looked up by what they look at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.attrs import DEP, IS_SPACE, LOWER, TAG
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs
from spacy.util import registry
from spacy.vocab import Vocab

RULER = "claimsheet_token_rules"
UNFILLED_TOKENIZER = "claimsheet.unfilled_tokenizer"

# What the patterns look at, in the order of a Look.
_SEEN = {"TAG": TAG, "LOWER": LOWER, "DEP": DEP, "IS_SPACE": IS_SPACE}
# The tag, the word in lower case, the role, whether it is white space.
Look = tuple[str, str, str, bool]
Test = Callable[[Look], bool]


@dataclass(frozen=True, slots=True)
class _Rule:
    """``tests`` of one token after another; number ``index`` of them gets ``attrs[number]``."""

    number: int
    tests: tuple[Test, ...]
    index: int


@dataclass(frozen=True, slots=True)
class _Said:
    """What the rules say of one look: at once, in which order, and which rules it may begin."""

    attrs: dict[int, int]
    numbers: tuple[int, ...]
    begins: tuple[_Rule, ...]


class TokenRules(AttributeRuler):
    """An ``AttributeRuler`` that looks up; it matches as before where a pattern is beyond it."""

    _made: tuple[int, _Table | None] = (-1, None)

    def __call__(self, doc: Doc) -> Doc:
        table = self._table()
        return table.apply(doc) if table else super().__call__(doc)

    @property
    def looks_up(self) -> bool:
        return self._table() is not None

    def _table(self) -> _Table | None:
        if self._made[0] != len(self.attrs):
            rules = _read(self.patterns)
            table = _Table(self.vocab, rules, self.attrs) if rules else None
            self._made = (len(self.attrs), table)
        return self._made[1]


class _Table:
    def __init__(self, vocab: Vocab, rules: _Rules, attrs: Sequence[dict[int, int]]) -> None:
        self._strings = vocab.strings
        self._rules = rules
        self._attrs = attrs
        self._said: dict[tuple[int, ...], _Said] = {}
        # Words that no rule names are all alike to the rules.
        self._named: dict[int, int] = {}

    def apply(self, doc: Doc) -> Doc:
        rows = doc.to_array(list(_SEEN.values())).tolist()
        late: dict[int, list[int]] = {}
        for n, (tag, lower, dep, space) in enumerate(rows):
            said = self._of((tag, self._name(lower), dep, space))
            if said.attrs:
                set_token_attrs(doc[n], said.attrs)
            for rule in said.begins:
                if self._goes_on(rule, rows[n + 1 : n + len(rule.tests)]):
                    late.setdefault(n + rule.index, []).append(rule.number)
        for n, numbers in late.items():
            tag, lower, dep, space = rows[n]
            said = self._of((tag, self._name(lower), dep, space))
            for number in sorted([*said.numbers, *numbers]):
                set_token_attrs(doc[n], self._attrs[number])
        return doc

    def _name(self, lower: int) -> int:
        name = self._named.get(lower)
        if name is None:
            if len(self._named) > 100_000:  # a worker lives long
                self._named.clear()
            name = lower if self._rules.names(self._strings[lower]) else 0
            self._named[lower] = name
        return name

    def _of(self, key: tuple[int, ...]) -> _Said:
        said = self._said.get(key)
        if said is None:
            look = self._look(key)
            one = [r for r in self._rules.single if r.tests[0](look)]
            merged: dict[int, int] = {}
            for rule in one:
                merged |= self._attrs[rule.number]
            begins = tuple(r for r in self._rules.longer if r.tests[0](look))
            said = self._said[key] = _Said(merged, tuple(r.number for r in one), begins)
        return said

    def _look(self, row: Sequence[int]) -> Look:
        tag, lower, dep, space = row
        return self._strings[tag], self._strings[lower], self._strings[dep], bool(space)

    def _goes_on(self, rule: _Rule, rows: Sequence[Sequence[int]]) -> bool:
        rest = rule.tests[1:]
        return len(rows) == len(rest) and all(
            test(self._look(row)) for test, row in zip(rest, rows, strict=True)
        )


# ---- reading the patterns -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Rules:
    """``words`` and ``shapes`` are what the rules ask of a word."""

    single: tuple[_Rule, ...]
    longer: tuple[_Rule, ...]
    words: frozenset[str]
    shapes: tuple[re.Pattern[str], ...]

    def names(self, lower: str) -> bool:
        return lower in self.words or any(shape.search(lower) for shape in self.shapes)


class _BeyondUs(Exception):
    """A pattern asks what is not looked up here."""


def _read(patterns: Sequence[dict[str, Any]]) -> _Rules | None:
    """The rules of an ``AttributeRuler``, in order; None when one of them is beyond us."""
    rules: list[_Rule] = []
    asked = list(_asked(patterns))
    try:
        for number, entry in enumerate(patterns):
            for tokens in entry["patterns"]:
                tests = tuple(_test(token) for token in tokens)
                index = entry["index"] if entry["index"] >= 0 else len(tests) + entry["index"]
                if not 0 <= index < len(tests):
                    raise _BeyondUs
                rules.append(_Rule(number, tests, index))
    except _BeyondUs:
        return None
    return _Rules(
        single=tuple(r for r in rules if len(r.tests) == 1),
        longer=tuple(r for r in rules if len(r.tests) > 1),
        words=frozenset(word for word in asked if isinstance(word, str)),
        shapes=tuple(shape for shape in asked if not isinstance(shape, str)),
    )


def _asked(patterns: Sequence[dict[str, Any]]) -> Iterator[str | re.Pattern[str]]:
    """Every word, and every shape of a word, that a pattern asks for."""
    for entry in patterns:
        for token in (token for tokens in entry["patterns"] for token in tokens):
            wanted = token.get("LOWER", {"IN": ()})
            if isinstance(wanted, str):
                yield wanted
            else:
                yield from wanted.get("IN", ())
                yield from wanted.get("NOT_IN", ())
                if "REGEX" in wanted:
                    yield re.compile(wanted["REGEX"])


def _test(token: dict[str, Any]) -> Test:
    """Whether a look fits one token of a pattern: ``{"TAG": "IN", "LOWER": {"IN": ["if"]}}``."""
    if not token or token.keys() - _SEEN:
        raise _BeyondUs
    places = list(_SEEN)
    parts = [(places.index(name), _value(wanted)) for name, wanted in token.items()]
    return lambda look: all(fits(look[place]) for place, fits in parts)


def _value(wanted: Any) -> Callable[[Any], bool]:
    if isinstance(wanted, str | bool):
        return lambda given: bool(given == wanted)
    if not isinstance(wanted, dict) or len(wanted) != 1:
        raise _BeyondUs
    ((how, what),) = wanted.items()
    if how == "IN":
        return lambda given: given in what
    if how == "NOT_IN":
        return lambda given: given not in what
    if how == "REGEX":
        shape = re.compile(what)
        return lambda given: shape.search(given) is not None
    raise _BeyondUs


# ---- by name, as a model's configuration asks for them --------------------------------------


@Language.factory(RULER, default_config={"validate": False, "scorer": None})
def make_token_rules(
    nlp: Language, name: str, validate: bool, scorer: Callable[..., Any] | None
) -> TokenRules:
    return TokenRules(nlp.vocab, name, validate=validate, scorer=scorer)


def make_unfilled_tokenizer() -> Callable[[Language], Tokenizer]:
    """A tokenizer without the language's rules: the model's own are read into it from its files."""
    return lambda nlp: Tokenizer(nlp.vocab)


registry.tokenizers(UNFILLED_TOKENIZER, func=make_unfilled_tokenizer)
