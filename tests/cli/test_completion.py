"""Shell completion: the scripts, and what they are answered."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.cli.filling import fill
from tests.cli.harness import CommandLine, isolated


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_has_its_script(run: CommandLine, shell: str) -> None:
    script = run.ok("completion", shell).out
    assert "_COMMITRACK_COMPLETE" in script
    assert "commitrack" in script


@pytest.mark.parametrize(
    ("typed", "at", "offered"),
    [
        ("commitrack rep", 1, ["report"]),
        ("commitrack evidence re", 2, ["retract"]),
        ("commitrack show C-", 2, ["C-0001", "C-0002"]),
        ("commitrack review c-0002", 2, ["C-0002"]),
        ("commitrack reject C-1 --why pr", 4, ["prediction"]),
        ("commitrack set C-", 2, ["C-0001", "C-0002"]),
        ("commitrack history C-", 2, ["C-0001", "C-0002"]),
        ("commitrack link C-1 weakens C-", 4, ["C-0001", "C-0002"]),
        ("commitrack status C-1 in", 3, ["in_progress"]),
        ("commitrack statement show S-", 3, ["S-0001"]),
        ("commitrack report sl", 2, ["slippage"]),
        ("commitrack report coverage S", 3, ["S-0001"]),
        ("commitrack report audit C-0002", 3, ["C-0002"]),
        ("commitrack report overdue conf", 3, ["confidence:"]),
        ("commitrack config set ac", 3, ["actor"]),
        ("commitrack config set keys.acc", 3, ["keys.accept"]),
        ("commitrack config set four_eyes s", 4, ["strict", "said"]),
        ("commitrack config set dates ", 4, ["dmy", "mdy"]),
        ("commitrack config set columns id,success", 4, ["id,success_test"]),
        ("commitrack list --cols id,id", 3, []),
        ("commitrack list --cols id,tit", 3, ["id,title"]),
        ("commitrack list --sort due,-own", 3, ["due,-owner"]),
        ("commitrack list --group ra", 3, ["rag"]),
        ("commitrack list --format j", 3, ["json", "jsonl"]),
        ("commitrack schema evidence re", 3, ["retract"]),
        ("commitrack link C-1 C-2 we", 4, ["weakens"]),
        ("commitrack review C-", 2, ["C-0001", "C-0002"]),
        ("commitrack add let", 2, ["let"]),
        ("commitrack --store rec", 2, ["rec"]),
    ],
)
def test_commands_options_and_ids_are_offered(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch, typed: str, at: int, offered: list[str]
) -> None:
    fill(run.store, "We will act", "We will publish")
    monkeypatch.setenv("_COMMITRACK_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", typed)
    monkeypatch.setenv("COMP_CWORD", str(at))
    answer = run()
    assert [line.partition(",")[2] for line in answer.out.split()] == offered
    assert answer.err == ""


def test_without_a_store_nothing_is_offered_and_nothing_said(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_COMMITRACK_COMPLETE", "fish_complete")
    monkeypatch.setenv("COMP_WORDS", "commitrack show ")
    monkeypatch.setenv("COMP_CWORD", "C")
    answer = run()
    assert (answer.code, answer.out.strip(), answer.err) == (0, "", "")


def test_bash_itself_offers_what_was_asked_for(run: CommandLine) -> None:
    fill(run.store, "We will act")
    folder = run.home / "bin"
    folder.mkdir()
    program = folder / "commitrack"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m commitrack "$@"\n')
    program.chmod(0o755)
    asked = (
        'eval "$(commitrack completion bash)"; COMP_WORDS=(commitrack show C-); COMP_CWORD=2; '
        '_commitrack_completion commitrack; echo "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "-c", asked],
        env={**isolated(run.home), "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("C-0001\n", "")
