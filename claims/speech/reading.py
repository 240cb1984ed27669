"""Gives each quoted stretch its speaker, and each clause of reported speech its source.

First by the words around it in its sentence; then by the conventions of print: a quotation that
stands alone belongs to who spoke before it in the paragraph, and a paragraph that opens with a mark
goes on with the last speaker.
"""

from __future__ import annotations

import dataclasses
import itertools
import re
from typing import TYPE_CHECKING

from claims.model import Span
from claims.speech import direct, shapes, words
from claims.speech.frames import Frame, frames
from claims.speech.governing import governing, tag_of
from claims.speech.phrases import has_name, main_subject, noun_phrase
from claims.speech.said import Reading, Reported, Said
from claims.speech.scope import scope
from claims.speech.speakers import Resolver, Speaker
from claims.speech.units import Token, Unit, units

if TYPE_CHECKING:
    from claims.document import Document


_NEAR_A_LABEL = 3
_NEAR_A_CLAIM = 14
# The label in a transcript that stands in quotation marks: "“ORTIZ: Thank you."
_TRANSCRIPT = re.compile(r"([A-Z][A-Z.’' -]{1,40}[A-Z]):\s")


def read(document: Document) -> Reading:
    """Read one field from first to last; linear in its length."""
    reader = _Reader(document)
    all_units = units(document)
    for n, unit in enumerate(all_units):
        reader.read(unit, all_units[n + 1] if n + 1 < len(all_units) else None)
    said = tuple(_carry_back(reader.said))
    return Reading(
        said,
        tuple(direct.quotations(said, document.text, document.field == "headline")),
        tuple(sorted(reader.reported, key=lambda r: r.span)),
    )


