"""From the list to a view of one's own and back: saving what is shown, and deleting a view."""

from __future__ import annotations

from collections.abc import Sequence

from textual.screen import Screen

from commitrack.query import SavedView, canonical
from commitrack.tui.dialogs.confirm import ConfirmDialog
from commitrack.tui.dialogs.view import ViewDialog
from commitrack.tui.host import Host
from commitrack.tui.insisting import Actions, Refused, insist
from commitrack.tui.state import ViewState


async def save_view(host: Host, screen: Screen[None], state: ViewState) -> str | None:
    """Ask for a name and save what is listed under it; the name, or None when nothing was saved."""
    before = state.view if state.view.own else None
    saved: str | None = None

    async def do(dialog: ViewDialog, _: Actions, refused: Refused) -> None:
        nonlocal saved
        if dialog.chosen is not None and await _save(
            host, screen, state.views, before, dialog.chosen, refused
        ):
            dialog.saved()
            saved = dialog.chosen.name

    await insist(
        screen,
        lambda: ViewDialog(canonical(state.query), before, host.lens.today, host.lens.actor),
        do,
    )
    return saved


async def _save(
    host: Host,
    screen: Screen[None],
    views: Sequence[SavedView],
    before: SavedView | None,
    chosen: SavedView,
    refused: Refused,
) -> bool:
    """Save a view, or call the one `before` by its name from now on; whether that was done."""
    there = next((view for view in views if view.name == chosen.name), None)
    if there is not None and there != before and not await _may_replace(screen, there):
        return False
    same = before is not None and there is None and chosen.query == before.query
    if before is not None and same and await _means_renaming(screen, before.name, chosen.name):
        renamed = await host.record(
            lambda store, by: store.rename_view(before.name, chosen.name, by), refused=refused
        )
        if renamed is None:
            return False
        if (chosen.hotkey, chosen.description) == (before.hotkey, before.description):
            return True
        there = before
    saved = await host.record(
        lambda store, by: store.save_views([chosen], by, replace=there is not None),
        refused=refused,
    )
    return saved is not None


async def _may_replace(screen: Screen[None], there: SavedView) -> bool:
    return await screen.app.push_screen_wait(
        ConfirmDialog(
            f"@{there.name} is there already. Put this in its place?",
            [there.query or "everything"],
            yes="Replace",
        )
    )


async def _means_renaming(screen: Screen[None], name: str, new: str) -> bool:
    return await screen.app.push_screen_wait(
        ConfirmDialog(
            f"Call @{name} @{new} from now on?",
            ["Views that name it will name it so. With no it is saved as another one."],
            yes="Rename",
        )
    )


async def delete_view(host: Host, screen: Screen[None], view: SavedView) -> None:
    """Take a view of one's own off the record, once that is confirmed."""
    if not view.own:
        host.say(f"@{view.name} is built in: it stays as it is")
        return
    sure = await screen.app.push_screen_wait(
        ConfirmDialog(f"Delete the view @{view.name}?", [view.query or "everything"], yes="Delete")
    )
    if sure:
        await host.record(lambda store, by: store.drop_views([view.name], by))
