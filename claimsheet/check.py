"""``claimsheet check``: the checklist of files or of standard input, in this process."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any

from claims import Article, check, wire


def add_parser(commands: Any) -> None:
    parser = commands.add_parser("check", help=__doc__)
    parser.add_argument("files", nargs="*", metavar="FILE", help="articles; - is standard input")
    parser.add_argument("--published", type=dt.date.fromisoformat, metavar="DATE")
    parser.add_argument(
        "--ndjson",
        action="store_true",
        help="one article as JSON a line in, one checklist a line out",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    if arguments.ndjson:
        return _ndjson()
    for name in arguments.files or ["-"]:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
        body = wire.checklist_body(check(Article(text=text, published=arguments.published)))
        print(json.dumps(body, ensure_ascii=False))
    return 0


def _ndjson() -> int:
    for line in sys.stdin:
        given = json.loads(line)
        published = given.get("published_at")
        article = Article(
            text=given["text"],
            headline=given.get("headline"),
            standfirst=given.get("standfirst"),
            captions=tuple(given.get("captions", ())),
            published=dt.date.fromisoformat(published[:10]) if published else None,
        )
        print(json.dumps(wire.checklist_body(check(article)), ensure_ascii=False))
    return 0
