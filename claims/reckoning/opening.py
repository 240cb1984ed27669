"""A headline against the opening of its article, which tells the same matter in full.

Other sentences of the body clear a headline too, unless they tell of another year or count
something else: "when 70 were hurt" in 1931 does not vouch for "Fire hurts 70".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.document import Context, Document
from claims.figures import Figure, figures, half_unit, shown, stem, stems
from claims.model import Claim, EventValue, Modality, PersonFactValue, Span
from claims.same_event import code_of
from claims.same_figure import told

_SENTENCES = 3
_MOST = 8  # figures of a headline
_WORDS_ALIKE = 2
_LONGEST = 700  # characters
_ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_TH = re.compile(
    rf"\b({'|'.join(_ORDINALS)}|\d{{1,3}}(?:nd|rd|th))[ -]([a-z]+)(?: ([a-z]+))?", re.I
)
# "wins fourth Rotterdam marathon" over "won it for the third time"
_WINS = re.compile(
    r"\b(?:wins?|won|takes?|claims?|seals?|clinch(?:es)?|lands?|lifts?|secures?) "
    r"(?:a |an |his |her |its |their )?$",
    re.IGNORECASE,
)
_ROW = re.compile(r"\b(?:straight|successive|consecutive|running|in a row|on the trot)\b", re.I)
_STEPS = frozenset(
    map(
        stem,
        "time title term win victory defeat loss crown medal gold cup championship"
        " goal strike rise fall increase cut attempt bid marriage child".split(),
    )
)

Mismatch = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Opening:
    """The first sentences of the body, and the years that the article's own time is not."""

    document: Document
    end: int
    year: int | None

    def holds(self, span: Span) -> bool:
        return span.end <= self.end

    def is_of_another_year(self, span: Span) -> bool:
        """Whether the sentence at the span names a year well before the article's."""
        if self.year is None:
            return False
        sentence = self.document.sentence_at(span.start)
        start, end = max(sentence.start, span.start - 200), min(sentence.end, span.end + 200)
        years = re.findall(r"\b(?:1[5-9]|20)\d\d\b", self.document.text[start:end])
        return any(int(year) < self.year - 1 for year in years)


def opening(context: Context) -> Opening:
    body = context.body
    ends = [s.end for s in body.sentences[:_SENTENCES] if s.end <= _LONGEST]
    anchor = context.anchor.date
    return Opening(body, max(ends, default=0), anchor.year if anchor else None)


def find(context: Context, claims: Sequence[Claim]) -> Iterator[Mismatch]:
    """(what does not agree, ids of the items): figures, ordinals, ages, sides of an event."""
    lead = opening(context)
    headline = context.document("headline")
    yield from _figures(context, claims, headline, lead)
    yield from _ordinals(claims, headline, lead)
    yield from _age(context, claims, lead)
    yield from _sides(context, claims)


# ---- figures ---------------------------------------------------------------------------------


def _figures(
    context: Context, claims: Sequence[Claim], headline: Document, lead: Opening
) -> Iterator[Mismatch]:
    heads = [f for f in figures(headline, claims) if _is_one_number(f)][:_MOST]
    if not heads:
        return
    body = figures(lead.document, claims)
    in_lead = [f for f in body if lead.holds(f.span)]
    for head in heads:
        rivals = [f for f in in_lead if _counts_the_same(context, head, f)]
        if not rivals or not all(f.exact or not head.exact for f in rivals):
            continue
        values = {round(f.number, 6) for f in rivals}
        if len(values) != 1 or _agrees(head, rivals[0]) or _is_said(context, head, lead, rivals[0]):
            continue
        if any(_adds_up(head, one, two) for one in in_lead for two in in_lead if one is not two):
            continue
        yield (
            f"The headline says {shown(head)}, the article {shown(rivals[0])}.",
            (head.claim.id, rivals[0].claim.id),
        )


def _is_one_number(figure: Figure) -> bool:
    value = figure.claim.value
    ranged = getattr(value, "range", None) or getattr(value, "against", None)
    vague = figure.claim.exact.lower().endswith(("dozens", "hundreds", "thousands", "millions"))
    return ranged is None and not vague and figure.number > 0


