"""The commands of a list and of its panes: what is listed, in which order, and what is in sight."""

from __future__ import annotations

from commitrack.tui.command import Command, Group, Place, Situation


class FilterList(Command, id="filter", name="Filter", keys=("slash",), group=Group.LIST, footer=31):
    """Narrow the list in the filter language: is:overdue owner:"NHS" due:<+30d."""


class SaveView(Command, id="save_view", name="Save as a view", keys=("W",), group=Group.LIST):
    """Save what is listed as a view with a name, for this list, for others and for reports."""


class DeleteView(Command, id="delete_view", name="Delete this view", keys=("D",), group=Group.LIST):
    """Delete the view that is shown, if somebody saved it."""


class ExportViews(Command, id="export_views", name="Hand views on", keys=("O",), group=Group.LIST):
    """Write saved views to a file, to hand them on."""


class ImportViews(Command, id="import_views", name="Take views in", keys=("I",), group=Group.LIST):
    """Take views in from a file that somebody handed on."""


class Publish(Command, id="publish", name="Publish", keys=("P",), group=Group.LIST):
    """Write the public page, a folder of pages, after a look at what would change."""


class Mark(
    Command, id="mark", name="Mark", keys=("space",), group=Group.LIST, place=Place.TABLE, footer=30
):
    """Mark this one, or take the mark off; commands then act on all that are marked."""

    @classmethod
    def enabled(cls, situation: Situation) -> bool:
        """There must be one under the cursor."""
        return situation.dossier is not None


class MarkRange(
    Command, id="mark_range", name="Mark to here", keys=("V",), group=Group.LIST, place=Place.TABLE
):
    """Mark everything from the last mark to here."""


class MarkAll(
    Command, id="mark_all", name="Mark all", keys=("asterisk",), group=Group.LIST, place=Place.TABLE
):
    """Mark everything listed, or take all marks off."""


class SortNext(
    Command,
    id="sort_next",
    name="Sort by next column",
    keys=("greater_than_sign",),
    group=Group.LIST,
):
    """Sort by the next column."""


class SortPrevious(
    Command,
    id="sort_previous",
    name="Sort by previous column",
    keys=("less_than_sign",),
    group=Group.LIST,
):
    """Sort by the column before."""


class SortReverse(
    Command, id="sort_reverse", name="Reverse the order", keys=("S",), group=Group.LIST
):
    """Turn the order round."""


class GroupNext(Command, id="group", name="Group", keys=("b",), group=Group.LIST):
    """Group by owner, then by lead, by status, and not at all."""


class Fold(
    Command, id="fold", name="Fold the group", keys=("minus",), group=Group.LIST, place=Place.TABLE
):
    """Fold the group the cursor is in, or unfold it."""


class FoldAll(
    Command,
    id="fold_all",
    name="Fold all groups",
    keys=("underscore",),
    group=Group.LIST,
    place=Place.TABLE,
):
    """Fold every group, or unfold them all."""


class Jump(Command, id="jump", name="Go to an ID", keys=("number_sign",), group=Group.MOVING):
    """Go to a commitment by its ID: c12, C-0012 or 12."""


class Leap(
    Command,
    id="leap",
    name="Leap",
    keys=("apostrophe", "ctrl+o"),
    group=Group.MOVING,
    place=Place.APP,
    ahead=True,
):
    """Put a letter on every row, pane, tab and day in sight; a letter goes there."""


class Peek(Command, id="peek", name="Quick look", keys=("p",), group=Group.LOOK):
    """Show all of it over everything else, with nothing cut."""

    @classmethod
    def enabled(cls, situation: Situation) -> bool:
        """There must be one under the cursor."""
        return situation.dossier is not None


class Copy(Command, id="copy", name="Copy", keys=("y",), group=Group.LOOK):
    """Copy its ID, quote, citation or Markdown to the clipboard; of all that are marked."""

    @classmethod
    def enabled(cls, situation: Situation) -> bool:
        """There must be one to copy."""
        return situation.any


class ChooseColumns(
    Command, id="columns", name="Columns", keys=("vertical_line",), group=Group.LOOK
):
    """Choose the columns of the list and their order."""


class MoreRecord(
    Command,
    id="more_record",
    name="More of the record",
    keys=("left_square_bracket",),
    group=Group.LOOK,
):
    """More room for the record, less for the list."""


class MoreList(
    Command,
    id="more_list",
    name="More of the list",
    keys=("right_square_bracket",),
    group=Group.LOOK,
):
    """More room for the list, less for the record."""


class Zoom(Command, id="zoom", name="Zoom", keys=("z",), group=Group.LOOK):
    """Give the pane you are in all the room, or bring the others back."""


class Density(
    Command,
    id="density",
    name="Compact or comfortable",
    keys=("T",),
    group=Group.LOOK,
    place=Place.TABLE,
):
    """Give each row a second line for a long title, or take it away."""


class Back(Command, id="back", name="Back", keys=("escape",), group=Group.LIST):
    """Step back: take the marks off, then the filter."""


class CursorUp(
    Command, id="cursor_up", name="Up", keys=("up", "k"), group=Group.MOVING, place=Place.TABLE
):
    """One up."""


class CursorDown(
    Command,
    id="cursor_down",
    name="Down",
    keys=("down", "j"),
    group=Group.MOVING,
    place=Place.TABLE,
):
    """One down."""


class PageUp(
    Command,
    id="page_up",
    name="Page up",
    keys=("pageup", "ctrl+b"),
    group=Group.MOVING,
    place=Place.TABLE,
):
    """One page up."""


class PageDown(
    Command,
    id="page_down",
    name="Page down",
    keys=("pagedown", "ctrl+f"),
    group=Group.MOVING,
    place=Place.TABLE,
):
    """One page down."""


class First(
    Command, id="first", name="First", keys=("home",), group=Group.MOVING, place=Place.TABLE
):
    """To the first."""


class Last(
    Command, id="last", name="Last", keys=("end", "G"), group=Group.MOVING, place=Place.TABLE
):
    """To the last."""


class ToggleDetail(
    Command, id="toggle_detail", name="Show or hide the record", keys=("Z",), group=Group.LOOK
):
    """Show or hide the record beside the list."""


class ToggleViews(
    Command, id="toggle_views", name="Show or hide the views", keys=("v",), group=Group.LOOK
):
    """Show or hide the saved views."""
