"""The words around a claim, quoted so that a question about it can be read by itself.

What leans on the rest of the article is spelt out in square brackets, as an editor would: "She
[Ana Silva] paid $2 million on Monday [15 March 2021]".
"""

from __future__ import annotations

import re

from claims.document import Context, Document
from claims.model import Claim, Span
from claims.temporal import wording

_LONGEST = 180
_CUT = re.compile(r"[,;:—–] | (?:and|but|while|which|who|after|before|because|when) ")
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_HAS_YEAR = re.compile(r"\d{4}")


def told(context: Context, claim: Claim) -> str:
    """The sentence of the claim, or the part of it that fits, with brackets, on one line."""
    document = context.document(claim.field)
    span = _part(document, claim)
    opened = "…" if span.start > claim.sentence.start else ""
    closed = "…" if span.end < claim.sentence.end else ""
    words = document.text[span.start : span.end]
    for offset, insertion in reversed(_insertions(context, document, span)):
        at = offset - span.start
        words = f"{words[:at]} [{insertion}]{words[at:]}"
    words = " ".join(words.split()).strip(" ,;:—–-").rstrip(".")
    return f"{opened}{words}{closed}"


def quoted(words: str) -> str:
    """The words in quotation marks, those inside turned to single ones."""
    return f"“{words.replace('“', '‘').replace('”', '’')}”"


def _part(document: Document, claim: Claim) -> Span:
    """The sentence, cut at its joints until it is short enough; always holds the claim."""
    start, end = claim.sentence.start, claim.sentence.end
    if end - start <= _LONGEST:
        return Span(start, end)
    low = max(start, claim.span.start - _LONGEST // 2)
    high = min(end, max(claim.span.end + _LONGEST // 2, low + _LONGEST))
    if low > start:
        joint = _CUT.search(document.text, low, claim.span.start)
        space = document.text.find(" ", low, claim.span.start)
        low = joint.end() if joint else space + 1 if space >= 0 else claim.span.start
    if high < end:
        joints = [m.start() for m in _CUT.finditer(document.text, claim.span.end, high)]
        space = document.text.rfind(" ", claim.span.end, high)
        high = joints[-1] if joints else space if space >= 0 else claim.span.end
    return Span(low, max(high, claim.span.end))


def _insertions(context: Context, document: Document, span: Span) -> list[tuple[int, str]]:
    """(offset in the field, words) of what is spelt out, in order of place."""
    found = []
    if pronoun := _PRONOUN.search(document.text, span.start, span.end):
        gender = "f" if pronoun.group().lower() == "she" else "m"
        if name := context.people.latest(document.field, pronoun.start(), gender):
            found.append((pronoun.end(), name))
    for timex in document.timexes_in(span):
        exact = document.text[timex.start : timex.end]
        if timex.type != "DATE" or _HAS_YEAR.search(exact) or timex.mod is not None:
            continue
        said = wording.when(timex.value) if re.fullmatch(r"[\d-]{7,10}", timex.value) else None
        if said:
            found.append((timex.end, said.removeprefix("on ").removeprefix("in ")))
    return sorted(found)