def _counts_the_same(context: Context, head: Figure, other: Figure) -> bool:
    """The same noun; the same currency and two words in common; a share and a share."""
    if not _is_one_number(other):
        return False
    if _share(head) is not None and _share(other) is not None:
        shared = len(_about(context, head) & _about(context, other))
        first = other.sentence.index == 0 and _share(head) != head.number
        return shared >= (1 if first else _WORDS_ALIKE)
    if head.unit and head.unit.isupper():
        near = head.unit == other.unit and max(head.number, other.number) <= 3 * min(
            head.number, other.number
        )
        return near and len(_about(context, head) & _about(context, other)) >= _WORDS_ALIKE
    if head.is_percent or other.is_percent or not other.unit or other.unit.isupper():
        return False
    if head.noun is not None:
        return head.noun == other.noun and _close(head.number, other.number)
    one, two = told(context, head), told(context, other)
    return bool(one and two and one.key == two.key and _close(head.number, other.number))


def _about(context: Context, figure: Figure) -> frozenset[str]:
    """What the whole headline is about, or the figure's sentence."""
    if figure.claim.field == "headline":
        return stems(context.document("headline").text[:_LONGEST])
    return stems(figure.sentence.text[: 2 * _LONGEST])


def _close(one: float, two: float) -> bool:
    return max(one, two) <= 10 * min(one, two)


def _share(figure: Figure) -> float | None:
    """The share in per cent: "a quarter" is 25."""
    if figure.is_percent:
        return figure.number
    plain = figure.unit is None or not figure.unit.isupper()
    in_words = plain and 0 < figure.number < 1 and not any(map(str.isdigit, figure.claim.exact))
    return figure.number * 100 if in_words else None


def _agrees(head: Figure, other: Figure) -> bool:
    """Whether the other number may be the headline's, which rounds and says "nearly"."""
    one, two = _share(head), _share(other)
    if one is not None and two is not None:
        return abs(one - two) <= (0.16 * one if one != head.number or two != other.number else 1)
    return abs(head.number - other.number) <= _slack(head)


def _slack(head: Figure) -> float:
    digits = re.sub(r"\D", "", head.claim.exact)
    zeros = len(digits) - len(digits.rstrip("0"))
    hedged = 0.0 if head.exact else 0.1 * head.number
    return max(half_unit(head.claim.exact, head.number), 0.6 * 10.0**zeros if zeros else 0, hedged)


def _is_said(context: Context, head: Figure, lead: Opening, rival: Figure) -> bool:
    """Whether the body says the headline's number anywhere, of this matter or of what is not told.

    A number with the same digits in another order is no chance: then it must count the same.
    """
    turned = sorted(f"{head.number:g}") == sorted(f"{rival.number:g}")
    text = lead.document.text
    share = _share(head)
    for numeral in lead.document.numerals:
        value = float(numeral.value)
        alike = abs(value - head.number) <= _slack(head) or (
            share is not None and abs((value * 100 if 0 < value < 1 else value) - share) <= 1.5
        )
        if not alike or lead.is_of_another_year(Span(numeral.start, numeral.end)):
            continue
        after = text[numeral.end : numeral.end + 40]
        noun = re.match(r"[ -]([a-z]+|[A-Z][a-z]+s)\b", after)
        if turned and head.noun and noun and stem(noun[1]) != head.noun:
            continue
        return True
    return False


def _adds_up(head: Figure, one: Figure, two: Figure) -> bool:
    return abs(one.number + two.number - head.number) <= _slack(head)


# ---- ordinals --------------------------------------------------------------------------------


