"""Trying actions on dossiers in memory, to learn what the rules still ask for. Pure.

The rules live in `commitrack.model.workflow` alone. A dialog does not know them: it tries the
move, and shows a field for each need that the refusal names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time

from commitrack.model.actions import Action, AddEvidence, RecordCheck, SetFields, SetStatus
from commitrack.model.errors import Refused
from commitrack.model.history import Signature
from commitrack.model.records import CheckResult, Dossier, EvidenceKind, SourceClass, Stance
from commitrack.model.status import Status
from commitrack.model.workflow import amended, plan

_ANY_WORDS = "…"
"""Stands in for words that are yet to be typed, where a rule only asks that there are some."""


def signature(actor: str, today: date) -> Signature:
    """A signature to rehearse under; what is written is signed by the application."""
    return Signature(actor, today, datetime.combine(today, time(), UTC))


def rehearse(dossiers: Iterable[Dossier], actions: Sequence[Action], by: Signature) -> None:
    """Try `actions`, in order, on each dossier; raises what the rules raise, changes nothing."""
    for dossier in dossiers:
        tried = dossier
        for action in actions:
            tried = amended(tried, plan(tried, action, by))


def needs_of(dossiers: Iterable[Dossier], action: SetStatus, by: Signature) -> tuple[str, ...]:
    """Every need that keeps `action` from being done now, in the order the rules name them.

    Each refusal is answered with a stand-in and the move is tried again, until it is allowed. A
    refusal that no answer helps against is left to `rehearse`.
    """
    found: list[str] = []
    for dossier in dossiers:
        answers: list[str] = []
        while True:
            try:
                rehearse((dossier,), _answered(dossier, action, answers), by)
            except Refused as refusal:
                new = [need for need in refusal.needs if need not in answers]
                if not new:
                    break
                answers.extend(new)
            else:
                break
        found.extend(need for need in answers if need not in found)
    return tuple(found)


def _answered(dossier: Dossier, action: SetStatus, needs: Sequence[str]) -> tuple[Action, ...]:
    first: list[Action] = []
    if "evidence" in needs:
        withdrawal = action.status is Status.WITHDRAWN
        first.append(
            AddEvidence(
                _ANY_WORDS,
                SourceClass.SELF,
                EvidenceKind.OTHER,
                Stance.WITHDRAWS if withdrawal else Stance.SUPPORTS,
                quote=_ANY_WORDS,
            )
        )
    if "check" in needs:
        first.append(RecordCheck(CheckResult.NOTHING_FOUND, _ANY_WORDS))
    if "success_test" in needs:
        first.append(SetFields({"success_test": _ANY_WORDS}))
    if "owner" in needs:
        first.append(SetFields({"owner": (_ANY_WORDS,)}))
    why = action.why
    if "reason" in needs:
        why = "other" if action.status is Status.REJECTED else _ANY_WORDS
    return (
        *first,
        replace(
            action,
            why=why,
            self_verify=action.self_verify or "second_person" in needs,
            other=dossier.commitment.number + 1 if "other" in needs else action.other,
        ),
    )
