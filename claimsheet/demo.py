"""``claimsheet demo``: one article through the whole service, and its checklist.

Starts everything on a free port with a data folder of its own, posts the article over HTTP, polls
its job, prints the checklist and stops it all.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claimsheet import report
from claimsheet.start import CannotStart
from claimsheet.supervisor import say


def add_parser(commands: Any) -> None:
    parser = commands.add_parser("demo", help=__doc__.splitlines()[0], description=__doc__)
    parser.add_argument("file", metavar="FILE", type=Path, help="an article as plain text")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    try:
        text = arguments.file.read_bytes().decode("utf-8-sig")
    except (OSError, ValueError) as error:
        raise CannotStart(f"{arguments.file} cannot be read: {error}.") from error
    with tempfile.TemporaryDirectory(prefix="claimsheet-demo-") as folder:
        say("starting the embedded server, the API and a worker")
        with _service(folder) as address:
            say(f"serving at {address}")
            return _show(_Client(address), text)


def _show(client: _Client, text: str) -> int:
    say("POST /v1/articles")
    job = client.call("POST", "/v1/articles", {"text": text})
    began = time.monotonic()
    while job["status"] in ("queued", "running"):
        say(f"GET {job['links']['self']}: {job['status']}")
        time.sleep(job["poll_after_seconds"] / 4)
        job = client.call("GET", job["links"]["self"])
    say(f"GET {job['links']['self']}: {job['status']} after {time.monotonic() - began:.1f} s")
    if job["status"] != "succeeded":
        say(job["failure"]["detail"] if job["failure"] else job["status"])
        return 1
    say(f"GET {job['links']['checklist']}")
    checklist = client.call("GET", job["links"]["checklist"])
    sys.stderr.flush()
    print()
    print(report.render(checklist, report.style_for(sys.stdout)), end="", flush=True)
    return 0


@contextlib.contextmanager
def _service(folder: str) -> Iterator[str]:
    """``claimsheet serve`` as a process of its own, for a while; yields its address."""
    command = [sys.executable, "-m", "claimsheet.main", "serve", "--port", "0", "--data", folder]
    # A demonstration stands by itself: not on the operator's Redis, not among their articles.
    environ = {name: value for name, value in os.environ.items() if name != "REDIS_URL"}
    environ.setdefault("CLAIMSHEET_LOG_LEVEL", "warning")
    process = subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, text=True)  # noqa: S603
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        if not address:
            raise CannotStart("The service did not start; its words are above.")
        yield address
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


class _Client:
    """JSON over HTTP, on one connection."""

    def __init__(self, address: str) -> None:
        host, _, port = address.removeprefix("http://").rpartition(":")
        self._connection = http.client.HTTPConnection(host, int(port), timeout=60)

    def call(self, method: str, path: str, body: Any = None) -> Any:
        """The answer's body.

        Raises:
            CannotStart: the service refused; with its own words.
        """
        headers = {"Accept": "application/json", "Content-Type": "application/json"}
        data = None if body is None else json.dumps(body).encode()
        self._connection.request(method, path, data, headers)
        answer = self._connection.getresponse()
        said = json.loads(answer.read())
        if answer.status >= 400:
            raise CannotStart(f"{method} {path}: {answer.status} {said.get('detail')}")
        return said
