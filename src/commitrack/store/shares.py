"""Whether a file lies on a network share, where a store must not lie.

A write-ahead log needs memory that all its readers and writers share, and locks that hold: two
machines on one share have neither, and would damage the record without noticing.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

NETWORK = frozenset(
    {
        *("nfs", "nfs3", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afpfs", "ncpfs", "afs", "coda"),
        *("webdav", "davfs", "ftp", "9p", "vboxsf", "vmhgfs", "prl_fs"),
        *("ceph", "glusterfs", "lustre", "beegfs", "gpfs", "pvfs2", "orangefs", "gfs2", "ocfs2"),
    }
)
"""File systems that other machines write to as well, as Linux and macOS name them."""

NETWORK_PROGRAMS = (
    r"fuse\.(?:sshfs|davfs2?|rclone|s3fs|goofys|gcsfuse|blobfuse\d?|curlftpfs|smbnetfs|gvfsd-fuse|"
    r"ceph(?:-fuse)?|glusterfs|juicefs|seaweedfs|mfs|moosefs|lizardfs|beegfs|vmhgfs-fuse)"
)
"""The same, where an ordinary program stands in for the kernel."""

MOUNTS = Path("/proc/self/mountinfo")


def share_of(path: Path) -> str | None:
    """The network share that a file or folder lies on, ``nfs4 at /mnt/team``; None: a local disk.

    None too where the system does not say, and for what the system itself runs from: a machine
    without a disk of its own shares that with nobody.
    """
    device = path.stat().st_dev
    if MOUNTS.exists():
        if os.major(device):  # a disk of this machine; shares have no device
            return None
        kind, at = _on_linux(path, MOUNTS.read_text("utf-8", "surrogateescape"), device)
    else:
        kind, at = _elsewhere(path, _mounted())
    shared = at != "/" and (kind in NETWORK or re.fullmatch(NETWORK_PROGRAMS, kind))
    return f"{kind} at {at}" if shared else None


def _on_linux(path: Path, mounts: str, device: int) -> tuple[str, str]:
    """The kind and the place of the mount with the file's device, or else of the nearest above."""
    number = f"{os.major(device)}:{os.minor(device)}"
    found = []
    for line in mounts.splitlines():
        head, _, tail = line.partition(" - ")
        fields = head.split(" ")
        found.append((tail.split(" ")[0], _plain(fields[4]), fields[2] == number))
    same = [(kind, at) for kind, at, own in found if own]
    return _nearest(path, same or [(kind, at) for kind, at, _ in found])


def _elsewhere(path: Path, mounts: str) -> tuple[str, str]:
    """As `_on_linux`, from the lines of ``mount``: ``//server/team on /Volumes/team (smbfs)``."""
    return _nearest(
        path,
        [(kind, at) for at, kind in re.findall(r"^.* on (/.*) \((\w+)[,)]", mounts, re.MULTILINE)],
    )


def _nearest(path: Path, mounts: list[tuple[str, str]]) -> tuple[str, str]:
    place = path.resolve()
    above = [one for one in mounts if place.is_relative_to(one[1])]
    return max(above or mounts, key=lambda one: len(one[1]), default=("", ""))


def _plain(field: str) -> str:
    """A field of mountinfo without its octal escapes."""
    return re.sub(r"\\(\d{3})", lambda found: chr(int(found[1], 8)), field)


def _mounted() -> str:
    import subprocess  # on Linux the kernel says it in a file

    try:
        return subprocess.run(
            ["/sbin/mount"], capture_output=True, text=True, timeout=5, check=False
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return ""
