"""The terminal UI in a browser on the same machine, for the one person who started it."""

from __future__ import annotations

from commitrack.serving.server import Guarded, serve

__all__ = ["Guarded", "serve"]
