"""The words of a query, completed by the shells themselves: fields, values, dates and views."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys

import pytest

from commitrack.store import open_store
from tests.cli.filling import fill
from tests.cli.harness import CommandLine, isolated
from tests.store.hands import sign

CASES = [
    ("commitrack list own", ["owner:"]),
    ("commitrack list -follow", ["-follow_up:"]),
    ("commitrack list owner:Har", ["owner:Harbour Board & Sons"]),
    ("commitrack list is:candidate owner:=Har", ["owner:=Harbour Board & Sons"]),
    ("commitrack list @wee", ["@week", "@weekly"]),
    ("commitrack list -is:cl", ["-is:closed", "-is:claimed"]),
    ("commitrack list status:open,st", ["status:open,stalled"]),
    ("commitrack list due:tod", ["due:today", "due:today..eow", "due:today..eom"]),
    ("commitrack list sort:-du", ["sort:-due"]),
    ("commitrack list zzz", []),
    ("commitrack report overdue lead:@", ["lead:@me"]),
    ("commitrack view save mine2 is:mi", ["is:mine"]),
    ("commitrack view delete we", ["weekly"]),
]


@pytest.fixture
def environment(run: CommandLine) -> dict[str, str]:
    """A home with a store, and a program to call in it."""
    fill(run.store, "We will act")
    run.ok("set", "C-1", "owner=Harbour Board & Sons", "lead=ann")
    run.ok("view", "save", "weekly", "is:open", "--description", "for Monday")
    folder = run.home / "bin"
    folder.mkdir()
    program = folder / "commitrack"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m commitrack "$@"\n')
    program.chmod(0o755)
    return {**isolated(run.home), "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}


def asked(shell: list[str], script: str, environment: dict[str, str]) -> list[str]:
    done = subprocess.run(
        [*shell, script],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_bash_puts_in_what_it_left_out_of_the_word(environment: dict[str, str]) -> None:
    lines = [
        ("commitrack list own", ("own",), ["owner:"]),
        ("commitrack list owner:Har", ("owner", ":", "Har"), [r"Harbour\ Board\ \&\ Sons"]),
        ("commitrack list owner:", ("owner", ":"), ["@me", r"Harbour\ Board\ \&\ Sons"]),
        (r"commitrack list owner:Harbour\ B", ("owner", ":", r"Harbour\ B"), None),
        ("commitrack list @wee", ("@", "wee"), ["@week", "@weekly"]),
        ("commitrack list -is:cl", ("-is", ":", "cl"), ["closed", "claimed"]),
        ("commitrack list 'is:open due:tom", ("'is:open due:tom",), ["is:open due:tomorrow"]),
        ("commitrack list is:open ", ("is", ":", "open", ""), ["is:"]),
    ]
    for line, words, wanted in lines:
        array = " ".join(shlex.quote(word) for word in ("commitrack", "list", *words))
        script = (
            'eval "$(commitrack completion bash)"; compopt() { :; }; '
            f"COMP_LINE={shlex.quote(line)}; COMP_POINT={len(line)}; COMP_WORDS=({array}); "
            f"COMP_CWORD={len(words) + 1}; COMP_WORDBREAKS=$' \\t\\n\"\\'@><=;|&(:'; "
            '_commitrack_completion commitrack; printf "%s\\n" "${COMPREPLY[@]}"'
        )
        found = asked(["bash", "-c"], script, environment)
        expected = [r"Harbour\ Board\ \&\ Sons"] if wanted is None else wanted
        assert found[: len(expected)] == expected, line


@pytest.mark.parametrize(("line", "offered"), CASES, ids=[line for line, _ in CASES])
def test_every_shell_is_offered_the_same(
    run: CommandLine,
    environment: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    line: str,
    offered: list[str],
) -> None:
    del environment
    words = line.split(" ")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
    monkeypatch.setenv("_COMMITRACK_COMPLETE", "zsh_complete")
    told = run().out.splitlines()
    zsh = [told[at].replace("\\:", ":") for at in range(1, len(told), 3)]
    assert zsh[: len(offered)] == offered
    assert bool(zsh) == bool(offered)
    monkeypatch.setenv("COMP_CWORD", words[-1])
    monkeypatch.setenv("_COMMITRACK_COMPLETE", "fish_complete")
    fish = [one.partition(",")[2].partition("\t")[0] for one in run().out.splitlines()]
    assert fish[: len(offered)] == offered


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not installed")
def test_fish_itself_offers_what_was_asked_for(environment: dict[str, str]) -> None:
    script = "source (commitrack completion fish | psub); " + "; ".join(
        f"complete -C {shlex.quote(line)}" for line, _ in CASES[:6]
    )
    found = [line.partition("\t")[0] for line in asked(["fish", "-c"], script, environment)]
    assert sorted(found) == sorted(value for _, values in CASES[:6] for value in values)


def test_what_is_offered_depends_on_the_query_before_it(
    run: CommandLine, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    del environment
    store = open_store(run.store)
    store.set_party("Another Body", {}, sign())
    store.close()
    for query, count in (("is:candidate", 2), ("is:closed", 1)):
        monkeypatch.setenv("COMP_WORDS", f"commitrack list {query} owner:=")
        monkeypatch.setenv("COMP_CWORD", "3")
        monkeypatch.setenv("_COMMITRACK_COMPLETE", "bash_complete")
        assert len(run().out.split("\n")) - 1 == count, query
