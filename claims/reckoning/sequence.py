"""Two dates of one sentence that cannot stand as told: deeds out of order, days miscounted.

"Arrested in July 2012 and charged in May 2012", "on Tuesday, two days after … on Friday", "a
three-day visit from Monday to Saturday", "fell on Monday, the police said on Sunday".
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator, Sequence

from claims.document import Context, Document
from claims.model import Claim, ClaimKind, DateValue
from claims.quantities.numerals import numerals
from claims.temporal import wording

Told = tuple[str, tuple[str, ...]]

# Of one subject, what stands further left cannot come later.
_CHAINS: tuple[tuple[str, ...], ...] = (
    (
        "arrested|detained",
        "charged|indicted",
        "put on trial|tried",
        "convicted|found guilty|acquitted|cleared",
        "sentenced|jailed",
        "freed|released|pardoned",
    ),
    ("born", "married|wed", "divorced|separated", "died"),
    (
        "proposed|tabled",
        "adopted|passed|approved|agreed|signed",
        "ratified",
        "in force|took effect",
    ),
    (
        "designed",
        "begun|started",
        "founded|built|opened|launched|inaugurated|established",
        "widened|enlarged|extended|renovated|refurbished|modernised|modernized",
        "demolished|scrapped|torn down|abolished|dissolved|sank|sunk",
    ),
    ("elected|appointed|hired", "sworn in|took office", "resigned|stepped down|was sacked"),
    ("ordered", "delivered", "scrapped"),
)
_RANKS = {
    verb: (chain, rank)
    for chain, steps in enumerate(_CHAINS)
    for rank, step in enumerate(steps)
    for verb in step.split("|")
}
_DEED = re.compile(rf"\b(?:{'|'.join(sorted(_RANKS, key=len, reverse=True))})\b")
# " and would be in force from ", ", and charged in "
_THEN = re.compile(
    r",? (?:and|then|and then|but|before being) (?:(?:was|were|had|been|would|will|be|is|to|is to"
    r"|then|later|finally|[a-z]+ly) ){0,4}$"
)
_NO_ONE_LINE = re.compile(r"[.;:“”\"]| (?:who|which|whose|when|after|before|while|for|again|re-) ")
# "on Tuesday, two days after a newspaper wrote on Sunday"
_DAYS_AFTER = re.compile(
    r",? (?:just |only |exactly )?(?P<n>[\w-]+) (?P<unit>days?|weeks?) (?P<way>after|before) "
    r"(?P<rest>[^.;:,“”\"]{0,80})$"
)
_DAYS = {"day": 1, "days": 1, "week": 7, "weeks": 7}
# "closed in 2010 and opened again in 2016, six years later"
_LATER = re.compile(
    r",? (?:or )?(?:just |only |some |exactly )?(?P<n>[\w-]+(?: [\w-]+)?) years "
    r"(?P<way>later|earlier|before|afterwards?)(?=[,.;)]|$)"
)
_AND_IN = re.compile(r"[^.;:“”\"]{0,90}\b(?:in|since|until|till) $")
# "a three-day visit from Monday to Friday", "on Tuesday for a three-day visit that ends on Sunday"
_DAY_LONG = re.compile(r"\b(?P<n>[\w]+)-day (?!weekend|week|average|forecast|low|high|old)[a-z]+")
_UNTIL = re.compile(
    r"[^.;:“”\"]{0,60}\b(?:to|until|till|through|(?:ends?|ending|finish\w*|to end)(?: on)?) $"
)
_SAID = re.compile(
    r"[^.;:“”\"]{2,140}, (?:[\w’.-]+ ){1,8}?(?:said|announced|reported|confirmed)"
    r"(?: (?:late|early|here|in a statement))? (?:on )?$"
)
_AHEAD = re.compile(
    r"\b(?:will|would|to|due|next|plan\w*|expect\w*|until|from|schedul\w*|by|set|is|are|be|if|could"
    r"|may|might|should|has been|have been)\b"
)
_LEAD = 300  # characters
_NEAR = dt.timedelta(days=6)


def find(context: Context, claims: Sequence[Claim]) -> Iterator[Told]:
    """(what does not agree, ids of the items)."""
    for document in context.documents:
        dates = [
            c for c in claims if c.kind is ClaimKind.DATE and c.field == document.field and _span(c)
        ]
        for claim in dates:
            message = _since(context, document, claim) or _will_take(context, document, claim)
            if message:
                yield message, (claim.id,)
        for first, second in itertools.pairwise(dates):
            if first.sentence != second.sentence or document.in_quotation(first.span.start):
                continue
            for check in (_out_of_order, _days_after, _years_later, _day_long):
                if message := check(document, first, second):
                    yield message, (first.id, second.id)
                    break
            else:
                if message := _said_too_soon(context, document, first, second):
                    yield message, (first.id, second.id)


# "since 2008, five years now"
_NOW = re.compile(r",? (?:for )?(?P<n>[\w-]+(?: [\w-]+)?) years (?:now|ago|already|and counting)\b")


def _since(context: Context, document: Document, claim: Claim) -> str | None:
    anchor, year = context.anchor.date, _year(claim)
    before = document.text[max(0, claim.span.start - 6) : claim.span.start]
    match = _NOW.match(document.text, claim.span.end, claim.span.end + 60)
    if anchor is None or year is None or before != "since " or match is None:
        return None
    count = number(match["n"])
    if count is None or abs(anchor.year - year - count) <= 1:
        return None
    return f"From {year} to {anchor.year} are {anchor.year - year} years, not {count}."


# "will take six years, until 2016"
_TAKES = re.compile(
    r"\b(?:will|would|to) (?:take|last|run for|go on for|serve) (?P<n>[\w-]+(?: [\w-]+)?) years,? "
    r"(?:until|till|to|ending in) (?:early |late |mid-)?$"
)


def _will_take(context: Context, document: Document, claim: Claim) -> str | None:
    """So many years from the article's own, or from the one that follows, up to the year told."""
    anchor, year = context.anchor.date, _year(claim)
    start = max(claim.sentence.start, claim.span.start - 60)
    match = _TAKES.search(document.text, start, claim.span.start)
    if anchor is None or year is None or match is None:
        return None
    count = number(match["n"])
    lead = document.text[max(claim.sentence.start, start - 200) : match.start()]
    if count is None or re.search(r"\b\d{4}\b", lead) or 0 <= year - anchor.year - count <= 1:
        return None
    return f"From {anchor.year} to {year} are {year - anchor.year} years, not {count}."


