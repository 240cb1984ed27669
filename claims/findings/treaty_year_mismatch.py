"""A treaty is given a year that none of its dates fits: "the 1985 INF Treaty"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.document import Context
from claims.model import Claim, Finding, FindingType, Severity, TreatyValue
from claims.treaties import Treaty, treaties


def find(context: Context, claims: Sequence[Claim]) -> Iterable[Finding]:
    """Silent unless the treaty is known, is told from its homonyms, and has a date to go by."""
    known = {treaty.name: treaty for treaty in treaties()}
    wrong: dict[tuple[str, int], list[Claim]] = {}
    for claim in claims:
        value = claim.value
        if not isinstance(value, TreatyValue) or value.year_in_text is None:
            continue
        treaty = known.get(value.name) if value.known else None
        if treaty and (value.adopted or value.signed) and not treaty.fits(value.year_in_text):
            wrong.setdefault((treaty.name, value.year_in_text), []).append(claim)
    for (name, year), mentions in wrong.items():
        yield Finding(
            type=FindingType.TREATY_YEAR_MISMATCH,
            severity=Severity.HIGH,
            message=_message(known[name], year),
            items=tuple(claim.id for claim in mentions),
        )


def _message(treaty: Treaty, year: int) -> str:
    named = (
        ("adopted", treaty.adopted),
        ("signed", treaty.signed),
        ("in force from", treaty.in_force),
    )
    dates = ", ".join(f"{what} {date}" for what, date in named if date)
    return f"The article gives {year} for “{treaty.name}”, which none of its dates fits: {dates}."
