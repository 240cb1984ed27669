"""A checklist as text for a person: findings on top, then the claims, kind by kind.

Each claim stands underlined in its sentence, with the question to answer, its value, why it
matters and where one would look. Reads the JSON of the wire contract, so that it prints what the
API answers and what :mod:`claims.wire` makes alike.
"""

from __future__ import annotations

import os
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TextIO

_TITLES = {
    "date": "Dates",
    "treaty": "Treaties",
    "diplomatic_event": "Diplomatic events",
    "quotation": "Quotations",
    "office": "Offices",
    "quantity": "Quantities",
    "superlative": "Superlatives",
    "person_fact": "Facts about people",
    "law": "Laws and cases",
    "name": "Names",
}
_INDENT = "     "
_SEVERITIES = {"high": "red", "medium": "yellow", "low": "cyan"}


@dataclass(frozen=True, slots=True)
class Style:
    """How to print: ``width`` in columns; ``colour`` with ANSI escapes or without."""

    width: int = 96
    colour: bool = False

    def paint(self, text: str, *names: str) -> str:
        if not (self.colour and text and names):
            return text
        return f"\x1b[{';'.join(_CODES[name] for name in names)}m{text}\x1b[0m"


_CODES = {"bold": "1", "dim": "2", "under": "4", "red": "31", "yellow": "33", "cyan": "36"}


def style_for(stream: TextIO, columns: int | None = None) -> Style:
    """Colour on a terminal, unless ``NO_COLOR`` is set (https://no-color.org) or it is dumb."""
    terminal = stream.isatty()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    if columns is None:
        columns = os.get_terminal_size(stream.fileno()).columns if terminal else 96
    return Style(width=max(40, min(columns, 110)), colour=terminal and not plain)


def render(checklist: Mapping[str, Any], style: Style) -> str:
    """The whole report. No character of the article can steer the terminal."""
    return "\n".join(_lines(checklist, style)) + "\n"


def _lines(checklist: Mapping[str, Any], style: Style) -> Iterator[str]:
    items: Sequence[Mapping[str, Any]] = checklist["items"]
    numbers = {item["id"]: n for n, item in enumerate(items, 1)}
    yield from _head(checklist, style)
    for finding in checklist["findings"]:
        yield from _finding(finding, numbers, style)
    for kind in _kinds(items):
        group = [item for item in items if item["kind"] == kind]
        title = _TITLES.get(kind, kind.replace("_", " ").capitalize())
        yield ""
        yield style.paint(f"{title} ({len(group)})", "bold")
        for item in group:
            yield ""
            yield from _item(item, numbers, style)


def _head(checklist: Mapping[str, Any], style: Style) -> Iterator[str]:
    article = checklist.get("article") or {}
    headline = _clean(article.get("headline") or "Checklist")
    yield from (style.paint(line, "bold") for line in textwrap.wrap(headline, style.width))
    anchor = article.get("anchor") or checklist.get("anchor") or {}
    yield f"{_counts(checklist)} · {_anchor(anchor)}"


def _counts(checklist: Mapping[str, Any]) -> str:
    claims, findings = len(checklist["items"]), len(checklist["findings"])
    ticked = sum(item["check"]["status"] != "unchecked" for item in checklist["items"])
    said = [f"{claims} claim{'s' * (claims != 1)} to check"]
    said += [f"{ticked} checked"] if ticked else []
    said += [f"{findings} finding{'s' * (findings != 1)}"] if findings else []
    return ", ".join(said)


def _anchor(anchor: Mapping[str, Any]) -> str:
    sources = {"published_at": "the date of publication", "header": "the article's header"}
    if not anchor.get("date"):
        return "no date to read relative dates against"
    source = sources.get(anchor["source"], f"the article's {anchor['source']}")
    return f"dates read against {anchor['date']}, from {source}"


def _kinds(items: Iterable[Mapping[str, Any]]) -> list[str]:
    there = dict.fromkeys(item["kind"] for item in items)
    return [kind for kind in _TITLES if kind in there] + [k for k in there if k not in _TITLES]


def _finding(finding: Mapping[str, Any], numbers: Mapping[str, int], style: Style) -> Iterator[str]:
    severity = finding["severity"]
    places = ", ".join(str(numbers[item]) for item in finding["items"] if item in numbers)
    label = f"! {severity}"
    words = f"{_clean(finding['message'])} [{places}]" if places else _clean(finding["message"])
    lines = textwrap.wrap(words, style.width - 11) or [""]
    yield ""
    yield style.paint(f"{label:<11}", "bold", _SEVERITIES.get(severity, "cyan")) + lines[0]
    yield from (" " * 11 + line for line in lines[1:])


