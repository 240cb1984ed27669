"""What every command needs before it can start: its settings, or a sentence why it cannot."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.settings import Settings


class CannotStart(Exception):
    """Why nothing was started, in a sentence for the person at the terminal."""


def read_settings(*, needs_redis: bool = False) -> Settings:
    """The settings of this process' environment.

    Raises:
        CannotStart: one cannot be read, or ``REDIS_URL`` is needed and not there.
    """
    # Imported here: what stands above is imported by every command, also those without Redis.
    from store.settings import BadSetting, Settings

    try:
        settings = Settings.from_environ(os.environ)
    except BadSetting as error:
        raise CannotStart(str(error)) from error
    if needs_redis and settings.redis_url is None:
        raise CannotStart("REDIS_URL is not set; `claimsheet serve` brings a server of its own.")
    return settings
