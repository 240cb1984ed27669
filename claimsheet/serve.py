"""``claimsheet serve``: everything on one machine, until stopped.

A real embedded server that speaks Redis, the API and the workers, each a process of its own, kept
running by this one. With ``REDIS_URL`` set, that Redis is used and no server is embedded.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from claimsheet import health
from claimsheet.embedded import DataFolder, EmbeddedServer, half_of_memory
from claimsheet.start import CannotStart, read_settings
from claimsheet.supervisor import Child, Supervisor

# A process that has died so often before anything was ready will not come up.
_HOPELESS_AFTER_DEATHS = 3
_BACKLOG = 1_024


def add_parser(commands: Any) -> None:
    parser = commands.add_parser("serve", help=__doc__.splitlines()[0], description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen at (127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="0 takes a free one (8000)")
    parser.add_argument(
        "--data", type=Path, default=Path(".claimsheet"), metavar="DIR", help="(./.claimsheet)"
    )
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="(1)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    settings = read_settings(listening_at=arguments.host)
    with contextlib.ExitStack() as stack:
        listener = stack.enter_context(_listen(arguments.host, arguments.port))
        server = None
        if settings.redis_url is None:
            folder = DataFolder(arguments.data)
            stack.callback(folder.release)
            server = _embedded(folder, settings.durability)
            stack.callback(server.clean_up)
        supervisor = stack.enter_context(Supervisor())
        _serve(supervisor, listener, server, arguments)
    return 0


def _serve(
    supervisor: Supervisor,
    listener: socket.socket,
    server: EmbeddedServer | None,
    arguments: argparse.Namespace,
) -> None:
    environ = dict(os.environ)
    if server is not None:
        supervisor.start(Child("embedded server", server.command, environ))
        if not supervisor.run(until=_up(supervisor, server.answers, server)):
            return
        environ["REDIS_URL"] = server.url
    supervisor.start(
        Child(
            "api",
            _claimsheet("api", "--host", arguments.host, "--fd", str(listener.fileno())),
            environ,
            pass_fds=(listener.fileno(),),
        ),
        *(
            Child(f"worker {n}", _claimsheet("worker"), environ)
            for n in range(1, arguments.workers + 1)
        ),
    )
    port = listener.getsockname()[1]
    ready = _up(supervisor, lambda: health.answers(arguments.host, port, "/readyz"))
    if supervisor.run(until=ready):
        print(health.address_of(arguments.host, port), flush=True)
        supervisor.run()


def _embedded(folder: DataFolder, durability: str) -> EmbeddedServer:
    server = EmbeddedServer(
        folder.path,
        fsync="always" if durability == "always" else "everysec",
        maxmemory_bytes=half_of_memory(),
    )
    server.stop_leftover()
    return server


def _up(
    supervisor: Supervisor, ready: Callable[[], bool], server: EmbeddedServer | None = None
) -> Callable[[], bool]:
    """Whether it is ready; gives up when a process does not live long enough to become so."""

    def check() -> bool:
        for child in supervisor.children:
            if child.deaths >= _HOPELESS_AFTER_DEATHS:
                words = f":\n{server.last_words()}" if server else "; its words are above."
                raise CannotStart(f"The {child.name} does not start{words}")
        return ready()

    return check


def _claimsheet(*words: str) -> list[str]:
    return [sys.executable, "-m", "claimsheet.main", *words]


@contextlib.contextmanager
def _listen(host: str, port: int) -> Iterator[socket.socket]:
    """The socket that the API answers at; held here, so that clients wait while it restarts."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
            listener.listen(_BACKLOG)
        except OSError as error:
            raise CannotStart(
                f"Cannot listen at {health.address_of(host, port)}: {error}."
            ) from error
        yield listener
