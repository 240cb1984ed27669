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
from dataclasses import dataclass
from pathlib import Path

import psutil

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


@dataclass(frozen=True, slots=True)
class Server:
    """A process that listens, with those that it has forked."""

    port: int
    pid: int

    def cpu_seconds(self) -> float:
        return cpu_seconds(self.pid)


def cpu_seconds(pid: int) -> float:
    """What a process and its children, the dead ones included, have used so far."""
    process = psutil.Process(pid)
    times = [one.cpu_times() for one in (process, *process.children(recursive=True))]
    own = times[0].children_user + times[0].children_system
    return own + sum(one.user + one.system for one in times)


@contextlib.contextmanager
def api(url: str) -> Iterator[Server]:
    """The API on a free port."""
    port = free_port()
    command = [sys.executable, "-m", "claimsheet.main", "api", "--port", str(port)]
    with _running(command, REDIS_URL=url, **WIDE) as process:
        _until(lambda: _answers(f"http://127.0.0.1:{port}/livez"))
        yield Server(port, process.pid)


@contextlib.contextmanager
def hello() -> Iterator[Server]:
    """A bare Flask on the same server with the same settings."""
    port = free_port()
    options = ["-k", "gevent", "-w", "1", "--worker-connections", "1000", "--keep-alive", "75"]
    command = [sys.executable, "-m", "gunicorn", *options, "--log-level", "error"]
    with _running([*command, "-b", f"127.0.0.1:{port}", "benchmarks.bench.hello:app"]) as process:
        _until(lambda: _answers(f"http://127.0.0.1:{port}/"))
        yield Server(port, process.pid)


@contextlib.contextmanager
def workers(url: str, count: int = 1) -> Iterator[list[int]]:
    """So many workers; their process ids."""
    command = [sys.executable, "-m", "claimsheet.main", "worker"]
    with contextlib.ExitStack() as stack:
        started = [
            stack.enter_context(_running(command, REDIS_URL=url, **WIDE)) for _ in range(count)
        ]
        yield [process.pid for process in started]


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
