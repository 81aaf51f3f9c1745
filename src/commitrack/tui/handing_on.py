"""Views to a file and from one: asking which, what may be written over, and what is to stand."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from textual.screen import Screen

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import CommitrackError
from commitrack.outputs import is_taken
from commitrack.query import SavedView
from commitrack.query.sharing import Coming, held_against
from commitrack.tui.dialogs.confirm import ConfirmDialog
from commitrack.tui.dialogs.view_file import ExportViewsDialog, ImportViewsDialog
from commitrack.tui.host import Host
from commitrack.tui.insisting import Actions, Refused, insist
from commitrack.tui.refusals import on_screen
from commitrack.view_files import write_views


async def export_views(host: Host, screen: Screen[None], shown: SavedView) -> None:
    """Ask which views go to which file, and write it; one that is there is asked about."""
    own = await host.gateway.fast(lambda store: store.views())
    if not own:
        host.say("no view is saved here: save what is listed first")
        return

    async def do(dialog: ExportViewsDialog, _: Actions, refused: Refused) -> None:
        file, views = dialog.file, dialog.views
        if file is None:
            return
        path = Path(file)
        there = await asyncio.to_thread(is_taken, path)
        if there and not await _may_replace(screen, file):
            return
        try:
            await asyncio.to_thread(write_views, path, views, force=there)
        except CommitrackError as error:
            refused(on_screen(error))
            return
        dialog.saved()
        names = ", ".join(f"@{view.name}" for view in views)
        host.say(f"written to {file}: {names}")

    first, lens = shown if shown.own else None, host.lens
    await insist(screen, lambda: ExportViewsDialog(own, first, lens.today, lens.actor), do)


async def _may_replace(screen: Screen[None], file: str) -> bool:
    question = f"{file} is there already. Put the views in its place?"
    return await screen.app.push_screen_wait(ConfirmDialog(question, yes="Replace"))


async def import_views(host: Host, screen: Screen[None]) -> None:
    """Ask for a file and take its views in; where a name clashes, ask whose is to stand."""

    async def do(dialog: ImportViewsDialog, _: Actions, refused: Refused) -> None:
        if dialog.file is not None and await _take_in(host, screen, dialog.views, refused):
            dialog.saved()

    await insist(screen, lambda: ImportViewsDialog(host.lens.today, host.lens.actor), do)


async def _take_in(
    host: Host, screen: Screen[None], views: Sequence[SavedView], refused: Refused
) -> bool:
    """Put these views on record beside those that are there; whether that was done."""
    try:
        there = await host.gateway.fast(lambda store: store.views())
    except CommitrackError as error:
        refused(on_screen(error))
        return False
    coming = held_against(views, there)
    theirs = bool(coming.clashing) and await _take_theirs(screen, coming)
    taken = [*coming.new, *((one for _, one in coming.clashing) if theirs else ())]
    keyless = {one.name for one, _ in coming.keyless}
    taken = [replace(one, hotkey=None) if one.name in keyless else one for one in taken]
    if not taken:
        host.say("nothing changed: kept what is here")
        return True
    saved = await host.record(
        lambda store, by: store.save_views(taken, by, replace=theirs), refused=refused
    )
    return saved is not None


async def _take_theirs(screen: Screen[None], coming: Coming) -> bool:
    lines = [
        line
        for ours, theirs in coming.clashing
        for line in (f"@{ours.name}  here: {_query(ours)}", f"   there: {_query(theirs)}")
    ]
    question = f"{len(coming.clashing)} stand for something else here. Take theirs?"
    return await screen.app.push_screen_wait(
        ConfirmDialog(question, [*lines, "With no, yours stay and the others come in."], yes="Take")
    )


def _query(view: SavedView) -> str:
    return clean_line(view.query) or "everything"
