"""A number, name or date in the headline that the body contradicts.

Silent unless the body speaks of the same thing and nowhere says what the headline says: a headline
rounds, adds up and shortens, so a figure that the body gives in any form, sum or rounding is right.
"""

from __future__ import annotations

import bisect
import itertools
import re
import sys
from collections.abc import Iterator, Sequence

from claims.document import Context, Document
from claims.figures import Figure, figures, half_unit, shown, stems
from claims.model import (
    Claim,
    ClaimKind,
    DateValue,
    Finding,
    FindingType,
    PersonFactValue,
    QuantityValue,
    Severity,
    Span,
)
from claims.people import lexicon, twins
from claims.people.spelling import distance, folded
from claims.reckoning import opening, tolls
from claims.reckoning.births import age_in
from claims.same_figure import Told, told

_FATES = frozenset(("dead", "hurt", "held", "missing", "expelled"))
_SHORTEST_NAME = 5
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR = re.compile(r"\d{4}")
_LENGTHS = tuple(
    re.compile(rf"P{unit}") for unit in (r"\d+Y", r"T\d+H", r"\d+D", r"\d+M", r"T\d+M", r"\d+W")
)
_PART = re.compile(r" of (?:them|whom|which)\b")  # "two of them badly": not all that there are
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ENDINGS = ("s", "es", "n", "d", "ed", "r", "er", "i", "y", "e", "ns", "an", "ian", "al", "ly")


def find(context: Context, claims: Sequence[Claim]) -> Iterator[Finding]:
    fields = {document.field: document for document in context.documents}
    if "headline" not in fields or "body" not in fields:
        return
    headline, body = fields["headline"], fields["body"]
    told_of: set[str] = set()
    for finding in _figures(context, claims, headline, body):
        told_of.update(finding.items[:1])
        yield finding
    for message, items in opening.find(context, claims):
        if items[0] not in told_of:
            yield Finding(FindingType.HEADLINE_MISMATCH, Severity.HIGH, message, items)
    yield from _pairs(claims, headline, body)
    yield from _ages(context, claims, headline, body)
    yield from _names(context, claims, headline, body)
    yield from _dates(context, claims, headline, body)


# ---- figures ---------------------------------------------------------------------------------


def _figures(
    context: Context, claims: Sequence[Claim], headline: Document, body: Document
) -> Iterator[Finding]:
    if not (heads := [f for f in figures(headline, claims) if _is_plain(f)]):
        return
    bodies = [item for f in figures(body, claims) if (item := told(context, f))]
    for head in heads:
        item = told(context, head)
        if any(_agrees(head, number) for number in _said(claims, body, bodies, item)):
            continue
        totals = [
            b for b in bodies if item and b.key == item.key and tolls.is_total(body, b.figure)
        ]
        keyed = {b.figure.number for b in bodies if item and b.key == item.key}
        rivals = [b for b in bodies if item and _same_thing(item, b, lone=len(keyed) == 1)]
        rivals = totals if item and item.key in _FATES and totals else rivals
        if not item or not rivals or len({b.figure.number for b in rivals}) > 1:
            continue
        same_key = [b.figure.number for b in bodies if b.key == item.key and b not in totals][:12]
        if _adds_up(head, same_key):
            continue
        yield Finding(
            FindingType.HEADLINE_MISMATCH,
            Severity.HIGH,
            f"The headline says {shown(head)}, the article {shown(rivals[0].figure)}.",
            (head.claim.id, rivals[0].figure.claim.id),
        )


def _said(
    claims: Sequence[Claim], body: Document, bodies: Sequence[Told], head: Told | None
) -> frozenset[float]:
    """The numbers of the body that may count the same: not those of dates and ages.

    Where the headline tells a fate, those of another fate do not: "five wounded" are no dead.
    """
    taken = [
        (c.span.start, c.span.end)
        for c in claims
        if c.field == "body" and c.kind in (ClaimKind.DATE, ClaimKind.PERSON_FACT)
    ]
    if head and head.key in _FATES:
        others = [b.figure.span for b in bodies if b.key in _FATES and b.key != head.key]
        taken += [(span.start, span.end) for span in others]
    taken.sort()
    found = set()
    for numeral in body.numerals:
        n = bisect.bisect_right(taken, (numeral.start, len(body.text))) - 1
        part = _PART.match(body.text, numeral.end)
        if not part and (n < 0 or taken[n][1] <= numeral.start):
            found.add(float(numeral.value))
    return frozenset(found)


def _pairs(claims: Sequence[Claim], headline: Document, body: Document) -> Iterator[Finding]:
    """A vote in the headline, "5-2", where the body has one vote only, and another."""
    votes = [f for f in figures(body, claims) if _pair(f)]
    rivals = {_pair(f) for f in votes}
    for head in figures(headline, claims):
        pair = _pair(head)
        if pair and len(rivals) == 1 and pair not in rivals:
            yield Finding(
                FindingType.HEADLINE_MISMATCH,
                Severity.HIGH,
                f"The headline says {shown(head)}, the article {shown(votes[0])}.",
                (head.claim.id, votes[0].claim.id),
            )


