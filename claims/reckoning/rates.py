"""One rate told by two spans of time: "€1,500 a month, or €18,000 a year"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.figures import shown
from claims.model import Severity
from claims.reckoning.line import Line, Slip
from claims.reckoning.rounding import incomparable

# How many of the first make one of the second, at least and at most: a week has 5 to 7 days of it.
_TIMES = {
    ("hour", "day"): (6, 24),
    ("hour", "week"): (35, 168),
    ("day", "week"): (5, 7),
    ("day", "month"): (20, 31),
    ("day", "year"): (200, 366),
    ("week", "month"): (4, 4.5),
    ("week", "year"): (46, 52.3),
    ("month", "quarter"): (3, 3),
    ("month", "year"): (12, 12),
    ("quarter", "year"): (4, 4),
}
_PER = r"(?: [\w’-]+){0,3}? (?:an?|per|each|every) "
_UNIT = r"(hour|day|week|month|quarter|year)\b"
_JOINT = re.compile(
    rf"{_PER}{_UNIT},? ?(?:\(|—|–)? ?(?:or|which (?:is|makes|comes to|adds up to)|that is|making)?"
    r" ?(?:about |some |roughly |just over |nearly |almost )?"
)
_AFTER = re.compile(rf"{_PER}{_UNIT}")
_HEDGED = 0.08


def find(line: Line) -> Iterator[Slip]:
    for n, (one, two) in enumerate(zip(line.figures, line.figures[1:], strict=False)):
        joint = _JOINT.fullmatch(line.between(n))
        after = _AFTER.match(line.between(n + 1))
        if not joint or not after or not one.number or one.is_percent or two.is_percent:
            continue
        if incomparable(one, two) or not re.search(
            r"\bor\b|which|that is|mak|[(—–]", joint.group()
        ):
            continue
        span = _TIMES.get((joint[1], after[1]))
        if span is None:
            continue
        slack = _HEDGED if not (one.exact and two.exact) else 0.03
        low = (two.number - two.half_unit) / (one.number + one.half_unit) * (1 - slack)
        high = (two.number + two.half_unit) / max(one.number - one.half_unit, 1e-9) * (1 + slack)
        if high < span[0] or low > span[1]:
            yield Slip(
                f"{shown(one)} a {joint[1]} does not make {shown(two)} a {after[1]}.",
                (one, two),
                Severity.MEDIUM,
            )
