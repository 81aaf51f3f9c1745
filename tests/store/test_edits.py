"""An edit is whole or not at all; other people's edits are merged or shown, never overwritten."""

from __future__ import annotations

from datetime import date

import pytest

from commitrack.model.actions import (
    Accept,
    AddEvidence,
    AddLink,
    Claim,
    Edit,
    Reject,
    RetractEvidence,
    SetFields,
    SetStatus,
)
from commitrack.model.errors import Conflict, NotFound, Refused
from commitrack.model.records import LinkType, SourceClass
from commitrack.model.status import RejectReason, Status
from commitrack.store import Store
from tests.store.conftest import Do, draft, propose, sign


def test_accepting_winds_our_clock(store: Store, do: Do) -> None:
    receipt = do(1, Accept())
    commitment = store.dossier(1).commitment
    assert commitment.status is Status.OPEN
    assert commitment.follow_up == date(2026, 5, 31)
    assert receipt.commitments == (1,)
    assert receipt.action == "accept C-0001"


def test_a_refused_edit_changes_nothing(store: Store, do: Do) -> None:
    before = store.dossier(2), len(store.history())
    with pytest.raises(Refused, match="needs an owner"):
        do(2, Accept())
    assert (store.dossier(2), len(store.history())) == before


def test_one_refusal_takes_the_whole_batch_with_it(store: Store) -> None:
    with pytest.raises(Refused):
        store.apply([Edit(1, Accept()), Edit(2, Accept())], sign())
    assert store.dossier(1).commitment.status is Status.CANDIDATE


def test_a_later_edit_of_a_batch_sees_the_earlier_one(store: Store, do: Do, accepted: int) -> None:
    do(accepted, AddEvidence("a paper", SourceClass.OFFICIAL), SetStatus(Status.IN_PROGRESS))
    assert store.dossier(accepted).commitment.status is Status.IN_PROGRESS
    assert len(store.history(accepted)[0].changes) > 2


def test_an_edit_that_changes_nothing_leaves_no_trace(store: Store, do: Do, accepted: int) -> None:
    do(accepted, SetFields({"lead": "ann"}))
    before = len(store.history())
    receipt = do(accepted, SetFields({"lead": "ann"}))
    assert receipt.changed == 0
    assert len(store.history()) == before


def test_edits_of_different_fields_merge(store: Store, do: Do, accepted: int) -> None:
    seen = store.dossier(accepted).commitment.version
    do(accepted, SetFields({"lead": "bob"}), by="bob", seen=seen)
    do(accepted, SetFields({"due": date(2026, 6, 30)}), seen=seen)
    commitment = store.dossier(accepted).commitment
    assert (commitment.lead, commitment.due) == ("bob", date(2026, 6, 30))


def test_edits_of_the_same_field_clash_and_say_who_and_what(
    store: Store, do: Do, accepted: int
) -> None:
    seen = store.dossier(accepted).commitment.version
    do(accepted, SetFields({"lead": "bob"}), by="bob", seen=seen)
    with pytest.raises(Conflict, match="lead: bob set it to bob") as caught:
        do(accepted, SetFields({"lead": "carys"}), seen=seen)
    (clash,) = caught.value.clashes
    assert (clash.who, clash.theirs, clash.yours) == ("bob", "bob", "carys")
    assert store.dossier(accepted).commitment.lead == "bob"


def test_a_clash_is_told_before_a_rule_that_only_the_other_edit_brought_up(
    store: Store, do: Do, accepted: int
) -> None:
    seen = store.dossier(accepted).commitment.version
    do(accepted, SetFields({"due": date(2026, 4, 1)}), by="bob", seen=seen)
    with pytest.raises(Conflict, match="due: bob set it to 2026-04-01") as caught:
        do(accepted, SetFields({"due": date(2026, 5, 1)}), seen=seen)
    (clash,) = caught.value.clashes
    assert (clash.theirs, clash.yours) == ("2026-04-01", "2026-05-01")
    with pytest.raises(Refused, match="needs a reason"):
        do(accepted, SetFields({"due": date(2026, 5, 1)}))


def test_two_people_setting_the_same_value_do_not_clash(
    store: Store, do: Do, accepted: int
) -> None:
    seen = store.dossier(accepted).commitment.version
    do(accepted, SetFields({"lead": "bob"}), by="bob", seen=seen)
    do(accepted, SetFields({"lead": "bob"}), seen=seen)
    assert store.dossier(accepted).commitment.lead == "bob"


def test_edits_of_the_owner_clash_too(store: Store, do: Do, accepted: int) -> None:
    seen = store.dossier(accepted).commitment.version
    do(accepted, SetFields({"owner": ("All trusts",)}), by="bob", seen=seen)
    with pytest.raises(Conflict, match="owner"):
        do(accepted, SetFields({"owner": ("The Board",)}), seen=seen)


