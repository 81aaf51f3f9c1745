"""Shell completion: the scripts, and what they are answered."""

from __future__ import annotations

import pytest

from tests.cli.filling import fill
from tests.cli.harness import CommandLine


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