def _ordinals(claims: Sequence[Claim], headline: Document, lead: Opening) -> Iterator[Mismatch]:
    """ "for fifth time in a row" over "their fourth win running"."""
    text = lead.document.text
    heads = [
        m
        for m in _TH.finditer(headline.text)
        if _is_step(headline.text, m) or _wins(headline.text, m.start())
    ]
    if len(heads) != 1:
        return
    head, number = heads[0], _rank(heads[0][1])
    if any(_rank(m[1]) == number for m in _TH.finditer(text)):
        return
    if any(n.value in (number, number - 1) for n in lead.document.numerals):
        return
    rivals = [m for m in _TH.finditer(text, 0, lead.end) if _is_step(text, m)]
    shared = _ROW.search(headline.text) or {stem(head[2]), stem(head[3] or "")} & {
        stem(word) for m in rivals for word in (m[2], m[3] or "")
    } - {""}
    wins = _wins(headline.text, head.start()) and any(m[2] == "time" for m in rivals)
    if len({_rank(m[1]) for m in rivals}) == 1 and (shared or wins):
        items = (
            *_covering(claims, "headline", Span(*head.span())),
            *_covering(claims, "body", Span(*rivals[0].span())),
        )
        if items:
            yield f"The headline says {head[1]}, the article {rivals[0][1]}.", items


def _wins(text: str, place: int) -> bool:
    return bool(_WINS.search(text[max(0, place - 20) : place]))


def _is_step(text: str, match: re.Match[str]) -> bool:
    words = {stem(match[2].lower()), stem((match[3] or "").lower())}
    return bool(words & _STEPS) or bool(_ROW.search(text, match.end(1), match.end() + 30))


def _rank(words: str) -> int:
    low = words.lower()
    return _ORDINALS.index(low) + 2 if low in _ORDINALS else int(re.sub(r"\D", "", low))


# ---- ages and events -------------------------------------------------------------------------


def _age(context: Context, claims: Sequence[Claim], lead: Opening) -> Iterator[Mismatch]:
    """ "nurse, 34, cleared" over an article with one age, of 43; nobody is named above."""
    if context.people.mentions("headline"):
        return
    ages = [
        (claim, int(claim.value.number))
        for claim in claims
        if isinstance(claim.value, PersonFactValue)
        and claim.value.fact == "age"
        and claim.value.number
    ]
    heads = [(c, n) for c, n in ages if c.field == "headline"]
    others = [(c, n) for c, n in ages if c.field == "body"]
    if len(heads) != 1 or len({n for _, n in others}) != 1:
        return
    (claim, age), (other, told_age) = heads[0], others[0]
    said = {float(n.value) for n in lead.document.numerals}
    turned = sorted(str(age)) == sorted(str(told_age))
    if age != told_age and age not in said and (turned or abs(age - told_age) <= 10):
        yield (
            f"The headline gives the age as {age}, the article as {told_age}.",
            (
                claim.id,
                other.id,
            ),
        )


def _sides(context: Context, claims: Sequence[Claim]) -> Iterator[Mismatch]:
    """The act that the headline tells, with another country in the body, which never names it."""
    events = [
        (c, c.value)
        for c in claims
        if isinstance(c.value, EventValue) and c.modality is Modality.ASSERTED
    ]
    named = {mention.code for mention in context.body.countries}
    for head, value in events:
        first = next(
            (e for e in events if e[0].field == "body" and e[1].event == value.event), None
        )
        if head.field != "headline" or first is None:
            continue
        for side, other in (("target", "actor"), ("actor", "target")):
            mine, theirs = getattr(value, side), getattr(first[1], side)
            fits = code_of(getattr(value, other)) in (None, code_of(getattr(first[1], other)))
            if not (code_of(mine) and code_of(theirs)) or mine.code == theirs.code or not fits:
                continue
            if mine.code not in named:
                one, two = mine.text or mine.code, theirs.text or theirs.code
                yield f"The headline has {one}, the article {two}.", (head.id, first[0].id)
                break


def _covering(claims: Sequence[Claim], field: str, span: Span) -> list[str]:
    found = [c for c in claims if c.field == field and c.span.overlaps(span)]
    found.sort(key=lambda c: (c.span.end - c.span.start, c.span.start))
    found = found or [c for c in claims if c.field == field and c.sentence.covers(span)]
    return [found[0].id] if found else []
