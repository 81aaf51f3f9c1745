"""A network share is no place for a store: it is refused with the reason, and nothing is made."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from commitrack.model.errors import StoreMisplaced
from commitrack.store import open_store, shares
from tests.cli.harness import CommandLine

Mount = Callable[..., None]

LOCAL = """\
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
40 27 0:40 / /tmp rw - tmpfs tmpfs rw
"""


@pytest.fixture
def mount(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Mount:
    """Says what is mounted where the store lies: nobody can mount a share for a test."""
    mounts = tmp_path / "mountinfo"
    monkeypatch.setattr(shares, "MOUNTS", mounts)
    monkeypatch.setattr(os, "major", lambda _: 0)
    monkeypatch.setattr(os, "minor", lambda _: 99)

    def say(kind: str, at: Path = place.parent, device: str = "0:99") -> None:
        spelled = str(at).replace(" ", "\\040")
        mounts.write_text(f"{LOCAL}50 27 {device} / {spelled} rw - {kind} server:/team rw\n")

    return say


@pytest.mark.parametrize(
    "kind", ["nfs", "nfs4", "cifs", "smb3", "afs", "ceph", "9p", "fuse.sshfs", "fuse.rclone"]
)
def test_a_store_on_a_share_is_refused_with_the_reason_and_the_way_out(
    place: Path, mount: Mount, kind: str
) -> None:
    mount(kind)
    before = place.read_bytes()
    with pytest.raises(StoreMisplaced) as caught:
        open_store(place)
    words = str(caught.value)
    assert f"{place} lies on a network share ({kind} at {place.parent})" in words
    assert "write-ahead log" in words
    assert "--store PATH" in words
    assert place.read_bytes() == before
    assert list(place.parent.iterdir()) == [place]


def test_no_store_is_begun_on_a_share(
    mount: Mount, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = CommandLine(monkeypatch, tmp_path)
    mount("nfs4", tmp_path)
    done = run("add", "-", stdin="We will publish a plan by May 2027.")
    assert done.code == 6
    assert done.err.count("\n") == 1
    assert f"nfs4 at {tmp_path}" in done.err
    assert not run.store.parent.exists()


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "xfs", "tmpfs", "overlay", "zfs", "fuseblk"])
def test_a_disk_of_this_machine_is_none(place: Path, mount: Mount, kind: str) -> None:
    mount(kind)
    open_store(place).close()


def test_a_volume_without_a_device_number_of_its_own_is_found_by_its_place(
    place: Path, mount: Mount
) -> None:
    mount("cifs", place.parent, "0:77")
    with pytest.raises(StoreMisplaced, match="cifs"):
        open_store(place)
    mount("btrfs", place.parent, "0:77")
    open_store(place).close()


def test_what_the_machine_itself_runs_from_is_no_share(place: Path, mount: Mount) -> None:
    mount("nfs", Path("/"))
    open_store(place).close()


def test_a_disk_with_a_device_is_not_looked_up(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "major", lambda _: 254)
    monkeypatch.setattr(Path, "read_text", None)
    assert shares.share_of(place) is None


@pytest.mark.parametrize(
    ("line", "share"),
    [
        ("//ann@server/team on {} (smbfs, nodev, nosuid, mounted by ann)", "smbfs"),
        ("server:/export on {} (nfs, asynchronous)", "nfs"),
        ("/dev/disk3s5 on {} (apfs, local, journaled)", None),
        ("map auto_home on {} (autofs, automounted)", None),
        ("garbage", None),
    ],
)
def test_a_mac_says_it_in_its_own_words(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, share: str | None
) -> None:
    monkeypatch.setattr(shares, "MOUNTS", tmp_path / "absent")
    listed = f"/dev/disk1s1 on / (apfs, sealed, local)\n{line.format(place.parent)}\n"
    monkeypatch.setattr(shares, "_mounted", lambda: listed)
    assert shares.share_of(place) == (share and f"{share} at {place.parent}")
