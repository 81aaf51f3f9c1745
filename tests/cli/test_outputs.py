"""Files that a command writes under the user's name for them: one rule for all of them."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from commitrack.model.errors import BadInput, CommitrackError, Refused, Unwritable
from commitrack.outputs import unwritten, written
from tests.cli.filling import fill
from tests.cli.harness import CommandLine

OUTPUTS = (
    ("export",),
    ("view", "export"),
    ("report", "overdue", "--format", "md"),
    ("report", "agenda", "--ics"),
    ("report", "chaser", "NHS Employers", "--format", "md"),
)
"""Every command that takes --output; those of which there is a file of their own kind have rules
of theirs: a backup and a demo never replace anything, a public page is brought up to date.
"""


@pytest.fixture
def filled(run: CommandLine) -> CommandLine:
    """A commitment that is late, and a saved view."""
    fill(run.store, "We will publish the plan")
    run.ok("accept", "C-1", "--due", "2026-02-01")
    run.ok("view", "save", "weekly", "is:open")
    return run


def test_no_output_is_left_out_here() -> None:
    import click

    from commitrack.cli.app import root

    found = []

    def walk(command: click.Command, path: tuple[str, ...]) -> None:
        if isinstance(command, click.Group):
            context = click.Context(command)
            for name in command.list_commands(context):
                inner = command.get_command(context, name)
                assert inner is not None
                walk(inner, (*path, name))
        elif any("--output" in one.opts for one in command.params):
            found.append(path)

    walk(root, ())
    assert found
    assert not [path for path in found if not any(one[: len(path)] == path for one in OUTPUTS)]


@pytest.mark.parametrize("command", OUTPUTS, ids=" ".join)
def test_a_file_that_is_there_is_replaced_when_it_is_said_and_not_before(
    filled: CommandLine, tmp_path: Path, command: tuple[str, ...]
) -> None:
    path = tmp_path / "out"
    path.write_text("mine", "utf-8")
    path.chmod(0o640)
    done = filled(*command, "-o", str(path))
    assert (done.code, done.out) == (4, "")
    assert done.err == f"commitrack: {path} is there already: --force writes over it\n"
    assert path.read_text("utf-8") == "mine"
    filled.ok(*command, "-o", str(path), "--force")
    assert path.read_text("utf-8") != "mine"
    assert path.stat().st_mode & 0o777 == 0o640, "whoever could read it still can"
    assert [one.name for one in tmp_path.glob(".out*")] == []


@pytest.mark.parametrize("command", OUTPUTS, ids=" ".join)
def test_a_link_to_a_file_that_is_there_is_such_a_file(
    filled: CommandLine, tmp_path: Path, command: tuple[str, ...]
) -> None:
    path, link = tmp_path / "out", tmp_path / "link"
    path.write_text("mine", "utf-8")
    link.symlink_to(path)
    assert filled(*command, "-o", str(link)).code == 4
    assert path.read_text("utf-8") == "mine"
    filled.ok(*command, "-o", str(link), "--force")
    assert link.is_symlink()
    assert path.read_text("utf-8") != "mine"


@pytest.mark.parametrize("command", OUTPUTS, ids=" ".join)
@pytest.mark.parametrize("place", ["", "none/out", "file/out", "x" * 300])
def test_a_place_that_no_file_can_have_is_code_2_in_one_line(
    filled: CommandLine, tmp_path: Path, command: tuple[str, ...], place: str
) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    before = sorted(tmp_path.iterdir())
    done = filled(*command, "-o", str(tmp_path / place), "--force")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert str(tmp_path / place) in done.err
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("command", OUTPUTS, ids=" ".join)
def test_force_without_a_file_is_not_passed_over(
    filled: CommandLine, command: tuple[str, ...]
) -> None:
    for said in (("--force",), ("--force", "-o", "-")):
        done = filled(*command, *said)
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert "--force goes with --output FILE" in done.err


@pytest.mark.parametrize("command", OUTPUTS, ids=" ".join)
def test_an_empty_name_names_no_file(filled: CommandLine, command: tuple[str, ...]) -> None:
    done = filled(*command, "-o", "")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert "--output: an empty path names no file" in done.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
@pytest.mark.parametrize("command", OUTPUTS, ids=" ".join)
def test_a_device_without_room_is_code_6(filled: CommandLine, command: tuple[str, ...]) -> None:
    done = filled(*command, "-o", "/dev/full")
    assert (done.code, done.out) == (6, "")
    last = done.err.splitlines()[-1]  # a draft is said to be one before
    assert last == "commitrack: /dev/full cannot be written: No space left on device"


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, Unwritable),
        (errno.EDQUOT, Unwritable),
        (errno.EFBIG, Unwritable),
        (errno.EACCES, Unwritable),
        (errno.EROFS, Unwritable),
        (errno.ENOENT, BadInput),
        (errno.ENOTDIR, BadInput),
        (errno.ENAMETOOLONG, BadInput),
        (errno.EIO, CommitrackError),
    ],
)
def test_what_cannot_be_written_is_told_by_what_is_in_the_way(
    number: int, kind: type[CommitrackError]
) -> None:
    told = unwritten("a.md", OSError(number, os.strerror(number)))
    assert type(told) is kind
    assert str(told) == f"a.md cannot be written: {os.strerror(number)}"


@pytest.mark.parametrize("links", [True, False])
def test_what_another_program_puts_there_meanwhile_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    path = tmp_path / "out.md"
    if not links:  # as on a file system that gives no file two names

        def refuse(*_: object) -> None:
            raise OSError(errno.EPERM, os.strerror(errno.EPERM))

        monkeypatch.setattr(os, "link", refuse)
    with pytest.raises(Refused, match="is there already"), written(path) as file:
        path.write_text("theirs", "utf-8")
        file.write("ours")
    assert path.read_text("utf-8") == "theirs"
    assert [one.name for one in tmp_path.iterdir()] == ["out.md"]
