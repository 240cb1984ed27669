"""The parts of the service as processes, one by one, so that each can be measured by itself."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from claimsheet.embedded import EmbeddedServer

_GIGABYTE = 1 << 30
# The figures are of the code, not of the defaults that protect a small newsroom.
WIDE = {
    "CLAIMSHEET_RATE_LIMIT": "100000000/minute",
    "CLAIMSHEET_QUEUE_LIMIT": "10000000",
    "CLAIMSHEET_LOG_LEVEL": "error",
}


@contextlib.contextmanager
def redis() -> Iterator[str]:
    """The embedded server with an append-only file, as `serve` runs it; its address."""
    folder = Path(tempfile.mkdtemp(prefix="claimsheet-bench-"))
    server = EmbeddedServer(folder, fsync="everysec", maxmemory_bytes=4 * _GIGABYTE)
    with _running(server.command):
        _until(server.answers)
        yield server.url
    server.clean_up()
    shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def api(url: str) -> Iterator[int]:
    """The API on a free port."""
    port = free_port()
    command = [sys.executable, "-m", "claimsheet.main", "api", "--port", str(port)]
    with _running(command, REDIS_URL=url, **WIDE):
        _until(lambda: _answers(f"http://127.0.0.1:{port}/livez"))
        yield port


@contextlib.contextmanager
def hello() -> Iterator[int]:
    """A bare Flask on the same server with the same settings."""
    port = free_port()
    options = ["-k", "gevent", "-w", "1", "--worker-connections", "1000", "--keep-alive", "75"]
    command = [sys.executable, "-m", "gunicorn", *options, "--log-level", "error"]
    with _running([*command, "-b", f"127.0.0.1:{port}", "benchmarks.bench.hello:app"]):
        _until(lambda: _answers(f"http://127.0.0.1:{port}/"))
        yield port


@contextlib.contextmanager
def worker(url: str) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "claimsheet.main", "worker"]
    with _running(command, REDIS_URL=url, **WIDE) as process:
        yield process


def burst(url: str, count: int = 1) -> tuple[float, float]:
    """Empty the queue with so many workers; wall and CPU seconds, their starting included."""
    began, before = time.perf_counter(), os.times()
    command = [sys.executable, "-m", "claimsheet.main", "worker", "--burst"]
    environ = {**os.environ, "REDIS_URL": url, **WIDE}
    started = [
        subprocess.Popen(command, env=environ, stderr=subprocess.DEVNULL) for _ in range(count)
    ]
    for process in started:
        process.wait()
    after = os.times()
    spent = after.children_user - before.children_user + after.children_system
    return time.perf_counter() - began, spent - before.children_system


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextlib.contextmanager
def _running(command: list[str], **environ: str) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command, env={**os.environ, **environ}, stdout=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=1) as answer:
            return int(answer.status) == 200
    except (urllib.error.URLError, OSError):
        return False


def _until(ready: object) -> None:
    for _ in range(300):
        if ready():  # type: ignore[operator]
            return
        time.sleep(0.1)
    raise RuntimeError("it did not come up")
