"""What each dialog answers with, typed on the keyboard at 80 × 24."""

from __future__ import annotations

from datetime import date

import pytest
from textual.widgets import Static

from commitrack.model.actions import (
    Accept,
    Action,
    AddEvidence,
    AddLink,
    Approve,
    Claim,
    RecordCheck,
    Reject,
    Reopen,
    RetractEvidence,
    SendBack,
    SetFields,
    SetStatus,
)
from commitrack.model.records import CheckResult, Decision, LinkType, Review, SourceClass, Stance
from commitrack.model.status import RejectReason, Status
from commitrack.tui.dialogs import (
    AcceptDialog,
    CheckDialog,
    DatesDialog,
    Dialog,
    EditDialog,
    EvidenceDialog,
    LinkDialog,
    NoteDialog,
    Outcome,
    OwnerDialog,
    RejectDialog,
    ReopenDialog,
    RetractDialog,
    ReviewDialog,
    StatusDialog,
)
from commitrack.tui.dialogs.form import Field
from tests.tui.dialogs.samples import TODAY, Asking, applied, claimed, dossier, looked, paper

JUNE = date(2026, 6, 30)


class Unanswered(Exception):
    """The dialog is still open; the message is what it says."""


async def answer(dialog: Dialog, *keys: str) -> tuple[Action, ...] | None:
    """What the dialog answers when these keys are pressed; words are typed letter by letter."""
    app = Asking(dialog)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(*(key[1:] if key.startswith("=") else (key,)))
        await pilot.pause()
        if not app.answers:
            raise Unanswered(shown(dialog))
        return app.answers[0]


def shown(dialog: Dialog) -> str:
    """Every line of text that the dialog shows."""
    lines = [str(widget.content) for widget in dialog.query(Static) if widget.display]
    return "\n".join(lines)


async def test_escape_answers_nothing() -> None:
    assert await answer(NoteDialog((dossier(),), TODAY, "ann"), "=abc", "escape", "d") is None


async def test_saving_without_a_change_answers_nothing() -> None:
    assert await answer(EditDialog((dossier(),), TODAY, "ann"), "enter") is None


async def test_a_note_is_set() -> None:
    given = await answer(NoteDialog((dossier(),), TODAY, "ann"), "=ask again", "enter")
    assert given == (SetFields({"note": "ask again"}),)


async def test_in_progress_without_evidence_asks_for_it_and_answers_both() -> None:
    given = await answer(StatusDialog((dossier(),), TODAY, "ann"), "enter", "=Board paper", "enter")
    assert given == (
        AddEvidence("Board paper", SourceClass.OFFICIAL),
        SetStatus(Status.IN_PROGRESS),
    )


async def test_in_progress_without_a_title_says_what_is_missing_and_stays_open() -> None:
    with pytest.raises(Unanswered, match="Evidence needs a title"):
        await answer(StatusDialog((dossier(),), TODAY, "ann"), "enter", "enter")


async def test_a_claim_asks_for_the_success_test() -> None:
    record = dossier(evidence=(paper(),))
    given = await answer(
        StatusDialog((record,), TODAY, "ann"), "down", "down", "enter", "=published", "enter"
    )
    assert given == (Claim(None, "published"),)


async def test_stalled_without_a_check_asks_where_you_looked_and_why() -> None:
    given = await answer(
        StatusDialog((dossier(),), TODAY, "ann"),
        *("down", "enter", "=board papers", "tab", "tab", "tab", "tab", "=no word", "enter"),
    )
    assert given == (
        RecordCheck(CheckResult.NOTHING_FOUND, "board papers"),
        SetStatus(Status.STALLED, "no word"),
    )


async def test_withdrawn_asks_for_the_owners_words() -> None:
    with pytest.raises(Unanswered, match="owner's words"):
        await answer(
            StatusDialog((dossier(),), TODAY, "ann"),
            *("down", "down", "down", "down", "enter", "=Letter", "enter"),
        )


async def test_a_closing_is_proposed_or_self_verified() -> None:
    record = dossier(checks=(looked(),), last_checked=TODAY)
    keys = ("down", "down", "down", "enter", "=date passed")
    given = await answer(StatusDialog((record,), TODAY, "ann"), *keys, "enter")
    assert given == (SetStatus(Status.NOT_DELIVERED, "date passed"),)
    alone = await answer(StatusDialog((record,), TODAY, "ann"), *keys, "tab", "space", "enter")
    assert alone == (SetStatus(Status.NOT_DELIVERED, "date passed", self_verify=True),)


async def test_only_allowed_moves_are_listed() -> None:
    dialog = StatusDialog((dossier(Status.CLAIMED, success_test="x"),), TODAY, "ann")
    assert dialog.moves == (Status.IN_PROGRESS, Status.DELIVERED, Status.PARTLY_DELIVERED)