def _out_of_order(document: Document, first: Claim, second: Claim) -> str | None:
    """Both clauses of one subject, joined by "and", each with a deed of one chain."""
    one, two = _span(first), _span(second)
    if one is None or two is None or two[1] >= one[0] or not _comparable(first, second):
        return None
    gap = document.text[first.span.end : second.span.start]
    lead = document.text[max(first.sentence.start, first.span.start - 60) : first.span.start]
    if len(gap) > 70 or _NO_ONE_LINE.search(gap):
        return None
    before, after = list(_DEED.finditer(lead)), list(_DEED.finditer(gap))
    if not before or len(after) != 1 or not _THEN.fullmatch(gap[: after[0].start()]):
        return None
    if _NO_ONE_LINE.search(lead, before[-1].end()):
        return None
    earlier, later = before[-1].group(), after[0].group()
    if _RANKS[earlier][0] != _RANKS[later][0] or _RANKS[earlier][1] >= _RANKS[later][1]:
        return None
    return f"“{later}” is dated {_when(second)}, before “{earlier}”, dated {_when(first)}."


def _comparable(first: Claim, second: Claim) -> bool:
    """Both years are written, or neither is and both are days of a month."""
    years = [bool(re.search(r"\d{4}", claim.exact)) for claim in (first, second)]
    days = [
        bool(re.search(r"\d", c.exact) and re.search(r"[A-Z]", c.exact)) for c in (first, second)
    ]
    return all(years) or (not any(years) and all(days))


