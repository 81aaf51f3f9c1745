"""The least that a Textual application can be: one line of text, and one that counts key presses.

It is what `bench_tui` holds the UI against: whatever an application does, it cannot start sooner,
answer a key faster or hold less memory than this.
"""

from __future__ import annotations

import os

os.environ.setdefault("TEXTUAL_FPS", "120")  # as commitrack has it, read when Textual is imported

from textual import events
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Static


class MinimalApp(App[None]):
    """Counts key presses."""

    count = 0

    def compose(self) -> ComposeResult:
        """Show the count."""
        yield Static(Content("pressed 0 times"))

    def on_key(self, event: events.Key) -> None:
        """Count, and show the count at once."""
        event.stop()
        self.count += 1
        self.query_one(Static).update(Content(f"pressed {self.count} times"))


if __name__ == "__main__":
    MinimalApp().run()
