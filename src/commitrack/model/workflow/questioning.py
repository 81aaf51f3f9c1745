"""The questions of the wording lint: dismissed with a reason, and asked again."""

from __future__ import annotations

from collections.abc import Iterator

from commitrack.model.actions import DismissQuestion, RecallQuestion
from commitrack.model.errors import Refused
from commitrack.model.history import Signature
from commitrack.model.lint import asked, read_rule
from commitrack.model.records import Dismissal, Dossier
from commitrack.model.workflow.changes import Change, File, Recall
from commitrack.model.workflow.needs import require_reason


def dismiss(dossier: Dossier, action: DismissQuestion, by: Signature) -> Iterator[Change]:
    """Dismiss a question that is asked, with a reason."""
    rule = read_rule(action.rule)
    commitment = dossier.commitment
    before = _standing(dossier, rule)
    if before is not None:
        said = f"{before.by} on {before.on}: {before.reason}"
        raise Refused(f"{rule} of {commitment.id} was dismissed already, by {said}")
    questions = [finding.rule for finding in asked(dossier)]
    if rule not in questions:
        open_ = ", ".join(questions) or "none"
        raise Refused(f"{rule} is not asked of {commitment.id}; open there: {open_}")
    reason = require_reason(commitment, action.why, f"dismissing {rule}")
    yield File(Dismissal(rule, reason, by.today, by.actor))


def recall(dossier: Dossier, action: RecallQuestion, by: Signature) -> Iterator[Change]:
    """Have a question that was dismissed asked again; refuses one that was not."""
    del by
    rule = read_rule(action.rule)
    before = _standing(dossier, rule)
    if before is None:
        dismissed = ", ".join(one.rule for one in dossier.dismissals) or "none"
        raise Refused(
            f"{rule} of {dossier.commitment.id} was not dismissed; dismissed there: {dismissed}"
        )
    yield Recall(before.number)


def _standing(dossier: Dossier, rule: str) -> Dismissal | None:
    return next((one for one in dossier.dismissals if one.rule == rule), None)
