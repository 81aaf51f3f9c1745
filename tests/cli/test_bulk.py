"""Bulk edits from the shell: a look beforehand, one transaction, one undo, nothing by halves."""

from __future__ import annotations

from typing import Any

import pytest

from commitrack.cli import changing, filing, linking, linting, signing, triage
from tests.cli.filling import fill
from tests.cli.harness import CommandLine

ALL = "C-1 C-2 C-3"


@pytest.fixture
def opened(run: CommandLine) -> CommandLine:
    """Three open commitments with evidence, and two candidates."""
    fill(run.store, *(f"We will do thing {n}" for n in range(5)))
    run.ok("accept", "C-1", "C-2", "C-3")
    run.ok("evidence", "add", "C-1", "C-2", "C-3", "--source", "self", "--title", "Letter")
    return run


def _newest(run: CommandLine) -> int:
    return int(run.ok("history", "--limit", "1", "--json").json["transactions"][0]["number"])


def _visible(run: CommandLine) -> list[Any]:
    """All that is on file, except the transaction that touched it last."""
    numbers = run.ok("list", "--format", "ids").out.split()
    records = run.ok("show", *numbers, "--json").json["commitments"]
    return [{name: one[name] for name in one if name != "revision"} for one in records]


FROM_STDIN: tuple[tuple[str, ...], ...] = (
    ("set", "-", "lead=ann"),
    ("status", "-", "in_progress"),
    ("check", "-", "--found", "--where", "their site"),
    ("evidence", "add", "-", "--source", "official", "--title", "Paper"),
    ("link", "-", "part_of", "C-5"),
    ("claim", "-", "--test", "it is there"),
    ("lint", "-", "--dismiss", "L1", "--why", "yearly"),
    ("status", "-", "unverifiable", "--why", "no test applies", "--self-verify"),
)


@pytest.mark.parametrize("words", FROM_STDIN, ids=lambda words: "-".join(words[:2]))
def test_every_edit_takes_ids_from_standard_input_and_is_one_undo(
    opened: CommandLine, words: tuple[str, ...]
) -> None:
    before = _visible(opened)
    at = _newest(opened)
    planned = opened.ok(*words, "--dry-run", stdin=ALL)
    assert "dry run: nothing changed" in planned.err
    assert "C-0002  We will do thing 1" in planned.err
    assert _newest(opened) == at
    opened.ok(*words, stdin=ALL)
    assert _newest(opened) == at + 1
    opened.ok("undo")
    assert _visible(opened) == before


def test_candidates_are_accepted_and_rejected_in_one(opened: CommandLine) -> None:
    at = _newest(opened)
    opened.ok("reject", "-", "--why", "norm", stdin="C-4\nC-5\n")
    assert opened.listed("is:rejected") == ["C-0004", "C-0005"]
    opened.ok("undo")
    opened.ok("accept", "-", "--lead", "ann", stdin="c4 5")
    assert opened.listed("lead:ann") == ["C-0004", "C-0005"]
    assert _newest(opened) == at + 3


def test_claims_are_reviewed_and_reopened_in_one(opened: CommandLine) -> None:
    opened.ok("claim", "-", "--test", "it is there", stdin=ALL)
    waits = opened.ok("review", "-", "--as", "bob", stdin="C-1 C-2")
    assert waits.out.count("proposed") == 2
    opened.ok("review", "-", "--approve", "--as", "bob", stdin=ALL)
    assert opened.listed("status:delivered") == ["C-0001", "C-0002", "C-0003"]
    opened.ok("reopen", "-", "--why", "it broke", stdin=ALL)
    assert opened.listed("is:open") == ["C-0001", "C-0002", "C-0003"]


def test_all_that_is_no_id_is_named(opened: CommandLine) -> None:
    at = _newest(opened)
    outcome = opened("set", "C-1", "-", "lead=x", stdin="C-2 Q-7 what S-1")
    assert outcome.code == 2
    assert outcome.err == "commitrack: 3 are no IDs here: 'Q-7', 'what', 'S-1'\n"
    assert _newest(opened) == at


