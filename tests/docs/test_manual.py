"""The page of commands and the man page say what the commands say, and can be read."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from commitrack.cli.app import root
from commitrack.cli.exits import Exit
from commitrack.cli.manual import EXITS, guide, leaves, man

DOCS = Path(__file__).resolve().parents[2] / "docs"
COMMANDS = dict(leaves(root))


def test_the_page_of_commands_is_what_the_commands_make_of_it() -> None:
    assert (DOCS / "commands.md").read_text("utf-8") == guide(), "run make manual"


def test_the_man_page_is_what_the_commands_make_of_it() -> None:
    assert (DOCS / "commitrack.1").read_text("utf-8") == man(), "run make manual"


def test_every_command_with_every_option_is_in_both() -> None:
    page, text = guide(), man()
    for name, command in COMMANDS.items():
        assert f"\n### {name}\n" in page
        assert f"\n.SS {name}\n" in text
        for option in (one for one in command.params if option_shown(one)):
            assert option.opts[0] in page, (name, option.opts)


def option_shown(option: object) -> bool:
    return not getattr(option, "hidden", False) and str(getattr(option, "opts", [""])[0])[:1] == "-"


def test_every_command_says_what_it_does_and_what_its_options_do() -> None:
    for name, command in COMMANDS.items():
        assert command.help, name
        for option in command.params:
            if option_shown(option):
                assert getattr(option, "help", None), (name, option.opts)


def test_every_exit_code_is_explained_the_same_everywhere() -> None:
    assert set(EXITS) == set(Exit)
    table = (DOCS / "store.md").read_text("utf-8")
    told = dict(re.findall(r"^\| (\d+) \| (.+) \|$", table, re.MULTILINE))
    assert told == {str(int(code)): words for code, words in EXITS.items()}


JOURNEYS = """
demo; add; extract --json --explain; list --format --json; show; accept; reject --why; set --why;
status --why; evidence add --source --date --title --kind --stance --url --locator --quote;
evidence retract --why; check --found --nothing-found --no-reply --where --next --note; claim;
review --approve --send-back --partly; reopen --why; link; undo; redo; history;
report --format -o; view list; party list; party set; party merge; statement list;
statement show; export; import; backup; restore; doctor; config show; config set; config path;
config init; completion
"""
"""The commands of the 18 journeys, each with the options they rely on."""


@pytest.mark.parametrize("line", [one.strip() for one in JOURNEYS.split(";")])
def test_the_commands_of_the_journeys_are_there(line: str) -> None:
    name, *wanted = re.split(r"\s+(?=-)", line)
    options = {option for one in COMMANDS[name].params for option in one.opts}
    assert set(wanted) <= options


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_groff_has_nothing_to_complain_of_in_the_man_page() -> None:
    done = subprocess.run(
        ["groff", "-man", "-ww", "-Tutf8", "-P-cbou"],
        input=man(),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stderr == ""
    assert "commitrack evidence add [OPTIONS] ID" in done.stdout
    assert "commitrack list is:chase --format ids | commitrack set - lead=ann" in done.stdout


@pytest.mark.skipif(shutil.which("man") is None, reason="man is not installed")
def test_man_shows_the_page() -> None:
    done = subprocess.run(
        ["man", "-l", str(DOCS / "commitrack.1")],
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANPAGER": "cat", "MANWIDTH": "80"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if "minimized" in done.stdout + done.stderr:
        pytest.skip("man is a stub here")
    assert done.returncode == 0
    assert "COMMITRACK(1)" in done.stdout
