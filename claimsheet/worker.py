"""``claimsheet worker``: one worker, for production, against ``REDIS_URL``."""

from __future__ import annotations

import argparse
import socket
from typing import TYPE_CHECKING, Any

from claimsheet.start import keep_to_one_core, read_settings

if TYPE_CHECKING:
    from store.settings import Settings


def add_parser(commands: Any) -> None:
    parser = commands.add_parser("worker", help=__doc__, description=__doc__)
    parser.add_argument(
        "--burst", action="store_true", help="end when the queue is empty instead of waiting"
    )
    parser.add_argument(
        "--healthy", action="store_true", help="only ask whether one lives on this machine"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    settings = read_settings(needs_redis=True)
    if arguments.healthy:
        return 0 if _one_lives_here(settings) else 1
    keep_to_one_core()
    from claimsheet import logs
    from workers import main

    logs.configure(settings.log_level)

    main.run(settings, burst=arguments.burst)
    return 0


def _one_lives_here(settings: Settings) -> bool:
    from redis.exceptions import RedisError

    from store import open_store, workers

    store = open_store(settings)
    try:
        hosts = [store.redis.hget(worker, "hostname") for worker in workers.living(store)]
    except RedisError:
        return False
    return socket.gethostname().encode() in hosts
