"""``claimsheet api``: the HTTP API, for production, against ``REDIS_URL``.

gunicorn with gevent: a long poll costs a greenlet, not a thread, so that fifty of them do not hold
up a post.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from claimsheet import health
from claimsheet.start import read_settings

if TYPE_CHECKING:
    from store.settings import Settings


def add_parser(commands: Any) -> None:
    parser = commands.add_parser("api", help=__doc__.splitlines()[0], description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen at (127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="port to listen at (8000)")
    parser.add_argument(
        "--processes", type=int, default=1, metavar="N", help="how many processes answer (1)"
    )
    parser.add_argument(
        "--healthy", action="store_true", help="only ask the one that runs on this port"
    )
    parser.add_argument("--fd", type=int, help=argparse.SUPPRESS)  # a socket that serve has opened
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    if arguments.healthy:
        return 0 if health.answers(arguments.host, arguments.port, "/livez") else 1
    # Before anything that opens sockets is imported; hence the imports within functions here.
    from gevent import monkey

    monkey.patch_all()
    settings = read_settings(needs_redis=True, listening_at=arguments.host)
    from claimsheet import logs

    logs.configure(settings.log_level)
    host = f"[{arguments.host}]" if ":" in arguments.host else arguments.host
    bind = f"{host}:{arguments.port}" if arguments.fd is None else f"fd://{arguments.fd}"
    _server(bind, arguments.processes, settings).run()
    return 0


def _server(bind: str, processes: int, settings: Settings) -> Any:
    from gunicorn.app.base import BaseApplication
    from gunicorn.glogging import Logger
    from gunicorn.util import import_app

    from claimsheet import slow_clients

    class Log(Logger):  # type: ignore[misc]
        """What the server says goes the way of all that we log."""

        def setup(self, cfg: Any) -> None:
            super().setup(cfg)
            self.error_log.handlers = []
            self.error_log.propagate = True

    options = {
        "bind": bind,
        "workers": processes,
        "worker_class": "gevent",
        "worker_connections": 1_000,
        "timeout": 60,
        # A client in a long poll polls again; the listening socket outlives us under `serve`.
        "graceful_timeout": 5,
        "keepalive": 75,
        "loglevel": "warning" if settings.log_level == "info" else settings.log_level,
        "logger_class": Log,
        "proc_name": "claimsheet-api",
        "control_socket_disable": True,
        "post_fork": _after_fork,
    }

    class Server(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            for name, value in options.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            app = import_app("service.app:create_app()")
            return slow_clients.body_in_time(app, settings.body_seconds)

    return Server()


def _after_fork(server: Any, worker: Any) -> None:
    from workers.lifeline import tied_to

    tied_to(server.pid)()
