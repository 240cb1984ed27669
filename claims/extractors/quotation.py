"""Direct quotations with their speakers; scare quotes, titles of works and nicknames are none."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from claims.attribution import source_name
from claims.document import Context, Document
from claims.model import (
    Attribution,
    AttributionMode,
    Claim,
    ClaimKind,
    QuotationValue,
    Reference,
)
from claims.speech import Said, Speaker, words

_LONGEST_IN_QUESTION = 160
_ECHOES = 8  # quotations of a headline that are looked for in the body
_WORDS = re.compile(r"[\w'-]+")
_MARKS = "“”„‟\"＂«»‘’‚‛'‹›` "
_NESTED = str.maketrans('“”"«»', "‘’'‹›")
# How the words were spoken or written, as cue or sentence tell it, and what would settle them.
_CUES = (
    (r"tweet|retweet|post", "The post{of}"),
    (r"testif", "Transcript of the hearing"),
    (r"wrote|write|writing|blog|email", "The document that is quoted"),
)
_IN = r"\b(?:in|on|at|during|from|by|via|through)\s+(?:[\w’'-]+\s+){0,4}?"
_VENUES = (
    (_IN + r"(?:statement|press release)\b", "The statement{of} as it was issued"),
    (_IN + r"(?:tweets?|posts?|Twitter|Facebook|Instagram|X)\b", "The post{of}"),
    (_IN + r"interview\b", "Recording or transcript of the interview{with_}"),
    (r"\breporters\b|" + _IN + r"(?:conference|briefing)\b", "Recording of the briefing{of}"),
    (_IN + r"(?:hearing|trial|court|testimony)\b", "Transcript of the hearing"),
    (_IN + r"(?:speech|address|rally|debate)\b", "Recording of the speech{of}"),
    (_IN + r"(?:letter|memo|e-?mail|report|book|essay|article)\b", "The document that is quoted"),
)
_LABEL = re.compile(r"[A-Z][A-Z.’' -]{1,40}[A-Z]:\s+")


def find(document: Document) -> Iterator[Claim]:
    echoes = _Echoes(document) if document.field == "headline" else None
    for said in document.speech.quotations:
        found = echoes.source(said) if echoes else None
        yield _claim(dataclasses.replace(said, speaker=found) if found else said, document)


class _Echoes:
    """Whose words a headline repeats: the body gives them in full with their speaker."""

    def __init__(self, headline: Document) -> None:
        self._text = headline.text
        body = next((d for d in headline.context.documents if d.field == "body"), None)
        self._said = body.speech.quotations if body else ()
        self._words = [_bare(body.text, said) for said in self._said] if body else []
        self._asked = 0

    def source(self, said: Said) -> Speaker | None:
        """The speaker of the first quotation of the body that holds the words; one look at most
        for each of the first few of the headline."""
        self._asked += 1
        wanted = _bare(self._text, said)
        if self._asked > _ECHOES or not wanted.strip():
            return None
        found = (s for s, words in zip(self._said, self._words, strict=True) if wanted in words)
        return next((s.speaker for s in found), None)


def _bare(text: str, said: Said) -> str:
    """The words in lower case with single spaces and without marks: " it was hell "."""
    inner = text[said.quote.inner.start : said.quote.inner.end].lower().replace("’", "'")
    return f" {' '.join(_WORDS.findall(inner))} "


def _claim(said: Said, document: Document) -> Claim:
    span, source = said.quote.span, said.source
    return Claim(
        kind=ClaimKind.QUOTATION,
        field=document.field,
        span=span,
        exact=document.text[span.start : span.end],
        sentence=said.unit.span,
        value=QuotationValue(
            speaker=said.speaker.name if said.speaker else None,
            speaker_text=document.text[source.start : source.end] if source else None,
            cue=said.cue,
            fragment=not said.alone,
        ),
        attribution=Attribution(AttributionMode.DIRECT_QUOTE, source_name(said.speaker)),
    )


def question(claim: Claim, context: Context) -> str:
    """Did Kenji Ito say, word for word: “…”? A long quotation is shortened in its middle."""
    quoted = _shortened(_inner(claim.exact))
    speaker = _called(claim, context)
    if speaker is None:
        return f"Was it said, word for word, and by whom: “{quoted}”?"
    return f"Did {speaker} say, word for word: “{quoted}”?"


def _called(claim: Claim, context: Context) -> str | None:
    """The speaker as a sentence speaks of them: "the Port Authority", "two officials", a name."""
    assert isinstance(claim.value, QuotationValue)
    name = claim.value.speaker
    if name is None:
        source = claim.attribution.source if claim.attribution else None
        return source.removesuffix(" (unnamed)") if source else None
    said = context.document(claim.field).speech.quotation_at(claim.span)
    speaker = said.speaker if said else None
    if speaker is None or speaker.person_id is not None or speaker.name != name:
        return name
    first, _, rest = speaker.text.partition(" ")
    if rest == name and first.lower() in words.DETERMINERS:
        return f"{first.lower()} {name}"
    if words.is_common(name.split()[0]) and not "".join(name.split()[1:2])[:1].isupper():
        name = name[0].lower() + name[1:]
    body = any(word in words.BODY_NOUNS for word in name.lower().split()[1:])
    return f"the {name}" if body and name[0].isupper() and "’s" not in name else name


def _inner(exact: str) -> str:
    """The words without their marks, without a transcript's label and without a last stop."""
    inner = _LABEL.sub("", " ".join(exact.split()).strip(_MARKS), count=1).rstrip(",")
    stop = inner.endswith(".") and not inner.endswith("..")
    return (inner[:-1] if stop else inner).strip().translate(_NESTED)


def _shortened(quoted: str) -> str:
    if len(quoted) <= _LONGEST_IN_QUESTION:
        return quoted
    half = _LONGEST_IN_QUESTION // 2
    return f"{quoted[:half].rsplit(' ', 1)[0]} … {quoted[-half:].split(' ', 1)[-1]}"


def references(claim: Claim, context: Context) -> Sequence[Reference]:
    """The recording, post or paper that the sentence speaks of, else a recording; then notes."""
    speaker = _called(claim, context)
    of, with_ = (f" of {speaker}", f" with {speaker}") if speaker else ("", "")
    venue = _venue(claim, context)
    if venue:
        return Reference(venue.format(of=of, with_=with_)), Reference("Reporter’s notes")
    said = f" of what {speaker} said" if speaker else ""
    return Reference(f"Recording or transcript{said}"), Reference("Reporter’s notes")


def _venue(claim: Claim, context: Context) -> str | None:
    assert isinstance(claim.value, QuotationValue)
    cue, around = claim.value.cue or "", _around(claim, context)
    told = (label for pattern, label in _CUES if re.match(pattern, cue, re.IGNORECASE))
    placed = (label for pattern, label in _VENUES if re.search(pattern, around))
    return next(told, None) or next(placed, None)


def _around(claim: Claim, context: Context) -> str:
    """The sentence without the quotation: where its words were said."""
    text = context.document(claim.field).text
    before = text[max(claim.sentence.start, claim.span.start - 300) : claim.span.start]
    return before + " " + text[claim.span.end : min(claim.sentence.end, claim.span.end + 300)]
