"""Clauses of saying: a cue ("said", "according to", "’s statement") and the words for who says it.

By rule, over tokens, one pass a cue with a bounded look to either side. A frame's source is a range
of tokens; whom it names is told elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.speech import words
from claims.speech.phrases import (
    has_name,
    head_of,
    is_filler,
    is_noun_here,
    lacks_clause,
    low,
    noun_phrase,
)
from claims.speech.shapes import singular
from claims.speech.subjects import subject_of
from claims.speech.units import Token, Unit
from claims.speech.verbs import Verb, verb_forms

_PARTICIPLES = frozenset("seen written spoken sworn sung begun known shown".split())
# "Ms. Ito cut in: “…”"
_PHRASAL = frozenset(
    zip(
        "cut went goes hit hits fired fires broke came made makes make pointed points".split(),
        "in on on back back back back in back clear clear clear out out".split(),
        strict=True,
    )
)
_NAMED_AFTER = frozenset({"words", "quote", "quoting"})
# "the same cry chanted for years": what is said does not speak
_SPOKEN = frozenset("chant cry expression mantra motto phrase refrain slogan song term".split())
_WORDED = _NAMED_AFTER | words.VIEWS
_AFTER_SOURCE = words.PREPOSITIONS | words.TIME_WORDS | {"who"}
_NAMING = frozenset("bill call christen dub nickname tag term".split())
_ALSO_ACTIVE = frozenset("called dubbed labeled labelled termed".split())
_RELATIVE = frozenset("what which who that whom".split())
_USES = frozenset({"use", "uses", "used", "using", "coined", "coins", "repeated"})
_WORDS_USED = frozenset({"word", "words", "phrase", "term", "expression", "language"})


@dataclass(frozen=True, slots=True)
class Frame:
    """Numbers of tokens of one unit: the cue and its ``source`` (half-open) or None.

    ``kind`` is the verb's class, or ``according``, ``noun``, ``colon``; ``inverted``: the source
    follows the verb.
    """

    cue: int
    cue_end: int
    kind: str
    source: tuple[int, int] | None
    lemma: str
    inverted: bool = False

    @property
    def left(self) -> int:
        return min(self.cue, self.source[0]) if self.source else self.cue

    @property
    def right(self) -> int:
        return max(self.cue_end, self.source[1]) if self.source else self.cue_end


def frames(unit: Unit) -> tuple[Frame, ...]:
    """Every clause of saying in the unit, by place of the cue."""
    return tuple(sorted(_find(unit.tokens), key=lambda f: (f.cue, f.cue_end)))


def _find(tokens: tuple[Token, ...]) -> Iterator[Frame]:
    forms = verb_forms()
    earlier: Frame | None = None
    titled = _is_title_case(tokens)
    for n, token in enumerate(tokens):
        frame: Frame | None = None
        if token.low == "according" and low(tokens, n + 1) == "to":
            source = noun_phrase(tokens, n + 2)
            frame = Frame(n, n + 2, "according", source, "according to") if source else None
        elif token.low in _WORDED and (worded := _worded(tokens, n)):
            frame = worded
        elif token.text == ":" and (source := _speaker_label(tokens, n)):
            frame = Frame(n, n + 1, "colon", source, ":")
        elif (
            token.low in words.SPEECH_NOUNS
            and _has_complement(tokens, n)
            and (source := _possessor(tokens, n))
        ):
            frame = Frame(n, n + 1, "noun", source, token.low)
        elif token.low in words.PREPOSITIONS:
            continue
        elif (verb := forms.get(token.low)) and _may_be_verb(tokens, n, titled):
            frame = _verbal(tokens, n, verb, earlier)
        elif (token.low, low(tokens, n + 1)) in _PHRASAL:
            frame = _verbal(tokens, n, Verb(token.low, "say", "past", False), earlier)
        elif token.low in ("put", "puts") and low(tokens, n + 1) == "it":
            frame = _verbal(tokens, n, Verb("put", "say", "past", False), earlier)
        elif token.low in _USES and _uses_words(tokens, n):
            shape = "ing" if token.low == "using" else "past"
            frame = _verbal(tokens, n, Verb("use", "name", shape, False), earlier)
        elif token.text in words.DASHES and (source := _byline(tokens, n)):
            frame = Frame(n, n + 1, "byline", source, "")
        if frame:
            yield frame
            earlier = frame if _may_control(tokens, frame) else earlier


def _may_be_verb(tokens: tuple[Token, ...], n: int, titled: bool) -> bool:
    """Whether the token's capital, if any, is that of a sentence's head or of a headline."""
    opens = n == 0 or tokens[n - 1].quote is not None
    return titled or opens or not tokens[n].capitalised


def _may_control(tokens: tuple[Token, ...], frame: Frame) -> bool:
    """Whether the source may be the subject of a later "…, adding"."""
    return (
        frame.source is not None
        and frame.kind != "noun"
        and tokens[frame.source[0]].low not in ("we", "i", "you", "it")
    )


def _verbal(tokens: tuple[Token, ...], n: int, verb: Verb, earlier: Frame | None) -> Frame | None:
    if is_noun_here(tokens, n, verb) or lacks_clause(tokens, n, verb):
        return None
    end = n + 1
    if verb.kind == "think" and earlier and low(tokens, end) == "to":
        return None  # "said she had decided to leave"
    inverts = verb.shape in ("s", "past") or tokens[n].low == "say"
    if inverts and (source := _inverted(tokens, n, verb)):
        return Frame(n, end, verb.kind, source, verb.lemma, inverted=True)
    if verb.shape == "past" and (source := _agent(tokens, n)):
        return Frame(n, end, verb.kind, source, verb.lemma)
    if tokens[n].low in _PARTICIPLES and not _has_have(tokens, n):
        return None
    if verb.shape == "past" and _is_passive(tokens, n):
        return Frame(n, end, verb.kind, None, verb.lemma) if verb.kind == "name" else None
    if verb.lemma in _NAMING and verb.shape == "past" and _is_participle(tokens, n):
        return Frame(n, end, verb.kind, None, verb.lemma)
    source = subject_of(tokens, n, verb, earlier)
    if source is None and verb.shape == "ing" and end < len(tokens):
        unnamed = tokens[end].quote is not None and verb.kind in ("say", "name")
        return Frame(n, end, verb.kind, None, verb.lemma) if unnamed else None
    if source and verb.lemma in words.WITH_CLAUSE and _is_thing(tokens, source):
        return None
    if source and tokens[source[1] - 1].low in _SPOKEN:
        return None
    if source and any(t.low in words.INDEFINITE for t in tokens[source[0] : source[1]]):
        return None
    return Frame(n, end, verb.kind, source, verb.lemma) if source else None


def _is_thing(tokens: tuple[Token, ...], source: tuple[int, int]) -> bool:
    """As in "Orbit’s bid offers": what somebody has, and neither a person nor a body."""
    held = [t.text.endswith(("'s", "’s")) for t in tokens[source[0] : source[1]]]
    head = singular(tokens[source[1] - 1].low)
    speaks = head in words.ROLES | words.BODY_NOUNS or tokens[source[1] - 1].capitalised
    return any(held[:-1]) and not speaks


def _is_participle(tokens: tuple[Token, ...], n: int) -> bool:
    """As in "a striker nicknamed “King James” is", but not "what Ms. Ito called “a farce”"."""
    if n + 1 >= len(tokens) or tokens[n + 1].quote is None:
        return False
    if not n or not tokens[n - 1].is_word or tokens[n - 1].low in words.PRONOUNS:
        return False
    if tokens[n].low in _ALSO_ACTIVE and _named_right_before(tokens, n):
        return False
    return not any(t.low in _RELATIVE for t in tokens[max(0, n - 12) : n])


def _named_right_before(tokens: tuple[Token, ...], n: int) -> bool:
    """As in "a step Jo Ito called “rash”", not in "a song by Jo Ito called “Tides”"."""
    k = n
    while k > 0 and tokens[k - 1].capitalised:
        k -= 1
    return 0 < k < n and tokens[k - 1].low not in words.PREPOSITIONS


def _uses_words(tokens: tuple[Token, ...], n: int) -> bool:
    """As in "used the phrase “…”", "using words like “…”"."""
    return any(t.low in _WORDS_USED for t in tokens[n + 1 : n + 4])


def _worded(tokens: tuple[Token, ...], n: int) -> Frame | None:
    """The clause of "in the words of Ms. Ito, “…”", "“unfit,” in her words"."""
    if source := _named_after(tokens, n):
        return Frame(n, n + 1, "according", source, tokens[n].low)
    if source := _in_view(tokens, n):
        return Frame(source[0] - 1, n + 1, "according", source, tokens[n].low)
    return None


def _named_after(tokens: tuple[Token, ...], n: int) -> tuple[int, int] | None:
    """The source in "in the words of Ms. Ito, “…”", "to quote Ms. Ito: “…”"."""
    if tokens[n].low not in _NAMED_AFTER:
        return None
    if tokens[n].low == "words":
        return noun_phrase(tokens, n + 2) if low(tokens, n + 1) == "of" else None
    if tokens[n].low == "quote" and low(tokens, n - 1) != "to":
        return None
    return noun_phrase(tokens, n + 1)


def _in_view(tokens: tuple[Token, ...], n: int) -> tuple[int, int] | None:
    """The source in "“unfit,” in her words", "in Ms. Ito’s eyes a “thief”"."""
    source = _possessor(tokens, n) if tokens[n].low in words.VIEWS else None
    return source if source and source[0] and tokens[source[0] - 1].low in ("in", "to") else None


def _byline(tokens: tuple[Token, ...], dash: int) -> tuple[int, int] | None:
    """The name in "“…” — Jo Ito" at a sentence's end, or in a line of its own."""
    if dash and tokens[dash - 1].quote is None:
        return None
    end = dash + 1
    while end < len(tokens) and (tokens[end].capitalised or tokens[end].low in words.PARTICLES):
        end += 1
    closed = end == len(tokens) or tokens[end].text in (".", ",", "(") or tokens[end].quote
    return (
        (dash + 1, end)
        if closed is not None and closed is not False and 2 <= end - dash - 1 <= 5
        else None
    )


