"""The keys of a screen in its bottom line: as many as it has room for, and always the way out."""

from __future__ import annotations

from rich.cells import cell_len
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

_ALWAYS = frozenset({"back", "help"})
"""Actions whose keys are shown however narrow the terminal is: the rest is in the help screen."""


class ScreenKeys(Footer):
    """A footer that leaves out the keys that come last before it cuts any of them off."""

    def __init__(self) -> None:
        super().__init__(compact=True, show_command_palette=False)

    async def recompose(self) -> None:
        """Show the keys that make sense now."""
        await super().recompose()
        self.fit()

    def on_resize(self) -> None:
        """Show as many as fit the new width."""
        self.fit()

    def fit(self) -> None:
        """Take out one key after another, the last first, until the rest fits."""
        keys = list(self.query(FooterKey))
        over = sum(map(_width, keys)) - 1 - self.size.width
        for key in reversed(keys):
            key.display = over <= 0 or key.action.rpartition(".")[2] in _ALWAYS
            if not key.display:
                over -= _width(key)


def _width(key: FooterKey) -> int:
    """The cells of a key, the space before its words and the space behind them."""
    return cell_len(key.key_display) + cell_len(key.description) + 2
