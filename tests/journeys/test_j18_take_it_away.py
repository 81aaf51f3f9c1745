"""J18: everything goes out and comes back equal; a sheet goes in, or is refused line by line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.harness import CommandLine
from tests.journeys.steps import claim


def test_an_export_in_a_fresh_store_is_equal_history_and_ids_included(
    run: CommandLine, tmp_path: Path
) -> None:
    number = claim(run)
    run.ok("review", number, "--approve", "--as", "bob")
    run.ok("undo", "--as", "bob")
    run.ok("redo", "--as", "bob")
    path, fresh = str(tmp_path / "record.jsonl"), ("--store", str(tmp_path / "fresh.db"))
    run.ok("export", "-o", path)
    run.ok(*fresh, "import", path)
    for question in (
        ("export",),
        ("history", "--json"),
        ("show", number, "--json"),
        ("list", "--json"),
        ("statement", "show", "S-0001", "--json"),
        ("party", "list", "--json"),
    ):
        assert run.ok(*fresh, *question).out == run.ok(*question).out, question
    assert "every seal fits" in run.ok(*fresh, "doctor", "--verify").out


def test_a_sheet_with_columns_in_any_order_is_looked_at_first_and_goes_in_whole(
    run: CommandLine, tmp_path: Path
) -> None:
    number = claim(run)
    good = "By when,Promise,Who\n30 june 2026,We will mend the pier,Harbour Board\n"
    path = tmp_path / "plan.csv"
    path.write_text(f"{good}soon,We will count the birds,Staff side\n,,\n,,Nobody\n", "utf-8")
    before = run.ok("export").out
    refused = run("import", str(path))
    assert refused.code == 2
    assert "line 3: due: soon is not a date" in refused.err
    assert "line 5: has neither an ID nor a quote or a title" in refused.err
    assert run.ok("export").out == before

    path.write_text(good, "utf-8")
    shown = run.ok("import", str(path), "--dry-run").err
    assert "columns: due, quote, owner" in shown
    assert "line 2: new added: We will mend the pier" in shown
    assert run.ok("export").out == before

    run.ok("import", str(path))
    (new,) = set(run.listed("is:candidate", "pier"))
    assert new != number
    assert run.record(new)["due"] == "2026-06-30"
    run.ok("undo")
    assert run.listed("pier") == []