def test_all_that_do_not_exist_are_named(opened: CommandLine) -> None:
    at = _newest(opened)
    outcome = opened("set", "C-1", "C-77", "C-2", "C-99", "lead=x")
    assert outcome.code == 3
    assert outcome.err == "commitrack: C-0077, C-0099 are not on record: nothing changed\n"
    assert _newest(opened) == at
    assert opened.listed("lead:x") == []


def test_all_refusals_are_told_and_nothing_is_done(opened: CommandLine) -> None:
    at = _newest(opened)
    for more in ((), ("--dry-run",), ("--json",)):
        outcome = opened("accept", "C-4", "C-1", "C-5", "C-2", *more)
        assert outcome.code == 4
        last = outcome.err.splitlines()[-1]
        assert last.startswith("commitrack: 2 of 4 refused, nothing changed: C-0001 ")
        assert "; C-0002 " in last
    assert _newest(opened) == at


def test_a_preview_shows_each_field_before_and_after(opened: CommandLine) -> None:
    opened.ok("set", "C-1", "lead=ann", "topic=staff")
    told = opened.ok("set", "C-1", "C-2", "lead=bob", "topic=", "--dry-run").err
    assert "  lead: ann → bob\n  topic: staff → none\n" in told
    assert "  lead: none → bob\n" in told


def test_a_receipt_says_the_same_to_a_program(opened: CommandLine) -> None:
    planned = opened.ok("set", "C-1", "C-2", "lead=bob", "--dry-run", "--json").json
    assert planned["dry_run"] is True
    assert planned["transaction"] is None
    assert planned["changes"] == [
        {"commitment": "C-0001", "field": "lead", "old": "none", "new": "bob"},
        {"commitment": "C-0002", "field": "lead", "old": "none", "new": "bob"},
    ]
    done = opened.ok("set", "C-1", "C-2", "lead=bob", "--json").json
    assert done["transaction"] == _newest(opened)
    assert done["commitments"] == ["C-0001", "C-0002"]
    assert done["changes"] == planned["changes"]
    again = opened.ok("set", "C-1", "C-2", "lead=bob", "--json").json
    assert (again["transaction"], again["changed"]) == (None, 0)
    refused = opened("accept", "C-1", "--dry-run", "--json")
    assert refused.code == 4
    assert [one["commitment"] for one in refused.json["refused"]] == ["C-0001"]


def test_no_ids_are_an_empty_receipt(opened: CommandLine) -> None:
    empty = opened.ok("set", "-", "lead=x", "--json", stdin="")
    assert empty.json["commitments"] == []
    assert empty.err == "no IDs to work on: nothing changed\n"


def test_five_hundred_are_one_preview_one_edit_and_one_undo(run: CommandLine) -> None:
    fill(run.store, *(f"We will do thing {n}" for n in range(500)))
    ids = run.ok("list", "--format", "ids").out
    assert run.ok("accept", "-", "--dry-run", stdin=ids).err.count("status:") == 500
    at = _newest(run)
    run.ok("accept", "-", stdin=ids)
    assert run.ok("list", "is:open", "--count").out == "500\n"
    assert _newest(run) == at + 1
    run.ok("undo")
    assert run.ok("list", "is:candidate", "--count").out == "500\n"


def test_what_edits_commitments_can_be_looked_at_first_and_asked_about() -> None:
    edits = (
        *(changing.set_fields, changing.status, triage.accept, triage.reject, linking.link),
        *(filing.add, filing.retract, filing.check, linting.lint),
        *(signing.claim, signing.review, signing.reopen),
    )
    for command in edits:
        options = {option for one in command.params for option in one.opts}
        assert {"--dry-run", "--yes", "--json"} <= options, command.name
