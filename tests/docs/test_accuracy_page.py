"""The guide's page of accuracy says what the extractor does."""

from __future__ import annotations

import importlib.util
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_is_what_the_scorer_makes_of_it() -> None:
    spec = importlib.util.spec_from_file_location("score", ROOT / "scripts" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    page = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    assert page == module.page(), "run make score"
