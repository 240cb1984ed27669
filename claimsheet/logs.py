"""Logs on standard error: a line an event, JSON unless a person is looking.

What the web side says through :mod:`logging` and the workers through structlog comes out alike.
Texts of articles are not logged, at any level.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import MutableMapping, Sequence
from typing import Any

import structlog

_LONGEST_CHAIN = 5
# What these say at "info" repeats what we log ourselves.
_TALKATIVE = ("rq", "rq.worker", "rq.job", "gunicorn.access")


def configure(level: str) -> None:
    """Log from this level on: ``debug``, ``info``, ``warning`` or ``error``."""
    shared: Sequence[Any] = (
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _where_it_broke,
    )
    person = sys.stderr.isatty()
    renderer: Any = (
        structlog.dev.ConsoleRenderer() if person else structlog.processors.JSONRenderer()
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(root.level),
        cache_logger_on_first_use=True,
    )


def _where_it_broke(
    _logger: Any, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """An exception as its kind and its frames. Its words may be an article's, and are left out."""
    given = event.pop("exc_info", None)
    error = sys.exc_info()[1] if given is True else given[1] if isinstance(given, tuple) else given
    chain: list[str] = []
    while isinstance(error, BaseException) and len(chain) < _LONGEST_CHAIN:
        frames = "".join(traceback.format_tb(error.__traceback__))
        chain.append(f"{frames}{type(error).__qualname__}")
        error = error.__cause__ or error.__context__
    if chain:
        event["exception"] = "\nafter\n".join(chain)
    return event
