"""Whatever is done in whatever order, the record keeps its promises.

A machine plays random actions by two people, days passing, on one commitment; after each step it
checks what must always hold.
"""

from __future__ import annotations

from copy import deepcopy
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from commitrack.model.actions import (
    Accept,
    Action,
    AddEvidence,
    AddLink,
    Approve,
    Claim,
    DismissQuestion,
    FieldValue,
    RecallQuestion,
    RecordCheck,
    Reject,
    Reopen,
    Restore,
    RetractEvidence,
    SendBack,
    SetFields,
    SetStatus,
)
from commitrack.model.assurance import Assurance, assurance, disputed
from commitrack.model.errors import CommitrackError
from commitrack.model.integrity import problems
from commitrack.model.lint import asked, dismissed, lint
from commitrack.model.rag import Colour, rag
from commitrack.model.records import (
    CheckResult,
    Decision,
    Dossier,
    EvidenceKind,
    LinkType,
    SourceClass,
    Stance,
)
from commitrack.model.schedule import overdue, schedule, slippage
from commitrack.model.specificity import specificity
from commitrack.model.status import RejectReason, Stage, Status
from tests.model.builders import OWNER, QUOTE, TODAY, commitment, sign
from tests.model.interpreter import do

ACTORS = st.sampled_from(("ann", "Ann", "bob"))
DAYS = st.integers(-40, 400).map(lambda offset: TODAY + timedelta(days=offset))
NO_OR_DAY = st.none() | DAYS
WORDS = st.none() | st.sampled_from(("", " ", "because", "the paper is a draft"))
OWNERS = st.sampled_from(((), (" ",), (OWNER,), (OWNER, "NHS Employers")))

RULES = st.sampled_from(("L1", "l1", "L8", "L5", "L15"))

FIELDS: st.SearchStrategy[dict[str, FieldValue]] = st.fixed_dictionaries(
    {},
    optional={
        "due": NO_OR_DAY,
        "follow_up": NO_OR_DAY,
        "owner": OWNERS,
        "success_test": st.none() | st.just("Options are published"),
        "cadence": st.sampled_from((1, 30, 3650)),
        "lead": st.none() | st.just("ann"),
    },
)

ACTIONS: st.SearchStrategy[Action] = st.one_of(
    st.builds(Accept, owners=OWNERS, due=NO_OR_DAY, follow_up=NO_OR_DAY),
    st.builds(Reject, st.sampled_from(RejectReason), WORDS),
    st.just(Restore()),
    st.builds(SetFields, FIELDS, WORDS, st.booleans()),
    st.builds(
        AddEvidence,
        st.just("A paper"),
        st.sampled_from(SourceClass),
        st.sampled_from(EvidenceKind),
        st.sampled_from(Stance),
        quote=st.none() | st.just("We will not"),
        accessed_on=NO_OR_DAY,
    ),
    st.builds(RetractEvidence, st.integers(1, 4), st.just("wrong year")),
    st.builds(RecordCheck, st.sampled_from(CheckResult), st.just("website"), NO_OR_DAY),
    st.builds(
        SetStatus,
        st.sampled_from(Status),
        WORDS | st.just("norm: a duty"),
        st.booleans(),
        st.none() | st.integers(1, 3),
    ),
    st.builds(Claim, WORDS, WORDS),
    st.builds(Approve, WORDS, WORDS, st.booleans()),
    st.builds(SendBack, st.sampled_from(("", "a draft"))),
    st.builds(Reopen, st.just("new facts"), st.none() | st.sampled_from(Status)),
    st.builds(AddLink, st.sampled_from(LinkType), st.integers(1, 3)),
    st.builds(DismissQuestion, RULES, st.sampled_from(("", "the owner has told us"))),
    st.builds(RecallQuestion, RULES),
)
PAPER = AddEvidence("A paper", SourceClass.OFFICIAL)
DISPUTE = AddEvidence("A complaint", SourceClass.INDEPENDENT, stance=Stance.DISPUTES)
WITHDRAWAL = AddEvidence("A letter", SourceClass.SELF, stance=Stance.WITHDRAWS, quote="We will not")
LOOK = RecordCheck(CheckResult.NOTHING_FOUND, "website")
TEST = "Options are published"
LIKELY: dict[Stage, tuple[Action, ...]] = {
    Stage.TRIAGE: (Accept(owners=(OWNER,)), Restore()),
    Stage.OPEN: (
        *(PAPER, WITHDRAWAL, LOOK, RetractEvidence(1, "wrong year")),
        *(Claim(success_test=TEST), SetFields({"success_test": None})),
        *(Approve(), Approve(missing="two of five"), Approve(self_verify=True)),
        *(SetStatus(Status.NOT_DELIVERED, "too late"), SetStatus(Status.WITHDRAWN, "dropped")),
        *(SetStatus(Status.SUPERSEDED, "a new plan", other=2), SendBack("a draft")),
        *(SetStatus(Status.UNVERIFIABLE, "no test", self_verify=True),),
    ),
    Stage.CLOSED: (
        *(DISPUTE, Approve("it stands"), Approve("it stands", self_verify=True)),
        *(Reopen("new facts"), SetFields({"owner": ()}), RetractEvidence(1, "forged")),
    ),
}
"""Actions that lead on from each stage: pure chance seldom gets through a whole life."""


