"""What the page calls things."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

KINDS = {
    "diplomatic_event": "Diplomatic event",
    "treaty": "Treaty",
    "quotation": "Quotation",
    "date": "Date",
    "quantity": "Quantity",
    "office": "Office",
    "superlative": "Superlative",
    "person_fact": "Fact about a person",
    "law": "Law or case",
    "name": "Name",
}
STATUSES = {
    "unchecked": "To check",
    "confirmed": "Confirmed",
    "corrected": "Corrected",
    "disputed": "Disputed",
    "unverifiable": "Unverifiable",
    "dismissed": "Dismissed",
}
REASONS = {
    "not_a_claim": "Not a claim",
    "duplicate": "Duplicate",
    "out_of_scope": "Out of scope",
}
MODALITIES = {
    "planned": "planned",
    "hypothetical": "not said to have happened",
    "negated": "denied",
}
_HIDDEN = {"earliest", "latest", "readings", "known", "fragment", "aliases", "variants", "type"}


def kind(name: str) -> str:
    """The heading of a kind; one that is newer than this page is shown by its name."""
    return KINDS.get(name, name.replace("_", " ").capitalize())


def value(item: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The normalised value as (label, words), without what is empty."""
    shown = []
    for name, part in item["value"].items():
        words = "" if name in _HIDDEN else _words(part)
        if words:
            shown.append((name.replace("_", " "), words))
    return shown


def _words(part: Any) -> str:
    if part is None or part is False or part == []:
        return ""
    if part is True:
        return "yes"
    if isinstance(part, Mapping):
        return str(part.get("text") or part.get("code") or part.get("timex") or "")
    if isinstance(part, list):
        return ", ".join(_words(one) for one in part)
    return str(part).replace("_", " ")