def _pair(figure: Figure) -> frozenset[float] | None:
    """Both numbers of a vote, whichever stands first."""
    value = figure.claim.value
    if not isinstance(value, QuantityValue) or value.against is None or value.unit != "votes":
        return None
    return frozenset((float(value.number), float(value.against)))


def _is_plain(figure: Figure) -> bool:
    """Whether the figure is one number: "at least 12" is one, "dozens" and "3 to 5" are not."""
    value = figure.claim.value
    ranged = (
        getattr(value, "range", None) is not None or getattr(value, "against", None) is not None
    )
    return not ranged and not figure.claim.exact.lower().endswith(
        ("dozens", "hundreds", "thousands")
    )


def _agrees(head: Figure, number: float) -> bool:
    """Whether the body's number may be the headline's, which may be rounded."""
    digits = re.sub(r"\D", "", head.claim.exact)
    zeros = len(digits) - len(digits.rstrip("0"))
    slack = max(half_unit(head.claim.exact, head.number), 0.6 * 10.0**zeros if zeros else 0.0)
    return abs(abs(number) - abs(head.number)) <= slack + 1e-9


def _same_thing(head: Told, other: Told, *, lone: bool) -> bool:
    """``lone``: the body has one value of the kind, so that one shared word is enough."""
    if head.key != other.key:
        return False
    if head.key in _FATES:
        return True
    low, high = sorted((head.figure.number, other.figure.number))
    if head.figure.unit != other.figure.unit or high > 10 * low:
        return False
    shared = len(head.stems & other.stems)
    counted = head.figure.unit is not None and not head.figure.unit.isupper()
    return shared >= (1 if counted and (lone or not head.figure.is_percent) else 2)


def _adds_up(head: Figure, numbers: Sequence[float]) -> bool:
    sums = (sum(some) for size in (2, 3) for some in itertools.combinations(numbers, size))
    return any(_agrees(head, total) for total in sums)


# ---- ages, names, dates ----------------------------------------------------------------------


_HEADLINE_AGE = re.compile(
    r"\b(?:dies|died|dead)(?:,| at)(?: the)?(?: aged?)?(?: of)? (\d{1,3})\b|, (\d{1,3}), "
)


def _ages(
    context: Context, claims: Sequence[Claim], headline: Document, body: Document
) -> Iterator[Finding]:
    """ "Ana Silva dies at 88" over "She was 87."; of the person named first."""
    said = _HEADLINE_AGE.search(headline.text)
    named = context.people.mentions("headline")
    if not said or not named or named[0].span.start > said.start():
        return
    age, name = int(said[1] or said[2]), context.people.person(named[0].person_id).name
    others = [
        claim
        for claim in claims
        if claim.field == "body"
        and isinstance(claim.value, PersonFactValue)
        and claim.value.fact == "age"
        and claim.value.number
        and (context.people.full_name(claim.value.person or "") or claim.value.person) == name
    ]
    if str(age) in _numbers(body) or not others:
        return
    near = [c for c in others if _is_misprint(age_in(c), age)]
    items = _covering(claims, "headline", Span(said.start(), said.end()))
    items = items or _covering(claims, "headline", named[0].span)
    if near:
        yield Finding(
            FindingType.HEADLINE_MISMATCH,
            Severity.HIGH,
            f"The headline gives {name}’s age as {age}, the article as {age_in(near[0])}.",
            (*items, near[0].id),
        )


def _is_misprint(one: int, other: int) -> bool:
    """A few years off, a decade off, or the same digits the other way round."""
    return abs(one - other) <= 3 or abs(one - other) == 10 or str(one) == str(other)[::-1]


def _numbers(body: Document) -> frozenset[str]:
    return frozenset(re.findall(r"\d+", body.text))


def _names(
    context: Context, claims: Sequence[Claim], headline: Document, body: Document
) -> Iterator[Finding]:
    """A name of the headline that the body lacks but for one letter: "Silva" over "Sylva"."""
    in_body = _WORD.findall(body.text)
    known = {word.lower() for word in in_body}
    plain = {word for word in in_body if word[0].islower()}
    capitals = sorted(
        {
            w
            for w in in_body
            if w[0].isupper() and len(w) >= _SHORTEST_NAME and w.lower() not in plain
        }
    )
    for match in _WORD.finditer(headline.text):
        word = match.group()
        if not word[0].isupper() or len(word) < _SHORTEST_NAME or word.lower() in known:
            continue
        near = [w for w in capitals if _is_slip(word, w)]
        if len(near) != 1 or not (_is_person(context, near[0]) or _is_unknown(word, near[0])):
            continue
        items = _covering(claims, "headline", Span(*match.span()))
        first = body.text.find(near[0])
        items += _covering(claims, "body", Span(first, first + len(near[0])))
        if items:
            yield Finding(
                FindingType.HEADLINE_MISMATCH,
                Severity.HIGH,
                f"The headline has “{word}”, the article “{near[0]}”.",
                tuple(dict.fromkeys(items)),
            )


