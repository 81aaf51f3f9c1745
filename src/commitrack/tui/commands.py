"""Everything a user can do, declared once: a class for each command; those of a list and its panes
have a room of their own.

From these come the key bindings, the footer, the command palette, the help screen and the names
that the user's own keymap refers to. The action of a command is a method of the place it belongs
to: ``action_`` and the command's id, or ``action_ask`` for a command that a dialog answers.
"""

from __future__ import annotations

from commitrack.model.status import Stage, Status
from commitrack.tui.command import NOT_SAID_BEFORE, Command, Group, Place, Situation
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


class ChangeStatus(
    _OnRecord,
    id="status",
    name="Status",
    keys=("s",),
    footer=20,
    without="a candidate is accepted or rejected first",
):
    """Move it to another status; what the move needs is asked for."""

    @classmethod
    def enabled(cls, situation: Situation) -> bool:
        """Candidates are accepted or rejected instead."""
        return situation.has(Stage.OPEN, Stage.CLOSED)


class ChangeOwner(_OnRecord, id="owner", name="Owner", keys=("o",), footer=21):
    """Say who must deliver it, and which officer of ours leads."""


class ChangeDates(_OnRecord, id="dates", name="Dates", keys=("d",), footer=22):
    """Set the due date or the follow-up date, in figures or plain words."""


class FileEvidence(_OnRecord, id="evidence", name="Evidence", keys=("e",), footer=23):
    """File a piece of evidence."""


class RetractEvidence(
    _OnRecord,
    id="retract",
    name="Retract evidence",
    keys=("X",),
    without="only of one with evidence that stands, and without marks",
):
    """Withdraw a piece of its evidence, with the reason; it stays on file."""

    @classmethod
    def enabled(cls, situation: Situation) -> bool:
        """The one under the cursor must have evidence that stands."""
        dossier = situation.dossier
        return not situation.marked and dossier is not None and bool(dossier.standing_evidence)


class RecordACheck(_OnRecord, id="check", name="Check", keys=("c",), footer=24):
    """Put on record that you looked, and what turned up."""


class LogLetter(_OnRecord, id="sent", name="Letter sent", keys=("m",)):
    """Log a letter that you sent about it, and when to look for the answer; nothing is sent."""


class WriteNote(_OnRecord, id="note", name="Note", keys=("n",), footer=25):
    """Write a note on it."""


class EditFields(_OnRecord, id="edit", name="Edit", keys=("E",)):
    """Edit its title, success test, topic, priority and tags."""


class JudgeWording(_OnRecord, id="wording", name="Wording", keys=("w",)):
    """Dismiss a question about its wording with a reason, or have one asked again."""


class LinkToAnother(_OnRecord, id="link", name="Link", keys=("L",)):
    """Say how it bears on another one: repeats it, weakens it and so on."""


class ReadStatement(
    Command, id="statement", name="Read", keys=("enter",), group=Group.LOOK, footer=40
):
    """Read the statement it was made in, at the quoted words."""

    @classmethod
    def enabled(cls, situation: Situation) -> bool:
        """There must be one under the cursor."""
        return situation.dossier is not None


class ShowCoverage(Command, id="coverage", name="Coverage", keys=("C",), group=Group.LOOK):
    """Go through the sentences of its statement: what became of each, and why."""


class ShowHistory(Command, id="history", name="History", keys=("h",), group=Group.LOOK, footer=41):
    """Show every change of this commitment: when, who, what and why."""


class AcceptCandidate(
    Command,
    id="accept",
    name="Accept",
    keys=("a",),
    group=Group.TRIAGE,
    footer=10,
    asks=True,
    without="only a candidate is accepted or rejected",
):
    """Take a candidate on as a commitment to follow."""

    @classmethod
    def enabled(cls, situation: Situation) -> bool:
        """Only candidates can be accepted."""
        return situation.has(Status.CANDIDATE)


class RejectCandidate(
    AcceptCandidate, id="reject", name="Reject", keys=("x",), group=Group.TRIAGE, footer=11
):
    """Judge a candidate not to be a commitment, with the reason."""


class SaidBefore(
    Command,
    id="like",
    name="Said before?",
    keys=("equals_sign",),
    group=Group.TRIAGE,
    footer=13,
    without=NOT_SAID_BEFORE,
):
    """Compare it with the promise it seems to say again: link them, or decline."""

    @classmethod
    def enabled(cls, situation: Situation) -> bool:
        """Only where a link is suggested from the one under the cursor."""
        return situation.dossier is not None and bool(situation.dossier.open_suggestions)


class SignOff(Command, id="sign_off", name="Sign-off", keys=("r",), group=Group.TRIAGE, footer=43):
    """Decide the closing that waits here; with none here, go to all reviews."""


class OpenAgain(
    Command,
    id="reopen",
    name="Reopen",
    keys=("R",),
    group=Group.TRIAGE,
    footer=12,
    asks=True,
    without="only what is closed is opened again",
):
    """Open a closed commitment again, with a reason; the closing stays visible."""

    @classmethod
    def enabled(cls, situation: Situation) -> bool:
        """Only what is closed can be opened again."""
        return situation.has(Stage.CLOSED)


class Go(
    Command,
    id="go",
    name="Go to",
    keys=("g",),
    group=Group.PLACES,
    place=Place.APP,
    footer=42,
    ahead=True,
):
    """Choose a place to work by its letter; g once more leads to the first of the list."""


class Undo(
    Command, id="undo", name="Undo", keys=("u",), group=Group.APP, place=Place.APP, footer=50
):
    """Take back your last change, whatever it was; it says what."""


class Redo(Command, id="redo", name="Redo", keys=("U", "ctrl+r"), group=Group.APP, place=Place.APP):
    """Bring back what undo took back."""


class ToggleTheme(
    Command, id="toggle_theme", name="Dark or light", keys=("t",), group=Group.APP, place=Place.APP
):
    """Change between dark and light."""


class Help(
    Command,
    id="help",
    name="Help",
    keys=("question_mark", "f1"),
    group=Group.APP,
    place=Place.APP,
    footer=1,
):
    """Show the keys of the screen you are on."""


class Palette(
    Command,
    id="command_palette",
    name="Palette",
    keys=("ctrl+p",),
    group=Group.APP,
    place=Place.APP,
):
    """Find a command by its name."""


class Quit(
    Command, id="quit", name="Quit", keys=("q",), group=Group.APP, place=Place.APP, footer=60
):
    """Leave. Nothing is lost: every change is on record already."""


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
    command = _command_of(action, parameters)
    return command is None or command.enabled(situation)


def why_not(action: str, parameters: tuple[object, ...], situation: Situation) -> str:
    """Why an action may not run now."""
    command = _command_of(action, parameters)
    return "" if command is None else command.why_not(situation)


def _command_of(action: str, parameters: tuple[object, ...]) -> type[Command] | None:
    return BY_ID.get(str(parameters[0]) if action == "ask" else action)
