"""The work horse: a forked process that does one job after another until it is told to stop.

RQ forks a process for every job, which isolates the worker from what a job may do (run for ever,
eat the memory, crash in native code) and costs more than the rest of the queue's work together,
the more the larger the model in memory. This horse is forked once and kept: the same isolation,
since a job that must be stopped costs its horse its life and the next job gets a new one. It is
replaced after a number of jobs, because the model's table of words grows with every text.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import time
import traceback
from collections.abc import Callable
from typing import NoReturn

from workers.lifeline import tied_to

_DONE = b"."
_LONGEST_ID = 4096


class HorseDied(Exception):
    """The horse ended before its job did."""


class Horse:
    """A forked process that calls ``do(job_id)`` for each id that it is handed.

    Fork it while the process has one thread and the model in memory.
    """

    def __init__(self, do: Callable[[str], None]) -> None:
        # One short message at a time, so no framing; an end closes it, so an orphan notices.
        ours, theirs = socket.socketpair()
        parent = os.getpid()
        self.jobs_done = 0
        self.pid = os.fork()
        if self.pid == 0:
            ours.close()
            _serve(theirs, do, parent)
        theirs.close()
        self._socket = ours

    def hand(self, job_id: str) -> None:
        """Give it a job.

        Raises:
            HorseDied: it is no more.
        """
        try:
            self._socket.send(job_id.encode())
        except OSError as error:
            raise HorseDied(str(error)) from error

    def wait(self, seconds: float) -> bool:
        """Whether the job was done within the time.

        Raises:
            HorseDied: it ended in the middle of it.
        """
        deadline = time.monotonic() + seconds
        while True:
            left = max(0.0, deadline - time.monotonic())
            ready, _, _ = select.select([self._socket], [], [], left)
            if ready:
                break
            if time.monotonic() >= deadline:
                return False
        try:
            answer = self._socket.recv(16)
        except OSError:
            answer = b""
        if answer != _DONE:
            raise HorseDied("its end of the line is closed")
        self.jobs_done += 1
        return True

    def is_alive(self) -> bool:
        """For a horse without a job: its socket becomes readable only by closing."""
        ready, _, _ = select.select([self._socket], [], [], 0)
        return not ready

    def stop(self, patience_seconds: float = 1.0) -> None:
        """Let an idle horse go; kill one that does not."""
        self._socket.close()
        deadline = time.monotonic() + patience_seconds
        while time.monotonic() < deadline:
            if self._reaped():
                return
            time.sleep(0.01)
        self.kill()

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self.pid, 0)
        self._socket.close()

    def _reaped(self) -> bool:
        try:
            return os.waitpid(self.pid, os.WNOHANG)[0] != 0
        except ChildProcessError:
            return True


def _serve(line: socket.socket, do: Callable[[str], None], parent: int) -> NoReturn:
    """In the child. Stop signals are the parent's business: it lets the job be finished."""
    status = 1
    try:
        tied_to(parent)()
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        while job_id := line.recv(_LONGEST_ID):
            do(job_id.decode())
            line.send(_DONE)
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status)
