"""What a reading of an article’s speech consists of."""

from __future__ import annotations

import bisect
from dataclasses import dataclass

from claims.model import Span
from claims.quotes import QuoteSpan
from claims.speech.speakers import Speaker
from claims.speech.units import Unit

_REACH = 12


@dataclass(frozen=True, slots=True)
class Said:
    """A quoted stretch as the article presents it.

    ``alone``: it is a sentence by itself, or all but its tag ("…," she said); else a fragment.
    ``cue`` is the word of saying (None when place alone tells the speaker), ``near`` the number of
    tokens between that word and the stretch, ``kind`` the class of the cue. ``owner`` is who has
    what the stretch names: "Ms. Ito’s “simple truths”".
    """

    quote: QuoteSpan
    unit: Unit
    token: int
    alone: bool
    speaker: Speaker | None = None
    source: Span | None = None
    cue: str | None = None
    kind: str | None = None
    near: int = 0
    inherited: bool = False
    owner: Speaker | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """A stretch of the article that a source vouches for: "The port is safe, Ms. Ito said"."""

    span: Span
    source: Span
    speaker: Speaker
    cue: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Reading:
    """``said`` has one entry a quoted stretch, in order; ``quotations`` are those of them that are
    someone’s words. ``reported`` is in order of place."""

    said: tuple[Said, ...]
    quotations: tuple[Said, ...]
    reported: tuple[Reported, ...]

    def quotation_at(self, span: Span) -> Said | None:
        """The quotation that holds the span, marks included."""
        n = bisect.bisect_right(self.quotations, span.start, key=lambda s: s.quote.span.start) - 1
        held = n >= 0 and self.quotations[n].quote.span.covers(span)
        return self.quotations[n] if held else None

    def report_at(self, span: Span) -> Reported | None:
        """The clause of reported speech that holds the span, the innermost if several do."""
        n = bisect.bisect_right(self.reported, span.start, key=lambda r: r.span.start)
        holding = [r for r in self.reported[max(0, n - _REACH) : n] if r.span.covers(span)]
        return min(holding, key=lambda r: r.span.end - r.span.start, default=None)
