"""Versions at the command line: what was said, what is told, and what a script reads."""

from __future__ import annotations

import pytest

from tests.cli.filling import HOSTILE
from tests.cli.harness import CommandLine
from tests.cli.test_lists import CONTROLS, STYLES

AROUND = "The inspectors found that nobody had looked after the wards at night for many years."
PROMISES = (
    "The Trust will publish a plan by the end of March 2027.",
    "The Trust will train every nurse in restraint by May 2027.",
    "The Trust will appoint a guardian.",
)
FIRST = "\n\n".join((AROUND, *PROMISES))
SECOND = "\n\n".join((AROUND, PROMISES[0].replace("March 2027", "June 2028"), PROMISES[1]))


def add(run: CommandLine, text: str, *options: str) -> tuple[str, str]:
    outcome = run.ok("add", "-", *options, stdin=text)
    return outcome.out, outcome.err


@pytest.fixture
def second(run: CommandLine) -> tuple[str, str]:
    """A second version of an accepted statement; what adding it said."""
    add(run, FIRST)
    run.ok("accept", *run.listed("is:candidate"))
    return add(run, SECOND)


def test_adding_a_version_says_what_was_kept_reworded_and_lost(
    run: CommandLine, second: tuple[str, str]
) -> None:
    page, told = second
    assert "standard input stored as S-0002, a new version of S-0001; 1 commitment found" in told
    assert "in other words" in told
    assert "C-0003 no longer stands in this version" in told
    assert "commitrack statement compare S-0002" in told
    assert "version    2 of 2, after S-0001" in page
    assert "reworded   C-0001 reads differently on line 3: C-0004 is it, perhaps" in page
    assert "gone       C-0003 no longer stands in this version" in page
    assert "like       C-0004 delays C-0001? (due later (+457 days))" in page
    assert "version    1 of 2, before S-0002" in run.ok("statement", "show", "S-0001").out


def test_a_commitment_says_that_it_no_longer_stands_in_the_newest_version(
    run: CommandLine, second: tuple[str, str]
) -> None:
    assert "gone          no longer stands in these words in S-0002" in run.ok("show", "C-0003").out
    assert "no longer stands" not in run.ok("show", "C-0002").out
    run.ok("undo")
    assert "no longer stands" not in run.ok("show", "C-0003").out


def test_versions_are_listed_the_newest_first(run: CommandLine, second: tuple[str, str]) -> None:
    lines = run.ok("statement", "versions", "S-1").out.splitlines()
    assert [line.split()[0] for line in lines] == ["ID", "S-0002", "S-0001"]
    newest, oldest = run.ok("statement", "versions", "S-2", "--json").json["versions"]
    assert (newest["id"], newest["previous"], oldest["previous"]) == ("S-0002", "S-0001", None)
    assert (newest["kept"], newest["gone"]) == (["C-0002"], ["C-0003"])
    (reworded,) = newest["reworded"]
    assert (reworded["id"], reworded["candidate"]) == ("C-0001", "C-0004")
    assert SECOND[reworded["start"] : reworded["end"]].startswith("The Trust will publish")


def test_a_comparison_marks_the_words(run: CommandLine, second: tuple[str, str]) -> None:
    compared = run.ok("statement", "compare", "S-0002")
    assert compared.out.splitlines() == [
        "~ The Trust will publish a plan by the end of [-March 2027-]. → "
        "The Trust will publish a plan by the end of {+June 2028+}.",
        "- The Trust will appoint a guardian.",
    ]
    whole = run.ok("statement", "compare", "S-0001", "S-0002", "--all").out
    assert "  The inspectors found" in whole
    assert run.ok("statement", "compare", "S-0002", "S-0001").out.count("\n+ ") == 1


def test_a_comparison_as_data_has_exact_offsets(run: CommandLine, second: tuple[str, str]) -> None:
    found = run.ok("statement", "compare", "S-0001", "S-0002", "--json").json
    changed = next(one for one in found["passages"] if one["turn"] == "changed")
    (span,) = changed["new"]["changed"]
    assert SECOND[span["start"] : span["end"]] == "June 2028"


def test_a_person_can_overrule_the_words(run: CommandLine) -> None:
    add(run, FIRST)
    _, told = add(run, f"{FIRST}\n", "--not-a-version")
    assert "a new version" not in told
    _, told = add(run, "Nothing of the kind.", "--version-of", "S-0001")
    assert "S-0003, a new version of S-0001" in told
    for options in (("--version-of", "S-1", "--not-a-version"), ("--version-of", "C-1")):
        assert run("add", "-", *options, stdin="Something else.").code == 2
    missing = run("add", "-", "--version-of", "S-99", stdin="Something else.")
    assert (missing.code, "S-0099" in missing.err) == (3, True)
    assert run("add", "a.txt", "b.txt", "--version-of", "S-1").code == 2
    assert len(run.ok("statement", "list", "--json").json["statements"]) == 3


def test_hostile_words_are_shown_harmlessly(run: CommandLine) -> None:
    add(run, f"{FIRST}\n\n{HOSTILE}")
    add(run, f"{FIRST}\n\n{HOSTILE} and more", "--title", HOSTILE)
    for command in (("compare", "S-0002"), ("versions", "S-0002"), ("show", "S-0002")):
        for terminal in (False, True):
            shown = run("statement", *command, terminal=terminal).out
            assert not CONTROLS.search(STYLES.sub("", shown)), command


def test_a_terminal_folds_a_comparison(run: CommandLine, second: tuple[str, str]) -> None:
    shown = run("statement", "compare", "S-0002", terminal=True).out
    assert max(map(len, STYLES.sub("", shown).splitlines())) <= 80
    assert "{+June 2028+}" in shown
