"""Promises said again elsewhere get a suggested link, and nothing else does."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from commitrack.model.actions import Accept, AddLink, DeclineLink, Edit, Reject, SetFields
from commitrack.model.errors import NotFound, Refused
from commitrack.model.ids import commitment_id
from commitrack.model.kinds import Kind
from commitrack.model.records import Commitment, Judgement, LinkType, Suggestion
from commitrack.model.statements import Mention, StatementDraft
from commitrack.model.status import RejectReason
from commitrack.query import parse
from commitrack.store import Lens, Proposal, Store
from tests.store.conftest import TODAY, Do, draft, propose, sign

OLD = "The Trust will publish a review of night staffing on its mental health wards"
NEW = "The Trust hopes to publish its review of night staffing on wards"


def say(
    store: Store,
    *quotes: str,
    owner: str = "Harrow Trust",
    kind: Kind = Kind.COMMITMENT,
    due: date | None = None,
    affiliations: dict[str, str] | None = None,
) -> tuple[int, ...]:
    """Store a statement that promises these; the numbers of the candidates."""
    text = "\n\n".join(quotes)
    proposals = []
    for quote in quotes:
        start = text.index(quote)
        owners = (owner,) if owner else ()
        record = Commitment(quote[:80], quote, kind, owners=owners, due=due)
        proposals.append(Proposal(record, Mention(0, start, start + len(quote), quote)))
    digest = hashlib.sha256((text + owner + kind).encode()).hexdigest()
    draft = StatementDraft(text, digest, "A statement")
    receipt = store.add_statement(draft, proposals, affiliations or {}, sign())
    mentions = store.mentions(receipt.statement or 0)
    return tuple(commitment.number for _, commitment in mentions)


def suggested(store: Store, number: int) -> list[tuple[str, int]]:
    return [(one.type.value, one.other) for one in store.dossier(number).open_suggestions]


def only(store: Store, number: int) -> Suggestion:
    (one,) = store.dossier(number).suggestions
    return one


def test_the_same_owner_and_the_same_rare_words_make_a_suggestion(store: Store) -> None:
    (old,) = say(store, OLD)
    (new,) = say(store, NEW)
    assert suggested(store, new) == [("weakens", old)]
    assert store.dossier(old).suggestions == store.dossier(new).suggestions
    assert store.dossier(old).open_suggestions == ()


def test_the_drift_decides_what_the_link_is_called(store: Store) -> None:
    (old,) = say(store, OLD, due=date(2026, 6, 30))
    (late,) = say(store, f"{OLD} in time", due=date(2027, 6, 30))
    assert suggested(store, late) == [("delays", old)]


def test_another_owner_makes_none(store: Store) -> None:
    say(store, OLD)
    (new,) = say(store, NEW, owner="Fell Trust")
    assert suggested(store, new) == []
    (nobody,) = say(store, NEW, owner="")
    assert suggested(store, nobody) == []


def test_an_alias_a_parent_and_a_child_are_the_same_owner(store: Store) -> None:
    (old,) = say(store, OLD)
    store.set_party("Harrow Trust", {"aliases": ("HT",), "parent": "Northern Group"}, sign())
    for owner in ("HT", "Northern Group"):
        (new,) = say(store, NEW, owner=owner)
        assert suggested(store, new) == [("weakens", old)], owner
        store.undo(sign())
    (new,) = say(store, NEW, owner="Ward 7", affiliations={"Ward 7": "Harrow Trust"})
    assert suggested(store, new) == [("weakens", old)]


def test_a_sister_body_is_another_owner(store: Store) -> None:
    say(store, OLD)
    store.set_party("Harrow Trust", {"parent": "Northern Group"}, sign())
    store.set_party("Fell Trust", {"parent": "Northern Group"}, sign())
    (new,) = say(store, NEW, owner="Fell Trust")
    assert suggested(store, new) == []


def test_other_words_rejected_promises_and_advice_make_none(store: Store, do: Do) -> None:
    (old,) = say(store, OLD)
    (other,) = say(store, "The Trust will open a new car park for visitors to the site")
    assert suggested(store, other) == []
    (advice,) = say(store, NEW, kind=Kind.RECOMMENDATION)
    assert suggested(store, advice) == []
    do(old, Reject(RejectReason.OTHER))
    (new,) = say(store, NEW)
    assert suggested(store, new) == []


def test_what_stands_in_the_same_text_is_no_repetition(store: Store) -> None:
    first, second = say(store, OLD, NEW)
    assert suggested(store, first) == suggested(store, second) == []


def test_of_several_the_likest_is_suggested(store: Store) -> None:
    (like,) = say(store, OLD)
    say(store, "The Trust will publish a review of night staffing in its kitchens and canteens now")
    (new,) = say(store, NEW)
    assert suggested(store, new) == [("weakens", like)]


def test_undoing_the_addition_takes_the_suggestion_back(store: Store) -> None:
    (old,) = say(store, OLD)
    say(store, NEW)
    store.undo(sign())
    assert store.dossier(old).suggestions == ()
    store.redo(sign())
    assert len(store.dossier(old).suggestions) == 1


def test_a_link_confirms_and_undo_opens_it_again(store: Store, do: Do) -> None:
    (old,) = say(store, OLD)
    (new,) = say(store, NEW)
    do(new, AddLink(LinkType.WEAKENS, old, "said on the radio"))
    one = only(store, new)
    assert (one.judgement, one.by, one.on) == (Judgement.CONFIRMED, "ann", TODAY)
    assert one.reason == "said on the radio"
    assert list(store.ids(parse("link:weakens sort:id"), Lens(TODAY))) == [old, new]
    store.undo(sign())
    assert only(store, new).judgement is None
    assert store.dossier(new).links == ()


def test_a_link_from_the_other_end_confirms_too(store: Store, do: Do) -> None:
    (old,) = say(store, OLD)
    (new,) = say(store, NEW)
    do(old, AddLink(LinkType.STRENGTHENS, new))
    assert only(store, new).judgement is Judgement.CONFIRMED


def test_declining_needs_a_reason_and_a_suggestion(store: Store, do: Do) -> None:
    (old,) = say(store, OLD)
    (new,) = say(store, NEW)
    with pytest.raises(Refused, match="needs a reason"):
        do(new, DeclineLink(old, "  "))
    with pytest.raises(NotFound, match="no link between C-0001 and"):
        do(1, DeclineLink(old, "no"))
    do(new, DeclineLink(old, "another review"))
    assert only(store, new).judgement is Judgement.DECLINED
    assert suggested(store, new) == []
    with pytest.raises(Refused, match="declined already, by ann"):
        do(new, DeclineLink(old, "once more"))
    do(new, AddLink(LinkType.WEAKENS, old))  # on second thoughts
    assert only(store, new).judgement is Judgement.CONFIRMED


def test_a_preview_says_what_is_linked_and_what_is_declined(store: Store) -> None:
    (old,) = say(store, OLD)
    (new,) = say(store, NEW)
    pair = f"{commitment_id(new)} weakens {commitment_id(old)}"
    edits = [Edit(new, DeclineLink(old, "another review"))]
    (shown,) = store.preview(edits, sign())
    assert shown.changes == ((f"suggested link {pair}", "undecided", "declined (another review)"),)
    (shown,) = store.preview([Edit(new, AddLink(LinkType.WEAKENS, old))], sign())
    assert shown.changes == (
        ("link", "none", pair),
        (f"suggested link {pair}", "undecided", "confirmed"),
    )
    assert only(store, new).judgement is None, "nothing is written"


def test_what_a_person_proposes_is_held_against_the_record_too(store: Store) -> None:
    (old,) = say(store, OLD)
    rain = f"It rained on Monday. {NEW}."
    receipt = store.add_statement(draft(rain, "Rain"), [], {}, sign())
    assert receipt.statement is not None
    then = (SetFields({"owner": ("Harrow Trust",)}), Accept())
    receipt = store.propose(receipt.statement, propose(rain, NEW), sign(), then=then)
    new = receipt.proposed
    assert new is not None and set(receipt.commitments) == {old, new}
    assert suggested(store, new) == [("weakens", old)]
    store.undo(sign())
    assert suggested(store, old) == []


def test_the_other_end_can_decline_as_well(store: Store, do: Do) -> None:
    (old,) = say(store, OLD)
    (new,) = say(store, NEW)
    do(old, DeclineLink(new, "another review"))
    assert only(store, new).judgement is Judgement.DECLINED


def test_a_rejected_candidate_says_nothing_again_until_it_is_restored(store: Store, do: Do) -> None:
    (old,) = say(store, OLD)
    (new,) = say(store, NEW)
    lens = Lens(TODAY)
    assert list(store.ids(parse("has:suggestion sort:id"), lens)) == [old, new]
    do(new, Reject(RejectReason.DUPLICATE))
    assert suggested(store, new) == []
    assert list(store.ids(parse("has:suggestion"), lens)) == []
    store.undo(sign())
    assert list(store.ids(parse("has:suggestion sort:id"), lens)) == [old, new]


def test_nothing_says_a_rejected_promise_again(store: Store, do: Do) -> None:
    (old,) = say(store, OLD)
    (new,) = say(store, NEW)
    do(old, Reject(RejectReason.PREDICTION))
    assert suggested(store, new) == []
    assert list(store.ids(parse("has:suggestion"), Lens(TODAY))) == []
    store.undo(sign())
    assert suggested(store, new) == [("weakens", old)]


def test_both_are_seen_to_have_changed(store: Store, do: Do) -> None:
    (old,) = say(store, OLD)
    do(old, Accept())
    newest = store.pulse().newest
    (new,) = say(store, NEW)
    assert set(store.feed(newest)) == {old, new}
    newest = store.pulse().newest
    store.apply([Edit(new, DeclineLink(old, "no"))], sign("bob"))
    assert set(store.feed(newest)) == {old, new}
