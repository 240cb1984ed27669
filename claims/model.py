"""The words of the domain: an article goes in, claims and findings come out.

Everything here is frozen. Offsets are half-open and count Unicode code points of the field they
belong to (``field.text[start:end] == exact``); a field is one of an article's texts: headline,
standfirst, body or a caption. Countries are ISO 3166-1 alpha-2 codes, with ``SU``, ``YU``, ``DD``
and the like for states that are gone, and ``EU``.
"""

from __future__ import annotations

import datetime as dt
import operator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.html import HtmlText


class ClaimKind(StrEnum):
    """The kinds of claim on a checklist; the values go over the wire."""

    DATE = "date"
    TREATY = "treaty"
    DIPLOMATIC_EVENT = "diplomatic_event"
    QUOTATION = "quotation"
    OFFICE = "office"
    QUANTITY = "quantity"
    SUPERLATIVE = "superlative"
    PERSON_FACT = "person_fact"
    LAW = "law"
    NAME = "name"


class Modality(StrEnum):
    """How the article puts the claim: as a fact, a plan, a possibility or a denial."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class AttributionMode(StrEnum):
    OWN_VOICE = "own_voice"
    DIRECT_QUOTE = "direct_quote"
    REPORTED = "reported"


class FindingType(StrEnum):
    DATE_CONFLICT = "date_conflict"
    WEEKDAY_MISMATCH = "weekday_mismatch"
    IMPOSSIBLE_DATE = "impossible_date"
    SPELLING_VARIANTS = "spelling_variants"
    AGE_MISMATCH = "age_mismatch"
    SUM_MISMATCH = "sum_mismatch"
    TREATY_YEAR_MISMATCH = "treaty_year_mismatch"
    HEADLINE_MISMATCH = "headline_mismatch"
    TITLE_CONFLICT = "title_conflict"
    QUANTITY_CONFLICT = "quantity_conflict"
    EVENT_CONFLICT = "event_conflict"
    UNRESOLVED_REFERENCE = "unresolved_reference"


class Severity(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class AnchorSource(StrEnum):
    """Where the anchor date, against which relative dates are read, was found."""

    PUBLISHED_AT = "published_at"
    HEADER = "header"
    DATELINE = "dateline"
    NONE = "none"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in one field. Half-open, in code points; ``text[start:end] == exact``."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Article:
    """What a newsroom hands in. ``published`` is the *local* date of publication.

    ``html``: where the body came as HTML, of which ``text`` is the canonical text.
    """

    text: str
    published: dt.date | None = None
    headline: str | None = None
    standfirst: str | None = None
    captions: tuple[str, ...] = ()
    language: str = "en"
    html: HtmlText | None = None

    def fields(self) -> tuple[tuple[str, str], ...]:
        """(name, text) of every field that has text, in reading order."""
        named = [("headline", self.headline), ("standfirst", self.standfirst), ("body", self.text)]
        named += [(f"caption-{n}", caption) for n, caption in enumerate(self.captions, 1)]
        return tuple((name, text) for name, text in named if text)


@dataclass(frozen=True, slots=True)
class Anchor:
    date: dt.date | None
    source: AnchorSource


# ---- values, one class a kind ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DateValue:
    """``timex`` is a TIMEX3 value, ``mod`` a TIMEX3 mod; ``earliest``/``latest`` close the range.

    ``readings`` holds every TIMEX3 value that the words allow, when ``ambiguous``.
    """

    type: str
    timex: str
    mod: str | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    ambiguous: bool = False
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TreatyValue:
    """Dates are ISO strings as exact as is known: ``1987``, ``1987-12`` or ``1987-12-08``."""

    name: str
    known: bool
    aliases: tuple[str, ...] = ()
    adopted: str | None = None
    signed: str | None = None
    in_force: str | None = None
    ended: str | None = None
    parties: tuple[str, ...] = ()
    article: str | None = None
    year_in_text: int | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """A state in an event: its code and the words that name it (None when only implied)."""

    code: str | None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class DateRef:
    """A date that another claim leans on: its TIMEX3 value and the date item, once linked.

    Extractors set ``span`` (the place of the expression in the same field); linking sets ``item``.
    ``span`` does not go over the wire.
    """

    timex: str
    item: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class EventValue:
    event: str
    actor: Party | None = None
    target: Party | None = None
    person: str | None = None
    date: DateRef | None = None
    announced: DateRef | None = None
    purpose: str | None = None


@dataclass(frozen=True, slots=True)
class QuotationValue:
    """``speaker`` is the name as first given in full; None when it cannot be told."""

    speaker: str | None = None
    speaker_text: str | None = None
    cue: str | None = None
    fragment: bool = False


@dataclass(frozen=True, slots=True)
class OfficeValue:
    """``when``: ``current``, ``former``, ``then``, ``acting`` or ``elect``."""

    person: str
    office: str
    when: str = "current"


@dataclass(frozen=True, slots=True)
class QuantityValue:
    """``number`` in units of ``unit`` with the magnitude worked out; ``range`` is (low, high).

    ``against`` is the other number of a vote ("218-210") or of a ratio ("one in five").
    """

    number: float | int
    unit: str | None = None
    approximate: bool = False
    range: tuple[float | int, float | int] | None = None
    against: float | int | None = None


@dataclass(frozen=True, slots=True)
class SuperlativeValue:
    subject: str | None = None
    rank: int | None = None
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class PersonFactValue:
    """``fact``: ``age``, ``birth``, ``death``, ``kinship``."""

    person: str | None
    fact: str
    number: float | int | None = None


@dataclass(frozen=True, slots=True)
class LawValue:
    """``type``: ``act``, ``amendment``, ``section``, ``case``, ``bill``, ``resolution``, ``order``
    or ``regulation``. ``year`` is the one that the article gives, ``number`` as written.
    """

    name: str
    type: str
    year: int | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True)
class NameValue:
    """``type``: ``person``, ``body`` or ``place``; ``variants`` are its other forms."""

    type: str
    variants: tuple[str, ...] = ()


Value = (
    DateValue
    | TreatyValue
    | EventValue
    | QuotationValue
    | OfficeValue
    | QuantityValue
    | SuperlativeValue
    | PersonFactValue
    | LawValue
    | NameValue
)


# ---- claims, findings, checklist ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who vouches for the words; ``source`` is None in the article's own voice or when unknown."""

    mode: AttributionMode = AttributionMode.OWN_VOICE
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """Where one would look; ``url`` only when it is known to exist."""

    label: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One line of the checklist.

    An extractor sets ``kind``, ``field``, ``span``, ``sentence``, ``value`` and, where it knows
    them, ``modality`` and ``attribution``; the pipeline sets the rest. ``value`` is None only for a
    claim that a person has added.
    """

    kind: ClaimKind
    field: str
    span: Span
    exact: str
    sentence: Span
    value: Value | None
    modality: Modality = Modality.ASSERTED
    attribution: Attribution | None = None
    places: tuple[Span, ...] = ()
    id: str = ""
    same_as: str | None = None
    question: str = ""
    priority: float = 0.0
    reasons: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()


_FIELDS = Claim.__match_args__
_values = operator.attrgetter(*_FIELDS)


def amended(claim: Claim, **changes: Any) -> Claim:
    """The claim with some fields changed, as ``dataclasses.replace`` does at twice the cost.

    Each claim of an article is amended three times on its way to the checklist.
    """
    new = object.__new__(Claim)
    put = object.__setattr__
    for name, value in zip(_FIELDS, _values(claim), strict=True):
        put(new, name, value)
    for name, value in changes.items():
        put(new, name, value)  # a name that is no field's fails: there are but slots
    return new


@dataclass(frozen=True, slots=True)
class Finding:
    """A contradiction or slip that the article shows by itself; ``items`` are claim ids."""

    type: FindingType
    severity: Severity
    message: str
    items: tuple[str, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Checklist:
    article: Article
    anchor: Anchor
    items: tuple[Claim, ...]
    findings: tuple[Finding, ...]