class _Reader:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.resolver = Resolver(document)
        self.said: list[Said] = []
        self.reported: list[Reported] = []
        self._previous: Unit | None = None
        self._announced: Speaker | None = None  # by a unit that ends with a colon
        self._known: dict[Span, tuple[Frame, ...]] = {}
        self._last_spoke: Said | None = None
        self._reporting: Speaker | None = None  # of the unit before, if it quotes nobody

    def read(self, unit: Unit, following: Unit | None) -> None:
        self._note_makers(unit)
        found = self._frames(unit)
        speakers: dict[Frame, Speaker] = {}
        for frame in found:
            if frame.source:
                speakers[frame] = self.resolver.resolve(
                    unit, frame.source, subject=frame.kind != "noun"
                )
        outside = _has_words_outside(unit, found)
        for n, token in enumerate(unit.tokens):
            if token.quote is not None:
                self._quote(unit, n, token.quote, found, speakers, following, outside)
        self._report(unit, found, speakers)
        self._note_documents(unit, found, speakers)
        if all(speaker.person_id is None for speaker in speakers.values()):
            self.resolver.see(unit)
        self._announce(unit, found, speakers)
        self._reporting = _reports(unit, found, speakers)
        self._previous = unit

    def _frames(self, unit: Unit) -> tuple[Frame, ...]:
        """The frames of a unit, each found once: a unit is asked for by the one before it too."""
        if unit.span not in self._known:
            self._known = dict(list(self._known.items())[-1:])
            self._known[unit.span] = frames(unit)
        return self._known[unit.span]

    # -- quotations ---------------------------------------------------------------------------

    def _quote(
        self,
        unit: Unit,
        n: int,
        number: int,
        found: tuple[Frame, ...],
        speakers: dict[Frame, Speaker],
        following: Unit | None,
        outside: bool,
    ) -> None:
        said = Said(self.document.quotations[number], unit, n, _is_alone(unit, n, found, outside))
        label = _TRANSCRIPT.match(self.document.text, said.quote.inner.start)
        if label:
            span = Span(label.start(1), label.end(1))
            said = dataclasses.replace(said, speaker=self.resolver.labelled(span), source=span)
            self.said.append(said)
            self._last_spoke = said
            return
        frame = governing(unit.tokens, n, list(speakers))
        if frame and frame.kind == "noun" and _is_judged(unit.tokens, n, found):
            said = _labelled(said, found)
        elif frame:
            speaker = self._named_next(unit, following, speakers[frame]) or speakers[frame]
            said = _with(said, unit, frame, speaker)
        elif said.alone and n and unit.tokens[n - 1].text == ":":
            said = self._by_subject(said)
        elif said.alone:
            said = self._by_place(said, following)
        else:
            said = _labelled(self._by_subject(self._owned(said)), found)
        self.said.append(said)
        if said.speaker and (said.cue or said.alone):
            self._last_spoke = said

    def _named_next(self, unit: Unit, following: Unit | None, told: Speaker) -> Speaker | None:
        """Who "a gran who won millions" of an article's lead is: “Brenda Holt, 79,” opens the next
        paragraph. Not whoever speaks for others or of others."""
        if unit.paragraph > 1 or told.person_id is not None or following is None:
            return None
        first, *held = told.text.lower().split()
        pronoun = first in ("he", "she") and not held
        spoken_for = any(
            word in words.SPEAK_OF_OTHERS or word.startswith("spokes") for word in held
        )
        described = first in ("a", "an", "the") and held and not told.text.endswith("s")
        if not (pronoun or described) or spoken_for:
            return None
        named = self.resolver.opening(following)
        if following.paragraph == unit.paragraph or named is None or " " not in named.text:
            return None
        n = next(
            k for k, t in enumerate(following.tokens) if t.low == named.text.split()[-1].lower()
        )
        after = [t.text for t in following.tokens[n + 1 : n + 3]]
        aged = after[:1] == [","] and after[-1].isdigit()
        speaks = any(f.source and f.source[1] == n + 1 for f in self._frames(following))
        fits = all(shapes.may_be(told.text, g) for g in self.resolver.gender(named))
        return named if fits and (aged or speaks) else None

    def _by_place(self, said: Said, following: Unit | None) -> Said:
        """The speaker of a quotation that stands alone."""
        tag = tag_of(said, following, self._frames(following) if following else ())
        if tag and following:
            assert tag.source is not None
            return _with(said, following, tag, self.resolver.resolve(following, tag.source))
        last, unit = self._last_spoke, said.unit
        if self._announced:
            return dataclasses.replace(said, speaker=self._announced, inherited=True)
        if self._reporting and self._previous and self._previous.paragraph == unit.paragraph:
            return dataclasses.replace(said, speaker=self._reporting, inherited=True)
        same = last is not None and last.unit.paragraph == unit.paragraph
        if last and (same or last.quote.continued):
            return dataclasses.replace(said, speaker=last.speaker, inherited=True)
        if following and following.paragraph == unit.paragraph and self._is_attributed(following):
            return said
        opens = self._previous is None or self._previous.paragraph != unit.paragraph
        if opens and following and (doer := self._doer(said, following)):
            return dataclasses.replace(said, speaker=doer, inherited=True)
        if last and opens and self._previous and last.unit.paragraph == self._previous.paragraph:
            return dataclasses.replace(said, speaker=last.speaker, inherited=True)
        topic = self.resolver.topic() if self._previous else None
        return dataclasses.replace(said, speaker=topic, inherited=True) if topic else said

    def _doer(self, said: Said, following: Unit) -> Speaker | None:
        """Who does what the next sentence tells: “That is false.” Ms. Ito turned to the jury."""
        if following.paragraph != said.unit.paragraph or self._frames(following):
            return None
        return self.resolver.opening(following)

    def _is_attributed(self, unit: Unit) -> bool:
        """Whether a unit begins with a quotation and has its own clause of saying."""
        return unit.tokens[0].quote is not None and bool(self._frames(unit))

    def _by_subject(self, said: Said) -> Said:
        """A fragment in a sentence without a word of saying: perhaps its subject's words.

        Else, where it closes its sentence, perhaps those of who spoke just before: “We won.” The
        rival’s “time is up.”
        """
        tokens = said.unit.tokens
        subject = main_subject(tokens, said.token)
        if subject is not None:
            speaker = self.resolver.resolve(said.unit, subject)
            if speaker.person_id is not None:
                return dataclasses.replace(said, speaker=speaker, inherited=True)
        last = self._last_spoke
        goes_on = said.token == 0 or (said.token == len(tokens) - 1 and _is_sentence_s_end(said))
        if goes_on and last and last.unit.paragraph == said.unit.paragraph:
            return dataclasses.replace(said, speaker=last.speaker, inherited=True)
        return said

    def _owned(self, said: Said) -> Said:
        """With the person whose name in the possessive stands right before the stretch."""
        end = said.token
        tokens = said.unit.tokens
        if end == 0 or tokens[end - 1].text[-2:] not in ("'s", "’s", "s'", "s’"):
            return said
        start = end - 1
        while start > 0 and tokens[start - 1].capitalised:
            start -= 1
        if start and start == end - 1 and tokens[start - 1].low in words.DETERMINERS:
            start -= 1
        owner = self.resolver.resolve(said.unit, (start, end), subject=False)
        return dataclasses.replace(said, owner=owner)

    def _announce(
        self, unit: Unit, found: tuple[Frame, ...], speakers: dict[Frame, Speaker]
    ) -> None:
        """As "Ms. Ito went on:" at a paragraph's end announces the next one's quotation."""
        self._announced = None
        if unit.tokens[-1].text != ":":
            return
        named = [f for f in found if f in speakers and f.kind != "noun"]
        if named:
            self._announced = speakers[named[-1]]
        elif subject := main_subject(unit.tokens, len(unit.tokens)):
            speaker = self.resolver.resolve(unit, subject)
            self._announced = speaker if speaker.person_id is not None else None

    def _note_documents(
        self, unit: Unit, found: tuple[Frame, ...], speakers: dict[Frame, Speaker]
    ) -> None:
        """As "Ms. Ito wrote in a letter", "a statement by the port" tell whose words are what "the
        letter", "the statement" says later."""
        author = next((speakers[f] for f in found if f in speakers and f.kind == "say"), None)
        if author is None or author.name is None:
            return
        opening = next((n for n, t in enumerate(unit.tokens) if t.low == "in"), len(unit.tokens))
        for before, token in itertools.pairwise(unit.tokens[opening : opening + 8]):
            if token.low in words.DOCUMENTS and before.low not in ("the", "that", "this"):
                self.resolver.wrote(token, author)

    def _note_makers(self, unit: Unit) -> None:
        tokens = unit.tokens
        for n, token in enumerate(tokens[:-2]):
            if token.low not in words.SIGNED:
                continue
            by = n + 2 if tokens[n + 1].low.endswith(("ed", "en")) else n + 1
            if tokens[by].low not in ("by", "from"):
                continue
            maker = noun_phrase(tokens, by + 1)
            if maker and has_name(tokens, *maker):
                self.resolver.wrote(token, self.resolver.resolve(unit, maker, subject=False))

    # -- reported speech ----------------------------------------------------------------------

    def _report(self, unit: Unit, found: tuple[Frame, ...], speakers: dict[Frame, Speaker]) -> None:
        for n, frame in enumerate(found):
            if frame not in speakers or frame.source is None:
                continue
            first = found[n - 1].right if n else 0
            later = (f.left for f in found[n + 1 : n + 4] if f.left > frame.right)
            last = next(later, len(unit.tokens)) - 1
            covered = scope(unit.tokens, frame, first, last)
            if covered:
                self.reported.append(
                    Reported(
                        covered,
                        _source_span(unit, frame),
                        speakers[frame],
                        _cue_text(unit.tokens, frame),
                        frame.kind,
                    )
                )


