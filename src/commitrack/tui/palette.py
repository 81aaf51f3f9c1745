"""The command palette: whatever can be done on the screen it was opened over, by name."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import cast

from textual.binding import ActiveBinding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.system_commands import SystemCommandsProvider

from commitrack.model.cleaning import clean_line
from commitrack.query import SavedView
from commitrack.tui.command import Group
from commitrack.tui.commands import BY_ID, Palette
from commitrack.tui.keymap import shown
from commitrack.tui.state import ViewState

_RANKS = {name: rank for rank, name in enumerate(BY_ID)}
_STEPS = ("cursor_", "page_", "scroll_", "step", "move", "edge", "page(", "first", "last")
"""What the actions that only move about in something begin with, where no command names them."""
_NOT_OURS = frozenset({"app.focus_next", "app.focus_previous", "screen.copy_text", "quit"})
"""What the framework binds by itself, where no command does."""


class ViewProvider(Provider):
    """Finds the views of the screen that lists commitments."""

    async def discover(self) -> Hits:
        """Every view, while nothing has been typed."""
        for view in self._views():
            yield DiscoveryHit(
                _view_title(view), self._shows(view), text=view.title, help=_plain(view)
            )

    async def search(self, query: str) -> Hits:
        """What fits the letters typed."""
        matcher = self.matcher(query)
        for view in self._views():
            score = matcher.match(f"View: {view.title} @{view.name} {view.description or ''}")
            if score > 0:
                yield Hit(
                    score,
                    _view_title(view),
                    self._shows(view),
                    text=view.title,
                    help=_plain(view),
                )

    def _views(self) -> tuple[SavedView, ...]:
        state = getattr(self.screen, "state", None)
        return state.views if isinstance(state, ViewState) else ()

    def _shows(self, view: SavedView) -> Callable[[], Awaitable[object]]:
        return partial(self.app.run_action, f"view({view.name!r})", self.screen)


def _view_title(view: SavedView) -> Content:
    key = f"  {view.hotkey}" if view.hotkey else ""
    return Content.assemble(f"View: {clean_line(view.title)}", (key, "$text-muted"))


def _plain(view: SavedView) -> str:
    """What somebody wrote of a view: the palette takes a `str` for markup, and content as it is."""
    return cast(str, Content(clean_line(view.description or "")))


class CommandProvider(Provider):
    """Finds commands among the bindings that are in force."""

    async def discover(self) -> Hits:
        """Everything, while nothing has been typed."""
        for active in self._commands():
            if _moves(active):
                continue  # found when it is asked for by name
            yield DiscoveryHit(
                self._title(active),
                partial(self._give, active),
                text=active.binding.description,
                help=active.tooltip or None,
            )

    async def search(self, query: str) -> Hits:
        """What fits the letters typed."""
        matcher = self.matcher(query)
        for active in self._commands():
            name = active.binding.description
            score = matcher.match(f"{name} {active.tooltip}")
            if score > 0:
                yield Hit(
                    score,
                    self._title(active),
                    partial(self._give, active),
                    text=name,
                    help=active.tooltip or None,
                )

    def _commands(self) -> list[ActiveBinding]:
        """One binding for each action that can be given now: what the screen has of its own, then
        the rest in the order of the help screen.
        """
        found: dict[str, ActiveBinding] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            ours = binding.id is not None or binding.action not in _NOT_OURS
            if active.enabled and binding.description and ours and binding.id != Palette.id:
                found.setdefault(binding.action, active)
        return sorted(found.values(), key=_rank)

    @staticmethod
    def _title(active: ActiveBinding) -> Content:
        return Content.assemble(
            active.binding.description, (f"  {shown(active.binding.key)}", "$text-muted")
        )

    async def _give(self, active: ActiveBinding) -> None:
        await self.app.run_action(active.binding.action, active.node)


class EverythingProvider(Provider):
    """All there is, in a fixed order: what can be done here, the views, and the rest.

    Several providers would be asked at once, and which comes first would be left to chance.
    """

    def _parts(self) -> tuple[Provider, ...]:
        return (
            CommandProvider(self.screen, self.match_style),
            ViewProvider(self.screen, self.match_style),
            SystemCommandsProvider(self.screen, self.match_style),
        )

    async def discover(self) -> Hits:
        """Everything, while nothing has been typed."""
        for part in self._parts():
            async for hit in part.discover():
                yield hit

    async def search(self, query: str) -> Hits:
        """What fits the letters typed."""
        for part in self._parts():
            async for hit in part.search(query):
                yield hit


def _moves(active: ActiveBinding) -> bool:
    """Whether it only moves about: nobody looks for that in a list of what can be done."""
    command = BY_ID.get(active.binding.id or "")
    if command is not None:
        return command.group is Group.MOVING
    return active.binding.action.rpartition(".")[2].startswith(_STEPS)


def _rank(active: ActiveBinding) -> int:
    own = -2 if active.binding.show else -1
    return _RANKS.get(active.binding.id or "", own)
