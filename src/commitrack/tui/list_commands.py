"""The commands of a list and of its panes: what is listed, in which order, and what is in sight."""

from __future__ import annotations

from commitrack.tui.command import Command, Group, Place, Situation


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


class Publish(Command):
    """Write the public page, a folder of pages, after a look at what would change."""

    id, name, keys, group = "publish", "Publish", ("P",), Group.LIST


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


class Leap(Command):
    """Put a letter on every row, pane, tab and day in sight; a letter goes there."""

    id, name, keys, group = "leap", "Leap", ("apostrophe", "ctrl+o"), Group.MOVING
    place = Place.APP
    ahead = True


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

    id, name, keys, group = "first", "First", ("home",), Group.MOVING
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