async def test_marked_commitments_offer_the_moves_they_have_in_common() -> None:
    both = (dossier(), dossier(Status.IN_PROGRESS, 3, evidence=(paper(),)))
    assert Status.IN_PROGRESS not in StatusDialog(both, TODAY, "ann").moves
    none = (dossier(), dossier(Status.DELIVERED, 3))
    apart = StatusDialog((dossier(), dossier(Status.CANDIDATE, 4), *none), TODAY, "ann")
    async with Asking(apart).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        told = shown(apart)
        assert "choose fewer" in told
        assert "esc closes" in told
        assert not [one for one in apart.query(Field) if one.display and one.region]
        assert not apart.query_one("#save").display
        await pilot.press("enter")
    assert pilot.app.answers == [None]  # type: ignore[attr-defined]


async def test_a_letter_rejects() -> None:
    record = dossier(Status.CANDIDATE)
    given = await answer(RejectDialog((record,), TODAY, "ann"), "n")
    assert given == (Reject(RejectReason.NORM),)


async def test_another_reason_asks_for_a_note() -> None:
    record = dossier(Status.CANDIDATE)
    given = await answer(RejectDialog((record,), TODAY, "ann"), "o", "=a joke", "enter")
    assert given == (Reject(RejectReason.OTHER, "a joke"),)


async def test_accepting_without_an_owner_asks_for_one() -> None:
    record = dossier(Status.CANDIDATE, owners=())
    dialog = AcceptDialog((record,), TODAY, "ann", parties=("NHS Employers",))
    with pytest.raises(Unanswered, match="who must deliver"):
        await answer(dialog, "enter")
    dialog = AcceptDialog((record,), TODAY, "ann", parties=("NHS Employers",))
    given = await answer(dialog, "=nhs", "right", "enter")
    assert given == (Accept(owners=("NHS Employers",)),)


async def test_an_owner_is_picked_from_the_parties() -> None:
    dialog = OwnerDialog((dossier(owners=()),), TODAY, "ann", parties=("CQC", "NHS Employers"))
    given = await answer(dialog, "=emp", "down", "enter", "enter")
    assert given == (SetFields({"owner": ("NHS Employers",)}),)


async def test_a_second_owner_follows_a_semicolon() -> None:
    dialog = OwnerDialog((dossier(),), TODAY, "ann")
    given = await answer(dialog, "end", "=; CQC", "enter")
    assert given == (SetFields({"owner": ("NHS Confederation", "CQC")}),)


async def test_a_first_date_needs_no_reason() -> None:
    given = await answer(DatesDialog((dossier(),), TODAY, "ann"), "=30 june", "enter")
    assert given == (SetFields({"due": JUNE}),)


async def test_a_date_that_moves_asks_why_and_shows_the_slip() -> None:
    record = dossier(due=JUNE, due_original=JUNE)
    with pytest.raises(Unanswered) as still:
        await answer(DatesDialog((record,), TODAY, "ann"), "=2026-12-31", "enter")
    assert "2026-06-30 → 2026-12-31: +184 days, 1 move" in str(still.value)
    assert "needs a reason" in str(still.value)
    given = await answer(
        DatesDialog((record,), TODAY, "ann"),
        *("=2026-12-31", "tab", "=consultation extended", "tab", "right", "enter"),
    )
    assert given == (
        SetFields({"due": date(2026, 12, 31)}, "consultation extended", announced=False),
    )


async def test_a_date_that_moves_asks_why_though_another_field_is_still_to_be_mended() -> None:
    record = dossier(due=JUNE, due_original=JUNE, cadence=90)
    given = await answer(
        DatesDialog((record,), TODAY, "ann"),
        *("tab", "tab", "=x", "up", "up", "=2026-12-31"),
        *("tab", "=extended", "tab", "tab", "tab", "backspace", "enter"),
    )
    assert given == (SetFields({"due": date(2026, 12, 31)}, "extended", announced=True),)


async def test_a_date_is_explained_while_it_is_typed() -> None:
    with pytest.raises(Unanswered, match=r"Tue 30 Jun 2026 \(in 120 days\)"):
        await answer(DatesDialog((dossier(),), TODAY, "ann"), "=30 june")


async def test_what_is_no_date_is_refused_in_the_form() -> None:
    with pytest.raises(Unanswered, match="2026-13-40 is not a date"):
        await answer(DatesDialog((dossier(),), TODAY, "ann"), "=2026-13-40", "enter")


async def test_evidence_is_filed_with_its_date_and_words() -> None:
    given = await answer(
        EvidenceDialog((dossier(),), TODAY, "ann"),
        *("=Paper", "tab", "i", "tab", "d", "tab", "=20 feb 2026", "tab", "=not yet", "enter"),
    )
    assert given == (
        AddEvidence(
            "Paper",
            SourceClass.INDEPENDENT,
            stance=Stance.DISPUTES,
            dated=date(2026, 2, 20),
            quote="not yet",
        ),
    )


async def test_of_several_pieces_the_newest_is_proposed_for_retraction() -> None:
    pieces = (paper(1), paper(2, title="Letter"), paper(3, retracted="wrong body"))
    record = dossier(evidence=pieces)
    given = await answer(RetractDialog((record,), TODAY, "ann"), "enter", "=another board", "enter")
    assert given == (RetractEvidence(2, "another board"),)
    given = await answer(
        RetractDialog((record,), TODAY, "ann"), "up", "enter", "=another board", "enter"
    )
    assert given == (RetractEvidence(1, "another board"),)
    assert applied(record, given).standing_evidence == (pieces[1],)


