"""Clauses of saying: a cue ("said", "according to", "’s statement") and the words for who says it.

By rule, over tokens, one pass a cue with a bounded look to either side. A frame's source is a range
of tokens; whom it names is told elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.speech import words
from claims.speech.units import Token, Unit
from claims.speech.verbs import Verb, verb_forms

_REACH = 45
_MARKS = "\"”’'»"
_PARTICIPLES = frozenset("seen written spoken sworn sung begun known shown".split())
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
        if token.low == "according" and _low(tokens, n + 1) == "to":
            source = noun_phrase(tokens, n + 2)
            frame = Frame(n, n + 2, "according", source, "according to") if source else None
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
        elif (verb := forms.get(token.low)) and (titled or not token.capitalised or n == 0):
            frame = _verbal(tokens, n, verb, earlier)
        elif token.low in ("put", "puts") and _low(tokens, n + 1) == "it":
            frame = _verbal(tokens, n, Verb("put", "say", "past", False), earlier)
        elif token.low in _USES and _uses_words(tokens, n):
            shape = "ing" if token.low == "using" else "past"
            frame = _verbal(tokens, n, Verb("use", "name", shape, False), earlier)
        elif token.text in words.DASHES and (source := _byline(tokens, n)):
            frame = Frame(n, n + 1, "byline", source, "")
        if frame:
            yield frame
            earlier = frame if _may_control(tokens, frame) else earlier


def _may_control(tokens: tuple[Token, ...], frame: Frame) -> bool:
    """Whether the source may be the subject of a later "…, adding"."""
    return (
        frame.source is not None
        and frame.kind != "noun"
        and tokens[frame.source[0]].low not in ("we", "i", "you", "it")
    )


def _verbal(tokens: tuple[Token, ...], n: int, verb: Verb, earlier: Frame | None) -> Frame | None:
    if _is_noun_here(tokens, n, verb):
        return None
    end = n + 1
    if verb.shape in ("s", "past") and (source := _inverted(tokens, n, verb)):
        return Frame(n, end, verb.kind, source, verb.lemma, inverted=True)
    if verb.shape == "past" and (source := _agent(tokens, n)):
        return Frame(n, end, verb.kind, source, verb.lemma)
    if tokens[n].low in _PARTICIPLES and not _has_have(tokens, n):
        return None
    if verb.shape == "past" and _is_passive(tokens, n):
        return Frame(n, end, verb.kind, None, verb.lemma) if verb.kind == "name" else None
    source = _subject(tokens, n, verb, earlier)
    if source and any(t.low in words.INDEFINITE for t in tokens[source[0] : source[1]]):
        return None
    return Frame(n, end, verb.kind, source, verb.lemma) if source else None


def _uses_words(tokens: tuple[Token, ...], n: int) -> bool:
    """ "used the phrase “…”", "using words like “…”"."""
    return any(t.low in _WORDS_USED for t in tokens[n + 1 : n + 4])


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
    """ "has written", not "a letter written by"."""
    k = n - 1
    while k >= 0 and _is_filler(tokens[k]):
        if tokens[k].low in ("has", "have", "had", "having"):
            return True
        k -= 1
    return False


def _is_passive(tokens: tuple[Token, ...], n: int) -> bool:
    """ "was recalled", "has been called": the subject is not who speaks."""
    k = n - 1
    while k >= 0 and _is_filler(tokens[k]):
        if tokens[k].low in words.BE:
            return True
        k -= 1
    return False


# ---- subjects -------------------------------------------------------------------------------


def _subject(
    tokens: tuple[Token, ...], cue: int, verb: Verb, earlier: Frame | None
) -> tuple[int, int] | None:
    n = cue - 1
    while n >= 0 and _is_filler(tokens[n]):
        n -= 1
    if n < 0:
        return _after_opening(tokens, cue) if verb.shape == "ing" else None
    token = tokens[n]
    if verb.shape == "ing" and tokens[n + 1].low not in words.BE:
        named = token.capitalised and not (
            token.text.endswith(("'s", "’s"))
            or token.low in words.NO_SUBJECT | words.SUBORDINATORS | words.TIME_WORDS
        )
        return _phrase_ending_at(tokens, n + 1) if named else _controller(tokens, n + 1, earlier)
    if token.low in words.PRONOUNS:
        return n, n + 1
    if token.low in ("who", "which", "that"):
        return _antecedent(tokens, n) or _controller(tokens, n, earlier)
    if token.low in words.DETERMINERS and n < cue - 1:
        return None
    if token.low in words.NO_SUBJECT:
        return _controller(tokens, n, earlier)
    if token.text == "," or token.text in words.DASHES:
        if n and tokens[n - 1].quote is not None:
            return _controller(tokens, n, earlier) if verb.shape == "ing" else None
        return _before_apposition(tokens, n)
    if token.quote is not None or not token.is_word:
        return None
    return _phrase_ending_at(tokens, n + 1) or _of_relative(tokens, n, earlier)


def _of_relative(
    tokens: tuple[Token, ...], n: int, earlier: Frame | None
) -> tuple[int, int] | None:
    """The subject of "Ms. Lee, who in 2010 said", where only an adverbial precedes the verb."""
    while n >= 0 and not _is_boundary(tokens, n):
        n -= 1
    if n < 0 or tokens[n].low not in ("who", "which", "that"):
        return None
    return _antecedent(tokens, n) or _controller(tokens, n, earlier)


def _after_opening(tokens: tuple[Token, ...], cue: int) -> tuple[int, int] | None:
    """The subject of "Bemoaning the “late tide,” Ms. Ito left": what follows the first comma."""
    limit = min(len(tokens), cue + _REACH)
    comma = next((n for n in range(cue + 1, limit) if _ends_aside(tokens[n])), None)
    return noun_phrase(tokens, comma + 1) if comma is not None else None


def _is_filler(token: Token) -> bool:
    """Words between a subject and its verb: "has", "also", "himself", "later", "didn't"."""
    return token.low in words.FILLERS or (
        token.is_word and token.low.endswith("ly") and token.low not in words.LY_NOUNS
    )


def _phrase_ending_at(tokens: tuple[Token, ...], end: int) -> tuple[int, int] | None:
    """The noun phrase that ends before ``end``, back to the boundary of its clause."""
    start = end
    while start > max(0, end - _REACH) and not _is_boundary(tokens, start - 1):
        start -= 1
    return _head(tokens, start, end)


def _is_boundary(tokens: tuple[Token, ...], n: int) -> bool:
    token = tokens[n]
    if token.quote is not None or (not token.is_word and token.text not in "$%&#@*/.'’-[]"):
        return True
    if token.low in words.CLAUSE_OPENERS or (n > 0 and token.low in ("after", "before")):
        return True
    if token.low in ("and", "or"):
        return not _joins_names(tokens, n)
    verb = verb_forms().get(token.low)
    if verb is None or verb.kind == "judge" or token.capitalised or verb.shape == "base":
        return False
    return verb.kind == "say" and verb.shape in ("past", "s") and not _is_noun_here(tokens, n, verb)


def _joins_names(tokens: tuple[Token, ...], n: int) -> bool:
    """ "Mr. Ito and Ms. Lee", "officials and lawmakers": one subject, not two clauses."""
    if n == 0 or n + 1 >= len(tokens):
        return False
    before, after = tokens[n - 1], tokens[n + 1]
    if before.capitalised and after.capitalised:
        return True
    return before.low.endswith("s") and after.low.endswith("s") and not after.capitalised


def _head(tokens: tuple[Token, ...], start: int, end: int) -> tuple[int, int] | None:
    """Of the words before a verb, those that name its subject."""
    while start < end and (
        tokens[start].low in words.OPENERS or _is_filler(tokens[start]) or not tokens[start].is_word
    ):
        start += 1
    while end > start and (tokens[end - 1].low in words.TIME_WORDS or not tokens[end - 1].is_word):
        end -= 1
    if start >= end:
        return None
    if tokens[start].low in words.SUBJECT_PRONOUNS or (
        tokens[start].low in words.PRONOUNS and start + 1 == end
    ):
        return start, start + 1
    if tokens[start].low in words.PREPOSITIONS:
        return _last_phrase(tokens, start, end)
    named = _name_at(tokens, start, end)
    if named:
        return named
    for n in range(start, end):
        if tokens[n].low in words.SUBJECT_PRONOUNS:
            return n, n + 1
    if end - start <= 9:
        return start, end
    if tokens[start].low in words.DETERMINERS or tokens[start].capitalised:
        return noun_phrase(tokens, start, end)
    return _last_phrase(tokens, start, end)


def _last_phrase(tokens: tuple[Token, ...], start: int, end: int) -> tuple[int, int] | None:
    """After "In Ohio" without comma: the last name, pronoun or "the …" before the verb."""
    if tokens[end - 1].low in words.PRONOUNS:
        return end - 1, end
    n = end
    while n > start and (tokens[n - 1].capitalised or tokens[n - 1].low in words.PARTICLES):
        n -= 1
    if n < end and tokens[n].low not in words.TIME_WORDS:
        return n, end
    for n in range(end - 1, start, -1):
        if tokens[n].low in words.DETERMINERS:
            return n, end
    return None


def _name_at(tokens: tuple[Token, ...], start: int, end: int) -> tuple[int, int] | None:
    """A name that opens the phrase, with its role: "White House spokeswoman Jo Ito"."""
    n = start
    last_capital = -1
    while n < end and tokens[n].is_word:
        if tokens[n].low in words.PREPOSITIONS and not _inside_name(tokens, n, end):
            break
        if tokens[n].low in ("and", "or") and not _joins_names(tokens, n):
            break
        if tokens[n].capitalised and tokens[n].low not in words.TIME_WORDS:
            last_capital = n
        elif n - start > 6 or not (
            last_capital < start
            or tokens[n].low in words.PARTICLES | words.ROLES | {"of", "for", "the", "and"}
        ):
            break
        n += 1
    if last_capital < start:
        return None
    after = tokens[last_capital + 1].low if last_capital + 1 < end else ""
    if tokens[last_capital].text.endswith(("'s", "’s")) or after in ("'", "’"):
        return None
    if after and tokens[last_capital + 1].is_word and after not in words.PREPOSITIONS | {"and"}:
        # "the White House spokesman", "Russian officials": the head is still to come.
        return (
            None
            if tokens[start].low in words.DETERMINERS or _is_head(after)
            else (start, last_capital + 1)
        )
    return start, last_capital + 1


def _inside_name(tokens: tuple[Token, ...], n: int, end: int) -> bool:
    """ "of" in "Secretary of State Jo Ito", "for" in "Minister for the Environment"."""
    if tokens[n].low not in ("of", "for"):
        return False
    after = n + 2 if n + 1 < end and tokens[n + 1].low == "the" else n + 1
    return after < end and tokens[after].capitalised and tokens[n - 1].capitalised


def _is_head(word: str) -> bool:
    return word in words.ROLES or word.endswith("s") or word in words.BODY_NOUNS


def _before_apposition(tokens: tuple[Token, ...], comma: int) -> tuple[int, int] | None:
    """The subject of "Jo Ito, the mayor of Dayton, Ohio, said", given the comma before the verb."""
    pieces: list[tuple[int, int]] = []
    end = comma
    n = comma - 1
    while n >= max(-1, comma - _REACH):
        quoted = n >= 0 and tokens[n].quote is not None
        stop = n < 0 or tokens[n].text in (";", ":") or (quoted and not tokens[n - 1].is_word)
        if stop or quoted or (tokens[n].text == "," or tokens[n].text in words.DASHES):
            if n + 1 < end:
                pieces.append((n + 1, end))
            end = n
        if stop:
            break
        n -= 1
    for k, (start, end) in enumerate(pieces):
        is_last = k == 0
        if is_last and not _is_person_like(tokens, start, end):
            continue
        start = _after_boundary(tokens, start, end)
        if start >= end or tokens[start].low in words.PREPOSITIONS | words.SUBORDINATORS:
            continue
        if not is_last and not _may_describe(tokens, *pieces[k - 1]):
            continue
        head = _head(tokens, start, end)
        if head is None or tokens[head[0]].low in words.INDEFINITE:
            continue
        if _has_name(tokens, *head) or tokens[head[0]].low in words.PRONOUNS:
            return head
        if not is_last and tokens[head[0]].low in words.DETERMINERS:
            return head
    return None


def _after_boundary(tokens: tuple[Token, ...], start: int, end: int) -> int:
    for n in range(end - 1, start - 1, -1):
        if _is_boundary(tokens, n):
            return n + 1
    return start


def _is_person_like(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """A bare name of two words or more, or one with an honorific: "Jo Ito", "Mr. Ito"."""
    held = [t for t in tokens[start:end] if t.is_word]
    if not held or not all(t.capitalised or t.low in words.PARTICLES for t in held):
        return False
    return len(held) >= 2 and held[-1].low.strip(".") not in words.STATES_SHORT


def _may_describe(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether a piece between commas may stand after a name: not if it is itself a name."""
    return not _is_person_like(tokens, start, end) or end - start <= 3


