"""From the record to the public page: where to, what would change, and then the pages."""

from __future__ import annotations

from pathlib import Path

from textual.screen import Screen

from commitrack.model.cleaning import clean_line
from commitrack.site import Outcome, Published, Wish, publish
from commitrack.store import Store
from commitrack.tui.dialogs.confirm import ConfirmDialog
from commitrack.tui.dialogs.publish import PublishDialog
from commitrack.tui.host import Host
from commitrack.tui.long_work import Told, long_work


async def publish_pages(host: Host, screen: Screen[None]) -> None:
    """Ask where to, show what would change, and write it. Call it from a worker."""
    dialog = PublishDialog(host.lens.today, host.lens.actor)
    await screen.app.push_screen_wait(dialog)
    if dialog.chosen is None:
        return
    place, wish = dialog.chosen
    coming = await _run(host, screen, "Looking what would change", place, wish, keep=False)
    if coming is None:
        return
    question = ConfirmDialog(
        f"Publish {_many(coming)} in {clean_line(str(place))}?", _told(coming), yes="Publish"
    )
    if not await screen.app.push_screen_wait(question):
        return
    done = await _run(host, screen, "Publishing", place, wish, keep=True)
    if done is not None:
        dialog.saved()
        host.say(f"published {_many(done)}: {clean_line(str(place / 'index.html'))}")


async def _run(
    host: Host, screen: Screen[None], title: str, place: Path, wish: Wish, *, keep: bool
) -> Published | None:
    lens = host.lens

    def work(store: Store, told: Told) -> Published:
        return publish(store, lens, place, wish, keep=keep, told=told)

    return await long_work(host, screen, title, work, background=keep)


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