async def test_a_retraction_needs_a_reason() -> None:
    with pytest.raises(Unanswered, match="why it does not stand"):
        await answer(RetractDialog((dossier(evidence=(paper(),)),), TODAY, "ann"), "enter")


async def test_a_link_says_how_and_to_which() -> None:
    given = await answer(
        LinkDialog((dossier(),), TODAY, "ann"),
        *("right", "tab", "=c12", "tab", "=later words", "enter"),
    )
    assert given == (AddLink(LinkType.WEAKENS, 12, "later words"),)
    with pytest.raises(Unanswered, match="Which commitment"):
        await answer(LinkDialog((dossier(),), TODAY, "ann"), "enter")
    with pytest.raises(Unanswered, match="is not an ID here"):
        await answer(LinkDialog((dossier(),), TODAY, "ann"), "tab", "=s1", "enter")


async def test_a_check_found_nothing() -> None:
    given = await answer(
        CheckDialog((dossier(),), TODAY, "ann"), "=CQC site", "tab", "tab", "=1 june", "enter"
    )
    assert given == (
        RecordCheck(CheckResult.NOTHING_FOUND, "CQC site", next_follow_up=date(2026, 6, 1)),
    )


async def test_editing_answers_with_what_was_changed_alone() -> None:
    given = await answer(
        EditDialog((dossier(),), TODAY, "ann"),
        *("tab", "=options paper published", "tab", "=ann", "enter"),
    )
    assert given == (SetFields({"success_test": "options paper published", "lead": "ann"}),)


async def test_a_second_person_approves() -> None:
    given = await answer(ReviewDialog((claimed("ann"),), TODAY, "bob"), "enter")
    assert given == (Approve(),)
    assert applied(claimed("ann"), given, "bob").commitment.status is Status.DELIVERED


async def test_the_claimer_must_say_that_they_verify_themselves() -> None:
    with pytest.raises(Unanswered, match="claimed by ann; needs another person"):
        await answer(ReviewDialog((claimed("ann"),), TODAY, "ann"), "enter")
    given = await answer(
        ReviewDialog((claimed("ann"),), TODAY, "ann"), "tab", "tab", "space", "enter"
    )
    assert given == (Approve(self_verify=True),)


async def test_partly_asks_what_is_missing() -> None:
    dialog = ReviewDialog((claimed(),), TODAY, "bob", outcome=Outcome.PARTLY)
    with pytest.raises(Unanswered, match="Say what is missing"):
        await answer(dialog, "enter")
    dialog = ReviewDialog((claimed(),), TODAY, "bob", outcome=Outcome.PARTLY)
    assert await answer(dialog, "=the annex", "enter") == (Approve(missing="the annex"),)


async def test_sending_back_needs_a_note() -> None:
    dialog = ReviewDialog((claimed(),), TODAY, "bob", outcome=Outcome.SEND_BACK)
    given = await answer(dialog, "=the paper is a draft", "enter")
    assert given == (SendBack("the paper is a draft"),)


async def test_reopening_needs_a_reason() -> None:
    closing = Review(
        Status.DELIVERED,
        "ann",
        TODAY,
        decision=Decision.APPROVED,
        decided_by="bob",
        decided_on=TODAY,
        number=1,
    )
    record = dossier(Status.DELIVERED, evidence=(paper(),), reviews=(closing,))
    with pytest.raises(Unanswered, match="needs a reason"):
        await answer(ReopenDialog((record,), TODAY, "ann"), "enter")
    given = await answer(ReopenDialog((record,), TODAY, "ann"), "=it was a draft", "enter")
    assert given == (Reopen("it was a draft"),)


async def test_the_buttons_do_what_the_keys_do() -> None:
    app = Asking(CheckDialog((dossier(),), TODAY, "ann"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"CQC site")
        await pilot.click("#save")
    assert app.answers == [(RecordCheck(CheckResult.NOTHING_FOUND, "CQC site"),)]


async def test_a_click_picks_a_word() -> None:
    dialog = CheckDialog((dossier(),), TODAY, "ann")
    app = Asking(dialog)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"CQC site")
        await pilot.click("#field-result Choice", offset=(20, 0))
        await pilot.click("#save")
    assert app.answers == [(RecordCheck(CheckResult.FOUND, "CQC site"),)]


async def test_the_field_that_is_typed_in_is_in_view_at_80_by_24() -> None:
    dialog = StatusDialog((dossier(),), TODAY, "ann")
    app = Asking(dialog)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("down", "down", "enter")
        for _ in range(12):
            await pilot.press("tab")
            await pilot.pause()
            focused = dialog.focused
            if isinstance(focused and focused.parent and focused.parent.parent, Field):
                form = dialog.query_one("#dialog-form").region
                assert focused is not None
                assert form.contains_region(focused.region)
