"""``claimsheet check``: the checklist of files or of standard input, in this process."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO

from claimsheet.start import keep_to_one_core

_FORMATS = ("text", "json", "csv", "md")
_PROGRESS_EVERY_SECONDS = 2.0


def add_parser(commands: Any) -> None:
    parser = commands.add_parser("check", help=__doc__, description=__doc__)
    parser.add_argument("files", nargs="*", metavar="FILE", help="articles; - is standard input")
    parser.add_argument(
        "--published",
        type=dt.date.fromisoformat,
        metavar="DATE",
        help="date of publication, against which dates are read (2021-03-18)",
    )
    parser.add_argument("--format", choices=_FORMATS, default="text", help="(text)")
    parser.add_argument(
        "--ndjson",
        action="store_true",
        help="one article as JSON a line in, one checklist a line out",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    keep_to_one_core()
    if arguments.ndjson:
        return _ndjson(_lines_of(arguments.files))
    published = arguments.published and arguments.published.isoformat()
    failed = 0
    for n, name in enumerate(arguments.files or ["-"]):
        try:
            checklist = checklist_of(_fields(name, published))
        except (OSError, ValueError) as error:
            failed += 1
            print(f"claimsheet: {name}: {_reason(error)}", file=sys.stderr)
            continue
        if arguments.format == "text" and len(arguments.files) > 1:
            print(f"{chr(10) * (n > 0)}== {name}\n")
        _write(written(checklist, arguments.format, sys.stdout))
    return 1 if failed else 0


def checklist_of(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The checklist of an article in the shape of ``POST /v1/articles``, as the API answers it.

    What only the service knows (ids, ticks, versions) is null or empty.

    Raises:
        ValueError: ``published_at`` or ``timezone`` cannot be read.
    """
    from claims import check, submission, wire

    body = wire.checklist_body(check(submission.to_article(fields)))
    return {
        "article": {
            "id": None,
            "external_id": fields.get("external_id"),
            "version": fields.get("version"),
            "headline": fields.get("headline"),
            "language": fields.get("language") or "en",
            "published_at": fields.get("published_at"),
            "text_sha256": body["text_sha256"],
            "anchor": body["anchor"],
        },
        "pending": None,
        "sign_off": None,
        "generated_at": None,
        "generator": body["generator"],
        "summary": body["summary"],
        "changes": {"added": [], "carried": [], "stale": [], "removed": []},
        "removed": [],
        "items": body["items"],
        "findings": body["findings"],
    }


def written(checklist: Mapping[str, Any], form: str, stream: TextIO) -> str:
    """The checklist in one of the formats, for this stream."""
    if form == "json":
        return json.dumps(checklist, ensure_ascii=False) + "\n"
    if form == "text":
        from claimsheet import report

        return report.render(checklist, report.style_for(stream))
    from service.exports import FORMATS, Material

    return FORMATS[form].render(Material(checklist)).decode()


def _fields(name: str, published: str | None) -> dict[str, Any]:
    """A file as a submission: HTML by the ending of its name, else plain text."""
    text = _read(name)
    if not text.strip():
        raise ValueError("there is no text")
    form = "html" if name.lower().endswith((".html", ".htm")) else "text"
    return {form: text, "published_at": published}


def _read(name: str) -> str:
    """The file as it is: no newline is translated, so that offsets fit the file."""
    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    return data.decode("utf-8-sig")


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8 (byte {error.start})"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON: {error}"
    name = getattr(error, "name", None)
    return f"{name}: {error}" if name else str(error)


# ---- one article a line ---------------------------------------------------------------------


def _lines_of(files: list[str]) -> Iterator[bytes]:
    for name in files or ["-"]:
        if name == "-":
            yield from sys.stdin.buffer
        else:
            with Path(name).open("rb") as file:
                yield from file


def _ndjson(lines: Iterable[bytes]) -> int:
    """A line out for each line in, in order; a bad one is answered with its error."""
    progress = _Progress()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            out = checklist_of(_validated(json.loads(line)))
        except ValueError as error:
            out = {"error": {"line": number, "detail": _reason(error)}}
            progress.fail(number, _reason(error))
        _write(json.dumps(out, ensure_ascii=False) + "\n")
        progress.step()
    progress.end()
    return 1 if progress.failed else 0


def _validated(given: Any) -> dict[str, Any]:
    """The line as the API would take it.

    Raises:
        ValueError: it would not; the message says which field and why.
    """
    from marshmallow import ValidationError

    from service.schemas import ArticleSchema

    if not isinstance(given, dict):
        raise ValueError("not a JSON object")
    try:
        fields: dict[str, Any] = ArticleSchema().load(given)
    except ValidationError as error:
        raise ValueError("; ".join(_faults(error.messages))) from error
    return fields


def _faults(messages: Any, path: str = "") -> Iterator[str]:
    if isinstance(messages, dict):
        for name, below in messages.items():
            yield from _faults(below, "" if name == "_schema" else f"{path}/{name}")
    else:
        yield f"{path or '/'}: {' '.join(map(str, messages))}"


def _write(text: str) -> None:
    """As UTF-8, whatever the locale, and at once."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


class _Progress:
    """How far it has come, on standard error: every few seconds, and at the end."""

    def __init__(self) -> None:
        self.done = 0
        self.failed = 0
        self._began = time.monotonic()
        self._next = self._began + _PROGRESS_EVERY_SECONDS

    def step(self) -> None:
        self.done += 1
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + _PROGRESS_EVERY_SECONDS
            self._say()

    def fail(self, line: int, reason: str) -> None:
        self.failed += 1
        print(f"claimsheet: line {line}: {reason}", file=sys.stderr)

    def end(self) -> None:
        self._say()

    def _say(self) -> None:
        rate = self.done / max(time.monotonic() - self._began, 1e-9)
        bad = f", {self.failed} failed" if self.failed else ""
        print(f"claimsheet: {self.done} articles{bad}, {rate:.1f} a second", file=sys.stderr)