def _reports(
    unit: Unit, found: tuple[Frame, ...], speakers: dict[Frame, Speaker]
) -> Speaker | None:
    """Who says what a unit without quotations reports: “Ms. Ito said the port was safe.”"""
    if any(token.quote is not None for token in unit.tokens):
        return None
    first = next((f for f in found if f in speakers and f.kind in ("say", "according")), None)
    speaker = speakers[first] if first else None
    return speaker if speaker and (speaker.name or speaker.anonymous) else None


def _with(said: Said, unit: Unit, frame: Frame, speaker: Speaker) -> Said:
    near = 0
    if unit is said.unit:
        near = said.token - frame.cue_end if frame.cue < said.token else frame.left - said.token - 1
    return dataclasses.replace(
        said,
        speaker=speaker,
        source=_source_span(unit, frame),
        cue=_cue_text(unit.tokens, frame),
        kind=frame.kind,
        near=max(0, near),
    )


def _is_judged(tokens: tuple[Token, ...], n: int, found: tuple[Frame, ...]) -> bool:
    """As in "the statement was labelled “false”": nobody is named who labels it so."""
    return any(f.source is None and f.cue_end == n and f.lemma in direct.VERDICTS for f in found)


def _is_sentence_s_end(said: Said) -> bool:
    """Whether the words in marks are several and close their sentence."""
    held = said.unit.tokens[said.token].text.rstrip("\"”’'»")
    return held[-1:] in {*".?!"} and len(held.split()) >= 4