def _has_have(tokens: tuple[Token, ...], n: int) -> bool:
    """As in "has written", not "a letter written by"."""
    k = n - 1
    while k >= 0 and is_filler(tokens, k):
        if tokens[k].low in ("has", "have", "had", "having"):
            return True
        k -= 1
    return False


def _is_passive(tokens: tuple[Token, ...], n: int) -> bool:
    """As in "was recalled", "has been called": the subject is not who speaks."""
    k = n - 1
    while k >= 0 and is_filler(tokens, k):
        if tokens[k].low in words.BE:
            return True
        k -= 1
    return False


def _inverted(tokens: tuple[Token, ...], n: int, verb: Verb) -> tuple[int, int] | None:
    """The source in "“…,” said Jo Ito" and "The port is safe, says Jo Ito."."""
    if verb.kind not in ("say", "think") or n == 0:
        return None
    before, k = tokens[n - 1], n - 1
    if (before.text == "," or before.text in words.DASHES) and k > 0:
        k -= 1
    after_quote = tokens[k].quote is not None
    if not (after_quote or before.text == "," or before.text in words.DASHES):
        return None
    start = n + 1
    while start < len(tokens) and tokens[start].is_word and tokens[start].low.endswith("ly"):
        start += 1
    if start >= len(tokens) or not tokens[start].is_word:
        return None
    first = tokens[start]
    if first.low in words.NOT_INVERTED or first.low in words.TIME_WORDS:
        return None
    if verb.lemma in ("tell", "inform", "remind", "assure") and not after_quote:
        return None
    source = noun_phrase(tokens, start)
    if source is None:
        return None
    opens = k == 0 or not any(t.is_word for t in tokens[:k])
    if after_quote and opens and not _is_clause_subject(tokens, source):
        return source
    follows = tokens[source[1]] if source[1] < len(tokens) else None
    closed = follows is None or not follows.is_word or follows.low in _AFTER_SOURCE
    if closed and after_quote:
        return source
    told = has_name(tokens, *source) or singular(tokens[source[1] - 1].low) in words.ROLES
    return source if closed and told else None


