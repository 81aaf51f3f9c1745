"""What is understood without the parser, the terminal UI and a list, is what it is with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from commitrack.cli.app import root
from commitrack.cli.listed import ListWish
from commitrack.cli.plain import plain_flags, plain_list
from commitrack.cli.running import PROGRAM
from commitrack.cli.session import Session
from commitrack.store import open_store
from tests.cli.filling import fill
from tests.cli.harness import CommandLine

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


_OF_A_LIST = st.sampled_from(
    (
        *("list", "is:open", "-is:closed", "owner:NHS Trusts", "@overdue", "x", "", "-", "--", "é"),
        *("--limit", "--limit=0", "--limit=x", "--limit=007", "5", "-5", "9" * 30, "--limit=٣"),
        *("--format", "--format=ids", "csv", "--format=pdf", "--format=", "table", "--json"),
        *("--store", "--store=a.db", "--as=b", "--today=1", "--count", "--cols", "--help", "-o"),
    )
)


@given(
    st.lists(_OF_A_LIST, max_size=7)
    | st.lists(_OF_A_LIST, max_size=5).map(lambda words: ["list", *words])
)
@example(["--as", "ann", "list", "is:open", "--limit", "5", "--as=bob", "-is:closed"])
@example(["list", "list"])
def test_what_is_taken_for_a_plain_list_says_to_the_parser_the_same(arguments: list[str]) -> None:
    plain = plain_list(arguments)
    if plain is None:
        return
    session = Session()
    context = root.make_context(PROGRAM, list(arguments), obj=session)
    name, command, rest = root.resolve_command(context, [*context._protected_args, *context.args])
    assert command is not None
    said = dict(command.make_context(name, rest, parent=context).params)
    flags, wish = plain
    assert (name, session.flags) == ("list", flags)
    assert said.pop("words") == wish.words
    assert (said.pop("form") or "table", said.pop("limit")) == (wish.form, wish.limit)
    assert not any(said.values())


def test_what_a_list_says_less_often_is_left_to_the_parser() -> None:
    for words in ("--json", "--count", "--help", "--limit", "--limit x", "--format pdf", "-- x"):
        assert plain_list(["list", *words.split()]) is None
    for line in ("", "show list", "list --as", "--limit 5 list", "view list"):
        assert plain_list(line.split()) is None
    assert plain_list(["--as", "bob", "list", "is:open", "-is:stale", "--limit", "5"]) == (
        {"actor": "bob"},
        ListWish(("is:open", "-is:stale"), limit=5),
    )


@pytest.mark.parametrize(
    "words",
    ["is:open", "", "is:opne", "-is:open --format ids", "--limit 1", "@none", "--format md"],
)
def test_a_list_is_the_same_with_and_without_the_parser(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    fill(run.store, "We will act", "We will publish")
    run.ok("accept", "C-1")
    plain = run("list", *words.split())
    monkeypatch.setattr("commitrack.cli.running.plain_list", lambda _: None)
    assert run("list", *words.split()) == plain


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
