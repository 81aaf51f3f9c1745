"""The command palette: whatever can be done on the screen it was opened over, by name."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import cast

from textual.binding import ActiveBinding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from commitrack.model.cleaning import clean_line
from commitrack.query import SavedView
from commitrack.tui.command import Group
from commitrack.tui.commands import BY_ID
from commitrack.tui.keymap import shown
from commitrack.tui.state import ViewState

_RANKS = {name: rank for rank, name in enumerate(BY_ID)}


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
            command = BY_ID.get(active.binding.id or "")
            if command is not None and command.group is Group.MOVING:
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
        """One binding for each action that can be given now, in the order of the help screen."""
        found: dict[str, ActiveBinding] = {}
        for active in self.screen.active_bindings.values():
            wanted = active.enabled and active.binding.description
            if wanted and active.binding.action != "command_palette":
                found.setdefault(active.binding.action, active)
        return sorted(found.values(), key=lambda one: _RANKS.get(one.binding.id or "", len(_RANKS)))

    @staticmethod
    def _title(active: ActiveBinding) -> Content:
        return Content.assemble(
            active.binding.description, (f"  {shown(active.binding.key)}", "$text-muted")
        )

    async def _give(self, active: ActiveBinding) -> None:
        await self.app.run_action(active.binding.action, active.node)
