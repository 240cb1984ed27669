"""How far a clause of reported speech reaches: what its source vouches for."""

from __future__ import annotations

from claims.model import Span
from claims.speech import words
from claims.speech.frames import Frame
from claims.speech.units import Token


def scope(tokens: tuple[Token, ...], frame: Frame, first: int, last: int) -> Span | None:
    """What a clause of saying covers: all after it up to the next one, or all before its comma.

    ``first`` and ``last`` are the tokens where neighbouring clauses end and begin.
    "The port is safe, Ms. Ito said"; "the port, she said, is safe"; "she said the port is safe".
    """
    if frame.kind in ("judge", "name", "colon", "byline") or frame.source is None:
        return None
    if _is_negated(tokens, frame):
        return None
    left, right = frame.left, frame.right
    last = min(last, _end_of_aside(tokens, frame))
    after = tokens[right] if right < len(tokens) else None
    if _tags_a_quotation(tokens, left) and (after is None or after.low != "that"):
        return None
    if first < left - 1 and _closes(tokens, frame, first, after):
        resumes = after is not None and after.text == "," and last > right + 1
        if resumes and frame.inverted:  # not "…, said Ms. Ito, head of the port"
            resumes = _goes_on(tokens, right)
        return Span(tokens[first].start, tokens[last if resumes else left - 1].end)
    start = _clause_after(tokens, frame)
    if start is None or start > last:
        return None
    return Span(tokens[start].start, tokens[last].end)


def _goes_on(tokens: tuple[Token, ...], comma: int) -> bool:
    """As in "The port, said Ms. Ito, its head, is safe": the clause goes on after an aside."""
    commas = (n for n in range(comma, min(len(tokens) - 1, comma + 24)) if tokens[n].text == ",")
    return any(tokens[n + 1].low in words.AUXILIARIES for n in commas)


def _is_negated(tokens: tuple[Token, ...], frame: Frame) -> bool:
    """As in "would not say", "has never claimed": who does not say so vouches for nothing."""
    before = tokens[max(0, frame.cue - 3) : frame.cue]
    return any(t.low in ("not", "never") or t.low.endswith(("n't", "n’t")) for t in before)


def _end_of_aside(tokens: tuple[Token, ...], frame: Frame) -> int:
    """The last token that a clause of saying can cover which opens with "although", "while"."""
    if tokens[0].low not in words.SUBORDINATORS:
        return len(tokens)
    commas = (n for n in range(frame.right, len(tokens)) if tokens[n].text == ",")
    return next(commas, len(tokens))


def _tags_a_quotation(tokens: tuple[Token, ...], left: int) -> bool:
    before = left - 1
    if before > 0 and tokens[before].text == ",":
        before -= 1
    return before >= 0 and tokens[before].quote is not None


def _closes(tokens: tuple[Token, ...], frame: Frame, first: int, after: Token | None) -> bool:
    """Whether the clause reports what stands before it: "…, Ms. Ito said (on Monday)."."""
    before = tokens[frame.left - 1]
    stops = after is None or after.text in (".", ",", ";", "!", "?") or after.text in words.DASHES
    if frame.kind == "according":
        return stops
    if before.text != "," and before.text not in words.DASHES:
        return False
    if frame.lemma not in words.BARE_CLAUSE | words.CLOSING_VERBS:
        return False
    opening = tokens[first]
    aside = opening.low in words.PREPOSITIONS | words.SUBORDINATORS
    aside = aside or opening.low.endswith(("ing", "ed"))
    if aside and not any(t.text == "," for t in tokens[first : frame.left - 1]):
        return False
    return stops or frame.inverted or _is_tail(tokens[frame.right :])


def _is_tail(rest: tuple[Token, ...]) -> bool:
    """As in "…, Ms. Ito said on Monday." but not "… Ms. Ito said on Monday that it rained."."""
    return len(rest) <= 12 and (
        rest[0].low in words.TIME_WORDS | words.PREPOSITIONS
        and not any(t.low in words.CLAUSE_OPENERS for t in rest)
    )


def _clause_after(tokens: tuple[Token, ...], frame: Frame) -> int | None:
    """Where the reported clause begins: "told the BBC on Monday [that she would go]".

    None where a thing is done or said of: "announced a plan", "recalled its envoy".
    """
    start = frame.right
    if frame.kind == "according":
        return start
    limit = 3 if frame.kind == "noun" else 9
    for n in range(start, min(len(tokens) - 1, start + limit)):
        relative = tokens[n + 1].low in words.AUXILIARIES
        if tokens[n].low == "that" and (n == start or not relative):
            return n
    if frame.lemma not in words.BARE_CLAUSE or frame.lemma == "tell":
        return None
    while start < len(tokens) and (
        tokens[start].low in words.TIME_WORDS or _opens_time(tokens, start)
    ):
        start += 1
    return start if start < len(tokens) else None


def _opens_time(tokens: tuple[Token, ...], n: int) -> bool:
    """As in "on" of "said on Monday she would go"."""
    following = tokens[n + 1].low if n + 1 < len(tokens) else ""
    return tokens[n].low in words.PREPOSITIONS and following in words.TIME_WORDS
