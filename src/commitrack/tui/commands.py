"""Everything a user can do, declared once: a class for each command; those of a list and its panes
have a room of their own.

From these come the key bindings, the footer, the command palette, the help screen and the names
that the user's own keymap refers to. The action of a command is a method of the place it belongs
to: ``action_`` and the command's id, or ``action_ask`` for a command that a dialog answers.
"""

from __future__ import annotations

from commitrack.model.status import Stage, Status
from commitrack.tui.command import Command, Group, Place, Situation
from commitrack.tui.list_commands import (
    Back,
    ChooseColumns,
    Copy,
    CursorDown,
    CursorUp,
    DeleteView,
    Density,
    ExportViews,
    FilterList,
    First,
    Fold,
    FoldAll,
    GroupNext,
    ImportViews,
    Jump,
    Last,
    Leap,
    Mark,
    MarkAll,
    MarkRange,
    MoreList,
    MoreRecord,
    PageDown,
    PageUp,
    Peek,
    Publish,
    SaveView,
    SortNext,
    SortPrevious,
    SortReverse,
    ToggleDetail,
    ToggleViews,
    Zoom,
)
from commitrack.tui.workplaces import go_to_commands


class _OnRecord(Command):
    """A command that acts on the marked commitments, or on the one under the cursor."""

    group = Group.RECORD
    asks = True

    @classmethod
    def enabled(cls, situation: Situation) -> bool:
        """There must be one to act on."""
        return situation.any


class ChangeStatus(_OnRecord):
    """Move it to another status; what the move needs is asked for."""

    id, name, keys, footer = "status", "Status", ("s",), 20

    @classmethod
    def enabled(cls, situation: Situation) -> bool:
        """Candidates are accepted or rejected instead."""
        return situation.has(Stage.OPEN, Stage.CLOSED)


class ChangeOwner(_OnRecord):
    """Say who must deliver it, and which officer of ours leads."""

    id, name, keys, footer = "owner", "Owner", ("o",), 21


class ChangeDates(_OnRecord):
    """Set the due date or the follow-up date, in figures or plain words."""

    id, name, keys, footer = "dates", "Dates", ("d",), 22


class FileEvidence(_OnRecord):
    """File a piece of evidence."""

    id, name, keys, footer = "evidence", "Evidence", ("e",), 23


class RetractEvidence(_OnRecord):
    """Withdraw a piece of its evidence, with the reason; it stays on file."""

    id, name, keys = "retract", "Retract evidence", ("X",)

    @classmethod
    def enabled(cls, situation: Situation) -> bool:
        """The one under the cursor must have evidence that stands."""
        dossier = situation.dossier
        return not situation.marked and dossier is not None and bool(dossier.standing_evidence)


class RecordACheck(_OnRecord):
    """Put on record that you looked, and what turned up."""

    id, name, keys, footer = "check", "Check", ("c",), 24


class LogLetter(_OnRecord):
    """Log a letter that you sent about it, and when to look for the answer; nothing is sent."""

    id, name, keys = "sent", "Letter sent", ("m",)


class WriteNote(_OnRecord):
    """Write a note on it."""

    id, name, keys, footer = "note", "Note", ("n",), 25


class EditFields(_OnRecord):
    """Edit its title, success test, topic, priority and tags."""

    id, name, keys = "edit", "Edit", ("E",)


class JudgeWording(_OnRecord):
    """Dismiss a question about its wording with a reason, or have one asked again."""

    id, name, keys = "wording", "Wording", ("w",)


class LinkToAnother(_OnRecord):
    """Say how it bears on another one: repeats it, weakens it and so on."""

    id, name, keys = "link", "Link", ("L",)


class ReadStatement(Command):
    """Read the statement it was made in, at the quoted words."""

    id, name, keys, group, footer = "statement", "Read", ("enter",), Group.LOOK, 40

    @classmethod
    def enabled(cls, situation: Situation) -> bool:
        """There must be one under the cursor."""
        return situation.dossier is not None


class ShowCoverage(Command):
    """Go through the sentences of its statement: what became of each, and why."""

    id, name, keys, group = "coverage", "Coverage", ("C",), Group.LOOK


class ShowHistory(Command):
    """Show every change of this commitment: when, who, what and why."""

    id, name, keys, group, footer = "history", "History", ("h",), Group.LOOK, 41


