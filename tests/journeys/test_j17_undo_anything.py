"""J17: every change can be taken back and brought back, and the history shows both."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.cli.filling import fill
from tests.cli.harness import CommandLine
from tests.journeys.steps import add_evidence, add_seed, begin, claim, prepare, triage


def _visible(run: CommandLine) -> Any:
    """What a reader can see of the record, except the numbers of its transactions."""
    listed = run.ok("list", "--json").json
    records = [run.record(one["id"]) for one in listed["commitments"]]
    statements = run.ok("statement", "list", "--json").json["statements"]
    parties = run.ok("party", "list", "--json").json["parties"]
    return _without_versions([records, statements, parties])


def _without_versions(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {key: one for key, one in value.items() if key not in ("revision", "version")}
        return {key: _without_versions(one) for key, one in kept.items()}
    if isinstance(value, list):
        return [_without_versions(one) for one in value]
    return value


Before = Callable[[CommandLine], object]
Change = Callable[[CommandLine, str], object]


def _nothing(run: CommandLine) -> None:
    """An empty store."""
    fill(run.store, "We will do something else entirely")


def _dropped(run: CommandLine) -> str:
    """Evidence that the owner dropped it."""
    number = prepare(run)
    run.ok(
        *("evidence", "add", number, "--source", "self", "--date", "2026-03-01"),
        *("--title", "Letter", "--stance", "withdraws", "--quote", "We no longer will"),
    )
    return number


CHANGES: tuple[tuple[str, Before, Change], ...] = (
    ("add", _nothing, lambda run, _: add_seed(run)),
    ("accept", add_seed, lambda run, _: run.ok("accept", "C-2", "C-3", "--lead", "ann")),
    ("reject", add_seed, lambda run, _: run.ok("reject", "C-1", "--why", "norm")),
    ("set", triage, lambda run, it: run.ok("set", it, "lead=bob", "owner=X;Y", "due=+6w")),
    ("evidence", prepare, lambda run, it: add_evidence(run, it)),
    ("status", _dropped, lambda run, it: run.ok(
        "status", it, "withdrawn", "--why", "dropped", "--self-verify")),
    ("check", prepare, lambda run, it: run.ok("check", it, "--found", "--where", "site")),
    ("slip", begin, lambda run, it: run.ok("set", it, "due=2027-01-01", "--why", "late")),
    ("claim", begin, lambda run, it: run.ok("claim", it)),
    ("send back", claim, lambda run, it: run.ok("review", it, "--send-back", "draft")),
    ("approve", claim, lambda run, it: run.ok("review", it, "--approve", "--self-verify")),
    ("party", triage, lambda run, _: run.ok("party", "set", "NHS Employers", "aliases=NHSE")),
    ("merge", triage, lambda run, _: run.ok(
        "party", "merge", "NHS Employers", "NHS Confederation")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("before", "change"), [one[1:] for one in CHANGES], ids=[one[0] for one in CHANGES]
)
def test_a_change_is_undone_and_redone(run: CommandLine, before: Before, change: Change) -> None:
    it = before(run)
    number = it if isinstance(it, str) else it[1] if isinstance(it, tuple) else ""
    first = _visible(run)
    change(run, number)
    second = _visible(run)
    assert second != first
    told = run.ok("undo").err
    assert "done: undo" in told
    assert _visible(run) == first
    run.ok("redo")
    assert _visible(run) == second
    history = run.ok("history", "--json").json["transactions"]
    redone, undone, done = history[:3]
    assert undone["undoes"] == done["number"]
    assert redone["undoes"] == undone["number"]


def test_a_bulk_edit_of_500_is_previewed_and_is_one_undo(run: CommandLine) -> None:
    fill(run.store, *(f"We will open centre {n}" for n in range(500)))
    ids = run.ok("list", "--format", "ids").out
    assert len(ids.split()) == 500
    done = run.ok("accept", "-", "--lead", "ann", stdin=ids)
    assert "C-0001  We will open centre 0" in done.err
    assert "and 490 more" in done.err
    assert len(run.listed("is:open lead:ann")) == 500
    run.ok("undo")
    assert run.listed("is:open") == []
    assert len(run.ok("history", "--json", "--limit", "2").json["transactions"]) == 2
    run.ok("redo")
    assert len(run.listed("is:open lead:ann")) == 500


def test_undo_takes_back_ones_own_change_and_a_named_one(run: CommandLine) -> None:
    _, number, other = triage(run)
    run.ok("set", number, "lead=ann", "--as", "ann")
    run.ok("set", other, "lead=bob", "--as", "bob")
    run.ok("undo", "--as", "ann")
    assert run.record(number)["lead"] is None
    assert run.record(other)["lead"] == "bob"
    newest = run.ok("history", other, "--json").json["transactions"][0]["number"]
    run.ok("undo", str(newest), "--as", "ann", "--why", "wrong one")
    assert run.record(other)["lead"] is None


def test_what_somebody_built_upon_is_not_undone(run: CommandLine) -> None:
    number = prepare(run)
    run.ok("set", number, "lead=bob", "--as", "bob")
    outcome = run("undo", "--as", "ann")
    assert outcome.code == 4
    assert "bob set it to bob" in outcome.err
    assert run.record(number)["success_test"] is not None
