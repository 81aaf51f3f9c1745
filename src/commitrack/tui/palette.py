"""The command palette: whatever can be done on the screen it was opened over, by name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.binding import ActiveBinding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from commitrack.tui.keymap import shown


class CommandProvider(Provider):
    """Finds commands among the bindings that are in force."""

    async def discover(self) -> Hits:
        """Everything, while nothing has been typed."""
        for active in self._commands():
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

    def _commands(self) -> Iterator[ActiveBinding]:
        """One binding for each action that can be given now."""
        given = set()
        for active in self.screen.active_bindings.values():
            action = active.binding.action
            wanted = active.enabled and active.binding.description
            if wanted and action != "command_palette" and action not in given:
                given.add(action)
                yield active

    @staticmethod
    def _title(active: ActiveBinding) -> Content:
        return Content.assemble(
            active.binding.description, (f"  {shown(active.binding.key)}", "$text-muted")
        )

    async def _give(self, active: ActiveBinding) -> None:
        await self.app.run_action(active.binding.action, active.node)
