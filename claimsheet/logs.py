"""Logs on standard error: a line an event, JSON unless a person is looking.

What the web side says through :mod:`logging` and the workers through structlog comes out alike.
Texts of articles are not logged, at any level.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from typing import Any

import structlog

# What these say at "info" repeats what we log ourselves.
_TALKATIVE = ("rq", "rq.worker", "rq.job", "gunicorn.access")


def configure(level: str) -> None:
    """Log from this level on: ``debug``, ``info``, ``warning`` or ``error``."""
    shared: Sequence[Any] = (
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
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
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
