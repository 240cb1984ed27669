"""The subject of a verb of saying: right before it, before an aside, or in an earlier clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.speech import words
from claims.speech.phrases import (
    REACH,
    ends_aside,
    has_name,
    head_of,
    is_boundary,
    is_filler,
    main_subject,
    noun_phrase,
    phrase_ending_at,
)
from claims.speech.shapes import singular
from claims.speech.units import Token
from claims.speech.verbs import Verb

if TYPE_CHECKING:
    from claims.speech.frames import Frame

_MOVES = frozenset("led prompted forced prompting leading forcing urged drove moved caused".split())


def subject_of(
    tokens: tuple[Token, ...], cue: int, verb: Verb, earlier: Frame | None
) -> tuple[int, int] | None:
    n = cue - 1
    while n >= 0 and is_filler(tokens, n):
        n -= 1
    if n < 0:
        return _after_opening(tokens, cue) if verb.shape == "ing" else None
    token = tokens[n]
    if verb.shape == "ing" and tokens[n + 1].low not in words.BE:
        named = token.capitalised and not (
            token.text.endswith(("'s", "’s"))
            or token.low in words.NO_SUBJECT | words.SUBORDINATORS | words.TIME_WORDS
        )
        return phrase_ending_at(tokens, n + 1) if named else _controller(tokens, n + 1, earlier)
    if token.low in words.PRONOUNS:
        return n, n + 1
    if token.low in ("who", "which", "that"):
        return _antecedent(tokens, n) or _controller(tokens, n, earlier)
    if token.low in words.DETERMINERS and n < cue - 1:
        return None
    if token.low == "to" and (moved := _object_of(tokens, n)):
        return moved
    if token.low in words.NO_SUBJECT:
        return _controller(tokens, n, earlier)
    if token.text == "," or token.text in words.DASHES:
        if n and tokens[n - 1].quote is not None:
            return _controller(tokens, n, earlier) if verb.shape == "ing" else None
        return _before_apposition(tokens, n)
    if token.quote is not None or not token.is_word:
        return None
    return (
        _before_origin(tokens, n)
        or _who_did(tokens, n)
        or phrase_ending_at(tokens, n + 1)
        or _of_relative(tokens, n, earlier)
        or _controller(tokens, n, earlier)
    )


def _before_origin(tokens: tuple[Token, ...], end: int) -> tuple[int, int] | None:
    """The name in "Jo Ito, 81, of New York said", given the last word before the verb."""
    n = end
    while n > max(0, end - 4) and tokens[n].capitalised:
        n -= 1
    origin = 0 < n < end and tokens[n].low in ("of", "from") and tokens[n - 1].text == ","
    return _before_apposition(tokens, n - 1) if origin else None


def _who_did(tokens: tuple[Token, ...], end: int) -> tuple[int, int] | None:
    """The subject of "a cook who won a boat said": whom the clause with "who" describes."""
    n = end
    while n > max(0, end - 12) and not is_boundary(tokens, n):
        n -= 1
    if n == 0 or tokens[n].low != "who" or n + 1 >= len(tokens):
        return None
    first = tokens[n + 1]
    opens = words.DETERMINERS | words.PRONOUNS | words.POSSESSIVES
    return None if first.capitalised or first.low in opens else _antecedent(tokens, n)


def _object_of(tokens: tuple[Token, ...], to: int) -> tuple[int, int] | None:
    """The subject of "led the historian Jo Ito to fear": the name that the verb acts on."""
    n = to
    while n > 0 and tokens[n - 1].is_word and to - n < 8 and tokens[n - 1].low not in _MOVES:
        n -= 1
    moved = n > 0 and n < to and tokens[n - 1].low in _MOVES and tokens[to - 1].capitalised
    return head_of(tokens, n, to) if moved else None


def _of_relative(
    tokens: tuple[Token, ...], n: int, earlier: Frame | None
) -> tuple[int, int] | None:
    """The subject of "Ms. Lee, who in 2010 said", where only an adverbial precedes the verb."""
    while n >= 0 and not is_boundary(tokens, n):
        n -= 1
    if n < 0 or tokens[n].low not in ("who", "which", "that"):
        return None
    return _antecedent(tokens, n) or _controller(tokens, n, earlier)


def _after_opening(tokens: tuple[Token, ...], cue: int) -> tuple[int, int] | None:
    """The subject of "Bemoaning the “late tide,” Ms. Ito left": what follows the first comma."""
    limit = min(len(tokens), cue + REACH)
    comma = next((n for n in range(cue + 1, limit) if ends_aside(tokens[n])), None)
    return noun_phrase(tokens, comma + 1) if comma is not None else None


def _controller(tokens: tuple[Token, ...], n: int, earlier: Frame | None) -> tuple[int, int] | None:
    """Who does what has no subject of its own ("…, adding", "and called"): the clause's subject."""
    if earlier and earlier.source and n - earlier.right <= REACH:
        between = tokens[earlier.right : n]
        aside = tokens[n - 1].text == "," and tokens[earlier.cue - 1].low in ("who", "which")
        if not aside and not any(t.text in (";", "but") for t in between):
            return earlier.source
    clause = next(
        (k for k in range(n - 1, max(0, n - REACH), -1) if _opens_clause(tokens, k)), None
    )
    if clause is not None:
        return clause, clause + 1
    opens_sentence = n <= 2 and tokens[0].low in words.PREPOSITIONS | words.SUBORDINATORS
    return main_subject(tokens, len(tokens) if opens_sentence else n)


