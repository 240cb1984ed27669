"""``claimsheet worker``: one worker, for production, against ``REDIS_URL``."""

from __future__ import annotations

import argparse
import os
from typing import Any

from claimsheet.start import read_settings


def add_parser(commands: Any) -> None:
    parser = commands.add_parser("worker", help=__doc__, description=__doc__)
    parser.add_argument(
        "--burst", action="store_true", help="end when the queue is empty instead of waiting"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    settings = read_settings(needs_redis=True)
    # One core a worker: more workers, not more threads in each. Read when numpy is loaded.
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    from claimsheet import logs
    from workers import main

    logs.configure(settings.log_level)

    main.run(settings, burst=arguments.burst)
    return 0