def _is_clause_subject(tokens: tuple[Token, ...], source: tuple[int, int]) -> bool:
    """As in "said Peru had asked for talks": what follows the verb is a clause, not who says so."""
    return source[1] < len(tokens) and tokens[source[1]].low in words.AUXILIARIES


def _agent(tokens: tuple[Token, ...], n: int) -> tuple[int, int] | None:
    """The source in "described by Jo Ito as", "was called “a thief” and a “liar” by Jo Ito"."""
    k = n + 1
    if n == 0 or tokens[n - 1].low in words.BE or tokens[n - 1].text == ",":
        k = _past_labels(tokens, k)
    if low(tokens, k) != "by":
        return None
    if k + 1 >= len(tokens) or tokens[k + 1].low.endswith("ing"):
        return None
    source = noun_phrase(tokens, k + 1)
    return source if source and _may_act(tokens, source) else None


def _may_act(tokens: tuple[Token, ...], source: tuple[int, int]) -> bool:
    """Somebody, and not a means: "said by Ms. Ito", "by critics", but not "said by telephone"."""
    first, last = tokens[source[0]], tokens[source[1] - 1]
    someone = words.DETERMINERS | words.POSSESSIVES | words.PRONOUNS
    return (
        has_name(tokens, *source)
        or first.low in someone
        or singular(last.low) in words.ROLES
        or last.low in words.CROWDS
    )