def _opens_clause(tokens: tuple[Token, ...], n: int) -> bool:
    """As "she" in "a hearing where she came under fire for saying"."""
    return tokens[n].low in ("he", "she") and tokens[n - 1].low in ("where", "when", "because")


def _before_apposition(tokens: tuple[Token, ...], comma: int) -> tuple[int, int] | None:
    """The subject of "Jo Ito, the mayor of Dayton, Ohio, said", given the comma before the verb."""
    pieces: list[tuple[int, int]] = []
    end = comma
    n = comma - 1
    while n >= max(-1, comma - REACH):
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
            if named := _named_behind_rank(tokens, start, end):
                return named
            continue
        opens = _after_boundary(tokens, start, end)
        if opens > start + 1 and tokens[opens - 1].low in ("who", "which", "that"):
            return _antecedent(tokens, opens - 1)
        start = opens
        if start >= end or tokens[start].low in words.PREPOSITIONS | words.SUBORDINATORS:
            continue
        if not is_last and not _may_describe(tokens, *pieces[k - 1]):
            continue
        head = head_of(tokens, start, end)
        if head is None or tokens[head[0]].low in words.INDEFINITE:
            continue
        if named := _described_by(tokens, start, pieces[k + 1 : k + 2]):
            return named
        if has_name(tokens, *head) or tokens[head[0]].low in words.PRONOUNS:
            return head
        if not is_last and tokens[head[0]].low in words.DETERMINERS:
            return head
    return None


def _named_behind_rank(tokens: tuple[Token, ...], start: int, end: int) -> tuple[int, int] | None:
    """The name in "state Rep. Lena Moor", "police captain Jo Ito", not in "mayor of Salt Lake"."""
    n = end
    while n > start and (tokens[n - 1].capitalised or tokens[n - 1].low in words.PARTICLES):
        n -= 1
    plain = all(t.is_word and t.low not in words.PREPOSITIONS for t in tokens[start:n])
    ranked = start < n <= start + 3 and plain and tokens[start].low not in words.DETERMINERS
    return (n, end) if ranked and _is_person_like(tokens, n, end) else None


def _described_by(
    tokens: tuple[Token, ...], start: int, before: list[tuple[int, int]]
) -> tuple[int, int] | None:
    """The name that a piece such as "founder of Brightline", "a member of Unite" stands behind."""
    opening = tokens[start]
    describes = opening.low in ("a", "an", "now") or (
        not opening.capitalised and singular(opening.low) in words.ROLES
    )
    if not describes or not before:
        return None
    first, end = before[0]
    head = head_of(tokens, _after_boundary(tokens, first, end), end)
    return head if head and head[1] == end and _is_person_like(tokens, *head) else None


def _after_boundary(tokens: tuple[Token, ...], start: int, end: int) -> int:
    for n in range(end - 1, start - 1, -1):
        if is_boundary(tokens, n):
            return n + 1
    return start


def _is_person_like(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """A bare name of two words or more, or one with an honorific: "Jo Ito", "Mr. Ito"."""
    held = [t for t in tokens[start:end] if t.is_word]
    if any(t.text == "&" or t.low.strip(".") in words.FIRMS for t in tokens[start:end]):
        return False
    if not held or not all(t.capitalised or t.low in words.PARTICLES for t in held):
        return False
    return len(held) >= 2 and held[-1].low.strip(".") not in words.STATES_SHORT


def _may_describe(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether a piece between commas may stand after a name: not if it is itself a name."""
    return not _is_person_like(tokens, start, end) or end - start <= 3


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
    adverb = n + 1 == comma and tokens[n].low in words.FILLERS  # "Instead, the study -- which"
    return (n, comma) if 0 <= n < comma and not adverb else None
