"""A time limit on request bodies: who sends a byte a minute must not hold a connection for ever."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import gevent
from werkzeug.exceptions import RequestTimeout

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

T = TypeVar("T")


def body_in_time(app: WSGIApplication, seconds: float) -> WSGIApplication:
    """The application, which answers 408 to a body that is not there after the time."""

    def serve(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        environ["wsgi.input"] = _InTime(environ["wsgi.input"], seconds)
        return app(environ, start_response)

    return serve


class _InTime:
    """A request's stream; all reads together get the time.

    Raises:
        RequestTimeout: by any read, when it is over.
    """

    def __init__(self, stream: Any, seconds: float) -> None:
        self._stream = stream
        self._deadline = time.monotonic() + seconds

    def read(self, *size: int) -> bytes:
        got: bytes = self._timed(self._stream.read, *size)
        return got

    def readline(self, *size: int) -> bytes:
        got: bytes = self._timed(self._stream.readline, *size)
        return got

    def readlines(self, *size: int) -> list[bytes]:
        return self._timed(self._stream.readlines, *size)

    def __iter__(self) -> Iterable[bytes]:
        return iter(self.readline, b"")

    def _timed(self, read: Callable[..., T], *size: int) -> T:
        left = max(0.001, self._deadline - time.monotonic())
        with gevent.Timeout(left, RequestTimeout):
            return read(*size)
