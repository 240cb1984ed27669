"""The store of a running service, for the commands that an operator types beside it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimsheet.start import CannotStart, read_settings

if TYPE_CHECKING:
    from store import Store


def add_data_option(parser: Any) -> None:
    parser.add_argument(
        "--data",
        type=Path,
        default=Path(".claimsheet"),
        metavar="DIR",
        help="the folder of a running `claimsheet serve`, where REDIS_URL is not set",
    )


def running_store(data: Path) -> Store:
    """The store at ``REDIS_URL``, or that of the `claimsheet serve` that runs on the folder.

    Raises:
        CannotStart: there is neither.
    """
    from claimsheet.embedded import EmbeddedServer
    from store import open_store
    from store.settings import Settings

    settings = read_settings()
    if settings.redis_url is not None:
        return open_store(settings)
    server = EmbeddedServer(data.resolve(), fsync="everysec", maxmemory_bytes=0)
    if not server.answers():
        raise CannotStart(
            f"REDIS_URL is not set, and no `claimsheet serve` runs on {data}; start one, or name "
            "its folder with --data"
        )
    return open_store(Settings.from_environ({**os.environ, "REDIS_URL": server.url}))
