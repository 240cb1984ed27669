"""When a person must have been born by what an article says of ages, years and dates.

Each statement leaves room for some days; two of one person that leave none in common cannot both
be right. "Ann Lee, 47" in an article of 2021 leaves 2 January 1973 … 31 December 1974, "born on May
3, 1975" one day, "in 1990, when she was 16" two years.
"""

from __future__ import annotations

import collections
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.document import Context, Document
from claims.model import Claim, ClaimKind, DateValue, PersonFactValue, Span

_OLDEST = 122
_SOME_YEAR = 2000
# "In 1951, when she was 21", "was 24 when he joined in 2021", "in 1950, at 20, she"
_THEN = re.compile(r"\b(?:when|was|were|at|aged)\b[^.;]{0,30}$", re.I)
_THEN_YEAR = re.compile(
    r"^(?![^.;]*(?:, | )(?:and|but) [a-z]+(?:ed|ame|ent|ook|on|eft) )[^.;]{0,60}?"
    r"\b(?:in|of)\b[^.;]{0,14}$",
    re.I,
)
_YEAR_THEN = re.compile(r"^,? (?:when|at|aged|by)\b[^.;]{0,30}$", re.I)
_BORN_ON = re.compile(r"[^.;()]{0,40}?\b(?:on|in|in the year)[ \n]$|[ \n]?\(?$")
_WILL_BE = re.compile(r"\b(?:will|to) (?:be|turn) $|\bturns $")
_ON = re.compile(r" (?:years old )?(?:on|in|next)? ?$")


@dataclass(frozen=True, slots=True)
class Born:
    """The first and the last day on which a person of whom this is said may have been born."""

    first: dt.date
    last: dt.date
    claim: Claim
    words: str
    floating: bool = False  # of an article without a day: only ages can be compared

    def meets(self, other: Born) -> bool:
        if self.floating is not other.floating:
            return True
        return self.first <= other.last and other.first <= self.last


def find(context: Context, claims: Sequence[Claim]) -> dict[str, list[Born]]:
    """Full name → what is said of when that person was born, in order of place."""
    found: dict[str, list[Born]] = {}
    told: set[str] = set()
    for claim, person, born in sorted(
        _all(context, claims), key=lambda said: (said[0].field, said[0].span)
    ):
        if claim.id not in told:
            told.add(claim.id)
            found.setdefault(person, []).append(born)
    return found


def _all(context: Context, claims: Sequence[Claim]) -> Iterator[tuple[Claim, str, Born]]:
    facts = [c for c in claims if isinstance(c.value, PersonFactValue) and c.value.person]
    if not facts:
        return
    dates: dict[tuple[str, Span], list[Claim]] = collections.defaultdict(list)
    for claim in claims:
        if claim.kind is ClaimKind.DATE:
            dates[claim.field, claim.sentence].append(claim)
    dead = {_person(context, c): _fact(c).number for c in facts if _fact(c).fact == "death"}
    present = {
        (document.field, fact.span)
        for document in context.documents
        for fact in document.lives
        if fact.present
    }
    for claim in facts:
        person, document = _person(context, claim), context.document(claim.field)
        near = dates[claim.field, claim.sentence]
        born: Born | None = None
        if _fact(claim).fact == "birth":
            born = _of_birth(document, claim, near)
        elif _fact(claim).fact == "age" and _fact(claim).number is not None:
            if (claim.field, claim.span) in present or _is_now(document, claim):
                born = _of_today(context, claim, person in dead, dead.get(person))
            elif (died := dead.get(person)) and claim.exact.startswith(("aged ", "age ")):
                born = _in_year(claim, age_in(claim), int(died), int(died))
            else:
                born = _of_that_year(document, claim, near)
        if born is not None:
            yield claim, person, born


def _is_now(document: Document, claim: Claim) -> bool:
    """ "who was born in 1951, is 62"."""
    before = document.text[max(0, claim.span.start - 8) : claim.span.start]
    return before.endswith((" is ", " is now ", " now "))


