"""Which clause of saying a quotation belongs to."""

from __future__ import annotations

import bisect

from claims.speech import words
from claims.speech.frames import Frame
from claims.speech.said import Said
from claims.speech.units import Token, Unit

_RANKS = frozenset("capt cpl del det dr gen gov lt maj rep rev sen sgt state".split())
_NEIGHBOURS = 12  # clauses of saying to either side that may govern a quotation


def governing(tokens: tuple[Token, ...], n: int, found: list[Frame]) -> Frame | None:
    """The clause of saying that the quotation at token ``n`` belongs to.

    The tag right after it ("…," Ms. Ito said); else the last such clause before it; else one that
    closes the sentence ("… “calm,” the mayor said").
    """
    after = n + 1
    skipped = {",", "as", *words.DASHES}
    while after < len(tokens) and tokens[after].text in skipped:
        after += 1
    place = bisect.bisect_left(found, n, key=lambda f: f.cue)
    later = found[place : place + _NEIGHBOURS]
    tag = next(
        (
            f
            for f in later
            if (_follows(tokens, after, f) and f.kind not in ("noun", "judge"))
            or (f.kind == "byline" and f.cue == n + 1)
        ),
        None,
    )
    if tag:
        return tag
    earlier = [
        f
        for f in found[max(0, place - _NEIGHBOURS) : place]
        if f.kind != "byline" and not (f.source and f.source[0] > n and not _leads(tokens, f))
    ]
    strong = [f for f in earlier if f.kind != "judge" or n - f.right < 8]
    closing = [f for f in later if _closes_sentence(tokens, f)]
    if strong and not (closing and _in_new_clause(tokens, strong[-1].right, n)):
        outer = len(strong) > 1 and _resumes(tokens, strong[-1], n)
        return strong[-2 if outer else -1]
    if closing:
        return closing[0]
    return earlier[-1] if earlier else None


def _resumes(tokens: tuple[Token, ...], frame: Frame, n: int) -> bool:
    """As in "told a girl who said that she could not that “nobody can”": what was told."""
    relative = frame.source is not None and tokens[frame.cue - 1].low in ("who", "which")
    thats = sum(t.low == "that" for t in tokens[frame.right : n])
    return relative and thats > 1 and tokens[n - 1].low == "that"


def _in_new_clause(tokens: tuple[Token, ...], start: int, n: int) -> bool:
    """As in "The port said it shut, and there is “no way” back, Ms. Ito said"."""
    commas = (k for k in range(start, n - 2) if tokens[k].text == ",")
    return any(
        tokens[k + 1].low in ("and", "but")
        and tokens[k + 2].low in words.SUBJECT_PRONOUNS | {"there"}
        for k in commas
    )


def _leads(tokens: tuple[Token, ...], frame: Frame) -> bool:
    """As "Calling it “unfit,” Ms. Ito", "Called “unfit” by Ms. Ito": the source comes later."""
    assert frame.source is not None
    return tokens[frame.cue].low.endswith("ing") or tokens[frame.source[0] - 1].low == "by"


def _closes_sentence(tokens: tuple[Token, ...], frame: Frame) -> bool:
    """As "…, she said", also behind words of rank: "…, police spokesman Capt. Jo Ito said"."""
    left = _opening(tokens, frame)
    return left > 0 and tokens[left - 1].text in {",", *words.DASHES}


def _opening(tokens: tuple[Token, ...], frame: Frame) -> int:
    """Where the clause begins, with the words of rank before its source."""
    left = frame.left
    if left and tokens[left - 1].low.strip(".") in words.ROLES | _RANKS:
        while left > max(0, frame.left - 6) and tokens[left - 1].is_word:
            left -= 1
    return left


def _follows(tokens: tuple[Token, ...], after: int, frame: Frame) -> bool:
    """Whether a clause of saying begins right there, but for words that describe its source."""
    if frame.left == after or frame.inverted or frame.source is None:
        return frame.left == after
    described = tokens[after : frame.left]
    return (
        after < frame.left <= after + 10
        and frame.source[0] < frame.cue
        and tokens[frame.left - 1].low in words.ROLES
        and all(t.is_word for t in described)
    )


def tag_of(said: Said, following: Unit | None, found: tuple[Frame, ...]) -> Frame | None:
    """The tag that follows a closed question or cry as its own sentence: “Why?” Ms. Ito asked."""
    if following is None or said.token != len(said.unit.tokens) - 1:
        return None
    byline = next((f for f in found if f.kind == "byline" and f.cue == 0), None)
    if byline or following.paragraph != said.unit.paragraph:
        return byline
    if said.unit.tokens[said.token].text.rstrip("\"”’'»")[-1:] not in {*"?!…", *words.DASHES}:
        return None
    for frame in found:
        opens = _opening(following.tokens, frame)
        follows_aside = 1 < opens <= 8 and following.tokens[opens - 1].text == ","
        if frame.source is None or frame.kind not in ("say", "think"):
            continue
        if opens > 1 and not follows_aside:
            continue
        end = frame.right
        after = following.tokens[end] if end < len(following.tokens) else None
        if after is None or not after.is_word or after.low in words.TIME_WORDS | words.PREPOSITIONS:
            return frame
    return None
