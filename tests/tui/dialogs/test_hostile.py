"""Text that breaks terminals and markup is shown harmlessly by every dialog."""

from __future__ import annotations

from dataclasses import replace

import pytest

from commitrack.model.records import Dossier, LinkType, Suggestion
from commitrack.model.status import Status
from commitrack.tui.dialogs import (
    AcceptDialog,
    CheckDialog,
    DatesDialog,
    Dialog,
    EditDialog,
    EvidenceDialog,
    LikenessDialog,
    LinkDialog,
    NoteDialog,
    OwnerDialog,
    RejectDialog,
    ReopenDialog,
    RetractDialog,
    ReviewDialog,
    StatusDialog,
    WordingDialog,
)
from tests.tui.dialogs.samples import HOSTILE, TODAY, Asking, hostile

CASES = [
    (StatusDialog, Status.OPEN),
    (OwnerDialog, Status.OPEN),
    (DatesDialog, Status.OPEN),
    (EvidenceDialog, Status.OPEN),
    (RetractDialog, Status.OPEN),
    (LinkDialog, Status.OPEN),
    (CheckDialog, Status.OPEN),
    (NoteDialog, Status.OPEN),
    (EditDialog, Status.OPEN),
    (AcceptDialog, Status.CANDIDATE),
    (RejectDialog, Status.CANDIDATE),
    (ReviewDialog, Status.CLAIMED),
    (ReopenDialog, Status.DELIVERED),
    (WordingDialog, Status.OPEN),
]


@pytest.mark.parametrize(("kind", "status"), CASES)
async def test_hostile_text_is_shown_harmlessly(kind: type[Dialog], status: Status) -> None:
    app = Asking(kind((hostile(status),), TODAY, HOSTILE))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("tab", "tab")
        await pilot.pause()
        lines = [
            "".join(segment.text for segment in strip)
            for strip in app.screen._compositor.render_strips()
        ]
    drawn = "\n".join(lines)
    assert "[/x]" in drawn
    assert not set(drawn) & set("\x1b\x00\x07\u202e\u202d\u2069")


async def test_a_promise_said_before_is_compared_harmlessly() -> None:
    earlier = replace(hostile(Status.OPEN).commitment, number=1)
    suggestion = Suggestion(LinkType.WEAKENS, 2, 1, 80, number=1)
    later = replace(hostile(Status.CANDIDATE), suggestions=(suggestion,))
    app = Asking(LikenessDialog((later,), TODAY, HOSTILE, earlier=Dossier(earlier)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        drawn = "\n".join(
            "".join(segment.text for segment in strip)
            for strip in app.screen._compositor.render_strips()
        )
    assert "[/x]" in drawn
    assert not set(drawn) & set("\x1b\x00\x07\u202e\u202d\u2069")


async def test_what_was_not_touched_is_not_saved_in_its_cleaned_form() -> None:
    app = Asking(EditDialog((hostile(),), TODAY, "ann"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
    assert app.answers == [None]


async def test_parties_are_suggested_as_plain_text() -> None:
    app = Asking(OwnerDialog((hostile(),), TODAY, "ann", parties=(HOSTILE, "NHS [b]Trust")))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", *"; NHS", "right", "enter")
    answer = app.answers[0]
    assert answer is not None
    assert "NHS [b]Trust" in str(answer)
