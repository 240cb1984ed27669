"""Parts that do not add up to their total, and percentages that do not follow from their numbers.

Only what one sentence states in full is reckoned: the total and all its parts, or the share and
both its numbers. A hedged figure, "including" or "among them" leaves the finding silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.document import Context
from claims.figures import Figure, by_sentence, figures, shown
from claims.model import Claim, Finding, FindingType, QuantityValue, Severity

_UP = re.compile(
    r"\b(?:rose|risen|rises?|increas(?:ed|es|ing)|grew|grown|grows?|climb(?:ed|s|ing)?|jump(?:ed"
    r"|s|ing)?"
    r"|surg(?:ed|es|ing)|gain(?:ed|s|ing)?|advanc(?:ed|es|ing)|soar(?:ed|s|ing)?"
    r"|up)(?: by)?(?: an?)? $"
)
_DOWN = re.compile(
    r"\b(?:fell|fallen|falls?|declin(?:ed|es|ing)|dropp(?:ed|ing)|drops?|slipp(?:ed|ing)|slips?"
    r"|slid|shrank"
    r"|shrunk|decreas(?:ed|es|ing)|tumbl(?:ed|es|ing)|plung(?:ed|es|ing)|sank|sunk"
    r"|down)(?: by)?(?: an?)? $"
)
# "rose 20 percent to $120 million from $100 million"
_TO = re.compile(r",? to(?: a)? ")
_FROM = re.compile(r"(?: [a-z][\w-]*){0,3},? (?:compared with|from|up from|down from) ")
# "1,800 of its 20,000 workers, or 9 percent"; "1,800 jobs, or 9 percent of its 20,000 workers"
_OF = re.compile(
    r"(?: [a-z][\w-]*){0,2} (?:out )?of (?:the|its|their|his|her|all) (?:[a-z]+ ){0,2}"
)
_OR = re.compile(r"(?: [\w’-]+){1,5}(?:, or | \(|, | — | or )")
_OR_PERCENT = re.compile(r"(?: [\w’-]+){1,5}, or ")
_PERCENT_OF = re.compile(r" of (?:the|its|their|a|all) (?:[a-z-]+ ){0,2}(?:of )?")
_BARE_OF = re.compile(r" of (?:the|its|their) ")
# "12 people: five men and seven women", "12 people, five men and seven women,"
_OPENS_PARTS = re.compile(r"(?: [\w’-]+){1,4}(?P<mark>:| ?—| –| -|,| \() ?")
_NEXT_PART = re.compile(r"(?: [\w’-]+){0,4}(?:,| and|, and)(?: another| other| the other)? ")
_LAST_PART = re.compile(r"(?: [\w’-]+){1,4} ?(?:[.;:,)]|—|–|-|$)")
_PART_OF = re.compile(r"(?:\b(?:out|one|most|some|many|\d) of|all but|,) $")
_IN_LIST = re.compile(r"(?:[:,(—–-]|\band) ?$")
_IN_ALL = re.compile(r"(?: [\w’-]+){0,3},? (?:in all|altogether|in total|all told)\b")
_TOTALS = re.compile(
    r"(?: [\w’-]+){1,4},? (?:for |or |making |with )?(?:an? )?(?:total|combined total) of "
)
_OPEN_LIST = re.compile(
    r"\b(?:includ\w*|among|mostly|some|others?|several|many|at least|more|such as|as well|plus"
    r"|rest|too|also)\b",
    re.IGNORECASE,
)
_PERSONS = frozenset(
    "people persons men women children boys girls adults civilians soldiers officers troops "
    "democrats republicans "
    "members lawmakers students teachers passengers crew police policemen firefighters victims "
    "dead wounded injured "
    "killed hostages workers players patients residents judges justices jurors deputies senators "
    "delegates pupils "
    "guards gunmen militants protesters refugees migrants sailors pilots seats votes".split()
)


def find(context: Context, claims: Sequence[Claim]) -> Iterator[Finding]:
    for document in context.documents:
        for group in by_sentence(figures(document, claims)):
            reckoner = _Reckoner(document.text, group)
            yield from reckoner.changes()
            yield from reckoner.shares()
            yield from reckoner.totals()
            yield from reckoner.votes()


class _Reckoner:
    """The figures of one sentence and the text between them."""

    def __init__(self, text: str, group: Sequence[Figure]) -> None:
        self._text = text
        self._group = group
        self._end = group[0].sentence.end

    def _between(self, n: int) -> str:
        """The text between figure n and the next, or up to the end of the sentence."""
        following = self._group[n + 1].span.start if n + 1 < len(self._group) else self._end
        return self._text[self._group[n].span.end : min(following, self._group[n].span.end + 160)]

    def _before(self, n: int) -> str:
        start = self._group[n].span.start
        return self._text[max(self._group[n].sentence.start, start - 40) : start]

    def changes(self) -> Iterator[Finding]:
        for n in range(len(self._group) - 2):
            share, new, old = self._group[n : n + 3]
            told = share.is_percent and _TO.fullmatch(self._between(n))
            if not told or not _FROM.fullmatch(self._between(n + 1)):
                continue
            up, down = _UP.search(self._before(n)), _DOWN.search(self._before(n))
            if not (up or down) or not (share.exact and new.exact and old.exact):
                continue
            if old.number <= 0 or new.number <= 0 or _incomparable(new, old):
                continue
            low, high = _change(new, old, 1 if up else -1)
            if not _fits(share, low, high):
                yield _finding(
                    f"From {shown(old)} to {shown(new)} is a change of {_percent(low, high)}, "
                    f"not of {shown(share)}.",
                    (share, new, old),
                    Severity.MEDIUM,
                )

    def shares(self) -> Iterator[Finding]:
        for n, part in enumerate(self._group[:-1]):
            whole = self._group[n + 1]
            if self._is_more_than_all(n, part, whole):
                yield _finding(
                    f"{shown(part)} cannot be “of the {shown(whole)}”.",
                    (part, whole),
                    Severity.HIGH,
                )
            for share, whole in self._share_at(n):
                if not (part.exact and whole.exact and share.exact) or not whole.number:
                    continue
                if _incomparable(part, whole):
                    continue
                low, high = _ratio(part, whole)
                if not _fits(share, low, high):
                    yield _finding(
                        f"{shown(part)} of {shown(whole)} is {_percent(low, high)}, "
                        f"not {shown(share)}.",
                        (part, whole, share),
                        Severity.MEDIUM,
                    )

    def _share_at(self, n: int) -> Iterator[tuple[Figure, Figure]]:
        """(share, whole) where figure n is the part that both are told of."""
        if n + 2 >= len(self._group):
            return
        one, two = self._group[n + 1], self._group[n + 2]
        first, second = self._between(n), self._between(n + 1)
        if two.is_percent and _OF.fullmatch(first) and _OR.fullmatch(second):
            yield two, one
        if one.is_percent and _OR_PERCENT.fullmatch(first) and _PERCENT_OF.fullmatch(second):
            yield one, two

    def _is_more_than_all(self, n: int, part: Figure, whole: Figure) -> bool:
        counted = not part.is_percent and not whole.is_percent and part.unit in (None, whole.unit)
        plain = part.exact and whole.exact and bool(_BARE_OF.fullmatch(self._between(n)))
        return counted and plain and part.number > whole.number > 1

    def totals(self) -> Iterator[Finding]:
        for n in range(len(self._group) - 2):
            for parts, total in (self._parts_after(n), self._parts_before(n)):
                if len(parts) < 2 or total is None or not all(f.exact for f in (total, *parts)):
                    continue
                summed = sum(part.number for part in parts)
                slack = total.half_unit + sum(part.half_unit for part in parts)
                if abs(summed - total.number) > slack + 1e-6:
                    sum_ = " + ".join(shown(part) for part in parts)
                    yield _finding(
                        f"{sum_} make {_plain(summed)}, not {shown(total)}.",
                        (total, *parts),
                        Severity.HIGH,
                    )

    def _parts_after(self, n: int) -> tuple[Sequence[Figure], Figure | None]:
        """The parts listed after the total at n: "12 people: five men and seven women"."""
        total = self._group[n]
        opens = _OPENS_PARTS.fullmatch(self._between(n))
        if not opens or _OPEN_LIST.search(self._between(n)):
            return (), None
        if opens["mark"] == "," and _IN_LIST.search(self._before(n)):
            return (), None
        last = self._last_part(n + 1)
        if last is None:
            return (), None
        parts = self._group[n + 1 : last + 1]
        persons = all(_is_person(f) for f in (total, *parts))
        same = all(part.unit in (None, total.unit) for part in parts)
        alike = persons or (same and opens["mark"].strip() in (":", "—", "–", "("))
        return (parts, total) if alike else ((), None)

    def _parts_before(self, n: int) -> tuple[Sequence[Figure], Figure | None]:
        """The parts listed before their total: "five men and seven women, 12 in all"."""
        if _PART_OF.search(self._before(n)):
            return (), None
        last = n
        while last + 1 < len(self._group) and _NEXT_PART.fullmatch(self._between(last)):
            last += 1
            if "and" in self._between(last - 1).split():
                break
        if last == n or last + 1 >= len(self._group):
            return (), None
        total = self._group[last + 1]
        joint = self._between(last)
        closes = _TOTALS.fullmatch(joint) or (
            re.fullmatch(r"(?: [\w’-]+){1,4}, (?:or )?", joint)
            and _IN_ALL.match(self._between(last + 1))
        )
        listed = self._text[self._group[n].span.start : total.span.start]
        return (
            (self._group[n : last + 1], total)
            if closes and not _OPEN_LIST.search(listed)
            else ((), None)
        )

    def _last_part(self, first: int) -> int | None:
        """Index of the figure that closes the list of parts opened at ``first``."""
        last = first
        while last + 1 < len(self._group) and _NEXT_PART.fullmatch(self._between(last)):
            last += 1
            if "and" in self._between(last - 1).split():
                break
        listed = self._text[self._group[first].span.start : self._group[last].span.end]
        tail = self._between(last)
        closed = _LAST_PART.match(tail) and "and" in listed.split()
        quiet = not _OPEN_LIST.search(listed) and not _OPEN_LIST.search(tail[:40])
        return last if last > first and closed and quiet else None

    def votes(self) -> Iterator[Finding]:
        seats = [
            f for f in self._group if f.exact and f.unit in ("member", "seat", "judge", "justice")
        ]
        for figure in self._group:
            value = figure.claim.value
            if not isinstance(value, QuantityValue) or value.unit != "votes" or not value.against:
                continue
            cast = value.number + value.against
            for body in seats:
                if cast > body.number > 2 and body.span.start < figure.span.start:
                    yield _finding(
                        f"{shown(figure)} is {_plain(cast)} votes, more than the "
                        f"{shown(body)} {body.unit}s can cast.",
                        (figure, body),
                        Severity.HIGH,
                    )


def _incomparable(one: Figure, two: Figure) -> bool:
    units = {one.unit, two.unit}
    measured = any(
        u is not None and (u.isupper() or u in ("percent", "percentage points")) for u in units
    )
    return measured and one.unit != two.unit


def _change(new: Figure, old: Figure, sign: int) -> tuple[float, float]:
    """The least and the greatest change in per cent that the rounded figures allow."""
    ends = [
        sign * ((new.number + a) / max(old.number + b, 1e-9) - 1) * 100
        for a in (-new.half_unit, new.half_unit)
        for b in (-old.half_unit, old.half_unit)
    ]
    return min(ends), max(ends)


def _ratio(part: Figure, whole: Figure) -> tuple[float, float]:
    ends = [
        (part.number + a) / max(whole.number + b, 1e-9) * 100
        for a in (-part.half_unit, part.half_unit)
        for b in (-whole.half_unit, whole.half_unit)
    ]
    return min(ends), max(ends)


def _fits(share: Figure, low: float, high: float) -> bool:
    """Whether the stated share lies within what the numbers allow, rounding granted twice over."""
    decimals = share.claim.exact.split("%")[0].split()[0].partition(".")[2]
    slack = 10.0 ** -len(decimals) if decimals.isdigit() else 1.0
    slack = max(slack, 0.02 * abs(share.number))
    return low - slack <= share.number <= high + slack


def _is_person(figure: Figure) -> bool:
    return (figure.unit or "").lower() in _PERSONS


def _percent(low: float, high: float) -> str:
    middle = (low + high) / 2
    return f"about {middle:.1f} percent" if abs(middle) < 10 else f"about {middle:.0f} percent"


def _plain(number: float) -> str:
    return f"{number:,.0f}" if number == int(number) else f"{number:,.2f}"


def _finding(message: str, members: Sequence[Figure], severity: Severity) -> Finding:
    ids = tuple(figure.claim.id for figure in members)
    return Finding(FindingType.SUM_MISMATCH, severity, message, ids)
