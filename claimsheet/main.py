"""``claimsheet``: one command, with a subcommand for each thing that it does."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from claimsheet import check


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="claimsheet", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check.add_parser(commands)
    arguments = parser.parse_args(argv)
    return int(arguments.run(arguments))


if __name__ == "__main__":
    sys.exit(main())
