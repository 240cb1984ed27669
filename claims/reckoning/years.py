"""Years and the time between them: "30 years ago, in 1993", "from 1990 to 1998, 12 years".

A count of years may be one off, since months are not told; two off is a slip.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.document import Context, Document, Sentence
from claims.figures import stems
from claims.model import Claim, ClaimKind, DateValue
from claims.quantities.numerals import numerals

_SLACK = 1
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_AGO = re.compile(r"\byears? ago$", re.I)
# "31 years ago, in 1993", "in 1993, 31 years ago"
_SAME_TIME = re.compile(r",? ?\(?(?:back )?(?:in |on )?|, (?:exactly |just |some |about )?", re.I)
# "from 1990 to 1998, a total of 12 years", "(1990–1998), 12 years"
_STRETCH = re.compile(r" (?:to|until|till|through) | ?[-–—] ?| and ", re.I)
_MAKING = re.compile(
    r"\)?,? ?(?:—|–|\(|,|or|for|or for|a total of|making|in all)?,? ?(?:a total of |in all )?"
    r"(?:almost |nearly |some |about |more than |over )?$",
    re.I,
)
_FOR = re.compile(r",? ?\(?(?:from |between )?$")
# "in 1990, three years after it opened in 1986"
_AFTER = re.compile(
    r",? (?:just |some |only |about |nearly |almost )?(?P<n>[\w-]+(?:[ -][\w-]+)?) years "
    r"(?P<way>after|before)\b(?P<rest>[^.;:,]{0,60})$"
)
_FIRST_IN = re.compile(
    r"\bfirst\b[^.;:]{0,60}? (?:in|for) (?P<n>[\w-]+(?: [\w-]+)?) years?\b", re.I
)
_SINCE = re.compile(
    r"\b(?:since|last (?:won|held|lifted|did so|happened)[^.;:]{0,40}? in)"
    r" (?:\w+, )?(?:(?:\w+ )?\d{1,2}, |\w+ )?(?P<year>(?:1[5-9]|20)\d\d)\b"
)
_JUBILEE = re.compile(r"\b(?P<n>\d{1,3})(?:st|nd|rd|th) (?:anniversary|birthday)\b", re.I)
_BEGAN = re.compile(
    r"\b(?:founded|opened|built|established|launched|created|born|began|formed|started)"
    r" (?:here |there )?in (?P<year>(?:1[5-9]|20)\d\d)\b"
)
_MOST = 60


def find(context: Context, claims: Sequence[Claim]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """(what does not agree, ids of the items)."""
    for document in context.documents:
        dates = [c for c in claims if c.kind is ClaimKind.DATE and c.field == document.field]
        for first, second in itertools.pairwise(dates):
            if first.sentence == second.sentence:
                yield from _ago(document, first, second)
                yield from _years_after(document, first, second)
        for one, two, three in zip(dates, dates[1:], dates[2:], strict=False):
            if one.sentence == three.sentence:
                yield from _length(document, one, two, three)
        yield from _jubilees(context, document, dates)
    yield from _since(context, claims)


def _year(claim: Claim) -> int | None:
    """The year that the words name; None where they name none, or more."""
    found = _YEAR.findall(claim.exact)
    value = claim.value
    ranged = not isinstance(value, DateValue) or value.type not in ("DATE", "TIME") or value.mod
    return int(found[0]) if len(found) == 1 and not ranged else None


def _years(claim: Claim) -> int | None:
    """The number of years of a duration in whole years."""
    value = claim.value
    if not isinstance(value, DateValue) or value.type != "DURATION":
        return None
    match = re.fullmatch(r"P(\d+)Y", value.timex)
    return int(match[1]) if match and int(match[1]) > 1 else None


def _ago(document: Document, first: Claim, second: Claim) -> Iterator[tuple[str, tuple[str, ...]]]:
    gap = document.text[first.span.end : second.span.start]
    for ago, dated in ((first, second), (second, first)):
        year, value = _year(dated), ago.value
        if year is None or not _AGO.search(ago.exact) or not _SAME_TIME.fullmatch(gap):
            continue
        meant = value.timex[:4] if isinstance(value, DateValue) else ""
        if meant.isdigit() and abs(int(meant) - year) > _SLACK:
            yield (
                f"“{_plain(ago)}” was {meant}, not {year}.",
                (first.id, second.id),
            )
            return


def _years_after(
    document: Document, first: Claim, second: Claim
) -> Iterator[tuple[str, tuple[str, ...]]]:
    later, earlier = _year(first), _year(second)
    gap = document.text[first.span.end : second.span.start]
    match = _AFTER.match(gap) if len(gap) < 120 else None
    if later is None or earlier is None or match is None or " in" not in match["rest"]:
        return
    count = _number(match["n"])
    apart = later - earlier if match["way"] == "after" else earlier - later
    if count is not None and abs(apart - count) > _SLACK:
        yield (
            f"{later} is {apart} years {match['way']} {earlier}, not {count}."
            if apart >= 0
            else f"{later} is not {match['way']} {earlier}.",
            (first.id, second.id),
        )


def _length(
    document: Document, one: Claim, two: Claim, three: Claim
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A stretch of years and its length, the length last or first."""
    text = document.text
    for start, end, length in ((one, two, three), (two, three, one)):
        first, last, years = _year(start), _year(end), _years(length)
        if first is None or last is None or years is None or last < first:
            continue
        if not _STRETCH.fullmatch(text[start.span.end : end.span.start]):
            continue
        last_first = length is three
        gap = (
            text[end.span.end : length.span.start]
            if last_first
            else text[length.span.end : start.span.start]
        )
        fits = (_MAKING if last_first else _FOR).fullmatch(gap)
        if fits and abs(last - first - years) > _SLACK:
            yield (
                f"From {first} to {last} are {last - first} years, not {years}.",
                tuple(c.id for c in (one, two, three)),
            )


