"""Clients that no library would be: chunks that are none, bodies that never end, raw sockets."""

from __future__ import annotations

import contextlib
import json
import socket
import time
from collections.abc import Iterator

import pytest

from tests.e2e.harness import ARTICLE, Serve, eventually, serving

pytestmark = pytest.mark.e2e

_HEAD = (
    b"POST /v1/articles HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
    b"Content-Type: text/plain\r\n"
)
_CHUNKED = _HEAD + b"Transfer-Encoding: chunked\r\n\r\n"


@pytest.fixture(scope="module")
def impatient(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    settings = {"CLAIMSHEET_BODY_SECONDS": "1", "CLAIMSHEET_LOG_LEVEL": "debug"}
    with serving(tmp_path_factory.mktemp("data"), **settings) as serve:
        yield serve


def send(serve: Serve, sent: bytes) -> tuple[int, bytes]:
    """The status and the body of what is answered to these very bytes."""
    with _connected(serve) as connection:
        with contextlib.suppress(OSError):  # it may hang up before we have said everything
            connection.sendall(sent)
        answer = b""
        with contextlib.suppress(OSError):
            while more := connection.recv(65_536):
                answer += more
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(head.split()[1]), body


def test_a_chunked_body_over_the_limit_is_refused_and_never_cut(impatient: Serve) -> None:
    chunk = b"8000\r\n" + b"In 1990 it rained. " * 1724 + b"In 1990 it r\r\n"

    status, body = send(impatient, _CHUNKED + 40 * chunk + b"0\r\n\r\n")

    assert status == 413
    assert json.loads(body)["code"] == "request_entity_too_large"


def test_a_chunked_body_is_taken_whole(impatient: Serve) -> None:
    status, body = send(impatient, _CHUNKED + b"9\r\nIn 1990 i\r\n9\r\nt rained.\r\n0\r\n\r\n")

    assert status == 202
    text = impatient.client.call("GET", json.loads(body)["links"]["article"] + "/text").body
    assert text == {"body": "In 1990 it rained."}


@pytest.mark.parametrize("chunks", [b"ZZ\r\nabc\r\n0\r\n\r\n", b"3\r\nabcdef0\r\n\r\n"])
def test_chunks_that_are_none_are_refused(impatient: Serve, chunks: bytes) -> None:
    status, body = send(impatient, _CHUNKED + chunks)

    assert status == 400
    assert json.loads(body)["code"] == "malformed"


def test_a_body_that_comes_drop_by_drop_is_given_up(impatient: Serve) -> None:
    with _connected(impatient) as connection:
        connection.sendall(_HEAD + b"Content-Length: 1000\r\n\r\n")
        began = time.monotonic()
        connection.settimeout(0.2)
        answer = b""
        while not answer and time.monotonic() - began < 10:
            connection.sendall(b"a")
            with contextlib.suppress(TimeoutError):
                answer = connection.recv(65_536)

    assert answer.startswith(b"HTTP/1.1 408")
    assert time.monotonic() - began < 5


def test_a_request_can_be_followed_through_the_logs_to_the_end_of_its_job(
    impatient: Serve,
) -> None:
    article = {"text": ARTICLE}
    answer = impatient.client.call("POST", "/v1/articles", article, X_Request_Id="cms-42")
    job = answer.body["id"]
    impatient.client.ended(job)

    lines = eventually(lambda: _logged(impatient, "job done", job))

    said = [line for line in lines if line.get("request") == "cms-42" and "job" in line]
    said = [line for line in said if str(line["logger"]).startswith("claimsheet")]
    assert answer.headers["X-Request-Id"] == "cms-42"
    assert [(line["event"], line["job"]) for line in said] == [("answered", job), ("job done", job)]


def test_logs_hold_no_words_of_an_article(impatient: Serve) -> None:
    fields = {"headline": "Quokka", "external_id": "quokka"}
    job = impatient.client.post("Quokkas came on 5 May 1990.", **fields)
    impatient.client.ended(job["id"])
    impatient.client.call("GET", "/v1/articles?external_id=quokka")
    impatient.client.call("POST", "/v1/articles?headline=Quokka", {"txet": "Quokka"})
    send(impatient, b"POST /v1/articles?headline=Quokka HTTP/9.9\r\n\r\n")
    eventually(lambda: _logged(impatient, "job done", job["id"]))

    assert "quokka" not in impatient.said().lower()


def _logged(serve: Serve, event: str, job: str) -> list[dict[str, object]]:
    """Every line of JSON that it has logged, once there is one of the event."""
    lines = [json.loads(line) for line in serve.said().splitlines() if line.startswith("{")]
    return lines if any((line["event"], line.get("job")) == (event, job) for line in lines) else []


def _connected(serve: Serve) -> socket.socket:
    host, _, port = serve.address.removeprefix("http://").rpartition(":")
    return socket.create_connection((host, int(port)), timeout=10)
