"""``claimsheet``: one command, with a subcommand for each thing that it does."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from claimsheet import api, backup, check, demo, keys, openapi, serve, settings, worker
from claimsheet.start import CannotStart

_COMMANDS = (check, demo, serve, api, worker, keys, backup, settings, openapi)


def parser() -> argparse.ArgumentParser:
    """All that can be said on the command line."""
    whole = argparse.ArgumentParser(prog="claimsheet", description=__doc__)
    commands = whole.add_subparsers(dest="command", required=True)
    for command in _COMMANDS:
        command.add_parser(commands)
    return whole


def main(argv: Sequence[str] | None = None) -> int:
    arguments = parser().parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except CannotStart as error:
        print(f"claimsheet: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader has seen enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


if __name__ == "__main__":
    sys.exit(main())
