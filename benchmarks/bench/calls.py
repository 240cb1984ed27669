"""Single calls to the API, for what is not a load."""

from __future__ import annotations

import json
import urllib.request
from typing import Any

from benchmarks.bench import processes


def post(port: int, fields: dict[str, Any], headers: dict[str, str]) -> dict[str, Any]:
    """Hand an article in; the job."""
    body = json.dumps(fields).encode()
    said = {"Content-Type": "application/json", **headers}
    answer: dict[str, Any] = json.loads(read(asked(port, "/v1/articles", said, body)))
    return answer


def finished(url: str, port: int, text: str, headers: dict[str, str]) -> dict[str, Any]:
    """Hand a text in and have a worker of its own extract it; the job."""
    with processes.workers(url):
        return post(port, {"text": text}, {"Prefer": "wait=30", **headers})


def etag(port: int, path: str, headers: dict[str, str]) -> str:
    with urllib.request.urlopen(asked(port, path, headers), timeout=40) as answer:
        return str(answer.headers["ETag"])


def asked(
    port: int, path: str, headers: dict[str, str], body: bytes | None = None
) -> urllib.request.Request:
    return urllib.request.Request(f"http://127.0.0.1:{port}{path}", body, headers)


def read(request: urllib.request.Request) -> bytes:
    with urllib.request.urlopen(request, timeout=40) as answer:
        return bytes(answer.read())