def _jubilees(
    context: Context, document: Document, dates: Sequence[Claim]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    anchor = context.anchor.date
    if anchor is None:
        return
    for match in itertools.islice(_JUBILEE.finditer(document.text), _MOST):
        sentence = document.sentence_at(match.start())
        began = _BEGAN.findall(sentence.text)
        if len(began) != 1 or len(_YEAR.findall(sentence.text)) != 1:
            continue
        apart = anchor.year - int(began[0])
        if abs(apart - int(match["n"])) > _SLACK:
            items = [c.id for c in dates if c.sentence == sentence.span and began[0] in c.exact]
            past = f"that was {apart} years before {anchor.year}"
            yield f"“{match.group()}” does not fit {began[0]}: {past}.", tuple(items)


def _since(context: Context, claims: Sequence[Claim]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """ "the first in 39 years" beside "since 1987", of one thing as far as their words tell."""
    anchor = context.anchor.date
    if anchor is None:
        return
    counts: list[_Said] = []
    years: list[_Said] = []
    for document in context.documents:
        for sentence in document.sentences:
            match = _FIRST_IN.search(sentence.text) if "ears" in sentence.text else None
            if match and (count := _number(match["n"])) is not None:
                counts.append(_Said(document.field, sentence, count))
            for since in _SINCE.finditer(sentence.text):
                years.append(_Said(document.field, sentence, int(since["year"])))
    if len({said.number for said in counts}) != 1 or len({said.number for said in years}) != 1:
        return
    first = counts[0]
    for other in years:
        apart = anchor.year - other.number
        if abs(apart - first.number) > _SLACK and _same_matter(first, other):
            yield (
                f"From {other.number} to {anchor.year} are {apart} years, not {first.number}.",
                (*_items(claims, other, str(other.number)), *_items(claims, first, "year")),
            )
            return


@dataclass(frozen=True, slots=True)
class _Said:
    field: str
    sentence: Sentence
    number: int


def _same_matter(one: _Said, other: _Said) -> bool:
    if (one.field, one.sentence.span) == (other.field, other.sentence.span):
        return True
    shared = stems(one.sentence.text) & stems(other.sentence.text)
    return len(shared) >= 2 and "first" in other.sentence.text.lower()


def _items(claims: Sequence[Claim], said: _Said, words: str) -> Iterator[str]:
    for claim in claims:
        here = claim.field == said.field and claim.sentence == said.sentence.span
        if here and claim.kind is ClaimKind.DATE and words in claim.exact:
            yield claim.id


def _number(words: str) -> int | None:
    """The whole number that the last words say, if they say one."""
    found = [n for n in numerals(words) if n.end == len(words) and n.form in ("digits", "words")]
    return (
        int(found[0].value) if len(found) == 1 and found[0].value == int(found[0].value) else None
    )


def _plain(claim: Claim) -> str:
    return " ".join(claim.exact.split())