def test_a_child_record_moves_the_version_on(store: Store, do: Do, accepted: int) -> None:
    before = store.dossier(accepted).commitment.version
    do(accepted, AddEvidence("a paper", SourceClass.OFFICIAL))
    assert store.dossier(accepted).commitment.version > before


def test_an_unknown_commitment_is_named_with_the_newest(store: Store, do: Do) -> None:
    with pytest.raises(NotFound, match=r"C-0099 does not exist \(the newest is C-0003\)"):
        do(99, Accept())


def test_owners_become_parties_and_keep_their_order(store: Store, do: Do, accepted: int) -> None:
    do(accepted, SetFields({"owner": ("All trusts", "NHS Employers")}))
    assert store.dossier(accepted).commitment.owners == ("All trusts", "NHS Employers")
    do(accepted, SetFields({"owner": ("nhs employers",)}))
    assert store.dossier(accepted).commitment.owners == ("NHS Employers",)
    assert store.party("all trusts").owned == 0


def test_the_parent_body_is_on_file(store: Store) -> None:
    assert store.dossier(1).parents == {"NHS Employers": "NHS Confederation"}


def test_a_link_is_seen_from_both_ends(store: Store, do: Do) -> None:
    do(3, AddLink(LinkType.WEAKENS, 1))
    assert store.dossier(1).links == store.dossier(3).links
    with pytest.raises(NotFound):
        do(3, AddLink(LinkType.WEAKENS, 42))


def test_a_preview_shows_old_and_new_and_writes_nothing(store: Store, accepted: int) -> None:
    before = len(store.history())
    edits = [Edit(accepted, SetFields({"lead": "zed"})), Edit(2, Accept())]
    lead, refused = store.preview(edits, sign())
    assert lead.changes == (("lead", "none", "zed"),)
    assert refused.refusal is not None and "needs an owner" in refused.refusal
    assert store.dossier(accepted).commitment.lead is None
    assert len(store.history()) == before


def test_a_preview_counts_what_is_put_on_file(store: Store, accepted: int, do: Do) -> None:
    piece = AddEvidence("The plan", SourceClass.OFFICIAL)
    (shown,) = store.preview([Edit(accepted, piece)], sign())
    assert ("evidence", "0", "1") in shown.changes
    do(accepted, piece)
    number = store.dossier(accepted).evidence[0].number
    (shown,) = store.preview([Edit(accepted, RetractEvidence(number, "a draft"))], sign())
    assert ("evidence", "1", "0") in shown.changes


def test_the_same_text_is_not_stored_twice(store: Store) -> None:
    with pytest.raises(Conflict, match="already stored as S-0001"):
        store.add_statement(draft(), [], {}, sign())


def test_a_quote_that_is_not_in_the_text_is_never_stored(store: Store) -> None:
    other = "Another text. We will act."
    bad = propose("We will act. Another text.", "We will act")
    with pytest.raises(ValueError, match="not in the text"):
        store.add_statement(draft(other), [bad], {}, sign())
    assert len(store.statements()) == 1


@pytest.mark.parametrize(
    "text", ["a\r\nb\x00c\x1b[2J \u202e 中文 😀 e\u0301", "[/x][@click=app.quit]"]
)
def test_a_text_comes_back_exactly(store: Store, text: str) -> None:
    receipt = store.add_statement(draft(text), [], {}, sign())
    assert receipt.statement is not None
    assert store.statement(receipt.statement).text == text


def test_a_rejected_candidate_keeps_its_reason(store: Store, do: Do) -> None:
    do(2, Reject(RejectReason.PREDICTION, "they expect it"))
    assert store.dossier(2).commitment.reason == "prediction: they expect it"


def test_a_claim_files_a_review_that_waits(store: Store, do: Do, accepted: int) -> None:
    do(accepted, AddEvidence("a paper", SourceClass.OFFICIAL), Claim(success_test="it is out"))
    pending = store.dossier(accepted).pending_review
    assert pending is not None and pending.asked_by == "ann"


def test_a_store_knows_what_was_written_through_it(store: Store, do: Do) -> None:
    """What was kept: no preview, no refusal, and nothing that changed nothing."""
    before = len(store.written)
    first = do(1, Accept()).transaction
    second = do(1, SetFields({"lead": "ann"})).transaction
    do(1, SetFields({"lead": "ann"}))
    store.preview([Edit(1, SetFields({"lead": "zed"}))], sign())
    with pytest.raises(Refused):
        do(2, Accept())
    assert list(store.written)[before:] == [first, second]
