"""How far rounded figures may be apart and still agree."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claims.figures import Figure, shown

_MONEY = re.compile(r"[A-Z]{3}")
# A share in words is a rough one: "a third" may stand for anything from 29 to 38 in a hundred.
_IN_WORDS = 0.15


def incomparable(one: Figure, two: Figure) -> bool:
    """Whether one of two figures is money or a measure and the other is not the same."""
    units = {one.unit, two.unit}
    measured = any(
        u is not None and (_MONEY.fullmatch(u) or u in ("percent", "percentage points"))
        for u in units
    )
    other = None not in units and any(u is not None and u.isupper() for u in units)
    return (measured or other) and one.unit != two.unit


def change(new: Figure, old: Figure, sign: int) -> tuple[float, float]:
    """The least and the greatest change in per cent that the rounded figures allow."""
    ends = [
        sign * ((new.number + a) / max(old.number + b, 1e-9) - 1) * 100
        for a in (-new.half_unit, new.half_unit)
        for b in (-old.half_unit, old.half_unit)
    ]
    return min(ends), max(ends)


def ratio(part: Figure, whole: Figure) -> tuple[float, float]:
    """The least and the greatest share in per cent that the rounded figures allow."""
    ends = [
        (part.number + a) / max(whole.number + b, 1e-9) * 100
        for a in (-part.half_unit, part.half_unit)
        for b in (-whole.half_unit, whole.half_unit)
    ]
    return min(ends), max(ends)


def is_share(figure: Figure) -> bool:
    """ "9 percent", "a third" or "one in four"."""
    return figure.is_percent or _in_words(figure) or ratio_of(figure) is not None


def ratio_of(figure: Figure) -> float | None:
    """ "one in four" as a number between 0 and 1."""
    value = figure.claim.value
    against = getattr(value, "against", None)
    if figure.unit != "ratio" or not against or "to" in figure.claim.exact.split("-"):
        return None
    share = figure.number / float(against)
    return share if 0 < share < 1 and " to " not in figure.claim.exact else None


def _in_words(figure: Figure) -> bool:
    plain = figure.unit is None and 0 < figure.number < 1
    return plain and not any(map(str.isdigit, figure.claim.exact))


def fits(share: Figure, low: float, high: float) -> bool:
    """Whether the stated share lies within what the numbers allow, rounding granted twice over."""
    ratio = ratio_of(share)
    if _in_words(share) or ratio is not None:
        stated = (share.number if ratio is None else ratio) * 100
        return low - _IN_WORDS * stated <= stated <= high + _IN_WORDS * stated
    decimals = share.claim.exact.split("%")[0].split()[0].partition(".")[2]
    slack = 10.0 ** -len(decimals) if decimals.isdigit() else 1.0
    slack = max(slack, 0.02 * abs(share.number))
    return low - slack <= share.number <= high + slack


def percent(low: float, high: float) -> str:
    middle = (low + high) / 2
    return f"about {middle:.1f} percent" if abs(middle) < 10 else f"about {middle:.0f} percent"


def added(figures: Iterable[Figure]) -> str:
    """ "7 + 5": the figures as the article writes them."""
    return " + ".join(shown(figure) for figure in figures)


def plain(number: float) -> str:
    number = round(number, 6)
    return f"{number:,.0f}" if number == int(number) else f"{number:,.2f}".rstrip("0")
