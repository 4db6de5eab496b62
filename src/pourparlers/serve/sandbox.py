"""What a worker may not do: outlive its parent, reach the network, take all the memory, run for ever."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000


def confine(parent: int, *, network: bool = False) -> bool:
    """Die with the process *parent*, leave no core, lose the network; tell whether the system let the network go.

    Where it does not (some containers), the scan of the query's text is what keeps SERVICE out. With *network* it is
    kept: such a process does one piece of work whose addresses have been checked.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    alone: bool = not network and (
        libc.unshare(_CLONE_NEWNET) == 0 or libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0
    )
    # After unshare, which forgets it.
    libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(0)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the web process's business
    return alone


def bound_memory(allowance: int) -> None:
    """Let this process use *allowance* bytes more than it has ever held; the store reserves much that it never uses."""
    limit = _peak() + allowance
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def bound_time(seconds: float) -> None:
    """Let this process compute for *seconds* more: the last resort, should nobody be there to kill it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))


def _peak() -> int:
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmPeak:"):
            return int(line.split()[1]) * 1024
    return 0