def _item(item: Mapping[str, Any], numbers: Mapping[str, int], style: Style) -> Iterator[str]:
    number = f"{numbers[item['id']]:>3}. "
    for n, line in enumerate(_quoted(item, style)):
        yield (number if n == 0 else _INDENT) + line
    yield from _labelled("?", item["question"], style, "bold")
    yield from _labelled("=", _value(item), style)
    yield from _labelled("!", "; ".join(item["reasons"]), style, "yellow")
    for reference in item["references"]:
        said = " ".join(part for part in (reference["label"], reference["url"]) if part)
        yield from _labelled("→", said, style, "dim")
    check = item["check"]
    if check["status"] != "unchecked":
        by = f" by {check['checked_by']}" if check.get("checked_by") else ""
        yield from _labelled("✓", f"{check['status']}{by}", style, "cyan")


def _labelled(mark: str, words: str, style: Style, *paint: str) -> Iterator[str]:
    for n, line in enumerate(textwrap.wrap(_clean(words), style.width - len(_INDENT) - 2)):
        yield f"{_INDENT}{mark if n == 0 else ' '} {style.paint(line, *paint)}"


# ---- the claim in its sentence --------------------------------------------------------------


def _quoted(item: Mapping[str, Any], style: Style) -> Iterator[str]:
    """The sentence in lines; the claim underlined, by escapes or by a line of tildes below."""
    start = item["sentence"]["start"]
    text = _clean(item["sentence"]["text"])
    marked = [False] * len(text)
    for place in item.get("places") or [item]:
        for n in range(max(0, place["start"] - start), min(len(text), place["end"] - start)):
            marked[n] = True
    for first, last in _wrap(text, style.width - len(_INDENT)):
        line, under = text[first:last], marked[first:last]
        if style.colour:
            yield "".join(style.paint(part, "bold", "under") if on else part
                          for on, part in _runs(line, under))  # fmt: skip
            continue
        yield line
        if any(under):
            signs = (("~" if on else " ") * _columns(char)
                     for char, on in zip(line, under, strict=True))  # fmt: skip
            yield "".join(signs).rstrip()


def _wrap(text: str, width: int) -> Iterator[tuple[int, int]]:
    """(start, end) of each line; breaks at spaces, and within words longer than a line."""
    start = 0
    while start < len(text):
        end, columns, last_space = start, 0, None
        while end < len(text) and columns + _columns(text[end]) <= width:
            if text[end] == " ":
                last_space = end
            columns += _columns(text[end])
            end += 1
        if end < len(text) and text[end] != " " and last_space is not None:
            end = last_space
        if text[start:end].strip():
            yield start, end
        start = max(end, start + 1)
        while start < len(text) and text[start] == " ":
            start += 1


def _runs(line: str, marked: Sequence[bool]) -> Iterator[tuple[bool, str]]:
    start = 0
    for n in range(1, len(line) + 1):
        if n == len(line) or marked[n] != marked[start]:
            yield marked[start], line[start:n]
            start = n


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _clean(text: str) -> str:
    """Character by character, so that offsets hold: blanks as spaces, controls as a dot.

    Escapes, and marks that change the direction of writing, would let an article redraw the
    terminal of its checker.
    """
    return "".join(map(_clean_character, text))


def _clean_character(character: str) -> str:
    if character.isspace():
        return " "
    return "·" if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn") else character


# ---- values ---------------------------------------------------------------------------------


def _value(item: Mapping[str, Any]) -> str:
    said = [*_said(item["value"])]
    if item["modality"] != "asserted":
        said.append(item["modality"])
    attribution = item["attribution"]
    if attribution["mode"] != "own_voice":
        source = f" of {attribution['source']}" if attribution["source"] else ""
        said.append(attribution["mode"].replace("_", " ") + source)
    if item["same_as"]:
        said.append("mentioned before")
    return " · ".join(said)


def _said(value: Mapping[str, Any]) -> Iterator[str]:
    for name, part in value.items():
        if name in ("earliest", "latest") and part == value.get("timex"):
            continue
        label, said = name.replace("_", " "), _plain(part)
        if said:
            yield label if part is True else f"{label} {said}"


def _plain(part: Any) -> str:
    if part is None or part is False:
        return ""
    if isinstance(part, Mapping):
        if "timex" in part:
            return str(part["timex"])
        code, text = part.get("code"), part.get("text")
        return f"{code} ({text})" if code and text else str(code or text or "")
    if isinstance(part, list):
        return ", ".join(_plain(each) for each in part)
    return str(part)
