"""The guide's page of rules says what the tables of the program say."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from commitrack.extract.rules import rules

ROOT = Path(__file__).resolve().parents[2]


def written() -> str:
    spec = importlib.util.spec_from_file_location("rules_page", ROOT / "scripts" / "rules_page.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    page: str = module.page()
    return page


def test_the_page_is_what_the_tables_make_of_it() -> None:
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == written(), "run make rules"


def test_every_rule_is_on_the_page() -> None:
    page = written()
    assert all(f"**`{rule.name}`**" in page and rule.doc in page for rule in rules())
