"""A run that only opens the terminal UI is understood without the parser, and as it would."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from commitrack.cli.app import root
from commitrack.cli.plain import plain_flags
from commitrack.cli.running import PROGRAM
from commitrack.cli.session import Session
from commitrack.store import open_store

_NAMES = ("--store", "--as", "--today")
_WORDS = st.sampled_from(
    (*_NAMES, "--store=", "--as=a=b", "--today=1", "--store=-", "x", "", "-v", "--", "list", "é")
)


@given(
    st.lists(_WORDS, max_size=6)
    | st.lists(st.tuples(st.sampled_from(_NAMES), _WORDS)).map(
        lambda pairs: [word for pair in pairs for word in pair]
    )
)
@example([])
@example(["--as", "ann", "--store=a.db", "--as", "bob"])
def test_what_is_taken_for_plain_says_to_the_parser_the_same(arguments: list[str]) -> None:
    flags = plain_flags(arguments)
    if flags is None:
        return
    session = Session()
    context = root.make_context(PROGRAM, list(arguments), obj=session)
    assert session.flags == flags
    assert not context.args
    assert not context._protected_args


def test_a_command_or_another_option_is_left_to_the_parser() -> None:
    assert plain_flags(["list"]) is None
    assert plain_flags(["--version"]) is None
    assert plain_flags(["--store"]) is None
    assert plain_flags(["--store", "--as", "ann"]) is None
    assert plain_flags(["--as", "ann", "--store=x.db"]) == {"actor": "ann", "store": "x.db"}


_UI = """
import sys
from commitrack.cli import running, streams
import commitrack.tui
streams.has_screen = lambda: True
found = []
def run(place, lens, **rest):
    found.extend(name for name in ("click", "gettext", "commitrack.cli.app") if name in sys.modules)
    found.append(f"{lens.actor} on {lens.today}")
    return 7
commitrack.tui.run = run
assert running.run(["--store", sys.argv[1], "--as", "ann", "--today=2026-03-02"]) == 7
assert found == ["ann on 2026-03-02"], found
"""


def test_the_terminal_ui_opens_without_the_parser(tmp_path: Path) -> None:
    place = tmp_path / "record.db"
    open_store(place, create=True).close()
    done = subprocess.run(
        [sys.executable, "-c", _UI, str(place)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
