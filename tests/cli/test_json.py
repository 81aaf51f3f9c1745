"""What ``--json`` prints has the shape that the schema says: every command, on a full record."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import click
import pytest

from commitrack.cli.app import root
from commitrack.cli.describing import output_schema
from commitrack.cli.manual import leaves
from commitrack.model import history, records, statements
from commitrack.reports import CATALOGUE
from tests.cli.harness import CommandLine
from tests.cli.json_answers import answers
from tests.json_schema import complaints

SCHEMA = output_schema()
DEFS: Mapping[str, Any] = SCHEMA["$defs"]

WITHOUT = {
    "demo": "it opens the UI",
    "serve": "it opens the UI",
    "export": "its output is JSON as it is: a line for each record (export-schema.json)",
    "completion": "it prints a shell's script",
    "schema": "its output is JSON as it is",
    "help": "it is prose",
    "view export": "it writes a file to hand on, which view import reads",
}
"""The commands without ``--json``, and why."""


def _takes_json(command: click.Command) -> bool:
    return any("--json" in one.opts for one in command.params)


def test_every_command_answers_in_json_or_has_a_reason_not_to() -> None:
    without = {name for name, command in leaves(root) if not _takes_json(command)}
    assert without == set(WITHOUT)
    assert set(SCHEMA["commands"]) == {name for name, _ in leaves(root)} - without


def test_every_answer_is_as_the_schema_says(run: CommandLine) -> None:
    seen, reports = set(), set()
    for command, answer in answers(run):
        seen.add(command)
        if command == "report":
            reports.add(answer["report"])
        if command == "list --format jsonl":
            rule: Mapping[str, Any] = {"$ref": "#/$defs/commitment"}
        else:
            rule = SCHEMA["commands"][command]
        assert list(complaints(answer, rule, DEFS, command)) == []
    assert seen == {*SCHEMA["commands"], "list --format jsonl"}
    assert reports == set(CATALOGUE)


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("commitment", records.Commitment),
        ("evidence", records.Evidence),
        ("check", records.Check),
        ("date-move", records.DateMove),
        ("review", records.Review),
        ("link", records.Link),
        ("suggestion", records.Suggestion),
        ("dismissal", records.Dismissal),
        ("party", records.Party),
        ("mention", statements.Mention),
        ("statement", statements.Statement),
        ("copy", statements.Copy),
        ("transaction", history.Transaction),
        ("change", history.FieldChange),
    ],
)
def test_the_schema_allows_whatever_the_record_may_hold(name: str, record: type) -> None:
    members = DEFS[name]["properties"]
    hints = get_type_hints(record)
    shared = set(members) & set(hints)
    assert len(shared) >= len(members) // 2
    for field in shared:
        hint = hints[field]
        kinds = get_args(hint) if get_origin(hint) is UnionType else (hint,)
        allowed = list(_alternatives(members[field]))
        assert (NoneType in kinds) is ("null" in [kind for kind, _ in allowed]), field
        for kind in kinds:
            if isinstance(kind, type) and issubclass(kind, Enum):
                (values,) = [values for kind_, values in allowed if kind_ != "null"]
                assert [one for one in values if one is not None] == [one.value for one in kind], (
                    field
                )
            if isinstance(kind, type) and issubclass(kind, date):
                assert "string" in [kind_ for kind_, _ in allowed], field


def _alternatives(rule: Mapping[str, Any]) -> Iterator[tuple[str, list[Any]]]:
    """The types a rule allows, each with its list of values if it has one."""
    if "$ref" in rule:
        rule = DEFS[rule["$ref"].rpartition("/")[2]]
    if "anyOf" in rule:
        for one in rule["anyOf"]:
            yield from _alternatives(one)
        return
    named = rule.get("type", [])
    for kind in [named] if isinstance(named, str) else named:
        yield kind, rule.get("enum", [])


def test_a_schema_is_shown_whole_and_for_one_command(run: CommandLine) -> None:
    assert run.ok("schema").json == SCHEMA
    one = run.ok("schema", "evidence", "list").json
    assert set(one["$defs"]) == {"evidence-list", "evidence", "commitment-id", "day"}
    assert one["$ref"] == "#/$defs/evidence-list"
    wrong = run("schema", "lst")
    assert wrong.code == 3
    assert "did you mean 'list'?" in wrong.err


def test_every_definition_is_described_and_used() -> None:
    text = json.dumps(SCHEMA)
    for name, one in DEFS.items():
        assert one["description"].endswith("."), name
        assert f'"#/$defs/{name}"' in text, name
    assert set(re.findall(r"#/\$defs/([\w-]+)", text)) == set(DEFS)


def test_a_value_that_is_not_so_is_complained_of() -> None:
    good = {"commitment": "C-0001", "field": "lead", "old": "none", "new": "ann"}
    rule = DEFS["receipt"]["properties"]["changes"]["items"]
    assert list(complaints(good, rule, DEFS)) == []
    for bad in (
        {**good, "commitment": "C-1"},
        {**good, "old": 3},
        {**good, "extra": 1},
        {name: good[name] for name in good if name != "new"},
        "text",
    ):
        assert list(complaints(bad, rule, DEFS)) != []