def _labelled(said: Said, found: tuple[Frame, ...]) -> Said:
    """As in "was described as “unsafe”", "a claim that he “knew”": the article does not say whose
    words they are."""
    tokens = said.unit.tokens
    for frame in found:
        if frame.source is None and 0 <= said.token - frame.cue_end <= _NEAR_A_LABEL:
            cue = _cue_text(tokens, frame)
            return dataclasses.replace(said, speaker=None, cue=cue, kind=frame.kind)
    for n in range(said.token - 2, max(-1, said.token - _NEAR_A_CLAIM), -1):
        if tokens[n].low in words.SPEECH_NOUNS and tokens[n + 1].low == "that":
            near = said.token - n - 1
            return dataclasses.replace(
                said, speaker=None, cue=tokens[n].text, kind="noun", near=near
            )
    return said


def _source_span(unit: Unit, frame: Frame) -> Span:
    assert frame.source is not None
    return Span(unit.tokens[frame.source[0]].start, unit.tokens[frame.source[1] - 1].end)


def _cue_text(tokens: tuple[Token, ...], frame: Frame) -> str | None:
    if frame.kind in ("byline", "colon"):
        return None
    return " ".join(t.text for t in tokens[frame.cue : frame.cue_end])


def _has_words_outside(unit: Unit, found: tuple[Frame, ...]) -> bool:
    """Whether the unit has words besides its quotations and the names they are signed with."""
    signed = {k for f in found if f.kind == "byline" and f.source for k in range(f.left, f.right)}
    return any(t.is_word and k not in signed for k, t in enumerate(unit.tokens))


def _is_alone(unit: Unit, n: int, found: tuple[Frame, ...], outside: bool) -> bool:
    """Whether the sentence is this quotation and nothing else but other quotations and its tag."""
    tokens = unit.tokens
    if not outside or any(f.kind == "byline" and f.cue == n + 1 for f in found):
        return True
    closing = {*",?!…", *words.DASHES}
    if n == 0 and (tokens[0].text.rstrip("\"”’'»")[-1:] in closing or _then_comma(tokens, n)):
        return any(f.left <= 3 for f in found)
    if n and tokens[n - 1].text in (":", ",") and n >= len(tokens) - 2:
        return any(f.cue < n for f in found) or tokens[n - 1].text == ":"
    return False


def _then_comma(tokens: tuple[Token, ...], n: int) -> bool:
    return n + 1 < len(tokens) and tokens[n + 1].text == ","


def _carry_back(said: list[Said]) -> list[Said]:
    """What was said first and attributed only later: “We won. ¶ “We lost,” he said."""
    out = list(said)
    for n in range(len(out) - 2, -1, -1):
        this, later = out[n], out[n + 1]
        if not this.alone or this.kind is not None or later.speaker is None:
            continue
        same_paragraph = this.unit.paragraph == later.unit.paragraph
        told_later = this.quote.continued and later.kind is not None
        if told_later or (this.speaker is None and same_paragraph):
            kind = later.kind if told_later else None
            out[n] = dataclasses.replace(this, speaker=later.speaker, inherited=True, kind=kind)
    return out
