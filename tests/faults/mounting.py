"""Small disks to fill, and folders that cannot be written, also when the tests run as root."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
from pathlib import Path

UNSHARE = ("unshare", "--mount", "--user", "--map-root-user")
"""A mount of our own, which nobody else sees and which goes with the process."""


@functools.cache
def can_mount() -> bool:
    """Whether this machine lets us mount something in a namespace of our own."""
    if not shutil.which("unshare"):
        return False
    trial = [*UNSHARE, "mount", "-t", "tmpfs", "none", "/tmp"]
    return subprocess.run(trial, capture_output=True, check=False).returncode == 0


def on_small_disk(folder: Path, kilobytes: int) -> tuple[str, ...]:
    """What to put before a shell script so that `folder` is a disk of that size, for it alone."""
    script = 'mount -t tmpfs -o "size=$1k" none "$2" && shift 2 && exec sh -euc "$@"'
    return (*UNSHARE, "sh", "-euc", script, "sh", str(kilobytes), str(folder))


def as_anybody() -> tuple[str, ...]:
    """What to put before a command so that permissions hold for it even when we are root.

    Empty for somebody who is not root.
    """
    if os.geteuid():
        return ()
    powers = "-dac_override,-dac_read_search,-fowner"
    return ("setpriv", f"--bounding-set={powers}", f"--inh-caps={powers}")
