"""Owners: the tree of bodies, how each stands with what it promised, and putting names right."""

from __future__ import annotations

import time
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import CommitrackError
from commitrack.model.standing import Body, Standing
from commitrack.query import Field, Query, Text, canonical, parse
from commitrack.query.nodes import conjoin
from commitrack.store import Lens, Store
from commitrack.tui.asking import asks
from commitrack.tui.forest import Forest
from commitrack.tui.gateway import Stale
from commitrack.tui.host import Host, host_of
from commitrack.tui.screens.place_screen import PlaceScreen
from commitrack.tui.widgets.head_line import HeadLine
from commitrack.tui.widgets.input_line import InputLine
from commitrack.tui.widgets.owner_tree import OwnersHeading, OwnerTree
from commitrack.tui.widgets.place_bar import PlaceBar
from commitrack.tui.widgets.screen_keys import ScreenKeys

_TURN_SECONDS = 0.1
"""How long figures are added up before others who ask have their turn."""
_AT_ONCE = 64
"""Bodies in view that are asked for at once, as far as a turn goes."""
_EMPTY = (
    "No body is on record.\n",
    "Bodies come on record with what they promise:",
    "`commitrack add FILE` puts a statement in.",
    "",
    "escape goes back",
)


class OwnersScreen(PlaceScreen):
    """The tree, a line to find in it, and a line about the body under the cursor."""

    DEFAULT_CSS = """
    OwnersScreen {
        & #owners-about { height: 1; padding: 0 1; background: $panel;
            text-wrap: nowrap; text-overflow: ellipsis; }
        & #owners-find { display: none; height: 1; border: none; padding: 0 1;
            background: $surface; &:focus { background: $primary 14%; } }
        & #owners-find.-open { display: block; }
        & OwnersHeading { height: 1; background: $surface; }
        & OwnerTree { height: 1fr; background: $background; overflow-x: hidden;
            overflow-y: scroll; scrollbar-size-vertical: 1; }
        & #owners-empty {
            display: none; height: 1fr; content-align: center middle; text-align: center;
        }
        &.-empty OwnerTree, &.-empty OwnersHeading, &.-empty #owners-about { display: none; }
        &.-empty #owners-empty { display: block; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "find", "Find", tooltip="A name, by its beginning"),
        Binding("a", "every", "All", tooltip="Show those who own nothing, too; or not"),
        Binding("e", "edit", "Edit", tooltip="Its name, kind, other names, what it is part of"),
        Binding("m", "merge", "Merge", tooltip="It is really another one: make one of them"),
        Binding("escape", "back", "Back"),
        Binding("q", "back", "Back", show=False),
    ]

    def compose(self) -> ComposeResult:
        """A heading, the tree below its headings, and what is known of the one under the cursor."""
        yield PlaceBar()
        yield HeadLine("Owners", id="owners-head")
        yield InputLine(placeholder="the beginning of a name", id="owners-find")
        yield OwnersHeading()
        yield OwnerTree(id="owners-tree")
        yield Static(Content(""), id="owners-about")
        yield Static(Content("\n".join(_EMPTY)), id="owners-empty")
        yield ScreenKeys()

    @property
    def _host(self) -> Host:
        return host_of(self)

    @property
    def bodies(self) -> OwnerTree:
        """The tree of bodies."""
        return self.query_one("#owners-tree", OwnerTree)

    def _tell(self, forest: Forest) -> None:
        shown, every = len(forest.owners), len(forest)
        words = f"{shown:,} of {every:,} bodies have promised something" if every else ""
        aside = "figures hold child bodies, too" if every else ""
        self.query_one("#owners-head", HeadLine).tell(words, aside)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a body there is nothing to change."""
        del parameters
        return action not in ("edit", "merge") or self.bodies.current is not None

    def why_not(self, action: str, parameters: tuple[object, ...]) -> str:
        """Say so."""
        del action, parameters
        return "no body is under the cursor"

    def on_mount(self) -> None:
        """Fetch the bodies."""
        self.bodies.focus()
        self.reload()

    @work(group="reload", exclusive=True)
    async def reload(self) -> None:
        """Fetch the names of all bodies; the figures follow for those in view."""
        host = self._host
        try:
            forest = await host.gateway.slow(lambda store: Forest(store.bodies()), "bodies")
        except Stale:
            return
        except CommitrackError as error:
            host.say(str(error), warning=True)
            return
        self.set_class(not len(forest), "-empty")
        self._tell(forest)
        self.bodies.fill(forest)
        self.refresh_bindings()

    @on(OwnerTree.Wanted)
    def come_into_view(self) -> None:
        """Bodies have come into view."""
        self._add_up()

    @work(group="figures", exclusive=True)
    async def _add_up(self) -> None:
        """Add up the figures of what is in view, a turn at a time, from the top."""
        host, tree = self._host, self.bodies
        while wanted := tree.wanted(_AT_ONCE):
            forest, lens = tree.forest, host.lens
            try:
                ask = partial(_standings, forest=forest, lens=lens, wanted=wanted)
                found = await host.gateway.slow(ask, "figures")
            except Stale:
                return
            except CommitrackError as error:
                host.say(str(error), warning=True)
                return
            if tree.forest is forest:
                tree.put(found)
                self.tell()

    @on(OwnerTree.Moved)
    def tell(self) -> None:
        """Say what is known of the body under the cursor."""
        row = self.bodies.current
        if row is not None:
            told = _about(row.body, self.bodies.forest, self.bodies.standing(row.body.number))
            self.query_one("#owners-about", Static).update(told)

    # Finding

    def action_find(self) -> None:
        """Type a beginning of a name."""
        line = self.query_one("#owners-find", InputLine)
        line.add_class("-open")
        line.focus()

    @on(Input.Changed, "#owners-find")
    def look_for(self, event: Input.Changed) -> None:
        """Show the bodies that the letters find."""
        self.bodies.find(event.value.strip())

    @on(Input.Submitted, "#owners-find")
    def found(self) -> None:
        """Give the keys to what was found."""
        if not self.query_one("#owners-find", InputLine).value.strip():
            self.query_one("#owners-find", InputLine).remove_class("-open")
        self.bodies.focus()

    def on_key(self, event: object) -> None:
        """Down leads from the line to what was found."""
        line = self.query_one("#owners-find", InputLine)
        if getattr(event, "key", "") == "down" and line.has_focus:
            self.found()

    def action_back(self) -> None:
        """Stop looking for a name; else leave."""
        line = self.query_one("#owners-find", InputLine)
        if not line.has_class("-open"):
            super().action_back()
            return
        line.value = ""
        line.remove_class("-open")
        self.bodies.find("")
        self.bodies.focus()

    def action_every(self) -> None:
        """Show bodies that own nothing, too, or the owners alone."""
        self.bodies.show_every(not self.bodies.every)

    # Doing

    @on(OwnerTree.Opened)
    def list_theirs(self) -> None:
        """List what a body and all that is part of it must deliver."""
        self._list_theirs()

    @asks("act", exclusive=True)
    async def _list_theirs(self) -> None:
        row, forest = self.bodies.current, self.bodies.forest
        if row is None:
            return
        try:
            meant = await self._host.gateway.fast(lambda store: store.meant(row.body.name))
        except CommitrackError as error:
            self._host.say(str(error), warning=True)
            return
        self._host.list_in_browse(owned_by(row.body, forest, meant))

    @asks("act", exclusive=True)
    async def action_edit(self) -> None:
        """Change the name, the aliases or the place of the body under the cursor."""
        from commitrack.tui.naming import edit_party  # with its dialogs: not before one is asked

        row = self.bodies.current
        if row is not None:
            await edit_party(self._host, self, row.body.name)

    @asks("act", exclusive=True)
    async def action_merge(self) -> None:
        """Say that the body under the cursor is another one."""
        from commitrack.tui.naming import merge_party

        row = self.bodies.current
        if row is not None:
            await merge_party(self._host, self, row.body.name)