class Life(RuleBasedStateMachine):
    """One commitment, two officers, and the days that pass."""

    dossier: Dossier
    today: date
    first_date: date | None

    @initialize(owners=OWNERS, due=NO_OR_DAY)
    def a_candidate(self, owners: tuple[str, ...], due: date | None) -> None:
        owners = tuple(name for name in owners if name.strip())
        self.dossier = Dossier(commitment(Status.CANDIDATE, owners=owners, due=due))
        self.today = TODAY
        self.first_date = None

    @rule(days=st.integers(1, 60))
    def days_pass(self, days: int) -> None:
        self.today += timedelta(days=days)

    @rule(action=ACTIONS, actor=ACTORS)
    def somebody_tries_anything(self, action: Action, actor: str) -> None:
        self._act(action, actor)

    @rule(data=st.data(), actor=ACTORS)
    def somebody_goes_on(self, data: st.DataObject, actor: str) -> None:
        self._act(data.draw(st.sampled_from(LIKELY[self.dossier.commitment.status.stage])), actor)

    def _act(self, action: Action, actor: str) -> None:
        before = deepcopy(self.dossier)
        try:
            after = do(self.dossier, action, sign(actor, self.today))
        except CommitrackError:
            assert self.dossier == before
            return
        self.dossier = after
        _assert_nothing_was_lost(before, after)
        closing = after.closing_review
        if closing != before.closing_review and closing is not None and closing.self_verified:
            assert getattr(action, "self_verify", False), "self-verified without saying so"

    @invariant()
    def the_needs_of_its_status_are_met(self) -> None:
        assert problems(self.dossier) == ()

    @invariant()
    def the_first_date_never_changes(self) -> None:
        now = self.dossier.commitment
        if self.first_date is not None:
            assert now.due_original == self.first_date
        elif now.status.stage is not Stage.TRIAGE:
            self.first_date = now.due_original

    @invariant()
    def a_moved_date_has_its_moves_on_file(self) -> None:
        now = self.dossier.commitment
        if now.status.stage is not Stage.TRIAGE and now.due != now.due_original:
            assert self.dossier.moves[-1].new == now.due
            assert all(move.reason.strip() for move in self.dossier.moves)

    @invariant()
    def nothing_closes_without_a_second_person_or_saying_so(self) -> None:
        if self.dossier.commitment.status.stage is not Stage.CLOSED:
            return
        closing = self.dossier.closing_review
        assert closing is not None and closing.decision is Decision.APPROVED
        assert closing.decided_by is not None
        alone = closing.decided_by.casefold() == closing.asked_by.casefold()
        assert closing.self_verified == alone
        if alone:
            assert assurance(self.dossier) is not Assurance.VERIFIED

    @invariant()
    def at_most_one_review_waits_and_never_on_something_closed(self) -> None:
        waiting = [one for one in self.dossier.reviews if one.decision is None]
        assert len(waiting) <= 1
        if self.dossier.commitment.status.stage is Stage.CLOSED:
            assert not waiting

    @invariant()
    def everything_derived_can_be_told(self) -> None:
        dossier, now = self.dossier, self.dossier.commitment
        light = rag(dossier, self.today)
        assert light.reason
        assert (light.colour is Colour.BLUE) == (now.status is Status.DELIVERED)
        if overdue(now, self.today):
            assert light.colour in (Colour.RED, Colour.AMBER)
        schedule(now, self.today)
        slippage(now, dossier.moves)
        disputed(dossier)
        fired = {one.rule for one in lint(now)}
        answered = {one.rule for one in dossier.dismissals}
        assert len(answered) == len(dossier.dismissals)
        assert {one.rule for one in asked(dossier)} == fired - answered
        assert {one.rule for one, _ in dismissed(dossier)} == answered
        assert all(one.reason.strip() for one in dossier.dismissals)
        assert 0 <= specificity(now) <= 6


def _assert_nothing_was_lost(before: Dossier, after: Dossier) -> None:
    assert after.commitment.quote == QUOTE
    assert [one.number for one in after.evidence][: len(before.evidence)] == [
        one.number for one in before.evidence
    ]
    assert len(after.reviews) >= len(before.reviews)
    assert after.checks[: len(before.checks)] == before.checks
    assert after.moves[: len(before.moves)] == before.moves
    assert after.links[: len(before.links)] == before.links


Life.TestCase.settings = settings(max_examples=150, stateful_step_count=50, deadline=None)
TestLife = Life.TestCase
