"""What the lint asks of a sentence, with a sound record around it unless a test says otherwise."""

from __future__ import annotations

from typing import Any

from commitrack.model.lint import Finding, lint
from commitrack.model.records import Commitment
from tests.model.builders import TODAY

OWNER = "Aldervale NHS Trust"


def findings(quote: str, **fields: Any) -> dict[str, Finding]:
    """The findings by their rules."""
    plain: dict[str, Any] = {
        "title": "A promise",
        "quote": quote,
        "owners": (OWNER,),
        "due": TODAY,
        "testable": True,
    }
    return {one.rule: one for one in lint(Commitment(**{**plain, **fields}))}


def asked(quote: str, **fields: Any) -> dict[str, str]:
    """The rules that fire on a quote, with the words that fired them."""
    return {rule: one.words for rule, one in findings(quote, **fields).items()}


def lit(quote: str, rule: str, **fields: Any) -> list[str]:
    """The words of the quote that a rule lights."""
    return [quote[start:end] for start, end in findings(quote, **fields)[rule].places]