def _days_after(document: Document, first: Claim, second: Claim) -> str | None:
    one, two = _day(first), _day(second)
    gap = document.text[first.span.end : second.span.start]
    match = _DAYS_AFTER.match(gap) if len(gap) < 140 else None
    if one is None or two is None or match is None or (count := number(match["n"])) is None:
        return None
    count *= _DAYS[match["unit"]]
    apart = (one - two).days if match["way"] == "after" else (two - one).days
    if (apart - count) % 7 == 0 or ("week" in match["unit"] and abs(apart - count) <= 3):
        return None
    said = f"{match['n']} {match['unit']} {match['way']}"
    return f"{_when(first).removeprefix('on ')} is not {said} {_when(second)}."


def _years_later(document: Document, first: Claim, second: Claim) -> str | None:
    one, two = _year(first), _year(second)
    if one is None or two is None or one >= two:
        return None
    gap = document.text[first.span.end : second.span.start]
    match = _LATER.match(document.text, second.span.end, second.span.end + 60)
    if match is None or not _AND_IN.fullmatch(gap) or match["way"] in ("earlier", "before"):
        return None
    count = number(match["n"])
    if count is None or abs(two - one - count) <= 1:
        return None
    return f"From {one} to {two} are {two - one} years, not {count}."


def _day_long(document: Document, first: Claim, second: Claim) -> str | None:
    """So many days from the first date to the second, both counted in; one more or less is let."""
    one, two = _day(first), _day(second)
    if one is None or two is None or not one < two <= one + dt.timedelta(days=20):
        return None
    gap = document.text[first.span.end : second.span.start]
    if not _UNTIL.fullmatch(gap):
        return None
    start = max(first.sentence.start, first.span.start - 60)
    told = _DAY_LONG.search(document.text, start, second.span.start)
    count = number(told["n"]) if told else None
    days = (two - one).days + 1
    if told is None or count is None or abs(days - count) <= 1:
        return None
    return f"From {_when(first)} to {_when(second)} are {days} days, not {count}."


def _said_too_soon(context: Context, document: Document, first: Claim, second: Claim) -> str | None:
    """What has happened on Monday cannot have been told on the Sunday before."""
    one, two, anchor = _day(first), _day(second), context.anchor.date
    if one is None or two is None or anchor is None:
        return None
    if not two < one <= min(anchor, two + _NEAR) or re.search(r"\d", first.exact + second.exact):
        return None
    gap = document.text[first.span.end : second.span.start]
    lead = document.text[max(first.sentence.start, first.span.start - _LEAD) : first.span.start]
    if not _SAID.fullmatch(gap) or _AHEAD.search(lead) or _AHEAD.search(gap):
        return None
    return f"What happened {_when(first)} is said to have been told {_when(second)}, before it."


def number(words: str) -> int | None:
    """The whole number that the words say, and nothing else; "a" and "one" are 1."""
    if words in ("a", "an"):
        return 1
    found = [n for n in numerals(words) if n.start == 0 and n.end == len(words)]
    return (
        int(found[0].value) if len(found) == 1 and found[0].value == int(found[0].value) else None
    )


def _span(claim: Claim) -> tuple[dt.date, dt.date] | None:
    value = claim.value
    if not isinstance(value, DateValue) or value.type not in ("DATE", "TIME"):
        return None
    if value.ambiguous or value.mod or not value.earliest or not value.latest:
        return None
    return value.earliest, value.latest


def _day(claim: Claim) -> dt.date | None:
    span = _span(claim)
    return span[0] if span and span[0] == span[1] else None


def _year(claim: Claim) -> int | None:
    """The year, where the words end on one."""
    return int(claim.exact[-4:]) if re.search(r"\b\d{4}$", claim.exact) else None


def _when(claim: Claim) -> str:
    assert isinstance(claim.value, DateValue)
    return wording.when(claim.value.timex) or claim.exact
