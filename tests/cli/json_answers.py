"""Every command that answers in JSON, run on a record in which every kind of thing is on file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.cli.harness import CommandLine

SEED = Path(__file__).parents[1] / "seeds" / "nhs-confederation-west-london.txt"
WEAKER = (
    "The NHS Confederation hopes to look at options for board peer review by the end of 2027.\n"
)
SHEET = "title,quote,owner,due\nOpen a clinic,We will open a clinic,Ash Trust,2026-05-01\n"

Answer = tuple[str, Any]
"""A command, and one JSON document that it printed."""


def answers(run: CommandLine) -> Iterator[Answer]:
    """Run them all; each edit is looked at (``--dry-run``) before it is made."""
    home = run.home
    seed = str(SEED)
    yield from _lines(run, "add", seed, "--dry-run")
    yield from _lines(run, "add", seed)
    yield from _lines(run, "add", seed)
    longer = home / "longer.txt"
    longer.write_text(f"A word first.\n\n{SEED.read_text('utf-8')}", "utf-8")
    yield from _lines(run, "add", str(longer))
    weaker = home / "weaker.txt"
    weaker.write_text(WEAKER, "utf-8")
    yield from _lines(run, "add", str(weaker), "--publisher", "NHS Confederation")
    yield from _lines(run, "extract", seed)
    yield from _lines(run, "extract", seed, "--explain")

    newest = run.ok("list", "--format", "ids").out.split()[-1]
    for words in (
        ("accept", "C-1", "C-2", "C-3", newest, "--lead", "ann", "--owner", "NHS Confederation"),
        (
            "set",
            "C-1",
            "C-2",
            "due=2026-06-30",
            "success_test=it is out",
            "topic=boards",
            "tags=a",
        ),
        ("set", "C-2", "due=2026-12-31", "--why", "consultation extended"),
        (
            *("evidence", "add", "C-1", "C-2", "--source", "official", "--date", "2026-02-20"),
            *("--title", "Board paper", "--quote", "half of it", "--url", "https://example.org"),
        ),
        ("evidence", "retract", "C-2", "2", "--why", "another board"),
        ("evidence", "add", "C-2", "--source", "self", "--title", "Letter"),
        ("check", "C-3", "--nothing-found", "--where", "their site", "--note", "no page"),
        ("sent", "C-3", "--on", "2026-03-01", "--next", "2026-04-01", "--note", "by post"),
        ("status", "C-1", "in_progress"),
        ("link", newest, "weakens", "C-2", "--note", "later words"),
        ("claim", "C-1", "C-2", "--note", "it is out"),
        ("review", "C-1", "--approve", "--as", "bob"),
        ("review", "C-2", "--send-back", "a draft", "--as", "bob"),
        ("reopen", "C-1", "--why", "it was withdrawn"),
        ("lint", "C-2", "--dismiss", "L2", "--why", "the decision is minuted"),
        ("lint", "C-3", "--dismiss", "L8", "--why", "not asked"),
        ("reject", "C-4", "--why", "norm", "--note", "a duty"),
    ):
        command = " ".join(words[:2]) if words[0] == "evidence" else words[0]
        yield from _one(run, command, *words[len(command.split()) :], "--dry-run")
        yield from _one(run, command, *words[len(command.split()) :])
    yield from _one(run, "propose", "S-1", "--sentence", "2", "--owner", "Ash", "--dry-run")
    yield from _one(run, "propose", "S-1", "--sentence", "2", "--owner", "Ash")
    yield from _one(run, "statement read", "S-1", "--sentence", "1")
    yield from _one(run, "statement read", "S-1", "--sentence", "1", "--take-back")
    yield from _one(run, "party set", "NHS Employers", "aliases=NHSE;Employers")
    yield from _one(run, "party set", "NHS Employer", "kind=group", "--new")

    yield from _one(run, "list")
    yield from _one(run, "list", "group:status", "--limit", "2")
    yield from _one(run, "list", "group:owner", "--count")
    yield from _one(run, "list", "lead:nobody")
    yield from _one(run, "list", "is:overdue", "--today", "2027-01-01")
    for line in run.ok("list", "--format", "jsonl").out.splitlines():
        yield "list --format jsonl", json.loads(line)
    yield from _one(run, "show", "C-1")
    yield from _one(run, "show", "C-1", "C-2", "C-3", newest)
    yield from _one(run, "review", "C-1")
    yield from _one(run, "lint", "C-2")
    yield from _one(run, "lint", "C-2", "C-3")
    yield from _one(run, "evidence list", "C-2")
    yield from _one(run, "history")
    yield from _one(run, "history", "C-2")
    yield from _one(run, "statement list")
    for number in ("S-1", "S-2", "S-3"):
        yield from _one(run, "statement show", number)
    yield from _one(run, "statement versions", "S-2")
    yield from _one(run, "statement compare", "S-2")
    yield from _one(run, "party list")
    yield from _one(run, "party list", "--alike")
    yield from _one(run, "view save", "ours", "is:open", "lead:ann", "--key", "4")
    yield from _one(run, "view rename", "ours", "weekly")
    yield from _one(run, "view list")
    run.ok("view", "export", "-o", str(home / "views.toml"))
    yield from _one(run, "view delete", "weekly")
    yield from _one(run, "view import", str(home / "views.toml"), "--dry-run")
    yield from _one(run, "view import", str(home / "views.toml"))
    yield from _one(run, "facets", "is:open")
    yield from _one(run, "report", "overdue")
    yield from _one(run, "report", "coverage", "S-1")
    yield from _one(run, "report", "slippage")
    yield from _one(run, "report", "audit", "C-2")
    yield from _one(run, "report", "drift")
    yield from _one(run, "report", "lint")
    yield from _one(run, "report", "weekly")
    yield from _one(run, "report", "agenda", "--by", "lead")
    yield from _one(run, "report", "owner", "NHS Confederation")
    yield from _one(run, "report", "chaser", "C-3")
    yield from _one(run, "report", "summary")
    yield from _one(run, "report", "review-queue")
    yield from _one(run, "report", "evidence-gaps")

    yield from _one(run, "party merge", "NHS Employer", "NHS Employers", "--dry-run")
    yield from _one(run, "party merge", "NHS Employer", "NHS Employers")
    yield from _one(run, "undo", "--dry-run")
    yield from _one(run, "undo")
    yield from _one(run, "redo")

    for command in ("config path", "config init", "config show", "config"):
        yield from _one(run, command)
    yield from _one(run, "config set", "cadence", "30")
    yield from _one(run, "config unset", "cadence")
    yield from _in_and_out(run)


def _in_and_out(run: CommandLine) -> Iterator[Answer]:
    home = run.home
    yield from _one(run, "backup")
    yield from _one(run, "backup", "--list")
    backup = run.ok("backup", "--list", "--json").json["backups"][0]["path"]
    yield from _one(run, "restore", backup, "--dry-run")
    yield from _one(run, "restore", backup)
    yield from _one(run, "doctor")
    run.ok("set", "C-1", "visibility=public")
    yield from _one(run, "publish", str(home / "site"), "--dry-run")
    yield from _one(run, "publish", str(home / "site"))
    sheet = home / "sheet.csv"
    sheet.write_text(SHEET, "utf-8")
    yield from _one(run, "import", str(sheet), "--dry-run")
    yield from _one(run, "import", str(sheet))
    run.ok("export", "-o", str(home / "record.jsonl"))
    other = str(home / "other.db")
    yield from _one(run, "import", str(home / "record.jsonl"), "--store", other, "--dry-run")
    yield from _one(run, "import", str(home / "record.jsonl"), "--store", other)
    run.ok("set", "C-1", "topic=here")
    run.ok("set", "C-1", "topic=there", "note=more", "--store", other)
    yield from _one(run, "import", other, "--dry-run")
    yield from _one(run, "import", other, "--take", "theirs")
    yield from _one(run, "purge party", "Ash Trust", "--why", "asked for it", "--dry-run")
    yield from _one(run, "purge party", "Ash Trust", "--why", "asked for it", "--yes")
    yield from _one(run, "purge statement", "S-3", "--why", "asked for it", "--yes")
    yield from _one(run, "purge finish")


def _one(run: CommandLine, command: str, *words: str) -> Iterator[Answer]:
    outcome = run.ok(*command.split(), *words, "--json")
    yield command, json.loads(outcome.out)


def _lines(run: CommandLine, command: str, *words: str) -> Iterator[Answer]:
    """Of a command that prints a document a line."""
    for line in run.ok(command, *words, "--json").out.splitlines():
        yield command, json.loads(line)
