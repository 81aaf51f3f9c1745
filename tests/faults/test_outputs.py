"""An output for which there is no room, or that may not be written: code 6, and what was there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.conftest import Run
from tests.faults.mounting import can_mount, on_small_disk
from tests.faults.processes import LONGEST, environment

OUTPUTS = {
    "export": ("export", "--force", "-o", "out.jsonl"),
    "views": ("view", "export", "--force", "-o", "out.toml"),
    "report": ("report", "weekly", "--force", "-o", "out.md"),
    "calendar": ("report", "agenda", "--ics", "--force", "-o", "out.ics"),
    "page": ("publish", "out"),
    "backup": ("backup", "out.db"),
    "demo": ("demo", "--keep", "out.db"),
    "settings": ("config", "set", "theme", "dark"),
}
"""Every command that writes a file, or a folder, which the user names."""

FILLED = """
cd "$1"; export XDG_CONFIG_HOME="$1"; shift
echo mine > out.jsonl
dd if=/dev/zero of=ballast bs=1k count=1000 status=none 2>&- || true
find . -type f ! -name ballast | sort > "$1"
code=0; "$2" -m commitrack --store "$3" "${@:4}" || code=$?
find . -type f ! -name ballast | sort > "$1.after"
exit $code
"""
READ_ONLY = """
cd "$1"; export XDG_CONFIG_HOME="$1"; shift
mkdir mine; mount -o remount,ro .
code=0; "$2" -m commitrack --store "$3" "${@:4}" || code=$?
exit $code
"""


@pytest.mark.parametrize("script", [FILLED, READ_ONLY], ids=["full", "read-only"])
@pytest.mark.parametrize("output", OUTPUTS)
def test_an_output_that_cannot_be_put_there_is_code_6_in_one_line(
    run: Run, place: Path, tmp_path: Path, output: str, script: str
) -> None:
    if not can_mount():
        pytest.skip("this machine mounts nothing for us: /dev/full stands for it")
    for said in (("view", "save", "weekly", "is:open"), ("set", "C-1", "visibility=public")):
        assert run(place, *said).code == 0
    disk, listed = tmp_path / "disk", tmp_path / "listed"
    disk.mkdir()
    bash = ("bash", "-euc", script, "bash", str(disk), str(listed), sys.executable, str(place))
    done = subprocess.run(
        [*on_small_disk(disk, 300), 'exec "$@"', "sh", *bash, *OUTPUTS[output]],
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
        env=environment(COMMITRACK_TODAY="2026-03-02", COMMITRACK_ACTOR="ann", NO_COLOR="1"),
    )
    told = done.stderr.replace("building the demo …\n", "")
    assert (done.returncode, done.stdout, told.count("\n")) == (6, "", 1), done.stderr
    assert "out" in told or "commitrack/config.toml" in told
    if script == FILLED:
        before, after = listed.read_text(), Path(f"{listed}.after").read_text()
        assert after == before, "nothing half done is left"


def test_what_is_piped_in_and_has_no_room_is_not_told_as_an_output(
    place: Path, tmp_path: Path
) -> None:
    if not can_mount():
        pytest.skip("this machine mounts nothing for us")
    disk = tmp_path / "disk"
    disk.mkdir()
    script = 'head -c 400k /dev/zero | TMPDIR="$2" "$1" -m commitrack --store "$3" import -'
    done = subprocess.run(
        [*on_small_disk(disk, 300), script, "sh", sys.executable, str(disk), str(place)],
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
        env=environment(COMMITRACK_TODAY="2026-03-02", COMMITRACK_ACTOR="ann", NO_COLOR="1"),
    )
    assert (done.returncode, done.stdout) == (6, "")
    assert done.stderr == (
        f"commitrack: a copy of standard input in {disk} cannot be written: "
        "No space left on device\n"
    )
