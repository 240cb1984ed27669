"""The checklist as W3C Web Annotations: a page of annotations, one an item, in JSON-LD.

The quote of an annotation is found in the published page. For an article that came as HTML both
selectors count in the text nodes of that HTML, as a script in the page meets them.
https://www.w3.org/TR/annotation-model/
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from claims.model import Span
from claims.selectors import Quote, quotes
from service.exports.material import Material

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

Item = Mapping[str, Any]


def render(material: Material) -> bytes:
    checklist = material.checklist
    path = f"{material.base}/v1/articles/{checklist['article']['id']}/checklist"
    found = []
    for field in material.texts:
        items = [item for item in checklist["items"] if item["field"] == field]
        for item, place in zip(items, _places(material, field, items), strict=True):
            found.append(_annotation(material, item, place, f"{path}/items/{item['id']}"))
    page = {
        "@context": CONTEXT,
        "id": f"{path}?format=annotations",
        "type": "AnnotationPage",
        "partOf": {
            "id": path,
            "type": "AnnotationCollection",
            "label": checklist["article"]["headline"] or "Claims to be checked",
            "total": len(found),
        },
        "startIndex": 0,
        "items": found,
    }
    return orjson.dumps(page)


def _places(material: Material, field: str, items: Sequence[Item]) -> list[tuple[Quote, Span]]:
    """For each item the words and the place that it has in the page, or in its field."""
    text, spans = material.texts[field], [Span(item["start"], item["end"]) for item in items]
    if field == "body" and material.html is not None:
        text, spans = material.html.dom_text, [material.html.to_dom(span) for span in spans]
    return list(zip(quotes(text, spans), spans, strict=True))


def _annotation(
    material: Material, item: Item, place: tuple[Quote, Span], address: str
) -> dict[str, Any]:
    check, checklist = item["check"], material.checklist
    annotation: dict[str, Any] = {
        "@context": CONTEXT,
        "id": address,
        "type": "Annotation",
        "motivation": "questioning" if check["status"] == "unchecked" else "reviewing",
        "generator": {
            "id": f"{material.base}/",
            "type": "Software",
            "name": f"Claimsheet {checklist['generator']['version']}",
        },
        "created": checklist["generated_at"],
        "body": _bodies(item, checklist["article"]["language"]),
        "target": _target(material, item["field"], *place),
    }
    if check["checked_by"]:
        annotation["creator"] = {"type": "Person", "name": check["checked_by"]}
    if check["checked_at"]:
        annotation["modified"] = check["checked_at"]
    return annotation


def _bodies(item: Item, language: str) -> list[dict[str, str]]:
    check = item["check"]
    said = [(item["question"], "questioning"), (item["kind"], "tagging")]
    said += [(check["status"], "reviewing")]
    said += [(check["reason"], "classifying")] if check["reason"] else []
    said += [(check["correction"], "editing")] if check["correction"] else []
    said += [(check["note"], "commenting")] if check["note"] else []
    return [
        {
            "type": "TextualBody",
            "value": value,
            "format": "text/plain",
            "language": language,
            "purpose": purpose,
        }
        for value, purpose in said
    ]


def _target(material: Material, field: str, quote: Quote, span: Span) -> dict[str, Any]:
    article = f"{material.base}/v1/articles/{material.checklist['article']['id']}"
    return {
        "type": "SpecificResource",
        "source": material.url or f"{article}/text",
        "scope": f"{article}/text#{field}",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": quote.exact,
                "prefix": quote.prefix,
                "suffix": quote.suffix,
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }
