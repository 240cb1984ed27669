"""A rise or a fall against its two ends: "up 20 percent to $120 million from $110 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.figures import Figure, shown
from claims.model import Severity
from claims.quantities.numerals import numerals
from claims.reckoning import rounding
from claims.reckoning.line import Line, Slip

_UP = re.compile(
    r"\b(?:rose|risen|ris(?:e|es|ing)|increas(?:e|ed|es|ing)|gr(?:ew|own|ows|owing|owth)|climb\w*"
    r"|jump\w*|surg(?:e|ed|ing)|gain\w*|advanc(?:e|ed|ing)|soar\w*|leap\w*|up|higher|more|above"
    r"|improv\w*|warmer|over)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:fell|fall(?:s|en|ing)?|declin(?:e|ed|es|ing)|drop\w*|slip(?:ped|s)?|slid\w*|slump\w*"
    r"|shr(?:ank|unk|ink\w*)|decreas(?:e|ed|ing)|tumbl\w*|plung\w*|plummet\w*|sank|sunk|down|lower"
    r"|less|fewer|below|lost|los(?:s|es)|dip(?:ped)?|reduc(?:ed|tion)|cooler|under)\b",
    re.IGNORECASE,
)
_W = r"(?: (?!(?:and|but|while|as|than)\b)[\w’'$%-]+)"
# "$120 million from $110 million", "114p, against 120p", "€600 a month to €780"
_LINK = re.compile(
    rf"{_W}{{0,4}},? (?:\(|—|– )?(?:up |down )?"
    r"(?P<link>to|from|against|compared (?:with|to)|versus|instead of|on)"
    rf"(?: the| an?| last year’s| its| their| some| previous| level| of| year){{0,3}} ",
    re.IGNORECASE,
)
# "20 percent to ", "30 per cent in five years, from "
_OPENS = re.compile(rf"{_W}{{0,5}}?,? (?P<link>to|from|at)(?: an?| the)? ", re.IGNORECASE)
# "…, an increase of ", "… (up ", "…, or "
_CLOSES = re.compile(
    rf"{_W}{{0,6}}?(?:,| —| –| \()? ?(?:or |which is |that is )?(?:an? )?(?:\w+ )?"
    r"(?P<way>up|down|rise|increase|gain|jump|growth|fall|drop|decline|decrease|loss|cut|dip|slump"
    r"|leap|surge|reduction|slide|climb|plunge|hike)(?: of| by)?(?: an?)? ",
    re.IGNORECASE,
)
# "12 more than the 28", "2.1 degrees above the usual 7.3C", "6p down on"
_THAN = re.compile(
    rf"{_W}{{0,2}} (?P<way>above|below|(?:more|less|fewer|higher|lower|better|worse|warmer|cooler)"
    rf"(?: \w+)? than|up on|down on|up from|down from)"
    r"(?: the| an?| last year’s| its| their| usual| average| normal| of| previous){0,4} ",
    re.IGNORECASE,
)
# "$28 a share, 40 percent above Monday’s close of $20", "58, or 5 percent more than the 55"
_SHARE_THAN = re.compile(
    r",? (?P<way>above|below|(?:more|less|fewer|higher|lower|dearer|cheaper) than|up on|down on"
    r"|up from|down from)(?: the| an?| last| its| their| [A-Z][a-z]+’s| [a-z]+’s| close| closing"
    r"| price| level| record| average| usual| of| year’s| week’s| month’s| previous| earlier)"
    r"{0,6} ",
    re.IGNORECASE,
)
# "6 percent more, 53 crowns a loaf instead of 50"
_MORE = re.compile(
    r" (?:more|less|fewer|higher|lower|dearer|cheaper|up|down)(?:,|:| —| –| \() ?(?:or |to |at )?",
    re.IGNORECASE,
)
_STARTS = re.compile(rf"{_W}{{0,7}}(?:,| —| –| \() ?(?:or |that is |some )?(?:an? )?")
_SHARE_STARTS = re.compile(r"(?: (?:an?|per) [a-z]+)?(?:,| —| –| \() ?(?:or |that is |some )?")
_AND = re.compile(r"(?: [\w’'-]+){1,5},? (?:and|against|to) ")
_PRICE = re.compile(r"\b(?:close|closing|price) of $")  # that of one share
_PER = re.compile(r" (?:per|each|an?) (?!year|month|week|quarter|decade|day)\w")
_MORE_THAN = re.compile(r" (?:more|fewer|less)\b[^,;.]* than\b")


def find(line: Line) -> Iterator[Slip]:
    for n, figure in enumerate(line.figures):
        if not figure.exact:
            continue
        yield from _times(line, n)
        yield from _points(line, n)
        if rounding.is_share(figure):
            yield from _share_of_change(line, n)
        else:
            yield from _difference(line, n)


# "6,400 people, twice the 3,200 of the week before"
_TWICE = re.compile(
    r"(?: [\w’-]+){0,6},? (?P<times>twice|double|three times|four times|half) (?:the|its|their) "
    r"(?:previous |usual |average )?",
    re.IGNORECASE,
)
_TIMES = {"twice": 2.0, "double": 2.0, "three times": 3.0, "four times": 4.0, "half": 0.5}
# "61 percent, three points above the 58 percent of 2017"
_POINTS = re.compile(
    r"(?:, |,? or | \(|, or )(?P<n>[\w.-]+) (?:percentage )?points? "
    r"(?P<way>above|below|more than|less than|higher than|lower than|up from|down from|up on"
    r"|down on) (?:the |its |their )?(?:previous |last year’s )?",
    re.IGNORECASE,
)


def _times(line: Line, n: int) -> Iterator[Slip]:
    """A number that is twice another: a tenth is granted."""
    if n + 1 >= len(line) or not (match := _TWICE.fullmatch(line.between(n))):
        return
    new, old = line.figures[n : n + 2]
    if not _are_amounts(new, old):
        return
    meant = _TIMES[match["times"].lower()] * old.number
    if abs(new.number - meant) > 0.1 * meant + new.half_unit:
        yield Slip(
            f"{shown(new)} is not {match['times'].lower()} {shown(old)}.",
            (new, old),
            Severity.MEDIUM,
        )


def _points(line: Line, n: int) -> Iterator[Slip]:
    """Two shares and the points between them."""
    one = line.figures[n]
    later = line.figures[n + 1 : n + 3]
    two = next((f for f in later if f.is_percent), None)
    if not one.is_percent or two is None or not two.exact:
        return
    match = _POINTS.fullmatch(line.text[one.span.end : two.span.start])
    found = numerals(match["n"]) if match else []
    if len(found) != 1:
        return
    apart, step = abs(one.number - two.number), float(found[0].value)
    if abs(apart - step) > one.half_unit + two.half_unit + 0.5:
        yield Slip(
            f"Between {shown(one)} and {shown(two)} lie {rounding.plain(apart)} points, "
            f"not {match['n'] if match else step}.",
            (one, two),
            Severity.MEDIUM,
        )


# ---- in per cent -----------------------------------------------------------------------------


def _share_of_change(line: Line, n: int) -> Iterator[Slip]:
    share = line.figures[n]
    for new, old, way in _ends(line, n):
        if not way or not _are_amounts(new, old):
            continue
        priced = old.unit is None or _PRICE.search(
            line.text, max(0, old.span.start - 16), old.span.start
        )
        if not priced and _is_per(line, new) != _is_per(line, old):
            continue
        low, high = rounding.change(new, old, way)
        if rounding.fits(share, low, high):
            return
        turned = rounding.change(old, new, -way)
        if not rounding.fits(share, *turned):
            yield Slip(
                f"From {shown(old)} to {shown(new)} is a change of "
                f"{rounding.percent(low, high)}, not of {shown(share)}.",
                (share, new, old),
                Severity.MEDIUM,
            )
        return


def _ends(line: Line, n: int) -> Iterator[tuple[Figure, Figure, int]]:
    """(new, old, +1 or -1) for the share at n, in each order in which they may be told."""
    figures = line.figures
    before = _way(line.before(n, 30), last=True)
    if n + 2 < len(figures):
        opens, link = _OPENS.fullmatch(line.between(n)), _LINK.fullmatch(line.between(n + 1))
        if opens and link and opens["link"].lower() != link["link"].lower():
            to_first = opens["link"].lower() != "from"
            new, old = (n + 1, n + 2) if to_first else (n + 2, n + 1)
            if to_first or link["link"].lower() == "to":
                yield figures[new], figures[old], before
    if n >= 2 and (closes := _CLOSES.fullmatch(line.between(n - 1))):
        link = _LINK.fullmatch(line.between(n - 2))
        if link and link["link"].lower() != "on":
            new, old = (n - 1, n - 2) if link["link"].lower() == "to" else (n - 2, n - 1)
            yield figures[new], figures[old], _way(closes["way"])
    starts = n >= 1 and n + 1 < len(figures) and _SHARE_STARTS.fullmatch(line.between(n - 1))
    if starts and (than := _SHARE_THAN.fullmatch(line.between(n))):
        yield figures[n - 1], figures[n + 1], _way(than["way"].replace("dearer", "higher"))
    if n + 2 < len(figures) and (more := _MORE.fullmatch(line.between(n))):
        link = _LINK.fullmatch(line.between(n + 1))
        if link and link["link"].lower() not in ("to", "on"):
            yield figures[n + 1], figures[n + 2], _way(more.group())
    if n >= 1 and n + 1 < len(figures) and (closes := _CLOSES.fullmatch(line.between(n - 1))):
        link = _LINK.fullmatch(line.between(n))
        if link and link["link"].lower() != "to":
            yield figures[n - 1], figures[n + 1], _way(closes["way"])


def _way(words: str, *, last: bool = False) -> int:
    """+1 for a rise, -1 for a fall, 0 when the words tell neither, or both."""
    ups, downs = list(_UP.finditer(words)), list(_DOWN.finditer(words))
    if last and ups and downs:
        return 1 if ups[-1].start() > downs[-1].start() else -1
    return bool(ups) - bool(downs)


def _are_amounts(new: Figure, old: Figure) -> bool:
    shares = rounding.is_share(new) or rounding.is_share(old)
    plain = new.exact and old.exact and new.number > 0 and old.number > 0
    return plain and not shares and not rounding.incomparable(new, old)


def _is_per(line: Line, figure: Figure) -> bool:
    """ "$6.44 a share" is not to be held against "$387.8 million"."""
    return bool(_PER.match(line.text, figure.span.end))


# ---- in the unit itself ----------------------------------------------------------------------


def _difference(line: Line, n: int) -> Iterator[Slip]:
    """ "6p lower at 114p, against 120p", "9.4C, 2.1 degrees above the usual 7.3C"."""
    step = line.figures[n]
    for one, two in _two_ends(line, n):
        if not (one.exact and two.exact) or not _alike(step, one, two):
            continue
        apart = abs(one.number - two.number)
        slack = step.half_unit + one.half_unit + two.half_unit
        if abs(apart - step.number) > slack + 1e-6:
            yield Slip(
                f"Between {shown(one)} and {shown(two)} lie {rounding.plain(apart)}, "
                f"not {shown(step)}.",
                (step, one, two),
                Severity.MEDIUM,
            )
        return


def _two_ends(line: Line, n: int) -> Iterator[tuple[Figure, Figure]]:
    figures = line.figures
    if n + 2 < len(figures):
        opens, link = _OPENS.fullmatch(line.between(n)), _LINK.fullmatch(line.between(n + 1))
        told = line.before(n, 25) + (opens.group() if opens else "")
        turned = link and opens and opens["link"].lower() != link["link"].lower()
        if turned and link and link["link"].lower() != "on" and _way(told, last=True):
            yield figures[n + 1], figures[n + 2]
    if n >= 2:
        link, closes = _LINK.fullmatch(line.between(n - 2)), _CLOSES.fullmatch(line.between(n - 1))
        if link and closes and link["link"].lower() != "on":
            yield figures[n - 2], figures[n - 1]
        joined, more = _AND.fullmatch(line.between(n - 2)), _MORE_THAN.match(line.between(n))
        if joined and more and _STARTS.fullmatch(line.between(n - 1)):
            yield figures[n - 2], figures[n - 1]
    if 1 <= n < len(figures) - 1 and _THAN.fullmatch(line.between(n)):
        gap = line.between(n - 1)
        if _STARTS.fullmatch(gap) or _CLOSES.fullmatch(gap):
            yield figures[n - 1], figures[n + 1]


def _alike(step: Figure, one: Figure, two: Figure) -> bool:
    shares = any(rounding.is_share(f) for f in (step, one, two))
    units = {f.unit for f in (step, one, two)} - {None}
    if any(u is not None and u.startswith("°") for u in units):
        units -= {"degrees"}  # "9.4C, 2.1 degrees above the usual 7.3C"
    counted = all(u is not None and not u.isupper() for u in units)
    same = len(units) <= 1 or (counted and _MORE_UNITS.isdisjoint(units))
    return not shares and same and 0 < step.number <= max(one.number, two.number)


_MORE_UNITS = frozenset("percent times m km kg tons points".split()) | {"percentage points"}
