"""The checklist as Markdown: a task list, the findings first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from service.exports.material import Material
from service.exports.sheet import counted, sources, status

# "*", "[", "<", and what would begin a list or a heading: Markdown's own characters
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!])")
_DONE = ("confirmed", "corrected", "dismissed")


def render(material: Material) -> bytes:
    return "\n".join([*_lines(material.checklist), ""]).encode()


def _lines(checklist: Mapping[str, Any]) -> Iterator[str]:
    article = checklist["article"]
    yield f"# {_plain(article['headline'] or article['external_id'] or 'Checklist')}"
    yield ""
    yield _about(checklist)
    if checklist["findings"]:
        yield from ("", "## Findings", "")
        for finding in checklist["findings"]:
            yield f"- **{finding['severity']}**: {_plain(finding['message'])}"
    field = None
    for item in checklist["items"]:
        if item["field"] != field:
            field = item["field"]
            yield from ("", f"## Claims: {field}", "")
        yield from _item(item)


def _about(checklist: Mapping[str, Any]) -> str:
    article = checklist["article"]
    anchor = article["anchor"]
    said = [counted(checklist["summary"])]
    if article["version"]:
        said.append(f"Version {_plain(article['version'])}")
    if anchor["date"]:
        said.append(f"Dates read as of {anchor['date']} ({anchor['source']})")
    sign_off = checklist.get("sign_off")
    if sign_off:
        said.append(f"Cleared for print by {_plain(sign_off['by'])} on {sign_off['at'][:10]}")
    return ". ".join(said) + "."


def _item(item: Mapping[str, Any]) -> Iterator[str]:
    check = item["check"]
    box = "x" if check["status"] in _DONE and not check["stale"] else " "
    yield f"- [{box}] **{_plain(item['exact'])}** ({item['kind']}): {_plain(item['question'])}"
    if check["status"] == "unchecked" and not check["stale"]:
        return
    said = [status(item)]
    if check["reason"]:
        said.append(check["reason"].replace("_", " "))
    if check["correction"]:
        said.append(f"should read “{_plain(check['correction'])}”")
    if found := sources(item):
        said.append(_plain(found))
    if check["checked_by"]:
        said.append(f"{_plain(check['checked_by'])}, {(check['checked_at'] or '')[:10]}")
    if check["note"]:
        said.append(_plain(check["note"]))
    yield f"  {'; '.join(said)}"


def _plain(text: str) -> str:
    """On one line, nothing in it taken for Markdown."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
