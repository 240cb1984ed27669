"""``claimsheet backup`` and ``claimsheet restore``: everything that is kept, as NDJSON."""

from __future__ import annotations

import argparse
import contextlib
import sys
from pathlib import Path
from typing import Any, BinaryIO

from claimsheet.running import add_data_option, running_store
from claimsheet.start import CannotStart


def add_parser(commands: Any) -> None:
    backup = commands.add_parser("backup", help="write everything that is kept, as NDJSON")
    add_data_option(backup)
    backup.add_argument("file", nargs="?", default="-", help="where to; - is standard output")
    backup.set_defaults(run=_backup)
    restore = commands.add_parser("restore", help="read what backup has written")
    add_data_option(restore)
    restore.add_argument("file", nargs="?", default="-", help="where from; - is standard input")
    restore.add_argument(
        "--replace", action="store_true", help="overwrite articles that are there already"
    )
    restore.set_defaults(run=_restore)


def _backup(arguments: argparse.Namespace) -> int:
    import orjson

    from store import backup

    store = running_store(arguments.data)
    count = 0
    with _opened(arguments.file, "wb", sys.stdout.buffer) as out:
        for line in backup.dump(store):
            out.write(orjson.dumps(line) + b"\n")
            count += line.get("type") == "article"
    print(f"{count} articles written.", file=sys.stderr)
    return 0


def _restore(arguments: argparse.Namespace) -> int:
    from store import backup

    store = running_store(arguments.data)
    try:
        with _opened(arguments.file, "rb", sys.stdin.buffer) as source:
            count = backup.restore(store, backup.lines(source), replace=arguments.replace)
    except (backup.BadBackup, OSError) as error:
        raise CannotStart(str(error)) from error
    print(f"{count} articles restored.", file=sys.stderr)
    return 0


def _opened(name: str, mode: str, standard: BinaryIO) -> contextlib.AbstractContextManager[Any]:
    return contextlib.nullcontext(standard) if name == "-" else Path(name).open(mode)
