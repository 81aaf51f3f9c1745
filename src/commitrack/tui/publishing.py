"""From the record to the public page: where to, what would change, and then the pages."""

from __future__ import annotations

from pathlib import Path

from textual.screen import Screen

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import CommitrackError
from commitrack.site import Outcome, Published, Wish, publish
from commitrack.store import Store
from commitrack.tui.dialogs.confirm import ConfirmDialog
from commitrack.tui.dialogs.publish import PublishDialog
from commitrack.tui.gateway import Stale
from commitrack.tui.host import Host
from commitrack.tui.insisting import Actions, Refused, insist
from commitrack.tui.long_work import Told, watched
from commitrack.tui.refusals import on_screen


async def publish_pages(host: Host, screen: Screen[None]) -> None:
    """Ask where to, show what would change, and write it. Call it from a worker."""

    async def do(dialog: PublishDialog, _: Actions, refused: Refused) -> None:
        if dialog.chosen is not None and await _publish(host, screen, *dialog.chosen, refused):
            dialog.saved()

    await insist(screen, lambda: PublishDialog(host.lens.today, host.lens.actor), do)


async def _publish(
    host: Host, screen: Screen[None], place: Path, wish: Wish, refused: Refused
) -> bool:
    """Show what would change in a folder, and write it; whether that was done."""
    coming = await _run(host, screen, place, wish, refused, keep=False)
    if coming is None:
        return False
    question = ConfirmDialog(
        f"Publish {_many(coming)} in {clean_line(str(place))}?", _told(coming), yes="Publish"
    )
    if not await screen.app.push_screen_wait(question):
        return False
    done = await _run(host, screen, place, wish, refused, keep=True)
    if done is None:
        return False
    host.say(f"published {_many(done)}: {clean_line(str(place / 'index.html'))}")
    return True


async def _run(
    host: Host, screen: Screen[None], place: Path, wish: Wish, refused: Refused, *, keep: bool
) -> Published | None:
    lens, title = host.lens, "Publishing" if keep else "Looking what would change"

    def work(store: Store, told: Told) -> Published:
        return publish(store, lens, place, wish, keep=keep, told=told)

    try:
        return await watched(host, screen, title, work, background=keep)
    except Stale:
        host.say(f"stopped: {title}")
    except CommitrackError as error:
        if screen.app.screen is screen:
            refused(on_screen(error))
        else:  # who went on meanwhile is not to be disturbed by a dialog: its draft is kept
            host.say(f"{title}: {on_screen(error)}", warning=True)
    return None


def _told(coming: Published) -> list[str]:
    """What would change, in lines."""
    lines = [_files(coming.pages)]
    if not coming.commitments:
        lines.append("Nothing is public yet: E makes a commitment public.")
    return [*lines, "u does not take it back: change the record and publish again."]


def _files(pages: Outcome) -> str:
    return (
        f"Files: {pages.new:,} new, {pages.changed:,} changed, {pages.unchanged:,} as they were, "
        f"{pages.removed:,} taken away."
    )


def _many(found: Published) -> str:
    commitments = "commitment" if found.commitments == 1 else "commitments"
    owners = "owner" if found.owners == 1 else "owners"
    return f"{found.commitments:,} {commitments} of {found.owners:,} {owners}"
