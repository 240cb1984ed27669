"""The article for print: claims underlined and numbered, a wide margin with boxes to tick."""

from __future__ import annotations

import base64
import hashlib
import itertools
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from markupsafe import escape

from claims import sentences
from service.exports.material import Material
from service.exports.sheet import counted, sources, status

_STYLE = (Path(__file__).parent / "print.css").read_text("utf-8")
_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
SECURITY_POLICY = (
    f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; frame-ancestors 'none'"
)
_DONE = ("confirmed", "corrected", "dismissed")

Item = Mapping[str, Any]


def render(material: Material) -> bytes:
    article = material.checklist["article"]
    title = escape(article["headline"] or article["external_id"] or "Checklist")
    language = escape(article["language"])
    page = [
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">',
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>",
        f"<h1>{title}</h1>",
        *_about(material.checklist),
        *_fields(material),
        "</body>\n</html>\n",
    ]
    return "\n".join(page).encode()


def _about(checklist: Mapping[str, Any]) -> Iterator[str]:
    anchor = checklist["article"]["anchor"]
    dated = f" Dates read as of {escape(anchor['date'])}." if anchor["date"] else ""
    yield f"<p>{counted(checklist['summary'])}.{dated}</p>"
    if sign_off := checklist.get("sign_off"):
        by, at = escape(sign_off["by"]), escape(sign_off["at"][:10])
        yield f"<p>Cleared for print by {by}, {at}.</p>"
    if checklist["findings"]:
        yield '<h2>Findings</h2>\n<ul class="findings">'
        for finding in checklist["findings"]:
            yield f"<li>{escape(finding['severity'])}: {escape(finding['message'])}</li>"
        yield "</ul>"


def _fields(material: Material) -> Iterator[str]:
    numbered = list(enumerate(material.checklist["items"], 1))
    for field, text in material.texts.items():
        mine = sorted(
            ((n, item) for n, item in numbered if item["field"] == field),
            key=lambda pair: (pair[1]["start"], pair[0]),
        )
        yield f"<h2>{escape(field)}</h2>"
        left = 0
        for paragraph in sentences.paragraphs(text):
            right = left
            while right < len(mine) and mine[right][1]["start"] < paragraph.end:
                right += 1
            yield from _row(text, paragraph.start, paragraph.end, mine[left:right])
            left = right


def _row(text: str, start: int, end: int, items: Sequence[tuple[int, Item]]) -> Iterator[str]:
    yield f'<div class="row">\n<p>{_marked(text, start, end, items)}</p>'
    if items:
        yield '<ul class="margin">'
        for number, item in items:
            yield _margin(number, item)
        yield "</ul>"
    yield "</div>"


def _marked(text: str, start: int, end: int, items: Sequence[tuple[int, Item]]) -> str:
    """The paragraph with every claim underlined; where claims overlap, one line under both."""
    spans = [(max(start, i["start"]), min(end, i["end"]), n, i) for n, i in items]
    edges = sorted({start, end, *(s for s, _, _, _ in spans), *(e for _, e, _, _ in spans)})
    opening = sorted(spans, key=lambda span: span[0])
    active: list[tuple[int, int, int, Item]] = []
    out, at = [], 0
    for here, there in itertools.pairwise(edges):
        while at < len(opening) and opening[at][0] <= here:
            active.append(opening[at])
            at += 1
        active = [span for span in active if span[1] > here]
        words = str(escape(text[here:there]))
        if not active:
            out.append(words)
            continue
        done = all(item["check"]["status"] in _DONE for _, _, _, item in active)
        opening_tag = '<u class="done">' if done else "<u>"
        marks = "".join(f"<sup>{n}</sup>" for _, until, n, _ in active if until == there)
        out.append(f"{opening_tag}{words}</u>{marks}")
    return "".join(out)


def _margin(number: int, item: Item) -> str:
    check = item["check"]
    ticked = check["status"] in _DONE and not check["stale"]
    box = "☑" if ticked else "☐"
    said = []
    if check["status"] != "unchecked" or check["stale"]:
        said = [status(item), check["reason"], check["correction"], sources(item)]
        said += [check["checked_by"], (check["checked_at"] or "")[:10], check["note"]]
    after = "; ".join(str(escape(part)) for part in said if part)
    return (
        f'<li><span class="box">{box}</span><b>{number}</b> {escape(item["question"])}'
        + (f' <span class="said">{after}</span>' if after else "")
        + "</li>"
    )
