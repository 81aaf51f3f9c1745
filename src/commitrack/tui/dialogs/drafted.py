"""A form that loses nothing typed: it keeps a draft, offers it, and asks before it closes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import ClassVar, cast

from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from commitrack.drafts import draft_name
from commitrack.model.actions import Action
from commitrack.tui.calm import CalmModal
from commitrack.tui.dialogs.form import Field, TextField
from commitrack.tui.dialogs.leaving import LeaveDialog, Leaving
from commitrack.tui.drafting import Drafting, ago


class Drafted(CalmModal[tuple[Action, ...] | None]):
    """Keeps what is typed in its fields until whoever opened it says that it is `saved`."""

    KEEPS: ClassVar[bool] = True
    """Whether what is typed is a text to keep, and not a word to look something up by."""
    ASKS: ClassVar[bool] = True
    """Whether escape asks what becomes of what was typed; else it is kept unasked."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+r", "discard", "Discard the draft", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._draft_line = Static(Content(""), id="dialog-draft", classes="-empty")
        self._kept_fields: tuple[Field, ...] = ()
        """Its fields, which say what was typed even when the form is closed."""
        self._drafting: Drafting | None = None
        """What keeps drafts, if the app has it."""

    def draft_about(self) -> tuple[str, ...]:
        """What the form is about: with its class, it tells one draft from another."""
        raise NotImplementedError

    @cached_property
    def draft_name(self) -> str:
        """The name of its draft."""
        return draft_name(type(self).__name__, *self.draft_about())

    # What was typed

    def draft(self) -> Mapping[str, str]:
        """What was typed or picked, by the names of the fields; empty when no text was typed."""
        return self.held() if self.unsaved() else {}

    def held(self) -> dict[str, str]:
        """What every field holds that says something else than at first."""
        return {field.key: field.held for field in self._kept_fields if field.edited}

    def hold(self, held: Mapping[str, str]) -> None:
        """Put back what the fields held."""
        for field in self._kept_fields:
            if field.key in held:
                field.hold(held[field.key])

    def unsaved(self) -> str:
        """What was typed and not saved: the form's title; empty when no text was typed."""
        typed = self.KEEPS and any(
            field.edited for field in self._kept_fields if isinstance(field, TextField)
        )
        return self.called() if typed else ""

    def called(self) -> str:
        """What the form is called."""
        raise NotImplementedError

    def offer_draft(self) -> None:
        """Put back what was typed before, if there is a draft, and keep what is typed now."""
        self._kept_fields = tuple(self.query(Field))
        self._drafting = drafting = cast("Drafting | None", getattr(self.app, "drafting", None))
        draft = drafting.find(self.draft_name) if drafting is not None and self.KEEPS else None
        if drafting is not None and draft is not None:
            self.hold(draft.values)
            if self.unsaved():
                when = ago(drafting.now() - draft.at)
                told = f"Draft from {when} restored"
                self._tell_draft(f"{told} · ctrl+r, or a click here, discards it")
            else:
                drafting.drop(self.draft_name)  # the record says so by now

    def _tell_draft(self, words: str) -> None:
        self._draft_line.update(Content(words))
        self._draft_line.set_class(not words, "-empty")

    @on(Field.Changed)
    def keep_typing(self) -> None:
        """Keep what was typed."""
        if self._kept_fields and self.KEEPS and self._drafting is not None:
            self._drafting.typed(self)

    def saved(self) -> None:
        """What was typed is on record, or in its file: the draft is of no more use."""
        if self._drafting is not None:
            self._drafting.drop(self.draft_name)

    # Leaving

    def leave(self) -> None:
        """Close and change nothing; what becomes of typed text is asked."""
        if not self.unsaved():
            self.saved()
            self.dismiss(None)
        elif self.ASKS:
            self.app.push_screen(LeaveDialog(), self._left)
        else:
            self.give_way()

    def _left(self, answer: Leaving | None) -> None:
        if answer is Leaving.KEEP:
            self.give_way()
        elif answer is Leaving.DISCARD:
            self.saved()
            self.dismiss(None)

    def give_way(self) -> None:
        """Close unasked, and keep what was typed."""
        self.keep()
        self.dismiss(None)

    def keep(self) -> None:
        """Write down what is typed now."""
        if self._drafting is not None and self.KEEPS:
            self._drafting.typed(self)
            self._drafting.flush()

    @on(events.Click, "#dialog-draft")
    def action_discard(self) -> None:
        """Give up the draft that was put back: the fields say what they said at first."""
        if self._draft_line.has_class("-empty"):
            return
        for field in self._kept_fields:
            field.reset()
        self._tell_draft("")
        self.saved()
