"""The JSON object that ``commitrack extract --json`` prints for one statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commitrack.extract.result import Candidate, Deadline, Extraction, Sentence


def as_json(
    source: str, sha256: str, text: str, extraction: Extraction, *, explain: bool = False
) -> dict[str, object]:
    """The extraction of ``text`` as plain JSON values.

    ``source`` is the name that the caller gives the statement and ``sha256`` the digest of its
    bytes. With ``explain`` every sentence is added, with the cues or guards that decided it.
    """
    found: dict[str, object] = {
        "source": source,
        "sha256": sha256,
        "chars": len(text),
        "publisher": extraction.publisher,
        "speaker": extraction.speaker,
        "date": extraction.date.isoformat() if extraction.date else None,
        "sentences": sum(one.number is not None for one in extraction.sentences),
        "items": [_item(one) for one in extraction.candidates],
    }
    if explain:
        found["explain"] = [_sentence(one, text) for one in extraction.sentences]
    return found


def _item(one: Candidate) -> dict[str, object]:
    return {
        "start": one.start,
        "end": one.end,
        "quote": one.quote,
        "kind": one.kind.value,
        "owner": one.owner,
        "owner_text": one.owner_text,
        "owner_basis": one.owner_basis.value,
        "partners": list(one.partners),
        "strength": None if one.strength is None else int(one.strength),
        "testable": one.testable,
        "ongoing": one.ongoing,
        "condition": one.condition,
        "deadline": _deadline(one.deadline),
        "confidence": one.confidence.value,
        "cues": list(one.cues),
    }


def _deadline(one: Deadline | None) -> dict[str, object] | None:
    if one is None:
        return None
    return {
        "text": one.text,
        "date": one.date.isoformat() if one.date else None,
        "kind": one.kind,
    }


def _sentence(one: Sentence, text: str) -> dict[str, object]:
    return {
        "number": one.number,
        "line": one.line,
        "start": one.start,
        "end": one.end,
        "text": text[one.start : one.end],
        "cues": list(one.cues),
        "verdict": one.verdict,
        "steps": [
            {
                "cue": step.cue,
                "words": text[step.start : step.end],
                "passed": list(step.passed),
                "guard": step.guard,
                "reason": step.reason,
            }
            for step in one.steps
        ],
    }