def _past_labels(tokens: tuple[Token, ...], k: int) -> int:
    """The first token after "(as) “unsafe” and “unfit”", ``k`` itself where no label stands."""
    end, at = k, k
    while at < min(len(tokens), k + 9):
        if tokens[at].quote is not None:
            end = at + 1
        elif tokens[at].text != "," and tokens[at].low not in ("and", "or", "as", "a", "an", "the"):
            break
        at += 1
    return end


def _has_complement(tokens: tuple[Token, ...], noun: int) -> bool:
    """As in "claim that", "promise to", "words: “…”", but not "praised his remarks on Lima"."""
    after = tokens[noun + 1] if noun + 1 < len(tokens) else None
    return after is not None and (
        after.quote is not None or after.text in ",:" or after.low in ("that", "of", "to", "as")
    )


def _possessor(tokens: tuple[Token, ...], n: int) -> tuple[int, int] | None:
    """The source in "Mr. Ito’s claim", "his promise"."""
    k = n - 1
    while k > max(0, n - 4) and tokens[k].is_word and not tokens[k].text.endswith(("'s", "’s")):
        if tokens[k].low in words.POSSESSIVES:
            return k, k + 1
        k -= 1
    if k < 0:
        return None
    if tokens[k].low in words.POSSESSIVES:
        return k, k + 1
    if not tokens[k].text.endswith(("'s", "’s")):
        return None
    start = k
    while start > 0 and (
        tokens[start - 1].capitalised
        or tokens[start - 1].low in words.PARTICLES
        or (start == k and tokens[start - 1].low in words.DETERMINERS)
    ):
        start -= 1
    while start < k and tokens[start].low in words.OPENERS | words.PREPOSITIONS:
        start += 1
    return start, k + 1


def _speaker_label(tokens: tuple[Token, ...], colon: int) -> tuple[int, int] | None:
    """The source in "Jo Ito: ‘No deal’" and "The verdict from the rival Jo Ito: “Timid.”"."""
    if colon + 1 < len(tokens) and tokens[colon + 1].quote is not None:
        n = colon
        while n > max(0, colon - 8) and tokens[n - 1].is_word and tokens[n - 1].low != "from":
            n -= 1
        if n and tokens[n - 1].low == "from" and n < colon and tokens[colon - 1].capitalised:
            return head_of(tokens, n, colon)
    if not 0 < colon <= 4 or colon + 1 >= len(tokens) or tokens[0].low in words.LABELS:
        return None
    held = tokens[:colon]
    if colon == 1 and len(held[0].text) == 1:
        return None  # "Q: …", "A: …"
    if not all(t.capitalised or t.low in words.PARTICLES for t in held):
        return None
    inverted = verb_forms().get(held[0].low)
    said = colon > 1 and inverted is not None and inverted.shape in ("past", "s")
    return (1 if said else 0), colon  # "Said Ito: ‘No deal’"


def _is_title_case(tokens: tuple[Token, ...]) -> bool:
    """A headline in title case, where verbs have capitals too."""
    held = [t for t in tokens if t.is_word and len(t.text) > 3]
    return len(held) >= 3 and sum(t.capitalised for t in held) >= 0.8 * len(held)