def _is_slip(head: str, other: str) -> bool:
    if head.isupper() or other.isupper() or head[0] != other[0] or abs(len(head) - len(other)) > 1:
        return False
    short, long = sorted((head, other), key=len)
    if long.startswith(short) and long[len(short) :] in _ENDINGS:
        return False
    return distance(head, other) == 1


def _is_person(context: Context, word: str) -> bool:
    people = context.people.persons
    return lexicon.given(word) is None and any(word in person.name.split() for person in people)


def _is_unknown(word: str, near: str) -> bool:
    """Two words that no list has, and no forms of one another: ships, villages, firms."""
    return not (twins.is_known(word) or twins.is_known(near)) and not twins.are_forms(
        folded(word), folded(near)
    )


def _covering(claims: Sequence[Claim], field: str, span: Span) -> list[str]:
    """Ids of the items that hold the place, the narrowest first; at most one."""
    found = [c for c in claims if c.field == field and c.span.overlaps(span)]
    found.sort(key=lambda c: (c.span.end - c.span.start, c.span.start))
    return [found[0].id] if found else []


def _dates(
    context: Context, claims: Sequence[Claim], headline: Document, body: Document
) -> Iterator[Finding]:
    """A day or year in the headline, where the one sentence on the same matter has another."""
    about = stems(headline.text)
    dates = [c for c in claims if c.kind is ClaimKind.DATE and isinstance(c.value, DateValue)]
    for head in dates:
        if head.field != "headline" or not (shape := _shape(head)):
            continue
        others = [c for c in dates if c.field == "body" and _shape(c) is shape]
        if not others or any(_timex(c) == _timex(head) for c in others):
            continue
        if shape is _YEAR and any(_timex(head) in t.value for t in body.timexes):
            continue
        if shape not in (_DAY, _YEAR):
            yield from _length(context, head, others)
            continue
        alike = [c for c in others if _shares(body, c, about - stems(head.exact))]
        if len({_timex(c) for c in alike}) == 1:
            yield Finding(
                FindingType.HEADLINE_MISMATCH,
                Severity.MEDIUM,
                f"The headline says {head.exact}, the article {alike[0].exact}.",
                (head.id, alike[0].id),
            )


def _length(context: Context, head: Claim, others: Sequence[Claim]) -> Iterator[Finding]:
    """ "nine years" over an article that opens with seven, or has its digits in another order."""
    body, count = context.body, _count(head)
    anchor = context.anchor.date
    years = [int(year) for year in re.findall(r"\b(?:1[5-9]|20)\d\d\b", body.text)]
    shape = _shape(head)
    others_of = [
        (t.start, t.end)
        for t in body.timexes
        if t.type == "DURATION" and not (shape and shape.fullmatch(t.value))
    ]
    said = {float(n.value) for n in body.numerals if not _is_within(n.start, others_of)}
    if count in said or (anchor and any(abs(anchor.year - y - count) <= 1 for y in years)):
        return
    lead = body.sentences[min(1, len(body.sentences) - 1)].end
    first = [c for c in others if c.span.start < lead]
    turned = [c for c in others if str(_count(c)) == str(count)[::-1]]
    rivals = turned or (first if len({_timex(c) for c in first}) == 1 else [])
    if rivals and not getattr(rivals[0].value, "mod", None):
        yield Finding(
            FindingType.HEADLINE_MISMATCH,
            Severity.MEDIUM,
            f"The headline says {head.exact}, the article {rivals[0].exact}.",
            (head.id, rivals[0].id),
        )


def _is_within(place: int, stretches: Sequence[tuple[int, int]]) -> bool:
    """Args: stretches: none overlapping, in order of place."""
    n = bisect.bisect_right(stretches, (place, sys.maxsize)) - 1
    return n >= 0 and place < stretches[n][1]


def _count(claim: Claim) -> int:
    return int(re.sub(r"\D", "", _timex(claim)) or 0)


def _shape(claim: Claim) -> re.Pattern[str] | None:
    return next(
        (p for p in (_DAY, _YEAR, *_LENGTHS) if p.fullmatch(_timex(claim))),
        None,
    )


def _timex(claim: Claim) -> str:
    assert isinstance(claim.value, DateValue)
    return claim.value.timex


def _shares(body: Document, claim: Claim, about: frozenset[str]) -> bool:
    around = body.text[claim.sentence.start : claim.sentence.end]
    return len(stems(around) & about) >= 3
