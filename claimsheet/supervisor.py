"""A supervisor of processes: starts them, starts again what dies, stops them in order.

One thread, one loop. It sleeps until a signal or a deadline: no process is polled.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import FrameType

from workers.lifeline import tied_to

_FIRST_DELAY_SECONDS = 0.1
# One that fails by itself will likely fail again; one that was killed is not to blame.
_LONGEST_DELAY_SECONDS = 5.0
_LONGEST_DELAY_WHEN_KILLED_SECONDS = 0.5
# A process that has lived so long was well: its next death starts the back-off anew.
_WELL_AFTER_SECONDS = 10.0
_STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass(slots=True)
class Child:
    """A process to be kept running.

    Args:
        patience_seconds: how long it may take to end after a stop signal; then it gets the signal
            again (which our workers take as "put the job back and go"), and then ``SIGKILL``.
        pass_fds: file descriptors it inherits.
        deaths: how often it has died without being told to.
    """

    name: str
    command: Sequence[str]
    environ: Mapping[str, str]
    patience_seconds: float = 10.0
    pass_fds: Sequence[int] = ()
    deaths: int = 0
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    start_at: float = 0.0
    delay_seconds: float = field(default=_FIRST_DELAY_SECONDS)

    def start(self) -> None:
        # Its own process group: Ctrl-C at the terminal reaches the supervisor alone, which then
        # stops the others in order.
        self.process = subprocess.Popen(  # noqa: S603
            list(self.command),
            env=dict(self.environ),
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr,
            pass_fds=tuple(self.pass_fds),
            start_new_session=True,
            preexec_fn=tied_to(os.getpid()),
        )
        self.started_at = time.monotonic()

    def reap(self) -> bool:
        """Whether it has died since it was last looked at; if so, when to start it again."""
        if self.process is None or self.process.poll() is None:
            return False
        code, self.process = self.process.returncode, None
        self.deaths += 1
        if time.monotonic() - self.started_at > _WELL_AFTER_SECONDS:
            self.delay_seconds = _FIRST_DELAY_SECONDS
        say(f"{self.name} ended ({_how(code)}); starting it again")
        longest = _LONGEST_DELAY_WHEN_KILLED_SECONDS if code < 0 else _LONGEST_DELAY_SECONDS
        self.delay_seconds = min(self.delay_seconds, longest)
        self.start_at = time.monotonic() + self.delay_seconds
        self.delay_seconds *= 2
        return True

    def signal(self, number: int) -> None:
        if self.process is not None and self.process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                self.process.send_signal(number)

    def has_ended(self) -> bool:
        return self.process is None or self.process.poll() is not None


class Supervisor:
    """Keeps children running until told to stop.

    Use as a context manager: on entering, signals are taken over; on leaving, whatever the reason,
    every child is stopped, the last started first stopped last.
    """

    def __init__(self) -> None:
        self.children: list[Child] = []
        self.stopping = False
        self._stages: list[list[Child]] = []

    def start(self, *children: Child) -> None:
        """Start these together. Each call is a stage; stages are stopped in reverse order."""
        self._stages.append(list(children))
        self.children.extend(children)
        for child in children:
            child.start()

    def run(self, until: Callable[[], bool] | None = None, every_seconds: float = 0.05) -> bool:
        """Keep the children running until told to stop, or until the condition holds.

        Returns:
            Whether the condition holds; False when told to stop.
        """
        while not self.stopping:
            if until is not None and until():
                return True
            self._wait(every_seconds if until is not None else None)
            self._revive()
        return False

    def stop(self) -> None:
        """Stop every child, stage by stage, and wait for its end."""
        for stage in reversed(self._stages):
            self._stop_stage(stage)

    def __enter__(self) -> Supervisor:
        self._wake_read, self._wake_write = os.pipe()
        os.set_blocking(self._wake_read, False)
        os.set_blocking(self._wake_write, False)
        self._old_wakeup = signal.set_wakeup_fd(self._wake_write, warn_on_full_buffer=False)
        self._old_handlers = {
            number: signal.signal(number, self._on_stop_signal)
            for number in _STOP_SIGNALS
            if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN  # nohup
        }
        self._old_handlers[signal.SIGCHLD] = signal.signal(signal.SIGCHLD, lambda *_: None)
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self.stop()
        finally:
            for number, handler in self._old_handlers.items():
                signal.signal(number, handler)
            signal.set_wakeup_fd(self._old_wakeup)
            os.close(self._wake_read)
            os.close(self._wake_write)

    def _on_stop_signal(self, number: int, frame: FrameType | None) -> None:
        self.stopping = True

    def _revive(self) -> None:
        for child in self.children:
            child.reap()
            due = child.process is None and time.monotonic() >= child.start_at
            if due and not self.stopping:
                child.start()

    def _wait(self, longest_seconds: float | None) -> None:
        """Sleep until a signal comes, a child is to be started again, or the time is over."""
        now = time.monotonic()
        dead = [c for c in self.children if c.process is None and not self.stopping]
        waits = [child.start_at - now for child in dead]
        if longest_seconds is not None:
            waits.append(longest_seconds)
        timeout = max(0.0, min(waits)) if waits else None
        select.select([self._wake_read], [], [], timeout)
        with contextlib.suppress(BlockingIOError):
            os.read(self._wake_read, 4096)

    def _stop_stage(self, stage: list[Child]) -> None:
        patience = max((child.patience_seconds for child in stage), default=0.0)
        for number, seconds in _escalation(patience):
            for child in stage:
                child.signal(number)
            deadline = time.monotonic() + seconds
            while not all(child.has_ended() for child in stage):
                left = deadline - time.monotonic()
                if left <= 0:
                    break
                self._wait(min(left, 0.5))
            else:
                return


def _escalation(patience_seconds: float) -> Iterator[tuple[int, float]]:
    yield signal.SIGTERM, patience_seconds
    yield signal.SIGTERM, 3.0
    yield signal.SIGKILL, 5.0


def say(words: str) -> None:
    """A line to the person at the terminal, who reads standard error."""
    print(f"claimsheet: {words}", file=sys.stderr, flush=True)


def _how(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    with contextlib.suppress(ValueError):
        return signal.Signals(-code).name
    return f"signal {-code}"
