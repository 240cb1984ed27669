"""Direct quotations with their speakers; scare quotes, titles of works and nicknames are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.document import Context, Document
from claims.model import (
    Attribution,
    AttributionMode,
    Claim,
    ClaimKind,
    QuotationValue,
    Reference,
)
from claims.speech import Said
from claims.speech.works import is_name_or_label

_LONGEST_IN_QUESTION = 160
_MARKS = "“”„‟\"＂«»‘’‚‛'‹›`"


def find(document: Document) -> Iterator[Claim]:
    previous: Said | None = None
    for said in document.speech.said:
        if is_quotation(said, document) or _is_coordinated(said, previous, document):
            previous = said
            yield _claim(said, document)


def is_quotation(said: Said, document: Document) -> bool:
    """Whether the article presents the words as someone's own."""
    if is_name_or_label(said, document.text):
        return False
    if said.alone or said.quote.continued or said.quote.recovered:
        return True
    if said.kind is not None:
        return _is_near_enough(said, document)
    if said.speaker is not None and _follows_as(said):
        return True
    return _is_clause(document.text[said.quote.inner.start : said.quote.inner.end])


def _is_near_enough(said: Said, document: Document) -> bool:
    """Whether words in marks somewhere after a word of saying are that speaker’s words.

    Not so far from "condemned", not a word or two after "his claim that", and not a lone word deep
    in what unnamed people say: there they are as likely the writer’s marks.
    """
    length = len(document.text[said.quote.inner.start : said.quote.inner.end].split())
    if said.kind == "judge":
        return said.near <= 12
    if said.kind == "noun":
        return length >= 3 or said.near <= 1
    unnamed = said.speaker is not None and said.speaker.anonymous
    return not (unnamed and length == 1 and said.near > 6)


def _is_coordinated(said: Said, previous: Said | None, document: Document) -> bool:
    """The second of “a thief” and a “liar”: what holds for the first holds for it."""
    if previous is None or previous.unit is not said.unit:
        return False
    between = said.unit.tokens[previous.token + 1 : said.token]
    joined = any(t.low in ("and", "or") for t in between) and len(between) <= 3
    return joined and not is_name_or_label(said, document.text)


def _follows_as(said: Said) -> bool:
    """“pounded his rival as a “con artist””: somebody’s label for somebody."""
    before = [t.low for t in said.unit.tokens[max(0, said.token - 2) : said.token]]
    return "as" in before and before[-1] in ("as", "a", "an", "the")


def _is_clause(words: str) -> bool:
    """Long enough, and not in title case, to be more than a term: five words."""
    held = re.findall(r"[\w’'-]+", words)
    return len(held) >= 5 and sum(w[0].isupper() for w in held) < len(held) / 2


def _claim(said: Said, document: Document) -> Claim:
    span = said.quote.span
    speaker = said.speaker
    source = said.source
    return Claim(
        kind=ClaimKind.QUOTATION,
        field=document.field,
        span=span,
        exact=document.text[span.start : span.end],
        sentence=document.sentence_at(span.start).span,
        value=QuotationValue(
            speaker=speaker.name if speaker else None,
            speaker_text=document.text[source.start : source.end] if source else None,
            cue=said.cue,
            fragment=not said.alone,
        ),
        attribution=Attribution(
            AttributionMode.DIRECT_QUOTE, speaker.name or speaker.text if speaker else None
        ),
    )


def question(claim: Claim, context: Context) -> str:
    """“Did Kenji Ito say, word for word: “…”?”, the quotation shortened in its middle."""
    assert isinstance(claim.value, QuotationValue)
    words = _shortened(" ".join(claim.exact.split()).strip(_MARKS).rstrip(","))
    speaker = claim.value.speaker or _unnamed(claim.value.speaker_text)
    if speaker is None:
        return f"Who said, word for word: “{words}”?"
    return f"Did {speaker} say, word for word: “{words}”?"


def _unnamed(text: str | None) -> str | None:
    return (
        " ".join(text.split()) if text and text.lower() not in ("he", "she", "they", "it") else None
    )


def _shortened(words: str) -> str:
    if len(words) <= _LONGEST_IN_QUESTION:
        return words
    half = _LONGEST_IN_QUESTION // 2
    return f"{words[:half].rsplit(' ', 1)[0]} … {words[-half:].split(' ', 1)[-1]}"


def references(claim: Claim, context: Context) -> Sequence[Reference]:
    """A recording before a transcript, a transcript before a note, as checkers ask for them."""
    assert isinstance(claim.value, QuotationValue)
    speaker = claim.value.speaker
    of = f" of {speaker}" if speaker else ""
    return (
        Reference(f"Recording or transcript{of}" if speaker else "Recording or transcript"),
        Reference("Reporter’s notes"),
    )
