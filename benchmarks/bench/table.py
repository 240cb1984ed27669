"""One row a figure: ours, the peer's, their ratio, the goal."""

from __future__ import annotations

import html
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """``ratio`` is ours to the peer's; ``goal`` bounds it: ("<=", 0.5) or (">=", 0.3)."""

    work: str
    ours: str
    peer: str
    ratio: float | None
    goal: tuple[str, float] | None

    @property
    def met(self) -> bool | None:
        if self.ratio is None or self.goal is None:
            return None
        sign, bound = self.goal
        return self.ratio <= bound if sign == "<=" else self.ratio >= bound


def in_turns(
    *works: Callable[[], object],
    rounds: int = 7,
    clock: Callable[[], float] = time.process_time,
    warm: bool = True,
) -> list[float]:
    """The median time of each, each run once a round, so that a slow moment hits all alike.

    CPU seconds by default: they bear a machine that others use as well. ``warm`` runs each once
    before it counts.
    """
    took: list[list[float]] = [[] for _ in works]
    for work in works if warm else ():
        work()
    for _ in range(rounds):
        for work, times in zip(works, took, strict=True):
            began = clock()
            work()
            times.append(clock() - began)
    return [statistics.median(times) for times in took]


def in_pairs(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of the ratios of the turns that stood beside each other."""
    return statistics.median(a / b for a, b in zip(ours, theirs, strict=True))


def markdown(rows: Sequence[Row]) -> str:
    lines = ["| work | ours | beside | ratio | goal | met |", "|---|---|---|---|---|---|"]
    for row in rows:
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        goal = "" if row.goal is None else f"{row.goal[0]} {row.goal[1]:g}"
        met = {True: "yes", False: "no", None: ""}[row.met]
        lines.append(f"| {row.work} | {row.ours} | {row.peer} | {ratio} | {goal} | {met} |")
    return "\n".join(lines) + "\n"


def plot(rows: Sequence[Row]) -> str:
    """An SVG of every ratio against its goal: the bar ends at the ratio, the line is the goal."""
    shown = [row for row in rows if row.ratio is not None and row.goal is not None]
    height, left, width = 28, 460, 360
    parts = []
    for n, row in enumerate(shown):
        assert row.ratio is not None
        assert row.goal is not None
        scale = width / 2 / row.goal[1]
        length = min(width, row.ratio * scale)
        colour = "#00694b" if row.met else "#a13400"
        y = 30 + n * height
        goal = f"goal {html.escape(row.goal[0])} {row.goal[1]:g}"
        parts += [
            f'<text x="{left - 10}" y="{y + 14}" text-anchor="end">{html.escape(row.work)}</text>',
            f'<rect x="{left}" y="{y}" width="{length:.0f}" height="18" fill="{colour}"/>',
            f'<text x="{left + length + 6:.0f}" y="{y + 14}">{row.ratio:.2f} ({goal})</text>',
        ]
    bottom = 30 + len(shown) * height
    middle = left + width / 2
    parts.append(f'<line x1="{middle}" x2="{middle}" y1="22" y2="{bottom}" stroke="#1c1c1a"/>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="{bottom + 10}" '
        'font-family="sans-serif" font-size="13">'
        '<rect width="100%" height="100%" fill="#fff"/>'
        f'<text x="{middle}" y="16" text-anchor="middle">goal</text>' + "".join(parts) + "</svg>\n"
    )
