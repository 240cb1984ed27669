"""``claimsheet settings``: every setting, as the table of ``docs/configuration.md``."""

from __future__ import annotations

import argparse
from typing import Any


def add_parser(commands: Any) -> None:
    parser = commands.add_parser("settings", help="every setting with its default and meaning")
    parser.set_defaults(run=run)


def run(_arguments: argparse.Namespace) -> int:
    from store import settings

    print(settings.described())
    return 0