class AcceptCandidate(Command):
    """Take a candidate on as a commitment to follow."""

    id, name, keys, group, footer = "accept", "Accept", ("a",), Group.TRIAGE, 10
    asks = True

    @classmethod
    def enabled(cls, situation: Situation) -> bool:
        """Only candidates can be accepted."""
        return situation.has(Status.CANDIDATE)


class RejectCandidate(AcceptCandidate):
    """Judge a candidate not to be a commitment, with the reason."""

    id, name, keys, group, footer = "reject", "Reject", ("x",), Group.TRIAGE, 11


class SaidBefore(Command):
    """Compare it with the promise it seems to say again: link them, or decline."""

    id, name, keys, group, footer = "like", "Said before?", ("equals_sign",), Group.TRIAGE, 13

    @classmethod
    def enabled(cls, situation: Situation) -> bool:
        """Only where a link is suggested from the one under the cursor."""
        return situation.dossier is not None and bool(situation.dossier.open_suggestions)


class SignOff(Command):
    """Decide the closing that waits here; with none here, go to all reviews."""

    id, name, keys, group, footer = "sign_off", "Sign-off", ("r",), Group.TRIAGE, 43


class OpenAgain(Command):
    """Open a closed commitment again, with a reason; the closing stays visible."""

    id, name, keys, group, footer = "reopen", "Reopen", ("R",), Group.TRIAGE, 12
    asks = True

    @classmethod
    def enabled(cls, situation: Situation) -> bool:
        """Only what is closed can be opened again."""
        return situation.has(Stage.CLOSED)


class Go(Command):
    """Choose a place to work by its letter; g once more leads to the first of the list."""

    id, name, keys, group, footer = "go", "Go to", ("g",), Group.PLACES, 42
    place = Place.APP
    ahead = True


class Undo(Command):
    """Take back your last change, whatever it was; it says what."""

    id, name, keys, group, footer = "undo", "Undo", ("u",), Group.APP, 50
    place = Place.APP


class Redo(Command):
    """Bring back what undo took back."""

    id, name, keys, group = "redo", "Redo", ("U", "ctrl+r"), Group.APP
    place = Place.APP


class ToggleTheme(Command):
    """Change between dark and light."""

    id, name, keys, group = "toggle_theme", "Dark or light", ("t",), Group.APP
    place = Place.APP


class Help(Command):
    """Show the keys of the screen you are on."""

    id, name, keys, group, footer = "help", "Help", ("question_mark", "f1"), Group.APP, 1
    place = Place.APP


class Palette(Command):
    """Find a command by its name."""

    id, name, keys, group = "command_palette", "Palette", ("ctrl+p",), Group.APP
    place = Place.APP


class Quit(Command):
    """Leave. Nothing is lost: every change is on record already."""

    id, name, keys, group, footer = "quit", "Quit", ("q",), Group.APP, 60
    place = Place.APP


COMMANDS: tuple[type[Command], ...] = (
    ChangeStatus,
    ChangeOwner,
    ChangeDates,
    FileEvidence,
    RetractEvidence,
    RecordACheck,
    LogLetter,
    WriteNote,
    EditFields,
    JudgeWording,
    LinkToAnother,
    AcceptCandidate,
    RejectCandidate,
    SaidBefore,
    SignOff,
    OpenAgain,
    FilterList,
    SaveView,
    DeleteView,
    ExportViews,
    ImportViews,
    Publish,
    Mark,
    MarkRange,
    MarkAll,
    SortNext,
    SortPrevious,
    SortReverse,
    GroupNext,
    Fold,
    FoldAll,
    Back,
    CursorUp,
    CursorDown,
    PageUp,
    PageDown,
    First,
    Last,
    Go,
    *go_to_commands(),
    Jump,
    Leap,
    ReadStatement,
    ShowCoverage,
    ShowHistory,
    Peek,
    Copy,
    ChooseColumns,
    Density,
    Zoom,
    MoreRecord,
    MoreList,
    ToggleDetail,
    ToggleViews,
    Undo,
    Redo,
    ToggleTheme,
    Help,
    Palette,
    Quit,
)
"""Every command, in the order of the help screen."""

BY_ID = {command.id: command for command in COMMANDS}
"""Every command by its id."""


def enabled(action: str, parameters: tuple[object, ...], situation: Situation) -> bool:
    """Whether an action may run now; one that belongs to no command always may."""
    command = BY_ID.get(str(parameters[0]) if action == "ask" else action)
    return command is None or command.enabled(situation)
