"""The sheet as CSV: RFC 4180, UTF-8, a header, formulas made harmless."""

from __future__ import annotations

import csv
import io

from service.exports.material import Material
from service.exports.sheet import COLUMNS, rows


def render(material: Material) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows(rows(material.checklist))
    return out.getvalue().encode()