def _of_birth(document: Document, claim: Claim, near: Sequence[Claim]) -> Born | None:
    """The day or the year of birth, from the date in or right after the words."""
    for date in near:
        value = date.value
        gap = document.text[claim.span.end : date.span.start]
        inside = claim.span.overlaps(date.span)
        after = claim.span.end <= date.span.start and _BORN_ON.fullmatch(gap)
        if not (inside or after) or not isinstance(value, DateValue) or value.ambiguous:
            continue
        dated = re.search(r"\d{4}", date.exact) and value.earliest and value.latest
        if dated and value.earliest and value.latest and not value.mod:
            words = f"born {'on' if value.earliest == value.latest else 'in'} {date.exact}"
            return Born(value.earliest, value.latest, claim, words)
    number = _fact(claim).number
    if number and 1000 < number < 2200:
        year = int(number)
        return Born(dt.date(year, 1, 1), dt.date(year, 12, 31), claim, f"born in {year}")
    return None


def _of_today(context: Context, claim: Claim, is_dead: bool, died: float | None) -> Born | None:
    """An age beside a name holds on the day of the article, or in the year of death."""
    age, day = age_in(claim), context.anchor.date
    if is_dead and died:
        return _in_year(claim, age, int(died), int(died))
    if day is None:
        year = _SOME_YEAR - age
        return Born(dt.date(year, 1, 1), dt.date(year, 1, 1), claim, f"{age}", floating=True)
    if is_dead:
        return _in_year(claim, age, day.year - 1, day.year)
    return Born(_back(day, age + 1), _back(day - dt.timedelta(days=7), age, 7), claim, f"{age}")


def _of_that_year(document: Document, claim: Claim, near: Sequence[Claim]) -> Born | None:
    """ "In 1951, when she was 21": an age of the one year that the sentence names."""
    before = document.text[max(claim.sentence.start, claim.span.start - 40) : claim.span.start]
    will = bool(_WILL_BE.search(before))
    if will:
        near = [d for d in near if d.span.start >= claim.span.end][:1]
    years = [
        d
        for d in near
        if isinstance(d.value, DateValue) and (will or re.search(r"\b\d{4}\b", d.exact))
    ]
    spans = {d.value.timex[:4] for d in years if isinstance(d.value, DateValue)}
    if len(spans) != 1 or len(years) != 1 or not next(iter(spans)).isdigit():
        return None
    date, year, age = years[0], int(next(iter(spans))), age_in(claim)
    text = document.text
    if date.span.end <= claim.span.start:
        if not _YEAR_THEN.match(text[date.span.end : claim.span.start]):
            return None
    else:
        gap = text[claim.span.end : date.span.start]
        if not (will and _ON.fullmatch(gap)) and not (
            _THEN.search(before) and _THEN_YEAR.match(gap)
        ):
            return None
    return _in_year(claim, age, year, year)


def _in_year(claim: Claim, age: int, first: int, last: int) -> Born | None:
    if not 0 < age <= _OLDEST or first - age <= 1000:
        return None
    born = dt.date(first - age - 1, 1, 2), dt.date(last - age, 12, 31)
    said = f"{age} in {last}" if first == last else f"{age}"
    return Born(*born, claim, said)


def _back(day: dt.date, years: int, more: int = 0) -> dt.date:
    """The same day so many years before; 1 March for 29 February. Never before the year 1."""
    year = max(1, day.year - years)
    leap = (day.month, day.day) == (2, 29)
    return (dt.date(year, 3, 1) if leap else day.replace(year=year)) + dt.timedelta(days=more)


def age_in(claim: Claim) -> int:
    """The years that an item about a person's age gives; 0 where it gives none."""
    return int(_fact(claim).number or 0)


def _fact(claim: Claim) -> PersonFactValue:
    assert isinstance(claim.value, PersonFactValue)
    return claim.value


def _person(context: Context, claim: Claim) -> str:
    name = _fact(claim).person or ""
    return context.people.full_name(name) or name
