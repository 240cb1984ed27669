"""Children that do not outlive their parent, even when the parent is killed with ``-9``."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Callable

_PR_SET_PDEATHSIG = 1  # <sys/prctl.h>

# Loaded here because the code between fork and exec must not import or take locks.
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def tied_to(parent_pid: int, with_signal: int = signal.SIGKILL) -> Callable[[], None]:
    """What a new child calls first, so that it gets the signal when its parent's life ends.

    The kernel does this on Linux. Elsewhere children notice by themselves: pipes and sockets to
    the parent that close, or a parent id that has changed.
    """

    def tie() -> None:
        if _libc is not None:
            _libc.prctl(_PR_SET_PDEATHSIG, int(with_signal), 0, 0, 0)
            if os.getppid() != parent_pid:  # it died before the tie was made
                os._exit(1)

    return tie
