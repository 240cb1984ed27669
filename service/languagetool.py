"""The LanguageTool HTTP protocol, so that any editor with such a client can show claims.

LanguageTool is written in Java: offsets and lengths count UTF-16 code units of the text as it was
sent, markup included.
https://languagetool.org/http-api/
"""

from __future__ import annotations

import collections
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claims.html import Alignment
from claims.model import Span
from claims.offsets import Utf16
from claims.submission import BadField
from claims.version import VERSION

LANGUAGES = (
    ("English", "en", "en"),
    ("English (Australian)", "en", "en-AU"),
    ("English (Canadian)", "en", "en-CA"),
    ("English (GB)", "en", "en-GB"),
    ("English (New Zealand)", "en", "en-NZ"),
    ("English (South African)", "en", "en-ZA"),
    ("English (US)", "en", "en-US"),
)
CATEGORY = {"id": "CLAIMS", "name": "Claims to be checked"}
_AROUND = 40
# "</p>", "<li class=x>": ends a paragraph even when a client does not say how to take it
_BLOCK_TAG = re.compile(r"</?(?:p|div|li|ul|ol|h[1-6]|tr|td|th|blockquote|br)\b", re.I)


@dataclass(frozen=True, slots=True)
class Annotated:
    """Text to be checked, and how its places lie in what was sent."""

    text: str
    sent: str
    alignment: Alignment | None = None

    def to_sent(self, span: Span) -> Span:
        return self.alignment.to_source(span) if self.alignment else span


@dataclass(frozen=True, slots=True)
class Rules:
    """Which matches are wanted, by the ids of rules and categories."""

    enabled: frozenset[str] = frozenset()
    disabled: frozenset[str] = frozenset()
    enabled_only: bool = False

    @classmethod
    def of(cls, form: Mapping[str, str]) -> Rules:
        """From ``enabledRules``, ``disabledRules``, … ``Categories`` and ``enabledOnly``."""

        def named(*fields: str) -> frozenset[str]:
            words = ",".join(form.get(field, "") for field in fields).split(",")
            return frozenset(word.strip() for word in words if word.strip())

        return cls(
            named("enabledRules", "enabledCategories"),
            named("disabledRules", "disabledCategories"),
            form.get("enabledOnly") in ("true", "yes"),
        )

    def want(self, rule: str) -> bool:
        names = {rule, CATEGORY["id"]}
        if self.enabled_only:
            return bool(names & self.enabled)
        return not names & self.disabled


def annotated(data: Any) -> Annotated:
    """The text of ``data``: ``{"annotation": [{"text"}, {"markup", "interpretAs"}]}``.

    Raises:
        BadField: it has another shape.
    """
    if isinstance(data, dict) and isinstance(data.get("text"), str):
        return Annotated(data["text"], data["text"])
    pieces = data.get("annotation") if isinstance(data, dict) else None
    if not isinstance(pieces, list):
        raise BadField("data", 'send {"annotation": [{"text": "…"}, {"markup": "<b>"}, …]}')
    alignment, sent, length = Alignment(), [], 0
    for n, piece in enumerate(pieces):
        said, read = _piece(n, piece)
        if read:
            alignment.add(read, length, length + len(said))
        sent.append(said)
        length += len(said)
    return Annotated("".join(alignment.pieces), "".join(sent), alignment)


def _piece(n: int, piece: Any) -> tuple[str, str]:
    """One piece as it was sent, and as it is to be read."""
    if isinstance(piece, dict):
        text, markup = piece.get("text"), piece.get("markup")
        if isinstance(text, str) and markup is None:
            return text, text
        if isinstance(markup, str) and text is None:
            read = piece.get("interpretAs")
            if read is None:
                read = "\n\n" if _BLOCK_TAG.match(markup) else ""
            if isinstance(read, str):
                return markup, read
    raise BadField(f"data/annotation/{n}", 'must be {"text": "…"} or {"markup": "…"}')


def language_of(code: str | None) -> dict[str, str]:
    """The language of an answer.

    Raises:
        BadField: none was given, or one that is not English.
    """
    if not code:
        raise BadField("language", "is missing; send en, en-US, … or auto")
    for name, short, long in LANGUAGES:
        if code.lower() in (long.lower(), "auto"):
            return {"name": name, "code": long if code != "auto" else short}
    raise BadField("language", f"{code!r} is not supported yet; send en, en-US, … or auto")


def answer(
    given: Annotated, checklist: Mapping[str, Any], language: Mapping[str, str], rules: Rules
) -> dict[str, Any]:
    """The answer of ``/v2/check``: every claim as a match, with what contradicts it."""
    return {
        "software": {
            "name": "Claimsheet",
            "version": VERSION,
            "buildDate": "",
            "apiVersion": 1,
            "premium": False,
            "premiumHint": "",
            "status": "",
        },
        "warnings": {"incompleteResults": False},
        "language": {**language, "detectedLanguage": {**language, "confidence": 1.0}},
        "matches": _matches(given, checklist, rules),
    }


def _matches(given: Annotated, checklist: Mapping[str, Any], rules: Rules) -> list[dict[str, Any]]:
    warnings: dict[str, list[str]] = collections.defaultdict(list)
    for finding in checklist.get("findings", ()):
        for item_id in finding["items"]:
            warnings[item_id].append(finding["message"])
    utf16 = Utf16(given.sent)
    items = [i for i in checklist.get("items", ()) if rules.want(_rule_id(i["kind"]))]
    return [_match(given, utf16, item, warnings[item["id"]]) for item in items]


def _match(
    given: Annotated, utf16: Utf16, item: Mapping[str, Any], warnings: Sequence[str]
) -> dict[str, Any]:
    span = Span(item["start"], item["end"])
    sent = given.to_sent(span)
    start, end = utf16.of(sent.start), utf16.of(sent.end)
    kind = item["kind"].replace("_", " ")
    return {
        "message": " ".join([item["question"], *warnings]),
        "shortMessage": f"Check this {kind}",
        "replacements": [],
        "offset": start,
        "length": end - start,
        "context": _context(given.text, span),
        "sentence": item["sentence"]["text"],
        "type": {"typeName": "Hint"},
        "rule": {
            "id": _rule_id(item["kind"]),
            "description": f"A claim to be checked: {kind}",
            "issueType": "inconsistency" if warnings else "uncategorized",
            "urls": [{"value": r["url"]} for r in item["references"] if r["url"]],
            "category": CATEGORY,
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def _context(text: str, span: Span) -> dict[str, Any]:
    """The words around a match on one line, "…" where the text goes on, as LanguageTool writes."""
    begin, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    before = ("..." if begin else "") + text[begin : span.start]
    words, after = text[span.start : span.end], text[span.end : end]
    line = re.sub(r"\s", " ", before + words + after + ("..." if end < len(text) else ""))
    utf16 = Utf16(line)
    start = utf16.of(len(before))
    return {"text": line, "offset": start, "length": utf16.of(len(before + words)) - start}


def _rule_id(kind: str) -> str:
    return f"CLAIM_{kind.upper()}"
