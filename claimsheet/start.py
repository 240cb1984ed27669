"""What every command needs before it can start: its settings, or a sentence why it cannot."""

from __future__ import annotations

import ipaddress
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.settings import Settings


class CannotStart(Exception):
    """Why nothing was started, in a sentence for the person at the terminal."""


def read_settings(*, needs_redis: bool = False, listening_at: str = "127.0.0.1") -> Settings:
    """The settings of this process' environment.

    Raises:
        CannotStart: one cannot be read, ``REDIS_URL`` is needed and not there, or the address is
            public and nobody is asked for a key.
    """
    # Imported here: what stands above is imported by every command, also those without Redis.
    from store.settings import BadSetting, Settings

    try:
        settings = Settings.from_environ(os.environ)
    except BadSetting as error:
        raise CannotStart(str(error)) from error
    if needs_redis and settings.redis_url is None:
        raise CannotStart("REDIS_URL is not set; `claimsheet serve` brings a server of its own.")
    if settings.require_keys is False and not _is_loopback(listening_at):
        raise CannotStart(
            f"CLAIMSHEET_REQUIRE_KEYS is 0, and {listening_at} is reached from other machines. "
            "Unset it, or listen at 127.0.0.1."
        )
    return settings


def keep_to_one_core() -> None:
    """More workers, not more threads in each. Numpy reads it when it is loaded."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
