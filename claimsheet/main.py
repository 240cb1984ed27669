"""``claimsheet``: one command, with a subcommand for each thing that it does."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from claimsheet import api, check, demo, keys, openapi, serve, worker
from claimsheet.start import CannotStart

_COMMANDS = (check, demo, serve, api, worker, keys, openapi)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="claimsheet", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for command in _COMMANDS:
        command.add_parser(commands)
    arguments = parser.parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except CannotStart as error:
        print(f"claimsheet: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
