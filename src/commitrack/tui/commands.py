"""Everything a user can do, declared once: a class for each command.

From these come the key bindings, the footer, the command palette, the help screen and the names
that the user's own keymap refers to. The action of a command is a method of the place it belongs
to: ``action_`` and the command's id, or ``action_ask`` for a command that a dialog answers.
"""

from __future__ import annotations

from commitrack.model.status import Stage, Status
from commitrack.tui.command import Command, Group, Place, Situation


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
    """Say how it bears on another one: repeats, weakens, depends on …."""

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


class OpenInbox(Command):
    """Go through the candidates one by one, in their statements."""

    id, name, keys, group, footer = "inbox", "Inbox", ("i",), Group.TRIAGE, 42


class SignOff(Command):
    """Decide the closing that waits here; with none here, open the queue of all."""

    id, name, keys, group, footer = "sign_off", "Sign-off", ("r",), Group.TRIAGE, 43


class OpenAgain(Command):
    """Open a closed commitment again, with a reason; the closing stays visible."""

    id, name, keys, group, footer = "reopen", "Reopen", ("R",), Group.TRIAGE, 12
    asks = True

    @classmethod
    def enabled(cls, situation: Situation) -> bool:
        """Only what is closed can be opened again."""
        return situation.has(Stage.CLOSED)


class FilterList(Command):
    """Narrow the list in the filter language: is:overdue owner:"NHS" due:<+30d."""

    id, name, keys, group, footer = "filter", "Filter", ("slash",), Group.LIST, 31


class SaveView(Command):
    """Save what is listed as a view with a name, for this list, for others and for reports."""

    id, name, keys, group = "save_view", "Save as a view", ("W",), Group.LIST


class DeleteView(Command):
    """Delete the view that is shown, if somebody saved it."""

    id, name, keys, group = "delete_view", "Delete this view", ("D",), Group.LIST


class ExportViews(Command):
    """Write saved views to a file, to hand them on."""

    id, name, keys, group = "export_views", "Hand views on", ("O",), Group.LIST


class ImportViews(Command):
    """Take views in from a file that somebody handed on."""

    id, name, keys, group = "import_views", "Take views in", ("I",), Group.LIST


class Mark(Command):
    """Mark this one, or take the mark off; commands then act on all that are marked."""

    id, name, keys, group, footer = "mark", "Mark", ("space",), Group.LIST, 30
    place = Place.TABLE

    @classmethod
    def enabled(cls, situation: Situation) -> bool:
        """There must be one under the cursor."""
        return situation.dossier is not None


class MarkRange(Command):
    """Mark everything from the last mark to here."""

    id, name, keys, group = "mark_range", "Mark to here", ("V",), Group.LIST
    place = Place.TABLE


class MarkAll(Command):
    """Mark everything listed, or take all marks off."""

    id, name, keys, group = "mark_all", "Mark all", ("asterisk",), Group.LIST
    place = Place.TABLE


class SortNext(Command):
    """Sort by the next column."""

    id, name, keys, group = "sort_next", "Sort by next column", ("greater_than_sign",), Group.LIST


class SortPrevious(Command):
    """Sort by the column before."""

    id, name, keys = "sort_previous", "Sort by previous column", ("less_than_sign",)
    group = Group.LIST


class SortReverse(Command):
    """Turn the order round."""

    id, name, keys, group = "sort_reverse", "Reverse the order", ("S",), Group.LIST


class GroupNext(Command):
    """Group by owner, then by lead, by status, and not at all."""

    id, name, keys, group = "group", "Group", ("b",), Group.LIST


class Fold(Command):
    """Fold the group the cursor is in, or unfold it."""

    id, name, keys, group = "fold", "Fold the group", ("minus",), Group.LIST
    place = Place.TABLE


class FoldAll(Command):
    """Fold every group, or unfold them all."""

    id, name, keys, group = "fold_all", "Fold all groups", ("underscore",), Group.LIST
    place = Place.TABLE


class Jump(Command):
    """Go to a commitment by its ID: c12, C-0012 or 12."""

    id, name, keys, group = "jump", "Go to an ID", ("number_sign",), Group.MOVING


class Peek(Command):
    """Show all of it over everything else, with nothing cut."""

    id, name, keys, group = "peek", "Quick look", ("p",), Group.LOOK

    @classmethod
    def enabled(cls, situation: Situation) -> bool:
        """There must be one under the cursor."""
        return situation.dossier is not None


class Copy(Command):
    """Copy its ID, quote, citation or Markdown to the clipboard; of all that are marked."""

    id, name, keys, group = "copy", "Copy", ("y",), Group.LOOK

    @classmethod
    def enabled(cls, situation: Situation) -> bool:
        """There must be one to copy."""
        return situation.any


class ChooseColumns(Command):
    """Choose the columns of the list and their order."""

    id, name, keys, group = "columns", "Columns", ("vertical_line",), Group.LOOK


class MoreRecord(Command):
    """More room for the record, less for the list."""

    id, name, keys = "more_record", "More of the record", ("left_square_bracket",)
    group = Group.LOOK


class MoreList(Command):
    """More room for the list, less for the record."""

    id, name, keys, group = "more_list", "More of the list", ("right_square_bracket",), Group.LOOK


class Zoom(Command):
    """Give the pane you are in all the room, or bring the others back."""

    id, name, keys, group = "zoom", "Zoom", ("z",), Group.LOOK


class Density(Command):
    """Give each row a second line for a long title, or take it away."""

    id, name, keys, group = "density", "Compact or comfortable", ("T",), Group.LOOK
    place = Place.TABLE


class Back(Command):
    """Step back: take the marks off, then the filter."""

    id, name, keys, group = "back", "Back", ("escape",), Group.LIST


class CursorUp(Command):
    """One up."""

    id, name, keys, group = "cursor_up", "Up", ("up", "k"), Group.MOVING
    place = Place.TABLE


class CursorDown(Command):
    """One down."""

    id, name, keys, group = "cursor_down", "Down", ("down", "j"), Group.MOVING
    place = Place.TABLE


class PageUp(Command):
    """One page up."""

    id, name, keys, group = "page_up", "Page up", ("pageup", "ctrl+b"), Group.MOVING
    place = Place.TABLE


class PageDown(Command):
    """One page down."""

    id, name, keys, group = "page_down", "Page down", ("pagedown", "ctrl+f"), Group.MOVING
    place = Place.TABLE


class First(Command):
    """To the first."""

    id, name, keys, group = "first", "First", ("home", "g"), Group.MOVING
    place = Place.TABLE


class Last(Command):
    """To the last."""

    id, name, keys, group = "last", "Last", ("end", "G"), Group.MOVING
    place = Place.TABLE


class ToggleDetail(Command):
    """Show or hide the record beside the list."""

    id, name, keys, group = "toggle_detail", "Show or hide the record", ("Z",), Group.LOOK


class ToggleViews(Command):
    """Show or hide the saved views."""

    id, name, keys, group = "toggle_views", "Show or hide the views", ("v",), Group.LOOK


class ShowHistoryOfAll(Command):
    """Show every change of the whole record, newest first."""

    id, name, keys, group = "history_all", "History of everything", ("H",), Group.LOOK


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
    WriteNote,
    EditFields,
    JudgeWording,
    LinkToAnother,
    AcceptCandidate,
    RejectCandidate,
    SaidBefore,
    OpenInbox,
    SignOff,
    OpenAgain,
    FilterList,
    SaveView,
    DeleteView,
    ExportViews,
    ImportViews,
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
    Jump,
    ReadStatement,
    ShowCoverage,
    ShowHistory,
    ShowHistoryOfAll,
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
