"""The guide's table of the wording rules is the one that the program asks by."""

from __future__ import annotations

from pathlib import Path

from commitrack.model.lint import RULES

PAGE = Path(__file__).parents[2] / "docs" / "wording.md"


def test_the_page_lists_every_rule_with_its_question_and_what_clears_it() -> None:
    rows = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| L")]
    assert [[cell.strip() for cell in row.strip("|").split("|")] for row in rows] == [
        [rule.id, rule.name, rule.question, rule.clears] for rule in RULES
    ]
