"""Checklists in the forms that desks work with: the one place where a format is added.

A format is a module of this package with a function ``render(material) -> bytes``; all are pure.
Every item is exported, what was dismissed as ``not_a_claim`` too: so a desk can see the machine's
precision in use.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from service.exports import csv, html, md, web_annotations, xlsx
from service.exports.material import Material

__all__ = ["FORMATS", "Format", "Material"]


@dataclass(frozen=True, slots=True)
class Format:
    """``extension``: of the file that a browser saves; None for what it shows itself."""

    media_type: str
    render: Callable[[Material], bytes]
    extension: str | None = None
    content_security_policy: str | None = None


FORMATS: Mapping[str, Format] = {
    "csv": Format("text/csv; charset=utf-8; header=present", csv.render, "csv"),
    "xlsx": Format(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx.render, "xlsx"
    ),
    "md": Format("text/markdown; charset=utf-8", md.render, "md"),
    "html": Format(
        "text/html; charset=utf-8", html.render, content_security_policy=html.SECURITY_POLICY
    ),
    "annotations": Format(
        'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        web_annotations.render,
    ),
}
