"""A checklist as the JSON that goes over the wire: plain dicts, lists, strings and numbers.

The command, the worker and the API all write what this module makes; the marshmallow schemas in
``service`` describe it.
"""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import hashlib
from typing import Any

from claims import identity
from claims.html import HtmlText
from claims.model import Attribution, Checklist, Claim, ClaimKind, DateRef, Finding, Span, Value
from claims.offsets import Utf16
from claims.selectors import Quote, quotes
from claims.sentences import sentences
from claims.spacy_model import model_label
from claims.version import VERSION


def checklist_body(checklist: Checklist) -> dict[str, Any]:
    """``generator``, ``anchor``, ``summary``, ``items`` and ``findings`` of the checklist."""
    texts = dict(checklist.article.fields())
    places = {name: Utf16(text) for name, text in texts.items()}
    html = checklist.article.html
    items = [
        _item(claim, quote, texts[claim.field], places[claim.field])
        | (_in_html(claim.span, html) if html and claim.field == "body" else {})
        for claim, quote in zip(checklist.items, _quotes(checklist), strict=True)
    ]
    kinds = collections.Counter(item["kind"] for item in items)
    return {
        "text_sha256": hashlib.sha256(
            checklist.article.text.encode("utf-8", "replace")
        ).hexdigest(),
        "anchor": {
            "date": checklist.anchor.date.isoformat() if checklist.anchor.date else None,
            "source": checklist.anchor.source.value,
        },
        "generator": {"version": VERSION, "model": model_label()},
        "words": sum(len(text.split()) for text in texts.values()),
        "summary": {
            "items": len(items),
            "findings": len(checklist.findings),
            "by_kind": dict(kinds),
            "by_status": {"unchecked": len(items)} if items else {},
        },
        "items": items,
        "findings": [_finding(finding) for finding in checklist.findings],
    }


def unchecked() -> dict[str, Any]:
    """The ``check`` of an item that nobody has ticked."""
    return {
        "status": "unchecked",
        "reason": None,
        "correction": None,
        "note": None,
        "sources": [],
        "checked_by": None,
        "checked_at": None,
        "assigned_to": None,
        "stale": False,
    }


def added_item(
    text: str, field: str, span: Span, kind: ClaimKind, note: str | None
) -> dict[str, Any]:
    """An item for a claim that a person has marked in a field's text."""
    exact = text[span.start : span.end]
    at = (s for s in sentences(text) if s.start <= span.start < s.end)
    sentence = next(at, span)
    claim = Claim(
        kind=kind,
        field=field,
        span=span,
        exact=exact,
        sentence=sentence,
        value=None,
        attribution=Attribution(),
        id="p" + identity.digest(kind, field, exact, str(span.start)),
        question=f"Is “{exact}” right?",
        priority=1.0,
        reasons=("added by a person",),
    )
    (quote,) = quotes(text, [span])
    item = _item(claim, quote, text, Utf16(text))
    item["check"]["note"] = note
    return item


def _quotes(checklist: Checklist) -> list[Quote]:
    """For each item, in order, the words that find its place in its field."""
    found: dict[str, Quote] = {}
    for name, text in checklist.article.fields():
        claims = [claim for claim in checklist.items if claim.field == name]
        html = checklist.article.html if name == "body" else None
        around = quotes(text, [claim.span for claim in claims], html)
        found.update((claim.id, quote) for claim, quote in zip(claims, around, strict=True))
    return [found[claim.id] for claim in checklist.items]


def _in_html(span: Span, html: HtmlText) -> dict[str, Any]:
    """Where a claim of the body stands in the HTML that was handed in."""
    place = html.block_of(span)
    return {
        "block": dataclasses.asdict(place) if place else None,
        "source": dataclasses.asdict(html.to_source(span)),
    }


def _item(claim: Claim, quote: Quote, text: str, places: Utf16) -> dict[str, Any]:
    assert claim.attribution is not None
    start, end = claim.span.start, claim.span.end
    return {
        "id": claim.id,
        "kind": claim.kind.value,
        "field": claim.field,
        "same_as": claim.same_as,
        "exact": claim.exact,
        "prefix": quote.prefix,
        "suffix": quote.suffix,
        "start": start,
        "end": end,
        "start_utf16": places.of(start),
        "end_utf16": places.of(end),
        "sentence": {
            "start": claim.sentence.start,
            "end": claim.sentence.end,
            "text": text[claim.sentence.start : claim.sentence.end],
        },
        "places": [
            {
                "start": place.start,
                "end": place.end,
                "start_utf16": places.of(place.start),
                "end_utf16": places.of(place.end),
            }
            for place in claim.places
        ],
        "question": claim.question,
        "value": _value(claim.value),
        "attribution": {
            "mode": claim.attribution.mode.value,
            "source": claim.attribution.source,
        },
        "modality": claim.modality.value,
        "priority": claim.priority,
        "reasons": list(claim.reasons),
        "references": [{"label": r.label, "url": r.url} for r in claim.references],
        "check": unchecked(),
        "version": 1,
    }


def _value(value: Value | None) -> dict[str, Any]:
    if value is None:
        return {}
    return {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}


def _plain(value: Any) -> Any:
    if isinstance(value, DateRef):
        return {"timex": value.timex, "item": value.item}
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _value(value)  # type: ignore[arg-type]
    return value


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "type": finding.type.value,
        "severity": finding.severity.value,
        "message": finding.message,
        "items": list(finding.items),
    }