def _has_name(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    return any(t.capitalised and t.low not in words.OPENERS for t in tokens[start:end])


def _antecedent(tokens: tuple[Token, ...], pronoun: int) -> tuple[int, int] | None:
    """What "who" or "which" stands for: the name or noun phrase right before it."""
    end = pronoun
    while end > 0 and not tokens[end - 1].is_word:
        if tokens[end - 1].quote is not None:
            return None
        end -= 1
    if end == 0 or (tokens[pronoun].low == "that" and end != pronoun):
        return None
    if tokens[end - 1].low in words.TIME_WORDS:
        return None
    n = end
    while n > 0 and (tokens[n - 1].capitalised or tokens[n - 1].low in words.PARTICLES):
        n -= 1
    if n < end:
        return n, end
    if end < pronoun and (named := _named_before_comma(tokens, end)):
        return named
    for n in range(end - 1, max(-1, end - 8), -1):
        if tokens[n].low in words.DETERMINERS or (
            tokens[n].low in words.PREPOSITIONS and n < end - 1
        ):
            return (n if tokens[n].low in words.DETERMINERS else n + 1), end
        if not tokens[n].is_word:
            return (n + 1, end) if n + 1 < end else None
    return (0, end) if 0 < end <= 8 else None


def _named_before_comma(tokens: tuple[Token, ...], end: int) -> tuple[int, int] | None:
    """The name in "Ms. Lee, now a senator, who said": before the comma that opens the aside."""
    comma = end - 1
    while comma >= max(0, end - 15) and tokens[comma].text != ",":
        comma -= 1
    n = comma
    while n > 0 and (tokens[n - 1].capitalised or tokens[n - 1].low in words.PARTICLES):
        n -= 1
    return (n, comma) if 0 <= n < comma else None


def _controller(tokens: tuple[Token, ...], n: int, earlier: Frame | None) -> tuple[int, int] | None:
    """Who does what has no subject of its own ("…, adding", "and called"): the clause's subject."""
    if earlier and earlier.source and n - earlier.right <= _REACH:
        between = tokens[earlier.right : n]
        if not any(t.text in (";", "but") for t in between):
            return earlier.source
    opens_sentence = n <= 2 and tokens[0].low in words.PREPOSITIONS | words.SUBORDINATORS
    return main_subject(tokens, len(tokens) if opens_sentence else n)


def main_subject(tokens: tuple[Token, ...], before: int) -> tuple[int, int] | None:
    """The phrase that opens the sentence, past an introduction closed by a comma."""
    start = 0
    limit = min(before, _REACH)
    while start < limit:
        token = tokens[start]
        if token.quote is not None or not token.is_word:
            start += 1
            continue
        opens_aside = token.low in words.PREPOSITIONS | words.SUBORDINATORS or (
            token.low.endswith(("ing", "ed")) and not tokens[min(start + 1, limit - 1)].capitalised
        )
        if not opens_aside:
            break
        comma = next((k for k in range(start, limit) if _ends_aside(tokens[k])), None)
        if comma is None:
            return _last_phrase(tokens, start, limit) if start < limit else None
        start = comma + 1
    return noun_phrase(tokens, start, limit)


def _ends_aside(token: Token) -> bool:
    return token.text == "," or (token.quote is not None and token.text.rstrip(_MARKS)[-1:] == ",")


def noun_phrase(
    tokens: tuple[Token, ...], start: int, limit: int | None = None
) -> tuple[int, int] | None:
    """The noun phrase that begins at ``start``: a pronoun, a name with its role, or "the …"."""
    limit = len(tokens) if limit is None else limit
    while start < limit and (tokens[start].low in words.OPENERS or _is_filler(tokens[start])):
        start += 1
    if start >= limit or not tokens[start].is_word:
        return None
    if tokens[start].low in words.SUBJECT_PRONOUNS:
        return start, start + 1
    end = start
    named = False
    while end < min(limit, start + 12) and not _closes_phrase(tokens, start, end, named):
        named = named or (tokens[end].capitalised and tokens[end].low not in words.DETERMINERS)
        end += 1
    if end == start:
        return None
    return _name_after_role(tokens, start, end, limit) or (start, end)


def _closes_phrase(tokens: tuple[Token, ...], start: int, n: int, named: bool) -> bool:
    """Whether a phrase begun at ``start`` ends before token ``n``; ``named``: it holds a name."""
    token = tokens[n]
    if not token.is_word:
        return token.text not in ("'", "’", "&")
    if token.low in words.TIME_WORDS | words.CLAUSE_OPENERS or _is_filler(token):
        return True
    if token.low in words.PRONOUNS:
        return n > start
    if token.low in words.PREPOSITIONS:
        return n > start and (token.low not in ("of", "for") or named)
    if token.low in ("and", "or"):
        return not _joins_names(tokens, n)
    if named and not token.capitalised:
        return token.low not in words.PARTICLES | words.ROLES and not _is_head(token.low)
    verb = verb_forms().get(token.low)
    return n > start and not token.capitalised and verb is not None and verb.shape in ("past", "s")


def _name_after_role(
    tokens: tuple[Token, ...], start: int, end: int, limit: int
) -> tuple[int, int] | None:
    """ "a spokesman for the port, Jo Ito," names Jo Ito."""
    n = end
    while n < limit and n - end < 10 and tokens[n].is_word and not _is_filler(tokens[n]):
        n += 1
    if n >= limit or tokens[n].text != "," or tokens[start].low not in words.DETERMINERS:
        return None
    stop = n + 1
    while stop < limit and (tokens[stop].capitalised or tokens[stop].low in words.PARTICLES):
        stop += 1
    if stop - n - 1 >= 2 and tokens[n + 1].low not in words.TIME_WORDS:
        return n + 1, stop
    return None


# ---- other shapes ---------------------------------------------------------------------------


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
    if after_quote and not _is_clause_subject(tokens, source):
        return source
    follows = tokens[source[1]] if source[1] < len(tokens) else None
    closed = follows is None or (not follows.is_word) or follows.low in words.PREPOSITIONS | {"who"}
    return source if closed and _has_name(tokens, *source) else None


def _is_clause_subject(tokens: tuple[Token, ...], source: tuple[int, int]) -> bool:
    """ "said Peru had asked for talks": what follows the verb is a clause, not who says so."""
    return source[1] < len(tokens) and tokens[source[1]].low in words.AUXILIARIES


def _agent(tokens: tuple[Token, ...], n: int) -> tuple[int, int] | None:
    """The source in "described by Jo Ito as" and "was called “…” by Jo Ito"."""
    if n + 1 >= len(tokens):
        return None
    k = n + 1
    if tokens[k].quote is not None and n and tokens[n - 1].low in words.BE | {"been"}:
        k += 1
    if _low(tokens, k) != "by":
        return None
    if k + 1 >= len(tokens) or tokens[k + 1].low.endswith("ing"):
        return None
    return noun_phrase(tokens, k + 1)


def _has_complement(tokens: tuple[Token, ...], noun: int) -> bool:
    """ "claim that", "promise to", "words: “…”", but not "praised his remarks on Lima"."""
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
    """The source in "Jo Ito: ‘No deal’" at the head of a sentence."""
    if not 0 < colon <= 4 or colon + 1 >= len(tokens):
        return None
    held = tokens[:colon]
    if not all(t.capitalised or t.low in words.PARTICLES for t in held):
        return None
    return 0, colon


def _is_noun_here(tokens: tuple[Token, ...], n: int, verb: Verb) -> bool:
    """ "the report", "his claims", "a few questions": the form is a noun or adjective here."""
    before = _low(tokens, n - 1) if n else ""
    if verb.shape == "past":
        return before in words.DETERMINERS and verb.lemma != "say"
    if verb.shape == "ing":
        return before in words.DETERMINERS
    if not verb.noun:
        return before in words.DETERMINERS - {"that"}
    if n == 0 or before in words.PREPOSITIONS - {"to"}:
        return True
    if before in words.PRONOUNS | {"who", "which", "to", "and"} or _is_filler(tokens[n - 1]):
        return False
    if tokens[n - 1].text.endswith(("'s", "’s", "'", "’")) or before in words.DETERMINERS:
        return True
    if verb.shape == "base":
        return not before.endswith("s") and before not in words.BASE_SUBJECTS
    k = n - 1
    while k > 0 and tokens[k].capitalised:
        k -= 1
    if k < n - 1 and tokens[k].low in ("of", "about", "on"):
        return True
    if verb.kind == "judge" and before in words.BODY_NOUNS:
        return True
    return not (
        tokens[n - 1].capitalised or before in words.ROLES | words.BODY_NOUNS or before == "that"
    )


def _is_title_case(tokens: tuple[Token, ...]) -> bool:
    """A headline in title case, where verbs have capitals too."""
    held = [t for t in tokens if t.is_word and len(t.text) > 3]
    return len(held) >= 3 and sum(t.capitalised for t in held) >= 0.8 * len(held)


def _low(tokens: tuple[Token, ...], n: int) -> str:
    return tokens[n].low if 0 <= n < len(tokens) else ""
