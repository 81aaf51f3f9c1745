"""A file, a folder or a disk that may not be written: it is read, and a write is refused."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.mounting import UNSHARE, as_anybody, can_mount
from tests.faults.processes import LONGEST, commitrack, environment, kill, start

pytestmark = pytest.mark.skipif(
    os.geteuid() == 0 and not shutil.which("setpriv"),
    reason="the superuser may write anywhere, and nothing here takes that power away",
)


@pytest.fixture
def protect(place: Path) -> Iterator[None]:
    """Whatever is protected may be cleaned up in the end."""
    yield
    place.parent.chmod(0o700)
    place.chmod(0o600)


def _beside(place: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in place.parent.iterdir()}


@pytest.mark.usefixtures("protect")
@pytest.mark.parametrize(
    ("file", "folder"),
    [
        (0o400, 0o700),
        (0o600, 0o500),
        pytest.param(0o400, 0o500, marks=pytest.mark.whole),
        pytest.param(0o444, 0o755, marks=pytest.mark.whole),
    ],
)
def test_what_may_not_be_written_is_read_and_is_code_6_to_write(
    place: Path, file: int, folder: int
) -> None:
    before = _beside(place)
    place.chmod(file)
    place.parent.chmod(folder)
    listed = commitrack(place, "list", "--format", "ids", before=as_anybody())
    assert (listed.returncode, listed.stderr) == (0, "")
    assert listed.stdout.split()[0] == "C-0001"
    done = commitrack(place, "set", "C-1", "lead=ann", before=as_anybody())
    assert done.returncode == 6
    assert done.stderr == f"commitrack: {place} is read-only; nothing was written\n"
    assert _beside(place) == before
    place.parent.chmod(0o700)
    place.chmod(0o600)
    assert commitrack(place, "set", "C-1", "lead=ann", before=as_anybody()).returncode == 0


@pytest.mark.usefixtures("protect")
@pytest.mark.parametrize(
    ("file", "folder"),
    [(0o000, 0o700), pytest.param(0o600, 0o000, marks=pytest.mark.whole)],
)
def test_what_may_not_be_read_is_code_6(place: Path, file: int, folder: int) -> None:
    place.chmod(file)
    place.parent.chmod(folder)
    for arguments in (("list",), ("set", "C-1", "lead=ann")):
        done = commitrack(place, *arguments, before=as_anybody())
        assert done.returncode == 6, done.stderr
        assert done.stderr.count("\n") == 1
        assert str(place) in done.stderr


@pytest.mark.usefixtures("protect")
def test_no_store_is_made_where_nothing_may_be(place: Path) -> None:
    place.parent.chmod(0o500)
    for new in (place.with_name("new.db"), place.parent / "new" / "record.db"):
        done = commitrack(new, "add", "-", before=as_anybody(), stdin="We will act by May 2027.")
        assert done.returncode == 6
        assert done.stderr.count("\n") == 1
        assert f"no store can be created at {new}: Permission denied" in done.stderr
    assert [one.name for one in place.parent.iterdir()] == [place.name]


@pytest.mark.usefixtures("protect")
def test_a_log_left_by_a_killed_writer_is_read_or_refused_in_one_line(place: Path) -> None:
    writer = start("writer", place, 1, 0)
    assert writer.stdout is not None
    for _ in range(3):
        writer.stdout.readline()
    kill(writer)
    index = f"{place.name}-shm"  # where readers leave their marks
    before = {name: content for name, content in _beside(place).items() if name != index}
    assert len(before[f"{place.name}-wal"])
    place.chmod(0o400)
    place.parent.chmod(0o500)
    done = commitrack(place, "list", before=as_anybody())
    assert done.returncode in (0, 6)
    assert done.stderr.count("\n") == (1 if done.returncode else 0)
    assert {name: content for name, content in _beside(place).items() if name != index} == before
    place.parent.chmod(0o700)
    place.chmod(0o600)
    assert commitrack(place, "doctor", "--verify", before=as_anybody()).returncode == 0


def test_a_disk_that_is_read_only_is_read(place: Path) -> None:
    if not can_mount():
        pytest.skip("this machine mounts nothing for us: the permissions above stand for it")
    script = (
        'mount --bind "$2" "$2" && mount -o remount,bind,ro "$2"; '
        '"$1" -m commitrack --store "$2/record.db" list --format ids | head -n 1; '
        '"$1" -m commitrack --store "$2/record.db" set C-1 lead=ann || echo "code $?"'
    )
    done = subprocess.run(
        [*UNSHARE, "sh", "-c", script, "sh", sys.executable, str(place.parent)],
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
        env=environment(COMMITRACK_ACTOR="ann"),
    )
    assert done.stdout.split("\n") == ["C-0001", "code 6", ""], done.stderr
    assert done.stderr == f"commitrack: {place} is read-only; nothing was written\n"
