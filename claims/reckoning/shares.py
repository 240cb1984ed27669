"""A share against its part and its whole: "1,800 of its 20,000 workers, or 9 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.figures import Figure, shown
from claims.model import Severity
from claims.reckoning import rounding
from claims.reckoning.line import Line, Slip

_THE = r"(?:the|its|their|his|her|all|those|these|a|some)"
# "1,800 of its 20,000", "820 out of 3,280"
_OF = re.compile(
    rf"(?: [a-z][\w-]*){{0,2}} (?:out of|of {_THE}|(?:out )?of(?= $))(?: [a-z-]+){{0,2}} ",
    re.IGNORECASE,
)
_OR = re.compile(r"(?: [\w’-]+){0,5}(?:, or |, about |, nearly | \(|, | — | or )")
_OR_PERCENT = re.compile(r"(?: [\w’-]+){0,5}, (?:or )?(?:about |nearly |almost |some |roughly )?")
# "3,100 operations, of which 62, or 2 per cent,"
_OF_WHICH = re.compile(r"(?: [\w’-]+){1,4},? of (?:which|whom) (?:only |just )?")
_OF_WHICH_SHARE = re.compile(r"(?: [\w’-]+){0,3}(?:, or | \()(?:about |nearly |just )?(?:a )?")
# "409,000 people in 2019, two thirds of them, about 274,000,"
_SOME = re.compile(r"(?: [\w’-]+){0,5},? ")
_OF_THEM = re.compile(r" of (?:them|which|whom|it|these|that),? (?:or )?(?:about |some |nearly )?")
_PERCENT_OF = re.compile(rf",? of {_THE} (?:[a-z-]+ ){{0,2}}(?:of )?")
_BARE_OF = re.compile(r" of (?:the|its|their) ")
# "of the £2.3m only £460,000, a fifth,": the whole first
_WHOLE_FIRST = re.compile(r"\bof (?:the|its|their|all|those|these)(?: [a-z]+)? $", re.IGNORECASE)
_THEN_PART = re.compile(r"(?: [\w’-]+){0,6},? (?:only |just |some )?")
_THEN_SHARE = re.compile(r"(?: [a-z]+){0,2}(?:, or |, | \(| — | – )(?:about |nearly |just )?")
# "a third of the pupils, 40 of 120,"
_SHARE_FIRST = re.compile(r" of(?: [\w’-]+){1,7}(?:, or |, | \(| — | – )")


# "82 percent of the 900 nurses, 738, stayed away"
_OF_WHOLE = re.compile(rf" of (?:{_THE} )?(?:[a-z]+ )?(?=$)")
_ASIDE = re.compile(r"(?: [\w’-]+){1,4}, (?:or )?(?:about |some )?")

_HEDGED = 0.15  # "about 4 percent": how far it may be off, as a share of it


def find(line: Line) -> Iterator[Slip]:
    figures = line.figures
    for n, part in enumerate(figures[:-1]):
        whole = figures[n + 1]
        if _is_more_than_all(line, n, part, whole):
            yield Slip(
                f"{shown(part)} cannot be “of the {shown(whole)}”.", (part, whole), Severity.HIGH
            )
        if _is_more_than_its_whole(line, n, part, whole):
            yield Slip(
                f"{shown(whole)} cannot be “of” {shown(part)}.", (part, whole), Severity.HIGH
            )
    for part, whole, share in _told(line):
        if (
            not all(_is_plain(f) for f in (part, whole, share))
            or not whole.number
            or rounding.is_share(part)
            or rounding.is_share(whole)
        ):
            continue
        if rounding.incomparable(part, whole) or part.number > whole.number:
            continue
        low, high = rounding.ratio(part, whole)
        exact = part.exact and whole.exact and (share.exact or rounding.ratio_of(share))
        hedged = 0.0 if exact else _HEDGED
        if not rounding.fits(share, low * (1 - hedged), high * (1 + hedged)):
            yield Slip(
                f"{shown(part)} of {shown(whole)} is {rounding.percent(low, high)}, "
                f"not {shown(share)}.",
                (part, whole, share),
                Severity.MEDIUM,
            )


def _is_plain(figure: Figure) -> bool:
    """One number, be it hedged or not; "one in four" is one share."""
    value = figure.claim.value
    if rounding.ratio_of(figure) is not None:
        return True
    return getattr(value, "range", None) is None and getattr(value, "against", None) is None


def _told(line: Line) -> Iterator[tuple[Figure, Figure, Figure]]:
    """(part, whole, share) in each order in which a sentence tells them."""
    for n in range(len(line) - 2):
        one, two, three = line.figures[n : n + 3]
        first, second = line.between(n), line.between(n + 1)
        if rounding.is_share(three) and _OF.fullmatch(first) and _OR.fullmatch(second):
            yield one, two, three
        elif rounding.is_share(three) and _OF_WHICH.fullmatch(first):
            if _OF_WHICH_SHARE.fullmatch(second):
                yield two, one, three
        elif (
            rounding.is_share(two)
            and _OR_PERCENT.fullmatch(first)
            and _PERCENT_OF.fullmatch(second)
        ):
            yield one, three, two
        if rounding.is_share(two) and _SOME.fullmatch(first) and _OF_THEM.fullmatch(second):
            yield three, one, two
        elif rounding.is_share(three) and _WHOLE_FIRST.search(line.before(n)):
            if _THEN_PART.fullmatch(first) and _THEN_SHARE.fullmatch(second):
                yield two, one, three
        elif rounding.is_share(one) and _OF_WHOLE.fullmatch(first) and _ASIDE.fullmatch(second):
            if line.between(n + 2).startswith(","):
                yield three, two, one
        elif rounding.is_share(one) and _SHARE_FIRST.fullmatch(first) and _OF.fullmatch(second):
            yield two, three, one


def _is_more_than_all(line: Line, n: int, part: Figure, whole: Figure) -> bool:
    shares = rounding.is_share(part) or rounding.is_share(whole)
    counted = not shares and part.unit in (None, whole.unit)
    plain = part.exact and whole.exact and bool(_BARE_OF.fullmatch(line.between(n)))
    return counted and plain and part.number > whole.number > 1


def _is_more_than_its_whole(line: Line, n: int, whole: Figure, part: Figure) -> bool:
    """ "a fleet of 58 planes, of which 60 are leased"."""
    shares = rounding.is_share(part) or rounding.is_share(whole)
    counted = not shares and part.unit in (None, whole.unit) and part.exact and whole.exact
    return counted and part.number > whole.number > 1 and bool(_OF_WHICH.fullmatch(line.between(n)))


# "That is one in eight."
_THAT_IS = re.compile(
    r"(?:That|This|It) (?:is|was|would be|makes|means) (?:about |nearly |some )?$"
)


def told_next(line: Line, following: Line) -> Iterator[Slip]:
    """ "It will cut 1,200 of its 9,600 jobs. That is one in eight."; a share told by itself."""
    share = following.figures[0]
    yield from _half_of_them(line, following)
    if len(following) != 1 or not _THAT_IS.fullmatch(following.before(0)):
        return
    stated = _in_percent(share)
    parts = [
        (one, two)
        for n, (one, two) in enumerate(zip(line.figures, line.figures[1:], strict=False))
        if _OF.fullmatch(line.between(n)) and not rounding.incomparable(one, two)
    ]
    if stated is None or len(parts) != 1 or not all(_is_plain(f) for f in parts[0]):
        return
    part, whole = parts[0]
    if rounding.is_share(part) or rounding.is_share(whole) or not 0 < part.number <= whole.number:
        return
    low, high = rounding.ratio(part, whole)
    if not low * (1 - _HEDGED) - 1 <= stated <= high * (1 + _HEDGED) + 1:
        meant = rounding.percent(low, high)
        yield Slip(
            f"{shown(part)} of {shown(whole)} is {meant}, not {shown(share)}.",
            (part, whole, share),
            Severity.MEDIUM,
        )


def _in_percent(share: Figure) -> float | None:
    """ "one in eight" is 12.5, "a third" 33.3."""
    if (ratio := rounding.ratio_of(share)) is not None:
        return ratio * 100
    if not rounding.is_share(share):
        return None
    return share.number if share.is_percent else share.number * 100


# "Half of them, 25,000, have been used."
_THEM_NEXT = re.compile(r" of (?:them|these|those), (?:or )?(?:about |some |nearly )?")


def _half_of_them(line: Line, following: Line) -> Iterator[Slip]:
    """A share of what the sentence before counts last, and its number."""
    if len(following) < 2 or following.figures[0].span.start != following.start:
        return
    share, part = following.figures[:2]
    whole = line.figures[-1]
    if not rounding.is_share(share) or not _THEM_NEXT.fullmatch(following.between(0)):
        return
    counts = [f for f in line.figures if f.exact and not rounding.is_share(f) and f.unit]
    if counts != [whole] or rounding.is_share(part) or rounding.incomparable(part, whole):
        return
    low, high = rounding.ratio(part, whole)
    if not rounding.fits(share, low, high):
        meant = rounding.percent(low, high)
        yield Slip(
            f"{shown(part)} of {shown(whole)} is {meant}, not {shown(share).lower()}.",
            (part, whole, share),
            Severity.MEDIUM,
        )
