"""The rows of a fact-check sheet, for whatever writes them down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

COLUMNS = (
    "fact", "kind", "question", "source", "checked by", "date", "status", "note", "position",
    "reason", "correction", "assigned to", "id",
)  # fmt: skip

# A spreadsheet takes a cell that begins so for a formula, full-width forms too.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_LONGEST_CELL = 32_767


def rows(checklist: Mapping[str, Any]) -> Iterator[list[str]]:
    """A row an item, in order of place, no cell of which a spreadsheet will calculate."""
    for item in checklist["items"]:
        yield [_safe(cell) for cell in _cells(item)]


def sources(item: Mapping[str, Any]) -> str:
    """What a claim was checked against: "call with the embassy; https://… (secondary)"."""
    return "; ".join(_source(source) for source in item["check"]["sources"])


def counted(summary: Mapping[str, Any]) -> str:
    """How much there is: "63 claims, 1 finding"."""
    numbers = ((summary["items"], "claim"), (summary["findings"], "finding"))
    return ", ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in numbers)


def status(item: Mapping[str, Any]) -> str:
    """The status, and that the words have changed since."""
    check = item["check"]
    return f"{check['status']} (stale)" if check["stale"] else str(check["status"])


def _source(source: Mapping[str, Any]) -> str:
    said = " ".join(part for part in (source.get("citation"), source.get("url")) if part)
    return f"{said} (secondary)" if source.get("kind") == "secondary" else said


def _cells(item: Mapping[str, Any]) -> Iterator[str]:
    check = item["check"]
    yield item["exact"]
    yield item["kind"]
    yield item["question"]
    yield sources(item)
    yield check["checked_by"] or ""
    yield (check["checked_at"] or "")[:10]
    yield status(item)
    yield check["note"] or ""
    yield f"{item['field']} {item['start']}–{item['end']}"
    yield check["reason"] or ""
    yield check["correction"] or ""
    yield check["assigned_to"] or ""
    yield item["id"]


def _safe(cell: str) -> str:
    """With an apostrophe before what would be a formula: "=HYPERLINK(…)", "-5"."""
    guarded = f"'{cell}" if cell.startswith(_FORMULA) else cell
    return guarded[:_LONGEST_CELL]
