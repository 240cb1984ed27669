"""Gives each quoted stretch its speaker, and each clause of reported speech its source.

First by the words around it in its sentence; then by the conventions of print: a quotation that
stands alone belongs to who spoke before it in the paragraph, and a paragraph that opens with a mark
goes on with the last speaker.
"""

from __future__ import annotations

import bisect
import dataclasses
import itertools
import re
from typing import TYPE_CHECKING

from claims.model import Span
from claims.speech import direct, shapes, words
from claims.speech.frames import Frame, frames
from claims.speech.phrases import has_name, main_subject, noun_phrase
from claims.speech.said import Reading, Reported, Said
from claims.speech.speakers import Resolver, Speaker
from claims.speech.units import Token, Unit, units

if TYPE_CHECKING:
    from claims.document import Document


_NEAR_A_LABEL = 3
_NEAR_A_CLAIM = 14
_RANKS = frozenset("capt cpl del det dr gen gov lt maj rep rev sen sgt state".split())
_NEIGHBOURS = 12  # clauses of saying to either side that may govern a quotation
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
        tag = _tag_of(said, following, self._frames(following) if following else ())
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
            scope = _scope(unit.tokens, frame, first, last)
            if scope:
                self.reported.append(
                    Reported(
                        scope,
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


def _tag_of(said: Said, following: Unit | None, found: tuple[Frame, ...]) -> Frame | None:
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


def _scope(tokens: tuple[Token, ...], frame: Frame, first: int, last: int) -> Span | None:
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