def owned_by(body: Body, forest: Forest, meant: tuple[int, ...]) -> str:
    """The query that lists what a body, and whatever is part of it, must deliver.

    `meant` are the bodies that ``owner:`` with its name means. Where those are others, too, each
    is named whole.
    """
    whole = forest.whole(body.number)
    if len(whole) > 1 and {*whole} == {*meant}:
        names: tuple[Text, ...] = (Text(body.name),)
    else:
        names = tuple(Text(forest.by_number[one].name, exact=True) for one in whole)
    accepted = parse("is:open,closed").where
    return canonical(Query(conjoin((accepted, Field("owner", names)))))


def _standings(
    store: Store, forest: Forest, lens: Lens, wanted: tuple[int, ...]
) -> dict[int, Standing]:
    """The figures of as many bodies as can be added up in a turn: one at the least."""
    end = time.monotonic() + _TURN_SECONDS
    found: dict[int, Standing] = {}
    for number in wanted:
        found[number] = store.standing(forest.whole(number), lens)
        if time.monotonic() > end:
            break
    return found


def _about(body: Body, forest: Forest, standing: Standing | None) -> Content:
    """What is known of a body, in a line."""
    parts = [body.kind.value]
    if body.parent in forest.by_number:
        parts.append(f"part of {clean_line(forest.by_number[body.parent].name)}")
    if body.aliases:
        parts.append(f"also called {', '.join(map(clean_line, body.aliases))}")
    below = len(forest.whole(body.number)) - 1
    if below:
        parts.append(f"with {below:,} child {'body' if below == 1 else 'bodies'}")
    if standing is not None:
        parts.append(f"{standing.owned:,} accepted")
        if standing.slipped:
            parts.append(f"{standing.slipped:,} slipped by {standing.days:,} days in all")
        learnt = standing.contact
        parts.append(f"last learnt of on {learnt}" if learnt else "nothing learnt yet")
    return Content.assemble(
        (clean_line(body.name), "bold"), ("  " + " · ".join(parts), "$foreground 75%")
    )
