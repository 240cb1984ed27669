"""The sheet as an Excel workbook, with the findings on a sheet of their own."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Mapping
from typing import Any

import xlsxwriter

from service.exports.material import Material
from service.exports.sheet import COLUMNS, rows

_WIDTHS = {"fact": 32, "question": 60, "source": 32, "note": 32, "correction": 24, "position": 18}
_STATUSES = ["unchecked", "confirmed", "corrected", "disputed", "unverifiable", "dismissed"]
# What XML cannot carry, though text may.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def render(material: Material) -> bytes:
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": "Checklist", "created": _created(material.checklist)})
        heading = book.add_format({"bold": True, "bottom": 1})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        _claims(book.add_worksheet("Claims"), material.checklist, heading, wrapped)
        _findings(book.add_worksheet("Findings"), material.checklist, heading, wrapped)
    return out.getvalue()


def _claims(sheet: Any, checklist: Mapping[str, Any], heading: Any, wrapped: Any) -> None:
    last = 0
    for column, name in enumerate(COLUMNS):
        sheet.write_string(0, column, name, heading)
        sheet.set_column(column, column, _WIDTHS.get(name, 14))
    for last, row in enumerate(rows(checklist), 1):
        for column, cell in enumerate(row):
            sheet.write_string(last, column, _UNPRINTABLE.sub("", cell), wrapped)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(last, 1), len(COLUMNS) - 1)
    status = COLUMNS.index("status")
    choice = {"validate": "list", "source": _STATUSES, "error_type": "warning"}
    sheet.data_validation(1, status, max(last, 1), status, choice)


def _findings(sheet: Any, checklist: Mapping[str, Any], heading: Any, wrapped: Any) -> None:
    for column, (name, width) in enumerate((("severity", 12), ("type", 24), ("message", 90))):
        sheet.write_string(0, column, name, heading)
        sheet.set_column(column, column, width)
    for row, finding in enumerate(checklist["findings"], 1):
        for column, name in enumerate(("severity", "type", "message")):
            sheet.write_string(row, column, _UNPRINTABLE.sub("", finding[name]), wrapped)


def _created(checklist: Mapping[str, Any]) -> dt.datetime:
    """When the checklist was made, so that the same checklist is the same file."""
    stamp = checklist.get("generated_at") or "1980-01-01T00:00:00Z"
    return dt.datetime.fromisoformat(stamp).replace(tzinfo=None)
